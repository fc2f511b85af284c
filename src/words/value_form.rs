//! What stands for a value in the help of a command, `PERSON` or `FILE`, and what a column is called in a list.

use super::Lang;

/// The words that are not the same in both languages.
const WORDS: &[(&str, &str)] = &[
    ("ADDRESS", "ALAMAT"),
    ("BEHAVIOUR", "PERILAKU"),
    ("CATEGORY", "KATEGORI"),
    ("CERTIFICATE", "SERTIFIKAT"),
    ("CHANNEL", "KANAL"),
    ("CLASS", "KELAS"),
    ("COMPLETED", "SELESAI"),
    ("DUE", "TENGGAT"),
    ("END", "AKHIR"),
    ("EVALUATOR", "PENILAI"),
    ("HANDLER", "PETUGAS"),
    ("INITIATIVE", "INISIATIF"),
    ("ISSUED", "TERBIT"),
    ("OWNER", "PENANGGUNGJAWAB"),
    ("PARENT", "INDUK"),
    ("PREDICATE", "PREDIKAT"),
    ("REASON", "ALASAN"),
    ("RECEIVED", "DITERIMA"),
    ("RECOGNISED", "DIAKUI"),
    ("RESULT", "HASIL"),
    ("SERVICE", "LAYANAN"),
    ("STATUS", "KEADAAN"),
    ("SUMMARY", "RINGKASAN"),
    ("CODE", "KODE"),
    ("COLUMN", "KOLOM"),
    ("COMMAND", "PERINTAH"),
    ("COMPETENCY", "KOMPETENSI"),
    ("COMPLAINT", "PENGADUAN"),
    ("DATE", "TANGGAL"),
    ("DAYS", "HARI"),
    ("DECIMAL", "DESIMAL"),
    ("DIR", "DIREKTORI"),
    ("EDITION", "EDISI"),
    ("FILE", "BERKAS"),
    ("HEADING", "JUDUL"),
    ("FORM", "BENTUK"),
    ("FORMAT", "BENTUK"),
    ("INTEGER", "BILANGAN"),
    ("KEY", "KUNCI"),
    ("KIND", "JENIS"),
    ("LEVEL", "TINGKAT"),
    ("MONTH", "BULAN"),
    ("NAME", "NAMA"),
    ("NAMES", "NAMA"),
    ("NEW", "BARU"),
    ("MINUTES", "MENIT"),
    ("GROUP", "KELOMPOK"),
    ("COUNT", "JUMLAH"),
    ("FROM", "ASAL"),
    ("NO", "NOMOR"),
    ("PLACE", "TEMPAT"),
    ("POST", "AKHIR"),
    ("PRE", "AWAL"),
    ("YEARS", "TAHUN"),
    ("OR", "ATAU"),
    ("PATH", "BERKAS"),
    ("PERIOD", "PERIODE"),
    ("PERSON", "ORANG"),
    ("QUESTIONNAIRE", "KUESIONER"),
    ("POSITION", "JABATAN"),
    ("REGULATION", "PERATURAN"),
    ("REPORT", "LAPORAN"),
    ("SESSION", "SESI"),
    ("SINCE", "SEJAK"),
    ("STAFF", "PEGAWAI"),
    ("START", "MULAI"),
    ("STEP", "LANGKAH"),
    ("SUBJECT", "TENTANG"),
    ("SUGGESTION", "USUL"),
    ("TABLE", "TABEL"),
    ("TEXT", "TEKS"),
    ("TITLE", "JUDUL"),
    ("TOPIC", "POKOK"),
    ("TRAINING", "PELATIHAN"),
    ("VALUE", "NILAI"),
    ("VERIFIED", "DIVERIFIKASI"),
    ("BY", "OLEH"),
    ("EVIDENCE", "BUKTI"),
    ("MEANING", "ARTI"),
    ("WHAT", "APA"),
    ("WHEN", "KAPAN"),
    ("YEAR", "TAHUN"),
];

/// The form of a value in a language, word by word; what is no word of the list is the same in both.
pub fn value_form(lang: Lang, english: &str) -> String {
    if lang == Lang::En {
        return english.to_owned();
    }
    if english == "YES/NO" {
        return "YA/TIDAK".to_owned();
    }
    let is_end = |letter: char| !letter.is_ascii_alphabetic();
    let parts = english.split_inclusive(is_end).map(|part| {
        let word = part.trim_end_matches(is_end);
        let known = WORDS.iter().find(|(english, _)| *english == word);
        known.map_or(part.to_owned(), |(_, own)| part.replacen(word, own, 1))
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_one_by_one() {
        for (english, own) in [
            ("PERSON", "ORANG"),
            ("ID|MENTEE", "ID|MENTEE"),
            ("MONTH OR DATE", "BULAN ATAU TANGGAL"),
            ("KIND:ID", "JENIS:ID"),
            ("YYYY-MM-DD", "YYYY-MM-DD"),
        ] {
            assert_eq!(value_form(Lang::Id, english), own);
            assert_eq!(value_form(Lang::En, english), english);
        }
    }
}
