//! `bina response add|list`: answers to a questionnaire.

use super::survey;
use crate::change::answers::{self, Answer, Batch};
use crate::change::{Draft, row};
use crate::clerk;
use crate::commands::Verb;
use crate::commands::arguments::{dry_run, listing_form, month, output};
use crate::listing;
use crate::load::{self, Survey};
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::{Lang, Phrase};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// `bina response add`.
pub static ADD: Verb = Verb {
    subject: "response",
    name: "add",
    alias: "tambah",
    about: Phrase {
        id: "Memasukkan jawaban: satu kelompok angka tiap orang, satu angka tiap butir skala; titik untuk yang tidak dijawab.",
        en: "Enters answers: one group of digits a person, one digit an item of a scale; a point where not answered.",
    },
    build,
    run: add,
};

/// `bina response list`.
pub static LIST: Verb = Verb {
    subject: "response",
    name: "list",
    alias: "daftar",
    about: Phrase {
        id: "Mencetak jawaban.",
        en: "Prints answers.",
    },
    build: |command, lang| {
        let help = Phrase {
            id: "Hanya bulan ini: 2026-10, this-month, atau last-month",
            en: "This month only: 2026-10, this-month or last-month",
        };
        let month = Arg::new("month")
            .long("month")
            .value_name("YYYY-MM")
            .help(help.get(lang));
        let command = command.arg(code(lang)).arg(month).arg(output(lang));
        command.after_help("bina response list skm-2025 --month 2026-10")
    },
    run: list,
};

/// The columns that have a flag of their own; the others are given with `--with`.
const COLUMNS: [(&str, Phrase); 9] = [
    (
        "unit",
        Phrase {
            id: "Unit yang dinilai",
            en: "The unit it is about",
        },
    ),
    (
        "service",
        Phrase {
            id: "Layanan yang diterima",
            en: "The service received",
        },
    ),
    (
        "training",
        Phrase {
            id: "Pelatihan yang dinilai",
            en: "The training it is about",
        },
    ),
    (
        "instructor",
        Phrase {
            id: "Pengajar yang dinilai",
            en: "The instructor it is about",
        },
    ),
    (
        "mentoring",
        Phrase {
            id: "Mentoring yang dinilai",
            en: "The mentoring it is about",
        },
    ),
    (
        "staff",
        Phrase {
            id: "Pegawai yang dinilai",
            en: "The person it is about",
        },
    ),
    (
        "rater",
        Phrase {
            id: "Penjawab, bila tidak anonim",
            en: "Who answers, where not anonymous",
        },
    ),
    (
        "role",
        Phrase {
            id: "Sebagai apa ia menjawab",
            en: "In which role",
        },
    ),
    (
        "wave",
        Phrase {
            id: "before atau after",
            en: "before or after",
        },
    ),
];

fn code(lang: Lang) -> Arg {
    let help = Phrase {
        id: "Kode kuesioner; lihat: bina questionnaire list",
        en: "Code of the questionnaire; see: bina questionnaire list",
    };
    Arg::new("code")
        .value_name("CODE")
        .required(true)
        .help(help.get(lang))
}

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let option = |name: &'static str, form: &'static str| Arg::new(name).long(name).value_name(form);
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    command
        .arg(code(lang))
        .arg(Arg::new("groups").value_name("443443443").num_args(0..).help(say("Jawaban, satu kelompok tiap orang", "Answers, one group a person")))
        .args(COLUMNS.map(|(name, help)| option(name, "VALUE").help(help.get(lang))))
        .arg(option("with", "COLUMN=VALUE").action(ArgAction::Append).help(say("Nilai lain untuk semua jawaban ini, misalnya profil: --with sex=perempuan; boleh diulang", "Another value of all these answers, for example the profile: --with sex=perempuan; may be repeated")))
        .arg(option("comment", "TEXT").help(say("Komentar, bila hanya satu jawaban", "The comment, where there is one answer only")))
        .arg(option("date", "YYYY-MM").help(say("Bulan jawaban (harinya bila tidak anonim); bila tidak ditulis: sekarang", "The month of the answers (the day where not anonymous); now when absent")))
        .arg(flag("stdin").help(say("Baca CSV dari masukan baku; judulnya nama kolom", "Read CSV from standard input; its headings are column names")))
        .arg(flag("rest").help(say("Sisa akhir bulan: boleh kurang dari kelompok terkecil", "The rest at the end of the month: may be less than the least group")))
        .arg(dry_run(lang))
        .after_help("bina response add skm-2025 --unit kel-terjun --service ktp-el 443443443 434443443 44344344. 333443443 444444444")
}

fn add(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let text = |name: &str| {
        matches
            .get_one::<String>(name)
            .map(String::as_str)
            .unwrap_or_default()
    };
    if let Some(survey) = survey(&mut draft, text("code")) {
        let answers = match matches.get_flag("stdin") {
            true => from_csv(&mut draft, session)?,
            false => groups(&mut draft, &survey, matches),
        };
        let now = match survey.questionnaire.anonymous {
            true => session.today.month().to_string(),
            false => session.today.to_string(),
        };
        let batch = Batch {
            date: if text("date").is_empty() {
                now
            } else {
                text("date").to_owned()
            },
            shared: shared(&mut draft, matches, answers.len()),
            least: (!matches.get_flag("rest")).then(|| least(&mut draft, &survey, session)),
            answers,
        };
        answers::add(&mut draft, &survey, &batch);
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &[])
}

/// The least batch: as the questionnaire says, else by the rule of today.
fn least(draft: &mut Draft<'_>, survey: &Survey, session: &Session<'_>) -> usize {
    let rules = load::rules(draft.directory, &mut draft.findings);
    let by_rule = rules.privacy.on(session.today).map(|rule| rule.min_group);
    let least = survey.questionnaire.min_group.or(by_rule).unwrap_or(1);
    usize::try_from(least).unwrap_or(1)
}

fn groups(draft: &mut Draft<'_>, survey: &Survey, matches: &ArgMatches) -> Vec<Answer> {
    let groups = matches.get_many::<String>("groups").into_iter().flatten();
    groups
        .filter_map(|text| answers::group(draft, survey, text))
        .collect()
}

/// The values that all answers share.
fn shared(draft: &mut Draft<'_>, matches: &ArgMatches, count: usize) -> Vec<(String, String, String)> {
    let own = COLUMNS.iter().filter_map(|(name, _)| {
        let text = matches.get_one::<String>(name)?;
        Some((format!("--{name}"), (*name).to_owned(), text.clone()))
    });
    let mut shared: Vec<(String, String, String)> = own.collect();
    for text in matches.get_many::<String>("with").into_iter().flatten() {
        match text.split_once('=') {
            Some((name, value)) => shared.push((
                "--with".to_owned(),
                name.trim().to_owned(),
                value.trim().to_owned(),
            )),
            None => {
                let (text, form) = (text.clone(), "column=value".to_owned());
                draft.refuse("--with", Slip::PairForm { text, form });
            }
        }
    }
    if let Some(text) = matches.get_one::<String>("comment") {
        match count {
            0 | 1 => shared.push(("--comment".to_owned(), "comment".to_owned(), text.clone())),
            _ => draft.refuse("--comment", Slip::CommentShared),
        }
    }
    shared
}

/// Answers as CSV from standard input: headings are column names.
fn from_csv(draft: &mut Draft<'_>, session: &mut Session<'_>) -> anyhow::Result<Vec<Answer>> {
    let mut text = String::new();
    session.input.read_to_string(&mut text)?;
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let headings = reader.headers().cloned().unwrap_or_default();
    let mut answers = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let pairs = headings.iter().zip(record.iter());
                answers.push(
                    pairs
                        .map(|(name, cell)| (name.trim().to_owned(), cell.trim().to_owned()))
                        .collect(),
                );
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::record) + 1;
                draft.refuse(
                    "--stdin",
                    Slip::LineRagged {
                        line,
                        expected: headings.len(),
                    },
                );
            }
        }
    }
    Ok(answers)
}

fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let month = month(matches, session)?;
    let mut draft = Draft::new(&directory);
    let code = matches
        .get_one::<String>("code")
        .map(String::as_str)
        .unwrap_or_default();
    let survey = survey(&mut draft, code);
    clerk::refuse(&draft, session)?;
    let Some(Survey { table, .. }) = survey else {
        return Ok(Exit::Usage);
    };
    let files = match month {
        Some(month) => vec![table.file(&month.to_string())],
        None => row::files(&mut draft, &table),
    };
    let rows: Vec<_> = files.iter().flat_map(|file| draft.rows(&table, file)).collect();
    clerk::refuse(&draft, session)?;
    let form = listing_form(matches);
    let listing = listing::of_rows(&table, &rows, form, &draft.people());
    listing::print(&listing, form, session)?;
    Ok(Exit::Done)
}
