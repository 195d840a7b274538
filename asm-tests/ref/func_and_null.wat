;; A funcref is the address of a record in the instance data, null is 0.
(module
  (elem declare func $first $second)
  (func $first)
  (func $second)
  (func $func (result funcref) (ref.func $second))
  (func $null (result externref) (ref.null extern))
  (func $is_null (param funcref) (result i32) (ref.is_null (local.get 0)))
  (func $branch (param externref) (result i32)
    (if (result i32) (ref.is_null (local.get 0)) (then (i32.const 1)) (else (i32.const 2))))
  (func $null_is_null (result i32) (ref.is_null (ref.null func))))
