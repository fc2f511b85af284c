//! Months that are closed, held against what the records say of them now.

use super::kinds::MONTHLY;
use super::{Inquiry, Kind};
use crate::change::closing::{self, is_whole, told};
use crate::diagnostic::{Findings, Origin};
use crate::files::Directory;
use crate::git::{Entered, Git, Signature};
use crate::load;
use crate::measure::trace::Trace;
use crate::records::closing::{Figures, MonthLedger, closed, month_of};
use crate::records::time::{Day, Month};
use crate::report;
use crate::report::statement::statement;
use crate::words::problem::Problem;

impl Kind {
    /// Whether its figures are those that a closing keeps.
    pub fn is_closed(&self) -> bool {
        self.name == MONTHLY.name
    }
}

impl Inquiry<'_> {
    /// The figures of the month as its closing keeps them, which name nobody; `None` where the report cannot be made, which
    /// is told.
    pub fn figures(&self, findings: &mut Findings) -> Option<Figures> {
        let report = self.unnamed(&MONTHLY, findings, &mut Trace::silent())?;
        Some(statement(&report::office(report)))
    }
}

/// Tells every figure of a closed month that is another by now and that no correction names, and every ledger that
/// somebody has changed by hand.
pub fn judge_closings(directory: &Directory, today: Day, findings: &mut Findings) {
    judge_gone(directory, None, findings);
    for one in signings(directory, None) {
        if one.signature == Signature::Broken {
            let origin = Origin::whole(directory.number(&closed.file(&one.month.to_string())));
            let (month, commit) = (one.month.to_string(), one.commit);
            findings.error(origin, Problem::ClosingForged { month, commit });
        }
    }
    // Between marks nobody knows what a figure is.
    if findings.iter().any(|one| one.problem == Problem::ConflictMarker) {
        return;
    }
    let mut all = load::ledgers(directory, findings);
    all.retain(|ledger| is_whole(ledger, findings) && ledger.closed_on().is_some());
    if all.is_empty() {
        return;
    }
    // What is wrong with settings, rules and rows is told by the check.
    let unheard = &mut Findings::new();
    let Some(office) = load::office(directory, unheard) else {
        return;
    };
    for ledger in all {
        let asked = Inquiry::of_month(directory, &office, ledger.month, today);
        judge(&ledger, asked.figures(unheard), findings);
    }
}

/// Whether the ledger of a month is what was written: nobody changed it by hand, and it has all that a commit has. That it is
/// not so is told.
pub fn stands(directory: &Directory, ledger: &MonthLedger, findings: &mut Findings) -> bool {
    let mut told = Findings::new();
    judge_gone(directory, Some(ledger.month), &mut told);
    let is_whole = is_whole(ledger, &mut told);
    let stands = is_whole && told.errors() == 0;
    findings.append(told);
    stands
}

/// A signed commit that closed a month, corrected its figures or opened it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The month.
    pub month: Month,
    /// The beginning of the commit's name.
    pub commit: String,
    /// What git says of the signature.
    pub signature: Signature,
}

/// The signed commits of the closings, or of that of one month, by month, the last first.
pub fn signings(directory: &Directory, only: Option<Month>) -> Vec<Signing> {
    let git = Git::at(directory.root());
    let mut all = Vec::new();
    for (file, versions) in git.versions(&closed.path) {
        let Some(month) = month_of(&file).filter(|month| only.is_none_or(|only| only == *month)) else {
            continue;
        };
        let commits: Vec<&str> = versions.iter().map(|one| &*one.commit).collect();
        let mut signatures = git.signatures(&commits);
        let signed = commits.into_iter().filter_map(|commit| {
            let signature = signatures.remove(commit)?;
            let commit = commit.get(..8).unwrap_or_default().to_owned();
            Some(Signing {
                month,
                commit,
                signature,
            })
        });
        all.extend(signed);
    }
    all
}

/// What was written to the ledger of a month without a signature after one was signed, the last first: the day of each commit
/// and the beginning of its name; both empty of what no commit has yet.
pub fn unsigned(directory: &Directory, month: Month) -> Vec<[String; 2]> {
    let (git, file) = (Git::at(directory.root()), closed.file(&month.to_string()));
    let versions = git.versions(&file).remove(&file).unwrap_or_default();
    let commits: Vec<&str> = versions.iter().map(|one| &*one.commit).collect();
    let signatures = git.signatures(&commits);
    let is_signed = |one: &Entered| signatures.contains_key(&one.commit);
    let Some(first) = versions.iter().rposition(is_signed) else {
        return Vec::new();
    };
    let own = |one: &Entered| {
        [
            one.day.clone(),
            one.commit.get(..8).unwrap_or_default().to_owned(),
        ]
    };
    let later = versions[..first].iter().filter(|one| !is_signed(one)).map(own);
    let unkept = (!git.has_so("HEAD", &file)).then(Default::default);
    unkept.into_iter().chain(later).collect()
}

/// Tells every ledger that a commit has and that is there no more, so that nothing says why the month is open, and every one
/// that lacks what a commit has: cut back to an earlier seal it would be whole by itself.
fn judge_gone(directory: &Directory, only: Option<Month>, findings: &mut Findings) {
    let git = Git::at(directory.root());
    for (file, versions) in git.versions(&closed.path) {
        let Some(month) = month_of(&file).filter(|month| only.is_none_or(|only| only == *month)) else {
            continue;
        };
        let now = directory.bytes(&file).ok().flatten();
        let objects: Vec<&str> = versions
            .iter()
            .filter_map(|one| one.objects[1].as_deref())
            .collect();
        let texts = git.objects(&objects);
        let has_more = |one: &&Entered| {
            let then = one.objects[1].as_ref().and_then(|object| texts.get(object));
            then.is_some_and(|then| now.as_ref().is_none_or(|now| !closing::holds(now, then)))
        };
        let Some(commit) = versions.iter().find(has_more) else {
            continue;
        };
        let commit = commit.commit.get(..8).unwrap_or_default().to_owned();
        let (month, origin) = (month.to_string(), Origin::whole(directory.number(&file)));
        let problem = match now {
            None => Problem::ClosingGone { month, commit, file },
            Some(_) => Problem::ClosingCut { month, commit, file },
        };
        findings.error(origin, problem);
    }
}

fn judge(ledger: &MonthLedger, now: Option<Figures>, findings: &mut Findings) {
    let month = ledger.month.to_string();
    let Some(seal) = ledger.seal() else {
        return;
    };
    let differs = now.map(|now| ledger.moved(&now)).unwrap_or_default();
    if !differs.is_empty() {
        let (count, told) = (differs.len(), told(&differs));
        findings.error(seal.origin, Problem::ClosedMonthChanged { month, count, told });
    }
}
