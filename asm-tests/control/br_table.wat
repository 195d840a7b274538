;; A few targets are comparisons, many a table of distances behind the code.
(module
  (func $one_case (param i32) (result i32)
    (block (block (br_table 0 1 (local.get 0))) (return (i32.const 1)))
    (i32.const 2))
  (func $three_cases (param i32) (result i32)
    (block (block (block (block
      (br_table 0 1 2 3 (local.get 0)))
      (return (i32.const 10)))
      (return (i32.const 20)))
      (return (i32.const 30)))
    (i32.const 40))
  (func $table (param i32) (result i32)
    (block (block (block (block (block (block
      (br_table 0 1 2 3 4 0 5 (i32.sub (local.get 0) (i32.const 3))))
      (return (i32.const 10)))
      (return (i32.const 20)))
      (return (i32.const 30)))
      (return (i32.const 40)))
      (return (i32.const 50)))
    (i32.const 60))
  (func $default_only (param i32)
    (block (br_table 0 (local.get 0)))))
