;; Unsigned divisions by powers of two are shifts and masks.
(module
  (func $div_u_8 (param i32) (result i32) (i32.div_u (local.get 0) (i32.const 8)))
  (func $rem_u_16 (param i64) (result i64) (i64.rem_u (local.get 0) (i64.const 16)))
  (func $rem_u_sign_bit (param i32) (result i32) (i32.rem_u (local.get 0) (i32.const 0x80000000)))
  (func $rem_u_sign_bit_64 (param i64) (result i64) (i64.rem_u (local.get 0) (i64.const 0x8000000000000000)))
  (func $div_u_sign_bit (param i64) (result i64) (i64.div_u (local.get 0) (i64.const 0x8000000000000000)))
  (func $div_u_1 (param i32) (result i32) (i32.div_u (local.get 0) (i32.const 1)))
  (func $div_u_10 (param i32) (result i32) (i32.div_u (local.get 0) (i32.const 10)))
  (func $div_s_10 (param i32) (result i32) (i32.div_s (local.get 0) (i32.const 10)))
  (func $rem_s_8 (param i64) (result i64) (i64.rem_s (local.get 0) (i64.const 8)))
  (func $div_u_0 (param i32) (result i32) (i32.div_u (local.get 0) (i32.const 0)))
  (func $div_s_minus_1 (param i32) (result i32) (i32.div_s (local.get 0) (i32.const -1))))
