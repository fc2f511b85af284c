//! How complete the records behind a report are.

use super::complaints::left_out;
use super::sheet::sheet;
use super::trace::{Omission, Source, Trace};
use crate::records::code::ComplaintOutcome;
use crate::records::course::Course;
use crate::records::people::People;
use crate::records::time::Period;
use crate::words::words;

sheet! {
    /// How complete the records of one kind are, or all.
    pub Share of ShareColumn: "completeness" {
        complete: counts(), id "Lengkap", en "Complete",
            says id "Jumlah catatan yang lengkap; yang belum lengkap tercantum di bawah.",
            en "How many records are complete; those that are not are listed below.";
        of: counts(), id "Dari", en "Of",
            says id "Jumlah catatan yang diperiksa kelengkapannya.", en "How many records are looked at.";
        share: percent("complete", "of"), id "Bagian", en "Share",
            says id "Catatan yang lengkap dibagi semua yang diperiksa.",
            en "The complete records over all that are looked at.";
    }
}
use ShareColumn as Of;

impl Share {
    /// How many are incomplete.
    pub fn lacking(&self) -> u64 {
        self.count(Of::of) - self.count(Of::complete)
    }
}

words! {
    /// What may be incomplete.
    #[derive(Copy)]
    pub enum Requirement {
        Units: id "Pegawai dengan unit kerja", en "People with a unit";
        Nips: id "ASN dengan NIP", en "ASN with a NIP";
        Completions: id "Pelatihan selesai dengan tanggal dan JP", en "Completions with day and JP";
        Recognised: id "JP yang sudah dinilai pengakuannya", en "JP assessed for recognition";
        Verified: id "Sertifikat pelatihan terverifikasi", en "Training certificates verified";
        Reasons: id "Ketidakhadiran dengan alasan", en "Absences with a reason";
        Evaluations: id "Evaluasi dengan hasil dan perilaku kerja", en "Evaluations with results and behaviour";
        Contracts: id "PPPK dengan masa kontrak", en "PPPK with a known contract";
        Complaints: id "Pengaduan dengan kelas dan unit", en "Complaints with class and unit";
    }
}

impl Requirement {
    /// All of them with their keys, in the order of the report.
    pub const ALL: [(Requirement, &'static str); 9] = [
        (Requirement::Units, "units"),
        (Requirement::Nips, "nips"),
        (Requirement::Completions, "completions"),
        (Requirement::Recognised, "recognised"),
        (Requirement::Verified, "verified"),
        (Requirement::Reasons, "reasons"),
        (Requirement::Evaluations, "evaluations"),
        (Requirement::Contracts, "contracts"),
        (Requirement::Complaints, "complaints"),
    ];
}

/// The completeness of the records behind a report, by item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness([Share; 9]);

impl Completeness {
    /// Takes one record, or one person.
    #[inline(always)]
    pub fn add(&mut self, item: Requirement, source: Source, is_complete: bool, trace: &mut Trace) {
        let mut entry = self.0[item as usize].entry(item as u64, source, trace);
        entry.adds(Of::of, 1);
        match is_complete {
            true => entry.adds(Of::complete, 1),
            false => entry.leaves(Of::complete, Omission::Lacking),
        }
    }

    /// Takes everybody who counts: who has a unit and a NIP, and whose contract is known. Who has no posting has no unit.
    pub fn people(&mut self, people: &People, trace: &mut Trace) {
        for (number, person) in people.list.iter().enumerate() {
            let source = Source::Person(number as u32);
            if person.is_unplaced() {
                self.add(Requirement::Units, source, false, trace);
            }
            if !person.counts() {
                continue;
            }
            self.add(Requirement::Units, source, person.unit().is_some(), trace);
            self.add(Requirement::Nips, source, person.has_nip, trace);
            if person.employment.is_pppk() {
                self.add(Requirement::Contracts, source, person.contract.is_some(), trace);
            }
        }
    }

    /// The share of one item.
    pub fn of(&self, item: Requirement) -> &Share {
        &self.0[item as usize]
    }

    /// Adds another completeness.
    pub fn merge(&mut self, other: &Completeness) {
        for (share, other) in self.0.iter_mut().zip(&other.0) {
            share.merge(other);
        }
    }

    /// Everything together.
    pub fn total(&self) -> Share {
        let mut total = Share::default();
        self.0.iter().for_each(|share| total.merge(share));
        total
    }
}

/// Whether a complaint is one that a period had to do with and that needs a class: received in it, closed or reopened in
/// it, or open on its last day, and not found to be no matter of the office.
pub fn needs_class(course: &Course<'_>, period: Period) -> bool {
    let (first, last) = (period.first_day(), period.last_day());
    let row = course.complaint;
    if left_out(row, last).is_some() || row.received > last {
        return false;
    }
    let stands = course.handled(last).closing().map(|(_, outcome)| outcome);
    let is_handled = matches!(
        stands,
        None | Some(ComplaintOutcome::Resolved | ComplaintOutcome::Unresolved)
    );
    let has_turned = || course.turns(first, last).next().is_some();
    is_handled && (stands.is_none() || row.received >= first || has_turned())
}
