//! What is no longer the same between two printings of a report as CSV.

use ::csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;

/// A figure that another printing tells otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Its address, as `explain` takes it.
    pub address: String,
    /// What it was; empty where there was none.
    pub before: String,
    /// What it is; likewise.
    pub after: String,
}

/// The figures in which the long table of a later printing differs from that of an earlier one, by their addresses. Words
/// are no figures.
pub fn moved(before: &[u8], after: &[u8]) -> Vec<Moved> {
    let (before, after) = (figures(before), figures(after));
    let gone = before.keys().filter(|address| !after.contains_key(*address));
    let mut all: Vec<&String> = after.keys().chain(gone).collect();
    all.sort_unstable();
    let value = |of: &BTreeMap<String, String>, address| of.get(address).cloned().unwrap_or_default();
    let pairs = all.into_iter().map(|address| Moved {
        address: address.clone(),
        before: value(&before, address),
        after: value(&after, address),
    });
    pairs.filter(|one| one.before != one.after).collect()
}

/// The figures of the long table by their addresses.
fn figures(csv: &[u8]) -> BTreeMap<String, String> {
    let rows = ReaderBuilder::new()
        .flexible(true)
        .from_reader(csv)
        .into_records();
    rows.filter_map(|row| figure(&row.ok()?)).collect()
}

/// The address and the value of a line, where that is a number, and not that of a line on the page.
fn figure(row: &StringRecord) -> Option<(String, String)> {
    let value = row.get(3).filter(|_| row.get(2) != Some("line"))?;
    value.parse::<f64>().ok()?;
    let place = [row.get(0)?, row.get(1)?, row.get(2)?];
    let place = place.into_iter().filter(|part| !part.is_empty());
    Some((place.collect::<Vec<_>>().join("/"), value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_figures_that_differ_are_told_by_their_address() {
        let before = "table,row,column,value,of\nhours,pmk,jp,127,\nhours,pmk,unit,PMK,\nhours,lama,jp,4,\n";
        let after =
            "table,row,column,value,of\nhours,baru,jp,2,\nhours,pmk,jp,125,\nhours,pmk,unit,Seksi PMK,\n";
        let told = moved(before.as_bytes(), after.as_bytes());
        let told: Vec<_> = told
            .iter()
            .map(|one| (&*one.address, &*one.before, &*one.after))
            .collect();
        assert_eq!(
            told,
            [
                ("hours/baru/jp", "", "2"),
                ("hours/lama/jp", "4", ""),
                ("hours/pmk/jp", "127", "125"),
            ]
        );
        assert_eq!(moved(after.as_bytes(), after.as_bytes()), []);
    }
}
