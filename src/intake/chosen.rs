//! Which kind of list a file is: by its subject, by a name of a rule, or by the headings that it has.

use super::bound::{Bound, Target};
use super::dated;
use super::form::{self, ListForm};
use super::understood;
use crate::change::{Draft, Request};
use crate::records::cell::{Cell, TrainingId};
use crate::records::organisation::staff;
use crate::records::table;
use crate::records::taking_part::participation;
use crate::sheets::heading::{self, Region};
use crate::sheets::{SheetRow, Worksheet};
use crate::words::import::Unfit;
use std::collections::BTreeSet;

/// The kind of list that the sheets hold: the one whose headings are known best.
pub(super) fn choose(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    subject: Option<&str>,
    sheets: &[Worksheet],
) -> Option<ListForm> {
    rule_is_there(draft, request)?;
    let forms = form::forms(draft, request.get("rules"));
    let name = sheets
        .first()
        .map_or(String::new(), |sheet| sheet.file.to_string());
    let subjects = subjects(&forms);
    let about = request.get("for");
    let is_training = about.is_some_and(|id| TrainingId::parse(id).is_ok());
    let meant = meant(request, forms, (subject, is_training));
    let scored = meant.into_iter().map(|form| (score(&form, sheets.iter()), form));
    let mut scored: Vec<(Score, ListForm)> = scored.collect();
    // A rule stands before the plain names of its table, an office's own before those shipped.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(score.known));
    let best = scored.first().map_or(Score::default(), |(score, _)| *score);
    let most = scored.iter().map(|(score, _)| score.read).max().unwrap_or(0);
    let known = scored.first().map(|(_, form)| form.known()).unwrap_or_default();
    let least = match subject {
        Some(_) => 1,
        None if is_training => 2,
        None => 3,
    };
    if most < least {
        let (found, subjects) = (found(sheets.iter()), subjects.join(", "));
        let likely = if is_training { participation.one } else { staff.one }.to_owned();
        return draft.stop(
            "",
            unrecognised((name, found), subject, (known, subjects, likely)),
        );
    }
    // Who takes part in no programme that is named may be on another list that knows as many headings.
    let is_of_none =
        |form: &ListForm| is_list(form) && !is_training && !form.is_told(sheets, &["training", form::TITLE]);
    let is_other = |one: &(Score, ListForm)| one.0.known == best.known && !is_list(&one.1);
    if subject.is_none() && scored.iter().any(is_other) {
        scored.retain(|(score, form)| score.known < best.known || !is_of_none(form));
    }
    let (best, others): (Vec<_>, Vec<_>) = scored
        .into_iter()
        .partition(|(score, _)| score.known == best.known);
    let form = one_of(
        draft,
        best.into_iter().map(|(_, form)| form).collect(),
        (name, sheets),
    )?;
    refuse_others(draft, &form, &others, sheets);
    Some(form)
}

/// Whether a kind of list is one of participants.
fn is_list(form: &ListForm) -> bool {
    form.survey.is_none() && form.table().name == participation.name
}

/// The kinds of lists that may be meant, with the headings that were typed: those of a subject, else those of what the list
/// is said to be about.
fn meant(
    request: &Request<'_>,
    forms: Vec<ListForm>,
    (subject, is_training): (Option<&str>, bool),
) -> Vec<ListForm> {
    let about = request.get("for");
    // A list about one programme names it in vain.
    let is_of_titles = |form: &ListForm| about.is_some() && form.takes_titles();
    let is_period = !is_training && about.is_some_and(|text| dated::period(text).is_some());
    // Of a programme there are lists of its participants and of answers.
    let is_meant = |form: &ListForm| match subject {
        Some(subject) => form::is_subject(form, subject),
        None if is_period => !is_list(form),
        None => !is_training || form.survey.is_some() || is_list(form),
    };
    let meant = forms
        .into_iter()
        .filter(|form| is_meant(form) && !is_of_titles(form));
    meant.map(|form| form.with_headings(request)).collect()
}

/// Refuses a rule that is nowhere.
fn rule_is_there(draft: &mut Draft<'_>, request: &Request<'_>) -> Option<()> {
    if let Some(rule) = request.get("rules")
        && !form::rules(draft).iter().any(|known| known == rule)
    {
        let reason = form::rule_none(draft, rule);
        return draft.stop("--rules", reason);
    }
    Some(())
}

impl ListForm {
    /// Whether a column of a sheet, or what holds for every row, tells one of some columns of its table.
    pub(super) fn is_told(&self, sheets: &[Worksheet], columns: &[&str]) -> bool {
        let table = self.table();
        let is_it = |to: &Target| to.0 == table.name && columns.contains(&&*to.1);
        let knows = self.knows();
        let regions = sheets
            .iter()
            .flat_map(|sheet| heading::first_regions(sheet, &knows));
        let mut bound = regions.map(|region| self.bind(&region));
        let by_column = |bound: Bound| {
            let mut targets = bound
                .pairs
                .iter()
                .filter_map(|(_, at)| self.columns[*at].to.as_ref());
            targets.any(is_it)
        };
        self.constants.iter().any(|(to, _)| is_it(to)) || bound.any(by_column)
    }
}

/// What lists may be about: tables and questionnaires.
fn subjects(forms: &[ListForm]) -> Vec<String> {
    let of = |form: &ListForm| match &form.survey {
        Some(survey) => survey.code.clone(),
        None => form.subject.clone(),
    };
    let subjects: BTreeSet<String> = forms.iter().map(of).collect();
    subjects.into_iter().collect()
}

/// How well a kind of list knows a table on a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// How many of its columns it knows; one whose cells are in its words counts twice.
    known: usize,
    /// How many it reads, each as often as it becomes something.
    read: usize,
}

/// How well a kind of list knows the table on some sheets that it knows best.
fn score<'s>(form: &ListForm, sheets: impl Iterator<Item = &'s Worksheet>) -> Score {
    let knows = form.knows();
    let regions = sheets.flat_map(|sheet| heading::first_regions(sheet, &knows));
    let of_table = |region: Region<'s>| {
        let pairs = form.bind(&region).pairs;
        let columns: BTreeSet<usize> = pairs.iter().map(|(at, _)| *at).collect();
        let is_in_words = |(at, index): &&(usize, usize)| {
            let to = form.columns[*index].to.as_ref();
            let column = to.and_then(|to| Some((table(&to.0)?, &to.1)));
            let column = column.and_then(|(table, name)| Some((table, table.column(name)?)));
            column.is_some_and(|column| understood::is_in_words(form, (&region, *at), column))
        };
        let in_words: BTreeSet<usize> = pairs.iter().filter(is_in_words).map(|(at, _)| *at).collect();
        Score {
            known: columns.len() + in_words.len(),
            read: pairs.len(),
        }
    };
    regions.map(of_table).max().unwrap_or_default()
}

/// Refuses, of several files, those that are lists of another kind, or of none.
fn refuse_others(draft: &mut Draft<'_>, form: &ListForm, others: &[(Score, ListForm)], sheets: &[Worksheet]) {
    let files: BTreeSet<&str> = sheets.iter().map(|sheet| &*sheet.file).collect();
    for file in files.iter().filter(|_| files.len() > 1) {
        let of_file = || sheets.iter().filter(|sheet| *sheet.file == **file);
        let (own, name) = (score(form, of_file()), (*file).to_owned());
        let scored = others.iter().map(|(_, other)| (score(other, of_file()), other));
        let other = scored.rev().max_by_key(|(score, _)| *score);
        match other.filter(|(score, _)| score.known > own.known && score.read > 2) {
            Some((_, other)) => {
                let title = other.title.clone();
                draft.refuse("", Unfit::ListAlone { name, title });
            }
            None if own.read == 0 => {
                let (found, known) = (found(of_file()), form.known());
                draft.refuse("", Unfit::HeadingNone { name, found, known });
            }
            None => {}
        }
    }
}

/// The first of forms that know as many headings; that whose table left as it is where they are about several subjects.
fn one_of(
    draft: &mut Draft<'_>,
    mut forms: Vec<ListForm>,
    (name, sheets): (String, &[Worksheet]),
) -> Option<ListForm> {
    if are_several(&forms) && forms.iter().any(|form| form.is_left(sheets)) {
        forms.retain(|form| form.is_left(sheets));
    }
    if are_several(&forms) {
        let forms: Vec<String> = forms
            .iter()
            .map(|form| format!("{} ({})", form.name, form.subject))
            .collect();
        let forms = forms.join(", ");
        return draft.stop("", Unfit::LikeSeveral { name, forms });
    }
    forms.into_iter().next()
}

/// Whether forms are about more than one subject.
fn are_several(forms: &[ListForm]) -> bool {
    let about = |form: &ListForm| (form.subject.clone(), form.survey.is_some());
    forms.windows(2).any(|pair| about(&pair[0]) != about(&pair[1]))
}

/// Why a list is no list of the kind that was asked, or of any: its name, what was found in it, what is known, and what it
/// may be about.
fn unrecognised(
    (name, found): (String, String),
    subject: Option<&str>,
    (known, subjects, likely): (String, String, String),
) -> Unfit {
    match subject {
        _ if found.is_empty() => Unfit::ListEmpty { name, known },
        Some(_) if !known.is_empty() => Unfit::HeadingNone { name, found, known },
        _ => Unfit::Unrecognised {
            name,
            found,
            subjects,
            likely,
        },
    }
}

/// What stands in the first rows of sheets that were read, for who looks for a heading there.
fn found<'s>(sheets: impl Iterator<Item = &'s Worksheet>) -> String {
    /// So many cells tell it.
    const SHOWN: usize = 12;
    let rows = sheets.flat_map(|sheet| &sheet.rows);
    let mut texts = rows.flat_map(SheetRow::texts).filter(|text| !text.is_empty());
    let shown = |text: &str| -> String { text.chars().take(40).collect() };
    let mut shown: Vec<String> = texts.by_ref().take(SHOWN).map(shown).collect();
    shown.extend(texts.next().map(|_| "…".to_owned()));
    shown.join(", ")
}
