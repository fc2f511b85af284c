//! `bina guidance follow-up` and `bina action done`: loops that are closed.

use super::verb::{Act, Argument, ON, argument, verbs};
use crate::change::follow_up::{DONE, GUIDED};

const ID: Argument =
    argument!(Place "id" "ID", id "Idnya; lihat perintah list", en "Its id; see the verb list");
const RESULT: Argument = argument!(must "result" "TEXT", id "Hasilnya", en "What came of it");

verbs! {
    "guidance" "follow-up" "tindak-lanjut", id "Mencatat tindak lanjut bimbingan dan hasilnya.", en "Records the follow-up of a guidance and its result." {
        [ID]
        [RESULT]
        [ON]
    } Act::Event(&GUIDED), r#"bina guidance follow-up 2026-09-k7f3q --result "Berkas kini lengkap tiap Jumat""#;

    "action" "done" "selesai", id "Mencatat bahwa rencana aksi selesai, dan hasilnya.", en "Records that an action is done, and its result." {
        [ID]
        [RESULT]
        [ON]
    } Act::Event(&DONE), r#"bina action done 2026-09-k7f3q --on 2026-10-05 --result "Loket kedua dibuka""#;
}
