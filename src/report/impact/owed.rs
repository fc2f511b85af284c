//! The evaluations after programmes that are owed: how they are applied at work, and what the public notices.

use super::super::model::{Section, Style, Table, Value};
use super::Comparison;
use crate::measure::fairness::Unapplied;
use crate::measure::impact::{ImpactReport, ProgrammeImpact};
use crate::records::time::Day;
use crate::words::report_impact::ImpactText as Text;

/// How many units are named; more are counted.
const NAMED: usize = 2;

/// One evaluation that is owed.
pub(in super::super) struct Debt {
    /// The programme.
    pub(in super::super) training: Value,
    /// What it is about.
    pub(in super::super) kind: Value,
    /// From which day on it is owed.
    pub(in super::super) since: Day,
    /// Whom it is about, or who has not answered.
    pub(in super::super) whom: Value,
    /// The command that settles it.
    pub(in super::super) command: String,
}

impl Comparison<'_> {
    /// What is owed, by the day from which each is.
    pub(in super::super) fn debts(&self, gathered: &ImpactReport) -> Vec<Debt> {
        let applied = gathered.unapplied.iter().map(|one| self.of_application(one));
        let noticed = gathered.owed.iter().map(|one| self.of_impact(one));
        let mut debts: Vec<Debt> = applied.chain(noticed).collect();
        debts.sort_by_key(|debt| debt.since);
        debts
    }

    /// The section.
    pub(super) fn owed(&self, gathered: &ImpactReport) -> Section {
        let (pen, debts) = (self.pen, self.debts(gathered));
        let list = pen
            .list("owed", &debts)
            .or_says(match gathered.unclear.is_empty() {
                true => Text::NothingOwed,
                false => Text::NothingKnownOwed,
            })
            .col("training", Text::Training, |debt| debt.training.clone())
            .col("kind", ("Evaluasi", "Evaluation"), |debt| debt.kind.clone())
            .col("since", ("Ditunggu sejak", "Owed since"), |debt| {
                pen.date(debt.since)
            })
            .col("whom", ("Tentang atau dari", "About or from"), |debt| {
                debt.whom.clone()
            })
            .col("command", ("Perintah", "Command"), |debt| {
                Value::Text(debt.command.clone())
            })
            .hidden();
        let commands = pen
            .list("owed_commands", &debts)
            .titled(("Perintah yang menyelesaikannya", "Commands that settle them"))
            .col("command", ("Perintah", "Command"), |debt| {
                Value::Text(debt.command.clone())
            });
        let commands = Table {
            style: Style::List,
            ..commands.table().detail()
        };
        Section {
            tables: vec![self.known_from(self.looks_back(), &[], list.table()), commands],
            notes: vec![pen.method("owed", Text::NoteOwed)],
            ..pen.section(
                "owed",
                (
                    "Evaluasi penerapan dan dampak yang ditunggu",
                    "Evaluations after programmes that are owed",
                ),
            )
        }
    }

    /// How a programme is applied at work: too few of those asked have told.
    fn of_application(&self, one: &Unapplied) -> Debt {
        let (codes, names): (Vec<&str>, Vec<String>) = one
            .lacking
            .iter()
            .map(|role| (role.code(), self.pen.say(role.phrase())))
            .unzip();
        Debt {
            training: Value::Key {
                key: one.id.clone(),
                label: one.title.clone(),
            },
            kind: self.pen.key(
                "application",
                ("penerapan di tempat kerja", "application at work"),
            ),
            since: one.due,
            whom: Value::Key {
                key: codes.join(" "),
                label: names.join(", "),
            },
            command: format!(
                "bina form {} --for {} -o reports/private/{}.xlsx",
                one.questionnaire, one.id, one.questionnaire
            ),
        }
    }

    /// What the public notices: it has not improved, and nobody opened a further evaluation.
    fn of_impact(&self, one: &ProgrammeImpact) -> Debt {
        let units = &one.figures.audience.participating;
        let codes: Vec<&str> = units
            .iter()
            .map(|&unit| &*self.who.units.codes[unit as usize])
            .collect();
        Debt {
            training: super::training(one),
            kind: self
                .pen
                .key("impact", ("dampak pada pelayanan", "impact on service")),
            since: one.figures.windows.closed(),
            whom: Value::Key {
                key: codes.join(" "),
                label: match units.len() {
                    few if few <= NAMED => self.unit_names(units),
                    many => self.pen.say(Text::SomeUnits { count: many as u64 }),
                },
            },
            command: self.command(one),
        }
    }
}
