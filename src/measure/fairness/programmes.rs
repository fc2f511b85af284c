//! What the programmes of a window were about, in which form and with whom they were held, and which were never
//! evaluated.

use super::Attendance;
use super::overview::enter_jp;
use crate::diagnostic::Origin;
use crate::measure::sheet::sheet;
use crate::measure::trace::{Figure, Omission, Trace};
use crate::records::code::{Initiative, Mode, Role, TrainingStatus};
use crate::records::time::Day;
use crate::records::training::Training;
use std::collections::BTreeSet;

/// A form and a mode: what a completion counts under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormCount {
    /// A classroom form (klasikal) in a mode.
    Classroom(Mode),
    /// Another form (nonklasikal) in a mode.
    Other(Mode),
    /// Of another office, without a document here.
    External,
}

impl FormCount {
    /// Of a programme.
    pub fn of(training: Option<&Training>) -> FormCount {
        match training {
            None => FormCount::External,
            Some(training) if training.method.is_classroom() => FormCount::Classroom(training.mode),
            Some(training) => FormCount::Other(training.mode),
        }
    }

    /// Its number in traces.
    pub fn number(self) -> u64 {
        match self {
            FormCount::Classroom(mode) => mode as u64,
            FormCount::Other(mode) => 100 + mode as u64,
            FormCount::External => 200,
        }
    }
}

sheet! {
    /// What was completed in one form and mode.
    pub FormSums of FormColumn: "forms" {
        completed: counts(), id "Pelatihan selesai", en "Completions",
            says id "Jumlah pelatihan dalam bentuk dan cara ini yang diselesaikan.",
            en "How many completions there are of this form and mode.";
        jp: sums().measured("JP").known_by("jp_known", "jp_unknown"), id "JP", en "JP",
            says id "Jumlah JP pada sertifikatnya.", en "The JP on their certificates.";
        own: counts(), id "Inisiatif sendiri", en "Own initiative",
            says id "Di antaranya atas prakarsa sendiri.", en "Of these, on own initiative.";
        assigned: counts(), id "Penugasan", en "Assigned",
            says id "Di antaranya atas penugasan.", en "Of these, by assignment.";
        initiative_unknown: counts(), id "Tidak dicatat", en "Not recorded",
            says id "Di antaranya yang prakarsanya tidak dicatat.",
            en "Of these, whose initiative is not on record.";
        jp_known: part();
        jp_unknown: part();
    }
}

/// Adds a completion to those of its form.
pub(super) fn enter_form(sums: &mut FormSums, form: FormCount, one: &Attendance, trace: &mut Trace) {
    let initiative = match one.initiative.map(|initiative| initiative == Initiative::Own) {
        Some(true) => FormColumn::own,
        Some(false) => FormColumn::assigned,
        None => FormColumn::initiative_unknown,
    };
    for column in [FormColumn::completed, initiative] {
        sums.enter(column, form.number(), one.origin, 1, trace);
    }
    let columns = [FormColumn::jp, FormColumn::jp_known, FormColumn::jp_unknown];
    enter_jp(sums, columns, form.number(), one, trace);
}

sheet! {
    /// What was done for one competency; the tests are those of who sat both, as the programmes scored them.
    pub CompetencySums of CompetencyColumn: "competencies" {
        programmes: counts().public(), id "Pelatihan", en "Programmes",
            says id "Jumlah pelatihan yang menyebut kompetensi ini.", en "How many programmes name the competency.";
        completed: counts().public(), id "Pelatihan selesai", en "Completions",
            says id "Berapa kali pelatihan itu diselesaikan.", en "How many completions they have.";
        for_post: share("for_post", "relevance_known"), id "Sesuai jabatan", en "For the post",
            says id "Yang jabatannya mensyaratkan kompetensi ini, dibagi yang diketahui standar jabatannya.",
            en "Completions by people whose post requires it over those whose post has a standard.";
        pairs: counts(), id "Pasang nilai", en "Pairs",
            says id "Jumlah peserta yang mempunyai nilai tes awal dan tes akhir.",
            en "How many have both a pre-test and a post-test.";
        pre_mean: over("pre_mean", "pairs", 1), id "Tes awal", en "Pre-test",
            says id "Rata-rata tes awal dari yang mempunyai kedua nilai.",
            en "The mean pre-test of those who have both tests.";
        post_mean: over("post_mean", "pairs", 1), id "Tes akhir", en "Post-test",
            says id "Rata-rata tes akhir dari yang mempunyai kedua nilai.",
            en "The mean post-test of those who have both tests.";
        people: different().hidden(), id "Orang", en "People",
            says id "Jumlah orang yang menyelesaikannya; yang menyelesaikan beberapa dihitung sekali.",
            en "How many people completed them; who completed several is counted once.";
        relevance_known: part();
    }
}

/// The completions that trained one competency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompetencyCount {
    /// Its number in traces.
    pub number: u64,
    /// The counts.
    pub sums: CompetencySums,
    /// Its programmes, by id.
    programmes: BTreeSet<String>,
}

impl CompetencyCount {
    /// None yet, under a number.
    pub(super) fn new(number: u64) -> CompetencyCount {
        CompetencyCount {
            number,
            ..CompetencyCount::default()
        }
    }

    /// Takes a completion, or of who did not complete the tests; `target` is where the programme's document names the
    /// competency.
    pub(super) fn add(
        &mut self,
        one: &Attendance,
        target: Origin,
        is_required: Option<bool>,
        trace: &mut Trace,
    ) {
        use CompetencyColumn as Of;
        if one.is_completed() {
            self.sums.add(Of::people, one.person.into());
            trace.counts(Of::people.figure(self.number), one.person, 1);
        }
        let mut enter = |column, origin, amount| self.sums.enter(column, self.number, origin, amount, trace);
        if self.programmes.insert(one.training.clone()) {
            enter(Of::programmes, target, 1);
        }
        if one.is_completed() {
            enter(Of::completed, one.origin, 1);
        }
        if let Some(is_required) = is_required.filter(|_| one.is_completed()) {
            enter(Of::relevance_known, one.origin, 1);
            if is_required {
                enter(Of::for_post, one.origin, 1);
            }
        }
        if let Some((pre, post)) = one.tests {
            enter(Of::pairs, one.origin, 1);
            enter(Of::pre_mean, one.origin, pre.0);
            enter(Of::post_mean, one.origin, post.0);
        }
    }
}

sheet! {
    /// What was held with one partner institution.
    pub PartnerSums of PartnerColumn: "partners" {
        programmes: counts(), id "Pelatihan", en "Programmes",
            says id "Jumlah pelatihan yang diadakan bersama lembaga ini.",
            en "How many programmes were held with the institution.";
        completed: counts(), id "Pelatihan selesai", en "Completions",
            says id "Berapa kali pelatihan itu diselesaikan.", en "How many completions they have.";
        jp: sums().measured("JP").known_by("jp_known", "jp_unknown"), id "JP", en "JP",
            says id "Jumlah JP pada sertifikatnya.", en "The JP on their certificates.";
        jp_known: part();
        jp_unknown: part();
    }
}

/// The completions of programmes held with one partner institution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartnerCount {
    /// Its number in traces.
    pub number: u64,
    /// The counts.
    pub sums: PartnerSums,
    /// The cost of its programmes; `None` where no cost is recorded.
    pub cost: Option<i64>,
    /// Its programmes, by id.
    programmes: BTreeSet<String>,
}

impl PartnerCount {
    /// None yet, under a number.
    pub(super) fn new(number: u64) -> PartnerCount {
        PartnerCount {
            number,
            ..PartnerCount::default()
        }
    }

    pub(super) fn add(&mut self, one: &Attendance, training: &Training, trace: &mut Trace) {
        let number = self.number;
        if self.programmes.insert(one.training.clone()) {
            let origin = training.origin;
            self.sums
                .enter(PartnerColumn::programmes, number, origin, 1, trace);
            let figure = Figure::new("partners", number, "cost");
            match training.cost {
                Some(cost) => {
                    self.cost = Some(self.cost.unwrap_or(0) + cost.value);
                    trace.uses(figure, cost.origin, cost.value);
                }
                None => trace.omits(figure, origin, Omission::NoCost),
            }
        }
        self.sums
            .enter(PartnerColumn::completed, number, one.origin, 1, trace);
        let columns = [
            PartnerColumn::jp,
            PartnerColumn::jp_known,
            PartnerColumn::jp_unknown,
        ];
        enter_jp(&mut self.sums, columns, number, one, trace);
    }
}

/// How many took part in a programme that is over: as many as are known to have, and none only of one that is closed and
/// has somebody on record.
pub fn known_to_take_part(training: &Training, known: Option<u64>) -> Option<u64> {
    known.filter(|known| *known > 0 || training.status.value == TrainingStatus::Done)
}

/// Whether a programme that is over was held, as known on a day: it was closed (`has_open`: somebody's place was still
/// open), or somebody is known to have taken part. Whatever its status says before, it tells nothing of that.
pub fn was_held(training: &Training, known: u64, has_open: bool) -> bool {
    let is_cancelled = training.status.value == TrainingStatus::Cancelled;
    !is_cancelled && (known > 0 || training.is_closed(has_open))
}

/// A programme to which a questionnaire for alumni or supervisors belongs, and of which too few of those asked have told
/// by its day how it is applied at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unapplied {
    /// Its number in traces.
    pub number: u64,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its last day.
    pub end: Day,
    /// From which day on the answers are owed.
    pub due: Day,
    /// How many completed it, who are asked, and whose supervisors are.
    pub completed: u64,
    /// The code of the questionnaire.
    pub questionnaire: String,
    /// The roles in which too few have answered since.
    pub lacking: Vec<Role>,
}

/// A programme that nobody evaluated: no feedback of participants, and nobody sat both tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unevaluated {
    /// Its number in traces.
    pub number: u64,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its last day.
    pub end: Day,
    /// How many took part; `None` where the programme is not closed and nobody is known to have.
    pub took_part: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::document;

    #[test]
    fn a_programme_was_held_where_it_was_closed_or_somebody_took_part() {
        let of = |status: &str| -> Training {
            let dates = "start=2026-07-01\nend=2026-07-01\njp=8";
            let text = format!("title='t'\nmethod='KL10'\nmode='classroom'\n{dates}\nstatus='{status}'");
            document::read(&text, 0, &mut Findings::new()).unwrap()
        };
        for (status, nobody, somebody) in [
            ("planned", false, true),
            ("running", false, true),
            ("done", true, true),
            ("cancelled", false, false),
        ] {
            let held = [0, 1].map(|known| was_held(&of(status), known, false));
            assert_eq!(held, [nobody, somebody], "{status}");
            let held = [0, 1].map(|known| was_held(&of(status), known, true));
            assert_eq!(held, [false, somebody], "{status}");
        }
    }

    #[test]
    fn every_form_in_every_mode_is_a_row_of_its_own() {
        let modes = Mode::ALL
            .iter()
            .flat_map(|mode| [FormCount::Classroom(*mode), FormCount::Other(*mode)]);
        let all: Vec<FormCount> = modes.chain([FormCount::External]).collect();
        let numbers: BTreeSet<u64> = all.iter().map(|form| form.number()).collect();
        assert_eq!(numbers.len(), all.len());
    }
}
