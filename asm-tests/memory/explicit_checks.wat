;; options: explicit-checks
;; The end of each access is compared with the memory's size, unless it is constant and below the smallest size.
(module
  (memory 1)
  (func $load (param i32) (result i32) (i32.load (local.get 0)))
  (func $load8 (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func $store (param i32 i64) (i64.store offset=100 (local.get 0) (local.get 1)))
  (func $offset_large (param i32) (result i32) (i32.load offset=0xfffffff0 (local.get 0)))
  (func $constant (result i32) (i32.load (i32.const 65532)))
  (func $constant_outside (result i32) (i32.load (i32.const 65533))))
