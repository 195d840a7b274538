(module
  (table $t 10 externref)
  (func $size (result i32) (table.size $t))
  (func $grow (param externref i32) (result i32) (table.grow $t (local.get 0) (local.get 1)))
  (func $grow_null (result i32) (table.grow $t (ref.null extern) (i32.const 5))))
