//! A module's bodies, or others in their place, before both validators.

use crate::error::Result;
use crate::module::validate::confirm::{again, visible};
use crate::module::validate::{FuncFacts, observer, quick};
use crate::module::{Body, Module, sections};
use wasmparser::{BinaryReader, FuncValidatorAllocations, FunctionBody};

/// What became of a body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Both validators accepted it.
    Quick,
    /// Only wasmparser accepted it.
    Slow,
    /// It is invalid.
    Invalid,
}

/// The bodies of a module, or other bodies in their place.
pub struct Bodies<'a> {
    module: Module<'a>,
    bodies: Vec<Body<'a>>,
    quick: quick::Scratch,
    facts: FuncFacts,
    observed: FuncFacts,
    allocations: FuncValidatorAllocations,
}

impl<'a> Bodies<'a> {
    /// Reads a module. Nothing is said of its bodies yet.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let (module, bodies) = sections::read(bytes)?;
        Ok(Self {
            module,
            bodies,
            quick: quick::Scratch::default(),
            facts: FuncFacts::default(),
            observed: FuncFacts::default(),
            allocations: FuncValidatorAllocations::default(),
        })
    }

    /// The bodies' bytes, in order.
    pub fn all(&self) -> Vec<&'a [u8]> {
        self.bodies.iter().map(|body| body.body.as_bytes()).collect()
    }

    /// What both validators say to these bytes in the place of body `index`.
    ///
    /// # Errors
    ///
    /// They differ where they must not.
    pub fn check(&mut self, index: usize, bytes: &[u8]) -> std::result::Result<Verdict, String> {
        let Self { module, bodies, quick, facts, observed, allocations } = self;
        let Body { body, to_validate } = &bodies[index];
        let reader = BinaryReader::new_features(bytes, body.range().start, to_validate.features);
        let body = FunctionBody::new(reader);
        let params = &module.types[to_validate.ty as usize].params;
        let start = quick::validate(module, params, bytes, to_validate, facts, quick);
        let seen = observer::validate(module, params, &body, again(to_validate), observed, allocations);
        match (start, seen) {
            (Some(_), Err(error)) => Err(format!("accepted, but: {error:?}")),
            (Some(start), Ok(seen)) if start != seen => {
                Err(format!("operators at {start}, but seen at {seen}"))
            }
            (Some(_), Ok(_)) if visible(facts) != visible(observed) => {
                Err(format!("facts {:?}, but seen {:?}", visible(facts), visible(observed)))
            }
            (Some(_), Ok(_)) => Ok(Verdict::Quick),
            (None, Ok(_)) => Ok(Verdict::Slow),
            (None, Err(_)) => Ok(Verdict::Invalid),
        }
    }
}
