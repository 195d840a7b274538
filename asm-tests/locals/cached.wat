;; Locals without a home stay in temporary registers up to the next label, and are stored only if somebody may read the slot.
(module
  (func $f (param i32))
  (func $g (result i32) (i32.const 1))
  ;; Read for the last time by the call: never stored.
  (func $last_read (param i32)
    (call $f (local.get 0))
    (call $f (i32.const 1)))
  ;; Needed behind the call.
  (func $call (param i32) (result i32)
    (call $f (local.get 0))
    (local.get 0))
  ;; An alias that is left on the stack is stored with its local.
  (func $alias (param i32) (result i32)
    (local.get 0)
    (call $g)
    (i32.add))
  ;; Written again: the alias keeps the register.
  (func $overwritten (param i32) (result i32)
    (call $f (i32.const 1))
    (local.get 0)
    (local.set 0 (call $g))
    (local.get 0)
    (i32.sub))
  ;; Exposed: stored before the branch, once, and still read from the register in front of the label.
  (func $branch (param i32) (result f64) (local f64)
    (call $f (i32.const 1))
    (block
      (local.set 1 (f64.load (local.get 0)))
      (br_if 0 (f64.eq (local.get 1) (f64.const 0)))
      (call $f (i32.const 2)))
    (local.get 1))
  ;; Not exposed: dead at the label.
  (func $dead_at_label (param i32) (local f64)
    (call $f (i32.const 1))
    (block
      (local.set 1 (f64.load (local.get 0)))
      (br_if 0 (f64.eq (local.get 1) (f64.const 0)))
      (f64.store (i32.const 8) (local.get 1))))
  ;; Read by the next iteration: stored at the end of each.
  (func $loop (param i32) (local i32)
    (call $f (i32.const 1))
    (loop
      (i32.store (local.get 0) (local.get 1))
      (local.set 1 (i32.load offset=4 (local.get 0)))
      (br_if 0 (i32.lt_u (local.get 1) (i32.const 100)))))
  ;; In the first arm the register is known, in the second it is not.
  (func $arms (param i32) (result f64) (local f64)
    (call $f (i32.const 1))
    (local.set 1 (f64.load (local.get 0)))
    (if (result f64) (local.get 0)
      (then (f64.sqrt (local.get 1)))
      (else (f64.abs (local.get 1)))))
  ;; Never read: not computed into anything.
  (func $never_read (param i32) (local i32)
    (local.set 1 (local.get 0)))
  ;; The shift's count is in the register that it needs; the value that is shifted moves out of it.
  (func $shift (param i32) (result i32)
    (i32.shl (local.get 0) (local.get 0)))
  (func $divide (param i32 i32) (result i32)
    (i32.sub (i32.div_u (local.get 0) (local.get 1)) (local.get 1)))
  (memory 1))
