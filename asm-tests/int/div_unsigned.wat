;; The hardware's fault is the trap.
(module
  (func $div (param i32 i32) (result i32) (i32.div_u (local.get 0) (local.get 1)))
  (func $rem (param i64 i64) (result i64) (i64.rem_u (local.get 0) (local.get 1)))
  (func $registers_in_the_way (param i32 i32) (result i32)
    (i32.add
      (i32.add (local.get 0) (i32.const 1))
      (i32.add
        (i32.add (local.get 0) (i32.const 2))
        (i32.add (i32.add (local.get 0) (i32.const 3)) (i32.div_u (local.get 0) (local.get 1))))))
  (func $divisor_in_rdx (param i32 i32) (result i32)
    (i32.div_u
      (i32.add (local.get 0) (i32.const 1))
      (i32.rem_u (local.get 0) (local.get 1)))))
