;; Results of inner blocks become results of outer ones without moves.
(module
  (func $inner_is_result (param i32) (result i32)
    (block (result i32)
      (block (result i32)
        (br_if 1 (i32.const 1) (local.get 0))
        (br_if 1 (i32.eqz (local.get 0)))
        (i32.add (i32.const 2)))))
  (func $if_in_block (param i32 i32) (result i32)
    (i32.add
      (if (result i32) (local.get 0) (then (local.get 1)) (else (i32.const 4)))
      (if (result i32) (local.get 1) (then (local.get 0)) (else (i32.const 8))))))
