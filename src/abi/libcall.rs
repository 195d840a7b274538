//! Functions of the runtime that generated code calls.
//!
//! Generated code passes up to six integer arguments in the integer parameter registers of [`crate::callconv`] and takes an
//! integer result from the first integer result register; P stays in its register. Behind each function stands a thunk of the runtime that
//! switches to the host stack; it may not return when the function traps. Which functions a module uses is part of its image, and only these
//! become undefined symbols of its object, so that the linker drops the others.

macro_rules! libcalls {
    ($($(#[$doc:meta])* $variant:ident = $symbol:literal, $args:literal, $results:literal;)*) => {
        /// A function of the runtime.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Libcall { $($(#[$doc])* $variant,)* }

        impl Libcall {
            /// Every libcall, in the order of their numbers, from 0.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The symbol of its thunk.
            #[must_use]
            pub const fn symbol(self) -> &'static str {
                match self { $(Self::$variant => $symbol,)* }
            }

            /// How many integer arguments it takes, P not counted.
            #[must_use]
            pub const fn args(self) -> usize {
                match self { $(Self::$variant => $args,)* }
            }

            /// How many results it has: 0 or 1.
            #[must_use]
            pub const fn results(self) -> usize {
                match self { $(Self::$variant => $results,)* }
            }
        }
    };
}

libcalls! {
    /// `(memory, delta pages) -> old size in pages, or -1 as i64`; generated code narrows it for 32-bit memories.
    MemoryGrow = "beeline_memory_grow", 2, 1;
    /// `(dst memory, src memory, dst, src, length)`, traps [`crate::TrapCode::MemoryOutOfBounds`].
    MemoryCopy = "beeline_memory_copy", 5, 0;
    /// `(memory, dst, byte, length)`, traps [`crate::TrapCode::MemoryOutOfBounds`].
    MemoryFill = "beeline_memory_fill", 4, 0;
    /// `(memory, data segment, dst, src, length)`, traps [`crate::TrapCode::MemoryOutOfBounds`].
    MemoryInit = "beeline_memory_init", 5, 0;
    /// `(data segment)`.
    DataDrop = "beeline_data_drop", 1, 0;
    /// `(table, delta, initial reference) -> old size, or -1 as i64`.
    TableGrow = "beeline_table_grow", 3, 1;
    /// `(dst table, src table, dst, src, length)`, traps [`crate::TrapCode::TableOutOfBounds`].
    TableCopy = "beeline_table_copy", 5, 0;
    /// `(table, dst, reference, length)`, traps [`crate::TrapCode::TableOutOfBounds`].
    TableFill = "beeline_table_fill", 4, 0;
    /// `(table, element segment, dst, src, length)`, traps [`crate::TrapCode::TableOutOfBounds`].
    TableInit = "beeline_table_init", 5, 0;
    /// `(element segment)`.
    ElemDrop = "beeline_elem_drop", 1, 0;
}

impl Libcall {
    /// The libcall with this number.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.get(usize::from(byte)).copied()
    }
}
