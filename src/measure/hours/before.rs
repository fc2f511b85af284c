//! The people of the month before and their JP, for the key figures of a month.

use super::{HoursColumn as Of, PersonHours, UnitHours};
use crate::measure::hours::Hours;
use crate::records::code::Employment;
use crate::records::people::Person;

impl Hours<'_> {
    /// How many programmes of that year had begun by then and have nobody on record.
    pub(super) fn count_unrolled_before(&self) -> u64 {
        let own = self.unrolled_before.iter();
        own.filter(|(end, _)| *end >= self.before_year).count() as u64
    }

    /// Counts a person among those who counted at the end of the month before, in what a key figure tells of it.
    pub(super) fn count_before(&self, person: &Person, hours: &PersonHours, before: &mut UnitHours) {
        if person.counting_before().is_none() {
            return;
        }
        before.add(Of::staff, 1);
        if person.employment_before == Employment::Pns {
            before.add(Of::pns, 1);
            before.add(Of::pns_jp, hours.before.0);
            before.add(Of::pns_unknown, i64::from(hours.unknown_before > 0));
            before.add(Of::pns_earning, i64::from(hours.before.0 > 0));
            let year = (self.before_year, &*self.unrolled_before);
            let is_below = self.is_below(hours.before, hours.unknown_before, year);
            before.judge(is_below, Of::under_floor, Of::floor_judged, Of::floor_unknown);
        }
    }
}
