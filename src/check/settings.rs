//! Rules about `bina.toml`, what names its lists, and the rules that must be in force.

use super::complaints;
use super::dossier::{AnswerRow, Dossier, RowCell};
use super::named::{CodeList, twice};
use super::register::Register;
use super::remarks::Remarks;
use super::rule::{Look, Rule};
use super::surveys;
use crate::diagnostic::Findings;
use crate::files::directory::MARKER;
use crate::load;
use crate::records::cell::Domain;
use crate::records::complaint::Complaint;
use crate::records::document::{At, IdText};
use crate::records::service::Holiday;
use crate::records::settings::Settings;
use crate::records::table::{Attribute, Cut, Row, Schema};
use crate::records::time::{Day, Month};
use crate::rules::MONTHLY;
use crate::words::problem::Problem;
use std::collections::{BTreeSet, HashSet};

/// The rules about settings and the office's lists.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "code-not-in-settings",
        "Kode layanan, kanal, kategori, dan indikator ada di bina.toml.",
        "The codes of services, channels, categories and indicators are in bina.toml.",
        &[
            Look::Complaint(complaints::lists),
            Look::Training(|document, register, remarks| {
                let codes = document.training.services.iter();
                codes.for_each(|code| CodeList::Service.judge(code, register, remarks));
            }),
            Look::Forum(|document, register, remarks| {
                let suggestions = document.forum.suggestion.iter();
                let codes = suggestions.filter_map(|said| said.service.as_ref());
                codes.for_each(|code| CodeList::Service.judge(code, register, remarks));
            }),
            Look::Answer(service),
            Look::Indicator(|row, dossier, remarks| {
                CodeList::Indicator.judge_cell("code", row.code.text(), dossier.register, remarks);
            }),
        ],
    ),
    Rule::error(
        "key-twice",
        "Kunci dan kode di dalam satu dokumen berbeda-beda.",
        "Keys and codes inside one document differ.",
        &[
            Look::Reading("*.toml", &["key-twice"]),
            Look::Settings(codes),
            Look::Survey(surveys::keys),
        ],
    ),
    Rule::error(
        "logo-unusable",
        "Logo kop surat adalah gambar PNG atau JPEG di samping bina.toml, paling besar 512 KiB.",
        "The logo of the letterhead is a PNG or JPEG beside bina.toml, of 512 KiB at most.",
        &[Look::Reading("bina.toml", &["logo-unusable"])],
    ),
    Rule::warning(
        "logo-missing",
        "Logo yang disebut dalam bina.toml ada di sampingnya.",
        "The logo that bina.toml names is there beside it.",
        &[Look::Reading("bina.toml", &["logo-missing"])],
    ),
    Rule::warning(
        "weekend-missing",
        "Hari libur mingguan disebut dalam bina.toml; tanpanya setiap hari dihitung sebagai hari kerja.",
        "The days of the week that are free stand in bina.toml; without them every day counts as a working day.",
        &[Look::Settings(weekend)],
    ),
    Rule::warning(
        "holidays-missing",
        "Setiap tahun yang mempunyai pengaduan mempunyai hari libur, sebab tenggatnya dihitung dalam hari kerja.",
        "Every year with complaints has holidays, because their deadlines are in working days.",
        &[Look::Office(holidays)],
    ),
    Rule::error(
        "table-emptied",
        "Tabel yang isinya disebut catatan lain memiliki baris, begitu pula berkas satu bulan, dan penempatan bila ada pegawai yang dinilai atau mengikuti pelatihan.",
        "A table has rows where other records name some; so have the file of a month, and the postings where employees were evaluated or took part.",
        &[Look::Reading("*", &["table-emptied"])],
    ),
    Rule::warning(
        "before-records",
        "Tidak ada yang dicatat dari masa sebelum hari mulainya catatan dalam bina.toml.",
        "Nothing is recorded of a time before the day on which the records begin by bina.toml.",
        &[
            Look::File(|file, register, remarks| {
                if file.table.cut == Cut::Month {
                    begun(file.partition, register, remarks);
                }
            }),
            Look::Cell(is_first_day, begun_within),
            Look::Training(|document, register, remarks| begun(document.id, register, remarks)),
            Look::Forum(|document, register, remarks| begun(document.id, register, remarks)),
        ],
    ),
    Rule::error(
        "closed-month-changed",
        "Angka bulan yang sudah ditutup tetap sama, atau dikoreksi dengan alasan, dan hanya oleh bina close.",
        "The figures of a closed month stay, or are corrected with a reason, and only by bina close.",
        &[Look::Reading(
            "closed",
            &[
                "closed-month-changed",
                "closing-broken",
                "closing-cut",
                "closing-forged",
                "closing-gone",
            ],
        )],
    ),
    Rule::error(
        "rule-missing",
        "Setiap aturan laporan bulanan memiliki edisi yang berlaku pada hari pemeriksaan dan pada akhir bulan sebelumnya.",
        "Every rule of the monthly report has an edition in force on the day of the check and at the end of the month before.",
        &[Look::Office(needed)],
    ),
    Rule::warning(
        "rule-unset",
        "Setiap aturan lain memiliki edisi yang berlaku pada hari pemeriksaan.",
        "Every other rule has an edition in force on the day of the check.",
        &[Look::Office(others)],
    ),
];

fn service(answer: &AnswerRow<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let code = answer.cell("service");
    if !code.is_empty() {
        CodeList::Service.judge_cell("service", code, dossier.register, remarks);
    }
}

fn codes(settings: &Settings, _: &Register<'_>, remarks: &mut Remarks<'_>) {
    for list in [&settings.service, &settings.channel, &settings.category] {
        each_once(list.iter().map(|listed| &listed.code), remarks);
    }
    each_once(settings.indicator.iter().map(|listed| &listed.code), remarks);
}

/// Tells every key that stood before.
fn each_once<'k>(keys: impl Iterator<Item = &'k At<IdText>>, remarks: &mut Remarks<'_>) {
    let mut seen = HashSet::new();
    for key in keys {
        if !seen.insert(&*key.value) {
            twice(&key.value, key.origin, remarks);
        }
    }
}

fn weekend(settings: &Settings, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let weekend = settings.calendar.as_ref().map(|calendar| &calendar.weekend);
    if weekend.is_none_or(Vec::is_empty) {
        remarks.at(register.whole(MARKER), Problem::WeekendMissing);
    }
}

fn holidays(register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let year = |date: &str| date.get(..4).map(str::to_owned);
    let mut known = BTreeSet::new();
    let mut told = Findings::new();
    let file = Holiday::table().file("");
    register
        .directory
        .scan(Holiday::table(), &file, &mut told, |row, told| {
            row.check(told);
            known.extend(year(row.cells.get(Holiday::date)));
        });
    if told.errors() > 0 {
        // What is wrong with the file is told; what is not in it nobody knows.
        return;
    }
    let months = load::partitions(register.directory, Complaint::table()).unwrap_or_default();
    // A deadline of sixty working days lies within a quarter; of a year that has not begun nobody need know them yet.
    let days = |month: &String| {
        let month = Month::parse(month)?;
        Some([month.first(), month.plus(3).last().min(register.as_of)])
    };
    let days = months.iter().filter_map(days).flatten();
    let wanted: BTreeSet<String> = days.map(|day| day.year().to_string()).collect();
    for year in wanted.difference(&known).cloned() {
        remarks.at(register.whole(&file), Problem::HolidaysMissing { year });
    }
}

/// Tells what is recorded of a month, with which the name of its file or document begins, before the records begin.
fn begun(name: &str, register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let month = name.get(..7).and_then(Month::parse);
    let settings = register.settings.as_ref();
    let since = month.and_then(|month| settings?.untold_after(month.last()));
    if let Some(since) = since {
        let since = since.to_string();
        remarks.row(Problem::BeforeRecords { since });
    }
}

/// Whether a column holds the first day of a row of a table that lies by month.
fn is_first_day(table: &Schema, index: usize) -> bool {
    let is_day = |column: &Attribute| column.kind == Domain::Day;
    table.cut == Cut::Month && table.columns.iter().position(is_day) == Some(index)
}

/// Tells what happened before the records begin in the month in which they do.
fn begun_within(cell: &RowCell<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let settings = dossier.register.settings.as_ref();
    let (day, month) = (Day::parse(cell.text), Month::parse(dossier.file.partition));
    let since = day.and_then(|day| settings?.untold_after(day));
    // Of a month before, the file is told as a whole.
    if let Some(since) = since.filter(|since| Some(since.month()) == month) {
        let since = since.to_string();
        remarks.cell(&cell.column.name, Problem::BeforeRecords { since });
    }
}

/// Without them no report about the month before can be made, nor about this one.
fn needed(register: &Register<'_>, remarks: &mut Remarks<'_>) {
    let before = register.as_of.month().plus(-1).last();
    let settings = register.settings.as_ref();
    let is_told = settings.is_none_or(|settings| settings.untold_after(before).is_none());
    let days = is_told.then_some(before).into_iter().chain([register.as_of]);
    let mut told = BTreeSet::new();
    for day in days {
        rules(
            register,
            day,
            |rule| MONTHLY.contains(&rule) && told.insert(rule.to_owned()),
            |rule, day| {
                remarks.at(
                    register.whole(&format!("rules/{rule}.toml")),
                    Problem::RuleMissing { rule, day },
                );
            },
        );
    }
}

fn others(register: &Register<'_>, remarks: &mut Remarks<'_>) {
    rules(
        register,
        register.as_of,
        |rule| !MONTHLY.contains(&rule),
        |rule, day| {
            remarks.at(
                register.whole(&format!("rules/{rule}.toml")),
                Problem::RuleUnset { rule, day },
            );
        },
    );
}

/// Tells the rules that are meant and have no edition in force on a day.
fn rules(
    register: &Register<'_>,
    day: Day,
    mut is_meant: impl FnMut(&str) -> bool,
    mut tell: impl FnMut(String, String),
) {
    // A file without any edition is broken, empty or gone, and that was told.
    let others = register
        .rules
        .missing_on(day)
        .into_iter()
        .filter(|(_, has_other)| *has_other);
    for (rule, _) in others.filter(|(rule, _)| is_meant(rule)) {
        tell(rule.to_owned(), day.to_string());
    }
}
