//! The yearly development plan: one TOML document a year.

use super::code::{PlanItemKind, PlanItemStatus};
use super::document::{At, IdText, document};
use super::number::Dec;
use super::time::{Day, Month};

document! {
    /// The development plan of a year.
    Plan {
        /// Its title.
        title: String, id "Judulnya.";
        /// The decree that adopts it; absent while it is a draft.
        decree: Option<String>, id "Keputusan penetapannya; tidak ditulis selama masih rancangan.";
        /// Its goals.
        goal: Vec<Goal>, id "Tujuannya.";
        /// Its items.
        item: Vec<PlanItem>, id "Butir-butirnya.";
    }
}

impl Plan {
    /// The plan as it was known on a day: none before its first item was put into it.
    pub fn on(mut self, day: Day) -> Option<Plan> {
        let is_known = |item: &PlanItem| item.added.is_none_or(|added| added <= day);
        let is_new = !self.item.is_empty();
        self.item.retain(is_known);
        let is_later = |item: &&mut PlanItem| item.dropped.is_some_and(|dropped| dropped > day);
        self.item.iter_mut().filter(is_later).for_each(|item| {
            item.status = None;
            item.late_reason = None;
        });
        (!is_new || !self.item.is_empty()).then_some(self)
    }
}

document! {
    /// A goal of the plan.
    Goal {
        /// Key in this document.
        key: At<IdText>, id "Kunci di dokumen ini.";
        /// What is to be reached.
        text: String, id "Yang hendak dicapai.";
        /// How it is measured: the code of a service figure of `bina.toml`, or of a figure that is counted from the records (`jp-per-pns`, `pns-below-jp`, `pns-with-jp`, `never-trained`, `evaluations-missing`, `complaints-resolved`, `complaints-on-time`, `satisfaction`, `days-until-alone`, `forums-held`); other words tell no value reached.
        indicator: Option<String>, id "Ukurannya: kode angka pelayanan di `bina.toml`, atau kode angka yang dihitung dari catatan (`jp-per-pns`, `pns-below-jp`, `pns-with-jp`, `never-trained`, `evaluations-missing`, `complaints-resolved`, `complaints-on-time`, `satisfaction`, `days-until-alone`, `forums-held`); kata-kata lain tidak mempunyai capaian.";
        /// The value to be reached.
        target: Option<String>, id "Nilai yang dituju.";
    }
}

document! {
    /// An item of the plan. What carries it out names it: a programme by `plan_item`.
    PlanItem {
        /// Key in this document; programmes of the year name it.
        key: At<IdText>, id "Kunci di dokumen ini; dirujuk pelatihan tahun itu.";
        /// What is planned.
        title: String, id "Yang direncanakan.";
        /// The goal that it serves.
        goal: Option<At<IdText>>, id "Tujuan yang dilayani.";
        /// What kind of development.
        kind: PlanItemKind, id "Bentuk pengembangannya.";
        /// The competency aimed at.
        competency: Option<At<IdText>>, -> competencies, id "Kompetensi yang dituju.";
        /// Units for whom it is meant.
        units: Vec<At<IdText>>, -> units, id "Unit sasaran.";
        /// Persons for whom it is meant.
        staff: Vec<At<IdText>>, -> staff, id "Orang sasaran.";
        /// The month in which it is due.
        month: At<Month>, id "Bulan pelaksanaannya.";
        /// How many participants are planned.
        participants: Option<At<i64>>, id "Jumlah peserta yang direncanakan.";
        /// How many JP each.
        jp: Option<At<Dec>>, id "JP tiap peserta.";
        /// The budget in rupiah.
        cost: Option<At<i64>>, id "Anggaran dalam rupiah.";
        /// Who is responsible.
        owner: Option<At<IdText>>, -> units staff, id "Penanggung jawab.";
        /// Why it is planned.
        reason: Option<String>, id "Alasan direncanakan.";
        /// Planned, or dropped; carried items name where they come from.
        status: Option<PlanItemStatus>, & standing, id "Direncanakan atau dibatalkan.";
        /// Why it is late or dropped.
        late_reason: Option<String>, & standing, id "Alasan terlambat atau dibatalkan.";
        /// The day on which it was done, where no programme or other record tells it.
        done: Option<Day>, id "Hari terlaksana, bila tidak ada pelatihan atau catatan lain yang menunjukkannya.";
        /// The day on which it was put into the plan; no report about an earlier day knows it. Unknown: from the beginning.
        added: Option<Day>, id "Hari dimasukkan ke rencana; laporan tentang hari sebelumnya belum mengenalnya. Tidak ditulis: sejak awal.";
        /// The day on which it was dropped; until then it stood. Unknown: from the beginning.
        dropped: Option<Day>, & standing, id "Hari dibatalkan; sebelum itu masih direncanakan. Tidak ditulis: sejak awal.";
        /// The item of an earlier year that it carries on, as `2026/key`.
        carried_from: Option<String>, id "Butir tahun lalu yang dilanjutkan, misalnya `2026/kunci`.";
    }
}
