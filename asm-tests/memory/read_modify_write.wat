;; The address is used twice.
(module
  (memory 1)
  (func $increment (param i32)
    (i32.store (local.get 0) (i32.add (i32.load (local.get 0)) (i32.const 1))))
  (func $copy (param i32 i32)
    (i64.store (local.get 0) (i64.load (local.get 1)))
    (i64.store offset=8 (local.get 0) (i64.load offset=8 (local.get 1))))
  (func $sum (param i32 i32) (result i32) (local i32)
    (loop
      (local.set 2 (i32.add (local.get 2) (i32.load (local.get 0))))
      (local.set 0 (i32.add (local.get 0) (i32.const 4)))
      (br_if 0 (i32.lt_u (local.get 0) (local.get 1))))
    (local.get 2)))
