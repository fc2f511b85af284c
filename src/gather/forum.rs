//! Forums and consultations of the last twelve months, with the regulations that consultations led to.

use super::posts::load_roster;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::load;
use crate::measure::forum::{ForumFigures, ForumReport, MONTHS};
use crate::measure::regulation::Known;
use crate::measure::trace::Trace;
use crate::records::service::Regulation;
use crate::records::table::Row;
use crate::records::time::Month;

/// Gathers the report, as of the month's last day.
pub fn report(
    directory: &Directory,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) -> ForumReport {
    let roster = load_roster(directory, month, findings);
    let figures = figures(directory, month, findings, trace);
    ForumReport {
        month,
        consulted: figures.consulted(&roster.people, trace),
        roster,
        figures,
        regulations: load_regulations(directory, findings),
    }
}

/// The forums of the last twelve months as known on the month's last day.
pub(super) fn figures(
    directory: &Directory,
    month: Month,
    findings: &mut Findings,
    trace: &mut Trace,
) -> ForumFigures {
    let months = month.plus(1 - MONTHS).to(month);
    let forums = months.flat_map(|month| load::forums(directory, month, findings));
    ForumFigures::new(forums.collect(), month.last(), trace)
}

/// Reads the regulations, in the order of their file.
pub(super) fn load_regulations(directory: &Directory, findings: &mut Findings) -> Vec<Known> {
    let mut out = Vec::new();
    directory.scan(
        Regulation::table(),
        "regulations.csv",
        findings,
        |row, findings| {
            let Some(read) = row.read::<Regulation>(findings) else {
                return;
            };
            let of_kind = |reference: Option<crate::records::cell::Reference<'_>>, kind: &str| {
                let own = reference.filter(|reference| reference.kind == kind);
                own.map(|reference| reference.id.to_owned())
            };
            out.push(Known {
                id: read.id.text().to_owned(),
                number: read.number.to_owned(),
                title: read.title.to_owned(),
                in_force: read.in_force,
                audience: read.audience.map(|unit| unit.text().to_owned()),
                briefing: of_kind(read.briefing, "training"),
                consultation: of_kind(read.consultation, "forum"),
            });
        },
    );
    out
}
