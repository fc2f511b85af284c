//! The report `impact`: the named indicator, beside units without participants, with its verdict and follow-up.

mod cells;
mod follow_up;
mod owed;

use super::list::List;
use super::model::{Note, Report, Section, Table, Value};
use super::page::Page;
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::impact::{ImpactReport, Observation, ProgrammeImpact, Verdict, Windows};
use crate::measure::judged::Guard;
use crate::measure::meaning::{How, Meaning, whole};
use crate::measure::sheet::SheetName;
use crate::records::time::Day;
use crate::records::time::Month;
use crate::rules::{Enactment, Head, Impact as ImpactRule, Satisfaction};
use crate::words;
use crate::words::report_impact::ImpactText as Text;
use std::collections::BTreeSet;
use std::ops::Deref;

/// The version of the contract of the report.
const VERSION: u32 = 3;

/// Programmes compared before and after, with the rules of the comparison.
pub(super) struct Comparison<'c> {
    page: Page<'c>,
    list: &'c [ProgrammeImpact],
    rule: &'c ImpactRule,
    satisfaction: &'c Satisfaction,
    /// What may be told of the survey of the public.
    guard: Guard,
}

impl<'c> Deref for Comparison<'c> {
    type Target = Page<'c>;

    fn deref(&self) -> &Page<'c> {
        &self.page
    }
}

/// Builds the report; `None` when a rule has no edition in force.
pub fn impact(page: &Page<'_>, gathered: &ImpactReport) -> Option<Report> {
    let comparison = Comparison::new(page, &gathered.list)?;
    let month = page.period_title();
    let mut report = page.report("impact", VERSION, Text::Title { month });
    report.sections = vec![
        comparison.with_unclear(comparison.verdicts("verdicts"), gathered),
        comparison.details(),
        comparison.follow_up(),
    ];
    // Of one programme that is asked about, what others owe is not told.
    report
        .sections
        .extend(gathered.is_of_office.then(|| comparison.owed(gathered)));
    Some(report)
}

/// What the verdicts of all programmes rest on.
const COMPLAINTS_COMPARED: Meaning = Meaning::new(
    How::From(&[]),
    "Jumlah pelatihan dengan kesimpulan ini; tiap pelatihan: bina explain impact.",
    "How many programmes have this verdict; each programme: bina explain impact.",
)
.resting_on(&[
    ("before_after", whole("received")),
    ("before_after", whole("resolved")),
]);

/// The words of a verdict; an open one may say until when.
pub(super) fn verdict(page: &Page<'_>, programme: &ProgrammeImpact) -> Value {
    let verdict = programme.figures.verdict;
    let words = match verdict {
        Verdict::Open => Text::Open {
            day: page.pen.day(programme.figures.windows.closed()),
        },
        closed => words_of(closed),
    };
    page.pen.key(verdict.code(), words)
}

fn words_of(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Improved => Text::Improved,
        Verdict::NotImproved => Text::NotImproved,
        Verdict::TooFew => Text::TooFew,
        Verdict::Open => Text::StillOpen,
        Verdict::Unrecorded => Text::Unrecorded,
    }
}

impl<'c> Comparison<'c> {
    /// The comparison of some programmes; `None` when a rule has no edition in force.
    pub(super) fn new(page: &Page<'c>, list: &'c [ProgrammeImpact]) -> Option<Comparison<'c>> {
        let (rules, day) = (page.rules, page.as_of());
        Some(Comparison {
            page: *page,
            list,
            rule: rules.impact.on(day)?,
            satisfaction: rules.satisfaction.on(day)?,
            guard: rules.privacy.on(day)?.into(),
        })
    }

    /// One line a programme, with its verdict; `counted` is the id of the table that counts them.
    pub(super) fn verdicts(&self, counted: &'static str) -> Section {
        let mut out = self.pen.section("impact", ("Ringkasan", "Summary"));
        let mut table = self.verdict_table();
        // Each programme knows of itself from when on the records tell.
        if table.rows.is_empty() {
            table = self.empty_from(self.looks_back(), table);
        }
        let counted = self.empty_from(self.looks_back(), self.counted(counted));
        out.tables = vec![counted, table];
        if !self.list.is_empty() {
            out.notes = self.notes();
        }
        out
    }

    /// The verdicts, and of which programmes there is none because nobody knows whether their units serve the public.
    fn with_unclear(&self, mut verdicts: Section, gathered: &ImpactReport) -> Section {
        let unclear = &gathered.unclear;
        if unclear.is_empty() {
            return verdicts;
        }
        let units: BTreeSet<u32> = unclear
            .iter()
            .flat_map(|(_, units)| units.iter().copied())
            .collect();
        let titles: Vec<&str> = unclear.iter().map(|(title, _)| &**title).collect();
        let text = Text::NoteUnclear {
            count: unclear.len(),
            titles: titles.join("; "),
            units: self.unit_names(&units.into_iter().collect::<Vec<_>>()),
        };
        for table in verdicts.tables.iter_mut().filter(|table| table.rows.is_empty()) {
            table.empty = self.pen.say(Text::MaybeNoProgrammes);
        }
        let count = Text::NoteUnclearCount { count: unclear.len() };
        let note = |text| self.pen.note("public-unknown", text);
        verdicts
            .notes
            .splice(0..0, [note(text), note(count).for_public()]);
        verdicts
    }

    /// From which day on programmes are looked for.
    fn looks_back(&self) -> Day {
        self.window(12).first_day()
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
            pen.method("verdict", Text::NoteVerdict { n: rule.min_n })
                .public(),
        ];
        let [untimed, resolved] = [Of::untimed, Of::resolved].map(|column| self.count_of(column));
        if untimed > 0 {
            let text = Text::NoteUntimed { untimed, resolved };
            notes.push(pen.note("untimed", text).public());
        }
        notes.extend(self.deadlines().iter().map(|(_, later)| {
            let day = pen.day(later.from);
            pen.note("deadlines-changed", Text::NoteDeadlines { day })
                .public()
        }));
        notes.push(pen.method("windows", windows));
        notes.push(pen.basis(&rule.head()));
        notes
    }

    /// How many complaints of the units with participants enter a column, in both windows of all programmes.
    fn count_of(&self, column: Of) -> u64 {
        let cells = self.list.iter().flat_map(|programme| &programme.figures.cells[0]);
        cells.map(|cell| cell.complaints.count(column)).sum()
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
    fn counted(&self, id: &'static str) -> Table {
        let pen = self.pen;
        let verdicts = [
            Verdict::Improved,
            Verdict::NotImproved,
            Verdict::TooFew,
            Verdict::Open,
            Verdict::Unrecorded,
        ];
        let counted = verdicts.map(|verdict| {
            let same = self.list.iter().filter(|one| one.figures.verdict == verdict);
            (verdict, same.count() as u64)
        });
        pen.list(id, counted.into_iter().filter(|(_, count)| *count > 0))
            .or_says(Text::NoProgrammes)
            .col("verdict", Text::Verdict, |(verdict, _)| {
                pen.key(verdict.code(), words_of(*verdict))
            })
            .public()
            .col("programmes", Text::Training, |(_, count)| pen.count(*count))
            .means(COMPLAINTS_COMPARED)
            .by("impact")
            .public()
            .table()
            .of_work()
            .for_public()
    }

    /// The programmes with their windows.
    fn compared(&self) -> List<&ProgrammeImpact> {
        let list = self
            .pen
            .list("impact", self.list)
            .or_says(Text::NoProgrammes)
            .col("training", Text::Training, |one| training(one))
            .col("windows", ("Sebelum / sesudah", "Before / after"), |one| {
                self.windows(one)
            });
        WINDOW_ENDS.into_iter().fold(list, |list, (id, heading, end)| {
            let end = |one: &&ProgrammeImpact| end(&one.figures.windows).to_string();
            list.col(id, heading, |one| Value::Text(end(one))).hidden()
        })
    }

    /// The verdicts with the windows, the participants and the units compared.
    pub(super) fn verdict_table(&self) -> Table {
        let pen = self.pen;
        let list = self.compared();
        list.col("participants", ("Peserta", "Participants"), |one| {
            pen.count_or_not(one.participants)
        })
        .counted(
            "Jumlah peserta yang mengikuti pelatihan ini.",
            "How many took part in the programme.",
        )
        .col("units", ("Unit peserta", "Units"), |one| {
            pen.count(one.figures.audience.participating.len() as u64)
        })
        .counted(
            "Jumlah unit yang masyarakatnya diharapkan merasakan hasilnya.",
            "How many units there are whose public is expected to notice.",
        )
        .by("impact")
        .col(
            "comparison_units",
            ("Unit pembanding", "Comparison units"),
            |one| pen.count(one.figures.audience.comparison.len() as u64),
        )
        .counted(
            "Jumlah unit pelayanan tanpa peserta, sebagai pembanding.",
            "How many units serve the public and had no participant, to compare with.",
        )
        .by("impact")
        .col("overdue", ("Lewat tenggat", "Overdue"), |one| {
            pen.overdue(&one.figures.open)
        })
        .counted(
            "Jumlah pengaduan tentang unit peserta yang masih terbuka dan lewat tenggat pada hari terakhir \
                 bulan.",
            "How many complaints about these units are open and past their deadline on the month's last \
                 day.",
        )
        .by("complaints")
        .col(
            "unclassed",
            Of::SHEET.columns[Of::unclassed.number()].heading,
            |one| pen.count(one.figures.open.count(Of::unclassed)),
        )
        .hidden()
        .means(Of::unclassed.meaning())
        .col("verdict", Text::Verdict, |one| verdict(&self.page, one))
        .col("action", ("Evaluasi lanjutan", "Further evaluation"), |one| {
            follow_up::state(pen, one)
        })
        .table()
    }

    fn windows(&self, programme: &ProgrammeImpact) -> Value {
        let windows = &programme.figures.windows;
        let (before, after) = (windows.before, windows.after);
        Value::Key {
            key: format!("{}..{}/{}..{}", before.0, before.1, after.0, after.1),
            label: format!("{} / {}", self.span(before), self.span(after)),
        }
    }

    /// The months of a window, in words; the year once where it is the same.
    fn span(&self, (first, last): (Month, Month)) -> String {
        let pen = self.pen;
        let name = match first.year() == last.year() {
            true => words::month_name(pen.lang, first.number()).to_owned(),
            false => pen.month(first),
        };
        match first == last {
            true => pen.month(first),
            false => format!("{name}–{}", pen.month(last)),
        }
    }

    /// The figures of every group and window, and the service figures.
    pub(super) fn details(&self) -> Section {
        let title = ("Sebelum dan sesudah", "Before and after");
        let mut out = self.pen.section("before_after", title);
        out.tables = vec![
            self.before_after(),
            self.index_before_after(),
            self.service_figures(),
        ];
        if !self.list.is_empty() {
            out.notes = self.detail_notes();
        }
        out
    }

    fn detail_notes(&self) -> Vec<Note> {
        let pen = self.pen;
        let mut notes = vec![pen.method("points", Text::NotePoints)];
        let cells = self.list.iter().flat_map(|programme| &programme.figures.cells);
        let is_withheld = |cell: &Observation| {
            self.guard
                .open(cell.answers.index(self.satisfaction))
                .is_withheld()
        };
        if cells.flatten().any(is_withheld) {
            let minimum = self.guard.least();
            notes.push(pen.note("withheld", Text::NoteSmall { minimum }));
        }
        if let [only] = self.list {
            let audience = &only.figures.audience;
            let units = Text::NoteUnits {
                participating: self.unit_names(&audience.participating),
                comparison: self.unit_names(&audience.comparison),
            };
            notes.push(pen.note("units", units));
            if !audience.services.is_empty() {
                let services = self.services(&audience.services);
                notes.push(pen.note("services", Text::NoteServices { services }));
            }
        }
        let unknown: Vec<u32> = self.who.units.of_unknown_public(self.as_of()).collect();
        if !unknown.is_empty() {
            let units = self.unit_names(&unknown);
            notes.push(pen.note("units-unknown", Text::NoteUnitsUnknown { units }));
        }
        let lacks = |programme: &ProgrammeImpact| programme.figures.audience.comparison.is_empty();
        if self.list.iter().any(lacks) {
            notes.push(pen.note("no-comparison", Text::NoteNoComparison));
        }
        let gaps = self
            .list
            .iter()
            .flat_map(|programme| pen.calendar(&programme.figures.gaps));
        let mut gaps: Vec<Note> = gaps.collect();
        gaps.dedup();
        notes.extend(gaps);
        let earlier = self.deadlines();
        notes.extend(earlier.iter().map(|(earlier, _)| pen.basis(earlier)));
        let rule = self.rules.complaints.on(self.as_of());
        notes.extend(rule.map(|rule| pen.basis(&rule.head())));
        notes
    }

    /// The names of services, by their codes.
    fn services(&self, codes: &[String]) -> String {
        let name = |code: &String| {
            let mut known = self.settings.service.iter();
            let found = known.find(|service| *service.code.value == **code);
            found.map_or_else(|| code.clone(), |service| service.named(self.pen.lang).to_owned())
        };
        codes.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// The names of units, by their numbers.
    fn unit_names(&self, numbers: &[u32]) -> String {
        let name = |&number: &u32| &*self.who.units.names[number as usize];
        match numbers {
            [] => "–".to_owned(),
            _ => numbers.iter().map(name).collect::<Vec<_>>().join(", "),
        }
    }

    /// The follow-up actions, or the commands that open them.
    pub(super) fn follow_up(&self) -> Section {
        let mut out = self.pen.section("follow_up", ("Tindak lanjut", "Follow-up"));
        out.tables = self.follow_up_tables();
        if self.list.is_empty() {
            out.tables.iter_mut().for_each(|table| table.empty.clear());
            return out;
        }
        let has = |id| {
            let mut tables = out.tables.iter();
            tables.any(|table: &Table| table.id == id && !table.rows.is_empty())
        };
        let pen = self.pen;
        let notes = [
            (true, pen.method("follow-up", Text::NoteFollowUp)),
            (has("overdue"), pen.note("overdue", Text::NoteOverdue)),
            (has("commands"), pen.method("command", Text::NoteCommand)),
        ];
        let said = notes.into_iter().filter(|(is_said, _)| *is_said);
        out.notes = said.map(|(_, note)| note).collect();
        out
    }
}

/// The ends of the windows, each a column: its id, its heading, the month.
type WindowEnd = (&'static str, (&'static str, &'static str), fn(&Windows) -> Month);

const WINDOW_ENDS: [WindowEnd; 4] = [
    ("before_from", ("Sebelum: sejak", "Before: from"), |own| {
        own.before.0
    }),
    ("before_to", ("Sebelum: sampai", "Before: to"), |own| own.before.1),
    ("after_from", ("Sesudah: sejak", "After: from"), |own| own.after.0),
    ("after_to", ("Sesudah: sampai", "After: to"), |own| own.after.1),
];

/// A programme: its id for data formats, its title for text.
fn training(programme: &ProgrammeImpact) -> Value {
    Value::Key {
        key: programme.id.clone(),
        label: programme.title.clone(),
    }
}
