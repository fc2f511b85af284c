//! The lines that a change would touch, in the form that `git diff` made familiar.

use std::fmt::Write;

/// Above so many compared pairs the middle is shown as removed and added whole.
const MOST_PAIRS: usize = 4_000_000;

/// The lines of one file that differ, without the lines around them; empty when none does.
pub fn lines(name: &str, before: Option<&[u8]>, after: Option<&[u8]>) -> String {
    let mut out = String::new();
    if before == after {
        return out;
    }
    let side = |bytes: Option<&[u8]>| match bytes {
        Some(_) => name.to_owned(),
        None => "/dev/null".to_owned(),
    };
    // Writing into a String cannot fail.
    let _ = write!(out, "--- {}\n+++ {}\n", side(before), side(after));
    match (text(before), text(after)) {
        (Some(old), Some(new)) => hunks(&split(&old), &split(&new), &mut out),
        _ => {
            let size = |bytes: Option<&[u8]>| bytes.map_or(0, <[u8]>::len);
            let _ = writeln!(out, "@@ {} -> {} bytes @@", size(before), size(after));
        }
    }
    out
}

/// The text of a file; `None` when it is no text.
fn text(bytes: Option<&[u8]>) -> Option<String> {
    String::from_utf8(bytes.unwrap_or_default().to_vec()).ok()
}

fn split(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Writes each run of changed lines with the numbers of its first lines.
fn hunks(old: &[&str], new: &[&str], out: &mut String) {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (old_mid, new_mid) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let kept = common(old_mid, new_mid);
    let (mut i, mut j) = (0, 0);
    for (a, b) in kept.into_iter().chain([(old_mid.len(), new_mid.len())]) {
        if a > i || b > j {
            hunk((head + i, &old_mid[i..a]), (head + j, &new_mid[j..b]), out);
        }
        (i, j) = (a + 1, b + 1);
    }
}

fn hunk((at, removed): (usize, &[&str]), (to, added): (usize, &[&str]), out: &mut String) {
    let range = |start: usize, count: usize| match count {
        0 => format!("{start},0"),
        1 => (start + 1).to_string(),
        _ => format!("{},{count}", start + 1),
    };
    // Writing into a String cannot fail.
    let _ = writeln!(
        out,
        "@@ -{} +{} @@",
        range(at, removed.len()),
        range(to, added.len())
    );
    for (mark, lines) in [('-', removed), ('+', added)] {
        for line in lines {
            let shown = line.trim_end_matches(['\n', '\r']);
            let _ = writeln!(out, "{mark}{shown}");
        }
    }
}

/// The pairs of equal lines of a longest common subsequence.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        return Vec::new();
    }
    // longest[i][j]: how many lines the rests from i and j have in common.
    let mut longest = vec![vec![0u32; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i][j] = match old[i] == new[j] {
                true => longest[i + 1][j + 1] + 1,
                false => longest[i + 1][j].max(longest[i][j + 1]),
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diff(before: &str, after: &str) -> String {
        lines("a.csv", Some(before.as_bytes()), Some(after.as_bytes()))
    }

    #[test]
    fn only_the_lines_that_change_are_shown() {
        assert_eq!(
            diff("h\na\nb\nc\nd\n", "h\na\nB\nc\nd\ne\n"),
            "--- a.csv\n+++ a.csv\n@@ -3 +3 @@\n-b\n+B\n@@ -5,0 +6 @@\n+e\n"
        );
        assert_eq!(diff("a\n", "a\n"), "");
    }

    #[test]
    fn new_and_removed_files_say_so() {
        let new = lines("a.csv", None, Some(b"h\n"));
        assert_eq!(new, "--- /dev/null\n+++ a.csv\n@@ -0,0 +1 @@\n+h\n");
        let gone = lines("a.csv", Some(b"h\n"), None);
        assert_eq!(gone, "--- a.csv\n+++ /dev/null\n@@ -1 +0,0 @@\n-h\n");
    }

    #[test]
    fn what_is_no_text_shows_its_size() {
        assert!(lines("x.pdf", None, Some(&[0xff, 0xfe])).ends_with("@@ 0 -> 2 bytes @@\n"));
    }
}
