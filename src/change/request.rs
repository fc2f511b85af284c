//! What a command is asked to do: what was typed, by the names of its arguments, today, and where new ids come from.

use super::Draft;
use crate::records::cell::Cell;
use crate::records::time::Day;
use crate::words::Lang;
use crate::words::change::Hint;
use std::collections::BTreeMap;

/// What was typed for one column.
#[derive(Clone, Debug)]
pub struct Given {
    /// The declared column.
    pub column: usize,
    /// The argument that it was typed behind, for refusals.
    pub argument: String,
    /// The text.
    pub text: String,
}

impl Given {
    /// A text for a column; without an argument for one that was not typed.
    pub fn of(column: usize, argument: &str, text: &str) -> Given {
        Given {
            column,
            argument: argument.to_owned(),
            text: text.to_owned(),
        }
    }
}

/// What was typed behind one argument.
#[derive(Clone, Debug, Default)]
struct Typed {
    /// How the argument is written: `--on`, or `ID` for one that is known by its place.
    label: String,
    /// The texts in their order; none when it was not given.
    texts: Vec<String>,
}

/// What a command is asked to do.
pub struct Request<'r> {
    /// Today: what happened and names no day happened today.
    pub today: Day,
    /// The language of messages.
    pub lang: Lang,
    /// The file that was attached: its name and its bytes.
    pub file: Option<(String, Vec<u8>)>,
    /// What came on standard input, where the command reads it.
    pub input: Vec<u8>,
    typed: BTreeMap<String, Typed>,
    mint: &'r mut dyn FnMut(usize) -> String,
}

impl<'r> Request<'r> {
    /// Nothing typed yet; `mint` makes as many random characters as an id needs.
    pub fn new(
        (today, lang): (Day, Lang),
        (input, file): (Vec<u8>, Option<(String, Vec<u8>)>),
        mint: &'r mut dyn FnMut(usize) -> String,
    ) -> Request<'r> {
        Request {
            today,
            lang,
            file,
            input,
            typed: BTreeMap::new(),
            mint,
        }
    }

    /// Takes in what was typed behind an argument that is written as `label`.
    pub fn take(&mut self, name: &str, label: String, texts: Vec<String>) {
        self.typed.insert(name.to_owned(), Typed { label, texts });
    }

    /// Takes in what was answered for an argument, beside what was typed behind it.
    pub fn also(&mut self, name: &str, text: &str) {
        let typed = self.typed.entry(name.to_owned()).or_default();
        typed.texts.push(text.to_owned());
    }

    /// Lets an argument that was not given say `text`.
    pub fn or(&mut self, name: &str, text: &str) {
        let typed = self.typed.entry(name.to_owned()).or_default();
        if typed.texts.is_empty() {
            typed.texts.push(text.to_owned());
        }
    }

    /// Does something as if those texts had been typed behind those arguments too.
    pub fn with<T>(&mut self, texts: &[(&str, Vec<String>)], act: impl FnOnce(&mut Request<'r>) -> T) -> T {
        let before = self.typed.clone();
        for (name, texts) in texts {
            self.typed.entry((*name).to_owned()).or_default().texts = texts.clone();
        }
        let done = act(self);
        self.typed = before;
        done
    }

    /// The names of the arguments.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.typed.keys().map(String::as_str)
    }

    /// What was typed behind an argument.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).first().map(String::as_str)
    }

    /// The same, or an empty text.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// Everything that was typed behind an argument that may be repeated.
    pub fn all(&self, name: &str) -> &[String] {
        self.typed.get(name).map_or(&[], |typed| &typed.texts)
    }

    /// Whether a flag, or an argument at all, was given.
    pub fn has(&self, name: &str) -> bool {
        !self.all(name).is_empty()
    }

    /// How an argument is written.
    pub fn label(&self, name: &str) -> &str {
        self.typed.get(name).map_or("", |typed| &typed.label)
    }

    /// The texts for columns, each with the argument whose text it takes; those not typed are left out.
    pub fn given(&self, columns: &[(usize, &str)]) -> Vec<Given> {
        let given = columns
            .iter()
            .filter_map(|(column, name)| Some(Given::of(*column, self.label(name), self.get(name)?)));
        given.collect()
    }

    /// The day that was typed, or today. One that lies ahead is noted: what happened rarely does.
    pub fn day(&self, draft: &mut Draft<'_>, name: &str) -> Option<Day> {
        let day = match self.has(name) {
            false => self.today,
            true => self.day_given(draft, name)?,
        };
        if day > self.today {
            let day = day.to_string();
            draft.note(Hint::DayAhead { day });
        }
        Some(day)
    }

    /// The day that was typed; `None` also where none was, and what is no day is refused.
    pub fn day_given(&self, draft: &mut Draft<'_>, name: &str) -> Option<Day> {
        let day = <Day as Cell>::parse(self.get(name)?.trim());
        draft.accept(self.label(name), day)
    }

    /// The id of the person who was typed; whom nobody knows is refused.
    pub fn person(&self, draft: &mut Draft<'_>, name: &str) -> Option<String> {
        let people = draft.people();
        let found = people.find(self.text(name)).map(|person| person.id.clone());
        draft.accept(self.label(name), found)
    }

    /// So many random characters for a new id.
    pub fn mint(&mut self, length: usize) -> String {
        (self.mint)(length)
    }
}
