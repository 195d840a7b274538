;; The older name of WASI, `wasi_unstable`, whose seek directions, file attributes and subscriptions differ from preview 1.
;; Prints a line for each check that holds, and exits with its number if one does not.
(module
  (import "wasi_unstable" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_seek" (func $fd_seek (param i32 i64 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_filestat_get" (func $fd_filestat_get (param i32 i32) (result i32)))
  (import "wasi_unstable" "poll_oneoff" (func $poll_oneoff (param i32 i32 i32 i32) (result i32)))
  (import "wasi_unstable" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "file")
  (data (i32.const 16) "written\0a")
  (data (i32.const 32) "seek from the end\0a")
  (data (i32.const 64) "size in the place of snapshot 0\0a")
  (data (i32.const 128) "a clock with an identifier of its own\0a")

  (func $check (param $holds i32) (param $number i32)
    (if (i32.eqz (local.get $holds)) (then (call $proc_exit (local.get $number)))))

  (func $write (param $fd i32) (param $text i32) (param $len i32) (result i32)
    (i32.store (i32.const 1024) (local.get $text))
    (i32.store (i32.const 1028) (local.get $len))
    (call $fd_write (local.get $fd) (i32.const 1024) (i32.const 1) (i32.const 1032)))

  (func $say (param $text i32) (param $len i32)
    (drop (call $write (i32.const 1) (local.get $text) (local.get $len))))

  (func (export "_start") (local $fd i32)
    ;; Create `file` in the granted directory, for reading, writing and seeking.
    (call $check
      (i32.eqz (call $path_open (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 4) (i32.const 1)
        (i64.const 0x200066) (i64.const 0) (i32.const 0) (i32.const 1040)))
      (i32.const 1))
    (local.set $fd (i32.load (i32.const 1040)))
    (call $check (i32.eqz (call $write (local.get $fd) (i32.const 16) (i32.const 8))) (i32.const 2))
    (call $say (i32.const 16) (i32.const 8))

    ;; 1 is the end here; in preview 1 it is the present position.
    (call $check
      (i32.eqz (call $fd_seek (local.get $fd) (i64.const -2) (i32.const 1) (i32.const 1048)))
      (i32.const 3))
    (call $check (i64.eq (i64.load (i32.const 1048)) (i64.const 6)) (i32.const 4))
    (call $say (i32.const 32) (i32.const 18))

    ;; The link count has 32 bits, so the size is at 24; the 56 bytes end before 1136.
    (i64.store (i32.const 1136) (i64.const 0x1234))
    (call $check (i32.eqz (call $fd_filestat_get (local.get $fd) (i32.const 1080))) (i32.const 5))
    (call $check (i32.eq (i32.load (i32.const 1100)) (i32.const 1)) (i32.const 6))
    (call $check (i64.eq (i64.load (i32.const 1104)) (i64.const 8)) (i32.const 7))
    (call $check (i64.eq (i64.load (i32.const 1136)) (i64.const 0x1234)) (i32.const 8))
    (call $say (i32.const 64) (i32.const 32))

    ;; Two subscriptions of 56 bytes: never, and after a millisecond of the monotonic clock.
    (i64.store (i32.const 2000) (i64.const 11))
    (i64.store (i32.const 2016) (i64.const -1))
    (i32.store (i32.const 2024) (i32.const 1))
    (i64.store (i32.const 2032) (i64.const -1))
    (i64.store (i32.const 2056) (i64.const 22))
    (i64.store (i32.const 2072) (i64.const -1))
    (i32.store (i32.const 2080) (i32.const 1))
    (i64.store (i32.const 2088) (i64.const 1000000))
    (call $check
      (i32.eqz (call $poll_oneoff (i32.const 2000) (i32.const 3000) (i32.const 2) (i32.const 3200)))
      (i32.const 9))
    (call $check (i32.eq (i32.load (i32.const 3200)) (i32.const 1)) (i32.const 10))
    (call $check (i64.eq (i64.load (i32.const 3000)) (i64.const 22)) (i32.const 11))
    (call $check (i64.eqz (i64.load (i32.const 3008))) (i32.const 12))
    (call $say (i32.const 128) (i32.const 38))
    (call $proc_exit (i32.const 0))))
