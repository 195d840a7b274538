;; Parameters that the body does not name are left where they are.
(module
  (func $none (param i32 i64 f32 f64))
  (func $last (param i32 i32 i32 i32 i32 i32 i32) (result i32)
    (local.get 6))
  (func $some (param i32 f64 i32 f64) (result f64)
    (f64.add (local.get 3) (f64.convert_i32_s (local.get 2)))))
