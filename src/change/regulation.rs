//! Which programme briefs on a regulation.

use super::{Draft, Given, Request, row};
use crate::records::references::References;
use crate::records::service::{Regulation, regulations};

/// Records that a programme briefs on a regulation, beside those that do already.
pub fn brief(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let training = request.text("training");
    let exists = row::training_exists(draft, training);
    draft.accept("TRAINING", exists)?;
    let key = [request.text("regulation").to_owned()];
    let (_, row) = row::found(draft, &regulations, &key)?;
    let (known, new) = (&row.cells[Regulation::briefing], format!("training:{training}"));
    if References::parts(known).any(|(known, _)| known == new) {
        return Some(());
    }
    let new = References::part(&new, &request.today.to_string());
    let briefing = Given::of(Regulation::briefing, "TRAINING", format!("{known} {new}").trim());
    row::set(draft, &regulations, &key, &[briefing])
}
