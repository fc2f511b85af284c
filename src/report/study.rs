//! Further education as columns of a list.

use super::list::List;
use super::model::Value;
use crate::measure::study::Study;

impl List<&Study> {
    /// With the columns of a study.
    pub(super) fn studies(self) -> Self {
        let pen = self.pen;
        self.col("level", ("Jenjang", "Level"), |one| {
            let level = one.level;
            pen.key(level.code(), level.phrase())
        })
        .col("field", ("Bidang studi", "Field of study"), |one| {
            pen.text(one.field.as_deref())
        })
        .col("institution", ("Lembaga", "Institution"), |one| {
            pen.text(one.institution.as_deref())
        })
        .col("start", ("Mulai", "From"), |one| pen.date(one.start))
        .col("end", ("Berakhir", "Until"), |one| {
            one.end.map_or(Value::Missing, |end| pen.date(end))
        })
        .col("status", ("Keadaan", "State"), |one| {
            let status = one.status;
            pen.key(status.code(), status.phrase())
        })
    }
}
