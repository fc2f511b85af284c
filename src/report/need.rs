//! A development need as columns of a list.

use super::figure::Pen;
use super::list::List;
use super::model::Value;
use crate::measure::needs::{Resolution, Stated};
use crate::words::report_plan::PlanText;

impl Pen {
    /// What became of a need.
    pub(super) fn became(self, outcome: Resolution) -> Value {
        match outcome {
            Resolution::Open => self.key("open", ("belum ditanggapi", "open")),
            Resolution::Planned => self.key("planned", ("direncanakan", "planned")),
            Resolution::Met => self.key("met", ("terpenuhi", "met")),
        }
    }
}

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
            .col("state", PlanText::State, |need| pen.became(need.outcome()))
            .col("answer", ("Tanggapan", "Answer"), |need| {
                need.remedy.as_ref().map_or(Value::Missing, |remedy| {
                    let (title, day) = (remedy.title.clone(), pen.day(remedy.day));
                    pen.key(&title.clone(), PlanText::Answer { title, day })
                })
            })
    }
}
