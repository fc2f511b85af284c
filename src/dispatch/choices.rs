//! What may be written in a column of a list to fill in: what one chooses from, in the office's language.

use crate::change::Draft;
use crate::intake::offered;
use crate::listing::kind;
use crate::load::Office;
use crate::records::cell::Domain;
use crate::records::competence::{Competency, competencies};
use crate::records::organisation::{Unit, units};
use crate::records::settings::Listed;
use crate::records::table::{Attribute, Check, Schema};
use crate::records::text::folded;
use crate::records::word;
use crate::render::form::FillColumn;
use crate::words::{Lang, Phrase};

/// How many digits a NIP has.
const NIP: u32 = 18;

/// What is said of a column in which one chooses something by its name.
const NAMED: Phrase = Phrase {
    id: "Pilih namanya dari daftar.",
    en: "Choose its name from the list.",
};

/// The same where there is none yet.
const NAMED_NEW: Phrase = Phrase {
    id: "Tulis namanya; yang belum dikenal dibuat bina import dengan --new-services.",
    en: "Write its name; what is not known yet is made by bina import with --new-services.",
};

/// What there is to choose from.
pub(super) struct Choices<'o> {
    pub(super) office: &'o Office,
    pub(super) lang: Lang,
    people: Vec<String>,
    units: Vec<String>,
    competencies: Vec<String>,
}

impl<'o> Choices<'o> {
    /// What there is in the records.
    pub(super) fn of(draft: &mut Draft<'_>, office: &'o Office, lang: Lang) -> Choices<'o> {
        Choices {
            people: offered(draft),
            units: named(draft, &units, (Unit::name, Unit::code)),
            competencies: codes(draft),
            office,
            lang,
        }
    }

    /// What may be written in a column of a table.
    pub(super) fn column(&self, column: Option<&Attribute>) -> FillColumn {
        let Some(column) = column else {
            return FillColumn::default();
        };
        let choices = self.texts(column);
        // One chooses a name, and not the code that is recorded.
        let is_listed = ["channel", "service", "category"].contains(&&*column.name);
        let about = match choices.is_empty() {
            false if column.kind == Domain::Id => NAMED.get(self.lang),
            true if is_listed => NAMED_NEW.get(self.lang),
            _ => column.meaning(self.lang),
        };
        FillColumn {
            about: about.to_owned(),
            form: kind(column.kind),
            length: (column.kind == Domain::Nip).then_some(NIP),
            choices,
            ..FillColumn::default()
        }
    }

    fn texts(&self, column: &Attribute) -> Vec<String> {
        let settings = &self.office.settings;
        let listed = |list: &[Listed]| {
            unlike(
                list.iter()
                    .map(|one| (one.name.clone(), one.code.value.0.clone())),
            )
        };
        match (&*column.name, column.refers, column.kind, &column.check) {
            (_, Some("staff"), ..) => self.people.clone(),
            (_, Some("units"), ..) => self.units.clone(),
            (_, Some("competencies"), ..) => self.competencies.clone(),
            ("channel", ..) => listed(&settings.channel),
            ("service", ..) => listed(&settings.service),
            ("category", ..) => listed(&settings.category),
            (_, _, Domain::Code(codes), _) => self.words(codes),
            (_, _, Domain::YesNo, _) => {
                let words = [("ya", "yes"), ("tidak", "no")];
                words
                    .map(|(id, en)| Phrase { id, en }.get(self.lang).to_owned())
                    .to_vec()
            }
            (_, _, _, Check::Scale(low, high)) if high - low < 20 => {
                (*low..=*high).map(|number| number.to_string()).collect()
            }
            (_, _, _, Check::OneOf(words)) => words.clone(),
            _ => Vec::new(),
        }
    }

    /// The words of codes, or the codes themselves where two have the same words.
    fn words(&self, codes: &[word::Code]) -> Vec<String> {
        unlike(
            codes
                .iter()
                .map(|code| (code.words.get(self.lang).to_owned(), code.name.to_owned())),
        )
    }
}

/// The names of some things, or what tells them apart where two have one name.
fn unlike(things: impl Iterator<Item = (String, String)>) -> Vec<String> {
    let things: Vec<(String, String)> = things.collect();
    let is_alike = |other: &str, name: &str| folded(other) == folded(name);
    let is_twice = |name: &String| things.iter().filter(|(other, _)| is_alike(other, name)).count() > 1;
    let names = things.iter().map(|(name, other)| match is_twice(name) {
        true => other.clone(),
        false => name.clone(),
    });
    names.filter(|name| !name.is_empty()).collect()
}

fn named(draft: &mut Draft<'_>, table: &Schema, (name, code): (usize, usize)) -> Vec<String> {
    let rows = draft.rows(table, &table.file(""));
    unlike(
        rows.iter()
            .map(|row| (row.cells[name].clone(), row.cells[code].clone())),
    )
}

/// The codes of the competencies: a need names one by its code.
fn codes(draft: &mut Draft<'_>) -> Vec<String> {
    let rows = draft.rows(&competencies, &competencies.file(""));
    rows.iter()
        .map(|row| row.cells[Competency::code].clone())
        .collect()
}
