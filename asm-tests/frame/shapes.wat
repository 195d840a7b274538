;; Leaf functions use what lies below sp; others move it, aligned to 16.
(module
  (func $f (param i32) (result i32) (local.get 0))
  (func $leaf_with_slot (param i32) (result i32)
    (i32.clz (local.get 0)))
  (func $no_slots (result i32)
    (call $f (i32.const 1)))
  (func $one_slot (param i32) (result i32)
    (i32.add (call $f (local.get 0)) (i32.const 1)))
  (func $saved_register (param i32) (result i32)
    (i32.add (i32.add (call $f (local.get 0)) (local.get 0)) (i32.mul (local.get 0) (i32.mul (local.get 0) (local.get 0)))))
  (func $saved_three (param i32 i32 i32) (result i32)
    (loop
      (local.set 0 (call $f (i32.add (local.get 0) (i32.add (local.get 1) (local.get 2)))))
      (br_if 0 (i32.lt_s (local.get 0) (i32.add (local.get 1) (local.get 2)))))
    (local.get 0)))
