//! What is in dispute, in the words of the records: as a sentence, and behind the marks in the file.

use super::{Contention, Dispute, Facet};
use crate::records::word::Code;
use crate::words::merge::Contest;
use crate::words::{Lang, Say};

impl Dispute {
    /// What it is about and what each side says, in one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let (key, what) = (self.key.clone(), self.what(lang));
        match &*self.title {
            "" => Contest::Bare { key, what }.text(lang),
            title => {
                let title = title.to_owned();
                Contest::Named { key, title, what }.text(lang)
            }
        }
    }

    /// What it is about, and what is another here than both began from.
    pub fn since(&self, lang: Lang) -> String {
        let key = self.key.clone();
        let facets = match &self.matter {
            Contention::Values(facets) | Contention::Apart(facets) | Contention::RemovedThere(facets) => {
                facets
            }
            Contention::RemovedHere(_) => {
                let what = Contest::Gone.text(lang);
                return Contest::Bare { key, what }.text(lang);
            }
            Contention::Answers(..) | Contention::List => return key,
        };
        let others = facets
            .iter()
            .filter(|facet| facet.renamed().is_none() && facet.values.base != facet.values.here);
        let told: Vec<String> = others
            .map(|facet| change(facet, &facet.values.here, lang).text(lang))
            .collect();
        let what = told.join("; ");
        Contest::Bare { key, what }.text(lang)
    }

    /// Whether it is in dispute only because one side gave the row another name.
    pub fn is_renamed(&self) -> bool {
        match &self.matter {
            Contention::RemovedHere(facets) | Contention::RemovedThere(facets) => renamed(facets).is_some(),
            _ => false,
        }
    }

    /// What each side says.
    pub fn what(&self, lang: Lang) -> String {
        let each = |facets: &[Facet], tell: &dyn Fn(&Facet) -> Contest| {
            let told = facets.iter().filter(|facet| facet.renamed().is_none());
            let told: Vec<String> = told.map(|facet| tell(facet).text(lang)).collect();
            told.join("; ")
        };
        match &self.matter {
            Contention::Apart(facets) if facets.is_empty() => Contest::Several.text(lang),
            Contention::Values(facets) | Contention::Apart(facets) => {
                each(facets, &|facet| clash(facet, lang))
            }
            Contention::RemovedHere(facets) => {
                let what = each(facets, &|facet| change(facet, &facet.values.there, lang));
                match renamed(facets) {
                    Some(to) => Contest::RenamedHere { to, what }.text(lang),
                    None => Contest::RemovedHere { what }.text(lang),
                }
            }
            Contention::RemovedThere(facets) => {
                let what = each(facets, &|facet| change(facet, &facet.values.here, lang));
                match renamed(facets) {
                    Some(to) => Contest::RenamedThere { to, what }.text(lang),
                    None => Contest::RemovedThere { what }.text(lang),
                }
            }
            Contention::Answers(here, there) => {
                let (here, there) = (*here, *there);
                Contest::Answers { here, there }.text(lang)
            }
            Contention::List => Contest::List.text(lang),
        }
    }
}

/// By what a row is named now on the side that took it out.
fn renamed(facets: &[Facet]) -> Option<String> {
    facets.iter().find_map(|facet| facet.renamed().cloned())
}

fn clash(facet: &Facet, lang: Lang) -> Contest {
    let (name, values) = (facet.name.clone(), &facet.values);
    let (here, there) = (
        value(facet, &values.here, lang),
        value(facet, &values.there, lang),
    );
    match &values.base {
        None => Contest::New { name, here, there },
        before => {
            let before = value(facet, before, lang);
            Contest::Changed {
                name,
                before,
                here,
                there,
            }
        }
    }
}

fn change(facet: &Facet, after: &Option<String>, lang: Lang) -> Contest {
    let (before, after) = (value(facet, &facet.values.base, lang), value(facet, after, lang));
    let name = facet.name.clone();
    Contest::Became { name, before, after }
}

fn value(facet: &Facet, value: &Option<String>, lang: Lang) -> String {
    match value.as_deref() {
        None => Contest::Gone.text(lang),
        Some("") => Contest::Empty.text(lang),
        Some(text) => Code::told(facet.codes, text, lang),
    }
}

/// The words behind the first mark and behind the last: which side it is, and what it says.
pub(super) fn marks(dispute: &Dispute, lang: Lang) -> [String; 2] {
    let facets = match &dispute.matter {
        Contention::Values(facets) | Contention::Apart(facets) => &facets[..],
        _ => &[],
    };
    let words = |side: Contest, pick: fn(&Facet) -> &Option<String>, is_gone: bool| {
        let values = facets
            .iter()
            .map(|facet| format!("{}: {}", facet.name, value(facet, pick(facet), lang)));
        let gone = is_gone.then(|| Contest::Gone.text(lang));
        let parts = std::iter::once(side.text(lang)).chain(values).chain(gone);
        parts.collect::<Vec<_>>().join(" · ")
    };
    let (here, there) = (dispute.here.is_empty(), dispute.there.is_empty());
    [
        words(Contest::Here, |facet| &facet.values.here, here),
        words(Contest::There, |facet| &facet.values.there, there),
    ]
}
