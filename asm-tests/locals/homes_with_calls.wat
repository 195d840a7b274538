;; What is used across calls lives in callee-saved registers, if it is used often enough to pay for the save: twice as often if no label is between its uses.
(module
  (func $f (param i32) (result i32) (local.get 0))
  (func $used_often (param i32) (result i32)
    (i32.add (call $f (local.get 0))
      (i32.add (call $f (local.get 0)) (i32.add (call $f (local.get 0)) (i32.add (local.get 0) (local.get 0))))))
  (func $used_thrice (param i32) (result i32)
    (i32.add (call $f (local.get 0)) (i32.add (call $f (local.get 0)) (local.get 0))))
  (func $used_thrice_behind_a_label (param i32) (result i32)
    (block (br_if 0 (call $f (local.get 0))) (drop (call $f (local.get 0))))
    (local.get 0))
  (func $used_twice (param i32) (result i32)
    (i32.add (call $f (local.get 0)) (local.get 0)))
  (func $in_a_loop (param i32) (result i32) (local i32)
    (loop
      (local.set 1 (i32.add (local.get 1) (call $f (local.get 0))))
      (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
    (local.get 1)))
