//! Small offices of invented people, each other than the next: six to twelve people in three units, with programmes,
//! evaluations, assessments, mentoring and certificates of some of them; and offices in whose small units nobody did
//! anything, beside greater ones.

use crate::office::Office;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Numbers that look thrown, the same each time.
struct Dice(u64);

impl Dice {
    /// One of so many numbers, from 0.
    fn roll(&mut self, faces: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % faces
    }

    /// Whether it happens, in so many of ten cases.
    fn falls(&mut self, of_ten: u64) -> bool {
        self.roll(10) < of_ten
    }

    fn one<'o>(&mut self, of: &[&'o str]) -> &'o str {
        of[self.roll(of.len() as u64) as usize]
    }
}

/// The files of an office while they are written.
#[derive(Default)]
struct Files(BTreeMap<String, String>);

impl Files {
    fn line(&mut self, file: &str, heading: &str, line: &str) {
        let begun = self
            .0
            .entry(file.to_owned())
            .or_insert_with(|| format!("{heading}\n"));
        writeln!(begun, "{line}").unwrap();
    }
}

const UNITS: [&str; 3] = ["kantor", "loket", "data"];

/// The months in which something is held.
const MONTHS: [&str; 5] = ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"];

/// From this number on an office has two small units that are idle, and two of nine and more people that are not.
const IDLE: u64 = 3000;

/// The units of such an office, the idle ones behind, and how many people work in each.
const UNEVEN: [(&str, usize); 4] = [("kantor", 9), ("loket", 12), ("data", 3), ("gudang", 4)];

/// Somebody of an office, with the unit where that is not left to the dice.
struct Colleague {
    id: String,
    unit: Option<&'static str>,
}

impl Colleague {
    /// Whether nothing is ever recorded of them.
    fn is_idle(&self) -> bool {
        matches!(self.unit, Some("data" | "gudang"))
    }
}

/// Who works in the office with a number.
fn colleagues(number: u64, dice: &mut Dice) -> Vec<Colleague> {
    let units: Vec<Option<&str>> = match number < IDLE {
        true => vec![None; 6 + dice.roll(7) as usize],
        false => UNEVEN
            .iter()
            .flat_map(|(unit, people)| vec![Some(*unit); *people])
            .collect(),
    };
    let ids = (0..).map(|one| format!("p{one:02}uji"));
    let both = ids.zip(units);
    both.map(|(id, unit)| Colleague { id, unit }).collect()
}

/// The office with a number.
#[allow(clippy::disallowed_methods, reason = "a test begins with these files")]
pub(crate) fn office(number: u64) -> Office {
    let mut dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    (0..9).for_each(|_| _ = dice.roll(2));
    let people = colleagues(number, &mut dice);
    let mut files = Files::default();
    staff(&mut files, &people, &mut dice);
    let busy: Vec<&str> = people
        .iter()
        .filter(|one| !one.is_idle())
        .map(|one| &*one.id)
        .collect();
    programmes(&mut files, &busy, &mut dice);
    evaluations(&mut files, &busy, &mut dice);
    development(&mut files, &busy, &mut dice);
    let office = Office::new(&[]);
    for (name, text) in files.0 {
        let path = office.root().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    office
}

fn staff(files: &mut Files, people: &[Colleague], dice: &mut Dice) {
    let units = UNITS.iter().zip(["", "kantor", "kantor"]);
    let more = people.iter().any(Colleague::is_idle);
    let more = more.then_some((&"gudang", "kantor"));
    for (unit, parent) in units.chain(more) {
        let line = format!("{unit},Unit {unit},{parent},yes");
        files.line("units.csv", "code,name,parent,public_service", &line);
    }
    for (at, Colleague { id, unit: fixed }) in people.iter().enumerate() {
        let employment = dice.one(&["pns", "pns", "pns", "pns", "cpns", "pppk"]);
        let line = format!("{id},Orang {at},{employment},2015-01-05");
        files.line("staff.csv", "id,name,employment,joined", &line);
        // Some come late, and some nobody put anywhere.
        let since = dice.one(&["2015-01-05", "2015-01-05", "2015-01-05", "2026-09-10"]);
        let unit = dice.one(&["kantor", "loket", "loket", "data", "data", ""]);
        let unit = fixed.unwrap_or(unit);
        let position = dice.one(&["Pengelola", "Pengelola", "Analis"]);
        let line = format!("{id},{since},{unit},{position},pelaksana");
        files.line("postings.csv", "staff,since,unit,position,position_kind", &line);
        if employment == "pppk" {
            let line = format!("{id},2026-01-01,2026-12-31,814/1/2026");
            files.line("contracts.csv", "staff,since,until,decree", &line);
        }
    }
}

fn programmes(files: &mut Files, people: &[&str], dice: &mut Dice) {
    files.line("competencies.csv", "code,name,kind", "layanan,Pelayanan,teknis");
    files.line("competencies.csv", "", "arsip,Arsip,teknis");
    let mut plan = "title = \"Rencana\"\n".to_owned();
    for month in MONTHS {
        let item = format!("item-{month}");
        writeln!(plan, "\n[[item]]\nkey = \"{item}\"\ntitle = \"Butir\"\nkind = \"training\"\nmonth = \"{month}\"\nparticipants = 5\njp = 6").unwrap();
        for slug in ["satu", "dua", "tiga"].into_iter().take(dice.roll(4) as usize) {
            let (method, mode) =
                [("KL10", "classroom"), ("NKL03", "webinar"), ("NKL03", "online")][dice.roll(3) as usize];
            let competency = dice.one(&["layanan", "arsip"]);
            let planned = if dice.falls(6) {
                format!("plan_item = \"{item}\"\n")
            } else {
                String::new()
            };
            let document = format!(
                "title = \"Kursus\"\ntopics = [\"pelayanan-publik\"]\nmethod = \"{method}\"\nmode = \"{mode}\"\n\
                 start = {month}-11\nend = {month}-12\njp = 6\n{planned}status = \"done\"\n\n\
                 [[competency]]\ncode = \"{competency}\"\n"
            );
            files.0.insert(format!("trainings/{month}/{slug}.toml"), document);
            let all = dice.falls(3);
            for id in people {
                let status = if all {
                    "completed"
                } else {
                    dice.one(&["completed", "completed", "absent", ""])
                };
                let rest = match status {
                    "completed" => format!("completed,,{},{month}-12,6", dice.one(&["self", "assigned", ""])),
                    "absent" => format!("absent,{},,,", dice.one(&["sick", "duty", "declined"])),
                    _ => continue,
                };
                let heading = "training,staff,status,reason,initiative,completed,jp";
                let line = format!("{month}/{slug},{id},{rest}");
                files.line(&format!("participation/{month}.csv"), heading, &line);
            }
        }
    }
    files.0.insert("plans/2026.toml".to_owned(), plan);
}

fn evaluations(files: &mut Files, people: &[&str], dice: &mut Dice) {
    for (period, day) in [("2026-Q2", "2026-07-06"), ("2026-Q3", "2026-10-06")] {
        for id in people {
            if !dice.falls(8) {
                continue;
            }
            let mut grade = || dice.one(&["meets", "meets", "meets", "above", "below"]);
            let line = format!("{id},{period},{},{},{day}", grade(), grade());
            let file = format!("evaluations/{period}.csv");
            files.line(&file, "staff,period,result,behaviour,date", &line);
        }
    }
}

fn development(files: &mut Files, people: &[&str], dice: &mut Dice) {
    let standards = [("Pengelola", "layanan"), ("Analis", "arsip")];
    for (position, competency) in standards {
        files.line(
            "standards.csv",
            "position,competency,level",
            &format!("{position},{competency},3"),
        );
    }
    for (at, id) in people.iter().enumerate() {
        for competency in ["layanan", "arsip"] {
            if dice.falls(8) {
                let line = format!("{id},2026-05-05,{competency},{}", 1 + dice.roll(4));
                files.line("assessments.csv", "staff,date,competency,level", &line);
            }
        }
        if dice.falls(5) {
            let line = format!(
                "s-{at},{id},Skema,2024-0{}-01,202{}-11-15",
                1 + dice.roll(9),
                5 + dice.roll(4)
            );
            files.line("certificates.csv", "id,staff,scheme,issued,valid_until", &line);
        }
        let mentor = people[(at + 1) % people.len()];
        if dice.falls(6) {
            let kind = dice.one(&["mentoring", "mentoring", "coaching"]);
            let line = format!("m-{at},{mentor},{id},{kind},Tujuan,2026-07-15,running");
            files.line("mentoring.csv", "id,mentor,mentee,kind,goal,start,status", &line);
            for month in &MONTHS[2..] {
                if dice.falls(6) {
                    let line = format!("m-{at},{month}-20,45");
                    files.line(&format!("sessions/{month}.csv"), "mentoring,date,minutes", &line);
                }
            }
        }
    }
}
