//! *Rapor Pengembangan Pegawai*: one person's page, spoken to that person.

mod facts;
mod record;

use super::figure::{Pen, table};
use super::head::{line_number, sentences};
use super::model::{Report, Section, Style, Value};
use crate::measure::staff::StaffFigures;
use crate::records::code::Sex;
use crate::records::settings::Settings;
use crate::records::time::Period;
use crate::rules::{Hours, Rules};
use crate::words::report_staff::StaffText;
use crate::words::{Lang, month_name};

/// The version of the contract of the report.
const VERSION: u32 = 2;

/// How many lines there are for a reply.
const REPLY_LINES: usize = 3;

/// What the sections are built from.
struct Letter<'l> {
    pen: Pen,
    figures: &'l StaffFigures,
    hours: &'l Hours,
    /// How the person is addressed.
    call: String,
    /// The months that it is about, in words.
    period: String,
}

/// Builds the page; `None` when the rule `hours` has no edition in force, which gathering has told.
pub fn staff(figures: &StaffFigures, settings: &Settings, rules: &Rules, lang: Lang) -> Option<Report> {
    let pen = Pen { lang };
    let letter = Letter {
        pen,
        figures,
        hours: rules.hours.on(figures.month.last())?,
        call: pen.say(match figures.portrait.sex {
            Some(Sex::Woman) => StaffText::Woman,
            Some(Sex::Man) => StaffText::Man,
            None => StaffText::Either,
        }),
        period: period(pen, figures),
    };
    let title = StaffText::Title {
        period: letter.period.to_uppercase(),
    };
    let mut report = pen.report(settings, figures.month, "staff", VERSION, title);
    report.period.0 = Period::year(figures.month).first_day().to_string();
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
        letter.agreement(),
        letter.reply(),
    ];
    report.sections.retain(|section| !section.tables.is_empty());
    Some(report)
}

/// The months from January on, in words.
fn period(pen: Pen, figures: &StaffFigures) -> String {
    let first = Period::year(figures.month).first_month();
    if first == figures.month {
        return pen.month(first);
    }
    let name = |number| month_name(pen.lang, number).to_owned();
    pen.say(StaffText::Months {
        from: name(first.number()),
        to: name(figures.month.number()),
        year: first.year(),
    })
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
        let known = [&portrait.position, &portrait.unit];
        let known = known.into_iter().flatten().cloned();
        [portrait.full_name.clone()].into_iter().chain(known).collect()
    }

    fn opening(&self) -> Section {
        let mut out = self.pen.section("opening", crate::words::report::Text::Nothing);
        out.title.clear();
        let opening = self.pen.say(StaffText::Opening {
            call: self.call.clone(),
            name: spoken(&self.figures.portrait.name),
            period: self.period.clone(),
        });
        out.tables
            .push(sentences(self.pen, "opening", Style::Lines, vec![opening]));
        out
    }

    /// What is agreed: step, who, by when.
    fn agreement(&self) -> Section {
        let (pen, figures) = (self.pen, self.figures);
        let call = || self.call.clone();
        let open = || pen.blank(StaffText::Open);
        let guided = figures.open_guidance().map(|guided| {
            let due = guided.due.map_or_else(open, |day| pen.date(day));
            vec![
                Value::Text(guided.guidance.clone()),
                pen.key("evaluator", StaffText::WithEvaluator { call: call() }),
                due,
            ]
        });
        let step = figures.latest().and_then(|latest| latest.agreed_step.clone());
        let step = step.map(|step| {
            let who = pen.key("evaluator", StaffText::WithEvaluator { call: call() });
            vec![Value::Text(step), who, open()]
        });
        let next = figures.pairs.iter().filter_map(|pair| {
            let is_running = pair.status == crate::records::code::MentoringStatus::Running;
            let (_, _, next) = pair.sessions.last().filter(|_| is_running)?;
            let who = pen.key("mentor", StaffText::WithMentor { call: call() });
            Some(vec![Value::Text(next.clone()?), who, open()])
        });
        let columns = vec![
            pen.column("step", StaffText::Step),
            pen.column("who", StaffText::Who),
            pen.column("due", StaffText::ByWhen),
        ];
        let rows = guided.chain(step).chain(next).collect();
        let mut out = pen.section("agreement", StaffText::Agreement);
        let empty = pen.say(StaffText::NoAgreement);
        out.tables
            .push(table("agreement", String::new(), columns, rows, empty));
        out
    }

    /// Lines for the reply, and two signatures.
    fn reply(&self) -> Section {
        let (pen, figures) = (self.pen, self.figures);
        let call = self.call.clone();
        let mut out = pen.section("reply", StaffText::Reply { call });
        let blank = pen.say(StaffText::Blank);
        out.tables
            .push(sentences(pen, "reply", Style::Lines, vec![blank; REPLY_LINES]));
        let evaluator = figures.latest().and_then(|latest| latest.evaluator.clone());
        let evaluator = evaluator.or_else(|| figures.portrait.supervisor.clone());
        let columns = vec![
            pen.hidden("line", crate::words::report::Text::Line),
            pen.column("staff", StaffText::Person),
            pen.column("evaluator", StaffText::Evaluator),
        ];
        let sign = || pen.blank(StaffText::Signature);
        let rows = vec![
            vec![line_number(0), sign(), sign()],
            vec![
                line_number(1),
                Value::Text(figures.portrait.full_name.clone()),
                pen.text(evaluator.as_deref()),
            ],
        ];
        out.tables
            .push(table("signatures", String::new(), columns, rows, String::new()));
        out
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
