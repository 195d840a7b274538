;; Bounds that have a shorter neighbour.
(module
  (func $lt_s_1 (param i32) (block (br_if 0 (i32.lt_s (local.get 0) (i32.const 1))) (unreachable)))
  (func $ge_s_128 (param i32) (block (br_if 0 (i32.ge_s (local.get 0) (i32.const 128))) (unreachable)))
  (func $lt_u_1 (param i32) (block (br_if 0 (i32.lt_u (local.get 0) (i32.const 1))) (unreachable)))
  (func $gt_s_minus_1 (param i32) (block (br_if 0 (i32.gt_s (local.get 0) (i32.const -1))) (unreachable)))
  (func $le_u_0 (param i32) (block (br_if 0 (i32.le_u (local.get 0) (i32.const 0))) (unreachable)))
  (func $lt_u_two_to_the_31 (param i64) (block (br_if 0 (i64.lt_u (local.get 0) (i64.const 0x80000000))) (unreachable)))
  (func $gt_u_32_bits (param i64) (block (br_if 0 (i64.gt_u (local.get 0) (i64.const 0xffffffff))) (unreachable)))
  (func $ge_s_most_negative (param i64) (block (br_if 0 (i64.ge_s (local.get 0) (i64.const -0x8000000000000000))) (unreachable))))
