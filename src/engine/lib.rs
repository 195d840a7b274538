//! Beeline as a library: compile modules and run them in process.
