//! Whom a row of a list means: by id, by NIP, or by the whole name, with or without titles.

use super::naming::{apart, parted};
use crate::change::people::Personnel;
use crate::change::{Draft, Reason};
use crate::records::cell::{Cell, Nip, plain_nip};
use crate::records::code::Employment;
use crate::records::organisation::{Posting, Staff, postings, staff};
use crate::records::table;
use crate::records::text::{folded, sense};
use crate::words::import::{Matched, Unfit};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Somebody of the office, or somebody whom the list adds.
#[derive(Clone, Debug)]
pub(super) struct Colleague {
    /// The id.
    pub(super) id: Rc<str>,
    /// The NIP; empty where there is none.
    pub(super) nip: String,
    /// The name with its titles.
    pub(super) name: Rc<str>,
    /// The unit of the last posting.
    pub(super) unit: String,
    /// The words of the name without titles.
    words: String,
    /// Whether the person is recorded as one from outside, without a number.
    pub(super) is_outside: bool,
    /// Whether this list adds the person.
    is_new: bool,
}

impl Colleague {
    /// The name, the unit and the end of the NIP: enough to tell two of one name apart.
    fn shown(&self) -> String {
        let end = self
            .nip
            .get(self.nip.len().saturating_sub(4)..)
            .unwrap_or_default();
        let end = if end.is_empty() {
            String::new()
        } else {
            format!(", …{end}")
        };
        let unit = if self.unit.is_empty() {
            String::new()
        } else {
            format!(", {}", self.unit)
        };
        format!("{} ({}{unit}{end})", self.name, self.id)
    }
}

/// Everybody, by all that a list may name them by.
#[derive(Debug, Default)]
pub(super) struct Acquaintance {
    list: Vec<Colleague>,
    by_id: HashMap<Rc<str>, usize>,
    by_nip: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    /// The posts that the rows of a list of staff name, with who holds them.
    posts: HashMap<String, HashSet<Rc<str>>>,
    /// The names of those whom the list is about: none of them is from outside.
    listed: HashSet<String>,
}

/// What a row says of a person.
#[derive(Clone, Debug, Default)]
pub(super) struct Mentioned {
    /// The id.
    pub(super) id: String,
    /// The NIP, with whatever people type around it.
    pub(super) nip: String,
    /// The name, perhaps with titles.
    pub(super) name: String,
}

impl Acquaintance {
    /// Everybody in the records.
    pub(super) fn of(draft: &mut Draft<'_>) -> Acquaintance {
        let mut units: HashMap<String, (String, String)> = HashMap::new();
        for row in draft.rows(&postings, &postings.file("")) {
            let cell = |column: usize| row.cells[column].clone();
            let latest = units.entry(cell(Posting::staff)).or_default();
            if cell(Posting::since) >= latest.0 {
                *latest = (cell(Posting::since), cell(Posting::unit));
            }
        }
        let rows = draft.rows(&staff, &staff.file("")).into_iter();
        let external = Employment::External.code();
        let outside =
            rows.filter(|row| row.cells[Staff::nip].is_empty() && row.cells[Staff::employment] == external);
        let outside: HashSet<String> = outside.map(|row| row.cells[Staff::id].clone()).collect();
        let people: &Personnel = &draft.people();
        let mut all = Acquaintance::default();
        for employee in people.all() {
            all.add(Colleague {
                id: employee.id.as_str().into(),
                nip: employee.nip.clone(),
                name: employee.name.as_str().into(),
                unit: units.remove(&employee.id).unwrap_or_default().1,
                words: match employee.bare() {
                    marks if marks.is_empty() => sense(&employee.name),
                    bare => bare,
                },
                is_outside: outside.contains(&employee.id),
                is_new: false,
            });
        }
        all
    }

    fn add(&mut self, person: Colleague) {
        let number = self.list.len();
        self.by_id.insert(person.id.clone(), number);
        if !person.nip.is_empty() {
            self.by_nip.insert(person.nip.clone(), number);
        }
        self.by_name.entry(person.words.clone()).or_default().push(number);
        self.list.push(person);
    }

    /// Notes the names of those whom the list is about.
    pub(super) fn note_listed<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        self.listed = names.map(|name| sense(apart(name).1)).collect();
    }

    /// Notes who holds which post, of the rows of a list of staff.
    pub(super) fn note_posts(&mut self, posts: impl Iterator<Item = (String, Rc<str>)>) {
        self.posts.clear();
        for (post, id) in posts {
            self.posts.entry(folded(&post)).or_default().insert(id);
        }
    }

    /// The only one who holds a post.
    fn by_post(&self, text: &str) -> Option<&Colleague> {
        let holders = self.posts.get(&folded(text))?;
        let only = holders.iter().next().filter(|_| holders.len() == 1)?;
        self.by_id(only)
    }

    /// Whether the list is about somebody of a name.
    pub(super) fn is_listed(&self, name: &str) -> bool {
        self.listed.contains(&sense(apart(name).1))
    }

    /// Takes in somebody whom the list adds.
    pub(super) fn welcome(&mut self, id: &Rc<str>, nip: &str, name: &str) {
        let (_, bare, _) = apart(name);
        self.add(Colleague {
            id: id.clone(),
            nip: nip.to_owned(),
            name: name.into(),
            unit: String::new(),
            words: sense(bare),
            is_outside: false,
            is_new: true,
        });
    }

    /// The person with an id.
    pub(super) fn by_id(&self, id: &str) -> Option<&Colleague> {
        self.by_id.get(id).map(|number| &self.list[*number])
    }

    /// Why whom a row is about is not taken: whoever has another number is nobody misspelt.
    pub(super) fn unknown(&self, told: &Mentioned, may_be_guest: bool) -> Reason {
        match (told.nip.is_empty(), told.name.is_empty()) {
            (true, _) => self.stranger(told.name.clone(), may_be_guest),
            (false, true) => Unfit::StrangerNamed {
                text: told.nip.clone(),
            }
            .into(),
            (false, false) => Unfit::StrangerNamed {
                text: told.name.clone(),
            }
            .into(),
        }
    }

    /// Why somebody whom nobody knows is not taken: the name is almost that of another, or a stranger's, who may be from
    /// outside.
    pub(super) fn stranger(&self, text: String, may_be_outside: bool) -> Reason {
        match self.nearest(&text) {
            Some(one) => Unfit::StrangerNear {
                nearest: one.shown(),
                text,
            }
            .into(),
            None if may_be_outside && !self.is_listed(&text) => Unfit::OutsiderNamed { text }.into(),
            None => Unfit::StrangerNamed { text }.into(),
        }
    }

    /// The only one whose name a text almost is.
    pub(super) fn nearest(&self, text: &str) -> Option<&Colleague> {
        let (name, _) = parted(text);
        let bare = sense(apart(&name).1);
        let mut near = self.list.iter().filter(|one| is_slip(&bare, &one.words));
        let first = near.next()?;
        near.next().is_none().then_some(first)
    }

    /// Whether somebody bears a name already.
    pub(super) fn is_borne(&self, name: &str) -> bool {
        !self.namesakes(name).is_empty()
    }

    /// Those who bear a name.
    pub(super) fn namesakes(&self, name: &str) -> Vec<&Colleague> {
        let (_, bare, _) = apart(name);
        let whole = self.by_name.get(&sense(name));
        let numbers = whole.or_else(|| self.by_name.get(&sense(bare)));
        numbers
            .into_iter()
            .flatten()
            .map(|number| &self.list[*number])
            .collect()
    }

    /// The one whom a row means, and by what; `None` when nobody fits, who may be new.
    ///
    /// # Errors
    /// A damaged NIP, a NIP of somebody of another name, or several who fit.
    pub(super) fn find(&self, named: &Mentioned) -> Result<Option<(&Colleague, Matched)>, Reason> {
        if !named.id.is_empty() {
            let known = self.by_id(&named.id);
            let stranger = || {
                Reason::from(Unfit::StrangerNamed {
                    text: named.id.clone(),
                })
            };
            return known
                .map(|person| Some((person, Matched::ById)))
                .ok_or_else(stranger);
        }
        let nip = plain_nip(&named.nip).replace(['.', '-'], "");
        if !nip.is_empty() {
            let told = if nip.contains(['E', 'e']) {
                &named.nip
            } else {
                &nip
            };
            Nip::parse(told)?;
            if let Some(number) = self.by_nip.get(&nip) {
                let person = &self.list[*number];
                self.confirm(person, &named.name)?;
                return Ok(Some((person, Matched::ByNip)));
            }
        }
        let fitting = self.namesakes(&named.name);
        let fitting = match alone(&fitting, &named.name) {
            Some(one) if nip.len() < 18 => vec![one],
            _ => fitting,
        };
        match fitting[..] {
            [] => Ok(None),
            [one] if nip.len() < 18 || one.nip.is_empty() => Ok(Some((one, Matched::ByName))),
            // Two numbers in one list are two people.
            [one] if one.is_new && nip.len() == 18 => Ok(None),
            [one] => Err(Unfit::NamesakeWithout {
                text: apart(&named.name).1.to_owned(),
                person: one.shown(),
                id: one.id.to_string(),
                nip,
            }
            .into()),
            _ if nip.len() == 18 => Ok(None),
            _ => {
                let candidates: Vec<String> = fitting.iter().map(|person| person.shown()).collect();
                let (text, candidates) = (named.name.clone(), candidates.join("; "));
                Err(Unfit::SeveralNamed { text, candidates }.into())
            }
        }
    }

    /// Refuses a NIP whose owner shares no word with the name beside it.
    fn confirm(&self, person: &Colleague, name: &str) -> Result<(), Reason> {
        let words = folded(name);
        let shares = words
            .split(' ')
            .any(|word| person.words.split(' ').any(|own| own == word));
        match name.is_empty() || shares {
            true => Ok(()),
            false => Err(Unfit::NumberOfAnother {
                nip: person.nip.clone(),
                person: person.shown(),
                text: name.to_owned(),
            }
            .into()),
        }
    }

    /// The one whom a text means that stands alone: an id, a NIP or a name.
    ///
    /// # Errors
    /// Nobody, or several.
    pub(super) fn meant(&self, text: &str) -> Result<&Colleague, Reason> {
        let text = text.trim();
        if let Some(person) = self.by_id(text) {
            return Ok(person);
        }
        let is_nip = plain_nip(text).starts_with(|letter: char| letter.is_ascii_digit());
        let of = |text: &str| text.to_owned();
        let id = String::new();
        let named = match parted(text) {
            (name, nip) if !name.is_empty() && !nip.is_empty() => Mentioned { id, nip, name },
            _ if is_nip => Mentioned {
                nip: of(text),
                ..Mentioned::default()
            },
            _ => Mentioned {
                name: of(text),
                ..Mentioned::default()
            },
        };
        let stranger = || Reason::from(Unfit::StrangerNamed { text: of(text) });
        let found = self.find(&named)?.map(|(person, _)| person);
        found.or_else(|| self.by_post(text)).ok_or_else(stranger)
    }
}

/// Whether a name is most likely another with a slip of the hand.
fn is_slip(text: &str, name: &str) -> bool {
    let letters = text.chars().count().min(name.chars().count());
    // Of names of other lengths no distance is asked: a list has many.
    let is_near = text.len().abs_diff(name.len()) <= 2 && letters >= 6;
    is_near && table::distance(text, name) <= 1 + usize::from(letters >= 10)
}

/// The only one of several whose titles are those of a name too; none where it has no titles.
fn alone<'p>(fitting: &[&'p Colleague], name: &str) -> Option<&'p Colleague> {
    let compact = |text: &str| folded(text).replace(' ', "");
    let (whole, bare) = (compact(name), compact(apart(name).1));
    let mut alike = fitting.iter().filter(|one| compact(&one.name) == whole);
    let found = alike.next().filter(|_| whole != bare && fitting.len() > 1)?;
    alike.next().is_none().then_some(*found)
}

/// What a list to fill in offers for each person: of name, NIP and id the first that [`Acquaintance::meant`] takes for that
/// person alone.
pub fn offered(draft: &mut Draft<'_>) -> Vec<String> {
    let all = Acquaintance::of(draft);
    let of = |person: &Colleague| {
        let mut texts = [&*person.name, &*person.nip].into_iter();
        let means = |text: &&str| all.meant(text).is_ok_and(|found| found.id == person.id);
        texts.find(means).unwrap_or(&person.id).to_owned()
    };
    all.list.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> Acquaintance {
        let mut all = Acquaintance::default();
        for (id, nip, name) in [
            ("p1", "198609262015051001", "Budi Santoso"),
            ("p2", "", "Nur'aini"),
            ("p3", "199001012015051001", "Siti Aminah"),
            ("p4", "199101012015052001", "Siti Aminah"),
            ("p5", "199201012015051001", "Ahmad Siregar, S.E."),
            ("p6", "", "Ahmad Siregar, S.Sos."),
        ] {
            all.welcome(&id.into(), nip, name);
        }
        all.list.iter_mut().for_each(|one| one.is_new = false);
        all
    }

    fn found(nip: &str, name: &str) -> String {
        let named = Mentioned {
            id: String::new(),
            nip: nip.to_owned(),
            name: name.to_owned(),
        };
        match office().find(&named) {
            Ok(Some((person, _))) => person.id.to_string(),
            Ok(None) => "new".to_owned(),
            Err(reason) => reason.told(crate::words::Lang::En).0,
        }
    }

    #[test]
    fn two_numbers_in_one_list_are_two_people() {
        let mut all = office();
        all.welcome(&"p9".into(), "198801012015051001", "Rina Sari");
        let named = |nip: &str| Mentioned {
            nip: nip.to_owned(),
            name: "Rina Sari".to_owned(),
            ..Mentioned::default()
        };
        let found = |nip: &str| all.find(&named(nip)).unwrap().map(|(one, _)| one.id.clone());
        assert_eq!(found("198901012015052001"), None);
        assert_eq!(found("198801012015051001").as_deref(), Some("p9"));
    }

    #[test]
    fn people_are_matched_by_number_and_whole_name() {
        for (nip, name, expected) in [
            ("'19860926 201505 1 001", "", "p1"),
            ("19860926.201505.1.001", "BUDI", "p1"),
            ("", "Drs. BUDI SANTOSO, M.Si", "p1"),
            ("", "Nur’aini", "p2"),
            ("-", "NURAINI", "p2"),
            ("", "Budi", "new"),
            ("", "Siti Aminah", "several-named"),
            ("199101012015052001", "Siti Aminah", "p4"),
            ("", "Ahmad Siregar, S.E.", "p5"),
            ("", "AHMAD SIREGAR S. Sos", "p6"),
            ("", "Ahmad Siregar", "several-named"),
            ("", "Ahmad Siregar, S.H.", "several-named"),
            ("199301012015051001", "Ahmad Siregar, S.E.", "new"),
            ("198609262015051001", "Rina", "number-of-another"),
            ("198709262015051001", "Budi Santoso", "namesake-without"),
            ("1,98609E+17", "Budi Santoso", "nip-scientific"),
            ("198609262015051000", "Budi Santoso", "nip-rounded"),
            ("19860926201505100", "Budi Santoso", "nip-length"),
        ] {
            assert_eq!(found(nip, name), expected, "{nip} {name}");
        }
    }
}
