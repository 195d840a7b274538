;; Small numbers shifted left to be addresses: the load's scale shifts. Not if bits would be lost, nor if another value is shifted.
(module
  (memory 1)
  (func $masked (param i32) (result i32)
    (i32.load (i32.shl (i32.and (local.get 0) (i32.const 255)) (i32.const 2))))
  (func $masked_offset (param i32) (result i64)
    (i64.load offset=1024 (i32.shl (i32.and (i32.const 0x1fffffff) (local.get 0)) (i32.const 3))))
  (func $byte (param i32) (result f64)
    (f64.load (i32.shl (i32.load8_u (local.get 0)) (i32.const 3))))
  (func $half (param i32) (result i32)
    (i32.load16_s (i32.shl (i32.load16_u (local.get 0)) (i32.const 1))))
  (func $bits_lost (param i32) (result i64)
    (i64.load (i32.shl (i32.and (local.get 0) (i32.const 0x3fffffff)) (i32.const 3))))
  (func $too_far (param i32) (result i64)
    (i64.load (i32.shl (i32.and (local.get 0) (i32.const 255)) (i32.const 4))))
  (func $another (param i32 i32) (result i32)
    loop (result i32)
      local.get 1
      (local.set 0 (i32.and (local.get 0) (i32.const 255)))
      i32.const 2
      i32.shl
      i32.load
      (br_if 0 (local.get 0))
    end)
  (func $used_twice (param i32) (result i32)
    (i32.add
      (i32.load (i32.shl (local.tee 0 (i32.and (local.get 0) (i32.const 255))) (i32.const 2)))
      (local.get 0))))
