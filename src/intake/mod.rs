//! What a list of another program becomes in the records: its columns found, its people and codes matched, every row
//! judged, and all that is accepted drafted as one change.
//!
//! ```text
//! sheets ── form      which kind of list it is, and what its columns become
//!           │ ├─ questions ── legend · sign   which headings ask what a questionnaire asks, and what the sheet explains of them
//!           │ ├─ binding ── parted             what the columns of a table become, each quarter a table
//!           │ ├─ placed                       headings that mean something by their place
//!           │ └─ combined                     headings of several names
//!           ├─ missed                      who was there for a part, and why not for another
//!           ├─ signing                     in which columns people sign, and for which part of a programme
//!           ├─ sessions                    which parts of a training people sign for
//!           ├─ programme                   which training a list is about, made where it is new, closed where it is over
//!           ├─ value ── day · dated · codes · scale · posts · person ── naming    what a cell means
//!           ├─ subject ── ledger                rows of tables, against what is recorded
//!           │    └─ employment · attending ── history · evaluation · complaint
//!           └─ survey ── copied · origin        answers, a batch a month
//!                 └─ told ── pending            what became of each row, and what rows wait for
//! open ── query ── unknown    what a list leaves open, as questions with their choices and what is typed for each
//! rejected           the rejected rows as a table, to be mended and read again
//! choices            letters of one column that would mean the same
//! compared           the list beside the records, with nothing changed
//! asked              what was typed for every row, and what a row lacks
//! nearly             headings that are nearly known: taken by their words and their cells, or asked
//! above ── titled    what the lines above a table, and the name of its sheet, say of all its rows
//! understood         whether the cells of a column are in the words of one of the records
//! marked             who was there, as a list marks it
//! lines ── group     which rows of a sheet are the list's, and what the headings between them say
//! blank              lists to fill in, which come back without rules
//! whole              a record directory that left, as it was
//! ```

mod above;
mod announced;
mod asked;
mod attending;
mod binding;
pub mod blank;
mod bound;
mod cells;
mod checked;
mod choices;
mod chosen;
mod codes;
mod combined;
mod compared;
mod complaint;
mod copied;
mod dated;
mod day;
mod employment;
mod evaluation;
mod faulty;
mod form;
mod group;
mod headed;
mod history;
mod kind;
mod lacking;
mod ledger;
mod legend;
mod lines;
mod marked;
mod missed;
mod misspelt;
mod naming;
mod nearly;
mod open;
mod origin;
mod outsider;
mod parted;
mod pending;
mod person;
mod placed;
mod posts;
mod profile;
mod programme;
mod query;
mod questions;
mod recalled;
mod rejected;
mod row;
mod scale;
mod sessions;
mod settle;
mod shipped;
mod sign;
mod signing;
mod subject;
mod survey;
mod titled;
mod told;
mod understood;
mod unknown;
mod value;
mod warned;
pub mod whole;

pub use open::open;
pub use person::offered;
pub use query::{OfferedAnswer, OpenQuestion, OptionTyped};
pub use rejected::is_rejected;
pub use told::{Account, Apart, Difference, Outcome, RowFate};

use crate::change::programme::OpenProgramme;
use crate::change::{Draft, Reason, Request, listed};
use crate::records::code::DateOrder;
use crate::records::organisation::{Staff, staff, units};
use crate::records::table;
use crate::records::text::folded;
use crate::sheets::heading::{self, Region};
use crate::sheets::{self, Worksheet};
use crate::words::change::Hint;
use crate::words::import::{Intake, Unfit};
use crate::words::{Lang, Say};
use blank::FormMark;
use bound::Bound;
use chosen::choose;
use codes::{Codes, Makes};
use compared::COMPARE;
use form::ListForm;
use open::against;
use rejected::Rejection;
use row::ListRow;
use std::collections::{BTreeSet, HashSet};
use std::{mem, ptr};
use subject::Transcription;
use value::Understanding;

/// Drafts what the files say. `subject` is what they are about; without it that is told by their headings. `None` when
/// something was refused that concerns all of them.
pub fn draft(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    subject: Option<&str>,
    files: Vec<(String, Vec<u8>)>,
) -> Option<Account> {
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let sheets = files
        .into_iter()
        .filter_map(|(name, bytes)| draft.accept("", sheets::read(&name, &bytes)));
    let mut read: Vec<Worksheet> = sheets.flatten().map(Worksheet::unstacked).collect();
    keep_sheet(draft, request, &mut read);
    draft.is_good().then_some(())?;
    let form = form_of(draft, request, subject, &mut read)?;
    let mut account = Account::default();
    let programme = programme::of(draft, request, &form, (&read, &mut account))?;
    let programme = programme.map(|programme| {
        let regions = tables(&form, &read);
        sessions::of_parts(draft, &form, (programme, &regions), &mut account)
    });
    let form = sessions::with_sessions(form, programme.as_ref());

    let regions = tables(&form, &read);
    let known = Codes::of(draft, Makes::default(), request.lang);
    let bind = |region: &Region<'_>| {
        let mut bound = form.bind(region);
        row::note(&mut bound, &form, region.rows);
        let nearly = nearly::adopt(&form, region, (&mut bound, &known));
        let above = above::note_above(&form, (region, &regions), (&mut bound, &known));
        let signs = sign::note(form.asking(), region, &mut bound, request.lang);
        account.notes.extend(nearly.into_iter().chain(above).chain(signs));
        bound
    };
    let bound: Vec<Bound> = regions.iter().map(bind).collect();
    let (file, title, name) = (names.join(", "), form.title.clone(), form.name.clone());
    account.notes.push(Intake::Recognised { file, title, name });
    note_passed(draft, &read, &regions, &mut account);
    refuse(draft, request, (&form, programme.as_ref()), (&regions, &bound));
    let headings = of_headings(&form, (&regions, &bound), request.lang);
    account.notes.extend(headings);
    let mut rows = Vec::new();
    for (region, bound) in regions.iter().zip(&bound) {
        lines::take((&form, bound), region, &mut rows, &mut account);
    }
    rows.shrink_to_fit();
    lines::tell(&mut account, request.lang);
    account
        .notes
        .extend(lacking::untold(request, &form, (&regions, &bound), &account));
    (draft.findings.errors() == 0).then_some(())?;
    ask_or_record(draft, request, (&form, programme), rows, &mut account);
    Some(account)
}

/// The kind of list that some sheets are, with what was typed of it; the sheets of another kind are taken away.
fn form_of(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    subject: Option<&str>,
    read: &mut Vec<Worksheet>,
) -> Option<ListForm> {
    let form = match FormMark::of(read) {
        Some(mark) => {
            keep_marked(draft, &mark, read);
            marked(draft, request, &mark, read)?
        }
        None => choose(draft, request, subject, read)?,
    };
    compared::refuse_idle(draft, request, &form);
    Some(asked::complete(draft, request, form))
}

/// Drafts the rows; of a list that is refused as a whole, what its rows wait for is asked together with that.
fn ask_or_record(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    (form, programme): (&ListForm, Option<OpenProgramme>),
    rows: Vec<ListRow<'_>>,
    account: &mut Account,
) {
    let refused = mem::take(&mut draft.slips);
    let is_refused = !refused.is_empty();
    record(draft, request, (form, programme, is_refused), rows, account);
    if is_refused {
        // What the answers of all rows tell is said at once with what was refused before they were read.
        let is_of_all = |reason: &Reason| {
            matches!(
                reason,
                Reason::Unfit(Unfit::ProfileUnread { .. } | Unfit::ScaleBeyond { .. })
            )
        };
        let found = mem::replace(&mut draft.slips, refused);
        let found = found.into_iter().filter(|(_, reason)| is_of_all(reason));
        draft.slips.extend(found);
        draft.beside = None;
    }
    account.together = against(draft, Some(account), request.lang, |against| against.together());
    match draft.is_good() {
        true => {}
        false if is_refused => account.keep_asked(),
        false => account.keep_refused(),
    }
}

/// The tables on some sheets that are the list's.
fn tables<'s>(form: &ListForm, read: &'s [Worksheet]) -> Vec<Region<'s>> {
    let knows = form.knows();
    let sheets = read.iter().filter(|sheet| form.reads(sheet.name.as_deref()));
    let regions = sheets.flat_map(|sheet| heading::regions(sheet, &knows));
    let regions = lacking::of_answers(form, lacking::of_people(form, regions.collect()));
    let mut regions = parted::by_quarter(form, regions);
    heading::stand_beside(&mut regions, read);
    regions
}

/// Refuses what the tables of a list leave open of all their rows, or say in two ways.
fn refuse(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    (form, programme): (&ListForm, Option<&OpenProgramme>),
    (regions, bound): (&[Region<'_>], &[Bound]),
) {
    let lang = request.lang;
    refuse_alike(draft, regions, bound, lang);
    nearly::refuse(draft, (regions, bound), lang);
    asked::refuse_typed(draft, request, form, regions);
    lacking::refuse(draft, request, form, (regions, bound), programme);
    legend::refuse_twofold(draft, form.asking(), regions, lang);
    sign::refuse(draft, form.asking(), (regions, bound), lang);
    choices::refuse_letters(draft, request, form, (regions, bound));
    questions::refuse_unasked(draft, form.asking(), regions, bound);
}

/// Keeps the sheet that was named.
fn keep_sheet(draft: &mut Draft<'_>, request: &Request<'_>, read: &mut Vec<Worksheet>) {
    let Some(wanted) = request.get("sheet") else {
        return;
    };
    let is_it = |name: &str| folded(name) == folded(wanted);
    let names: Vec<String> = read
        .iter()
        .flat_map(|sheet| &sheet.name)
        .map(|name| name.to_string())
        .collect();
    if names.iter().any(|name| is_it(name)) {
        read.retain(|sheet| sheet.name.as_deref().is_some_and(is_it));
    } else {
        let (text, known) = (wanted.to_owned(), names.join(", "));
        draft.refuse("--sheet", Unfit::SheetNone { text, known });
    }
}

/// Notes the sheets that are passed over: those that do not show, and those without a heading of such a list.
fn note_passed(draft: &mut Draft<'_>, read: &[Worksheet], regions: &[Region<'_>], account: &mut Account) {
    listed::note_unseen(draft, read);
    let holds = |sheet: &&Worksheet| sheet.rows.iter().any(|row| !row.is_blank());
    let is_passed = |sheet: &&Worksheet| !regions.iter().any(|region| ptr::eq(region.sheet, *sheet));
    let passed = read.iter().filter(holds).filter(is_passed);
    let names: Vec<String> = passed.map(|sheet| sheet.spot(0, None).within_file()).collect();
    let names = names.join("; ");
    account
        .notes
        .extend((!names.is_empty()).then_some(Intake::SheetsPassed { names }));
}

/// The columns of a list that mean nothing here.
fn unknown(form: &ListForm, bound: &[Bound]) -> Option<Intake> {
    let unknown = bound.iter().flat_map(|bound| &bound.unknown);
    let unknown: BTreeSet<&str> = unknown.map(|(_, title)| title.as_str()).collect();
    let columns: Vec<&str> = unknown.into_iter().collect();
    let (columns, known) = (columns.join(", "), form.known());
    (!columns.is_empty()).then_some(Intake::ColumnsUnknown { columns, known })
}

/// What is told of the headings of a list: those that mean nothing, places where nobody signed, questions by number.
fn of_headings(
    form: &ListForm,
    (regions, bound): (&[Region<'_>], &[Bound]),
    lang: Lang,
) -> impl Iterator<Item = Intake> + use<> {
    let unsigned = signing::unsigned(form, regions, bound, lang);
    let order = legend::order(form.asking(), (regions, bound), lang);
    [unknown(form, bound), Bound::told_left_out(bound), unsigned, order]
        .into_iter()
        .flatten()
}

/// Keeps the sheets of a list to fill in: the one that explains it is none, and another list comes in by itself.
fn keep_marked(draft: &mut Draft<'_>, mark: &FormMark, read: &mut Vec<Worksheet>) {
    let mark_of = |sheet: &Worksheet| FormMark::of(std::slice::from_ref(sheet));
    let files: HashSet<_> = read.iter().map(|sheet| sheet.file.clone()).collect();
    read.retain(|sheet| mark_of(sheet).is_some_and(|other| other == *mark));
    for file in files {
        if !read.iter().any(|sheet| sheet.file == file) {
            let name = file.to_string();
            draft.refuse("", Unfit::FormAlone { name });
        }
    }
}

/// The kind of list that its mark names: one that `bina form` made.
fn marked(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    mark: &FormMark,
    sheets: &[Worksheet],
) -> Option<ListForm> {
    mark.tell(request);
    let table = mark.blank().and_then(|blank| Some((blank, table(blank.table)?)));
    match table {
        Some((blank, table)) => Some(form::of_blank(blank, table).with_headings(request)),
        None => choose(draft, request, Some(&mark.name), sheets).map(form::as_blank),
    }
}

/// Whether a text is the subject of a list that the office can take in.
pub fn is_subject(draft: &mut Draft<'_>, text: &str) -> bool {
    form::forms(draft, None)
        .iter()
        .any(|form| form::is_subject(form, text))
}

/// Refuses headings that are equal, where one of them would be read.
fn refuse_alike(draft: &mut Draft<'_>, regions: &[Region<'_>], bound: &[Bound], lang: Lang) {
    for (region, bound) in regions.iter().zip(bound) {
        for (first, second) in &bound.alike {
            let spot = |at: usize| region.sheet.spot(region.heading, Some(at));
            let (place, heading) = (spot(*first).text(lang), region.titles[*first].clone());
            let other = spot(*second).cell().unwrap_or_default();
            draft.refuse(
                "",
                Unfit::HeadingTwice {
                    place,
                    heading,
                    other,
                },
            );
        }
    }
}

/// Drafts the rows, tells what became of each, and keeps the rejected ones; of a list that is refused as a whole, only what
/// its rows wait for.
fn record(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    (form, programme, is_refused): (&ListForm, Option<OpenProgramme>, bool),
    rows: Vec<ListRow<'_>>,
    account: &mut Account,
) {
    let (compares, makes) = (request.has(COMPARE), Makes::of(request, request.has(COMPARE)));
    let lang = request.lang;
    account.makes_units = form.table().name == staff.name || draft.rows(&units, &units.file("")).len() < 2;
    let order = order_of_days(form, &rows, lang);
    let dates = form.dates.or(order.as_ref().map(|(order, _)| *order));
    let mut understanding = Understanding::of(draft, (makes, lang), (dates, form.decimals));
    account.notes.extend(order.map(|(_, note)| note));
    account.notes.extend(row::quieted_names(form, &rows));
    if compares {
        let reading = Transcription::new(form, understanding, request, programme);
        let (differences, note) = compared::compare(draft, reading, &rows);
        account.differences = differences;
        account.notes.extend(note);
        return;
    }
    let training = programme.as_ref().map(|programme| programme.id.clone());
    let of_days = signing::signed_by_day(programme.as_ref(), &rows);
    let mut batches = Vec::new();
    if let Some(survey) = &form.survey {
        let recorded = survey::draft(draft, (form, survey), &rows, &mut understanding, request);
        account.rows = recorded.fates;
        account.notes.extend(recorded.notes);
        account.notes.extend(account.among_known(lang));
        batches = recorded.batches;
        account.note_unknown(understanding.codes.missing(), lang);
    } else {
        let mut reading = Transcription::new(form, understanding, request, programme);
        let mut who = |row: &ListRow<'_>| reading.who(&row.spot(), &row.fields(form)).ok();
        let named = |row: &ListRow<'_>| who(row).map(|who| (who.name.to_string(), who.id.to_string()));
        account.partly = signing::partly(form, of_days, named);
        settle::settle(draft, reading, &rows, account);
    }
    let waiting = pending::of_rows(form, &rows, account, lang);
    account.missing.extend(waiting.into_iter().map(Reason::from));
    // Where something is asked nothing is recorded: the same command comes again with the answer. Who has the rejected rows
    // kept means to go on without them.
    if is_refused {
        return;
    }
    if !account.missing.is_empty() && !request.has("rejected") {
        let asked = account.missing.drain(..).map(|reason| (String::new(), reason));
        draft.slips.extend(asked);
    } else {
        end(draft, request, (form, &rows), account, (training, &batches));
    }
}

/// Closes the training of a list that was taken in, sums up, and keeps the rejected rows.
fn end(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    (form, rows): (&ListForm, &[ListRow<'_>]),
    account: &mut Account,
    (training, batches): (Option<String>, &[String]),
) {
    if let Some(training) = training {
        programme::close(draft, request, training, account);
    }
    account.notes.extend(warned::of(draft, request.today, form));
    account.notes.extend(account.skipped(request.lang));
    account.notes.push(account.summary());
    let count = account.count(Outcome::Rejected);
    if count > 0 {
        draft.nothing = Some(Hint::NothingOfRejected { count });
        keep(draft, request, (form, rows), account, batches);
    }
}

/// The order that the days of a list have by themselves, and how it is told.
fn order_of_days(form: &ListForm, rows: &[ListRow<'_>], lang: Lang) -> Option<(DateOrder, Intake)> {
    if form.dates.is_some() {
        return None;
    }
    let (order, spot, text) = row::order_of_days(form, rows)?;
    let place = spot.text(lang);
    let note = match order {
        DateOrder::DayFirst => Intake::DaysDayFirst { place, text },
        DateOrder::MonthFirst => Intake::DaysMonthFirst { place, text },
    };
    Some((order, note))
}

/// Keeps the rejected rows for the file that was named.
fn keep(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    (form, rows): (&ListForm, &[ListRow<'_>]),
    account: &Account,
    batches: &[String],
) {
    let Some(file) = request.get("rejected") else {
        return;
    };
    let mut targets = form.columns.iter().flat_map(|column| &column.to);
    let takes_number = targets.any(|to| to.0 == staff.name && to.1 == *staff.columns[Staff::nip].name);
    let all = rows.iter().zip(&account.rows).enumerate();
    let refused = all.filter(|(_, (_, fate))| fate.outcome == Outcome::Rejected);
    let refused: Vec<Rejection<'_>> = refused
        .map(|(number, (row, fate))| Rejection {
            titles: row.titles(),
            beside: row.beside(form),
            row: row.row,
            batch: batches.get(number).map(String::as_str),
            lacks_number: takes_number
                && fate.is_unmet()
                && !row.bound.feeds(&form.columns, &staff, Staff::nip),
            why: fate.why(request.lang),
        })
        .collect();
    let first = rows.first().map(|row| row.region.sheet.laid_out);
    let text = rejected::table(&refused, first.unwrap_or_default(), request.lang);
    draft.beside = Some((Some(file.to_owned()), text));
}
