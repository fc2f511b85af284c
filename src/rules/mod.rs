//! The dated regulation tables: every scale, band, deadline and ceiling is data in `rules/*.toml`.
//!
//! One file a rule, with one or more `[[edition]]` inside. A period is computed by the edition in force on its
//! last day, a deadline by the edition in force on the day of receipt. Parsed from text, with positions; this
//! layer knows nothing of files or reports.

pub mod editions;

use crate::diagnostic::{Findings, Origin};
use crate::records::document::{Document, FieldInfo};
use crate::records::time::Day;
use crate::words::Phrase;

/// What every edition of every rule says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The name of the rule: its file is `rules/<name>.toml`.
    pub rule: &'static str,
    /// What the rule is about, for readers who do not know its file.
    pub about: Phrase,
    /// The regulation and article; none of a proposal that the office has not decided on yet.
    pub basis: Option<String>,
    /// The first day on which it is in force.
    pub from: Day,
    /// The last day; open when `None`.
    pub to: Option<Day>,
    /// How it is known.
    pub verified: Verified,
    /// Where the edition begins.
    pub origin: Origin,
}

/// An edition of a rule.
pub trait Enactment: Document {
    /// The name of the rule.
    const RULE: &'static str;

    /// The file of `data/` that a new office begins with.
    const SHIPPED: &'static str;

    /// What it says about itself.
    fn head(&self) -> Head;

    /// Tells what makes no sense in its values.
    fn judge(&self, _findings: &mut Findings) {}
}

/// Declares the editions of a rule: a document with the head that all share, and the rule's own fields.
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $name:ident $rule:literal: id $id:literal, en $en:literal { $($fields:tt)* } $(judge $judge:expr;)?) => {
        document! {
            $(#[doc = $doc])+
            $name {
                /// The regulation and article; absent of a proposal that the office has not decided on yet.
                basis: Option<String>, id "Peraturan dan pasalnya; tidak ditulis bagi usulan yang belum diputuskan kantor.";
                /// The first day in force.
                in_force_from: Day, id "Hari pertama berlaku.";
                /// The last day in force; open when absent.
                in_force_to: Option<Day>, id "Hari terakhir berlaku; terbuka bila tidak ditulis.";
                /// How it is known: text, secondary or unverified.
                verified: Verified, id "Dari mana diketahui: text, secondary, atau unverified.";
                /// A note.
                note: Option<String>, id "Catatan.";
                $($fields)*
            }
        }

        impl Enactment for $name {
            const RULE: &'static str = $rule;
            const SHIPPED: &'static str = include_str!(concat!("../../data/rules/", $rule, ".toml"));

            fn head(&self) -> Head {
                Head {
                    rule: $rule,
                    about: crate::words::Phrase { id: $id, en: $en },
                    basis: self.basis.clone(),
                    from: self.in_force_from,
                    to: self.in_force_to,
                    verified: self.verified,
                    origin: self.origin,
                }
            }

            $(fn judge(&self, findings: &mut Findings) {
                let judge: fn(&$name, &mut Findings) = $judge;
                judge(self, findings);
            })?
        }
    };
}

mod development;
mod learning;
mod performance;
mod service;

pub use crate::records::code::{Counted, Rhythm, Verified};
pub use development::{CertificateRule, Criterion, Incentive, MentoringRule, Refresher};
pub use learning::{
    AttendanceRule, Effect, FELL, Feedback, Gain, GainBand, Gap, Hours, LookBack, PercentBand,
};
pub use performance::{EvaluationRhythm, FormerName, GuidanceRule, PredicateCell, PredicateRule};
pub use service::{ComplaintClass, Complaints, Impact, Privacy, QualityBand, SampleSize, Satisfaction};

/// Declares the set of all rules, with reading by name.
macro_rules! rules {
    ($($field:ident: $ty:ty),* $(,)?) => {
        /// All rules of an office.
        #[derive(Debug, Default)]
        #[allow(missing_docs)]
        pub struct Rules { $( pub $field: editions::Editions<$ty>, )* }

        impl Rules {
            /// The names of all rules: their files are `rules/<name>.toml`.
            pub const NAMES: &'static [&'static str] = &[ $( <$ty as Enactment>::RULE ),* ];

            /// Each rule with the text that a new office begins with.
            pub const SHIPPED: &'static [(&'static str, &'static str)] =
                &[ $( (<$ty as Enactment>::RULE, <$ty as Enactment>::SHIPPED) ),* ];

            /// Reads the text of the rule `name`; tells everything wrong with it. Whether the rule is known.
            pub fn read(&mut self, name: &str, text: &str, file: u32, findings: &mut Findings) -> bool {
                match name {
                    $( <$ty as Enactment>::RULE => self.$field = editions::Editions::read(text, file, findings), )*
                    _ => return false,
                }
                true
            }

            /// Notes that the text of the rule `name` cannot be read, which was told.
            pub fn lose(&mut self, name: &str) {
                match name {
                    $( <$ty as Enactment>::RULE => self.$field = editions::Editions::lost(), )*
                    _ => {}
                }
            }

            /// The names of the rules that have no edition in force on a day, and whether they have any other.
            pub fn missing_on(&self, day: Day) -> Vec<(&'static str, bool)> {
                let mut missing = Vec::new();
                $( if self.$field.lacks(day) {
                    missing.push((<$ty as Enactment>::RULE, !self.$field.all().is_empty()));
                } )*
                missing
            }

            /// The head of the edition of the rule `name` in force on a day.
            pub fn head_on(&self, name: &str, day: Day) -> Option<Head> {
                match name {
                    $( <$ty as Enactment>::RULE => self.$field.on(day).map(Enactment::head), )*
                    _ => None,
                }
            }

            /// The editions that came into force from `first` to `last` in place of an earlier one: the head of the
            /// earlier one, and that of the later.
            pub fn changed_within(&self, first: Day, last: Day) -> Vec<(Head, Head)> {
                let mut changed = Vec::new();
                $( changed.extend(self.$field.changes_within(first, last)); )*
                changed.sort_by_key(|(_, now)| (now.from, now.rule));
                changed
            }

            /// The fields of one edition of the rule `name`.
            pub fn fields(name: &str) -> &'static [FieldInfo] {
                match name {
                    $( <$ty as Enactment>::RULE => <$ty as Document>::fields(), )*
                    _ => &[],
                }
            }
        }
    };
}

/// The rules without which there is no report about a month.
pub const MONTHLY: &[&str] = &[
    "hours",
    "predicate",
    "evaluation",
    "satisfaction",
    "gain",
    "complaints",
    "feedback",
    "privacy",
    "look-back",
];

/// The rules of earlier versions that nothing is counted by: no text gives a conversion of JP, the forms of development
/// are codes of the records, and no record holds a potential. A file of theirs may go.
pub const RETIRED: &[&str] = &["jp-conversion", "methods", "talent"];

rules! {
    hours: Hours,
    predicate: PredicateRule,
    satisfaction: Satisfaction,
    sample_size: SampleSize,
    gain: Gain,
    effect: Effect,
    evaluation: EvaluationRhythm,
    attendance: AttendanceRule,
    complaints: Complaints,
    certificates: CertificateRule,
    guidance: GuidanceRule,
    impact: Impact,
    feedback: Feedback,
    gap: Gap,
    privacy: Privacy,
    look_back: LookBack,
    mentoring: MentoringRule,
    incentive: Incentive,
}
