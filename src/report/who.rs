//! People and units as a report names them.

use super::figure::Pen;
use super::model::Value;
use crate::records::document::{At, IdText};
use crate::records::people::{People, Units};
use std::collections::HashMap;

/// Where names come from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who<'w> {
    pub(super) people: &'w People,
    pub(super) units: &'w Units,
    /// Names with titles of those who are named, by number.
    pub(super) names: &'w HashMap<u32, String>,
}

impl Who<'_> {
    /// The name of a person, when it was looked up.
    pub(super) fn name(&self, person: u32) -> Value {
        let name = self.names.get(&person);
        name.map_or(Value::Missing, |name| Value::Text(name.clone()))
    }

    /// The unit in which a person counts.
    pub(super) fn unit_of(&self, pen: Pen, person: u32) -> Value {
        let person = self.people.list.get(person as usize);
        match person.and_then(|person| person.unit()) {
            Some(unit) => pen.unit_in(self.units, unit),
            None => Value::Missing,
        }
    }

    /// Who is responsible: a person by name, or a unit. An unknown id, which `check` tells, is nobody.
    pub(super) fn owner(&self, owner: Option<&At<IdText>>) -> Value {
        let Some(owner) = owner else {
            return Value::Missing;
        };
        match self.people.find(&owner.value) {
            Some(person) => self.name(person),
            None => self.unit(&owner.value),
        }
    }

    /// The name of a unit by its code.
    pub(super) fn unit(&self, code: &str) -> Value {
        let unit = self.units.find(code);
        unit.map_or(Value::Missing, |unit| {
            Value::Text(self.units.names[unit as usize].clone())
        })
    }
}
