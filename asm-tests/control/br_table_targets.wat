;; The same target several times, the loop itself, the function's end.
(module
  (func $state_machine (param i32) (result i32) (local i32)
    (loop $next
      (block $c (block $b (block $a
        (br_table $a $b $b $c $next $a $next (local.get 1)))
        (local.set 1 (i32.const 1))
        (br $next))
        (local.set 1 (i32.sub (local.get 0) (i32.const 1)))
        (br $next))
      (local.set 1 (i32.const 5))
      (br $next))
    (local.get 1)))
