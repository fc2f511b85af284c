//! A development need as columns of a list.

use super::list::List;
use super::model::Value;
use crate::measure::needs::{Resolution, Stated};
use crate::words::report_plan::PlanText;

impl List<&Stated> {
    /// With the columns of a need, and of what became of it.
    pub(super) fn needs(self) -> Self {
        let pen = self.pen;
        self.col("date", ("Disebut pada", "Named on"), |need| pen.date(need.date))
            .col("source", ("Oleh", "By"), |need| {
                pen.key(need.source.code(), need.source.phrase())
            })
            .col("reason", PlanText::Reason, |need| {
                pen.text(need.reason.as_deref())
            })
            .hidden()
            .col("state", PlanText::State, |need| match need.outcome() {
                Resolution::Open => pen.key("open", ("belum ditanggapi", "open")),
                Resolution::Planned => pen.key("planned", ("direncanakan", "planned")),
                Resolution::Met => pen.key("met", ("terpenuhi", "met")),
            })
            .col("answer", ("Tanggapan", "Answer"), |need| {
                need.remedy.as_ref().map_or(Value::Missing, |remedy| {
                    let (title, day) = (remedy.title.clone(), pen.day(remedy.day));
                    pen.key(&title.clone(), PlanText::Answer { title, day })
                })
            })
    }
}
