//! What a report is told when something that it asked for is not there: each boundary of it, in a small office in which
//! one file after the other is another one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use bina::check;
use bina::diagnostic::{Findings, Origin};
use bina::files::Directory;
use bina::records::time::Day;
use bina::words::Lang;
use bina::words::problem::Problem;
use office::Office;
use std::fs;
use std::path::Path;

/// What is put in place of files: the name, and the text; `None` where it is gone.
type Changes<'c> = &'c [(&'c str, Option<&'c str>)];

/// The office of the gallery with the rules of `data/`, and those changes.
#[allow(clippy::disallowed_methods, reason = "a test lays its own files")]
fn changed(changes: Changes<'_>) -> Office {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let office = Office::of(&root.join("tests/gallery/base"));
    let rules = fs::read_dir(root.join("data/rules")).unwrap().map(Result::unwrap);
    fs::create_dir_all(office.root().join("rules")).unwrap();
    for rule in rules {
        fs::copy(rule.path(), office.root().join("rules").join(rule.file_name())).unwrap();
    }
    for (name, text) in changes {
        let path = office.root().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match text {
            Some(text) => fs::write(path, text).unwrap(),
            None => fs::remove_file(path).unwrap(),
        }
    }
    office
}

/// What a report that asked for some files is told, beside what it found itself.
fn told_beside(changes: Changes<'_>, asked: &[&str], own: impl Fn(&Directory, &mut Findings)) -> Vec<String> {
    let office = changed(changes);
    let directory = Directory::open(&office.root()).unwrap();
    for name in asked {
        directory.number(name);
    }
    let mut findings = Findings::new();
    own(&directory, &mut findings);
    check::read(&directory, Day::parse("2026-11-05").unwrap(), &mut findings);
    let told = directory.locate(&findings);
    let told = told.iter().map(|one| {
        let mut text = String::new();
        one.write(Lang::En, &mut text).unwrap();
        let (head, _) = text.split_once("]: ").unwrap();
        head.replace(": error[", " ").replace(": warning[", " warned ")
    });
    told.collect()
}

/// What a report is told that doubts nothing itself.
fn told(changes: Changes<'_>, asked: &[&str]) -> Vec<String> {
    told_beside(changes, asked, |_, _| {})
}

/// What a report is told that doubts what it read.
fn doubted(changes: Changes<'_>, asked: &[&str]) -> Vec<String> {
    told_beside(changes, asked, |_, findings| findings.doubt())
}

const NONE: [&str; 0] = [];

const HANDLING: &str = "complaint,date,step,class,handler,outcome,complainant_view\n";
const COMPLAINTS: &str =
    "id,received,channel,reference,kind,unit,service,category,class,handler,duplicate_of,summary\n";
const ACTIONS: &str = "id,opened,source,what,owner,due,done,result\n";

/// An action that answers something.
fn action(number: u32, source: &str) -> String {
    format!("2026-10-act{number:02},2026-10-20,{source},Menata loket,p0000001,,,\n")
}

/// The list of actions with these sources.
fn answering(sources: &[&str]) -> String {
    let each = (1..).zip(sources).map(|(number, source)| action(number, source));
    format!("{ACTIONS}{}", each.collect::<String>())
}

#[test]
fn nothing_is_told_where_nothing_is_doubted_and_nothing_lacks() {
    let unknown = answering(&["complaint:2026-10-zzzzz"]);
    let changes = [("actions.csv", Some(&*unknown))];
    assert_eq!(told(&changes, &["actions.csv"]), NONE);
    // Nor because a list has no row yet, or a month no steps.
    let idle = ["actions.csv", "needs.csv", "awards.csv", "handling/2026-09.csv"];
    assert_eq!(told(&changes, &idle), NONE);
    assert_eq!(
        doubted(&changes, &["actions.csv"]),
        ["actions.csv:2:26 reference-unknown"]
    );
    assert_eq!(doubted(&[], &["actions.csv", "complaints/", "staff.csv"]), NONE);
    // What only warns is beside the figures of the report.
    let warned = [(
        "staff.csv",
        Some(
            "id,nip,title_before,name,title_after,employment,joined,born,sex,email\np0000001,,,Siti Aminah,,pns,2015-05-01,,,\np0000002,198001012008011002,,Budi Hartono,S.E.,pns,2008-01-01,1980-01-01,m,\np0000003,199001012023212003,,Rina Wati,A.Md.,pppk,2023-07-01,,,\np0000004,,,Hadi Susanto,,external,,,,\n",
        ),
    )];
    assert_eq!(doubted(&warned, &["staff.csv"]), NONE);
    let both = [warned[0], changes[0]];
    assert_eq!(
        doubted(&both, &["staff.csv", "actions.csv"]),
        ["actions.csv:2:26 reference-unknown"]
    );
    // Nor because somebody else's file is gone.
    let gone = [("participation/2026-10.csv", None), changes[0]];
    assert_eq!(told(&gone, &["actions.csv"]), NONE);
}

/// A finding of the report itself.
fn own(directory: &Directory, findings: &mut Findings, file: Option<&str>) {
    let origin = file.map_or(Origin::NOWHERE, |file| Origin::whole(directory.number(file)));
    findings.error(origin, Problem::EditionEmpty);
}

#[test]
fn what_check_tells_stands_in_place_of_what_the_report_found() {
    let unknown = answering(&["complaint:2026-10-zzzzz"]);
    let changes = [("actions.csv", Some(&*unknown))];
    let told = |file: Option<&'static str>, changes: Changes<'_>| {
        told_beside(changes, &["actions.csv"], |directory, findings| {
            own(directory, findings, file)
        })
    };
    assert_eq!(
        told(Some("actions.csv"), &changes),
        ["actions.csv:2:26 reference-unknown"]
    );
    // What stands in no file is known to the report alone; and where check has nothing to tell, all stays.
    assert_eq!(
        told(None, &changes),
        ["error[edition-empty", "actions.csv:2:26 reference-unknown"]
    );
    assert_eq!(told(Some("actions.csv"), &[]), ["actions.csv edition-empty"]);
    // What the report lacks is told where it is broken, though nobody asked for its file, and once; nothing else is.
    let broken = [
        ("rules/gap.toml", Some("")),
        ("rules/gain.toml", Some("[[edition]")),
    ];
    let lacking = told_beside(&broken, &["needs.csv"], |_, findings| {
        findings.error(Origin::NOWHERE, Problem::DocumentEmpty);
    });
    assert_eq!(lacking, ["rules/gap.toml:1:1 document-empty"]);
}

#[test]
fn one_row_that_names_what_is_gone_may_itself_be_wrong() {
    let one = answering(&["complaint:2026-09-zzzzz"]);
    let two = answering(&["complaint:2026-09-zzzzz", "complaint:2026-09-yyyyy"]);
    let (row, file) = (
        "actions.csv:2:26 reference-unknown",
        "complaints/2026-09.csv file-missing",
    );
    for asked in ["actions.csv", "complaints/2026-09.csv", "complaints/"] {
        assert_eq!(told(&[("actions.csv", Some(&one))], &[asked]), [row], "{asked}");
        assert_eq!(told(&[("actions.csv", Some(&two))], &[asked]), [file], "{asked}");
    }
    for text in [&one, &two] {
        assert_eq!(doubted(&[("actions.csv", Some(text))], &["needs.csv"]), NONE);
    }
    // What lies beside it says that there was such a file.
    let step = format!("{HANDLING}2026-09-zzzzz,2026-09-10,responded,,,,\n");
    let beside = [("handling/2026-09.csv", Some(&*step))];
    assert_eq!(doubted(&beside, &["handling/2026-09.csv"]), [file]);
    assert_eq!(doubted(&beside, &["complaints/2026-09.csv"]), [file]);
    assert_eq!(doubted(&beside, &["needs.csv"]), NONE);
    // A programme says itself how it is made, of however many rows.
    let training = answering(&["training:2026-10/tidak-ada"]);
    assert_eq!(told(&[("actions.csv", Some(&training))], &["actions.csv"]), [row]);
}

#[test]
fn what_is_not_in_a_whole_file_is_told_to_who_asks_for_it_or_for_what_names_it() {
    let unknown = answering(&["complaint:2026-10-zzzzz"]);
    let changes = [("actions.csv", Some(&*unknown))];
    let row = ["actions.csv:2:26 reference-unknown"];
    assert_eq!(doubted(&changes, &["actions.csv"]), row);
    assert_eq!(doubted(&changes, &["needs.csv"]), NONE);
    // A list of everybody is asked for by every report, also by those that read nothing of what names it.
    let posting = "staff,since,unit,position,position_kind,grade,status,supervisor,decree\np0000009,2020-01-02,yan,,,,,,\n";
    let changes = [("postings.csv", Some(posting))];
    assert_eq!(doubted(&changes, &["staff.csv", "units.csv"]), NONE);
    assert_eq!(
        doubted(&changes, &["postings.csv"]),
        ["postings.csv:2:1 reference-unknown"]
    );
}

#[test]
fn a_list_must_be_there_and_hold_what_is_named() {
    assert_eq!(
        told(&[("needs.csv", None)], &["needs.csv"]),
        ["needs.csv file-missing"]
    );
    assert_eq!(told(&[("needs.csv", None)], &["actions.csv"]), NONE);
    let heading = |columns: &'static str| [("postings.csv", Some(columns))];
    let bare = heading("staff,since,unit,position,position_kind,grade,status,supervisor,decree\n");
    assert_eq!(told(&bare, &["postings.csv"]), ["postings.csv table-emptied"]);
    assert_eq!(told(&bare, &["needs.csv"]), NONE);
    // A list that nobody names may have no row yet.
    assert_eq!(told(&[], &["needs.csv", "actions.csv", "holidays.csv"]), NONE);
    let people = "id,nip,title_before,name,title_after,employment,joined,born,sex,email\n";
    assert_eq!(
        told(&[("staff.csv", Some(people))], &["staff.csv"]),
        ["staff.csv table-emptied"]
    );
}

#[test]
fn what_lies_beside_a_month_is_missed_with_it() {
    let (steps, gone) = ("handling/2026-10.csv", [("handling/2026-10.csv", None)]);
    assert_eq!(told(&gone, &[steps]), ["handling/2026-10.csv file-missing"]);
    assert_eq!(told(&gone, &["complaints/2026-10.csv"]), NONE);
    // Without complaints of that month there are no steps to miss.
    assert_eq!(told(&[], &["handling/2026-09.csv"]), NONE);
    let both = [("handling/2026-10.csv", None), ("complaints/2026-10.csv", None)];
    assert_eq!(told(&both, &[steps]), NONE);
}

#[test]
fn who_took_part_is_missed_where_a_programme_is_done_or_was_answered() {
    let (roll, missing) = (
        "participation/2026-10.csv",
        ["participation/2026-10.csv file-missing"],
    );
    for asked in [roll, "participation/"] {
        assert_eq!(told(&[(roll, None)], &[asked]), missing, "{asked}");
    }
    assert_eq!(told(&[(roll, None)], &["needs.csv"]), NONE);
    // Also where one row alone names somebody of it.
    let once = "training,session,staff,present,minutes\n2026-10/pelayanan-prima,s1,p0000001,yes,180\n";
    let changes = [(roll, None), ("attendance/2026-10.csv", Some(once))];
    assert_eq!(told(&changes, &[roll]), missing);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery/base");
    let programme = fs::read_to_string(root.join("trainings/2026-10/pelayanan-prima.toml")).unwrap();
    let running = programme.replace("\"done\"", "\"running\"");
    let open = ("trainings/2026-10/pelayanan-prima.toml", Some(&*running));
    let presence = ("attendance/2026-10.csv", None);
    // Of one that runs on nobody may have come yet, unless somebody answered.
    let answers = ("responses/umpan-balik/2026-10.csv", None);
    assert_eq!(doubted(&[(roll, None), open, presence, answers], &[roll]), NONE);
    assert_eq!(doubted(&[(roll, None), open, presence], &[roll]), missing);
}

#[test]
fn a_document_that_nobody_asked_for_is_no_matter_of_who_reads_what_names_it_twice() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery/base");
    let programme = fs::read_to_string(root.join("trainings/2026-10/pelayanan-prima.toml")).unwrap();
    let document = "trainings/2026-10/pelayanan-prima.toml";
    let of = |codes: &str| format!("{programme}\n{codes}");
    let one = "[[competency]]\ncode = \"layanan\"\nlevel = 2\n";
    let two = format!("{one}[[competency]]\ncode = \"arsip\"\nlevel = 2\n");
    let gone = ("competencies.csv", None);
    let told = |codes: &str| doubted(&[(document, Some(&of(codes))), gone], &[document]);
    assert_eq!(told(one), ["competencies.csv file-missing"]);
    assert_eq!(told(&two), NONE);
}

#[test]
fn the_files_that_name_it_are_listed_up_to_four() {
    let lost = |more: usize| {
        let steps = format!("{HANDLING}2026-09-zzzzz,2026-09-10,responded,,,,\n");
        let guidance = "id,staff,date,cause,kind,guidance,due,followed_up,result\n2026-10-g0001,p0000001,2026-10-20,complaint:2026-09-zzzzz,talk,Berlatih,,,\n";
        let complaint = |id: &str| {
            format!(
                "{COMPLAINTS}2026-10-{id},2026-10-05,loket,,complaint,yan,ktp-el,antrean,normative,p0000001,2026-09-zzzzz,Antrean\n"
            )
        };
        let (first, action) = (complaint("aaaaa"), answering(&["complaint:2026-09-zzzzz"]));
        let later = first.replace("2026-10", "2026-11");
        let all = [
            ("actions.csv", Some(&*action)),
            ("handling/2026-09.csv", Some(&*steps)),
            ("guidance.csv", Some(guidance)),
            ("complaints/2026-10.csv", Some(&*first)),
            ("complaints/2026-11.csv", Some(&*later)),
            ("handling/2026-11.csv", Some(HANDLING)),
        ];
        let mut office = changed(&all[..more]);
        office.run(&["--lang", "en", "check"], "").stdout
    };
    let (four, five) = (lost(4), lost(6));
    let named = |text: &str| {
        text.split_once("name what it holds: ")
            .unwrap()
            .1
            .lines()
            .next()
            .unwrap()
            .to_owned()
    };
    let all = "actions.csv (1), complaints/2026-10.csv (1), guidance.csv (1), handling/2026-09.csv (1)";
    assert_eq!(named(&four), all);
    let most =
        "actions.csv (1), complaints/2026-10.csv (1), complaints/2026-11.csv (1), guidance.csv (1), … (+1)";
    assert_eq!(named(&five), most);
}

#[test]
fn a_list_of_steps_that_may_have_been_cut_is_told_as_that() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery/base");
    let whole = fs::read_to_string(root.join("complaints/2026-10.csv")).unwrap();
    let lines = whole.split_inclusive('\n').take(2).collect::<String>();
    let told = |text: &str| {
        doubted(
            &[("complaints/2026-10.csv", Some(text))],
            &["handling/2026-10.csv"],
        )
    };
    // Its last line has its end: the row that names another is wrong; else the end of the file is gone.
    let two = lines.replace("2026-10-aaaaa", "2026-10-ccccc");
    assert_eq!(told(&lines), ["handling/2026-10.csv:4:1 reference-unknown"]);
    assert_eq!(told(two.trim_end()), ["complaints/2026-10.csv file-cut"]);
}

#[test]
fn what_lacks_is_gone_or_bare_or_a_folder() {
    let office = changed(&[("complaints/2026-09.csv", Some(COMPLAINTS))]);
    let directory = Directory::open(&office.root()).unwrap();
    let asked = [
        "complaints/",
        "complaints/2026-08.csv",
        "complaints/2026-09.csv",
        "complaints/2026-10.csv",
        "needs.csv",
        "bina.toml",
    ];
    for name in asked {
        directory.number(name);
    }
    let lacking = [
        "complaints/",
        "complaints/2026-08.csv",
        "complaints/2026-09.csv",
        "needs.csv",
    ];
    assert_eq!(check::lacking(&directory), lacking);
}
