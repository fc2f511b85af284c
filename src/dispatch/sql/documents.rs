//! What the documents say of the yearly plan and of forums, as lists of facts: no csv file holds it.

use super::facts::{Facts, SqlCell, list};
use crate::change::Draft;
use crate::load;
use crate::measure::forum::MONTHS;

impl Facts<'_> {
    /// The items of the plan of the month's year.
    pub(super) fn plan(&self, draft: &mut Draft<'_>) -> String {
        let plan = load::plan(draft.directory, self.month.year(), &mut draft.findings);
        let plan = plan.and_then(|plan| plan.on(self.month.last()));
        let rows = plan.iter().flat_map(|plan| &plan.item).map(|item| {
            vec![
                SqlCell::text(&*item.key.value.0),
                SqlCell::text(&item.title),
                SqlCell::text(item.kind.code()),
                SqlCell::text(item.month.value.to_string()),
                SqlCell::Number(item.cost.as_ref().map(|cost| cost.value.to_string())),
            ]
        });
        let columns = [
            ("item", "STRING"),
            ("title", "STRING"),
            ("kind", "STRING"),
            ("month", "STRING"),
            ("budget", "BIGINT"),
        ];
        let about = "the items of the plan of the year, as they stand on the last day.";
        list("plan", about, &columns, &rows.collect::<Vec<_>>(), self.dialect)
    }

    /// The forums of the months that the report looks back on, and what was said there.
    pub(super) fn forums(&self, draft: &mut Draft<'_>) -> Vec<String> {
        let (mut held, mut said) = (Vec::new(), Vec::new());
        for month in self.month.plus(1 - i32::from(MONTHS)).to(self.month) {
            for (id, forum) in load::forums(draft.directory, month, &mut draft.findings) {
                let came = forum.attendance.iter().map(|group| group.count);
                let came = (!forum.attendance.is_empty()).then(|| came.sum::<i64>().to_string());
                held.push(vec![
                    SqlCell::text(&id),
                    SqlCell::text(&forum.title),
                    SqlCell::text(forum.kind.code()),
                    SqlCell::Day(Some(forum.date.value)),
                    SqlCell::Number(came),
                ]);
                said.extend(forum.suggestion.iter().map(|one| {
                    vec![
                        SqlCell::text(format!("{id}/{}", one.key.value.0)),
                        SqlCell::text(&id),
                        SqlCell::text(one.kind.code()),
                        SqlCell::known(one.unit.as_ref().map(|unit| &*unit.value.0)),
                        SqlCell::known(one.disposition.map(|decided| decided.code())),
                        SqlCell::Flag(one.owner.is_some()),
                        SqlCell::Day(one.told),
                        SqlCell::Day(one.answered),
                        SqlCell::Day(one.due),
                        SqlCell::Day(one.done),
                    ]
                }));
            }
        }
        let of_held = [
            ("id", "STRING"),
            ("title", "STRING"),
            ("kind", "STRING"),
            ("held_on", "DATE"),
            ("came", "BIGINT"),
        ];
        let of_said = [
            ("id", "STRING"),
            ("forum", "STRING"),
            ("kind", "STRING"),
            ("unit", "STRING"),
            ("disposition", "STRING"),
            ("is_owned", "BOOLEAN"),
            ("told", "DATE"),
            ("answered", "DATE"),
            ("due", "DATE"),
            ("done", "DATE"),
        ];
        let about = "the forums and consultations of twelve months, as they were when this was written.";
        vec![
            list("forums", about, &of_held, &held, self.dialect),
            list(
                "suggestions",
                "what was said there.",
                &of_said,
                &said,
                self.dialect,
            ),
        ]
    }
}
