//! People from standard input: one a line, or in a table of any spreadsheet program, below a heading.

use crate::change::{Draft, Request};
use crate::records::text::folded;
use crate::sheets::heading::{self, Region};
use crate::sheets::{self, SheetRow};

/// What the columns that are read may be called, folded: number, name, and the scores of the tests.
const HEADINGS: [&[&str]; 4] = [
    &["nip", "nip nipppk", "nip ni pppk", "nip baru", "nip peserta"],
    &[
        "nama",
        "nama peserta",
        "nama pegawai",
        "nama lengkap",
        "nama dan gelar",
        "peserta",
        "name",
    ],
    &[
        "pre",
        "pre test",
        "pretest",
        "nilai pre test",
        "nilai pretest",
        "tes awal",
        "nilai awal",
    ],
    &[
        "post",
        "post test",
        "posttest",
        "nilai post test",
        "nilai posttest",
        "tes akhir",
        "nilai akhir",
    ],
];

/// What else lists of people have in their headings.
const BESIDE: &[&str] = &[
    "no",
    "nomor",
    "jabatan",
    "unit kerja",
    "unit",
    "instansi",
    "golongan",
    "keterangan",
];

/// Somebody in a table, with the scores that stand beside the name.
pub(super) struct Listed {
    /// The number, or else the name.
    pub(super) person: String,
    /// The scores before and after, with a point before decimals.
    pub(super) scores: [String; 2],
}

/// The people of a table on standard input; `None` when it holds lines.
pub(super) fn table(draft: &mut Draft<'_>, request: &Request<'_>) -> Option<Vec<Listed>> {
    let read = draft.accept("", sheets::read("-", &request.input))?;
    let all = || HEADINGS.into_iter().chain([BESIDE]);
    let knows = |name: &str| all().any(|names| names.contains(&&*folded(name)));
    let mut listed = None;
    for region in read.iter().flat_map(|sheet| heading::regions(sheet, &knows)) {
        let [number, name, pre, post] = HEADINGS.map(|names| column(&region, names));
        if number.is_none() && name.is_none() {
            continue;
        }
        let text = |row: &SheetRow, at: Option<usize>| at.map_or(String::new(), |at| row.get(at).to_owned());
        let people = region.rows.iter().map(|row| {
            let person = [number, name]
                .map(|at| text(row, at))
                .into_iter()
                .find(|text| !text.is_empty());
            Listed {
                person: person.unwrap_or_default(),
                scores: [pre, post].map(|at| text(row, at).replacen(',', ".", 1)),
            }
        });
        let people = people.filter(|one| !one.person.is_empty());
        listed.get_or_insert_with(Vec::new).extend(people);
    }
    listed
}

/// The column that goes by one of some names.
fn column(region: &Region<'_>, names: &[&str]) -> Option<usize> {
    let is_it = |title: &String| names.contains(&&*folded(title));
    region.titles.iter().position(is_it)
}
