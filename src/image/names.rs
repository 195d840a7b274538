//! Names of functions in executables: backtraces show them as people read them, and what that takes is done when the executable is
//! made. An executable that trapped would otherwise need the demanglers, which are larger than itself, and would run them on names that it has
//! no reason to trust. A module without mangled names, which C's never are, keeps its bytes.

use beeline_abi::InfoView;
use beeline_abi::info::{Header, Range, Record, Section};
use std::borrow::Cow;

/// The info blob with all names of functions demangled.
pub(crate) fn readable<'a>(blob: &'a [u8], info: &InfoView<'_>) -> Cow<'a, [u8]> {
    if !info.func_names().any(|(_, name)| beeline_names::is_mangled(name)) {
        return Cow::Borrowed(blob);
    }
    let (mut names, mut count) = (Vec::new(), 0);
    for (index, name) in info.func_names() {
        let name = beeline_names::demangle(name);
        leb(index, &mut names);
        leb(name.len() as u32, &mut names);
        names.extend_from_slice(name.as_bytes());
        count += 1;
    }
    // The section of names is the last one. It begins with their number.
    let entry = Header::SIZE + Section::FuncNames as usize * Range::SIZE;
    let start = Range::read(&blob[entry..]).start;
    let mut readable = blob[..start as usize].to_vec();
    leb(count, &mut readable);
    readable.append(&mut names);
    let Ok(end) = u32::try_from(readable.len()) else { return Cow::Borrowed(blob) };
    let mut at = entry;
    Range { start, len: end - start }.write(&mut |bytes| {
        readable[at..][..bytes.len()].copy_from_slice(bytes);
        at += bytes.len();
    });
    readable.resize(readable.len().next_multiple_of(8), 0);
    Cow::Owned(readable)
}

/// Adds a number as unsigned LEB128 (WebAssembly 3.0, 5.2.2 Integers).
fn leb(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;
    use beeline_codegen::{Options, compile};

    /// The names of the functions of a module in its blob, and in the readable one.
    fn names(text: &str) -> (Vec<String>, Vec<String>, bool) {
        let module = compile(&wat::parse_str(text).unwrap(), &Options::default()).unwrap();
        let info = InfoView::new(&module.info).unwrap();
        let blob = readable(&module.info, &info);
        let of =
            |info: InfoView<'_>| info.func_names().map(|(index, name)| format!("{index} {name}")).collect();
        (of(info), of(InfoView::new(&blob).unwrap()), matches!(blob, Cow::Borrowed(_)))
    }

    #[test]
    fn plain_names_leave_the_blob_as_it_is() {
        let (before, after, same) = names("(module (func $a) (func) (func $\"b c\"))");
        assert_eq!((before.len(), &before, same), (2, &after, true));
        assert!(names("(module (func))").2);
    }

    #[test]
    fn mangled_names_become_readable_and_keep_their_functions() {
        let long = "x".repeat(300);
        let text = format!(
            "(module (func) (func $_ZN4core3fmt5Write9write_fmt17h0123456789abcdefE) (func ${long})
                (func $_RNvC7mycrate3foo) (func $_ZNSt6vectorIiSaIiEE9push_backERKi) (memory 1))"
        );
        let (_, after, same) = names(&text);
        assert!(!same);
        assert_eq!(
            after[..3],
            ["1 core::fmt::Write::write_fmt".into(), format!("2 {long}"), "3 mycrate::foo".into()]
        );
        assert!(after[3].starts_with("4 std::vector<int, std::allocator<int>"), "{after:?}");
    }
}
