//! Who a page is about: the lines with name, NIP, position and unit below its title.

use super::head::line_number;
use super::model::{Table, Value};
use super::page::Page;
use super::person::named;
use crate::measure::staff::Portrait;
use crate::words::report::Text;

impl Page<'_> {
    /// The office, and how it is reached: whom one asks about a page that it handed over.
    pub(super) fn how_to_reach(&self) -> String {
        let agency = &self.settings.agency;
        match &agency.contact {
            Some(contact) => format!("{} ({contact})", agency.name),
            None => agency.name.clone(),
        }
    }

    /// The name with titles, the NIP, the position and the unit.
    pub(super) fn about(&self, portrait: &Portrait) -> Vec<String> {
        let unit = portrait.unit.map(|unit| self.unit(unit).label().to_owned());
        let known = [self.nip_shown(portrait), portrait.position.clone(), unit];
        std::iter::once(named(portrait.person))
            .chain(known.into_iter().flatten())
            .collect()
    }

    /// Where the person and the evaluator sign.
    pub(super) fn signed_by_both(&self, portrait: &Portrait, evaluator: Option<u32>) -> Table {
        let pen = self.pen;
        let signed = |at: &usize, person: Option<u32>| match at {
            0 => pen.blank(("(tanda tangan)", "(signature)")),
            1 => pen.person_or_not(person),
            _ => Value::Text(self.nip_to_sign(person)),
        };
        let list = pen
            .list("signatures", 0..3)
            .col("line", Text::Line, |at| line_number(*at))
            .hidden()
            .col("staff", ("Pegawai", "Civil servant"), |at| {
                signed(at, Some(portrait.person))
            })
            .col("evaluator", ("Pejabat penilai kinerja", "Evaluator"), |at| {
                signed(at, evaluator)
            });
        list.table()
    }

    /// The NIP, whole: the page is the person's own.
    fn nip_shown(&self, portrait: &Portrait) -> Option<String> {
        let kind = match portrait.employment.is_pppk() {
            true => "NI PPPK",
            false => "NIP",
        };
        Some(format!("{kind} {}", portrait.nip.as_ref()?))
    }
}
