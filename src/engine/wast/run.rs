//! The directives of a script, one after the other, in one store.

use super::{WastFailure, WastOptions, spectest, values};
use crate::{Engine, ErrorKind, Instance, Linker, Module, Result, Store, TrapCode, Val};
use std::any::Any;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use wast::lexer::Lexer;
use wast::parser::{ParseBuffer, parse};
use wast::token::{Id, Span};
use wast::{QuoteWat, Wast, WastDirective, WastExecute, WastInvoke, Wat};

/// Why a directive failed.
type Failure = String;

/// The assertions of a script that held, and its failures.
pub(super) fn script(contents: &str, options: &WastOptions) -> (usize, Vec<WastFailure>) {
    let failure = |span: Span, message: String| {
        let (line, column) = span.linecol_in(contents);
        WastFailure { line: line + 1, column: column + 1, message }
    };
    let at_start = |error: wast::Error| (0, vec![failure(error.span(), error.message())]);
    let mut lexer = Lexer::new(contents);
    // Scripts have names with marks that change the direction of writing, on purpose.
    lexer.allow_confusing_unicode(true);
    let buffer = match ParseBuffer::new_with_lexer(lexer) {
        Ok(buffer) => buffer,
        Err(error) => return at_start(error),
    };
    let script: Wast<'_> = match parse(&buffer) {
        Ok(script) => script,
        Err(error) => return at_start(error),
    };
    let mut runner = match Runner::new(options) {
        Ok(runner) => runner,
        Err(error) => return (0, vec![failure(Span::from_offset(0), error.to_string())]),
    };
    let mut passed = 0;
    let mut failures = Vec::new();
    for directive in script.directives {
        let span = directive.span();
        // One defect must not hide what comes after it.
        match catch_unwind(AssertUnwindSafe(|| runner.directive(directive))) {
            Ok(Ok(assertions)) => passed += assertions,
            Ok(Err(message)) => failures.push(failure(span, message)),
            Err(payload) => failures.push(failure(span, format!("panic: {}", panic_message(&*payload)))),
        }
    }
    (passed, failures)
}

fn panic_message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("unknown")
}

struct Runner {
    engine: Engine,
    store: Store<()>,
    linker: Linker<()>,
    /// The module instantiated last.
    current: Option<Instance>,
    instances: HashMap<String, Instance>,
    /// The module defined last, and those defined with a name.
    definition: Option<Module>,
    definitions: HashMap<String, Module>,
}

impl Runner {
    fn new(options: &WastOptions) -> Result<Self> {
        let engine = Engine::new(&options.config)?;
        let mut store = Store::new(&engine, ());
        let mut linker = Linker::new(&engine);
        linker.allow_shadowing(true);
        spectest::define(&mut linker, &mut store)?;
        Ok(Self {
            engine,
            store,
            linker,
            current: None,
            instances: HashMap::new(),
            definition: None,
            definitions: HashMap::new(),
        })
    }

    /// Runs a directive; how many assertions it was.
    fn directive(&mut self, directive: WastDirective<'_>) -> Result<usize, Failure> {
        match directive {
            WastDirective::Module(mut module) => {
                let name = module.name();
                self.current = None;
                let module = self.compile(&mut module)?;
                self.bring_to_life(name, &module)?;
                return Ok(0);
            }
            WastDirective::ModuleDefinition(mut module) => {
                let name = module.name();
                let module = self.compile(&mut module)?;
                if let Some(name) = name {
                    self.definitions.insert(name.name().to_owned(), module.clone());
                }
                self.definition = Some(module);
                return Ok(0);
            }
            WastDirective::ModuleInstance { instance, module, .. } => {
                let found = match module {
                    Some(name) => self.definitions.get(name.name()),
                    None => self.definition.as_ref(),
                };
                let module = found.ok_or("there is no such module definition")?.clone();
                self.bring_to_life(instance, &module)?;
                return Ok(0);
            }
            WastDirective::Register { name, module, .. } => {
                let instance = self.instance(module)?;
                self.linker.instance(&mut self.store, name, instance).map_err(|e| e.to_string())?;
                return Ok(0);
            }
            WastDirective::Invoke(invoke) => {
                self.invoke(&invoke)?.map_err(|e| e.to_string())?;
                return Ok(0);
            }
            WastDirective::AssertReturn { exec, results, .. } => {
                let got = self.execute(exec)?.map_err(|e| format!("expected results, got an error: {e}"))?;
                values::check(&got, &results)?;
            }
            WastDirective::AssertTrap { exec, message, .. } => {
                let outcome = self.execute(exec)?;
                expect_trap(outcome, |_, text| has_text(text, message), message)?;
            }
            WastDirective::AssertExhaustion { call, message, .. } => {
                let outcome = self.invoke(&call)?;
                expect_trap(outcome, |code, _| code == TrapCode::StackOverflow, message)?;
            }
            WastDirective::AssertInvalid { mut module, message, .. } => {
                let bytes = module.encode().map_err(|e| format!("the module cannot be encoded: {e}"))?;
                self.expect_refusal(&bytes, message)?;
            }
            WastDirective::AssertMalformed { mut module, message, .. } => {
                // Quoted text may already be refused by the text parser; what it lets through must be refused as a binary.
                if let Ok(bytes) = module.encode() {
                    self.expect_refusal(&bytes, message)?;
                }
            }
            WastDirective::AssertUnlinkable { module, message, .. } => {
                let module = self.compile(&mut QuoteWat::Wat(module))?;
                match self.linker.instantiate(&mut self.store, &module) {
                    Err(error) => match error.kind() {
                        ErrorKind::Link(text) if text.contains(message) => {}
                        _ => return Err(format!("expected the link error `{message}`, got: {error}")),
                    },
                    Ok(_) => return Err(format!("the module should not link: {message}")),
                }
            }
            other => {
                return Err(format!("this kind of directive is not supported: {}", directive_name(&other)));
            }
        }
        Ok(1)
    }

    fn compile(&self, module: &mut QuoteWat<'_>) -> Result<Module, Failure> {
        let bytes = module.encode().map_err(|e| format!("the module cannot be encoded: {e}"))?;
        Module::validate(&self.engine, &bytes).map_err(|e| format!("the module should be valid: {e}"))?;
        Module::from_binary(&self.engine, &bytes).map_err(|e| format!("the module should be valid: {e}"))
    }

    fn expect_refusal(&self, bytes: &[u8], message: &str) -> Result<(), Failure> {
        if Module::validate(&self.engine, bytes).is_ok() {
            return Err(format!("the module should not be valid: {message}"));
        }
        match Module::from_binary(&self.engine, bytes) {
            Err(error) if matches!(error.kind(), ErrorKind::Compile(_)) => Ok(()),
            Err(error) => Err(format!("the module should be refused by the compiler, got: {error}")),
            Ok(_) => Err(format!("the module should not be compiled: {message}")),
        }
    }

    fn bring_to_life(&mut self, name: Option<Id<'_>>, module: &Module) -> Result<(), Failure> {
        let instance = self.linker.instantiate(&mut self.store, module).map_err(|e| e.to_string())?;
        if let Some(name) = name {
            self.instances.insert(name.name().to_owned(), instance);
        }
        self.current = Some(instance);
        Ok(())
    }

    fn instance(&self, name: Option<Id<'_>>) -> Result<Instance, Failure> {
        match name {
            Some(name) => {
                self.instances.get(name.name()).copied().ok_or_else(|| format!("no instance {}", name.name()))
            }
            None => self.current.ok_or_else(|| "there is no instance".to_owned()),
        }
    }

    /// The outcome of an action; an error if there is none.
    fn execute(&mut self, exec: WastExecute<'_>) -> Result<Result<Vec<Val>>, Failure> {
        match exec {
            WastExecute::Invoke(invoke) => self.invoke(&invoke),
            WastExecute::Wat(module @ Wat::Module(_)) => {
                let module = self.compile(&mut QuoteWat::Wat(module))?;
                Ok(self.linker.instantiate(&mut self.store, &module).map(|_| Vec::new()))
            }
            WastExecute::Wat(_) => Err("components are not supported".to_owned()),
            WastExecute::Get { module, global, .. } => {
                let found = self.instance(module)?.get_global(&mut self.store, global);
                let global = found.ok_or_else(|| format!("no exported global `{global}`"))?;
                Ok(Ok(vec![global.get(&self.store)]))
            }
        }
    }

    fn invoke(&mut self, invoke: &WastInvoke<'_>) -> Result<Result<Vec<Val>>, Failure> {
        let found = self.instance(invoke.module)?.get_func(&mut self.store, invoke.name);
        let func = found.ok_or_else(|| format!("no exported function `{}`", invoke.name))?;
        let args = invoke.args.iter().map(values::argument).collect::<Result<Vec<_>, _>>()?;
        let mut results = vec![Val::I32(0); func.ty(&self.store).results().len()];
        Ok(func.call(&mut self.store, &args, &mut results).map(|()| results))
    }
}

/// Checks that an outcome is a trap that `fits`.
fn expect_trap(
    outcome: Result<Vec<Val>>,
    fits: impl FnOnce(TrapCode, &str) -> bool,
    message: &str,
) -> Result<(), Failure> {
    match outcome {
        Ok(results) => Err(format!("expected the trap `{message}`, got {}", values::show_all(&results))),
        Err(error) => match error.trap_code() {
            Some(code) if fits(code, code.message()) => Ok(()),
            _ => Err(format!("expected the trap `{message}`, got: {error}")),
        },
    }
}

/// Whether a trap's text is what a script expects. Scripts name the element that a call did not find, the text does not.
fn has_text(text: &str, expected: &str) -> bool {
    let general = "uninitialized element";
    text.contains(expected) || (expected.starts_with(general) && text.contains(general))
}

fn directive_name(directive: &WastDirective<'_>) -> &'static str {
    match directive {
        WastDirective::AssertException { .. } => "assert_exception",
        WastDirective::AssertSuspension { .. } => "assert_suspension",
        WastDirective::AssertInvalidCustom { .. } => "assert_invalid_custom",
        WastDirective::AssertMalformedCustom { .. } => "assert_malformed_custom",
        WastDirective::Thread(_) => "thread",
        WastDirective::Wait { .. } => "wait",
        _ => "other",
    }
}
