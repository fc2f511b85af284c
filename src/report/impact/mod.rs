//! The report `impact`: the named indicator, beside units without participants, with its verdict and follow-up.

mod cells;
mod follow_up;

use super::figure::{Pen, table};
use super::model::{Note, Report, Section, Table, Value};
use crate::measure::impact::{Cell, Group, Impacts, ProgrammeImpact, Verdict};
use crate::measure::judged::Guard;
use crate::records::people::Units;
use crate::records::settings::Settings;
use crate::records::time::Month;
use crate::rules::{Edition, Head, Impact as ImpactRule, Privacy, Rules, Satisfaction};
use crate::words::Lang;
use crate::words::report_impact::ImpactText as Text;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// What comparisons are shown from.
pub(super) struct Scene<'s> {
    pub(super) pen: Pen,
    pub(super) month: Month,
    pub(super) units: &'s Units,
    pub(super) list: &'s [ProgrammeImpact],
    pub(super) settings: &'s Settings,
    pub(super) rules: &'s Rules,
    pub(super) rule: &'s ImpactRule,
    pub(super) satisfaction: &'s Satisfaction,
    pub(super) privacy: &'s Privacy,
}

/// Builds the report; `None` when a rule has no edition in force.
pub fn impact(impacts: &Impacts, settings: &Settings, rules: &Rules, lang: Lang) -> Option<Report> {
    let day = impacts.month.last();
    let scene = Scene {
        pen: Pen { lang },
        month: impacts.month,
        units: &impacts.units,
        list: &impacts.list,
        settings,
        rules,
        rule: rules.impact.on(day)?,
        satisfaction: rules.satisfaction.on(day)?,
        privacy: rules.privacy.on(day)?,
    };
    let title = Text::Title {
        month: scene.pen.month(impacts.month).to_uppercase(),
    };
    let mut report = scene
        .pen
        .report(settings, impacts.month, "impact", VERSION, title);
    report.sections = vec![scene.verdicts(), scene.details(), scene.follow_up()];
    report
        .sections
        .retain(|section| !section.tables.is_empty() || !section.notes.is_empty());
    Some(report)
}

impl Scene<'_> {
    /// One line a programme, with its verdict.
    pub(super) fn verdicts(&self) -> Section {
        let mut out = self.pen.section("impact", Text::Verdicts);
        out.tables = vec![self.counted(), self.verdict_table()];
        if !self.list.is_empty() {
            out.notes = self.notes();
        }
        out
    }

    /// What must be said beside every verdict.
    pub(super) fn notes(&self) -> Vec<Note> {
        let (pen, rule) = (self.pen, self.rule);
        let windows = Text::NoteWindows {
            before: rule.months_before,
            after: rule.months_after,
        };
        let mut notes = vec![
            pen.note("no-cause", Text::NoCause).public(),
            pen.note("verdict", Text::NoteVerdict { n: rule.min_n }).public(),
        ];
        notes.extend(self.deadlines().iter().map(|(_, later)| {
            let day = pen.day(later.from);
            pen.note("deadlines-changed", Text::NoteDeadlines { day })
                .public()
        }));
        notes.push(pen.note("windows", windows));
        notes.push(pen.basis(&rule.head()));
        notes
    }

    /// The changes of the deadlines within the windows, each once.
    fn deadlines(&self) -> Vec<(Head, Head)> {
        let all = self
            .list
            .iter()
            .flat_map(|programme| &programme.figures.deadlines);
        let mut changes: Vec<(Head, Head)> = all.cloned().collect();
        changes.sort_by_key(|(_, later)| later.from);
        changes.dedup();
        changes
    }

    /// How many programmes have each verdict, for the public.
    fn counted(&self) -> Table {
        let pen = self.pen;
        let columns = vec![
            pen.column("verdict", Text::Verdict).public(),
            pen.column("programmes", Text::Training).public(),
        ];
        let verdicts = [
            (Verdict::Improved, Text::Improved),
            (Verdict::NotImproved, Text::NotImproved),
            (Verdict::TooFew, Text::TooFew),
            (Verdict::Open, Text::StillOpen),
        ];
        let rows = verdicts.into_iter().filter_map(|(verdict, words)| {
            let same = self.list.iter().filter(|one| one.figures.verdict == verdict);
            let count = same.count() as u64;
            (count > 0).then(|| vec![pen.key(verdict.code(), words), pen.count(count)])
        });
        let empty = pen.say(Text::NoProgrammes);
        let out = table("verdicts", String::new(), columns, rows.collect(), empty);
        out.of_work().for_public()
    }

    pub(super) fn verdict_table(&self) -> Table {
        let pen = self.pen;
        let columns = vec![
            pen.column("training", Text::Training),
            pen.column("windows", Text::Windows),
            pen.hidden("before_from", Text::BeforeFrom),
            pen.hidden("before_to", Text::BeforeTo),
            pen.hidden("after_from", Text::AfterFrom),
            pen.hidden("after_to", Text::AfterTo),
            pen.column("participants", Text::Participants),
            pen.column("units", Text::Units),
            pen.column("comparison_units", Text::ComparisonUnits),
            pen.column("overdue", Text::Overdue),
            pen.column("verdict", Text::Verdict),
            pen.column("action", Text::Action),
        ];
        let rows = self.list.iter().map(|programme| self.verdict_row(programme));
        let empty = pen.say(Text::NoProgrammes);
        table("impact", String::new(), columns, rows.collect(), empty)
    }

    fn verdict_row(&self, programme: &ProgrammeImpact) -> Vec<Value> {
        let (pen, figures) = (self.pen, &programme.figures);
        let (before, after) = (figures.windows.before, figures.windows.after);
        let windows = Value::Key {
            key: format!("{}..{}/{}..{}", before.0, before.1, after.0, after.1),
            label: format!("{} / {}", self.span(before), self.span(after)),
        };
        let month = |month: Month| Value::Text(month.to_string());
        vec![
            training(programme),
            windows,
            month(before.0),
            month(before.1),
            month(after.0),
            month(after.1),
            pen.count(programme.participants),
            pen.count(figures.audience.participating.len() as u64),
            pen.count(figures.audience.comparison.len() as u64),
            pen.count(figures.overdue.len() as u64),
            self.verdict(programme),
            follow_up::state(pen, programme),
        ]
    }

    /// The verdict of a programme.
    pub(super) fn verdict(&self, programme: &ProgrammeImpact) -> Value {
        let verdict = programme.figures.verdict;
        let words = match verdict {
            Verdict::Improved => Text::Improved,
            Verdict::NotImproved => Text::NotImproved,
            Verdict::TooFew => Text::TooFew,
            Verdict::Open => Text::Open {
                day: self.pen.day(programme.figures.windows.closed()),
            },
        };
        self.pen.key(verdict.code(), words)
    }

    /// The months of a window, in words; the year once where it is the same.
    fn span(&self, (first, last): (Month, Month)) -> String {
        let pen = self.pen;
        let name = match first.year() == last.year() {
            true => crate::words::month_name(pen.lang, first.number()).to_owned(),
            false => pen.month(first),
        };
        match first == last {
            true => pen.month(first),
            false => pen.say(Text::Span {
                first: name,
                last: pen.month(last),
            }),
        }
    }

    /// The figures of every group and window, and the service figures.
    pub(super) fn details(&self) -> Section {
        let mut out = self.pen.section("before_after", Text::BeforeAfter);
        if self.list.is_empty() {
            return out;
        }
        out.tables = vec![
            cells::before_after(self),
            cells::index_before_after(self),
            cells::service_figures(self),
        ];
        out.tables.retain(|table| !table.rows.is_empty());
        out.notes = self.detail_notes();
        out
    }

    fn detail_notes(&self) -> Vec<Note> {
        let pen = self.pen;
        let mut notes = vec![pen.note("points", Text::NotePoints)];
        let guard = Guard::from(self.privacy);
        let cells = self.list.iter().flat_map(|programme| &programme.figures.cells);
        let is_withheld = |cell: &Cell| guard.open(cell.answers.index(self.satisfaction)).is_withheld();
        if cells.flatten().any(is_withheld) {
            let minimum = guard.least();
            notes.push(pen.note("withheld", Text::NoteSmall { minimum }));
        }
        if let [only] = self.list {
            let audience = &only.figures.audience;
            let units = Text::NoteUnits {
                participating: self.unit_names(&audience.participating),
                comparison: self.unit_names(&audience.comparison),
            };
            notes.push(pen.note("units", units));
            let services = &only.figures.audience.services;
            if !services.is_empty() {
                let services = self.services(services);
                notes.push(pen.note("services", Text::NoteServices { services }));
            }
        }
        let lacks = |programme: &ProgrammeImpact| programme.figures.audience.comparison.is_empty();
        if self.list.iter().any(lacks) {
            notes.push(pen.note("no-comparison", Text::NoteNoComparison));
        }
        let earlier = self.deadlines();
        notes.extend(earlier.iter().map(|(earlier, _)| pen.basis(earlier)));
        if let Some(rule) = self.rules.complaints.on(self.month.last()) {
            notes.push(pen.basis(&rule.head()));
        }
        notes
    }

    /// The names of services, by their codes.
    fn services(&self, codes: &[String]) -> String {
        let name = |code: &String| {
            let known = self.settings.service.iter();
            let found = known.clone().find(|service| *service.code.value == **code);
            found.map_or_else(|| code.clone(), |service| service.name.clone())
        };
        codes.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// The names of units, by their numbers.
    fn unit_names(&self, numbers: &[u32]) -> String {
        let names = numbers.iter().map(|&number| &*self.units.names[number as usize]);
        match numbers {
            [] => "–".to_owned(),
            _ => names.collect::<Vec<_>>().join(", "),
        }
    }

    /// The follow-up actions alone, for a report that shows no more; none where there is none.
    pub(super) fn open_actions(&self) -> Option<Table> {
        follow_up::tables(self)
            .into_iter()
            .find(|table| table.id == "actions" && !table.rows.is_empty())
    }

    /// The follow-up actions, or the commands that open them.
    pub(super) fn follow_up(&self) -> Section {
        let mut out = self.pen.section("follow_up", Text::FollowUps);
        if self.list.is_empty() {
            return out;
        }
        out.tables = follow_up::tables(self);
        out.notes.push(self.pen.note("follow-up", Text::NoteFollowUp));
        let has = |id| out.tables.iter().any(|table: &Table| table.id == id);
        let (has_overdue, has_commands) = (has("overdue"), has("commands"));
        if has_overdue {
            out.notes.push(self.pen.note("overdue", Text::NoteOverdue));
        }
        if has_commands {
            out.notes.push(self.pen.note("command", Text::NoteCommand));
        }
        out
    }
}

/// The key of a programme.
fn training(programme: &ProgrammeImpact) -> Value {
    Value::Key {
        key: programme.id.clone(),
        label: programme.title.clone(),
    }
}

/// The words of a group.
fn group(group: Group) -> Text {
    match group {
        Group::Participating => Text::Participating,
        Group::Comparison => Text::Comparison,
        Group::Handled => Text::Handled,
    }
}
