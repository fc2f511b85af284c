//! What commands say beside data: help texts, refusals, confirmations.

use super::coded::problems;
use super::{Lang, Say, words};
use std::fmt;

words! {
    /// Sentences of the command line that are no findings.
    pub enum Screen {
        Refused { errors: usize }: id "Catatan mengandung {errors} kesalahan; tidak ada yang dicetak atau ditulis. Perbaiki dulu, atau cetak konsep dengan --draft.", en "The records hold {errors} {found}; nothing was printed or written. Mend {them} first, or print a draft with --draft.", found of errors "error" / "errors", them of errors "it" / "them";
        Broken { errors: usize }: id "Catatan mengandung {errors} kesalahan; tidak ada yang dicetak. Perbaiki dulu: bina check.", en "The records hold {errors} {kinds}; nothing was printed. Mend {them} first: bina check.", kinds of errors "error" / "errors", them of errors "it" / "them";
        WriteRefused { errors: usize }: id "Catatan mengandung {errors} kesalahan; tidak ada yang ditulis. Perbaiki dulu: bina check.", en "The records hold {errors} {found}; nothing was written. Mend {them} first: bina check.", found of errors "error" / "errors", them of errors "it" / "them";
        FormatOld { name: String, found: i64 }: id "{name} masih berformat {found}. Mutakhirkan dulu: bina migrate --dry-run menampilkan perubahannya, bina migrate menulisnya.", en "{name} is of format {found}. Bring it over first: bina migrate --dry-run shows the changes, bina migrate writes them.";
        FormatUnknown { name: String, found: i64 }: id "{name} berformat {found}, yang tidak dikenal oleh bina ini. Pakai bina yang lebih baru.", en "{name} is of format {found}, which this bina does not know. Use a newer bina.";
        NeverSteady: id "Catatan terus ditulis perintah lain selama dibaca. Jalankan lagi sesudah perintah itu selesai.", en "Other commands kept writing to the records while they were read. Run again when those are done.";
        CannotRead { name: String, reason: String }: id "{name} tidak dapat dibaca: {reason}", en "{name} cannot be read: {reason}";
        CannotWrite { name: String, reason: String }: id "{name} tidak dapat ditulis: {reason}", en "{name} cannot be written: {reason}";
        AmongRecords { name: String }: id "{name} ada di dalam direktori catatan. Di situ keluaran ditulis di bawah reports/, yang memuat nama di bawah reports/private/; atau pilih tempat di luarnya.", en "{name} lies in the record directory. There output goes below reports/, with names below reports/private/; or choose a place outside.";
        AmongReports { name: String }: id "{name} akan memuat nama, padahal git mengambil yang ada di situ. Tulis di bawah reports/private/, atau di luar direktori catatan. Yang boleh di situ hanya laporan untuk umum (bina report … --edition umum).", en "{name} would hold names where git takes them. Write below reports/private/, or outside of the record directory. Only a report for the public may lie there (bina report … --edition public).";
        LinkLeaves { name: String, target: String }: id "{name} adalah tautan yang keluar dari direktori catatan, ke {target}. Tulis langsung ke sana, atau hapus tautannya.", en "{name} is a link that leads out of the record directory, to {target}. Write there directly, or delete the link.";
        Unprinted { reason: String }: id "Keluaran baku tidak dapat ditulis: {reason}.", en "Standard output cannot be written: {reason}.";
        Nowhere: id "Keluaran baku tertutup, jadi berkas itu tidak akan sampai kepada siapa pun; karena itu tidak ada yang dicatat. Sebutkan berkasnya dengan -o.", en "Standard output is closed, so the file would reach nobody; so nothing was recorded. Name a file with -o.";
        FolderTaken { folder: String, files: String }: id "Di {folder} sudah ada berkas lain: {files}; tidak ada yang ditulis. Pakai folder lain dengan -o, atau hapus dulu berkas itu.", en "There are other files in {folder} already: {files}; nothing was written. Use another folder with -o, or delete those files first.";
        Undelivered { reason: String }: id "Keluaran baku tidak dapat ditulis: {reason}; karena itu tidak ada yang dicatat.", en "Standard output cannot be written: {reason}; so nothing was recorded.";
        FolderMissing { name: String, folder: String, typed: String }: id "{name} tidak dapat ditulis: folder {folder} tidak ada. Buat dulu: {typed}", en "{name} cannot be written: there is no folder {folder}. Make it first: {typed}";
        BadMonth { text: String }: id "`{text}` bukan bulan; tulis misalnya 2026-10, bulan-lalu, atau bulan-ini.", en "`{text}` is not a month; write for example 2026-10, last-month or this-month.";
        BadPeriod { text: String, noun: String, examples: String }: id "`{text}` bukan {noun}; tulis misalnya {examples}.", en "`{text}` is not a {noun}; write for example {examples}.";
        MonthsOnly { name: String, all: String }: id "Laporan {name} menceritakan keadaan pada hari terakhir satu bulan (--month); triwulan, semester, tahun, dan rentang bulan hanya untuk: {all}.", en "The report {name} tells how things stand on the last day of a month (--month); quarters, halves, years and runs of months are only for: {all}.";
        NotYearSoFar { name: String, period: String, month: String }: id "Laporan {name} menceritakan tahun berjalan sejak Januari, sedangkan {period} tidak mulai di Januari; tulis bulan terakhirnya: --month {month}", en "The report {name} tells of the year so far, and {period} does not begin with a year; write its last month: --month {month}";
        BadDay { text: String }: id "`{text}` bukan tanggal; tulis misalnya 2026-10-31.", en "`{text}` is not a date; write for example 2026-10-31.";
        BadWithin { text: String }: id "`{text}` bukan jangka waktu; tulis berapa hari ke depan, misalnya 30d, paling banyak 3650d.", en "`{text}` is no time ahead; write how many days, for example 30d, 3650d at the most.";
        BadTopic { name: String, nearest: String, all: String }: id "Tentang `{name}` tidak ada penjelasan. Maksudnya `{nearest}`? Yang ada: {all}. Penjelasan sebuah perintah: bina {name} --help", en "There is nothing to say about `{name}`. Did you mean `{nearest}`? There are: {all}. The help of a command: bina {name} --help";
        BadCommand { name: String, command: String }: id "`{command}` tidak punya perintah `{name}`. Lihat yang ada: {command} --help", en "`{command}` has no command `{name}`. See what there is: {command} --help";
        BadReport { name: String, nearest: String, all: String }: id "Laporan `{name}` tidak ada. Maksudnya `{nearest}`? Yang ada: {all}.", en "There is no report `{name}`. Did you mean `{nearest}`? There are: {all}.";
        SubjectUnwanted { name: String, typed: String }: id "Laporan `{name}` tentang seluruh kantor; `{typed}` tidak dipakai. Hapus kata itu.", en "The report `{name}` is about the whole office; `{typed}` means nothing to it. Leave it out.";
        SubjectMissing { name: String, what: String, command: String }: id "Laporan `{name}` memerlukan {what}, misalnya: {command} …", en "The report `{name}` needs {what}: {command} …";
        BadTable { name: String, all: String }: id "Laporan ini tidak memuat tabel `{name}`. Yang ada: {all}.", en "This report has no table `{name}`. There are: {all}.";
        BadFormat { text: String, all: String }: id "Bentuk `{text}` tidak dikenal. Pilih: {all}.", en "The format `{text}` is not known. Choose: {all}.";
        WholeOnly { text: String, all: String }: id "Bentuk `{text}` selalu memuat laporan yang utuh; satu tabel dengan --table hanya dapat sebagai: {all}. Hapus -O atau --table.", en "The format `{text}` always holds the whole report; one table with --table can only be had as: {all}. Leave out -O or --table.";
        NoPublicOver { name: String, all: String }: id "Laporan `{name}` untuk umum hanya tentang satu bulan: dikurangi angka bulan-bulannya, masa yang lebih panjang membuka angka tentang sedikit orang. Untuk umum tentang masa yang lebih panjang: {all}.", en "The report `{name}` is for the public of a month only: less the figures of its months, a longer time tells of few people. There are for the public about a longer time: {all}.";
        NoPublicRun { period: String }: id "{period}: untuk umum masa yang lebih panjang dari sebulan hanya triwulan, semester, atau tahun kalender; beberapa rentang bulan yang berakhir di bulan yang sama membuka angka tentang sedikit orang bila saling dikurangi. Ketik --month, --quarter, --semester, atau --year.", en "{period}: for the public a time longer than a month is a quarter, a half or a year of the calendar; runs of months that end with the same month, one less the other, tell of few people. Type --month, --quarter, --semester or --year.";
        NoPublic { name: String, all: String }: id "Laporan `{name}` hanya untuk kantor: isinya tentang orang atau satu pelatihan. Yang ada untuk umum: {all}.", en "The report `{name}` is for the office only: it is about people or one programme. There are for the public: {all}.";
        PublicDraft: id "Konsep bukan untuk umum. Perbaiki dulu catatannya (bina check), atau cetak konsep untuk kantor tanpa --edition umum.", en "A draft is not for the public. Mend the records first (bina check), or print a draft for the office without --edition public.";
        BadEnding { ending: String, all: String }: id "Berkas berakhiran `.{ending}` tidak dapat ditulis. Yang dapat: {all}; atau sebutkan bentuknya dengan -O.", en "A file that ends in `.{ending}` cannot be written. These can: {all}; or name the format with -O.";
        CsvOnly: id "--for-excel hanya untuk csv; xlsx dibuka Excel begitu saja. Hapus --for-excel.", en "--for-excel is for csv only; Excel opens xlsx as it is. Leave out --for-excel.";
        NoText { text: String }: id "`{text}` bukan teks, tidak dapat ditampilkan di terminal. Tulis ke berkas: -o BERKAS.{text}", en "`{text}` is no text and cannot be shown on a terminal. Write it to a file: -o FILE.{text}";
        NotBuilt { name: String }: id "Program ini dibuat tanpa {name}. Tulis halamannya lalu cetak dari peramban: -o BERKAS.html; atau buat ulang programnya: cargo install --locked --path . --features {name}", en "This program was built without {name}. Write the page and print it from a browser: -o FILE.html; or build the program again: cargo install --locked --path . --features {name}";
        BadExport { name: String, nearest: String, all: String }: id "`{name}` bukan tabel, kuesioner, atau laporan. Maksudnya `{nearest}`? Tabel yang ada: {all}; atau all untuk semuanya.", en "`{name}` is no table, questionnaire or report. Did you mean `{nearest}`? Tables: {all}; or all for everything.";
        ExportPlace: id "Semuanya sekaligus ditulis ke berkas atau folder: -o CATATAN.xlsx, -o CATATAN.json, atau -o FOLDER (satu csv setiap tabel).", en "Everything at once is written to a file or a folder: -o RECORDS.xlsx, -o RECORDS.json, or -o FOLDER (a csv for each table).";
        ExportIdle { argument: String, name: String, typed: String }: id "`{argument}` tidak berlaku untuk {name}, yang keluar seluruhnya. Ketik: {typed}", en "`{argument}` does not go with {name}, which leaves as a whole. Type: {typed}";
        ExportEdition { name: String, public: String }: id "{name} tidak punya edisi: semuanya keluar, dengan nama. Untuk umum ada laporan: bina report brief --edition {public}; tanpa nama, bagi pelatihan: bina export all --masked -o CATATAN.xlsx", en "{name} has no editions: all of it leaves, with names. For the public there are reports: bina report brief --edition {public}; without names, for teaching: bina export all --masked -o RECORDS.xlsx";
        LeftBehind { files: String }: id "Tidak ikut, karena bukan teks, tidak terbaca, atau namanya bukan nama berkas catatan: {files}.", en "Left behind, because they are no text, cannot be read, or have a name that no record may have: {files}.";
        LeftWrong { files: String }: id "Keluar sebagaimana adanya, padahal memuat kesalahan: {files}. Rinciannya: bina check", en "Left as they are, with the errors in them: {files}. See them with: bina check";
        CameWrong { errors: usize, typed: String }: id "{errors} kesalahan ikut masuk: isinya tidak diubah. Rinciannya: {typed}", en "{errors} {came} in too: nothing in them was changed. See them with: {typed}", came of errors "error came" / "errors came";
        LeftTelling { files: String }: id "Tidak ikut, karena dapat menunjukkan siapa orangnya: {files}.", en "Left behind, because they could tell who somebody is: {files}.";
        Exported { sheets: usize, name: String }: id "{sheets} lembar ditulis ke {name}. closed/, evidence/ dan reports/ tidak ikut.", en "{sheets} {kept} written to {name}. closed/, evidence/ and reports/ stay behind.", kept of sheets "sheet" / "sheets";
        ComesBack { name: String }: id "Kembali dengan: bina -C DIREKTORI-BARU import all {name}", en "Back with: bina -C NEW-DIR import all {name}";
        JsonStays: id "json untuk program lain; bina tidak membacanya kembali. Yang dapat kembali: -o CATATAN.xlsx atau -o FOLDER.", en "json is for other programs; bina does not read it back. What comes back: -o RECORDS.xlsx or -o FOLDER.";
        WholeFile: id "Tulis satu berkas atau folder hasil bina export all: bina -C DIREKTORI-BARU import all CATATAN.xlsx", en "Write one file or folder that bina export all wrote: bina -C NEW-DIR import all RECORDS.xlsx";
        FormEnding { name: String }: id "Daftar isian berakhiran .xlsx atau .csv; {name} tidak. Ganti nama berkasnya.", en "A list to fill in ends in .xlsx or .csv; {name} does not. Name another file.";
        InitName: id "Tulis nama kantornya: bina init DIREKTORI --name NAMA. Untuk mencoba dengan kantor contoh: bina init DIREKTORI --example", en "Write the name of the office: bina init DIR --name NAME. To look around in an example: bina init DIR --example";
        ExampleOwn { argument: String }: id "{argument} tidak berlaku bersama --example: kantor contoh sudah lengkap.", en "{argument} has no place beside --example: the example office is complete.";
        FormThere { name: String }: id "{name} sudah ada, dan mungkin sudah diisi; tidak ada yang ditulis. Pilih nama lain dengan -o, atau hapus dulu berkas itu.", en "{name} is there already, and somebody may have filled it in; nothing was written. Choose another name with -o, or delete that file first.";
        FormMade { name: String }: id "{name} siap diisi. Sesudah diisi: bina import {name}", en "{name} is ready to be filled in. Then: bina import {name}";
        DialectMissing: id "Tulis mesinnya: bina export sql --dialect duckdb, atau --dialect spark", en "Write the engine: bina export sql --dialect duckdb, or --dialect spark";
        SqlEnding { name: String }: id "{name} bukan nama berkas SQL. Ketik: -o catatan.sql", en "{name} is no name of a file of SQL. Type: -o records.sql";
        MaskedAll: id "--masked hanya untuk all: semuanya disamarkan bersama-sama.", en "--masked is for all only: everything is masked together.";
        CoursesLeft { rows: usize, lacking: usize }: id "{rows} riwayat kursus; {lacking} belum lengkap, lihat kolom kurang. pnsOrangId, instansiId, jenisDiklatId, jenisKursus, dan lokasiId adalah kode milik SIASN dan tidak diketahui di sini.", en "{rows} {named}; {lacking} lack something, see the column kurang. pnsOrangId, instansiId, jenisDiklatId, jenisKursus and lokasiId are codes of SIASN and not known here.", named of rows "course" / "courses";
        DraftPlace: id "Konsep tidak boleh ditulis di bawah reports/. Pilih berkas lain.", en "A draft must not be written below reports/. Choose another file.";
        PeriodUntold { period: String, first: String, since: String }: id "Catatan kantor ini dimulai {since} (records_since di bina.toml); tentang {period} tidak ada yang diketahui, jadi tidak ada laporannya. Bila masa itu tercatat lengkap: bina settings set records_since {first}", en "The records of this office begin on {since} (records_since in bina.toml); nothing is known of {period}, so there is no report about it. Where that time is recorded in full: bina settings set records_since {first}";
        PeriodAhead { period: String, today: String }: id "{period} belum mulai (hari ini {today}); belum ada yang dapat dilaporkan.", en "{period} has not begun (today is {today}); there is nothing to report yet.";
        PeriodRuns { period: String, today: String }: id "{period} belum berakhir (hari ini {today}); laporan memuat yang tercatat sampai sekarang.", en "{period} has not ended (today is {today}); the report holds what is recorded so far.";
        MonthRuns { month: String, today: String }: id "Bulan {month} belum berakhir (hari ini {today}); cetakan bulanannya dibuat sesudahnya. Untuk melihat yang tercatat sampai sekarang: bina report monthly --month {month}", en "The month {month} has not ended (today is {today}); it is printed when it is over. To see what is recorded so far: bina report monthly --month {month}";
        ReasonMissing: id "Membuka lagi bulan yang sudah ditutup perlu alasan: --reason TEKS", en "To open a month again needs a reason: --reason TEXT";
        ClosedMoved { month: String, on: String, count: usize, told: String }: id "{month} ditutup {on}; {count} angkanya kini lain: {told}. Bila memang demikian: bina close {month} --reason \"…\"", en "{month} was closed on {on}; {count} of its figures {are} now: {told}. If they are right: bina close {month} --reason \"…\"", are of count "is another" / "are others";
        NoManifest { name: String }: id "{name} tidak memuat keterangan tentang dirinya, jadi tidak dapat dicocokkan. Keterangan itu ada dalam setiap laporan yang ditulis dengan -o atau oleh run monthly; bagi csv, xlsx, pdf, dan txt di {name}.manifest.json.", en "{name} carries nothing about itself, so it cannot be compared. Every report that is written with -o or by run monthly does; that of csv, xlsx, pdf and txt lies in {name}.manifest.json.";
        StillTrue { report: String, period: String, count: usize }: id "Sama: {report} {period}, {count} angka.", en "The same: {report} {period}, {count} {figures}.", figures of count "figure" / "figures";
        FigureDiffers { address: String, before: String, after: String }: id "{address}: {before} → {after}", en "{address}: {before} → {after}";
        PageEdited { name: String }: id "{name} diubah sesudah dicetak.", en "{name} was changed after it was printed.";
        WordsDiffer { then: String, now: String }: id "Angkanya sama, tetapi kata-kata atau susunannya lain (dicetak oleh bina {then}, ini bina {now}).", en "The figures are the same, but words or layout are others (printed by bina {then}, this is bina {now}).";
        FilesSince { files: String }: id "Berubah sejak dicetak: {files}", en "Changed since it was printed: {files}";
        RecordsSince: id "Catatan berubah sejak laporan itu dicetak.", en "The records have changed since it was printed.";
        NoSuchState { when: String }: id "`{when}` bukan keadaan yang dikenal: tulis ditutup, sebuah hari (YYYY-MM-DD), atau sebuah commit git; hari dan commit perlu git.", en "`{when}` is no state that is known: write closed, a day (YYYY-MM-DD) or a commit of git; a day and a commit need git.";
        NotClosed { name: String, period: String }: id "{name} {period} tidak ditutup; yang ditutup adalah laporan bulanan satu bulan: bina close YYYY-MM", en "{name} {period} is not closed; what is closed is the monthly report of a month: bina close YYYY-MM";
        HistoryNeedsGit: id "Riwayat ada di git, dan git tidak menyimpan direktori ini. Untuk mulai: git init, lalu git add -A dan git commit", en "The history is in git, and git does not keep this directory. To begin: git init, then git add -A and git commit";
        NotCommittedYet: id "(belum di-commit)", en "(not committed)";
        NothingToUndo: id "Tidak ada yang dapat dibatalkan: belum ada perintah yang menulis, atau yang terakhir terlalu besar. Keadaan yang lebih lama ada di git.", en "There is nothing to take back: no command has written yet, or the last was too large. Older states are in git.";
        Undone { files: String }: id "Dibatalkan: {files}. Untuk mengembalikannya: bina undo", en "Taken back: {files}. To bring it again: bina undo";
        PrintedUnkept { files: String }: id "Sudah dicetak, tetapi belum ada di commit mana pun: {files}. Ketik: bina run monthly --month YYYY-MM --commit, atau bina close YYYY-MM --commit", en "Printed, but not in any commit yet: {files}. Type: bina run monthly --month YYYY-MM --commit, or bina close YYYY-MM --commit";
        Printed { count: usize }: id "{count} berkas ditulis di bawah reports/.", en "{count} {files} written below reports/.", files of count "file" / "files";
        Reprinted { name: String, count: usize, told: String }: id "{name} dicetak lagi; {count} angka bergeser: {told}", en "{name} was printed anew; {count} {figures} moved: {told}", figures of count "figure" / "figures";
        FoundElsewhere { count: usize, places: String }: id "sama di {count} tempat lain: {places}", en "the same in {count} other {found}: {places}", found of count "place" / "places";
        CheckSummary { errors: usize, warnings: usize }: id "{errors} kesalahan, {warnings} peringatan.", en "{errors} {wrong}, {warnings} {doubtful}.", wrong of errors "error" / "errors", doubtful of warnings "warning" / "warnings";
    }
}

problems! {
    /// What is wrong with a command line before any command runs.
    pub enum Misuse {
        ArgumentMissing { names: String, command: String }: id "masih kurang: {names}" help "tulis semuanya; petunjuk dan contoh: {command} --help",
            en "still missing: {names}" help "write all of them; help and an example: {command} --help";
        ArgumentUnknown { argument: String, command: String }: id "`{argument}` tidak dikenal di sini" help "lihat yang ada: {command} --help",
            en "`{argument}` is not known here" help "see what there is: {command} --help";
        ArgumentNearly { argument: String, nearest: String, command: String }: id "`{argument}` tidak dikenal di sini" help "maksudnya {nearest}? lihat yang ada: {command} --help",
            en "`{argument}` is not known here" help "did you mean {nearest}? see what there is: {command} --help";
        OptionEmpty { argument: String, command: String }: id "`{argument}` memerlukan nilai" help "tulis nilainya di belakangnya; petunjuk: {command} --help",
            en "`{argument}` needs a value" help "write it behind; help: {command} --help";
        OptionWrong { argument: String, value: String, all: String }: id "`{value}` tidak berlaku untuk `{argument}`" help "pilih salah satu: {all}",
            en "`{value}` is no value of `{argument}`" help "choose one of: {all}";
        OptionRefused { argument: String, value: String, command: String }: id "`{value}` tidak berlaku untuk `{argument}`" help "lihat nilai yang berlaku: {command} --help",
            en "`{value}` is no value of `{argument}`" help "see which values there are: {command} --help";
        OptionTwice { argument: String }: id "`{argument}` ditulis dua kali" help "tulis sekali saja",
            en "`{argument}` is written twice" help "write it once";
        OptionConflict { argument: String, other: String, command: String }: id "`{argument}` tidak dapat bersama `{other}`" help "tulis salah satu saja; petunjuk: {command} --help",
            en "`{argument}` does not go with `{other}`" help "write one of them; help: {command} --help";
        OptionCount { argument: String, command: String }: id "banyaknya nilai `{argument}` keliru" help "lihat bentuknya: {command} --help",
            en "`{argument}` has the wrong number of values" help "see its form: {command} --help";
        CommandUnknown { name: String, command: String }: id "perintah `{name}` tidak ada" help "lihat yang ada: {command} --help",
            en "there is no command `{name}`" help "see what there is: {command} --help";
        CommandNearly { name: String, nearest: String, command: String }: id "perintah `{name}` tidak ada" help "maksudnya {nearest}? lihat yang ada: {command} --help",
            en "there is no command `{name}`" help "did you mean {nearest}? see what there is: {command} --help";
        CommandMissing { command: String }: id "`{command}` memerlukan perintah di belakangnya" help "lihat yang ada: {command} --help",
            en "`{command}` needs a command behind it" help "see what there is: {command} --help";
        NotUtf8 { command: String }: id "ada argumen yang bukan UTF-8" help "ketik ulang argumennya; petunjuk: {command} --help",
            en "an argument is not UTF-8" help "type it again; help: {command} --help";
    }
}
