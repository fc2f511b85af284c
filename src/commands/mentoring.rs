//! `bina mentoring pair|log|close`: pairs of mentor and mentee.

use super::verb::{Act, Argument, ON, argument, verbs};
use crate::change::mentoring::{CLOSED, log, pair};
use crate::records::code::{MentoringKind, Mode};

const PAIR: Argument = argument!(Place "pair" "ID|MENTEE", id "Id pasangan, atau mentee-nya bila hanya satu pendampingannya berjalan", en "Id of the pair, or its mentee who has only one pair running");

verbs! {
    "mentoring" "pair" "pasangkan", id "Memulai pendampingan: mentor, mentee, dan tujuan yang disepakati. Idnya dicetak.", en "Begins a pair: mentor, mentee and the goal agreed upon. Its id is printed." {
        [Place "mentor" "MENTOR", id "Mentor atau coach: id, NIP, atau bagian nama", en "The mentor or coach: id, NIP or a part of the name"]
        [Place "mentee" "MENTEE", id "Mentee: id, NIP, atau bagian nama", en "The mentee: id, NIP or a part of the name"]
        [must "goal" "TEXT", id "Tujuan yang disepakati", en "The goal agreed upon"]
        ["kind" of MentoringKind, id "Bentuknya", en "Of what kind"]
        ["competency" "CODE", id "Kompetensi yang dituju", en "The competency that it is about"]
        ["start" "YYYY-MM-DD", id "Hari pertama; bila tidak ditulis: hari ini", en "The first day; today when absent"]
    } Act::Record(pair), r#"bina mentoring pair "Rina Marpaung" Joko --goal "Menyusun laporan bulanan sendiri""#;

    "mentoring" "log" "catat", id "Mencatat satu sesi pendampingan.", en "Records a session of a pair." {
        [PAIR]
        [must "minutes" "N", id "Berapa menit", en "For how many minutes"]
        [ON]
        ["mode" of Mode, id "Modanya", en "How it was held"]
        ["topic" "TEXT", id "Topiknya", en "What it was about"]
        ["next" "TEXT", id "Langkah berikutnya", en "The next step agreed upon"]
    } Act::Record(log), r#"bina mentoring log Joko --minutes 60 --topic "Laporan September" --next "Draf Oktober""#;

    "mentoring" "close" "tutup", id "Mengakhiri pendampingan dengan hasilnya.", en "Ends a pair with what came of it." {
        [PAIR]
        [ON]
        ["product" "TEXT", id "Produk yang dihasilkan", en "The product made"]
        ["alone" "TEXT", id "Yang kini dapat dikerjakan sendiri oleh mentee", en "What the mentee can now do alone"]
        ["outcome" "TEXT", id "Hasilnya", en "What came of it"]
        [Flag "stopped", id "Dihentikan sebelum tujuannya tercapai", en "Broken off before its goal was reached"]
    } Act::Event(&CLOSED), r#"bina mentoring close Joko --product "Laporan Oktober" --alone "Menyusun laporan bulanan""#;
}
