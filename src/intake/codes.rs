//! Units, services, channels and categories by code or name: what the office does not know yet is told once, or made.

use super::kind::{CodeKind, free_code, places};
use super::misspelt::Nearness;
use super::unknown::UnknownCode;
use crate::change::{Draft, Reason, Request, filled, row};
use crate::files::directory::MARKER;
use crate::files::document::{DocumentText, Literal};
use crate::load;
use crate::records::competence::{Competency, competencies};
use crate::records::organisation::{Unit, units};
use crate::records::settings::Listed;
use crate::records::text::{folded, words_written_out, written_out};
use crate::records::time::Day;
use crate::words::Lang;
use crate::words::import::{Intake, Spot, Unfit};
use std::collections::BTreeMap;

/// What is made where a list names it and the office does not know it.
#[derive(Clone, Debug, Default)]
pub(super) struct Makes {
    pub(super) units: bool,
    pub(super) services: bool,
    /// Texts of which it was typed that they mean themselves: none is another name with a slip of the hand.
    pub(super) themselves: Vec<String>,
}

impl Makes {
    /// What was typed that is to be made; all of it where it `compares`, which writes nothing.
    pub(super) fn of(request: &Request<'_>, compares: bool) -> Makes {
        let pairs = request
            .all("means")
            .iter()
            .filter_map(|text| text.rsplit_once('='));
        let themselves = pairs.filter(|(told, meaning)| folded(told) == folded(meaning));
        Makes {
            units: request.has("new-units") || compares,
            services: request.has("new-services") || compares,
            themselves: themselves.map(|(told, _)| folded(told)).collect(),
        }
    }
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
    /// Of what is made, what rows that are recorded name, and the first day of which they tell.
    used: BTreeMap<(CodeKind, String), Option<String>>,
    /// What was read as the office itself.
    meant: BTreeMap<String, String>,
    /// What is not known, with the places that name it.
    missing: BTreeMap<(CodeKind, String), Vec<Spot>>,
    /// The day from which the records tell what happened, where they say one.
    pub(super) begins: Option<Day>,
    /// The files that hold them, as they are.
    files: Vec<(String, Option<Vec<u8>>)>,
}

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
            used: BTreeMap::new(),
            meant: BTreeMap::new(),
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
        self.meant.clear();
        for (file, bytes) in &self.files {
            draft.put(file, bytes.clone());
        }
    }

    /// The code that a text means: itself, or that of its name, in full or written short.
    ///
    /// # Errors
    /// It is not known and not to be made, or it fits several.
    pub(super) fn find(&mut self, kind: CodeKind, text: &str, spot: &Spot) -> Result<String, Reason> {
        let (wanted, whole) = (folded(text), written_out(text));
        let list = self.known.entry(kind).or_default();
        if let Some((code, _)) = list
            .iter()
            .find(|(code, _)| code == text || folded(code) == wanted)
        {
            return Ok(code.clone());
        }
        let fitting = |is_it: &dyn Fn(&(String, String)) -> bool| -> Vec<String> {
            let fitting = list.iter().filter(|one| is_it(one));
            fitting.map(|(code, _)| code.clone()).collect()
        };
        let named = fitting(&|(_, name)| folded(name) == wanted);
        let named = match named.is_empty() {
            true => fitting(&|(_, name)| written_out(name) == whole),
            false => named,
        };
        match &named[..] {
            [code] => {
                let code = code.clone();
                self.respell(kind, &code, text);
                Ok(code)
            }
            [] => match self.office(kind, text) {
                Some(code) => {
                    self.meant.insert(text.to_owned(), code.clone());
                    Ok(code)
                }
                None => self.make(kind, text, spot),
            },
            _ => {
                let (text, codes) = (text.to_owned(), named.join(", "));
                Err(Unfit::CodeSeveral { text, codes }.into())
            }
        }
    }

    /// The unit of the whole office, which a text names by its kind: `Kantor Kecamatan`, `Puskesmas`.
    fn office(&self, kind: CodeKind, text: &str) -> Option<String> {
        const KINDS: [&str; 6] = ["kecamatan", "kelurahan", "desa", "puskesmas", "dinas", "badan"];
        let root = self.root.as_ref().filter(|_| kind == CodeKind::Unit)?;
        let mut words = words_written_out(text);
        words.retain(|word| word != "kantor");
        for (head, own) in [("camat", "kecamatan"), ("lurah", "kelurahan")] {
            words
                .iter_mut()
                .filter(|word| *word == head)
                .for_each(|word| own.clone_into(word));
        }
        let has_words = |name: &str| {
            let own = words_written_out(name);
            words.iter().all(|word| own.contains(word))
        };
        // What this list makes decides nothing: the rows above a name may stand below it elsewhere.
        let is_made = |code: &str| self.made().any(|(own, made)| own == kind && made == code);
        let named = self.known.get(&kind).into_iter().flatten();
        let mut named = named.filter(|(code, name)| has_words(name) && !is_made(code));
        let is_kind = words.iter().any(|word| KINDS.contains(&&**word));
        let (code, _) = named.next().filter(|(code, _)| is_kind && code == root)?;
        named.next().is_none().then(|| code.clone())
    }

    /// Whether a text is the post of who leads this office: `Camat` in a kecamatan.
    pub(super) fn is_head(&self, text: &str) -> bool {
        const HEADS: [(&str, &str); 3] = [
            ("camat", "kecamatan"),
            ("lurah", "kelurahan"),
            ("kepala desa", "desa"),
        ];
        let root = self.root.as_deref();
        let known = self.known.get(&CodeKind::Unit).into_iter().flatten();
        let name = known
            .filter(|(code, _)| Some(&**code) == root)
            .map(|(_, name)| name);
        let kinds: Vec<String> = name.flat_map(|name| words_written_out(name)).collect();
        let kind = HEADS.iter().find(|(head, _)| *head == folded(text));
        kind.is_some_and(|(_, kind)| kinds.first().is_some_and(|first| first == kind))
    }

    /// Gives what is made a name in small letters where the first that named it wrote it in capitals only.
    fn respell(&mut self, kind: CodeKind, code: &str, text: &str) {
        let is_loud = |text: &str| text.len() > 4 && text == text.to_uppercase();
        let made = self
            .made
            .iter_mut()
            .find(|(own, known, _)| *own == kind && known == code);
        if let Some((_, _, name)) = made.filter(|(_, _, name)| is_loud(name) && !is_loud(text)) {
            text.clone_into(name);
        }
    }

    /// Whether a text means a code.
    pub(super) fn means(&self, kind: CodeKind, text: &str, code: &str) -> bool {
        let (wanted, whole) = (folded(text), written_out(text));
        let list = self.known.get(&kind).into_iter().flatten();
        let mut own = list.filter(|(known, _)| known == code);
        own.any(|(code, name)| folded(code) == wanted || written_out(name) == whole)
    }

    /// Whether a text means one of a kind, as it is written or in full.
    pub(super) fn names(&self, kind: CodeKind, text: &str) -> bool {
        let list = self.known.get(&kind).into_iter().flatten();
        let mut codes = list.map(|(code, _)| code);
        codes.any(|code| self.means(kind, text, code))
    }

    fn make(&mut self, kind: CodeKind, text: &str, spot: &Spot) -> Result<String, Reason> {
        let may = match kind {
            CodeKind::Unit => self.makes.units,
            CodeKind::Service | CodeKind::Channel | CodeKind::Category => self.makes.services,
            CodeKind::Competency => false,
        };
        // What may be another is asked, never made: only who knows the list can say that it is none.
        if !may || (!self.makes.themselves.contains(&folded(text)) && !self.nearest(kind, text).is_empty()) {
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

    /// The code that a name has, or that one gets who has none.
    pub(super) fn of_name(&mut self, kind: CodeKind, name: &str) -> String {
        let list = self.known.entry(kind).or_default();
        let known = list
            .iter()
            .find(|(_, known)| written_out(known) == written_out(name));
        if let Some((code, _)) = known {
            return code.clone();
        }
        let code = free_code(name, kind, list);
        list.push((code.clone(), name.to_owned()));
        code
    }

    /// The names that a text may mean that no code has, the likeliest; several where they are as likely. What this list makes
    /// itself is meant only with a slip of the hand: both names stand in it.
    fn nearest(&self, kind: CodeKind, text: &str) -> Vec<&str> {
        let names = self.known.get(&kind).into_iter().flatten();
        let is_made = |code: &str| self.made().any(|(own, made)| own == kind && made == code);
        let near = names.filter_map(|(code, name)| {
            let near = kind.nearness(text, name)?;
            (near.is_slip() || !is_made(code)).then_some((near, name.as_str()))
        });
        let near: Vec<(Nearness, &str)> = near.collect();
        let least = near.iter().map(|(near, _)| *near).min();
        let nearest = near.into_iter().filter(|(near, _)| Some(*near) == least);
        nearest.map(|(_, name)| name).collect()
    }

    /// What is not known, each with its places and what it may mean.
    pub(super) fn missing(&self) -> Vec<UnknownCode> {
        let unknown = self.missing.iter().map(|((kind, text), spots)| {
            let names = self.known.get(kind).into_iter().flatten();
            let mut names: Vec<&str> = names.map(|(_, name)| &**name).collect();
            names.sort_by_key(|name| (kind.nearness(text, name).is_none(), kind.nearness(text, name)));
            UnknownCode {
                kind: *kind,
                what: kind.word(self.lang),
                text: text.clone(),
                count: spots.len(),
                places: places(spots, self.lang),
                nearest: self.nearest(*kind, text).into_iter().map(str::to_owned).collect(),
                names: names.into_iter().map(str::to_owned).collect(),
            }
        });
        unknown.collect()
    }

    /// What is made.
    pub(super) fn made(&self) -> impl Iterator<Item = (CodeKind, &str)> {
        self.made.iter().map(|(kind, code, _)| (*kind, code.as_str()))
    }

    /// Notes what rows that are recorded name, and the day of which they tell.
    pub(super) fn note_used(
        &mut self,
        named: impl IntoIterator<Item = (CodeKind, String)>,
        day: Option<&str>,
    ) {
        for one in named {
            let first = self.used.entry(one).or_default();
            let is_earlier = |day: &&str| first.as_deref().is_none_or(|first| *day < first);
            if let Some(day) = day.filter(is_earlier) {
                *first = Some(day.to_owned());
            }
        }
    }

    /// Since when what is made is there, which from today on is known: not later than anything that the list tells of it, so that
    /// no earlier month changes; and from the beginning, which is empty, where that is before the records begin.
    fn since(&self, kind: CodeKind, code: &str, known: String) -> String {
        let first = self.used.get(&(kind, code.to_owned())).cloned().flatten();
        let begins = self.begins.map(|day| day.to_string());
        match first {
            Some(first) if !known.is_empty() && begins.is_some_and(|begins| first <= begins) => String::new(),
            Some(first) => known.min(first),
            None => known,
        }
    }

    /// Writes what is made, of which only what is used.
    pub(super) fn write(&self, draft: &mut Draft<'_>) -> Vec<Intake> {
        let meant = self.meant.iter();
        let meant = meant.map(|(text, code)| Intake::OfficeMeant {
            text: text.clone(),
            code: code.clone(),
        });
        let mut told: Vec<Intake> = meant.collect();
        let is_used = |kind: CodeKind, code: &str| self.used.contains_key(&(kind, code.to_owned()));
        for (kind, code, name) in self.made.iter().filter(|(kind, code, _)| is_used(*kind, code)) {
            let (code, name) = (code.clone(), name.clone());
            if *kind == CodeKind::Unit {
                let parent = self.root.clone().unwrap_or_default();
                let since = row::known_since(draft, &units);
                let since = self.since(*kind, &code, since);
                let row = filled(
                    &units,
                    &[
                        (Unit::code, &code),
                        (Unit::name, &name),
                        (Unit::parent, &parent),
                        (Unit::since, &since),
                    ],
                );
                draft.insert(&units, &units.file(""), row);
                told.push(Intake::UnitMade { code, name });
                continue;
            }
            let text = draft.text(MARKER).unwrap_or_default();
            let mut entries = vec![
                ("code", Literal::Text(code.clone())),
                ("name", Literal::Text(name.clone())),
            ];
            let today = draft
                .today
                .map(|today| self.since(*kind, &code, today.to_string()));
            let since = today.filter(|since| !since.is_empty());
            entries.extend(since.map(|since| ("since", Literal::Bare(since))));
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
