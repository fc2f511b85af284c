//! Two changes of one file: each situation of the design with what becomes of it, and the same from either side.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod documents;
mod git;
#[path = "../office/mod.rs"]
mod office;
mod pairs;
mod papers;
mod rows;

use bina::merge::{Composite, Genre, Versions, merge, subject};
use bina::records::questionnaire::Questionnaire;
use bina::words::Lang;
use bina::words::merge::Misfit;

/// The questionnaire whose answers the tests put together.
const ASKED: &str = "title = \"T\"\nabout = \"unit\"\nanswered_by = [\"public\"]\nanonymous = true\n[[item]]\nkey = \"u1\"\ntext = \"?\"\nkind = \"scale\"\nscale = [1, 4]\n";

fn asked(_: &str) -> Option<Questionnaire> {
    bina::records::document::read(ASKED, 0, &mut bina::diagnostic::Findings::new())
}

/// Both changes of a file put together; the other way round it is the same, with the sides exchanged.
fn together(file: &str, base: &str, here: &str, there: &str) -> Result<Composite, Misfit> {
    let subject = subject(file, asked).unwrap();
    let versions = Versions { base, here, there };
    let merged = merge(&subject, &versions)?;
    turned(&subject, &versions, &merged);
    Ok(merged)
}

/// Asks that two changes come to the same from either side.
fn turned(subject: &Genre<'_>, versions: &Versions<&str>, merged: &Composite) {
    let (here, there) = (versions.there, versions.here);
    let other = merge(
        subject,
        &Versions {
            here,
            there,
            ..*versions
        },
    )
    .unwrap();
    let sides = |merged: &Composite, is_turned: bool| -> Vec<(String, String, String)> {
        let sides = merged.disputes().map(|one| match is_turned {
            true => (one.key.clone(), one.there.clone(), one.here.clone()),
            false => (one.key.clone(), one.here.clone(), one.there.clone()),
        });
        sides.collect()
    };
    assert_eq!(
        sides(merged, false),
        sides(&other, true),
        "the sides are not alike"
    );
    assert_eq!(merged.text(), other.text(), "the sides are not alike");
}

/// The text where nothing is in dispute.
#[track_caller]
fn agreed(file: &str, base: &str, here: &str, there: &str) -> String {
    let merged = together(file, base, here, there).unwrap();
    let disputes: Vec<String> = merged.disputes().map(|one| one.sentence(Lang::En)).collect();
    assert_eq!(disputes, Vec::<String>::new());
    merged.text().unwrap()
}

/// What is in dispute, in words, and the text with its marks.
#[track_caller]
fn disputed(file: &str, base: &str, here: &str, there: &str) -> (Vec<String>, String) {
    let merged = together(file, base, here, there).unwrap();
    let disputes: Vec<String> = merged.disputes().map(|one| one.sentence(Lang::En)).collect();
    assert!(!disputes.is_empty() && merged.text().is_none());
    (disputes, merged.to_text(Lang::En))
}
