;; Operands below an if go to their slots before the comparison is emitted: moves in between would not keep flags.
(module
  (func $f)
  (func $temporaries (param i32 i32) (result i32)
    (i32.add (local.get 0) (i32.const 1))
    (i32.add (local.get 1) (i32.const 2))
    (if (i32.lt_s (i32.mul (local.get 0) (local.get 1)) (i32.const 3)) (then (call $f)))
    (i32.sub))
  (func $local_changed_by_operand (param i32) (result i32)
    (local.get 0)
    (if (i32.eq (local.get 0) (local.tee 0 (i32.load (local.get 0)))) (then (call $f)))
    (i32.sub (local.get 0)))
  (memory 1))
