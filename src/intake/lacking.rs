//! What a list must tell so that any row of it can be recorded: refused once where it does not, with the headings that are not
//! known, one of which may tell it.

use super::bound::{Bound, Target, typed};
use super::form::{self, ListForm};
use super::person::{Acquaintance, Mentioned};
use super::programme;
use super::questions;
use super::subject::is_about_people;
use super::told::Account;
use super::understood;
use super::value;
use crate::change::programme::OpenProgramme;
use crate::change::{Draft, Request};
use crate::records::complaint::{Complaint, complaints};
use crate::records::number::Dec;
use crate::records::organisation::{Posting, postings, staff};
use crate::records::performance::{Evaluation, evaluations};
use crate::records::questionnaire::Questionnaire;
use crate::records::table::Schema;
use crate::records::taking_part::{Participation, attendance, participation};
use crate::records::text::folded;
use crate::sheets::heading::Region;
use crate::words::Say;
use crate::words::import::{Intake, Unfit, letters};
use std::collections::BTreeSet;

/// Refuses a list that does not tell what no row can do without.
pub(super) fn refuse(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    form: &ListForm,
    (regions, bound): (&[Region<'_>], &[Bound]),
    programme: Option<&OpenProgramme>,
) {
    if let Some(refusal) = lacks_names(draft, form, (regions, bound)) {
        draft.refuse("", refusal);
    }
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
    refuse_shares(draft, form, (regions, bound), programme);
    if *table == participation.name && programme.is_none() && !is_told(&["training", form::TITLE]) {
        let month = request.today.month().to_string();
        draft.refuse("", Unfit::ProgrammeMissing { month });
    }
    if *table == evaluations.name && !is_told(&["period"]) {
        let names_quarter = |region: &Region<'_>| region.about.is_some();
        match regions.iter().any(names_quarter) {
            true => draft.refuse("", Unfit::YearMissing),
            false => draft.refuse("", Unfit::PeriodMissing),
        }
    }
}

/// Refuses columns of test scores none of which is above 1, where more can be reached: shares of a whole look so.
fn refuse_shares(
    draft: &mut Draft<'_>,
    form: &ListForm,
    (regions, bound): (&[Region<'_>], &[Bound]),
    programme: Option<&OpenProgramme>,
) {
    let most = programme.map_or(Dec::int(100), |programme| programme.content.max_score());
    let scores = [Participation::pre, Participation::post].map(|column| &participation.columns[column].name);
    let is_score = |to: &Target| to.0 == participation.name && scores.iter().any(|name| to.1 == ***name);
    for (region, bound) in regions.iter().zip(bound) {
        for (at, _) in bound
            .pairs
            .iter()
            .filter(|(_, index)| form.columns[*index].to.as_ref().is_some_and(is_score))
        {
            let texts = region.rows.iter().map(|row| row.get(*at));
            let read = texts.filter_map(|text| Some((text, text.replace(',', ".").parse::<f64>().ok()?)));
            let read: Vec<(&str, f64)> = read.collect();
            let part = read.iter().find(|(_, score)| score.fract() != 0.0);
            let is_low = read.iter().all(|(_, score)| (0.0..=1.0).contains(score));
            if let Some((text, _)) = part.filter(|_| is_low && read.len() > 1 && most > Dec::int(1)) {
                draft.refuse(
                    "",
                    Unfit::ScoresShare {
                        place: region.sheet.spot(0, None).within_file(),
                        heading: region.titles[*at].clone(),
                        text: (*text).to_owned(),
                        most: most.to_string(),
                    },
                );
            }
        }
    }
}

/// Says what reports need and no column of a list tells, where it may stand under a heading that is not known; of a list of
/// which new units are to be made that it has no column of them.
pub(super) fn untold(
    request: &Request<'_>,
    form: &ListForm,
    (regions, bound): (&[Region<'_>], &[Bound]),
    account: &Account,
) -> Option<Intake> {
    let unknown = bound.iter().flat_map(|bound| &bound.unknown);
    let named: BTreeSet<&str> = unknown
        .filter(|(at, title)| *title != letters(*at))
        .map(|(_, title)| title.as_str())
        .collect();
    let mut fields = needed(form, bound, &|| has_numbers(regions, bound));
    let unit = (&postings, Posting::unit);
    let is_unit = |field: &(&Schema, usize)| field.0.name == unit.0.name && field.1 == unit.1;
    if !account.grouped.is_empty() {
        fields.retain(|field| !is_unit(field));
    }
    let sheets: BTreeSet<_> = regions.iter().map(|region| &region.sheet.name).collect();
    if named.is_empty() && sheets.len() > 1 && !fields.is_empty() {
        let names = fields
            .iter()
            .map(|(table, column)| form.heading(table, *column).replace('-', " "));
        let names: Vec<String> = names.collect();
        let (fields, field) = (names.join(", "), names.first()?.clone());
        return Some(Intake::SheetsUntold { fields, field });
    }
    if named.is_empty() || fields.is_empty() {
        let is_lost = request.has("new-units") && fields.iter().any(is_unit);
        return match named.first() {
            _ if is_lost => Some(Intake::UnitsNone),
            Some(heading) => Some(Intake::ColumnTyped {
                heading: typed(heading),
            }),
            None => None,
        };
    }
    let likely = likely(form, (regions, bound), &fields);
    let fields: Vec<String> = fields
        .into_iter()
        .map(|(table, column)| form.heading(table, column).replace('-', " "))
        .collect();
    let heading = match (named.len(), named.first()) {
        (1, Some(only)) => typed(only),
        _ => Intake::AnyHeading.text(request.lang),
    };
    let field = fields.first()?.clone();
    let (heading, field) = likely.unwrap_or((heading, field));
    let fields = fields.join(", ");
    Some(Intake::ColumnsUntold {
        fields,
        heading,
        field,
    })
}

/// A heading that is not known and the column whose words stand below it.
fn likely(
    form: &ListForm,
    (regions, bound): (&[Region<'_>], &[Bound]),
    fields: &[(&Schema, usize)],
) -> Option<(String, String)> {
    regions.iter().zip(bound).find_map(|(region, bound)| {
        let mut unknown = bound.unknown.iter().filter(|(at, title)| *title != letters(*at));
        unknown.find_map(|(at, title)| {
            let mut fields = fields.iter();
            let (table, column) =
                fields.find(|field| understood::is_in_words(form, (region, *at), **field))?;
            let field = form.heading(table, *column).replace('-', " ");
            Some((typed(title), field))
        })
    })
}

/// The columns that reports need and that nothing of a list tells. Scores are such where it may have some.
fn needed<'f>(
    form: &'f ListForm,
    bound: &[Bound],
    has_numbers: &dyn Fn() -> bool,
) -> Vec<(&'f Schema, usize)> {
    let table = form.table();
    let of = |table: &'f Schema, columns: &[usize]| -> Vec<(&'f Schema, usize)> {
        let columns = columns.iter().map(|column| (table, *column));
        let is_it = |(table, column): (&Schema, usize), to: &Target| {
            let is_table = to.0 == *table.name || form.survey.is_some();
            is_table && to.1 == *table.columns[column].name
        };
        columns
            .filter(|field| !tells(form, bound, &|to| is_it(*field, to)))
            .collect()
    };
    match &*table.name {
        _ if form.survey.is_some() => {
            let service: Vec<usize> = table.column("service").into_iter().collect();
            of(table, &service)
        }
        name if name == staff.name => of(&postings, &[Posting::unit, Posting::position]),
        name if name == complaints.name => of(table, &[Complaint::channel]),
        name if name == evaluations.name => {
            let parts = of(table, &[Evaluation::result, Evaluation::behaviour]);
            let predicate = of(table, &[Evaluation::predicate]);
            match (parts.len(), predicate.len()) {
                (2, 0) => Vec::new(),
                (2, _) => [parts, predicate].concat(),
                _ => parts,
            }
        }
        name if name == participation.name && programme::is_list(form) => {
            let is_present = |to: &Target| to.0 == attendance.name;
            let mut fields = match tells(form, bound, &is_present) {
                true => Vec::new(),
                false => of(table, &[Participation::status]),
            };
            if has_numbers() {
                fields.extend(of(table, &[Participation::pre, Participation::post]));
            }
            fields
        }
        _ => Vec::new(),
    }
}

/// Whether a column that is not known holds numbers and nothing else.
fn has_numbers(regions: &[Region<'_>], bound: &[Bound]) -> bool {
    let mut tables = regions.iter().zip(bound);
    tables.any(|(region, bound)| {
        bound.unknown.iter().any(|(at, _)| {
            let texts = region.rows.iter().map(|row| row.get(*at));
            let mut texts = texts
                .filter(|text| text.contains(char::is_alphanumeric))
                .peekable();
            let is_number = |text: &str| text.replace(',', ".").parse::<f64>().is_ok();
            texts.peek().is_some() && texts.all(is_number)
        })
    })
}

/// Whether a column of a list, or what holds for all its rows, becomes something.
fn tells(form: &ListForm, bound: &[Bound], is_it: &dyn Fn(&Target) -> bool) -> bool {
    let pairs = bound.iter().flat_map(|bound| &bound.pairs);
    let mut targets = pairs.filter_map(|(_, at)| form.columns[*at].to.as_ref());
    let is_above = |bound: &Bound| bound.above.iter().any(|(to, ..)| is_it(to));
    let are_above = !bound.is_empty() && bound.iter().all(is_above);
    targets.any(is_it) || are_above || form.constants.iter().any(|(to, _)| is_it(to))
}

/// Whether a list of people has no column of them.
fn lacks_people(form: &ListForm, bound: &[Bound]) -> bool {
    let names = |to: &Target| {
        let is_person = to.0 == staff.name && ["id", "nip", "name"].contains(&&*to.1);
        is_person || (to.0 == *form.table().name && to.1 == "staff")
    };
    is_about_people(form) && !bound.is_empty() && !tells(form, bound, &names)
}

/// Why a list of staff is not taken that tells numbers of people who are not recorded and nobody's name: once, whoever they
/// are, with the heading under which the names may stand.
fn lacks_names(
    draft: &mut Draft<'_>,
    form: &ListForm,
    (regions, bound): (&[Region<'_>], &[Bound]),
) -> Option<Unfit> {
    let is_of = |to: &Target, name: &str| to.0 == staff.name && to.1 == name;
    let tells_one = |name: &str| tells(form, bound, &|to| is_of(to, name));
    if form.table().name != staff.name || tells_one("name") || !tells_one("nip") {
        return None;
    }
    let people = Acquaintance::of(draft);
    let is_new = |nip: &str| {
        let nip = nip.to_owned();
        let told = Mentioned {
            nip,
            ..Mentioned::default()
        };
        matches!(people.find(&told), Ok(None))
    };
    let numbers = regions.iter().zip(bound).flat_map(|(region, bound)| {
        let is_nip = |index: usize| form.columns[index].to.as_ref().is_some_and(|to| is_of(to, "nip"));
        let at = bound.pairs.iter().find(|(_, index)| is_nip(*index));
        let rows = region.rows.iter().filter_map(move |row| Some(row.get(at?.0)));
        rows.map(value::unlabelled).filter(|text| !text.is_empty())
    });
    let count = numbers.filter(|nip| is_new(nip)).count();
    let mut unread: Vec<&str> = bound
        .iter()
        .flat_map(|bound| &bound.unknown)
        .filter(|(at, title)| *title != letters(*at))
        .map(|(_, title)| title.as_str())
        .collect();
    unread.dedup();
    let says_so = |title: &&&str| folded(title).split(' ').any(|word| word == "nama");
    let heading = unread.iter().find(says_so).or(unread.first()).copied();
    let refusal = match heading {
        Some(heading) => Unfit::NamesUnread {
            count,
            heading: typed(heading),
            unread: unread.join(", "),
        },
        None => Unfit::NamesMissing { count },
    };
    (count > 0).then_some(refusal)
}

/// The tables of a list of people that name some: what else stands beside them, such as a recapitulation, is none of it. All of
/// them where none does.
pub(super) fn of_people<'s>(form: &ListForm, mut regions: Vec<Region<'s>>) -> Vec<Region<'s>> {
    let names = |region: &Region<'_>| !lacks_people(form, &[form.bind(region)]);
    let named: Vec<bool> = regions.iter().map(names).collect();
    if named.contains(&true) {
        let mut named = named.into_iter();
        regions.retain(|_| named.next().unwrap_or(true));
    }
    regions
}

/// The tables of a list of answers in which more than one question is answered: one that explains them, `U1 | Persyaratan`,
/// has them in its rows. All of them where none does.
pub(super) fn of_answers<'s>(form: &ListForm, mut regions: Vec<Region<'s>>) -> Vec<Region<'s>> {
    let (survey, columns, _) = form.asking();
    let answers = |region: &Region<'_>| questions::count(survey, columns, &form.bind(region).pairs) > 1;
    let told: Vec<bool> = regions
        .iter()
        .map(|region| survey.is_none() || answers(region))
        .collect();
    if told.contains(&true) {
        let mut told = told.into_iter();
        regions.retain(|_| told.next().unwrap_or(true));
    }
    regions
}

/// Whether nothing tells the month of answers: neither a column nor the lines above each table.
fn lacks_month(form: &ListForm, bound: &[Bound]) -> bool {
    let date = &*form.table().columns[Questionnaire::DATE].name;
    let is_it = |to: &Target| to.0 == "responses" && to.1 == date;
    form.survey.is_some() && !bound.is_empty() && !tells(form, bound, &is_it)
}
