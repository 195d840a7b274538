;; if takes the comparison inverted, to its else or end.
(module
  (func $f)
  (func $then (param i32 i32)
    (if (i32.gt_u (local.get 0) (local.get 1)) (then (call $f))))
  (func $then_else (param i64) (result i32)
    (if (result i32) (i64.eqz (local.get 0)) (then (i32.const 1)) (else (i32.const 2))))
  (func $float (param f32 f32)
    (if (f32.le (local.get 0) (local.get 1)) (then (call $f)))))
