//! `bina training …`: programmes, one document each, and whole lists of those who take part.

use super::documents;
use super::verb::{Act, Argument, MONTH_OF_ID, NEW, OUTPUT, argument, verbs};
use crate::change::paper::{Paper, add, remove, set};
use crate::change::rename;
use crate::change::taking_part::{attend, cancel, complete, enroll, score};
use crate::records::code::{AbsenceReason, Initiative, ParticipationStatus};
use crate::records::training::Training;

const TRAINING: Argument = argument!(Place "training" "TRAINING", id "Id pelatihan, misalnya 2026-10/pelayanan-prima", en "Id of the training, for example 2026-10/pelayanan-prima");
const OF_DOCUMENT: Argument = argument!(Fields(&Training::FIELDS) "fields");

const PEOPLE: Argument = argument!(Lines "people" "PERSON", id "Orang: id, NIP, atau bagian nama", en "People: id, NIP or a part of the name");
const ALL: Argument =
    argument!(Flag "all", id "Semua peserta yang masih terbuka", en "Every participant who is still open");

verbs! {
    "training" "add" "tambah", id "Menambah pelatihan: menulis dokumennya.", en "Adds a training: writes its document." {
        [TRAINING]
        [OF_DOCUMENT]
    } Act::Add(add::<Training>), "bina training add 2026-11/pelayanan-prima --title \"Pelayanan Prima\" --method KL03 --mode classroom --start 2026-11-03 --end 2026-11-04 --jp 12 --session 2026-11-03:270 --session 2026-11-04:270";

    "training" "set" "ubah", id "Mengubah isian; komentar dan urutan tetap. Nilai kosong menghapus isian; sesi, modul, dan pengajar ditambahkan.", en "Changes fields; comments and order stay. An empty value removes a field; sessions, modules and instructors are added." {
        [TRAINING]
        [OF_DOCUMENT]
    } Act::Change(set::<Training>), "bina training set 2026-11/pelayanan-prima --status running --seats 25";

    "training" "remove" "hapus", id "Menghapus pelatihan yang belum punya peserta.", en "Removes a training in which nobody takes part." {
        [TRAINING]
    } Act::Change(remove::<Training>), "bina training remove 2026-11/pelayanan-prima";

    "training" "rename" "ganti-kunci", id "Mengganti id pelatihan beserta semua yang merujuknya: peserta, kehadiran, jawaban, sertifikat.", en "Gives a training another id, and everything that names it with it: participants, presence, answers, certificates." {
        [TRAINING]
        [NEW]
    } Act::Change(rename::document::<Training>), "bina training rename 2026-11/pelayanan-prma 2026-11/pelayanan-prima";

    "training" "list" "daftar", id "Mencetak daftar pelatihan.", en "Prints the list of trainings." {
        [MONTH_OF_ID]
        [OUTPUT]
    } Act::Run(documents::list::<Training>), "bina training list --month 2026-10";

    "training" "show" "lihat", id "Mencetak dokumen pelatihan.", en "Prints the document of a training." {
        [TRAINING]
    } Act::Run(documents::show::<Training>), "bina training show 2026-10/bimtek-kearsipan";

    "training" "enroll" "daftarkan", id "Mendaftarkan peserta, menurut id, NIP, atau nama; tanpa nama: satu per baris dari masukan baku, atau tabel berjudul NIP atau Nama.", en "Enrols people by id, NIP or name; without names one a line from standard input, or a table with the heading NIP or Nama." {
        [TRAINING]
        [PEOPLE]
        ["status" of ParticipationStatus, id "Keadaannya; bila tidak ditulis: diundang", en "The status; invited when absent"]
        ["initiative" of Initiative, id "Atas inisiatif siapa", en "Whose idea it was"]
        ["on" "YYYY-MM-DD", id "Hari didaftarkan; bila tidak ditulis: hari ini, atau hari terakhir pelatihan yang sudah berakhir", en "The day of enrolment; when absent today, or the last day of a programme that is over"]
    } Act::Record(enroll), r#"bina training enroll 2026-10/bimtek-kearsipan 198609262015051001 "Siti Aminah" --initiative assigned"#;

    "training" "attend" "hadir", id "Mencatat kehadiran di satu sesi: yang disebut, atau semua kecuali yang disebut.", en "Records presence at a session: those named, or everybody but those named." {
        [TRAINING]
        [Place "session" "SESSION", id "Kunci sesi di dokumen pelatihan", en "Key of the session in the training document"]
        [PEOPLE]
        [ALL]
        ["except" "NAMES", id "Kecuali mereka: \"Budi,Rina\"; alasannya dicatat saat menutup, bukan per sesi", en "But not these: \"Budi,Rina\"; their reasons are recorded when it is closed, not by session"]
        ["minutes" "N", id "Berapa menit; bila tidak ditulis: lamanya sesi", en "For how many minutes; the length of the session when absent"]
    } Act::Record(attend), r#"bina training attend 2026-10/bimtek-kearsipan s1 --all --except "Budi,Rina""#;

    "training" "score" "nilai", id "Mencatat nilai tes: ORANG=AWAL:AKHIR, atau baris ORANG,AWAL,AKHIR atau tabel lembar kerja dari masukan baku. Yang kosong tidak diubah.", en "Records test scores: PERSON=PRE:POST, or lines PERSON,PRE,POST or a spreadsheet from standard input. An empty one is not touched." {
        [TRAINING]
        [Lines "people" "PERSON=PRE:POST", id "Orang: id, NIP, atau bagian nama", en "People: id, NIP or a part of the name"]
    } Act::Record(score), r#"bina training score 2026-10/bimtek-kearsipan Budi=61:79 "Siti Aminah=:85""#;

    "training" "complete" "selesai", id "Menutup: yang disebut selesai, atau semua selesai kecuali yang disebut beserta alasannya.", en "Closes: those named completed, or everybody but those named with their reason." {
        [TRAINING]
        [PEOPLE]
        [ALL]
        [Code(AbsenceReason::CODES) "except" "NAMES", id "Kecuali mereka, dengan alasannya: \"Budi:sakit,Rina:dinas\"", en "But not these, with their reason: \"Budi:sick,Rina:duty\""]
        ["on" "YYYY-MM-DD", id "Hari selesai, juga hari sejak ketidakhadiran dan ketidaklulusan dihitung; bila tidak ditulis: hari terakhir pelatihan, atau hari ini selama belum berakhir", en "The day of completion, and from which who was absent or failed counts so; when absent the last day of the training, or today while it goes on"]
        ["jp" "JP", id "JP tiap orang; bila tidak ditulis: JP pelatihan", en "JP of each person; those of the training when absent"]
        ["failed" "NAMES", id "Yang mengikuti tetapi tidak lulus: \"Budi,Rina\"", en "Who took part and failed: \"Budi,Rina\""]
    } Act::Record(complete), r#"bina training complete 2026-10/bimtek-kearsipan --all --except "Budi:sick,Rina:duty""#;

    "training" "cancel" "batal", id "Membatalkan pelatihan yang belum diselesaikan siapa pun.", en "Cancels a training that nobody has completed." {
        [TRAINING]
        [must "reason" "TEXT", id "Alasannya; ditulis di dokumen sebagai x_cancelled", en "Why; written into the document as x_cancelled"]
    } Act::Record(cancel), r#"bina training cancel 2026-11/pelayanan-prima --reason "Narasumber berhalangan""#;
}
