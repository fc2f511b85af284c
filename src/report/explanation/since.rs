//! A figure against an earlier state: what entered it then and enters it now, and who changed that.

use super::super::figure::table;
use super::super::model::{Report, Section, Value};
use super::compared::{told as value_told, written as as_written};
use super::{Found, Opening, Page, Pen, amount_of, explanation, is_answer};
use crate::measure::meaning::{Cited, Explanation};
use crate::merge::Alteration;
use crate::records::closing::FigureText;
use crate::records::number::Ratio;
use crate::words::report_explanation::ExplanationText as Text;
use std::collections::BTreeMap;

/// A figure in a state of the records, and what it rests on.
#[derive(Clone, Debug, Default)]
pub struct Footing {
    /// The figure; `None` where there is none.
    pub value: Option<Value>,
    /// Whether a figure of its row is withheld.
    pub is_hidden: bool,
    /// What entered it; `None` where nobody can say.
    pub told: Option<Explanation>,
}

impl Footing {
    /// Of a figure of a report, and what entered it.
    pub fn of(found: Found<'_>, told: Option<Explanation>) -> Footing {
        Footing {
            value: Some(found.value().clone()),
            is_hidden: found.table.rows[found.row].contains(&Value::Withheld),
            told,
        }
    }
}

/// A row that enters a figure otherwise than it did.
#[derive(Clone, Debug)]
pub struct Shift<'e> {
    /// The row, as it is now, else as it was.
    pub cited: &'e Cited,
    /// How many rows of its name entered before; several where it is the batch of answers.
    counts: [usize; 2],
    amounts: [Option<Ratio>; 2],
}

/// The rows that enter a figure otherwise now than then, by part and name.
pub fn shifts([then, now]: [Option<&Explanation>; 2]) -> Vec<Shift<'_>> {
    let mut all: BTreeMap<(usize, &str, String), Shift<'_>> = BTreeMap::new();
    for (at, told) in [then, now].into_iter().enumerate() {
        for (cited, amount) in told.iter().flat_map(|told| &told.taken) {
            // Lines of one document tell themselves apart.
            let line = match cited.place.path.ends_with(".csv") {
                true => String::new(),
                false => cited.cells.iter().map(|(_, cell)| &**cell).collect(),
            };
            let shift = all.entry((cited.part, &cited.key, line)).or_insert(Shift {
                cited,
                counts: [0; 2],
                amounts: [None; 2],
            });
            shift.cited = cited;
            shift.counts[at] += 1;
            let sum = shift.amounts[at].map_or(Some(*amount), |sum| sum.plus(*amount));
            shift.amounts[at] = sum.or(Some(*amount));
        }
    }
    let is_other = |one: &Shift<'_>| one.amounts[0] != one.amounts[1] || one.counts[0] != one.counts[1];
    all.into_values().filter(is_other).collect()
}

/// Something that was changed of what a figure rests on.
#[derive(Clone, Debug)]
pub struct Revised<'a> {
    /// The day; empty where it is in no commit yet.
    pub day: &'a str,
    /// By whom.
    pub by: &'a str,
    /// The commit; empty where it is in none yet.
    pub commit: &'a str,
    /// The file.
    pub file: &'a str,
    /// What became of what.
    pub what: &'a Alteration,
}

/// A figure and its earlier state.
pub struct Since<'a> {
    /// What the state is called.
    pub when: String,
    /// The figure as it was written down then, where it was.
    pub written: Option<String>,
    /// The figure as the records of then give it; `None` where nobody has them.
    pub then: Option<&'a Footing>,
    /// What was changed since.
    pub revised: Vec<Revised<'a>>,
    /// Whether nobody knows the cause, so that everything is told that was changed of what the report reads.
    pub is_wide: bool,
    /// Whether the figure is there no more: then the page is that of the report of then.
    pub is_gone: bool,
}

impl Revised<'_> {
    /// Whether nothing was recorded there before.
    fn is_late(&self) -> bool {
        match &self.what.before {
            None => true,
            Some(before) => before.is_empty() && !self.what.column.is_empty(),
        }
    }

    /// Whether it is a part of the same act: in the same commit another part of one decision, or a row under the document.
    fn is_with(&self, other: &Revised<'_>) -> bool {
        let document = self
            .file
            .split_once('/')
            .map(|(_, name)| name.strip_suffix(".toml"));
        let is_under = |id| {
            let (_, row) = other.what.key.split_once(':')?;
            row.strip_prefix(id).filter(|rest| rest.starts_with('/'))
        };
        self.commit == other.commit
            && (document.flatten().and_then(is_under).is_some()
                || self.what.key == other.what.key
                    && self.what.decision.is_some()
                    && self.what.decision == other.what.decision)
    }
}

impl Since<'_> {
    /// Whether the figure is another than the records of then give, or than was written down.
    fn is_version(&self) -> bool {
        let then = self
            .then
            .map(|then| then.value.as_ref().map_or_else(String::new, Value::stated));
        let is_same = |written: &str, then: &str| {
            written == then
                || written == FigureText::read(written).figure && written == FigureText::read(then).figure
        };
        matches!((&self.written, then), (Some(written), Some(then)) if !is_same(written, &then))
    }
}

/// The page of one figure against an earlier state: what moved it, then what it rests on.
pub fn since(asked: &Opening<'_>, figure: Found<'_>, told: &Explanation, since: &Since<'_>) -> Report {
    let pen = Pen::of(asked.lang);
    let mut out = explanation(asked, figure, told);
    let (address, when) = (figure.address(), since.when.clone());
    if let Some(title) = out.heading.last_mut() {
        *title = pen.say(Text::SinceTitle { address, when });
    }
    let is_withheld = |footing: &Footing| footing.is_hidden || footing.value == Some(Value::Withheld);
    let is_hidden = *figure.value() == Value::Withheld || since.then.is_some_and(is_withheld);
    let page = Page {
        pen,
        asked,
        figure,
        told,
    };
    let mut sections = vec![values(pen, figure, since)];
    if since.then.is_some() && !is_hidden {
        sections.push(page.shifted(since));
    }
    if !is_hidden {
        sections.push(revised(pen, since));
    }
    out.sections.splice(1..1, sections);
    out
}

/// The figure then and now.
fn values(pen: Pen, figure: Found<'_>, since: &Since<'_>) -> Section {
    let mut section = pen.section("since", Text::ThenAndNow);
    let mut rows = Vec::new();
    if let Some(written) = &since.written {
        let then = since.then.and_then(|then| then.value.as_ref());
        let like = [Some(figure.value()), then].into_iter().flatten();
        let value = as_written(pen, written, like);
        rows.push(vec![pen.key("written", Text::AsWritten), value]);
    }
    if let Some(then) = since.then {
        let value = then.value.clone().unwrap_or(Value::Missing);
        rows.push(vec![pen.key("then", Text::AsRecordedThen), value]);
    }
    let now = Some(figure.value()).filter(|_| !since.is_gone);
    let now = now.cloned().unwrap_or(Value::Missing);
    rows.push(vec![pen.key("now", Text::AsNow), now]);
    let columns = vec![pen.column("item", Text::Item), pen.column("value", Text::Value)];
    section
        .tables
        .push(table("since", String::new(), columns, rows, String::new()));
    if since.is_version() {
        section.notes.push(pen.note("version", Text::VersionMoved));
    }
    if since.is_gone {
        section.notes.push(pen.note("gone", Text::FigureGone));
    }
    if since.then.is_none() {
        section.notes.push(pen.note("unkept", Text::ThenUnkept));
    }
    section
}

impl Page<'_> {
    /// What enters otherwise than then.
    fn shifted(&self, since: &Since<'_>) -> Section {
        let pen = self.pen;
        let mut section = pen.section("shifted", Text::Shifted);
        let then = since.then.and_then(|then| then.told.as_ref());
        let rows = shifts([then, Some(self.told).filter(|_| !since.is_gone)])
            .into_iter()
            .map(|one| {
                let [_, part, what] = self.cited(one.cited);
                let amounts = match is_answer(one.cited) {
                    // What somebody answered follows from two sums.
                    true => one
                        .counts
                        .map(|count| pen.key(&count.to_string(), Text::SoManyAnswers { count })),
                    false => one
                        .amounts
                        .map(|amount| amount.map_or(Value::Missing, |amount| amount_of(pen, amount))),
                };
                let [before, after] = amounts;
                vec![Value::Text(one.cited.key.clone()), part, before, after, what]
            });
        let columns = vec![
            pen.column("row", ("Catatan", "Record")),
            self.part_column(),
            pen.column("before", Text::AmountThen),
            pen.column("after", Text::AmountNow),
            pen.column("what", Text::What),
        ];
        let is_same = !since.is_gone
            && since
                .then
                .is_some_and(|then| then.value.as_ref() == Some(self.figure.value()));
        let empty = pen.say(match is_same {
            true => Text::NoneShifted,
            false => Text::NothingShifted,
        });
        section
            .tables
            .push(table("shifted", String::new(), columns, rows.collect(), empty));
        section
    }
}

/// Who changed it, and what kind of change it is.
fn revised(pen: Pen, since: &Since<'_>) -> Section {
    let title = match since.is_wide {
        true => Text::RevisedWide,
        false => Text::Revised,
    };
    let mut section = pen.section("revised", title);
    let text = |text: &str| match text {
        "" => Value::Missing,
        text => Value::Text(text.to_owned()),
    };
    let list = pen
        .list("revised", &since.revised)
        .col("day", ("Tanggal", "Day"), |one| text(one.day))
        .col("by", ("Oleh", "By"), |one| text(one.by))
        .col("row", ("Catatan", "Record"), |one| text(&one.what.key))
        .col("title", ("Tentang", "About"), |one| text(&one.what.title))
        .col("column", ("Kolom", "Column"), |one| text(&one.what.column))
        .col("before", ("Semula", "Before"), |one| {
            value_told(pen, one.what, true)
        })
        .col("after", ("Kini", "Now"), |one| value_told(pen, one.what, false))
        .col("kind", ("Sebab", "Kind"), |one| kind(pen, one, &since.revised))
        .or_says(Text::NoneRevised);
    section.tables.push(list.table());
    section
}

/// What kind of change it is: of a rule, of the office's settings, of what was not known before, or of what was. An act is
/// of one kind: who records that somebody completed something corrects nothing by it.
fn kind(pen: Pen, one: &Revised<'_>, all: &[Revised<'_>]) -> Value {
    let settings = ["bina.toml", "holidays.csv", "units.csv", "questionnaires/"];
    match one.what {
        _ if one.file.starts_with("rules/") => pen.key("rule", ("ketentuan", "rule")),
        _ if settings.iter().any(|name| one.file.starts_with(name)) => {
            pen.key("setting", ("pengaturan kantor", "setting of the office"))
        }
        _ if one.is_late() || all.iter().any(|other| other.is_late() && one.is_with(other)) => {
            pen.key("late", ("dicatat belakangan", "recorded late"))
        }
        _ => pen.key("correction", ("koreksi", "correction")),
    }
}
