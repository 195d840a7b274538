//! Value types and signature ids.

/// A WebAssembly value type, as one byte.
///
/// The numbers are Beeline's own: they fit in three bits, which [`SigId`] relies on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
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
