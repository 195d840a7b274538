;; Constants that make an operation a copy, a constant or something shorter.
(module
  (func $add_0 (param i32) (result i32) (i32.add (local.get 0) (i32.const 0)))
  (func $and_0 (param i32) (result i32) (i32.and (local.get 0) (i32.const 0)))
  (func $and_minus_1 (param i64) (result i64) (i64.and (local.get 0) (i64.const -1)))
  (func $or_minus_1 (param i64) (result i64) (i64.or (local.get 0) (i64.const -1)))
  (func $xor_minus_1 (param i32) (result i32) (i32.xor (local.get 0) (i32.const -1)))
  (func $and_0xff (param i32) (result i32) (i32.and (local.get 0) (i32.const 0xff)))
  (func $and_0xffff (param i64) (result i64) (i64.and (local.get 0) (i64.const 0xffff)))
  (func $and_0xffffffff (param i64) (result i64) (i64.and (local.get 0) (i64.const 0xffffffff)))
  (func $zero_minus (param i32) (result i32) (i32.sub (i32.const 0) (local.get 0))))
