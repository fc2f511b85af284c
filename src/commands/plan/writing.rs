//! How a proposal is written as items of a plan: keys, titles, reasons in the office's language.

use crate::change::yearly::Item;
use crate::gather::proposal::Proposal;
use crate::measure::proposal::{Proposed, Theme, Why};
use crate::records::code::PlanItemKind;
use crate::records::settings::Settings;
use crate::report;
use crate::words::proposal::ProposalText;
use crate::words::{Lang, Say};

/// The longest key that is made of words.
const LONGEST_KEY: usize = 48;

/// How a proposal is written as items of a plan.
pub(super) struct Writing<'w> {
    proposal: &'w Proposal,
    settings: &'w Settings,
    lang: Lang,
}

impl<'w> Writing<'w> {
    /// In the language of the office.
    pub(super) fn new(proposal: &'w Proposal, settings: &'w Settings) -> Writing<'w> {
        let lang = settings.lang();
        Writing {
            proposal,
            settings,
            lang,
        }
    }

    /// The fields of one item.
    pub(super) fn item(&self, one: &Proposed) -> Item {
        let (people, units) = (&self.proposal.roster.people, &self.proposal.roster.units);
        let staff: Vec<String> = one.persons.iter().map(|person| people.id(*person)).collect();
        let codes: Vec<&str> = one
            .units
            .iter()
            .map(|unit| &*units.codes[*unit as usize])
            .collect();
        let competency = match one.about {
            Theme::Competency(number) => Some(self.proposal.catalogue.codes[number as usize].clone()),
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
            (Theme::Competency(number), PlanItemKind::Mentoring) => key("mentoring", code(*number)),
            (Theme::Competency(number), _) => key("pelatihan", code(*number)),
            (Theme::Scheme(scheme), _) => key("sertifikat", scheme),
            (Theme::Hours, _) => "jp-minimum".to_owned(),
            (Theme::Guidance, _) => "coaching-kinerja".to_owned(),
            (Theme::Complaints(service), _) => key("pengaduan", service.as_deref().unwrap_or("")),
        }
    }

    fn name(&self, one: &Proposed) -> ProposalText {
        match &one.about {
            Theme::Competency(number) => {
                let name = self.proposal.catalogue.names[*number as usize].clone();
                match one.kind {
                    PlanItemKind::Mentoring => ProposalText::Mentoring { name },
                    _ => ProposalText::Training { name },
                }
            }
            Theme::Scheme(scheme) => ProposalText::Certification {
                scheme: scheme.clone(),
            },
            Theme::Hours => ProposalText::Hours,
            Theme::Guidance => ProposalText::Coaching,
            Theme::Complaints(None) => ProposalText::ComplaintsAny,
            Theme::Complaints(Some(code)) => {
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
