//! Which of some names was meant by one that is none of them.

/// Whether a name is another one with a slip of the hand.
pub(super) fn is_slip(name: &str, meant: &str) -> bool {
    distance(name, meant) <= 2
}

/// The name that needs the fewest changes to become `name`; empty when there is none to choose from.
pub fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> &'n str {
    names
        .min_by_key(|candidate| distance(name, candidate))
        .unwrap_or("")
}

/// The name to show that is meant by `name`, of names to show with everything that each is called: one that begins so,
/// else one to show that is not far, else whatever is called most like it.
pub fn nearest_called<'n>(name: &str, called: &[(&'n str, [&str; 2])]) -> &'n str {
    let shown = || called.iter().map(|(shown, _)| *shown);
    if let Some(begun) = shown().find(|shown| shown.starts_with(name)) {
        return begun;
    }
    let nearest = nearest(name, shown());
    if 2 * distance(name, nearest) <= nearest.chars().count() {
        return nearest;
    }
    let distance_to = |names: &[&str; 2]| names.iter().map(|known| distance(name, known)).min();
    let of_all = called.iter().min_by_key(|(_, names)| distance_to(names));
    of_all.map_or("", |(shown, _)| *shown)
}

/// The Levenshtein distance in characters.
pub fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(80).enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != *y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}
