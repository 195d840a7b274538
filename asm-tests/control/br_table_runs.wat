;; A table of few runs is told apart by comparisons.
(module
  (func $digits_and_letters (param i32) (result i32)
    block $other
      block $letter
        block $digit
          local.get 0
          i32.const 48
          i32.sub
          br_table $digit $digit $digit $digit $digit $digit $digit $digit $digit $digit $other $other $other $other $other $other
            $letter $letter $letter $letter $letter $letter $letter $letter $letter $letter $letter $letter $letter $letter $letter
            $letter $letter $letter $letter $letter $letter $letter $letter $letter $letter $other
        end
        i32.const 1
        return
      end
      i32.const 2
      return
    end
    i32.const 3)
  (func $one_run (param i32) (result i32)
    block $all
      local.get 0
      br_table $all $all $all $all $all $all $all
    end
    i32.const 1))
