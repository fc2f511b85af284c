//! The words of a site: what its pages are called, and what stands on its first page.

use super::words;

words! {
    /// Headings, links and sentences.
    pub enum SiteText {
        Title: id "Pembinaan ASN", en "Development of civil servants";
        Told { day: String }: id "Dibuat dari catatan kantor sampai {day}.", en "Made from the records of the office up to {day}.";
        ForEverybody: id "Untuk umum: tanpa nama orang, dan tanpa angka tentang kurang dari beberapa orang.", en "For everybody: without names of people, and without figures about fewer than a few people.";
        ForOffice: id "Hanya untuk kantor: halaman-halaman ini memuat nama.", en "For the office only: these pages hold names.";
        Contents: id "Daftar isi", en "Contents";
        Around: id "Halaman lain", en "Other pages";
        Trend: id "Angka dari bulan ke bulan", en "Figures from month to month";
        Monthly: id "Laporan bulanan", en "Monthly report";
        Brief: id "Laporan ringkas", en "Brief";
        Notice: id "Papan pengumuman", en "Notice board";
        Satisfaction { period: String }: id "SKM {period}", en "Survey of the public, {period}";
        YearUpTo { month: String }: id "sampai {month}", en "up to {month}";
        Months: id "Bulan demi bulan", en "Month by month";
        Surveys: id "Survei kepuasan masyarakat", en "Survey of public satisfaction";
        Programmes: id "Pelatihan", en "Programmes";
        Units: id "Unit kerja", en "Units";
        People: id "Pegawai", en "People";
        NoUnit: id "Tanpa unit kerja", en "Without a unit";
        Search: id "Cari", en "Search";
        NothingFound: id "Tidak ditemukan.", en "Nothing found.";
        SaidForComplaints: id "keluhan aduan lapor", en "grievance report";
        Complaints: id "Pengaduan, seluruh kantor", en "Complaints, the whole office";
        Hours: id "JP tahun berjalan, seluruh kantor", en "JP of the year so far, the whole office";
        Predicates: id "Predikat kinerja, seluruh kantor", en "Performance predicates, the whole office";
        Certificates: id "Sertifikat kompetensi, seluruh kantor", en "Competency certificates, the whole office";
        Figure: id "Angka", en "Figure";
        Month: id "Bulan", en "Month";
        Course { first: String, last: String }: id "{first} sampai {last}", en "{first} to {last}";
        Lowest: id "Terendah", en "Lowest";
        Highest: id "Tertinggi", en "Highest";
        Latest { month: String }: id "{month}", en "{month}";
        EveryMonth: id "Semua bulan", en "Every month";
        TrendNote: id "Setiap angka sama dengan yang ada di laporan bulanan bulan itu. Yang tidak diketahui atau tidak ditampilkan memutus garisnya.", en "Each figure is that of the monthly report of its month. What is not known or not shown breaks the line.";
        SiteRemoves { name: String }: id "hapus {name}", en "remove {name}";
        SiteWritten { written: usize, removed: usize }: id "{written} berkas ditulis, {removed} dihapus.", en "{written} {files} written, {removed} removed.", files of written "file" / "files";
        SiteSame { count: usize }: id "Tidak ada yang berubah: {count} halaman.", en "Nothing has changed: {count} pages.";
        SiteTaken { folder: String, files: String }: id "Di {folder} ada berkas yang tidak dibuat oleh perintah ini: {files}; tidak ada yang ditulis. Pakai folder lain, atau hapus dulu berkas itu.", en "In {folder} there are files that this command did not make: {files}; nothing was written. Use another folder, or delete those files first.";
        SiteOf { edition: String }: id "situs edisi {edition}", en "a site of the {edition} edition";
        SiteOther { folder: String, kind: String }: id "{folder} memuat {kind}; tidak boleh tercampur dengan yang lain. Pakai folder lain.", en "{folder} holds {kind}, which must not be mixed with anything else. Use another folder.";
        SiteNothing: id "Belum ada bulan yang tercatat dan sudah berakhir, jadi belum ada halaman.", en "No month is recorded and over yet, so there is no page.";
    }
}
