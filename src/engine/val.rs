//! Values that pass between host and guest: [`Val`] and [`ExternRef`].

use crate::Func;
use beeline_abi::ValType;
use std::num::NonZeroU64;

/// A value of the host as the guest holds it: an opaque word that is not zero, since zero is the null reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExternRef(NonZeroU64);

impl ExternRef {
    /// A reference with this word; `None` for 0.
    #[must_use]
    pub fn new(word: u64) -> Option<Self> {
        NonZeroU64::new(word).map(Self)
    }

    /// The word.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0.get()
    }
}

/// A WebAssembly value. Floats are held as bits, so that NaNs keep theirs.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Val {
    /// 32-bit integer.
    I32(i32),
    /// 64-bit integer.
    I64(i64),
    /// Bits of a 32-bit float.
    F32(u32),
    /// Bits of a 64-bit float.
    F64(u64),
    /// A function of the store, or null.
    FuncRef(Option<Func>),
    /// A value of the host, or null.
    ExternRef(Option<ExternRef>),
}

impl Val {
    /// The value's type.
    #[must_use]
    pub fn ty(&self) -> ValType {
        match self {
            Self::I32(_) => ValType::I32,
            Self::I64(_) => ValType::I64,
            Self::F32(_) => ValType::F32,
            Self::F64(_) => ValType::F64,
            Self::FuncRef(_) => ValType::FuncRef,
            Self::ExternRef(_) => ValType::ExternRef,
        }
    }

    /// The zero or null of a type; `None` for vectors, which values do not have.
    #[must_use]
    pub fn default_for(ty: ValType) -> Option<Self> {
        Some(match ty {
            ValType::I32 => Self::I32(0),
            ValType::I64 => Self::I64(0),
            ValType::F32 => Self::F32(0),
            ValType::F64 => Self::F64(0),
            ValType::FuncRef => Self::FuncRef(None),
            ValType::ExternRef => Self::ExternRef(None),
            _ => return None,
        })
    }

    /// The integer, if it is an `i32`.
    #[must_use]
    pub fn i32(&self) -> Option<i32> {
        if let Self::I32(value) = self { Some(*value) } else { None }
    }

    /// The integer, if it is an `i64`.
    #[must_use]
    pub fn i64(&self) -> Option<i64> {
        if let Self::I64(value) = self { Some(*value) } else { None }
    }

    /// The number, if it is an `f32`.
    #[must_use]
    pub fn f32(&self) -> Option<f32> {
        if let Self::F32(bits) = self { Some(f32::from_bits(*bits)) } else { None }
    }

    /// The number, if it is an `f64`.
    #[must_use]
    pub fn f64(&self) -> Option<f64> {
        if let Self::F64(bits) = self { Some(f64::from_bits(*bits)) } else { None }
    }
}

macro_rules! from {
    ($($ty:ty: $value:ident => $val:expr;)*) => {$(
        impl From<$ty> for Val {
            fn from($value: $ty) -> Self {
                $val
            }
        }
    )*};
}

from! {
    i32: value => Self::I32(value);
    u32: value => Self::I32(value.cast_signed());
    i64: value => Self::I64(value);
    u64: value => Self::I64(value.cast_signed());
    f32: value => Self::F32(value.to_bits());
    f64: value => Self::F64(value.to_bits());
    Func: value => Self::FuncRef(Some(value));
    Option<Func>: value => Self::FuncRef(value);
    ExternRef: value => Self::ExternRef(Some(value));
    Option<ExternRef>: value => Self::ExternRef(value);
}
