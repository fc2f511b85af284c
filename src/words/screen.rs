//! What commands say beside data: help texts, refusals, confirmations.

use super::words;

words! {
    /// Sentences of the command line that are no findings.
    pub enum Screen {
        /// Before the help of a refusal.
        TryHelp { command: String }: id "Ketik `{command} --help` untuk petunjuk.", en "Type `{command} --help` for help.";
        Refused { errors: usize }: id "Catatan mengandung {errors} kesalahan; tidak ada yang dicetak atau ditulis. Perbaiki dulu, atau cetak konsep dengan --draft.", en "The records hold {errors} errors; nothing was printed or written. Mend them first, or print a draft with --draft.";
        WriteRefused { errors: usize }: id "Catatan mengandung {errors} kesalahan; tidak ada yang ditulis. Perbaiki dulu: bina check.", en "The records hold {errors} errors; nothing was written. Mend them first: bina check.";
        CannotRead { name: String, reason: String }: id "{name} tidak dapat dibaca: {reason}", en "{name} cannot be read: {reason}";
        CannotWrite { name: String, reason: String }: id "{name} tidak dapat ditulis: {reason}", en "{name} cannot be written: {reason}";
        BadMonth { text: String }: id "`{text}` bukan bulan; tulis misalnya 2026-10, last-month, atau this-month.", en "`{text}` is not a month; write for example 2026-10, last-month or this-month.";
        BadDay { text: String }: id "`{text}` bukan tanggal; tulis misalnya 2026-10-31.", en "`{text}` is not a date; write for example 2026-10-31.";
        BadReport { name: String, nearest: String, all: String }: id "Laporan `{name}` tidak ada. Maksudnya `{nearest}`? Yang ada: {all}.", en "There is no report `{name}`. Did you mean `{nearest}`? There are: {all}.";
        SubjectMissing { name: String, what: String }: id "Laporan `{name}` memerlukan {what}, misalnya: bina report {name} …", en "The report `{name}` needs {what}: bina report {name} …";
        BadTable { name: String, all: String }: id "Laporan ini tidak memuat tabel `{name}`. Yang ada: {all}.", en "This report has no table `{name}`. There are: {all}.";
        BadFormat { text: String, all: String }: id "Bentuk `{text}` tidak dikenal. Pilih: {all}.", en "The format `{text}` is not known. Choose: {all}.";
        DraftPlace: id "Konsep tidak boleh ditulis di bawah reports/. Pilih berkas lain.", en "A draft must not be written below reports/. Choose another file.";
        FutureMonth { month: String, today: String }: id "Bulan {month} belum berakhir (hari ini {today}); laporan memuat yang tercatat sampai sekarang.", en "The month {month} has not ended (today is {today}); the report holds what is recorded so far.";
        Written { name: String }: id "Ditulis: {name}", en "Written: {name}";
        NothingToWrite: id "Tidak ada yang perlu diubah.", en "There is nothing to change.";
        CheckGood { files: usize }: id "{files} berkas diperiksa: tidak ada kesalahan dan tidak ada catatan.", en "{files} files checked: no errors and no warnings.";
        CheckSummary { errors: usize, warnings: usize }: id "{errors} kesalahan, {warnings} peringatan.", en "{errors} errors, {warnings} warnings.";
    }
}
