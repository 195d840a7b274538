;; Temporaries below the arguments go to their slots; constants and locals need not.
(module
  (func $f (param i32) (result i32) (local.get 0))
  (func $temporary (param i32 i32) (result i32)
    (i32.add (i32.mul (local.get 0) (local.get 1)) (call $f (local.get 0))))
  (func $float_temporary (param f64 i32) (result f64)
    (f64.add (f64.sqrt (local.get 0)) (f64.convert_i32_s (call $f (local.get 1)))))
  (func $result_of_call (param i32) (result i32)
    (i32.sub (call $f (i32.const 1)) (call $f (local.get 0))))
  (func $nested (param i32) (result i32)
    (call $f (call $f (call $f (local.get 0)))))
  (func $dropped (drop (call $f (i32.const 1)))))
