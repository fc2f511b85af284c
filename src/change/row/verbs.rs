//! Adding, changing and removing one row.

use super::dating::{count_filled, count_undated, date, enter, fill_in};
use super::finish::finish;
use super::{argument, file, fill, find, key_text, place, twins};
use crate::change::listed::{Addition, Present};
use crate::change::{Draft, Given, Record, Request, filled, mention, mint, settings};
use crate::records::cell::{Cell, Domain};
use crate::records::code::ParticipationStatus;
use crate::records::competence::{Certificate, certificates, standards};
use crate::records::complaint::{Complaint, complaints};
use crate::records::organisation::{Staff, staff, units};
use crate::records::performance::{Action, Guidance, actions, guidance};
use crate::records::reference::Namesake;
use crate::records::references::References;
use crate::records::service::holidays;
use crate::records::table::Schema;
use crate::records::taking_part::{Attendance, Participation, attendance, participation};
use crate::records::time::{Day, Month};
use crate::words::change::{Hint, Slip};

/// Tables whose rows stay: history that an auditor asks for.
const APPEND_ONLY: &[&str] = &["certificates"];

/// Adds a row made of what was typed: refuses an empty column that must be filled, and a row that is there already,
/// unless that is left or set as it was asked. `month` is that of its file, where the key and the days leave it open.
pub fn add(
    draft: &mut Draft<'_>,
    table: &Schema,
    given: &[Given],
    month: Option<Month>,
    request: &mut Request<'_>,
) -> Option<Addition> {
    let mut cells = filled(table, &[]);
    fill(draft, table, given, &mut cells);
    let is_typed = |index: usize| {
        let typed = given.iter().filter(|value| !value.text.trim().is_empty());
        typed.into_iter().any(|value| value.column == index)
    };
    let mints = mint::is_minted(table) && !is_typed(0);
    let asked = Present::asked(request);
    if mints && asked == Present::Refused {
        refuse_nip(draft, table, &cells);
    }
    // Two people may have one name, and a complaint that is there is refused with the way to repeat it.
    let is_told_below = asked == Present::Refused && mints;
    let known = (draft.is_good() && !is_told_below).then(|| present(draft, table, &cells, month));
    if let Some((file, row)) = known.flatten() {
        return meet(draft, table, (&file, &row), given, asked);
    }
    refuse_missing(draft, table, |index| is_typed(index) || (index == 0 && mints));
    if !draft.is_good() {
        return None;
    }
    date_known(draft, table, &mut cells);
    let (stem, length) = mint::stem(table, &cells, request.today);
    if mints {
        cells[Schema::FIRST].clone_from(&stem);
    }
    let Some(file) = file(table, &cells, month) else {
        let text = key_text(&cells[..table.keys()]);
        return draft.stop("", Slip::FileOfRow { text });
    };
    if mints {
        cells[Schema::FIRST] = mint::id(draft, table, &file, (stem, length), request);
    }
    refuse_nip(draft, table, &cells);
    match &*table.name {
        name if name == certificates.name => {
            let (sha256, number) = (&cells[Certificate::sha256], &cells[Certificate::number]);
            twins::note_certificates(draft, sha256, number);
        }
        name if name == complaints.name => twins::refuse_complaint(draft, &cells),
        name if name == staff.name => twins::note_namesakes(draft, &cells),
        name if name == participation.name => enter(draft, &mut cells),
        _ => {}
    }
    if !draft.is_good() {
        return None;
    }
    let key = print_key(draft, table, &cells);
    draft.insert(table, &file, cells);
    Some(Addition::New(key))
}

/// Notes in a row that is new from when what it names is known, unless that was typed.
pub fn date_known(draft: &mut Draft<'_>, table: &Schema, cells: &mut [String]) {
    count_undated(draft, table, cells);
    let Some(column) = known_column(table).filter(|column| cells[*column].is_empty()) else {
        return;
    };
    cells[column] = known_since(draft, table);
    let day = cells[column].clone();
    let is_past = table.name == holidays.name && cells[Schema::FIRST] < day;
    let is_told = [&standards.name, &units.name].contains(&&table.name);
    if !day.is_empty() && (is_told || is_past) {
        draft.note(Hint::KnownSince { day });
    }
}

/// The column of the day from which what a row names is known, of a table that has one beside its key.
pub fn known_column(table: &Schema) -> Option<usize> {
    let column = table.column("since")?;
    table.columns[column].optional.then_some(column)
}

/// The day from which what is added to a table now is known: today; and nothing, for from the beginning, where these are
/// the first rows that it ever had, or the office is being set up.
pub fn known_since(draft: &mut Draft<'_>, table: &Schema) -> String {
    let is_first = !draft.had_rows(&table.file(""));
    settings::added_on(draft, is_first)
}

/// The key of a row in words; one that stands in one cell is an id that another command takes, and is printed.
fn print_key(draft: &mut Draft<'_>, table: &Schema, cells: &[String]) -> String {
    let key = &cells[..table.keys()];
    draft
        .added
        .extend(key.first().filter(|_| key.len() == 1).cloned());
    key_text(key)
}

/// The row that is the same as one that would be added, with its file: it has its key, or what nothing else can have:
/// the NIP of a person, or the number that a complaint has in its channel.
fn present(
    draft: &mut Draft<'_>,
    table: &Schema,
    cells: &[String],
    month: Option<Month>,
) -> Option<(String, Record)> {
    let key = &cells[..table.keys()];
    if key.iter().any(String::is_empty) {
        return same(draft, table, cells);
    }
    match file(table, cells, month) {
        // A key that names no file, as that of a programme of another office, may stand in any.
        Some(own) if table.keys() == 1 || file(table, key, None).is_some() => {
            let mut rows = draft.rows(table, &own).into_iter();
            rows.find(|row| row.key(table) == key).map(|row| (own, row))
        }
        _ => find(draft, table, key),
    }
}

/// The row that tells of the same, where no key was typed. Of a person without a NIP it is that of the same name.
fn same(draft: &mut Draft<'_>, table: &Schema, cells: &[String]) -> Option<(String, Record)> {
    if table.name == complaints.name && cells[Complaint::duplicate_of].is_empty() {
        let all = twins::complaints_numbered(draft, &cells[Complaint::reference]).into_iter();
        let own = all.filter(|(_, _, channel)| *channel == cells[Complaint::channel]);
        let (_, id, _) = own.min()?;
        return find(draft, table, &[id]);
    }
    let (columns, needed): (&[usize], usize) = match &table.name {
        name if *name == staff.name && cells[Staff::nip].is_empty() => {
            (&[Staff::nip, Staff::name], Staff::name)
        }
        name if *name == staff.name => (&[Staff::nip], Staff::nip),
        _ => return None,
    };
    if cells[needed].is_empty() {
        return None;
    }
    let is_same = |row: &Record| columns.iter().all(|column| row.cells[*column] == cells[*column]);
    let mut files = place::files(draft, table).into_iter();
    files.find_map(|file| {
        let mut rows = draft.rows(table, &file).into_iter();
        rows.find(is_same).map(|row| (file, row))
    })
}

/// Refuses what is there, leaves it, or gives it the values that were typed.
fn meet(
    draft: &mut Draft<'_>,
    table: &Schema,
    (file, row): (&str, &Record),
    given: &[Given],
    present: Present,
) -> Option<Addition> {
    let key = row.key(table).to_vec();
    let before = draft.bytes(file);
    match present {
        Present::Refused => {
            let (file, key) = (file.to_owned(), key_text(&key));
            return draft.stop("", Slip::IsThere { file, key });
        }
        Present::Left => {}
        Present::Set => {
            let is_value = |value: &&Given| !table.columns[value.column].key && !value.text.trim().is_empty();
            let values: Vec<Given> = given.iter().filter(is_value).cloned().collect();
            set(draft, table, &key, &values)?;
        }
    }
    let has_changed = draft.bytes(file) != before;
    Some(Addition::of(print_key(draft, table, &key), has_changed))
}

/// Refuses the columns that must be filled and are not, all in one sentence.
fn refuse_missing(draft: &mut Draft<'_>, table: &Schema, is_given: impl Fn(usize) -> bool) {
    let missing = table
        .columns
        .iter()
        .enumerate()
        .filter(|(index, column)| !column.optional && !is_given(*index))
        .map(|(_, column)| argument(column));
    let names: Vec<String> = missing.collect();
    if !names.is_empty() {
        draft.refuse(
            "",
            Slip::ValueMissing {
                names: names.join(", "),
            },
        );
    }
}

/// Refuses a NIP that somebody else has.
fn refuse_nip(draft: &mut Draft<'_>, table: &Schema, cells: &[String]) {
    let Some(column) = table.columns.iter().position(|column| column.kind == Domain::Nip) else {
        return;
    };
    let people = draft.people();
    if let Some(other) = people.by_nip(&cells[column])
        && other.id != cells[Schema::FIRST]
    {
        let (nip, person) = (cells[column].clone(), other.shown());
        draft.refuse(argument(&table.columns[column]), Slip::NipTaken { nip, person });
    }
}

/// Changes cells of the row with a key.
pub fn set(draft: &mut Draft<'_>, table: &Schema, key: &[String], given: &[Given]) -> Option<()> {
    let (file, row) = found(draft, table, key)?;
    let mut cells = row.cells.clone();
    fill(draft, table, given, &mut cells);
    refuse_nip(draft, table, &cells);
    if table.name == staff.name && row.cells[Staff::employment] != cells[Staff::employment] {
        let person = draft.people().shown(&cells[Schema::FIRST]);
        draft.note(Hint::EmploymentFromStart { person });
    }
    let differs = |column: &usize| row.cells[*column] != cells[*column];
    let is_told = table.name == complaints.name && {
        let received = Day::parse(&cells[Complaint::received]);
        received.map(Day::month) < draft.today.map(Day::month)
    };
    if is_told && [Complaint::class, Complaint::handler].iter().any(differs) {
        let id = cells[Schema::FIRST].clone();
        draft.note(Hint::FromReceipt { id });
    }
    if draft.is_good() {
        rewrite(draft, (table, &file), &row, cells);
    }
    Some(())
}

/// The presences at sessions that a row contradicts, once it says that the person was absent; with their file.
pub fn contradicted(
    draft: &mut Draft<'_>,
    (table, file): (&Schema, &str),
    before: &[String],
    cells: &[String],
) -> (String, Vec<Record>) {
    let presence = file.replace(&*participation.path, &attendance.path);
    let absent = ParticipationStatus::Absent.code();
    let [old, new] =
        [before, cells].map(|cells| cells.get(Participation::status).is_some_and(|own| own == absent));
    if table.name != participation.name || old || !new {
        return (presence, Vec::new());
    }
    let whose = [Participation::training, Participation::staff].map(|column| &cells[column]);
    let mut rows = draft.rows(&attendance, &presence);
    rows.retain(|row| {
        let own = [&row.cells[Attendance::training], &row.cells[Attendance::staff]];
        own == whose && row.cells[Attendance::present] == "yes"
    });
    (presence, rows)
}

/// Notes that who was absent came to no session, in the rows that say otherwise.
fn stay_away(draft: &mut Draft<'_>, place: (&Schema, &str), row: &Record, cells: &[String]) {
    let (presence, rows) = contradicted(draft, place, &row.cells, cells);
    if rows.is_empty() {
        return;
    }
    let sessions: Vec<&str> = rows.iter().map(|row| &*row.cells[Attendance::session]).collect();
    let (people, key) = (draft.people(), row.key(place.0));
    let key: Vec<String> = key.iter().map(|part| people.shown(part)).collect();
    draft.note(Hint::PresenceTaken {
        key: key_text(&key),
        sessions: sessions.join(", "),
    });
    for row in &rows {
        let values = [
            (Attendance::present, "no".to_owned()),
            (Attendance::minutes, "0".to_owned()),
        ];
        draft.amend(&attendance, &presence, row.key(&attendance), &values);
    }
}

/// Gives a row other cells. What they rule out is emptied with them, and told.
pub fn rewrite(draft: &mut Draft<'_>, (table, file): (&Schema, &str), row: &Record, mut cells: Vec<String>) {
    let emptied = match table.name == participation.name {
        true => {
            finish(draft, Some(&row.cells), &mut cells);
            date(draft, &row.cells, &mut cells);
            settle(&row.cells, &mut cells)
        }
        false => Vec::new(),
    };
    stay_away(draft, (table, file), row, &cells);
    fill_in(draft, table, &row.cells, &mut cells);
    count_undated(draft, table, &cells);
    count_filled(draft, table, &row.cells, &cells);
    date_names(draft, table, &row.cells, &mut cells);
    postpone(draft, table, &row.cells, &mut cells);
    if !emptied.is_empty() {
        let named = emptied
            .iter()
            .map(|&column| format!("{} {}", table.columns[column].name, row.cells[column]));
        let values: Vec<String> = named.collect();
        let people = draft.people();
        let key: Vec<String> = row.key(table).iter().map(|part| people.shown(part)).collect();
        draft.note(Hint::CellsEmptied {
            key: key_text(&key),
            values: values.join(", "),
        });
    }
    let changed: Vec<(usize, String)> = cells
        .into_iter()
        .enumerate()
        .filter(|(index, cell)| row.cells[*index] != *cell)
        .collect();
    draft.amend(table, file, row.key(table), &changed);
}

/// Columns that name who or what, each with the column of the day on which that was named.
const NAMED_ON: [(&Schema, [usize; 2]); 5] = [
    (
        &participation,
        [Participation::verified_by, Participation::verified],
    ),
    (&complaints, [Complaint::duplicate_of, Complaint::marked]),
    (&certificates, [Certificate::applied, Certificate::told]),
    (&guidance, [Guidance::result, Guidance::told]),
    (&actions, [Action::result, Action::told]),
];

/// The days with which a result comes.
const CAME_WITH: [(&Schema, usize); 2] = [(&guidance, Guidance::followed_up), (&actions, Action::done)];

/// Notes the day on which somebody verified, or a complaint was found to repeat another. Who is named no more, was on no
/// day. A result that comes with the day on which something was done was known on that day.
fn date_names(draft: &Draft<'_>, table: &Schema, before: &[String], cells: &mut [String]) {
    for (_, [name, day]) in NAMED_ON.iter().filter(|(of, _)| of.name == table.name) {
        // Other words about the same are a correction.
        let is_worded = table.columns[*name].kind == Domain::Text;
        let is_corrected = is_worded && !before[*name].is_empty() && !cells[*name].is_empty();
        let mut came_with = CAME_WITH.iter().filter(|(of, _)| of.name == table.name);
        let is_dated = came_with.any(|(_, event)| before[*event] != cells[*event]);
        if before[*name] != cells[*name] && before[*day] == cells[*day] && !is_corrected && !is_dated {
            let today = draft.today.filter(|_| !cells[*name].is_empty());
            cells[*day] = today.map_or(String::new(), |today| today.to_string());
        }
    }
}

/// Notes by when an action was to be done until now, where that was known before today: what was late stays so in the
/// months before. Of several changes on a day the first counts.
fn postpone(draft: &Draft<'_>, table: &Schema, before: &[String], cells: &mut [String]) {
    let (due, moved) = (Action::due, Action::moved);
    let is_other = |column: usize| before[column] != cells[column];
    if table.name != actions.name || !is_other(due) || is_other(moved) || !before[Action::done].is_empty() {
        return;
    }
    let is_known = |today: &Day| Day::parse(&before[Action::opened]).is_none_or(|opened| opened < *today);
    let Some(today) = draft.today.filter(is_known).map(|today| today.to_string()) else {
        return;
    };
    if References::parts(&before[moved]).all(|(_, replaced)| replaced != today) {
        cells[moved] = format!("{} {}@{today}", before[moved], before[due])
            .trim()
            .to_owned();
    }
}

/// Empties what a new status rules out, and the digest and verification of evidence that is another now. Which columns were
/// emptied: those that kept what they said before, never what was just written.
pub fn settle(before: &[String], cells: &mut [String]) -> Vec<usize> {
    let differs = |column: usize, cells: &[String]| before[column] != cells[column];
    let mut doomed = Vec::new();
    if differs(Participation::status, cells)
        && let Ok(status) = ParticipationStatus::parse(&cells[Participation::status])
    {
        doomed.extend(Participation::ruled_out(status));
    }
    if differs(Participation::evidence, cells) {
        doomed.push(Participation::sha256);
    }
    if differs(Participation::evidence, cells) || differs(Participation::sha256, cells) {
        doomed.extend([Participation::verified_by, Participation::verified]);
    }
    doomed.retain(|&column| !cells[column].is_empty() && !differs(column, cells));
    doomed.sort_unstable();
    doomed.dedup();
    for &column in &doomed {
        cells[column].clear();
    }
    doomed
}

/// Removes the row with a key.
pub fn remove(draft: &mut Draft<'_>, table: &Schema, key: &[String]) -> Option<()> {
    if APPEND_ONLY.contains(&&*table.name) {
        let table = table.name.to_string();
        return draft.stop("", Slip::NotUndone { table });
    }
    let (file, _) = found(draft, table, key)?;
    let id = key.join("/");
    let named = Namesake {
        of: &table.name,
        one: table.one,
        id: &id,
    };
    mention::refuse_referred(draft, named);
    if draft.is_good() {
        draft.remove(table, &file, key);
    }
    Some(())
}

/// The row with a key; when there is none that is refused.
pub fn found(draft: &mut Draft<'_>, table: &Schema, key: &[String]) -> Option<(String, Record)> {
    let found = find(draft, table, key);
    if found.is_none() && draft.is_good() {
        let (one, table, key) = (table.one.to_owned(), table.name.to_string(), key_text(key));
        draft.refuse("", Slip::RowMissing { table, one, key });
    }
    found
}
