;; Locals stay in their homes around loops.
(module
  (memory 1)
  (func $count (param i32)
    (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))
  (func $while (param i32 i32)
    (block $out
      (loop $top
        (br_if $out (i32.ge_u (local.get 0) (local.get 1)))
        (i32.store (local.get 0) (i32.const 0))
        (local.set 0 (i32.add (local.get 0) (i32.const 4)))
        (br $top))))
  (func $nested (param i32 i32) (result i32) (local i32 i32)
    (loop $outer
      (local.set 3 (i32.const 0))
      (loop $inner
        (local.set 2 (i32.add (local.get 2) (local.get 3)))
        (br_if $inner (i32.lt_s (local.tee 3 (i32.add (local.get 3) (i32.const 1))) (local.get 1))))
      (br_if $outer (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
    (local.get 2))
  (func $forever (loop (br 0))))
