//! V8's Liftoff, through `node` where it is found.
//!
//! The script is written to a temporary file and run by a fresh node for each measurement, as the libraries are by children. `--liftoff-only` keeps V8 from
//! optimising, `--no-wasm-lazy-compilation` makes it compile when the module is made, `--single-threaded` makes it do so in one thread.

use crate::child;
use crate::engines::{Called, Compiled};
use crate::guests::Guest;
use anyhow::Context;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const FLAGS: [&str; 3] = ["--liftoff-only", "--no-wasm-lazy-compilation", "--single-threaded"];

const SCRIPT: &str = r#"
const [path, scale] = process.argv.slice(2);
const bytes = require('fs').readFileSync(path);
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const timed = (work) => {
  const cpu = used(), wall = process.hrtime.bigint();
  const result = work();
  return [result, `"wall":${Number(process.hrtime.bigint() - wall) / 1e9},"cpu":${used() - cpu}`];
};
const answer = () => {
  const before = process.memoryUsage().rss - bytes.length;
  const [module, first] = timed(() => new WebAssembly.Module(bytes));
  if (scale === undefined) {
    const memory = Math.max(process.resourceUsage().maxRSS * 1024 - before, 0);
    // V8 knows a module that it has compiled: a custom section makes this one another.
    const other = Buffer.concat([bytes, Buffer.from([0, 2, 1, 0x32])]);
    const [, second] = timed(() => new WebAssembly.Module(other));
    return `{"Ok":{${second},"first":{${first}},"alone":null,"text":null,"output":null,"memory":${memory}}}`;
  }
  const { run } = new WebAssembly.Instance(module).exports;
  const [result, calling] = timed(() => run(Number(scale)));
  return `{"Ok":{${calling},"result":${result}}}`;
};
const guest = () => {
  const { WASI } = require('wasi');
  const fs = require('fs');
  const { args, script, preopens, output } = JSON.parse(scale);
  const stdin = fs.openSync(script, 'r'), stdout = fs.openSync(output, 'w+');
  const wasi = new WASI({ version: 'preview1', args, preopens, stdin, stdout, returnOnExit: true });
  const module = new WebAssembly.Module(bytes);
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport });
  const [, running] = timed(() => wasi.start(instance));
  let sum = 0xcbf29ce484222325n;
  for (const byte of fs.readFileSync(output)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  return `{"Ok":{${running},"result":${BigInt.asIntN(64, sum)}}}`;
};
try { console.log(scale?.startsWith('{') ? guest() : answer()); } catch (error) { console.log(JSON.stringify({ Err: String(error) })); }
"#;

/// A node, and the script that it runs.
pub struct Liftoff {
    directory: TempDir,
    /// Which node it is.
    pub version: String,
}

impl Liftoff {
    /// The node that is installed; `None` if there is none.
    ///
    /// # Errors
    ///
    /// The script cannot be written.
    pub fn find() -> anyhow::Result<Option<Self>> {
        let Ok(output) = Command::new("node").arg("--version").output() else {
            return Ok(None);
        };
        let directory = tempfile::tempdir()?;
        std::fs::write(directory.path().join("liftoff.js"), SCRIPT)
            .context("cannot write a script for node")?;
        Ok(Some(Self { directory, version: String::from_utf8_lossy(&output.stdout).trim().to_owned() }))
    }

    /// Compiles a module.
    ///
    /// # Errors
    ///
    /// Node cannot be started.
    pub fn compile(&self, path: &Path) -> anyhow::Result<Result<Compiled, String>> {
        child::answer(&mut self.node(path))
    }

    /// Calls a kernel.
    ///
    /// # Errors
    ///
    /// Node cannot be started.
    pub fn call(&self, path: &Path, scale: i32) -> anyhow::Result<Result<Called, String>> {
        child::answer(self.node(path).arg(scale.to_string()))
    }

    /// Runs a whole program.
    ///
    /// # Errors
    ///
    /// Its script is not there, or node cannot be started.
    pub fn run(&self, guest: &Guest, wasm: &Path) -> anyhow::Result<Result<Called, String>> {
        let preopens: BTreeMap<_, _> =
            guest.directories().into_iter().map(|(host, guest)| (guest, host)).collect();
        let what = serde_json::json!({
            "args": guest.args()?,
            "script": guest.script(),
            "preopens": preopens,
            "output": self.directory.path().join("output"),
        });
        child::answer(self.node(wasm).arg(what.to_string()))
    }

    fn node(&self, path: &Path) -> Command {
        let mut node = Command::new("node");
        node.args(FLAGS).arg(self.directory.path().join("liftoff.js")).arg(path);
        node
    }
}
