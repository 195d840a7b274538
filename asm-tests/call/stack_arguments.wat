;; What does not fit in registers goes to the outgoing area, where the callee finds it above its return address.
(module
  (func $nine_ints (param i32 i32 i32 i32 i32 i32 i32 i64 i32) (result i64)
    (i64.add (local.get 7) (i64.extend_i32_u (i32.add (local.get 6) (local.get 8)))))
  (func $call (param i32 i64) (result i64)
    (call $nine_ints
      (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6)
      (local.get 0) (local.get 1) (i32.const 9)))
  (func $ten_floats (param f64 f64 f64 f64 f64 f64 f64 f64 f64 f32) (result f64)
    (f64.add (local.get 8) (f64.promote_f32 (local.get 9))))
  (func $call_floats (param f64) (result f64)
    (call $ten_floats
      (local.get 0) (local.get 0) (local.get 0) (local.get 0) (local.get 0) (local.get 0) (local.get 0) (local.get 0)
      (f64.const 1) (f32.const 2)))
  (func $stack_parameter_in_loop (param i32 i32 i32 i32 i32 i32 i32) (result i32)
    (loop
      (local.set 0 (i32.add (local.get 0) (local.get 6)))
      (br_if 0 (local.tee 6 (i32.shr_u (local.get 6) (i32.const 1)))))
    (local.get 0)))
