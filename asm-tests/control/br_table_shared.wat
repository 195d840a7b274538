;; A table of many entries with few targets holds jumps; one of many targets holds distances.
(module
  (func $vowels (param i32) (result i32)
    (local i32)
    block $other
      block $vowel
        local.get 0
        i32.const 97
        i32.sub
        br_table $vowel $other $other $other $vowel $other $other $other $vowel $other $other $other $other $other $vowel
          $other $other $other $other $other $vowel $other
      end
      (local.set 1 (i32.const 1))
    end
    local.get 1))
