;; Counts in rcx; its owner moves out of the way.
(module
  (func $shl (param i32 i32) (result i32) (i32.shl (local.get 0) (local.get 1)))
  (func $shr_s (param i64 i64) (result i64) (i64.shr_s (local.get 0) (local.get 1)))
  (func $of_constant (param i32) (result i32) (i32.shl (i32.const 1) (local.get 0)))
  (func $count_is_temporary (param i32 i32) (result i32)
    (i32.rotl (local.get 0) (i32.add (local.get 1) (i32.const 3))))
  (func $rcx_is_owned (param i32 i32) (result i32)
    (i32.add (i32.add (local.get 0) (i32.const 1)) (i32.add (i32.add (local.get 0) (local.get 1)) (i32.shr_u (local.get 1) (local.get 0)))))
  (func $by_itself (param i32) (result i32)
    (i32.shl (i32.add (local.get 0) (i32.const 1)) (local.get 0)))
  (func $in_place (param i32 i32) (result i32)
    (local.set 0 (i32.rotr (local.get 0) (local.get 1)))
    (local.get 0)))
