;; Values that travel in slots move once for each block that the table names, however often it names it; entries of the same block are equal.
(module
  (func $one_block (param i32) (result i32 i32 i32)
    (block (result i32 i32 i32)
      (i32.const 9)
      (i32.const 1) (i32.const 2) (i32.const 3)
      (br_table 0 0 0 0 0 0 0 0 (local.get 0))))

  (func $two_blocks (param i32) (result i32)
    (block $a (result i32 i32 i32)
      (block $b (result i32 i32 i32)
        (i32.const 1) (i32.const 2) (i32.const 3)
        (br_table $a $b $a $b $a $b $a $b (local.get 0)))
      (drop) (drop) (drop)
      (i32.const 4) (i32.const 5) (i32.const 6))
    (i32.add)
    (i32.add)))
