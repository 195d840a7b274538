;; A slot holds the address of the descriptor.
(module
  (import "m" "t" (table $t 10 funcref))
  (func $get (param i32) (result funcref) (table.get $t (local.get 0)))
  (func $size (result i32) (table.size $t))
  (func $call (param i32) (call_indirect $t (local.get 0))))
