//! The page that a code belongs to: nothing is kept of codes, so it is found by making the pages that may have it.

use super::papers::CERTIFICATE;
use super::{Inquiry, KINDS, Kind};
use crate::change::{Draft, paper};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::gather::reading::{Archive, Reading};
use crate::load::{self, Office};
use crate::measure::trace::Trace;
use crate::records::seal::{Seal, SealedPage};
use crate::records::time::{Day, Month, Period};
use crate::records::training::Training;
use crate::report;
use crate::report::model::Report;
use crate::words::Lang;

/// A page with a code as the records make it now, and whether it has the same code.
pub struct SealedNow {
    /// The page.
    pub report: Report,
    /// Whether all that the code was made of is the same.
    pub is_same: bool,
}

/// The page of a code: that which still has it, else one about the same subject; `None` where the records make none.
pub fn page_of(
    seal: Seal,
    (directory, office): (&Directory, &Office),
    (today, lang): (Day, Lang),
    findings: &mut Findings,
) -> Option<SealedNow> {
    let (page, month) = (seal.page()?, seal.month()?);
    let mut found = None;
    for (id, period) in subjects(page, (seal, month), (directory, office), findings) {
        let asked = Inquiry {
            period,
            lang,
            subject: Some(&id),
            ..Inquiry::of_month(directory, office, month, today)
        };
        let Some(mut report) = asked.make(kind(page)?, findings, &mut Trace::silent()) else {
            continue;
        };
        let mut own = std::mem::take(&mut report.seals);
        own.retain(|own| seal.is_same_subject(&own.seal()));
        own.sort_by_key(|own| own.seal() != seal);
        let Some(sealed) = own.into_iter().next() else {
            continue;
        };
        let is_same = sealed.seal() == seal;
        // Of the sheets of a programme, the one that it is about.
        if let Some((_, person)) = sealed.subject.split_once(' ') {
            report::without_sheet(&mut report, &[person.to_owned()]);
        }
        let now = SealedNow { report, is_same };
        if is_same {
            return Some(now);
        }
        found.get_or_insert(now);
    }
    found
}

fn kind(page: SealedPage) -> Option<&'static Kind> {
    match page {
        SealedPage::Transcript => KINDS.iter().find(|kind| kind.name == "transcript"),
        SealedPage::Certificate => Some(&CERTIFICATE),
    }
}

/// What the page may be about, and the time of which it is.
fn subjects(
    page: SealedPage,
    (seal, month): (Seal, Month),
    (directory, office): (&Directory, &Office),
    findings: &mut Findings,
) -> Vec<(String, Period)> {
    match page {
        SealedPage::Transcript => {
            let archive = Archive::new(directory, office, Period::month(month));
            // What is wrong with the records is told by the page.
            let people = &Reading::new(&archive, Trace::silent()).roster().people;
            let all = (0..people.list.len()).map(|number| people.id(number as u32));
            all.filter(|id| seal.is_about(id))
                .map(|id| (id, Period::month(month)))
                .collect()
        }
        SealedPage::Certificate => {
            let ids = paper::ids::<Training>(&mut Draft::new(directory), Some(month));
            let end = |id: String| {
                let end = load::training(directory, &id, findings)?.end.value;
                Some((id, Period::month(end.month())))
            };
            ids.into_iter().filter_map(end).collect()
        }
    }
}
