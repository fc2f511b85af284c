//! What is said where two changes of the records come together.

use super::words;

words! {
    /// Why a file cannot be put together by its records, so that only its lines are compared.
    pub enum Misfit {
        Marked: id "masih ada penanda bentrokan git di dalamnya", en "there are git conflict markers in it";
        Unread { line: usize, sebab: String, reason: String }: id "baris {line} dari salah satu versinya tidak terbaca: {sebab}", en "line {line} of one of its versions cannot be read: {reason}";
        KeyTwice { key: String }: id "kunci `{key}` ada dua kali dengan isi yang berbeda", en "the key `{key}` stands twice with other values";
        Tangled: id "kedua perubahannya tidak dapat menjadi satu dokumen", en "the two changes do not make one document";
        NoRecord: id "ini bukan berkas catatan", en "it is no file of the records";
        NoText: id "ini bukan teks UTF-8", en "it is no UTF-8 text";
    }
}

words! {
    /// What is in dispute, and what each side says.
    pub enum Contest {
        Before: id "sebelumnya", en "before";
        Here: id "di sini", en "here";
        There: id "di sana", en "there";
        Empty: id "kosong", en "empty";
        Gone: id "dihapus", en "removed";
        Changed { name: String, before: String, here: String, there: String }: id "{name} semula {before}, di sini {here}, di sana {there}", en "{name} was {before}, here {here}, there {there}";
        New { name: String, here: String, there: String }: id "{name} di sini {here}, di sana {there}", en "{name} here {here}, there {there}";
        Became { name: String, before: String, after: String }: id "{name} {before} → {after}", en "{name} {before} → {after}";
        RemovedHere { what: String }: id "dihapus di sini, diubah di sana ({what})", en "removed here, changed there ({what})";
        RenamedHere { to: String, what: String }: id "di sini diganti namanya menjadi {to}, di sana diubah dengan nama lamanya ({what}). --theirs mengembalikan nama lama; --ours tetap, lalu catat lagi perubahan itu pada {to}", en "renamed here to {to}, changed there under its old name ({what}). --theirs brings the old name back; --ours stays, then record that change again with {to}";
        Renamed { count: usize }: id "{count} baris diganti namanya di satu sisi dan diubah dengan nama lamanya di sisi lain; bila penggantian itu pasti, bina resolve membawa perubahannya ke nama yang baru", en "{count} {rows} renamed on one side and changed under {names} on the other; where the renaming is certain, bina resolve takes the changes over to the new name", rows of count "row was" / "rows were", names of count "its old name" / "their old names";
        RenamedThere { to: String, what: String }: id "di sana diganti namanya menjadi {to}, di sini diubah dengan nama lamanya ({what}). --ours mengembalikan nama lama; --theirs tetap, lalu catat lagi perubahan itu pada {to}", en "renamed there to {to}, changed here under its old name ({what}). --ours brings the old name back; --theirs stays, then record that change again with {to}";
        RemovedThere { what: String }: id "dihapus di sana, diubah di sini ({what})", en "removed there, changed here ({what})";
        Answers { here: usize, there: usize }: id "kiriman ini berubah di kedua sisi: di sini {here} jawaban, di sana {there}", en "this batch changed on both sides: here {here} {answers}, there {there}", answers of here "answer" / "answers";
        Moved { here: String, there: String }: id "di sini bernama {here}, di sana {there}; namanya adalah idnya, jadi ini catatan lain", en "here it is called {here}, there {there}; the name is the id, so it is another record";
        Several: id "dicatat di kedua sisi, di baris masing-masing", en "recorded on both sides, each in rows of its own";
        Alike { key: String, count: usize }: id "{key}: {count} jawaban yang sama persis ada di kedua sisi, dan dicatat sekali. Bila itu formulir lain, catat lagi dengan nama sendiri: bina response add … --batch NAMA", en "{key}: the same {count} {answers} on both sides, and there once. If these are other forms, record them again under a name of their own: bina response add … --batch NAME", answers of count "answer is" / "answers are";
        List: id "daftar ini berubah di kedua sisi", en "this list changed on both sides";
        Named { key: String, title: String, what: String }: id "{key} \"{title}\": {what}", en "{key} \"{title}\": {what}";
        Bare { key: String, what: String }: id "{key}: {what}", en "{key}: {what}";
    }
}

words! {
    /// What became of files that came together, and what a clone needs for it.
    pub enum Junction {
        ByLines { file: String, reason: String }: id "{file}: {reason}; yang dibandingkan hanya baris-barisnya", en "{file}: {reason}; only its lines were compared";
        NoGit: id "git tidak ada di komputer ini, atau tidak dapat dijalankan. Pasang dulu: https://git-scm.com", en "There is no git on this computer, or it cannot be run. Install it first: https://git-scm.com";
        NoTree { directory: String, typed: String }: id "{directory} belum disimpan di git. Ketik: bina init {typed} --git", en "{directory} is not kept in git yet. Type: bina init {typed} --git";
        GitRefused { what: String, reason: String }: id "git menolak `{what}`: {reason}", en "git refused `{what}`: {reason}";
        HookTaken { file: String, line: String }: id "{file} sudah ada dan tidak diubah. Tambahkan sendiri baris ini di dalamnya: {line}", en "{file} is there already and was not changed. Add this line to it yourself: {line}";
        CloneReady: id "Salinan git ini siap: perubahan dua orang disatukan menurut baris dan isian, bukan menurut baris teks.", en "This clone is ready: what two people change is put together by rows and fields, not by lines of text.";
        ProgramUnfound: id "Git tidak menemukan program `bina`: letakkan di folder yang ada di PATH. Sampai itu git menampilkan dan menyatukan berkas baris demi baris, dan menolak commit penggabungan.", en "Git does not find the program `bina`: put it into a folder of the PATH. Until then git shows and joins files line by line, and refuses the commit of a merge.";
        Lacks { what: String }: id "belum ada: {what}", en "missing: {what}";
        NoMerge { commit: String }: id "`{commit}` bukan penggabungan dua cabang.", en "`{commit}` is no merge of two branches.";
        Amiss { commit: String, count: usize }: id "Penggabungan {commit} lain dari kedua perubahannya di {count} berkas: baris `-` tidak berasal dari keduanya, baris `+` hilang. Betulkan dengan tangan atau dengan perintahnya.", en "The merge {commit} is another than both changes make in {count} {files}: lines with `-` come from neither, lines with `+` are lost. Mend them by hand or by their command.", files of count "file" / "files";
        NothingWaits: id "Tidak ada penggabungan yang tertahan.", en "No merge is waiting.";
        SettledWrong { errors: usize }: id "Semuanya sudah diputuskan, tetapi bersama-sama catatannya mengandung {errors} kesalahan. Betulkan dulu, lalu lanjutkan menurut git status.", en "Everything is settled, but together the records hold {errors} {found}. Mend {them} first, then go on as git status says.", found of errors "error" / "errors", them of errors "it" / "them";
        AllSettled: id "Semuanya sudah diputuskan, dan catatannya tidak mengandung kesalahan. git status menyebut cara melanjutkan, biasanya git commit.", en "Everything is settled, and the records hold no error. git status says how it goes on, mostly with git commit.";
        KeyMissing: id "Sebutkan yang diputuskan: bina resolve KUNCI --ours; bina resolve saja menyebut semuanya.", en "Name what is decided: bina resolve KEY --ours; bina resolve alone names all of it.";
        ChoiceMissing: id "Pilih satu: --ours (yang di sini), --theirs (yang di sana), --both (keduanya), atau --set KOLOM=NILAI.", en "Choose one: --ours (what is here), --theirs (what is there), --both, or --set COLUMN=VALUE.";
        PairMissing { text: String }: id "`{text}` bukan KOLOM=NILAI.", en "`{text}` is not COLUMN=VALUE.";
        CloneLacks { typed: String }: id "Salinan git ini belum tahu cara menyatukan catatan dua orang. Ketik sekali: bina init {typed} --git", en "This clone does not know yet how to put the records of two people together. Type once: bina init {typed} --git";
        Lost { files: String, first: String }: id "Git mengenal berkas yang kini tidak ada atau tidak berisi: {files}. Bila tidak disengaja, kembalikan, misalnya: git checkout -- {first}", en "Git knows files that are gone or hold nothing now: {files}. Where nobody meant that, bring them back, for example: git checkout -- {first}";
        SidesGone { file: String, typed: String }: id "{file} berisi penanda bentrokan, dan git tidak lagi menyimpan kedua sisinya sebagai yang tertahan. Ketik: git checkout -m -- {typed}, lalu: bina resolve; atau pilih baris yang benar dan hapus penandanya", en "{file} holds conflict markers, and git keeps both sides no more as waiting. Type: git checkout -m -- {typed}, then: bina resolve; or choose the right lines and remove the markers";
        ClosingJoined { day: String }: id "digabung dengan penutupan {day}", en "joined with the closing of {day}";
        PrintedTwice { month: String, files: String }: id "Dicetak di kedua sisi; yang di sini yang tinggal, dan mungkin tidak lagi benar: {files}. Ketik, sebelum commit: bina run monthly --month {month}, lalu: git add reports", en "Printed on both sides; what is here stays, and may be true no more: {files}. Type, before you commit: bina run monthly --month {month}, then: git add reports";
        NamedOtherwise { old: String, new: String, commit: String, one: String }: id "`{old}` kini bernama `{new}` (sejak commit {commit}). Agar semua yang menyebutnya ikut: bina {one} rename {old} {new}", en "`{old}` is called `{new}` now (since commit {commit}). To have everything that names it follow: bina {one} rename {old} {new}";
        Waiting { files: String }: id "Ada penggabungan git yang belum selesai: {files}. Ketik: bina resolve", en "A merge of git is waiting: {files}. Type: bina resolve";
    }
}

words! {
    /// What is left to decide in the files of a merge.
    pub enum Choice {
        InFile { file: String, count: usize }: id "{file}: {count} hal bertentangan", en "{file}: {count} {things} in dispute", things of count "thing is" / "things are";
        Between { here: String, there: String }: id "di sini: {here}; di sana: {there}", en "here: {here}; there: {there}";
        Both { typed: String }: id "putuskan: bina resolve {typed} --ours | --theirs | --both", en "decide: bina resolve {typed} --ours | --theirs | --both";
        Sides { typed: String }: id "putuskan: bina resolve {typed} --ours | --theirs", en "decide: bina resolve {typed} --ours | --theirs";
        Values { typed: String, sets: String }: id "putuskan: bina resolve {typed} --ours | --theirs |{sets}", en "decide: bina resolve {typed} --ours | --theirs |{sets}";
        GoneHere { file: String, typed: String }: id "{file}: dihapus di sini, diubah di sana\n    putuskan: bina resolve {typed} --ours (tetap dihapus) | --theirs (tetap ada)", en "{file}: removed here, changed there\n    decide: bina resolve {typed} --ours (it stays removed) | --theirs (it stays)";
        GoneThere { file: String, typed: String }: id "{file}: dihapus di sana, diubah di sini\n    putuskan: bina resolve {typed} --ours (tetap ada) | --theirs (dihapus)", en "{file}: removed there, changed here\n    decide: bina resolve {typed} --ours (it stays) | --theirs (it is removed)";
        ByHand { file: String }: id "{file}: sudah mulai diselesaikan dengan tangan, atau bukan berkas catatan. Pilih barisnya dengan penyunting teks lalu: git add -- {file}; atau mulai lagi: git checkout --merge -- {file}, lalu bina resolve", en "{file}: somebody began to settle it by hand, or it is no record. Choose the lines in a text editor, then: git add -- {file}; or begin anew: git checkout --merge -- {file}, then bina resolve";
    }
}
