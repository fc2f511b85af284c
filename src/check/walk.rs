//! The walk over all files: each is read once, and every row is shown to the rules about it.
//!
//! Files are independent of each other, so several threads share a queue of them. What refers to a row of
//! another month is noted and looked up at the end.

use super::context::Context;
use super::layout;
use super::papers;
use super::programme::{Programmes, Rolls};
use super::rule::{Look, RowJudge, Rule, chosen, row_judge};
use super::scene::{Answer, Answers, CellSeen, File, Scene};
use super::told::{Notes, Told};
use super::wanted;
use crate::diagnostic::{Findings, Origin};
use crate::files::csv::RawRow;
use crate::load::Survey;
use crate::records::TABLES;
use crate::records::table::{Cut, Table};
use crate::records::taking_part::{attendance, participation};
use crate::records::time::Month;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// From how many files on a second thread pays.
const MANY: usize = 32;

/// The most threads that share the work: reading is soon bound by memory.
const THREADS: usize = 8;

/// A part of the work that needs nothing of the others.
#[derive(Clone, Debug)]
enum Job<'c> {
    /// One file of a table.
    File(&'static Table, String),
    /// The programmes of a month, with who took part and was present.
    Programmes(String),
    /// The forums and consultations of a month.
    Forums(String),
    /// The plan of a year.
    Plan(i32),
    /// The answers of a month to a questionnaire.
    Answers(&'c Survey, String),
}

impl Job<'_> {
    /// What the names of the files that it reads begin with.
    fn reads(&self) -> Vec<String> {
        match self {
            Job::File(table, partition) => vec![table.file(partition)],
            Job::Programmes(month) => vec![
                format!("trainings/{month}/"),
                participation.file(month),
                attendance.file(month),
            ],
            Job::Forums(month) => vec![format!("forums/{month}/")],
            Job::Plan(year) => vec![format!("plans/{year}.toml")],
            Job::Answers(survey, month) => vec![survey.table.file(month)],
        }
    }
}

/// What a job found.
#[derive(Debug, Default)]
struct Done {
    findings: Findings,
    notes: Notes,
}

/// Checks the directory, or of the tables that are cut by month or period only the months from `first` to `last`.
pub(super) fn run(context: &Context<'_>, months: Option<(Month, Month)>, findings: &mut Findings) {
    documents(context, findings);
    let jobs = jobs(context, months, findings);
    run_jobs(context, &jobs, findings);
}

/// Checks the settings, the questionnaires and some files by name.
pub(super) fn run_files(context: &Context<'_>, names: &BTreeSet<String>, findings: &mut Findings) {
    documents(context, findings);
    let mut jobs = jobs(context, None, findings);
    jobs.retain(|job| {
        job.reads()
            .iter()
            .any(|start| names.iter().any(|name| name.starts_with(start)))
    });
    run_jobs(context, &jobs, findings);
}

fn run_jobs(context: &Context<'_>, jobs: &[Job<'_>], findings: &mut Findings) {
    let mut wanted = Vec::new();
    for mut done in share(jobs, |job| run_job(context, job)) {
        wanted.append(&mut done.notes.wanted);
        findings.append(done.findings);
    }
    wanted::resolve(context, wanted, findings);
}

/// The rules about the directory, the settings and the questionnaires.
fn documents(context: &Context<'_>, findings: &mut Findings) {
    let mut notes = Notes::default();
    for rule in super::RULES {
        for look in rule.looks {
            let mut told = Told::new(rule, Origin::NOWHERE, &mut notes);
            match look {
                Look::Office(judge) => judge(context, &mut told),
                Look::Settings(judge) => {
                    let settings = context.settings.iter();
                    settings.for_each(|settings| judge(settings, context, &mut told));
                }
                Look::Survey(judge) => context.surveys.iter().for_each(|survey| judge(survey, &mut told)),
                _ => {}
            }
        }
    }
    notes.flush(findings);
}

/// Everything there is to read, in the order of the format page.
fn jobs<'c>(
    context: &'c Context<'c>,
    months: Option<(Month, Month)>,
    findings: &mut Findings,
) -> Vec<Job<'c>> {
    let within = |partition: &String| layout::is_within(partition, months);
    let mut jobs = Vec::new();
    let apart = [&*participation.name, &*attendance.name];
    for table in TABLES.iter().filter(|table| !apart.contains(&&*table.name)) {
        match table.cut {
            Cut::Whole => jobs.push(Job::File(table, String::new())),
            Cut::Month | Cut::Period => {
                let partitions = layout::partitions(context, &table.path, table.cut, findings).into_iter();
                jobs.extend(
                    partitions
                        .filter(within)
                        .map(|partition| Job::File(table, partition)),
                );
            }
        }
    }
    let programmes = layout::programme_months(context, findings).into_iter();
    jobs.extend(programmes.filter(within).map(Job::Programmes));
    let forums = layout::forum_months(context, findings).into_iter();
    jobs.extend(forums.filter(within).map(Job::Forums));
    jobs.extend(context.plans.keys().map(|year| Job::Plan(*year)));
    for survey in &context.surveys {
        let partitions = layout::partitions(context, &survey.table.path, Cut::Month, findings).into_iter();
        jobs.extend(
            partitions
                .filter(within)
                .map(|partition| Job::Answers(survey, partition)),
        );
    }
    jobs
}

/// Does every job, in several threads where there are many; the results come in the order of the jobs.
fn share<J: Sync>(jobs: &[J], work: impl Fn(&J) -> Done + Sync) -> Vec<Done> {
    let threads = match jobs.len() {
        0..MANY => 1,
        _ => thread::available_parallelism().map_or(1, |n| n.get().min(THREADS)),
    };
    if threads == 1 {
        return jobs.iter().map(work).collect();
    }
    let (next, results) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(index) else { return };
                    let done = (index, work(job));
                    results
                        .lock()
                        .unwrap_or_else(|poisoned| poisoned.into_inner())
                        .push(done);
                }
            });
        }
    });
    let mut results = results
        .into_inner()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, done)| done).collect()
}

fn run_job(context: &Context<'_>, job: &Job<'_>) -> Done {
    let mut done = Done::default();
    let programmes = Programmes::new(context);
    match job {
        Job::File(table, partition) => {
            let reading = Reading::new(context, table, partition);
            reading.run(&programmes, &Rolls::default(), &mut done, |_, _, _| ());
        }
        Job::Programmes(month) => run_month(context, month, &programmes, &mut done),
        Job::Forums(month) => papers::forums(context, month, &mut done.notes, &mut done.findings),
        Job::Plan(year) => papers::plan(context, *year, &mut done.notes, &mut done.findings),
        Job::Answers(survey, month) => run_answers(context, survey, month, &programmes, &mut done),
    }
    done
}

/// The programmes of a month: the documents, who took part, who was present, and then each programme as a whole.
fn run_month(context: &Context<'_>, month: &str, programmes: &Programmes<'_>, done: &mut Done) {
    let folder = format!("trainings/{month}");
    for slug in crate::load::names(context.directory, &folder, ".toml", &mut done.findings) {
        let id = format!("{month}/{slug}");
        programmes.add(
            &id,
            papers::training(context, &id, &mut done.notes, &mut done.findings),
        );
    }

    let rolls = Rolls::read(month, programmes);
    let taking_part = Reading::new(context, &participation, month);
    taking_part.run(programmes, &rolls, done, |_, _, _| ());
    Reading::new(context, &attendance, month).run(programmes, &rolls, done, |_, _, _| ());

    let scene = Scene {
        context,
        file: &taking_part.file,
        programmes,
        rolls: &rolls,
    };
    for roll in rolls.by_programme.values() {
        for (rule, judge) in chosen(|look| {
            if let Look::Roll(judge) = look {
                Some(*judge)
            } else {
                None
            }
        }) {
            judge(roll, &scene, &mut Told::new(rule, roll.origin, &mut done.notes));
        }
    }
    done.notes.flush(&mut done.findings);
}

/// The answers of a month, one by one and then together.
fn run_answers(
    context: &Context<'_>,
    survey: &Survey,
    month: &str,
    programmes: &Programmes<'_>,
    done: &mut Done,
) {
    let (rolls, batches) = (Rolls::default(), BTreeMap::new());
    let mut answers = Answers { survey, batches };
    let judges: Vec<_> = chosen(|look| {
        if let Look::Answer(judge) = look {
            Some(*judge)
        } else {
            None
        }
    })
    .collect();
    let reading = Reading::new(context, &survey.table, month);
    reading.run(programmes, &rolls, done, |row, scene, notes| {
        if row.is_broken() {
            return;
        }
        let answer = Answer { survey, row };
        answers.count(&answer);
        for (rule, judge) in &judges {
            judge(&answer, scene, &mut Told::new(rule, row.origin, notes));
        }
    });

    let scene = Scene {
        context,
        file: &reading.file,
        programmes,
        rolls: &rolls,
    };
    for (rule, judge) in chosen(|look| {
        if let Look::Answers(judge) = look {
            Some(*judge)
        } else {
            None
        }
    }) {
        let origin = context.whole(&reading.file.name);
        judge(&answers, &scene, &mut Told::new(rule, origin, &mut done.notes));
    }
    done.notes.flush(&mut done.findings);
}

/// A rule about cells, with its function.
type CellJudge = (&'static Rule, fn(&CellSeen<'_>, &Scene<'_>, &mut Told<'_>));

/// One file of a table, with the rules about its rows and cells.
struct Reading<'c> {
    context: &'c Context<'c>,
    file: File<'c>,
    judge: RowJudge,
    /// The columns that rules about cells chose.
    cells: Vec<(usize, CellJudge)>,
}

impl<'c> Reading<'c> {
    fn new(context: &'c Context<'c>, table: &'c Table, partition: &'c str) -> Reading<'c> {
        let mut cells = Vec::new();
        for index in 0..table.columns.len() {
            cells.extend(
                chosen(|look| match look {
                    Look::Cell(chooses, judge) if chooses(table, index) => Some(*judge),
                    _ => None,
                })
                .map(|judge| (index, judge)),
            );
        }
        let name = table.file(partition);
        let file = File {
            table,
            partition,
            name,
        };
        Reading {
            context,
            file,
            judge: row_judge(table),
            cells,
        }
    }

    /// Reads the file; `each` is shown every row besides. A file that is not there says nothing.
    fn run(
        &self,
        programmes: &Programmes<'_>,
        rolls: &Rolls,
        done: &mut Done,
        mut each: impl FnMut(&RawRow<'_>, &Scene<'_>, &mut Notes),
    ) {
        let (context, file) = (self.context, &self.file);
        let Done { findings, notes } = done;
        let before = findings.errors();
        let scene = Scene {
            context,
            file,
            programmes,
            rolls,
        };
        let scanned = context
            .directory
            .scan(file.table, &file.name, findings, |raw, findings| {
                (self.judge)(raw, &scene, notes, findings);
                self.judge_cells(raw, &scene, notes);
                each(raw, &scene, notes);
            });
        // The form of a file that cannot be read as it stands is no matter yet.
        if scanned.is_some() && findings.errors() == before {
            self.judge_file(notes);
        }
        notes.flush(findings);
    }

    fn judge_cells(&self, raw: &RawRow<'_>, scene: &Scene<'_>, notes: &mut Notes) {
        if raw.is_broken() {
            return;
        }
        for (index, (rule, judge)) in &self.cells {
            if let Some(cell) = CellSeen::of(self.file.table, *index, raw) {
                judge(&cell, scene, &mut Told::new(rule, raw.origin, notes));
            }
        }
    }

    fn judge_file(&self, notes: &mut Notes) {
        let origin = self.context.whole(&self.file.name);
        for (rule, judge) in chosen(|look| {
            if let Look::File(judge) = look {
                Some(*judge)
            } else {
                None
            }
        }) {
            judge(&self.file, self.context, &mut Told::new(rule, origin, notes));
        }
    }
}
