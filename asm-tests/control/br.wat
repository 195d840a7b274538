;; Jumps carry values to where the label has them.
(module
  (func $out_of_two (param i32) (result i32)
    (block (result i32)
      (block
        (br_if 0 (local.get 0))
        (br 1 (i32.const 5)))
      (i32.add (local.get 0) (i32.const 1))))
  (func $operands_below (param i32) (result i32)
    (i32.add (local.get 0) (i32.const 9))
    (block (result i32)
      (br_if 0 (i32.const 1) (i32.eqz (local.get 0)))
      (drop)
      (br 0 (i32.mul (local.get 0) (local.get 0))))
    (i32.sub))
  (func $to_the_end
    (block (br 0)))
  (func $return_from_depth (param i32) (result i32)
    (block (block (block
      (return (i32.add (local.get 0) (i32.const 1))))))
    (i32.const 0)))
