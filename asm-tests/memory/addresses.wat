;; Constant addresses, sums that must wrap, offsets beyond a displacement.
(module
  (memory 1)
  (func $constant (result i32) (i32.load offset=8 (i32.const 1024)))
  (func $constant_store (i32.store (i32.const 16) (i32.const 1)))
  (func $constant_large (result i32) (i32.load offset=0xfffffff0 (i32.const 0xfffffff0)))
  (func $sum_wraps (param i32) (result i32) (i32.load offset=4 (i32.add (local.get 0) (i32.const 8))))
  (func $offset_large (param i32) (result i32) (i32.load offset=0xfffffff0 (local.get 0)))
  (func $offset_limit (param i32) (result i32)
    (i32.add (i32.load offset=0x7fffffef (local.get 0)) (i32.load offset=0x7ffffff0 (local.get 0))))
  (func $indexed (param i32 i32) (result i32)
    (i32.load (i32.add (local.get 0) (i32.shl (local.get 1) (i32.const 2)))))
  (func $chain (param i32) (result i32)
    (i32.load offset=4 (i32.load offset=4 (i32.load (local.get 0))))))
