//! The words of explanations: where a figure comes from.

use super::words;

words! {
    /// Headings, captions and sentences about one figure.
    pub enum ExplanationText {
        Title { address: String }: id "ASAL ANGKA – {address}", en "WHERE A FIGURE COMES FROM – {address}";
        SinceThen { title: String, when: String }: id "{title} – YANG BERUBAH SEJAK {when}", en "{title} – WHAT HAS CHANGED SINCE {when}";
        SinceTitle { address: String, when: String }: id "ASAL ANGKA – {address} – DAN YANG BERUBAH SEJAK {when}", en "WHERE A FIGURE COMES FROM – {address} – AND WHAT HAS CHANGED SINCE {when}";
        ThenAndNow: id "Dahulu dan kini", en "Then and now";
        AsWritten: id "Tercetak atau ditutup waktu itu", en "As it was printed or closed";
        AsRecordedThen: id "Menurut catatan waktu itu", en "By the records of then";
        AsNow: id "Kini", en "Now";
        VersionMoved: id "Catatan waktu itu sekarang memberi angka lain daripada yang tertulis: cara menghitungnya berganti bersama versi bina, atau catatannya waktu itu belum di-commit.", en "The records of then give another figure today than was written down: it is counted otherwise since by another version of bina, or the records were not committed then.";
        FigureGone: id "Laporan sekarang tidak memuat lagi angka ini. Yang di bawah menurut laporan dan catatan waktu itu.", en "The report has this figure no more. What stands below is by the report and the records of then.";
        ThenUnkept: id "Catatan waktu itu tidak ada di commit mana pun, jadi baris di balik selisihnya tidak dapat ditunjukkan. Commit dulu sebelum mencetak dan menutup bulan (--commit).", en "No commit has the records of then, so the rows behind the difference cannot be shown. Commit before you print and close a month (--commit).";
        Shifted: id "Catatan yang dihitung berbeda", en "Records that enter it otherwise";
        NoneShifted: id "Semua catatan dihitung sama seperti waktu itu.", en "All records enter it as they did.";
        NothingShifted: id "Tidak satu pun catatan di bawahnya dihitung lain, tetapi angkanya lain: sebabnya di luar catatan itu.", en "None of the records under it enters it otherwise, yet the figure is another: the cause lies outside them.";
        AmountThen: id "Nilai dahulu", en "Amount then";
        AmountNow: id "Nilai kini", en "Amount now";
        SoManyAnswers { count: usize }: id "{count} jawaban", en "{count} {answers}", answers of count "answer" / "answers";
        Revised: id "Siapa mengubahnya sejak itu", en "Who changed it since";
        RevisedWide: id "Sebabnya tidak dapat ditunjuk: semua yang berubah sejak itu dari yang dibaca laporan ini", en "The cause cannot be named: everything that changed since of what this report reads";
        NoneRevised: id "Tidak ada catatan di balik angka ini yang diubah sejak itu.", en "No record behind this figure was changed since.";
        FiguresMoved: id "Angka yang kini lain", en "Figures that are others now";
        NoneMoved: id "Tidak ada angka yang berubah.", en "No figure has changed.";
        RowsAltered: id "Catatan yang berubah", en "Records that have changed";
        NoneAltered: id "Tidak ada catatan laporan ini yang berubah.", en "No record of this report has changed.";
        RowNew: id "(baru)", en "(new)";
        RowGone: id "(dihapus)", en "(removed)";
        Addresses: id "ANGKA YANG DAPAT DITANYAKAN", en "FIGURES THAT CAN BE ASKED FOR";
        Address: id "Alamat", en "Address";
        Figure: id "Angka", en "Figure";
        Item: id "Hal", en "What";
        Content: id "Keterangan", en "Details";
        Report: id "Laporan", en "Report";
        Table: id "Tabel", en "Table";
        Row: id "Baris", en "Row";
        Column: id "Kolom", en "Column";
        Value: id "Nilai", en "Value";
        Says: id "Cara menghitung", en "How it is counted";
        Again: id "Dihitung ulang", en "Counted again";
        Same { value: String }: id "{value}, sama dengan laporan", en "{value}, as in the report";
        Differs { value: String }: id "{value}, BERBEDA dari laporan", en "{value}, OTHER than in the report";
        Hidden: id "tidak ditampilkan", en "not shown";
        NotCounted: id "tidak; lihat cara menghitung", en "no; see how it is counted";
        NothingYet: id "belum ada yang dapat dihitung", en "there is nothing to count yet";
        Part: id "Bagian", en "Part";
        Entries: id "Catatan", en "Records";
        Sum: id "Jumlah", en "Sum";
        Parts: id "Bagian angka ini", en "Parts of the figure";
        Others: id "Dari angka lain pada baris yang sama", en "From other figures of the same row";
        Windows: id "Dari angka kedua masa", en "From the figures of both windows";
        Taken: id "Catatan yang dihitung", en "Records that entered it";
        Left: id "Catatan yang tidak dihitung, dan alasannya", en "Records left out, and why";
        Place: id "Berkas:baris", en "File:line";
        Amount: id "Nilai", en "Amount";
        What: id "Isi", en "Content";
        Why: id "Alasan", en "Reason";
        NothingTaken: id "Tidak ada catatan.", en "No records.";
        Withheld: id "Tidak ditampilkan, karena dapat menunjukkan siapa yang menjawab; catatannya pun tidak disebut.", en "Not shown, because it could tell who answered; its records are not listed either.";
        NotListed: id "Baris jawaban tidak disebut, karena kelompoknya kecil dan dapat menunjukkan siapa yang menjawab.", en "Rows of answers are not listed, because the group is small and they could tell who answered.";
        Answers: id "Isi jawaban tidak disalin ke sini; hanya tempat dan nilainya.", en "What was answered is not copied here, only where it stands and its amount.";
        MonthBefore { month: String }: id "Angka bulan sebelumnya diambil dari bulan {month}; inilah angka bulan itu sendiri.", en "The figure of the month before is that of {month}; here it is as that month has it.";
        PeriodBefore { period: String }: id "Angka periode sebelumnya diambil dari {period}; inilah angka periode itu sendiri.", en "The figure of the period before is that of {period}; here it is as that period has it.";
        AskFurther { command: String }: id "Tanyakan satu angka: {command} ALAMAT", en "Ask for one figure: {command} ADDRESS";
    }
}

words! {
    /// Refusals of an address.
    pub enum AddressText {
        NoTable { table: String, nearest: String, command: String }: id "Tabel `{table}` tidak ada. Maksudnya `{nearest}`? Semua alamat: {command}", en "There is no table `{table}`. Did you mean `{nearest}`? All addresses: {command}";
        NoRow { table: String, row: String, command: String }: id "Tabel `{table}` tidak memuat baris `{row}`. Lihat barisnya: {command} {table}", en "The table `{table}` has no row `{row}`. See its rows: {command} {table}";
        NoColumn { address: String, column: String, nearest: String, command: String }: id "`{address}` tidak memuat kolom `{column}`. Maksudnya `{nearest}`? Semua angkanya: {command} {address}", en "`{address}` has no column `{column}`. Did you mean `{nearest}`? All its figures: {command} {address}";
        NoFigure { address: String, command: String }: id "`{address}` adalah kata-kata, bukan angka. Semua angka: {command}", en "`{address}` is words, no figure. All figures: {command}";
        NoPeriodBefore { period: String }: id "Angka periode sebelumnya tidak dapat ditunjukkan sendiri: ketentuan belum berlaku pada {period}. Tanyakan angka periode ini: ganti before dengan now.", en "The figure of the period before cannot be shown by itself: no rules were in force in {period}. Ask for this period: write now instead of before.";
        NoMonthBefore { month: String }: id "Angka bulan sebelumnya tidak dapat ditunjukkan sendiri: ketentuan belum berlaku pada {month}. Tanyakan angka bulan ini: ganti before dengan now.", en "The figure of the month before cannot be shown by itself: no rules were in force in {month}. Ask for this month: write now instead of before.";
    }
}
