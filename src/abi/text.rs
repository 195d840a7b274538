//! Names from modules as they may be shown: a module is not trusted, and what it calls its functions must
//! neither steer a terminal nor forge a line of a message.

use alloc::string::String;

/// Characters of a name that are shown; of a longer one the rest is left out. No compiler's names come near,
/// and a backtrace repeats a name once per frame.
pub const MAX_NAME: usize = 4096;

/// Whether a character is shown as it is. Control characters (Unicode category Cc, line ends included), the
/// separators of lines and paragraphs, and the characters that change the direction of text (Unicode Standard
/// Annex #9, section 2) are not.
#[must_use]
pub const fn is_printable(c: char) -> bool {
    !matches!(
        c,
        '\0'..='\x1f'
            | '\x7f'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// Adds text. Not inlined: in an executable, most of what makes messages would be copies of this.
#[inline(never)]
pub fn add(text: &str, out: &mut String) {
    out.push_str(text);
}

/// Adds a name of a module for people to read: on one line, characters that are not [printable](is_printable) as
/// `\u{1b}`, and no more than [`MAX_NAME`] characters, behind which `...` stands for the rest.
pub fn write_name(name: &str, out: &mut String) {
    // Runs of printable characters are added at once.
    let mut start = 0;
    for (number, (at, c)) in name.char_indices().enumerate() {
        let cut = number == MAX_NAME;
        if !cut && is_printable(c) {
            continue;
        }
        add(name.get(start..at).unwrap_or(""), out);
        if cut {
            return add("...", out);
        }
        add("\\u{", out);
        write_number(c as usize, 16, out);
        add("}", out);
        start = at + c.len_utf8();
    }
    add(name.get(start..).unwrap_or(""), out);
}

/// A name or another text of foreign origin, as [`write_name`] writes it.
#[must_use]
pub fn printable(name: &str) -> String {
    let mut out = String::with_capacity(name.len().min(MAX_NAME));
    write_name(name, &mut out);
    out
}

/// Adds a number in a base from 2 to 16, with at most 20 digits. By hand, as what is above, and into memory rather than into any
/// writer: executables link this, and what stands behind `write!` would be a third of a small one.
pub fn write_number(mut number: usize, base: usize, out: &mut String) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    while at > 0 {
        at -= 1;
        digits[at] = b"0123456789abcdef"[number % base];
        number /= base;
        if number == 0 {
            break;
        }
    }
    add(digits.get(at..).and_then(|digits| core::str::from_utf8(digits).ok()).unwrap_or(""), out);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str) -> String {
        let mut out = String::new();
        write_name(name, &mut out);
        out
    }

    #[test]
    fn usual_names_are_shown_as_they_are() {
        for name in
            ["", "main", "core::fmt::Write", "größe", "名前", "a b\u{300}", "operator<<(…)", "\\u{1b}"]
        {
            assert_eq!(shown(name), name);
        }
    }

    #[test]
    fn no_character_that_steers_a_terminal_or_ends_a_line_is_shown() {
        assert_eq!(shown("a\x1b[31mred\x07\n  9: 0x0"), "a\\u{1b}[31mred\\u{7}\\u{a}  9: 0x0");
        assert_eq!(shown("\0\x7f\u{9b}x"), "\\u{0}\\u{7f}\\u{9b}x");
        assert_eq!(shown("b\u{202e}sdrawkcab\u{2066}"), "b\\u{202e}sdrawkcab\\u{2066}");
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|c| c.is_control()) {
            assert!(!is_printable(c), "{c:?}");
        }
    }

    #[test]
    fn long_names_are_cut() {
        let name = "ä".repeat(MAX_NAME);
        assert_eq!(shown(&name), name);
        assert_eq!(shown(&(name.clone() + "ä")), name.clone() + "...");
        assert_eq!(shown(&(name.clone() + &"x".repeat(1 << 20))), name + "...");
    }

    #[test]
    fn numbers_in_both_bases() {
        let text = |number, base| {
            let mut out = String::new();
            write_number(number, base, &mut out);
            out
        };
        assert_eq!(text(0, 10), "0");
        assert_eq!(text(usize::MAX, 10), "18446744073709551615");
        assert_eq!(text(0x1a2b3, 16), "1a2b3");
        assert_eq!(text(usize::MAX, 16), "ffffffffffffffff");
    }
}
