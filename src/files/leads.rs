//! Which rows of a table name others of it: what one names must be there, and nothing may lead back to itself.

use std::collections::HashMap;

/// The rows of a table by their ids, with those that they name.
#[derive(Debug, Default)]
pub struct Leads {
    /// By the id of a row that of the one it names.
    to: HashMap<String, String>,
    /// A small number for the id of every row there is: of many, and a doubt need not be sure.
    known: Vec<u32>,
}

/// A small number that nearly no other id has (FNV-1a).
fn mark(id: &str) -> u32 {
    let add = |mark: u32, byte: u8| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    id.bytes().fold(0x811c_9dc5, add)
}

impl Leads {
    /// Takes a row, and the id of the one that it names.
    pub fn row(&mut self, id: &str, named: Option<&str>) {
        self.known.push(mark(id));
        let lead = named.map(|named| (id.to_owned(), named.to_owned()));
        self.to.extend(lead);
    }

    /// Whether a row names none that is there, or itself by way of others.
    pub fn is_doubtful(&mut self) -> bool {
        self.known.sort_unstable();
        let all = self.to.len();
        self.to.values().any(|named| {
            let is_known = self.known.binary_search(&mark(named)).is_ok();
            !is_known
                || std::iter::successors(Some(named), |id| self.to.get(*id))
                    .take(all + 1)
                    .count()
                    > all
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_to_nothing_or_back_is_doubted() {
        let doubted = |rows: &[(&str, Option<&str>)]| {
            let mut leads = Leads::default();
            rows.iter().for_each(|(id, named)| leads.row(id, *named));
            leads.is_doubtful()
        };
        assert!(!doubted(&[("a", Some("b")), ("b", Some("c")), ("c", None)]));
        assert!(doubted(&[("a", Some("b"))]));
        assert!(doubted(&[("a", Some("a"))]));
        assert!(doubted(&[("a", Some("b")), ("b", Some("a"))]));
    }
}
