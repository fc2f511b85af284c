//! The public's complaints, what participants say of programmes, and how answers are read.

use super::complaints;
use super::reading::Archive;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::csv::RawRow;
use crate::files::leads::Leads;
use crate::load::{self, Survey};
use crate::measure::complaints::Complaints;
use crate::measure::completeness::{Completeness, Requirement, needs_class};
use crate::measure::feedback::{Answer, ChoiceItem, Feedback, Form, ScaleItem};
use crate::measure::judged::Guard;
use crate::measure::movement::Movements;
use crate::measure::programmes::Programme;
use crate::measure::trace::{Source, Trace};
use crate::measure::unrolled::Unrolled;
use crate::records::cell::{Cell, MonthOrDay, TrainingId};
use crate::records::code::Mode;
use crate::records::people::{People, Units};
use crate::records::questionnaire::Questionnaire;
use crate::records::table::Schema;
use crate::records::time::{Month, Period};
use crate::words::problem::Problem;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Reads complaints into the measures of the period, of that before and of what happened: all that were ever
/// received, because what is open stays open however old it is.
pub(super) fn read_complaints(
    archive: &Archive<'_>,
    known: (&People, &Units),
    (now, before, movements): (&mut Complaints<'_>, &mut Complaints<'_>, &mut Movements<'_>),
    months: &[Month],
    findings: &mut Findings,
    trace: &mut Trace,
) -> Completeness {
    let mut completeness = Completeness::default();
    let (mut repeats, period) = (Leads::default(), archive.period);
    for received in months {
        complaints::read(archive, known, *received, findings, |course| {
            let row = course.complaint;
            movements.add(course, trace);
            repeats.row(row.id.text(), row.duplicate_of.map(|of| of.text()));
            now.add(course, trace);
            // What rests on a complaint is the report of its time, and each while it is open.
            if needs_class(course, period) {
                let is_complete =
                    course.class(period.to_month_end().last_day()).is_some() && course.unit.is_some();
                completeness.add(
                    Requirement::Complaints,
                    Source::Row(course.origin),
                    is_complete,
                    trace,
                );
            }
            if *received < period.first_month() {
                before.add(course, &mut Trace::silent());
            }
        });
    }
    if repeats.is_doubtful() {
        findings.doubt();
    }
    completeness
}

/// Reads the answers about the programmes of the month, month by month on so many threads; gives the ids of all
/// programmes about which enough answered a form that it can be shown.
pub(super) fn read_feedback(
    directory: &Directory,
    (surveys, forms): (&[Survey], &[Form]),
    (programmes, unrolled): (&mut [Programme], &[Unrolled]),
    (first, period): (Month, Period),
    threads: usize,
    findings: &mut Findings,
    trace: &mut Trace,
) -> HashSet<String> {
    let is_self_paced = |programme: &Programme| programme.training.mode == Mode::SelfPaced;
    let numbered = programmes.iter().enumerate();
    let numbers: HashMap<String, (usize, bool)> = numbered
        .map(|(number, programme)| (programme.id.clone(), (number, is_self_paced(programme))))
        .collect();
    let list: Vec<Month> = first.to(period.last_month()).collect();
    let (asked, forked) = (&*programmes, trace.fork());
    let read = crate::queue::run(threads, list.len(), |number| {
        let (answered, mut findings, mut trace) = (list[number], Findings::new(), forked.fork());
        let subjects = RefCell::new(vec![HashMap::<String, u64>::new(); forms.len()]);
        let mut is_odd = false;
        let mut feedback: HashMap<(usize, usize), Feedback> = HashMap::new();
        // Of a self-paced programme the period's answers count, as its completions do.
        let find = |subject: &str, answered: Month, form: Option<usize>| {
            let mut subjects = subjects.borrow_mut();
            if let Some(counts) = form.map(|form| &mut subjects[form]) {
                match counts.get_mut(subject) {
                    Some(count) => *count += 1,
                    None => drop(counts.insert(subject.to_owned(), 1)),
                }
            }
            let &(number, is_self_paced) = numbers.get(subject)?;
            (!is_self_paced || period.holds(answered.first())).then_some(number)
        };
        let (with, answered) = ((surveys, forms), (answered, answered));
        read_forms(directory, with, answered, &mut findings, find, |heard| {
            let of = (heard.number, heard.form);
            heard.enter(forms, feedback.entry(of).or_default());
            let (programme, form) = (&asked[heard.number], (heard.form, &forms[heard.form]));
            let instructors = &programme.training.instructor;
            let place = |key: &str| instructors.iter().position(|one| &*one.key.value == key);
            let instructor = place(heard.answer.instructor);
            is_odd |= instructor.is_none() && !heard.answer.instructor.is_empty();
            heard
                .answer
                .tell(form, programme.figure(), instructor, &mut trace);
        });
        if is_odd {
            findings.doubt();
        }
        (feedback, subjects.into_inner(), findings, trace)
    });
    for programme in programmes.iter_mut() {
        programme.feedback = vec![Feedback::default(); forms.len()];
    }
    let mut counts = vec![HashMap::<String, u64>::new(); forms.len()];
    for (feedback, subjects, found, told) in read {
        for ((number, form), feedback) in feedback {
            programmes[number].feedback[form].merge(feedback);
        }
        for (all, own) in counts.iter_mut().zip(subjects) {
            own.into_iter()
                .for_each(|(subject, count)| *all.entry(subject).or_default() += count);
        }
        findings.append(found);
        trace.join(told);
    }
    // Somebody answered about a programme of which nobody is on record.
    let mut unrolled = unrolled.iter();
    let is_torn = unrolled.any(|one| counts.iter().any(|counts| counts.contains_key(&one.id)));
    if is_torn || !are_documented(directory, &counts, findings) {
        findings.doubt();
    }
    enough(forms, counts)
}

/// Whether every programme of the office that was answered about has its document, which is not opened.
fn are_documented(directory: &Directory, counts: &[HashMap<String, u64>], findings: &mut Findings) -> bool {
    let subjects: BTreeSet<&str> = counts.iter().flat_map(HashMap::keys).map(|id| &**id).collect();
    let own = subjects.into_iter().filter_map(|id| id.split_once('/'));
    let mut own = own.filter(|(month, _)| Month::parse(month).is_some());
    let mut listed = ("", Vec::new());
    own.all(|(month, slug)| {
        if listed.0 != month {
            listed = (
                month,
                load::names(directory, &format!("trainings/{month}"), ".toml", findings),
            );
        }
        listed.1.iter().any(|name| name == slug)
    })
}

/// The programmes about which enough answered a form, of how many answers each form has about which programme.
fn enough(forms: &[Form], counts: Vec<HashMap<String, u64>>) -> HashSet<String> {
    let mut out = HashSet::new();
    for (form, counts) in forms.iter().zip(counts) {
        let enough = counts
            .into_iter()
            .filter(|(_, count)| form.guard.is_enough(*count));
        out.extend(enough.map(|(subject, _)| subject));
    }
    out
}

/// An answer of a participant about a programme that is looked for.
pub(super) struct Response<'h> {
    /// The number of the programme.
    pub(super) number: usize,
    /// The number of the form.
    pub(super) form: usize,
    /// The answer.
    pub(super) answer: Answer<'h>,
}

impl Response<'_> {
    /// Enters the answer into the feedback of its programme and form.
    pub(super) fn enter(&self, forms: &[Form], feedback: &mut Feedback) {
        feedback.add(&forms[self.form], &self.answer);
    }
}

/// Reads the answers of participants given in some months; `find` numbers the programmes that are looked for, and hears
/// which form was filled in: a blank one is no answer.
pub(super) fn read_forms(
    directory: &Directory,
    (surveys, forms): (&[Survey], &[Form]),
    months: (Month, Month),
    findings: &mut Findings,
    find: impl Fn(&str, Month, Option<usize>) -> Option<usize>,
    mut each: impl FnMut(Response<'_>),
) {
    for (number, form) in forms.iter().enumerate() {
        let Some(survey) = surveys.iter().find(|survey| survey.code == form.code) else {
            continue;
        };
        for answered in months.0.to(months.1) {
            read_answers(directory, &survey.table, answered, findings, |row, findings| {
                let subject = row.cells.get(form.subject);
                let is_blank = |item: &ScaleItem| row.cells.get(item.column).is_empty();
                let form_of = Some(number).filter(|_| !form.items.iter().all(is_blank));
                let Some(programme) = find(subject, answered, form_of) else {
                    // Only the form of the id is checked: programmes of other months are not opened.
                    if let Err(problem) = <TrainingId as Cell>::parse(subject) {
                        findings.error(row.cell_origin(form.subject), *problem);
                    }
                    return;
                };
                let items = form.items.iter();
                let scores: Vec<Option<i64>> = items.map(|item| score(row, Some(item.column))).collect();
                let words: Vec<&str> = form.words.iter().map(|column| row.cells.get(*column)).collect();
                each(Response {
                    number: programme,
                    form: number,
                    answer: Answer {
                        origin: row.origin,
                        scores: &scores,
                        instructor: form.instructor.map_or("", |column| row.cells.get(column)),
                        words: &words,
                        chosen: &chosen(row, form),
                    },
                });
            });
        }
    }
}

/// Reads one month of a responses table; rows with a bad cell or of another month are told and left out.
pub(super) fn read_answers(
    directory: &Directory,
    table: &Schema,
    answered: Month,
    findings: &mut Findings,
    mut each: impl FnMut(&RawRow<'_>, &mut Findings),
) {
    let name = table.file(&answered.to_string());
    directory.scan(table, &name, findings, |row, findings| {
        if !row.check(findings) {
            return;
        }
        match MonthOrDay::parse(row.cells.get(Questionnaire::DATE)) {
            Ok(date) if date.month == answered => each(row, findings),
            _ => {
                let problem = Problem::PartitionWrong {
                    value: row.cells.get(Questionnaire::DATE).to_owned(),
                    file: name.clone(),
                };
                findings.error(row.cell_origin(Questionnaire::DATE), problem);
            }
        }
    });
}

/// The score in a checked cell; `None` when not answered.
#[inline]
pub(super) fn score(row: &RawRow<'_>, column: Option<usize>) -> Option<i64> {
    match row.cells.get(column?).as_bytes() {
        [digit @ b'0'..=b'9'] => Some(i64::from(digit - b'0')),
        text => std::str::from_utf8(text).ok()?.parse().ok(),
    }
}

/// What was chosen of each question with choices of a form.
pub(super) fn chosen(row: &RawRow<'_>, form: &Form) -> Vec<Option<usize>> {
    let choice = |item: &ChoiceItem| {
        let text = row.cells.get(item.column);
        item.choices.iter().position(|choice| choice == text)
    };
    form.choices.iter().map(choice).collect()
}

/// The form of a questionnaire that participants answer about their programme.
pub(super) fn form(survey: &Survey, guard: Guard) -> Option<Form> {
    let is_feedback = survey.questionnaire.is_participant_feedback();
    is_feedback.then(|| Form::new(&survey.code, &survey.questionnaire, &survey.table, guard))
}
