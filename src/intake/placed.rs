//! Headings that say what they mean only by their place: `TMT` behind `Jabatan`, the letters of `H | S | I | A` and `L | P`.

use std::collections::{HashMap, HashSet};

/// Headings that mean nothing but of what stands before them.
const OF_BEFORE: [&str; 2] = ["tmt", "terhitung mulai tanggal"];

/// Headings that are named after what stands right before them, where there is such a name: `Tindak Lanjut | Tgl`.
const OF_NEXT: [&str; 1] = ["tanggal"];

/// What says something of the position that stands before it: `Jabatan | Eselon | TMT` tells since when somebody holds that.
const OF_POSITION: [&str; 4] = ["eselon", "eselonering", "jenis jabatan", "kelas jabatan"];

/// What is known by each other, with what each stands for: two of them, or more, must stand together.
const TOGETHER: [&[(&str, &str)]; 2] = [
    &[
        ("h", "hadir"),
        ("s", "sakit"),
        ("i", "izin"),
        ("a", "alpa"),
        ("c", "cuti"),
        ("dl", "dinas luar"),
        ("tk", "tanpa keterangan"),
    ],
    &[
        ("l", MEN),
        ("p", WOMEN),
        ("lk", MEN),
        ("pr", WOMEN),
        ("laki laki", MEN),
        ("perempuan", WOMEN),
        ("pria", MEN),
        ("wanita", WOMEN),
    ],
];

/// The columns that are ticked for men and for women: a cell may hold the word alone, and is no heading then.
const MEN: &str = "jenis kelamin laki laki";
const WOMEN: &str = "jenis kelamin perempuan";

/// Gives spelled headings that mean something by their place the name of it, where `knows` knows that and nobody typed what
/// they mean.
pub(super) fn explain(titles: &mut [String], knows: &dyn Fn(&str) -> bool, is_typed: &dyn Fn(&str) -> bool) {
    let whole = titles.to_vec();
    of_letters(titles, knows);
    of_before(titles, knows);
    let typed = titles.iter_mut().zip(whole).filter(|(_, whole)| is_typed(whole));
    typed.for_each(|(title, whole)| *title = whole);
}

/// Names a heading after the nearest one to the left of which there may be one of that name: `Pangkat | TMT | Jabatan | TMT`.
/// So is whatever stands there again, the second `Tanggal` in `Tanggal | Tindak Lanjut | Tanggal`.
fn of_before(titles: &mut [String], knows: &dyn Fn(&str) -> bool) {
    let before = titles.to_vec();
    for (at, title) in titles.iter_mut().enumerate() {
        let is_again = !title.is_empty() && before[..at].contains(title);
        let is_next = OF_NEXT.contains(&title.as_str()) && !is_again;
        if !is_again && !is_next && !OF_BEFORE.contains(&title.as_str()) {
            continue;
        }
        let left = before[..at].iter().rev().take_while(|other| *other != title);
        let is_named = |other: &&String| !other.is_empty() && !OF_POSITION.contains(&other.as_str());
        let far = if is_next { 1 } else { usize::MAX };
        let named = left.filter(is_named).take(far).find_map(|other| {
            let both = [format!("{other} {title}"), format!("{title} {other}")];
            both.into_iter().find(|name| knows(name))
        });
        if let Some(name) = named {
            *title = name;
        }
    }
}

/// Whether a spelled heading is a letter below a name that stands over several, `jenis kelamin l`.
pub(super) fn is_lettered(title: &str, knows: &dyn Fn(&str) -> bool) -> bool {
    let parted = title.rsplit_once(' ');
    parted.is_some_and(|(group, letter)| {
        let mut letters = TOGETHER.iter().copied().flatten();
        knows(group) && letters.any(|(known, word)| *known == letter && knows(word))
    })
}

/// Writes out letters of which several stand together, alone or below the same name.
fn of_letters(titles: &mut [String], knows: &dyn Fn(&str) -> bool) {
    for letters in TOGETHER {
        let parted = |title: &str| -> Option<(String, &'static str)> {
            letters.iter().find_map(|(letter, word)| {
                let group = title.strip_suffix(letter)?;
                let is_whole = group.is_empty() || group.ends_with(' ');
                is_whole.then(|| (group.trim_end().to_owned(), *word))
            })
        };
        let mut groups: HashMap<String, HashSet<&str>> = HashMap::new();
        for (group, word) in titles.iter().filter_map(|title| parted(title)) {
            groups.entry(group).or_default().insert(word);
        }
        for title in titles.iter_mut() {
            let Some((group, word)) = parted(title) else {
                continue;
            };
            let is_together = groups.get(&group).is_some_and(|words| words.len() > 1);
            if is_together && knows(word) && !knows(title) {
                word.clone_into(title);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explained(line: &str) -> String {
        let known = [
            "tmt pangkat gol",
            "tmt jabatan",
            "tanggal tindak lanjut",
            "tanggal",
            "hadir",
            "sakit",
            "izin",
            "laki laki",
            MEN,
            WOMEN,
        ];
        let mut titles: Vec<String> = line.split(" | ").map(str::to_owned).collect();
        explain(&mut titles, &|name| known.contains(&name), &|_| false);
        titles.join(" | ")
    }

    #[test]
    fn headings_mean_something_by_their_place() {
        for (line, expected) in [
            (
                "pangkat gol | tmt | jabatan | tmt",
                "pangkat gol | tmt pangkat gol | jabatan | tmt jabatan",
            ),
            ("jabatan | unit | tmt", "jabatan | unit | tmt jabatan"),
            ("jabatan | eselon | tmt", "jabatan | eselon | tmt jabatan"),
            ("nama | tmt", "nama | tmt"),
            (
                "tanggal | isi | tindak lanjut | tanggal",
                "tanggal | isi | tindak lanjut | tanggal tindak lanjut",
            ),
            (
                "hari tanggal masuk | tindak lanjut | tanggal",
                "hari tanggal masuk | tindak lanjut | tanggal tindak lanjut",
            ),
            ("no | tanggal | tindak lanjut", "no | tanggal | tindak lanjut"),
            ("nama | h | s | i", "nama | hadir | sakit | izin"),
            ("kehadiran h | kehadiran s", "hadir | sakit"),
            ("nama | i | ii", "nama | i | ii"),
            (
                "l | p | p 1",
                "jenis kelamin laki laki | jenis kelamin perempuan | p 1",
            ),
            ("hadir | laki laki", "hadir | laki laki"),
            (
                "nama | jabatan | unit | jabatan",
                "nama | jabatan | unit | jabatan",
            ),
            ("p | q", "p | q"),
        ] {
            assert_eq!(explained(line), expected);
        }
    }
}
