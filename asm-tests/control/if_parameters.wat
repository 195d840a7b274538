;; Both arms find parameters in their slots; without else they are the results.
(module
  (func $both (param i32 i32) (result i32)
    (i32.add (local.get 0) (i32.const 1))
    (if (param i32) (result i32) (local.get 1)
      (then (i32.mul (i32.const 3)))
      (else (i32.xor (i32.const 5)))))
  (func $no_else (param i32 i32) (result i32)
    (i32.add (local.get 0) (i32.const 1))
    (if (param i32) (result i32) (local.get 1)
      (then (i32.mul (i32.const 3))))))
