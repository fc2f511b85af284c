//! A list to fill in, made of the records: whom it is about, what there is to choose from, and what each column means.

use super::attendees::{employed, participants};
use super::choices::Choices;
use crate::change::Draft;
use crate::intake::blank::{self, ANSWERED, BLANKS, Blank, BlankColumn, FormMark, Matter, PRESET};
use crate::load::{self, Survey};
use crate::records;
use crate::records::time::{Month, Period};
use crate::records::training::Training;
use crate::render::form::{FillColumn, FillIn};
use crate::render::listing::CellForm;
use crate::words::import::Unfit;
use crate::words::{Lang, Phrase};

/// How many rows a list has that is about nobody in particular.
const EMPTY: usize = 200;

/// What is said on the first sheet.
const GUIDE: &[Phrase] = &[
    Phrase {
        id: "Isi lembar Isian, pada sel putih. Sel kelabu sudah diisi dan terkunci; judul kolom dan dua baris paling atas jangan diubah.",
        en: "Fill in the sheet Form, in the white cells. Grey cells are filled in and locked; leave the headings and the two lines at the top as they are.",
    },
    Phrase {
        id: "Kolom yang isinya dipilih memuat daftar pilihan: klik selnya, lalu panah di sampingnya.",
        en: "Some columns have a list to choose from: click the cell, then the arrow beside it.",
    },
    Phrase {
        id: "Tanggal ditulis sebagai tanggal, misalnya 2026-11-30. NIP dan nomor adalah teks.",
        en: "Days are written as days, for example 2026-11-30. NIPs and other numbers of identity are text.",
    },
    Phrase {
        id: "Baris yang tidak diisi dilewati. Sel kosong tidak menghapus yang sudah tercatat.",
        en: "A row that nobody fills in is passed over. An empty cell deletes nothing that is recorded.",
    },
    Phrase {
        id: "Sesudah diisi, masukkan dengan: bina import BERKAS. Yang ditolak disebut beserta selnya.",
        en: "When it is filled in, it comes in with: bina import FILE. What is rejected is told with its cell.",
    },
];

/// What is said of a value that cannot stand in a cell.
const REFUSAL: Phrase = Phrase {
    id: "Nilai ini tidak dapat dicatat di kolom ini. Pilih dari daftar, atau lihat lembar Petunjuk.",
    en: "This value cannot be recorded in this column. Choose from the list, or see the sheet Guide.",
};

/// What a name is that is filled in already.
const WHOLE_NAME: Phrase = Phrase {
    id: "Nama dengan gelarnya.",
    en: "The name with its titles.",
};

/// The sheets.
const SHEETS: [Phrase; 3] = [
    Phrase {
        id: "Petunjuk",
        en: "Guide",
    },
    Phrase {
        id: "Isian",
        en: "Form",
    },
    Phrase {
        id: "Pilihan",
        en: "Choices",
    },
];

/// Makes the list with a name, or that of a questionnaire; refuses what is neither.
pub fn form(draft: &mut Draft<'_>, name: &str, about: Option<&str>, lang: Lang) -> Option<FillIn> {
    let office = load::office(draft.directory, &mut draft.findings)?;
    let choices = Choices::of(draft, &office, lang);
    if let Some(blank) = blank::named(name) {
        return of_blank(draft, blank, about, &choices);
    }
    let surveys = load::surveys(draft.directory, &mut draft.findings);
    let programme = about.and_then(|id| load::training(draft.directory, id, &mut draft.findings));
    let survey = match name {
        "feedback" | "umpan-balik" => feedback(&surveys, programme.as_ref()),
        "survey" | "survei" => surveys.iter().rfind(|one| one.questionnaire.is_satisfaction()),
        code => surveys.iter().find(|one| one.code == code),
    };
    let Some(survey) = survey else {
        let all = BLANKS.iter().map(|blank| match lang {
            Lang::Id => blank.alias,
            Lang::En => blank.name,
        });
        let all = all.chain(["feedback", "survey"]).map(str::to_owned);
        let all: Vec<String> = all.chain(surveys.into_iter().map(|one| one.code)).collect();
        let (name, all) = (name.to_owned(), all.join(", "));
        return draft.stop("NAME", Unfit::FormNone { name, all });
    };
    of_survey(draft, survey, (about, programme.as_ref()), &choices)
}

/// The questionnaire in which participants judge a programme: the one that it names, else the last one.
fn feedback<'s>(surveys: &'s [Survey], programme: Option<&Training>) -> Option<&'s Survey> {
    let asked = programme.map(|programme| programme.questionnaires.as_slice());
    let is_named = |survey: &&Survey| {
        let mut codes = asked.unwrap_or_default().iter();
        codes.any(|code| *code.value.0 == *survey.code)
    };
    let all = || {
        surveys
            .iter()
            .filter(|one| one.questionnaire.is_participant_feedback())
    };
    all().find(is_named).or_else(|| all().next_back())
}

fn fill_in(title: String, mark: &FormMark, lang: Lang) -> FillIn {
    FillIn {
        sheets: SHEETS.map(|name| name.get(lang).to_owned()),
        mark: mark.text(),
        guide: GUIDE.iter().map(|line| line.get(lang).to_owned()).collect(),
        refusal: REFUSAL.get(lang).to_owned(),
        is_indonesian: lang == Lang::Id,
        title,
        ..FillIn::default()
    }
}

/// A list that is about a table.
fn of_blank(
    draft: &mut Draft<'_>,
    blank: &'static Blank,
    about: Option<&str>,
    choices: &Choices<'_>,
) -> Option<FillIn> {
    let lang = choices.lang;
    let mark = FormMark {
        name: blank.name.to_owned(),
        about: about.map(str::to_owned),
    };
    let subject = subject(draft, blank, about, choices)?;
    match blank.matter {
        Matter::Period if subject.people.is_empty() => return draft.stop("", Unfit::FormNoStaff),
        Matter::Programme if subject.people.is_empty() => return draft.stop("", Unfit::FormNoParticipants),
        _ => {}
    }
    let title = [blank.title.get(lang), &subject.title]
        .into_iter()
        .filter(|part| !part.is_empty());
    let title = title.collect::<Vec<_>>().join(" – ");
    let mut columns: Vec<FillColumn> = blank
        .columns
        .iter()
        .filter_map(|column| of_column(column, choices))
        .collect();
    let given = columns.iter().take_while(|column| column.is_given).count();
    columns.splice(given..given, subject.sessions);
    let people = subject.people.into_iter();
    let mut rows: Vec<Vec<String>> = people.map(|(nip, name)| vec![nip, name]).collect();
    rows.iter_mut()
        .for_each(|row| row.resize(columns.len(), String::new()));
    if blank.matter == Matter::Office {
        rows.resize(EMPTY, vec![String::new(); columns.len()]);
    }
    Some(FillIn {
        columns,
        rows,
        ..fill_in(title, &mark, lang)
    })
}

/// A column as one fills it in.
fn of_column(column: &BlankColumn, choices: &Choices<'_>) -> Option<FillColumn> {
    let (table, name) = column.to;
    let table = records::table(table)?;
    let attribute = table.column(name).map(|at| &table.columns[at]);
    let mut made = choices.column(attribute);
    if attribute.is_none() {
        // A step of the handling has a day, and stands for a row.
        (made.form, made.about) = (CellForm::Day, table.meaning.get(choices.lang).trim().to_owned());
    }
    if column.is_given && column.to.1 == "name" {
        WHOLE_NAME.get(choices.lang).clone_into(&mut made.about);
    }
    made.heading = column.heading.get(choices.lang).to_owned();
    made.is_given = column.is_given;
    Some(made)
}

/// What a list is about.
#[derive(Default)]
struct Topic {
    title: String,
    people: Vec<(String, String)>,
    sessions: Vec<FillColumn>,
}

/// What `--for` says; refuses what the list is not about.
fn subject(
    draft: &mut Draft<'_>,
    blank: &Blank,
    about: Option<&str>,
    choices: &Choices<'_>,
) -> Option<Topic> {
    match (blank.matter, about) {
        (Matter::Office, None) => Some(Topic::default()),
        (Matter::Office, Some(text)) => {
            let text = text.to_owned();
            draft.stop("--for", Unfit::FormWhole { text })
        }
        (Matter::Programme, about) => {
            let id = about.unwrap_or_default();
            let Some(programme) = load::training(draft.directory, id, &mut draft.findings) else {
                return draft.stop("--for", Unfit::FormProgramme);
            };
            let has_presence = blank.columns.iter().any(|column| column.to.1 == "status");
            let sessions = has_presence.then(|| sessions(&programme, choices));
            Some(Topic {
                people: participants(draft, id, &programme, choices.office),
                sessions: sessions.unwrap_or_default(),
                title: programme.title,
            })
        }
        (Matter::Period, about) => {
            let text = about.unwrap_or_default();
            let Some(period) = Period::parse(text) else {
                return draft.stop("--for", Unfit::FormPeriod);
            };
            Some(Topic {
                people: employed(draft.directory, choices.office, period),
                title: text.to_owned(),
                sessions: Vec::new(),
            })
        }
    }
}

/// A column for the presence at each session of a programme, by its key.
fn sessions(programme: &Training, choices: &Choices<'_>) -> Vec<FillColumn> {
    let attendance = &records::taking_part::attendance;
    let present = attendance.column("present").map(|at| &attendance.columns[at]);
    let sessions = programme.session.iter().map(|session| FillColumn {
        heading: blank::session(&session.key.value.0, &session.date.value.to_string()),
        about: format!(
            "{} · {}",
            session.date.value,
            present.map_or("", |one| one.meaning(choices.lang))
        ),
        ..choices.column(present)
    });
    sessions.collect()
}

/// The month of answers: the one that was named, or in which the programme ends.
fn month(draft: &mut Draft<'_>, about: Option<&str>, programme: Option<&Training>) -> Option<String> {
    match (about, programme) {
        (None, _) => Some(String::new()),
        (Some(_), Some(programme)) => Some(programme.end.value.month().to_string()),
        (Some(text), None) => match Month::parse(text) {
            Some(month) => Some(month.to_string()),
            None => {
                let text = text.to_owned();
                draft.stop("--for", Unfit::ForForm { text })
            }
        },
    }
}

/// A list of answers to a questionnaire.
fn of_survey(
    draft: &mut Draft<'_>,
    survey: &Survey,
    (about, programme): (Option<&str>, Option<&Training>),
    choices: &Choices<'_>,
) -> Option<FillIn> {
    let lang = choices.lang;
    let month = month(draft, about, programme)?;
    let training = programme.and(about).unwrap_or_default();
    let mark = FormMark {
        name: survey.code.clone(),
        about: Some(training).filter(|id| !id.is_empty()).map(str::to_owned),
    };
    let asked = &survey.questionnaire;
    let (mut columns, mut row) = (Vec::new(), Vec::new());
    let is_left = |name: &str| match name {
        "batch" => true,
        "wave" => asked.anonymous,
        "training" => !training.is_empty(),
        _ => false,
    };
    let asked_for = survey.table.columns.iter();
    for column in asked_for.filter(|column| !is_left(&column.name)) {
        let mut made = choices.column(Some(column));
        let known = ANSWERED.iter().find(|(name, _)| *name == column.name);
        made.heading = known
            .map_or_else(|| column.meaning(lang), |(_, heading)| heading.get(lang))
            .to_owned();
        if column.name == "instructor" {
            let keys = programme.map_or(&[][..], |programme| programme.instructor.as_slice());
            made.choices = keys.iter().map(|one| one.key.value.0.clone()).collect();
        }
        let is_preset = PRESET.contains(&&*column.name);
        row.push(if is_preset { month.clone() } else { String::new() });
        columns.push(made);
    }
    let title = match (lang, &asked.title_en) {
        (Lang::En, Some(title)) => title,
        _ => &asked.title,
    };
    let of = programme.map_or(month.clone(), |programme| programme.title.clone());
    let title = [title.as_str(), &of].into_iter().filter(|part| !part.is_empty());
    let title = title.collect::<Vec<_>>().join(" – ");
    Some(FillIn {
        columns,
        rows: vec![row; EMPTY],
        ..fill_in(title, &mark, lang)
    })
}
