;; Moves between register files; slots and constants need none.
(module
  (func $f)
  (func $i32_f32 (param f32 f32) (result i32) (i32.reinterpret_f32 (f32.add (local.get 0) (local.get 1))))
  (func $f64_i64 (param i64 i64) (result f64) (f64.reinterpret_i64 (i64.add (local.get 0) (local.get 1))))
  (func $of_slot (param f64) (result i64)
    (call $f)
    (i64.reinterpret_f64 (local.get 0)))
  (func $of_constant (result i32) (i32.reinterpret_f32 (f32.const -1))))
