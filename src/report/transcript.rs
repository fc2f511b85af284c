//! What one person completed over the years, with a code by which the page is held against the records.

use super::model::{Report, Sealed, Section, Table, Value};
use super::page::Page;
use super::person::code_of;
use crate::measure::staff::{Companion, Completion, CompletionYear, TranscriptFigures};
use crate::records::code::Method;
use crate::records::number::Dec;
use crate::records::seal::SealedPage;
use crate::words::report::Text;
use crate::words::report_transcript::TranscriptText as Words;

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// Builds the page.
pub fn transcript(page: &Page<'_>, gathered: &TranscriptFigures) -> Report {
    let pen = page.pen;
    let mut report = page.formal(page.report_from(gathered.first, ("transcript", VERSION), Words::Title));
    report.period.0 = gathered.first.to_string();
    report.heading_below.splice(0..0, page.about(&gathered.portrait));
    let [attended, certificates, mentoring, evaluations] = [
        attended(page, gathered),
        certificates(page, gathered),
        mentoring(page, gathered),
        evaluations(page, gathered),
    ];
    // Not the evaluations: whoever reads the page without them could guess them by trying which have its code.
    let told = [&attended, &certificates, &mentoring].map(Table::told);
    let (person, position) = (gathered.portrait.person, gathered.portrait.position.clone());
    report.seals = vec![Sealed {
        page: SealedPage::Transcript,
        month: page.period.last_month(),
        subject: page.id(person).data().into_owned(),
        told: page.told_of(person, position.into_iter().chain(told)),
    }];
    let years = years(page, gathered);
    let section = |id, title: Words, tables: Vec<Table>| Section {
        tables,
        ..pen.section(id, title)
    };
    report.sections = vec![
        section("programmes", Words::Programmes, vec![years, attended]),
        section("certificates", Words::Certificates, vec![certificates]),
        section("mentoring", Words::Mentoring, vec![mentoring]),
        // Whom the page is handed to asks for it, or need not read it.
        section("evaluations", Words::Evaluations, vec![evaluations.detail()]),
    ];
    report.sections.retain(|section| !section.is_silent());
    // Where they begin later than the first record, the head says so.
    let since = page.settings.records_since.as_ref().map(|since| since.value);
    if let (Some(since), Some(first)) = (
        since.filter(|since| *since <= gathered.first),
        report.sections.first_mut(),
    ) {
        let day = pen.day(since);
        first
            .notes
            .push(pen.note("records-since", Text::RecordsSince { day }));
    }
    let (code, office) = (code_of(0), page.how_to_reach());
    report.sections.push(Section {
        notes: vec![pen.note("code", Text::SealedWith { code, office })],
        ..pen.section("code", ("", ""))
    });
    report.closing = page.signature();
    report
}

/// JP that may not be on record.
fn jp(page: &Page<'_>, jp: Option<Dec>) -> Value {
    jp.map_or(Value::Missing, |jp| page.pen.sum(jp.0.into()))
}

/// The JP of each year, and of all.
fn years(page: &Page<'_>, gathered: &TranscriptFigures) -> Table {
    let pen = page.pen;
    let numbers: Vec<u64> = gathered.years.iter().map(CompletionYear::number).collect();
    let total = (numbers.len() > 1).then(|| gathered.total());
    let is_total = |one: &CompletionYear| Some(*one) == total;
    let rows = gathered.years.iter().copied().chain(total);
    let mut table = pen
        .list("years", rows)
        .or_says(Words::NoProgramme)
        .col("year", ("Tahun", "Year"), |one| match one.year {
            Some(year) => Value::Text(year.to_string()),
            None if is_total(one) => pen.total(),
            None => pen.key("-", ("tanggalnya tidak diketahui", "day not known")),
        })
        .col("completed", Words::Completed, |one| pen.count(one.completed))
        .counted(
            "Berapa pelatihan yang diselesaikan pada tahun itu.",
            "How many programmes were completed in that year.",
        )
        .col("jp", ("JP", "JP"), |one| pen.jp_beside(one.jp, one.without_jp))
        .summed(
            "JP pada sertifikat dari semua yang diselesaikan; di belakangnya berapa pelatihan yang JP-nya tidak tercatat.",
            "The JP on the certificates of all completed; behind it of how many the JP is not on record.",
        )
        .col("jp_recognised", ("JP diakui", "Recognised"), |one| {
            pen.jp_beside(one.recognised, one.unassessed)
        })
        .summed(
            "JP yang diakui; di belakangnya berapa pelatihan yang belum dinilai pengakuannya.",
            "The JP recognised; behind it how many programmes were not assessed yet.",
        )
        .table();
    table.numbers = numbers;
    table
}

/// Every programme, by the day of its completion.
fn attended(page: &Page<'_>, gathered: &TranscriptFigures) -> Table {
    let pen = page.pen;
    pen.list("attended", &gathered.attended)
        .titled(Words::Each)
        .numbered(|one| one.origin.into())
        .col("training", Words::Programme, |one| Value::Text(one.id.clone()))
        .hidden()
        .col("completed", ("Selesai", "Completed"), |one| {
            pen.date_or_not(one.completed_on)
        })
        .col("title", Words::Programme, |one| Value::Text(one.title.clone()))
        .col("method", ("Bentuk", "Form"), |one| {
            let form = |method: Method| match method.is_classroom() {
                true => pen.key(method.code(), ("klasikal", "classroom")),
                false => pen.key(method.code(), ("nonklasikal", "other")),
            };
            one.method.map_or(Value::Missing, form)
        })
        .col("provider", ("Penyelenggara", "Provider"), |one| {
            pen.text(one.provider.as_deref())
        })
        .col("jp", ("JP", "JP"), |one| jp(page, one.jp))
        .summed("JP pada sertifikat pelatihan ini.", "The JP on the certificate.")
        .col("jp_recognised", ("Diakui", "Recognised"), |one| {
            jp(page, one.recognised)
        })
        .summed("JP yang diakui.", "The JP recognised.")
        .col("result", ("Nilai", "Score"), |one| score(page, one))
        .col("certificate", ("Nomor sertifikat", "Certificate"), |one| {
            pen.text(one.certificate.as_deref())
        })
        .table()
}

/// The score of the test at the end, where one was held before and after.
fn score(page: &Page<'_>, one: &Completion) -> Value {
    match one.scores {
        Some((_, post)) => Value::Key {
            key: post.to_string(),
            label: page.pen.dec(post),
        },
        None => Value::Missing,
    }
}

fn certificates(page: &Page<'_>, gathered: &TranscriptFigures) -> Table {
    let pen = page.pen;
    pen.list("certificates", &gathered.certificates)
        .col("issued", ("Terbit", "Issued"), |held| pen.date(held.issued))
        .col("scheme", ("Skema", "Scheme"), |held| {
            Value::Text(held.scheme.clone())
        })
        .col("number", ("Nomor", "Number"), |held| {
            pen.text(held.number.as_deref())
        })
        .col("issuer", ("Penerbit", "Issuer"), |held| {
            pen.text(held.issuer.as_deref())
        })
        .col(
            "valid_until",
            ("Berlaku sampai", "Valid until"),
            |held| match held.lapses() {
                Some(day) => pen.date(day),
                None => pen.key("none", ("tanpa batas", "no limit")),
            },
        )
        .table()
}

fn mentoring(page: &Page<'_>, gathered: &TranscriptFigures) -> Table {
    let pen = page.pen;
    let state = |pair: &&Companion| pen.key(pair.status.code(), pair.status.phrase());
    pen.list("mentoring", &gathered.pairs)
        .col("start", ("Mulai", "From"), |pair| pen.date(pair.start))
        .col("end", ("Berakhir", "Until"), |pair| pen.date_or_not(pair.end))
        .col("kind", ("Bentuk", "Form"), |pair| {
            pen.key(pair.kind.code(), pair.kind.phrase())
        })
        .col("goal", ("Tujuan", "Goal"), |pair| Value::Text(pair.goal.clone()))
        .col("status", ("Keadaan", "State"), state)
        .col("outcome", ("Hasil", "Resolution"), |pair| {
            pen.text(pair.outcome.as_deref())
        })
        .table()
}

fn evaluations(page: &Page<'_>, gathered: &TranscriptFigures) -> Table {
    let pen = page.pen;
    pen.list("evaluations", &gathered.evaluations)
        .col("period", ("Masa", "Period"), |one| pen.period_key(one.period))
        .col("predicate", ("Predikat", "Predicate"), |one| {
            let predicate = one.predicate.map(|held| pen.key(held.code(), held.phrase()));
            predicate.unwrap_or(Value::Missing)
        })
        .table()
}
