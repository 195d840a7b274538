;; Results go to the registers of the convention wherever return stands.
(module
  (func $early (param i32 f64) (result f64)
    (if (i32.eqz (local.get 0)) (then (return (f64.const 0))))
    (f64.mul (local.get 1) (local.get 1)))
  (func $two (param i32 i64) (result i64 i32)
    (if (local.get 0) (then (return (local.get 1) (local.get 0))))
    (i64.const -1) (i32.const -1))
  (func $conditionally (param i32) (result i32)
    (i32.const 5)
    (br_if 0 (i32.gt_u (local.get 0) (i32.const 9)))
    (drop)
    (local.get 0)))
