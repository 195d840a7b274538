;; Float selects jump around a move.
(module
  (func $f64 (param f64 f64 i32) (result f64)
    (select (local.get 0) (local.get 1) (local.get 2)))
  (func $min (param f32 f32) (result f32)
    (select (local.get 0) (local.get 1) (f32.lt (local.get 0) (local.get 1))))
  (func $equal (param f64 f64) (result f64)
    (local.set 0 (select (local.get 0) (local.get 1) (f64.eq (local.get 0) (local.get 1))))
    (local.get 0))
  (func $not_equal (param f64 f64) (result f64)
    (select (local.get 1) (local.get 0) (f64.ne (local.get 0) (local.get 1)))))
