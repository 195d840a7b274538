//! [`Func`]: a function of a store, of a guest or of the host.

use crate::host::{HostFuncBox, IntoFunc};
use crate::store::{AsContext, AsContextMut, Caller, Handle, StoreCore};
use crate::typed::{TypedFunc, WasmParams, WasmResults};
use crate::types::FuncType;
use crate::val::ExternRef;
use crate::{Error, Result, Val};
use beeline_abi::ValType;
use beeline_abi::vm::FuncRef;
use beeline_runtime as rt;
use std::sync::Arc;

/// A function. Valid as long as its store; using it with another one panics.
#[derive(Clone, Copy, Debug)]
pub struct Func(Handle<FuncRef>);

impl Func {
    /// A host function of dynamic values: it gets the parameters and a slice of zeros and nulls to write the results to.
    ///
    /// There are no vectors among [`Val`]s yet: a function with [`ValType::V128`] in its type can be made, but every call of it is refused with an error.
    pub fn new<T: 'static>(
        mut store: impl AsContextMut<Data = T>,
        ty: FuncType,
        func: impl Fn(Caller<'_, T>, &[Val], &mut [Val]) -> Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self::of_host(store.as_context_mut().core_mut(), &Arc::new(HostFuncBox::dynamic(ty, func)))
    }

    /// A host function from a closure whose parameters and results say the type.
    pub fn wrap<T: 'static, Params, R>(
        mut store: impl AsContextMut<Data = T>,
        func: impl IntoFunc<T, Params, R>,
    ) -> Self {
        Self::of_host(store.as_context_mut().core_mut(), &Arc::new(func.into_host_func()))
    }

    /// The store's function for a host function; the store's data must be what the box was made for.
    pub(crate) fn of_host(core: &mut StoreCore, func: &Arc<HostFuncBox>) -> Self {
        let address = core.host_func(func);
        Self::at(core, address)
    }

    pub(crate) fn at(core: &StoreCore, address: *const FuncRef) -> Self {
        Self(Handle::new(core, address))
    }

    /// The function that `bits` refer to.
    ///
    /// # Safety
    ///
    /// `bits` are a funcref of the store.
    pub(crate) unsafe fn from_bits(core: &StoreCore, bits: u64) -> Option<Self> {
        let address = std::ptr::with_exposed_provenance::<FuncRef>(bits as usize);
        (!address.is_null()).then(|| Self::at(core, address))
    }

    pub(crate) fn address(&self, core: &StoreCore) -> *const FuncRef {
        self.0.check(core)
    }

    pub(crate) fn belongs_to(&self, core: &StoreCore) -> bool {
        self.0.belongs_to(core)
    }

    pub(crate) fn core_ty(&self, core: &StoreCore) -> FuncType {
        // SAFETY: functions live as long as their store.
        let signature = unsafe { rt::func::signature(self.address(core)) };
        FuncType::new(signature.params.iter().copied(), signature.results.iter().copied())
    }

    /// The function's type.
    #[must_use]
    pub fn ty(&self, store: impl AsContext) -> FuncType {
        self.core_ty(store.as_context().core())
    }

    /// Calls the function with values of its parameter types; `results` must be as long as its results and is overwritten.
    ///
    /// # Errors
    ///
    /// Numbers or types of values do not fit, a function among them belongs to another store, there are vectors in the type, the guest trapped or exited, or a host function failed.
    ///
    /// # Panics
    ///
    /// The function belongs to another store, or a host function panicked.
    pub fn call(&self, mut store: impl AsContextMut, params: &[Val], results: &mut [Val]) -> Result<()> {
        let mut store = store.as_context_mut();
        let core = store.core();
        let (address, ty) = (self.address(core), self.core_ty(core));
        if params.len() != ty.params().len() || results.len() != ty.results().len() {
            return Err(Error::usage(format!(
                "a function of type {ty} was called with {} parameters for {} results",
                params.len(),
                results.len()
            )));
        }
        ty.check_supported()?;
        let bits = |(param, &ty): (&Val, _)| param.to_bits(core, ty);
        let args = params.iter().zip(ty.params()).map(bits).collect::<Result<Vec<u64>>>()?;
        let mut slots = vec![0; results.len()];
        // SAFETY: the function belongs to the store, the slices are as long as its type says, and the arguments were checked.
        unsafe { store.call_raw(address, &args, &mut slots)? };
        for ((result, &slot), &ty) in results.iter_mut().zip(&slots).zip(ty.results()) {
            // SAFETY: a function returns values of its type.
            *result = unsafe { Val::from_bits(store.core(), ty, slot) };
        }
        Ok(())
    }

    /// The function with Rust types, which must be those of the function.
    ///
    /// # Errors
    ///
    /// They are not.
    pub fn typed<Params: WasmParams, Results: WasmResults>(
        &self,
        store: impl AsContext,
    ) -> Result<TypedFunc<Params, Results>> {
        TypedFunc::new(store.as_context().core(), *self)
    }
}

impl Val {
    /// The value as generated code holds it, if it is of type `ty`.
    pub(crate) fn to_bits(self, core: &StoreCore, ty: ValType) -> Result<u64> {
        if self.ty() != ty {
            return Err(Error::usage(format!(
                "expected a value of type {}, got {}",
                ty.name(),
                self.ty().name()
            )));
        }
        Ok(match self {
            Self::I32(value) => u64::from(value.cast_unsigned()),
            Self::I64(value) => value.cast_unsigned(),
            Self::F32(bits) => u64::from(bits),
            Self::F64(bits) => bits,
            Self::FuncRef(None) => 0,
            Self::FuncRef(Some(func)) if func.belongs_to(core) => {
                func.address(core).expose_provenance() as u64
            }
            Self::FuncRef(Some(_)) => {
                return Err(Error::usage("a function of another store was passed to a guest"));
            }
            Self::ExternRef(value) => value.map_or(0, ExternRef::get),
        })
    }

    /// The value of type `ty` that generated code holds as `bits`.
    ///
    /// # Safety
    ///
    /// `bits` are a value of this type in the store.
    pub(crate) unsafe fn from_bits(core: &StoreCore, ty: ValType, bits: u64) -> Self {
        match ty {
            ValType::I32 => Self::I32(bits as i32),
            ValType::I64 => Self::I64(bits.cast_signed()),
            ValType::F32 => Self::F32(bits as u32),
            ValType::F64 => Self::F64(bits),
            // SAFETY: the caller's promise.
            ValType::FuncRef => Self::FuncRef(unsafe { Func::from_bits(core, bits) }),
            ValType::ExternRef => Self::ExternRef(ExternRef::new(bits)),
            // The compiler refuses values of other types, and host functions with such types are not called.
            _ => Self::I64(bits.cast_signed()),
        }
    }
}
