;; An index check, then the element.
(module
  (table $t 10 funcref)
  (table $x 10 externref)
  (func $get (param i32) (result funcref) (table.get $t (local.get 0)))
  (func $get_constant (result externref) (table.get $x (i32.const 3)))
  (func $set (param i32 externref) (table.set $x (local.get 0) (local.get 1)))
  (func $set_null (param i32) (table.set $t (local.get 0) (ref.null func))))
