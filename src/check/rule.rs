//! What a rule is: a name, how grave it is, what it means, and what it looks at.

use super::dossier::{
    AnswerBatches, AnswerRow, Dossier, ForumDocument, PlanDocument, RowCell, TableFile, TrainingDocument,
};
use super::programme::Roll;
use super::register::Register;
use super::remarks::{Notebook, Remarks};
use crate::diagnostic::{Findings, Origin, Severity};
use crate::files::csv::RawRow;
use crate::load::Survey;
use crate::records::competence::{Mentoring, Standard};
use crate::records::complaint::{Complaint, Handling};
use crate::records::course::Course;
use crate::records::organisation::{Contract, Posting, Staff};
use crate::records::performance::Evaluation;
use crate::records::service::Indicator;
use crate::records::settings::Settings;
use crate::records::table::{Row, Schema};
use crate::records::taking_part::{Attendance, Participation};
use crate::words::{Lang, Phrase};

/// A named rule of `check`. All rules always run; the list of them is its documentation.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its stable name, which is also the code of what it tells, unless it stands for several codes of reading.
    pub name: &'static str,
    /// How grave a breach is.
    pub severity: Severity,
    meaning: Phrase,
    pub(super) looks: &'static [Look],
}

impl Rule {
    /// A rule whose breach is wrong for certain.
    pub(super) const fn error(
        name: &'static str,
        id: &'static str,
        en: &'static str,
        looks: &'static [Look],
    ) -> Rule {
        Rule {
            name,
            severity: Severity::Error,
            meaning: Phrase { id, en },
            looks,
        }
    }

    /// A rule whose breach is incomplete or odd.
    pub(super) const fn warning(
        name: &'static str,
        id: &'static str,
        en: &'static str,
        looks: &'static [Look],
    ) -> Rule {
        Rule {
            severity: Severity::Warning,
            ..Rule::error(name, id, en, looks)
        }
    }

    /// What it has to say about the row or document at `origin`, noted with what others say.
    pub(super) fn remarks<'n>(&self, origin: Origin, notebook: &'n mut Notebook) -> Remarks<'n> {
        Remarks::new(self.name, self.severity, origin, notebook)
    }

    /// What must hold, in `lang`.
    pub fn meaning(&self, lang: Lang) -> &'static str {
        self.meaning.get(lang)
    }

    /// The codes that it tells.
    pub fn codes(&self) -> Vec<&'static str> {
        match self.looks {
            [Look::Reading(_, codes)] => codes.to_vec(),
            _ => vec![self.name],
        }
    }

    /// The tables and documents that it looks at, by name; `*` is every table.
    pub fn about(&self) -> Vec<&'static str> {
        self.looks.iter().map(Look::about).collect()
    }
}

/// Whether a rule about cells looks at a column of a table.
type Chooses = fn(&Schema, usize) -> bool;

/// Shows one row of a file to the rules about its table, and tells its bad cells.
pub(super) type RowJudge = Box<dyn Fn(&RawRow<'_>, &Dossier<'_>, &mut Notebook, &mut Findings)>;

/// The functions of all rules that look at one kind of thing, each with its rule.
pub(super) fn chosen<T>(
    rules: impl Iterator<Item = &'static Rule>,
    pick: impl Fn(&'static Look) -> Option<T>,
) -> impl Iterator<Item = (&'static Rule, T)> {
    let pairs = rules.flat_map(|rule| rule.looks.iter().map(move |look| (rule, look)));
    pairs.filter_map(move |(rule, look)| pick(look).map(|judge| (rule, judge)))
}

/// Looks at the rows of a table for what one row shows by itself: the column, the problem with what it tells of the row,
/// and when it is there.
macro_rules! flaw {
    ($row_type:ident: $column:literal $problem:ident $({ $($told:ident: $value:expr),* })? if |$row:ident| $is_there:expr) => {
        $crate::check::rule::Look::$row_type(|$row, _, remarks| {
            if $is_there {
                let problem = $crate::words::problem::Problem::$problem $({ $($told: $value.to_string()),* })?;
                remarks.cell($column, problem);
            }
        })
    };
}
pub(super) use flaw;

/// Declares what rules look at. Of a table in the list every row is shown typed; a new table is one more line.
macro_rules! looks {
    ($($row:ident),* $(,)?) => {
        /// What a rule looks at, with its function.
        #[derive(Clone, Copy, Debug)]
        pub(super) enum Look {
            /// Told while the files are read: of what, and with which codes.
            Reading(&'static str, &'static [&'static str]),
            /// The whole directory, once.
            Office(fn(&Register<'_>, &mut Remarks<'_>)),
            /// The settings of the office, when they can be read.
            Settings(fn(&Settings, &Register<'_>, &mut Remarks<'_>)),
            /// Each questionnaire, without its answers.
            Survey(fn(&Survey, &Register<'_>, &mut Remarks<'_>)),
            /// Each training document that can be read.
            Training(fn(&TrainingDocument<'_>, &Register<'_>, &mut Remarks<'_>)),
            /// Each forum or consultation.
            Forum(fn(&ForumDocument<'_>, &Register<'_>, &mut Remarks<'_>)),
            /// The plan of each year.
            Plan(fn(&PlanDocument<'_>, &Register<'_>, &mut Remarks<'_>)),
            /// Each file of each table.
            File(fn(&TableFile<'_>, &Register<'_>, &mut Remarks<'_>)),
            /// Each cell that is filled, of the columns that it chooses by their declaration.
            Cell(Chooses, fn(&RowCell<'_>, &Dossier<'_>, &mut Remarks<'_>)),
            /// All participants of one programme, when their month was read.
            Roll(fn(&Roll, &Dossier<'_>, &mut Remarks<'_>)),
            /// Each complaint with the steps of its handling.
            Course(fn(&Course<'_>, &Dossier<'_>, &mut Remarks<'_>)),
            /// Each answer to a questionnaire.
            Answer(fn(&AnswerRow<'_>, &Dossier<'_>, &mut Remarks<'_>)),
            /// All answers of a month to a questionnaire.
            Answers(fn(&AnswerBatches<'_>, &Dossier<'_>, &mut Remarks<'_>)),
            $(
                /// Each row of this table.
                $row(fn(&$row<'_>, &Dossier<'_>, &mut Remarks<'_>)),
            )*
        }

        impl Look {
            /// The name of what is looked at.
            fn about(&self) -> &'static str {
                match self {
                    Look::Reading(what, _) => what,
                    Look::Office(_) => "directory",
                    Look::Settings(_) => "bina.toml",
                    Look::Survey(_) => "questionnaires",
                    Look::Training(_) => "trainings",
                    Look::Forum(_) => "forums",
                    Look::Plan(_) => "plans",
                    Look::File(_) | Look::Cell(..) => "*",
                    Look::Roll(_) => "participation",
                    Look::Course(_) => "handling",
                    Look::Answer(_) | Look::Answers(_) => "responses",
                    $( Look::$row(_) => &$row::table().name, )*
                }
            }
        }

        /// What shows the rows of a table to the rules about it; without such rules only the cells are checked.
        pub(super) fn row_judge(rules: impl Iterator<Item = &'static Rule>, table: &Schema) -> RowJudge {
            $( if table.name == $row::table().name {
                let judges: Vec<_> = chosen(rules, |look| match look {
                    Look::$row(judge) => Some(*judge),
                    _ => None,
                }).collect();
                return Box::new(move |raw, dossier, notebook, findings| {
                    let Some(row) = raw.read::<$row<'_>>(findings) else { return };
                    for (rule, judge) in &judges {
                        judge(&row, dossier, &mut rule.remarks(raw.origin, notebook));
                    }
                });
            } )*
            Box::new(|raw, _, _, findings| {
                raw.check(findings);
            })
        }
    };
}

looks!(
    Staff,
    Posting,
    Contract,
    Standard,
    Mentoring,
    Participation,
    Attendance,
    Evaluation,
    Complaint,
    Handling,
    Indicator,
);
