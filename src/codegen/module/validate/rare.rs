//! The quick validator's operators that are not worth a place in its loop.

use super::effects::{EXTERN_REF, FUNC_REF, I32, SATURATING};
use super::quick::{Checker, value_type};
use super::stack::Stack;
use super::window::{self, Window};
use super::{super::val_type, FuncFacts};
use wasmparser::WasmModuleResources;

impl<T: WasmModuleResources> Checker<'_, T> {
    /// Operators that are not worth a place in [`Checker::operators`].
    #[inline(never)]
    pub fn rare(
        &self,
        op: u8,
        window: &Window,
        stack: &mut Stack<'_>,
        facts: &mut FuncFacts,
    ) -> Option<usize> {
        match op {
            // select with a type
            0x1c => {
                if window[1] != 1 {
                    return None;
                }
                let ty = value_type(window[2])? as u8;
                stack.pop(I32)?;
                stack.apply(ty, 2, ty)?;
                Some(3)
            }
            // table.get
            0x25 => {
                let (table, used) = window::u32(window, 1)?;
                stack.apply(I32, 1, self.module.tables.get(table as usize)?.ty as u8)?;
                Some(used)
            }
            // table.set
            0x26 => {
                let (table, used) = window::u32(window, 1)?;
                stack.pop(self.module.tables.get(table as usize)?.ty as u8)?;
                stack.pop(I32)?;
                Some(used)
            }
            // memory.size
            0x3f if self.has_memory && window[1] == 0 => {
                stack.push(I32);
                Some(2)
            }
            // memory.grow
            0x40 if self.has_memory && window[1] == 0 => {
                facts.call(0, false);
                stack.apply(I32, 1, I32)?;
                Some(2)
            }
            // ref.null
            0xd0 => {
                match window[1] {
                    0x70 => stack.push(FUNC_REF),
                    0x6f => stack.push(EXTERN_REF),
                    _ => return None,
                }
                Some(2)
            }
            // ref.is_null
            0xd1 => {
                stack.pop_ref()?;
                stack.push(I32);
                Some(1)
            }
            // ref.func. Its type is a subtype of funcref, which is what everything that takes it asks for.
            0xd2 => {
                let (index, used) = window::u32(window, 1)?;
                if (index as usize) < self.module.func_types.len()
                    && self.resources.is_function_referenced(index)
                {
                    stack.push(FUNC_REF);
                    return Some(used);
                }
                None
            }
            0xfc => {
                let (op, used) = window::u32(window, 1)?;
                self.prefixed(op, window, used, stack, facts)
            }
            _ => None,
        }
    }

    /// Operators with prefix 0xfc, whose immediates are at `at`.
    fn prefixed(
        &self,
        op: u32,
        window: &Window,
        at: usize,
        stack: &mut Stack<'_>,
        facts: &mut FuncFacts,
    ) -> Option<usize> {
        if let Some(&(operand, result)) = SATURATING.get(op as usize) {
            stack.apply(operand, 1, result)?;
            return Some(at);
        }
        let (first, used) = window::u32(window, at)?;
        let table = |index: u32| Some(self.module.tables.get(index as usize)?.ty);
        let has_memory = |index: u32| (index == 0 && self.has_memory).then_some(());
        let has_data = |index| self.resources.data_count().filter(|&count| index < count).map(drop);
        // `table.size` is the only one without a call.
        if op != 16 {
            facts.call(0, false);
        }
        match op {
            // memory.init
            8 => {
                let (memory, used) = window::u32(window, used)?;
                has_data(first)?;
                has_memory(memory)?;
                (0..3).try_for_each(|_| stack.pop(I32))?;
                Some(used)
            }
            // data.drop
            9 => {
                has_data(first)?;
                Some(used)
            }
            // memory.copy
            10 => {
                let (from, used) = window::u32(window, used)?;
                has_memory(first)?;
                has_memory(from)?;
                (0..3).try_for_each(|_| stack.pop(I32))?;
                Some(used)
            }
            // memory.fill
            11 => {
                has_memory(first)?;
                (0..3).try_for_each(|_| stack.pop(I32))?;
                Some(used)
            }
            // table.init
            12 => {
                let (to, used) = window::u32(window, used)?;
                let segment = self.resources.element_type_at(first)?;
                if val_type(segment.into())? != table(to)? {
                    return None;
                }
                (0..3).try_for_each(|_| stack.pop(I32))?;
                Some(used)
            }
            // elem.drop
            13 => {
                self.resources.element_type_at(first)?;
                Some(used)
            }
            // table.copy
            14 => {
                let (from, used) = window::u32(window, used)?;
                if table(first)? != table(from)? {
                    return None;
                }
                (0..3).try_for_each(|_| stack.pop(I32))?;
                Some(used)
            }
            // table.grow
            15 => {
                stack.pop(I32)?;
                stack.pop(table(first)? as u8)?;
                stack.push(I32);
                Some(used)
            }
            // table.size
            16 => {
                table(first)?;
                stack.push(I32);
                Some(used)
            }
            // table.fill
            17 => {
                stack.pop(I32)?;
                stack.pop(table(first)? as u8)?;
                stack.pop(I32)?;
                Some(used)
            }
            _ => None,
        }
    }
}
