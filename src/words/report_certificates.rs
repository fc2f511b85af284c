//! The words of the report on certificates and of its section in the monthly report.

use super::words;

words! {
    /// Headings, captions, notes and sentences about competency certificates.
    pub enum CertificateText {
        Title { month: String }: id "LAPORAN SERTIFIKAT KOMPETENSI – {month}", en "REPORT ON COMPETENCY CERTIFICATES – {month}";
        HeadDue { expired: u64, expiring: u64, days: i64 }: id "Sertifikat yang habis masa berlaku: {expired}; yang harus diperpanjang dalam {days} hari: {expiring}.", en "{expired} {certificates} expired, {expiring} to be renewed within {days} days.", certificates of expired "certificate has" / "certificates have";
        HeadRefresh { overdue: String, soon: String }: id "Pelatihan ulang yang melewati batas waktunya: {overdue}; yang segera jatuh tempo: {soon}.", en "Refreshers overdue: {overdue}; due soon: {soon}.";
        RefreshUnknown: id "belum diketahui", en "not known yet";
        Certificates: id "Sertifikat kompetensi", en "Competency certificates";
        ListSection: id "Daftar sertifikat kompetensi", en "List of competency certificates";
        RefreshSection: id "Pelatihan yang harus diulang", en "Training to be refreshed";

        ValidUntil: id "Berlaku sampai", en "Valid until";
        RenewBy: id "Perpanjang paling lambat", en "Renew by";
        Days: id "Sisa hari", en "Days left";
        DaysPast { days: i32 }: id "lewat {days} hari", en "{days} {past} past", past of days "day" / "days";
        DueTable { days: i64 }: id "Habis masa berlaku, atau harus diperpanjang dalam {days} hari", en "Expired, or to be renewed within {days} days";
        NothingDue: id "Tidak ada yang habis masa berlakunya atau harus segera diperpanjang.", en "None has expired or is to be renewed soon.";
        NoCertificates: id "Belum ada sertifikat kompetensi.", en "No competency certificate yet.";
        NoteMonths { months: i64 }: id "Sertifikat tanpa tanggal akhir berlaku {months} bulan sejak terbit.", en "A certificate that names no last day is valid for {months} months from its issue.";
        NoteNoMonths: id "Sertifikat tanpa tanggal akhir berlaku seterusnya.", en "A certificate that names no last day is valid without end.";
        NoteWindow { from: String, to: String }: id "Perpanjangan dilakukan dalam jendela {from}–{to}: jendela terakhir sebelum masa berlaku habis.", en "Renewal takes place in the window {from}–{to}: the last one before the end of validity.";
        NoteYearly: id "Yang tanpa batas akhir diperpanjang pada jendela pertama sesudah terbit.", en "What has no end is renewed in the first window after its issue.";
        NoteRenewed: id "Perpanjangan adalah sertifikat baru yang menyebut sertifikat lama; yang lama tidak dihitung habis masa berlakunya.", en "A renewal is a new certificate that names the old one; the old one does not count as expired.";
        NoteApplied: id "Diakui dan diterapkan: bagian dari sertifikat yang masih berlaku.", en "Recognised and applied: of the certificates that are still valid.";
        NoteLeft { count: u64 }: id "Tidak ditampilkan: {count} sertifikat milik orang yang tidak dihitung pada hari terakhir.", en "{count} {certificates} not shown.", certificates of count "certificate of somebody who does not count on the last day is" / "certificates of people who do not count on the last day are";
        AttendRenewal { scheme: String }: id "Perpanjang sertifikat kompetensi: {scheme}", en "Renew the competency certificate: {scheme}";

        Topic: id "Topik", en "Topic";
        RefreshTable: id "Pegawai yang pelatihannya harus diulang", en "People whose training is to be refreshed";
        NeverTrained: id "Belum pernah mengikuti pelatihan yang harus diulang", en "Never trained on a topic that is to be refreshed";
        NoRefresh: id "Tidak ada pelatihan yang harus segera diulang.", en "No training is to be refreshed soon.";
        NoteRefresh { months: i32 }: id "Pelatihan terakhir yang diselesaikan tiap orang pada topik yang disebut aturan, dicari {months} bulan ke belakang.", en "The last training that each person completed on the topics of the rule, looked for {months} months back.";
    }
}
