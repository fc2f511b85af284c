//! `bina forum list|show|add|suggest|answer|adopt|done`: a forum, what was said there, and what becomes of it.

use super::arguments::{listing_form, month};
use super::documents;
use super::verb::{Act, Argument, MONTH_OF_ID, NEW, ON, OUTPUT, argument, verbs};
use crate::change::forum::{adopt, answer, done, suggest};
use crate::change::paper::{Opened, Paper};
use crate::change::{Draft, paper, rename};
use crate::records::code::{Disposition, SuggestionKind};
use crate::records::forum::{Forum, Suggestion};
use crate::records::time::Day;
use crate::session::{Exit, Session};
use clap::ArgMatches;

const FORUM: Argument =
    argument!(Place "forum" "FORUM", id "Id forum: 2026-11/slug", en "The id of the forum: 2026-11/slug");
const SAID: Argument = argument!(Place "forum" "SUGGESTION", id "Id usul, 2026-11/slug/kunci, seperti dicetak forum suggest dan forum list --suggestions; atau id forumnya", en "The id of the suggestion, 2026-11/slug/key, as forum suggest and forum list --suggestions print it; or of the forum");
const KEY: Argument = argument!(MayPlace "key" "KEY", id "Kunci usul, bila yang ditulis id forumnya", en "The key of the suggestion, behind the id of a forum");

verbs! {
    "forum" "list" "daftar", id "Mencetak daftar forum, atau yang disampaikan di sana dengan kuncinya.", en "Prints the list of forums, or what was said there with its keys." {
        [Flag "suggestions", id "Satu baris tiap hal yang disampaikan", en "A row for each thing that was said"]
        [MONTH_OF_ID]
        [OUTPUT]
    } Act::Run(list), "bina forum list --suggestions --month 2026-11";

    "forum" "show" "lihat", id "Mencetak dokumen forum.", en "Prints the document of a forum." {
        [FORUM]
    } Act::Run(documents::show::<Forum>), "bina forum show 2026-11/forum-warga";

    "forum" "add" "tambah", id "Mencatat forum atau konsultasi: menulis dokumennya.", en "Records a forum or consultation: writes its document." {
        [FORUM]
        [Fields(&Forum::FIELDS) "fields"]
    } Act::Add(paper::add::<Forum>), r#"bina forum add 2026-11/forum-warga --title "Forum warga" --kind forum --date 2026-11-12 --attendance warga:14:kel-terjun --attendance "tokoh masyarakat:5""#;

    "forum" "rename" "ganti-kunci", id "Mengganti id forum beserta semua yang merujuknya.", en "Gives a forum another id, and everything that names it with it." {
        [FORUM]
        [NEW]
    } Act::Change(rename::document::<Forum>), "bina forum rename 2026-11/forum-wrga 2026-11/forum-warga";

    "forum" "suggest" "usul", id "Mencatat yang disampaikan di forum; idnya dicetak.", en "Records what was said at a forum; its id is printed." {
        [FORUM]
        [must "text" "TEXT", id "Yang disampaikan, tanpa nama", en "What was said, without names"]
        ["kind" of SuggestionKind, id "Jenisnya; bila tidak ditulis: usul", en "Its kind; suggestion when absent"]
        ["unit" "CODE", id "Unit yang dituju", en "The unit that it concerns"]
        ["service" "CODE", id "Layanan yang dituju", en "The service that it concerns"]
        ["key" "KEY", id "Kuncinya; bila tidak ditulis: dibuatkan", en "Its key; made when absent"]
        [ON]
    } Act::Change(suggest), r#"bina forum suggest 2026-11/forum-warga --text "Loket dibuka Sabtu pagi" --unit sie-yan"#;

    "forum" "answer" "jawab", id "Mencatat keputusan dan jawaban atas yang disampaikan.", en "Records the decision and the answer to what was said." {
        [SAID]
        [KEY]
        [must "disposition" of Disposition, id "Keputusannya", en "What was decided"]
        [must "answer" "TEXT", id "Jawaban yang diberikan", en "The answer given"]
        [ON]
    } Act::Record(answer), r#"bina forum answer 2026-11/forum-warga/s2 --disposition rejected --answer "Petugas belum mencukupi" --on 2026-11-20"#;

    "forum" "adopt" "terima", id "Menerima usul, seluruhnya atau sebagian, dengan penanggung jawab dan tenggatnya.", en "Adopts a suggestion, wholly or in part, with its owner and due date." {
        [SAID]
        [KEY]
        [Flag "partly", id "Hanya sebagian", en "In part only"]
        ["answer" "TEXT", id "Jawaban yang diberikan", en "The answer given"]
        [must "owner" "PERSON", id "Penanggung jawab: orang atau kode unit", en "Who carries it out: a person or a unit's code"]
        [must "due" "YYYY-MM-DD", id "Tenggat", en "By when"]
        [ON]
    } Act::Record(adopt), r#"bina forum adopt 2026-11/forum-warga/s1 --owner "Siti Aminah" --due 2027-01-29 --answer "Dicoba sebulan sekali""#;

    "forum" "done" "selesai", id "Mencatat bahwa tindak lanjut usul selesai, dan hasilnya.", en "Records that the follow-up of a suggestion is done, and its result." {
        [SAID]
        [KEY]
        [must "result" "TEXT", id "Hasilnya", en "What came of it"]
        [ON]
    } Act::Record(done), r#"bina forum done 2026-11/forum-warga/s1 --result "Dua kali dibuka, 61 warga dilayani""#;
}

/// Prints the forums of a month, or of all, or what was said there.
fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    if !matches.get_flag("suggestions") {
        return documents::list::<Forum>(matches, session);
    }
    let directory = session.directory()?;
    let month = month(matches, session)?;
    let (mut draft, mut rows) = (Draft::new(&directory), Vec::new());
    let (people, is_data) = (draft.people(), listing_form(matches).is_data);
    for id in paper::ids::<Forum>(&mut draft, month) {
        let opened: Option<Opened<Forum>> = paper::found(&mut draft, &id);
        for said in opened.iter().flat_map(|opened| &opened.content.suggestion) {
            let owner = said.owner.as_ref().map(|owner| &*owner.value);
            let owner = match (owner, is_data) {
                (Some(owner), false) => people.named(owner),
                (owner, _) => owner.unwrap_or_default().to_owned(),
            };
            rows.push(said_row(&id, said, owner));
        }
    }
    let names = [
        "id",
        "kind",
        "disposition",
        "due",
        "done",
        "text",
        "owner",
        "answered",
    ];
    documents::print(&draft, &names, rows, (matches, session))
}

fn said_row(id: &str, said: &Suggestion, owner: String) -> Vec<String> {
    let day = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
    vec![
        format!("{id}/{}", said.key.value.0),
        said.kind.code().to_owned(),
        said.disposition.map_or("", |code| code.code()).to_owned(),
        day(said.due),
        day(said.done),
        said.text.clone(),
        owner,
        day(said.answered),
    ]
}
