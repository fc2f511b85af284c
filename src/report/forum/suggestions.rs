//! Each suggestion with its decision, answer, owner and follow-up.

use super::super::figure::table;
use super::super::model::{Section, Table, Value, View};
use super::Hall;
use crate::measure::forum::{Heard, State};
use crate::words::report_forum::ForumText;

impl Hall<'_> {
    /// Everything said, then what is overdue and what is undecided.
    pub(super) fn follow_up(&self) -> Section {
        let mut out = self.pen.section("follow_up", ForumText::FollowUp);
        out.tables = vec![self.suggestions(), self.overdue(), self.undecided()];
        out
    }

    fn suggestions(&self) -> Table {
        let pen = self.pen;
        let columns = vec![
            pen.hidden("id", ForumText::Forum),
            pen.column("text", ForumText::Suggestion),
            pen.hidden("kind", ForumText::SuggestionKind),
            pen.column("unit", ForumText::Unit),
            pen.hidden("service", ForumText::Service),
            pen.column("disposition", ForumText::Disposition),
            pen.column("answer", ForumText::Answer),
            pen.column("owner", ForumText::Owner),
            pen.column("due", ForumText::Due),
            pen.column("done", ForumText::DoneDay),
            pen.column("state", ForumText::State),
            pen.hidden("result", ForumText::Result),
        ];
        let rows = self.figures.heard.iter().map(|heard| self.line(heard)).collect();
        let caption = pen.say(ForumText::Suggestions);
        let mut out = table("suggestions", caption, columns, rows, String::new());
        let view = |columns: &[&'static str]| View {
            title: String::new(),
            columns: columns.to_vec(),
        };
        out.views = vec![
            view(&["text", "unit", "disposition", "answer"]),
            view(&["text", "owner", "due", "done", "state"]),
        ];
        out
    }

    fn line(&self, heard: &Heard) -> Vec<Value> {
        let (pen, said) = (self.pen, &heard.suggestion);
        vec![
            id(heard),
            Value::Text(said.text.clone()),
            pen.code(said.kind.code(), said.kind.phrase()),
            self.unit(heard),
            self.service(heard),
            heard
                .disposition
                .map_or(Value::Missing, |one| pen.code(one.code(), one.phrase())),
            pen.text(said.answer.as_deref()),
            self.who.owner(said.owner.as_ref()),
            pen.date_or_not(said.due),
            pen.date_or_not(said.done),
            self.state(heard.state),
            pen.text(said.result.as_deref()),
        ]
    }

    fn state(&self, state: State) -> Value {
        let words = match state {
            State::Undecided => ForumText::StateUndecided,
            State::Closed => ForumText::StateClosed,
            State::Open => ForumText::StateOpen,
            State::Overdue => ForumText::StateOverdue,
            State::Done => ForumText::StateDone,
        };
        Value::Key {
            key: state.code().to_owned(),
            label: self.pen.say(words),
        }
    }

    fn unit(&self, heard: &Heard) -> Value {
        let unit = heard.suggestion.unit.as_ref();
        let unit = unit.and_then(|unit| self.who.units.find(&unit.value));
        unit.map_or(Value::Missing, |unit| self.who.unit(unit))
    }

    fn service(&self, heard: &Heard) -> Value {
        let Some(code) = &heard.suggestion.service else {
            return Value::Missing;
        };
        let mut services = self.settings.service.iter();
        let service = services.find(|service| *service.code.value == *code.value);
        service.map_or(Value::Missing, |service| Value::Key {
            key: code.value.to_string(),
            label: service.name.clone(),
        })
    }

    /// What is overdue, the longest first.
    pub(super) fn overdue(&self) -> Table {
        let pen = self.pen;
        let columns = vec![
            pen.hidden("id", ForumText::Forum),
            pen.column("text", ForumText::Suggestion),
            pen.column("owner", ForumText::Owner),
            pen.column("due", ForumText::Due),
        ];
        let mut overdue: Vec<&Heard> = self.figures.in_state(State::Overdue).collect();
        overdue.sort_by_key(|heard| heard.suggestion.due);
        let rows = overdue.into_iter().map(|heard| {
            vec![
                id(heard),
                Value::Text(heard.suggestion.text.clone()),
                self.who.owner(heard.suggestion.owner.as_ref()),
                pen.date_or_not(heard.suggestion.due),
            ]
        });
        table(
            "forum_overdue",
            pen.say(ForumText::OverdueItems),
            columns,
            rows.collect(),
            pen.say(ForumText::NothingOverdue),
        )
    }

    /// What nobody decided about yet, the oldest first.
    pub(super) fn undecided(&self) -> Table {
        let pen = self.pen;
        let columns = vec![
            pen.hidden("id", ForumText::Forum),
            pen.column("text", ForumText::Suggestion),
            pen.column("unit", ForumText::Unit),
            pen.column("date", ForumText::Date),
        ];
        let rows = self.figures.in_state(State::Undecided).map(|heard| {
            vec![
                id(heard),
                Value::Text(heard.suggestion.text.clone()),
                self.unit(heard),
                pen.date(heard.date),
            ]
        });
        let empty = match self.figures.heard.is_empty() {
            true => ForumText::NoSuggestions,
            false => ForumText::NothingUndecided,
        };
        table(
            "forum_undecided",
            pen.say(ForumText::UndecidedItems),
            columns,
            rows.collect(),
            pen.say(empty),
        )
    }
}

/// The address of a suggestion: its forum and its key there.
fn id(heard: &Heard) -> Value {
    Value::Text(format!("{}/{}", heard.forum, heard.suggestion.key.value.0))
}
