//! A page as a reader takes it apart: its tables, and the fractions in their cells.

/// The two numbers of a fraction.
pub(crate) fn fraction(text: &str) -> Option<(f64, f64)> {
    let plain = text.replace(',', "");
    let (before, after) = plain.split_once('/')?;
    let is_part = |letter: char| letter.is_ascii_digit();
    let start = before.rfind(|letter| !is_part(letter)).map_or(0, |at| at + 1);
    let end = after.find(|letter| !is_part(letter)).unwrap_or(after.len());
    Some((before[start..].parse().ok()?, after[..end].parse().ok()?))
}

/// The tables of a page: the cells of each row.
pub(crate) fn grids(page: &str) -> Vec<Vec<Vec<String>>> {
    let mut out: Vec<Vec<Vec<String>>> = Vec::new();
    let mut is_in = false;
    for line in page.lines() {
        let is_row = line.starts_with('|');
        if is_row && !is_in {
            out.push(Vec::new());
        }
        is_in = is_row;
        if let Some(grid) = out.last_mut().filter(|_| is_row) {
            let cells = line.trim_matches('|').split(" | ");
            grid.push(
                cells
                    .map(|cell| cell.trim_matches([' ', '*', '\\']).to_owned())
                    .collect(),
            );
        }
    }
    out
}

#[test]
fn a_fraction_has_two_numbers() {
    assert_eq!(fraction("100 % (1,203/1,204)"), Some((1203.0, 1204.0)));
    assert_eq!(
        (fraction("13/62; 2 not known"), fraction("24.0")),
        (Some((13.0, 62.0)), None)
    );
}
