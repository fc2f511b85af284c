//! The people of the month before and their JP, for the key figures of a month.

use super::{Hours, PersonHours, at_most};
use crate::records::code::Employment;
use crate::records::people::Person;

/// Those who counted at the end of the month before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HoursBefore {
    /// How many ASN there were.
    pub staff: u64,
    /// How many of them were PNS.
    pub pns: u64,
    /// The JP of PNS, in 1/10,000; `None` where the records do not tell all of the year, or not the JP of somebody.
    pub pns_jp: Option<i128>,
    /// How many PNS have JP.
    pub pns_earning: u64,
    /// PNS below the floor; `None` where nobody can tell.
    pub under_floor: Option<u64>,
}

impl Hours<'_> {
    /// Nobody yet.
    pub(super) fn nobody_before(&self) -> HoursBefore {
        let is_all = at_most(&self.unrolled_before, self.before_year) == 0;
        HoursBefore {
            pns_jp: (is_all && self.tells_from(self.before_year)).then_some(0),
            under_floor: self.tells_from(self.before_year).then_some(0),
            ..HoursBefore::default()
        }
    }

    /// Counts a person among them.
    pub(super) fn count_before(&self, person: &Person, hours: &PersonHours, before: &mut HoursBefore) {
        if person.counting_before().is_none() {
            return;
        }
        before.staff += 1;
        if person.employment_before == Employment::Pns {
            before.pns += 1;
            let jp = hours.before.0;
            let told = before.pns_jp.filter(|_| hours.unknown_before == 0);
            before.pns_jp = told.map(|sum| sum + i128::from(jp));
            before.pns_earning += u64::from(jp > 0);
            let year = (self.before_year, &*self.unrolled_before);
            let is_below = self.is_below(hours.before, hours.unknown_before, year);
            before.under_floor = before
                .under_floor
                .zip(is_below)
                .map(|(all, one)| all + u64::from(one));
        }
    }
}
