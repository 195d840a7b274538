//! Every flag of the command, with its help.
//!
//! Names follow wasmtime and wasmer where they have one. What several commands share is a struct of its own: [`Compile`] says how to
//! compile, [`Sandbox`] what the guest may touch.

use crate::hints::hint;
use crate::report::Failure;
use beeline_codegen::{CodeLimit, Cpu, Options};
use beeline_image::grants::{Dir, Grants};
use beeline_image::{Target, UnknownImports};
use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::error::ContextKind;
use clap::{Arg, ArgAction, ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Compile WebAssembly to native executables, or run it.
#[derive(Debug, Parser)]
#[command(name = "beeline", version, max_term_width = 100)]
#[command(after_help = "Modules are .wasm or .wat files; `-` is standard input.\n\n\
Examples:\n  \
  beeline build hello.wat -o hello && ./hello\n  \
  beeline run --dir . program.wasm arg1 arg2\n  \
  beeline program.wasm arg1 arg2                  # the same as `beeline run`\n  \
  beeline check *.wasm")]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// Print nothing but errors and what was asked for
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to colour messages
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = false)]
    pub color: Color,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    Run(RunArgs),
    #[command(visible_alias = "create-exe")]
    Build(BuildArgs),
    /// The same as `build --emit obj`
    #[command(hide = true)]
    CreateObj(BuildArgs),
    Check(CheckArgs),
    Inspect(InspectArgs),
    Disasm(DisasmArgs),
    Wast(WastArgs),
    /// List the targets, and which of them this binary can build executables for
    Targets,
    #[command(alias = "completions")]
    Completion(CompletionArgs),
}

impl Cli {
    /// The command line. A module in the place of a command is run: `beeline [FLAGS of run] MODULE [ARGS]...`.
    pub fn from_command_line() -> Self {
        let mut line: Vec<OsString> = std::env::args_os().collect();
        // Made once: it takes as long as compiling 20 kB.
        let all = Self::all();
        if let Some(at) = Self::implied_run(&all, &line) {
            line.insert(at, "run".into());
        }
        let parsed = all.try_get_matches_from(&line);
        parsed.and_then(|matches| Self::from_arg_matches(&matches)).unwrap_or_else(|mut error| {
            let hint = hint(&error, &line);
            // "To pass it as a value, use `--`": it would be an argument of the program, and no mistake is mended by that.
            error.remove(ContextKind::Suggested);
            // Nothing can be done when standard error is closed.
            let _ = error.print();
            if let Some(hint) = hint {
                let _ = writeln!(anstream::stderr(), "hint: {hint}");
            }
            std::process::exit(error.exit_code())
        })
    }

    /// All that can be said on the command line.
    pub fn all() -> clap::Command {
        // What `create-obj` emits is in its name.
        Self::command()
            .mut_subcommand("create-obj", |command| command.mut_arg("emit", |emit| emit.hide(true)))
    }

    /// Where `run` is missing on a command line: in front of what is neither a flag that all commands have nor a command, but a flag, or a
    /// file.
    fn implied_run(all: &clap::Command, line: &[OsString]) -> Option<usize> {
        let mut at = 1;
        loop {
            let word = line.get(at)?;
            match word.to_str() {
                Some("-h" | "--help" | "-V" | "--version") => return None,
                Some("-q" | "--quiet") => at += 1,
                Some("--color") => at += 2,
                Some(text) if text.starts_with("--color=") => at += 1,
                Some(text) if text.starts_with('-') => return Some(at), // A flag of `run`, or `-`.
                Some(text) if all.find_subcommand(text).is_some() || text == "help" => {
                    return None;
                }
                _ => {
                    let path = Path::new(word);
                    let named =
                        path.extension().is_some_and(|extension| extension == "wasm" || extension == "wat");
                    let place = word.as_encoded_bytes().contains(&b'/');
                    return (named || place || (path.exists() && !path.is_dir())).then_some(at);
                }
            }
        }
    }
}

/// Print a script that completes the command's arguments in a shell
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
  beeline completion bash > ~/.local/share/bash-completion/completions/beeline\n  \
  beeline completion fish > ~/.config/fish/completions/beeline.fish")]
pub struct CompletionArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// Compile a module in memory and run it
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
  beeline run hello.wat\n  \
  beeline run --dir . --env LANG=C python.wasm -c 'print(1)'\n  \
  beeline run --invoke add sums.wat 1 2\n\n\
The exit code is the program's own; 134 after a trap.")]
pub struct RunArgs {
    /// The module (`-` for standard input), then the arguments of the program: everything after MODULE is one, flags as well
    #[arg(value_names = ["MODULE", "ARGS"], required = true, num_args = 1.., trailing_var_arg = true)]
    pub command: Vec<OsString>,
    #[command(flatten)]
    pub sandbox: Sandbox,
    #[command(flatten)]
    pub compile: Compile,
    /// What becomes of imported functions that nothing provides
    #[arg(long, value_name = "WHAT", default_value = "error")]
    pub unknown_imports: Unknown,
    #[command(flatten)]
    pub timings: TimingsArg,
}

impl RunArgs {
    /// The module, and the arguments of the program. A `--` between them may be left out.
    pub fn module_and_args(&self) -> (&Path, &[OsString]) {
        let (module, args) =
            self.command.split_first().map_or((OsStr::new(""), &[][..]), |(m, a)| (m.as_os_str(), a));
        (Path::new(module), args.strip_prefix(&[OsString::from("--")]).unwrap_or(args))
    }
}

/// Compile a module to a native executable
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
  beeline build hello.wat -o hello\n  \
  beeline build --dir lib::/usr python.wasm -o python\n  \
  beeline build --emit asm sums.wat -o -\n  \
  beeline build --target aarch64-linux hello.wat -o hello.arm64\n  \
  beeline build --timings --linker ld.lld program.wasm -o program\n\n\
What an executable may touch is granted here; `beeline inspect` lists it. Nothing is granted by default.")]
pub struct BuildArgs {
    /// The module; `-` for standard input
    #[arg(value_name = "MODULE")]
    pub module: PathBuf,
    /// The file to write; `-` for standard output (not for executables) [default: MODULE without its extension, here]
    #[arg(long, short, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// What to write
    #[arg(long, value_name = "KIND", default_value = "exe")]
    pub emit: Emit,
    /// The machine and system to build for, such as x86_64-linux or aarch64-linux [default: this one]
    #[arg(long, value_name = "TRIPLE", value_parser = parse_target, help_heading = "Compiling")]
    pub target: Option<Target>,
    /// Link with this program (a linker or a C compiler) instead of the built-in linker
    #[arg(long, value_name = "PATH")]
    pub linker: Option<PathBuf>,
    /// What becomes of imported functions that nothing provides
    #[arg(long, value_name = "WHAT", default_value = "error")]
    pub unknown_imports: Unknown,
    /// Give each function a symbol, for debuggers and profilers
    #[arg(long, short = 'g')]
    pub symbols: bool,
    #[command(flatten)]
    pub sandbox: Sandbox,
    #[command(flatten)]
    pub compile: Compile,
    #[command(flatten)]
    pub timings: TimingsArg,
    /// Arguments that the executable always has, before those of its command line
    #[arg(value_name = "ARGS", last = true)]
    pub args: Vec<OsString>,
}

impl BuildArgs {
    /// The arguments of `create-obj`.
    pub fn into_object(self) -> Self {
        Self { emit: if self.emit == Emit::Exe { Emit::Obj } else { self.emit }, ..self }
    }
}

/// Validate modules without compiling them
#[derive(Debug, Args)]
#[command(after_help = "Prints `FILE: ok` for each valid module; the exit code is 1 if any is not valid.")]
pub struct CheckArgs {
    /// The modules; `-` for standard input
    #[arg(value_name = "MODULE", required = true)]
    pub modules: Vec<PathBuf>,
    /// Threads to use [default: all processors]
    #[arg(short = 'j', long = "jobs", value_name = "N", default_value = "0", hide_default_value = true)]
    pub jobs: usize,
}

/// Show what a module needs and has, or what an executable was granted
#[derive(Debug, Args)]
#[command(
    after_help = "Of a module: imports, exports, features, sizes. Of an executable or object that beeline has built: \
its instruction set and its grants."
)]
pub struct InspectArgs {
    /// A module, executable or object; `-` for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Print everything as JSON
    #[arg(long)]
    pub json: bool,
}

/// Print a module's machine code interleaved with its operators
#[derive(Debug, Args)]
pub struct DisasmArgs {
    /// The module; `-` for standard input
    #[arg(value_name = "MODULE")]
    pub module: PathBuf,
    /// Print this function only, by its name, the name of its export or its index; may be repeated
    #[arg(long = "function", short = 'f', value_name = "NAME|INDEX")]
    pub functions: Vec<String>,
    /// The machine and system to compile for, such as x86_64-linux or aarch64-linux [default: this one]
    #[arg(long, value_name = "TRIPLE", value_parser = parse_target, help_heading = "Compiling")]
    pub target: Option<Target>,
    #[command(flatten)]
    pub compile: Compile,
}

/// Run spec test scripts
#[derive(Debug, Args)]
pub struct WastArgs {
    /// The scripts; `-` for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub compile: Compile,
}

/// How to compile.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Compiling")]
pub struct Compile {
    /// Instructions that the code may use: x86-64-v2, x86-64-v3; armv8-a [default: the first of the target's]
    #[arg(long, value_name = "CPU")]
    pub cpu: Option<String>,
    /// Threads to compile with; the output does not depend on it [default: all processors]
    #[arg(short = 'j', long = "jobs", value_name = "N", default_value = "0", hide_default_value = true)]
    pub jobs: usize,
    /// Compare each address with the memory's size instead of reserving 8 GiB of addresses
    #[arg(long)]
    pub explicit_checks: bool,
    /// Refuse modules whose machine code exceeds this; k, M and G are known, `none` for no limit [default: 1 MiB, and 64 bytes for each byte of the module]
    #[arg(long, value_name = "SIZE", value_parser = parse_code_limit)]
    pub code_limit: Option<CodeLimit>,
}

impl Compile {
    /// The compiler's options; `target` is the host unless given.
    pub fn options(&self, target: Option<Target>, timings: bool) -> Result<Options, Failure> {
        let target = target.or_else(Target::host).unwrap_or(Target::ALL[0]);
        let cpu = match &self.cpu {
            None => Cpu::Baseline,
            Some(name) => find_cpu(target, name)?,
        };
        let arch = target.arch();
        let (threads, explicit_checks) = (self.jobs, self.explicit_checks);
        let code_limit = self.code_limit.unwrap_or_default();
        Ok(Options { arch, cpu, threads, explicit_checks, code_limit, timings, ..Options::default() })
    }
}

/// The processor of a target that has a name.
fn find_cpu(target: Target, name: &str) -> Result<Cpu, Failure> {
    let known = target.cpus();
    match known.iter().find(|(its, _)| *its == name) {
        Some(&(_, cpu)) => Ok(cpu),
        None => {
            let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
            let (triple, names) = (target.triple(), names.join(", "));
            Err(Failure::usage(format!("--cpu: `{name}` is unknown for {triple}; known: {names}")))
        }
    }
}

/// What the guest may touch.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "What the program may touch")]
pub struct Sandbox {
    #[command(flatten)]
    pub dirs: Dirs,
    /// Set an environment variable; with the name alone, pass it on from the environment; of several with one name the last
    /// counts
    #[arg(long, value_name = "NAME[=VALUE]", value_parser = OsStringValueParser::new().try_map(parse_env))]
    pub env: Vec<OsString>,
    /// Pass the whole environment on, but for the variables that --env names
    #[arg(long)]
    pub inherit_env: bool,
    /// The name that the program sees itself called by
    #[arg(long, value_name = "NAME")]
    pub argv0: Option<OsString>,
    /// Call this export instead of `_start`; its arguments are those of the command line, its results are printed
    #[arg(long, value_name = "NAME")]
    pub invoke: Option<String>,
    /// Size of the program's stack in bytes; k, M and G are known
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub stack_size: Option<u64>,
    /// Bytes that the program's memories may have together; more is refused, and growing beyond it fails
    #[arg(long, value_name = "SIZE", value_parser = parse_bytes)]
    pub max_memory: Option<u64>,
    /// Elements that the program's tables may have together; more is refused, and growing beyond it fails
    #[arg(long, value_name = "N")]
    pub max_table: Option<u64>,
}

impl Sandbox {
    /// The grants of a program with this name for messages.
    pub fn grants(&self, module_name: String, args: &[OsString]) -> Grants {
        Grants {
            dirs: self.dirs.0.clone(),
            env: self.env.iter().map(bytes).collect(),
            inherit_env: self.inherit_env,
            args: args.iter().map(bytes).collect(),
            argv0: self.argv0.as_ref().map(bytes),
            stack_size: self.stack_size,
            max_memory: self.max_memory,
            max_table: self.max_table,
            invoke: self.invoke.clone(),
            module_name: Some(module_name),
        }
    }
}

/// The directories of `--dir` and `--dir-ro`, in the order of the command line: that of the guest's descriptors.
#[derive(Clone, Debug, Default)]
pub struct Dirs(Vec<Dir>);

/// The flags that grant directories, whether for writing, and their help.
const DIR_FLAGS: [(&str, bool, &str); 2] = [
    ("dir", true, "Grant a directory, under the name GUEST if there is one; may be repeated"),
    ("dir-ro", false, "Grant a directory for reading only"),
];

impl Args for Dirs {
    fn augment_args(command: clap::Command) -> clap::Command {
        command.args(DIR_FLAGS.map(|(flag, writable, help)| {
            Arg::new(flag)
                .long(flag)
                .value_name("HOST[::GUEST]")
                .help(help)
                .action(ArgAction::Append)
                .value_parser(OsStringValueParser::new().try_map(move |text| parse_dir(&text, writable)))
        }))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Dirs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut dirs = Self::default();
        dirs.update_from_arg_matches(matches)?;
        Ok(dirs)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let mut placed: Vec<(usize, Dir)> = Vec::new();
        for (flag, _, _) in DIR_FLAGS {
            let (places, dirs) = (matches.indices_of(flag), matches.get_many::<Dir>(flag));
            placed.extend(places.into_iter().flatten().zip(dirs.into_iter().flatten().cloned()));
        }
        placed.sort_by_key(|&(place, _)| place);
        self.0 = placed.into_iter().map(|(_, dir)| dir).collect();
        Ok(())
    }
}

/// The flag for measurements.
#[derive(Clone, Copy, Debug, Args)]
pub struct TimingsArg {
    /// Print time, speed and memory of each phase to standard error, as a table or as JSON
    #[arg(long, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "table")]
    pub timings: Option<TimingsFormat>,
}

/// How to print measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TimingsFormat {
    Table,
    Json,
}

/// What `build` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Emit {
    /// A native executable
    Exe,
    /// A relocatable object
    Obj,
    /// A listing of the machine code
    Asm,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// Policies for unknown imports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Unknown {
    /// Refuse the module
    Error,
    /// Trap when one is called
    Trap,
    /// Do nothing and return zeros
    Default,
}

impl From<Unknown> for UnknownImports {
    fn from(unknown: Unknown) -> Self {
        match unknown {
            Unknown::Error => Self::Error,
            Unknown::Trap => Self::Trap,
            Unknown::Default => Self::Default,
        }
    }
}

fn parse_target(text: &str) -> Result<Target, String> {
    Target::parse(text).ok_or_else(|| {
        let known: Vec<_> = Target::ALL.iter().map(|target| target.triple()).collect();
        format!("unknown target; known: {}", known.join(", "))
    })
}

/// The bytes of an argument, as the system has them.
pub fn bytes(argument: impl AsRef<OsStr>) -> Vec<u8> {
    argument.as_ref().as_encoded_bytes().to_vec()
}

fn parse_dir(text: &OsStr, writable: bool) -> Result<Dir, &'static str> {
    let text = bytes(text);
    let separator = text.windows(2).position(|pair| pair == b"::");
    let (host, guest) = separator.map_or((&text[..], &text[..]), |at| (&text[..at], &text[at + 2..]));
    if host.is_empty() || guest.is_empty() {
        return Err("a directory has a name on both sides of `::`");
    }
    Ok(Dir { host: host.into(), guest: guest.into(), writable })
}

fn parse_env(variable: OsString) -> Result<OsString, &'static str> {
    match variable.as_encoded_bytes().first() {
        None | Some(b'=') => Err("a variable has a name"),
        _ => Ok(variable),
    }
}

fn parse_code_limit(text: &str) -> Result<CodeLimit, String> {
    if text == "none" { Ok(CodeLimit::None) } else { parse_bytes(text).map(CodeLimit::Bytes) }
}

/// A size of the stack.
fn parse_size(text: &str) -> Result<u64, String> {
    let size = parse_bytes(text)?;
    if size < 64 << 10 { Err("smaller than 64 KiB".into()) } else { Ok(size) }
}

/// A number of bytes with a unit.
fn parse_bytes(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit: u64 =
        match text[digits.len()..].to_ascii_lowercase().trim_end_matches("ib").trim_end_matches('b') {
            "" => 1,
            "k" => 1 << 10,
            "m" => 1 << 20,
            "g" => 1 << 30,
            _ => return Err("the units are k, M and G".into()),
        };
    let number: u64 = digits.parse().map_err(|_| "not a number of bytes".to_string())?;
    number.checked_mul(unit).filter(|&size| size <= 1 << 40).ok_or_else(|| "larger than 1 TiB".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definition_is_consistent() {
        Cli::all().debug_assert();
    }

    #[test]
    fn a_module_in_the_place_of_a_command_is_run() {
        let run_at = |line: &[&str]| {
            let line: Vec<OsString> = line.iter().map(OsString::from).collect();
            Cli::implied_run(&Cli::all(), &line)
        };
        assert_eq!(run_at(&["beeline", "m.wasm", "-c", "x"]), Some(1));
        assert_eq!(run_at(&["beeline", "-q", "--color", "never", "m.wat"]), Some(4));
        assert_eq!(run_at(&["beeline", "--dir", ".", "m.wasm"]), Some(1));
        assert_eq!(run_at(&["beeline", "--color=never", "--invoke", "f", "m.wasm"]), Some(2));
        for line in [
            &["beeline"][..],
            &["beeline", "-q"],
            &["beeline", "--help"],
            &["beeline", "-q", "--version"],
            &["beeline", "check", "m.wasm"],
            &["beeline", "create-exe", "m.wasm"],
            &["beeline", "help", "run"],
            &["beeline", "rum", "m.wasm"],
        ] {
            assert_eq!(run_at(line), None, "{line:?}");
        }
    }

    #[test]
    fn guest_arguments_need_no_double_dash_and_may_have_one() {
        for line in [
            &["beeline", "run", "m", "-c", "x", "--dir"][..],
            &["beeline", "run", "m", "--", "-c", "x", "--dir"],
        ] {
            let Command::Run(args) = Cli::parse_from(line).command else { panic!("another command") };
            assert_eq!(
                args.module_and_args(),
                (Path::new("m"), &["-c", "x", "--dir"].map(OsString::from)[..])
            );
        }
        let Command::Run(args) = Cli::parse_from(["beeline", "run", "m", "a", "--", "b"]).command else {
            panic!("another command")
        };
        assert_eq!(args.module_and_args().1, ["a", "--", "b"]);
    }

    #[test]
    fn flags_behind_the_module_are_the_guests_even_if_the_command_has_them() {
        for flag in ["--help", "--version", "-h", "-q", "--invoke", "--color=never"] {
            let line = ["beeline", "run", "--dir", ".", "m", flag, "x"];
            let Command::Run(args) = Cli::parse_from(line).command else { panic!("another command") };
            assert_eq!(args.module_and_args(), (Path::new("m"), &[flag, "x"].map(OsString::from)[..]));
        }
    }

    #[test]
    fn sizes_have_units_and_bounds() {
        assert_eq!(parse_size("65536"), Ok(65536));
        assert_eq!(parse_size("8M"), Ok(8 << 20));
        assert_eq!(parse_size("1GiB"), Ok(1 << 30));
        for bad in ["", "M", "1", "-1", "1T", "99999999999999999999", "9999999999G", "8 M"] {
            assert!(parse_size(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_limit_on_code_is_a_size_or_none() {
        assert_eq!(parse_code_limit("none"), Ok(CodeLimit::None));
        assert_eq!(parse_code_limit("100M"), Ok(CodeLimit::Bytes(100 << 20)));
        assert!(parse_code_limit("all").is_err());
    }

    #[test]
    fn directories_may_have_guest_names() {
        let parse = |text: &str| parse_dir(OsStr::new(text), true);
        let dir =
            |host: &str, guest: &str| Ok(Dir { host: host.into(), guest: guest.into(), writable: true });
        assert_eq!(parse("."), dir(".", "."));
        assert_eq!(parse("lib::/usr"), dir("lib", "/usr"));
        assert!(parse("::/usr").is_err() && parse("lib::").is_err() && parse("").is_err());
    }

    #[test]
    fn directories_keep_the_order_of_the_command_line() {
        let line = ["beeline", "run", "--dir-ro", "a", "--dir", "b::x", "--dir-ro=c", "m", "--dir", "d"];
        let Command::Run(args) = Cli::parse_from(line).command else { panic!("another command") };
        let dirs: Vec<_> = args.sandbox.dirs.0.iter().map(|dir| (&dir.host[..], dir.writable)).collect();
        assert_eq!(dirs, [(&b"a"[..], false), (b"b", true), (b"c", false)]);
    }
}
