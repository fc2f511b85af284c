//! Citizens' forums and policy consultations: who came, what was said, what became of it.

mod consultations;
mod suggestions;

use super::figure::{Pen, table};
use super::model::{Note, Report, Section, Table, Value};
use super::who::Who;
use crate::measure::forum::{Dispositions, ForumFigures, ForumReport, Held, State, kinds};
use crate::records::code::Disposition;
use crate::records::settings::Settings;
use crate::records::time::Month;
use crate::words::Lang;
use crate::words::report_forum::ForumText;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// What the tables are built from.
#[derive(Clone, Copy)]
pub(super) struct Hall<'h> {
    pub(super) pen: Pen,
    pub(super) figures: &'h ForumFigures,
    pub(super) who: Who<'h>,
    pub(super) settings: &'h Settings,
}

/// Builds the report.
pub fn forum(gathered: &ForumReport, settings: &Settings, lang: Lang) -> Report {
    let pen = Pen { lang };
    let hall = Hall {
        pen,
        figures: &gathered.figures,
        who: Who::from(&gathered.roster),
        settings,
    };
    let month = pen.month(gathered.month).to_uppercase();
    let title = ForumText::Title { month };
    let mut report = pen.report(settings, gathered.month, "forum", VERSION, title);
    let first = gathered.month.plus(1 - crate::measure::forum::MONTHS);
    report.period.0 = first.first().to_string();
    report.sections = vec![hall.held()];
    if !gathered.figures.is_empty() {
        report.sections.push(hall.follow_up());
    }
    if gathered.figures.consultations().next().is_some() {
        report
            .sections
            .push(hall.consultations(&gathered.regulations, &gathered.consulted));
    }
    report
}

/// The section of the monthly report: what was held in the month, what is overdue, what is undecided. `None` where
/// nothing was held in twelve months.
pub(super) fn of_month(hall: Hall<'_>, month: Month) -> Option<Section> {
    if hall.figures.is_empty() {
        return None;
    }
    let mut out = hall.pen.section("forum", ForumText::FollowUpMonth);
    let held = hall.figures.held.iter();
    let mut held = hall.forums(held.filter(|held| held.forum.date.value.month() == month));
    held.title = hall.pen.say(ForumText::HeldOfMonth);
    held.empty = hall.pen.say(crate::words::report::Text::Nothing);
    let mut by_kind = hall.by_kind().for_public();
    by_kind.title = hall.pen.say(ForumText::ByKindYear);
    out.tables = vec![by_kind, held, hall.overdue()];
    if hall.figures.in_state(State::Undecided).next().is_some() {
        out.tables.push(hall.undecided());
    }
    out.notes = vec![hall.share()];
    Some(out)
}

impl Hall<'_> {
    /// What was held, who came, what was decided.
    fn held(&self) -> Section {
        let pen = self.pen;
        let mut out = pen.section("held", ForumText::Section);
        let mut forums = self.forums(self.figures.held.iter());
        forums.empty = pen.say(ForumText::NoForums);
        out.tables.push(forums);
        if self.figures.is_empty() {
            return out;
        }
        out.tables.extend([self.attendance(), self.by_kind()]);
        out.tables.retain(|table| !table.rows.is_empty());
        out.notes = vec![self.share(), pen.note("counts", ForumText::NoteCounts)];
        out
    }

    /// The share adopted, with its fraction.
    fn share(&self) -> Note {
        let total = &self.figures.total;
        let percent = self.pen.percent_of(total.adopted(), total.said);
        self.pen
            .note("adopted", ForumText::NoteShare { percent })
            .public()
    }

    fn forums<'h>(&self, held: impl Iterator<Item = &'h Held>) -> Table {
        let (pen, held) = (self.pen, held.collect::<Vec<_>>());
        let columns = vec![
            pen.hidden("id", ForumText::Forum),
            pen.column("title", ForumText::Forum),
            pen.column("kind", ForumText::Kind),
            pen.column("date", ForumText::Date),
            pen.hidden("place", ForumText::Place),
            pen.hidden("topic", ForumText::Topic),
            pen.column("came", ForumText::Came),
            pen.column("said", ForumText::Said),
            pen.column("adopted", ForumText::Adopted),
        ];
        let rows = held.iter().map(|held| {
            let (forum, total) = (&held.forum, &held.dispositions);
            vec![
                Value::Text(held.id.clone()),
                Value::Text(forum.title.clone()),
                pen.code(forum.kind.code(), forum.kind.phrase()),
                pen.date(forum.date.value),
                pen.text(forum.place.as_deref()),
                pen.text(forum.topic.as_deref()),
                held.came
                    .map_or(Value::Missing, |came| pen.whole(i128::from(came))),
                pen.count(total.said),
                pen.count_of(total.adopted(), total.said),
            ]
        });
        let caption = pen.say(ForumText::Held);
        Table {
            numbers: held.iter().map(|held| held.forum.origin.into()).collect(),
            ..table("forums", caption, columns, rows.collect(), String::new())
        }
    }

    /// Who came from where, the most first.
    fn attendance(&self) -> Table {
        let pen = self.pen;
        let columns = vec![
            pen.column("group", ForumText::Group),
            pen.column("from", ForumText::From),
            pen.column("count", ForumText::Count),
        ];
        let mut groups: Vec<_> = self.figures.came.iter().collect();
        groups.sort_by_key(|(group, came)| (std::cmp::Reverse(came.count), *group));
        let rows = groups.iter().map(|((group, from), came)| {
            vec![
                Value::Text(group.clone()),
                self.from(from.as_deref()),
                pen.whole(i128::from(came.count)),
            ]
        });
        let caption = pen.say(ForumText::Attendance);
        Table {
            numbers: groups.iter().map(|(_, came)| came.first.into()).collect(),
            ..table("attendance", caption, columns, rows.collect(), String::new())
        }
    }

    /// A unit by its name, or a place in words.
    fn from(&self, from: Option<&str>) -> Value {
        let Some(from) = from else {
            return self.pen.blank(ForumText::Unknown);
        };
        match self.who.units.find(from) {
            Some(unit) => self.who.unit(unit),
            None => Value::Text(from.to_owned()),
        }
    }

    fn by_kind(&self) -> Table {
        let pen = self.pen;
        let columns = vec![
            pen.column("kind", ForumText::SuggestionKind).public(),
            pen.column("said", ForumText::Said).public(),
            pen.column("adopted", ForumText::Adopted).public(),
            pen.column("partly", ForumText::Partly).public(),
            pen.column("rejected", ForumText::Rejected).public(),
            pen.column("forwarded", ForumText::Forwarded).public(),
            pen.column("undecided", ForumText::Undecided).public(),
            pen.hidden("done", ForumText::Done).public(),
            pen.hidden("overdue", ForumText::Overdue).public(),
            pen.column("share", ForumText::Share).public(),
        ];
        let line = |key: Value, sums: &Dispositions| {
            let decided = |one: Disposition| pen.count(sums.decided[one as usize]);
            vec![
                key,
                pen.count(sums.said),
                decided(Disposition::Adopted),
                decided(Disposition::Partly),
                decided(Disposition::Rejected),
                decided(Disposition::Forwarded),
                pen.count(sums.undecided),
                pen.count(sums.done),
                pen.count(sums.overdue),
                pen.fraction(sums.adopted(), sums.said),
            ]
        };
        let rows = kinds(self.figures).map(|(kind, sums)| line(pen.code(kind.code(), kind.phrase()), sums));
        let rows = rows.chain([line(pen.total(), &self.figures.total)]);
        let caption = pen.say(ForumText::ByKind);
        table(
            "suggestions_by_kind",
            caption,
            columns,
            rows.collect(),
            String::new(),
        )
        .of_work()
    }
}
