//! A citizens' forum or a policy consultation: one TOML document, its id is its path.

use super::bounds::is_reversed;
use super::code::{Disposition, ForumKind, SuggestionKind};
use super::document::{At, IdText, NameText, document};
use super::time::Day;

document! {
    /// A citizens' forum, or a consultation of civil servants about a policy.
    Forum {
        /// Its title.
        title: String, id "Judulnya.";
        /// Citizens' forum or consultation.
        kind: ForumKind, id "Forum masyarakat atau konsultasi kebijakan.";
        /// The day on which it was held.
        date: At<Day>, id "Hari pelaksanaan.";
        /// Where it was held.
        place: Option<String>, id "Tempatnya.";
        /// What it was about.
        topic: Option<String>, id "Topiknya.";
        /// The regulation that it is about, by id.
        regulation: Option<At<IdText>>, -> regulations, id "Peraturan yang dibahas, menurut id.";
        /// Civil servants who took part in a consultation, by id.
        staff: Vec<At<IdText>>, -> staff, id "ASN yang mengikuti konsultasi, menurut id.";
        /// Who came from where, in counts, never by name.
        attendance: Vec<ForumAttendance>, id "Siapa datang dari mana, dalam jumlah, tanpa nama.";
        /// What was said, and what became of it.
        suggestion: Vec<Suggestion>, id "Yang disampaikan, dan tindak lanjutnya.";
    }
}

document! {
    /// How many came from where.
    ForumAttendance {
        /// The group: residents, community leaders, an organisation, civil servants.
        group: At<NameText>, ~ group, id "Kelompoknya: warga, tokoh masyarakat, lembaga, ASN.";
        /// Where they came from: a unit's code or a place.
        from: Option<At<NameText>>, ~> units, ~ place, id "Asalnya: kode unit atau nama tempat.";
        /// How many.
        count: i64, id "Berapa orang.";
    }
}

document! {
    /// Something that was said at a forum, with what became of it.
    Suggestion {
        /// Key in this document.
        key: At<IdText>, id "Kunci di dokumen ini.";
        /// What was said, without names.
        text: String, id "Yang disampaikan, tanpa nama.";
        /// Complaint, criticism or suggestion.
        kind: SuggestionKind, id "Pengaduan, kritik, atau usul.";
        /// The unit that it concerns.
        unit: Option<At<IdText>>, -> units, id "Unit yang dituju.";
        /// The service that it concerns.
        service: Option<At<IdText>>, id "Layanan yang dituju.";
        /// What was decided about it; absent while nothing is decided.
        disposition: Option<Disposition>, & answer, id "Keputusannya; tidak ditulis selama belum diputuskan.";
        /// The answer given.
        answer: Option<String>, & answer, id "Jawaban yang diberikan.";
        /// The day of the answer.
        answered: Option<Day>, & answer, id "Hari jawaban.";
        /// Who carries it out.
        owner: Option<At<IdText>>, -> units staff, id "Penanggung jawab.";
        /// By when.
        due: Option<Day>, id "Tenggat.";
        /// The day on which it was done.
        done: Option<Day>, & outcome, id "Hari selesai.";
        /// What came of it, without names: the notice board tells it.
        result: Option<String>, & outcome, id "Hasilnya, tanpa nama: papan pengumuman memuatnya.";
        /// The day on which it was said, where that was after the forum.
        told: Option<Day>, id "Hari disampaikan, bila sesudah forumnya.";
    }
}

impl Forum {
    /// Whether something that was said has a day before the forum.
    pub fn is_reversed(&self) -> bool {
        let days = self.suggestion.iter().flat_map(Suggestion::days);
        let mut days = days.map(|day| is_reversed(self.date.value, day));
        days.any(|is_reversed| is_reversed)
    }
}

impl Suggestion {
    /// The days that come after the forum.
    pub fn days(&self) -> impl Iterator<Item = Day> + use<> {
        [self.told, self.answered, self.due, self.done]
            .into_iter()
            .flatten()
    }

    /// Whether it was said by a day.
    pub fn is_said(&self, day: Day) -> bool {
        self.told.is_none_or(|told| told <= day)
    }
}
