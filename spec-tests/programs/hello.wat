;; The smallest useful WASI program: one write to standard output, then a normal return, which is exit status 0.
(module
  ;; fd_write(descriptor, address of the list of buffers, length of the list, where to store the bytes written) -> errno
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  ;; A list of one buffer: its address and its length.
  (data (i32.const 0) "\10\00\00\00" "\0e\00\00\00")
  (data (i32.const 16) "Hello, world!\n")
  (func (export "_start")
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
