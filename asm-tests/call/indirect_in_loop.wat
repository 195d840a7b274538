;; Homes survive calls of any instance.
(module
  (type $t (func (param i32 i32) (result i32)))
  (table 10 funcref)
  (func $fold (param i32 i32) (result i32)
    (loop
      (local.set 0 (call_indirect (type $t) (local.get 0) (local.get 1) (i32.const 0)))
      (br_if 0 (local.tee 1 (i32.sub (local.get 1) (i32.const 1)))))
    (local.get 0)))
