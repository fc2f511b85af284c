//! The lines that somebody chose in a dispute: those of one side, with other values where they were typed.

use super::{Contention, Dispute, Genre};
use crate::files::document::{DocumentText, Literal};
use crate::files::edit::Folio;
use crate::words::change::Slip;
use crate::words::problem::Problem;

/// Why something chosen cannot be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfitting {
    /// A cell does not take it.
    Cell(Problem),
    /// It cannot be chosen here.
    Slip(Slip),
}

impl Dispute {
    /// The names of what is in dispute, of which others can be typed.
    pub fn names(&self) -> Vec<&str> {
        match &self.matter {
            Contention::Values(facets) => facets.iter().map(|facet| &*facet.name).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether each side has rows of its own, so that both may stand.
    pub fn is_apart(&self) -> bool {
        matches!(self.matter, Contention::Apart(_))
    }

    /// Both, each as it is; of parts of a document, which have the same number, that of there gets the next that is free in
    /// the `whole`.
    pub fn both(&self, whole: &str) -> String {
        let Some((line, key)) = self.there.lines().find_map(numbered_line) else {
            let sides = self.here.clone() + &self.there;
            let mut rows: Vec<&str> = sides.split_inclusive('\n').collect();
            rows.sort_unstable();
            return rows.concat();
        };
        let (word, number) = numbered(key).unwrap_or((key, 0));
        let is_free = |key: &String| !whole.contains(&format!("\"{key}\""));
        let mut next = (number + 1..).map(|number| format!("{word}{number}"));
        let free = next.find(is_free).unwrap_or_default();
        let renumbered = line.replace(key, &free);
        format!("{}\n{}", self.here, self.there.replacen(line, &renumbered, 1))
    }

    /// The number by which a part of a document is named on both sides, which each gave to a part of its own.
    pub fn number(&self) -> Option<&str> {
        let (_, key) = self.here.lines().find_map(numbered_line)?;
        Some(key).filter(|_| self.is_apart())
    }

    /// Why some values cannot be typed: the first of a name that is not in dispute.
    pub fn foreign(&self, values: &[(&str, &str)]) -> Option<Slip> {
        let names = self.names();
        let (name, _) = values.iter().find(|(name, _)| !names.contains(name))?;
        let (column, all) = ((*name).to_owned(), names.join(", "));
        Some(match names.is_empty() {
            true => Slip::DisputeNoColumn { column },
            false => Slip::DisputeColumn { column, all },
        })
    }

    /// The lines of a side with other values; `text` is the file that it is about.
    ///
    /// # Errors
    /// When a value does not belong there, or no other can be typed.
    pub fn with(
        &self,
        subject: &Genre<'_>,
        text: &str,
        side: &str,
        values: &[(&str, &str)],
    ) -> Result<String, Unfitting> {
        if let Some(slip) = self.foreign(values) {
            return Err(Unfitting::Slip(slip));
        }
        let broken = |(_, problem)| Unfitting::Cell(problem);
        match subject {
            Genre::Table(table) => {
                let heading = text.lines().next().unwrap_or_default();
                let mut row = Folio::parse(table, Some(&format!("{heading}\n{side}"))).map_err(broken)?;
                for (name, value) in values {
                    match table.column(name) {
                        Some(column) => {
                            let value = table.columns[column].kind.meant(value);
                            let check = table.columns[column].check.run(value);
                            check.map_err(|problem| Unfitting::Cell(*problem))?;
                            row.set(0, column, value);
                        }
                        None => row.set_own(0, name, value),
                    }
                }
                let whole = row.to_text();
                Ok(whole
                    .split_once('\n')
                    .map_or_else(String::new, |(_, lines)| lines.to_owned()))
            }
            Genre::Document(_) => {
                let mut document = DocumentText::parse(side).map_err(broken)?;
                for (name, value) in values {
                    let is_text = |line: &str| {
                        line.split_once('=').is_some_and(|(key, text)| {
                            key.trim() == *name && text.trim_start().starts_with('"')
                        })
                    };
                    let literal = match self.here.lines().chain(self.there.lines()).any(is_text) {
                        true => Literal::Text((*value).to_owned()),
                        false => Literal::Bare((*value).to_owned()),
                    };
                    let bad = |_| {
                        let reason = format!("{name} = {value}");
                        Unfitting::Cell(Problem::TomlSyntax { reason })
                    };
                    document.set(&[name], &literal, &self.names()).map_err(bad)?;
                }
                Ok(document.text().to_owned())
            }
        }
    }
}

/// A key of a word and a number, as `s3`: both.
pub(super) fn numbered(key: &str) -> Option<(&str, u32)> {
    let word = key.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_word = !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase());
    Some((word, key[word.len()..].parse().ok()?)).filter(|_| is_word)
}

/// The line of a document that holds such a key, and the key.
fn numbered_line(line: &str) -> Option<(&str, &str)> {
    let (name, key) = line.split_once('=')?;
    let key = key.trim().strip_prefix('"')?.strip_suffix('"')?;
    (name.trim() == "key" && numbered(key).is_some()).then_some((line, key))
}
