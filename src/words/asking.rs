//! What is asked of who brings in a list, at a terminal: the choices, and what became of the answers.

use super::words;

words! {
    /// Questions and their choices.
    pub enum AskText {
        Of { number: usize, count: usize }: id "Pertanyaan {number} dari {count}", en "Question {number} of {count}";
        Rows { told: String, count: usize, places: String }: id "{told}: {count} baris ({places})", en "{told}: {count} {rows} ({places})", rows of count "row" / "rows";
        MakeNew { what: String, text: String }: id "memang baru: buat {what} `{text}`", en "it is new: make the {what} `{text}`";
        LeaveEmpty: id "kosongkan: tercatat tanpa itu", en "leave it empty: recorded without";
        LeaveOut: id "lewati kolom itu", en "leave the column out";
        HeadingIs { heading: String, field: String }: id "kolom `{heading}` memuat {field}", en "the column `{heading}` holds {field}";
        Outsider: id "orang luar kantor: catat sebagai pihak luar", en "somebody from outside the office: record him or her so";
        NewTraining { id: String }: id "pelatihan baru: {id}", en "a new training: {id}";
        AllNew: id "semuanya memang baru: buat", en "all of them are new: make them";
        OneByOne: id "tanyakan satu per satu", en "ask about each of them";
        OwnLike { example: String }: id "(tulis sendiri, misalnya {example})", en "(write it yourself, such as {example})";
        Own: id "(atau tulis sendiri)", en "(or write it yourself)";
        Stop: id "berhenti: tidak ada yang ditulis", en "stop: nothing is written";
        Answer: id "Jawaban: ", en "Answer: ";
        Again: id "Tulis salah satu nomor di atas.", en "Write one of the numbers above.";
        Something: id "Tulis jawabannya, atau 0 untuk berhenti.", en "Write the answer, or 0 to stop.";
        Stopped: id "Berhenti sebelum semuanya terjawab: tidak ada yang ditulis.", en "Stopped before everything was answered: nothing was written.";
        NoAnswers: id "--ask membaca jawaban dari masukan baku, sehingga daftarnya tidak dapat dibaca dari situ: sebutkan berkasnya", en "--ask reads answers from standard input, so that the list cannot come from there: name its file";
        TypedInstead { typed: String }: id "Tanpa ditanya, sekali ketik: {typed}", en "Without being asked, typed at once: {typed}";
    }
}
