;; The id of a signature with more than nine types comes from the instance data.
(module
  (type $long (func (param i32 i32 i32 i32 i32 i32 i32 i32 f64) (result i32)))
  (table 10 funcref)
  (func $call (param i32) (result i32)
    (call_indirect (type $long)
      (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6) (i32.const 7) (i32.const 8)
      (f64.const 9)
      (local.get 0))))
