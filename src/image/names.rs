//! Names of functions in executables: backtraces show them as people read them, and what that takes is done when the executable is
//! made. An executable that trapped would otherwise need the demanglers, which are larger than itself, and would run them on names that it has
//! no reason to trust. A module without mangled names, which C's never are, keeps its bytes.

use beeline_abi::InfoView;
use beeline_abi::info::{Header, Range, Record, Section};
use std::borrow::Cow;

/// How many times as long demangled names may be, all together, and bytes that they may have in any case. Compilers' names become about as
/// long as they were, or twice as long where they refer back to themselves.
const MAX_GROWTH: usize = 4;
const MIN_LIMIT: usize = 64 << 10;

/// The info blob with all names of functions demangled.
pub(crate) fn readable<'a>(blob: &'a [u8], info: &InfoView<'_>) -> Cow<'a, [u8]> {
    if !info.func_names().any(|(_, name)| beeline_names::is_mangled(name)) {
        return Cow::Borrowed(blob);
    }
    let entry = Header::SIZE + Section::FuncNames as usize * Range::SIZE;
    let Range { start, len } = Range::read(&blob[entry..]);
    let limit = MAX_GROWTH * len as usize + MIN_LIMIT;
    let (mut names, mut count) = (Vec::new(), 0);
    for (index, name) in info.func_names() {
        // Names that are made to grow stay as they are once they have.
        let room = names.len() + name.len() < limit;
        let name = if room { beeline_names::demangle(name) } else { Cow::Borrowed(name) };
        leb(index, &mut names);
        leb(name.len() as u32, &mut names);
        names.extend_from_slice(name.as_bytes());
        count += 1;
    }
    // The section of names is the last one. It begins with their number.
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

    /// Back references double a name with each few bytes.
    #[test]
    fn names_that_are_made_to_grow_do_not_fill_executables() {
        let mut name = String::from("_RINvC1a1b");
        let mut tuple = name.len();
        name += "ThhhhE";
        for _ in 0..3 {
            // Places count from behind `_R`; 0 is `_` alone, and digits begin with that of 1.
            let digits = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
            let back = format!("B{}_", char::from(digits[tuple - 3]));
            tuple = name.len();
            name += &format!("T{}E", back.repeat(4));
        }
        name += "E";
        let demangled = beeline_names::demangle(&name).len();
        assert!(demangled > 10 * name.len() && demangled <= beeline_abi::text::MAX_NAME, "{demangled}");
        let funcs: String = (0..2000).map(|_| "(func (@name \"NAME\"))").collect();
        let module = format!("(module {})", funcs.replace("NAME", &name));
        let module = compile(&wat::parse_str(module).unwrap(), &Options::default()).unwrap();
        let info = InfoView::new(&module.info).unwrap();
        let blob = readable(&module.info, &info);
        assert!(blob.len() <= 5 * module.info.len() + MIN_LIMIT, "{} of {}", blob.len(), module.info.len());
        let info = InfoView::new(&blob).unwrap();
        assert_eq!(info.func_names().count(), 2000);
        assert_eq!(info.func_names().next().unwrap().1.len(), demangled);
        assert_eq!(info.func_names().last().unwrap().1, name);
    }
}
