//! `bina plan list|show|propose|compare|carry`: the plan of a year, from draft to what was not done of it.

mod compare;
mod writing;

use super::documents;
use super::verb::{Act, Argument, OUTPUT, argument, verbs};
use crate::change::yearly::{self, Item};
use crate::change::{Draft, Request, paper};
use crate::diagnostic::Findings;
use crate::gather;
use crate::gather::reading::{Archive, Reading};
use crate::load;
use crate::measure::plan::State;
use crate::measure::trace::Trace;
use crate::records::plan::Plan;
use crate::records::settings::Settings;
use crate::records::time::{Day, Month, Period};
use crate::report;
use crate::words::change::Hint;
use crate::words::proposal::ProposalText;
use crate::words::{Lang, Say};
use writing::Writing;

const YEAR: Argument = argument!(Place "year" "YEAR", id "Tahun rencana", en "The year of the plan");

verbs! {
    "plan" "list" "daftar", id "Mencetak daftar rencana.", en "Prints the list of plans." {
        [OUTPUT]
    } Act::Run(documents::list::<Plan>), "bina plan list";

    "plan" "show" "lihat", id "Mencetak dokumen rencana setahun; realisasinya: bina plan compare.", en "Prints the document of a year's plan; what was done of it: bina plan compare." {
        [YEAR]
    } Act::Run(documents::show::<Plan>), "bina plan show 2026";

    "plan" "propose" "usulkan", id "Menulis rancangan rencana setahun: dari kesenjangan, kebutuhan, sertifikat, JP, predikat, dan pengaduan.", en "Writes a draft plan of a year: from gaps, needs, certificates, JP, predicates and complaints." {
        [YEAR]
    } Act::Change(propose), "bina plan propose 2027 --dry-run";

    "plan" "compare" "bandingkan", id "Mencetak rencana setahun di samping realisasinya sampai hari ini.", en "Prints the plan of a year beside what was done up to today." {
        [YEAR]
        [Made(compare::format) "format"]
    } Act::Run(compare::compare), "bina plan compare 2026";

    "plan" "carry" "lanjutkan", id "Melanjutkan butir yang terlambat ke rencana tahun berikutnya.", en "Carries late items on to the plan of the next year." {
        [YEAR]
    } Act::Change(carry), "bina plan carry 2026 --as-of 2026-12-31";
}

/// The last month that is over today and not after the plan's year.
fn known(year: i32, today: Day) -> Month {
    let over = match today.month().last() == today {
        true => today.month(),
        false => today.month().plus(-1),
    };
    over.min(Month::of(year, 12).unwrap_or(over))
}

/// Today, and not after the plan's year.
fn until(year: i32, today: Day) -> Day {
    let last = Month::of(year, 12).map(Month::last);
    last.map_or(today, |last| last.min(today))
}

fn propose(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let year = yearly::year(draft, request.text("year"))?;
    let (directory, mut findings) = (draft.directory, Findings::new());
    // What is known before the year begins decides its plan.
    let basis = known(year - 1, request.today);
    let office = load::office(directory, &mut findings);
    let proposal = office
        .as_ref()
        .and_then(|office| gather::proposal::proposal(directory, office, (year, basis), &mut findings));
    draft.findings.append(findings);
    let (office, proposal) = (office?, proposal.filter(|_| draft.is_good())?);
    let day = report::day_in_words(proposal.as_of, request.lang);
    let writing = Writing::new(&proposal, &office.settings);
    let items: Vec<Item> = proposal.items.iter().map(|one| writing.item(one)).collect();
    let count = items.len();
    if count > 0 {
        yearly::add(draft, year, &title(&office.settings, year), items);
        draft.note(Hint::PlanProposed { year, count, day });
        draft.added.push(year.to_string());
        return Some(());
    }
    paper::is_free::<Plan>(draft, &year.to_string());
    draft.note(Hint::PlanEmpty { year, day });
    let next = request.today.year() + 1;
    if year < next {
        draft.note(Hint::PlanNextYear { next });
    }
    Some(())
}

fn carry(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let year = yearly::year(draft, request.text("year"))?;
    yearly::open_to_carry(draft, year);
    if !draft.is_good() {
        return None;
    }
    let directory = draft.directory;
    let office = load::office(directory, &mut draft.findings)?;
    let as_of = until(year, request.today);
    let archive = Archive::new(directory, &office, Period::month(as_of.month()));
    let mut reading = Reading::new(&archive, Trace::silent());
    let plan = gather::plan::compared(&mut reading, (year, as_of)).plan;
    draft.findings.append(reading.findings);
    let late = plan.iter().flat_map(|plan| plan.in_state(State::Late));
    let items: Vec<_> = late.map(|figures| &figures.item).collect();
    let title = title(&office.settings, year + 1);
    let carried = yearly::carry(draft, year, &title, &items);
    note_carried(draft, year + 1, &carried, request.lang);
    draft.added.extend(carried.into_iter().map(|one| one.key));
    Some(())
}

/// Says how many items went on, and in which months.
fn note_carried(draft: &mut Draft<'_>, next: i32, carried: &[yearly::Carried], lang: Lang) {
    let (early, same): (Vec<_>, Vec<_>) = carried.iter().partition(|one| one.is_early);
    if !same.is_empty() {
        let count = same.len();
        draft.note(Hint::PlanCarried { count, next });
    }
    if let Some(first) = early.first() {
        let (count, month) = (early.len(), report::month_in_words(first.month, lang));
        draft.note(Hint::PlanRenewals { count, month });
    }
}

/// The title of a draft, in the office's language.
fn title(settings: &Settings, year: i32) -> String {
    let agency = settings.agency.name.clone();
    ProposalText::PlanTitle { agency, year }.text(settings.lang())
}
