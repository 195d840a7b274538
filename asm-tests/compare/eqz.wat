;; eqz of a comparison inverts it; of anything else it is a comparison with zero.
(module
  (func $of_comparison (param i32 i32)
    (block (br_if 0 (i32.eqz (i32.lt_u (local.get 0) (local.get 1)))) (unreachable)))
  (func $of_value (param i64)
    (block (br_if 0 (i64.eqz (local.get 0))) (unreachable)))
  (func $twice (param i32) (result i32)
    (i32.eqz (i32.eqz (local.get 0))))
  (func $of_float_comparison (param f64 f64)
    (block (br_if 0 (i32.eqz (f64.lt (local.get 0) (local.get 1)))) (unreachable)))
  (func $of_constant (result i32)
    (i32.eqz (i32.const 0))))
