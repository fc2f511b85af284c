//! Test scores of many people at once.

use super::{everybody, lines, list, named, opened, record};
use crate::change::programme::OpenProgramme;
use crate::change::{Draft, Reason, Request};
use crate::records::cell::Cell;
use crate::records::number::Dec;
use crate::records::taking_part::Participation;
use crate::records::time::Day;
use crate::words::change::Slip;

/// One person's test scores as typed; an empty one is not touched.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Scored {
    person: String,
    pre: String,
    post: String,
}

impl Scored {
    /// Reads `Budi=61:79`, as an argument.
    fn of_argument(text: &str) -> Option<Scored> {
        let (person, scores) = text.rsplit_once('=')?;
        let (pre, post) = scores.split_once(':')?;
        Some(Scored::of(person, pre, post))
    }

    /// Reads `Siti Aminah, S.E.,61,79`, a line of a list; also parted by tabs or semicolons, as pasted from a sheet.
    fn of_line(text: &str) -> Option<Scored> {
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
pub fn score(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let (read, form): (fn(&str) -> Option<Scored>, _) = match request.has("people") {
        true => (Scored::of_argument, "Budi=61:79"),
        false => (Scored::of_line, "Budi,61,79"),
    };
    let listed = list::table(draft, request);
    let lines = if listed.is_some() {
        Vec::new()
    } else {
        lines(request)
    };
    let listed = listed.into_iter().flatten();
    let mut scored: Vec<Scored> = listed
        .map(
            |list::Listed {
                 person,
                 scores: [pre, post],
             }| Scored::of(&person, &pre, &post),
        )
        .collect();
    for text in lines {
        match read(&text) {
            Some(one) => scored.push(one),
            None => {
                let form = form.to_owned();
                draft.refuse("", Slip::PairForm { text, form });
            }
        }
    }
    if scored.is_empty() && draft.is_good() {
        draft.refuse("", Slip::PeopleMissing);
    }
    let programme = &opened(draft, request)?;
    refuse_ahead(draft, programme, request.today, &scored);
    let all = everybody(draft, programme);
    let typed: Vec<String> = scored.iter().map(|scored| scored.person.clone()).collect();
    let ids = named(draft, &all, programme, &typed);
    for scored in &scored {
        for text in [&scored.pre, &scored.post] {
            draft.accept(&scored.person, score_of(programme, text));
        }
    }
    if !draft.is_good() {
        return None;
    }
    draft.count_from(programme.content.end.value);
    for (id, scored) in ids.iter().zip(scored) {
        let values = [
            (Participation::pre, scored.pre),
            (Participation::post, scored.post),
        ];
        let given: Vec<_> = values.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        if let Some(one) = all.iter().find(|one| one.id() == id) {
            record(draft, programme, one, &given, request);
        }
    }
    Some(())
}

/// Refuses what was scored after a programme that has not begun.
fn refuse_ahead(draft: &mut Draft<'_>, programme: &OpenProgramme, today: Day, scored: &[Scored]) {
    let start = programme.content.start.value;
    if start > today && scored.iter().any(|one| !one.post.is_empty()) {
        let (training, start, today) = (programme.id.clone(), start.to_string(), today.to_string());
        draft.refuse(
            "TRAINING",
            Slip::TrainingAhead {
                training,
                start,
                today,
            },
        );
    }
}

/// A score within the test; empty is none.
fn score_of(programme: &OpenProgramme, text: &str) -> Result<(), Reason> {
    let Some(score) = <Option<Dec> as Cell>::parse(text)? else {
        return Ok(());
    };
    let max = programme.content.max_score();
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
