//! The rejected rows of a list as a table with their own headings and the reasons: mended there, they can be read again.

use crate::sheets::{Layout, SheetRow};
use crate::words::import::Intake;
use crate::words::{Lang, Say};

/// A rejected row with the heading that it stood under.
#[derive(Clone, Debug)]
pub(super) struct Rejection<'s> {
    pub(super) titles: Vec<String>,
    /// What stands beside its table and holds for it: each heading with its text.
    pub(super) beside: Vec<(String, String)>,
    pub(super) row: &'s SheetRow,
    /// The batch of answers that it belongs to; `None` where it is no answer.
    pub(super) batch: Option<&'s str>,
    /// Whether a number must say whom it means, and it stands under no heading of numbers.
    pub(super) lacks_number: bool,
    pub(super) why: String,
}

/// The columns of a row that hold something beyond the last heading; that of the reason is none.
pub(super) fn surplus(titles: &[String], row: &SheetRow) -> impl Iterator<Item = usize> {
    let is_named = |title: &String| !title.is_empty() && !is_reason(title);
    let from = titles.iter().rposition(is_named).map_or(0, |last| last + 1);
    let beyond = (from..row.width()).filter(move |at| titles.get(*at).is_none_or(String::is_empty));
    beyond.filter(|at| !row.get(*at).is_empty())
}

/// Whether a text is what an import rejected, to be replaced by what the next one rejects: its heading ends with the reason.
pub fn is_rejected(text: &str) -> bool {
    let heading = text.lines().next().unwrap_or_default();
    let last = heading.rsplit([',', ';', '\t', '|']).next().unwrap_or_default();
    is_reason(last.trim().trim_matches('"'))
}

/// Whether a heading is that of the reason, or of the batch before it.
fn is_reason(heading: &str) -> bool {
    let reasons = [Intake::WhyRejected, Intake::BatchHeading].map(|word| in_both(&word));
    reasons.iter().flatten().any(|reason| reason == heading)
}

/// A word of the program in both languages.
pub(super) fn in_both(word: &Intake) -> [String; 2] {
    [Lang::Id, Lang::En].map(|lang| word.text(lang))
}

/// The heading of the numbers that tell people apart.
const NUMBER: &str = "NIP";

/// The rejected rows as a table with their own headings, the reason behind: mended, it can be read again.
pub(super) fn table(rows: &[Rejection<'_>], laid_out: Layout, lang: Lang) -> String {
    let mut headings: Vec<(&str, usize)> = Vec::new();
    for heading in rows.iter().flat_map(|one| numbered(&one.titles)) {
        // The reason of the last time is told anew.
        if !heading.0.is_empty() && !is_reason(heading.0) && !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    for (heading, _) in rows.iter().flat_map(|one| &one.beside) {
        let heading = (&**heading, 0);
        headings.extend((!headings.contains(&heading)).then_some(heading));
    }
    let mut out = String::from(if laid_out.has_mark { "\u{feff}" } else { "" });
    let delimiter = char::from(laid_out.delimiter);
    let why = Intake::WhyRejected.text(lang);
    let batch = Intake::BatchHeading.text(lang);
    let has_batch = rows.iter().any(|one| one.batch.is_some());
    let has_number = rows.iter().any(|one| one.lacks_number);
    let number = has_number.then_some(NUMBER);
    // What stood beyond the headings stays, under none.
    let beyond = |one: &Rejection<'_>| -> Vec<String> {
        surplus(&one.titles, one.row)
            .map(|at| guarded(one.row.get(at)))
            .collect()
    };
    let most = rows.iter().map(|one| beyond(one).len()).max().unwrap_or(0);
    let bare = std::iter::repeat_n("", most);
    line(
        headings
            .iter()
            .map(|(title, _)| *title)
            .chain(number)
            .chain(bare)
            .chain(has_batch.then_some(&*batch))
            .chain([&*why]),
        delimiter,
        &mut out,
    );
    for one in rows {
        let cell = |heading: &(&str, usize)| {
            let at = numbered(&one.titles).position(|own| own == *heading);
            let own = at.map(|at| one.row.get(at)).filter(|text| !text.is_empty());
            let beside = one.beside.iter().find(|(name, _)| name == heading.0);
            let text = own.or(beside.map(|(_, text)| &**text));
            text.map_or(String::new(), guarded)
        };
        let number = number.map(|_| String::new());
        let cells = headings.iter().map(cell).chain(number);
        let mut cells: Vec<String> = cells.chain(beyond(one)).collect();
        cells.resize(headings.len() + usize::from(has_number) + most, String::new());
        cells.extend(one.batch.map(str::to_owned));
        cells.push(guarded(&one.why));
        line(cells.iter().map(String::as_str), delimiter, &mut out);
    }
    out
}

/// The headings, each with how many equal ones stand before it.
fn numbered(titles: &[String]) -> impl Iterator<Item = (&str, usize)> {
    let before = |at: usize| titles[..at].iter().filter(|other| **other == titles[at]).count();
    titles
        .iter()
        .enumerate()
        .map(move |(at, title)| (&**title, before(at)))
}

/// A text that no spreadsheet program calculates or shortens.
fn guarded(text: &str) -> String {
    let is_long = text.len() > 11 && text.bytes().all(|byte| byte.is_ascii_digit());
    match is_long || text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn line<'c>(cells: impl Iterator<Item = &'c str>, delimiter: char, out: &mut String) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(delimiter);
        }
        match cell.contains([delimiter, ',', ';', '"', '\n', '\r']) {
            true => out.push_str(&format!("\"{}\"", cell.replace('"', "\"\""))),
            false => out.push_str(cell),
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_import_rejected_is_known_by_its_heading() {
        for text in [
            "Nama;why it was rejected\nx;y",
            "\u{feff}Nama,\"alasan ditolak\"\r\n",
        ] {
            assert!(is_rejected(text), "{text}");
        }
        for text in ["", "Nama;NIP\n;why it was rejected", "id,nip,name"] {
            assert!(!is_rejected(text), "{text}");
        }
    }
}
