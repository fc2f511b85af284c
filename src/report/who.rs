//! People and units as cells, for every report that has them.

use super::model::Value;
use super::person::named;
use crate::records::document::{At, IdText};
use crate::records::people::Roster;

impl Roster {
    /// Who is responsible: a person by name, or a unit. An unknown id, which `check` tells, is nobody.
    pub(super) fn owner(&self, owner: Option<&At<IdText>>) -> Value {
        let Some(owner) = owner else {
            return Value::Missing;
        };
        match self.people.find(&owner.value) {
            Some(person) => self.name(person),
            None => self.unit_by_code(&owner.value),
        }
    }

    /// A unit by its code; nothing when there is none.
    pub(super) fn unit_by_code(&self, code: &str) -> Value {
        let unit = self.units.find(code);
        unit.map_or(Value::Missing, |unit| self.unit(unit))
    }

    /// The id of a person, for data formats.
    pub(super) fn id(&self, person: u32) -> Value {
        Value::Text(self.people.id(person))
    }

    /// The name of a person.
    pub(super) fn name(&self, person: u32) -> Value {
        Value::Text(named(person))
    }

    /// A unit: its code for data formats, its name for text.
    pub(super) fn unit(&self, number: u32) -> Value {
        Value::Key {
            key: self.units.codes[number as usize].clone(),
            label: self.units.names[number as usize].clone(),
        }
    }

    /// The unit of a person on the last day.
    pub(super) fn unit_of(&self, person: u32) -> Value {
        let unit = self.people.list[person as usize].unit();
        unit.map_or(Value::Missing, |unit| self.unit(unit))
    }
}
