;; Calls of the runtime.
(module
  (table $t 10 funcref)
  (table $u 10 funcref)
  (elem $e func $f)
  (func $f)
  (func $copy (param i32 i32 i32) (table.copy $t $u (local.get 0) (local.get 1) (local.get 2)))
  (func $fill (param i32 funcref i32) (table.fill $t (local.get 0) (local.get 1) (local.get 2)))
  (func $init (table.init $u $e (i32.const 0) (i32.const 0) (i32.const 1)))
  (func $drop (elem.drop $e)))
