//! WASI preview 1 over the operating system, sandboxed.
