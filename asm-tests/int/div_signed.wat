;; The smallest number by -1 would fault like a division by zero, so -1 is taken out of line.
(module
  (func $div (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
  (func $rem (param i64 i64) (result i64) (i64.rem_s (local.get 0) (local.get 1)))
  (func $into_home (param i32 i32) (result i32)
    (local.set 0 (i32.div_s (local.get 0) (local.get 1)))
    (i32.add (local.get 0) (local.get 1))))
