//! A kind of list: which headings it has and what each becomes, from rule files, questionnaires and the tables themselves.

use super::blank::{ANSWERED, Blank, BlankColumn, PRESET};
use super::bound::{Bound, ListColumn, Target, heading_name};
use super::combined;
use super::dated;
use super::placed;
use super::questions::{self, AnswerForm};
use super::rejected::in_both;
use super::shipped::{self, SHIPPED};
use crate::change::{Draft, Reason};
use crate::diagnostic::Findings;
use crate::load::{self, Survey};
use crate::records::TABLES;
use crate::records::code::{DateOrder, DecimalMark};
use crate::records::complaint::{complaints, handling};
use crate::records::document;
use crate::records::import::{ImportRule, stands_for_rows};
use crate::records::organisation::{contracts, postings, staff};
use crate::records::performance::{Evaluation, evaluations};
use crate::records::questionnaire::{BATCH, RESPONSE};
use crate::records::table::{Attribute, Schema};
use crate::records::taking_part::{attendance, participation};
use crate::records::text::{folded, sense, spelled};
use crate::sheets::{SheetRow, Worksheet};
use crate::words::import::{Intake, Unfit};
use std::borrow::Cow;
use std::collections::HashSet;

/// What stands for a programme of another office in a list of past trainings.
pub(super) const TITLE: &str = "title";

/// Columns that every list may have and that become nothing: the number of the row, signatures, why a row was rejected.
pub(super) const PASSED_OVER: &[&str] = &[
    "no",
    "nomor",
    "no urut",
    "nomor urut",
    "no resp",
    "no responden",
    "tanda tangan",
    "ttd",
    "paraf",
    "alasan ditolak",
    "why it was rejected",
];

/// How many of those number the rows.
pub(super) const NUMBERING: usize = 6;

/// A kind of list.
#[derive(Debug)]
pub(super) struct ListForm {
    /// The name of its rule file, or of its table or questionnaire.
    pub(super) name: String,
    /// What such a list is called.
    pub(super) title: String,
    /// The subject on the command line.
    pub(super) subject: String,
    /// The tables that it feeds, the first of which it is about.
    pub(super) tables: Vec<&'static Schema>,
    /// The questionnaire that it answers.
    pub(super) survey: Option<Survey>,
    pub(super) columns: Vec<ListColumn>,
    /// What every row says.
    pub(super) constants: Vec<(Target, String)>,
    pub(super) dates: Option<DateOrder>,
    pub(super) decimals: Option<DecimalMark>,
    /// The year of the quarters that it names without one, where that was typed.
    pub(super) year: Option<i32>,
    sheet: Option<String>,
    /// What is filled in where nobody has written anything yet: a row that says nothing else says nothing.
    given: Vec<Target>,
}

impl ListForm {
    /// The table that it is about, or that of the answers.
    pub(super) fn table(&self) -> &Schema {
        match (&self.survey, self.tables.first()) {
            (Some(survey), _) => &survey.table,
            (None, Some(table)) => table,
            // A form always has one.
            (None, None) => &staff,
        }
    }

    /// By what it reads answers.
    pub(super) fn asking(&self) -> AnswerForm<'_> {
        (self.survey.as_ref(), &self.columns, &self.constants)
    }

    /// Whether it knows a heading.
    pub(super) fn knows(&self) -> impl Fn(&str) -> bool {
        let (names, asks) = (self.names(), questions::asks(self.survey.as_ref(), &self.columns));
        let is_known = move |text: &str| names.contains(text) || asks(text) || self.is_signed_at(text);
        let takes_several = self.survey.is_none();
        move |heading| {
            let name = heading_name(&self.bare(heading), &is_known);
            is_known(&name)
                || placed::is_lettered(&name, &is_known)
                || (takes_several && combined::knows(&self.columns, heading))
        }
    }

    /// Whether its rows are of a quarter, so that its headings may name one.
    pub(super) fn takes_quarters(&self) -> bool {
        self.survey.is_none() && self.table().name == evaluations.name
    }

    /// What a heading means beside the quarter that it may name.
    pub(super) fn bare<'h>(&self, heading: &'h str) -> Cow<'h, str> {
        match self.takes_quarters() {
            // A quarter alone stands above its predicates.
            true => match dated::without_part(heading) {
                bare if bare.is_empty() && !heading.trim().is_empty() => Cow::Owned(
                    self.heading(&evaluations, Evaluation::predicate)
                        .replace('-', " "),
                ),
                bare => bare,
            },
            false => Cow::Borrowed(heading),
        }
    }

    /// The headings that it knows.
    pub(super) fn names(&self) -> HashSet<&str> {
        let own = self.columns.iter().flat_map(|column| &column.from);
        own.map(String::as_str)
            .chain(PASSED_OVER.iter().copied())
            .collect()
    }

    /// Whether somebody wrote what stands in a row: more than what is filled in already.
    pub(super) fn is_written(&self, bound: &Bound, row: &SheetRow) -> bool {
        let is_given = |index: usize| {
            let to = self.columns[index].to.as_ref();
            to.is_some_and(|to| self.given.contains(to))
        };
        let mut pairs = bound.pairs.iter();
        pairs.any(|(at, index)| !is_given(*index) && !row.get(*at).is_empty())
    }

    /// Whether a sheet begins with the columns of its table as they are, in their order, as `bina export` writes them.
    pub(super) fn is_left(&self, sheets: &[Worksheet]) -> bool {
        let columns = &self.table().columns;
        let has_them = |row: &SheetRow| {
            let names = columns.iter().map(|column| &*column.name);
            names.eq(row.texts().take(columns.len()))
        };
        sheets.iter().filter_map(|sheet| sheet.rows.first()).any(has_them)
    }

    /// Whether a sheet is one of those that it is about.
    pub(super) fn reads(&self, sheet: Option<&str>) -> bool {
        let wanted = self.sheet.as_deref().map(folded);
        wanted.is_none_or(|wanted| sheet.is_none_or(|sheet| folded(sheet) == wanted))
    }

    /// The first heading of everything that it can take, for refusals.
    pub(super) fn known(&self) -> String {
        let has_rules = self.columns.iter().any(|column| !column.is_declared);
        let is_taken = |column: &&ListColumn| {
            let is_meant = !has_rules || !column.is_declared;
            is_meant && column.to.as_ref().is_some_and(|to| to.1 != BATCH)
        };
        let taken = self.columns.iter().filter(is_taken);
        let names: Vec<&str> = taken
            .filter_map(|column| column.from.iter().find(|name| !column.typed.contains(name)))
            .map(String::as_str)
            .collect();
        let mut once = HashSet::new();
        let names: Vec<&str> = names.into_iter().filter(|name| once.insert(*name)).collect();
        names.join(", ")
    }

    /// Whether it names past trainings by their titles.
    pub(super) fn takes_titles(&self) -> bool {
        let mut targets = self.columns.iter().flat_map(|column| &column.to);
        targets.any(|to| to.0 == participation.name && to.1 == TITLE)
    }

    /// What `text` names of the tables that it feeds: `unit`, or `postings.unit`.
    pub(super) fn target(&self, text: &str) -> Option<Target> {
        let (table, column) = match (&self.survey, text.split_once('.')) {
            (Some(survey), _) => {
                let column = text.strip_prefix("responses.").unwrap_or(text);
                survey.table.column(column)?;
                ("responses", column)
            }
            (None, Some((table, column))) => {
                let fed = self.tables.iter().find(|fed| fed.name == table)?;
                let is_there = fed.column(column).is_some() || stands_for_rows(table, column);
                is_there.then_some((table, column))?
            }
            (None, None) => {
                let fed = self.tables.iter().find(|fed| fed.column(text).is_some())?;
                (&*fed.name, text)
            }
        };
        Some(Target::new((table.to_owned(), column.to_owned())))
    }

    /// Gives it columns of its own tables by their names, where no rule names them.
    fn with_declared(mut self) -> ListForm {
        let survey = self
            .survey
            .as_ref()
            .map(|survey| ("responses".to_owned(), &survey.table));
        let tables = self.tables.iter().map(|table| (table.name.to_string(), *table));
        let mut taken: HashSet<String> = self
            .columns
            .iter()
            .flat_map(|column| column.from.clone())
            .collect();
        // A list about something else has presence and steps as columns of their own.
        let own = self.tables.first().map(|table| table.name.to_string());
        let is_beside = |name: &str, of: &Schema| name == &*of.name && own.as_deref() != Some(name);
        let tables = tables
            .chain(survey)
            .filter(|(name, _)| !is_beside(name, &attendance));
        for (name, table) in tables {
            let is_step = |column: &Attribute| column.key && is_beside(&name, &handling);
            for column in table
                .columns
                .iter()
                .filter(|column| column.name != BATCH && !is_step(column))
            {
                let to = Some(Target::new((name.clone(), column.name.to_string())));
                let mut from = vec![folded(&column.name), folded(&format!("{name} {}", column.name))];
                // A name that two tables have means that of the first, unless its table stands before it.
                from.retain(|name| taken.insert(name.clone()));
                match self.columns.iter_mut().find(|known| known.to == to) {
                    Some(known) => known.from.extend(from),
                    None => self.columns.push(ListColumn {
                        to,
                        from,
                        is_declared: true,
                        ..ListColumn::default()
                    }),
                }
            }
        }
        self
    }
}

/// The tables that a subject feeds, the one that it is about first. Whom a row is about stands in every list of people by
/// number and name.
fn fed(one: &'static Schema) -> Vec<&'static Schema> {
    let people = one.column("staff").map(|_| &staff);
    match &*one.name {
        name if name == staff.name => vec![&staff, &postings, &contracts],
        name if name == participation.name => vec![&participation, &attendance, &staff],
        name if name == complaints.name => vec![&complaints, &handling],
        _ => [one].into_iter().chain(people).collect(),
    }
}

/// Every kind of list that the office knows: its own rules first, then those shipped, then its tables and questionnaires.
pub(super) fn forms(draft: &mut Draft<'_>, asked: Option<&str>) -> Vec<ListForm> {
    let mut rules = load::imports(draft.directory, &mut draft.findings);
    for (name, text) in SHIPPED {
        if rules.iter().any(|(own, _)| own == name) {
            continue;
        }
        // A test reads them all.
        let rule = document::read(text, 0, &mut Findings::new());
        rules.extend(rule.map(|rule| ((*name).to_owned(), rule)));
    }
    rules.retain(|(name, _)| asked.is_none_or(|asked| asked == name));
    let mut forms: Vec<ListForm> = Vec::new();
    for (name, rule) in &rules {
        let table = TABLES.iter().find(|table| *table.one == *rule.subject.value);
        forms.extend(table.map(|table| of_rule(name, rule, table)));
    }
    for survey in load::surveys(draft.directory, &mut draft.findings) {
        let aliases = rules.iter().filter(|(_, rule)| *rule.subject.value == *RESPONSE);
        forms.push(of_survey(survey, aliases));
    }
    if asked.is_none() {
        forms.extend(TABLES.iter().map(|table| of_table(table)));
    }
    forms
}

/// An empty form about a table.
fn of_table(table: &'static Schema) -> ListForm {
    let form = ListForm {
        name: table.name.to_string(),
        title: table.name.to_string(),
        subject: table.one.to_owned(),
        tables: fed(table),
        survey: None,
        columns: Vec::new(),
        constants: Vec::new(),
        dates: None,
        decimals: None,
        year: None,
        sheet: None,
        given: Vec::new(),
    };
    form.with_declared()
}

/// The form of a list to fill in.
pub(super) fn of_blank(blank: &Blank, table: &'static Schema) -> ListForm {
    let to = |column: &BlankColumn| Target::new((column.to.0.to_owned(), column.to.1.to_owned()));
    let columns = blank.columns.iter().map(|column| ListColumn {
        to: Some(to(column)),
        from: [column.heading.id, column.heading.en].map(folded).to_vec(),
        ..ListColumn::default()
    });
    let given = blank.columns.iter().filter(|column| column.is_given);
    ListForm {
        name: blank.name.to_owned(),
        title: blank.title.id.to_owned(),
        columns: columns.collect(),
        given: given.map(to).collect(),
        ..of_table(table)
    }
}

/// Lets the form of a questionnaire's answers read the list to fill in that is made of it.
pub(super) fn as_blank(mut form: ListForm) -> ListForm {
    for (name, heading) in ANSWERED {
        let is_it = |column: &&mut ListColumn| column.to.as_ref().is_some_and(|to| to.1 == *name);
        let names = [heading.id, heading.en].map(folded);
        if let Some(column) = form.columns.iter_mut().find(is_it) {
            column.from.extend(names);
        }
    }
    let preset = PRESET.map(|name| Target::new(("responses".to_owned(), name.to_owned())));
    form.given = preset.to_vec();
    form
}

fn of_rule(name: &str, rule: &ImportRule, table: &'static Schema) -> ListForm {
    let mut form = ListForm {
        name: name.to_owned(),
        title: rule.title.clone(),
        subject: table.one.to_owned(),
        tables: fed(table),
        survey: None,
        columns: Vec::new(),
        constants: Vec::new(),
        dates: rule.dates,
        decimals: rule.decimals,
        year: None,
        sheet: rule.sheet.clone(),
        given: Vec::new(),
    };
    form.columns = columns(rule, &form);
    let constants = rule.constant.iter();
    form.constants = constants
        .filter_map(|one| Some((form.target(&one.to.value)?, one.value.clone())))
        .collect();
    form.with_declared()
}

/// The columns of a rule whose targets the form has.
fn columns<'r>(rule: &'r ImportRule, form: &'r ListForm) -> Vec<ListColumn> {
    let columns = rule.column.iter().filter_map(|column| {
        let to = match &column.to {
            Some(to) => Some(form.target(&to.value)?),
            None => None,
        };
        let meanings = column.value.iter().flat_map(|meaning| {
            meaning
                .from
                .iter()
                .map(|text| (sense(text), meaning.to.clone().unwrap_or_default()))
        });
        Some(ListColumn {
            to,
            from: column.from.iter().map(|name| spelled(name)).collect(),
            typed: Vec::new(),
            // A mark that is a blank is read as no text.
            until: column.until.as_ref().map(|mark| match mark.is_empty() {
                true => " ".to_owned(),
                false => mark.clone(),
            }),
            after: column.after.clone().filter(|mark| !mark.is_empty()),
            joined: column.joined == Some(true),
            only: column.only == Some(true),
            capitals: column.capitals.clone(),
            is_declared: false,
            meanings: meanings.collect(),
        })
    });
    columns.collect()
}

/// The form of a questionnaire's answers: each item goes by its key, its question, and its number.
fn of_survey<'r>(survey: Survey, rules: impl Iterator<Item = &'r (String, ImportRule)>) -> ListForm {
    let mut form = ListForm {
        name: survey.code.clone(),
        title: survey.questionnaire.title.clone(),
        subject: RESPONSE.to_owned(),
        tables: Vec::new(),
        columns: Vec::new(),
        constants: Vec::new(),
        dates: None,
        decimals: None,
        year: None,
        sheet: None,
        given: Vec::new(),
        survey: None,
    };
    let mut own = questions::items(&survey.questionnaire);
    own.push(ListColumn {
        to: Some(Target::new(("responses".to_owned(), BATCH.to_owned()))),
        from: in_both(&Intake::BatchHeading).map(|name| folded(&name)).to_vec(),
        ..ListColumn::default()
    });
    form.survey = Some(survey);
    for (_, rule) in rules {
        let of_rule = columns(rule, &form);
        form.columns.extend(of_rule);
        form.dates = form.dates.or(rule.dates);
    }
    // What the questionnaire itself says goes by the rule's names and meanings too.
    for column in own {
        match form
            .columns
            .iter_mut()
            .find(|known| known.to == column.to && known.to.is_some())
        {
            Some(known) => {
                known.from.extend(column.from);
                // Its own words go before those that other questionnaires have.
                known.meanings.splice(0..0, column.meanings);
            }
            None => form.columns.push(column),
        }
    }
    form.with_declared()
}

/// Whether a name is a subject: of a table, the code of a questionnaire, or a rule, which is about a subject.
pub(super) fn is_subject(form: &ListForm, name: &str) -> bool {
    match &form.survey {
        Some(survey) => survey.code == name,
        None => {
            [&*form.subject, &*form.name].contains(&name)
                || shipped::alias(&form.name) == Some(name)
                || form
                    .tables
                    .first()
                    .is_some_and(|table| table.alias == name || table.name == name)
        }
    }
}

/// The names of every rule: the office's own and those shipped.
pub(super) fn rules(draft: &mut Draft<'_>) -> Vec<String> {
    let own = load::names(draft.directory, "imports", ".toml", &mut draft.findings);
    let mut all: Vec<String> = own
        .into_iter()
        .chain(SHIPPED.iter().map(|(name, _)| (*name).to_owned()))
        .collect();
    all.sort();
    all.dedup();
    all
}

/// The refusal of a rule that is nowhere.
pub(super) fn rule_none(draft: &mut Draft<'_>, name: &str) -> Reason {
    let (name, all) = (name.to_owned(), rules(draft).join(", "));
    Unfit::RuleNone { name, all }.into()
}
