;; Calls of the runtime: constants first, then the operands.
(module
  (memory 1)
  (data $d "abc")
  (func $copy (param i32 i32 i32) (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  (func $fill (param i32 i32 i32) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
  (func $init (memory.init $d (i32.const 8) (i32.const 0) (i32.const 3)))
  (func $drop (data.drop $d))
  (func $temporaries_survive (param i32) (result i32)
    (i32.add (local.get 0) (i32.const 1))
    (memory.fill (i32.const 0) (local.get 0) (i32.const 16))
    (i32.mul (i32.const 3))))
