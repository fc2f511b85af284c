//! Which programme briefs on a regulation.

use super::{Draft, event, row};
use crate::records::service::regulations;

/// Records that the programme `training` briefs on the regulation `id`.
pub fn brief(draft: &mut Draft<'_>, id: &str, training: &str) {
    if let Err(reason) = row::training_exists(draft, training) {
        return draft.refuse("TRAINING", reason);
    }
    let reference = format!("training:{training}");
    let values = [("briefing", "TRAINING", Some(&*reference))];
    row::set(
        draft,
        &regulations,
        &[id.to_owned()],
        &event::given(&regulations, &values),
    );
}
