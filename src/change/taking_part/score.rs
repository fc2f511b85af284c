//! Test scores of many people at once.

use super::{amend, everybody, named, refuse_cancelled};
use crate::change::programme::Programme;
use crate::change::{Draft, Reason};
use crate::records::cell::Cell;
use crate::records::number::Dec;
use crate::words::change::Slip;

/// One person's test scores as typed; an empty one is not touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The person as typed.
    pub person: String,
    /// The pre-test.
    pub pre: String,
    /// The post-test.
    pub post: String,
}

impl Scored {
    /// Reads `Budi=61:79`, as an argument.
    pub fn of_argument(text: &str) -> Option<Scored> {
        let (person, scores) = text.rsplit_once('=')?;
        let (pre, post) = scores.split_once(':')?;
        Some(Scored::of(person, pre, post))
    }

    /// Reads `Siti Aminah, S.E.,61,79`, a line of a list; also parted by tabs or semicolons, as pasted from a sheet.
    pub fn of_line(text: &str) -> Option<Scored> {
        let mark = ['\t', ';', ','].into_iter().find(|mark| text.contains(*mark))?;
        let mut parts = text.rsplitn(3, mark);
        let (post, pre, person) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Scored::of(person.trim_matches('"'), pre, post))
    }

    fn of(person: &str, pre: &str, post: &str) -> Scored {
        let own = |text: &str| text.trim().to_owned();
        Scored {
            person: own(person),
            pre: own(pre),
            post: own(post),
        }
    }
}

/// Records test scores.
pub fn score(draft: &mut Draft<'_>, programme: &Programme, scored: &[Scored]) {
    refuse_cancelled(draft, programme);
    let all = everybody(draft, programme);
    let typed: Vec<String> = scored.iter().map(|scored| scored.person.clone()).collect();
    let ids = named(draft, &all, programme, &typed);
    for scored in scored {
        for text in [&scored.pre, &scored.post] {
            if let Err(reason) = score_of(programme, text) {
                draft.refuse(&scored.person, reason);
            }
        }
    }
    if !draft.is_good() {
        return;
    }
    for (id, scored) in ids.iter().zip(scored) {
        let values = [("pre", scored.pre.clone()), ("post", scored.post.clone())];
        let given: Vec<(&str, String)> = values.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        amend(draft, programme, id, &given);
    }
}

/// A score within the test; empty is none.
fn score_of(programme: &Programme, text: &str) -> Result<(), Reason> {
    let Some(score) = <Option<Dec> as Cell>::parse(text)? else {
        return Ok(());
    };
    let max = programme.training.max_score();
    match score >= Dec::int(0) && score <= max {
        true => Ok(()),
        false => Err(Reason::from(Slip::ScoreOver {
            score: score.to_string(),
            max: max.to_string(),
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_read_from_arguments_and_lines() {
        let scored = |person: &str, pre: &str, post: &str| Some(Scored::of(person, pre, post));
        assert_eq!(Scored::of_argument("Budi=61:79"), scored("Budi", "61", "79"));
        assert_eq!(
            Scored::of_argument("Siti Aminah = :85"),
            scored("Siti Aminah", "", "85")
        );
        assert_eq!(Scored::of_argument("Budi=61"), None);
        assert_eq!(
            Scored::of_line("Siti Aminah, S.E.,61,79"),
            scored("Siti Aminah, S.E.", "61", "79")
        );
        assert_eq!(
            Scored::of_line("\"Siti Aminah, S.E.\",61,79"),
            scored("Siti Aminah, S.E.", "61", "79")
        );
        assert_eq!(Scored::of_line("Budi\t\t79"), scored("Budi", "", "79"));
        assert_eq!(Scored::of_line("Budi"), None);
    }
}
