//! Who changed which file when, as git has it.

use super::Git;
use std::collections::{BTreeMap, BTreeSet};

/// So many objects are asked for at once: their names fit into a pipe, so that nobody waits for the other.
const AT_ONCE: usize = 500;

/// Which commits are looked for.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// From the state of this branch at the beginning of this day (`2026-11-01`) on.
    pub since: Option<String>,
    /// After this commit.
    pub after: Option<String>,
    /// Up to the end of this day.
    pub until: Option<String>,
    /// By whom: a part of a name or an address.
    pub by: Option<String>,
}

/// A file that a commit changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// The commit.
    pub commit: String,
    /// Its day, as its author had it.
    pub day: String,
    /// Who is its author.
    pub by: String,
    /// The file, relative to the folder.
    pub file: String,
    /// The objects before and after; `None` where there was no file. Of a join: on its own side, and joined.
    pub objects: [Option<String>; 2],
    /// Of a join: the objects from which both sides began, and of the other side.
    pub joined: Option<[Option<String>; 2]>,
}

impl Git {
    /// What commits changed below the folder, the oldest first; of a join of two the files that it may have decided. Since
    /// a day means since the state of this branch then: what a later join brought has the day of that join.
    pub fn entered(&self, search: &Search) -> Vec<Entered> {
        let day_before = |day: &String| self.commit(&format!("{day} 00:00:00"), true);
        let first = search.after.clone();
        let first = first.or_else(|| search.since.as_ref().and_then(day_before));
        let last = match &search.until {
            Some(day) => self.commit(&format!("{day} 23:59:59"), true),
            None => Some("HEAD".to_owned()),
        };
        let Some(last) = last else { return Vec::new() };
        let range = match &first {
            Some(first) => format!("{first}..{last}"),
            None => last,
        };
        let mut asked: Vec<String> = [
            "log",
            "--reverse",
            "--full-history",
            "--no-renames",
            "--raw",
            "--no-abbrev",
            "--relative",
            "-z",
            "--fixed-strings",
            "--regexp-ignore-case",
            "--format=%x01%H%x01%P%x01%as%x01%an",
        ]
        .map(str::to_owned)
        .to_vec();
        asked.extend(search.by.as_ref().map(|by| format!("--author={by}")));
        asked.extend([range.clone(), "--".to_owned(), ".".to_owned()]);
        let told = self.run(&asked).map(|output| output.stdout).unwrap_or_default();
        let mut all = entries(&String::from_utf8_lossy(&told), |head| self.decided(head));
        if first.is_some() {
            let arrived = self.arrived(&range);
            for one in &mut all {
                one.day = arrived.get(&one.commit).unwrap_or(&one.day).clone();
            }
        }
        all
    }

    /// The day on which each commit of a range that lay on another branch was joined to this one.
    fn arrived(&self, range: &str) -> BTreeMap<String, String> {
        let asked = [
            "log",
            "--reverse",
            "--first-parent",
            "--merges",
            "--format=%H %as",
            range,
        ];
        let told = self.run(&asked).map(|output| output.stdout).unwrap_or_default();
        let mut all = BTreeMap::new();
        for line in String::from_utf8_lossy(&told).lines() {
            let Some((merge, day)) = line.split_once(' ') else {
                continue;
            };
            let brought = self.run(&["rev-list", &format!("{merge}^1..{merge}")]);
            let brought = brought.map(|output| output.stdout).unwrap_or_default();
            for commit in String::from_utf8_lossy(&brought).lines() {
                all.entry(commit.to_owned()).or_insert_with(|| day.to_owned());
            }
        }
        all
    }

    /// The files of a join of two that it may have decided: those that both sides changed otherwise, and those that are as
    /// neither side had them.
    fn decided(&self, head: &Entered) -> Vec<Entered> {
        let Some([base, here, there]) = self.joined(&head.commit) else {
            return Vec::new();
        };
        let sides = [&here, &there, &head.commit].map(|side| {
            let mut asked = vec!["diff-tree", "-r", "--raw", "--no-abbrev", "--no-renames"];
            asked.extend(["--relative", "-z", &base, side]);
            let told = self.run(&asked).map(|output| output.stdout).unwrap_or_default();
            let files = entries(&String::from_utf8_lossy(&told), |_| Vec::new()).into_iter();
            files
                .map(|one| (one.file, one.objects))
                .collect::<BTreeMap<_, _>>()
        });
        let names: BTreeSet<&String> = sides.iter().flat_map(BTreeMap::keys).collect();
        let of = |name: &String| {
            let began = sides
                .iter()
                .find_map(|side| side.get(name))
                .map(|[began, _]| began.clone())?;
            let [here, there, joined] = sides.each_ref().map(|side| {
                let own = side.get(name).map(|[_, own]| own);
                own.unwrap_or(&began).clone()
            });
            let is_new = joined != here && joined != there;
            let is_both = here != began && there != began && here != there;
            (is_new || is_both).then(|| Entered {
                file: name.clone(),
                objects: [here, joined],
                joined: Some([began, there]),
                ..head.clone()
            })
        };
        names.into_iter().filter_map(of).collect()
    }

    /// The commits that changed one of some files, the newest first; at most so many.
    pub fn commits_of(&self, files: &[&str], most: usize) -> Vec<String> {
        let most = format!("--max-count={most}");
        let mut asked = vec!["--literal-pathspecs", "log", "--format=%H", &most, "--"];
        asked.extend(files);
        self.listed(&asked)
    }

    /// Every file that a commit ever had below a folder, with the commits that changed it and its object there, the newest
    /// first; those in which it went have none.
    pub fn versions(&self, folder: &str) -> BTreeMap<String, Vec<Entered>> {
        let asked = [
            "log",
            "--no-renames",
            "--raw",
            "--no-abbrev",
            "--relative",
            "-z",
            "--format=%x01%H%x01%x01%as%x01%an",
            "--",
            folder,
        ];
        let told = self.run(&asked).map(|output| output.stdout).unwrap_or_default();
        let mut all: BTreeMap<String, Vec<Entered>> = BTreeMap::new();
        for one in entries(&String::from_utf8_lossy(&told), |_| Vec::new()) {
            all.entry(one.file.clone()).or_default().push(one);
        }
        all
    }

    /// The commits in which something below some names became another, on every line that was joined, the newest first; at
    /// most so many.
    pub fn states(&self, names: &[&str], most: usize) -> Vec<String> {
        let most = format!("--max-count={most}");
        let mut asked = vec![
            "--literal-pathspecs",
            "log",
            "--full-history",
            "--format=%H",
            &most,
            "--",
        ];
        asked.extend(names);
        self.listed(&asked)
    }

    /// The commits of a side since it began that changed a file or folder, each behind the one that it followed, the oldest
    /// first; without those that joined several.
    pub fn steps(&self, [base, side]: [&str; 2], name: &str) -> Vec<[String; 2]> {
        let range = format!("{base}..{side}");
        let asked = [
            "rev-list",
            "--reverse",
            "--full-history",
            "--no-merges",
            &range,
            "--",
            name,
        ];
        let commits = self.listed(&asked).into_iter();
        let each = commits.filter_map(|commit| Some([self.only_parent(&commit)?, commit]));
        each.collect()
    }

    /// The first commit that had a file with these bytes, whatever it is called.
    pub fn first_with(&self, bytes: &[u8]) -> Option<String> {
        let object = self.ask(&["hash-object", "--stdin"], bytes).ok()?.stdout;
        let object = format!("--find-object={}", String::from_utf8(object).ok()?.trim_end());
        let asked = ["log", "--full-history", "--format=%H", &object, "HEAD"];
        self.listed(&asked).pop()
    }

    /// The files below the folder in a commit, each with its object.
    pub fn tree(&self, commit: &str) -> BTreeMap<String, String> {
        let told = self.run(&["ls-tree", "-r", "-z", commit]);
        let told = told.map(|output| output.stdout).unwrap_or_default();
        let told = String::from_utf8_lossy(&told).into_owned();
        let each = told.split_terminator('\0').filter_map(|line| {
            let (about, name) = line.split_once('\t')?;
            Some((name.to_owned(), about.split(' ').nth(2)?.to_owned()))
        });
        each.collect()
    }

    /// What git answers, line by line.
    fn listed(&self, asked: &[&str]) -> Vec<String> {
        let told = self.run(asked).map(|output| output.stdout).unwrap_or_default();
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

/// The entries of a log: a commit behind a mark, then its files, each behind what became of it; of joins what `decided`
/// says.
fn entries(log: &str, decided: impl Fn(&Entered) -> Vec<Entered>) -> Vec<Entered> {
    let (mut all, mut head) = (Vec::new(), Entered::default());
    let mut parts = log.split('\0');
    while let Some(part) = parts.next() {
        let part = part.trim_start_matches('\n');
        if let Some(told) = part.strip_prefix('\u{1}') {
            let mut told = told.splitn(4, '\u{1}');
            let [commit, parents, day, by] =
                std::array::from_fn(|_| told.next().unwrap_or_default().to_owned());
            head = Entered {
                commit,
                day,
                by,
                ..Entered::default()
            };
            if parents.contains(' ') {
                all.extend(decided(&head));
            }
        } else if let (Some(about), Some(file)) = (part.strip_prefix(':'), parts.next()) {
            let mut objects = about.split(' ').skip(2);
            let mut object = || {
                let object = objects.next().filter(|object| object.contains(|c| c != '0'));
                object.map(str::to_owned)
            };
            all.push(Entered {
                objects: [object(), object()],
                file: file.to_owned(),
                ..head.clone()
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
            "\u{1}c1\u{1}\u{1}2026-11-02\u{1}Rina\0\n:100644 100644 a1 b1 M\0staff.csv\0:000000 100644 {none} b2 A\0a b.csv\0\
             \u{1}c2\u{1}c1\u{1}2026-11-03\u{1}Sarah, S.E.\0\n:100644 000000 b2 {none} D\0a b.csv\0"
        );
        let told: Vec<String> = entries(&log, |_| Vec::new())
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
