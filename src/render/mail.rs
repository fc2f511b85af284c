//! A report as an e-mail that another program sends (RFC 5322), and many of them as one file (mbox). Nothing that stands
//! in a record can begin a line of a head, or another message.

use super::Options;
use super::table::TABLE;
use crate::diagnostic::visible;
use crate::report::model::Report;
use chrono::NaiveDate;
use std::fmt::Write;
use std::io;

/// How wide the text of a message is.
const WIDTH: usize = 72;

/// How many letters an encoded word holds at the most, without what surrounds it (RFC 2047, 2).
const WORD: usize = 75 - "=?UTF-8?Q??=".len();

/// Who sends or receives: a name, and an address, which holds no blank and no line end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// What the person or office is called.
    pub name: String,
    /// The address.
    pub address: String,
}

/// A message: who it is from, to whom, its subject and what it says.
#[derive(Debug)]
pub struct Message<'r> {
    /// Who sends it.
    pub from: &'r Mailbox,
    /// Who receives it.
    pub to: &'r Mailbox,
    /// What it is about, in a line.
    pub subject: &'r str,
    /// What it says, as of the day on which it is written.
    pub text: &'r Report,
}

impl Message<'_> {
    /// The message with its head, of lines that end as files of this program do. The same report gives the same bytes:
    /// its day is that of the report, in no time zone.
    ///
    /// # Errors
    /// When the text cannot be written.
    pub fn whole(&self) -> io::Result<String> {
        let mut body = Vec::new();
        let options = Options {
            width: WIDTH,
            ..Options::default()
        };
        (TABLE.report)(self.text, &options, &mut body)?;
        let head = [
            ("From", mailbox(self.from)),
            ("To", mailbox(self.to)),
            ("Subject", encoded(self.subject)),
            ("Date", self.day("%a, %d %b %Y 00:00:00 -0000")),
            ("MIME-Version", "1.0".to_owned()),
            ("Content-Type", "text/plain; charset=utf-8".to_owned()),
            ("Content-Transfer-Encoding", "8bit".to_owned()),
            // No program that is away from its desk answers it.
            ("Auto-Submitted", "auto-generated".to_owned()),
        ];
        let head: String = head
            .iter()
            .map(|(name, value)| format!("{name}: {value}\n"))
            .collect();
        Ok(format!("{head}\n{}", String::from_utf8_lossy(&body)))
    }

    /// The message as one of many in a file: behind a line that says from whom and when, with a `>` more before each line
    /// that would look like such a one.
    ///
    /// # Errors
    /// When the text cannot be written.
    pub fn in_mbox(&self) -> io::Result<String> {
        let mut out = format!(
            "From {} {}\n",
            self.from.address,
            self.day("%a %b %e 00:00:00 %Y")
        );
        for line in self.whole()?.lines() {
            let escape = match line.trim_start_matches('>').starts_with("From ") {
                true => ">",
                false => "",
            };
            out.extend([escape, line, "\n"]);
        }
        out.push('\n');
        Ok(out)
    }

    fn day(&self, form: &str) -> String {
        let day = NaiveDate::parse_from_str(&self.text.as_of, "%Y-%m-%d");
        day.unwrap_or_default().format(form).to_string()
    }
}

/// A name with its address.
fn mailbox(one: &Mailbox) -> String {
    let name = visible(&one.name);
    let name = match stands(&name) {
        true => format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\"")),
        false => encoded(&name),
    };
    format!("{name}\n <{}>", one.address)
}

/// Whether a text without hidden characters can stand in a head as it is.
fn stands(text: &str) -> bool {
    text.len() <= WIDTH && !text.contains("=?") && text.is_ascii()
}

/// A text in a head: as it is, or as encoded words, each on a line of its own.
fn encoded(text: &str) -> String {
    let text = visible(text);
    if stands(&text) {
        return text.into_owned();
    }
    let mut words = vec![String::new()];
    for letter in text.chars() {
        let mut bytes = [0; 4];
        let mut shown = String::new();
        for byte in letter.encode_utf8(&mut bytes).bytes() {
            // A string takes whatever is written to it.
            let _ = match byte {
                b' ' => write!(shown, "_"),
                _ if byte.is_ascii_alphanumeric() => write!(shown, "{letter}"),
                _ => write!(shown, "={byte:02X}"),
            };
        }
        match words.last_mut() {
            Some(word) if word.len() + shown.len() <= WORD => word.push_str(&shown),
            _ => words.push(shown),
        }
    }
    let words: Vec<String> = words.iter().map(|word| format!("=?UTF-8?Q?{word}?=")).collect();
    words.join("\n ")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn mailbox_of(name: &str) -> Mailbox {
        Mailbox {
            name: name.to_owned(),
            address: "siti@contoh.go.id".to_owned(),
        }
    }

    fn message(name: &str, subject: &str, report: &Report) -> String {
        let (from, to) = (mailbox_of("Kecamatan"), mailbox_of(name));
        let message = Message {
            from: &from,
            to: &to,
            subject,
            text: report,
        };
        message.in_mbox().unwrap_or_default()
    }

    #[test]
    fn a_name_begins_no_line_of_the_head() {
        let name = "Siti\nBcc: semua@contoh.go.id\r\n\r\nFrom x";
        let text = message(name, name, &sample::small());
        let head = text.split("\n\n").next().unwrap_or_default();
        for line in head.lines().skip(1) {
            let known = [
                "From:", "To:", "Subject:", "Date:", "MIME-", "Content-", "Auto-", " ",
            ];
            assert!(known.iter().any(|begin| line.starts_with(begin)), "{line}");
            assert!(line.len() <= 78 && line.is_ascii(), "{line}");
        }
    }

    #[test]
    fn what_is_no_ascii_is_encoded_and_names_with_commas_are_quoted() {
        let text = message("Siti Aminah, S.Sos.", "Satu – dua", &sample::small());
        assert!(
            text.contains("To: \"Siti Aminah, S.Sos.\"\n <siti@contoh.go.id>\n"),
            "{text}"
        );
        assert!(
            text.contains("Subject: =?UTF-8?Q?Satu_=E2=80=93_dua?=\n"),
            "{text}"
        );
        let long = "é".repeat(60);
        let text = message(&long, "a", &sample::small());
        let words = text.lines().filter(|line| line.contains("=?UTF-8?Q?"));
        let read: String = words
            .map(|line| {
                line.replace("To: ", "")
                    .replace("=?UTF-8?Q?", "")
                    .replace("?=", "")
            })
            .collect();
        assert_eq!(read.replace(' ', ""), "=C3=A9".repeat(60));
    }

    #[test]
    fn a_line_that_looks_like_the_begin_of_a_message_is_escaped() {
        let mut report = sample::small();
        report.heading = vec![
            "From here".to_owned(),
            ">From there".to_owned(),
            "Title".to_owned(),
        ];
        let text = message("Siti", "a", &report);
        assert!(text.contains("\n>From here\n>>From there\n"), "{text}");
        assert!(text.starts_with("From siti@contoh.go.id ") && text.ends_with("\n\n"));
        assert_eq!(text.lines().filter(|line| line.starts_with("From ")).count(), 1);
    }
}
