//! Texts that join records by their words, as the position does, and those that are nearly another.

use crate::records::cell::plain_text;
use crate::records::table::distance;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// The words of a list in which each thing should be written one way.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    /// How often each is written.
    counts: BTreeMap<String, usize>,
    /// What each that is nearly another would be.
    twins: HashMap<String, String>,
    /// The commonest way to write the same letters.
    common: HashMap<String, String>,
}

/// The least length of a word in which one wrong letter is a slip: short ones differ in one letter by right.
const LONG: usize = 6;

impl Spellings {
    /// Takes in a text that was written once more.
    pub(super) fn add(&mut self, text: &str) {
        match self.counts.get_mut(text) {
            _ if text.is_empty() => {}
            Some(count) => *count += 1,
            None => drop(self.counts.insert(text.to_owned(), 1)),
        }
    }

    /// The text that one is nearly, where that is the commoner of the two.
    pub(super) fn twin(&self, text: &str) -> Option<&str> {
        let twin = match self.counts.contains_key(text) {
            true => self.twins.get(text),
            false => self.common.get(&words(text).concat()),
        };
        twin.map(String::as_str)
    }

    /// Finds the twins, once all texts are known: those that differ in blanks, marks and capitals alone, and those that
    /// differ in one letter of one long word.
    pub(super) fn settle(&mut self) {
        let mut groups: HashMap<String, Vec<(&str, String)>> = HashMap::new();
        for text in self.counts.keys() {
            let words = words(text);
            let whole = words.concat();
            groups.entry(whole).or_default().push((text, String::new()));
            for (at, word) in words.iter().enumerate().filter(|(_, word)| word.len() >= LONG) {
                let mut others = words.clone();
                others[at] = "?".to_owned();
                let others = others.join(" ");
                groups.entry(others).or_default().push((text, word.clone()));
            }
        }
        let rank = |text: &str| {
            let is_plain = plain_text(text) == text;
            (is_plain, self.counts.get(text).copied(), Reverse(text.to_owned()))
        };
        let (mut twins, mut common) = (HashMap::new(), HashMap::new());
        for (letters, group) in &groups {
            let best = group.iter().map(|(text, _)| *text).max_by_key(|text| rank(text));
            common.extend(best.map(|text| (letters.clone(), text.to_owned())));
        }
        for group in groups.values().filter(|group| group.len() > 1) {
            for (text, word) in group {
                let near = group.iter().filter(|(other, others)| {
                    other != text && distance(word, others) <= 1 && rank(other) > rank(text)
                });
                if let Some((twin, _)) = near.max_by_key(|(other, _)| rank(other)) {
                    twins.insert((*text).to_owned(), (*twin).to_owned());
                }
            }
        }
        (self.twins, self.common) = (twins, common);
    }
}

/// The words of a text without marks, in lower case.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_of_two_that_are_nearly_the_same_is_told() {
        let mut list = Spellings::default();
        for text in [
            "Pengelola Keuangan",
            "Pengelola Keuangan",
            "Pengelola  keuangan",
            "Pengelola Keuangan ",
            "Pengelola Keuagan",
            "Kepala Seksi I",
            "Kepala Seksi II",
            "Analis Ahli Muda",
            "Analis Ahli Madya",
            "Petugas Loket 1",
            "Petugas Loket 2",
        ] {
            list.add(text);
        }
        list.settle();
        for text in ["Pengelola  keuangan", "Pengelola Keuangan ", "Pengelola Keuagan"] {
            assert_eq!(list.twin(text), Some("Pengelola Keuangan"), "{text}");
        }
        assert_eq!(list.twin("pengelola keuangan"), Some("Pengelola Keuangan"));
        for text in [
            "Pengelola Keuangan",
            "Kepala Seksi II",
            "Analis Ahli Muda",
            "Petugas Loket 1",
        ] {
            assert_eq!(list.twin(text), None, "{text}");
        }
    }
}
