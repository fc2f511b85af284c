//! What several rules tell about names: a code that no list holds, a reference to nothing, a key written twice.

use super::context::Context;
use super::told::Told;
use crate::diagnostic::Origin;
use crate::records::document::{At, IdText};
use crate::records::settings::Listed;
use crate::words::problem::Problem;

/// A list of `bina.toml`.
#[derive(Clone, Copy, Debug)]
pub(super) enum List {
    Service,
    Channel,
    Category,
    Indicator,
}

impl List {
    /// Its name in `bina.toml`.
    fn name(self) -> &'static str {
        match self {
            List::Service => "service",
            List::Channel => "channel",
            List::Category => "category",
            List::Indicator => "indicator",
        }
    }

    /// The problem of a code that is not in the list; none when `bina.toml` cannot be read.
    pub(super) fn refuse(self, code: &str, context: &Context<'_>) -> Option<Problem> {
        let settings = context.settings.as_ref()?;
        let has = |list: &[Listed]| list.iter().any(|listed| &*listed.code.value == code);
        let is_known = match self {
            List::Service => has(&settings.service),
            List::Channel => has(&settings.channel),
            List::Category => has(&settings.category),
            List::Indicator => settings
                .indicator
                .iter()
                .any(|listed| &*listed.code.value == code),
        };
        (!is_known).then(|| Problem::CodeNotInSettings {
            what: self.name().to_owned(),
            code: code.to_owned(),
        })
    }
}

/// Tells that a document names a row that is not there.
pub(super) fn refers(id: &At<IdText>, table: &'static str, context: &Context<'_>, told: &mut Told<'_>) {
    if context.knows(table, &id.value) == Some(false) {
        let table = crate::records::table(table).map_or(table.to_owned(), |table| table.file(""));
        let id_text = id.value.to_string();
        told.at(id.origin, Problem::ReferenceUnknown { table, id: id_text });
    }
}

/// Tells that nobody is responsible: a person, or a unit.
pub(super) fn responsible(id: &At<IdText>, context: &Context<'_>, told: &mut Told<'_>) {
    if context.knows("units", &id.value) != Some(true) {
        refers(id, "staff", context, told);
    }
}

/// Tells a key that is used twice.
pub(super) fn twice(key: &str, origin: Origin, told: &mut Told<'_>) {
    told.at(origin, Problem::KeyTwice { key: key.to_owned() });
}
