//! A figure of a report: what it rests on, now or in an earlier state, and which records have moved it since.

use super::{Chronicle, Earlier, Inquiry, Kind, Landmark, Lexicon, Revision, Scope, Under};
use crate::diagnostic::Findings;
use crate::gather;
use crate::load;
use crate::measure::meaning::{Explanation, How, Question};
use crate::measure::trace::Trace;
use crate::merge::Alteration;
use crate::records::time::{Day, Month};
use crate::report::explanation::{Footing, Meant, look_up, shifts};
use crate::words::report_explanation::AddressText;
use crate::words::screen::Screen;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is typed before an address.
const ASK: &str = "bina explain";

impl Inquiry<'_> {
    /// What entered a figure of the report that was asked a question; `None` where no report can be made, which is told.
    pub fn explain(&self, kind: &Kind, question: Question, findings: &mut Findings) -> Option<Explanation> {
        let mut trace = Trace::listening(question.parts.clone());
        self.make(kind, findings, &mut trace)?;
        let (collected, period) = (trace.heard()?, self.period);
        let told = gather::explanation::explain(self.directory, self.office, period, question, &collected);
        Some(told)
    }

    /// A figure by its address, and what it rests on, or why there is none; `None` where no report can be made, which is
    /// told.
    pub fn footing(
        &self,
        kind: &Kind,
        address: &str,
        findings: &mut Findings,
    ) -> Option<Result<Footing, AddressText>> {
        let report = self.make(kind, findings, &mut Trace::silent())?;
        let found = match look_up(&report, address, ASK) {
            Ok(Meant::Figure(found)) => found,
            Ok(Meant::Under(_)) => {
                let (address, command) = (address.to_owned(), ASK.to_owned());
                return Some(Err(AddressText::NoFigure { address, command }));
            }
            Err(refusal) => return Some(Err(refusal)),
        };
        let told = found.question().and_then(|question| match question.meaning.how {
            How::MonthBefore(column) => {
                let before = Inquiry {
                    period: self.period.previous(),
                    ..*self
                };
                let footing = before.footing(kind, &found.beside(column), findings)?;
                footing.ok().and_then(|footing| footing.told)
            }
            _ => self.explain(kind, question, findings),
        });
        Some(Ok(Footing::of(found, told)))
    }
}

/// What became of a figure since an earlier state.
pub struct Drift {
    /// The figure then; `None` where nobody has the records of then.
    pub then: Option<Footing>,
    /// What it rests on, then or now, and what may have moved it.
    pub under: Under,
    /// What was changed since of what it rests on, the oldest first.
    pub revisions: Vec<Revision>,
}

impl Landmark {
    /// What became of a figure of a report since then.
    ///
    /// # Errors
    /// What is said where the records of then are broken.
    pub fn course(
        &self,
        kind: &Kind,
        asked: &Inquiry<'_>,
        (address, now): (&str, &Footing),
    ) -> Result<Drift, Screen> {
        let earlier = self.records(asked.directory);
        let then = earlier.as_ref().map(|earlier| {
            let findings = &mut Findings::new();
            let office = load::office(&earlier.directory, findings);
            let footing = office.as_ref().and_then(|office| {
                let asked = Inquiry {
                    directory: &earlier.directory,
                    office,
                    ..*asked
                };
                Some(asked.footing(kind, address, findings)?.unwrap_or_default())
            });
            footing
                .filter(|_| findings.errors() == 0)
                .ok_or(Screen::ThenBroken {
                    when: self.told.clone(),
                    errors: findings.errors(),
                })
        });
        let then = then.transpose()?;
        let told = [then.as_ref(), Some(now)].map(|footing| footing?.told.as_ref());
        let mut under = Under::of(told.into_iter().flatten());
        if let Some(earlier) = &earlier {
            let is_moved = then.as_ref().is_some_and(|then| then.value != now.value);
            let figure = Figure { kind, address, now };
            under = under.with_causes(told, figure, (earlier, asked), is_moved);
        }
        let chronicle = Chronicle::of(asked.directory);
        let mut revisions = match (&chronicle, self.search()) {
            (Some(chronicle), Ok(Some(search))) => chronicle.revisions(&Scope::Under(under.clone()), &search),
            _ => Vec::new(),
        };
        // Of what both sides of a join had the other's commit changed nothing here.
        if let Some(earlier) = &earlier {
            let altered = earlier.altered(asked.directory, &Lexicon::of(asked.directory));
            let keys: BTreeSet<&str> = altered.iter().map(|(_, one)| one.key.as_str()).collect();
            revisions.retain(|one| keys.contains(one.what.key.as_str()));
        }
        Ok(Drift {
            then,
            under,
            revisions,
        })
    }
}

/// In so many files it is tried one by one whether the change of one alone moved a figure.
const TRIED: usize = 40;

/// A figure of a report, as it is now.
#[derive(Clone, Copy)]
struct Figure<'a> {
    kind: &'a Kind,
    address: &'a str,
    now: &'a Footing,
}

impl Figure<'_> {
    /// The files, of some that are others than they were, without whose change it would not be what it is: as a day off
    /// between two others, which no row under it names.
    fn causes<'f>(
        self,
        files: &BTreeSet<&'f str>,
        (earlier, inquiry): (&Earlier, &Inquiry<'_>),
    ) -> BTreeSet<&'f str> {
        if files.len() > TRIED {
            return BTreeSet::new();
        }
        let is_cause = |file: &&str| {
            let then = earlier.directory.bytes(file).ok().flatten().map(Arc::from);
            let directory = inquiry.directory.with([((*file).to_owned(), then)].into());
            // What does not go together with the rest says nothing.
            let findings = &mut Findings::new();
            let value = load::office(&directory, findings).and_then(|office| {
                let (directory, office) = (&directory, &office);
                let asked = Inquiry {
                    directory,
                    office,
                    ..*inquiry
                };
                let without = asked.footing(self.kind, self.address, findings)?;
                Some(without.unwrap_or_default().value)
            });
            findings.errors() == 0 && value.is_some_and(|value| value != self.now.value)
        };
        files.iter().copied().filter(is_cause).collect()
    }
}

impl Under {
    /// What stands under a figure in some states.
    pub fn of<'e>(told: impl IntoIterator<Item = &'e Explanation>) -> Under {
        let mut under = Under::default();
        for told in told {
            for (cited, _) in &told.taken {
                under.files.insert(cited.place.path.clone());
                under.keys.insert(cited.key.clone());
            }
            for head in &told.rules {
                let file = format!("rules/{}.toml", head.rule);
                under.files.insert(file.clone());
                under.keys.insert(file);
            }
        }
        under
    }

    /// Adds what may have moved a figure though it does not enter it: where what enters is other, and nothing of that was
    /// changed itself, what was changed and has a name in common with it; where there is none, what lies in the files without
    /// whose change it would be what it was; and where that is none either, all that the report reads.
    fn with_causes(
        mut self,
        [then, now]: [Option<&Explanation>; 2],
        figure: Figure<'_>,
        (earlier, inquiry): (&Earlier, &Inquiry<'_>),
        is_moved: bool,
    ) -> Under {
        let read = [inquiry.directory, &earlier.directory].map(|directory| directory.read_names());
        let mut altered = earlier.altered(inquiry.directory, &Lexicon::of(inquiry.directory));
        altered.retain(|(file, _)| read.iter().any(|read| read.contains(file)));
        let is_own = |key: &str| altered.iter().any(|(_, one)| one.key == key);
        let shifts = shifts([then, now]);
        let unexplained: BTreeSet<&str> = shifts.iter().map(|one| one.cited.key.as_str()).collect();
        let any = !unexplained.is_empty();
        let unexplained: BTreeSet<&str> = unexplained.into_iter().filter(|key| !is_own(key)).collect();
        if (any && unexplained.is_empty()) || (!any && !is_moved) {
            return self;
        }
        let known: BTreeSet<&str> = unexplained.iter().flat_map(|key| words(key)).collect();
        let is_near = |one: &Alteration| words(&one.key).any(|word| known.contains(word));
        let mut near: Vec<&(String, Alteration)> = altered.iter().filter(|(_, one)| is_near(one)).collect();
        if near.is_empty() {
            let files: BTreeSet<&str> = altered.iter().map(|(file, _)| &**file).collect();
            let causes = figure.causes(&files, (earlier, inquiry));
            near = altered
                .iter()
                .filter(|(file, _)| causes.contains(&**file))
                .collect();
        }
        self.is_wide = near.is_empty();
        let near = if near.is_empty() {
            altered.iter().collect()
        } else {
            near
        };
        for (file, one) in near {
            self.files.insert(file.clone());
            self.keys.insert(one.key.clone());
        }
        self
    }
}

/// The names in the name of a row, without what it is and its days.
fn words(key: &str) -> impl Iterator<Item = &str> {
    let rest = key.split_once(':').map_or(key, |(_, rest)| rest);
    let names = rest
        .trim_end_matches(".toml")
        .split('/')
        .skip(usize::from(!key.contains(':')));
    names.filter(|word| Month::parse(word).is_none() && Day::parse(word).is_none())
}
