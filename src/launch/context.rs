//! What the guest is given: streams always, the rest by the grants and the command line.

use crate::program::{Program, Stop};
use crate::text::Text;
use alloc::vec::Vec;
use beeline_abi::grants::{self, Entries};
use beeline_wasi::{Environ, WasiCtx};

impl<'a> Program<'a> {
    /// The grants.
    pub(crate) fn grants(&self) -> Entries<'a> {
        Entries::new(self.grants)
    }

    /// The content of the last grant with a tag.
    pub(crate) fn grant(&self, tag: u32) -> Option<&'a [u8]> {
        let mut last = None;
        for (found, content) in self.grants() {
            if found == tag {
                last = Some(content);
            }
        }
        last
    }

    /// The number in the last grant with a tag.
    pub(crate) fn number(&self, tag: u32) -> Option<u64> {
        self.grant(tag)?.try_into().ok().map(u64::from_le_bytes)
    }

    /// The arguments of the command line, behind those that the program always has.
    pub(crate) fn arguments(&self) -> Vec<&'a [u8]> {
        let mut arguments = Vec::new();
        for (tag, content) in self.grants() {
            if tag == grants::ARG {
                arguments.push(content);
            }
        }
        arguments.extend_from_slice(self.args.get(1..).unwrap_or(&[]));
        arguments
    }

    /// The context of the guest, whose arguments are `args`.
    ///
    /// # Errors
    ///
    /// A directory cannot be granted.
    pub(crate) fn context(&self, args: &[&[u8]]) -> Result<WasiCtx, Stop> {
        let mut wasi = WasiCtx::new();
        wasi.inherit_stdio();
        wasi.arg(self.grant(grants::ARGV0).or(self.args.first().copied()).unwrap_or_default());
        for arg in args {
            wasi.arg(arg);
        }
        // The last definition of a variable counts, and one by name more than all that are passed on.
        if self.grant(grants::INHERIT_ENV).is_some() {
            for pair in self.env {
                wasi.env_pair(pair);
            }
        }
        let mut inherited = None;
        for (tag, content) in self.grants() {
            match tag {
                grants::ENV if content.contains(&b'=') => {
                    wasi.env_pair(content);
                }
                grants::ENV => {
                    let inherited = inherited.get_or_insert_with(|| {
                        let mut environ = Environ::default();
                        self.env.iter().for_each(|variable| environ.set(variable));
                        environ
                    });
                    if let Some(variable) = inherited.get(content) {
                        wasi.env_pair(variable);
                    }
                }
                grants::DIR => {
                    let Some((host, guest, writable)) = grants::parse_dir(content) else { continue };
                    if let Err(error) = wasi.preopen(host, guest, writable) {
                        let mut text = Text::new("cannot grant directory `");
                        text.bytes(&error.path).add("`: ").add(error.reason());
                        return Err(Stop::failed(text));
                    }
                }
                _ => {}
            }
        }
        Ok(wasi)
    }
}
