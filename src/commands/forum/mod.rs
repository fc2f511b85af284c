//! `bina forum list|show|add|suggest|answer|adopt|done`: a forum, what was said there, and what becomes of it.

mod list;

use super::verb::{Act, Argument, MONTH_OF_ID, ON, OUTPUT, argument, verbs};
use crate::change::forum::{add, adopt, answer, done, suggest};
use crate::records::code::{Disposition, ForumKind, SuggestionKind};

const FORUM: Argument =
    argument!(Place "forum" "FORUM", id "Id forum: 2026-11/slug", en "The id of the forum: 2026-11/slug");
const SAID: Argument = argument!(Place "forum" "SUGGESTION", id "Id usul, 2026-11/slug/kunci, seperti dicetak forum suggest dan forum list --suggestions; atau id forumnya", en "The id of the suggestion, 2026-11/slug/key, as forum suggest and forum list --suggestions print it; or of the forum");
const KEY: Argument = argument!(MayPlace "key" "KEY", id "Kunci usul, bila yang ditulis id forumnya", en "The key of the suggestion, behind the id of a forum");

verbs! {
    "forum" "list" "daftar", id "Mencetak daftar forum, atau yang disampaikan di sana dengan kuncinya.", en "Prints the list of forums, or what was said there with its keys." {
        [Flag "suggestions", id "Satu baris tiap hal yang disampaikan", en "A row for each thing that was said"]
        [MONTH_OF_ID]
        [OUTPUT]
    } Act::Run(list::list), "bina forum list --suggestions --month 2026-11";

    "forum" "show" "lihat", id "Mencetak dokumen forum.", en "Prints the document of a forum." {
        [FORUM]
    } Act::Run(list::show), "bina forum show 2026-11/forum-warga";

    "forum" "add" "tambah", id "Mencatat forum atau konsultasi: menulis dokumennya.", en "Records a forum or consultation: writes its document." {
        [FORUM]
        [must "title" "TEXT", id "Judulnya", en "Its title"]
        [must "kind" of ForumKind, id "Jenisnya", en "Its kind"]
        [must "date" "YYYY-MM-DD", id "Hari pelaksanaan", en "The day"]
        ["place" "TEXT", id "Tempatnya", en "Where"]
        ["topic" "TEXT", id "Topiknya", en "What it was about"]
        ["regulation" "ID", id "Peraturan yang dibahas", en "The regulation that it is about"]
        ["staff" "PEOPLE", id "ASN yang ikut konsultasi (a,b,…)", en "Civil servants who took part (a,b,…)"]
        [Repeated "attendance" "GROUP:COUNT[:FROM]", id "Berapa orang dari kelompok mana, dari unit atau tempat mana; boleh diulang", en "How many of which group, from which unit or place; may be repeated"]
    } Act::Change(add), r#"bina forum add 2026-11/forum-warga --title "Forum warga" --kind forum --date 2026-11-12 --attendance warga:14:kel-terjun --attendance "tokoh masyarakat:5""#;

    "forum" "suggest" "usul", id "Mencatat yang disampaikan di forum; idnya dicetak.", en "Records what was said at a forum; its id is printed." {
        [FORUM]
        [must "text" "TEXT", id "Yang disampaikan, tanpa nama", en "What was said, without names"]
        ["kind" of SuggestionKind, id "Jenisnya; bila tidak ditulis: suggestion", en "Its kind; suggestion when absent"]
        ["unit" "CODE", id "Unit yang dituju", en "The unit that it concerns"]
        ["service" "CODE", id "Layanan yang dituju", en "The service that it concerns"]
        ["key" "KEY", id "Kuncinya; bila tidak ditulis: dibuatkan", en "Its key; made when absent"]
    } Act::Change(suggest), r#"bina forum suggest 2026-11/forum-warga --text "Loket dibuka Sabtu pagi" --unit sie-yan"#;

    "forum" "answer" "jawab", id "Mencatat keputusan dan jawaban atas yang disampaikan.", en "Records the decision and the answer to what was said." {
        [SAID]
        [KEY]
        [must "disposition" of Disposition, id "Keputusannya", en "What was decided"]
        [must "answer" "TEXT", id "Jawaban yang diberikan", en "The answer given"]
        [ON]
    } Act::Change(answer), r#"bina forum answer 2026-11/forum-warga/s2 --disposition rejected --answer "Petugas belum mencukupi" --on 2026-11-20"#;

    "forum" "adopt" "terima", id "Menerima usul, seluruhnya atau sebagian, dengan penanggung jawab dan tenggatnya.", en "Adopts a suggestion, wholly or in part, with its owner and due date." {
        [SAID]
        [KEY]
        [Flag "partly", id "Hanya sebagian", en "In part only"]
        ["answer" "TEXT", id "Jawaban yang diberikan", en "The answer given"]
        [must "owner" "PERSON", id "Penanggung jawab: orang atau kode unit", en "Who carries it out: a person or a unit's code"]
        [must "due" "YYYY-MM-DD", id "Tenggat", en "By when"]
        [ON]
    } Act::Change(adopt), r#"bina forum adopt 2026-11/forum-warga/s1 --owner "Siti Aminah" --due 2027-01-29 --answer "Dicoba sebulan sekali""#;

    "forum" "done" "selesai", id "Mencatat bahwa tindak lanjut usul selesai, dan hasilnya.", en "Records that the follow-up of a suggestion is done, and its result." {
        [SAID]
        [KEY]
        [must "result" "TEXT", id "Hasilnya", en "What came of it"]
        [ON]
    } Act::Change(done), r#"bina forum done 2026-11/forum-warga/s1 --result "Dua kali dibuka, 61 warga dilayani""#;
}
