//! `br_table` with all kinds of tables, which become comparisons, lists of jumps or tables of distances: random ones, short and long, with few targets and many, in long
//! runs and short ones, and every index around where something changes.

use beeline::{Engine, Instance, Module, Store};
use beeline_spec_tests::rng::Rng;
use std::fmt::Write as _;

/// The targets of a table, the last of which is that of all greater numbers.
fn table(rng: &mut Rng) -> Vec<u64> {
    let (most, targets) =
        ([6, 30, 120, 600][rng.below(4) as usize], [1, 2, 3, 8, 20, 70][rng.below(6) as usize]);
    let (len, mean) = (1 + rng.below(most), 1 + rng.below(12));
    let mut target = rng.below(targets);
    let mut next = || {
        if rng.below(mean) == 0 {
            target = rng.below(targets);
        }
        target
    };
    (0..len).map(|_| next()).collect()
}

#[test]
fn every_number_goes_where_the_table_says() {
    let mut rng = Rng::new(5);
    let tables: Vec<Vec<u64>> = (0..400).map(|_| table(&mut rng)).collect();
    let mut text = String::from("(module");
    for (name, table) in tables.iter().enumerate() {
        let blocks = table.iter().max().map_or(1, |most| most + 1);
        let _ = write!(text, "(func (export \"{name}\") (param i32) (result i32) ");
        (0..blocks).for_each(|_| text.push_str("block "));
        text.push_str("local.get 0 br_table");
        table.iter().for_each(|target| text.push_str(&format!(" {target}")));
        (0..blocks).for_each(|target| text.push_str(&format!(" end i32.const {target} return")));
        text.push_str(" unreachable)");
    }
    text.push(')');
    let engine = Engine::default();
    let module = Module::new(&engine, &text).unwrap_or_else(|error| panic!("{error}"));
    let mut store = Store::new(&engine, ());
    let instance = Instance::new(&mut store, &module, &[]).unwrap();
    for (name, table) in tables.iter().enumerate() {
        let func = instance.get_typed_func::<i32, i32>(&mut store, &name.to_string()).unwrap();
        let beyond = [i32::MAX as u32, 1 << 31, u32::MAX];
        for number in (0..table.len() as u32 + 3).chain(beyond) {
            let wanted = table.get(number as usize).or(table.last()).copied();
            let found = func.call(&mut store, number as i32).unwrap() as u64;
            assert_eq!(Some(found), wanted, "number {number} of {table:?}");
        }
    }
}
