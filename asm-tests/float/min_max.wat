;; Zeros of both signs and NaN are sorted out after a comparison.
(module
  (func $min (param f64 f64) (result f64) (f64.min (local.get 0) (local.get 1)))
  (func $max (param f32 f32) (result f32) (f32.max (local.get 0) (local.get 1)))
  (func $into_second (param f64 f64) (result f64)
    (local.set 1 (f64.max (local.get 0) (local.get 1)))
    (f64.add (local.get 1) (local.get 0)))
  (func $with_constant (param f64) (result f64) (f64.min (local.get 0) (f64.const 1))))
