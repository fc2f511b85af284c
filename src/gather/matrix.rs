//! What is asked of everybody, and who meets it.

use super::certificates::refreshed;
use super::competence::load_gaps;
use super::reading::Reading;
use crate::measure::matrix::{Matrix, MatrixReport};
use crate::measure::refresh::RefreshFigures;
use crate::records::people::Roster;

/// Gathers the matrix, as of the last day; `None` when the rules do not allow it. An office without a rule about
/// certificates has no topic that is to be refreshed.
pub fn report(reading: &mut Reading<'_>) -> Option<MatrixReport> {
    let (rules, directory) = (&reading.archive.office.rules, reading.archive.directory);
    let rule = reading.edition(&rules.gap)?;
    let Roster { people, units } = reading.roster();
    let topics = rules.certificates.on(reading.as_of());
    let refresh = topics.map_or(RefreshFigures::default(), |rule| refreshed(rule, reading));
    let Reading { findings, trace, .. } = reading;
    let (catalogue, _, gaps) = load_gaps(directory, people, rule, findings, trace);
    let matrix = Matrix::new(people, &gaps, &refresh);
    Some(MatrixReport {
        catalogue,
        ..matrix.figures(units.len(), trace)
    })
}
