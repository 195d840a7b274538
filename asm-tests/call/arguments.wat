;; Operands to the parameter registers, as if all moved at once.
(module
  (func $two (param i32 i32) (result i32) (local.get 0))
  (func $float (param f64 f64 i32) (result f64) (local.get 0))
  (func $constants (result i32) (call $two (i32.const 1) (i32.const 2)))
  (func $from_homes (param i32 i32) (result i32)
    (i32.add (call $two (local.get 0) (local.get 1)) (call $two (local.get 1) (local.get 0))))
  (func $temporaries_in_a_cycle (param i32 i32) (result i32)
    (call $two
      (i32.div_u (local.get 0) (local.get 1))
      (i32.add (local.get 0) (local.get 1))))
  (func $floats (param f64 f64) (result f64)
    (call $float (local.get 1) (f64.mul (local.get 0) (local.get 1)) (i32.const 0)))
  (func $forward_same (param i32 i32) (result i32)
    (call $two (local.get 0) (local.get 1))))
