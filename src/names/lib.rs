//! Names of functions as people read them: compilers mangle them, and modules may call their functions anything.
//!
//! Whatever shows a name of a module to a person does so through [`shown`] or [`printable`]: backtraces of `run`, listings,
//! `inspect`, messages. Demangling is a matter of libraries: `rustc-demangle` (Rust, both of its schemes) and `cpp_demangle` (the Itanium C++
//! ABI). A name is not trusted: what is long, or becomes much longer, stays as it is.
#![forbid(unsafe_code)]

use beeline_abi::text::MAX_NAME;
pub use beeline_abi::text::printable;
use cpp_demangle::{DemangleOptions, ParseOptions, Symbol};
use std::borrow::Cow;
use std::fmt::{self, Write};

/// Bytes of the longest name that is demangled.
const MAX_MANGLED: usize = MAX_NAME;
/// Bytes of the longest name that demangling may lead to: back references of a short name can stand for
/// gigabytes. More is not shown either.
const MAX_DEMANGLED: usize = MAX_NAME;

/// How deep the parts of a C++ name are parsed. `cpp_demangle` tries several readings of each part, one inside the other: at its own limit, 96, a
/// name of 200 bytes can take minutes, at this one 20 ms. What is deeper stays as it is; linkers demangle most C++ names
/// anyway.
const MAX_DEPTH: u32 = 24;

/// Whether a name looks mangled; only such names are looked at more closely. `_R` is Rust's, `_Z` Itanium C++'s and
/// older Rust's.
#[must_use]
pub fn is_mangled(name: &str) -> bool {
    (name.starts_with("_R") || name.starts_with("_Z")) && name.len() <= MAX_MANGLED
}

/// The name that a compiler has mangled, or the name itself. Of Rust's names the hash is left out.
#[must_use]
pub fn demangle(name: &str) -> Cow<'_, str> {
    if !is_mangled(name) {
        return Cow::Borrowed(name);
    }
    let mut out = Limited(String::new());
    let done = match rustc_demangle::try_demangle(name) {
        Ok(rust) => write!(out, "{rust:#}").is_ok(),
        Err(_) => Symbol::new_with_options(name, &ParseOptions::default().recursion_limit(MAX_DEPTH))
            .is_ok_and(|symbol| symbol.structured_demangle(&mut out, &DemangleOptions::default()).is_ok()),
    };
    if done && !out.0.is_empty() { Cow::Owned(out.0) } else { Cow::Borrowed(name) }
}

/// A name as it is shown: demangled, on one line, and without what steers a terminal.
#[must_use]
pub fn shown(name: &str) -> String {
    printable(&demangle(name))
}

/// A string of at most [`MAX_DEMANGLED`] bytes: what would make it longer fails.
struct Limited(String);

impl Write for Limited {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.0.len() + text.len() > MAX_DEMANGLED {
            return Err(fmt::Error);
        }
        self.0.push_str(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_rust_and_cpp_become_readable() {
        for (mangled, readable) in [
            ("_ZN4core3fmt5Write9write_fmt17h0123456789abcdefE", "core::fmt::Write::write_fmt"),
            ("_RNvC7mycrate3foo", "mycrate::foo"),
            (
                "_RNvNtNtNtCs52s779Dikuc_3std3sys3pal4wasi14abort_internal",
                "std::sys::pal::wasi::abort_internal",
            ),
            ("_ZN5space3fooEii", "space::foo(int, int)"),
            ("_ZNKSt6vectorIiSaIiEE4sizeEv", "std::vector<int, std::allocator<int> >::size() const"),
        ] {
            assert_eq!(demangle(mangled), readable);
        }
    }

    #[test]
    fn other_names_stay_as_they_are() {
        for name in
            ["", "_start", "main", "_R", "_Z", "_ZN", "_Zx", "_RNvC7mycrate", "foo::bar", "größe", "_Zö"]
        {
            assert!(matches!(demangle(name), Cow::Borrowed(same) if same == name), "{name}");
        }
    }

    #[test]
    fn no_name_takes_long_or_becomes_long() {
        // Each back reference of Rust's (`B_` is the first byte behind the prefix) or substitution of C++'s doubles the name.
        let rust = |depth| format!("_RINvC1a1b{}", "TB_".repeat(depth));
        let mut cpp = "_Z1fSt4pairIiiE".to_owned();
        for n in 0..30_u32 {
            let last = char::from_digit(n, 36).unwrap_or('0').to_ascii_uppercase();
            cpp += &format!("St4pairIS{last}_S{last}_E");
        }
        // Readings that are tried one inside the other, each in vain.
        let nested =
            ["N", "I", "P", "F", "T", "I1a", "I1aL"].map(|part| format!("_Z1f{}", part.repeat(1000)));
        let long = format!("_ZN{}E", "1a".repeat(1 << 20));
        for name in [rust(10), rust(1000), cpp, long].iter().chain(&nested) {
            assert!(demangle(name).len() <= MAX_DEMANGLED.max(name.len()));
        }
    }

    #[test]
    fn shown_names_are_demangled_and_escaped() {
        assert_eq!(shown("_ZN5space3fooEii"), "space::foo(int, int)");
        assert_eq!(shown("a\x1b[1m\nb"), "a\\u{1b}[1m\\u{a}b");
        assert!(shown(&"x".repeat(1 << 20)).len() < MAX_NAME + 10);
    }
}
