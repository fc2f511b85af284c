//! `bina training …`: programmes, one document each, and whole lists of those who take part.

mod list;
pub mod people;

use super::verb::{Act, Argument, MONTH_OF_ID, OUTPUT, argument, verbs};
use crate::change::programme::{FIELDS, add_typed, remove, set_typed};

const TRAINING: Argument = argument!(Place "training" "TRAINING", id "Id pelatihan, misalnya 2026-10/pelayanan-prima", en "Id of the training, for example 2026-10/pelayanan-prima");
const OF_DOCUMENT: Argument = argument!(Fields(&FIELDS) "", id "", en "");

verbs! {
    "training" "add" "tambah", id "Menambah pelatihan: menulis dokumennya.", en "Adds a training: writes its document." {
        [TRAINING]
        [OF_DOCUMENT]
    } Act::Change(add_typed), "bina training add 2026-11/pelayanan-prima --title \"Pelayanan Prima\" --method KL03 --mode classroom --start 2026-11-03 --end 2026-11-04 --jp 12 --session 2026-11-03:270 --session 2026-11-04:270";

    "training" "set" "ubah", id "Mengubah isian; komentar dan urutan tetap. Nilai kosong menghapus isian; sesi, modul, dan pengajar ditambahkan.", en "Changes fields; comments and order stay. An empty value removes a field; sessions, modules and instructors are added." {
        [TRAINING]
        [OF_DOCUMENT]
    } Act::Change(set_typed), "bina training set 2026-11/pelayanan-prima --status running --seats 25";

    "training" "remove" "hapus", id "Menghapus pelatihan yang belum punya peserta.", en "Removes a training in which nobody takes part." {
        [TRAINING]
    } Act::Change(remove), "bina training remove 2026-11/pelayanan-prima";

    "training" "list" "daftar", id "Mencetak daftar pelatihan.", en "Prints the list of trainings." {
        [MONTH_OF_ID]
        [OUTPUT]
    } Act::Run(list::list), "bina training list --month 2026-10";

    "training" "show" "lihat", id "Mencetak dokumen pelatihan.", en "Prints the document of a training." {
        [TRAINING]
    } Act::Run(list::show), "bina training show 2026-10/bimtek-kearsipan";
}
