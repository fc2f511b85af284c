//! What asks for development, and the items that follow.

use super::super::gaps::{GapFigures, Gaps};
use crate::records::code::PlanItemKind;
use crate::records::number::Dec;
use crate::records::people::People;
use crate::records::time::{Day, Month};

/// A need that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The person.
    pub person: u32,
    /// The competency.
    pub competency: u32,
}

/// A certificate that is to be renewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expiring {
    /// Who holds it.
    pub person: u32,
    /// Its scheme.
    pub scheme: String,
    /// The day by which it is to be renewed.
    pub until: Day,
}

/// A complaint past its deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unhandled {
    /// The unit that it is about.
    pub unit: Option<u32>,
    /// The service that it is about.
    pub service: Option<String>,
}

/// Everything that asks for development.
#[derive(Debug)]
pub struct Wishes<'w> {
    /// The people.
    pub people: &'w People,
    /// What they hold.
    pub gaps: &'w Gaps<'w>,
    /// What they lack.
    pub figures: &'w GapFigures,
    /// Needs that were named.
    pub needs: Vec<Named>,
    /// Certificates that are to be renewed before the year's end.
    pub expiring: Vec<Expiring>,
    /// PNS below the floor, with the JP that they lack.
    pub short: Vec<(u32, Dec)>,
    /// People with a low predicate.
    pub low: Vec<u32>,
    /// Complaints past their deadline.
    pub complaints: Vec<Unhandled>,
}

/// What an item is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// A competency.
    Competency(u32),
    /// The scheme of a certificate.
    Scheme(String),
    /// JP below the floor.
    Hours,
    /// Low predicates.
    Guidance,
    /// Complaints about a service; `None` where none is named.
    Complaints(Option<String>),
}

/// A reason behind an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// So many people lack so many levels together.
    Gap {
        /// People.
        people: u64,
        /// Levels.
        levels: i64,
    },
    /// So many people lack what a colleague of their unit holds.
    Colleague {
        /// People.
        people: u64,
    },
    /// So many people for whom the need was named.
    Named {
        /// People.
        people: u64,
    },
    /// So many certificates expire, the first on this day.
    Expiring {
        /// Certificates.
        count: u64,
        /// The first last day.
        first: Day,
    },
    /// So many PNS lack so many JP together.
    Short {
        /// People.
        people: u64,
        /// JP.
        jp: Dec,
    },
    /// So many people with a low predicate.
    Low {
        /// People.
        people: u64,
    },
    /// So many complaints past their deadline.
    Complaints {
        /// Complaints.
        count: u64,
    },
}

/// An item of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What it is about.
    pub about: Theme,
    /// Its form.
    pub kind: PlanItemKind,
    /// For whom, in rising order.
    pub persons: Vec<u32>,
    /// For which units, in rising order, where it is for no person.
    pub units: Vec<u32>,
    /// When.
    pub month: Month,
    /// JP each, where the records tell it.
    pub jp: Option<Dec>,
    /// Why.
    pub reasons: Vec<Why>,
}
