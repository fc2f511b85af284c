//! What a list must tell so that any row of it can be recorded: refused once where it does not, with the headings that are not
//! known, one of which may tell it.

use super::bound::{Bound, Target};
use super::form::{self, ListForm};
use super::subject::is_about_people;
use crate::change::Draft;
use crate::change::programme::OpenProgramme;
use crate::records::complaint::{Complaint, complaints};
use crate::records::organisation::staff;
use crate::records::performance::evaluations;
use crate::records::questionnaire::Questionnaire;
use crate::records::taking_part::participation;
use crate::words::import::Unfit;
use std::collections::BTreeSet;

/// Refuses a list that does not tell what no row can do without.
pub(super) fn refuse(
    draft: &mut Draft<'_>,
    form: &ListForm,
    bound: &[Bound],
    programme: Option<&OpenProgramme>,
) {
    let unknown = bound.iter().flat_map(|bound| &bound.unknown);
    let titles: BTreeSet<&str> = unknown.map(|(_, title)| title.as_str()).collect();
    let unread = titles.into_iter().collect::<Vec<_>>().join(", ");
    // What is not known may be what is asked for.
    let mut ask = |none: Unfit, some: fn(String) -> Unfit| match unread.is_empty() {
        true => draft.refuse("", none),
        false => draft.refuse("", some(unread.clone())),
    };
    if lacks_people(form, bound) {
        ask(Unfit::PeopleMissing, |unread| Unfit::PeopleUnread { unread });
    }
    if lacks_month(form, bound) {
        ask(Unfit::MonthMissing, |unread| Unfit::MonthUnread { unread });
    }
    let table = &form.table().name;
    let is_told = |columns: &[&str]| {
        let is_it = |to: &Target| to.0 == **table && columns.contains(&&*to.1);
        tells(form, bound, &is_it)
    };
    if *table == complaints.name {
        let column = |column: usize| &*complaints.columns[column].name;
        if !is_told(&[column(Complaint::received)]) {
            ask(Unfit::ReceivedMissing, |unread| Unfit::ReceivedUnread { unread });
        }
        // A list that names recorded complaints by their ids says what was complained.
        if !is_told(&[column(Complaint::summary), column(Complaint::id)]) {
            ask(Unfit::SummaryMissing, |unread| Unfit::SummaryUnread { unread });
        }
    }
    if *table == participation.name && programme.is_none() && !is_told(&["training", form::TITLE]) {
        draft.refuse("", Unfit::ProgrammeMissing);
    }
    if *table == evaluations.name && !is_told(&["period"]) {
        draft.refuse("", Unfit::PeriodMissing);
    }
}

/// Whether a column of a list, or what holds for all its rows, becomes something.
fn tells(form: &ListForm, bound: &[Bound], is_it: &dyn Fn(&Target) -> bool) -> bool {
    let pairs = bound.iter().flat_map(|bound| &bound.pairs);
    let mut targets = pairs.filter_map(|(_, at)| form.columns[*at].to.as_ref());
    targets.any(is_it) || form.constants.iter().any(|(to, _)| is_it(to))
}

/// Whether a list of people has no column of them.
fn lacks_people(form: &ListForm, bound: &[Bound]) -> bool {
    let names = |to: &Target| {
        let is_person = to.0 == staff.name && ["id", "nip", "name"].contains(&&*to.1);
        is_person || (to.0 == *form.table().name && to.1 == "staff")
    };
    is_about_people(form) && !bound.is_empty() && !tells(form, bound, &names)
}

/// Whether nothing tells the month of answers: neither a column nor the lines above each table.
fn lacks_month(form: &ListForm, bound: &[Bound]) -> bool {
    let date = &*form.table().columns[Questionnaire::DATE].name;
    let is_it = |to: &Target| to.0 == "responses" && to.1 == date;
    let is_above = |bound: &Bound| bound.above.iter().any(|(to, ..)| is_it(to));
    form.survey.is_some() && !tells(form, bound, &is_it) && !bound.iter().all(is_above)
}
