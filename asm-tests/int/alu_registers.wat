;; Two locals in registers: a new destination by lea or a copy.
(module
  (func $add (param i32 i32) (result i32)
    (i32.add (local.get 0) (local.get 1)))
  (func $sub_of_homes (param i32 i32) (result i32)
    (drop (i32.or (local.get 0) (local.get 1)))
    (i32.sub (local.get 0) (local.get 1)))
  (func $xor_of_temporaries (param i32 i32) (result i32)
    (i32.xor (i32.add (local.get 0) (local.get 1)) (i32.add (local.get 1) (local.get 0))))
  (func $sub_from_temporary (param i64 i64) (result i64)
    (i64.sub (local.get 0) (i64.add (local.get 1) (local.get 0)))))
