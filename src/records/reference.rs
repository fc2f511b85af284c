//! Who may name whom, by what the columns and fields declare: one answer for what is removed and what is renamed.

use super::TABLES;
use super::cell::{Cell, Domain};
use super::document::Naming;
use super::references::{Reference, References};
use super::table::{Attribute, Schema};

/// The folder of the programmes, whose ids stand in columns of a kind of their own.
pub const TRAININGS: &str = "trainings";

/// A row or a document that others may name.
#[derive(Clone, Copy, Debug)]
pub struct Namesake<'n> {
    /// Its table, or the folder of its documents.
    pub of: &'n str,
    /// What one of them is called: the word before the colon of a reference.
    pub one: &'n str,
    /// The cells of its key with slashes between, or the id of the document.
    pub id: &'n str,
}

impl<'a> Reference<'a> {
    /// The person whom it names as part of a key: `evaluation:p0000001/2026-Q3`, `participation:2026-10/slug/p0000001`.
    pub fn person(self) -> Option<&'a str> {
        match self.kind {
            "evaluation" => self.id.split('/').next(),
            "participation" => self.id.rsplit('/').next(),
            _ => None,
        }
    }
}

impl Namesake<'_> {
    /// The cell with `new` wherever it names this one; `None` where it does not.
    pub fn renamed(&self, column: &Attribute, cell: &str, new: &str) -> Option<String> {
        match column.kind {
            Domain::Reference => self.in_reference(cell, new),
            Domain::References => {
                let parts: Vec<(&str, &str)> = References::parts(cell).collect();
                let each = parts.iter().map(|(part, _)| self.in_reference(part, new));
                let renamed: Vec<Option<String>> = each.collect();
                renamed.iter().any(Option::is_some).then(|| {
                    let parts = parts.iter().zip(renamed);
                    let parts = parts
                        .map(|((part, since), new)| References::part(new.as_deref().unwrap_or(part), since));
                    parts.collect::<Vec<_>>().join(" ")
                })
            }
            Domain::TrainingId if self.of == TRAININGS => (cell == self.id).then(|| new.to_owned()),
            _ => (column.refers == Some(self.of) && cell == self.id).then(|| new.to_owned()),
        }
    }

    /// The cells of a row that become others, by column, where this one is called `new`: its own key, and whatever names it.
    pub fn changes(&self, table: &Schema, cells: &[String], new: &str) -> Vec<(usize, String)> {
        let is_own = table.name == self.of && table.keys() == 1 && cells[Schema::FIRST] == self.id;
        let own = is_own.then(|| (Schema::FIRST, new.to_owned()));
        let named = (0..cells.len()).filter_map(|column| {
            let text = self.renamed(&table.columns[column], &cells[column], new)?;
            Some((column, text))
        });
        own.into_iter().chain(named).collect()
    }

    /// Whether an id in a document names this one.
    pub fn is_named_by(&self, naming: &Naming<'_>) -> bool {
        let mut named = naming.field.refers.iter().chain(naming.field.may_name);
        named.any(|table| *table == self.of) && naming.id == self.id
    }

    /// `complaint:2026-10-k7f3q` as a whole, and each part of a key that names this one: the person of
    /// `evaluation:p0000001/2026-Q3`.
    fn in_reference(&self, cell: &str, new: &str) -> Option<String> {
        let Reference { kind, id } = Reference::parse(cell).ok()?;
        if kind == self.one {
            // What stands behind a slash is a part of it: a suggestion of a forum.
            let rest = id.strip_prefix(self.id)?;
            return (rest.is_empty() || rest.starts_with('/')).then(|| format!("{kind}:{new}{rest}"));
        }
        let table = TABLES.iter().find(|table| table.one == kind)?;
        let parts = key_parts(table, id)?;
        let columns = table.columns.iter().zip(&parts);
        let renamed: Vec<Option<String>> = columns
            .map(|(column, part)| self.renamed(column, part, new))
            .collect();
        renamed.iter().any(Option::is_some).then(|| {
            let parts = parts.iter().zip(renamed);
            let parts = parts.map(|(part, new)| new.unwrap_or_else(|| (*part).to_owned()));
            format!("{kind}:{}", parts.collect::<Vec<_>>().join("/"))
        })
    }
}

/// The cells of a key with slashes between; the id of a programme holds one itself. `None` when there are others.
fn key_parts<'i>(table: &Schema, id: &'i str) -> Option<Vec<&'i str>> {
    let (mut rest, mut parts) = (id, Vec::new());
    let columns = &table.columns[..table.keys()];
    for (at, column) in columns.iter().enumerate() {
        let slashes = usize::from(column.kind == Domain::TrainingId);
        let end = match at + 1 == columns.len() {
            true => rest.len(),
            false => rest.match_indices('/').nth(slashes)?.0,
        };
        parts.push(&rest[..end]);
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::organisation::{postings, staff};
    use crate::records::performance::{Guidance, guidance};
    use crate::records::service::{Regulation, regulations};

    #[test]
    fn a_name_is_found_in_columns_and_inside_references() {
        let person = Namesake {
            of: &staff.name,
            one: staff.one,
            id: "p1",
        };
        let supervisor = &postings.columns[postings.column("supervisor").unwrap_or(0)];
        let cause = &guidance.columns[Guidance::cause];
        assert_eq!(person.renamed(supervisor, "p1", "p2").as_deref(), Some("p2"));
        assert_eq!(person.renamed(supervisor, "p11", "p2"), None);
        for (cell, expected) in [
            ("evaluation:p1/2026-Q3", Some("evaluation:p2/2026-Q3")),
            ("participation:2026-10/a/p1", Some("participation:2026-10/a/p2")),
            ("participation:2026-10/p1/p3", None),
            ("complaint:p1", None),
        ] {
            assert_eq!(person.renamed(cause, cell, "p2").as_deref(), expected, "{cell}");
        }
        let programme = Namesake {
            of: TRAININGS,
            one: "training",
            id: "2026-10/a",
        };
        let renamed = |cell: &str| programme.renamed(cause, cell, "2026-11/b");
        assert_eq!(
            renamed("participation:2026-10/a/p1").as_deref(),
            Some("participation:2026-11/b/p1")
        );
        let briefing = &regulations.columns[Regulation::briefing];
        let cell = "training:2026-09/x training:2026-10/a@2026-10-05";
        assert_eq!(
            programme.renamed(briefing, cell, "2026-11/b").as_deref(),
            Some("training:2026-09/x training:2026-11/b@2026-10-05")
        );
    }
}
