//! The words of the list of JP.

use super::words;

words! {
    /// Headings and remarks.
    pub enum HoursText {
        Title { period: String }: id "DAFTAR JAM PELAJARAN (JP) – {period}", en "LEARNING HOURS (JP) – {period}";
        Nobody: id "Belum ada ASN yang bertugas.", en "No civil servant is posted.";
        Classroom: id "Klasikal", en "Classroom";
        NonClassroom: id "Nonklasikal", en "Non-classroom";
        Unrecorded: id "Instansi lain", en "Elsewhere";
        Total: id "Jumlah", en "Total";
        Recognised: id "Diakui", en "Recognised";
        Verified: id "Terverifikasi", en "Verified";
        Required: id "Ketentuan", en "Required";
        Remark: id "Keterangan", en "Remark";
        AtLeast { jp: String }: id "≥ {jp} JP", en "≥ {jp} JP";
        AtMost { jp: String }: id "≤ {jp} JP", en "≤ {jp} JP";
        Met: id "memenuhi", en "met";
        Short { jp: String }: id "kurang {jp} JP", en "{jp} JP short";
        Over { jp: String }: id "lebih {jp} JP", en "{jp} JP over";
        Unknown: id "belum diketahui", en "not known";
        NoteForms: id "JP menurut sertifikat. Batas PPPK dihitung menurut tahun kontraknya, jadi keterangannya dapat berbeda dari jumlah tahun kalender.", en "JP as on certificates. The ceiling of PPPK is that of their contract year, so the remark may differ from the total of the calendar year.";
    }
}
