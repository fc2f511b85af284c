//! Which row of a sheet names its columns: titles may stand above it, two rows may do it together, and a second table may
//! begin below with a heading of its own.

use super::{SheetRow, Worksheet};
use std::collections::HashSet;
use std::ptr;

/// How many rows of a sheet are looked at for the first heading.
const LOOKED_AT: usize = 60;

/// A table on a sheet: what its columns are called, and its rows.
#[derive(Clone, Debug)]
pub struct Region<'s> {
    /// The sheet.
    pub sheet: &'s Worksheet,
    /// The row of the heading whose cells are above the first of the table, from 1 as the program shows it.
    pub heading: usize,
    /// What each column is called, empty where it has no name: with the name that spans it where that is known, else
    /// alone where that is.
    pub titles: Vec<String>,
    /// The rows below, up to the next heading.
    pub rows: &'s [SheetRow],
    /// What a heading of several columns says of all rows, where these alone are the table.
    pub about: Option<String>,
    /// The columns that are none of the table then.
    pub aside: Vec<usize>,
    /// The sheets of the same file that hold no table, and may explain this one.
    pub beside: Vec<&'s Worksheet>,
}

impl<'s> Region<'s> {
    /// The rows that may explain something of the table: those of its own sheet and of the sheets beside it.
    pub fn explaining(&self) -> impl Iterator<Item = (&'s Worksheet, &'s SheetRow)> {
        let sheets: Vec<&'s Worksheet> = [self.sheet]
            .into_iter()
            .chain(self.beside.iter().copied())
            .collect();
        sheets
            .into_iter()
            .flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet, row)))
    }
}

/// Tells each table which sheets stand beside it.
pub fn stand_beside<'s>(regions: &mut [Region<'s>], sheets: &'s [Worksheet]) {
    let holding: Vec<&Worksheet> = regions.iter().map(|region| region.sheet).collect();
    let is_free = |sheet: &&Worksheet| !holding.iter().any(|other| ptr::eq(*other, *sheet));
    let free: Vec<&'s Worksheet> = sheets.iter().filter(is_free).collect();
    for region in regions {
        let of_file = free.iter().filter(|sheet| sheet.file == region.sheet.file);
        region.beside = of_file.copied().collect();
    }
}

/// How many rows of a sheet tell which kind of list it is.
const TELLING: usize = 500;

/// The tables of a sheet whose headings hold names that `knows` knows; none when no row holds two of them, or one that
/// stands alone.
pub fn regions<'s>(sheet: &'s Worksheet, knows: &dyn Fn(&str) -> bool) -> Vec<Region<'s>> {
    among(sheet, &sheet.rows, knows)
}

/// The same as far as the first rows tell it, for who asks what a long list is.
pub fn first_regions<'s>(sheet: &'s Worksheet, knows: &dyn Fn(&str) -> bool) -> Vec<Region<'s>> {
    among(sheet, &sheet.rows[..sheet.rows.len().min(TELLING)], knows)
}

fn among<'s>(sheet: &'s Worksheet, rows: &'s [SheetRow], knows: &dyn Fn(&str) -> bool) -> Vec<Region<'s>> {
    let mut regions: Vec<Region<'s>> = Vec::new();
    let mut next = best(rows, LOOKED_AT, knows);
    let mut from = 0;
    while let Some((at, span, score)) = next {
        let (heading, below) = (from + at, from + at + span);
        if let Some(last) = regions.last_mut() {
            last.rows = &last.rows[..at];
        }
        regions.push(Region {
            sheet,
            heading: rows[below - 1].number,
            titles: titles(&rows[heading..below], knows),
            rows: &rows[below..],
            about: None,
            aside: Vec::new(),
            beside: Vec::new(),
        });
        from = below;
        // A row of data knows no names of columns: where two stand again, another table begins.
        let rest = &rows[below..];
        // Nor does the same sign under two days: `ttd` beside `ttd`.
        let own = &regions.last().map_or(&[][..], |region| &region.titles);
        let is_heading = |row: &SheetRow| {
            let known = row.texts().filter(|text| !text.is_empty() && knows(text));
            let known: HashSet<&str> = known.collect();
            // Two words of a row may be names of columns by chance: `Tidak Hadir`, `Sakit`.
            known.len() >= 3 || (known.len() == 2 && known.iter().any(|name| is_among(name, own)))
        };
        let again = rest.iter().position(is_heading);
        let least = (score / 2).max(2);
        next = again.and_then(|at| {
            let (own, span, found) = best(&rest[at..], 1, knows)?;
            (found >= least).then_some((at + own, span, found))
        });
    }
    for region in &mut regions {
        region.rows = without_numbers(region.rows);
    }
    regions
}

/// Whether a text is one of several names, in whatever case.
fn is_among(text: &str, names: &[String]) -> bool {
    names
        .iter()
        .any(|name| name.to_lowercase() == text.to_lowercase())
}

/// The likeliest heading among the first rows: where it begins, how many rows it has, how many names are known.
fn best(rows: &[SheetRow], most: usize, knows: &dyn Fn(&str) -> bool) -> Option<(usize, usize, usize)> {
    let mut best: Option<(usize, usize, (usize, usize))> = None;
    for at in 0..rows.len().min(most) {
        for span in 1..=2.min(rows.len() - at) {
            let titles = titles(&rows[at..at + span], knows);
            let known = || titles.iter().enumerate().filter(|(_, title)| knows(title));
            let lower = &rows[at + span - 1];
            let spanned = known().filter(|(at, title)| span > 1 && lower.get(*at) != **title);
            // Of two that know as many, the one that knows them with what spans them.
            let score = (known().count(), spanned.count());
            let alone = rows[at].texts().filter(|text| !text.is_empty()).count() == 1;
            let is_enough = score.0 >= 2 || (score.0 == 1 && alone && span == 1);
            // Of equal ones the one of fewer rows: a title above a heading adds nothing to it.
            let is_better =
                best.is_none_or(|(_, own, known)| score > known || (score == known && span < own));
            if is_enough && is_better && (span == 1 || is_double(&rows[at..at + 2], knows)) {
                best = Some((at, span, score));
            }
        }
    }
    best.map(
        |(at, span, (known, _))| match span == 1 && is_beneath(&rows[at..]) {
            true => (at, 2, known),
            false => (at, span, known),
        },
    )
}

/// Whether a second row belongs to the heading: what stands in it below a known name is a known name itself, and it
/// names something that the first does not. An answer below its question, `3` below `Q1`, names nothing.
fn is_double(rows: &[SheetRow], knows: &dyn Fn(&str) -> bool) -> bool {
    let width = rows[1].width();
    let cells = |column: usize| (rows[0].get(column), rows[1].get(column));
    // One text alone is a title.
    if rows[0].texts().filter(|text| !text.is_empty()).count() < 2 {
        return false;
    }
    let mut spanning = "";
    let names_more = (0..width).any(|column| {
        let (above, below) = cells(column);
        spanning = if above.is_empty() { spanning } else { above };
        let is_known = || names(spanning, below).iter().any(|name| knows(name));
        !below.is_empty() && !knows(above) && is_known()
    });
    let is_name = |column: usize| {
        let (above, below) = cells(column);
        let is_known = || names(above, below).iter().any(|name| knows(name));
        below.is_empty() || !knows(above) || is_known() || spans(rows, column)
    };
    names_more && (0..width).all(is_name)
}

/// Whether a name stands over several columns: what each of them is about, whatever they are called.
fn spans(rows: &[SheetRow], column: usize) -> bool {
    let cells = |column: usize| (rows[0].get(column), rows[1].get(column));
    let (above, below) = cells(column);
    let (next, under) = cells(column + 1);
    !above.is_empty() && next.is_empty() && below != above && !below.is_empty() && !under.is_empty()
}

/// Whether a second row says nothing but below such names: the days below `Tanda Tangan`. It is none of the list's.
fn is_beneath(rows: &[SheetRow]) -> bool {
    let [upper, lower, ..] = rows else { return false };
    let mut is_within = false;
    let mut is_under = |column: usize| {
        let (above, below) = (upper.get(column), lower.get(column));
        is_within = if above.is_empty() {
            is_within
        } else {
            spans(rows, column)
        };
        let is_counted = || below.contains(|letter: char| letter.is_ascii_digit());
        below.is_empty() || below == above || (is_within && is_counted())
    };
    (0..lower.width()).any(|column| spans(rows, column)) && (0..lower.width()).all(&mut is_under)
}

/// The names of the columns of one heading row, or of two of which the upper spans columns.
fn titles(rows: &[SheetRow], knows: &dyn Fn(&str) -> bool) -> Vec<String> {
    let width = rows.iter().map(|row| row.width()).max().unwrap_or(0);
    let mut spanning = "";
    let of = |column: usize| {
        let upper = rows[0].get(column);
        let lower = rows.get(1).map_or("", |row| row.get(column));
        if !upper.is_empty() {
            spanning = upper;
        }
        match lower.is_empty() {
            true => vec![upper.to_owned()],
            false => names(spanning, lower),
        }
    };
    let all: Vec<Vec<String>> = (0..width).map(of).collect();
    let whole = |names: &Vec<String>| names.len() == 1;
    let alone: HashSet<&String> = all.iter().filter(|names| whole(names)).flatten().collect();
    let title = |names: &Vec<String>| {
        // `Nama` below `Latihan Jabatan` is not the `Nama` that stands alone.
        let mut known = names.iter().filter(|name| whole(names) || !alone.contains(name));
        let known = known.find(|name| knows(name));
        known.or(names.first()).cloned().unwrap_or_default()
    };
    all.iter().map(title).collect()
}

/// The names that a column may go by below another, the fullest first: `Jabatan` above `TMT` is `TMT Jabatan` too.
fn names(upper: &str, lower: &str) -> Vec<String> {
    // A cell that is merged over both rows stands in each.
    if upper == lower {
        return vec![lower.to_owned()];
    }
    let both = [format!("{upper} {lower}"), format!("{lower} {upper}")];
    let mut names = both.map(|name| name.trim().to_owned()).to_vec();
    names.push(lower.to_owned());
    names
}

/// The rows without one that only counts the columns, `(1) (2) (3)`, as forms have it below the heading.
fn without_numbers(rows: &[SheetRow]) -> &[SheetRow] {
    let Some((first, rest)) = rows.split_first() else {
        return rows;
    };
    let filled: Vec<&str> = first.texts().filter(|text| !text.is_empty()).collect();
    let counts = |(text, number): (&&str, usize)| {
        text.trim_matches(|letter| "() ".contains(letter)) == number.to_string()
    };
    match filled.len() >= 3 && filled.iter().zip(1..).all(counts) {
        true => rest,
        false => rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::text::folded;

    fn sheet(lines: &[&str]) -> Worksheet {
        super::super::read("x.csv", (lines.join("\n") + "\n").as_bytes())
            .unwrap()
            .remove(0)
    }

    fn knows(name: &str) -> bool {
        ["nama", "nip", "nilai pre test", "nilai post test", "hadir", "no"].contains(&&*folded(name))
    }

    fn seen(lines: &[&str]) -> Vec<(usize, usize)> {
        let sheet = sheet(lines);
        let regions = regions(&sheet, &knows);
        regions
            .iter()
            .map(|region| (region.heading, region.rows.len()))
            .collect()
    }

    #[test]
    fn titles_stand_above_and_a_heading_may_have_two_rows() {
        assert_eq!(seen(&["Nama,NIP", "Budi,1"]), [(1, 1)]);
        assert_eq!(
            seen(&["DAFTAR HADIR,,", "Bimtek,,", "No,Nama,NIP", "1,Budi,2"]),
            [(3, 1)]
        );
        let two = [
            "DAFTAR,,,",
            "No,Nama,Nilai,",
            ",,Pre Test,Post Test",
            "(1),(2),(3),(4)",
            "1,Budi,60,70",
        ];
        assert_eq!(seen(&two), [(3, 1)]);
        let two = sheet(&two);
        let titles = &regions(&two, &knows)[0].titles;
        assert_eq!(titles[..], ["No", "Nama", "Nilai Pre Test", "Nilai Post Test"]);
        let duk = sheet(&[
            "No,Nama,Latihan,,Nilai,",
            ",,Nama,Tahun,Pre Test,Ulangan",
            "1,Budi,Pim IV,2015,60,70",
        ]);
        let titles = &regions(&duk, &knows)[0].titles;
        assert_eq!(
            titles[..],
            [
                "No",
                "Nama",
                "Latihan Nama",
                "Latihan Tahun",
                "Nilai Pre Test",
                "Nilai Ulangan"
            ]
        );
        let days = sheet(&["No,Nama,Hadir,", ",,20/10,21/10", "1,Budi,ya,", "2,Siti,,ya"]);
        let (titles, rows) = (&regions(&days, &knows)[0].titles, regions(&days, &knows)[0].rows);
        assert_eq!(titles[..], ["No", "Nama", "Hadir 20/10", "Hadir 21/10"]);
        assert_eq!(rows.len(), 2);
        assert_eq!(seen(&["Nama", "Budi", "Siti"]), [(1, 2)]);
        assert!(seen(&["a,b", "c,d"]).is_empty());
    }

    #[test]
    fn a_second_table_has_a_heading_of_its_own() {
        let lines = [
            "Nama,NIP,Hadir",
            "Budi,1,ya",
            "Siti,2,ya",
            "x,,",
            "Nama,NIP,Hadir",
            "Rina,3,ya",
        ];
        assert_eq!(seen(&lines), [(1, 3), (5, 1)]);
    }
}
