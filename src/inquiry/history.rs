//! Who changed what, in the words of the records, by the commits of git: what is asked about, and which commits count.

use super::{Earlier, Lexicon};
use crate::change::{Draft, Reason};
use crate::files::Directory;
use crate::files::output::REPORTS;
use crate::git::{Entered, Git, Search};
use crate::merge::Alteration;
use crate::records::table::{Cut, Schema};
use crate::records::time::Month;
use crate::records::{table_of, whole_of, whole_of_row};
use crate::words::screen::Screen;
use crate::words::{Lang, Say};
use std::collections::BTreeSet;

/// What is asked about.
pub enum Scope {
    /// Everything.
    All,
    /// A month.
    Month(Month),
    /// A file.
    File(String),
    /// A row with its steps, or a document, as commands name it.
    Row(String),
    /// A training, by its id.
    Training(String),
    /// A person, by the id.
    Person(String),
    /// What stands under a figure.
    Under(Under),
}

/// The records under a figure.
#[derive(Clone, Debug, Default)]
pub struct Under {
    /// The files in which they lie.
    pub files: BTreeSet<String>,
    /// The names of the rows; of a document its file.
    pub keys: BTreeSet<String>,
    /// Whether the steps of these rows are meant too, as what was done about a complaint.
    pub with_steps: bool,
    /// Whether nobody knows what moved the figure, so that all that its report reads is meant.
    pub is_wide: bool,
}

impl Under {
    fn holds_file(&self, file: &str) -> bool {
        let whole = || table_of(file).filter(|_| self.with_steps).and_then(whole_of);
        let of_month = |name: &str| name.rsplit_once('/').map(|(_, month)| month.to_owned());
        let is_whole = |own: &String, whole: &Schema| {
            table_of(own).is_some_and(|table| table.name == whole.name)
                && (whole.cut == Cut::Whole || of_month(own) == of_month(file))
        };
        self.files.contains(file)
            || whole().is_some_and(|whole| self.files.iter().any(|own| is_whole(own, whole)))
    }

    fn holds_row(&self, name: &str) -> bool {
        let whole = || whole_of_row(name).filter(|_| self.with_steps);
        self.keys.contains(name) || whole().is_some_and(|whole| self.keys.contains(&whole))
    }
}

impl Scope {
    /// What was typed.
    ///
    /// # Errors
    /// When it means nobody, or several people.
    pub fn of(what: &str, directory: &Directory) -> Result<Scope, Reason> {
        if let Some(month) = Month::parse(what) {
            return Ok(Scope::Month(month));
        }
        let is_training = |what: &str| what.get(..7).and_then(Month::parse).is_some() && what.contains('/');
        match what {
            "" => Ok(Scope::All),
            what if what.ends_with(".csv") || what.ends_with(".toml") => Ok(Scope::File(what.to_owned())),
            what if what.contains(':') => Ok(Scope::Row(what.to_owned())),
            what if is_training(what) => Ok(Scope::Training(what.to_owned())),
            what => {
                let people = Draft::new(directory).people();
                let person = people.find(what)?;
                Ok(Scope::Person(person.id.clone()))
            }
        }
    }

    /// Whether a file may hold something of it.
    fn is_in(&self, file: &str) -> bool {
        match self {
            Scope::Month(month) => {
                let (table, folder) = (format!("/{month}.csv"), format!("/{month}/"));
                file.ends_with(&table) || file.contains(&folder)
            }
            Scope::File(name) => file == name,
            Scope::Under(under) => under.holds_file(file),
            _ => true,
        }
    }

    /// Whether something that became another is of it.
    fn is_about(&self, file: &str, one: &Alteration) -> bool {
        let is_of = |file: &str, id: &str| file == format!("trainings/{id}.toml");
        let (_, key) = one.key.split_once(':').unwrap_or(("", &one.key));
        match self {
            Scope::All | Scope::Month(_) | Scope::File(_) => true,
            Scope::Row(row) => {
                let training = row.strip_prefix("training:");
                let whole = whole_of_row(&one.key);
                one.key == *row || whole.as_ref() == Some(row) || training.is_some_and(|id| is_of(file, id))
            }
            Scope::Training(id) => {
                let rest = key.strip_prefix(&**id);
                is_of(file, id) || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }
            Scope::Person(id) => one.people.contains(id),
            Scope::Under(under) => under.holds_row(&one.key),
        }
    }
}

/// Something that became another, when and by whom.
#[derive(Clone, Debug)]
pub struct Revision {
    /// The day, as the author of the commit had it; empty where no commit has it yet.
    pub day: String,
    /// Who is the author; `None` where no commit has it yet.
    pub by: Option<String>,
    /// The beginning of the commit's name; empty where none has it yet.
    pub commit: String,
    /// The file, relative to the record directory.
    pub file: String,
    /// What became of what.
    pub what: Alteration,
}

impl Revision {
    /// Who did it, or that no commit says so yet.
    pub fn by(&self, lang: Lang) -> String {
        let unkept = || Screen::NotCommittedYet.text(lang);
        self.by.clone().unwrap_or_else(unkept)
    }
}

/// What git knows of a record directory.
pub struct Chronicle<'d> {
    directory: &'d Directory,
    git: Git,
    wording: Lexicon<'d>,
}

impl<'d> Chronicle<'d> {
    /// Of a directory; `None` where git does not keep it.
    pub fn of(directory: &'d Directory) -> Option<Chronicle<'d>> {
        let (git, wording) = (Git::at(directory.root()), Lexicon::of(directory));
        git.is_there().then_some(Chronicle {
            directory,
            git,
            wording,
        })
    }

    /// Git itself.
    pub fn git(&self) -> &Git {
        &self.git
    }

    /// What became another, the oldest first; what no commit has yet stands at the end, where neither a last day nor
    /// somebody is asked for.
    pub fn revisions(&self, scope: &Scope, search: &Search) -> Vec<Revision> {
        let mut all = self.committed(scope, search);
        if search.until.is_none() && search.by.is_none() {
            all.extend(self.unkept(scope));
        }
        all
    }

    fn committed(&self, scope: &Scope, search: &Search) -> Vec<Revision> {
        let beside = format!("{REPORTS}/");
        let is_meant = |one: &Entered| scope.is_in(&one.file) && !one.file.starts_with(&beside);
        let entered: Vec<Entered> = self.git.entered(search).into_iter().filter(is_meant).collect();
        let objects: BTreeSet<&str> = entered
            .iter()
            .flat_map(|one| one.objects.iter().chain(one.joined.iter().flatten()).flatten())
            .map(String::as_str)
            .collect();
        let objects = self.git.objects(&objects.into_iter().collect::<Vec<_>>());
        let text = |object: &Option<String>| {
            let bytes = object.as_ref().and_then(|object| objects.get(object));
            bytes.map_or(String::new(), |bytes| String::from_utf8_lossy(bytes).into_owned())
        };
        let each = entered.iter().flat_map(|one| {
            let [before, after] = one.objects.each_ref().map(text);
            let altered = match &one.joined {
                None => self.wording.altered(&one.file, [&before, &after]),
                Some(joined) => {
                    let [began, there] = joined.each_ref().map(text);
                    self.decided(&one.file, [&began, &before, &there, &after])
                }
            };
            let altered = altered.into_iter().filter(|it| scope.is_about(&one.file, it));
            altered.map(|what| Revision {
                day: one.day.clone(),
                by: Some(one.by.clone()),
                commit: one.commit.get(..8).unwrap_or_default().to_owned(),
                file: one.file.clone(),
                what,
            })
        });
        each.collect()
    }

    /// What a join itself decided: cells that are as neither side had them, and those that a side had changed and that
    /// are as the other had them.
    fn decided(&self, file: &str, [began, here, there, joined]: [&str; 4]) -> Vec<Alteration> {
        let altered = |texts| self.wording.altered(file, texts);
        let is_of = |one: &Alteration, other: &Alteration| {
            let is_whole = one.column.is_empty() || other.column.is_empty();
            one.key == other.key && (is_whole || one.column == other.column)
        };
        let [from_here, from_there] = [here, there].map(|side| altered([side, joined]));
        let [by_here, by_there] = [here, there].map(|side| altered([began, side]));
        let holds = |all: &[Alteration], one: &Alteration| all.iter().any(|other| is_of(one, other));
        let own = from_here
            .iter()
            .filter(|one| holds(&from_there, one) || holds(&by_here, one));
        let others = from_there
            .iter()
            .filter(|one| holds(&by_there, one) && !holds(&from_here, one));
        own.chain(others).cloned().collect()
    }

    /// What no commit has yet.
    fn unkept(&self, scope: &Scope) -> Vec<Revision> {
        let earlier = Earlier::of(self.directory, &self.git, "HEAD");
        let altered = earlier.altered(self.directory, &self.wording).into_iter();
        let meant = altered.filter(|(file, one)| scope.is_in(file) && scope.is_about(file, one));
        let each = meant.map(|(file, what)| Revision {
            day: String::new(),
            by: None,
            commit: String::new(),
            file,
            what,
        });
        each.collect()
    }
}
