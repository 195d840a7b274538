;; Two constants never reach the machine; 32 bits wrap.
(module
  (func $wraps (result i32)
    (i32.add (i32.const 0x7fffffff) (i32.const 1)))
  (func $chain (result i64)
    (i64.xor (i64.mul (i64.const 1000003) (i64.const -7)) (i64.shl (i64.const 1) (i64.const 65))))
  (func $shifts (result i32)
    (i32.or (i32.shr_u (i32.const -1) (i32.const 28)) (i32.rotl (i32.const 0x80000001) (i32.const 4))))
  (func $extensions (result i64)
    (i64.add (i64.extend_i32_u (i32.const -1)) (i64.extend8_s (i64.const 0x80))))
  (func $constant_first (param i32) (result i32)
    (i32.add (i32.const 3) (local.get 0))))
