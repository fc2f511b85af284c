//! What is said of somebody else's list: why it cannot be read, why a row is rejected, and what became of each.

use super::coded::problems;
use super::{Lang, Say, words};
use std::fmt;
use std::sync::Arc;

/// Where something stands in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The file, as it was named.
    pub file: Arc<str>,
    /// The sheet, where the file holds several.
    pub sheet: Option<Arc<str>>,
    /// The row.
    pub row: usize,
    /// The column, from 0; `None` for the whole row.
    pub column: Option<usize>,
}

impl Spot {
    /// The same where the file need not be told.
    pub fn within(&self) -> Spot {
        Spot {
            file: "".into(),
            ..self.clone()
        }
    }

    /// The file and the sheet.
    pub fn within_file(&self) -> String {
        let parts = [Some(&self.file), self.sheet.as_ref()].into_iter().flatten();
        parts.map(|part| &**part).collect::<Vec<_>>().join(", ")
    }

    /// The cell as its program names it: `D14`.
    pub fn cell(&self) -> Option<String> {
        let column = letters(self.column?);
        Some(format!("{column}{}", self.row))
    }
}

/// The letters of a column: `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        more => letters(more - 1) + &letter.to_string(),
    }
}

impl Say for Spot {
    fn say(&self, lang: Lang, out: &mut dyn fmt::Write) -> fmt::Result {
        let (sheet, row) = match lang {
            Lang::Id => ("lembar", "baris"),
            Lang::En => ("sheet", "row"),
        };
        let file = Some(self.file.to_string()).filter(|file| !file.is_empty());
        let sheet = self.sheet.as_ref().map(|name| format!("{sheet} {name}"));
        let row = (self.row > 0).then(|| format!("{row} {}", self.row));
        let parts = [file, sheet, self.cell().or(row)].into_iter().flatten();
        out.write_str(&parts.collect::<Vec<_>>().join(", "))
    }
}

problems! {
    /// Why a file gives no table.
    pub enum Unread {
        WebPage { name: String }: id "{name} adalah halaman web, walau mungkin berakhiran .xls" help "buka di program lembar kerja, lalu simpan sebagai .xlsx",
            en "{name} is a web page, though it may end in .xls" help "open it in a spreadsheet program and save it as .xlsx";
        Protected { name: String }: id "{name} dikunci dengan kata sandi" help "buka, hapus kata sandinya, lalu simpan",
            en "{name} is locked with a password" help "open it, take the password away, and save it";
        CellTooLong { name: String, cell: String }: id "{name}, {cell}: isi sel lebih panjang daripada yang dapat disimpan lembar kerja (32.767 huruf)" help "periksa tanda petik yang tidak ditutup, atau pendekkan isinya",
            en "{name}, {cell}: the cell is longer than a spreadsheet can hold (32,767 characters)" help "look for a quotation mark that is not closed, or shorten it";
        TooManyColumns { name: String, row: usize }: id "{name}, baris {row}: kolomnya lebih banyak daripada yang dapat disimpan lembar kerja (16.384)" help "hapus kolom yang tidak dipakai",
            en "{name}, row {row}: more columns than a spreadsheet can hold (16,384)" help "remove the columns that nobody uses";
        HoldsTooMuch { name: String, row: usize }: id "{name}: sampai baris {row} isinya sudah lebih dari 256 MB" help "hapus baris dan kolom di luar tabel, atau bagi daftarnya menjadi beberapa berkas",
            en "{name}: up to row {row} it holds more than 256 MB" help "remove rows and columns outside the table, or cut the list into several files";
        ReachesTooFar { name: String }: id "{name}: lembarnya menjangkau lebih dari 8 juta sel" help "hapus baris dan kolom kosong di luar tabel, lalu simpan sebagai .xlsx",
            en "{name}: its sheets reach over more than 8 million cells" help "remove empty rows and columns outside the table, and save it as .xlsx";
        UnpacksToTooMuch { name: String, part: String, megabytes: u64 }: id "{name}: bagian {part} menjadi lebih dari {megabytes} MB bila dibuka" help "salin tabelnya ke buku kerja baru, atau bagi menjadi beberapa berkas",
            en "{name}: its part {part} unpacks to more than {megabytes} MB" help "copy the table into a new workbook, or cut it into several files";
        NoWorkbook { name: String }: id "{name} bukan buku kerja .xlsx atau .ods" help "buka di program lembar kerja, lalu simpan sebagai .xlsx",
            en "{name} is no workbook of the kinds .xlsx and .ods" help "open it in a spreadsheet program and save it as .xlsx";
        Damaged { name: String }: id "{name} tidak dapat dibaca: bukan buku kerja, atau rusak atau terpotong" help "buka di program lembar kerja, lalu simpan lagi sebagai .xlsx; bila tidak terbuka, minta atau buat lagi berkasnya",
            en "{name} cannot be read: it is no workbook, or damaged or cut off" help "open it in a spreadsheet program and save it again as .xlsx; if it does not open, ask for it or make it again";
        NoText { name: String }: id "{name} bukan teks UTF-8" help "ekspor lagi dengan bina export all; jangan simpan ulang berkasnya dengan program lain",
            en "{name} is no UTF-8 text" help "export again with bina export all; save its files with no other program";
    }
}

problems! {
    /// What is wrong with a list as a whole, or with a cell of it beside what the records themselves refuse.
    pub enum Unfit {
        // ---- the list ------------------------------------------------------------------------------
        ListEmpty { name: String, known: String }: id "{name}: tidak berisi apa pun" help "tulis judul kolom di baris pertama; yang dikenal: {known}",
            en "{name}: there is nothing in it" help "write the names of the columns in the first row; known are: {known}";
        HeadingNone { name: String, found: String, known: String }: id "{name}: baris judul kolom tidak ditemukan; yang terbaca: {found}" help "kolom yang dikenal: {known}; sebutkan judul daftar ini dengan --column \"JUDUL=KOLOM\", atau tulis aturan sendiri di imports/, lihat: bina schema import",
            en "{name}: no row with the names of the columns was found; read was: {found}" help "columns that are known: {known}; name the headings of this list with --column \"HEADING=COLUMN\", or write a rule of your own in imports/, see: bina schema import";
        Unrecognised { name: String, found: String, subjects: String, likely: String }: id "{name}: tidak dikenali sebagai daftar apa pun; yang terbaca: {found}" help "sebutkan isinya, misalnya: bina import {likely} {name}; yang ada: {subjects}",
            en "{name}: not recognised as a list of any kind; read was: {found}" help "say what it is, for example: bina import {likely} {name}; there are: {subjects}";
        LikeSeveral { name: String, forms: String }: id "{name}: mirip beberapa macam daftar: {forms}" help "pilih dengan --rules NAMA",
            en "{name}: it looks like lists of several kinds: {forms}" help "choose one with --rules NAME";
        RuleNone { name: String, all: String }: id "aturan impor `{name}` tidak ada" help "yang ada: {all}",
            en "there is no import rule `{name}`" help "there are: {all}";
        ColumnMissing { names: String, known: String }: id "daftar ini tidak menyebut {names}" help "tambahkan kolomnya ({known}), atau satu nilai untuk semua baris dengan --with KOLOM=NILAI",
            en "this list does not tell {names}" help "add the column ({known}), or one value for all rows with --with COLUMN=VALUE";
        HeadingTwice { place: String, heading: String, other: String }: id "{place}: judul `{heading}` ada lagi di {other}, sehingga tidak jelas kolom mana yang dimaksud" help "beri keduanya judul yang berbeda, misalnya `TMT Pangkat` dan `TMT Jabatan`, atau hapus kolom yang tidak perlu",
            en "{place}: the heading `{heading}` stands again in {other}, so it is not clear which column is meant" help "give them different headings, such as `TMT Pangkat` and `TMT Jabatan`, or remove the column that is not needed";
        ProgrammeMissing { month: String }: id "daftar ini tidak menyebut pelatihannya" help "tulis --for {month}/nama-pelatihan; yang ada: bina training list; untuk yang baru tambahkan --new-training",
            en "this list does not tell the training" help "write --for {month}/name-of-training; those there are: bina training list; for a new one add --new-training";
        MonthOfOther { start: String, fit: String }: id "menurut daftar ini pelatihan mulai {start}, sebelum bulan id-nya" help "tulis --for {fit}; bila harinya keliru, tulis --start dan --end",
            en "by this list the training starts on {start}, before the month of its id" help "write --for {fit}; where its days are wrong, write --start and --end";
        ProgrammeTold { typed: String, choices: String }: id "daftar ini belum dihubungkan dengan pelatihannya" help "tambahkan, misalnya: {typed}{choices}; yang ada: bina training list",
            en "nothing says which training this list is of" help "add, for example: {typed}{choices}; those there are: bina training list";
        TrainingNew { id: String, typed: String, choices: String }: id "pelatihan `{id}` tidak ada" help "bila pelatihan baru: tambahkan {typed}{choices}; yang ada: bina training list",
            en "there is no training `{id}`" help "if it is a new one: add {typed}{choices}; those there are: bina training list";
        TrainingTyped: id "hanya untuk pelatihan baru" help "tambahkan --new-training, atau ubah yang ada: bina training set",
            en "this is for a new training only" help "add --new-training, or change one that is there: bina training set";
        PeriodMissing: id "daftar ini tidak menyebut periodenya" help "tulis --for 2026-Q3",
            en "this list does not tell the period" help "write --for 2026-Q3";
        MonthMissing: id "daftar ini tidak menyebut bulan jawabannya" help "tulis --for 2026-10; bila tiap lembar bulan lain: --sheet NAMA, lembar demi lembar",
            en "this list does not tell the month of the answers" help "write --for 2026-10; if each sheet is of another month: --sheet NAME, sheet by sheet";
        PeriodOther { place: String, text: String, typed: String }: id "{place}: judul atau nama lembarnya (`{text}`) menyebut waktu lain daripada {typed}" help "hapus --for agar tiap lembar dibaca menurut waktunya, atau pilih satu lembar: --sheet NAMA; bila judulnya yang keliru dan {typed} memang benar: tambahkan --as-typed",
            en "{place}: its title or name (`{text}`) tells another time than {typed}" help "leave out --for, so that each sheet is read as of its time, or choose one sheet: --sheet NAME; if the title is wrong and {typed} is right: add --as-typed";
        MonthUnread { unread: String }: id "daftar ini tidak menyebut bulan jawabannya; kolom yang tidak dikenal: {unread}" help "bila salah satunya hari atau bulannya: --column \"JUDUL=tanggal\"; bila semua dari satu bulan: --for 2026-10",
            en "this list does not tell the month of the answers; columns that are not known: {unread}" help "if one of them has the day or month: --column \"HEADING=date\"; if all are of one month: --for 2026-10";
        PeopleMissing: id "daftar ini tidak menyebut orangnya" help "tambahkan kolom `Nama` atau `NIP`",
            en "this list does not tell whom it is about" help "add a column `name` or `nip`";
        PeopleUnread { unread: String }: id "daftar ini tidak menyebut orangnya; kolom yang tidak dikenal: {unread}" help "bila salah satunya nama atau NIP: --column \"JUDUL=nama\", --column \"JUDUL=nip\"",
            en "this list does not tell whom it is about; columns that are not known: {unread}" help "if one of them has name or NIP: --column \"HEADING=name\", --column \"HEADING=nip\"";
        NamesUnread { count: usize, heading: String, unread: String }: id "{count} orang di daftar ini belum tercatat, dan kolom namanya tidak dikenal; kolom yang tidak dikenal: {unread}" help "sebutkan kolom namanya: --column \"{heading}=nama\"",
            en "{count} people of this list are not recorded, and the column of their names is not known; columns that are not known: {unread}" help "name it: --column \"{heading}=name\"";
        NamesMissing { count: usize }: id "{count} orang di daftar ini belum tercatat, dan daftarnya tidak menyebut namanya" help "tambahkan kolom `Nama`",
            en "{count} people of this list are not recorded, and it does not tell their names" help "add a column `name`";
        TrainingUntold { names: String, typed: String, choices: String }: id "daftar ini tidak menyebut semuanya tentang pelatihannya; masih kurang: {names}" help "tambahkan {typed}{choices}; atau tulis di atas daftarnya, misalnya `Kegiatan: …`, `Tanggal: 14 Oktober 2026`, `Jumlah JP: 8`",
            en "this list does not tell all of the training; still missing: {names}" help "add {typed}{choices}; or write it above the list, such as `Kegiatan: …`, `Tanggal: 14 Oktober 2026`, `Jumlah JP: 8`";
        ReceivedMissing: id "daftar ini tidak menyebut hari pengaduan diterima" help "tambahkan kolom `Tanggal Diterima`; hanya bila semua diterima pada hari yang sama: --with tanggal-diterima=TTTT-BB-HH",
            en "this list does not tell the day on which complaints were received" help "add the column `received`; only if all were received on one day: --with received=YYYY-MM-DD";
        ReceivedUnread { unread: String }: id "daftar ini tidak menyebut hari pengaduan diterima; kolom yang tidak dikenal: {unread}" help "bila salah satunya harinya: --column \"JUDUL=tanggal diterima\"; hanya bila semua diterima pada hari yang sama: --with tanggal-diterima=TTTT-BB-HH",
            en "this list does not tell the day on which complaints were received; columns that are not known: {unread}" help "if one of them has the day: --column \"HEADING=received\"; only if all were received on one day: --with received=YYYY-MM-DD";
        SummaryMissing: id "daftar ini tidak menyebut apa yang diadukan" help "tambahkan kolom `Isi Pengaduan`",
            en "this list does not tell what was complained" help "add the column `summary`";
        SummaryUnread { unread: String }: id "daftar ini tidak menyebut apa yang diadukan; kolom yang tidak dikenal: {unread}" help "bila salah satunya isinya: --column \"JUDUL=isi pengaduan\"",
            en "this list does not tell what was complained; columns that are not known: {unread}" help "if one of them has it: --column \"HEADING=summary\"";
        ComplaintOther { complaint: String, differences: String }: id "sepertinya pengaduan {complaint} yang sudah tercatat, yang tidak ada lagi di daftar ini; bedanya: {differences}" help "bila pengaduan itu yang dibetulkan: --correct; bila pengaduan lain, catat dulu dengan bina complaint add, lalu impor lagi",
            en "this seems to be the recorded complaint {complaint}, which is not in this list any more; it differs: {differences}" help "if that complaint is mended: --correct; if it is another one, record it with bina complaint add and import again";
        ProfileUnread { heading: String, choices: String, typed: String }: id "tidak satu pun isi kolom `{heading}` termasuk pilihan kuesionernya: {choices}" help "sebutkan artinya: {typed}; bila tidak ada yang cocok, ubah pilihan di kuesionernya, atau lewati kolomnya: --column \"{heading}=-\"",
            en "nothing in the column `{heading}` is a choice of the questionnaire: {choices}" help "say what it means: {typed}; if none fits, change the choices of the questionnaire, or leave the column out: --column \"{heading}=-\"";
        ScoresShare { place: String, heading: String, text: String, most: String }: id "{place}: nilai di kolom `{heading}` tidak ada yang lebih dari 1, misalnya {text}, padahal nilai tertingginya {most}" help "bila maksudnya persen: kalikan 100 di lembarnya, atau jadikan selnya persen; bila memang dari 0 sampai 1: catat dulu pelatihannya dengan bina training add … --test-max 1",
            en "{place}: no score in the column `{heading}` is above 1, as {text}, but the highest possible is {most}" help "if they are shares: multiply by 100 in the sheet, or format the cells as percent; if they are from 0 to 1: record the training first with bina training add … --test-max 1";
        QuestionsMissing { place: String, missing: String }: id "{place}: tidak ada kolom untuk {missing}" help "tambahkan kolomnya dengan judul itu; bila memang tidak ditanyakan, kosongkan isinya",
            en "{place}: there is no column for {missing}" help "add columns with these headings; leave them empty if that was not asked";
        QuestionsUnread { place: String, missing: String, unknown: String }: id "{place}: tidak ada kolom untuk {missing}; judul yang tidak dikenal: {unknown}" help "sebutkan judulnya, satu per satu: --column \"JUDUL=UNSUR\"; bila memang tidak ditanyakan, tambahkan kolom kosong dengan nama itu",
            en "{place}: there is no column for {missing}; headings that are not known: {unknown}" help "say which heading is which, one by one: --column \"HEADING=ITEM\"; if something was not asked, add an empty column of that name";
        NumberTwofold { heading: String, one: String, other: String }: id "`{heading}` dijelaskan dua kali: {one} dan {other}" help "sebutkan mana yang benar: --column \"{heading}=UNSUR\", satu per satu, atau tulis nama unsurnya sebagai judul",
            en "`{heading}` is explained twice: {one} and {other}" help "say which is right: --column \"{heading}=ITEM\", one by one, or write the name of the item as its heading";
        Idle { name: String }: id "tidak berlaku untuk {name}" help "hapus dari perintahnya",
            en "this does not go with {name}" help "leave it out";
        SheetNone { text: String, known: String }: id "tidak ada lembar `{text}`" help "pilih salah satu: {known}",
            en "there is no sheet `{text}`" help "choose one of: {known}";
        TrainingOther { place: String, told: String, training: String, own: String }: id "{place}: lembar ini tentang kegiatan lain ({told}) daripada {training} ({own})" help "sebutkan pelatihannya yang benar dengan --for; bila memang yang itu: tambahkan --as-typed; bila catatannya yang keliru: bina training set {training} --title JUDUL --start TANGGAL --end TANGGAL --jp JP",
            en "{place}: this sheet is about something else ({told}) than {training} ({own})" help "name the right training with --for; if it is that one: add --as-typed; if the records are wrong: bina training set {training} --title TITLE --start DATE --end DATE --jp JP";
        SheetOfAnother { text: String }: id "lembar ini tentang kegiatan lain (`{text}`) daripada lembar sebelumnya" help "impor lembar demi lembar, masing-masing dengan --for-nya: --sheet NAMA",
            en "this sheet is about something else (`{text}`) than the one before" help "import sheet by sheet, each with its own --for: --sheet NAME";
        BatchMended { batch: String, month: String, new: usize, left: usize }: id "{month}: {new} jawaban di daftar ini belum tercatat, dan {left} yang tercatat dari kirimannya ({batch}) tidak ada lagi di daftar" help "bila daftarnya dibetulkan: tambahkan --correct; bila ini jawaban lain: --batch NAMA",
            en "{month}: {new} answers of this list are not recorded, and {left} recorded ones of its batch ({batch}) are no longer in it" help "if the list was mended: add --correct; if these are other answers: --batch NAME";
        ForTraining { text: String }: id "daftar ini tentang satu pelatihan, dan `{text}` bukan pelatihan" help "tulis --for 2026-11/nama-pelatihan; yang ada: bina training list, yang belum ada: bina training add",
            en "this list is about a training, and `{text}` is none" help "write --for 2026-11/name-of-training; those there are: bina training list, a new one: bina training add";
        ForPeriod { text: String }: id "daftar ini tentang satu periode, dan `{text}` bukan periode" help "tulis misalnya --for 2026-Q3, --for 2026-10, atau --for 2026",
            en "this list is about a period, and `{text}` is none" help "write for example --for 2026-Q3, --for 2026-10 or --for 2026";
        ForMonth { text: String }: id "daftar jawaban ini tentang satu bulan, dan `{text}` bukan bulan" help "tulis misalnya --for 2026-10",
            en "this list of answers is about a month, and `{text}` is none" help "write for example --for 2026-10";
        ForForm { text: String }: id "`{text}` bukan pelatihan, periode, atau bulan" help "tulis misalnya --for 2026-11/pelayanan-prima, --for 2026-Q3, atau --for 2026-10",
            en "`{text}` is no training, period or month" help "write for example --for 2026-11/pelayanan-prima, --for 2026-Q3 or --for 2026-10";
        TargetNone { text: String, known: String }: id "`{text}` tidak ada di daftar semacam ini" help "pilih salah satu: {known}",
            en "`{text}` is nothing that such a list feeds" help "choose one of: {known}";
        CodeMissing { what: String, texts: String, typed: String }: id "{what} yang belum dikenal: {texts}" help "periksa ejaannya, atau tambahkan: {typed}; yang tercatat dengan nama lain: --means \"TERTULIS=TERCATAT\"",
            en "{what} not known: {texts}" help "check the spelling, or add it: {typed}; what is recorded by another name: --means \"WRITTEN=RECORDED\"";
        CodeNearly { what: Box<str>, text: String, count: usize, places: Box<str>, nearest: Box<str>, meant: Box<str>, typed: Box<str> }: id "{what} `{text}` belum dikenal: {count} baris ({places})" help "maksudnya `{nearest}`? Bila ya: --means \"{text}={meant}\"; bila memang lain: {typed}",
            en "{what} `{text}` is not known: {count} {rows} ({places})" help "did you mean `{nearest}`? If so: --means \"{text}={meant}\"; if it is another: {typed}", rows of count "row" / "rows";
        WordUnknown { heading: String, text: String, count: usize, places: Box<str>, choices: Box<str> }: id "kolom `{heading}`: `{text}` belum dikenal: {count} baris ({places})" help "betulkan selnya, atau sebutkan artinya: --means \"{text}=…\", salah satu dari: {choices}",
            en "column `{heading}`: `{text}` is not known: {count} {rows} ({places})" help "mend the cell, or say what it means: --means \"{text}=…\", one of: {choices}", rows of count "row" / "rows";
        WordsMany { heading: String, count: usize }: id "kolom `{heading}`: {count} isi yang berbeda belum dikenal" help "bila kolom itu memuat hal lain: --column \"{heading}=…\" dengan nama kolomnya, atau --column \"{heading}=-\" agar dilewati",
            en "column `{heading}`: {count} different texts are not known" help "if it holds something else: --column \"{heading}=…\" with what that is, or --column \"{heading}=-\" to leave it out";
        ValueUntold { column: String, choices: String, count: usize, places: String }: id "{column} belum diisi: {count} baris ({places})" help "isi selnya, atau satu nilai untuk semua baris itu: --with {column}=… (pilihan: {choices})",
            en "{column} is not filled in: {count} {rows} ({places})" help "fill in the cell, or one value for all these rows: --with {column}=… (choices: {choices})", rows of count "row" / "rows";

        // ---- a list to fill in ---------------------------------------------------------------------
        FormNone { name: String, all: String }: id "daftar isian `{name}` tidak ada" help "yang ada: {all}",
            en "there is no list `{name}` to fill in" help "there are: {all}";
        FormProgramme: id "daftar isian ini tentang satu pelatihan yang ada" help "sebutkan pelatihannya: --for 2026-11/nama-pelatihan; yang ada: bina training list, yang belum ada: bina training add",
            en "this list is about a training that there is" help "name the training: --for 2026-11/name-of-training; those there are: bina training list, a new one: bina training add";
        FormPeriod: id "daftar isian ini tentang satu periode" help "sebutkan periodenya: --for 2026-Q3, --for 2026-10, atau --for 2026",
            en "this list is about a period" help "name the period: --for 2026-Q3, --for 2026-10 or --for 2026";
        FormNoStaff: id "pada periode itu belum ada pegawai yang tercatat" help "masukkan dulu daftar pegawainya: bina import staff BERKAS",
            en "nobody is on record in that period" help "bring in the list of staff first: bina import staff FILE";
        FormNoParticipants: id "pelatihan itu belum punya peserta" help "daftarkan dulu: bina training enroll, atau impor daftar pesertanya",
            en "nobody takes part in that training yet" help "enrol them first: bina training enroll, or import the list of participants";
        FormAlone { name: String }: id "{name} bukan daftar isian yang sama" help "impor sendiri: bina import {name}",
            en "{name} is not the same list to fill in" help "import it by itself: bina import {name}";
        FormWhole { text: String }: id "daftar isian ini tidak tentang `{text}`" help "hapus --for",
            en "this list is not about `{text}`" help "leave out --for";

        ListAlone { name: String, title: String }: id "{name}: daftar lain ({title}), bukan yang sama dengan berkas lainnya" help "impor sendiri: bina import {name}",
            en "{name}: a list of another kind ({title}) than the other files" help "import it by itself: bina import {name}";

        // ---- a whole record directory --------------------------------------------------------------
        NotWhole { name: String }: id "{name} bukan hasil bina export all" help "satu daftar diimpor dengan: bina import {name}",
            en "{name} is nothing that bina export all wrote" help "a single list comes in with: bina import {name}";
        WholeSheet { name: String, sheet: String }: id "{name}: lembar {sheet} tidak ada lagi" help "ekspor lagi dengan bina export all; lembarnya jangan dihapus atau diganti namanya",
            en "{name}: the sheet {sheet} is no longer there" help "export again with bina export all; leave its sheets and their names as they are";
        WholeLacks { sheet: String, column: String }: id "lembar {sheet} tidak lagi memuat kolom {column}" help "ekspor lagi dengan bina export all; judul kolomnya jangan diubah",
            en "the sheet {sheet} no longer has the column {column}" help "export again with bina export all; leave the names of its columns as they are";
        WholeName { file: String }: id "`{file}` bukan nama berkas catatan" help "ekspor lagi dengan bina export all; lembar bina jangan diubah",
            en "`{file}` is no name of a record file" help "export again with bina export all; leave the sheet bina as it is";
        RecordsThere { file: String }: id "di direktori ini sudah ada {file} dengan isi lain" help "pilih direktori yang belum ada atau kosong: bina -C DIREKTORI import all …",
            en "in this directory there is already {file} with other content" help "choose a directory that does not exist or is empty: bina -C DIR import all …";

        // ---- a cell --------------------------------------------------------------------------------
        DayUnclear { text: String }: id "`{text}` dapat dibaca sebagai dua tanggal" help "sebutkan urutannya, misalnya hari dulu: --dates dmy; di buku kerja selnya dapat juga dijadikan tanggal",
            en "`{text}` can be read as two days" help "name the order, for example the day first: --dates dmy; in a workbook the cell can be made a date too";
        DayNotAlone { text: String }: id "`{text}` memuat lebih dari satu tanggal, atau kata-kata di sampingnya" help "tulis satu tanggal di selnya, misalnya 2026-11-05; keterangannya di kolom lain",
            en "`{text}` holds more than one day, or words beside it" help "write one day in the cell, such as 2026-11-05, and the remark in another column";
        WeekdayOther { text: String, day: String, id: String, en: String }: id "harinya tidak cocok di `{text}`: {day} hari {id}" help "perbaiki nama hari atau tanggalnya di selnya",
            en "the day of the week does not fit in `{text}`: {day} is a {en}" help "mend the name of the day or the date in the cell";
        DayShort { text: String }: id "tahun pada `{text}` tidak lengkap" help "sebutkan urutan angkanya, misalnya hari dulu: --dates dmy; atau tulis empat angka tahun",
            en "the year of `{text}` is cut" help "name the order of its numbers, for example the day first: --dates dmy; or write four digits of the year";
        NumberUnclear { text: String }: id "`{text}` dapat dibaca sebagai ribuan atau desimal" help "ubah selnya menjadi angka sungguhan",
            en "`{text}` can be read as thousands or decimals" help "make the cell a real number";
        CellTwofold { text: String, one: String, other: String }: id "`{text}` menyebut dua hal yang berlawanan: {one} dan {other}" help "betulkan selnya menurut SK-nya",
            en "`{text}` tells two things that contradict each other: {one} and {other}" help "mend the cell as the decree has it";
        SheetFault { text: String }: id "sel ini berisi kesalahan rumus {text}" help "perbaiki rumusnya di lembar kerja",
            en "this cell holds the error {text} of a formula" help "mend the formula in the sheet";
        FormulaValueless: id "berisi rumus tanpa nilai: buka dan simpan di program lembar kerja" help "atau ketik nilainya",
            en "holds a formula without a value: open and save it in a spreadsheet program" help "or type the value";
        NumberCut { text: String }: id "`{text}` adalah nomor yang dipotong lembar kerja: angka belakangnya hilang; jadikan kolomnya teks, lalu salin lagi nomornya" help "",
            en "`{text}` is a number that a spreadsheet cut: its last digits are lost; make the column text and copy the number again" help "";
        MarkedTwice { other: String }: id "bertanda juga di {other}: tidak jelas mana yang dimaksud" help "sisakan satu tanda",
            en "marked in {other} too: which is meant is not clear" help "leave one mark";
        UnitIsPerson { text: String }: id "`{text}` nama orang, bukan unit" help "tulis nama unitnya; bila yang dimaksud petugasnya: kolom `Petugas`",
            en "`{text}` is the name of a person, no unit" help "write the name of the unit; for who handles it there is the column `handler`";
        CrossUnclear { text: String }: id "`{text}` di samping tanda hadir yang lain dapat berarti hadir atau tidak hadir" help "tulis hadir atau tidak hadir",
            en "`{text}` beside other marks of presence may mean present or absent" help "write present or absent: hadir or tidak hadir";
        CellBeyond { text: String }: id "`{text}` di luar judul kolom: beri tanda petik pada isi yang memuat pemisah kolom, atau hapus kelebihannya" help "",
            en "`{text}` is beyond the headings: put quotation marks around what holds the mark between columns, or remove what is too much" help "";
        BeforeBirth { day: String, born: String }: id "{day} mendahului tanggal lahir menurut NIP ({born})" help "periksa tahunnya dan NIP-nya",
            en "{day} precedes the birth that the NIP tells ({born})" help "check the year and the NIP";
        AnswerTwofold { text: String }: id "angka dan kata-kata di `{text}` berlawanan" help "bila kuesionernya menghitung dari yang terbaik: --means \"{text}=ANGKA\", satu untuk setiap jawaban",
            en "number and words of `{text}` contradict each other" help "if the form counts from the best: --means \"{text}=NUMBER\", one for each answer";
        AnswerLettered { text: String }: id "jawaban `{text}` berupa huruf, dan lembarnya tidak menjelaskan artinya" help "sebutkan arti tiap huruf, misalnya: --means a=1 --means b=2 --means c=3 --means d=4; atau tulis di atas tabelnya: a = Tidak Baik, …",
            en "the answer `{text}` is a letter, and the sheet does not explain it" help "say what each letter means, for example: --means a=1 --means b=2 --means c=3 --means d=4; or write it above the table: a = Tidak Baik, …";
        ScaleOther { place: String, low: String, high: String }: id "{place}: lembarnya menyebut skala atau arti angka yang lain daripada kuesionernya ({low} sampai {high})" help "sebutkan arti setiap angka jawabannya, misalnya: --means 1=4 --means 2=3 --means 3=2 --means 4=1; skala lain tidak dapat dicatat pada kuesioner ini",
            en "{place}: the sheet tells another scale, or another meaning of its numbers, than the questionnaire ({low} to {high})" help "say what each number of its answers means, for example: --means 1=4 --means 2=3 --means 3=2 --means 4=1; another scale cannot be recorded for this questionnaire";
        ScaleBeyond { count: usize, place: String, told: String, low: String, high: String }: id "{count} baris menjawab lebih dari {high} (yang pertama {place}): daftar ini ditanyakan dengan skala {low} sampai {told}, kuesionernya {low} sampai {high}, jadi tidak satu baris pun dicatat" help "skala lain tidak dapat dicatat pada kuesioner ini; bila kantor menetapkan arti setiap angka: --means {told}={high} dan seterusnya, satu untuk setiap angka",
            en "{count} rows answer more than {high} (the first {place}): this list was asked on a scale of {low} to {told}, its questionnaire on {low} to {high}, so no row is recorded" help "another scale cannot be recorded for this questionnaire; if the office has laid down what each number means: --means {told}={high} and so on, one for each number";
        LettersAlike { place: String, one: String, other: String, meaning: String }: id "{place}: {one} dan {other} di kolom yang sama dapat berarti {meaning}" help "sebutkan arti keduanya: --means {one}=ARTI --means {other}=ARTI",
            en "{place}: {one} and {other} in the same column may both mean {meaning}" help "say what each means: --means {one}=MEANING --means {other}=MEANING";
        DecimalsMany { text: String }: id "`{text}` lebih dari empat desimal: bulatkan, misalnya dengan ROUND di lembar kerja" help "",
            en "`{text}` has more than four decimals: round it, for example with ROUND in the spreadsheet" help "";
        YearUnlikely { day: String }: id "tahun pada {day} tidak mungkin" help "periksa tahunnya",
            en "the year of {day} cannot be" help "check the year";
        CodeUnknownHere { what: String, text: String }: id "{what} `{text}` belum dikenal" help "",
            en "{what} `{text}` is not known" help "";
        CodeSeveral { text: String, codes: String }: id "`{text}` cocok dengan beberapa: {codes}" help "tulis kodenya",
            en "`{text}` fits several: {codes}" help "write the code";

        // ---- people --------------------------------------------------------------------------------
        NobodyNamed: id "baris ini tidak menyebut orang" help "isi NIP atau nama",
            en "this row names nobody" help "fill in NIP or name";
        SeveralNamed { text: String, candidates: String }: id "`{text}` cocok dengan beberapa orang: {candidates}" help "isi NIP-nya, atau nama lengkap dengan gelarnya",
            en "`{text}` fits several people: {candidates}" help "fill in the NIP, or the full name with its degrees";
        StrangerNamed { text: String }: id "tidak ada pegawai `{text}`" help "masukkan dulu daftar pegawainya: bina import staff BERKAS",
            en "there is nobody called `{text}`" help "bring in the list of staff first: bina import staff FILE";
        StrangerNear { text: String, nearest: String }: id "tidak ada pegawai `{text}`" help "maksudnya {nearest}? Betulkan namanya; bila orang lain, masukkan dulu ke daftar pegawai",
            en "there is nobody called `{text}`" help "did you mean {nearest}? Mend the name; if it is somebody else, bring that person in first";
        OutsiderNamed { text: String }: id "tidak ada pegawai `{text}`" help "bila pegawai kantor ini: masukkan dulu daftar pegawainya (bina import staff BERKAS); bila orang luar, misalnya Sekretaris Daerah: tambahkan --new-outsiders; bila salah tulis, betulkan namanya",
            en "there is nobody called `{text}`" help "if one of the office: bring in the list of staff first (bina import staff FILE); if somebody outside: add --new-outsiders; if it is misspelt, mend the name";
        OutsiderRecorded { person: String, nip: String }: id "{person} tercatat sebagai pihak luar" help "bila orangnya sama, jadikan pegawai: ulangi perintah ini dengan --correct; bila orang lain yang bernama sama: bina staff add --nip {nip} --name … --employment …",
            en "{person} is recorded as somebody outside the office" help "if it is the same person, make him or her staff: repeat this with --correct; if it is somebody else of that name: bina staff add --nip {nip} --name … --employment …";
        NumberOfAnother { nip: String, person: String, text: String }: id "NIP {nip} milik {person}, di sini tertulis `{text}`" help "periksa NIP dan namanya",
            en "the NIP {nip} belongs to {person}, here stands `{text}`" help "check NIP and name";
        PostingOther { person: String, differences: String }: id "sudah tercatat lain sejak hari itu: {differences}" help "naik pangkat, pindah unit, atau jabatan baru dicatat sejak hari berlakunya (TMT): bina posting add {person} TTTT-BB-HH --unit … --grade …; hanya bila yang tercatat keliru sejak awal: --correct",
            en "recorded otherwise since that day: {differences}" help "a promotion, another unit or a new position is recorded from the day on which it holds: bina posting add {person} YYYY-MM-DD --unit … --grade …; only if what is recorded was wrong from the start: --correct";
        PostingDay { known: String, day: String }: id "unit, jabatan, dan golongan ini tercatat sejak {known}, di daftar sejak {day}" help "bila yang tercatat keliru: --correct; bila daftarnya, betulkan selnya",
            en "this unit, position and grade are recorded since {known}, and told since {day}" help "if what is recorded is wrong: --correct; if the list is, mend the cell";
        ColumnTwofold { column: String, first: String, second: String }: id "`{first}` dan `{second}` sama-sama dijadikan {column}, padahal hanya satu yang dapat dicatat" help "pilih satu; yang lain dilewati dengan: --column \"{second}=-\"",
            en "`{first}` and `{second}` are both said to be {column}, of which one is recorded" help "choose one; the other is left out with: --column \"{second}=-\"";
        HeadingDoubtful { place: String, heading: String, field: String }: id "{place}: kolom `{heading}` mungkin memuat {field}" help "bila ya: --column \"{heading}={field}\"; bila bukan, dilewati dengan: --column \"{heading}=-\"",
            en "{place}: the column `{heading}` may hold {field}" help "if it does: --column \"{heading}={field}\"; if not, it is left out with: --column \"{heading}=-\"";
        HeadUntold { text: String }: id "siapa `{text}` kantor ini tidak tercatat" help "tulis jabatannya di daftar pegawai, atau namanya di sel ini",
            en "who holds the post `{text}` of this office is not recorded" help "write the post in the list of staff, or the name in this cell";
        PersonUntold { text: String }: id "`{text}` bukan nama orang, dan siapa yang dimaksud tidak tercatat" help "tulis namanya di sel ini, atau --means \"{text}=NAMA\"; bila tidak ada orangnya: --means \"{text}=-\"",
            en "`{text}` is nobody's name, and whom it means is not recorded" help "write the name in this cell, or --means \"{text}=NAME\"; if it is nobody: --means \"{text}=-\"";
        YearMissing: id "daftar ini menyebut triwulannya tanpa tahun" help "tulis tahunnya: --for 2026",
            en "this list names its quarters without a year" help "write the year: --for 2026";
        PresenceUntold: id "tidak disebut hadir atau tidak, padahal ada nilai tes" help "isi kehadirannya di daftar, misalnya hadir, sakit, izin, atau alpa, lalu impor lagi",
            en "nothing says whether this person was there, and there are test scores" help "fill in the presence in the list, such as hadir, sakit, izin or alpa, and import again";
        AwayAndThere { text: String }: id "ada alasan tidak hadir (`{text}`), padahal baris ini juga menyebut hadir" help "hapus salah satunya di daftar: alasannya, atau tanda hadirnya",
            en "there is a reason of absence (`{text}`), though this row says that the person was there" help "leave one of them away: the reason, or the mark of presence";
        NameAlone { person: String, differences: String }: id "tercatat lain pada {person}: {differences}; nama saja tidak cukup untuk membetulkan" help "isi NIP atau unit kerjanya; bisa jadi orang lain yang bernama sama",
            en "recorded otherwise of {person}: {differences}; a name alone is not enough to correct" help "fill in the NIP or the unit: it may be somebody else of that name";
        NamesakeWithout { text: String, person: String, id: String, nip: String }: id "`{text}` sama namanya dengan {person}, tetapi NIP-nya lain" help "bila orangnya sama: bina staff set {id} --nip {nip}; bila orang lain: bina staff add --nip {nip} --name \"{text}\" --employment …; lalu impor lagi",
            en "`{text}` has the name of {person}, but another NIP" help "if it is the same person: bina staff set {id} --nip {nip}; if it is somebody else: bina staff add --nip {nip} --name \"{text}\" --employment …; then import again";

        // ---- rows ----------------------------------------------------------------------------------
        KeyTwiceHere { place: String }: id "sudah disebut di {place}" help "sebut sekali saja",
            en "named already in {place}" help "name it once only";
        PostVacant { text: String }: id "jabatan kosong (`{text}`)" help "",
            en "a post that nobody holds (`{text}`)" help "";
        NotEvaluated { text: String }: id "tidak dinilai (`{text}`)" help "",
            en "not evaluated (`{text}`)" help "";
        NoAsn: id "bukan ASN: tabelnya tidak memuat NIP dan tidak menyebut status kepegawaian" help "",
            en "no civil servants: their table has no NIP and tells no employment" help "";
        ValueNeeded { columns: String }: id "belum diisi: {columns}; isi selnya, atau satu nilai untuk semua baris dengan --with KOLOM=NILAI" help "",
            en "not filled in: {columns}; fill in the cell, or one value for all rows with --with COLUMN=VALUE" help "";
        DayNeeded { column: String }: id "belum diisi: {column}; isi selnya; hanya bila semua baris pada hari yang sama: --with {column}=TTTT-BB-HH" help "",
            en "not filled in: {column}; fill in the cell; only if all rows are of one day: --with {column}=YYYY-MM-DD" help "";
        DayUnread { column: String, unread: String, heading: String }: id "tidak ada kolom {column}; yang tidak dikenal: {unread}" help "bila salah satunya memuatnya, misalnya --column \"{heading}={column}\"; hanya bila semua baris pada hari yang sama: --with {column}=TTTT-BB-HH",
            en "there is no column {column}; not known are: {unread}" help "if one of them has it, for example --column \"{heading}={column}\"; only if all rows are of one day: --with {column}=YYYY-MM-DD";
        HeadingAbsent { text: String, found: String }: id "tidak ada kolom berjudul `{text}` di daftar ini" help "judul kolomnya: {found}",
            en "no column of this list is called `{text}`" help "its columns are called: {found}";
        ColumnNeeded { column: String, choices: String }: id "belum diisi: {column}" help "isi selnya, atau satu nilai untuk semua baris itu: --with {column}=… (pilihan: {choices})",
            en "not filled in: {column}" help "fill in the cell, or one value for all these rows: --with {column}=… (choices: {choices})";
        EmploymentNeeded { column: String }: id "belum diisi: {column}, dan NIP-nya belum menjelaskannya: CPNS atau PNS; isi selnya, atau satu nilai untuk semua yang NIP-nya belum menjelaskannya: --with {column}=cpns (atau pns)" help "",
            en "not filled in: {column}, and the NIP does not tell it yet: CPNS or PNS; fill in the cell, or one value for all whose NIP does not tell it: --with {column}=cpns (or pns)" help "";
        ClosedWithoutDay { outcome: String }: id "ditutup ({outcome}) tanpa hari" help "isi hari selesainya; bila hari itu ada di kolom lain, misalnya hari tindak lanjutnya: --column \"JUDUL=tanggal selesai\"",
            en "closed ({outcome}) without a day" help "fill in the day on which it was closed; if it stands in another column, such as that of the follow-up: --column \"HEADING=tanggal selesai\"";
        OutcomeUnread { heading: String, unread: String }: id "ada hari selesai, tetapi hasilnya tidak disebut; kolom yang tidak dikenal: {unread}" help "bila kolom itu memuatnya: --column \"{heading}=status\"; bila tidak, tambahkan kolom `Status`",
            en "there is a day of the end, but nothing says how it ended; columns that are not known: {unread}" help "if one of them does: --column \"{heading}=status\"; if not, add a column `Status`";
        OutcomeNeeded { column: String }: id "ada hari selesai, tetapi tidak ada kolom {column} yang menyebut hasilnya" help "", en "closed on a day, and no column {column} tells how" help "";
        OutcomesUntold { count: usize, places: String, typed: String }: id "{count} pengaduan punya hari selesai, tetapi tidak ada kolom yang menyebut hasilnya ({places})" help "bila semua yang ada harinya selesai ditangani: {typed} (yang tanpa hari tetap terbuka); bila tidak, tambahkan kolom `Status`",
            en "{count} {complaints} closed on a day, and no column tells how ({places})" help "if all that have such a day are resolved: {typed} (those without a day stay open); if not, add a column `Status`", complaints of count "complaint was" / "complaints were";
        StatusUnknown { text: String }: id "status `{text}` tidak dikenal" help "", en "the status `{text}` is not known" help "";
        DayWithoutOutcome: id "ada hari selesai, tetapi hasilnya tidak disebut" help "isi hasilnya: selesai, ditutup tanpa penyelesaian, bukan kewenangan, tidak jelas, atau dicabut; bila semua yang ada harinya selesai: --with status=selesai",
            en "closed on a day, but with no outcome" help "fill in the outcome: resolved, closed unresolved, not competent, unclear or withdrawn; if all that have a day are resolved: --with status=resolved";
        StepOnAnotherDay { complaint: String, step: String, verb: String, known: String, day: String }: id "langkah `{step}` sudah tercatat pada {known}, di daftar ini {day}" help "bila yang tercatat keliru: --correct, atau bina complaint {verb} {complaint} --on {day} --correct",
            en "the step `{step}` is recorded on {known}, here stands {day}" help "if what is recorded is wrong: --correct, or bina complaint {verb} {complaint} --on {day} --correct";
        PredicateOther { told: String, computed: String }: id "predikat `{told}` tidak sesuai dengan hasil kerja dan perilakunya ({computed})" help "periksa ketiganya",
            en "the predicate `{told}` does not follow from results and behaviour ({computed})" help "check all three";
        FewBeside { found: usize, month: String }: id "{month}: {found} jawaban saja, selama jawaban lain ditolak" help "",
            en "{month}: only {found} {answers}, while others are rejected" help "", answers of found "answer" / "answers";
        FewOfMonth { found: usize, minimum: usize, month: String }: id "{month}: {found} jawaban saja; kurang dari {minimum} dapat mengungkap orangnya" help "tunggu sampai ada {minimum}, atau pada akhir bulan tambahkan --rest",
            en "{month}: only {found} {answers}; fewer than {minimum} may reveal who answered" help "wait until there are {minimum}, or at the end of the month add --rest", answers of found "answer" / "answers";
        CompareAnswers: id "jawaban kuesioner tidak punya kunci, sehingga tidak dapat dibandingkan baris demi baris" help "bandingkan IKM-nya: bina report monthly --table ikm_by_unit",
            en "answers have no key, so they cannot be compared row by row" help "compare the index: bina report monthly --table ikm_by_unit";
        CompareWrites: id "tidak berlaku bersama --compare, yang tidak menulis apa pun" help "hapus salah satunya",
            en "has no place beside --compare, which writes nothing" help "leave one of them out";
        BatchKnown { batch: String, count: usize, shared: usize, month: String }: id "{month}: {shared} dari {count} jawaban kiriman {batch} ada juga di daftar ini" help "bila daftarnya sama, walau bertambah atau berubah: --batch {batch}; bila memang daftar lain: --batch nama-baru",
            en "{month}: {shared} of the {count} answers of the batch {batch} are in this list too" help "if it is the same list, though grown or changed: --batch {batch}; if it is another: --batch new-name";
        CorrectInPart: id "yang dibetulkan ialah seluruh kirimannya: jawaban yang tidak ada di daftar akan dihapus, padahal daftar ini tidak utuh" help "betulkan dulu semua barisnya di daftar asalnya, lalu impor daftar itu dengan --correct",
            en "all of a batch is corrected: answers that are not in the list would be removed, and this list is not whole" help "mend all rows in the list of origin first, and import that with --correct";
        MendedUnclear { batch: String }: id "sebagian jawaban ini mungkin sudah masuk kiriman {batch} sesudah ditolak, dan tidak dapat dibedakan" help "betulkan baris-baris itu di daftar asalnya, lalu impor daftar asal itu: yang sudah tercatat tidak dicatat lagi",
            en "some of these answers may have come into the batch {batch} since they were rejected, and cannot be told apart" help "mend the rows in the list of origin and import that: what is recorded is not recorded again";
        BatchElsewhere { batch: String, other: String, shared: usize, month: String }: id "{month}: {shared} jawaban yang baru di kiriman {batch} sudah tercatat sebagai kiriman {other}" help "bila jawabannya sama, misalnya baris yang ditolak lalu diimpor sendiri, hapus dari daftar ini; bila jawaban lain, pindahkan ke berkas sendiri dan impor dengan --batch nama-baru",
            en "{month}: {shared} {answers} new in the batch {batch} {are} recorded as the batch {other}" help "if they are the same, for example rows that were rejected and then imported by themselves, remove them from this list; if they are others, move them to a file of their own and import that with --batch new-name", answers of shared "answer" / "answers", are of shared "is" / "are";
    }
}

words! {
    /// By what a person was found whom a row means.
    pub enum Matched {
        ById: id "menurut id", en "by id";
        ByNip: id "menurut NIP", en "by NIP";
        ByName: id "menurut nama", en "by name";
        Namesake: id "orang lain yang bernama sama", en "somebody else of that name";
    }
}

words! {
    /// What became of a row, and of the list.
    pub enum Intake {
        Recognised { file: String, title: String, name: String }: id "{file}: {title} ({name})", en "{file}: {title} ({name})";
        WholeRead { files: usize }: id "{files} berkas catatan.", en "{files} record {named}.", named of files "file" / "files";
        WholeCount { file: String, told: String, found: usize }: id "{file}: {found} baris, padahal diekspor {told}. Yang dibawa masuk ialah yang ada sekarang.", en "{file}: {found} rows, and {told} were exported. What is there now came in.";
        Summary { new: usize, changed: usize, same: usize, rejected: usize }: id "{new} baru, {changed} diubah, {same} sama, {rejected} ditolak.", en "{new} new, {changed} changed, {same} the same, {rejected} rejected.";
        ColumnsUnknown { columns: String, known: String }: id "Kolom yang tidak dikenal dan dilewati: {columns}. Yang dikenal: {known}.", en "Columns that are not known and left out: {columns}. Known are: {known}.";
        ColumnTyped { heading: String }: id "Bila kolom yang tidak dikenal memuat salah satu yang dikenal, misalnya: --column \"{heading}=KOLOM\"", en "If a column that is not known has one that is, for example: --column \"{heading}=COLUMN\"";
        ColumnsUntold { fields: String, heading: String, field: String }: id "Tidak ada kolom untuk {fields}: tercatat tanpa itu. Bila salah satu kolom yang tidak dikenal memuatnya, misalnya: --column \"{heading}={field}\"", en "No column tells {fields}: recorded without. If one of the columns that are not known has it, for example: --column \"{heading}={field}\"";
        AnyHeading: id "JUDUL", en "HEADING";
        ColumnsLeftOut { columns: String }: id "Kolom yang dikenal tetapi tidak dicatat: {columns}.", en "Columns that are known and not recorded: {columns}.";
        CapitalsQuieted { count: usize, text: String, quiet: String }: id "{count} nama yang seluruhnya huruf besar dicatat dengan huruf biasa, misalnya `{quiet}` (tertulis `{text}`). Bila harus seperti tertulis: --as-written", en "{count} {names} in capitals only {are} recorded in small letters, such as `{quiet}` (written `{text}`). To keep them: --as-written", names of count "name" / "names", are of count "is" / "are";
        HiddenLeftOut { count: usize, place: String }: id "Karakter yang tidak terlihat dibuang dari {count} sel, yang pertama {place}.", en "Characters that do not show are left out of {count} {cells}, the first {place}.", cells of count "cell" / "cells";
        BeyondLeftOut { count: usize, place: String }: id "{count} sel di luar judul kolom dilewati, yang pertama {place}: beri judul bila isinya perlu dicatat.", en "{count} {cells} beyond the headings left out, the first {place}: give the column a heading if it is to be recorded.", cells of count "cell is" / "cells are";
        RowsOutside { place: String, rows: String }: id "{place}: baris di luar tabel dilewati: {rows}.", en "{place}: rows outside the table are left out: {rows}.";
        HeadingNearly { heading: String, field: String }: id "Kolom `{heading}` dibaca sebagai {field}, menurut judul dan isinya. Bila bukan: --column \"{heading}=-\"", en "The column `{heading}` is read as {field}, by its heading and what stands below. If it is not: --column \"{heading}=-\"";
        ContractDays { count: usize }: id "Hari pertama jabatan {count} pegawai diambil dari hari mulai kontraknya.", en "The first day of the position of {count} {people} is taken from that of the contract.", people of count "person" / "people";
        ModeConcluded { mode: String, training: String }: id "Cara pelatihannya disimpulkan dari tempatnya: {mode}. Bila bukan: bina training set {training} --mode …", en "How the training is held is concluded from its place: {mode}. If it is not: bina training set {training} --mode …";
        UnitsDownward { count: usize, place: String }: id "Unit hanya tertulis di baris pertama tiap kelompok: dibaca juga untuk {count} baris di bawahnya yang kosong (mulai {place}).", en "The unit stands only in the first row of each group: it is read for {count} blank {rows} below too (from {place}).", rows of count "row" / "rows";
        PostsDownward { count: usize, place: String }: id "Jabatan yang ditulis sekali untuk beberapa orang dibaca juga untuk {count} baris di bawahnya (mulai {place}).", en "A position written once for several people is read for {count} {rows} below too (from {place}).", rows of count "row" / "rows";
        PostsBlank { count: usize, place: String }: id "{count} orang tercatat tanpa jabatan, karena selnya kosong (yang pertama {place}). Isi selnya, lalu impor lagi", en "{count} {people} recorded without a position, as the cell is empty (the first {place}). Fill in the cell and import again", people of count "person is" / "people are";
        GroupsRead { count: usize, place: String }: id "{count} judul kelompok di antara baris dibaca untuk baris di bawahnya (mulai {place}).", en "{count} {headings} of groups between the rows {are} read for the rows below (from {place}).", headings of count "heading" / "headings", are of count "is" / "are";
        BatchCopied { batch: String, month: String, count: usize }: id "{month}: jawaban di daftar ini sama dengan {count} jawaban kiriman {batch}: dibaca sebagai kiriman itu. Bila memang jawaban lain: --batch nama-baru", en "{month}: the answers of this list are the {count} answers of the batch {batch}: it is read as that batch. If they are others: --batch new-name";
        BatchGrown { batch: String, month: String, count: usize, more: usize }: id "{month}: daftar ini memuat semua {count} jawaban kiriman {batch}, dan {more} lainnya: dibaca sebagai kiriman itu yang bertambah. Bila memang jawaban lain: --batch nama-baru", en "{month}: this list holds all {count} answers of the batch {batch}, and {more} more: it is read as that batch, grown. If they are others: --batch new-name";
        BatchKept { batch: String, month: String, count: usize }: id "{month}: {count} jawaban kiriman {batch} tidak ada di daftar ini dan tetap tercatat. Bila daftar inilah yang benar: --correct", en "{month}: {count} {answers} of the batch {batch} {stay} recorded, though not in this list. If the list is right: --correct", answers of count "answer" / "answers", stay of count "stays" / "stay";
        AmongKnown { count: usize, place: String }: id "{count} jawaban baru berdiri di antara yang sudah tercatat (yang pertama {place}): dulu ditolak, disisipkan kemudian, atau dihapus dengan bina response remove. Yang memang dihapus: hapus juga di daftarnya, lalu impor lagi dengan --correct.", en "{count} new {answers} among those that are recorded (the first {place}): rejected before, put in since, or taken out with bina response remove. If it was taken out: delete it in the list too, and import again with --correct.", answers of count "answer stands" / "answers stand";
        BatchCorrected { batch: String, month: String, count: usize }: id "{month}: {count} jawaban kiriman {batch} tidak ada di daftar ini dan dihapus.", en "{month}: {count} {answers} of the batch {batch} {are} not in this list and removed.", answers of count "answer" / "answers", are of count "is" / "are";
        BatchHeading: id "kiriman asal", en "batch of origin";
        RowsConcealed { place: String, rows: String }: id "{place}: baris yang disembunyikan ikut dibaca: {rows}.", en "{place}: hidden rows are read too: {rows}.";
        ColumnsConcealed { place: String, columns: String }: id "{place}: kolom yang disembunyikan ikut dibaca: {columns}.", en "{place}: hidden columns are read too: {columns}.";
        SheetsPassed { names: String }: id "Lembar yang dilewati karena tidak memuat judul kolom daftar ini: {names}.", en "Sheets without the headings of this list are left out: {names}.";
        OfficeMeant { text: String, code: String }: id "`{text}` dibaca sebagai kantor ini sendiri ({code}).", en "`{text}` is read as the office itself ({code}).";
        ToldOfAll { place: String, field: String, text: String }: id "{place}: {field} semua baris dibaca dari judul atau nama lembarnya: {text}. Bila bukan: --with \"{field}=…\"", en "{place}: {field} of all rows is read from the title or the name of the sheet: {text}. If it is another: --with \"{field}=…\"";
        SheetsUntold { fields: String, field: String }: id "Tidak ada kolom untuk {fields}: tercatat tanpa itu. Bila satu lembar satu {field}, lembar demi lembar: --sheet LEMBAR --with \"{field}=NAMA\"", en "No column tells {fields}: recorded without. If a sheet is of one, sheet by sheet: --sheet SHEET --with \"{field}=NAME\"";
        UnitMade { code: String, name: String }: id "Unit baru: {code} ({name}).", en "New unit: {code} ({name}).";
        CodeMade { what: String, code: String, name: String }: id "{what} baru di bina.toml: {code} ({name}).", en "New {what} in bina.toml: {code} ({name}).";
        RejectedWritten { file: String, count: usize }: id "{count} baris yang ditolak ada di {file}: betulkan di situ, lalu impor lagi berkas itu.", en "{count} rejected {rows} in {file}: mend {them} there and import that file again.", rows of count "row is" / "rows are", them of count "it" / "them";
        RejectedWould { file: String, count: usize }: id "Tanpa --dry-run, {count} baris yang ditolak akan ditulis ke {file}.", en "Without --dry-run, {count} rejected {rows} go to {file}.", rows of count "row would" / "rows would";
        MoreRejected { count: usize }: id "… dan {count} baris lain yang ditolak.", en "… and {count} more rejected {rows}.", rows of count "row" / "rows";
        CodeTimes { text: String, count: usize, places: String }: id "`{text}` ({count} baris: {places})", en "`{text}` ({count} {rows}: {places})", rows of count "row" / "rows";
        PersonChoices: id "nama orangnya; - bila tidak ada", en "the name of who it is; - for nobody";
        StatusChoices: id "Proses (masih terbuka), Selesai, Ditutup Tanpa Penyelesaian, Bukan Kewenangan, Tidak Jelas, Dicabut", en "Proses (still open), Selesai, Ditutup Tanpa Penyelesaian, Bukan Kewenangan, Tidak Jelas, Dicabut";
        StatusesRead { texts: String }: id "Status pengaduan yang ditulis dengan kata lain dibaca: {texts}. Bila bukan: --means \"TEKS=STATUS\"", en "Statuses of complaints in other words are read so: {texts}. If not: --means \"TEXT=STATUS\"";
        OthersRead { column: String, texts: String }: id "{column} yang dibaca lainnya: {texts}. Bila bukan: --means \"TEKS=PILIHAN\"", en "{column} read as other: {texts}. If not: --means \"TEXT=CHOICE\"";
        PredicatesRead { texts: String }: id "Predikat yang ditulis dengan nama lain dibaca: {texts}. Bila bukan: --means \"TEKS=PREDIKAT\"", en "Predicates by another name are read so: {texts}. If not: --means \"TEXT=PREDICATE\"";
        AnswersInWords { texts: String }: id "Jawaban berupa kata dibaca: {texts}. Bila bukan: --means \"TEKS=ANGKA\"", en "Answers in words are read so: {texts}. If not: --means \"TEXT=NUMBER\"";
        KindsUntold { count: usize, text: String, place: String }: id "jenis jabatan {count} orang tidak dicatat: `{text}` tidak menyebut administrator atau pengawas (yang pertama {place}). Tambahkan kolom Eselon, atau tulis --means \"{text}=pengawas\"", en "the kind of position of {count} {people} not recorded: `{text}` does not tell administrator or pengawas (the first {place}). Add a column Eselon, or type --means \"{text}=pengawas\"", people of count "person is" / "people are";
        UnitsBlank { count: usize, place: String }: id "{count} orang tercatat tanpa unit, karena daftarnya tidak menyebutnya (yang pertama {place}). Isi selnya, atau impor lagi dengan --with \"unit kerja=NAMA\" untuk yang tanpa unit", en "{count} {people} recorded without a unit, as the list does not tell it (the first {place}). Fill in the cell, or import again with --with \"unit=NAME\" for who has none", people of count "person is" / "people are";
        TypedTogether { typed: String }: id "Semua yang ditanyakan, sekali ketik: tambahkan {typed}", en "All that is asked, typed at once: add {typed}";
        RejectedHint: id "Baris yang ditolak dapat disimpan untuk dibetulkan: --rejected BERKAS.csv", en "Rejected rows can be kept to be mended: --rejected FILE.csv";
        CompleteHint { training: String }: id "Peserta yang hadir belum ditutup. Bila pelatihannya sudah selesai: impor lagi dengan --complete. Yang masih terbuka seluruhnya: bina training complete {training} --all", en "Who attended is not closed yet. When the training is over: import again with --complete. All who are still open: bina training complete {training} --all";
        MethodTitled { method: String, code: String, training: String }: id "Bentuk pelatihannya dibaca dari judulnya: {method} ({code}). Bila bukan: bina training set {training} --method …", en "The form of the training is read from its title: {method} ({code}). If it is another: bina training set {training} --method …";
        TrainingMade { id: String, title: String }: id "Pelatihan baru: {id} ({title}).", en "New training: {id} ({title}).";
        SessionsMade { training: String, sessions: String }: id "Bagian di daftar menjadi sesi {training} ({sessions}). Lamanya tidak tertulis, jadi tiap sesi dihitung sama.", en "The parts of the list become the sessions of {training} ({sessions}). How long they last is not told, so each counts the same.";
        Completed { training: String, count: usize }: id "{training}: {count} peserta yang hadir dicatat selesai.", en "{training}: {count} {people} attended completed it.", people of count "participant who" / "participants who";
        NotCompleted { training: String, count: usize }: id "{training} masih terbuka, karena {count} baris ditolak: betulkan, lalu impor lagi dengan --complete.", en "{training} stays open, because {count} {rows} rejected: mend and import again with --complete.", rows of count "row was" / "rows were";
        EmploymentByNumber { count: usize }: id "status kepegawaian {count} orang dibaca dari NIP-nya: tidak tertulis di daftar.", en "the employment of {count} {people} is read from the NIP: the list does not tell it.", people of count "person" / "people";
        Promotions { count: usize }: id "kenaikan pangkat {count} orang dicatat sejak TMT golongannya; jabatan, unit, dan atasannya diteruskan.", en "the promotion of {count} {people} recorded from the day of the grade; position, unit and supervisor go on.", people of count "person is" / "people are";
        YearTitled { place: String, text: String, year: String }: id "{place}: tanggal tanpa tahun, seperti `{text}`, dibaca tahun {year} menurut judulnya.", en "{place}: days without a year, as `{text}`, are read of {year}, as its title tells.";
        EmploymentByPost { count: usize, text: String }: id "status kepegawaian {count} orang tanpa NIP dibaca dari jabatannya: non-ASN (`{text}`). Bila bukan: isi kolom Status Kepegawaian.", en "the employment of {count} {people} without a NIP is read from the position: non-ASN (`{text}`). If it is another: fill in the column Status Kepegawaian.", people of count "person" / "people";
        DaysDayFirst { place: String, text: String }: id "tanggal dengan angka dibaca hari dulu, seperti `{text}` ({place}). Bila bukan: --dates mdy", en "days in digits are read with the day first, as `{text}` ({place}). If they are not: --dates mdy";
        DaysMonthFirst { place: String, text: String }: id "tanggal dengan angka dibaca bulan dulu, seperti `{text}` ({place}). Bila bukan: --dates dmy", en "days in digits are read with the month first, as `{text}` ({place}). If they are not: --dates dmy";
        PeriodHeaded { place: String, heading: String, period: String }: id "{place}: kolom-kolom seperti `{heading}` dibaca untuk {period}. Bila bukan: perbaiki judul kolomnya", en "{place}: columns such as `{heading}` are read as of {period}. If it is another: mend their heading";
        PeriodTitled { place: String, period: String }: id "Periodenya dibaca dari judul atau nama lembarnya ({place}): {period}. Bila bukan: perbaiki judulnya", en "The period is read from the title or the name of the sheet ({place}): {period}. If it is another: mend the title";
        MonthTitled { place: String, month: String }: id "Bulan jawabannya dibaca dari judul atau nama lembarnya ({place}): {month}. Bila bukan: perbaiki judulnya", en "The month of the answers is read from the title or the name of the sheet ({place}): {month}. If it is another: mend the title";
        EvaluatorTitled { text: String }: id "Pejabat penilai semua baris dibaca dari baris di atas daftar: {text}.", en "The evaluator of all rows is read from the line above the list: {text}.";
        OrderExplained { order: String, place: String }: id "Unsur yang hanya bernomor dibaca menurut keterangan di lembarnya ({place}): {order}.", en "Questions that are only numbered are read as the sheet explains them ({place}): {order}.";
        LettersExplained { order: String, place: String }: id "Jawaban berupa huruf dibaca menurut keterangan di lembarnya ({place}): {order}.", en "Answers that are letters are read as the sheet explains them ({place}): {order}.";
        OrderOfQuestionnaire { order: String }: id "Unsur yang hanya bernomor dibaca menurut urutan kuesioner: {order}. Bila urutannya lain (di banyak kuesioner 8 dan 9 tertukar), sebutkan: --column \"JUDUL=UNSUR\"", en "Questions that are only numbered are read in the order of the questionnaire: {order}. If their order is another (many forms have 8 and 9 the other way round), say it: --column \"HEADING=ITEM\"";
        DigitsExplained { order: String, place: String }: id "Jawaban berupa angka dibaca menurut keterangan di lembarnya ({place}): {order}.", en "Answers that are numbers are read as the sheet explains them ({place}): {order}.";
        TrainingOtherwise { place: String, told: String, training: String, own: String }: id "{place}: di atas tabelnya tertulis {told}; yang tercatat pada {training}: {own}. Yang tercatat tidak diubah.", en "{place}: above the table stands {told}; recorded of {training} is {own}. What is recorded does not change.";
        PostsMeant { posts: String }: id "Pejabat yang disebut dengan jabatannya dibaca menurut pemegang jabatan itu pada hari itu: {posts}.", en "Who is named by the post is read as its holder on that day: {posts}.";
        OutsidersMade { names: String }: id "Dicatat sebagai pihak luar: {names}. Bila ada yang pegawai kantor ini: impor daftar pegawai yang memuatnya, dengan --correct.", en "Recorded as from outside: {names}. If one of them is of the office: import the list of staff that has him or her, with --correct.";
        BeforeRecords { since: String }: id "Sebagian dari masa sebelum catatan dimulai ({since}): laporan menganggap masa itu tidak diketahui. Bila masa itu tercatat lengkap: bina settings set records_since TANGGAL", en "Some of it is of a time before the records begin ({since}): reports take that time as not known. Where it is recorded in full: bina settings set records_since DATE";
        PersonalTexts { count: usize }: id "{count} teks memuat NIK, NIP, nomor telepon, atau alamat surel, yang tinggal selamanya di riwayat catatan. Lihat barisnya dengan bina check, lalu hapus.", en "{count} {texts} a NIK, NIP, telephone number or e-mail address, which stays in the history of the records for ever. See where with bina check, and remove it.", texts of count "text holds" / "texts hold";
        ForwardedOpen { count: usize, place: String }: id "{count} pengaduan dicatat diteruskan pada hari selesainya dan masih terbuka (yang pertama {place}). Bila sudah ditutup: bina complaint resolve", en "{count} {complaints} recorded as forwarded on the day given as that of the end, and still open (the first {place}). If it is closed: bina complaint resolve", complaints of count "complaint is" / "complaints are";
        ForwardedUndated { count: usize, place: String }: id "{count} pengaduan disebut diteruskan tanpa harinya (yang pertama {place}): tercatat masih terbuka, penerusannya belum tercatat. Isi kolom `Tanggal Diteruskan`, atau: bina complaint forward", en "{count} {complaints} told as forwarded without the day (the first {place}): recorded as open, without the step. Fill in a column `forwarded`, or: bina complaint forward", complaints of count "complaint is" / "complaints are";
        StatusOpen { count: usize, texts: String, place: String }: id "status {count} pengaduan dibaca masih terbuka: {texts} (yang pertama {place}). Bila sudah ditutup: --means \"STATUS=Selesai\", dengan hari selesainya", en "the status of {count} {complaints} is read as still open: {texts} (the first {place}). If it is closed: --means \"STATUS=resolved\", with the day of the end", complaints of count "complaint" / "complaints";
        ProfileUnfit { column: String, texts: String, count: usize }: id "{count} jawaban dicatat tanpa {column}: {texts} tidak termasuk pilihan kuesionernya. Bila berarti salah satunya: impor lagi dengan --correct --means \"TEKS=PILIHAN\"", en "{count} {answers} {are} recorded without {column}: {texts} is no choice of the questionnaire. If it means one of them: import again with --correct --means \"TEXT=CHOICE\"", answers of count "answer" / "answers", are of count "is" / "are";
        UnitsNone: id "--new-units: tidak ada kolom unit yang dikenali, sehingga semua tercatat tanpa unit. Bila ada di kolom berjudul lain: --column \"JUDUL=unit kerja\"; bila satu lembar satu unit, lembar demi lembar: --sheet LEMBAR --with \"unit kerja=NAMA\"", en "--new-units: no column is understood as the unit, so that all are recorded without one. If a column of another name has it: --column \"HEADING=unit\"; if a sheet is of one unit, sheet by sheet: --sheet SHEET --with unit=NAME";
        PartlyThere { training: String, count: usize, names: String }: id "{training} masih terbuka: {count} orang tidak bertanda tangan pada semua hari atau sesi ({names}). Tutup tiap orang itu dengan JP yang diikutinya: bina training complete {training} PEGAWAI --jp N", en "{training} stays open: {count} {people} not sign on every day or part ({names}). Close each of them with the JP that they took part in: bina training complete {training} STAFF --jp N", people of count "person did" / "people did";
        Unsigned { place: String }: id "{place}: tidak ada yang bertanda tangan, sehingga kehadirannya tidak diketahui: semua tercatat diundang. Bila semuanya hadir: --with kehadiran=hadir", en "{place}: nobody signed, so it is not known who was there: all are recorded as invited. If all attended: --with kehadiran=hadir";
        WhyRejected: id "alasan ditolak", en "why it was rejected";
        New: id "baru", en "new";
        Changed: id "diubah", en "changed";
        NothingSaid: id "evaluasinya belum diisi", en "nothing is said of the evaluation";
        Same: id "sama", en "same";
        Rejected: id "ditolak", en "rejected";
        Skipped: id "dilewati", en "skipped";
        RowsSkipped { count: usize, reasons: String }: id "{count} baris dilewati: {reasons}.", en "{count} {rows} skipped: {reasons}.", rows of count "row is" / "rows are";
        Place: id "tempat", en "place";
        What: id "menjadi", en "became";
        Who: id "orang", en "person";
        How: id "dikenali", en "matched";
        Details: id "rincian", en "details";
        NonAsnBeside { count: usize }: id "{count} pegawai non-ASN tidak dibandingkan: daftar ini tidak memuat non-ASN.", en "{count} non-ASN {people} not compared: this list names none.", people of count "person is" / "people are";
        Apart: id "beda", en "difference";
        OnlyHere: id "hanya di catatan", en "only here";
        OnlyThere: id "hanya di daftar", en "only there";
        Differs: id "berbeda", en "differs";
        Unclear: id "tidak jelas", en "unclear";
        Row: id "baris", en "row";
        Column: id "kolom", en "column";
        Here: id "di catatan", en "here";
        There: id "di daftar", en "there";
        UnitWord: id "unit", en "unit";
        ServiceWord: id "layanan", en "service";
        ChannelWord: id "kanal", en "channel";
        CategoryWord: id "kategori", en "category";
        CompetencyWord: id "kompetensi", en "competency";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let all = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(all, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
