;; A slot holds the address of the value.
(module
  (global $i (import "m" "i") (mut i32))
  (global $d (import "m" "d") f64)
  (global $own (mut i32) (i32.const 0))
  (func $get (result i32) (global.get $i))
  (func $set (param i32) (global.set $i (local.get 0)))
  (func $float (result f64) (global.get $d))
  (func $both (global.set $own (global.get $i))))
