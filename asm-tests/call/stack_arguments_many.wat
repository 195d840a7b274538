;; As many arguments on the stack as one likes: none needs a register of its own.
(module
  (func $callee (param f64 f64 f64 f64 f64 f64 f64 f64 f64 f64 f64 f64 f64 f64 f64 f64 f64 f64))
  (func $call
    (call $callee
      (f64.const 0.5) (f64.const 0.5) (f64.const 0.5) (f64.const 0.5) (f64.const 0.5) (f64.const 0.5)
      (f64.const 0.5) (f64.const 0.5) (f64.const 0.5) (f64.const 0.5) (f64.const 0.5) (f64.const 0.5)
      (f64.const 0.5) (f64.const 0.5) (f64.const 0.5) (f64.const 0.5) (f64.const 0.5) (f64.const 0.5))))
