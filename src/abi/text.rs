//! Names from modules as they may be shown: a module is not trusted, and what it calls its functions must
//! neither steer a terminal nor forge a line of a message.

use core::fmt::{self, Write};

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

/// Writes a name of a module for people to read: on one line, characters that are not
/// [printable](is_printable) as `\u{1b}`, and no more than [`MAX_NAME`] characters, behind which `...` stands
/// for the rest.
///
/// # Errors
///
/// `out` failed.
pub fn write_name(name: &str, out: &mut dyn Write) -> fmt::Result {
    // Runs of printable characters are written at once.
    let mut start = 0;
    for (number, (at, c)) in name.char_indices().enumerate() {
        let cut = number == MAX_NAME;
        if !cut && is_printable(c) {
            continue;
        }
        out.write_str(name.get(start..at).unwrap_or(""))?;
        if cut {
            return out.write_str("...");
        }
        write_escape(c, out)?;
        start = at + c.len_utf8();
    }
    out.write_str(name.get(start..).unwrap_or(""))
}

/// Writes `\u{..}` with the hexadecimal digits of a character. By hand: what stands behind `write!` would be a
/// third of a small executable.
fn write_escape(c: char, out: &mut dyn Write) -> fmt::Result {
    out.write_str("\\u{")?;
    let digits = (32 - (c as u32 | 1).leading_zeros()).div_ceil(4);
    for digit in (0..digits).rev() {
        let value = (c as u32 >> (4 * digit)) & 15;
        out.write_char(char::from(b"0123456789abcdef"[value as usize]))?;
    }
    out.write_str("}")
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::String;

    fn shown(name: &str) -> String {
        let mut out = String::new();
        write_name(name, &mut out).expect("a string takes everything");
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
}
