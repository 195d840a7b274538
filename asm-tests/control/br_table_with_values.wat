;; One value goes to its register before the dispatch; values in slots need moves for each target.
(module
  (func $value (param i32 i32) (result i32)
    (block (result i32)
      (i32.add
        (block (result i32)
          (br_table 0 1 0 (local.get 1) (local.get 0)))
        (i32.const 5))))
  (func $to_loop (param i32) (result i32)
    (i32.const 3)
    (loop (param i32) (result i32)
      (i32.add (local.get 0))
      (block (param i32) (result i32)
        (br_table 0 1 (i32.and (local.get 0) (i32.const 1))))))
  (func $index_in_result_register (param i32) (result i32)
    (block (result i32)
      (br_table 0 0 (i32.const 1) (i32.add (local.get 0) (i32.const 1))))))
