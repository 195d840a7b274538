//! Value types and signature ids.

/// A WebAssembly value type, as one byte.
///
/// The numbers are Beeline's own: they fit in three bits, which [`SigId`] relies on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum ValType {
    /// 32-bit integer.
    I32 = 1,
    /// 64-bit integer.
    I64 = 2,
    /// 32-bit IEEE 754 number.
    F32 = 3,
    /// 64-bit IEEE 754 number.
    F64 = 4,
    /// 128-bit vector.
    V128 = 5,
    /// Reference to a function, null or a pointer to a [`crate::vm::FuncRef`].
    FuncRef = 6,
    /// Reference to a host value, null or an opaque word that is not zero.
    ExternRef = 7,
}

impl ValType {
    /// The type that `byte` stands for, if it stands for one.
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        Some(match byte {
            1 => Self::I32,
            2 => Self::I64,
            3 => Self::F32,
            4 => Self::F64,
            5 => Self::V128,
            6 => Self::FuncRef,
            7 => Self::ExternRef,
            _ => return None,
        })
    }

    /// Whether values of this type travel in floating-point registers.
    #[must_use]
    pub const fn is_float(self) -> bool {
        matches!(self, Self::F32 | Self::F64 | Self::V128)
    }

    /// Whether this is a reference type.
    #[must_use]
    pub const fn is_ref(self) -> bool {
        matches!(self, Self::FuncRef | Self::ExternRef)
    }

    /// The name in the text format.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::F32 => "f32",
            Self::F64 => "f64",
            Self::V128 => "v128",
            Self::FuncRef => "funcref",
            Self::ExternRef => "externref",
        }
    }
}

/// The number that a funcref carries for its signature and that `call_indirect` compares.
///
/// A short signature (parameters and results together at most nine) is written out in the number itself:
/// three bits for each type, a zero triple between parameters and results, a one bit in front. Equal ids then mean equal
/// signatures in every module of the process, with no registry. A longer signature gets an id with the top bit
/// set from the runtime's table when the module is instantiated, and generated code loads it from the instance data.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct SigId(pub u32);

impl SigId {
    /// Ids with this bit come from the runtime's table of long signatures.
    pub const INTERNED: u32 = 1 << 31;

    /// The self-describing id of a signature, or `None` if it is too long for one.
    #[must_use]
    pub fn exact(params: &[ValType], results: &[ValType]) -> Option<Self> {
        if params.len() + results.len() > 9 {
            return None;
        }
        let triple = |id: u32, ty: &ValType| id << 3 | *ty as u32;
        let id = params.iter().fold(1, triple);
        Some(Self(results.iter().fold(id << 3, triple)))
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::collections::HashMap;
    use std::vec::Vec;

    const ALL: [ValType; 7] = [
        ValType::I32,
        ValType::I64,
        ValType::F32,
        ValType::F64,
        ValType::V128,
        ValType::FuncRef,
        ValType::ExternRef,
    ];

    #[test]
    fn bytes_stand_for_their_types_and_no_others() {
        let found: Vec<_> = (0..=u8::MAX).filter_map(ValType::from_byte).collect();
        assert_eq!(found, ALL);
        assert!(ALL.iter().all(|&ty| ValType::from_byte(ty as u8) == Some(ty)));
    }

    #[test]
    fn types_fit_in_three_bits_and_none_is_zero() {
        assert!(ALL.iter().all(|&ty| (1..8).contains(&(ty as u8))));
    }

    #[test]
    fn equal_ids_mean_equal_signatures() {
        // Every signature of up to four types.
        let mut lists: Vec<Vec<ValType>> = std::vec![Vec::new()];
        let mut from = 0;
        for _ in 0..4 {
            let to = lists.len();
            for i in from..to {
                for ty in ALL {
                    let mut list = lists[i].clone();
                    list.push(ty);
                    lists.push(list);
                }
            }
            from = to;
        }
        let mut known = HashMap::new();
        for list in &lists {
            for split in 0..=list.len() {
                let id = SigId::exact(&list[..split], &list[split..]).expect("a short signature");
                assert_ne!(id.0, 0);
                assert_eq!(id.0 & SigId::INTERNED, 0);
                let other = known.insert(id, (list, split));
                assert_eq!(other, None, "{id:?} is also that of {list:?} at {split}");
            }
        }
        assert_eq!(known.len(), 1 + 2 * 7 + 3 * 49 + 4 * 343 + 5 * 2401);
    }

    #[test]
    fn nine_types_are_written_out_and_ten_are_not() {
        let types = [ValType::ExternRef; 10];
        for split in 0..=9 {
            let id = SigId::exact(&types[..split], &types[split..9]).expect("nine types");
            assert_eq!(id.0 & SigId::INTERNED, 0);
            // The lowest triple that is zero lies between results and parameters.
            let zero = (0..10).find(|n| id.0 >> (3 * n) & 7 == 0);
            assert_eq!(zero, Some(9 - split));
        }
        assert!((0..=10).all(|split| SigId::exact(&types[..split], &types[split..]).is_none()));
    }

    #[test]
    fn long_lists_are_refused_without_looking_at_them() {
        let types = std::vec![ValType::I32; 1000];
        assert_eq!(SigId::exact(&types, &[]), None);
        assert_eq!(SigId::exact(&[], &types), None);
    }
}
