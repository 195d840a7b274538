//! Tests of Beeline.
