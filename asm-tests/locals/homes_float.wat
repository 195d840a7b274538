;; Floats: four caller-saved registers are homes in leaf functions; others are saved in the frame.
(module
  (func $f)
  (func $leaf (param f64 f64) (result f64)
    (loop
      (local.set 0 (f64.mul (local.get 0) (local.get 1)))
      (br_if 0 (f64.lt (local.get 0) (f64.const 100))))
    (local.get 0))
  (func $across_calls (param f64 f64) (result f64)
    (loop
      (call $f)
      (local.set 0 (f64.mul (local.get 0) (local.get 1)))
      (br_if 0 (f64.lt (local.get 0) (local.get 1))))
    (local.get 0)))
