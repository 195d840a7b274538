;; The base of an imported memory lives in the last home.
(module
  (import "m" "memory" (memory 1))
  (func $f)
  (func $load (param i32) (result i32) (i32.load offset=4 (local.get 0)))
  (func $store_between_calls (param i32)
    (call $f)
    (i32.store (local.get 0) (i32.const 1)))
  (func $constant (result i32) (i32.load (i32.const 8)))
  (func $size (result i32) (memory.size))
  (func $untouched (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))
