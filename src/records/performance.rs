//! Periodic performance evaluation, recognition, guidance and follow-up actions.

use super::cell::{Cell, Domain, Id, Refusal, shown};
use super::code::{Expectation, Predicate};
use super::references::{Reference, References};
use super::table::table;
use super::time::{Day, Period};
use crate::words::problem::Problem;

table! {
    /// Periodic performance evaluation. The predicate is computed from result and behaviour; where they are not known, it stands as told.
    evaluations "evaluation" "evaluasi": Evaluation in Period "evaluations", Keyed, id "Evaluasi kinerja periodik. Predikat dihitung dari hasil dan perilaku; bila keduanya tidak diketahui, predikat dicatat seperti yang disampaikan." {
        /// The person evaluated.
        staff: Id<'a>, key, -> staff; Office, id "Pegawai yang dinilai.";
        /// The period: 2026-10, 2026-Q3 or 2026.
        period: Period, key; Office, id "Periode: 2026-10, 2026-Q3, atau 2026.";
        /// Results of work against what was expected.
        result: Option<Expectation>, & appraisal; Office, id "Hasil kerja terhadap ekspektasi.";
        /// Behaviour at work against what was expected.
        behaviour: Option<Expectation>, & appraisal; Office, id "Perilaku kerja terhadap ekspektasi.";
        /// The predicate as told, only where result and behaviour are not both known.
        predicate: Option<Predicate>, & appraisal; Office, id "Predikat seperti yang disampaikan, hanya bila hasil dan perilaku tidak diketahui keduanya.";
        /// The evaluating officer.
        evaluator: Option<Id<'a>>, -> staff; Office, id "Pejabat penilai kinerja.";
        /// The day of the evaluation.
        date: Option<Day>; Office, id "Hari evaluasi.";
        /// What is already good.
        strengths: Option<&'a str>; Office, id "Yang sudah baik.";
        /// What can be improved.
        improve: Option<&'a str>; Office, id "Yang dapat ditingkatkan.";
        /// The step agreed upon.
        agreed_step: Option<&'a str>; Office, id "Langkah yang disepakati.";
        /// What stood in the form before it was whole, each time with the day from which it did; written by itself where the form is filled in further in a later month.
        begun: Option<Stages<'a>>; Office, id "Isi formulir sebelum lengkap, dipisah spasi, masing-masing dengan hari sejak kapan: `result+evaluator@2026-10-07`; ditulis sendiri bila formulir dilengkapi pada bulan berikutnya.";
    }
    wrong |row| row.has_predicate_beside_parts();
}

/// The columns of the form of an evaluation, by which it is told what stood in it.
pub const FORM: [(usize, &str); 7] = [
    (Evaluation::result, "result"),
    (Evaluation::behaviour, "behaviour"),
    (Evaluation::predicate, "predicate"),
    (Evaluation::evaluator, "evaluator"),
    (Evaluation::strengths, "strengths"),
    (Evaluation::improve, "improve"),
    (Evaluation::agreed_step, "agreed_step"),
];

/// What stood in a form before it was whole: the names of the columns, each time with the day from which these were filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stages<'a>(&'a str);

impl<'a> Stages<'a> {
    /// What stands between the names of columns.
    pub const AND: &'static str = "+";

    /// Each day, with the names of the columns that were filled in from then on.
    fn all(self) -> impl Iterator<Item = (Day, &'a str)> {
        let parts = References::parts(self.0);
        parts.filter_map(|(names, since)| Some((Day::parse(since)?, names)))
    }
}

impl<'a> Cell<'a> for Stages<'a> {
    const KIND: Domain = Domain::Stages;

    fn parse(text: &'a str) -> Result<Self, Refusal> {
        for (names, since) in References::parts(text) {
            if since.is_empty() {
                let text = shown(&format!("{names}@"));
                return Err(Box::new(Problem::DayForm { text }));
            }
            <Day as Cell>::parse(since)?;
            let mut names = names.split(Self::AND).filter(|name| !name.is_empty());
            if let Some(other) = names.find(|name| FORM.iter().all(|(_, known)| known != name)) {
                let allowed = FORM.map(|(_, known)| known).join(", ");
                let (text, words) = (shown(other), allowed.clone());
                return Err(Box::new(Problem::CodeUnknown { text, allowed, words }));
            }
        }
        Ok(Stages(text))
    }
}

impl Evaluation<'_> {
    /// From which day anything of it was on record; `None` where it has no day, and always was.
    pub fn since(&self) -> Option<Day> {
        let stages = self.begun.into_iter().flat_map(Stages::all);
        let first = stages.map(|(since, _)| since).min();
        self.date.map(|date| first.map_or(date, |first| first.min(date)))
    }

    /// The form as known on a day: with what stood in it by then, and `None` where nothing did.
    pub fn known_on(self, day: Day) -> Option<Self> {
        if self.date.is_none_or(|date| date <= day) {
            return Some(self);
        }
        let stages = self.begun.into_iter().flat_map(Stages::all);
        let by_then = stages.filter(|(since, _)| *since <= day);
        let (since, held) = by_then.max_by_key(|(since, _)| *since)?;
        let has = |column: &str| held.split(Stages::AND).any(|name| name == column);
        Some(Evaluation {
            result: self.result.filter(|_| has("result")),
            behaviour: self.behaviour.filter(|_| has("behaviour")),
            predicate: self.predicate.filter(|_| has("predicate")),
            evaluator: self.evaluator.filter(|_| has("evaluator")),
            strengths: self.strengths.filter(|_| has("strengths")),
            improve: self.improve.filter(|_| has("improve")),
            agreed_step: self.agreed_step.filter(|_| has("agreed_step")),
            date: Some(since),
            ..self
        })
    }

    /// Result and behaviour, where both are known.
    pub fn parts(&self) -> Option<(Expectation, Expectation)> {
        self.result.zip(self.behaviour)
    }

    /// Whether a predicate is written although it follows from its parts.
    pub fn has_predicate_beside_parts(&self) -> bool {
        self.predicate.is_some() && self.parts().is_some()
    }
}

table! {
    /// Recognition given.
    awards "award" "penghargaan": Award in Whole "awards.csv", Keyed, id "Penghargaan yang diberikan." {
        /// Id of the award.
        id: Id<'a>, key; Office, id "Id penghargaan.";
        /// Who received it.
        staff: Id<'a>, -> staff; Office, id "Penerimanya.";
        /// The day on which it was given.
        date: Day; Office, id "Hari pemberian.";
        /// What kind of recognition.
        kind: &'a str; Office, id "Jenis penghargaan.";
        /// The written criterion that was met: the code of a criterion of the rule `incentive`, or words.
        criterion: Option<&'a str>; Office, id "Kriteria tertulis yang dipenuhi: kode suatu kriteria aturan `incentive`, atau kata-kata.";
        /// The evaluation that it rests on: `evaluation:person/2026-Q3`.
        evaluation: Option<Reference<'a>>; Office, id "Evaluasi yang mendasarinya: `evaluation:orang/2026-Q3`.";
        /// Number of the decree.
        decree: Option<&'a str>; Office, id "Nomor SK.";
        /// A note.
        note: Option<&'a str>; Office, id "Catatan.";
    }
    wrong |row| row.evaluation.is_some_and(|named| is_of_another(named, row.staff));
}

table! {
    /// Guidance for improvement, with its follow-up.
    guidance "guidance" "bimbingan": Guidance in Whole "guidance.csv", Keyed, id "Bimbingan kinerja dan tindak lanjutnya." {
        /// Id of the guidance.
        id: Id<'a>, key; Office, id "Id bimbingan.";
        /// Who is guided.
        staff: Id<'a>, -> staff; Office, id "Pegawai yang dibimbing.";
        /// The day on which it was given.
        date: Day; Office, id "Hari bimbingan.";
        /// What led to it: `evaluation:person/2026-Q3`, `complaint:2026-10-k7f3q` or `participation:2026-10/slug/person`.
        cause: Option<Reference<'a>>; Office, id "Sebabnya: `evaluation:orang/2026-Q3`, `complaint:2026-10-k7f3q`, atau `participation:2026-10/slug/orang`.";
        /// What kind of guidance: a talk, coaching, a course.
        kind: Option<&'a str>; Office, id "Bentuknya: pembicaraan, coaching, pelatihan.";
        /// What was agreed.
        guidance: &'a str; Office, id "Yang disepakati.";
        /// By when it is followed up.
        due: Option<Day>, >= date, > today; Office, id "Tenggat tindak lanjut.";
        /// The day of the follow-up.
        followed_up: Option<Day>, >= date, & outcome; Office, id "Hari tindak lanjut.";
        /// What came of it.
        result: Option<&'a str>, & outcome; Office, id "Hasilnya.";
        /// The day on which its result became known; unknown: with the follow-up.
        told: Option<Day>, & outcome; Office, id "Hari hasilnya diketahui; kosong: bersama tindak lanjutnya.";
    }
    wrong |row| row.cause.is_some_and(|named| is_of_another(named, row.staff));
}

impl<'a> Guidance<'a> {
    /// What came of it, as known on a day: not of a later follow-up, and not before it was told.
    pub fn result_on(&self, day: Day) -> Option<&'a str> {
        let is_later = |on: Option<Day>| on.is_some_and(|on| on > day);
        self.result
            .filter(|_| !is_later(self.followed_up) && !is_later(self.told))
    }
}

/// Whether a reference names the record of somebody else.
fn is_of_another(named: Reference<'_>, person: Id<'_>) -> bool {
    named.person().is_some_and(|other| other != person.text())
}

table! {
    /// Follow-up actions from any source, tracked until done.
    actions "action" "tindak-lanjut": Action in Whole "actions.csv", Keyed, id "Rencana aksi dari sumber mana pun, dipantau sampai selesai." {
        /// Id of the action.
        id: Id<'a>, key; Office, id "Id rencana aksi.";
        /// The day on which it was opened.
        opened: Day; Public, id "Hari dibuka.";
        /// What it comes from, as `kind:id`: `complaint:2026-10-k7f3q` or `training:2026-10/slug`, for example.
        source: Option<Reference<'a>>; Office, id "Asalnya, sebagai `jenis:id`, misalnya `complaint:2026-10-k7f3q` atau `training:2026-10/slug`.";
        /// What is to be done; where citizens asked for it, the notice board tells it once it is done.
        what: &'a str; Office, id "Yang harus dilakukan; bila diminta warga, papan pengumuman menyebutnya sesudah selesai.";
        /// Who is responsible.
        owner: Option<Id<'a>>, -> staff; Office, id "Penanggung jawab.";
        /// By when.
        due: Option<Day>, >= opened, > today, & term; Office, id "Tenggat.";
        /// The day on which it was done.
        done: Option<Day>, >= opened, & outcome; Office, id "Hari selesai.";
        /// What came of it, in words that the notice board may tell.
        result: Option<&'a str>, & outcome; Office, id "Hasilnya, dengan kata yang boleh dimuat papan pengumuman.";
        /// The due days before this one, each with the day on which it was replaced; written by itself where `due` changes.
        moved: Option<PastDays<'a>>, & term; Office, id "Tenggat sebelumnya, dipisah spasi, masing-masing dengan hari digantinya: `2026-10-20@2026-11-05`; ditulis sendiri bila `due` berubah.";
        /// The day on which its result became known; unknown: when it was done.
        told: Option<Day>, & outcome; Office, id "Hari hasilnya diketahui; kosong: pada hari selesai.";
    }
}

impl<'a> Action<'a> {
    /// What came of it, as known on a day: not before it was done, and not before it was told.
    pub fn result_on(&self, day: Day) -> Option<&'a str> {
        let is_done = self.done.is_some_and(|done| done <= day);
        self.result
            .filter(|_| is_done && self.told.is_none_or(|told| told <= day))
    }
}

/// Days that were replaced by others, each with the day on which that was: `2026-10-20@2026-11-05`, or `@2026-11-05`
/// where there was none before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastDays<'a>(&'a str);

impl PastDays<'_> {
    /// Which day held on a day; `None` where none of these did any more, and `Some(None)` where there was none yet.
    pub fn on(self, day: Day) -> Option<Option<Day>> {
        let parts = References::parts(self.0);
        let parts = parts.filter_map(|(past, replaced)| Some((Day::parse(replaced)?, Day::parse(past))));
        let later = parts.filter(|(replaced, _)| *replaced > day);
        later.min_by_key(|(replaced, _)| *replaced).map(|(_, past)| past)
    }
}

impl<'a> Cell<'a> for PastDays<'a> {
    const KIND: Domain = Domain::PastDays;

    fn parse(text: &'a str) -> Result<Self, Refusal> {
        for (past, replaced) in References::parts(text) {
            let days = [past, replaced].into_iter().filter(|day| !day.is_empty());
            days.map(<Day as Cell>::parse)
                .collect::<Result<Vec<Day>, Refusal>>()?;
            if replaced.is_empty() {
                return Err(Box::new(Problem::DayForm {
                    text: shown(&format!("{past}@")),
                }));
            }
        }
        Ok(PastDays(text))
    }
}

impl Action<'_> {
    /// By when it was to be done, as known on a day.
    pub fn due_on(&self, day: Day) -> Option<Day> {
        let past = self.moved.and_then(|moved| moved.on(day));
        past.unwrap_or(self.due)
    }
}
