;; The smallest number is its own negation.
(module
  (func $sub_minimum_32 (param i32) (result i32)
    (i32.sub (local.get 0) (i32.const 0x80000000)))
  (func $sub_minimum_64 (param i64) (result i64)
    (i64.sub (local.get 0) (i64.const 0x8000000000000000)))
  (func $sub_two_to_the_31 (param i64) (result i64)
    (i64.sub (local.get 0) (i64.const 0x80000000)))
  (func $and_sign_bit (param i64) (result i64)
    (i64.and (local.get 0) (i64.const 0x8000000000000000)))
  (func $xor_sign_bit (param i32) (result i32)
    (i32.xor (local.get 0) (i32.const 0x80000000))))
