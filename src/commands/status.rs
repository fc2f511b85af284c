//! `bina status`, and `bina` alone: what the directory holds and how it stands.

use super::verb::{Act, verbs};
use crate::change::{Draft, row};
use crate::clerk;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::inquiry;
use crate::load;
use crate::records::TABLES;
use crate::records::table::Cut;
use crate::session::{Exit, Session};
use crate::words::change::Status;
use crate::words::{Lang, Say};
use clap::ArgMatches;

verbs! {
    "" "status" "keadaan", id "Menyebut isi catatan, bulan terakhir, dan apa yang salah", en "Tells what the records hold, the last month, and what is wrong" {
    } Act::Run(run), "bina status";
}

/// Prints the status.
///
/// # Errors
/// When there is no record directory or it cannot be read.
pub fn run(_: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut findings = Findings::new();
    inquiry::judge(&directory, session.today, &mut findings);
    let lines = lines(&directory, &findings, session.lang);
    for line in lines {
        writeln!(session.out, "{}", line.text(session.lang))?;
    }
    // What makes every deadline wrong is worth a line of its own.
    let calendar = ["weekend-missing", "holidays-missing"];
    let said = findings.iter().map(|finding| &finding.problem);
    for problem in said.filter(|problem| calendar.contains(&&*problem.code())) {
        writeln!(session.out, "  {}", problem.text(session.lang))?;
    }
    clerk::remind(&directory, session)?;
    Ok(Exit::Done)
}

/// What is told, in order.
fn lines(directory: &Directory, findings: &Findings, lang: Lang) -> Vec<Status> {
    let mut draft = Draft::new(directory);
    let mut told = Findings::new();
    let mut lines = Vec::new();
    if let Some(settings) = load::settings(directory, &mut told) {
        lines.push(Status::Office {
            name: settings.agency.name,
            directory: directory.root().display().to_string(),
        });
        let since = settings.records_since;
        lines.extend(since.map(|since| Status::Since {
            day: since.value.to_string(),
        }));
    }
    let mut tell = |table: String, count: usize, last: Option<String>| match (count, last) {
        (0, _) => {}
        (count, None) => lines.push(Status::Rows { table, count }),
        (count, Some(last)) => lines.push(Status::RowsUntil { table, count, last }),
    };
    let surveys = load::surveys(directory, &mut told);
    let surveys = surveys.iter().map(|survey| (&survey.table, &*survey.table.name));
    let own = TABLES.iter().map(|table| match lang {
        Lang::Id => (*table, table.alias),
        Lang::En => (*table, &*table.name),
    });
    for (table, name) in own.chain(surveys) {
        let files = row::files(&mut draft, table);
        let count: usize = files.iter().map(|file| draft.rows(table, file).len()).sum();
        let last = files.last().filter(|_| table.cut != Cut::Whole);
        let stem = last
            .and_then(|file| file.rsplit('/').next())
            .map(|name| name.trim_end_matches(".csv").to_owned());
        tell(name.to_owned(), count, stem);
    }
    let months = load::names(directory, "trainings", "/", &mut told);
    let documents = |month: &String| {
        load::names(
            directory,
            &format!("trainings/{month}"),
            ".toml",
            &mut Findings::new(),
        )
        .len()
    };
    let count = months.iter().map(documents).sum();
    tell(
        ("pelatihan", "trainings").text(lang),
        count,
        months.last().cloned(),
    );
    lines.push(match last_report(directory) {
        Some(month) => Status::LastReport { month },
        None => Status::NoReport,
    });
    let (errors, warnings) = (findings.errors(), findings.warnings());
    lines.push(match findings.is_empty() {
        true => Status::Good,
        false => Status::Wrong { errors, warnings },
    });
    lines
}

/// The last month that has a folder below `reports/`, or below `reports/private/`, where reports that name people go.
fn last_report(directory: &Directory) -> Option<String> {
    let below = |folder| load::names(directory, folder, "/", &mut Findings::new());
    let names = ["reports", "reports/private"].into_iter().flat_map(below);
    names
        .filter(|name| crate::records::time::Month::parse(name).is_some())
        .max()
}
