//! Compiled modules as object files and executables.
