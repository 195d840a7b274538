;; Counts that are constant, taken modulo the width.
(module
  (func $shl (param i32) (result i32) (i32.shl (local.get 0) (i32.const 3)))
  (func $shl_1 (param i32) (result i32) (i32.shl (local.get 0) (i32.const 1)))
  (func $shr_s (param i64) (result i64) (i64.shr_s (local.get 0) (i64.const 63)))
  (func $shr_u (param i32) (result i32) (i32.shr_u (local.get 0) (i32.const 33)))
  (func $rotl (param i32) (result i32) (i32.rotl (local.get 0) (i32.const 13)))
  (func $rotr (param i64) (result i64) (i64.rotr (local.get 0) (i64.const 1)))
  (func $by_0 (param i64) (result i64) (i64.shr_u (local.get 0) (i64.const 64))))
