//! Every sentence that a person reads, in Indonesian and in English beside each other.
//!
//! The lowest layer: it knows nothing else, so that every layer can speak without knowing a language.
//! A message is an enum variant; the macros below do not compile when a language is missing.

pub mod asking;
pub mod change;
pub(crate) mod coded;
pub mod grounds;
pub mod import;
pub mod longer;
pub mod merge;
pub mod none;
pub mod problem;
pub mod proposal;
pub mod report;
pub mod report_certificates;
pub mod report_complaints;
pub mod report_due;
pub mod report_edition;
pub mod report_evaluation;
pub mod report_explanation;
pub mod report_forum;
pub mod report_hours;
pub mod report_impact;
pub mod report_matrix;
pub mod report_mentoring;
pub mod report_notice;
pub mod report_paper;
pub mod report_participation;
pub mod report_plan;
pub mod report_rollup;
pub mod report_roster;
pub mod report_satisfaction;
pub mod report_site;
pub mod report_staff;
pub mod report_training;
pub mod report_transcript;
pub mod report_unit;
pub mod screen;
pub mod topics;
pub mod trouble;
mod value_form;
pub mod writing;

use std::fmt;
pub use value_form::value_form;

/// The two languages of everything that is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Indonesian, the default.
    #[default]
    Id,
    /// English, on request.
    En,
}

impl Lang {
    /// The code used in files, arguments and JSON: `id` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }

    /// The language of a code, or `None` when it is neither `id` nor `en`.
    pub fn of(code: &str) -> Option<Lang> {
        match code {
            "id" => Some(Lang::Id),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// Something that can be said in both languages.
pub trait Say {
    /// Writes the sentence in `lang`.
    fn say(&self, lang: Lang, out: &mut dyn fmt::Write) -> fmt::Result;

    /// The sentence as a string.
    fn text(&self, lang: Lang) -> String {
        let mut out = String::new();
        // Writing into a String cannot fail.
        let _ = self.say(lang, &mut out);
        out
    }
}

/// Declares an enum of sentences: `Variant { field: Type }: id "…{field}…", en "…{field}…";`.
///
/// English needs words that follow a count, Indonesian never does. They stand behind the sentence:
/// `en "{count} {people} left", people of count "person" / "people";`.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident {
        $( $(#[$vmeta:meta])* $variant:ident $({ $($field:ident : $ty:ty),* $(,)? })? : id $id:literal, en $en:literal
            $(, $word:ident of $count:ident $one:literal / $many:literal)*; )*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $name { $( $(#[$vmeta])* $variant $({ $($field: $ty),* })? ),* }

        impl $crate::words::Say for $name {
            #[allow(unused_variables)]
            fn say(&self, lang: $crate::words::Lang, out: &mut dyn std::fmt::Write) -> std::fmt::Result {
                match self {
                    $( Self::$variant $({ $($field),* })? => match lang {
                        $crate::words::Lang::Id => write!(out, $id),
                        $crate::words::Lang::En => {
                            $( let $word = $crate::words::plural($count, $one, $many); )*
                            write!(out, $en)
                        }
                    } ),*
                }
            }
        }
    };
}
pub(crate) use words;

/// The form of an English word that goes with a count.
pub fn plural<'w>(count: &impl fmt::Display, one: &'w str, many: &'w str) -> &'w str {
    match count.to_string() == "1" {
        true => one,
        false => many,
    }
}

/// Words that stand beside their only use, as a heading beside its column: Indonesian, then English.
impl Say for (&'static str, &'static str) {
    fn say(&self, lang: Lang, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(if lang == Lang::En { self.1 } else { self.0 })
    }
}

impl Say for Phrase {
    fn say(&self, lang: Lang, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(self.get(lang))
    }
}

/// The English and the Indonesian form of a fixed phrase, for declarations that carry their own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Indonesian.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The phrase in `lang`.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of month `month` (1 to 12; anything else is read modulo twelve).
pub fn month_name(lang: Lang, month: u32) -> &'static str {
    let index = (month as usize + 11) % 12;
    match lang {
        Lang::Id => MONTHS_ID[index],
        Lang::En => MONTHS_EN[index],
    }
}

/// A number written with a decimal point, as the language writes it: `1234.5` is `1.234,5` or `1,234.5`.
pub fn number(lang: Lang, plain: &str) -> String {
    let (thousands, point) = match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    };
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut out = String::with_capacity(plain.len() + 4);
    out.push_str(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// A name as one types it behind a command: in double quotes where it holds a space, which every shell reads alike.
pub fn as_typed(text: &str) -> String {
    match text.contains(char::is_whitespace) {
        true => format!("\"{text}\""),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_space_is_typed_in_quotes() {
        assert_eq!(as_typed("kantor"), "kantor");
        assert_eq!(as_typed("Dir Spasi/kantor"), "\"Dir Spasi/kantor\"");
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(Lang::Id, "82.41"), "82,41");
        assert_eq!(number(Lang::Id, "1234567"), "1.234.567");
        assert_eq!(number(Lang::En, "-12345.5"), "-12,345.5");
        assert_eq!(number(Lang::Id, "5217"), "5.217");
        assert_eq!(number(Lang::Id, "999"), "999");
    }

    words! {
        #[allow(unreachable_pub, reason = "the macro declares public words only")]
        pub enum Remainder {
            Left { count: u64 }: id "{count} orang tersisa", en "{count} {people} left", people of count "person is" / "people are";
        }
    }

    #[test]
    fn english_words_follow_their_count() {
        let text = |count, lang| Remainder::Left { count }.text(lang);
        assert_eq!(text(1, Lang::En), "1 person is left");
        assert_eq!(text(0, Lang::En), "0 people are left");
        assert_eq!(text(11, Lang::En), "11 people are left");
        assert_eq!(text(1, Lang::Id), "1 orang tersisa");
    }

    #[test]
    fn months_have_names_in_both_languages() {
        assert_eq!(month_name(Lang::Id, 10), "Oktober");
        assert_eq!(month_name(Lang::En, 12), "December");
    }
}
