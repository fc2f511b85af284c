//! What the programme is: its dates, partner, cost, competencies, and its curriculum.

use super::super::facts::Particular;
use super::super::model::{NumberStyle, Section, Value};
use super::Course;
use crate::measure::meaning::{How, Meaning, decimal, whole};
use crate::measure::trace::ALL;
use crate::measure::training::number_of_kind;
use crate::records::code::{ModuleKind, TrainingStatus};
use crate::records::document::{At, NameText};
use crate::records::training::Module;
use crate::words;
use crate::words::report_training::TrainingText as Text;

/// What a fact of the document means.
const FACT: [&str; 2] = [
    "Menurut dokumen pelatihan.",
    "As the document of the programme says.",
];

/// A line of the curriculum: a module, all of a kind, or all.
enum Line<'l> {
    Module(usize, &'l Module),
    Kind(ModuleKind),
    All,
}

impl Line<'_> {
    /// Its number in traces.
    fn number(&self) -> u64 {
        match self {
            Line::Module(number, _) => *number as u64,
            Line::Kind(kind) => number_of_kind(*kind),
            Line::All => ALL,
        }
    }

    fn kind(&self) -> Option<ModuleKind> {
        match self {
            Line::Module(_, module) => Some(module.kind),
            Line::Kind(kind) => Some(*kind),
            Line::All => None,
        }
    }
}

impl Course<'_> {
    /// How it stands: what is over and not closed is no longer planned.
    fn status(&self) -> Value {
        let (pen, training) = (self.pen, &self.figures.training);
        let status = training.status.value;
        let has_open = self.figures.tally.is_open();
        match training.is_unclosed(has_open, self.page.read_on) {
            true => pen.key(TrainingStatus::Running.code(), Text::NotClosed),
            false => pen.key(status.code(), status.phrase()),
        }
    }

    /// One line a fact; what is not recorded is left out.
    pub(super) fn facts(&self) -> Section {
        let (pen, training) = (self.pen, &self.figures.training);
        let text = |value: &Option<String>| pen.text(value.as_deref());
        let name = |value: &Option<At<NameText>>| pen.text(value.as_ref().map(At::text));
        let method = training.method;
        let method = Value::Key {
            key: method.code().to_owned(),
            label: format!("{} ({})", pen.say(method.phrase()), method.code()),
        };
        let first = vec![
            pen.fact("method", ("Bentuk", "Method"), method),
            pen.fact(
                "mode",
                ("Moda", "Mode"),
                pen.key(training.mode.code(), training.mode.phrase()),
            ),
            pen.fact("dates", ("Waktu", "Dates"), self.dates()),
            pen.fact("status", Text::Status, self.status()),
            pen.fact(
                "provider",
                ("Penyelenggara", "Provider"),
                name(&training.provider),
            ),
            pen.fact(
                "partner",
                ("Lembaga mitra", "Partner institution"),
                name(&training.partner),
            ),
        ];
        let last = vec![
            pen.fact("fund", ("Sumber dana", "Fund"), name(&training.fund)),
            pen.fact(
                "plan_item",
                ("Butir rencana", "Item of the plan"),
                match (&training.plan_item, &self.figures.plan_item) {
                    (Some(key), Some(title)) => Value::Key {
                        key: key.clone(),
                        label: title.clone(),
                    },
                    (key, _) => text(key),
                },
            ),
            pen.fact("basis", ("Dasar", "Basis"), text(&training.basis)),
            pen.fact(
                "competencies",
                ("Kompetensi yang dituju", "Competencies aimed at"),
                self.competencies(),
            ),
        ];
        let facts = first.into_iter().chain(self.amounts()).chain(last);
        let facts = facts.filter(|fact| !fact.is_missing()).collect();
        let columns = [
            pen.column("item", ("Hal", "Item")),
            pen.column("value", ("Keterangan", "Value")),
        ];
        Section {
            tables: vec![pen.facts("programme", columns, facts)],
            ..pen.section("programme", ("Pelatihan", "The programme"))
        }
    }

    /// What the programme gives and costs.
    fn amounts(&self) -> Vec<Particular> {
        let (pen, training) = (self.pen, &self.figures.training);
        let seats = training.seats.as_ref().map(|seats| i128::from(seats.value));
        let cost = training.cost.map(|cost| self.rupiah(cost.value.into()));
        let [fact, fact_en] = FACT;
        vec![
            pen.fact(
                "jp",
                ("Jam pelajaran (JP)", "Learning hours (JP)"),
                pen.sum(training.jp.value.0.into()),
            )
            .means(How::Sum(decimal("jp")), fact, fact_en),
            pen.fact(
                "seats",
                ("Kursi", "Seats"),
                seats.map_or(Value::Missing, |seats| pen.whole(seats)),
            )
            .means(How::Sum(whole("seats")), fact, fact_en),
            pen.fact("cost", ("Biaya", "Cost"), cost.unwrap_or(Value::Missing))
                .means(How::Sum(whole("cost")), fact, fact_en),
            pen.fact(
                "cost_each",
                ("Biaya per peserta", "Cost per participant"),
                self.cost_each(),
            )
            .means(
                How::Over(whole("cost"), whole("took_part")),
                "Biaya pelatihan dibagi jumlah peserta yang mengikuti.",
                "The cost of the programme over those who took part.",
            ),
        ]
    }

    /// The first and the last day: data formats see `2026-10-05/2026-10-07`.
    fn dates(&self) -> Value {
        let (pen, training) = (self.pen, &self.figures.training);
        let (first, last) = (training.start.value, training.end.value);
        let last_in_words = pen.day(last);
        let words = match first == last {
            true => last_in_words,
            false => pen.say(Text::DatesOf {
                first: pen.day_before(first, last),
                last: last_in_words,
            }),
        };
        Value::Key {
            key: format!("{first}/{last}"),
            label: words,
        }
    }

    /// An amount in whole rupiah.
    fn rupiah(&self, amount: i128) -> Value {
        let exact = amount.to_string();
        let amount = words::number(self.pen.lang, &exact);
        Value::number(exact, self.pen.say(Text::Rupiah { amount }), NumberStyle::Plain)
    }

    /// The cost by participant, shown in whole rupiah with how many took part.
    fn cost_each(&self) -> Value {
        let Some(each) = self.figures.cost_per_participant() else {
            return Value::Missing;
        };
        let amount = words::number(self.pen.lang, &each.fixed(0));
        let n = self.figures.tally.took_part();
        let shown = self.pen.say(Text::CostEachOf { amount, n });
        Value::number(each.shortest(6), shown, NumberStyle::Plain)
    }

    /// The competencies with their levels: data formats see `code:level`.
    fn competencies(&self) -> Value {
        let (mut keys, mut names) = (Vec::new(), Vec::new());
        for target in &self.figures.training.competency {
            let code = &target.code.value.0;
            let name = self.figures.competencies.name(code).to_owned();
            let (key, name) = match target.level {
                Some(level) => (
                    format!("{code}:{}", level.0),
                    self.pen.say(Text::CompetencyLevel { name, level: level.0 }),
                ),
                None => (code.clone(), name),
            };
            keys.push(key);
            names.push(name);
        }
        match keys.is_empty() {
            true => Value::Missing,
            false => Value::Key {
                key: keys.join(" "),
                label: names.join(", "),
            },
        }
    }

    /// The modules with their hours, and how many of them are theory and practice.
    pub(super) fn curriculum(&self) -> Section {
        let (pen, modules) = (self.pen, &self.figures.training.module);
        let hours = |is_meant: &dyn Fn(&Module) -> bool| {
            let meant = modules.iter().filter(|module| is_meant(module));
            meant.map(|module| i128::from(module.jp.0)).sum::<i128>()
        };
        let jp = |line: &Line<'_>| match line {
            Line::Module(_, module) => module.jp.0.into(),
            Line::Kind(kind) => hours(&|module| module.kind == *kind),
            Line::All => hours(&|_| true),
        };
        let all = jp(&Line::All).unsigned_abs() as u64;
        let kinds = ModuleKind::ALL.iter().filter(|_| !modules.is_empty());
        let lines = modules
            .iter()
            .enumerate()
            .map(|(number, module)| Line::Module(number, module));
        let lines = pen
            .list("modules", lines.chain(kinds.map(|kind| Line::Kind(*kind))))
            .or_says(("Kurikulum tidak dicatat.", "No curriculum recorded."))
            .numbered(Line::number);
        let lines = match modules.is_empty() {
            true => lines,
            false => lines.total(Line::All),
        };
        let [of_kind, shares_of_kind] = OF_KIND;
        let table = lines
            .col("module", ("Modul", "Module"), |line| match line {
                Line::Module(_, module) => Value::Text(module.title.clone()),
                Line::Kind(kind) => pen.key(&format!("*{}", kind.code()), Text::Total),
                Line::All => pen.total(),
            })
            .col("kind", ("Jenis", "Kind"), |line| {
                let kind = line.kind();
                kind.map_or(Value::Missing, |kind| pen.key(kind.code(), kind.phrase()))
            })
            .col("jp", ("JP", "JP"), |line| pen.sum(jp(line)))
            .measured("JP")
            .means(of_kind.in_row("*theory"))
            .means(of_kind.in_row("*practice"))
            .means(ALL_JP)
            .summed(
                "JP modul ini menurut dokumennya.",
                "The JP of the module, as its document says.",
            )
            .col("share", ("Bagian", "Share"), |line| {
                pen.share(jp(line).unsigned_abs() as u64, all)
            })
            .means(shares_of_kind.in_row("*theory"))
            .means(shares_of_kind.in_row("*practice"))
            .means(ALL_SHARE)
            .means(SHARE)
            .table();
        Section {
            tables: vec![table],
            ..pen.section("curriculum", ("Kurikulum", "Curriculum"))
        }
    }
}

/// The JP of the modules of a kind, and their share.
const OF_KIND: [Meaning; 2] = [
    Meaning::new(
        How::Sum(decimal("jp_of_kind")),
        "Jumlah JP modul sejenis.",
        "The JP of the modules of the kind.",
    ),
    Meaning::new(
        How::Over(decimal("jp_of_kind"), decimal("all_jp")),
        "JP modul sejenis dibagi JP semua modul.",
        "The JP of the modules of the kind over those of all modules.",
    ),
];

const ALL_JP: Meaning = Meaning::new(
    How::Sum(decimal("jp")),
    "Jumlah JP semua modul.",
    "The JP of all modules.",
)
.in_row("*");

const ALL_SHARE: Meaning = Meaning::new(
    How::Over(decimal("jp"), decimal("jp")),
    "JP semua modul dibagi JP semua modul.",
    "The JP of all modules over those of all modules.",
)
.in_row("*");

const SHARE: Meaning = Meaning::new(
    How::Over(decimal("jp"), decimal("all_jp")),
    "JP modul ini dibagi JP semua modul.",
    "The JP of the module over those of all modules.",
);
