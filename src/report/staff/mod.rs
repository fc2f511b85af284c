//! *Rapor Pengembangan Pegawai*: one person's page, spoken to that person.

mod facts;
mod record;

use super::figure::Pen;
use super::head::sentences;
use super::model::{Report, Section, Style, Value};
use super::page::Page;
use crate::measure::staff::StaffFigures;
use crate::records::code::{MentoringStatus, Sex};
use crate::records::time::Period;
use crate::rules::Hours;
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
    report.heading_below.splice(0..0, page.about(&figures.portrait));
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
        lines.push(self.page.place_and_day());
        let evaluator = self.figures.latest().and_then(|latest| latest.evaluator);
        let signatures = self
            .page
            .signed_by_both(portrait, evaluator.or(portrait.supervisor));
        Section {
            tables: vec![sentences(pen, "reply", Style::Lines, lines), signatures],
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
