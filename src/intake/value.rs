//! What a cell of somebody else's list means in a column of the records.

use super::bound::ListColumn;
use super::cells::ListCell;
use super::codes::{Codes, Makes};
use super::dated;
use super::day;
use super::kind::CodeKind;
use super::naming;
use super::person::Acquaintance;
use super::posts::PostHolders;
use super::scale::{scale, unlettered};
use crate::change::{Draft, Reason, row};
use crate::records::cell::{Domain, plain_nip, plain_text};
use crate::records::code::{DateOrder, DecimalMark, ParticipationStatus};
use crate::records::organisation::staff;
use crate::records::table::{Attribute, Check};
use crate::records::taking_part::participation;
use crate::records::text::{folded, sense};
use crate::records::time::Day;
use crate::records::word::Code;
use crate::sheets::SheetCell;
use crate::words::Lang;
use crate::words::import::Unfit;
use std::collections::BTreeMap;

/// The most decimals that a number of the records has.
const MOST_PLACES: usize = 4;

/// What stands for nothing in a list.
const NOTHING: [&str; 4] = ["-", "–", "—", "--"];

/// What a program shows in place of a value that a formula could not give.
const FAULTS: [&str; 7] = ["#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#num!", "#null!"];

/// The words for yes and no.
const YES: [&str; 12] = [
    "yes", "ya", "y", "hadir", "h", "ada", "1", "v", "x", "✓", "✔", "√",
];
const NO: [&str; 8] = ["no", "tidak", "tdk", "t", "n", "0", "tidak hadir", "absen"];

/// Whether a text is a mark by which a column is chosen.
pub(super) fn is_mark(text: &str) -> bool {
    ["v", "x", "✓", "✔", "√", "1"].contains(&&*text.trim().to_lowercase())
}

/// The text of a cell as its column means it.
pub(super) fn meant(mut cell: SheetCell, column: &ListColumn) -> SheetCell {
    if let Some(until) = &column.until
        && let Some((first, _)) = cell.text.split_once(until.as_str())
    {
        cell.text = first.trim().to_owned();
    }
    if let Some(after) = &column.after {
        let behind = cell.text.rsplit_once(after.as_str());
        cell.text = behind.map_or("", |(_, behind)| behind).trim().to_owned();
    }
    let is_place =
        |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || "._…()-".contains(letter);
    if column.takes_signatures() {
        // The number of the place stands before the signature: `1. ttd`.
        let sign = cell
            .text
            .trim_start_matches(|letter: char| letter.is_ascii_digit() || ". )".contains(letter));
        if !sign.is_empty() && sign.len() < cell.text.len() {
            cell.text = sign.to_owned();
        }
    }
    if NOTHING.contains(&&*cell.text) || (column.takes_signatures() && cell.text.chars().all(is_place)) {
        cell.text.clear();
    }
    let means = |text: &str| {
        let text = sense(text);
        column.meanings.iter().find(|(from, _)| *from == text)
    };
    // Behind a word may stand a remark: `Non ASN (BLUD)`, and of a presence or an absence `Izin, acara keluarga`.
    let is_of_presence = column.to.as_ref().is_some_and(|to| to.0 == participation.name);
    let is_mark = |letter: char| letter == '(' || (is_of_presence && [',', ';', ':'].contains(&letter));
    let word = || cell.text.split_once(is_mark).map(|(word, _)| word);
    let known = || {
        let whole = means(&cell.text).or_else(|| means(unlettered(&cell.text)));
        whole.or_else(|| means(word().filter(|word| !word.trim().is_empty())?))
    };
    match (!column.meanings.is_empty()).then(known).flatten() {
        // A remark is more than the word that another column holds.
        Some((from, meaning)) if is_of_presence && meaning.is_empty() && sense(&cell.text) != *from => {}
        Some((_, meaning)) => cell.text.clone_from(meaning),
        None if column.only => cell.text.clear(),
        None => {}
    }
    cell
}

/// The two codes that a text names, one by a word of its column and one behind or before it, where they are not the same: a
/// rank and a grade, `Penata (III/a)`.
pub(super) fn twofold(text: &str, column: &ListColumn, codes: &[Code]) -> Option<(String, String)> {
    let whole = sense(text);
    let named = |part: &str| {
        let is_it = |code: &&Code| {
            let name = folded(code.name);
            name == part || name.replace(' ', "") == part
        };
        codes.iter().find(is_it).filter(|_| !part.is_empty())
    };
    let is_whole = column.meanings.iter().any(|(from, _)| *from == whole);
    column
        .meanings
        .iter()
        .filter(|_| !is_whole)
        .find_map(|(from, meaning)| {
            let rest = whole.strip_prefix(from).or(whole.strip_suffix(from))?;
            let other = named(rest.trim())?.name;
            (*meaning != other).then(|| (meaning.clone(), other.to_owned()))
        })
}

/// A name in capitals only as it is recorded where its column says so: of a person without the titles.
pub(super) fn quieted(text: &str, column: &ListColumn) -> Option<String> {
    let (kept, to) = (column.capitals.as_ref()?, column.to.as_ref()?);
    if to.0 != staff.name {
        return naming::quiet(text, kept);
    }
    let (before, name, after) = naming::apart(text);
    let quiet = naming::quiet(name, kept)?;
    let quiet = text.replacen(name, &quiet, 1);
    let quiet = match quiet.strip_prefix(before) {
        Some(rest) => format!("{}{rest}", naming::quiet_title(before)),
        None => quiet,
    };
    Some(match quiet.strip_suffix(after) {
        Some(rest) => format!("{rest}{}", naming::quiet_title(after)),
        None => quiet,
    })
}

/// Everything that is asked to understand a cell.
pub(super) struct Understanding {
    pub(super) people: Acquaintance,
    pub(super) codes: Codes,
    pub(super) dates: Option<DateOrder>,
    pub(super) decimals: Option<DecimalMark>,
    pub(super) posts: PostHolders,
    /// The day on which somebody holds the post that a row names; `None` where posts name nobody.
    pub(super) on: Option<Day>,
    /// The posts that rows name, each with who holds it.
    pub(super) meant_posts: BTreeMap<String, String>,
    /// The words that stand for answers on a scale, each with the answer.
    pub(super) answers: BTreeMap<String, String>,
    /// How many postings begin on the first day of a contract.
    pub(super) by_contract: usize,
}

impl Understanding {
    /// That of the records, with the order of days and the mark of decimals that a list has.
    pub(super) fn of(
        draft: &mut Draft<'_>,
        (makes, lang): (Makes, Lang),
        (dates, decimals): (Option<DateOrder>, Option<DecimalMark>),
    ) -> Understanding {
        Understanding {
            people: Acquaintance::of(draft),
            codes: Codes::of(draft, makes, lang),
            dates,
            decimals,
            posts: PostHolders::of(draft),
            on: None,
            meant_posts: BTreeMap::new(),
            answers: BTreeMap::new(),
            by_contract: 0,
        }
    }

    /// Whether a text that names no unit names a person: one of the staff, or one with titles behind the name.
    pub(super) fn is_person(&self, text: &str) -> bool {
        !self.codes.names(CodeKind::Unit, text)
            && (self.people.meant(text).is_ok() || naming::is_titled(text))
    }

    /// The id of who holds a post on the day of a row.
    pub(super) fn holder(&mut self, text: &str) -> Option<String> {
        let id = self.posts.holder(text, self.on?)?.to_owned();
        let name = self.people.by_id(&id)?.name.to_string();
        self.meant_posts.insert(text.to_owned(), name);
        Some(id)
    }

    /// Whether a text stands for somebody without naming anybody: a post of this office, or `atasan langsung`.
    pub(super) fn is_nobody(&self, text: &str) -> bool {
        const WORDS: [&str; 9] = [
            "atasan",
            "atasan langsung",
            "pejabat penilai",
            "ybs",
            "yang bersangkutan",
            "belum",
            "belum ada",
            "tidak ada",
            "nihil",
        ];
        let is_stranger = matches!(
            self.people.meant(text),
            Err(Reason::Unfit(Unfit::StrangerNamed { .. }))
        );
        is_stranger && (WORDS.contains(&&*folded(text)) || self.posts.may_name(text))
    }

    /// The id of whom a text names: somebody, or who holds a post.
    fn named(&mut self, text: &str) -> Result<String, Reason> {
        match self.people.meant(text).map(|found| found.id.to_string()) {
            Err(Reason::Unfit(Unfit::StrangerNamed { text })) => match self.holder(&text) {
                Some(id) => Ok(id),
                None if self.codes.is_head(&text) => Err(Unfit::HeadUntold { text }.into()),
                None if self.is_nobody(&text) => Err(Unfit::PersonUntold { text }.into()),
                None => Err(self.people.stranger(text, true)),
            },
            found => found,
        }
    }

    /// The answer on a scale that a text means; what stands for it in words is noted.
    fn answer(&mut self, text: &str, range: (i64, i64)) -> Result<String, Reason> {
        let answer = scale(text, range)?;
        if !text.starts_with(|letter: char| letter.is_ascii_digit()) && answer != text {
            self.answers.insert(text.to_owned(), answer.clone());
        }
        Ok(answer)
    }

    /// The number that a cell holds, also one that a web form tells of a hundred points.
    fn number(&self, cell: &SheetCell, kind: Domain) -> Result<String, Reason> {
        let mut cell = cell.clone();
        if let Some((points, "100")) = cell.text.split_once('/').map(|(a, b)| (a.trim(), b.trim())) {
            cell.text = points.to_owned();
        }
        let number = day::number(&cell, self.decimals)?;
        let places = number.split_once('.').map_or(0, |(_, places)| places.len());
        if kind == Domain::Dec && places > MOST_PLACES && number.parse::<f64>().is_ok() {
            return Err(Unfit::DecimalsMany { text: number }.into());
        }
        Ok(number)
    }

    /// The text that a column records for a cell; empty for nothing.
    ///
    /// # Errors
    /// What is wrong with the cell.
    pub(super) fn plain(
        &mut self,
        draft: &mut Draft<'_>,
        column: &Attribute,
        field: &ListCell,
    ) -> Result<String, Reason> {
        let cell = &field.cell;
        let text = cell.text.trim();
        if text.is_empty() {
            return Ok(String::new());
        }
        if FAULTS.contains(&&*text.to_lowercase()) {
            return Err(Unfit::SheetFault {
                text: text.to_owned(),
            }
            .into());
        }
        if column.kind == Domain::Text && cell.is_cut() {
            let text = text.to_owned();
            return Err(Unfit::NumberCut { text }.into());
        }
        let plain = match (column.kind, &column.check) {
            _ if column.refers == Some("staff") && !column.key => self.named(text)?,
            (_, Check::Scale(low, high)) => self.answer(text, (*low, *high))?,
            (_, Check::OneOf(words)) => one_of(text, words),
            (Domain::Id, _) => match CodeKind::of(column) {
                Some(CodeKind::Unit) if self.is_person(text) => {
                    let text = text.to_owned();
                    return Err(Unfit::UnitIsPerson { text }.into());
                }
                Some(kind) => self.codes.find(kind, text, &field.spot)?,
                None => text.to_owned(),
            },
            (Domain::Day, _) => day::day(cell, self.dates)?,
            (Domain::Dec | Domain::Int, _) => self.number(cell, column.kind)?,
            (Domain::Period, _) => {
                dated::period(text).map_or_else(|| text.to_owned(), |period| period.to_string())
            }
            (Domain::Nip, _) => plain_number(text),
            (Domain::Text, _) => plain_text(text),
            (Domain::YesNo, _) => yes_or_no(text),
            (Domain::Code(codes), _) => code(text, codes),
            _ => text.to_owned(),
        };
        column.check.run(&plain)?;
        if column.kind == Domain::Day {
            day::likely(&plain, draft.today)?;
        }
        draft.has_come(column, &plain)?;
        if column.kind == Domain::TrainingId {
            row::training_exists(draft, &plain)?;
        }
        Ok(plain)
    }
}

/// A number of identity without what says that it is one, `NIP. 1986…`, and without the marks by which it stays a text.
pub(super) fn unlabelled(text: &str) -> &str {
    let text = text
        .trim()
        .trim_start_matches(['`', '\'', '=', '"'])
        .trim_end_matches('"');
    let rest = ["NIPPPK", "NI PPPK", "NIP", "Nip", "nip"]
        .iter()
        .find_map(|label| text.strip_prefix(label));
    rest.map_or(text, |rest| rest.trim_start_matches(['.', ':', ' ']))
}

/// The digits of a NIP without what people type between them; one that a program damaged stays as it is.
pub(super) fn plain_number(text: &str) -> String {
    let plain = plain_nip(text);
    match plain.contains(['E', 'e']) {
        true => plain,
        false => plain.replace(['.', '-'], ""),
    }
}

/// The code that a text means: itself, one of its words, or the code of two words at the end of a longer text. A list is
/// not typed: the beginning of a word is not taken for the whole.
pub(super) fn code(text: &str, codes: &[Code]) -> String {
    if codes.iter().any(|code| code.name == text) {
        return text.to_owned();
    }
    let wanted = folded(text);
    let spellings = |code: &Code| [code.name, code.words.id, code.words.en, code.also].map(folded);
    let is_it = |code: &&Code| !wanted.is_empty() && spellings(code).contains(&wanted);
    let ends = |code: &&Code| {
        let name = folded(code.name);
        name.contains(' ') && wanted.ends_with(&format!(" {name}"))
    };
    // A mark between two parts may be missing: `IIIa`, `Penata Muda / IIIa`.
    let last = wanted.rsplit(' ').next().unwrap_or_default();
    let is_close = |code: &&Code| {
        let name = folded(code.name);
        name.contains(' ') && name.replace(' ', "") == last
    };
    let found = codes.iter().find(is_it).or_else(|| codes.iter().find(ends));
    let found = found.or_else(|| codes.iter().find(is_close));
    found.map_or(text, |code| code.name).to_owned()
}

/// Whether what a cell means is that somebody is there.
pub(super) fn is_presence(text: &str) -> bool {
    let status = code(text, ParticipationStatus::CODES);
    status == ParticipationStatus::Attending.code() || yes_or_no(text) == "yes"
}

fn yes_or_no(text: &str) -> String {
    let text = text.to_lowercase();
    match () {
        () if YES.contains(&&*text) => "yes".to_owned(),
        () if NO.contains(&&*text) => "no".to_owned(),
        () => text,
    }
}

/// The category that a text means: whatever its case and marks, or the only one in which its number or its whole span lies.
pub(super) fn one_of(text: &str, words: &[String]) -> String {
    let wanted = folded(text);
    if let Some(word) = words.iter().find(|word| folded(word) == wanted) {
        return word.clone();
    }
    let holds = |word: &&String| match (span(text), span(word)) {
        // So many years is nobody old: it is the one of birth.
        (Some((low, _)), Some((first, u32::MAX))) if (1900..2100).contains(&low) && first < 150 => false,
        (Some((low, high)), Some((first, last))) => first < last && first <= low && high <= last,
        _ => false,
    };
    words
        .iter()
        .find(holds)
        .cloned()
        .unwrap_or_else(|| text.to_owned())
}

/// From where to where a text counts: `30`, `17-25`, `56+`, `di bawah 17`, `60 tahun ke atas`.
fn span(text: &str) -> Option<(u32, u32)> {
    let folded = folded(text);
    let begins = |words: [&str; 3]| words.iter().any(|word| folded.starts_with(word));
    let ends = |words: [&str; 2]| words.iter().any(|word| folded.ends_with(word));
    // What lies beyond a number is not that number itself.
    let beyond = text.starts_with('>') || begins(["di atas", "diatas", "lebih dari"]);
    let below = text.starts_with('<') || begins(["di bawah", "dibawah", "kurang dari"]);
    let is_equal = text.starts_with(">=") || text.starts_with("<=");
    let step = u32::from(!is_equal);
    let numbers: Vec<u32> = folded.split(' ').filter_map(|part| part.parse().ok()).collect();
    match numbers[..] {
        [low, high] if low <= high => Some((low, high)),
        [one] if beyond => Some((one.saturating_add(step), u32::MAX)),
        [one] if below => Some((0, one.saturating_sub(step))),
        [one] if text.ends_with('+') || text.starts_with('≥') || ends(["ke atas", "atau lebih"]) => {
            Some((one, u32::MAX))
        }
        [one] if text.starts_with('≤') || ends(["ke bawah", "atau kurang"]) => Some((0, one)),
        [one] => Some((one, one)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::code::{Expectation, Grade};

    #[test]
    fn codes_go_by_their_words() {
        let expectation = |text: &str| code(text, Expectation::CODES);
        assert_eq!(expectation("Di Atas Ekspektasi"), "above");
        assert_eq!(expectation("BELOW"), "below");
        assert_eq!(expectation("bagus"), "bagus");
        let grade = |text: &str| code(text, Grade::CODES);
        for (text, expected) in [
            ("III/A", "III/a"),
            ("Penata Tk. I (III/d)", "III/d"),
            ("IX", "IX"),
            ("IIIa", "III/a"),
            ("IVb", "IV/b"),
            ("Penata Muda / IIIa", "III/a"),
            ("IV", "IV"),
            ("Pembina Tk. I", "Pembina Tk. I"),
        ] {
            assert_eq!(grade(text), expected);
        }
    }

    #[test]
    fn a_number_lies_in_its_span() {
        let words = ["17-25", "26-35", "di atas 35"].map(str::to_owned);
        assert_eq!(one_of("30 tahun", &words), "26-35");
        assert_eq!(one_of("DI ATAS 35", &words), "di atas 35");
        assert_eq!(one_of("99", &words), "di atas 35");
        assert_eq!(one_of("35", &words), "26-35");
        assert_eq!(one_of("3", &words), "3");
        // The year of birth is no age, and below 20 may be below 17.
        assert_eq!(one_of("1990", &words), "1990");
        assert_eq!(one_of("dibawah 20", &words), "dibawah 20");
        assert_eq!(one_of("diatas 40", &words), "di atas 35");
        assert_eq!(one_of("20 - 25 tahun", &words), "17-25");
        for unclear in [
            "20 - 29 tahun",
            "30 - 39",
            "> 30",
            "30 tahun ke atas",
            "< 20",
            "35 ke atas",
        ] {
            assert_eq!(one_of(unclear, &words), unclear);
        }
        assert_eq!(one_of("36 tahun ke atas", &words), "di atas 35");
        assert_eq!(one_of(">= 36", &words), "di atas 35");
    }
}
