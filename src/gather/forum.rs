//! Forums and consultations of the last twelve months or of a longer time alone, with the regulations that consultations led to.

use super::reading::Reading;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load;
use crate::measure::forum::{ForumFigures, ForumReport, MONTHS};
use crate::measure::regulation::Statute;
use crate::measure::trace::Trace;
use crate::records::references::Reference;
use crate::records::service::Regulation;
use crate::records::table::Row;
use crate::records::time::{Day, Period};

/// Gathers the report, as of the last day.
pub fn report(reading: &mut Reading<'_>) -> ForumReport {
    let people = &reading.roster().people;
    let (directory, window) = (reading.archive.directory, reading.window(MONTHS));
    let as_of = reading.as_of();
    let Reading { findings, trace, .. } = reading;
    let figures = figures(directory, window, findings, trace);
    ForumReport {
        consultees: figures.consultees(people, trace),
        figures,
        regulations: load_regulations(directory, as_of, findings),
    }
}

/// The forums of a window, as known on its last day.
pub(super) fn figures(
    directory: &Directory,
    window: Period,
    findings: &mut Findings,
    trace: &mut Trace,
) -> ForumFigures {
    let forums = window.all_months();
    let forums = forums.flat_map(|month| load::forums(directory, month, findings));
    ForumFigures::new(forums.collect(), window.last_day(), trace)
}

/// Reads the regulations, in the order of their file, with the programmes that brief about each as known on a day.
pub(super) fn load_regulations(directory: &Directory, as_of: Day, findings: &mut Findings) -> Vec<Statute> {
    let mut out = Vec::new();
    directory.scan(
        Regulation::table(),
        "regulations.csv",
        findings,
        |row, findings| {
            let Some(read) = row.read::<Regulation>(findings) else {
                return;
            };
            let of_kind = |reference: Option<Reference<'_>>, kind: &str| {
                let own = reference.filter(|reference| reference.kind == kind);
                own.map(|reference| reference.id.to_owned())
            };
            out.push(Statute {
                id: read.id.text().to_owned(),
                number: read.number.to_owned(),
                title: read.title.to_owned(),
                in_force: read.in_force,
                audience: read.audience.map(|unit| unit.text().to_owned()),
                briefings: read
                    .briefing
                    .into_iter()
                    .flat_map(|references| references.on(as_of))
                    .filter_map(|reference| of_kind(Some(reference), "training"))
                    .collect(),
                consultation: of_kind(read.consultation, "forum"),
            });
        },
    );
    out
}
