//! The words that a proposed plan is written in: titles of items, and the reason behind each.

use super::words;

words! {
    /// Titles and reasons.
    pub enum ProposalText {
        PlanTitle { agency: String, year: i32 }: id "Rancangan Rencana Pengembangan Kompetensi {agency} {year}", en "Draft Development Plan of {agency} {year}";
        Training { name: String }: id "Pelatihan {name}", en "Training: {name}";
        Mentoring { name: String }: id "Mentoring {name}", en "Mentoring: {name}";
        Certification { scheme: String }: id "Perpanjangan sertifikat {scheme}", en "Renewal of the certificate {scheme}";
        Hours: id "Pelatihan bagi PNS yang belum memenuhi JP", en "Training for PNS below the minimum of JP";
        Coaching: id "Coaching bagi pegawai yang memerlukan bimbingan kinerja", en "Coaching for people who need guidance";
        Complaints { service: String }: id "Penanganan pengaduan: {service}", en "Handling of complaints: {service}";
        ComplaintsAny: id "Penanganan pengaduan", en "Handling of complaints";
        Gap { people: u64, levels: i64 }: id "{people} pegawai di bawah tingkat yang disyaratkan jabatan (kurang {levels} tingkat seluruhnya)", en "{people} below the level that the post requires ({levels} {steps} together)", steps of levels "level" / "levels";
        Colleague { people: u64 }: id "{people} pegawai di bawah tingkat yang disyaratkan jabatan, dengan rekan seunit yang menguasainya", en "{people} below the level that the post requires, with a colleague of their unit who holds it";
        Named { people: u64 }: id "kebutuhan {people} pegawai menurut mereka, atasan, atau evaluasi", en "needed by {people}, as they, a supervisor or an evaluation said";
        Expiring { count: u64, day: String }: id "{count} sertifikat perlu diperpanjang, yang pertama paling lambat {day}", en "{count} {certificates} to renew, the first by {day}", certificates of count "certificate" / "certificates";
        Short { people: u64, jp: String }: id "{people} PNS masih kurang {jp} JP seluruhnya", en "{people} PNS are {jp} JP short together";
        Low { people: u64 }: id "{people} pegawai berpredikat Butuh Perbaikan atau lebih rendah", en "{people} with the predicate Butuh Perbaikan or lower";
        Overdue { count: u64 }: id "{count} pengaduan melewati tenggat", en "{count} {complaints} past {their} deadline", complaints of count "complaint" / "complaints", their of count "its" / "their";
        Reason { first: String, rest: String, day: String }: id "{first}{rest} (data sampai {day}).", en "{first}{rest} (records up to {day}).";
    }
}
