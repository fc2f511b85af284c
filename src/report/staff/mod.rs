//! *Rapor Pengembangan Pegawai*: one person's page, spoken to that person.

mod facts;
mod record;

use super::figure::Pen;
use super::head::{line_number, sentences};
use super::model::{Report, Section, Style, Value};
use super::page::Page;
use super::person::named;
use crate::measure::staff::StaffFigures;
use crate::records::code::{MentoringStatus, Sex};
use crate::records::time::Period;
use crate::rules::Hours;
use crate::words::report::Text;
use crate::words::report_staff::StaffText;

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// How many lines there are for a reply, and each of them.
const REPLY_LINES: usize = 3;
const BLANK: &str = "……………………………………………………………………………………………";

/// What the sections are built from.
struct Letter<'l> {
    page: Page<'l>,
    pen: Pen,
    figures: &'l StaffFigures,
    hours: &'l Hours,
    /// How the person is addressed.
    call: String,
    /// The months that it is about, in words.
    period: String,
}

/// Builds the page; `None` when the rule `hours` has no edition in force, which gathering has told.
pub fn staff(page: &Page<'_>, figures: &StaffFigures) -> Option<Report> {
    let (pen, month) = (page.pen, page.period.last_month());
    let letter = Letter {
        page: *page,
        pen,
        figures,
        hours: page.rules.hours.on(page.as_of())?,
        call: pen.say(match figures.portrait.sex {
            Some(Sex::Woman) => ("Ibu", "Ms"),
            Some(Sex::Man) => ("Bapak", "Mr"),
            None => ("Bapak/Ibu", "Mr/Ms"),
        }),
        period: page.year_so_far(),
    };
    let period = letter.period.to_uppercase();
    let mut report = page.report("staff", VERSION, StaffText::Title { period });
    report.period.0 = Period::year(month).first_day().to_string();
    report.heading_below.splice(0..0, letter.about());
    report.sections = vec![
        letter.opening(),
        letter.good(),
        letter.improve(),
        letter.hours_section(),
        letter.evaluations(),
        letter.mentoring(),
        letter.certificates(),
        letter.recognition(),
        letter.needs(),
        letter.career(),
        letter.agreement(),
        letter.reply(),
    ];
    Some(report)
}

/// The name by which somebody is spoken to: the first word, or the first two where the first is an initial.
fn spoken(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or("");
    let is_initial = first.ends_with('.') || first.chars().count() < 3;
    match words.next().filter(|_| is_initial) {
        Some(second) => format!("{first} {second}"),
        None => first.to_owned(),
    }
}

impl Letter<'_> {
    /// The name with titles, the position and the unit.
    fn about(&self) -> Vec<String> {
        let portrait = &self.figures.portrait;
        let unit = portrait.unit.map(|unit| self.page.unit(unit).label().to_owned());
        let known = [self.nip(), portrait.position.clone(), unit]
            .into_iter()
            .flatten();
        std::iter::once(named(portrait.person)).chain(known).collect()
    }

    /// The NIP, of which the rule privacy may leave the last four digits only.
    fn nip(&self) -> Option<String> {
        let portrait = &self.figures.portrait;
        let nip = portrait.nip.as_ref()?;
        let rule = self.page.rules.privacy.on(self.page.as_of());
        let is_masked = rule.is_none_or(|rule| rule.mask_nip);
        let hidden = if is_masked { nip.len().saturating_sub(4) } else { 0 };
        let shown = format!("{}{}", "•".repeat(hidden), &nip[hidden..]);
        let kind = if portrait.employment.is_pppk() {
            "NI PPPK"
        } else {
            "NIP"
        };
        Some(format!("{kind} {shown}"))
    }

    fn opening(&self) -> Section {
        let opening = self.pen.say(StaffText::Opening {
            call: self.call.clone(),
            name: spoken(&self.figures.portrait.name),
            period: self.period.clone(),
        });
        Section {
            tables: vec![sentences(self.pen, "opening", Style::Lines, vec![opening])],
            ..self.pen.section("opening", ("", ""))
        }
    }

    /// What is agreed: step, who, by when.
    fn agreement(&self) -> Section {
        let (pen, figures) = (self.pen, self.figures);
        let call = || self.call.clone();
        let evaluator = pen.key("evaluator", StaffText::WithEvaluator { call: call() });
        let mentor = pen.key("mentor", StaffText::WithMentor { call: call() });
        let guided = figures.open_guidance();
        let guided = guided.map(|guided| (&guided.guidance, &evaluator, Some(guided.due)));
        let step = figures.latest().and_then(|latest| latest.agreed_step.as_ref());
        let step = step.map(|step| (step, &evaluator, None));
        let running = figures.pairs.iter();
        let running = running.filter(|pair| pair.status == MentoringStatus::Running);
        let next = running.filter_map(|pair| Some((pair.sessions.last()?.2.as_ref()?, &mentor, None)));
        let agreed = pen
            .list("agreement", guided.chain(step).chain(next))
            .or_says(StaffText::NoAgreement)
            .col("step", ("Langkah", "Step"), |(step, ..)| {
                Value::Text((*step).clone())
            })
            .col("who", ("Siapa", "Who"), |(_, who, _)| (*who).clone())
            .col("due", ("Paling lambat", "By when"), |(.., due)| match due {
                Some(day) => pen.date(*day),
                None => pen.blank(("ditetapkan bersama", "to be set together")),
            });
        let first = self.year().max(figures.here.0.unwrap_or(self.year()));
        let agreed = self.page.known_from(first, &[], agreed.table());
        Section {
            tables: vec![agreed],
            ..pen.section("agreement", StaffText::Agreement)
        }
    }

    /// Lines for the reply, and two signatures.
    fn reply(&self) -> Section {
        let (pen, portrait) = (self.pen, &self.figures.portrait);
        let call = self.call.clone();
        let mut lines = vec![BLANK.to_owned(); REPLY_LINES];
        lines.push(pen.say(Text::PlaceAndDay));
        let evaluator = self.figures.latest().and_then(|latest| latest.evaluator);
        let evaluator = evaluator.or(portrait.supervisor);
        let sign = || pen.blank(("(tanda tangan)", "(signature)"));
        let signed = |at: &usize, person: Option<u32>| match at {
            0 => sign(),
            1 => pen.person_or_not(person),
            _ => Value::Text(self.page.nip_to_sign(person)),
        };
        let signatures = pen
            .list("signatures", 0..3)
            .col("line", Text::Line, |at| line_number(*at))
            .hidden()
            .col("staff", ("Pegawai", "Civil servant"), |at| {
                signed(at, Some(portrait.person))
            })
            .col("evaluator", ("Pejabat penilai kinerja", "Evaluator"), |at| {
                signed(at, evaluator)
            });
        Section {
            tables: vec![sentences(pen, "reply", Style::Lines, lines), signatures.table()],
            ..pen.section("reply", StaffText::Reply { call })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_is_no_name() {
        for (name, expected) in [
            ("Siti Aminah", "Siti"),
            ("M. Yusuf Harahap", "M. Yusuf"),
            ("Md Yusuf", "Md Yusuf"),
            ("Sugianto", "Sugianto"),
            ("Mei Ling Halim", "Mei"),
        ] {
            assert_eq!(spoken(name), expected);
        }
    }
}
