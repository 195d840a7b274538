;; Each of three temporaries is where another one has to go: exchanges.
(module
  (func $three (param i32 i32 i32))
  (func $call (param i32 i32)
    (call $three
      (i32.rem_u (local.get 0) (local.get 1))
      (i32.add (local.get 0) (i32.const 1))
      (i32.add (local.get 1) (i32.const 2))))
  (func $floats (param f64 f64) (result f64 f64)
    (f64.add (local.get 0) (local.get 1))
    (f64.sub (local.get 0) (local.get 1)))
  (func $take_floats (param f64 f64))
  (func $in_place
    (call $take_floats (call $floats (f64.const 0) (f64.const 0)))))
