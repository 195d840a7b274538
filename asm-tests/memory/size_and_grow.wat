;; The size is a division of bytes; growing is the runtime's, and -1 is its failure.
(module
  (memory 1)
  (func $size (result i32) (memory.size))
  (func $grow (param i32) (result i32) (memory.grow (local.get 0)))
  (func $grow_failed (result i32)
    (i32.eq (memory.grow (i32.const 1)) (i32.const -1))))
