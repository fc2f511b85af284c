//! Who changed which file when, as git has it.

use super::Git;
use std::collections::BTreeMap;

/// So many objects are asked for at once: their names fit into a pipe, so that nobody waits for the other.
const AT_ONCE: usize = 500;

/// Which commits are looked for.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// From the beginning of this day (`2026-11-01`) on.
    pub since: Option<String>,
    /// After this commit.
    pub after: Option<String>,
    /// Up to the end of this day.
    pub until: Option<String>,
    /// By whom: a part of a name or an address.
    pub by: Option<String>,
}

/// A file that a commit changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The commit.
    pub commit: String,
    /// Its day, as its author had it.
    pub day: String,
    /// Who is its author.
    pub by: String,
    /// The file, relative to the folder.
    pub file: String,
    /// The objects before and after; `None` where there was no file.
    pub objects: [Option<String>; 2],
}

impl Git {
    /// What commits changed below the folder, the oldest first; joins of two are told by what was joined.
    pub fn entered(&self, search: &Search) -> Vec<Entered> {
        let mut asked: Vec<String> = [
            "log",
            "--reverse",
            "--no-merges",
            "--no-renames",
            "--raw",
            "--no-abbrev",
            "--relative",
            "-z",
            "--fixed-strings",
            "--regexp-ignore-case",
            "--format=%x01%H%x01%as%x01%an",
        ]
        .map(str::to_owned)
        .to_vec();
        let options = [
            ("--since", &search.since, " 00:00:00"),
            ("--until", &search.until, " 23:59:59"),
            ("--author", &search.by, ""),
        ];
        for (name, value, end) in options {
            asked.extend(value.as_ref().map(|value| format!("{name}={value}{end}")));
        }
        asked.push(match &search.after {
            Some(commit) => format!("{commit}..HEAD"),
            None => "HEAD".to_owned(),
        });
        asked.extend(["--".to_owned(), ".".to_owned()]);
        let told = self.run(&asked).map(|output| output.stdout).unwrap_or_default();
        entries(&String::from_utf8_lossy(&told))
    }

    /// The commits that changed one of some files, the newest first; at most so many.
    pub fn commits_of(&self, files: &[&str], most: usize) -> Vec<String> {
        let most = format!("--max-count={most}");
        let mut asked = vec!["--literal-pathspecs", "log", "--format=%H", &most, "--"];
        asked.extend(files);
        let told = self.run(&asked).map(|output| output.stdout).unwrap_or_default();
        let told = String::from_utf8_lossy(&told).into_owned();
        told.lines().map(str::to_owned).collect()
    }

    /// Whether a file is as a commit has it.
    pub fn has_so(&self, commit: &str, file: &str) -> bool {
        let asked = ["--literal-pathspecs", "diff", "--quiet", commit, "--", file];
        self.object(&format!("{commit}:./{file}")).is_some() && self.does(&asked)
    }

    /// The commit of here before the last merge or pull.
    pub fn before_merge(&self) -> Option<String> {
        let pulled = self.commit("ORIG_HEAD", false).filter(|commit| {
            let is_head = self.commit("HEAD", false).as_ref() == Some(commit);
            !is_head && self.does(&["merge-base", "--is-ancestor", commit, "HEAD"])
        });
        pulled.or_else(|| {
            let merge = self.line(&["rev-list", "--merges", "--max-count=1", "HEAD"])?;
            self.commit(&format!("{merge}^1"), false)
        })
    }

    /// The bytes of some objects by their names.
    pub fn objects(&self, names: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let mut all = BTreeMap::new();
        for names in names.chunks(AT_ONCE) {
            let asked = names.join("\n") + "\n";
            let told = self.ask(&["cat-file", "--batch"], asked.as_bytes());
            let told = told.map(|output| output.stdout).unwrap_or_default();
            take(&told, &mut all);
        }
        all
    }
}

/// The entries of a log: a commit behind a mark, then its files, each behind what became of it.
fn entries(log: &str) -> Vec<Entered> {
    let (mut all, mut head) = (Vec::new(), ["", "", ""]);
    let mut parts = log.split('\0');
    while let Some(part) = parts.next() {
        let part = part.trim_start_matches('\n');
        if let Some(told) = part.strip_prefix('\u{1}') {
            let mut told = told.splitn(3, '\u{1}');
            head = std::array::from_fn(|_| told.next().unwrap_or_default());
        } else if let (Some(about), Some(file)) = (part.strip_prefix(':'), parts.next()) {
            let mut objects = about.split(' ').skip(2);
            let mut object = || {
                let object = objects.next().filter(|object| object.contains(|c| c != '0'));
                object.map(str::to_owned)
            };
            all.push(Entered {
                objects: [object(), object()],
                commit: head[0].to_owned(),
                day: head[1].to_owned(),
                by: head[2].to_owned(),
                file: file.to_owned(),
            });
        }
    }
    all
}

/// Takes the objects out of an answer: the name, the kind and the length of each stand on a line before it.
fn take(mut told: &[u8], all: &mut BTreeMap<String, Vec<u8>>) {
    while let Some(end) = memchr::memchr(b'\n', told) {
        let line = String::from_utf8_lossy(&told[..end]).into_owned();
        told = &told[end + 1..];
        let mut words = line.split(' ');
        let (name, length) = (words.next().unwrap_or_default(), words.nth(1));
        let Some(length) = length.and_then(|length| length.parse::<usize>().ok()) else {
            // There is no such object.
            continue;
        };
        let Some((object, rest)) = told.split_at_checked(length) else {
            return;
        };
        all.insert(name.to_owned(), object.to_vec());
        told = rest.get(1..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_read_file_by_file() {
        let none = "0".repeat(40);
        let log = format!(
            "\u{1}c1\u{1}2026-11-02\u{1}Rina\0\n:100644 100644 a1 b1 M\0staff.csv\0:000000 100644 {none} b2 A\0a b.csv\0\
             \u{1}c2\u{1}2026-11-03\u{1}Sarah, S.E.\0\n:100644 000000 b2 {none} D\0a b.csv\0"
        );
        let told: Vec<String> = entries(&log)
            .into_iter()
            .map(|one| {
                let [before, after] = one.objects.map(|object| object.unwrap_or_default());
                format!(
                    "{} {} {} {} {before}>{after}",
                    one.commit, one.day, one.by, one.file
                )
            })
            .collect();
        let expected = [
            "c1 2026-11-02 Rina staff.csv a1>b1",
            "c1 2026-11-02 Rina a b.csv >b2",
            "c2 2026-11-03 Sarah, S.E. a b.csv b2>",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn objects_are_taken_by_their_length() {
        let mut all = BTreeMap::new();
        take(b"a1 blob 5\nx\ny\n\n\nb1 missing\nc1 blob 0\n\n", &mut all);
        let told: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
        assert_eq!(told, [("a1", &b"x\ny\n\n"[..]), ("c1", b"")]);
    }
}
