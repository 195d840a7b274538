//! Tables on a terminal: a title, a heading, rows of a name and figures.

use std::fmt::Write as _;

/// A table that is being filled.
pub struct Table {
    title: String,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows. The first column is for names.
    pub fn new(title: &str, columns: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let heading = std::iter::once(String::new()).chain(columns.into_iter().map(Into::into)).collect();
        Self { title: title.into(), rows: vec![heading] }
    }

    /// Adds a row.
    pub fn row(&mut self, name: &str, cells: impl IntoIterator<Item = String>) {
        self.rows.push(std::iter::once(name.to_owned()).chain(cells).collect());
    }

    /// Prints it, with a line above.
    pub fn print_below(&self, line: &str) {
        println!("{line}\n");
        self.print();
    }

    /// The rows in Markdown.
    pub fn markdown(&self) -> String {
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let Some((heading, rows)) = self.rows.split_first() else { return String::new() };
        let ruler = format!("|---{}|\n", "|---:".repeat(heading.len().saturating_sub(1)));
        let rows: String = rows.iter().map(|row| line(row)).collect();
        line(heading).replacen("|  |", "| |", 1) + &ruler + &rows
    }

    /// Prints it.
    pub fn print(&self) {
        println!("{}", self.text());
    }

    fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let mut text = format!("{}\n", self.title);
        for row in &self.rows {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let width = widths[column];
                let _ = match column {
                    0 => write!(line, "  {cell:<width$}"),
                    _ => write!(line, "  {cell:>width$}"),
                };
            }
            text += line.trim_end();
            text.push('\n');
        }
        text
    }
}

/// A figure with two decimals; a dash if there is none.
pub fn figure(value: Option<f64>) -> String {
    value.filter(|value| value.is_finite()).map_or_else(|| "-".into(), |value| format!("{value:.2}"))
}

#[cfg(test)]
mod tests {
    use super::{Table, figure};

    #[test]
    fn markdown_has_a_ruler() {
        let mut table = Table::new("title", ["one", "two"]);
        table.row("a", ["1".into(), "2".into()]);
        assert_eq!(table.markdown(), "| | one | two |\n|---|---:|---:|\n| a | 1 | 2 |\n");
    }

    #[test]
    fn columns_are_aligned() {
        let mut table = Table::new("title", ["one", "two"]);
        table.row("a", ["1.00".into(), figure(None)]);
        table.row("longer", [figure(Some(12.345)), "3".into()]);
        assert_eq!(table.text(), "title\n            one  two\n  a        1.00    -\n  longer  12.35    3\n");
    }
}
