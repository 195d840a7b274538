;; Values that change places on the way back.
(module
  (func $fibonacci (param i32) (result i32) (local i32)
    (i32.const 0) (i32.const 1)
    (loop (param i32 i32) (result i32)
      (local.set 1)
      (i32.add (local.get 1))
      (local.get 1)
      (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))
      (drop))))
