;; Arguments on the stack and results of an import.
(module
  (import "m" "f" (func $f (param i64 i64 i64 i64 i64 i64 i64 f32) (result f64 i32)))
  (func $call (param i64 f32) (result i32)
    (call $f
      (local.get 0) (i64.const 2) (i64.const 3) (i64.const 4) (i64.const 5) (i64.const 6) (local.get 0)
      (local.get 1))
    (i32.mul (i32.const 5))
    (return)))
