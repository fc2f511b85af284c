//! What several rules tell about names: a code that no list holds, a reference to nothing, a key written twice.

use super::register::Register;
use super::remarks::Remarks;
use crate::diagnostic::Origin;
use crate::files::directory::MARKER;
use crate::records::document::{At, Document, IdText, Naming};
use crate::records::settings::Listed;
use crate::words::problem::Problem;

/// A list of `bina.toml`.
#[derive(Clone, Copy, Debug)]
pub(super) enum CodeList {
    Service,
    Channel,
    Category,
    Indicator,
}

impl CodeList {
    /// Its name in `bina.toml`.
    fn name(self) -> &'static str {
        match self {
            CodeList::Service => "service",
            CodeList::Channel => "channel",
            CodeList::Category => "category",
            CodeList::Indicator => "indicator",
        }
    }

    /// Tells the code of a document that is not in the list.
    pub(super) fn judge(self, code: &At<IdText>, register: &Register<'_>, remarks: &mut Remarks<'_>) {
        let problem = self.refuse(&code.value, register).into_iter();
        problem.for_each(|problem| remarks.absent(MARKER, code.origin, None, problem));
    }

    /// Tells the code of a cell that is not in the list.
    pub(super) fn judge_cell(
        self,
        column: &str,
        code: &str,
        register: &Register<'_>,
        remarks: &mut Remarks<'_>,
    ) {
        let problem = self.refuse(code, register).into_iter();
        problem.for_each(|problem| remarks.cell_absent(MARKER, column, problem));
    }

    /// The problem of a code that is not in the list; none when `bina.toml` cannot be read.
    fn refuse(self, code: &str, register: &Register<'_>) -> Option<Problem> {
        let settings = register.settings.as_ref()?;
        let has = |list: &[Listed]| list.iter().any(|listed| &*listed.code.value == code);
        let is_known = match self {
            CodeList::Service => has(&settings.service),
            CodeList::Channel => has(&settings.channel),
            CodeList::Category => has(&settings.category),
            CodeList::Indicator => settings
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

/// Tells every id in a document that names a row or a questionnaire that is not there.
pub(super) fn references(document: &impl Document, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    document.each_reference(&mut |Naming { field, id, origin }| {
        let is_there = |target: &&str| match *target {
            "questionnaires" => register.has_survey_file(id),
            table => register.knows(table, id) != Some(false),
        };
        // Where several tables may have it, the last is the one that is told.
        if let Some(target) = field.refers.last()
            && !field.refers.iter().any(is_there)
        {
            let place = whole_file(target);
            let problem = unknown(&*place, id);
            let file = match *target {
                "questionnaires" => format!("questionnaires/{id}.toml"),
                _ => place,
            };
            remarks.absent(&file, origin, None, problem);
        }
    });
}

/// The file of a table that is not cut, by the table's name.
pub(super) fn whole_file(table: &str) -> String {
    crate::records::table(table).map_or(table.to_owned(), |table| table.file(""))
}

/// The problem of a reference to what is not in `place`: a file or a folder.
pub(super) fn unknown(place: impl Into<String>, id: &str) -> Problem {
    Problem::ReferenceUnknown {
        table: place.into(),
        id: id.to_owned(),
    }
}

/// Tells a key that is used twice.
pub(super) fn twice(key: &str, origin: Origin, remarks: &mut Remarks<'_>) {
    remarks.at(origin, Problem::KeyTwice { key: key.to_owned() });
}
