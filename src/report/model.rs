//! The one form of every report.

pub use super::agenda::Agenda;
use super::chart::Chart;
pub use super::form::{About, Style};
pub use super::letterhead::Letterhead;
pub use super::row::{PersonRow, RowKeys, Sealed};
pub use super::value::{BESIDE, NumberStyle, Partial, TOTAL, Unjudged, Value};
pub use super::view::{Quiet, View};
use crate::measure::meaning::{How, Meaning, decimal, whole};
use crate::records::word::Code;
use std::collections::BTreeSet;

/// For whom a report is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// For those who work with it: everything.
    #[default]
    Office,
    /// For everybody: nothing about a person.
    Public,
}

impl Edition {
    /// All editions, in the order of the help.
    pub const CODES: &'static [Code] = &[
        Code::new("office", "kantor", "office"),
        Code::new("public", "umum", "public"),
    ];

    /// Its name in arguments and data.
    pub fn code(self) -> &'static str {
        Edition::CODES[self as usize].name
    }

    /// The edition that is meant by what was typed, or `None`.
    pub fn of(typed: &str) -> Option<Edition> {
        let meant = Code::meant(Edition::CODES, typed);
        let mut all = [Edition::Office, Edition::Public].into_iter();
        all.find(|edition| edition.code() == meant)
    }
}

/// A whole report, ready to be rendered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Its name on the command line: `monthly`, `brief`.
    pub name: &'static str,
    /// The version of its JSON and CSV contract.
    pub version: u32,
    /// For whom it is.
    pub edition: Edition,
    /// The office.
    pub agency: String,
    /// How many people count in it: of fewer than the least group nothing is for the public, not even that there is none.
    pub staff: u64,
    /// The lines of its head, from the letterhead to the title, which is the last.
    pub heading: Vec<String>,
    /// What stands for the lines above the title where it is a formal page.
    pub letterhead: Option<Letterhead>,
    /// That the records begin within the time that it looks back at; `None` where they do not.
    pub since: Option<String>,
    /// Lines below the title: to whom, up to which day.
    pub heading_below: Vec<String>,
    /// The first and the last day that it is about, as `YYYY-MM-DD`.
    pub period: (String, String),
    /// The month that it is about, as `YYYY-MM`; `None` for a longer period.
    pub month: Option<String>,
    /// The last day whose events it knows, as `YYYY-MM-DD`.
    pub as_of: String,
    /// The code of its language.
    pub lang: &'static str,
    /// Whether it hangs on a wall, where everybody reads it from afar: its letters are large, its public edition is the same,
    /// and the last line below its title says what it does not show.
    pub is_for_wall: bool,
    /// Whether people write on it: its rows are high.
    pub is_to_sign: bool,
    /// The mark of a draft made from broken records; stands on every page.
    pub draft: Option<String>,
    /// Its sections, in the order of reading.
    pub sections: Vec<Section>,
    /// The last lines: who signs.
    pub closing: Vec<String>,
    /// The codes by which its pages are held against the records, where it has such.
    pub seals: Vec<Sealed>,
}

/// A section of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Stable id.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// Its tables.
    pub tables: Vec<Table>,
    /// What must be said beside the figures.
    pub notes: Vec<Note>,
    /// Whether it is an attachment: on a sheet of its own behind the signature.
    pub is_attached: bool,
}

impl Section {
    /// Whether text says nothing of it: its tables are silent, and there is no note.
    pub fn is_silent(&self) -> bool {
        !self.tables.is_empty() && self.notes.is_empty() && self.tables.iter().all(Table::is_silent)
    }
}

impl Table {
    /// Whether it has nothing to say, not even that it is empty.
    pub fn is_silent(&self) -> bool {
        self.rows.is_empty() && self.empty.is_empty()
    }
}

/// A sentence beside figures: the rule they follow, what is not known, what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// Stable code.
    pub code: String,
    /// The sentence.
    pub text: String,
    /// Whether everybody may read it: it holds no name and no words of a record.
    pub is_public: bool,
    /// Whether it stands in the public edition only.
    pub is_for_public: bool,
    /// Whether only who asks for everything reads it: how something is counted, and by which law.
    pub is_detail: bool,
}

impl Note {
    /// A note that everybody may read.
    pub fn public(mut self) -> Note {
        self.is_public = true;
        self
    }

    /// A note that stands in the public edition only.
    pub fn for_public(mut self) -> Note {
        self.is_for_public = true;
        self.public()
    }
}

/// A table of figures or sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Stable id: the first segment of an address.
    pub id: &'static str,
    /// Its caption; may be empty.
    pub title: String,
    /// How a reader of text sees it.
    pub style: Style,
    /// Its columns; the first is the key of the row.
    pub columns: Vec<Column>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<Value>>,
    /// The numbers of the rows in the order of the measure, by which an explanation asks for them; empty: their own
    /// order. The total row has none; a number more than there are rows is of what enters the total alone.
    pub numbers: Vec<u64>,
    /// The numbers of the rows of another table that each row adds up; empty where no row does.
    pub groups: Vec<Vec<u64>>,
    /// Whom each row is about, of a table of people: once they are named, rows alike in rank follow by unit and name.
    pub people: Vec<PersonRow>,
    /// What text says when there is no row.
    pub empty: String,
    /// Narrow pictures of a wide table: captions with the columns that each shows. Empty: all columns at once.
    pub views: Vec<View>,
    /// Pictures of its figures.
    pub charts: Vec<Chart>,
    /// What a calendar shows of its rows; `None` of a table that has no days.
    pub agenda: Option<Agenda>,
    /// The rows that text leaves out.
    pub quiet: Quiet,
    /// Whether only who asks for everything reads it in text.
    pub is_detail: bool,
    /// The column whose keys head the columns of a short text, and the column that then fills them.
    pub crossed: Option<(&'static str, &'static str)>,
    /// The column whose words a short text puts side by side, in one row for those that agree in all other columns.
    pub folded: Option<&'static str>,
    /// What its rows are about.
    pub about: About,
    /// What its rows are to the report of several offices.
    pub rolled: RowKeys,
    /// Whether it stands in the public edition only, in the place of tables with names.
    pub is_for_public: bool,
    /// What its figures are counted from and no column shows: the id of each part and its name.
    pub parts: Vec<(&'static str, String)>,
}

/// A column of a report's table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Stable id: the last segment of an address.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// The unit of its figures (`JP`, `%`, `orang`); may be empty.
    pub unit: String,
    /// Whether text leaves it out, because it is a key that no reader needs.
    pub is_hidden: bool,
    /// Whether everybody may read it: it holds nobody's name, no id or title of a record, no free text.
    pub is_public: bool,
    /// What its figures mean and how each is counted again; more than one where rows mean different things.
    pub meanings: Vec<Meaning>,
}

impl Column {
    /// A column that everybody may read.
    pub fn public(mut self) -> Column {
        self.is_public = true;
        self
    }

    /// A column that only data formats show, because no reader needs its key.
    pub fn hidden(mut self) -> Column {
        self.is_hidden = true;
        self
    }

    /// Whether its figures say about how few people a row tells.
    pub fn is_size(&self) -> bool {
        self.meanings
            .iter()
            .any(|meaning| meaning.rule == Some("privacy"))
    }

    /// Whether its figures are counted from records, and are not such a size.
    pub fn is_counted(&self) -> bool {
        !self.meanings.is_empty() && !self.is_size()
    }

    /// A column whose figures have a unit of measure.
    pub fn measured(mut self, unit: &str) -> Column {
        unit.clone_into(&mut self.unit);
        self
    }

    /// A column of figures that mean this.
    pub fn means(mut self, meaning: Meaning) -> Column {
        self.meanings.push(meaning);
        self
    }

    /// A column whose figures count what entered them.
    pub fn counted(self, id: &'static str, en: &'static str) -> Column {
        let how = How::Sum(whole(self.id));
        self.means(Meaning::new(how, id, en))
    }

    /// A column whose figures count what entered them, told with those of another, of which they are some.
    pub fn counted_of(self, of: &'static str, id: &'static str, en: &'static str) -> Column {
        let how = How::Among(whole(self.id), whole(of));
        self.means(Meaning::new(how, id, en))
    }

    /// A column whose figures are sums of decimals.
    pub fn summed(self, id: &'static str, en: &'static str) -> Column {
        let how = How::Sum(decimal(self.id));
        self.means(Meaning::new(how, id, en))
    }

    /// A column whose figures come from other columns of their row.
    pub fn from(self, columns: &'static [&'static str], id: &'static str, en: &'static str) -> Column {
        self.means(Meaning::new(How::From(columns), id, en))
    }

    /// The rule that the figures of its last meaning follow, by name.
    pub fn by(mut self, rule: &'static str) -> Column {
        if let Some(meaning) = self.meanings.last_mut() {
            meaning.rule = Some(rule);
        }
        self
    }

    /// What its figure means in the row with that address.
    pub fn meaning(&self, row: &str) -> Option<Meaning> {
        let mut meanings = self.meanings.iter();
        meanings.find(|meaning| meaning.is_of(row)).copied()
    }
}

impl Table {
    /// The number of the column with that id.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The name of a part that no column shows.
    pub fn part(&self, id: &str) -> Option<&str> {
        let mut parts = self.parts.iter();
        parts.find(|(own, _)| *own == id).map(|(_, name)| &**name)
    }

    /// A table about what the office does.
    pub fn of_work(self) -> Table {
        let about = About::Work;
        Table { about, ..self }
    }

    /// A table of lines: its columns, each with the one that says about how few people it tells.
    pub fn of_lines(self, sizes: &'static [(&'static str, &'static str)]) -> Table {
        let is_own = true;
        let about = About::Lines { sizes, is_own };
        Table { about, ..self }
    }

    /// The same about the public, however few work in the office.
    pub fn of_public_lines(self, sizes: &'static [(&'static str, &'static str)]) -> Table {
        let is_own = false;
        let about = About::Lines { sizes, is_own };
        Table { about, ..self }
    }

    /// A table about groups that part people; the columns with the parts of a group that its figures tell of.
    pub fn of_people(self, sizes: &'static [&'static str]) -> Table {
        let is_parting = true;
        let about = About::People { sizes, is_parting };
        Table { about, ..self }
    }

    /// A table about groups that may share people.
    pub fn of_people_again(self, sizes: &'static [&'static str]) -> Table {
        let is_parting = false;
        let about = About::People { sizes, is_parting };
        Table { about, ..self }
    }

    /// A table whose keys mean the same in every office; the id of the table of its totals by office.
    pub fn shared(self, by_office: Option<&'static str>) -> Table {
        let rolled = RowKeys::Shared(by_office);
        Table { rolled, ..self }
    }

    /// A table whose keys mean the same in every office, but for those that begin so.
    pub fn shared_but(self, own: &'static str) -> Table {
        let rolled = RowKeys::SharedBut(own);
        Table { rolled, ..self }
    }

    /// A table of which a busy reader sees these columns.
    pub fn short_view(mut self, columns: &[&'static str]) -> Table {
        self.views.push(View::short(columns));
        self
    }

    /// A table that only who asks for everything reads in text.
    pub fn detail(self) -> Table {
        let is_detail = true;
        Table { is_detail, ..self }
    }

    /// A table that stands in the public edition only.
    pub fn for_public(self) -> Table {
        Table {
            is_for_public: true,
            ..self
        }
    }

    /// The address of each row: the key in its first cell (`*` for the total), or the words where the cell has no key.
    /// If two rows would have the same address, every row is addressed by the fewest keys and words at its beginning
    /// that tell all rows apart, joined with `/`; where none do, by its number, from 1.
    pub fn addresses(&self) -> Vec<String> {
        let is_name = |column: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(column));
            !cells.any(Value::is_figure)
        };
        let leading = (0..self.columns.len()).take_while(|&column| is_name(column));
        let mut addresses = leading.map(|last| self.leading(last));
        addresses.find(|all| is_told_apart(all)).unwrap_or_else(|| {
            let number = |(row, cells): (usize, &Vec<Value>)| match Table::is_total(cells) {
                true => TOTAL.to_owned(),
                false => (row + 1).to_string(),
            };
            self.rows.iter().enumerate().map(number).collect()
        })
    }

    /// The keys and words of each row up to a column, joined with `/`; what is missing leaves no gap.
    fn leading(&self, last: usize) -> Vec<String> {
        let join = |row: &Vec<Value>| {
            let names = row.iter().take(last + 1).map(Value::data);
            let mut joined = String::new();
            for name in names.filter(|name| !name.is_empty()) {
                joined.push_str(if joined.is_empty() { "" } else { "/" });
                joined.push_str(&name);
            }
            joined
        };
        self.rows.iter().map(join).collect()
    }

    /// The numbers by which the figures of a row are asked for; `None` asks for all rows, and for what belongs to
    /// none but the total.
    pub fn asked(&self, row: usize) -> Option<Vec<u64>> {
        if let Some(group) = self.groups.get(row) {
            return Some(group.clone());
        }
        match (Table::is_total(&self.rows[row]), self.numbers.is_empty()) {
            (true, true) => None,
            (true, false) => Some(self.numbers.clone()),
            (false, true) => Some(vec![row as u64]),
            (false, false) => self.numbers.get(row).map(|number| vec![*number]),
        }
    }

    /// Whether a row is the total row.
    pub fn is_total(row: &[Value]) -> bool {
        matches!(row.first(), Some(Value::Key { key, .. }) if key == TOTAL)
    }
}

/// Whether addresses are all different, and none is empty.
fn is_told_apart(addresses: &[String]) -> bool {
    let different: BTreeSet<&String> = addresses.iter().collect();
    different.len() == addresses.len() && addresses.iter().all(|address| !address.is_empty())
}

impl Report {
    /// All tables, in the order of reading.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.sections.iter().flat_map(|section| &section.tables)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(rows: Vec<Vec<Value>>) -> Vec<String> {
        let width = rows.first().map_or(0, Vec::len);
        let columns = vec![Column::default(); width];
        Table {
            columns,
            rows,
            ..Table::default()
        }
        .addresses()
    }

    fn text(words: &str) -> Value {
        Value::Text(words.into())
    }

    #[test]
    fn rows_with_the_same_key_are_told_apart_by_the_fewest_words() {
        let rows = vec![
            vec![text("a"), text("2025"), text("x"), Value::Count(1)],
            vec![text("a"), text("2026"), text("x"), Value::Count(2)],
        ];
        assert_eq!(addresses(rows), ["a/2025", "a/2026"]);
        let rows = vec![
            vec![text("a"), Value::Missing, text("x")],
            vec![text("a"), Value::Blank("not told".into()), text("y")],
        ];
        assert_eq!(addresses(rows), ["a/x", "a/y"]);
    }

    #[test]
    fn rows_that_nothing_tells_apart_are_numbered() {
        let total = Value::Key {
            key: TOTAL.into(),
            label: "Total".into(),
        };
        let rows = vec![
            vec![text("a"), Value::Count(1)],
            vec![text("a"), Value::Count(2)],
            vec![total, Value::Count(3)],
        ];
        assert_eq!(addresses(rows), ["1", "2", "*"]);
        assert_eq!(addresses(vec![vec![Value::Missing]]), ["1"]);
    }
}
