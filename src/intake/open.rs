//! All that a list leaves open: what stands against it, what its rows wait for, and the words that mean no code, as questions. Of
//! them come the line with all that is to be typed and, at a terminal, the asking.

use super::kind::{CodeKind, places};
use super::nearly::LEFT_OUT;
use super::query::{OpenQuestion, OptionTyped};
use super::told::Account;
use super::unknown::UnknownCode;
use crate::change::{Draft, Reason, paper};
use crate::records::training::Training;
use crate::words::asking::AskText;
use crate::words::import::{Intake, Spot, Unfit};
use crate::words::{Lang, Say};

/// What stands against a list and its rows, and what waits for somebody to decide.
pub(super) struct Objections<'a> {
    /// What stands against all of it.
    pub(super) refused: &'a [(String, Reason)],
    /// What became of it; `None` where it was not read so far.
    pub(super) account: Option<&'a Account>,
    /// The programmes that are recorded, the newest first.
    pub(super) trainings: &'a [String],
    /// The language of who is asked.
    pub(super) lang: Lang,
}

impl Objections<'_> {
    /// What is asked for a reason.
    fn of(&self, reason: &Reason, told: Option<String>) -> Vec<OpenQuestion> {
        match reason {
            Reason::Unfit(unfit) => {
                let told = told.unwrap_or_else(|| unfit.text(self.lang));
                OpenQuestion::of(unfit, &told, (self.trainings, self.lang))
            }
            _ => Vec::new(),
        }
    }

    /// Whether every reason that stands against all of the list is a question.
    pub(super) fn is_answerable(&self) -> bool {
        let has_codes = self.account.is_some_and(|account| !account.unknown.is_empty());
        let is_code = |reason: &Reason| {
            let is_it = matches!(
                reason,
                Reason::Unfit(Unfit::CodeMissing { .. } | Unfit::CodeNearly { .. })
            );
            // The words that mean no code are asked themselves.
            is_it && has_codes
        };
        let mut reasons = self.refused.iter().map(|(_, reason)| reason);
        reasons.all(|reason| is_code(reason) || !self.of(reason, None).is_empty())
    }

    /// All that is open, each once.
    pub(super) fn questions(&self) -> Vec<OpenQuestion> {
        // What rows wait for comes behind what all of the list does, and behind the codes.
        let is_of_rows = |reason: &&Reason| {
            matches!(
                reason,
                Reason::Unfit(
                    Unfit::WordUnknown { .. }
                        | Unfit::WordsMany { .. }
                        | Unfit::ValueUntold { .. }
                        | Unfit::OutcomesUntold { .. }
                )
            )
        };
        let refused = self.refused.iter().map(|(_, reason)| reason);
        let (of_rows, of_list): (Vec<_>, Vec<_>) = refused.partition(is_of_rows);
        let questions = |reasons: &[&Reason]| -> Vec<OpenQuestion> {
            let all = reasons.iter().flat_map(|reason| self.of(reason, None));
            all.collect()
        };
        let mut all = questions(&of_list);
        all.extend(self.account.iter().flat_map(|account| self.of_codes(account)));
        all.extend(questions(&of_rows));
        if let Some(account) = self.account {
            all.extend(account.missing.iter().flat_map(|reason| self.of(reason, None)));
            for (reason, spots) in self.of_rows(account) {
                let (told, count) = (reason.told(self.lang).1, spots.len());
                let places = places(&spots, self.lang);
                let told = AskText::Rows { told, count, places }.text(self.lang);
                all.extend(self.of(reason, Some(told)));
            }
        }
        leave_others_out(&mut all);
        all
    }

    /// What words mean that are no codes: those of a kind together that may all be new.
    fn of_codes(&self, account: &Account) -> Vec<OpenQuestion> {
        let makes = |one: &UnknownCode| account.makes_units || one.kind != CodeKind::Unit;
        let is_new = |one: &UnknownCode| {
            one.nearest.is_empty() && makes(one) && !OptionTyped::all(one.kind.way()).is_empty()
        };
        let alike =
            |one: &UnknownCode, other: &UnknownCode| is_new(one) && is_new(other) && one.kind == other.kind;
        let mut codes: Vec<UnknownCode> = account.unknown.clone();
        codes.sort_by_key(|one| (is_new(one), one.kind));
        let asked = codes.chunk_by(alike).map(|some| {
            let each = some
                .iter()
                .map(|one| OpenQuestion::of_code(one, makes(one), self.lang));
            let mut each: Vec<OpenQuestion> = each.collect();
            match each.len() {
                1 => each.remove(0),
                _ => OpenQuestion::of_new(some, each, self.lang),
            }
        });
        asked.collect()
    }

    /// Why rows are rejected that an answer mends, each once with its cells; of days that are not clear the first.
    fn of_rows<'r>(&self, account: &'r Account) -> Vec<(&'r Reason, Vec<Spot>)> {
        let is_day = |reason: &Reason| {
            matches!(
                reason,
                Reason::Unfit(Unfit::DayUnclear { .. } | Unfit::DayShort { .. })
            )
        };
        let mut all: Vec<(&Reason, Vec<Spot>)> = Vec::new();
        for (spot, reason) in account.rows.iter().flat_map(|row| row.refused()) {
            let is_it = |(known, _): &&mut (&Reason, Vec<Spot>)| {
                *known == reason || (is_day(known) && is_day(reason))
            };
            match all.iter_mut().find(is_it) {
                Some((_, spots)) => spots.push(spot.clone()),
                None if self.of(reason, Some(String::new())).is_empty() => {}
                None => all.push((reason, vec![spot.clone()])),
            }
        }
        all
    }

    /// All that can be typed, in one piece; `None` where that is one thing, which says so itself.
    pub(super) fn together(&self) -> Option<Intake> {
        let mut all: Vec<OptionTyped> = Vec::new();
        for typed in self.questions().into_iter().flat_map(|one| one.proposed) {
            if !all.contains(&typed) {
                all.push(typed);
            }
        }
        let told: Vec<String> = all.iter().map(OptionTyped::to_string).collect();
        let typed = told.join(" ");
        (all.len() > 1).then_some(Intake::TypedTogether { typed })
    }
}

/// What is told of all that stands against a list.
pub(super) fn against<T>(
    draft: &mut Draft<'_>,
    account: Option<&Account>,
    lang: Lang,
    tell: impl Fn(&Objections<'_>) -> T,
) -> T {
    /// So many programmes are offered.
    const TRAININGS: usize = 6;
    let asks_training = |(_, reason): &(String, Reason)| {
        let unfit = match reason {
            Reason::Unfit(unfit) => unfit,
            _ => return false,
        };
        matches!(
            unfit,
            Unfit::ProgrammeMissing { .. } | Unfit::ProgrammeTold { .. } | Unfit::TrainingNew { .. }
        )
    };
    let mut trainings = match draft.slips.iter().any(asks_training) {
        true => paper::ids::<Training>(draft, None),
        false => Vec::new(),
    };
    trainings.sort_by(|one, other| other.cmp(one));
    trainings.truncate(TRAININGS);
    tell(&Objections {
        refused: &draft.slips,
        account,
        trainings: &trainings,
        lang,
    })
}

/// What a list leaves open that was drafted; `None` where something else stands against it, which no answer mends.
pub fn open(draft: &mut Draft<'_>, account: Option<&Account>, lang: Lang) -> Option<Vec<OpenQuestion>> {
    let all = |against: &Objections<'_>| against.is_answerable().then(|| against.questions());
    (draft.findings.errors() == 0).then(|| against(draft, account, lang, all))?
}

/// Proposes of several headings that may be one column the first: what one holds no other does.
fn leave_others_out(all: &mut [OpenQuestion]) {
    let mut fields: Vec<String> = Vec::new();
    for one in all.iter_mut().filter(|one| one.own.is_none()) {
        let [typed] = &mut one.proposed[..] else { continue };
        let field = typed
            .value
            .rsplit_once('=')
            .map(|(heading, field)| (heading.to_owned(), field.to_owned()));
        if let Some((heading, field)) = field {
            if fields.contains(&field) {
                *typed = OptionTyped::column(&heading, LEFT_OUT);
            }
            fields.push(field);
        }
    }
}
