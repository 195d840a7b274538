;; References are 64-bit integers; null is zero.
(module
  (func $f)
  (func $copy (param externref) (result externref) (local externref)
    (call $f)
    (local.set 1 (local.get 0))
    (local.get 1))
  (func $null_by_default (result funcref) (local funcref)
    (call $f)
    (local.get 0))
  (func $set_null (param funcref) (result funcref)
    (local.set 0 (ref.null func))
    (local.get 0)))
