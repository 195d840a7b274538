//! Host functions: from a Rust closure to something that a guest can call.
//!
//! A [`HostFuncBox`] is a closure, its type, and an entry point of the form [`rt::HostFn`] that was made for exactly this closure and exactly one type of host
//! data. The entry point finds the store through the caller's P, runs the closure under `catch_unwind` (a panic must not unwind through the guest's frames),
//! and parks what it failed with in the store. Whoever links a box into a store sees to it that the store's data has the box's type.

use crate::store::{Caller, StoreCore, StoreInner};
use crate::typed::WasmTy;
use crate::types::FuncType;
use crate::{Error, Result, Val};
use beeline_abi::ValType;
use beeline_runtime as rt;
use std::any::Any;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;

/// A host function, not yet part of a store.
pub struct HostFuncBox {
    pub(crate) ty: FuncType,
    pub(crate) entry: rt::HostFn,
    /// Owned: it came from a box, and goes back into one when this is dropped. No box holds it meanwhile, since moving
    /// a box would end the right of addresses taken before to what it holds.
    env: NonNull<dyn Any + Send + Sync>,
}

// SAFETY: `env` is owned, and `Send` and `Sync`.
unsafe impl Send for HostFuncBox {}
// SAFETY: as for `Send`.
unsafe impl Sync for HostFuncBox {}

impl HostFuncBox {
    /// A function whose arguments and results are a slice of canonical bits: parameters on entry, results on return.
    fn from_slots<T: 'static, F>(ty: FuncType, func: F) -> Self
    where
        F: Fn(Caller<'_, T>, &mut [u64]) -> Result<()> + Send + Sync + 'static,
    {
        let slots = ty.params().len().max(ty.results().len());
        // SAFETY: the entry point is made for this environment, which has the slots of the type.
        unsafe { Self::from_raw(ty, enter::<T, F>, Box::new(Env { slots, func })) }
    }

    /// A function with an entry point of its own.
    ///
    /// # Safety
    ///
    /// `entry` may be called as a [`rt::HostFn`] of type `ty` with the address of `env`, from any thread, by whatever guest of a store the box is linked into.
    pub(crate) unsafe fn from_raw<E: Send + Sync + 'static>(
        ty: FuncType,
        entry: rt::HostFn,
        env: Box<E>,
    ) -> Self {
        // SAFETY: a box is never null.
        let env = unsafe { NonNull::new_unchecked(Box::into_raw(env as Box<dyn Any + Send + Sync>)) };
        Self { ty, entry, env }
    }

    /// A function of dynamic values.
    pub(crate) fn dynamic<T: 'static, F>(ty: FuncType, func: F) -> Self
    where
        F: Fn(Caller<'_, T>, &[Val], &mut [Val]) -> Result<()> + Send + Sync + 'static,
    {
        let own = ty.clone();
        Self::from_slots(ty, move |mut caller: Caller<'_, T>, slots| {
            use crate::AsContextMut;
            let mut params = Vec::with_capacity(own.params().len());
            let store = caller.as_context_mut();
            for (&ty, &bits) in own.params().iter().zip(&*slots) {
                // SAFETY: the guest passes values of the function's type.
                params.push(unsafe { Val::from_bits(store.core(), ty, bits) });
            }
            let mut results: Vec<Val> = own.results().iter().filter_map(|&ty| Val::default_for(ty)).collect();
            let inner = store.inner();
            func(caller, &params, &mut results)?;
            for ((slot, result), &ty) in slots.iter_mut().zip(&results).zip(own.results()) {
                // SAFETY: the function's loan of the store has ended; the store is alive.
                *slot = result.to_bits(unsafe { &(*inner.as_ptr()).core }, ty)?;
            }
            Ok(())
        })
    }

    /// The environment for the entry point.
    pub(crate) fn env(&self) -> *mut c_void {
        self.env.as_ptr().cast()
    }
}

impl Drop for HostFuncBox {
    fn drop(&mut self) {
        // SAFETY: it came from a box, and stores that call the function keep this value alive.
        drop(unsafe { Box::from_raw(self.env.as_ptr()) });
    }
}

/// What a closure's entry point works with.
struct Env<F> {
    slots: usize,
    func: F,
}

/// The entry point of a closure.
///
/// # Safety
///
/// As for [`rt::HostFn`], with an [`Env`] of `F` whose `slots` are those of the function's type, called from a store with data of type `T`.
unsafe extern "C" fn enter<T: 'static, F>(env: *mut c_void, caller: *mut u8, args: *mut u64) -> u32
where
    F: Fn(Caller<'_, T>, &mut [u64]) -> Result<()> + Send + Sync + 'static,
{
    // SAFETY: the caller's promises. The context's data was set to the store's block when the store was made.
    let (env, inner, instance) = unsafe {
        let ctx = rt::StoreCtx::of(caller);
        let inner = NonNull::new_unchecked((*ctx).data.cast::<StoreInner<T>>());
        (&*env.cast::<Env<F>>(), inner, rt::func::caller_instance(caller).and_then(NonNull::new))
    };
    // SAFETY: there are as many slots as the function's type needs, and they are the host's until it returns.
    let slots = unsafe { std::slice::from_raw_parts_mut(args, env.slots) };
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the guest that uses the store has stopped in this call, and whoever entered it holds no reference into the store.
        (env.func)(unsafe { Caller::new(inner, instance) }, slots)
    }));
    let code = match outcome {
        Ok(Ok(())) => return 0,
        // SAFETY: the loan to the closure has ended.
        Ok(Err(error)) => unsafe { (*inner.as_ptr()).core.park_error(error) },
        // SAFETY: as above.
        Err(payload) => unsafe { (*inner.as_ptr()).core.park_panic(payload) },
    };
    code as u32
}

#[diagnostic::on_unimplemented(
    message = "a host function cannot return `{Self}`",
    note = "it returns nothing, a value (`i32`, `u32`, `i64`, `u64`, `f32`, `f64`, `Option<Func>`, `Option<ExternRef>`), a tuple of up to 16 values, or a `Result` of these",
    note = "the error of a `Result` must turn into `beeline::Error`: return `beeline::Result` and use `.map_err(beeline::Error::host)`, or implement `From<YourError> for beeline::Error`"
)]
/// What a host closure may return: nothing, a value, a tuple of values, or a [`std::result::Result`] of these whose error turns into [`Error`].
pub trait WasmRet {
    #[doc(hidden)]
    fn types() -> Vec<ValType>;
    #[doc(hidden)]
    fn store(self, core: &StoreCore, slots: &mut [u64]) -> Result<()>;
}

impl<R: WasmRet, E: Into<Error>> WasmRet for std::result::Result<R, E> {
    fn types() -> Vec<ValType> {
        R::types()
    }

    fn store(self, core: &StoreCore, slots: &mut [u64]) -> Result<()> {
        self.map_err(Into::into)?.store(core, slots)
    }
}

impl<R: WasmTy> WasmRet for R {
    fn types() -> Vec<ValType> {
        vec![R::TYPE]
    }

    fn store(self, core: &StoreCore, slots: &mut [u64]) -> Result<()> {
        slots[0] = self.into_bits(core)?;
        Ok(())
    }
}

#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become a host function of a store with data of type `{T}`",
    note = "it is a `Fn(A, B, ...) -> R` or `Fn(Caller<'_, {T}>, A, B, ...) -> R` that is `Send + Sync + 'static`, with up to 16 parameters of the types `i32`, `u32`, `i64`, `u64`, `f32`, `f64`, `Option<Func>`, `Option<ExternRef>`",
    note = "the error of a `Result` that it returns must turn into `beeline::Error`: return `beeline::Result` and use `.map_err(beeline::Error::host)`, or implement `From<YourError> for beeline::Error`"
)]
/// A closure that can become a host function: `Fn(A, B, ...) -> R` or `Fn(Caller<'_, T>, A, B, ...) -> R`, with up to 16 parameters of types that
/// are [`WasmTy`], where `R` is [`WasmRet`]. `Params` and `R` only help inference.
pub trait IntoFunc<T: 'static, Params, R>: Send + Sync + 'static {
    #[doc(hidden)]
    fn into_host_func(self) -> HostFuncBox;
}

macro_rules! closures {
    ($(($($param:ident $index:tt),*))*) => {$(
        impl<$($param: WasmTy,)*> WasmRet for ($($param,)*) {
            fn types() -> Vec<ValType> {
                vec![$($param::TYPE),*]
            }

            #[allow(unused_variables)]
            fn store(self, core: &StoreCore, slots: &mut [u64]) -> Result<()> {
                $(slots[$index] = self.$index.into_bits(core)?;)*
                Ok(())
            }
        }

        impl<T: 'static, Func, R, $($param,)*> IntoFunc<T, ($($param,)*), R> for Func
        where
            Func: Fn($($param),*) -> R + Send + Sync + 'static,
            R: WasmRet,
            $($param: WasmTy,)*
        {
            fn into_host_func(self) -> HostFuncBox {
                IntoFunc::<T, (Caller<'_, T>, $($param,)*), R>::into_host_func(
                    move |_: Caller<'_, T>, $(#[allow(non_snake_case)] $param: $param),*| self($($param),*),
                )
            }
        }

        impl<T: 'static, Func, R, $($param,)*> IntoFunc<T, (Caller<'_, T>, $($param,)*), R> for Func
        where
            Func: Fn(Caller<'_, T>, $($param),*) -> R + Send + Sync + 'static,
            R: WasmRet,
            $($param: WasmTy,)*
        {
            fn into_host_func(self) -> HostFuncBox {
                let ty = FuncType::new([$($param::TYPE),*], R::types());
                HostFuncBox::from_slots(ty, move |mut caller: Caller<'_, T>, slots| {
                    use crate::AsContextMut;
                    let store = caller.as_context_mut();
                    // SAFETY: the guest passes values of the function's type, of its own store.
                    #[allow(unused_unsafe, non_snake_case, clippy::unused_unit)]
                    let ($($param,)*) = unsafe { ($($param::from_bits(store.core(), slots[$index]),)*) };
                    let inner = store.inner();
                    let result = self(caller, $($param),*);
                    // SAFETY: the closure's loan of the store has ended; the store is alive.
                    result.store(unsafe { &(*inner.as_ptr()).core }, slots)
                })
            }
        }
    )*};
}

closures! {
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
