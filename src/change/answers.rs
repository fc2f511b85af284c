//! Answers to a questionnaire as a batch: checked, and added to the bag of their month so that the same batch entered
//! again changes nothing.

use super::paper::{self, Columns, Paper};
use super::{Draft, Reason, Request, evidence, filled, listed, row};
use crate::load::{self, Survey};
use crate::records::cell::Cell;
use crate::records::questionnaire::{Item, Questionnaire};
use crate::records::table::{Check, nearest};
use crate::records::time::{Day, Month};
use crate::sheets;
use crate::words::change::{Hint, Slip};
use crate::words::problem::Problem;
use std::collections::BTreeMap;

/// The letters that stand for an item that was not answered.
const UNANSWERED: [char; 3] = ['.', '-', '_'];

/// The values of one respondent, by column name.
type Answer = Vec<(String, String)>;

/// The answer that a group of digits means: one digit an item of a scale, in order.
fn group(draft: &mut Draft<'_>, survey: &Survey, text: &str) -> Option<Answer> {
    let items = survey.questionnaire.item.iter();
    let items: Vec<(&Item, (i64, i64))> = items
        .filter_map(|item| Some((item, item.scale_ends()?)))
        .collect();
    let wide = items.iter().find(|(_, (low, high))| *low < 0 || *high > 9);
    if let Some((wide, _)) = wide {
        let item = wide.key.value.to_string();
        return draft.stop(text, Slip::GroupWide { item });
    }
    let (found, expected) = (text.chars().count(), items.len());
    if found != expected {
        let text = text.to_owned();
        let slip = Slip::GroupLength {
            text,
            found,
            expected,
        };
        return draft.stop("", slip);
    }
    let given = items.iter().zip(text.chars());
    let given = given.filter(|(_, letter)| !UNANSWERED.contains(letter));
    let given = given.map(|((item, _), letter)| (item.key.value.to_string(), letter.to_string()));
    Some(given.collect())
}

/// What all answers of a batch share.
struct Batch {
    /// The month, or the day where the questionnaire is not anonymous.
    date: String,
    /// The values, each with the argument that it was typed behind and its column.
    shared: Vec<(String, String, String)>,
}

/// The columns that have an option of their own; the others are given with `--with`.
const COLUMNS: [&str; 9] = [
    "unit",
    "service",
    "training",
    "instructor",
    "mentoring",
    "staff",
    "rater",
    "role",
    "wave",
];

impl Paper for Questionnaire {
    const LABEL: &'static str = "CODE";
    const FOLDER: &'static str = "questionnaires";
    // What refers to one refers to its answers.
    const ONE: Option<&'static str> = Some("response");
    const COLUMNS: Columns<Self> = &[
        ("code", |one, _| one.id.clone()),
        ("about", |one, _| one.content.about.code().to_owned()),
        ("anonymous", |one, _| {
            let word = if one.content.anonymous { "yes" } else { "no" };
            word.to_owned()
        }),
        ("items", |one, _| one.content.item.len().to_string()),
        ("title", |one, _| one.content.title.clone()),
    ];

    fn check(_: &str) -> Result<(), Reason> {
        Ok(())
    }

    /// Any text may be typed for a code: only those that are there are looked for on the disk.
    fn exists(draft: &mut Draft<'_>, id: &str) -> bool {
        paper::ids::<Questionnaire>(draft, None)
            .iter()
            .any(|code| code == id)
    }

    fn missing(draft: &mut Draft<'_>, id: &str) -> Reason {
        let all = paper::ids::<Questionnaire>(draft, None).join(", ");
        let code = id.to_owned();
        Slip::QuestionnaireNone { code, all }.into()
    }

    fn taken(id: &str) -> Slip {
        Slip::FileTaken {
            name: paper::file::<Questionnaire>(id),
        }
    }
}

/// The questionnaire with a code; refuses when there is none.
pub fn survey(draft: &mut Draft<'_>, code: &str) -> Option<Survey> {
    let surveys = load::surveys(draft.directory, &mut draft.findings);
    let found = surveys.into_iter().find(|survey| survey.code == code);
    let missing = Questionnaire::missing(draft, code);
    draft.accept(Questionnaire::LABEL, found.ok_or(missing))
}

/// Adds a batch to the answers of its month.
pub fn add(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let survey = &survey(draft, request.text("code"))?;
    let answers: Vec<Answer> = match request.has("stdin") {
        true => from_table(draft, &request.input),
        false => {
            let groups = request.all("groups").iter();
            groups.filter_map(|text| group(draft, survey, text)).collect()
        }
    };
    let date = match (request.text("date"), survey.questionnaire.anonymous) {
        ("", true) => request.today.month().to_string(),
        ("", false) => request.today.to_string(),
        (date, _) => date.to_owned(),
    };
    let shared = shared(draft, request, answers.len());
    refuse_few(draft, survey, answers.len(), request);
    let month = month(draft, survey, &date)?;
    let batch = Batch { date, shared };
    let cells = answers.iter().map(|answer| cells(draft, survey, &batch, answer));
    let mut rows: Vec<Vec<String>> = cells.collect();
    if !draft.is_good() {
        return None;
    }
    rows.sort();
    let content: Vec<String> = rows.iter().map(|row| row.join("\u{1f}")).collect();
    let digest = evidence::sha256(content.join("\n").as_bytes());
    let batch = match request.text("batch") {
        "" => format!("b{}", &digest[..7]),
        name => name.to_owned(),
    };
    rows.iter_mut()
        .for_each(|row| row[Questionnaire::BATCH].clone_from(&batch));
    let file = survey.table.file(&month.to_string());
    if insert(draft, survey, &file, rows, (&digest[..8], &batch)) == 0 {
        let count = answers.len();
        draft.nothing = Some(Hint::AnswersKnown { batch, count });
    }
    Some(())
}

/// Removes a batch from a month or from all, or those of its answers whose lines of the file are named.
pub fn remove(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let survey = &survey(draft, request.text("code"))?;
    let (batch, table) = (request.text("batch").trim(), &survey.table);
    let lines = request.all("line").iter();
    let lines: Vec<i64> = lines
        .filter_map(|text| draft.accept("--line", <i64 as Cell>::parse(text.trim())))
        .collect();
    let files = match request.get("month") {
        Some(text) => {
            let text = text.to_owned();
            let month = Month::parse(&text).ok_or(Reason::Cell(Problem::MonthForm { text }));
            vec![table.file(&draft.accept("--month", month)?.to_string())]
        }
        None => row::files(draft, table),
    };
    draft.is_good().then_some(())?;
    let (mut known, mut meant) = (BTreeMap::<String, usize>::new(), Vec::new());
    for file in files {
        for (at, line, name) in batches(draft, survey, &file) {
            let is_meant = name == batch && (lines.is_empty() || lines.contains(&line));
            meant.extend(is_meant.then(|| (file.clone(), at)));
            *known.entry(name).or_default() += 1;
        }
    }
    refuse_unmet(draft, (batch, &lines), &known, &meant);
    draft.is_good().then_some(())?;
    let (batch, count) = (batch.to_owned(), meant.len());
    let left = known.remove(&batch).unwrap_or_default() - count;
    // From the last on, so that the places of the others stay.
    for (file, at) in meant.into_iter().rev() {
        draft.edit(table, &file, |sheet| sheet.remove(at));
    }
    if left > 0 {
        refuse_few(draft, survey, left, request);
    }
    draft.note(Hint::AnswersRemoved { batch, count, left });
    if left > 0 {
        draft.note(Hint::AnswersComeBack);
    }
    Some(())
}

/// The answers of a file, each with its place among them, its line and its batch.
fn batches(draft: &mut Draft<'_>, survey: &Survey, file: &str) -> Vec<(usize, i64, String)> {
    let text = draft.bytes(file).unwrap_or_default();
    let rows = draft.rows(&survey.table, file).into_iter().enumerate();
    rows.map(|(at, row)| {
        let byte = row
            .origin
            .map_or(0, |origin| origin.byte() as usize)
            .min(text.len());
        let line = text[..byte].iter().filter(|byte| **byte == b'\n').count() as i64 + 1;
        (at, line, row.cells[Questionnaire::BATCH].clone())
    })
    .collect()
}

/// Refuses a batch that is nowhere, and lines that hold none of its answers or stand in several months.
fn refuse_unmet(
    draft: &mut Draft<'_>,
    (batch, lines): (&str, &[i64]),
    known: &BTreeMap<String, usize>,
    meant: &[(String, usize)],
) {
    let batch = batch.to_owned();
    if !known.contains_key(&batch) {
        let all: Vec<String> = known
            .iter()
            .map(|(name, count)| format!("{name} ({count})"))
            .collect();
        let all = if all.is_empty() {
            "–".to_owned()
        } else {
            all.join(", ")
        };
        draft.refuse("--batch", Slip::BatchNone { batch, all });
    } else if !lines.is_empty() && meant.windows(2).any(|pair| pair[0].0 != pair[1].0) {
        draft.refuse("--line", Slip::LineOfMonth);
    } else if meant.len() < lines.len() {
        draft.refuse("--line", Slip::LineNone { batch });
    }
}

/// Refuses no answers, and fewer of an anonymous questionnaire than hide each other, unless they are the rest of a month.
fn refuse_few(draft: &mut Draft<'_>, survey: &Survey, found: usize, request: &Request<'_>) {
    let minimum = match request.has("rest") {
        true => 0,
        false => least(draft, survey, request.today),
    };
    if found == 0 && draft.is_good() {
        draft.refuse("", Slip::AnswersMissing);
    }
    if survey.questionnaire.anonymous && (1..minimum).contains(&found) {
        draft.refuse("", Slip::GroupSmall { found, minimum });
    }
}

/// The least batch: as the questionnaire says, else by the rule of today.
pub fn least(draft: &mut Draft<'_>, survey: &Survey, today: Day) -> usize {
    let rules = load::rules(draft.directory, &mut draft.findings);
    let by_rule = rules.privacy.on(today).map(|rule| rule.min_group);
    let least = survey.questionnaire.min_group.or(by_rule).unwrap_or(1);
    usize::try_from(least).unwrap_or(1)
}

/// The values that all answers share.
fn shared(draft: &mut Draft<'_>, request: &Request<'_>, count: usize) -> Vec<(String, String, String)> {
    let value =
        |argument: &str, name: &str, text: &str| (argument.to_owned(), name.to_owned(), text.to_owned());
    let own = COLUMNS.iter();
    let own = own.filter_map(|name| Some(value(request.label(name), name, request.get(name)?)));
    let mut shared: Vec<_> = own.collect();
    for text in request.all("with") {
        match text.split_once('=') {
            Some((name, text)) => shared.push(value("--with", name.trim(), text.trim())),
            None => {
                let (text, form) = (text.clone(), "column=value".to_owned());
                draft.refuse("--with", Slip::PairForm { text, form });
            }
        }
    }
    if let Some(text) = request.get("comment") {
        match count {
            0 | 1 => shared.push(value("--comment", "comment", text)),
            _ => draft.refuse("--comment", Slip::CommentShared),
        }
    }
    shared
}

/// Answers in a table of any spreadsheet program: headings are column names.
fn from_table(draft: &mut Draft<'_>, input: &[u8]) -> Vec<Answer> {
    let sheets = draft
        .accept("--stdin", sheets::read("-", input))
        .unwrap_or_default();
    listed::note_unseen(draft, &sheets);
    let mut answers = Vec::new();
    for sheet in sheets {
        let mut rows = sheet.rows.into_iter().filter(|row| !row.is_blank());
        let Some(headings) = rows.next() else {
            continue;
        };
        let expected = headings.width();
        for row in rows {
            // A workbook does not keep how many empty cells a row ends with.
            let is_short = row.width() < expected && sheet.name.is_none();
            if is_short || row.width() > expected {
                let line = row.number as u64;
                draft.refuse("--stdin", Slip::LineRagged { line, expected });
                continue;
            }
            let pairs = headings.texts().enumerate();
            let pairs = pairs.map(|(column, name)| (name.to_owned(), row.get(column).to_owned()));
            answers.push(pairs.collect());
        }
    }
    answers
}

/// The month of a date; refuses a day where the questionnaire is anonymous.
fn month(draft: &mut Draft<'_>, survey: &Survey, date: &str) -> Option<Month> {
    draft.accept(
        "--date",
        survey.table.columns[Questionnaire::DATE].check.run(date),
    )?;
    if survey.questionnaire.anonymous && Month::parse(date).is_none() {
        let text = date.to_owned();
        return draft.stop("--date", Slip::DayGiven { text });
    }
    date.get(..7).and_then(Month::parse)
}

/// The cells of one answer, each checked by its column.
fn cells(draft: &mut Draft<'_>, survey: &Survey, batch: &Batch, answer: &Answer) -> Vec<String> {
    let table = &survey.table;
    let mut cells = filled(table, &[(Questionnaire::DATE, &batch.date)]);
    let own = answer.iter().map(|(name, text)| (name.clone(), name, text));
    let shared = batch
        .shared
        .iter()
        .map(|(argument, name, text)| (argument.clone(), name, text));
    // What an answer says itself comes last, and so wins.
    for (argument, name, text) in shared.chain(own).filter(|(_, _, text)| !text.trim().is_empty()) {
        match table.column(name) {
            Some(column) => match row::plain(draft, table, &table.columns[column], text) {
                Ok(text) => cells[column] = text,
                Err(reason) => draft.refuse(argument, reason),
            },
            None => {
                let column = name.clone();
                let nearest = nearest(name, table.columns.iter().map(|column| &*column.name)).to_owned();
                draft.refuse(argument, Slip::ColumnNone { column, nearest });
            }
        }
    }
    let is_answer = |check: &Check| matches!(check, Check::Scale(..));
    let is_empty = table
        .columns
        .iter()
        .zip(&cells)
        .all(|(column, cell)| !is_answer(&column.check) || cell.is_empty());
    if is_empty && table.columns.iter().any(|column| is_answer(&column.check)) {
        draft.refuse("", Reason::Cell(Problem::NobodyAnswered));
    }
    cells
}

/// Adds rows to a bag: per distinct row the larger of the count there and the count here. A batch that was entered
/// when batches were named without a letter before them is known by that name. Gives how many were added.
fn insert(
    draft: &mut Draft<'_>,
    survey: &Survey,
    file: &str,
    rows: Vec<Vec<String>>,
    (old, batch): (&str, &str),
) -> usize {
    let mut wanted: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for row in rows {
        *wanted.entry(row).or_default() += 1;
    }
    for mut known in draft.rows(&survey.table, file) {
        if known.cells[Questionnaire::BATCH] == old {
            batch.clone_into(&mut known.cells[Questionnaire::BATCH]);
        }
        if let Some(count) = wanted.get_mut(&known.cells) {
            *count = count.saturating_sub(1);
        }
    }
    let added = wanted.values().sum();
    for (row, count) in wanted {
        for _ in 0..count {
            draft.insert(&survey.table, file, row.clone());
        }
    }
    added
}
