;; References as operands.
(module
  (table $t 4 funcref)
  (elem declare func $f)
  (func $f)
  (func $store (param i32)
    (table.set $t (local.get 0) (ref.func $f)))
  (func $not_null (param i32) (result i32)
    (i32.eqz (ref.is_null (table.get $t (local.get 0)))))
  (func $either (param i32) (result funcref)
    (select (result funcref) (ref.func $f) (ref.null func) (local.get 0))))
