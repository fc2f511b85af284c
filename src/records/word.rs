//! A code of a closed list, the words for it, and what somebody means who types either.

use crate::words::{Lang, Phrase, problem::Problem};

/// A code of a closed list, as files hold it, with the words that a reader sees and may type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// As files hold it.
    pub name: &'static str,
    /// The words.
    pub words: Phrase,
    /// Another word that may be typed for it; empty where there is none.
    pub also: &'static str,
}

impl Code {
    /// A code with its words.
    pub const fn new(name: &'static str, id: &'static str, en: &'static str) -> Code {
        let words = Phrase { id, en };
        let also = "";
        Code { name, words, also }
    }

    /// The same, which another word means too.
    pub const fn also(self, also: &'static str) -> Code {
        Code { also, ..self }
    }

    /// The code that is meant by what was typed: a code, its words in either language, or the beginning of the words
    /// where no other has it, with blanks or hyphens between. What means no code stays as it was typed.
    pub fn meant<'t>(codes: &[Code], typed: &'t str) -> &'t str {
        let plain = spelling(typed);
        let spellings =
            |code: &Code| [code.name, code.words.id, code.words.en, code.also].map(self::spelling);
        let whole = |code: &&Code| spellings(code).contains(&plain);
        let begins = |code: &&Code| {
            let rest = |words: &String| words.strip_prefix(&*plain).map(|rest| rest.starts_with('-'));
            spellings(code).iter().any(|words| rest(words) == Some(true))
        };
        let mut beginning = codes.iter().filter(begins);
        match (codes.iter().find(whole), beginning.next(), beginning.next()) {
            (Some(code), ..) | (None, Some(code), None) if !plain.is_empty() => code.name,
            _ => typed,
        }
    }

    /// As it is typed in a language. An abbreviation, which has capitals or digits, is the same in both.
    pub fn typed(&self, lang: Lang) -> String {
        let is_short = self
            .name
            .contains(|letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit());
        match lang {
            Lang::Id if !is_short => spelling(self.words.id),
            _ => self.name.to_owned(),
        }
    }

    /// A text with the codes in it as they are typed in a language.
    pub fn told(codes: &[Code], text: &str, lang: Lang) -> String {
        let is_end = |letter: char| !letter.is_alphanumeric() && letter != '-';
        let parts = text.split_inclusive(is_end).map(|part| {
            let word = part.trim_end_matches(is_end);
            let code = codes.iter().find(|code| code.name == word);
            code.map_or(part.to_owned(), |code| part.replacen(word, &code.typed(lang), 1))
        });
        parts.collect()
    }

    /// A list as it is typed in a language, for help.
    pub fn list(codes: &[Code], lang: Lang) -> String {
        let all: Vec<String> = codes.iter().map(|code| code.typed(lang)).collect();
        all.join(", ")
    }

    /// The codes as files hold them.
    pub fn names(codes: &[Code]) -> Vec<&'static str> {
        codes.iter().map(|code| code.name).collect()
    }
}

/// A spelling of words in which neither capitals nor the choice of blanks or hyphens count.
pub fn spelling(words: &str) -> String {
    words.trim().to_lowercase().replace([' ', '_'], "-")
}

/// `yes` and `no` of a table.
pub const YES_NO: &[Code] = &[Code::new("yes", "ya", "yes"), Code::new("no", "tidak", "no")];

/// `true` and `false` of a document.
pub const TRUTH: &[Code] = &[Code::new("true", "ya", "yes"), Code::new("false", "tidak", "no")];

/// The refusal of a code that is not in the list.
#[cold]
pub(crate) fn unknown(text: &str, codes: &[Code]) -> Box<Problem> {
    let with_words = |code: &Code| match (spelling(code.words.id) == spelling(code.name), code.words.id) {
        (true, _) => code.name.to_owned(),
        (false, words) => format!("{} ({words})", code.name),
    };
    let words: Vec<String> = codes.iter().map(with_words).collect();
    Box::new(Problem::CodeUnknown {
        text: text.chars().take(80).collect(),
        allowed: Code::names(codes).join(", "),
        words: words.join(", "),
    })
}

#[cfg(test)]
mod tests {
    use super::super::code::*;
    use super::*;

    #[test]
    fn a_code_is_typed_by_its_words() {
        let reason = |typed| Code::meant(AbsenceReason::CODES, typed);
        assert_eq!(["sick", "sakit", "Sakit "].map(reason), ["sick"; 3]);
        assert_eq!(["cuti", "Izin"].map(reason), ["leave", "permission"]);
        assert_eq!(
            ["no-word", "tanpa kabar", "tanpa-kabar", "tanpa"].map(reason),
            ["no-word"; 4]
        );
        assert_eq!([reason("flu"), reason("")], ["flu", ""]);
        let expectation = |typed| Code::meant(Expectation::CODES, typed);
        assert_eq!(
            ["di bawah", "di atas", "sesuai"].map(expectation),
            ["below", "above", "meets"]
        );
        // The whole words of one are the beginning of another's.
        let decided = |typed| Code::meant(Disposition::CODES, typed);
        assert_eq!(
            ["diterima", "diterima sebagian"].map(decided),
            ["adopted", "partly"]
        );
        // Two are meant.
        let status = |typed| Code::meant(ParticipationStatus::CODES, typed);
        assert_eq!([status("tidak"), status("tidak hadir")], ["tidak", "absent"]);
    }

    #[test]
    fn a_list_is_told_in_the_words_of_the_reader() {
        let list = |codes| [Lang::Id, Lang::En].map(|lang| Code::list(codes, lang));
        assert_eq!(list(Wave::CODES), ["sebelum, sesudah", "before, after"]);
        assert_eq!(list(&Method::CODES[..1]), ["KL01", "KL01"]);
        let refusal = unknown("x", &AbsenceReason::CODES[..2]);
        assert_eq!(
            refusal.help(Lang::Id),
            "pilih salah satu: duty (dinas), sick (sakit)"
        );
        assert_eq!(refusal.help(Lang::En), "choose one of: duty, sick");
    }
}
