;; More floats than registers.
(module
  (func $deep (param f64) (result f64)
    (f64.sub (f64.add (local.get 0) (local.get 0))
     (f64.sub (f64.add (local.get 0) (local.get 0))
      (f64.sub (f64.add (local.get 0) (local.get 0))
       (f64.sub (f64.add (local.get 0) (local.get 0))
        (f64.sub (f64.add (local.get 0) (local.get 0))
         (f64.sub (f64.add (local.get 0) (local.get 0))
          (f64.sub (f64.add (local.get 0) (local.get 0))
           (f64.sub (f64.add (local.get 0) (local.get 0))
            (f64.sqrt (local.get 0))))))))))))
