//! The features of WebAssembly by their names: one table for refusals, for what there is to do about them, and for whoever lists what a
//! module uses.

#![forbid(unsafe_code)]

use std::fmt;

/// A feature that a module may use beside WebAssembly 1.0: a proposal of its own once, most of them parts of version 2.0 or 3.0.
#[derive(Debug, PartialEq, Eq)]
pub struct Feature {
    /// The proposal, as `wasmparser` names it.
    proposal: &'static str,
    /// Its name for people.
    name: &'static str,
    /// Whether it is compiled.
    supported: bool,
    /// How usual toolchains are kept from using it; empty if nothing is known.
    advice: &'static str,
}

/// Proposals, names, support and advice, in the order of the versions of WebAssembly.
static FEATURES: &[Feature] = &[
    yes("mutable_global", "mutable globals"),
    yes("sign_extension", "sign extension"),
    yes("saturating_float_to_int", "saturating conversions"),
    yes("multi_value", "multiple values"),
    yes("bulk_memory", "bulk memory"),
    yes("reference_types", "reference types"),
    yes("extended_const", "extended constant expressions"),
    no(
        "simd",
        "vectors (SIMD)",
        "compile without them: -mno-simd128 (clang, zig), -C target-feature=-simd128 (Rust), no -msimd128 (Emscripten)",
    ),
    no(
        "relaxed_simd",
        "relaxed vectors (relaxed SIMD)",
        "compile without them: -mno-relaxed-simd (clang, zig), -C target-feature=-relaxed-simd (Rust)",
    ),
    no(
        "tail_call",
        "tail calls",
        "compile without them: -mno-tail-call (clang, zig), -C target-feature=-tail-call (Rust)",
    ),
    no("exceptions", "exceptions", WITHOUT_EXCEPTIONS),
    no("legacy_exceptions", "exceptions (the older encoding)", WITHOUT_EXCEPTIONS),
    no("threads", "threads (atomics and shared memories)", WITHOUT_THREADS),
    no("shared_everything_threads", "threads (shared everything)", WITHOUT_THREADS),
    no(
        "function_references",
        "typed function references",
        "compile for WebAssembly 2.0, if the compiler can",
    ),
    no(
        "gc",
        "garbage collection",
        "its compiler relies on it (as those of Kotlin, Dart and Java do): there is no way without",
    ),
    no("memory64", "64-bit memories", "compile for wasm32 in place of wasm64"),
    no("multi_memory", "several memories", "compile with one memory (clang, zig: -mno-multimemory)"),
    no(
        "component_model",
        "components",
        "build for wasm32-wasip1, or take the core module out of the component",
    ),
    no("custom_page_sizes", "other page sizes", "compile with pages of 64 KiB"),
    no("memory_control", "memory control", ""),
    no("wide_arithmetic", "wide arithmetic", "compile without it: -mno-wide-arithmetic (clang, zig)"),
    no("stack_switching", "stack switching", ""),
    no("custom_descriptors", "custom descriptors", ""),
    no("compact_imports", "compact imports", ""),
    no("acquire_release_atomics", "acquire-release atomics", WITHOUT_THREADS),
    no("multibyte_array_access", "multibyte array access", ""),
];

const WITHOUT_EXCEPTIONS: &str = "compile without them: -fno-exceptions (C++), no -fwasm-exceptions (Emscripten), -C panic=abort (Rust); \
    setjmp and longjmp need them, too";
const WITHOUT_THREADS: &str =
    "compile for one thread: without -pthread, for wasm32-wasip1 in place of wasm32-wasip1-threads";

/// What stands for a feature that the table does not have.
static OTHER: Feature = no("", "a proposal that is not part of WebAssembly yet", "");

const fn yes(proposal: &'static str, name: &'static str) -> Feature {
    Feature { proposal, name, supported: true, advice: "" }
}

const fn no(proposal: &'static str, name: &'static str, advice: &'static str) -> Feature {
    Feature { proposal, name, supported: false, advice }
}

impl Feature {
    /// The feature of a proposal, in `wasmparser`'s words: `simd`, `tail_call`. Others are one that has no name.
    #[must_use]
    pub fn of_proposal(proposal: &str) -> &'static Self {
        // The types of garbage collection are a flag of their own there.
        let proposal = if proposal == "gc_types" { "gc" } else { proposal };
        FEATURES.iter().find(|feature| feature.proposal == proposal).unwrap_or(&OTHER)
    }

    /// Its name for people: `vectors (SIMD)`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether modules that use it are compiled.
    #[must_use]
    pub const fn is_supported(&self) -> bool {
        self.supported
    }

    /// How usual toolchains are kept from using it, in one sentence without a full stop.
    #[must_use]
    pub const fn advice(&self) -> Option<&'static str> {
        if self.advice.is_empty() { None } else { Some(self.advice) }
    }
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::module::features;

    /// The table says of each feature what the validator does with it, and knows all that the parser knows.
    #[test]
    fn the_table_and_the_validator_agree() {
        for (name, flag) in wasmparser::WasmFeatures::all().iter_names() {
            let proposal = name.to_lowercase();
            // Parts of components, of bulk memory and of reference types, and what decides about types and floats, are no proposals that
            // a module is told about.
            if proposal.starts_with("cm")
                || ["floats", "gc_types", "bulk_memory_opt", "call_indirect_overlong"].contains(&&*proposal)
            {
                continue;
            }
            let feature = Feature::of_proposal(&proposal);
            assert_ne!(feature.proposal, "", "{proposal} has no name");
            assert_eq!(feature.supported, features().contains(flag), "{proposal}");
        }
    }

    #[test]
    fn names_are_told_apart() {
        let mut names: Vec<_> = FEATURES.iter().map(Feature::name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FEATURES.len());
    }
}
