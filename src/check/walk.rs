//! The walk over all files: each is read once, and every row is shown to the rules about it.
//!
//! Files are independent of each other, so several threads share a queue of them. What refers to a row of
//! another month is noted and looked up at the end.

use super::absent::{self, Absent};
use super::dossier::{AnswerBatches, AnswerRow, Dossier, RowCell, TableFile};
use super::jobs::{Job, jobs, share};
use super::list::{judges, rules};
use super::lookup;
use super::papers;
use super::programme::{Programmes, Rolls};
use super::register::Register;
use super::remarks::{Notebook, Remarks};
use super::rule::{Look, RowJudge, Rule, chosen, row_judge};
use super::spelling;
use crate::diagnostic::{Findings, Origin};
use crate::files::csv::RawRow;
use crate::load::{self, Survey};
use crate::records::complaint::{complaints, handling};
use crate::records::course::Course;
use crate::records::table::Schema;
use crate::records::taking_part::{attendance, participation};
use crate::records::time::Month;
use crate::words::grounds::Grounds;
use std::collections::BTreeSet;

/// What a job found.
#[derive(Debug, Default)]
struct JobFindings {
    findings: Findings,
    notebook: Notebook,
}

/// Checks the directory, or of the tables that are cut by month or period only the months from `first` to `last`.
pub(super) fn run(register: &Register<'_>, months: Option<(Month, Month)>, findings: &mut Findings) {
    let absent = documents(register, findings);
    let jobs = jobs(register, months, findings);
    run_jobs(register, &jobs, absent, findings).tell(register.directory, |_| true, findings);
}

/// Checks the settings, the questionnaires and some files by name; what they name that is not there.
pub(super) fn run_files(
    register: &Register<'_>,
    names: &BTreeSet<String>,
    findings: &mut Findings,
) -> Absent {
    let absent = documents(register, findings);
    let mut jobs = jobs(register, None, findings);
    jobs.retain(|job| {
        job.reads()
            .iter()
            .any(|start| names.iter().any(|name| name.starts_with(start)))
    });
    run_jobs(register, &jobs, absent, findings)
}

/// Does the jobs; gives what is named and not there.
fn run_jobs(
    register: &Register<'_>,
    jobs: &[Job<'_>],
    mut absent: Absent,
    findings: &mut Findings,
) -> Absent {
    let (mut lookups, mut counts, mut sightings) = (Vec::new(), Vec::new(), Vec::new());
    let (mut wordings, mut answered) = (Vec::new(), Vec::new());
    for mut done in share(jobs, |job| run_job(register, job)) {
        absent.merge(done.notebook.absent);
        lookups.append(&mut done.notebook.lookups);
        counts.append(&mut done.notebook.counts);
        sightings.append(&mut done.notebook.sightings);
        wordings.append(&mut done.notebook.wordings);
        answered.append(&mut done.notebook.answered);
        findings.append(done.findings);
    }
    lookup::resolve(register.directory, lookups, &mut absent, findings);
    let mut enrolments = lookup::Enrolments::new(register.directory);
    lookup::miss_rolls(&mut enrolments, answered, &mut absent);
    lookup::compare(&mut enrolments, counts, findings);
    lookup::tell_twins(register.directory, sightings, findings);
    spelling::tell_alike(register.directory, wordings, findings);
    absent.note_lists(register);
    absent
}

/// The rules about the directory, the settings and the questionnaires; what they name that is not there.
fn documents(register: &Register<'_>, findings: &mut Findings) -> Absent {
    let mut notebook = Notebook::default();
    for rule in rules() {
        for look in rule.looks {
            let mut remarks = rule.remarks(Origin::NOWHERE, &mut notebook);
            match look {
                Look::Office(judge) => judge(register, &mut remarks),
                Look::Settings(judge) => {
                    let settings = register.settings.iter();
                    settings.for_each(|settings| judge(settings, register, &mut remarks));
                }
                Look::Survey(judge) => register
                    .surveys
                    .iter()
                    .for_each(|survey| judge(survey, register, &mut remarks)),
                _ => {}
            }
        }
    }
    notebook.flush(findings);
    notebook.absent
}

fn run_job(register: &Register<'_>, job: &Job<'_>) -> JobFindings {
    let mut done = JobFindings::default();
    let programmes = Programmes::new(register);
    match job {
        Job::File(table, partition) => {
            let reading = Inspection::new(register, table, partition);
            reading.run(&programmes, &Rolls::default(), &mut done, |_, _, _| ());
        }
        Job::Programmes(month) => run_month(register, month, &programmes, &mut done),
        Job::Complaints(month) => run_complaints(register, month, &programmes, &mut done),
        Job::Forums(month) => papers::forums(register, month, &mut done.notebook, &mut done.findings),
        Job::Plan(year) => papers::plan(register, *year, &mut done.notebook, &mut done.findings),
        Job::Answers(survey, month) => run_answers(register, survey, month, &programmes, &mut done),
    }
    done
}

/// The programmes of a month: the documents, who took part, who was present, and then each programme as a whole.
fn run_month(register: &Register<'_>, month: &str, programmes: &Programmes<'_>, done: &mut JobFindings) {
    let folder = format!("trainings/{month}");
    for slug in load::names(register.directory, &folder, ".toml", &mut done.findings) {
        let id = format!("{month}/{slug}");
        programmes.add(
            &id,
            papers::training(register, &id, &mut done.notebook, &mut done.findings),
        );
    }

    let rolls = Rolls::read(month, programmes);
    let taking_part = Inspection::new(register, &participation, month);
    taking_part.run(programmes, &rolls, done, |_, _, _| ());
    Inspection::new(register, &attendance, month).run(programmes, &rolls, done, |_, _, _| ());

    if let Some(training) = absent::closed(register.directory, &taking_part.file.name) {
        let file = taking_part.file.name.clone();
        done.notebook.absent.miss(file, Grounds::Closed { training });
    }
    let dossier = Dossier {
        register,
        file: &taking_part.file,
        programmes,
        rolls: &rolls,
    };
    for roll in rolls.by_programme.values() {
        for (rule, judge) in judges!(Roll) {
            judge(roll, &dossier, &mut rule.remarks(roll.origin, &mut done.notebook));
        }
    }
    done.notebook.flush(&mut done.findings);
}

/// The complaints of a month and the steps of their handling, each file and then each complaint as a whole.
fn run_complaints(register: &Register<'_>, month: &str, programmes: &Programmes<'_>, done: &mut JobFindings) {
    let rolls = Rolls::default();
    let received = Inspection::new(register, &complaints, month);
    received.run(programmes, &rolls, done, |_, _, _| ());
    Inspection::new(register, &handling, month).run(programmes, &rolls, done, |_, _, _| ());
    let Some(month) = Month::parse(month) else { return };
    let dossier = Dossier {
        register,
        file: &received.file,
        programmes,
        rolls: &rolls,
    };
    let (directory, notebook) = (register.directory, &mut done.notebook);
    let judges: Vec<_> = judges!(Course).collect();
    let nobody = |_: &RawRow<'_>, _, _: &mut Findings| None;
    let mut is_any = false;
    // What is wrong with a row by itself was told above.
    load::complaints_of(
        directory,
        month,
        &mut Findings::new(),
        nobody,
        |row, complaint, steps, _| {
            is_any = true;
            let course = Course {
                complaint,
                origin: row.origin,
                unit: None,
                first_handler: None,
                steps,
            };
            for (rule, judge) in &judges {
                judge(&course, &dossier, &mut rule.remarks(row.origin, notebook));
            }
        },
    );
    let steps = handling.file(&month.to_string());
    if is_any && !register.has(&steps) {
        let file = received.file.name.clone();
        notebook.absent.miss(steps, Grounds::Beside { file });
    }
    done.notebook.flush(&mut done.findings);
}

/// The answers of a month, one by one and then together.
fn run_answers(
    register: &Register<'_>,
    survey: &Survey,
    month: &str,
    programmes: &Programmes<'_>,
    done: &mut JobFindings,
) {
    let rolls = Rolls::default();
    let mut answers = AnswerBatches::new(survey);
    let judges: Vec<_> = judges!(Answer).collect();
    let reading = Inspection::new(register, &survey.table, month);
    reading.run(programmes, &rolls, done, |row, dossier, notebook| {
        if row.is_broken() {
            return;
        }
        let answer = AnswerRow { survey, row };
        answers.count(&answer);
        for (rule, judge) in &judges {
            judge(&answer, dossier, &mut rule.remarks(row.origin, notebook));
        }
    });

    let dossier = Dossier {
        register,
        file: &reading.file,
        programmes,
        rolls: &rolls,
    };
    for (rule, judge) in judges!(Answers) {
        let origin = register.whole(&reading.file.name);
        judge(&answers, &dossier, &mut rule.remarks(origin, &mut done.notebook));
    }
    done.notebook.flush(&mut done.findings);
}

/// A rule about cells, with its function.
type CellJudge = (&'static Rule, fn(&RowCell<'_>, &Dossier<'_>, &mut Remarks<'_>));

/// One file of a table, with the rules about its rows and cells.
struct Inspection<'c> {
    register: &'c Register<'c>,
    file: TableFile<'c>,
    judge: RowJudge,
    /// The columns that rules about cells chose.
    cells: Vec<(usize, CellJudge)>,
}

impl<'c> Inspection<'c> {
    fn new(register: &'c Register<'c>, table: &'c Schema, partition: &'c str) -> Inspection<'c> {
        let mut cells = Vec::new();
        for index in 0..table.columns.len() {
            cells.extend(
                chosen(rules(), |look| match look {
                    Look::Cell(chooses, judge) if chooses(table, index) => Some(*judge),
                    _ => None,
                })
                .map(|judge| (index, judge)),
            );
        }
        let name = table.file(partition);
        let file = TableFile {
            table,
            partition,
            name,
        };
        Inspection {
            register,
            file,
            judge: row_judge(rules(), table),
            cells,
        }
    }

    /// Reads the file; `each` is shown every row besides. A file that is not there says nothing.
    fn run(
        &self,
        programmes: &Programmes<'_>,
        rolls: &Rolls,
        done: &mut JobFindings,
        mut each: impl FnMut(&RawRow<'_>, &Dossier<'_>, &mut Notebook),
    ) {
        let (register, file) = (self.register, &self.file);
        let JobFindings { findings, notebook } = done;
        let before = findings.errors();
        let dossier = Dossier {
            register,
            file,
            programmes,
            rolls,
        };
        let scanned = register
            .directory
            .scan(file.table, &file.name, findings, |raw, findings| {
                (self.judge)(raw, &dossier, notebook, findings);
                self.judge_cells(raw, &dossier, notebook);
                each(raw, &dossier, notebook);
            });
        // The form of a file that cannot be read as it stands is no matter yet.
        if scanned.is_some() && findings.errors() == before {
            self.judge_file(notebook);
        }
        notebook.flush(findings);
    }

    fn judge_cells(&self, raw: &RawRow<'_>, dossier: &Dossier<'_>, notebook: &mut Notebook) {
        if raw.is_broken() {
            return;
        }
        for (index, (rule, judge)) in &self.cells {
            if let Some(cell) = RowCell::of(self.file.table, *index, raw) {
                judge(&cell, dossier, &mut rule.remarks(raw.origin, notebook));
            }
        }
    }

    fn judge_file(&self, notebook: &mut Notebook) {
        let origin = self.register.whole(&self.file.name);
        for (rule, judge) in judges!(File) {
            judge(&self.file, self.register, &mut rule.remarks(origin, notebook));
        }
    }
}
