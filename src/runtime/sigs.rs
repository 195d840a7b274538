//! Ids of signatures too long for [`SigId::exact`]: a store's own table, compared exactly.
//!
//! A trie over the bytes of the types, zero between parameters and results; the id is the number of the node
//! where the signature ends. Its size is bounded by the length of all signatures, each look-up by the length
//! of its signature, whatever modules come; a hash table would have to withstand chosen collisions.

use alloc::vec::Vec;
use beeline_abi::{SigId, ValType};

/// Children of a node by type byte, zero for the separator. Node 0 is the root, so 0 means none.
type Node = [u32; 8];

#[derive(Debug)]
pub(crate) struct Sigs(Vec<Node>);

impl Sigs {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    /// The id of a signature: self-describing if it is short, else interned here.
    pub(crate) fn id(&mut self, params: &[ValType], results: &[ValType]) -> u32 {
        if let Some(id) = SigId::exact(params, results) {
            return id.0;
        }
        if self.0.is_empty() {
            self.0.push(Node::default());
        }
        let bytes = |types: &[ValType]| types.iter().map(|&ty| ty as usize).collect::<Vec<_>>();
        let node =
            bytes(params).into_iter().chain([0]).chain(bytes(results)).fold(0, |node, byte| {
                match self.0[node][byte] {
                    0 => {
                        let new = self.0.len();
                        self.0.push(Node::default());
                        self.0[node][byte] = new as u32;
                        new
                    }
                    found => found as usize,
                }
            });
        SigId::INTERNED | node as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ValType::{F64, I32, I64};

    #[test]
    fn long_signatures_are_told_apart_and_found_again() {
        let mut sigs = Sigs::new();
        let (a, b, c) = ([I32; 10], [I64; 10], [I32; 11]);
        let ids = [
            sigs.id(&a, &[]),
            sigs.id(&[], &a),
            sigs.id(&b, &[]),
            sigs.id(&c, &[]),
            sigs.id(&a, &[F64]),
            sigs.id(&a[..5], &a[5..]),
        ];
        for (i, id) in ids.iter().enumerate() {
            assert!(id & SigId::INTERNED != 0);
            assert!(!ids[..i].contains(id));
        }
        assert_eq!(sigs.id(&a, &[F64]), ids[4]);
        assert_eq!(sigs.id(&[I32], &[I64]), SigId::exact(&[I32], &[I64]).unwrap().0);
    }
}
