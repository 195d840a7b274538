//! The figures of README.md: each command replaces its own table there, and its chart in `benches/charts` if it is shown.
//!
//! A table stands between `<!-- NAME -->` and `<!-- end of NAME -->`; what is around it, the machine included, is written by hand.

use crate::chart::Chart;
use crate::programs::root;
use crate::table::Table;
use crate::write_file;
use anyhow::Context;
use std::path::PathBuf;
use std::process::Command;

/// Arguments of `readme`.
#[derive(clap::Args)]
pub struct Args {
    /// Interleaved rounds of each command
    #[arg(long, value_name = "N", default_value_t = 5)]
    rounds: u32,
    /// The command of wasmtime
    #[arg(long, value_name = "PATH", default_value = "wasmtime")]
    wasmtime: PathBuf,
}

/// Runs the commands, each in a process of its own.
///
/// # Errors
///
/// One of them fails.
pub fn main(args: &Args) -> anyhow::Result<()> {
    for command in ["compile", "run", "turnaround", "ablation"] {
        let mut bench = Command::new(std::env::current_exe()?);
        bench.args([command, "--readme", "--rounds", &args.rounds.to_string()]);
        if command == "turnaround" {
            bench.arg("--wasmtime").arg(&args.wasmtime);
        }
        anyhow::ensure!(bench.status()?.success(), "{command} has failed");
    }
    Ok(())
}

/// Replaces the table and the chart of a command.
///
/// # Errors
///
/// README.md has no place for it, or cannot be written.
pub fn update(command: &str, chart: &Chart, table: &Table) -> anyhow::Result<()> {
    let path = root().join("README.md");
    let text = std::fs::read_to_string(&path).context("cannot read README.md")?;
    let picture = format!("benches/charts/{command}.svg");
    if text.contains(&picture) {
        let picture = root().join(picture);
        picture.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        write_file(&picture, &chart.svg())?;
    }
    let text = replaced(&text, command, &table.markdown());
    write_file(&path, &text.with_context(|| format!("README.md has no place for {command}"))?)
}

/// `text` with other lines between the marks of a command.
fn replaced(text: &str, command: &str, lines: &str) -> Option<String> {
    let (before, rest) = text.split_once(&format!("<!-- {command} -->\n"))?;
    let end = format!("<!-- end of {command} -->\n");
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}<!-- {command} -->\n{lines}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn only_what_is_between_the_marks_is_replaced() {
        let text = "a\n<!-- run -->\nold\n<!-- end of run -->\nb\n";
        let expected = "a\n<!-- run -->\nnew\n<!-- end of run -->\nb\n";
        assert_eq!(replaced(text, "run", "new\n").as_deref(), Some(expected));
        assert_eq!(replaced(text, "compile", "new\n"), None);
    }
}
