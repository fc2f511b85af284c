//! `bina plan list|show|propose|compare|carry`: the plan of a year, from draft to what was not done of it.

mod list;

use super::Verb;
use super::arguments::{dry_run, form, format_named, names, place, typed};
use crate::change::yearly::{self, Item};
use crate::change::{Draft, Reason};
use crate::clerk;
use crate::diagnostic::Findings;
use crate::gather;
use crate::gather::proposal::Proposal;
use crate::gather::reading;
use crate::load;
use crate::measure::plan::State;
use crate::measure::proposal::{About, Proposed, Why};
use crate::measure::trace::Trace;
use crate::records::code::PlanItemKind;
use crate::records::settings::Settings;
use crate::records::time::{Day, Month};
use crate::render::{Format, Options};
use crate::report;
use crate::session::{Exit, Session};
use crate::words::change::{Note, Slip};
use crate::words::proposal::ProposalText;
use crate::words::{Lang, Phrase, Say};
use clap::{Arg, ArgMatches};

pub use list::{LIST, SHOW};

/// The subject.
const NAME: &str = "plan";

/// The longest key that is made of words.
const LONGEST_KEY: usize = 48;

/// `bina plan propose`.
pub static PROPOSE: Verb = Verb {
    subject: NAME,
    name: "propose",
    alias: "usulkan",
    about: Phrase {
        id: "Menulis rancangan rencana setahun: dari kesenjangan, kebutuhan, sertifikat, JP, predikat, dan pengaduan.",
        en: "Writes a draft plan of a year: from gaps, needs, certificates, JP, predicates and complaints.",
    },
    build: |command, lang| {
        command
            .args([year(lang), dry_run(lang)])
            .after_help("bina plan propose 2027 --dry-run")
    },
    run: propose,
};

/// `bina plan compare`.
pub static COMPARE: Verb = Verb {
    subject: NAME,
    name: "compare",
    alias: "bandingkan",
    about: Phrase {
        id: "Mencetak rencana setahun di samping realisasinya sampai hari ini.",
        en: "Prints the plan of a year beside what was done up to today.",
    },
    build: |command, lang| {
        let format = Arg::new("format").short('O').long("format");
        let format = format.value_name("FORMAT").help(form(&names(&formats()), lang));
        command
            .args([year(lang), format])
            .after_help("bina plan compare 2026")
    },
    run: compare,
};

/// `bina plan carry`.
pub static CARRY: Verb = Verb {
    subject: NAME,
    name: "carry",
    alias: "lanjutkan",
    about: Phrase {
        id: "Melanjutkan butir yang terlambat ke rencana tahun berikutnya.",
        en: "Carries late items on to the plan of the next year.",
    },
    build: |command, lang| {
        command
            .args([year(lang), dry_run(lang)])
            .after_help("bina plan carry 2026 --as-of 2026-12-31")
    },
    run: carry,
};

fn year(lang: Lang) -> Arg {
    let help = Phrase {
        id: "Tahun rencana",
        en: "The year of the plan",
    };
    place("year", "YEAR", help, lang)
}

/// The year that was typed.
fn asked(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<i32> {
    let text = typed(matches, "year").unwrap_or_default();
    match Month::parse(&format!("{text}-01")) {
        Some(month) => Ok(month.year()),
        None => {
            let slip = Slip::YearForm {
                text: text.to_owned(),
            };
            let slips = [("YEAR".to_owned(), Reason::from(slip))];
            Err(clerk::slipped(&slips, session)?)
        }
    }
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

fn propose(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let year = asked(matches, session)?;
    let directory = session.directory()?;
    let (mut draft, mut ids) = (Draft::new(&directory), Vec::new());
    let mut findings = Findings::new();
    // What is known before the year begins decides its plan.
    let basis = known(year - 1, session.today);
    let office = load::office(&directory, &mut findings);
    let proposal = office
        .as_ref()
        .and_then(|office| gather::proposal::proposal(&directory, office, (year, basis), &mut findings));
    draft.findings.append(findings);
    if let (Some(office), Some(proposal)) = (&office, &proposal)
        && draft.is_good()
    {
        let writing = Writing {
            proposal,
            settings: &office.settings,
            lang: office.settings.lang(),
        };
        let items: Vec<Item> = proposal.items.iter().map(|one| writing.item(one)).collect();
        let (count, day) = (items.len(), report::day_in_words(proposal.as_of, session.lang));
        if count > 0 {
            yearly::add(&mut draft, year, &writing.title(), items);
            draft.note(Note::PlanProposed { year, count, day });
            ids.push(year.to_string());
        } else {
            yearly::refuse_existing(&mut draft, year);
            draft.note(Note::PlanEmpty { year, day });
            let next = session.today.year() + 1;
            if year < next {
                draft.note(Note::PlanNextYear { next });
            }
        }
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &ids)
}

/// The formats in which a plan is printed on the screen.
fn formats() -> Vec<&'static Format> {
    Format::those(|format| format.is_text)
}

fn compare(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let year = asked(matches, session)?;
    let formats = formats();
    let format = match typed(matches, "format") {
        Some(name) => format_named(name, &formats, session)?,
        None => formats[0],
    };
    let directory = session.directory()?;
    let mut findings = Findings::new();
    let as_of = until(year, session.today);
    let report = load::office(&directory, &mut findings).and_then(|office| {
        let lang = session.asked_lang.unwrap_or_else(|| office.settings.lang());
        let gathered = gather::plan::compared(&directory, (year, as_of), &mut findings, &mut Trace::silent());
        let mut report =
            report::plan(&gathered, &office.settings, &office.rules, lang).map(report::office)?;
        let people = report.people();
        report.name(&reading::names(&directory, &people));
        Some(report)
    });
    let Some(report) = report.filter(|_| findings.errors() == 0) else {
        return Err(clerk::broken(&directory, &findings, session)?);
    };
    let options = Options {
        width: session.terminal_width.unwrap_or(100),
        color: session.color,
        table: None,
    };
    (format.report)(&report, &options, session.out)?;
    Ok(Exit::Done)
}

fn carry(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let year = asked(matches, session)?;
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    yearly::open_to_carry(&mut draft, year);
    let mut keys = Vec::new();
    if draft.is_good()
        && let Some(office) = load::office(&directory, &mut draft.findings)
    {
        let as_of = until(year, session.today);
        let plan = gather::plan::compared(
            &directory,
            (year, as_of),
            &mut draft.findings,
            &mut Trace::silent(),
        )
        .plan;
        let late = plan.iter().flat_map(|plan| plan.in_state(State::Late));
        let items: Vec<_> = late.map(|figures| &figures.item).collect();
        let title = title(&office.settings, year + 1);
        let carried = yearly::carry(&mut draft, year, &title, &items);
        note_carried(&mut draft, year + 1, &carried, session.lang);
        keys = carried.into_iter().map(|one| one.key).collect();
    }
    clerk::finish(&draft, session, matches.get_flag("dry-run"), &keys)
}

/// Says how many items went on, and in which months.
fn note_carried(draft: &mut Draft<'_>, next: i32, carried: &[yearly::Carried], lang: Lang) {
    let (early, same): (Vec<_>, Vec<_>) = carried.iter().partition(|one| one.is_early);
    if !same.is_empty() {
        let count = same.len();
        draft.note(Note::PlanCarried { count, next });
    }
    if let Some(first) = early.first() {
        let (count, month) = (early.len(), report::month_in_words(first.month, lang));
        draft.note(Note::PlanRenewals { count, month });
    }
}

/// The title of a draft, in the office's language.
fn title(settings: &Settings, year: i32) -> String {
    let agency = settings.agency.name.clone();
    ProposalText::PlanTitle { agency, year }.text(settings.lang())
}

/// How a proposal is written as items of a plan.
struct Writing<'w> {
    proposal: &'w Proposal,
    settings: &'w Settings,
    lang: Lang,
}

impl Writing<'_> {
    fn title(&self) -> String {
        title(self.settings, self.proposal.year)
    }

    fn item(&self, one: &Proposed) -> Item {
        let (people, units) = (&self.proposal.figures.people, &self.proposal.figures.units);
        let staff: Vec<String> = one.persons.iter().map(|person| people.id(*person)).collect();
        let codes: Vec<&str> = one
            .units
            .iter()
            .map(|unit| &*units.codes[*unit as usize])
            .collect();
        let competency = match one.about {
            About::Competency(number) => Some(self.proposal.catalogue.codes[number as usize].clone()),
            _ => None,
        };
        let participants = (!staff.is_empty()).then(|| staff.len().to_string());
        let fields = [
            ("key", Some(self.key(one))),
            ("title", Some(self.name(one).text(self.lang))),
            ("kind", Some(one.kind.code().to_owned())),
            ("competency", competency),
            ("units", Some(codes.join(","))),
            ("staff", Some(staff.join(","))),
            ("month", Some(one.month.to_string())),
            ("participants", participants),
            ("jp", one.jp.map(|jp| jp.to_string())),
            ("reason", Some(self.reason(one))),
        ];
        let fields = fields.into_iter();
        fields.filter_map(|(name, text)| Some((name, text?))).collect()
    }

    fn key(&self, one: &Proposed) -> String {
        let code = |number: u32| &*self.proposal.catalogue.codes[number as usize];
        match (&one.about, one.kind) {
            (About::Competency(number), PlanItemKind::Mentoring) => key("mentoring", code(*number)),
            (About::Competency(number), _) => key("pelatihan", code(*number)),
            (About::Scheme(scheme), _) => key("sertifikat", scheme),
            (About::Hours, _) => "jp-minimum".to_owned(),
            (About::Guidance, _) => "coaching-kinerja".to_owned(),
            (About::Complaints(service), _) => key("pengaduan", service.as_deref().unwrap_or("")),
        }
    }

    fn name(&self, one: &Proposed) -> ProposalText {
        match &one.about {
            About::Competency(number) => {
                let name = self.proposal.catalogue.names[*number as usize].clone();
                match one.kind {
                    PlanItemKind::Mentoring => ProposalText::Mentoring { name },
                    _ => ProposalText::Training { name },
                }
            }
            About::Scheme(scheme) => ProposalText::Certification {
                scheme: scheme.clone(),
            },
            About::Hours => ProposalText::Hours,
            About::Guidance => ProposalText::Coaching,
            About::Complaints(None) => ProposalText::ComplaintsAny,
            About::Complaints(Some(code)) => {
                let mut services = self.settings.service.iter();
                let service = services.find(|service| *service.code.value == **code);
                ProposalText::Complaints {
                    service: service.map_or_else(|| code.clone(), |service| service.name.clone()),
                }
            }
        }
    }

    /// Every reason behind an item, and up to which day the records were read.
    fn reason(&self, one: &Proposed) -> String {
        let mut reasons = one.reasons.iter().map(|why| self.why(*why).text(self.lang));
        let first = reasons.next().unwrap_or_default();
        let rest: String = reasons.map(|reason| format!("; {reason}")).collect();
        let day = report::day_in_words(self.proposal.as_of, self.lang);
        ProposalText::Reason { first, rest, day }.text(self.lang)
    }

    fn why(&self, why: Why) -> ProposalText {
        match why {
            Why::Gap { people, levels } => ProposalText::Gap { people, levels },
            Why::Colleague { people } => ProposalText::Colleague { people },
            Why::Named { people } => ProposalText::Named { people },
            Why::Expiring { count, first } => ProposalText::Expiring {
                count,
                day: report::day_in_words(first, self.lang),
            },
            Why::Short { people, jp } => ProposalText::Short {
                people,
                jp: crate::words::number(self.lang, &jp.to_string()),
            },
            Why::Low { people } => ProposalText::Low { people },
            Why::Complaints { count } => ProposalText::Overdue { count },
        }
    }
}

/// A key of two parts: lower-case letters and digits, all else a hyphen.
fn key(kind: &str, text: &str) -> String {
    let mut out = kind.to_owned();
    let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    for part in parts.filter(|part| !part.is_empty()) {
        if out.len() + part.len() < LONGEST_KEY {
            out.push('-');
            out.push_str(&part.to_lowercase());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn keys_are_ids() {
        assert_eq!(
            key("sertifikat", "Pengadaan Barang/Jasa (Level 1)"),
            "sertifikat-pengadaan-barang-jasa-level-1"
        );
        assert_eq!(key("pengaduan", ""), "pengaduan");
        let long = key("sertifikat", &"kata ".repeat(40));
        assert!(long.len() <= 64 && !long.ends_with('-'));
    }
}
