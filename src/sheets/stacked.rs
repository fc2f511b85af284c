//! Forms in which each row of the list takes two of the sheet, `NIP` below `Nama`: the two are read as one, whose cells hold
//! two lines.

use super::{SheetRow, Worksheet};

/// How many rows of a sheet are looked at for such a heading.
const LOOKED_AT: usize = 60;

impl Worksheet {
    /// The same with one row where its list takes two.
    pub fn unstacked(self) -> Worksheet {
        let Some((at, numbers)) = heading(&self.rows) else {
            return self;
        };
        let mut rows = self.rows[..at].to_vec();
        rows.push(self.rows[at].above(&self.rows[at + 1]));
        let mut rest = self.rows[at + 2..].iter().peekable();
        while let Some(row) = rest.next() {
            let below = rest.next_if(|below| is_second(row, below, numbers));
            rows.push(below.map_or_else(|| row.clone(), |below| row.above(below)));
        }
        Worksheet { rows, ..self }
    }
}

/// Where the heading of two rows begins below which each row of the list takes two, and the column of their numbers.
fn heading(rows: &[SheetRow]) -> Option<(usize, usize)> {
    rows.windows(4)
        .take(LOOKED_AT)
        .enumerate()
        .find_map(|(at, four)| {
            let [upper, lower, first, second] = four else {
                return None;
            };
            let is_below = |column: usize| {
                let (above, below) = (upper.get(column), lower.get(column));
                !above.is_empty() && below != above && below.contains(char::is_alphabetic)
            };
            let is_same =
                |column: usize| lower.get(column).is_empty() || lower.get(column) == upper.get(column);
            let columns = || 0..lower.width();
            let is_double =
                columns().any(is_below) && columns().all(|column| is_below(column) || is_same(column));
            // What stands in the second row stands below a name of its own.
            let is_named = (0..second.width()).all(|column| {
                let text = second.get(column);
                text.is_empty() || text == first.get(column) || is_below(column)
            });
            let is_title =
                |column: &usize| upper.get(*column).contains(char::is_alphabetic) && is_same(*column);
            let mut numbered = (0..upper.width()).filter(is_title);
            let numbers = numbered.find(|column| is_second(first, second, *column))?;
            (is_double && is_named).then_some((at, numbers))
        })
}

/// Whether a row is the second of one that has a number.
fn is_second(first: &SheetRow, second: &SheetRow, numbers: usize) -> bool {
    let (number, below) = (first.get(numbers), second.get(numbers));
    let is_number = number.trim_end_matches('.').parse::<u32>().is_ok();
    is_number
        && (below.is_empty() || below == number)
        && !second.is_blank()
        && second.number == first.number + 1
}

#[cfg(test)]
mod tests {
    fn read(lines: &[&str]) -> Vec<String> {
        let text = lines.join("\n") + "\n";
        let sheet = crate::sheets::read("x.csv", text.as_bytes())
            .unwrap_or_default()
            .remove(0);
        let rows = sheet.unstacked().rows.into_iter();
        rows.map(|row| row.texts().collect::<Vec<_>>().join("|"))
            .collect()
    }

    #[test]
    fn two_rows_are_one() {
        let list = [
            "DAFTAR,,",
            "No,Nama,Jabatan",
            ",NIP,TMT",
            "1,Budi,Camat",
            ",1986,1-4-2020",
            "2,Siti,Lurah",
            ",1987,",
        ];
        assert_eq!(
            read(&list),
            [
                "DAFTAR||",
                "No|Nama\nNIP|Jabatan\nTMT",
                "1|Budi\n1986|Camat\n1-4-2020",
                "2|Siti\n1987|Lurah"
            ]
        );
        let as_they_are = [
            ["No,Nama,Nilai,", ",,Pre,Post", "1,Budi,60,70", "2,Siti,60,70"],
            ["No,Nama,Nilai,", ",NIP,,", "1,Budi,60,", "2,Siti,70,"],
            [
                "2026,Budi,satu,3",
                "2026,Siti,dua,3",
                "2026,Rina,tiga,3",
                "2026,Joko,empat,3",
            ],
        ];
        for list in as_they_are {
            assert_eq!(read(&list).len(), 4, "{list:?}");
        }
    }
}
