//! Messages, collected before they are printed, and the exit codes that belong to them.

use alloc::string::String;
use beeline_abi::text::{add, write_name, write_number};

/// Exit status of a program that cannot be started or whose results cannot be printed.
pub const FAILED: u32 = 1;
/// Exit status of a trap: that of a process ended by SIGABRT, as shells report it.
pub const TRAPPED: u32 = 134;

/// A message without its `error: `; names in it are escaped. Nothing that adds to it is inlined: messages are most of a launcher.
#[derive(Debug, Default)]
pub struct Text(String);

impl Text {
    /// A message that begins with these words.
    #[inline(never)]
    #[must_use]
    pub fn new(words: &str) -> Self {
        let mut text = Self::default();
        text.add(words);
        text
    }

    /// Adds words.
    pub fn add(&mut self, words: &str) -> &mut Self {
        add(words, &mut self.0);
        self
    }

    /// Adds a name, escaped.
    #[inline(never)]
    pub fn name(&mut self, name: &str) -> &mut Self {
        write_name(name, &mut self.0);
        self
    }

    /// Adds bytes of a path or an argument, which need not be text: what is not becomes U+FFFD.
    #[inline(never)]
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        for chunk in bytes.utf8_chunks() {
            self.name(chunk.valid());
            if !chunk.invalid().is_empty() {
                self.add("\u{fffd}");
            }
        }
        self
    }

    /// Adds a decimal number.
    #[inline(never)]
    pub fn number(&mut self, number: usize) -> &mut Self {
        write_number(number, 10, &mut self.0);
        self
    }

    /// What was collected, for more to be added.
    pub(crate) fn text(&mut self) -> &mut String {
        &mut self.0
    }

    /// What was collected.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn bytes_that_are_no_text_are_shown_as_such() {
        let mut text = Text::new("cannot grant `");
        text.bytes(b"a\xff\xfeb\x1b[1m\n").add("`: ").number(0).add("/").number(usize::MAX);
        assert_eq!(
            text.as_str(),
            "cannot grant `a\u{fffd}\u{fffd}b\\u{1b}[1m\\u{a}`: 0/18446744073709551615"
        );
    }
}
