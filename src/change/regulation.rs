//! Which programme briefs on a regulation.

use super::{Draft, Given, Request, row};
use crate::records::service::{Regulation, regulations};

/// Records that a programme briefs on a regulation.
pub fn brief(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let training = request.text("training");
    let exists = row::training_exists(draft, training);
    draft.accept("TRAINING", exists)?;
    let briefing = Given::of(Regulation::briefing, "TRAINING", &format!("training:{training}"));
    let key = [request.text("regulation").to_owned()];
    row::set(draft, &regulations, &key, &[briefing])
}
