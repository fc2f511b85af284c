//! A row of a list, whose cells are read each time that somebody asks: a list has many, and few of them at a time matter.

use super::bound::{Bound, Target};
use super::cells::{ListCell, ListCells};
use super::day;
use super::form::ListForm;
use super::group::GroupHeadings;
use super::marked;
use super::naming;
use super::value;
use crate::change::Reason;
use crate::records;
use crate::records::cell::{Cell, Domain, Nip};
use crate::records::code::DateOrder;
use crate::records::complaint::handling;
use crate::records::organisation::{Posting, Staff, postings, staff};
use crate::records::table::{Check, Schema};
use crate::records::taking_part::attendance;
use crate::records::text;
use crate::sheets::heading::Region;
use crate::sheets::{SheetCell, SheetRow};
use crate::words::import::{Intake, Spot, Unfit, letters};
use std::collections::BTreeSet;
use std::rc::Rc;

/// A row of a list.
#[derive(Clone)]
pub(super) struct ListRow<'s> {
    /// The table on a sheet that it stands in.
    pub(super) region: &'s Region<'s>,
    /// What its columns become.
    pub(super) bound: &'s Bound,
    /// The row as it is.
    pub(super) row: &'s SheetRow,
    /// What the headings of groups above it say.
    pub(super) groups: Option<Rc<GroupHeadings<'s>>>,
}

/// How many digits of a number a spreadsheet keeps; what follows becomes zeros.
const KEPT: usize = 15;

/// Whether a text is a number of more digits than a spreadsheet keeps.
pub(super) fn is_long(text: &str) -> bool {
    text.len() > KEPT && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Notes what the rows of a table tell of its columns.
pub(super) fn note(bound: &mut Bound, form: &ListForm, rows: &[SheetRow]) {
    note_joint(bound, form, rows);
    note_rounded(bound, form, rows);
    marked::note(bound, form, rows);
}

/// Notes the columns of texts whose long numbers all end in zeros, so many that it is no chance: a spreadsheet
/// rounded them before they were written as text.
fn note_rounded(bound: &mut Bound, form: &ListForm, rows: &[SheetRow]) {
    /// So many zeros are no chance.
    const ZEROS: usize = 3;
    let is_text = |(_, index): &&(usize, usize)| {
        let to = form.columns[*index].to.as_ref();
        to.is_some_and(|to| records::table(&to.0).is_none_or(|table| is_free(table, &to.1)))
    };
    let texts = bound.pairs.iter().filter(is_text).map(|(at, _)| *at);
    let is_rounded = |at: &usize| {
        let long = || rows.iter().map(|row| row.get(*at)).filter(|text| is_long(text));
        let zeros: usize = long().map(|text| text.len() - KEPT).sum();
        zeros >= ZEROS && long().all(|text| text[KEPT..].bytes().all(|digit| digit == b'0'))
    };
    bound.rounded = texts.filter(is_rounded).collect();
    bound.rounded.sort_unstable();
    bound.rounded.dedup();
}

/// Notes the column that holds both number and name of people, where the list has none of its own for one of them.
fn note_joint(bound: &mut Bound, form: &ListForm, rows: &[SheetRow]) {
    let of = |name: &str| {
        let is_it = |to: &Target| to.0 == staff.name && to.1 == name;
        form.columns
            .iter()
            .position(|column| column.to.as_ref().is_some_and(is_it))
    };
    let Some((nip, name)) = of("nip").zip(of("name")) else {
        return;
    };
    let at = |index: usize| {
        let is_it = |(_, own): &&(usize, usize)| form.columns[*own].to == form.columns[index].to;
        bound.pairs.iter().find(is_it).map(|(at, _)| *at)
    };
    if let (None, Some(column)) = (at(nip), at(name))
        && takes_numbers(bound, column + 1, rows)
    {
        bound.pairs.push((column + 1, nip));
        bound.unknown.retain(|(own, _)| *own != column + 1);
        return;
    }
    let (column, other) = match (at(nip), at(name)) {
        (Some(column), None) => (column, name),
        (None, Some(column)) => (column, nip),
        _ => return,
    };
    let has_both = |row: &SheetRow| {
        let (name, number) = naming::parted(row.get(column));
        // A number in the column of names is nobody's name.
        !number.is_empty() && (other == nip || !name.is_empty())
    };
    if rows.iter().any(has_both) {
        bound.joint.push(column);
        bound.pairs.push((column, other));
    }
}

/// Whether a column without a heading holds numbers of people and nothing else: that of the names spans it, `Nama / NIP`.
fn takes_numbers(bound: &Bound, at: usize, rows: &[SheetRow]) -> bool {
    let mut unnamed = bound
        .unknown
        .iter()
        .filter(|(own, title)| *own == at && *title == letters(at));
    let filled = || rows.iter().map(|row| row.get(at)).filter(|text| !text.is_empty());
    let numbers = filled().filter(|text| naming::is_number(value::unlabelled(text)));
    // What stands below the table, as who signs, names no number.
    unnamed.next().is_some() && numbers.count() * 2 > filled().count()
}

/// Whether what becomes something is a day.
pub(super) fn is_day(form: &ListForm, to: &Target) -> bool {
    let survey = form.survey.as_ref().map(|survey| &survey.table);
    let table = records::table(&to.0).or(survey);
    let column = table.and_then(|table| Some(&table.columns[table.column(&to.1)?]));
    let is_date = survey.is_some() && to.1 == "date";
    is_date || to.0 == handling.name || column.is_some_and(|column| column.kind == Domain::Day)
}

/// The order that the days in digits of a list have, where one of them needs it to be read and others tell it.
pub(super) fn order_of_days(form: &ListForm, rows: &[ListRow<'_>]) -> Option<(DateOrder, Spot, String)> {
    let is_day = |to: &Target| is_day(form, to);
    let of_days = |row: &ListRow<'_>| {
        let pairs = row.bound.pairs.iter();
        let of_days = pairs.filter(|(_, index)| form.columns[*index].to.as_ref().is_some_and(is_day));
        let cells = of_days.filter_map(|(at, index)| {
            let mut cell = row.row.cell(*at)?;
            cell.text = row.bound.part((*at, *index), &cell.text);
            cell.text = row.bound.in_year(&cell.text).unwrap_or(cell.text);
            let cell = value::meant(cell, &form.columns[*index]);
            Some((row.region.sheet.spot(row.row.number, Some(*at)), cell))
        });
        cells.collect::<Vec<_>>()
    };
    // What else stands in the rows may tell it too: the first and the last day of a period.
    let of_row = |row: &ListRow<'_>| {
        let cell = |at: usize| Some((row.region.sheet.spot(row.row.number, Some(at)), row.row.cell(at)?));
        (0..row.row.width()).filter_map(cell).collect::<Vec<_>>()
    };
    let needs = |(_, cell): &(Spot, SheetCell)| {
        let read = day::day(cell, None);
        matches!(
            read,
            Err(Reason::Unfit(Unfit::DayUnclear { .. } | Unfit::DayShort { .. }))
        )
    };
    // What a program writes with the time of the day may have another order than what people write.
    let has_time = |cell: &SheetCell| cell.text.contains(':');
    let needed = rows.iter().flat_map(of_days).filter(needs);
    let needed: BTreeSet<bool> = needed.map(|(_, cell)| has_time(&cell)).collect();
    let is_like = |(_, cell): &(Spot, SheetCell)| needed.contains(&has_time(cell));
    let is_needed = !needed.is_empty();
    let all = || {
        let all = rows
            .iter()
            .flat_map(|row| of_days(row).into_iter().chain(of_row(row)));
        all.filter(is_like)
    };
    let by_birth = || {
        let (order, spot, text) = rows.iter().find_map(|row| row.birth_in_order(form))?;
        let sure = if order == DateOrder::DayFirst {
            "31/12/2000"
        } else {
            "12/31/2000"
        };
        // Nothing contradicts it.
        day::evident(all().chain([(spot.clone(), SheetCell::text(sure))]))?;
        Some((order, spot, text))
    };
    is_needed.then(|| day::evident(all()).or_else(by_birth))?
}

/// What is told of the names in capitals only that are recorded in small letters.
pub(super) fn quieted_names(form: &ListForm, rows: &[ListRow<'_>]) -> Option<Intake> {
    let is_quiet = |(_, index): &&(usize, usize)| form.columns[*index].capitals.is_some();
    let of_row = |row: &ListRow<'_>| {
        let pairs = row.bound.pairs.iter().filter(is_quiet);
        let named = pairs.filter_map(|(at, index)| {
            let column = &form.columns[*index];
            let text = match row.bound.joint.contains(at) {
                true => naming::parted(row.row.get(*at)).0,
                false => row.bound.part((*at, *index), row.row.get(*at)),
            };
            // What stands for nobody is recorded nowhere.
            let meant = value::meant(SheetCell::text(&text), column).text;
            Some((value::quieted(&meant, column)?, text))
        });
        named.collect::<Vec<_>>()
    };
    let names: BTreeSet<(String, String)> = rows.iter().flat_map(of_row).collect();
    let (quiet, text) = names.first()?.clone();
    let count = names.len();
    Some(Intake::CapitalsQuieted { count, text, quiet })
}

/// Whether a column takes any text.
fn is_free(table: &Schema, column: &str) -> bool {
    let column = table.column(column).map(|at| &table.columns[at]);
    column.is_some_and(|column| column.kind == Domain::Text)
}

/// Whether what becomes something is an answer on a scale.
fn is_scale(form: &ListForm, to: &Target) -> bool {
    let table = form.survey.as_ref().map(|survey| &survey.table);
    let column = table.and_then(|table| Some(&table.columns[table.column(&to.1)?]));
    column.is_some_and(|column| matches!(column.check, Check::Scale(..)))
}

impl ListRow<'_> {
    /// Whether all that is read of it is what is read of another.
    pub(super) fn is_like(&self, other: &ListRow<'_>) -> bool {
        let mut pairs = self.bound.pairs.iter();
        self.bound.pairs == other.bound.pairs && pairs.all(|(at, _)| self.row.get(*at) == other.row.get(*at))
    }

    /// Whether it stands in another table than one before and tells other things of whom both name: scores of a test on a sheet
    /// of their own.
    pub(super) fn continues(&self, other: &ListRow<'_>, form: &ListForm) -> bool {
        let told = |row: &ListRow<'_>| {
            let targets = row
                .bound
                .pairs
                .iter()
                .filter_map(|(_, index)| form.columns[*index].to.clone());
            targets
                .filter(|to| to.0 != staff.name)
                .collect::<BTreeSet<Target>>()
        };
        !std::ptr::eq(self.region, other.region) && told(self).is_disjoint(&told(other))
    }

    /// The order of days by a birth in digits of somebody whose number tells which of them are the day.
    fn birth_in_order(&self, form: &ListForm) -> Option<(DateOrder, Spot, String)> {
        let fields = self.fields(form);
        let told = |column: usize| fields.get(&staff.name, &staff.columns[column].name);
        let (nip, born) = (told(Staff::nip)?, told(Staff::born)?);
        let number = value::plain_number(&nip.cell.text);
        let of_number = Nip::parse(&number).ok()?.born();
        let is_it = |order: DateOrder| {
            let read = day::day(&born.cell, Some(order));
            read.is_ok_and(|day| day == of_number.to_string())
        };
        let order = match (is_it(DateOrder::DayFirst), is_it(DateOrder::MonthFirst)) {
            (true, false) => DateOrder::DayFirst,
            (false, true) => DateOrder::MonthFirst,
            _ => return None,
        };
        Some((order, born.spot.clone(), born.cell.text.clone()))
    }

    /// Whether its table has a column of somebody's name or number.
    pub(super) fn tells(&self, form: &ListForm, column: usize) -> bool {
        self.bound.feeds(&form.columns, &staff, column)
    }

    /// What stands in the place of a name and is none, `LOWONG`, or the post of a row that names nobody. None where there is a
    /// number.
    pub(super) fn vacancy(&self, form: &ListForm) -> Option<String> {
        let number = self.told(form, (&staff, Staff::nip));
        let has_number = number.is_some_and(|(text, is_empty)| !is_empty && naming::is_number(&text));
        let is_blank = |column: usize| {
            let told = self.told(form, (&staff, column));
            told.is_none_or(|(text, is_empty)| is_empty && !text.contains(char::is_alphanumeric))
        };
        let post = || {
            let (text, is_empty) = self.told(form, (&postings, Posting::position))?;
            let is_nobodys = is_blank(Staff::name) && is_blank(Staff::nip) && is_blank(Staff::id);
            (is_nobodys && !is_empty).then_some(text)
        };
        let unsaid = self.unsaid(form, (&staff, Staff::name)).filter(|_| !has_number);
        unsaid.or_else(post)
    }

    /// What stands in the place of a column and says that there is nothing: `Tugas Belajar` for a predicate.
    pub(super) fn unsaid(&self, form: &ListForm, column: (&Schema, usize)) -> Option<String> {
        let (text, is_empty) = self.told(form, column)?;
        (is_empty && text.contains(char::is_alphabetic)).then_some(text)
    }

    /// What stands in the place of a column, and whether that means nothing.
    fn told(&self, form: &ListForm, (table, column): (&Schema, usize)) -> Option<(String, bool)> {
        let name = &table.columns[column].name;
        let is_it = |to: &Target| to.0 == table.name && to.1 == **name;
        let mut pairs = self.bound.pairs.iter();
        let pair = pairs.find(|(_, index)| form.columns[*index].to.as_ref().is_some_and(is_it))?;
        let cell = self.row.cell(pair.0)?;
        let is_empty = value::meant(cell.clone(), &form.columns[pair.1]).text.is_empty();
        Some((cell.text, is_empty))
    }

    /// The headings that it stands under, those by the names of what they mean that only its sheet explains.
    pub(super) fn titles(&self) -> Vec<String> {
        let mut titles = self.region.titles.clone();
        for (at, name) in &self.bound.explained {
            titles[*at].clone_from(name);
        }
        titles
    }

    /// What its groups and the lines above its table say of it, each below a heading that means it.
    pub(super) fn beside(&self, form: &ListForm) -> Vec<(String, String)> {
        let groups = self.groups.iter().flat_map(|groups| groups.told());
        let groups = groups.map(|((table, column), name)| {
            let to = (table.name.to_string(), table.columns[column].name.to_string());
            (Target::new(to), name.text.to_owned())
        });
        let above = self
            .bound
            .above
            .iter()
            .map(|(to, cell, _)| (to.clone(), cell.text.clone()));
        let titles = self.titles();
        let named = groups.chain(above).filter_map(|(to, text)| {
            let column = form
                .columns
                .iter()
                .find(|column| column.to.as_ref() == Some(&to))?;
            // Another name than that of a column which is blank here.
            let is_free = |name: &&String| !titles.iter().any(|title| text::spelled(title) == **name);
            Some((column.from.iter().find(is_free)?.clone(), text))
        });
        named.collect()
    }

    /// Where it stands.
    pub(super) fn spot(&self) -> Spot {
        self.region.sheet.spot(self.row.number, None)
    }

    /// The cell that holds, or would hold, one of some targets; where several do, the first that is filled. The row where
    /// the list has none.
    pub(super) fn place(&self, form: &ListForm, targets: &[(&str, &str)]) -> Spot {
        let of = |(table, column): &(&str, &str)| {
            let is_it = |to: &Target| to.0 == *table && to.1 == *column;
            let pairs = self.bound.pairs.iter();
            let own = pairs.filter(move |(_, index)| form.columns[*index].to.as_ref().is_some_and(is_it));
            own.map(|(at, _)| *at).collect::<Vec<_>>()
        };
        let all: Vec<usize> = targets.iter().flat_map(of).collect();
        let filled = all.iter().find(|at| !self.row.get(**at).is_empty());
        self.region
            .sheet
            .spot(self.row.number, filled.or(all.first()).copied())
    }

    /// The cell from which a column of a row of a table comes, by its key; the row of the list where none does.
    pub(super) fn place_of(
        &self,
        form: &ListForm,
        (schema, key): (&Schema, &[String]),
        column: usize,
    ) -> Spot {
        let table = &*schema.name;
        let attribute = &schema.columns[column];
        let mut targets = vec![(table, &*attribute.name)];
        // A session or a step stands for a row of its own.
        if table == attendance.name || table == handling.name {
            targets.extend(key.iter().map(|part| (table, part.as_str())));
        }
        if attribute.refers == Some("staff") || table == staff.name {
            // The titles of a person may stand in the name.
            let is_title = [Staff::title_before, Staff::title_after].contains(&column);
            let by = match table == staff.name && is_title {
                true => [Staff::name, Staff::nip, Staff::id],
                false => [Staff::nip, Staff::name, Staff::id],
            };
            targets.extend(by.map(|at| (&*staff.name, &*staff.columns[at].name)));
        }
        self.place(form, &targets)
    }

    /// The text of a column as the list writes it, where it is read as another.
    pub(super) fn read_otherwise(
        &self,
        form: &ListForm,
        (table, column): (&Schema, usize),
    ) -> Option<String> {
        let (text, is_empty) = self.told(form, (table, column))?;
        (!is_empty).then_some(text)
    }

    /// Its cells by what they become, with what holds for every row.
    pub(super) fn fields(&self, form: &ListForm) -> ListCells {
        let mut fields = ListCells::default();
        for (at, index) in &self.bound.pairs {
            let column = &form.columns[*index];
            let (Some(to), Some(mut cell)) = (&column.to, self.row.cell(*at)) else {
                continue;
            };
            if text::hidden(&cell.text).is_some() {
                cell.text = text::shown(&cell.text).trim().to_owned();
            }
            if to.0 == staff.name && to.1 == *staff.columns[Staff::nip].name {
                cell.text = value::unlabelled(&cell.text).to_owned();
            }
            if self.bound.joint.contains(at) {
                let (name, number) = naming::parted(&cell.text);
                cell.text = if to.1 == "nip" { number } else { name };
            }
            cell.text = self.bound.part((*at, *index), &cell.text);
            if is_day(form, to) {
                cell.text = self.bound.in_year(&cell.text).unwrap_or(cell.text);
            }
            if to.0 == staff.name && to.1 == *staff.columns[Staff::name].name {
                cell.text = naming::unnumbered(&cell.text).to_owned();
            }
            let mut cell = value::meant(cell, column);
            if cell.text.is_empty() {
                continue;
            }
            if let Some(quiet) = value::quieted(&cell.text, column) {
                cell.text = quiet;
            }
            if let Some(answer) = self
                .bound
                .letters
                .answer(&cell.text)
                .filter(|_| is_scale(form, to))
            {
                cell.text = answer.to_owned();
            }
            let spot = self.region.sheet.spot(self.row.number, Some(*at));
            match fields.get_mut(to) {
                Some(known) if column.joined => {
                    known.cell.text = format!("{} {}", known.cell.text, cell.text);
                }
                // Who signed for one of several parts was there.
                Some(known) if self.bound.is_signed(*at) && value::is_presence(&cell.text) => {
                    known.cell = cell
                }
                // Of several columns the first that is filled counts.
                Some(_) => {}
                None => fields.put(to.clone(), ListCell { cell, spot }),
            }
        }
        self.tell_parts(form, &mut fields);
        self.put_beside(form, &mut fields);
        fields
    }

    /// Puts in what its groups, the lines above its table and what holds for every row say.
    fn put_beside(&self, form: &ListForm, fields: &mut ListCells) {
        for ((table, column), name) in self.groups.iter().flat_map(|groups| groups.told()) {
            let to = Target::new((table.name.to_string(), table.columns[column].name.to_string()));
            let spot = self.region.sheet.spot(name.row.number, Some(name.column));
            let cell = form.read(&to, SheetCell::text(name.text));
            fields.put(to, ListCell { cell, spot });
        }
        for (to, cell, spot) in &self.bound.above {
            if fields.get_mut(to).is_none() {
                let (cell, spot) = (form.read(to, cell.clone()), spot.clone());
                fields.put(to.clone(), ListCell { cell, spot });
            }
        }
        for (to, text) in &form.constants {
            if fields.get_mut(to).is_none() {
                let (cell, spot) = (SheetCell::text(text), self.spot());
                fields.put(to.clone(), ListCell { cell, spot });
            }
        }
    }
}
