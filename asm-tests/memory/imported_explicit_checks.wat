;; options: explicit-checks
;; The size is in the descriptor of whoever owns the memory.
(module
  (import "m" "memory" (memory 1))
  (func $load (param i32) (result i32) (i32.load offset=4 (local.get 0)))
  (func $store (param i32 i32) (i32.store8 (local.get 0) (local.get 1))))
