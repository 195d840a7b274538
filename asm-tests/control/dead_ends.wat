;; Code from which the program does not go on lies behind all other, if it finds there all that it needs.
(module
  (import "env" "fail" (func $fail (param i32 i32)))
  (func $checked_sum (param $a i32) (param $b i32) (result i32)
    (local $sum i32)
    (block $overflow
      (local.set $sum (i32.add (local.get $a) (local.get $b)))
      (br_if $overflow (i32.lt_u (local.get $sum) (local.get $a)))
      (return (local.get $sum)))
    (call $fail (i32.const 1048576) (i32.const 7))
    (unreachable))
  (func $checked_load (param $at i32) (param $len i32) (result i32)
    (block $next
      (block $outside
        (br_if $outside (i32.eqz (local.get $len)))
        (br_if $outside (i32.ge_u (local.get $at) (local.get $len)))
        (br $next))
      (call $fail (local.get $at) (local.get $len))
      (unreachable))
    (local.get $at))
  ;; The value is in a register only, where the jump starts.
  (func $in_register (param $a i64)
    (local $low i32)
    (block $next
      (block $odd
        (br_if $odd (i32.and (local.tee $low (i32.wrap_i64 (i64.mul (local.get $a) (local.get $a)))) (i32.const 1)))
        (br $next))
      (call $fail (local.get $low) (i32.const 0))
      (unreachable)))
  ;; An operand lies below the block.
  (func $operand (param $a i32) (result i32)
    (i32.const 3)
    (block $zero
      (br_if $zero (i32.eqz (local.get $a)))
      (return (local.get $a)))
    (call $fail (i32.const 4))
    (unreachable))
  ;; Nothing but the trap, behind a number of ten bytes.
  (func $trap (param $a i64) (result i64)
    (block $next
      (block $zero
        (br_if $zero (i64.eqz (local.get $a)))
        (br_if $zero (i64.eq (local.get $a) (i64.const 0x7fffffffffffffff)))
        (br $next))
      (i64.const 0x8000000000000000)
      (unreachable))
    (local.get $a))
  ;; No dead end: the zero is the last byte of a number.
  (func $number (param $a i64) (result i64)
    (block $next
      (block $zero
        (br_if $zero (i64.eqz (local.get $a)))
        (br $next))
      (local.set $a (i64.const 0x7fffffffffffffff)))
    (local.get $a))
  ;; Behind an `else`: both arms leave, but for what has come upon something.
  (func $arms (param $a i32) (param $b i32) (result i32)
    (block $next
      (if $bad (local.get $a)
        (then (br_if $bad (i32.eq (local.get $b) (i32.const 5))) (br $next))
        (else (br_if $bad (i32.eq (local.get $b) (i32.const 6))) (return (local.get $b))))
      (call $fail (local.get $a) (local.get $b))
      (unreachable))
    (local.get $a)))
