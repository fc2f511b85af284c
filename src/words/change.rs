//! What commands that change records say: what is wrong with what was typed, and what is worth knowing.

use super::coded::problems;
use super::{Lang, Say, words};
use std::fmt;

problems! {
    /// What is wrong with a command line, beside what a cell itself refuses. Nothing is written when there is one.
    pub enum Slip {
        // ---- people -------------------------------------------------------------------------------
        PersonUnknown { text: String }: id "tidak ada pegawai `{text}`" help "tulis id, NIP, atau bagian nama; lihat: bina staff list",
            en "there is nobody called `{text}`" help "write an id, a NIP or a part of the name; see: bina staff list";
        PersonAmbiguous { text: String, candidates: String }: id "`{text}` cocok dengan beberapa orang: {candidates}" help "tulis id atau NIP-nya",
            en "`{text}` fits several people: {candidates}" help "write the id or the NIP";
        NotPosted { person: String, id: String, day: String }: id "{person} tidak ditempatkan di kantor ini pada {day}" help "catat dulu penempatannya: bina posting add {id} TANGGAL --unit …",
            en "{person} is not posted in this office on {day}" help "record the posting first: bina posting add {id} DATE --unit …";
        NotParticipant { person: String, training: String }: id "{person} bukan peserta {training}" help "daftarkan dulu: bina training enroll {training} ORANG",
            en "{person} does not take part in {training}" help "enrol first: bina training enroll {training} PERSON";
        PeopleMissing: id "tidak ada orang yang disebut" help "tulis nama, NIP, atau id; atau satu per baris lewat masukan baku",
            en "nobody is named" help "write names, NIPs or ids; or one a line on standard input";
        PersonTwice { person: String }: id "{person} disebut dua kali" help "sebut setiap orang sekali saja",
            en "{person} is named twice" help "name everybody once only";
        VerifyOwn { person: String }: id "{person} tidak dapat memverifikasi bukti miliknya sendiri" help "tulis --by orang lain",
            en "{person} cannot verify evidence of his or her own" help "write somebody else behind --by";
        EvidenceMissing { person: String, staff: String, training: String }: id "bukti {person} belum tercatat" help "catat dulu: bina participation claim {staff} --training {training} --file BERKAS …",
            en "there is no evidence for {person}" help "record it first: bina participation claim {staff} --training {training} --file FILE …";
        EvidenceDiffers { file: String }: id "isi {file} tidak lagi sama dengan SHA-256 yang tercatat" help "pulihkan berkas aslinya, atau catat ulang dengan: bina participation claim … --file BERKAS",
            en "the content of {file} no longer has the SHA-256 recorded" help "restore the original file, or record it again: bina participation claim … --file FILE";

        // ---- rows ---------------------------------------------------------------------------------
        RowExists { table: String, key: String }: id "{key} sudah ada di {table}" help "ubah dengan perintah set, atau lihat dengan show",
            en "{key} is already in {table}" help "change it with the verb set, or look at it with show";
        IsThere { file: String, key: String }: id "{key} sudah ada di {file}" help "biarkan dengan --if-absent, atau beri nilai yang ditulis ini dengan --or-set",
            en "{key} is already in {file}" help "leave it with --if-absent, or give it the values typed with --or-set";
        RowMissing { table: String, one: String, key: String }: id "{key} tidak ada di {table}" help "lihat: bina {one} list; atau tambahkan: bina {one} add …",
            en "{key} is not in {table}" help "see: bina {one} list; or add it: bina {one} add …";
        RowReferred { key: String, places: String }: id "{key} masih dirujuk di {places}" help "ubah dulu yang merujuknya dengan bina … set, atau hapus dengan bina … remove; bila hanya kuncinya keliru: bina … rename",
            en "{key} is still named in {places}" help "change first what names it with bina … set, or remove it with bina … remove; where only the key is wrong: bina … rename";
        ValueMissing { names: String }: id "masih kurang: {names}" help "tambahkan, misalnya: {names} …",
            en "still missing: {names}" help "add, for example: {names} …";
        NothingGiven: id "tidak ada nilai yang diberikan" help "tulis paling tidak satu --kolom nilai; lihat --help",
            en "no value is given" help "write at least one --column value; see --help";
        PairForm { text: String, form: String }: id "`{text}` tidak dapat dipahami" help "tulis {form}",
            en "`{text}` cannot be understood" help "write {form}";
        DisputeNothing { key: String }: id "`{key}` tidak bertentangan, dan tidak ada yang dapat diputuskan dengan kunci" help "lihat apa yang masih tertahan: bina resolve",
            en "`{key}` is not in dispute, and nothing can be decided by a key" help "see what still waits: bina resolve";
        DisputeNone { key: String, all: String }: id "`{key}` bukan satu hal yang bertentangan" help "pilih: {all}",
            en "`{key}` is not one thing in dispute" help "choose: {all}";
        DisputeHalf { names: String }: id "tidak semua yang bertentangan diberi nilai: {names}" help "tambahkan --set untuk masing-masing, atau --ours atau --theirs untuk sisanya",
            en "not everything in dispute is given a value: {names}" help "add --set for each, or --ours or --theirs for the rest";
        DisputeOneRow { key: String }: id "`{key}` satu hal, yang tidak dapat ada dua kali" help "pilih --ours atau --theirs; --both hanya bila masing-masing sisi menambah barisnya sendiri",
            en "`{key}` is one thing, of which there cannot be two" help "choose --ours or --theirs; --both is for what each side added as a row of its own";
        DisputeColumn { column: String, all: String }: id "`{column}` tidak termasuk yang bertentangan" help "yang bertentangan: {all}",
            en "`{column}` is not among what is in dispute" help "in dispute: {all}";
        DisputeNoColumn { column: String }: id "`{column}` tidak dapat diberi nilai: yang bertentangan bukan nilai satu per satu" help "pilih --ours atau --theirs",
            en "`{column}` cannot be given a value: what is in dispute are no single values" help "choose --ours or --theirs";
        ColumnNone { column: String, nearest: String }: id "kolom `{column}` tidak ada" help "maksudnya `{nearest}`?",
            en "there is no column `{column}`" help "did you mean `{nearest}`?";
        SettingNone { column: String, nearest: String, all: String }: id "tidak ada pengaturan `{column}`" help "maksudnya `{nearest}`? Yang ada: {all}",
            en "there is no setting `{column}`" help "did you mean `{nearest}`? There are: {all}";
        SinceUnlikely { day: String, today: String }: id "catatan sejak {day} tidak masuk akal" help "tulis hari pertama yang dicatat, paling lambat hari ini: {today}",
            en "records since {day} cannot be" help "write the first day that is recorded, today at the latest: {today}";
        HolidaysNone { year: String, all: String }: id "hari libur tahun {year} tidak ikut dibawa bina; yang ada: {all}" help "tambahkan dari keputusan bersama tahun itu: bina holiday add {year}-01-01 --name …, atau sekaligus dengan --stdin",
            en "bina does not bring the holidays of {year}; there are: {all}" help "add them from the joint decree of that year: bina holiday add {year}-01-01 --name …, or all at once with --stdin";
        UnitAmbiguous { text: String, candidates: String }: id "`{text}` cocok dengan beberapa unit: {candidates}" help "tulis kodenya",
            en "`{text}` fits several units: {candidates}" help "write the code";
        ReferenceNone { id: String, table: String, one: String }: id "`{id}` tidak ada di {table}" help "lihat: bina {one} list; atau tambahkan dulu: bina {one} add …",
            en "`{id}` is not in {table}" help "see: bina {one} list; or add it first: bina {one} add …";
        NipTaken { nip: String, person: String }: id "NIP {nip} sudah dipakai {person}" help "satu orang satu baris: ubah dengan bina staff set",
            en "the NIP {nip} already belongs to {person}" help "one person has one row: change it with bina staff set";
        FileOfRow { text: String }: id "berkas untuk `{text}` tidak dapat ditentukan" help "tulis bulannya dengan --month 2026-10",
            en "the file for `{text}` cannot be told" help "write its month with --month 2026-10";
        MigrateUnclear { place: String }: id "{place}: hari penutupannya tidak dapat dipastikan dari baris ini" help "isi resolved bersama outcome; penutupan pada hari yang sama dengan reopened perlu tanggal lain; lalu ulangi",
            en "{place}: on which day it was closed cannot be told from this row" help "fill resolved together with outcome; a closing on the day of reopened needs another day; then try again";
        NotUndone { table: String }: id "baris {table} tidak dihapus, hanya ditambah" help "perpanjangan atau koreksi adalah baris baru",
            en "rows of {table} are never removed, only added" help "a renewal or a correction is a new row";

        ListEmpty: id "tidak ada baris di masukan baku" help "baris pertama judul kolom, lalu satu baris tiap yang ditambahkan; nama kolomnya: lihat --help",
            en "there are no rows on standard input" help "the first line holds the headings, then one row for each that is added; their names: see --help";

        // ---- programmes ---------------------------------------------------------------------------
        TrainingNone { id: String }: id "pelatihan `{id}` tidak ada" help "yang ada: bina training list; bila belum dicatat: bina training add {id} …",
            en "there is no training `{id}`" help "those there are: bina training list; if it is not recorded yet: bina training add {id} …";
        TrainingNearly { id: String, nearest: String }: id "pelatihan `{id}` tidak ada" help "maksudnya {nearest}? lihat: bina training list",
            en "there is no training `{id}`" help "did you mean {nearest}? see: bina training list";
        TrainingExists { id: String }: id "pelatihan `{id}` sudah ada" help "ubah dengan: bina training set {id} …",
            en "the training `{id}` exists already" help "change it: bina training set {id} …";
        TrainingCancelled { id: String }: id "pelatihan `{id}` sudah dibatalkan" help "bila jadi diadakan: bina training set {id} --status direncanakan",
            en "the training `{id}` is cancelled" help "if it is held after all: bina training set {id} --status planned";
        TrainingCompleted { id: String, count: usize }: id "{count} orang sudah selesai di `{id}`; pelatihan ini tidak dapat dibatalkan" help "periksa dengan: bina participation list --where training={id}",
            en "{count} {people} completed `{id}`; it cannot be cancelled" help "see: bina participation list --where training={id}", people of count "person has" / "people have";
        ByHand { file: String }: id "{file} tidak dapat diubah dengan perintah" help "ubah dengan penyunting teks, lalu ketik: bina check",
            en "{file} cannot be changed by a command" help "change it in a text editor, then type: bina check";
        SessionNone { session: String, all: String }: id "sesi `{session}` tidak ada" help "pilih salah satu: {all}",
            en "there is no session `{session}`" help "choose one of: {all}";
        ScoreOver { score: String, max: String }: id "nilai {score} di luar 0–{max}" help "periksa nilainya, atau test_max di dokumen pelatihan",
            en "the score {score} is outside 0–{max}" help "check the score, or test_max in the training document";
        ReasonNone { person: String }: id "alasan ketidakhadiran {person} belum ditulis" help "tulis --except \"NAMA:alasan\"; alasan: dinas, sakit, cuti, izin, menolak, tanpa-kabar, digantikan",
            en "the reason of the absence of {person} is missing" help "write --except \"NAME:reason\"; reasons: duty, sick, leave, permission, declined, no-word, replaced";
        ReasonExtra { text: String }: id "alasan tidak dicatat per sesi: `{text}`" help "tulis namanya saja; alasannya pada: bina training complete … --except",
            en "a reason is not recorded a session: `{text}`" help "write the name only; the reason goes to: bina training complete … --except";
        AllOrNames: id "tulis nama peserta, atau --all, tidak keduanya" help "--all --except \"Budi:sakit\" mencatat semua kecuali Budi",
            en "write the names of participants, or --all, not both" help "--all --except \"Budi:sick\" records everybody but Budi";
        ExceptAlone: id "--except hanya bersama --all" help "tambahkan --all",
            en "--except goes with --all only" help "add --all";
        TrainingElsewhere { id: String }: id "{id} pelatihan kantor lain, yang tidak punya dokumen di sini" help "catat pesertanya: bina participation add {id} PEGAWAI --status selesai --completed TANGGAL --jp N; atau daftarnya tanpa --for: bina import participation BERKAS",
            en "{id} is a programme of another office and has no document here" help "record who took part: bina participation add {id} PERSON --status completed --completed DATE --jp N; or import the list without --for: bina import participation FILE";
        MethodMissing: id "pelatihan baru memerlukan --method dan --mode" help "tulis misalnya --method KL06 --mode webinar; atau --external untuk kegiatan kantor lain",
            en "a new programme needs --method and --mode" help "write for example --method KL06 --mode webinar; or --external for one of another office";
        ClaimWhich: id "sebutkan --title (pelatihan baru atau yang sama judulnya) atau --training ID" help "tulis salah satu saja",
            en "name --title (a new programme, or one of that title) or --training ID" help "write one of them";

        // ---- events of a row ----------------------------------------------------------------------
        EventRecorded { column: String, known: String, fix: String }: id "`{column}` sudah tercatat: {known}" help "bila keliru: {fix}",
            en "`{column}` is recorded already: {known}" help "if that is wrong: {fix}";
        ComplaintKnown { number: String, id: String, file: String }: id "nomor `{number}` pada kanal ini sudah tercatat: pengaduan {id} ({file})" help "bila pengadu mengulang pengaduannya, tambahkan --duplicate-of {id}; bila ini yang sama, --if-absent membiarkannya",
            en "the number `{number}` of this channel is recorded already: the complaint {id} ({file})" help "where the complaint was made again, add --duplicate-of {id}; where it is the same, --if-absent leaves it";
        NotClosed { month: String }: id "{month} tidak sedang ditutup" help "untuk menutupnya: bina close {month}",
            en "{month} is not closed" help "to close it: bina close {month}";
        ClosedMonthStays { month: String }: id "yang dibatalkan itu menutup, mengoreksi, atau membuka lagi {month}; penutupan tidak dibatalkan tanpa alasan yang tetap tercatat" help "untuk membukanya lagi: bina close {month} --reopen --reason \"…\"",
            en "that closed, corrected or opened again {month}; a closing is not taken back without a reason that stays" help "to open it again: bina close {month} --reopen --reason \"…\"";
        TouchedSince { name: String }: id "{name} diubah sesudah perintah terakhir" help "tidak ada yang dibatalkan; lihat: git diff, atau betulkan dengan perintah biasa",
            en "{name} was changed after the last command" help "nothing was taken back; see: git diff, or correct it with a usual command";
        MergeIsDone { name: String }: id "{name}: keputusan itu sudah di-commit bersama penggabungannya, dan tanpa kedua sisinya penanda bentrokan tidak dapat diputuskan lagi" help "tidak ada yang dibatalkan; betulkan dengan perintah biasa (lihat: bina history)",
            en "{name}: that decision is committed with its merge, and without both sides nobody could decide between marks again" help "nothing was taken back; correct it with a usual command (see: bina history)";
        SinceOther { file: String, what: String }: id "{file}: {what} sesudah commit itu" help "tidak ada yang dibatalkan; betulkan dengan perintah biasa, atau batalkan dulu yang lebih baru (bina history menyebut commitnya)",
            en "{file}: {what} after that commit" help "nothing was taken back; correct it with a usual command, or take back first what is newer (bina history names its commit)";
        FileSince { name: String }: id "{name} diubah sesudah commit itu" help "tidak ada yang dibatalkan; lihat: git diff, atau betulkan dengan perintah biasa",
            en "{name} was changed after that commit" help "nothing was taken back; see: git diff, or correct it with a usual command";
        NotYet { day: String, today: String }: id "{day} belum tiba (hari ini {today})" help "periksa tahunnya; mencatat pada hari lain: --as-of TANGGAL",
            en "{day} has not come yet (today is {today})" help "check the year; to record on another day: --as-of DATE";
        RecordedOtherwise { differences: String }: id "sudah tercatat lain: {differences}" help "bila yang tercatat keliru, ulangi perintah ini dengan --correct",
            en "recorded otherwise: {differences}" help "if what is recorded is wrong, repeat this command with --correct";
        EventOrder { column: String, day: String, other: String, than: String, argument: String }: id "`{column}` ({day}) mendahului `{other}` ({than})" help "tulis hari yang benar dengan {argument}",
            en "`{column}` ({day}) comes before `{other}` ({than})" help "write the right day behind {argument}";
        ComplaintOpen { id: String }: id "pengaduan {id} masih terbuka" help "tutup dulu: bina complaint resolve {id} --outcome selesai",
            en "the complaint {id} is still open" help "close it first: bina complaint resolve {id} --outcome resolved";
        ComplaintClosed { id: String, day: String, outcome: String }: id "pengaduan {id} sudah ditutup pada {day} ({outcome})" help "bila dibuka lagi: bina complaint reopen {id}; bila yang tercatat keliru, ulangi perintah ini dengan --correct",
            en "the complaint {id} was closed on {day} ({outcome})" help "if it is open again: bina complaint reopen {id}; if what is recorded is wrong, repeat this command with --correct";
        StepTwice { id: String, step: String, by: String, day: String }: id "pengaduan {id} pada {day} sudah tercatat {step}, lalu {by}; satu hari memuat masing-masing satu kali" help "bila memang {step} sekali lagi, catat pada hari berikutnya dengan --on; bila tidak jadi {by}, hapus dulu: bina handling remove {id} {day} \"{by}\"",
            en "on {day} the complaint {id} was {step} and then {by}; a day holds each once" help "if it was {step} once more, record it on the next day with --on; if it was not {by}, remove that first: bina handling remove {id} {day} \"{by}\"";
        PairSelf { person: String }: id "{person} tidak dapat mendampingi dirinya sendiri" help "tulis dua orang: bina mentoring pair MENTOR MENTEE --goal …",
            en "{person} cannot be the own mentor" help "write two people: bina mentoring pair MENTOR MENTEE --goal …";
        PairRuns { id: String, since: String }: id "pasangan ini sudah berjalan sejak {since}: {id}" help "catat sesinya: bina mentoring log {id} --minutes 60; tutup dulu: bina mentoring close {id}; atau betulkan dengan --correct",
            en "this pair runs already since {since}: {id}" help "record its session: bina mentoring log {id} --minutes 60; or close it first: bina mentoring close {id}";
        PairNone { person: String }: id "{person} tidak sedang didampingi siapa pun" help "lihat: bina mentoring list; atau mulai: bina mentoring pair MENTOR MENTEE --goal …",
            en "nobody is mentoring {person} now" help "see: bina mentoring list; or begin: bina mentoring pair MENTOR MENTEE --goal …";
        PairSeveral { person: String, ids: String }: id "{person} punya beberapa pendampingan yang berjalan: {ids}" help "tulis id-nya",
            en "{person} has several pairs running: {ids}" help "write the id";
        SessionAfter { day: String, end: String }: id "ada sesi pada {day}, sesudah {end}" help "tulis --on {day} atau sesudahnya",
            en "there is a session on {day}, after {end}" help "write --on {day} or later";
        SessionOutside { day: String, end: String }: id "sesi {day} di luar pendampingan, yang berakhir pada {end}" help "periksa harinya, atau mulai pasangan baru: bina mentoring pair MENTOR MENTEE --goal …",
            en "the session of {day} is outside the pair, which ended on {end}" help "check the day, or begin a new pair: bina mentoring pair MENTOR MENTEE --goal …";
        CertificateRenewed { id: String, by: String }: id "sertifikat {id} sudah diperpanjang oleh {by}" help "perpanjang yang terakhir: bina certificate renew {by} …; atau betulkan perpanjangan itu dengan --correct",
            en "the certificate {id} is renewed already by {by}" help "renew the last one: bina certificate renew {by} …";

        // ---- people who move ----------------------------------------------------------------------
        HasLeft { person: String, since: String, status: String }: id "{person} sudah tidak di sini sejak {since} ({status})" help "berkas yang sama dapat dibuat lagi dengan --on {since} bila ia pindah pada hari itu",
            en "{person} is not here any more since {since} ({status})" help "the same file can be made again with --on {since}, if that was the day of the move";
        PostingLater { since: String, on: String }: id "ada penempatan pada {since}, tidak sebelum {on}" help "periksa harinya: bina posting list --where staff=…",
            en "there is a posting on {since}, not before {on}" help "check the day: bina posting list --where staff=…";
        BundleVersion { found: String }: id "versi berkas pindah `{found}` tidak dikenal" help "yang dapat dibaca: version = 1; perbarui bina bila berkasnya lebih baru",
            en "the version `{found}` of this transfer file is not known" help "version = 1 can be read; update bina if the file is newer";
        BundleForeign { person: String }: id "baris ini bukan milik {person}" help "satu berkas pindah memuat riwayat satu orang; hapus barisnya, atau minta berkas baru ke kantor asal",
            en "this row does not belong to {person}" help "a transfer file holds the history of one person; delete the row, or ask the old office for a new file";
        BundleNobody { person: String }: id "berkas ini tidak memuat tepat satu baris [[staff]] untuk {person}" help "minta berkas baru ke kantor asal: bina staff transfer-out",
            en "this file does not hold exactly one row [[staff]] for {person}" help "ask the old office for a new file: bina staff transfer-out";
        PersonHere { person: String, id: String }: id "{person} sudah ada di sini, dengan catatan yang lain dari berkas pindah" help "bandingkan dengan: bina staff show {id}",
            en "{person} is here already, with other records than those of the file" help "compare with: bina staff show {id}";

        // ---- plans and forums ---------------------------------------------------------------------
        PlanExists { year: i32 }: id "rencana {year} sudah ada" help "ubah dengan penyunting teks, atau bandingkan: bina plan compare {year}",
            en "there is a plan for {year} already" help "change it in a text editor, or compare: bina plan compare {year}";
        PlanNone { year: i32 }: id "rencana {year} tidak ada" help "buat rancangannya: bina plan propose {year}",
            en "there is no plan for {year}" help "make a draft: bina plan propose {year}";
        PlanCarryNone { year: i32, next: i32 }: id "rencana {year} tidak ada, sehingga tidak ada yang dilanjutkan" help "susun rancangan tahun berikutnya: bina plan propose {next}",
            en "there is no plan for {year}, so there is nothing to carry on" help "draft the next year: bina plan propose {next}";
        YearForm { text: String }: id "`{text}` bukan tahun" help "tulis misalnya 2027",
            en "`{text}` is not a year" help "write for example 2027";
        ForumNone { id: String, nearest: String }: id "forum `{id}` tidak ada" help "maksudnya `{nearest}`? atau catat dulu: bina forum add {id} --title … --kind forum --date …",
            en "there is no forum `{id}`" help "did you mean `{nearest}`? or record it first: bina forum add {id} --title … --kind forum --date …";
        ForumIdForm { text: String }: id "`{text}` bukan id forum" help "tulis bulan, garis miring, lalu nama: 2026-11/forum-warga",
            en "`{text}` is not the id of a forum" help "write month, slash and name: 2026-11/forum-warga";
        ForumNoneYet { id: String, month: String }: id "forum `{id}` tidak ada; {month} belum punya forum" help "lihat: bina forum list; atau catat dulu: bina forum add {id} --title … --kind forum --date …",
            en "there is no forum `{id}`; {month} has none yet" help "see: bina forum list; or record it first: bina forum add {id} --title … --kind forum --date …";
        ForumExists { id: String }: id "forum `{id}` sudah ada" help "tambahkan yang disampaikan: bina forum suggest {id} --text …",
            en "the forum `{id}` exists already" help "add what was said: bina forum suggest {id} --text …";
        SuggestionNone { key: String, all: String }: id "tidak ada usul dengan kunci `{key}`" help "pilih salah satu: {all}",
            en "there is no suggestion with the key `{key}`" help "choose one of: {all}";
        SuggestionUnnamed { id: String, all: String }: id "kunci usul di {id} belum ditulis; yang ada: {all}" help "tulis {id}/KUNCI; isinya: bina forum show {id}",
            en "the key of the suggestion in {id} is missing; there are: {all}" help "write {id}/KEY; what they say: bina forum show {id}";
        SuggestionRejected { id: String }: id "{id} tidak diterima, sehingga tidak ada tindak lanjut yang selesai" help "periksa kuncinya: bina forum list --suggestions",
            en "{id} was rejected, so there is no follow-up to be done" help "check the key: bina forum list --suggestions";
        SuggestionExists { id: String }: id "kunci `{id}` sudah dipakai" help "tulis --key yang lain, atau biarkan dibuatkan",
            en "the key `{id}` is taken" help "write another --key, or let one be made";

        // ---- answers ------------------------------------------------------------------------------
        QuestionnaireNone { code: String, all: String }: id "kuesioner `{code}` tidak ada" help "pilih salah satu: {all}",
            en "there is no questionnaire `{code}`" help "choose one of: {all}";
        GroupLength { text: String, found: usize, expected: usize }: id "`{text}` memuat {found} jawaban, butir skalanya {expected}" help "satu angka tiap butir menurut urutan; titik untuk yang tidak dijawab",
            en "`{text}` has {found} {answers}, there are {expected} scale items" help "one digit an item in their order; a point where not answered", answers of found "answer" / "answers";
        GroupWide { item: String }: id "skala butir `{item}` lebih dari satu angka" help "masukkan lewat CSV: bina response add KODE --stdin",
            en "the scale of the item `{item}` has more than one digit" help "enter it as CSV: bina response add CODE --stdin";
        GroupSmall { found: usize, minimum: usize }: id "{found} jawaban saja; kurang dari {minimum} dapat mengungkap orangnya" help "tunggu sampai ada {minimum}, atau pada akhir bulan tambahkan --rest",
            en "only {found} {answers}; fewer than {minimum} may reveal who answered" help "wait until there are {minimum}, or at the end of the month add --rest", answers of found "answer" / "answers";
        BatchNone { batch: String, all: String }: id "tidak ada kiriman `{batch}`" help "yang ada: {all}",
            en "there is no batch `{batch}`" help "there are: {all}";
        LineOfMonth: id "nomor baris itu ada di beberapa bulan" help "sebutkan bulannya: --month 2026-10",
            en "that line is in several months" help "name the month: --month 2026-10";
        LineNone { batch: String }: id "di baris itu tidak ada jawaban kiriman {batch}" help "nomor barisnya seperti di berkas bulannya, di responses/; --dry-run menampilkan baris yang akan dihapus",
            en "there is no answer of the batch {batch} in that line" help "the number of the line is that of the file of the month, in responses/; --dry-run shows the lines that would go";
        AnswersMissing: id "tidak ada jawaban" help "tulis misalnya 443443443, satu kelompok tiap orang, atau --stdin",
            en "there are no answers" help "write for example 443443443, one group a person, or --stdin";
        CommentShared: id "satu komentar tidak dapat milik beberapa jawaban" help "masukkan jawaban itu lewat --stdin dengan kolom comment",
            en "one comment cannot belong to several answers" help "enter those answers with --stdin and a column comment";
        LineRagged { line: u64, expected: usize }: id "baris {line} tidak berisi {expected} sel" help "periksa koma dan tanda kutip di baris itu",
            en "line {line} does not have {expected} cells" help "check the commas and quotes of that line";
        DayGiven { text: String }: id "kuesioner ini anonim: harinya tidak dicatat ({text})" help "tulis bulannya saja: --date 2026-10",
            en "this questionnaire is anonymous: the day is not recorded ({text})" help "write the month only: --date 2026-10";

        // ---- the directory ------------------------------------------------------------------------
        DirectoryTaken { name: String }: id "{name} sudah berisi catatan" help "pilih direktori lain: bina init DIREKTORI",
            en "{name} holds records already" help "choose another directory: bina init DIRECTORY";
        NotRejected { name: String }: id "{name} sudah ada, dan isinya bukan baris yang ditolak impor sebelumnya" help "tulis nama lain, atau hapus dulu berkas itu",
            en "{name} is there already, and holds no rows that an import rejected" help "name another file, or remove that one first";
        RejectedOther { name: String }: id "{name} sudah ada, dan memuat baris yang ditolak yang lain dari yang sekarang; mungkin sedang dibetulkan" help "impor dulu {name} sendiri, tulis nama lain, atau hapus berkas itu",
            en "{name} is there already, with rejected rows other than those of now; they may be half mended" help "import {name} itself first, name another file, or remove it";
        RejectedCsv { name: String }: id "baris yang ditolak ditulis sebagai csv, dan {name} tidak berakhiran .csv" help "tulis misalnya --rejected ditolak.csv; lembar kerja membukanya juga",
            en "rejected rows are written as csv, and {name} does not end in .csv" help "write for example --rejected rejected.csv; a spreadsheet opens it too";
        TrainingAhead { training: String, start: String, today: String }: id "{training} baru mulai {start} (hari ini {today}): belum ada hasilnya" help "periksa pelatihannya; mencatat pada hari lain: --as-of TANGGAL",
            en "{training} begins on {start} only (today is {today}): it has no outcome yet" help "check the training; to record on another day: --as-of DATE";
        NobodyEnrolled { training: String }: id "belum ada peserta {training} yang tercatat" help "daftarkan dengan: bina training enroll {training} NAMA",
            en "nobody is on record as taking part in {training}" help "enrol them with: bina training enroll {training} NAME";
        TrainingGoesOn { training: String, end: String, today: String }: id "{training} selesai {end} (hari ini {today}): isi hari selesainya, atau impor sesudahnya" help "",
            en "{training} ends on {end} (today is {today}): fill in the day of completion, or import it afterwards" help "";
        ListItself { name: String }: id "{name} adalah daftar yang diimpor" help "tulis nama lain untuk baris yang ditolak",
            en "{name} is the list that is imported" help "name another file for the rejected rows";
        FileTaken { name: String }: id "berkas {name} sudah ada" help "pindahkan dulu, atau pilih direktori lain",
            en "the file {name} exists already" help "move it away, or choose another directory";
        TableNone { name: String, nearest: String, all: String }: id "`{name}` tidak ada" help "maksudnya `{nearest}`? Yang ada: {all}",
            en "there is no `{name}`" help "did you mean `{nearest}`? There are: {all}";
        SignatoryThere { day: String }: id "sudah ada penanda tangan sejak {day} di bina.toml" help "tulis hari lain dengan --since, atau ubah yang itu dengan penyunting teks",
            en "somebody signs from {day} on in bina.toml already" help "write another day with --since, or change that one with a text editor";
        FileNone { name: String }: id "berkas {name} tidak ada" help "periksa namanya; jalur dihitung dari direktori kerja",
            en "there is no file {name}" help "check its name; the path counts from the working directory";
        ListMissing: id "berkasnya belum disebut" help "tulis misalnya: bina import staff pegawai.xlsx",
            en "no file is named" help "write for example: bina import staff pegawai.xlsx";
        SubjectNone { name: String }: id "tidak ada daftar tentang `{name}`" help "tulis staff, participation, complaint, evaluation, nama tabel lain, atau kode kuesioner; atau berkasnya saja",
            en "there are no lists about `{name}`" help "write staff, participation, complaint, evaluation, another table, or the code of a questionnaire; or the file only";
        FileUnreadable { name: String, reason: String }: id "berkas {name} tidak dapat dibaca: {reason}" help "periksa nama dan izinnya",
            en "the file {name} cannot be read: {reason}" help "check its name and permissions";
    }
}

words! {
    /// What is worth knowing after a change, said on standard error.
    pub enum Hint {
        SheetsUnseen { names: String }: id "Lembar tersembunyi dilewati: {names}. Bila perlu dibaca, tampilkan dulu.", en "Hidden sheets are left out: {names}. To have them read, show them first.";
        TakenBack { file: String }: id "Penulisan sebelumnya terputus, lalu {file} diubah dengan tangan. Perubahan dengan tangan itu dipakai; yang terputus dibatalkan seluruhnya: jalankan lagi perintahnya.", en "An earlier write was interrupted, and then {file} was changed by hand. That change stands; all of the interrupted one was taken back: run its command again.";
        WithoutJp { count: usize, training: String, staff: String }: id "Tercatat selesai tanpa JP: {count} orang; JP-nya tidak diketahui dan tidak terhitung. Tulis menurut sertifikatnya, misalnya: bina participation set {training} {staff} --jp N", en "Recorded as completed without JP: {count}; their JP are not known and do not count. Write them from the certificate, for example: bina participation set {training} {staff} --jp N";
        AlreadyEnrolled { person: String }: id "{person} sudah terdaftar; tidak ada yang diubah.", en "{person} is enrolled already; nothing is changed.";
        MonthAltered { day: String }: id "Dihitung sejak {day}: laporan tentang bulan yang sudah selesai ikut berubah.", en "Counts from {day}: reports about a month that is over change with it.";
        SeatsShort { seats: i64, count: usize }: id "Peserta kini {count} orang, kursinya {seats}.", en "There {are} {count} {participants} now for {seats} {places}.", are of count "is" / "are", participants of count "participant" / "participants", places of seats "seat" / "seats";
        StillOpen { training: String, count: usize, people: String }: id "{count} peserta masih terbuka ({people}); {training} belum ditutup. Bila mereka mengikutinya: bina training complete {training} --all; yang tidak hadir: tambahkan --except \"NAMA:ALASAN\".", en "{count} {participants} still open ({people}); {training} is not closed. If they took part: bina training complete {training} --all; who was absent: add --except \"NAME:REASON\".", participants of count "participant is" / "participants are";
        BelowMinimum { training: String, count: usize, people: String }: id "{count} peserta kehadirannya tidak cukup untuk ikut diselesaikan ({people}); {training} belum ditutup. Tutup tiap orang menurut namanya: bina training complete {training} PEGAWAI --jp N; yang tidak lulus: --failed PEGAWAI.", en "{count} {participants} not present enough to be completed with the others ({people}); {training} is not closed. Close each by name: bina training complete {training} STAFF --jp N; who failed: --failed STAFF.", participants of count "participant was" / "participants were";
        SameHash { place: String }: id "Berkas yang sama sudah tercatat di {place}.", en "The same file is recorded already in {place}.";
        SameNumber { number: String, place: String }: id "Nomor sertifikat {number} sudah tercatat di {place}.", en "The certificate number {number} is recorded already in {place}.";
        ReusedTraining { id: String }: id "Memakai pelatihan yang sudah ada: {id}", en "Using the training that exists: {id}";
        CreatedTraining { id: String }: id "Pelatihan baru: {id}", en "New training: {id}";
        ColumnsHidden { columns: String }: id "Kolom yang tidak muat: {columns} (pakai -O csv, --width, atau show).", en "Columns without room: {columns} (use -O csv, --width or show).";
        PairRunning { id: String }: id "Pendampingan {id} masih berjalan; akhiri dengan: bina mentoring close {id}", en "The pair {id} still runs; end it: bina mentoring close {id}";
        PersonalFile { file: String }: id "Ditulis: {file}. Memuat data pribadi: kirim lewat jalur yang aman, jangan disimpan di git.", en "Written: {file}. It holds personal data: send it by a safe way, and keep it out of git.";
        PersonRenamed { there: String, here: String }: id "Id {there} sudah dipakai orang lain di sini; id barunya {here}.", en "The id {there} belongs to somebody else here; the new one is {here}.";
        TrainingElsewhere { there: String, here: String, title: String }: id "{there} menjadi {here} ({title}).", en "{there} becomes {here} ({title}).";
        ReferenceEmptied { column: String, what: String, count: usize }: id "{column}: {what} tidak ada di sini; dikosongkan di {count} baris.", en "{column}: {what} is not here; emptied in {count} {rows}.", rows of count "row" / "rows";
        RowsLeft { table: String, what: String, count: usize }: id "{table}: {count} baris tidak dibawa karena {what} tidak ada di sini; tetap ada di berkas pindah.", en "{table}: {count} {rows} left out because {what} is not here; {they} stay in the transfer file.", rows of count "row is" / "rows are", they of count "it" / "they";
        CompetencyAdded { code: String, name: String }: id "Kompetensi baru di daftar: {code} ({name}).", en "A new competency in the catalogue: {code} ({name}).";
        CompetencyDiffers { code: String, name: String, here: String }: id "Kompetensi {code} di sini `{here}`, di kantor asal `{name}`; periksa artinya.", en "The competency {code} is `{here}` here and was `{name}` there; check what it means.";
        TransferKnown { person: String }: id "{person} sudah ada di sini beserta seluruh riwayatnya.", en "{person} is here already, with the whole history.";
        TransferDone { name: String, agency: String, rows: usize }: id "{name} dari {agency}: {rows} baris riwayat ditambahkan.", en "{name} from {agency}: {rows} {of_history} added.", of_history of rows "row of history was" / "rows of history were";
        Namesake { person: String }: id "Sudah ada yang bernama sama: {person}. Bila orangnya sama, hapus salah satunya.", en "Somebody bears that name already: {person}. If it is the same person, remove one of them.";
        NumberElsewhere { number: String, id: String, channel: String }: id "Nomor `{number}` juga tercatat pada kanal {channel}: pengaduan {id}. Bila sama, isi --duplicate-of.", en "The number `{number}` is also recorded on the channel {channel}: the complaint {id}. If it is the same, fill --duplicate-of.";
        DayAhead { day: String }: id "{day} belum tiba; periksa tahunnya.", en "{day} is still to come; check the year.";
        WouldMigrate { format: i64 }: id "Catatan ini akan berformat {format}; belum ada yang ditulis.", en "These records would be of format {format}; nothing is written yet.";
        Migrated { format: i64 }: id "Catatan ini sekarang berformat {format}.", en "These records are of format {format} now.";
        SaidSince { day: String, held: String }: id "Yang disampaikan ini berlaku dalam laporan tentang {day} dan sesudahnya. Bila disampaikan pada hari forumnya: --on {held}.", en "What was said holds in reports about {day} and later. If it was said at the forum: --on {held}.";
        KnownSince { day: String }: id "Yang ditambahkan berlaku dalam laporan tentang {day} dan sesudahnya. Bila sudah berlaku sebelumnya: --since HARI.", en "What is added holds in reports about {day} and later. If it held before: --since DAY.";
        FromReceipt { id: String }: id "Kelas atau penangan pengaduan {id} berubah sejak diterima, juga dalam laporan bulan yang lalu. Bila baru sejak suatu hari: bina complaint classify, bina complaint forward.", en "The class or handler of complaint {id} changes since receipt, in reports of past months too. If it holds from a day on: bina complaint classify, bina complaint forward.";
        EmploymentFromStart { person: String }: id "Status kepegawaian {person} berubah sejak masuk, juga dalam laporan bulan yang lalu. Bila ia diangkat pada suatu hari: bina staff appoint.", en "The employment of {person} changes since joining, in reports of past months too. For an appointment on a day: bina staff appoint.";
        NotResponded { id: String }: id "Tanggapan pertama belum tercatat; bila sudah diberikan: bina complaint respond {id} --on HARI", en "The first response is not recorded; if there was one: bina complaint respond {id} --on DAY";
        PlanProposed { year: i32, count: usize, day: String }: id "Rancangan {year}: {count} butir, dari catatan sampai {day}. Lengkapi tujuan, JP, biaya, dan penanggung jawab, lalu tulis keputusannya.", en "Draft of {year}: {count} {items}, from the records up to {day}. Add goals, JP, cost and owners, then the decree.", items of count "item" / "items";
        PlanEmpty { year: i32, day: String }: id "Rancangan {year} kosong dan tidak ditulis: menurut catatan sampai {day}, sebelum tahun itu mulai, tidak ada kesenjangan, kebutuhan, sertifikat yang berakhir, kekurangan JP, predikat rendah, atau pengaduan lewat tenggat.", en "The draft of {year} is empty and not written: by the records up to {day}, before that year begins, there are no gaps, needs, expiring certificates, missing JP, low predicates or complaints past their deadline.";
        PlanNextYear { next: i32 }: id "Untuk tahun berikutnya, dari catatan terbaru: bina plan propose {next}", en "For the next year, from the latest records: bina plan propose {next}";
        PlanRenewals { count: usize, month: String }: id "{count} sertifikasi dilanjutkan ke {month}: sertifikatnya tidak menunggu bulan yang sama.", en "{count} {go} on in {month}: a certificate does not wait for the same month.", go of count "certification goes" / "certifications go";
        PlanCarried { count: usize, next: i32 }: id "{count} butir dilanjutkan ke rencana {next}, pada bulan yang sama.", en "{count} {items} on in the plan of {next}, in the same month.", items of count "item goes" / "items go";
        RenamedClosed { months: String, first: String, old: String, new: String }: id "Bulan yang sudah ditutup tetap menyebut {old}: {months}. Angkanya kini dengan nama {new}, dan bina check menyebutnya lain; untuk mencatat bahwa hanya namanya yang berubah: bina close {first} --reason \"{old} menjadi {new}\"", en "Closed months keep saying {old}: {months}. Their figures now stand under {new}, and bina check tells them as others; to record that only the name has changed: bina close {first} --reason \"{old} becomes {new}\"";
        Renamed { old: String, new: String, count: usize }: id "{old} menjadi {new}; {count} rujukan ikut diganti.", en "{old} becomes {new}; {count} {references} with it.", references of count "reference was changed" / "references were changed";
        CellsEmptied { key: String, values: String }: id "{key}: ikut dikosongkan karena tidak lagi berlaku: {values}.", en "{key}: emptied with it, because it no longer holds: {values}.";
        PresenceTaken { key: String, sessions: String }: id "{key}: kehadirannya ikut dicatat tidak hadir pada sesi {sessions}.", en "{key}: recorded as not present with it, at {sessions}.";
        IsThere { key: String }: id "{key} sudah ada.", en "{key} is there already.";
        RowAdded { number: usize, key: String }: id "Baris {number}: {key} ditambahkan.", en "Row {number}: {key} added.";
        RowChanged { number: usize, key: String }: id "Baris {number}: {key} diubah.", en "Row {number}: {key} changed.";
        RowSame { number: usize, key: String }: id "Baris {number}: {key} sudah ada, tetap.", en "Row {number}: {key} is there already, and stays.";
        AnswersComeBack: id "Daftar asalnya masih memuat jawaban itu: hapus juga di sana, sebab impor berikutnya mencatatnya lagi.", en "The list that it came from still has it: delete it there too, as the next import records it again.";
        AnswersRemoved { batch: String, count: usize, left: usize }: id "{count} jawaban kiriman {batch} dihapus, tersisa {left}.", en "{count} {answers} of the batch {batch} removed, {left} left.", answers of count "answer" / "answers";
        AnswersKnown { batch: String, count: usize }: id "{count} jawaban ini sama persis dengan kiriman {batch} yang sudah tercatat, jadi tidak dicatat lagi. Bila ini formulir lain, ulangi dengan nama sendiri: --batch NAMA", en "These {count} {answers} quite like the batch {batch}, which is recorded already, so nothing is recorded again. If these are other forms, give them a name of their own: --batch NAME", answers of count "answer is" / "answers are";
        NothingOfRejected { count: usize }: id "Tidak ada yang dicatat: {count} baris ditolak.", en "Nothing is recorded: {count} {rows} rejected.", rows of count "row was" / "rows were";
        Compared { same: usize, differ: usize, there: usize, here: usize, unclear: usize }: id "{same} sama, {differ} berbeda, {there} hanya di daftar, {here} hanya di catatan, {unclear} tidak jelas. Tidak ada yang ditulis.", en "{same} the same, {differ} with differences, {there} only there, {here} only here, {unclear} unclear. Nothing is written.";
        Nothing: id "Tidak ada yang perlu diubah.", en "There is nothing to change.";
        MonthClosed { month: String, count: usize }: id "{month} ditutup dengan {count} angka; yang kemudian lain disebut bina check.", en "{month} is closed with {count} {figures}; bina check tells what is another later.", figures of count "figure" / "figures";
        MonthCorrected { month: String, count: usize }: id "{count} angka {month} dikoreksi; laporan bulanan berikutnya menyebutnya.", en "{count} {figures} of {month} corrected; the next monthly report tells it.", figures of count "figure" / "figures";
        MonthOpened { month: String }: id "{month} dibuka lagi. Untuk menutupnya: bina close {month}", en "{month} is open again. To close it: bina close {month}";
        IsClosed { month: String }: id "{month} sudah ditutup, dan angkanya tetap sama.", en "{month} is closed already, and its figures are the same.";
        OutcomeWrong { errors: usize }: id "Dengan perubahan ini catatan menjadi keliru ({errors}); tidak ada yang ditulis.", en "With this change the records would be wrong ({errors}); nothing was written.";
        InitDone { directory: String, typed: String, since: String }: id "Direktori catatan siap: {directory}. Catatannya dimulai {since}: tentang yang sebelumnya laporan berkata tidak diketahui, bukan tidak ada.\nBila catatannya lengkap sejak hari lain: bina -C {typed} settings set records_since TANGGAL\nBerikutnya:\n  bina init {typed} --git\n  bina -C {typed} unit add KODE --name … --parent kantor\n  bina -C {typed} import pegawai.xlsx\n  bina -C {typed} staff add --name … --employment pns   (bila belum ada daftarnya)", en "The record directory is ready: {directory}. Its records begin on {since}: of what was before, reports say that it is not known, and never that there was none.\nWhere they are complete since another day: bina -C {typed} settings set records_since DATE\nNext:\n  bina init {typed} --git\n  bina -C {typed} unit add CODE --name … --parent kantor\n  bina -C {typed} import staff.xlsx\n  bina -C {typed} staff add --name … --employment pns   (where there is no list)";
        ExampleDone { typed: String }: id "Kantor contoh siap; semua isinya rekaan. Berikutnya:\n  bina -C {typed} report brief --month 2026-10\n  bina -C {typed} status\n  bina -C {typed} training list --month 2026-10", en "The example office is ready; all of it is invented. Next:\n  bina -C {typed} report brief --month 2026-10\n  bina -C {typed} status\n  bina -C {typed} training list --month 2026-10";
        AllGood: id "Tidak ada kesalahan dan tidak ada peringatan.", en "No errors and no warnings.";
        FormatNeeded { count: usize }: id "{count} berkas belum dalam bentuk baku; ketik: bina format", en "{count} {files} not in canonical form; type: bina format", files of count "file is" / "files are";
    }
}

words! {
    /// What a new directory holds beside the records.
    pub enum Shipped {
        BasisToWrite: id "Usulan: bila kantor sudah memutuskan, tulis keputusannya di sini, dan verified = \"text\" di bawah.", en "A proposal: once the office has decided, write its decision here, and verified = \"text\" below.";
    }
}

words! {
    /// How a record directory stands.
    pub enum Status {
        Office { name: String, directory: String }: id "{name} ({directory})", en "{name} ({directory})";
        Since { day: String }: id "  catatan sejak {day}; yang sebelumnya tidak diketahui", en "  records since {day}; what lies before is not known";
        Rows { table: String, count: usize }: id "  {table:16} {count:>7}", en "  {table:16} {count:>7}";
        RowsUntil { table: String, count: usize, last: String }: id "  {table:16} {count:>7}  sampai {last}", en "  {table:16} {count:>7}  until {last}";
        LastReport { month: String }: id "Laporan terakhir: {month}", en "Last report: {month}";
        NoReport: id "Belum ada laporan; ketik: bina laporan bulanan --month bulan-lalu", en "No report yet; type: bina report monthly --month last-month";
        Good: id "Pemeriksaan: tidak ada kesalahan dan tidak ada peringatan.", en "Check: no errors and no warnings.";
        Wrong { errors: usize, warnings: usize }: id "Pemeriksaan: {errors} kesalahan, {warnings} peringatan; lihat: bina check", en "Check: {errors} {wrong}, {warnings} {doubtful}; see: bina check", wrong of errors "error" / "errors", doubtful of warnings "warning" / "warnings";
    }
}
