;; options: cpu=v3
;; BMI2: counts in any register. Rotations still need rcx.
(module
  (func $shl (param i32 i32) (result i32) (i32.shl (local.get 0) (local.get 1)))
  (func $shr_u (param i64 i64) (result i64) (i64.shr_u (local.get 0) (local.get 1)))
  (func $shr_s (param i32 i32) (result i32)
    (local.set 0 (i32.shr_s (local.get 0) (local.get 1)))
    (local.get 0))
  (func $of_constant (param i32) (result i32) (i32.shl (i32.const 1) (local.get 0)))
  (func $rotl (param i32 i32) (result i32) (i32.rotl (local.get 0) (local.get 1))))
