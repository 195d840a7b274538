;; The callee gets its own P, and the caller's in r11; afterwards the caller's P is restored from its slot.
(module
  (import "m" "f" (func $f (param i32) (result i32)))
  (import "m" "g" (func $g))
  (func $call (param i32) (result i32) (call $f (local.get 0)))
  (func $twice
    (call $g)
    (call $g))
  (func $in_loop (param i32)
    (loop
      (call $g)
      (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))
