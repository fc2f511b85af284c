//! What was typed for every row of a list, and what a row lacks that could be typed so.

use super::bound::{ListColumn, Target, heading_name};
use super::dated;
use super::form::ListForm;
use super::kind::CodeKind;
use super::nearly::LEFT_OUT;
use super::programme;
use super::query::BLANK;
use super::titled;
use crate::change::{Draft, Reason, Request};
use crate::records;
use crate::records::cell::{Cell, Domain, TrainingId};
use crate::records::code::{DateOrder, Employment};
use crate::records::table::Schema;
use crate::records::taking_part::participation;
use crate::records::text::spelled;
use crate::records::time::Day;
use crate::sheets::heading::Region;
use crate::words::change::Slip;
use crate::words::import::Unfit;

/// Gives a form what was typed for every row: `--for`, `--with`, `--means`, `--dates`.
pub(super) fn complete(draft: &mut Draft<'_>, request: &Request<'_>, mut form: ListForm) -> ListForm {
    let idle = ["batch", "rest"].into_iter().filter(|_| form.survey.is_none());
    let of_training = [programme::NEW, programme::COMPLETE]
        .into_iter()
        .chain(programme::TYPED);
    let of_training = of_training.filter(|_| !programme::is_list(&form));
    for argument in idle.chain(of_training).filter(|argument| request.has(argument)) {
        let name = form.title.clone();
        draft.refuse(format!("--{argument}"), Unfit::Idle { name });
    }
    let alone = programme::TYPED
        .iter()
        .filter(|_| !request.has(programme::NEW) && programme::is_list(&form));
    for argument in alone.filter(|argument| request.has(argument)) {
        draft.refuse(format!("--{argument}"), Unfit::TrainingTyped);
    }
    if let Some(text) = request.get("for") {
        let text = text.trim();
        let year = text
            .parse::<i32>()
            .ok()
            .filter(|year| (2000..=request.today.year()).contains(year));
        if let Some(year) = year.filter(|_| form.takes_quarters()) {
            form.year = Some(year);
            return with_typed(draft, request, form);
        }
        let about = about(draft, &form, text);
        let target = draft.accept("--for", about);
        form.constants
            .extend(target.map(|target| (target, text.to_owned())));
    }
    with_typed(draft, request, form)
}

/// Gives a form what else was typed of it.
fn with_typed(draft: &mut Draft<'_>, request: &Request<'_>, mut form: ListForm) -> ListForm {
    for text in request.all("with") {
        let Some((name, value)) = text.split_once('=') else {
            let (text, form) = (text.clone(), "column=value".to_owned());
            draft.refuse("--with", Slip::PairForm { text, form });
            continue;
        };
        match form.target_or_heading(name.trim()) {
            // What was to be filled in says nothing yet.
            Some(_) if value.trim() == BLANK => {
                let (text, form) = (text.clone(), "column=value".to_owned());
                draft.refuse("--with", Slip::PairForm { text, form });
            }
            Some(target) => form.constants.push((target, value.trim().to_owned())),
            None => {
                let (text, known) = (name.trim().to_owned(), form.known());
                draft.refuse("--with", Unfit::TargetNone { text, known });
            }
        }
    }
    refuse_unread(draft, request, &form);
    learn(draft, request, &mut form);
    if request.has("as-written") {
        form.columns.iter_mut().for_each(|column| column.capitals = None);
    }
    if let Some(text) = request.get("dates") {
        form.dates = draft.accept("--dates", DateOrder::parse(text)).or(form.dates);
    }
    form
}

/// Refuses `--column` that names nothing that such a list has.
fn refuse_unread(draft: &mut Draft<'_>, request: &Request<'_>, form: &ListForm) {
    for text in request.all("column") {
        match text.rsplit_once('=') {
            None => {
                let (text, form) = (text.clone(), "\"heading=column\"".to_owned());
                draft.refuse("--column", Slip::PairForm { text, form });
            }
            Some((_, column)) if column.trim() != LEFT_OUT && form.places(column).is_empty() => {
                let (text, known) = (column.trim().to_owned(), form.known());
                draft.refuse("--column", Unfit::TargetNone { text, known });
            }
            Some(_) => {}
        }
    }
}

/// Teaches a form what was typed that texts mean.
fn learn(draft: &mut Draft<'_>, request: &Request<'_>, form: &mut ListForm) {
    for text in request.all("means") {
        match text.rsplit_once('=') {
            Some((told, meaning)) if meaning.trim() != BLANK => form
                .columns
                .iter_mut()
                .for_each(|column| column.learn(told, meaning)),
            // What was to be filled in means nothing yet.
            _ => {
                let (text, form) = (text.clone(), "\"text=meaning\"".to_owned());
                draft.refuse("--means", Slip::PairForm { text, form });
            }
        }
    }
}

/// What `--for` tells of every row: what this kind of list is about.
fn about(draft: &Draft<'_>, form: &ListForm, text: &str) -> Result<Target, Reason> {
    let table = form.table();
    let (training, period) = (TrainingId::parse(text).is_ok(), dated::period(text));
    let (own, text) = (form.target("training").filter(|_| training), text.to_owned());
    match (&form.survey, form.target("period")) {
        (Some(_), _) => {
            let month = period.filter(|period| period.months() == 1);
            let date = month.and_then(|_| form.target("date"));
            own.or(date).ok_or_else(|| Unfit::ForMonth { text }.into())
        }
        (None, _) if table.name == participation.name => {
            own.ok_or_else(|| Unfit::ForTraining { text }.into())
        }
        (None, Some(target)) => {
            let period = period.ok_or(Unfit::ForPeriod { text })?;
            let column = table.column("period").map(|at| &table.columns[at]);
            column.map_or(Ok(()), |column| draft.has_come(column, &period.to_string()))?;
            Ok(target)
        }
        (None, None) => {
            let dated = period.and_then(|_| form.target("month").or_else(|| form.target("date")));
            own.or(dated).ok_or_else(|| Unfit::FormWhole { text }.into())
        }
    }
}

/// Refuses what was typed of a list and is not so: headings that it has not, a month or period for sheets that name another.
pub(super) fn refuse_typed(
    draft: &mut Draft<'_>,
    request: &Request<'_>,
    form: &ListForm,
    regions: &[Region<'_>],
) {
    refuse_absent(draft, request, regions);
    refuse_twofold(draft, request, form);
    titled::refuse_other(draft, form, (regions, request.has(titled::AS_TYPED)));
}

/// Refuses headings of which several were typed to be the one column that names a code: a unit is one of them.
fn refuse_twofold(draft: &mut Draft<'_>, request: &Request<'_>, form: &ListForm) {
    let mut known: Vec<(&str, Target)> = Vec::new();
    let pairs = request.all("column").iter();
    for (heading, name) in pairs.filter_map(|text| text.rsplit_once('=')) {
        let of = |at: &usize| form.columns[*at].to.clone();
        let Some(to) = form.places(name).first().and_then(of) else {
            continue;
        };
        let is_code = records::table(&to.0)
            .and_then(|table| Some(&table.columns[table.column(&to.1)?]))
            .is_some_and(|column| CodeKind::of(column).is_some());
        let is_other = |(other, own): &&(&str, Target)| *own == to && spelled(other) != spelled(heading);
        if let Some((other, _)) = known.iter().find(is_other).filter(|_| is_code) {
            let [first, second] = [other, heading].map(|heading| heading.trim().to_owned());
            let column = name.trim().to_owned();
            draft.refuse(
                "--column",
                Unfit::ColumnTwofold {
                    column,
                    first,
                    second,
                },
            );
        }
        known.push((heading, to));
    }
}

/// Refuses headings that were typed and that no table of the list has.
fn refuse_absent(draft: &mut Draft<'_>, request: &Request<'_>, regions: &[Region<'_>]) {
    let titles = || regions.iter().flat_map(|region| &region.titles);
    for (heading, _) in request
        .all("column")
        .iter()
        .filter_map(|text| text.rsplit_once('='))
    {
        let wanted = spelled(heading);
        let is_it = |title: &String| heading_name(title, &|name| name == wanted) == wanted;
        if !titles().any(is_it) {
            let mut found: Vec<&str> = Vec::new();
            for title in titles().filter(|title| !title.is_empty()) {
                found.extend((!found.contains(&&**title)).then_some(&**title));
            }
            let (text, found) = (heading.trim().to_owned(), found.join(", "));
            draft.refuse("--column", Unfit::HeadingAbsent { text, found });
        }
    }
}

impl ListForm {
    /// The same, or what a heading of such a list becomes.
    pub(super) fn target_or_heading(&self, text: &str) -> Option<Target> {
        let heading = spelled(text);
        let mut columns = self.columns.iter();
        self.target(text)
            .or_else(|| columns.find(|column| column.from.contains(&heading))?.to.clone())
    }

    /// Which of its columns a text names: those of a heading, or one by its own name.
    fn places(&self, text: &str) -> Vec<usize> {
        let heading = spelled(text);
        let all = self.columns.iter().enumerate();
        let known = all.filter(|(_, column)| column.from.contains(&heading));
        let known: Vec<usize> = known.map(|(at, _)| at).collect();
        if !known.is_empty() {
            return known;
        }
        let target = self.target(text.trim());
        let mut columns = self.columns.iter();
        let own = target.and_then(|target| columns.position(|column| column.to.as_ref() == Some(&target)));
        own.into_iter().collect()
    }

    /// Lets headings that were typed become columns, before any that these have and nothing else: `--column "Media
    /// Aduan=kanal"`. A column that it does not have takes none.
    pub(super) fn with_headings(mut self, request: &Request<'_>) -> ListForm {
        for (heading, column) in request
            .all("column")
            .iter()
            .filter_map(|text| text.rsplit_once('='))
        {
            let (heading, places) = (spelled(heading), self.places(column));
            let is_left_out = column.trim() == LEFT_OUT;
            if places.is_empty() && !is_left_out {
                continue;
            }
            for (at, column) in self.columns.iter_mut().enumerate() {
                column.from.retain(|known| *known != heading);
                if places.contains(&at) {
                    column.from.insert(0, heading.clone());
                    column.typed.push(heading.clone());
                }
            }
            self.columns.extend(is_left_out.then(|| ListColumn {
                from: vec![heading.clone()],
                typed: vec![heading],
                ..ListColumn::default()
            }));
        }
        self
    }

    /// What a row lacks that must say some columns of a table, as who fills it in knows them, with what it may be: which it is
    /// nobody else can say.
    pub(super) fn needed(&self, table: &Schema, names: &[&str], day: Option<Day>) -> Unfit {
        let columns: Vec<usize> = names.iter().filter_map(|name| table.column(name)).collect();
        if let [column] = columns[..] {
            let kind = table.columns[column].kind;
            // Nobody of a list of the office's own is from outside.
            let own = kind.codes().iter().map(|code| code.name);
            let codes: Vec<&str> = own.filter(|name| *name != Employment::External.code()).collect();
            let is_day = kind == Domain::Day;
            let day = day.filter(|_| is_day).map(|day| day.to_string());
            let choices = Some(codes.join(", ")).filter(|codes| !codes.is_empty()).or(day);
            let column = self.heading(table, column);
            match choices {
                Some(choices) => return Unfit::ColumnNeeded { column, choices },
                None if is_day => return Unfit::DayNeeded { column },
                None => {}
            }
        }
        let columns: Vec<String> = columns
            .iter()
            .map(|column| self.heading(table, *column))
            .collect();
        let columns = columns.join(", ");
        Unfit::ValueNeeded { columns }
    }

    /// What a column is called at the head of such a list; its own name where it has no other.
    pub(super) fn heading(&self, table: &Schema, column: usize) -> String {
        let name = &table.columns[column].name;
        let is_it = |one: &&ListColumn| {
            let to = one.to.as_ref();
            to.is_some_and(|to| (to.0 == *table.name || self.survey.is_some()) && to.1 == **name)
        };
        let named = self.columns.iter().find(is_it).and_then(|one| one.from.first());
        named.map_or_else(|| name.to_string(), |heading| heading.replace(' ', "-"))
    }
}
