//! Name, titles and number of a person that stand in one text, each for itself.

use crate::records::text::folded;

/// Name and number of a person in one text, in either order and with whatever stands between them; each empty where there
/// is none.
pub(super) fn parted(text: &str) -> (String, String) {
    /// So many digits are a number of identity.
    const DIGITS: usize = 15;
    let is_part = |letter: char| letter.is_ascii_digit() || letter == ' ';
    let runs = text.split(|letter: char| !is_part(letter));
    let count = |run: &str| run.bytes().filter(u8::is_ascii_digit).count();
    let Some(number) = runs
        .filter(|run| count(run) >= DIGITS)
        .max_by_key(|run| run.len())
    else {
        return (text.trim().to_owned(), String::new());
    };
    let (before, after) = text.split_once(number).unwrap_or_default();
    let is_mark = |letter: char| letter.is_whitespace() || "/|;:,-–()'".contains(letter);
    let labels = ["NIP.", "NIP", "Nip.", "Nip", "NIPPPK", "NI PPPK"];
    let bare = |text: &str| {
        let mut text = text.trim_matches(is_mark);
        for label in labels {
            text = text
                .strip_suffix(label)
                .or(text.strip_prefix(label))
                .unwrap_or(text);
            text = text.trim_matches(is_mark);
        }
        text.to_owned()
    };
    let names = [before, after].map(bare);
    let name = names
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    (name, number.trim().to_owned())
}

/// A name without the number of its place among several, `1) Cici`, `2. Dodo`, `a. Euis`; an initial, `M. Yusuf`, stays. Nothing
/// where nothing stands behind the number.
pub(super) fn unnumbered(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix('(').unwrap_or(text);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let is_letter = inner.starts_with(|letter: char| ('a'..='g').contains(&letter));
    let mark = if (1..=3).contains(&digits) {
        digits
    } else {
        usize::from(digits == 0 && is_letter)
    };
    let (number, rest) = inner.split_at(mark);
    let Some(rest) = rest.strip_prefix([')', '.']).filter(|_| !number.is_empty()) else {
        return text;
    };
    let name = rest.trim_start_matches([')', '.', ' ', '\u{a0}']);
    let is_name = name.starts_with(char::is_alphabetic);
    // A small letter with a point may begin a name that nobody wrote with care.
    let is_apart = digits > 0 || (rest.starts_with(' ') && name.starts_with(char::is_uppercase));
    if name.is_empty() || (is_name && is_apart) {
        name
    } else {
        text
    }
}

/// Words within a name that are written small.
const SMALL: [&str; 9] = ["dan", "di", "ke", "dari", "pada", "untuk", "bin", "binti", "atau"];

/// A name in capitals only in small letters with capitals at the beginning of its words; abbreviations and what no one can
/// speak, `PMD`, stay. None where it is not in capitals only.
pub(super) fn quiet(name: &str, kept: &[String]) -> Option<String> {
    let is_loud = |text: &str| text.to_uppercase() == text && text.to_lowercase() != text;
    let is_vowel = |letter: char| "AEIOUY".contains(letter);
    let stays = |word: &str| {
        let is_number = word.bytes().all(|letter| b"IVX".contains(&letter));
        !word.contains(is_vowel) || is_number || kept.iter().any(|short| short == word)
    };
    let mut words: Vec<String> = Vec::new();
    for (at, word) in name.split_inclusive([' ', '-', '/', '.', ',', '(']).enumerate() {
        let bare = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let small = word.to_lowercase();
        words.push(match () {
            () if at > 0 && SMALL.contains(&&*bare.to_lowercase()) => small,
            () if stays(bare) => word.to_owned(),
            () => {
                let mut letters = small.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                first.chain(letters).collect()
            }
        });
    }
    let quiet = words.concat();
    // A single abbreviation may be all of it.
    let has_word = name
        .split(' ')
        .any(|word| word.len() > 3 || SMALL.contains(&&*word.to_lowercase()));
    (is_loud(name) && has_word && quiet != name).then_some(quiet)
}

/// The parts of titles that are no abbreviation of single letters, as they are written.
const TITLES: [&str; 41] = [
    "Prof", "Drs", "Dra", "drg", "drh", "Ir", "Hj", "Ns", "Apt", "Sos", "Pd", "Kom", "Si", "Kep", "Keb",
    "Farm", "Ag", "Hum", "Psi", "Stat", "Gz", "Tr", "Md", "Kes", "Ak", "Pi", "Pt", "Hut", "Ars", "Ds", "Sn",
    "Ling", "Bns", "Min", "Rad", "An", "Pol", "Eng", "Sc", "Phil", "Ikom",
];

/// Titles in capitals only as they are written: `HJ.`, `A.MD.`, `S.SOS.` become `Hj.`, `A.Md.`, `S.Sos.`. One that is not known,
/// or may be one of two, `DR.`, stays.
pub(super) fn quiet_title(text: &str) -> String {
    if text.to_uppercase() != text {
        return text.to_owned();
    }
    let parts = text.split_inclusive(['.', ',', ' ']);
    let parts = parts.map(|part| {
        let bare = part.trim_end_matches(['.', ',', ' ']);
        let known = TITLES.iter().find(|title| title.to_uppercase() == bare);
        known.map_or(part.to_owned(), |title| part.replacen(bare, title, 1))
    });
    parts.collect()
}

/// Whether a number of identity stands in a text.
pub(super) fn is_number(text: &str) -> bool {
    !parted(text).1.is_empty()
}

/// Titles that stand before a name, folded and without blanks.
const BEFORE: &[&str] = &[
    "prof", "dr", "drs", "dra", "drg", "drh", "ir", "h", "hj", "kh", "ns", "apt", "tgk", "bapak", "ibu",
    "sdr", "sdri",
];

/// Degrees that stand behind a name without points and commas.
const BEHIND: &[&str] = &[
    "SE", "SH", "ST", "SKM", "SIP", "SIKOM", "SSOS", "SPD", "SKOM", "SAP", "SAG", "SPI", "SP", "SPSI",
    "SSTP", "SSI", "AMD", "AMK", "MM", "MSI", "MH", "MPD", "MAP", "MKES", "MT", "MKOM", "MSP",
];

/// A name with its titles apart: those before, the name, those behind. What may be part of the name stays in it.
pub(super) fn apart(text: &str) -> (&str, &str, &str) {
    let text = text.trim();
    let (mut name, mut after) = text
        .split_once(',')
        .map_or((text, ""), |(name, after)| (name.trim(), after.trim()));
    let mut before = 0;
    for word in name.split_inclusive(' ') {
        let bare = folded(word).replace(' ', "");
        let is_title = BEFORE.contains(&&*bare) && before + word.len() < name.len();
        if !is_title {
            break;
        }
        before += word.len();
    }
    let titles = name[..before].trim();
    while let Some(at) = degree(name[before..].trim_end()) {
        after = &text[before + at..];
        name = name[..before + at].trim_end();
    }
    (titles, name[before..].trim(), after)
}

/// Whether degrees stand behind a name, `Maria, S.Sos`, as no unit has them: `Seksi Ketenteraman, Ketertiban`.
pub(super) fn is_titled(text: &str) -> bool {
    let is_degree = |part: &str| {
        let has_inner_point = part.trim_end_matches('.').contains('.');
        is_known_degree(part) || (has_inner_point && !part.contains(' '))
    };
    let (_, _, after) = apart(text);
    !after.is_empty() && after.split(',').map(str::trim).all(is_degree)
}

/// Whether a text is a degree that everybody knows, however it is pointed.
fn is_known_degree(text: &str) -> bool {
    BEHIND.contains(&&*text.replace(['.', ' '], "").to_uppercase())
}

/// Where the degree begins that a name ends with: `S.IP.`, `SE`, `S. Pd`.
fn degree(name: &str) -> Option<usize> {
    let (rest, last) = name.rsplit_once(' ')?;
    let has_inner_point = last.trim_end_matches('.').contains('.');
    // A name of one word keeps what may be its second.
    let is_second = !rest.trim_end().contains(' ');
    let is_degree = has_inner_point || (is_known_degree(last) && last == last.to_uppercase());
    if is_degree && (!is_second || (has_inner_point && is_known_degree(last))) {
        return Some(name.len() - last.len());
    }
    // A blank within: one letter with its point, and the rest.
    let (_, letter) = rest.rsplit_once(' ')?;
    let from = name.len() - last.len() - 1 - letter.len();
    let is_apart = letter.len() == 2 && letter.ends_with('.') && is_known_degree(&name[from..]);
    is_apart.then_some(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_are_written_small() {
        let kept = ["SPBE", "UPTD"].map(str::to_owned);
        for (name, expected) in [
            ("MUHAMMAD MAJID", Some("Muhammad Majid")),
            ("NUR'AINI BINTI M. SALEH", Some("Nur'aini binti M. Saleh")),
            ("I GUSTI NGURAH", Some("I Gusti Ngurah")),
            ("UPTD PUSKESMAS II", Some("UPTD Puskesmas II")),
            ("SIE PMD", None),
            ("SEKSI PMD DAN TRANTIB", Some("Seksi PMD dan Trantib")),
            ("SUB BAGIAN KEUANGAN", Some("Sub Bagian Keuangan")),
            ("Seksi SPBE", None),
            ("KTP", None),
            ("BUDI", Some("Budi")),
        ] {
            assert_eq!(quiet(name, &kept).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn titles_in_capitals_are_written_as_usual() {
        for (text, expected) in [
            ("HJ.", "Hj."),
            ("DRS. H.", "Drs. H."),
            ("DR.", "DR."),
            ("A.MD.", "A.Md."),
            ("S.SOS., M.SI.", "S.Sos., M.Si."),
            ("S.KM., M.KM.", "S.KM., M.KM."),
            ("S.Sos., M.SI.", "S.Sos., M.SI."),
        ] {
            assert_eq!(quiet_title(text), expected);
        }
    }

    #[test]
    fn degrees_are_of_people() {
        for text in [
            "Maria, S.Sos",
            "Ir. Maria Foenay, S.Sos., M.Si",
            "Rahmi Tanjung, A.Md.Farm",
            "Adi, SH",
        ] {
            assert!(is_titled(text), "{text}");
        }
        for text in [
            "Seksi Ketenteraman, Ketertiban",
            "Kel. Terjun, Kec. Medan",
            "Kecamatan",
            "Seksi Umum",
        ] {
            assert!(!is_titled(text), "{text}");
        }
    }

    #[test]
    fn titles_are_parted_from_the_name() {
        for (text, expected) in [
            (
                "Drs. H. Budi Santoso, M.Si.",
                ("Drs. H.", "Budi Santoso", "M.Si."),
            ),
            ("Siti Aminah, S.E., M.M.", ("", "Siti Aminah", "S.E., M.M.")),
            ("Siti Aminah Lubis S.Sos", ("", "Siti Aminah Lubis", "S.Sos")),
            ("SITI AMINAH LUBIS SE", ("", "SITI AMINAH LUBIS", "SE")),
            ("Lina Tanjung S.IP., M.Si.", ("", "Lina Tanjung", "S.IP., M.Si.")),
            (
                "Hj. Dewi Nasution S.H. M.H.",
                ("Hj.", "Dewi Nasution", "S.H. M.H."),
            ),
            ("Dewi Nasution S. Pd", ("", "Dewi Nasution", "S. Pd")),
            ("Dewi S. Pd., M. Si", ("", "Dewi", "S. Pd., M. Si")),
            ("Suharto S.H.", ("", "Suharto", "S.H.")),
            ("Budi A. Siregar", ("", "Budi A. Siregar", "")),
            ("Budi S.", ("", "Budi S.", "")),
            ("M. Yusuf", ("", "M. Yusuf", "")),
            ("H", ("", "H", "")),
            ("Hj. Nur'aini", ("Hj.", "Nur'aini", "")),
            ("dr. Rina Sari, Sp.A", ("dr.", "Rina Sari", "Sp.A")),
        ] {
            assert_eq!(apart(text), expected, "{text}");
        }
    }

    #[test]
    fn the_number_of_a_place_is_no_name() {
        for (text, expected) in [
            ("1) Cici Dame", "Cici Dame"),
            ("2. Dodo Rimba", "Dodo Rimba"),
            ("(3) Euis Laras", "Euis Laras"),
            ("a. Euis Laras", "Euis Laras"),
            ("4)", ""),
            ("M. Yusuf", "M. Yusuf"),
            ("A. Rahman", "A. Rahman"),
            ("dr. Rina Sari", "dr. Rina Sari"),
            ("a. rahman", "a. rahman"),
            ("1990 Budi", "1990 Budi"),
            ("", ""),
        ] {
            assert_eq!(unnumbered(text), expected, "{text}");
        }
    }

    #[test]
    fn number_and_name_are_parted_in_either_order() {
        for (text, name, nip) in [
            (
                "Budi Santoso, S.E.\nNIP. 198609262015051001",
                "Budi Santoso, S.E.",
                "198609262015051001",
            ),
            (
                "BUDI SANTOSO / 19860926 201505 1 001",
                "BUDI SANTOSO",
                "19860926 201505 1 001",
            ),
            (
                "198609262015051001 - Budi Santoso",
                "Budi Santoso",
                "198609262015051001",
            ),
            (
                "Budi Santoso (NIP 198609262015051001)",
                "Budi Santoso",
                "198609262015051001",
            ),
            ("'198609262015051001", "", "198609262015051001"),
            ("Budi Santoso, S.E.", "Budi Santoso, S.E.", ""),
            ("", "", ""),
        ] {
            assert_eq!(parted(text), (name.to_owned(), nip.to_owned()), "{text}");
        }
    }
}
