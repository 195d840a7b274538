;; A leaf function's hottest locals live in caller-saved registers first; a parameter in one stays there.
(module
  (func $two (param i32 i32) (result i32)
    (i32.add (i32.mul (local.get 0) (local.get 0)) (i32.mul (local.get 1) (local.get 1))))
  (func $fifth_and_sixth_parameter (param i32 i32 i32 i32 i32 i32) (result i32)
    (i32.add (i32.mul (local.get 4) (local.get 4)) (i32.mul (local.get 5) (local.get 5))))
  (func $five (param i32 i32 i32 i32 i32) (result i32)
    (i32.add (i32.add (i32.add (i32.add
      (i32.mul (local.get 0) (local.get 0)) (i32.mul (local.get 1) (local.get 1)))
      (i32.mul (local.get 2) (i32.mul (local.get 2) (local.get 2))))
      (i32.mul (local.get 3) (i32.mul (local.get 3) (local.get 3))))
      (i32.mul (local.get 4) (i32.mul (local.get 4) (i32.mul (local.get 4) (local.get 4)))))))
