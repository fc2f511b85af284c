//! `bina status`, and `bina` alone: what the directory holds and how it stands.

use super::verb::{Act, verbs};
use crate::change::paper::{self, Paper};
use crate::change::{Draft, row};
use crate::clerk;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::inquiry;
use crate::load;
use crate::records::TABLES;
use crate::records::table::Cut;
use crate::records::training::Training;
use crate::session::{Exit, Session};
use crate::words::Say;
use crate::words::change::Status;
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
    let lines = lines(&directory, &findings);
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
fn lines(directory: &Directory, findings: &Findings) -> Vec<Status> {
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
    for table in TABLES {
        let files = row::files(&mut draft, table);
        let count: usize = files.iter().map(|file| draft.rows(table, file).len()).sum();
        let last = files.last().filter(|_| table.cut != Cut::Whole);
        let stem = last
            .and_then(|file| file.rsplit('/').next())
            .map(|name| name.trim_end_matches(".csv").to_owned());
        let table = table.name.to_string();
        match (count, stem) {
            (0, _) => {}
            (count, None) => lines.push(Status::Rows { table, count }),
            (count, Some(last)) => lines.push(Status::RowsUntil { table, count, last }),
        }
    }
    let trainings = paper::ids::<Training>(&mut draft, None);
    let last = trainings
        .iter()
        .filter_map(|id| id.split_once('/'))
        .map(|(month, _)| month)
        .max();
    lines.extend(last.map(|last| Status::RowsUntil {
        table: Training::FOLDER.to_owned(),
        count: trainings.len(),
        last: last.to_owned(),
    }));
    lines.extend(answers(&mut draft, directory, &mut told));
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

/// How many answers there are to each questionnaire, and until when.
fn answers(draft: &mut Draft<'_>, directory: &Directory, told: &mut Findings) -> Vec<Status> {
    let mut lines = Vec::new();
    for survey in load::surveys(directory, told) {
        let files = row::files(draft, &survey.table);
        let count: usize = files
            .iter()
            .map(|file| draft.rows(&survey.table, file).len())
            .sum();
        let name = files.last().and_then(|file| file.rsplit('/').next());
        lines.extend(name.filter(|_| count > 0).map(|name| Status::RowsUntil {
            table: survey.code.clone(),
            count,
            last: name.trim_end_matches(".csv").to_owned(),
        }));
    }
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
