;; Leading and trailing zeros of zero are the width.
(module
  (func $clz32 (param i32) (result i32) (i32.clz (local.get 0)))
  (func $ctz32 (param i32) (result i32) (i32.ctz (local.get 0)))
  (func $popcnt32 (param i32) (result i32) (i32.popcnt (local.get 0)))
  (func $clz64 (param i64) (result i64) (i64.clz (local.get 0)))
  (func $ctz64 (param i64) (result i64) (i64.ctz (local.get 0)))
  (func $popcnt64 (param i64) (result i64) (i64.popcnt (local.get 0)))
  (func $into_operand (param i32) (result i32)
    (local.set 0 (i32.clz (local.get 0)))
    (local.get 0)))
