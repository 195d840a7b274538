;; Signs by masks that are made in registers; rounding by SSE4.1.
(module
  (func $abs (param f64) (result f64) (f64.abs (local.get 0)))
  (func $neg (param f32) (result f32) (f32.neg (local.get 0)))
  (func $sqrt (param f64) (result f64) (f64.sqrt (local.get 0)))
  (func $ceil (param f32) (result f32) (f32.ceil (local.get 0)))
  (func $floor (param f64) (result f64) (f64.floor (local.get 0)))
  (func $trunc (param f64) (result f64) (f64.trunc (local.get 0)))
  (func $nearest (param f64) (result f64) (f64.nearest (local.get 0)))
  (func $in_place (param f64) (result f64)
    (local.set 0 (f64.abs (local.get 0)))
    (f64.sqrt (f64.neg (local.get 0)))))
