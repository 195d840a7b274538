//! The start of an executable: the archive that executables are linked with.
