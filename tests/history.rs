//! A finished month stays as it was: whatever happens later changes no report about it.
//!
//! What is recorded here is of November and December 2026; every report of the months before is printed before and
//! after each, and must be the same, byte for byte.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod office;

use bina::cli;
use bina::words::Lang;
use clap::Command;
use office::{Office, words};
use std::path::Path;

/// The months that are over.
const MONTHS: &[&str] = &["2026-10", "2026-08", "2026-03"];

/// Every report about the office, and some about one subject.
const REPORTS: &[&str] = &[
    "monthly",
    "brief",
    "plan",
    "forum --full",
    "regulation",
    "notice",
    "satisfaction --full",
    "hours",
    "roster",
    "complaints",
    "mentoring",
    "impact",
    "certificates",
    "evaluation",
    "participation",
    "staff p3cvnvtx",
    "staff p9cwhary",
    "training 2026-10/pelatihan-satlinmas",
    "training 2026-10/bimtek-kearsipan",
    "training 2026-12/refleksi-pelayanan-2026",
    "training 2026-11/bimtek-pengadaan-barang-jasa",
    "monthly --edition public",
];

/// What happens in the office of `data/` after October 2026, one event a line.
const EVENTS: &str = r#"
signatory add p9cwhary "Sekretaris Kecamatan"
training complete 2026-11/bimtek-pengadaan-barang-jasa --all --except "p9cwhary:sick"
training complete 2026-12/arsip-baru --all --except "p9cwhary:sick"
complaint reopen 2026-10-0skec --on 2026-11-09
complaint resolve 2026-10-0skec --on 2026-11-12 --outcome unresolved --view not
complaint classify 2026-10-rasv7 --class light --on 2026-11-02
complaint forward 2026-10-rasv7 --handler pqj3kn4s --on 2026-11-03
complaint resolve 2026-10-rasv7 --outcome resolved --on 2026-11-04
complaint add --received 2026-11-05 --kind complaint --unit sie-yan --class light
staff appoint p3cvnvtx --employment pns --on 2026-11-01
staff add pnew0001 --name "Orang Baru" --employment pns --joined 2026-12-01 --nip 198501012010011001
posting add pnew0001 2026-12-01 --unit sek --position "Pengelola Data"
posting add p9cwhary 2026-12-01 --unit sek --status retired
contract add p16fdnbm 2026-12-01 --until 2027-11-30
mentoring close m-arsip-labuhan-deli --on 2026-11-20 --outcome "Tercapai"
mentoring close m-spj --on 2026-11-20 --product "Buku SPJ" --outcome "Tercapai"
mentoring log m-data-paya-pasir --on 2026-11-18 --minutes 60
mentoring pair p9cwhary pvyeh7rf --start 2026-11-10 --kind coaching --goal "Menata arsip"
guidance follow-up g-2026-14 --on 2026-11-12 --result "Register lengkap"
action done t-2026-07 --on 2026-11-11 --result "Rapat selesai"
action set t-2026-04 --due 2026-12-31
certificate set c-layanan-ld6 --applied "Dipakai."
certificate renew c-adminduk-yan2 --number ADM/0500/2026 --issued 2026-12-01 --until 2029-11-30
award add --staff p9cwhary --date 2026-11-12 --kind piagam
need add p9cwhary 2026-11-12 kearsipan --source self
award add --staff p7fc87c5 --date 2026-11-13 --kind piagam --criterion teladan
posting add pqj3kn4s 2026-11-20 --unit sie-yan --status moved
evaluation add p9cwhary 2026-10 --result meets --behaviour meets --date 2026-11-05
assessment add p9cwhary 2026-11-12 kearsipan --level 5
education add p9cwhary 2026-11-02 --level s1 --status running
education set p7fc87c5 2026-09-07 --status finished --end 2026-11-28
participation claim p9cwhary --title "Webinar November" --external --completed 2026-11-14 --jp 3
regulation add perwal-2026-50 --number 50 --title "Aturan baru" --in-force 2026-12-01
indicator add hari-ktp-el sie-yan 2026-11 --value 4
training complete 2026-10/pelatihan-satlinmas --all
unit add kel-baru --name "Kelurahan Baru" --parent kec --public-service yes
unit add sie-baru --name "Seksi Baru" --parent kec
service add layanan-baru "Layanan baru"
channel add kanal-baru "Kanal baru"
category add kategori-baru "Kategori baru"
competency add kompetensi-baru --name "Kompetensi baru" --kind teknis
standard add "Pengadministrasi Perkantoran" pengadaan --level 5
standard add "Pengadministrasi Perkantoran" kompetensi-baru --level 2
holiday add 2026-11-16 --name "Libur setempat"
participation verify external/webinar-siaga-bencana-kota --all --by p9cwhary
complaint set 2026-10-3h404 --duplicate-of 2026-09-b85hp
handling add 2026-10-7cnmc 2026-11-21 forwarded --handler p9cwhary
import complaint daftar.csv --new-units --new-services
complaint respond 2026-11-list1 --on 2026-11-20
settings set agency.addressee "Camat"
action add --opened 2026-11-05 --what "Menata ruang tunggu" --owner p9cwhary --due 2026-12-01
certificate add --staff p9cwhary --scheme "Skema baru" --issued 2026-11-12
forum add 2026-11/forum-warga --title "Forum warga" --kind forum --date 2026-11-12 --attendance warga:14
forum suggest 2026-11/forum-warga --text "Loket dibuka Sabtu" --unit sie-yan --key sabtu
forum answer 2026-11/forum-warga/sabtu --disposition adopted --answer "Baik" --on 2026-11-20
forum done 2026-08/konsultasi-sktm/papan-daring --result Tampil --on 2026-12-01
guidance add --staff p9cwhary --date 2026-11-13 --cause complaint:2026-10-7cnmc --guidance "Berbincang"
mentoring add --mentor p9cwhary --mentee p7fc87c5 --kind mentoring --goal "Menulis surat" --start 2026-11-16 --status running
session add m-spj 2026-11-19 --minutes 45
attendance add 2026-11/bimtek-pengadaan-barang-jasa s1 p214nfw4 --present yes
training attend 2026-11/bimtek-pengadaan-barang-jasa s2 --all
training score 2026-11/bimtek-pengadaan-barang-jasa p214nfw4=50:80
response add skm-2025 --unit kel-terjun --service ktp-el --date 2026-11 333333333 333333333 333333333 333333333 333333333
regulation brief perwal-2026-09 2026-10/bimtek-kearsipan
plan propose 2028
plan carry 2026
staff transfer-out p7fc87c5 --on 2026-12-20 -o pindah.toml
staff transfer-in masuk.toml --unit sek --position "Pengelola Data"
"#;

/// The verbs that mend what is recorded, make a new directory, put two people's records together, or record nothing: what
/// they change is no later event.
const MENDING: &[&str] = &[
    "set", "remove", "rename", "format", "migrate", "init", "resolve", "monthly", "close", "undo", "site",
];

/// Who comes from another office.
const LEAVES: &str = "p06fcsqy";

/// A list of complaints of November, with a unit, a service, a channel and a category that nobody knew before.
const LIST: &str = "id,received,channel,kind,unit,service,category,class,summary\n\
    2026-11-list1,2026-11-06,kanal-lain,complaint,kel-lain,layanan-lain,kategori-lain,light,Antrean lama\n";

/// What is recorded there on 20 November, of days before.
const LATE: &str = r#"
participation claim Legiman --title "Kursus Luar" --completed 2026-11-12 --jp 10 --method KL03 --mode classroom
participation claim Legiman --training 2026-11/kelas-daring-gratifikasi --completed 2026-11-12 --jp 3
training enroll 2026-11/bimtek-pengadaan-barang-jasa pbrfe74z --status confirmed
training enroll 2026-11/kelas-daring-gratifikasi pcrv4hn4 --status completed
participation add 2026-11/kelas-daring-gratifikasi pbyx330j --status confirmed
forum adopt 2026-08/konsultasi-sktm/papan-daring --owner p3x0xdaq --due 2026-12-12 --on 2026-11-12
"#;

/// What is planned ahead there on 5 November: what is announced, who gets a place and who loses it.
const PLANS: &str = r#"
training add 2026-12/arsip-baru --title "Bimtek Arsip" --method KL10 --mode classroom --start 2026-12-08 --end 2026-12-09 --jp 12 --competency kearsipan:3
training enroll 2026-12/arsip-baru p9cwhary p7fc87c5 --status confirmed
training enroll 2026-12/arsip-baru p0hmwgrw p0wkgsxx
training enroll 2026-12/arsip-baru p0hmwgrw --status confirmed
training enroll 2026-11/kelas-daring-gratifikasi p9cwhary --status attending
training enroll 2026-12/refleksi-pelayanan-2026 p9cwhary p16fdnbm --status confirmed
participation set 2026-12/arsip-baru p7fc87c5 --status withdrawn
participation set 2026-12/arsip-baru p0wkgsxx --status absent --reason declined
participation set 2026-11/bimtek-pengadaan-barang-jasa p0wkgsxx --status withdrawn
training complete 2026-11/kelas-daring-gratifikasi p9cwhary --on 2026-11-05
training add 2026-11/dibatalkan --title "Bimtek Lain" --method KL10 --mode classroom --start 2026-11-24 --end 2026-11-24 --jp 6
training cancel 2026-12/refleksi-pelayanan-2026 --reason "Narasumber berhalangan"
training set 2026-11/dibatalkan --status cancelled
training set 2026-11/bimtek-pengadaan-barang-jasa --start 2026-12-01 --end 2026-12-02
"#;

/// The arguments that print a report about a month.
fn asked<'a>(report: &'a str, month: &'a str) -> Vec<&'a str> {
    let mut args = vec!["--as-of", "2027-01-15", "report"];
    args.extend(report.split(' '));
    args.extend(["--month", month, "-O", "json"]);
    args
}

/// Every report of the months that are over: its name and month, and what is printed.
type Printed = Vec<((&'static str, &'static str), String)>;

/// Those of the reports of the months that are over that are wanted.
fn printed(office: &mut Office, is_wanted: impl Fn(&(&str, &str)) -> bool) -> Printed {
    let all = MONTHS
        .iter()
        .flat_map(|month| REPORTS.iter().map(|report| (*report, *month)));
    let wanted = all.filter(is_wanted);
    let print = |(report, month): (&'static str, &'static str)| {
        let said = office.run(&asked(report, month), "");
        assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{report} {month}");
        ((report, month), said.stdout)
    };
    wanted.map(print).collect()
}

/// Records an event, on a day, which must change something.
fn happen(office: &mut Office, (event, day): (&str, &str)) {
    let (tree, line) = (office.tree(), words(event));
    let typed = line.iter().map(String::as_str);
    let args: Vec<&str> = ["--as-of", day].into_iter().chain(typed).collect();
    let said = office.run(&args, "");
    assert_eq!(said.status, 0, "{event}\n{}", said.stderr);
    assert!(tree != office.tree(), "{event} changes nothing");
}

/// Writes an edition of the deadlines of complaints that holds from December on, with other deadlines.
#[allow(clippy::disallowed_methods, reason = "somebody edits files by hand")]
fn enact_more(office: &Office) {
    let file = office.root().join("rules/complaints.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let edition = text.rfind("[[edition]]\n").unwrap();
    let later = text[edition..].replace("resolve_within = ", "resolve_within = 1");
    let later: Vec<String> = later
        .lines()
        .map(|line| match line.starts_with("in_force_from") {
            true => "in_force_from = 2026-12-01".to_owned(),
            false => line.to_owned(),
        })
        .collect();
    let text = text + "\n" + &later.join("\n") + "\n";
    std::fs::write(&file, text).unwrap();
}

/// Puts an item into the plan of the year by hand and drops one that was late, on 5 November.
#[allow(clippy::disallowed_methods, reason = "somebody edits files by hand")]
fn plan_more(office: &Office) {
    let file = office.root().join("plans/2026.toml");
    let item = "\n[[item]]\nkey = \"tambahan\"\ntitle = \"Bimtek Arsip\"\nkind = \"training\"\n\
        competency = \"kearsipan\"\nmonth = \"2026-12\"\nadded = 2026-11-05\n";
    let text = std::fs::read_to_string(&file).unwrap() + item;
    let late = "key = \"kompetensi-lurah\"\n";
    let dropped = format!("{late}status = \"dropped\"\ndropped = 2026-11-05\nlate_reason = \"Anggaran\"\n");
    assert_eq!(text.matches(late).count(), 1);
    std::fs::write(&file, text.replace(late, &dropped)).unwrap();
}

/// The reports that are others than before, each with its first line that differs.
fn changed(before: &Printed, after: &Printed) -> Vec<((&'static str, &'static str), String)> {
    let pairs = before.iter().zip(after).filter(|(old, new)| old != new);
    let lines = pairs.map(|((report, old), (_, new))| {
        let first = old.lines().zip(new.lines()).find(|(old, new)| old != new);
        let (old, new) = first.unwrap_or_default();
        (*report, format!("{report:?}\n- {old}\n+ {new}\n"))
    });
    lines.collect()
}

/// An office with what commands read beside it: a list, and the history of somebody who comes from another office.
#[allow(clippy::disallowed_methods, reason = "somebody brings files")]
fn marelan() -> Office {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut other = Office::of(&root.join("examples/belawan"));
    let leave = [
        "staff",
        "transfer-out",
        LEAVES,
        "--on",
        "2026-12-01",
        "-o",
        "masuk.toml",
    ];
    assert_eq!(other.run(&leave, "").status, 0);
    let office = Office::of(&root.join("data"));
    // Nothing tells since when somebody attends a programme that runs (README, "Not there yet"): all have a place.
    let rows = office.root().join("participation/2026-10.csv");
    let text = std::fs::read_to_string(&rows).unwrap();
    let (running, placed) = (",attending,,,assigned", ",confirmed,,,assigned");
    assert!(text.contains(running));
    std::fs::write(rows, text.replace(running, placed)).unwrap();
    std::fs::copy(other.beside("masuk.toml"), office.beside("masuk.toml")).unwrap();
    std::fs::write(office.beside("daftar.csv"), LIST).unwrap();
    office
}

/// The verbs that write, as they are typed.
fn recording() -> Vec<String> {
    let tree = cli::tree(Lang::En, None);
    let writes = |command: &Command| {
        command
            .get_arguments()
            .any(|argument| argument.get_id() == "dry-run")
    };
    let mut out = Vec::new();
    for command in tree.get_subcommands() {
        let name = command.get_name();
        out.extend(writes(command).then(|| name.to_owned()));
        let verbs = command.get_subcommands().filter(|verb| writes(verb));
        out.extend(verbs.map(|verb| format!("{name} {}", verb.get_name())));
    }
    out
}

#[test]
fn every_verb_that_records_happens_later() {
    let is_tried = |verb: &str| {
        let mut lines = [EVENTS, LATE, PLANS].into_iter().flat_map(str::lines);
        lines.any(|line| line.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' ')))
    };
    let mends = |verb: &str| MENDING.iter().any(|one| verb.split(' ').next_back() == Some(one));
    let verbs = recording().into_iter();
    let untried: Vec<String> = verbs.filter(|verb| !is_tried(verb) && !mends(verb)).collect();
    assert!(untried.is_empty(), "no later event is recorded with {untried:?}");
}

#[test]
fn what_happens_later_changes_no_report_about_a_month_that_is_over() {
    let mut office = marelan();
    let before = printed(&mut office, |_| true);
    let on = |events: &'static str, day| {
        let lines = events.lines().filter(|line| !line.is_empty());
        lines.map(move |line| (line, day))
    };
    let planned = || on(PLANS, "2026-11-05").chain(on(LATE, "2026-11-20"));
    let events = || planned().chain(on(EVENTS, "2027-01-10"));
    events().for_each(|event| happen(&mut office, event));
    plan_more(&office);
    enact_more(&office);
    let after = printed(&mut office, |_| true);
    let others = changed(&before, &after);
    if others.is_empty() {
        return;
    }
    // Once more, slowly, and only what became another: which event did it?
    let is_other = |report: &(&str, &str)| others.iter().any(|(other, _)| other == report);
    let mut office = marelan();
    let (mut known, mut wrong) = (printed(&mut office, is_other), String::new());
    for event in events() {
        happen(&mut office, event);
        let now = printed(&mut office, is_other);
        let lines = changed(&known, &now);
        if !lines.is_empty() {
            let lines: String = lines.into_iter().map(|(_, lines)| lines).collect();
            wrong += &format!("== {}\n{lines}", event.0);
        }
        known = now;
    }
    panic!("\n{wrong}");
}
