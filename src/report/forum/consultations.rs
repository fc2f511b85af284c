//! What policy consultations led to, and which civil servants took part, in counts.

use super::super::figure::table;
use super::super::model::{Section, Table, Value};
use super::Hall;
use crate::measure::forum::{Consulted, Held};
use crate::measure::regulation::Known;
use crate::measure::trace::ALL;
use crate::words::report_forum::ForumText;
use std::collections::BTreeMap;

impl Hall<'_> {
    /// The section.
    pub(super) fn consultations(
        &self,
        regulations: &[Known],
        consulted: &BTreeMap<Option<u32>, Consulted>,
    ) -> Section {
        let pen = self.pen;
        let mut out = pen.section("consultations", ForumText::Consultations);
        let columns = vec![
            pen.hidden("id", ForumText::Consultation),
            pen.column("title", ForumText::Consultation),
            pen.column("date", ForumText::Date),
            pen.column("staff", ForumText::Servants),
            pen.column("adopted", ForumText::Adopted),
            pen.column("regulation", ForumText::Regulation),
            pen.column("in_force", ForumText::InForce),
        ];
        let rows = self.figures.consultations().map(|held| {
            let led_to = regulation(held, regulations);
            let label = led_to.map_or_else(
                || pen.blank(ForumText::NoRegulation),
                |known| Value::Key {
                    key: known.id.clone(),
                    label: format!("{}: {}", known.number, known.title),
                },
            );
            vec![
                Value::Text(held.id.clone()),
                Value::Text(held.forum.title.clone()),
                pen.date(held.forum.date.value),
                pen.count(held.people().count() as u64),
                pen.count_of(held.dispositions.adopted(), held.dispositions.said),
                label,
                pen.date_or_not(led_to.map(|known| known.in_force)),
            ]
        });
        let rows = rows.collect();
        out.tables = vec![
            Table {
                numbers: self
                    .figures
                    .consultations()
                    .map(|held| held.forum.origin.into())
                    .collect(),
                ..table("consultations", String::new(), columns, rows, String::new())
            },
            self.by_unit(consulted),
        ];
        out.tables.retain(|table| !table.rows.is_empty());
        out
    }

    fn by_unit(&self, units: &BTreeMap<Option<u32>, Consulted>) -> Table {
        let pen = self.pen;
        let columns = vec![
            pen.column("unit", ForumText::Unit),
            pen.column("people", ForumText::People),
            pen.column("participations", ForumText::Times),
        ];
        let rows = units.iter().map(|(unit, consulted)| {
            let key = match unit {
                Some(unit) => self.who.unit(*unit),
                None => pen.key("unknown", ForumText::Unknown),
            };
            vec![key, pen.count(consulted.people), pen.count(consulted.times)]
        });
        let caption = pen.say(ForumText::ByUnit);
        Table {
            numbers: units.keys().map(|unit| unit.map_or(ALL, u64::from)).collect(),
            ..table(
                "consultation_units",
                caption,
                columns,
                rows.collect(),
                String::new(),
            )
        }
    }
}

/// The regulation that a consultation is about, or that names it.
fn regulation<'k>(held: &Held, regulations: &'k [Known]) -> Option<&'k Known> {
    let named = held.forum.regulation.as_ref();
    regulations.iter().find(|known| {
        named.is_some_and(|id| *id.value == *known.id) || known.consultation.as_ref() == Some(&held.id)
    })
}
