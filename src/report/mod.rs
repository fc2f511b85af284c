//! What the reader will be told, as values: sorted, rounded, in the reader's words.
//!
//! It knows nothing of files, formats or widths. A renderer sees nothing but this module, so whatever is printed
//! was put here. Each figure has an address, `table/row/column`: the ids of its table and column, and between them
//! the key of its row.

mod brief;
mod draft;
mod figure;
mod forum;
mod head;
mod impact;
mod mentoring;
pub mod model;
mod monthly;
mod plan;
mod regulation;
mod staff;
mod who;

pub use brief::brief;
pub use draft::mark_draft;
pub use forum::forum;
pub use impact::impact;
pub use mentoring::mentoring;
pub use monthly::monthly;
pub use plan::plan;
pub use regulation::regulation;
pub use staff::staff;
