//! Whom a typed name means: an id, a NIP, or an unambiguous part of a name.

use super::{Draft, Reason};
use crate::records::cell::{Cell, Nip, plain_nip};
use crate::records::organisation::{Staff, staff};
use crate::records::text::folded;
use crate::words::change::Slip;
use std::collections::{HashMap, HashSet};

/// How many candidates an ambiguous name lists.
const LISTED: usize = 8;

/// A person as commands know one.
#[derive(Clone, Debug)]
pub struct Employee {
    /// The id.
    pub id: String,
    /// The NIP; empty where the person has none.
    pub nip: String,
    /// The name with its titles.
    pub name: String,
    /// The words of the bare name, in lower case.
    words: Vec<String>,
    /// The words of the titles, in lower case.
    titles: Vec<String>,
}

impl Employee {
    /// The name and, so that nobody is confused, the id.
    pub fn shown(&self) -> String {
        format!("{} ({})", self.name, self.id)
    }

    /// The words of the name without titles, as they are compared.
    pub fn bare(&self) -> String {
        self.words.join(" ")
    }

    /// Whether every typed word begins a word of the name, or is one of its titles.
    fn fits(&self, typed: &[String]) -> bool {
        let fits = |word: &String| {
            self.words.iter().any(|own| own.starts_with(word.as_str())) || self.titles.contains(word)
        };
        let names_one = |word: &String| self.words.iter().any(|own| own.starts_with(word.as_str()));
        !typed.is_empty() && typed.iter().all(fits) && typed.iter().any(names_one)
    }
}

/// Everybody in `staff.csv`.
#[derive(Debug, Default)]
pub struct Personnel {
    list: Vec<Employee>,
    /// Where the first of the list with an id stands.
    by_id: HashMap<String, usize>,
    /// Where the first with a NIP stands.
    by_nip: HashMap<String, usize>,
    /// The names that several bear.
    shared: HashSet<String>,
}

impl From<Vec<Employee>> for Personnel {
    fn from(list: Vec<Employee>) -> Personnel {
        let mut people = Personnel::default();
        let mut names = HashSet::new();
        for (place, person) in list.iter().enumerate() {
            people.by_id.entry(person.id.clone()).or_insert(place);
            people.by_nip.entry(person.nip.clone()).or_insert(place);
            if !names.insert(&person.name) {
                people.shared.insert(person.name.clone());
            }
        }
        people.list = list;
        people
    }
}

impl Personnel {
    /// Reads `staff.csv`; what is wrong with it is told.
    pub fn read(draft: &mut Draft<'_>) -> Personnel {
        let rows = draft.rows(&staff, &staff.file(""));
        let everybody = rows.iter().map(|row| {
            let cell = |column: usize| &*row.cells[column];
            let titles = [cell(Staff::title_before), cell(Staff::title_after)];
            Employee {
                id: cell(Staff::id).to_owned(),
                nip: cell(Staff::nip).to_owned(),
                name: with_titles(titles[0], cell(Staff::name), titles[1]),
                words: words(cell(Staff::name)),
                titles: words(&titles.join(" ")),
            }
        });
        Personnel::from(everybody.collect::<Vec<_>>())
    }

    /// Everybody, in the order of the file.
    pub fn all(&self) -> &[Employee] {
        &self.list
    }

    /// The person with that id.
    pub fn by_id(&self, id: &str) -> Option<&Employee> {
        self.by_id.get(id).map(|place| &self.list[*place])
    }

    /// The person with that NIP.
    pub fn by_nip(&self, nip: &str) -> Option<&Employee> {
        let place = self.by_nip.get(nip).filter(|_| !nip.is_empty());
        place.map(|place| &self.list[*place])
    }

    /// The name of an id alone, with the id only where two people bear the name.
    pub fn named(&self, id: &str) -> String {
        let Some(person) = self.by_id(id) else {
            return id.to_owned();
        };
        match self.shared.contains(&person.name) {
            true => person.shown(),
            false => person.name.clone(),
        }
    }

    /// The name of an id, or the id itself.
    pub fn shown(&self, id: &str) -> String {
        self.by_id(id).map_or_else(|| id.to_owned(), Employee::shown)
    }

    /// The one person whom `typed` means.
    ///
    /// # Errors
    /// Nobody, several people with the candidates, or what is wrong with a NIP.
    pub fn find(&self, typed: &str) -> Result<&Employee, Reason> {
        self.find_where(typed, |_| true)
    }

    /// The same among those who are meant; anybody else is refused with what `other` says of the person.
    ///
    /// # Errors
    /// Nobody, several people with the candidates, somebody else, or what is wrong with a NIP.
    pub fn find_among(
        &self,
        typed: &str,
        is_meant: impl Fn(&Employee) -> bool,
        other: impl Fn(String) -> Slip,
    ) -> Result<&Employee, Reason> {
        match self.find_where(typed, is_meant) {
            Err(Reason::Slip(Slip::PersonUnknown { .. })) => Err(other(self.find(typed)?.shown()).into()),
            found => found,
        }
    }

    /// The one person among those who are meant.
    fn find_where(&self, typed: &str, is_meant: impl Fn(&Employee) -> bool) -> Result<&Employee, Reason> {
        let typed = typed.trim();
        let unknown = || {
            Reason::from(Slip::PersonUnknown {
                text: typed.to_owned(),
            })
        };
        if let Some(person) = self.by_id(typed).filter(|person| is_meant(person)) {
            return Ok(person);
        }
        let digits = plain_nip(typed);
        if digits.len() >= 9 && digits.starts_with(|c: char| c.is_ascii_digit()) {
            let nip = Nip::parse(&digits)?;
            let found = self.by_nip(nip.text()).filter(|person| is_meant(person));
            return found.ok_or_else(unknown);
        }
        let wanted = words(typed);
        let meant = self.list.iter().filter(|person| is_meant(person));
        let fitting: Vec<&Employee> = meant.filter(|person| person.fits(&wanted)).collect();
        // A whole name means its bearer, also where it begins a longer one.
        let whole: Vec<&Employee> = fitting
            .iter()
            .copied()
            .filter(|person| bare(&wanted, person))
            .collect();
        match (fitting.as_slice(), whole.as_slice()) {
            ([], _) => Err(unknown()),
            ([one], _) | (_, [one]) => Ok(one),
            (several, _) => Err(ambiguous(typed, several)),
        }
    }
}

/// Whether the words typed are exactly the name, with or without titles.
fn bare(wanted: &[String], person: &Employee) -> bool {
    let named: Vec<&String> = wanted
        .iter()
        .filter(|word| !person.titles.contains(word))
        .collect();
    named.len() == person.words.len() && named.iter().all(|word| person.words.contains(word))
}

/// The refusal that lists whom a name may mean.
fn ambiguous(typed: &str, several: &[&Employee]) -> Reason {
    let mut candidates: Vec<String> = several.iter().take(LISTED).map(|person| person.shown()).collect();
    if several.len() > LISTED {
        candidates.push(format!("… +{}", several.len() - LISTED));
    }
    Reason::from(Slip::PersonAmbiguous {
        text: typed.to_owned(),
        candidates: candidates.join("; "),
    })
}

/// A name with its titles as Indonesian writes them: `Drs. Budi Santoso, M.Si.`
pub fn with_titles(before: &str, name: &str, after: &str) -> String {
    let mut out = String::new();
    if !before.is_empty() {
        out.push_str(before);
        out.push(' ');
    }
    out.push_str(name);
    if !after.is_empty() {
        out.push_str(", ");
        out.push_str(after);
    }
    out
}

/// The words of a name as they are compared: in lower case, whatever apostrophes and forms of letters it has.
fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> Personnel {
        let person = |id: &str, nip: &str, name: &str, after: &str| Employee {
            id: id.into(),
            nip: nip.into(),
            name: with_titles("", name, after),
            words: words(name),
            titles: words(after),
        };
        Personnel::from(vec![
            person("p0000001", "198609262015051001", "Budi Santoso", "S.Sos."),
            person("p0000002", "", "Budi Santoso Siregar", ""),
            person("p0000003", "", "Siti Aminah", "S.E."),
        ])
    }

    fn found(typed: &str) -> Result<String, String> {
        office()
            .find(typed)
            .map(|person| person.id.clone())
            .map_err(|reason| reason.told(crate::words::Lang::En).0)
    }

    #[test]
    fn a_person_is_found_by_id_nip_or_part_of_a_name() {
        assert_eq!(found("p0000003").unwrap(), "p0000003");
        assert_eq!(found("'19860926 201505 1 001").unwrap(), "p0000001");
        assert_eq!(found("siti").unwrap(), "p0000003");
        assert_eq!(found("Siti Aminah, S.E.").unwrap(), "p0000003");
        assert_eq!(found("sire").unwrap(), "p0000002");
    }

    #[test]
    fn a_whole_name_wins_over_a_longer_one() {
        assert_eq!(found("Budi Santoso").unwrap(), "p0000001");
        assert_eq!(found("budi").unwrap_err(), "person-ambiguous");
    }

    #[test]
    fn nobody_and_broken_numbers_are_refused() {
        assert_eq!(found("Rina").unwrap_err(), "person-unknown");
        assert_eq!(found("19860926201505100").unwrap_err(), "nip-length");
        assert_eq!(found("M.M.").unwrap_err(), "person-unknown");
        assert_eq!(found("").unwrap_err(), "person-unknown");
    }
}
