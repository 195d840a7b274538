;; local.set of a local, and a tee whose value is used.
(module
  (func $home_to_home (param i32 i32) (result i32)
    (local.set 0 (local.get 1))
    (i32.mul (i32.mul (local.get 0) (local.get 1)) (local.get 1)))
  (func $constant_to_home (param i32) (result i32)
    (local.set 0 (i32.const 0))
    (i32.mul (local.get 0) (local.get 0)))
  (func $tee_of_constant (param i32) (result i32)
    (i32.add (local.tee 0 (i32.const 8)) (local.get 0)))
  (func $tee_as_condition (param i32) (result i32)
    (block
      (br_if 0 (local.tee 0 (i32.and (local.get 0) (i32.const 7))))
      (return (i32.const 1)))
    (local.get 0)))
