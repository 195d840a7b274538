;; A slot holds the address of the descriptor.
(module
  (import "m" "t" (table $t 10 funcref))
  (func $get (param i32) (result funcref) (table.get $t (local.get 0)))
  (func $set_under_pressure (param i32 funcref i32 i32)
    (table.set $t (local.get 0) (local.get 1))
    (drop (i32.add (i32.mul (local.get 2) (local.get 2)) (i32.mul (local.get 3) (local.get 3)))))
  (func $size (result i32) (table.size $t))
  (func $call (param i32) (call_indirect $t (local.get 0))))
