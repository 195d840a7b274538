//! Globals. A module's own lie in its instance data; the host's lie in a box. Either way others refer to the
//! address of the value.

use alloc::boxed::Box;
use beeline_abi::ValType;

/// A global: where its value is, and its type.
#[derive(Debug)]
pub struct Global {
    value: *mut u64,
    /// Type of the value.
    pub ty: ValType,
    /// Whether it may be written.
    pub mutable: bool,
    /// Keeps a host's value alive.
    owned: bool,
}

impl Global {
    pub(crate) fn new(ty: ValType, mutable: bool, value: u64) -> Self {
        Self { value: Box::into_raw(Box::new(value)), ty, mutable, owned: true }
    }

    /// A global whose value lies in instance data.
    pub(crate) fn at(value: *mut u64, ty: ValType, mutable: bool) -> Self {
        Self { value, ty, mutable, owned: false }
    }

    /// Address of the value, as imported globals' slots hold it.
    #[must_use]
    pub fn address(&self) -> *mut u64 {
        self.value
    }

    /// The value's bits; those of 32-bit types are zero-extended.
    #[must_use]
    pub fn get(&self) -> u64 {
        // SAFETY: the address is valid as long as the store, which owns this.
        crate::func::canonical(self.ty, unsafe { self.value.read() })
    }

    /// Sets the value. Whether the global is mutable and the bits fit its type is the caller's business.
    pub fn set(&self, value: u64) {
        // SAFETY: as in `get`.
        unsafe { self.value.write(crate::func::canonical(self.ty, value)) }
    }
}

impl Drop for Global {
    fn drop(&mut self) {
        if self.owned {
            // SAFETY: made by `Box::into_raw` in `new`, freed only here.
            drop(unsafe { Box::from_raw(self.value) });
        }
    }
}
