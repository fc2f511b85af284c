//! What the reader will be told, as values: sorted, rounded, in the reader's words.
//!
//! It knows nothing of files, formats or widths. A renderer sees nothing but this module, so whatever is printed
//! was put here. Each figure has an address, `table/row/column`: the ids of its table and column, and between them
//! the key of its row.

mod agenda;
mod agreement;
mod blank;
mod brief;
mod certificate;
mod certificates;
pub mod chart;
mod choices;
mod complaints;
mod context;
mod detail;
mod draft;
mod due;
mod edition;
mod evaluation;
pub mod explanation;
mod facts;
mod figure;
mod first_page;
mod form;
mod forum;
mod head;
mod hours;
mod idle;
mod idp;
mod impact;
mod invitation;
mod judged;
mod known;
mod letterhead;
mod list;
mod longer;
mod matrix;
mod mentoring;
pub mod model;
mod monthly;
mod need;
mod note;
mod notice;
mod page;
mod paper;
mod participation;
mod person;
mod plan;
mod portrait;
mod regulation;
mod respondents;
pub mod rollup;
mod roster;
mod row;
mod satisfaction;
mod sealed;
pub mod series;
mod sheet;
mod staff;
pub mod statement;
mod study;
mod surveyed;
mod training;
mod transcript;
pub mod trend;
mod unit;
mod unrolled;
mod value;
mod view;
mod who;

pub use agreement::agreement;
pub use blank::questionnaire;
pub use brief::brief;
pub use certificate::{certificate, without_sheet};
pub use certificates::certificates;
pub use complaints::complaints;
pub use detail::{full, short};
pub use draft::{mark_draft, mark_printing, mark_unfinished};
pub use due::{Letter, due, letters};
pub use edition::{office, public};
pub use evaluation::evaluation;
pub use forum::forum;
pub use hours::hours;
pub use idp::idp;
pub use impact::impact;
pub use invitation::invitation;
pub use longer::speak_of_period;
pub use matrix::matrix;
pub use mentoring::mentoring;
pub use monthly::monthly;
pub use notice::notice;
pub use page::Page;
pub use paper::{attendance, recap};
pub use participation::participation;
pub use plan::plan;
pub use regulation::regulation;
pub use roster::roster;
pub use satisfaction::satisfaction;
pub use staff::staff;
pub use training::training;
pub use transcript::transcript;
pub use unit::unit;

use surveyed::element_name;

/// A month in words, as reports write it.
pub fn month_in_words(month: crate::records::time::Month, lang: crate::words::Lang) -> String {
    figure::Pen::of(lang).month(month)
}

/// A day in words, as reports write it.
pub fn day_in_words(day: crate::records::time::Day, lang: crate::words::Lang) -> String {
    figure::Pen::of(lang).day(day)
}

/// A time in words, as reports write it.
pub fn period_in_words(period: crate::records::time::Period, lang: crate::words::Lang) -> String {
    figure::Pen::of(lang).period(period)
}
