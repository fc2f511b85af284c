//! What every report is written on: the pen, who there is, the office and its rules, the period.

use super::figure::Pen;
use super::model::{Letterhead, Note, Report, Value};
use super::person::{grade_of, named, nip_of};
use crate::records::people::Roster;
use crate::records::settings::{Settings, Signatory};
use crate::records::time::{Day, Month, Period};
use crate::rules::Rules;
use crate::words::report::Text;
use crate::words::{Lang, Say, month_name};

/// The page of a report.
#[derive(Clone, Copy)]
pub struct Page<'p> {
    pub(super) pen: Pen,
    pub(super) who: &'p Roster,
    pub(super) settings: &'p Settings,
    pub(super) rules: &'p Rules,
    pub(super) period: Period,
    /// Whether it stands alone: what looks back further over a month is of it only.
    pub(super) is_alone: bool,
    /// The day as of which the records are read: the last day of the period, or one before it in a month that runs.
    pub(super) read_on: Day,
}

impl<'p> Page<'p> {
    /// A page for a report in a language about a period.
    pub fn new(
        who: &'p Roster,
        (settings, rules): (&'p Settings, &'p Rules),
        period: Period,
        lang: Lang,
    ) -> Page<'p> {
        Page {
            pen: Pen::of(lang),
            who,
            settings,
            rules,
            period,
            is_alone: false,
            read_on: period.last_day(),
        }
    }

    /// The page of a report that is made on a day; of a month that is over it is the same.
    pub fn made_on(mut self, today: Day) -> Page<'p> {
        self.read_on = self.period.last_day().min(today);
        self
    }

    /// The page of a report whose period stands alone or does not.
    pub fn alone(self, is_alone: bool) -> Page<'p> {
        Page { is_alone, ..self }
    }

    /// The time of which figures tell that look back so many months over a month.
    pub(super) fn window(&self, months: u8) -> Period {
        match self.is_alone {
            true => self.period,
            false => self.period.look_back(months),
        }
    }

    /// The page of a report that only readers of text see: what text leaves out of lists is not made.
    pub fn brief(mut self) -> Page<'p> {
        self.pen.is_whole = false;
        self
    }

    /// The id of a person, for data formats.
    pub(super) fn id(&self, person: u32) -> Value {
        self.who.id(person)
    }

    /// The name of a person.
    pub(super) fn name(&self, person: u32) -> Value {
        self.who.name(person)
    }

    /// The unit of a person on the last day.
    pub(super) fn unit_of(&self, person: u32) -> Value {
        self.who.unit_of(person)
    }

    /// A unit: its code for data formats, its name for text.
    pub(super) fn unit(&self, number: u32) -> Value {
        self.who.unit(number)
    }

    /// How many people count on the last day.
    pub(super) fn staff(&self) -> u64 {
        let people = self.who.people.list.iter();
        people.filter(|person| person.counts()).count() as u64
    }

    /// The place of signing, by hand where the settings name none, and the day to be filled by hand.
    pub(super) fn place_and_day(&self) -> String {
        let known = self.settings.agency.place.clone();
        let place = known.unwrap_or_else(|| "………………………".to_owned());
        self.pen.say(Text::PlaceAndDay { place })
    }

    /// Who signs, as of the last day; to be filled by hand are the day, everything of somebody who is not on record as
    /// signing, and the NIP where the rule `privacy` wants it so.
    pub(super) fn signature(&self) -> Vec<String> {
        let signatory = self.settings.signatory_on(self.as_of());
        let person = signatory.and_then(|signatory| self.who.people.find(&signatory.staff.value));
        let line = || "………………………………".to_owned();
        let mut lines = vec![self.place_and_day()];
        lines.extend(signatory.and_then(|signatory| signatory.prefix.clone()));
        lines.extend([
            signatory.map_or_else(line, |signatory| signatory.position.clone()),
            String::new(),
            String::new(),
            person.map_or_else(line, named),
            [self.rank(signatory, person), self.nip_to_sign(person)].join(" · "),
        ]);
        lines
    }

    /// The rank and grade below a signature, as far as they are on record.
    fn rank(&self, signatory: Option<&Signatory>, person: Option<u32>) -> String {
        let Some(grade) = person.map(grade_of) else {
            return self.pen.say(Text::RankToFill);
        };
        self.pen
            .say(match signatory.and_then(|signatory| signatory.rank.clone()) {
                Some(rank) => Text::RankOf { rank, grade },
                None => Text::GradeOf { grade },
            })
    }

    /// The NIP below a signature: of a known person, else, and where the rule `privacy` wants it so, to be filled by hand.
    pub(super) fn nip_to_sign(&self, person: Option<u32>) -> String {
        let rule = self.rules.privacy.on(self.as_of());
        let shown = person.filter(|_| rule.is_some_and(|rule| !rule.mask_nip));
        self.pen.say(match shown {
            Some(person) => Text::NipOf { nip: nip_of(person) },
            None => Text::NipToFill,
        })
    }

    /// The months from January to the last of the period, in words.
    pub(super) fn year_so_far(&self) -> String {
        let month = self.period.last_month();
        let first = Period::year(month).first_month();
        if first == month {
            return self.pen.month(first);
        }
        let name = |month: Month| month_name(self.pen.lang, month.number());
        format!("{}–{} {}", name(first), name(month), first.year())
    }

    /// That some people count nowhere, where somebody has no posting.
    pub(super) fn unplaced(&self) -> Option<Note> {
        let people = self.who.people.list.iter();
        let count = people.filter(|person| person.is_unplaced()).count() as u64;
        (count > 0).then(|| self.pen.note("unplaced", Text::Unplaced { count }))
    }

    /// What an award was given for: the code of a criterion of the rule `incentive` for data formats, where the words
    /// name one, and its name where they are its code.
    pub(super) fn criterion(&self, words: &str) -> Value {
        let rule = self.rules.incentive.on(self.as_of());
        let named = rule.and_then(|rule| rule.named(words).map(|number| &rule.criterion[number]));
        let Some(criterion) = named else {
            return Value::Text(words.to_owned());
        };
        let name = || self.pen.of_rule(&criterion.name, criterion.name_en.as_ref());
        let is_code = words.trim() == criterion.code.0;
        Value::Key {
            key: criterion.code.0.clone(),
            label: if is_code { name() } else { words.to_owned() },
        }
    }

    /// The last day whose events are known.
    pub(super) fn as_of(&self) -> Day {
        self.period.last_day()
    }

    /// The period in capitals, for titles.
    pub(super) fn period_title(&self) -> String {
        self.pen.period(self.period).to_uppercase()
    }

    /// A report about the period, with its head and no section yet.
    pub(super) fn report(&self, name: &'static str, version: u32, title: impl Say) -> Report {
        // Over a month most figures look a year back.
        let first = self.window(12).first_day().min(self.period.first_day());
        self.report_from(first, (name, version), title)
    }

    /// The same, whose figures look back to a day.
    pub(super) fn report_from(
        &self,
        first: Day,
        (name, version): (&'static str, u32),
        title: impl Say,
    ) -> Report {
        let mut report = self
            .pen
            .report_until(self.settings, self.as_of(), name, version, title);
        if self.period.in_one_month().is_none() {
            report.period.0 = self.period.first_day().to_string();
            report.month = None;
        }
        self.reaching(first, report)
    }

    /// A report whose figures look back to a day: its head says how much of that time is known.
    pub(super) fn reaching(&self, first: Day, mut report: Report) -> Report {
        let since = self.untold(first).map(|note| note.text);
        report.staff = self.staff();
        report.since.clone_from(&since);
        report.heading_below.extend(since);
        report
    }

    /// A report with the letterhead of the office.
    pub(super) fn formal(&self, report: Report) -> Report {
        let agency = &self.settings.agency;
        let letterhead = Letterhead {
            government: agency.government.as_ref().map(|name| name.to_uppercase()),
            office: agency.name.to_uppercase(),
            below: [&agency.address, &agency.contact]
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
            logo: None,
        };
        Report {
            letterhead: Some(letterhead),
            ..report
        }
    }
}
