//! What policy consultations led to, and which civil servants took part, in counts.

use super::super::figure::table;
use super::super::model::{Section, Table, Value};
use super::Hall;
use crate::measure::forum::Held;
use crate::measure::regulation::Known;
use crate::words::report_forum::ForumText;
use std::collections::{BTreeMap, BTreeSet};

impl Hall<'_> {
    /// The section.
    pub(super) fn consultations(&self, regulations: &[Known]) -> Section {
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
                pen.count(people(held).len() as u64),
                pen.count_of(held.dispositions.adopted(), held.dispositions.said),
                label,
                pen.date_or_not(led_to.map(|known| known.in_force)),
            ]
        });
        let rows = rows.collect();
        out.tables = vec![
            table("consultations", String::new(), columns, rows, String::new()),
            self.by_unit(),
        ];
        out.tables.retain(|table| !table.rows.is_empty());
        out
    }

    fn by_unit(&self) -> Table {
        let pen = self.pen;
        let mut units: BTreeMap<Option<u32>, (BTreeSet<&str>, u64)> = BTreeMap::new();
        for held in self.figures.consultations() {
            for id in people(held) {
                let person = self.who.people.find(id);
                let unit = person.and_then(|person| self.who.people.list[person as usize].unit());
                let (known, times) = units.entry(unit).or_default();
                known.insert(id);
                *times += 1;
            }
        }
        let columns = vec![
            pen.column("unit", ForumText::Unit),
            pen.column("people", ForumText::People),
            pen.column("participations", ForumText::Times),
        ];
        let rows = units.into_iter().map(|(unit, (known, times))| {
            let key = match unit {
                Some(unit) => self.who.unit(unit),
                None => pen.key("unknown", ForumText::Unknown),
            };
            vec![key, pen.count(known.len() as u64), pen.count(times)]
        });
        let caption = pen.say(ForumText::ByUnit);
        table(
            "consultation_units",
            caption,
            columns,
            rows.collect(),
            String::new(),
        )
    }
}

/// The civil servants who took part, each once.
fn people(held: &Held) -> BTreeSet<&str> {
    held.forum.staff.iter().map(|id| &*id.value.0).collect()
}

/// The regulation that a consultation is about, or that names it.
fn regulation<'k>(held: &Held, regulations: &'k [Known]) -> Option<&'k Known> {
    let named = held.forum.regulation.as_ref();
    regulations.iter().find(|known| {
        named.is_some_and(|id| *id.value == *known.id) || known.consultation.as_ref() == Some(&held.id)
    })
}
