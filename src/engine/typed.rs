//! Rust types as WebAssembly values ([`WasmTy`]), and [`TypedFunc`]: calls whose types were checked once.

use crate::func::Func;
use crate::store::StoreCore;
use crate::val::ExternRef;
use crate::{AsContextMut, Error, Result, Val};
use beeline_abi::ValType;
use std::fmt;
use std::marker::PhantomData;

mod sealed {
    pub trait Sealed {}
}

/// A Rust type that stands for one WebAssembly value: `i32`, `u32`, `i64`, `u64`, `f32`, `f64`, `Option<Func>`, `Option<ExternRef>`.
pub trait WasmTy: sealed::Sealed + Copy + Send + Sync + 'static {
    /// The value's type.
    const TYPE: ValType;
    #[doc(hidden)]
    fn into_bits(self, core: &StoreCore) -> Result<u64>;
    /// # Safety
    ///
    /// `bits` are those of a value of this type in the store of `core`.
    #[doc(hidden)]
    unsafe fn from_bits(core: &StoreCore, bits: u64) -> Self;
}

macro_rules! numbers {
    ($($ty:ty, $val:ident, |$value:ident| $into:expr, |$bits:ident| $from:expr;)*) => {$(
        impl sealed::Sealed for $ty {}

        impl WasmTy for $ty {
            const TYPE: ValType = ValType::$val;

            fn into_bits(self, _: &StoreCore) -> Result<u64> {
                let $value = self;
                Ok($into)
            }

            unsafe fn from_bits(_: &StoreCore, $bits: u64) -> Self {
                $from
            }
        }
    )*};
}

numbers! {
    i32, I32, |value| u64::from(value.cast_unsigned()), |bits| bits as i32;
    u32, I32, |value| u64::from(value), |bits| bits as u32;
    i64, I64, |value| value.cast_unsigned(), |bits| bits.cast_signed();
    u64, I64, |value| value, |bits| bits;
    f32, F32, |value| u64::from(value.to_bits()), |bits| Self::from_bits(bits as u32);
    f64, F64, |value| value.to_bits(), |bits| Self::from_bits(bits);
}

impl sealed::Sealed for Option<Func> {}

impl WasmTy for Option<Func> {
    const TYPE: ValType = ValType::FuncRef;

    fn into_bits(self, core: &StoreCore) -> Result<u64> {
        Val::FuncRef(self).to_bits(core, ValType::FuncRef)
    }

    unsafe fn from_bits(core: &StoreCore, bits: u64) -> Self {
        // SAFETY: the caller's promise.
        unsafe { Func::from_bits(core, bits) }
    }
}

impl sealed::Sealed for Option<ExternRef> {}

impl WasmTy for Option<ExternRef> {
    const TYPE: ValType = ValType::ExternRef;

    fn into_bits(self, _: &StoreCore) -> Result<u64> {
        Ok(self.map_or(0, ExternRef::get))
    }

    unsafe fn from_bits(_: &StoreCore, bits: u64) -> Self {
        ExternRef::new(bits)
    }
}

/// The parameters of a [`TypedFunc`]: a value, or a tuple of up to 16.
pub trait WasmParams: Send {
    #[doc(hidden)]
    const LEN: usize;
    #[doc(hidden)]
    fn types() -> Vec<ValType>;
    #[doc(hidden)]
    fn into_slots(self, core: &StoreCore, slots: &mut [u64]) -> Result<()>;
}

/// The results of a [`TypedFunc`]: a value, or a tuple of up to 16.
pub trait WasmResults: Send + Sized {
    #[doc(hidden)]
    const LEN: usize;
    #[doc(hidden)]
    fn types() -> Vec<ValType>;
    /// # Safety
    ///
    /// `slots` hold values of these types in the store of `core`.
    #[doc(hidden)]
    unsafe fn from_slots(core: &StoreCore, slots: &[u64]) -> Self;
}

/// Slots of a call that lie on the stack.
const FEW: usize = 16;

impl<V: WasmTy> WasmParams for V {
    const LEN: usize = 1;

    fn types() -> Vec<ValType> {
        vec![V::TYPE]
    }

    fn into_slots(self, core: &StoreCore, slots: &mut [u64]) -> Result<()> {
        slots[0] = self.into_bits(core)?;
        Ok(())
    }
}

impl<V: WasmTy> WasmResults for V {
    const LEN: usize = 1;

    fn types() -> Vec<ValType> {
        vec![V::TYPE]
    }

    unsafe fn from_slots(core: &StoreCore, slots: &[u64]) -> Self {
        // SAFETY: the caller's promise.
        unsafe { V::from_bits(core, slots[0]) }
    }
}

macro_rules! tuples {
    ($(($($item:ident $index:tt),*))*) => {$(
        impl<$($item: WasmTy,)*> WasmParams for ($($item,)*) {
            const LEN: usize = {
                let names: &[&str] = &[$(stringify!($item)),*];
                names.len()
            };

            fn types() -> Vec<ValType> {
                vec![$($item::TYPE),*]
            }

            #[allow(unused_variables)]
            fn into_slots(self, core: &StoreCore, slots: &mut [u64]) -> Result<()> {
                $(slots[$index] = self.$index.into_bits(core)?;)*
                Ok(())
            }
        }

        #[allow(clippy::unused_unit)]
        impl<$($item: WasmTy,)*> WasmResults for ($($item,)*) {
            const LEN: usize = {
                let names: &[&str] = &[$(stringify!($item)),*];
                names.len()
            };

            fn types() -> Vec<ValType> {
                vec![$($item::TYPE),*]
            }

            #[allow(unused_variables)]
            unsafe fn from_slots(core: &StoreCore, slots: &[u64]) -> Self {
                // SAFETY: the caller's promise.
                #[allow(unused_unsafe)]
                unsafe {
                    ($($item::from_bits(core, slots[$index]),)*)
                }
            }
        }
    )*};
}

tuples! {
    ()
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15)
}

/// A function whose type is known to be that of `Params` and `Results`. Made by [`Func::typed`].
pub struct TypedFunc<Params, Results> {
    func: Func,
    types: PhantomData<fn(Params) -> Results>,
}

impl<Params, Results> Clone for TypedFunc<Params, Results> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Params, Results> Copy for TypedFunc<Params, Results> {}

impl<Params, Results> fmt::Debug for TypedFunc<Params, Results> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.func.fmt(f)
    }
}

impl<Params: WasmParams, Results: WasmResults> TypedFunc<Params, Results> {
    /// `func` with these types, if they are its own.
    pub(crate) fn new(core: &StoreCore, func: Func) -> Result<Self> {
        let (ty, params, results) = (func.core_ty(core), Params::types(), Results::types());
        if ty.params() != params || ty.results() != results {
            let wanted = crate::FuncType::new(params, results);
            return Err(Error::usage(format!("the function's type is {ty}, not {wanted}")));
        }
        Ok(Self { func, types: PhantomData })
    }

    /// The function.
    #[must_use]
    pub fn func(&self) -> &Func {
        &self.func
    }

    /// Calls the function.
    ///
    /// # Errors
    ///
    /// The guest trapped or exited, a host function failed, or a function among the parameters belongs to another store.
    ///
    /// # Panics
    ///
    /// The function belongs to another store, or a host function panicked.
    pub fn call(&self, mut store: impl AsContextMut, params: Params) -> Result<Results> {
        let mut store = store.as_context_mut();
        let func = self.func.address(store.core());
        let (mut args, mut results) = ([0; FEW], [0; FEW]);
        params.into_slots(store.core(), &mut args)?;
        // SAFETY: the function belongs to the store and has these types, and the arguments were checked when they became bits.
        unsafe { store.call_raw(func, &args[..Params::LEN], &mut results[..Results::LEN])? };
        // SAFETY: a function returns values of its type.
        Ok(unsafe { Results::from_slots(store.core(), &results) })
    }
}
