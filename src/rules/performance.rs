//! Rules of evaluation, predicates and guidance.

use super::{Enactment, Head, Verified};
use crate::diagnostic::Findings;
use crate::records::code::*;
use crate::records::document::document;
use crate::records::time::Day;
use crate::words::problem::Problem;

rule! {
    /// The performance predicate of results and behaviour.
    PredicateRule "predicate": id "predikat kinerja", en "performance predicates" {
        /// The nine cells.
        cell: Vec<PredicateCell>, id "Sembilan selnya.";
        /// Older names.
        former: Vec<FormerName>, id "Sebutan lama.";
    }
    judge |rule, findings| {
        let mut cells: Vec<_> = rule.cell.iter().map(|c| (c.result, c.behaviour)).collect();
        cells.sort();
        cells.dedup();
        if cells.len() != 9 || rule.cell.len() != 9 {
            findings.error(rule.origin, Problem::PredicateCells { found: cells.len() });
        }
    };
}

document! {
    /// One cell of the predicate matrix.
    PredicateCell {
        /// Results of work.
        result: Expectation, id "Hasil kerja.";
        /// Behaviour at work.
        behaviour: Expectation, id "Perilaku kerja.";
        /// The predicate.
        predicate: Predicate, id "Predikatnya.";
    }
}

document! {
    /// An older name of a predicate.
    FormerName {
        /// The older name.
        name: String, id "Sebutan lama.";
        /// The predicate of today.
        predicate: Predicate, id "Predikat sekarang.";
    }
}

impl PredicateRule {
    /// The predicate of results and behaviour; `None` only when the matrix lacks the cell.
    pub fn of(&self, result: Expectation, behaviour: Expectation) -> Option<Predicate> {
        self.cell
            .iter()
            .find(|c| c.result == result && c.behaviour == behaviour)
            .map(|c| c.predicate)
    }
}

rule! {
    /// Which evaluations are owed, and by whom.
    EvaluationRhythm "evaluation": id "irama evaluasi kinerja", en "the rhythm of evaluations" {
        /// `quarter` or `year`.
        rhythm: Rhythm, id "`quarter` (triwulan) atau `year` (tahun).";
        /// Days after the period's end until an evaluation is late.
        late_after_days: i64, id "Hari sesudah akhir periode sampai evaluasi terlambat.";
        /// Who was in post for fewer days at the period's end is exempt.
        min_days_in_post: i64, id "Yang bertugas kurang dari sekian hari pada akhir periode dikecualikan.";
        /// Who is exempt, by the status of the posting.
        exempt: Vec<PostingStatus>, id "Yang dikecualikan, menurut keadaan penempatan.";
    }
}

rule! {
    /// When an evaluation must lead to guidance or recognition.
    GuidanceRule "guidance": id "bimbingan kinerja dan penghargaan", en "guidance and recognition" {
        /// Days within which a low predicate must be followed by guidance.
        guidance_within_days: i64, id "Dalam berapa hari predikat rendah harus diikuti bimbingan.";
        /// Days within which guidance must be followed up.
        follow_up_within_days: i64, id "Dalam berapa hari bimbingan harus ditindaklanjuti.";
        /// After how many periods running of Sangat Baik recognition is due.
        recognition_after_periods: i64, id "Sesudah berapa periode Sangat Baik berturut-turut penghargaan jatuh tempo.";
    }
}
