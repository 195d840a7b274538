;; Constants are made in registers: text has none in memory.
(module
  (func $zero (result f64) (f64.const 0))
  (func $minus_zero (result f64) (f64.const -0))
  (func $one (result f64) (f64.const 1))
  (func $half32 (result f32) (f32.const 0.5))
  (func $pi (result f64) (f64.const 3.141592653589793))
  (func $third32 (result f32) (f32.const 0.3333333))
  (func $nan (result f32) (f32.const nan))
  (func $infinity (result f64) (f64.const inf))
  (func $not_folded (result f64) (f64.add (f64.const 1) (f64.const 2)))
  (func $times_constant (param f64) (result f64) (f64.mul (local.get 0) (f64.const 2.5))))
