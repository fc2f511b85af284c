//! Headings that say what they mean only by their place: `TMT` behind `Jabatan`, the letters of `H | S | I | A` and `L | P`.

use std::collections::{HashMap, HashSet};

/// Headings that mean nothing but of what stands before them.
const OF_BEFORE: [&str; 2] = ["tmt", "terhitung mulai tanggal"];

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

/// Gives spelled headings that mean something by their place the name of it, where `knows` knows that.
pub(super) fn explain(titles: &mut [String], knows: &dyn Fn(&str) -> bool) {
    of_letters(titles, knows);
    of_before(titles, knows);
}

/// Names a heading after the nearest one to the left of which there may be one of that name: `Pangkat | TMT | Jabatan | TMT`.
/// So is whatever stands there again, the second `Tanggal` in `Tanggal | Tindak Lanjut | Tanggal`.
fn of_before(titles: &mut [String], knows: &dyn Fn(&str) -> bool) {
    let before = titles.to_vec();
    for (at, title) in titles.iter_mut().enumerate() {
        let is_again = !title.is_empty() && before[..at].contains(title);
        if !is_again && !OF_BEFORE.contains(&title.as_str()) {
            continue;
        }
        let left = before[..at].iter().rev().take_while(|other| *other != title);
        let is_named = |other: &&String| !other.is_empty() && !OF_POSITION.contains(&other.as_str());
        let named = left.filter(is_named).find_map(|other| {
            let both = [format!("{other} {title}"), format!("{title} {other}")];
            both.into_iter().find(|name| knows(name))
        });
        if let Some(name) = named {
            *title = name;
        }
    }
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
        explain(&mut titles, &|name| known.contains(&name));
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
