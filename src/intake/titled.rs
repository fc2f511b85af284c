//! The time that the lines above a table, and the name of its sheet, tell of all its rows: taken where nobody else tells it,
//! and held against what was typed.

use super::bound::{Bound, Target};
use super::dated::{self, YearPart};
use super::day;
use super::form::ListForm;
use super::row;
use crate::change::Draft;
use crate::records::complaint::complaints;
use crate::records::performance::evaluations;
use crate::records::questionnaire::Questionnaire;
use crate::records::time::{Month, Period};
use crate::sheets::heading::Region;
use crate::sheets::{SheetCell, SheetRow};
use crate::words::import::{Intake, Unfit};
use std::collections::BTreeSet;
use std::ptr;

/// Lets what was typed stand beside a title that tells otherwise.
pub(super) const AS_TYPED: &str = "as-typed";

/// What rows say of their time: the month of answers, the period of evaluations.
fn target(form: &ListForm) -> Option<Target> {
    match &form.survey {
        Some(survey) => form.target(&survey.table.columns[Questionnaire::DATE].name),
        None => form.target("period").filter(|to| to.0 == evaluations.name),
    }
}

/// The texts above a table: all of them or, below another on its sheet, those of the lines between.
fn texts<'r>((region, all): (&'r Region<'r>, &[Region<'_>])) -> Vec<&'r str> {
    let others = all.iter().filter(|other| ptr::eq(other.sheet, region.sheet));
    let headings = others.map(|other| other.heading);
    let previous = headings.filter(|heading| *heading < region.heading).max();
    let is_thin = |row: &SheetRow| row.texts().filter(|text| !text.is_empty()).count() <= 2;
    let is_above = move |row: &&SheetRow| previous.is_none_or(|heading| row.number > heading && is_thin(row));
    let rows = region
        .sheet
        .rows
        .iter()
        .take_while(|row| row.number < region.heading);
    rows.filter(is_above).flat_map(SheetRow::texts).collect()
}

/// The name of the sheet of a table.
fn sheet<'r>(region: &'r Region<'_>) -> &'r str {
    region.sheet.name.as_deref().unwrap_or_default()
}

/// The month and year in the name of a file.
fn of_file(region: &Region<'_>) -> (Option<u32>, Option<i32>) {
    dated::month_and_year(region.sheet.file.rsplit(['/', '\\']).next().unwrap_or_default())
}

/// The month that the lines above a table, and else the name of its sheet, tell; the year may stand in another of them, or in
/// the name of the file. None where they contradict each other.
fn month(place: (&Region<'_>, &[Region<'_>])) -> Option<Month> {
    let mut titles: Vec<(Option<u32>, Option<i32>)> =
        texts(place).into_iter().map(dated::month_and_year).collect();
    let whole = |one: &&(Option<u32>, Option<i32>)| one.0.is_some() && one.1.is_some();
    let dated: BTreeSet<_> = titles.iter().filter(whole).copied().collect();
    let sheet = dated::month_and_year(sheet(place.0));
    if let [one] = dated.iter().collect::<Vec<_>>()[..] {
        let agrees = sheet.0.is_none_or(|month| Some(month) == one.0);
        return Month::of(one.1?, one.0.filter(|_| agrees)?);
    }
    titles.retain(|title| title.1.is_some());
    let years: BTreeSet<i32> = titles.iter().filter_map(|title| title.1).collect();
    let year = years.first().filter(|_| years.len() == 1).copied();
    let month = sheet.0.filter(|_| dated.is_empty());
    Month::of(sheet.1.or(year).or(of_file(place.0).1)?, month?)
}

/// The quarter that they tell in the same way.
fn quarter(form: &ListForm, place: (&Region<'_>, &[Region<'_>])) -> Option<Period> {
    let quarter = |text: &str| dated::part(text).filter(|part| part.months == 3);
    let about = place.0.about.as_deref();
    let titles: Vec<YearPart> = match about {
        Some(heading) => quarter(heading).into_iter().collect(),
        None => texts(place).into_iter().filter_map(quarter).collect(),
    };
    // Where columns name it, the sheet has others.
    let sheet_part = quarter(sheet(place.0)).filter(|_| about.is_none());
    let firsts: BTreeSet<u32> = titles.iter().map(|part| part.first).collect();
    let first = match (firsts.first(), sheet_part) {
        (None, part) => part?.first,
        (Some(_), Some(part)) => firsts.get(&part.first).copied()?,
        (Some(first), None) => Some(*first).filter(|_| firsts.len() == 1)?,
    };
    let own = titles
        .iter()
        .chain(&sheet_part)
        .filter(|part| part.first == first);
    let mut years: BTreeSet<i32> = own.filter_map(|part| part.year).collect();
    if years.is_empty() {
        let told = texts(place).into_iter().chain([sheet(place.0)]);
        years.extend(told.filter_map(|text| dated::month_and_year(text).1));
    }
    let year = years.first().filter(|_| years.len() == 1).copied();
    let elsewhere = || form.year.or_else(|| of_file(place.0).1);
    let year = year.or_else(|| elsewhere().filter(|_| years.is_empty()));
    YearPart {
        first,
        months: 3,
        year,
    }
    .period()
}

/// The quarter of a table that tells none itself is that of all others, where they tell the same.
fn quarter_of_all(form: &ListForm, all: &[Region<'_>]) -> Option<Period> {
    let told: Vec<Period> = all
        .iter()
        .filter_map(|region| quarter(form, (region, all)))
        .collect();
    let first = *told.first()?;
    told.iter().all(|other| *other == first).then_some(first)
}

/// Takes the month of answers, and the quarter of evaluations, from the lines above their table or the name of their sheet,
/// where neither a column nor anybody else tells it.
pub(super) fn note(
    form: &ListForm,
    place: (&Region<'_>, &[Region<'_>]),
    bound: &mut Bound,
) -> Option<Intake> {
    let (region, all) = place;
    let to = target(form)?;
    let is_it = |index: usize| form.columns[index].to.as_ref() == Some(&to);
    let is_told = bound.pairs.iter().any(|(_, index)| is_it(*index));
    if is_told || form.constants.iter().any(|(known, _)| *known == to) {
        return None;
    }
    let names_none = || {
        !texts(place)
            .into_iter()
            .chain([sheet(region)])
            .any(|text| dated::part(text).is_some())
    };
    let told = match &form.survey {
        Some(_) => month(place).map(Period::month),
        None => quarter(form, place).or_else(|| quarter_of_all(form, all).filter(|_| names_none())),
    };
    let mut before = all.iter().take_while(|other| !ptr::eq(*other, region));
    let is_said = form.survey.is_none() && before.any(|other| quarter(form, (other, all)) == told);
    let period = told?.to_string();
    let spot = region.sheet.spot(region.heading, None);
    bound.above.push((to, SheetCell::text(&period), spot));
    let place = region.sheet.spot(0, None).within_file();
    let note = match &form.survey {
        Some(_) => Intake::MonthTitled { place, month: period },
        None => match region.about.clone() {
            Some(heading) => Intake::PeriodHeaded {
                place,
                heading,
                period,
            },
            None => Intake::PeriodTitled { place, period },
        },
    };
    Some(note).filter(|_| !is_said)
}

/// Takes the year of complaints whose days tell none from the lines above their table, or the name of their sheet or file: the
/// only one that is there.
pub(super) fn note_year(
    form: &ListForm,
    place: (&Region<'_>, &[Region<'_>]),
    bound: &mut Bound,
) -> Option<Intake> {
    let region = place.0;
    if form.survey.is_some() || form.table().name != complaints.name {
        return None;
    }
    let day = |index: usize| form.columns[index].to.as_ref().filter(|to| row::is_day(form, to));
    let days = bound.pairs.iter().filter(|(_, index)| day(*index).is_some());
    let mut cells = days.flat_map(|(at, _)| region.rows.iter().map(|row| row.get(*at)));
    let text = cells.find(|text| day::in_year(text, 2000).is_some())?.to_owned();
    let told = texts(place).into_iter().chain([sheet(region)]);
    let mut years: BTreeSet<i32> = told.filter_map(|text| dated::month_and_year(text).1).collect();
    years.extend(of_file(region).1.filter(|_| years.is_empty()));
    let year = years.pop_first().filter(|_| years.is_empty())?;
    bound.year = Some(year);
    let (place, year) = (region.sheet.spot(0, None).within_file(), year.to_string());
    Some(Intake::YearTitled { place, text, year })
}

/// Refuses a month, or a period, that was typed for every row of tables of which a title, or the name of the sheet, tells
/// another.
pub(super) fn refuse_other(
    draft: &mut Draft<'_>,
    form: &ListForm,
    (regions, insists): (&[Region<'_>], bool),
) {
    let Some(to) = target(form) else { return };
    let typed = form.constants.iter().find(|(known, _)| *known == to);
    let Some(typed) = typed.and_then(|(_, text)| dated::period(text)) else {
        return;
    };
    // A month matters to what is of one.
    let is_monthly = typed.months() == 1;
    let dated = |text: &str, is_name: bool| {
        let (month, year) = dated::month_and_year(text);
        let month = month.filter(|_| is_monthly && (is_name || year.is_some()));
        let of_month = month.map(|first| YearPart {
            first,
            months: 1,
            year,
        });
        dated::part(text).or(of_month)
    };
    // What columns name is of them alone, whoever insists.
    let asked = regions.iter().filter(|region| !insists || region.about.is_some());
    for region in asked {
        let about = region.about.as_deref();
        let titles = about.map_or_else(|| texts((region, regions)), |heading| vec![heading]);
        let titles: Vec<(&str, YearPart)> = titles
            .into_iter()
            .filter_map(|text| Some((text, dated(text, false)?)))
            .collect();
        let agrees = |part: YearPart| part.holds(typed);
        let title = (!titles.iter().any(|(_, part)| agrees(*part))).then(|| titles.first());
        let name = about.map_or_else(|| sheet(region), |_| "");
        let name = dated(name, true).filter(|part| !agrees(*part)).map(|_| name);
        let other = title.flatten().map(|(text, _)| *text).or(name);
        if let Some(text) = other.map(str::to_owned) {
            let (place, typed) = (region.sheet.spot(0, None).within_file(), typed.to_string());
            draft.refuse("--for", Unfit::PeriodOther { place, text, typed });
        }
    }
}
