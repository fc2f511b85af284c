//! `bina export`: a table, a report, or the whole record directory leaves for other programs.

use super::asking::{format, refuse_terminal};
use super::{with_edition, written};
use crate::change::Draft;
use crate::clerk;
use crate::commands::arguments::{ending, month, typed, with_codes};
use crate::commands::verb::{Act, verbs};
use crate::dispatch::parcel::Parcel;
use crate::dispatch::{courses, parcel, sql, table};
use crate::files::access::Access;
use crate::files::output;
use crate::inquiry::{KINDS, Kind};
use crate::listing;
use crate::load;
use crate::records::cell::Cell as _;
use crate::records::code::SqlDialect;
use crate::records::table::{Cut, nearest};
use crate::records::time::Month;
use crate::records::{TABLES, lists};
use crate::render::workbook::Book;
use crate::render::{FORMATS, Format, Listing, json};
use crate::report::model::Edition;
use crate::session::{Exit, Failure, Session};
use crate::words::screen::Screen;
use crate::words::{Lang, Phrase, Say, as_typed, value_form};
use anyhow::Context as _;
use clap::builder::PossibleValuesParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

verbs! {
    "" "export" "ekspor", id "Mengeluarkan tabel, laporan, atau semuanya untuk program lain", en "Writes a table, a report or everything for other programs" {
    } Act::Built(build, run), "";
}

/// The name of everything.
const ALL: &str = "all";

/// The names of the history of courses for the national system.
const COURSES: [&str; 2] = ["siasn-courses", "riwayat-kursus"];

/// Data are written in no width.
const ANY_WIDTH: usize = 0;

/// The name of the script for engines of SQL.
const SQL: &str = "sql";

/// What leaves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaving {
    /// Everything.
    All,
    /// A table of one file, or of a file a period.
    Whole,
    /// A table of a file a month, and the history of courses.
    Months,
    /// A report.
    Report,
    /// The script for engines of SQL.
    Script,
}
use Leaving::{All, Months, Report, Script, Whole};

/// What only some of what leaves takes, each with what takes it.
const OPTIONAL: [(&str, &[Leaving]); 14] = [
    ("subject", &[Report]),
    ("month", &[Months, Report, Script]),
    ("quarter", &[Report]),
    ("semester", &[Report]),
    ("year", &[Report]),
    ("period", &[Report]),
    ("table", &[Report]),
    ("for-excel", &[Whole, Months, Report]),
    ("full", &[Report]),
    ("draft", &[Report]),
    ("edition", &[Report]),
    ("masked", &[All]),
    ("dialect", &[Script]),
    ("format", &[All, Whole, Months, Report]),
];

/// The formats that keep every row.
fn formats() -> Vec<&'static Format> {
    Format::those(Format::is_kept)
}

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let command = command
        .after_help(say(
            "all menulis semuanya: satu buku kerja (-o CATATAN.xlsx), satu json, atau satu folder csv (-o FOLDER).\n\
             Ke direktori baru kembali dengan: bina -C DIREKTORI-BARU import all CATATAN.xlsx\n\
             Teks yang akan dihitung lembar kerja (=…, +…, -…, @…) diberi tanda petik tunggal di depannya, dan tanda itu\n\
             diambil lagi saat diimpor. json memuat teks apa adanya.\n\
             sql menulis tampilan bertipe di atas berkas csv dan angka inti laporan bulanan sebagai kueri, untuk kantor\n\
             yang sudah terlalu besar bagi satu komputer: bina export sql --dialect duckdb --month 2026-10\n\
             Contoh: bina export staff -o pegawai.xlsx",
            "all writes everything: a workbook (-o RECORDS.xlsx), a json, or a folder of csv (-o FOLDER).\n\
             It comes back into a new directory with: bina -C NEW-DIR import all RECORDS.xlsx\n\
             A text that a spreadsheet would calculate (=…, +…, -…, @…) leaves with an apostrophe before it, which is\n\
             taken away where it is imported. json has texts as they are.\n\
             sql writes typed views over the csv files and the core of the monthly report as queries, for who outgrows one\n\
             machine: bina export sql --dialect duckdb --month 2026-10\n\
             Example: bina export staff -o staff.xlsx",
        ))
        .arg(
            Arg::new("name")
                .required(true)
                .value_name(value_form(lang, "NAME"))
                .help(say(
                    "Tabel, kode kuesioner, laporan, siasn-courses (riwayat kursus untuk SIASN), sql, atau all; tabel didahulukan dari laporan yang senama",
                    "A table, the code of a questionnaire, a report, siasn-courses (the history of courses for SIASN), sql, or all; a table stands before a report of its name",
                )),
        );
    let masked = Arg::new("masked").long("masked").action(ArgAction::SetTrue);
    let masked = masked.help(say(
        "Untuk all: tanpa nama, NIP, kontak, dan teks bebas, bagi pelatihan atau laporan kesalahan",
        "For all: without names, NIPs, contacts and free text, for teaching or the report of a fault",
    ));
    let dialects = SqlDialect::CODES;
    let dialect = Arg::new("dialect")
        .long("dialect")
        .value_name(value_form(lang, "CODE"))
        .value_parser(PossibleValuesParser::new(dialects.iter().map(|code| code.name)))
        .hide_possible_values(true);
    let dialect = dialect.help(with_codes(
        say("Untuk sql: mesinnya", "For sql: the engine"),
        dialects,
        lang,
    ));
    with_edition(command, &formats(), lang).args([masked, dialect])
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let name = typed(matches, "name").unwrap_or_default();
    if name == ALL || name == "semua" {
        return all(matches, session);
    }
    let month = match is_typed(matches, "month") {
        true => month(matches, session)?,
        false => None,
    };
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    if name == SQL {
        return script(matches, draft, month, session);
    }
    if COURSES.contains(&name) {
        refuse_idle(matches, Months, session)?;
        let (listing, lacking) = courses::courses(&mut draft, month, session.today);
        clerk::refuse(&draft, session)?;
        let rows = listing.rows.len();
        leave(&listing, matches, session)?;
        session.tell(&Screen::CoursesLeft { rows, lacking })?;
        return Ok(Exit::Done);
    }
    let Some(found) = table::named(&mut draft, name) else {
        let mut kinds = KINDS.iter();
        return match kinds.any(|kind| kind.name == name || kind.alias == name) {
            true => {
                refuse_idle(matches, Report, session)?;
                written(matches, &formats(), session)
            }
            false => Err(unknown(name, session)),
        };
    };
    let takes = match found.cut {
        Cut::Month => Months,
        Cut::Whole | Cut::Period => Whole,
    };
    refuse_idle(matches, takes, session)?;
    let form = format(matches, &formats(), session)?;
    let listing = listing::of_table(&mut draft, &found, month, form, |_| true);
    clerk::refuse(&draft, session)?;
    leave(&listing, matches, session)?;
    Ok(Exit::Done)
}

/// Whether an argument was typed, and is not what it is by itself.
fn is_typed(matches: &ArgMatches, argument: &str) -> bool {
    matches.value_source(argument) == Some(ValueSource::CommandLine)
}

/// Refuses the arguments that what leaves does not take: who typed one would think that it was heard.
fn refuse_idle(matches: &ArgMatches, leaving: Leaving, session: &Session<'_>) -> anyhow::Result<()> {
    let is_idle =
        |(argument, takers): &(&str, &[Leaving])| is_typed(matches, argument) && !takers.contains(&leaving);
    let idle = OPTIONAL.into_iter().filter(is_idle);
    let told: Vec<String> = idle
        .map(|(argument, _)| idle_as(argument, leaving, matches, session.lang).text(session.lang))
        .collect();
    match told.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(Exit::Usage, told.join("\n")).into()),
    }
}

/// Why an argument is idle, and what to type.
fn idle_as(argument: &str, leaving: Leaving, matches: &ArgMatches, lang: Lang) -> Screen {
    let name = typed(matches, "name").unwrap_or_default().to_owned();
    let public = Edition::CODES[1].typed(lang);
    match argument {
        "masked" => Screen::MaskedAll,
        "edition" => Screen::ExportEdition { name, public },
        _ => {
            let value = typed_value(matches, argument).map(as_typed);
            let argument = match (argument, value) {
                ("subject", Some(value)) => value,
                ("format", Some(value)) => format!("-O {value}"),
                (_, Some(value)) => format!("--{argument} {value}"),
                (_, None) => format!("--{argument}"),
            };
            let typed = match report_taking(matches, &name) {
                Some(report) => format!("bina report {report} {argument} -o {report}.xlsx"),
                None if leaving == Script => format!("bina export {name} --dialect duckdb -o records.sql"),
                None => format!("bina export {name} -o {name}.xlsx"),
            };
            Screen::ExportIdle {
                argument,
                name,
                typed,
            }
        }
    }
}

/// The value of an argument that has one.
fn typed_value<'m>(matches: &'m ArgMatches, argument: &str) -> Option<&'m str> {
    let value = matches.try_get_one::<String>(argument).ok().flatten();
    value.map(String::as_str)
}

/// The report of a table's name that takes what was typed for it.
fn report_taking(matches: &ArgMatches, name: &str) -> Option<&'static str> {
    let table = TABLES.iter().find(|table| table.is_called(name));
    let is_it = |kind: &&Kind| {
        [kind.name, kind.alias].contains(&name) || table.is_some_and(|table| table.name == kind.name)
    };
    let kind = KINDS.iter().find(is_it)?;
    let has_subject = is_typed(matches, "subject");
    let is_taken = match &kind.subject {
        Some(_) => has_subject || !kind.needs_subject(),
        None => !has_subject,
    };
    is_taken.then_some(kind.name)
}

/// Writes rows to the file that was named, else prints them.
fn leave(listing: &Listing, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let format = format(matches, &formats(), session)?;
    let mut bytes = Vec::new();
    let made = listing.write(format, ANY_WIDTH, &mut bytes);
    made.map_err(|error| session.unwritten(file(matches).unwrap_or("-"), &error))?;
    match file(matches) {
        Some(file) => save(file, &bytes, session),
        None => {
            refuse_terminal(format, session)?;
            Ok(session.out.write_all(&bytes)?)
        }
    }
}

/// Writes or prints the script for an engine of SQL.
fn script(
    matches: &ArgMatches,
    mut draft: Draft<'_>,
    month: Option<Month>,
    session: &mut Session<'_>,
) -> anyhow::Result<Exit> {
    refuse_idle(matches, Script, session)?;
    let dialect = typed(matches, "dialect").and_then(|code| SqlDialect::parse(code).ok());
    let Some(dialect) = dialect else {
        return Err(session.usage(&Screen::DialectMissing));
    };
    if let Some(name) = file(matches).filter(|name| is_ending(&ending(name))) {
        let name = name.to_owned();
        return Err(session.usage(&Screen::SqlEnding { name }));
    }
    let month = month.unwrap_or_else(|| session.today.month().plus(-1));
    // A view of a list that is gone would tell that there was nothing.
    for table in lists() {
        draft.has_list(table);
    }
    let text = sql::script(&mut draft, month, dialect, session.lang);
    clerk::refuse(&draft, session)?;
    let text = text.unwrap_or_default();
    match file(matches) {
        Some(file) => save(file, text.as_bytes(), session)?,
        None => session.out.write_all(text.as_bytes())?,
    }
    Ok(Exit::Done)
}

/// The file that was named.
fn file(matches: &ArgMatches) -> Option<&str> {
    typed(matches, "output").filter(|file| *file != "-")
}

fn unknown(name: &str, session: &Session<'_>) -> anyhow::Error {
    let tables: Vec<&str> = TABLES.iter().map(|table| &*table.name).collect();
    let both = tables.iter().copied().chain(KINDS.iter().map(|kind| kind.name));
    session.usage(&Screen::BadExport {
        name: name.to_owned(),
        nearest: nearest(name, both).to_owned(),
        all: tables.join(", "),
    })
}

/// Writes what may hold names, unless other commands wrote while it was read: then it is made anew.
fn save(file: &str, bytes: &[u8], session: &mut Session<'_>) -> anyhow::Result<()> {
    let outlet = session.outlet(file, Access::OwnerOnly)?;
    if !session.is_steady() {
        return Ok(());
    }
    outlet
        .write(bytes)
        .map_err(|error| session.unwritten(file, &error))
}

/// Everything at once.
fn all(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    refuse_idle(matches, All, session)?;
    let Some(file) = file(matches) else {
        return Err(session.usage(&Screen::ExportPlace));
    };
    let ending = ending(file);
    let is_folder = session.here.join(file).is_dir() || !is_ending(&ending);
    let form = typed(matches, "format").unwrap_or(if is_folder { "csv" } else { &ending });
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let settings = load::settings(&directory, &mut draft.findings);
    let lang = session.language_of(settings.as_ref());
    let (parcel, wrong) = packed(&mut draft, matches.get_flag("masked"), lang, session)?;
    let mut bytes = Vec::new();
    match form {
        "xlsx" if !is_folder => {
            let book = Book::of(&parcel.sheets).and_then(|book| book.write(&mut bytes));
            book.map_err(|error| session.unwritten(file, &error))?;
            save(file, &bytes, session)?;
        }
        "json" if !is_folder => {
            json::of(&parcel.sheets, &mut bytes)?;
            save(file, &bytes, session)?;
        }
        "csv" if is_folder => folder(file, &parcel.sheets, session)?,
        _ => return Err(session.usage(&Screen::ExportPlace)),
    }
    if !parcel.left.is_empty() {
        let files = parcel.left.join(", ");
        session.tell(&Screen::LeftBehind { files })?;
    }
    if !parcel.telling.is_empty() {
        let files = parcel.telling.join(", ");
        session.tell(&Screen::LeftTelling { files })?;
    }
    if !wrong.is_empty() {
        let files = wrong.join(", ");
        session.tell(&Screen::LeftWrong { files })?;
    }
    let (sheets, name) = (parcel.sheets.len(), as_typed(file));
    session.tell(&Screen::Exported { sheets, name })?;
    let name = as_typed(file);
    session.tell(&match form {
        "json" => Screen::JsonStays,
        _ => Screen::ComesBack { name },
    })?;
    Ok(Exit::Done)
}

/// Everything that leaves, and the files that hold errors.
fn packed(
    draft: &mut Draft<'_>,
    masked: bool,
    lang: Lang,
    session: &mut Session<'_>,
) -> anyhow::Result<(Parcel, Vec<String>)> {
    if masked {
        let secret = [(session.entropy)(), (session.entropy)()];
        let parcel = parcel::masked(draft, secret, lang);
        // Of a text that is none of its column nobody knows whom it tells.
        clerk::refuse(draft, session)?;
        return Ok((parcel, Vec::new()));
    }
    let errors = clerk::errors_by_file(draft.directory, session.today);
    let mut wrong: Vec<String> = errors.keys().cloned().collect();
    wrong.sort();
    Ok((parcel::parcel(draft, &errors, lang), wrong))
}

/// Whether the name of a file that ends so tells a format.
fn is_ending(ending: &str) -> bool {
    let mut all = FORMATS.iter().flat_map(|format| format.endings);
    all.any(|known| *known == ending)
}

/// A folder with a csv for each sheet; what lies there and is another is not replaced.
fn folder(folder: &str, sheets: &[(String, Listing)], session: &mut Session<'_>) -> anyhow::Result<()> {
    // Records must not lie there: asked before anything is made.
    session.outlet(folder, Access::OwnerOnly)?;
    if !session.is_steady() {
        return Ok(());
    }
    let path = session.here.join(folder);
    output::folder(&path).map_err(|error| session.unwritten(folder, &error))?;
    let csv = Format::of("csv").context("csv")?;
    let (mut written, mut taken) = (Vec::new(), Vec::new());
    for (name, listing) in sheets {
        let file = format!("{folder}/{name}.csv");
        let mut bytes = Vec::new();
        listing.write(csv, ANY_WIDTH, &mut bytes)?;
        if session.outlet(&file, Access::OwnerOnly)?.differs(&bytes) {
            taken.push(format!("{name}.csv"));
        }
        written.push((file, bytes));
    }
    if !taken.is_empty() {
        let (folder, files) = (folder.to_owned(), taken.join(", "));
        return Err(session.usage(&Screen::FolderTaken { folder, files }));
    }
    written
        .iter()
        .try_for_each(|(file, bytes)| save(file, bytes, session))
}
