//! Units, services, channels and categories by code or name: what the office does not know yet is told once, or made.

use crate::change::{Draft, Reason, filled};
use crate::files::directory::MARKER;
use crate::files::document::{DocumentText, Literal};
use crate::load;
use crate::records::cell::{Cell, Id};
use crate::records::competence::{Competency, competencies};
use crate::records::organisation::{Unit, units};
use crate::records::settings::Listed;
use crate::records::table::Attribute;
use crate::records::text::folded;
use crate::records::time::Day;
use crate::words::import::{Intake, Spot, Unfit};
use crate::words::{Lang, Say};
use std::collections::{BTreeMap, HashSet};

/// A list of codes with their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum CodeKind {
    Unit,
    Service,
    Channel,
    Category,
    Competency,
}

impl CodeKind {
    /// The list that a column of a table holds a code of.
    pub(super) fn of(column: &Attribute) -> Option<CodeKind> {
        match &*column.name {
            _ if column.refers == Some("units") => Some(CodeKind::Unit),
            _ if column.refers == Some("competencies") => Some(CodeKind::Competency),
            "service" => Some(CodeKind::Service),
            "channel" => Some(CodeKind::Channel),
            "category" => Some(CodeKind::Category),
            _ => None,
        }
    }

    fn word(self, lang: Lang) -> String {
        let word = match self {
            CodeKind::Unit => Intake::UnitWord,
            CodeKind::Service => Intake::ServiceWord,
            CodeKind::Channel => Intake::ChannelWord,
            CodeKind::Category => Intake::CategoryWord,
            CodeKind::Competency => Intake::CompetencyWord,
        };
        word.text(lang)
    }

    /// What is typed to add one.
    fn way(self) -> &'static str {
        match self {
            CodeKind::Unit => "--new-units",
            CodeKind::Service | CodeKind::Channel | CodeKind::Category => "--new-services",
            CodeKind::Competency => "bina competency add",
        }
    }

    /// What one is called: its array of tables in `bina.toml`, or its table.
    fn field(self) -> &'static str {
        match self {
            CodeKind::Unit => "unit",
            CodeKind::Service => "service",
            CodeKind::Channel => "channel",
            CodeKind::Category => "category",
            CodeKind::Competency => competencies.one,
        }
    }
}

/// What is made where a list names it and the office does not know it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Makes {
    pub(super) units: bool,
    pub(super) services: bool,
}

/// The codes of an office.
#[derive(Debug)]
pub(super) struct Codes {
    known: BTreeMap<CodeKind, Vec<(String, String)>>,
    makes: Makes,
    lang: Lang,
    /// The unit that new ones are put below: the only one that is at the top.
    root: Option<String>,
    /// What is made, in the order in which it was met.
    made: Vec<(CodeKind, String, String)>,
    /// Of what is made, what rows that are recorded name.
    used: HashSet<(CodeKind, String)>,
    /// What is not known, with the places that name it.
    missing: BTreeMap<(CodeKind, String), Vec<Spot>>,
    /// The day from which the records tell what happened, where they say one.
    pub(super) begins: Option<Day>,
    /// The files that hold them, as they are.
    files: Vec<(String, Option<Vec<u8>>)>,
}

/// How many places of a code that is not known are named.
const NAMED: usize = 3;

impl Codes {
    /// Those of the records.
    pub(super) fn of(draft: &mut Draft<'_>, makes: Makes, lang: Lang) -> Codes {
        let rows = draft.rows(&units, &units.file(""));
        let cell = |row: &crate::change::Record, column: usize| row.cells[column].clone();
        let list = rows
            .iter()
            .map(|row| (cell(row, Unit::code), cell(row, Unit::name)))
            .collect();
        let tops: Vec<String> = rows
            .iter()
            .filter(|row| row.cells[Unit::parent].is_empty())
            .map(|row| cell(row, Unit::code))
            .collect();
        let named = draft.rows(&competencies, &competencies.file("")).into_iter();
        let named = named.map(|row| {
            let [code, name] = [Competency::code, Competency::name].map(|column| row.cells[column].clone());
            (code, name)
        });
        let mut known = BTreeMap::from([(CodeKind::Unit, list), (CodeKind::Competency, named.collect())]);
        let mut begins = None;
        if let Some(settings) = load::settings(draft.directory, &mut draft.findings) {
            begins = settings.records_since.as_ref().map(|since| since.value);
            let pairs = |list: &[Listed]| {
                list.iter()
                    .map(|one| (one.code.value.0.clone(), one.name.clone()))
                    .collect()
            };
            known.insert(CodeKind::Service, pairs(&settings.service));
            known.insert(CodeKind::Channel, pairs(&settings.channel));
            known.insert(CodeKind::Category, pairs(&settings.category));
        }
        Codes {
            known,
            makes,
            lang,
            root: <[String; 1]>::try_from(tops).ok().map(|[top]| top),
            made: Vec::new(),
            used: HashSet::new(),
            missing: BTreeMap::new(),
            begins,
            files: [MARKER.to_owned(), units.file("")]
                .map(|file| (file.clone(), draft.bytes(&file)))
                .into(),
        }
    }

    /// Takes back what was written, and what rows were seen to name.
    pub(super) fn clear(&mut self, draft: &mut Draft<'_>) {
        self.used.clear();
        self.missing.clear();
        for (file, bytes) in &self.files {
            draft.put(file, bytes.clone());
        }
    }

    /// The code that a text means: itself, or that of its name.
    ///
    /// # Errors
    /// It is not known and not to be made, or it fits several.
    pub(super) fn find(&mut self, kind: CodeKind, text: &str, spot: &Spot) -> Result<String, Reason> {
        let wanted = folded(text);
        let list = self.known.entry(kind).or_default();
        if let Some((code, _)) = list
            .iter()
            .find(|(code, _)| code == text || folded(code) == wanted)
        {
            return Ok(code.clone());
        }
        let fitting: Vec<&String> = list
            .iter()
            .filter(|(_, name)| folded(name) == wanted)
            .map(|(code, _)| code)
            .collect();
        match fitting[..] {
            [code] => Ok(code.clone()),
            [] => self.make(kind, text, spot),
            _ => {
                let codes: Vec<&str> = fitting.iter().map(|code| code.as_str()).collect();
                let (text, codes) = (text.to_owned(), codes.join(", "));
                Err(Unfit::CodeSeveral { text, codes }.into())
            }
        }
    }

    /// Whether a text means a code.
    pub(super) fn means(&self, kind: CodeKind, text: &str, code: &str) -> bool {
        let wanted = folded(text);
        let list = self.known.get(&kind).into_iter().flatten();
        let mut own = list.filter(|(known, _)| known == code);
        own.any(|(code, name)| folded(code) == wanted || folded(name) == wanted)
    }

    fn make(&mut self, kind: CodeKind, text: &str, spot: &Spot) -> Result<String, Reason> {
        let may = match kind {
            CodeKind::Unit => self.makes.units,
            CodeKind::Service | CodeKind::Channel | CodeKind::Category => self.makes.services,
            CodeKind::Competency => false,
        };
        if !may {
            self.missing
                .entry((kind, text.to_owned()))
                .or_default()
                .push(spot.clone());
            let (what, text) = (kind.word(self.lang), text.to_owned());
            return Err(Unfit::CodeUnknownHere { what, text }.into());
        }
        let list = self.known.entry(kind).or_default();
        let code = free_code(text, kind, list);
        list.push((code.clone(), text.to_owned()));
        self.made.push((kind, code.clone(), text.to_owned()));
        Ok(code)
    }

    /// Refuses nothing, but says each code that is not known once, with its places.
    pub(super) fn missing(&self) -> Vec<Unfit> {
        let told = self.missing.iter().map(|((kind, text), spots)| {
            let mut places: Vec<String> = spots
                .iter()
                .take(NAMED)
                .map(|spot| spot.text(self.lang))
                .collect();
            places.extend((spots.len() > NAMED).then(|| "…".to_owned()));
            Unfit::CodeMissing {
                what: kind.word(self.lang),
                text: text.clone(),
                count: spots.len(),
                places: places.join("; "),
                typed: kind.way().to_owned(),
            }
        });
        told.collect()
    }

    /// What is made.
    pub(super) fn made(&self) -> impl Iterator<Item = (CodeKind, &str)> {
        self.made.iter().map(|(kind, code, _)| (*kind, code.as_str()))
    }

    /// Notes what rows that are recorded name.
    pub(super) fn note_used(&mut self, named: impl IntoIterator<Item = (CodeKind, String)>) {
        self.used.extend(named);
    }

    /// Writes what is made, of which only what is used.
    pub(super) fn write(&self, draft: &mut Draft<'_>) -> Vec<Intake> {
        let mut told = Vec::new();
        let is_used = |kind: CodeKind, code: &str| self.used.contains(&(kind, code.to_owned()));
        for (kind, code, name) in self.made.iter().filter(|(kind, code, _)| is_used(*kind, code)) {
            let (code, name) = (code.clone(), name.clone());
            if *kind == CodeKind::Unit {
                let parent = self.root.clone().unwrap_or_default();
                let row = filled(
                    &units,
                    &[(Unit::code, &code), (Unit::name, &name), (Unit::parent, &parent)],
                );
                draft.insert(&units, &units.file(""), row);
                told.push(Intake::UnitMade { code, name });
                continue;
            }
            let text = draft.text(MARKER).unwrap_or_default();
            let entries = [
                ("code", Literal::Text(code.clone())),
                ("name", Literal::Text(name.clone())),
            ];
            let order = ["signatory", "service", "channel", "category", "indicator"];
            let after = DocumentText::parse(&text).ok().and_then(|mut text| {
                text.append(kind.field(), &entries, &order).ok()?;
                Some(text.text().to_owned())
            });
            match after {
                Some(after) => draft.put(MARKER, Some(after.into_bytes())),
                None => draft.refuse(
                    "",
                    crate::words::change::Slip::ByHand {
                        file: MARKER.to_owned(),
                    },
                ),
            }
            let what = kind.word(self.lang);
            told.push(Intake::CodeMade { what, code, name });
        }
        told
    }
}

/// A code for a name that no other has.
fn free_code(name: &str, kind: CodeKind, taken: &[(String, String)]) -> String {
    let ascii: String = folded(name).chars().filter(|letter| letter.is_ascii()).collect();
    let mut stem = ascii
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    stem.truncate(40);
    let mut stem = stem.trim_end_matches('-').to_owned();
    if Id::parse(&stem).is_err() || crate::records::spreadsheet::mistakes(&stem) {
        stem = format!("{}-{stem}", kind.field())
            .trim_end_matches('-')
            .to_owned();
    }
    let is_taken = |code: &str| taken.iter().any(|(known, _)| known == code);
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut codes = std::iter::once(stem.clone()).chain(numbered);
    codes.find(|code| !is_taken(code)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_made_of_the_name() {
        let taken = [("kelurahan-terjun".to_owned(), "x".to_owned())];
        assert_eq!(
            free_code("Seksi Pemerintahan", CodeKind::Unit, &taken),
            "seksi-pemerintahan"
        );
        assert_eq!(
            free_code("Kelurahan Terjun", CodeKind::Unit, &taken),
            "kelurahan-terjun-2"
        );
        assert_eq!(free_code("007", CodeKind::Service, &taken), "service-007");
        assert_eq!(free_code("—", CodeKind::Unit, &[]), "unit");
    }
}
