//! How figures become values: rounded once, written in the reader's language.

use super::model::{Column, Edition, NumberStyle, Partial, Report, Section, TOTAL, Table, Value};
use super::person::named;
use crate::measure::feedback::ScaleItem;
use crate::records::number::{Dec, ONE, Ratio};
use crate::records::people::Units;
use crate::records::settings::Settings;
use crate::records::time::{Day, Month, Period, Span};
use crate::words::report::Text;
use crate::words::report_impact::ImpactText;
use crate::words::{self, Lang, Say};

/// Writes values in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    pub(super) lang: Lang,
    /// Whether lists get all their rows, as data formats have them, and not only those that text shows.
    pub(super) is_whole: bool,
    /// How many rows of a list a reader of text sees.
    pub(super) named: usize,
}

impl Pen {
    /// A pen that writes every row.
    pub(super) fn of(lang: Lang) -> Pen {
        let is_whole = true;
        let named = NAMED;
        Pen {
            lang,
            is_whole,
            named,
        }
    }
}

/// How many rows text shows of a list of names before it says how many more there are.
const NAMED: usize = 40;

impl Pen {
    /// A report about a month as far as it is known on one of its days, with its head and no section yet.
    pub(super) fn report_until(
        self,
        settings: &Settings,
        as_of: Day,
        name: &'static str,
        version: u32,
        title: impl Say,
    ) -> Report {
        let month = as_of.month();
        let agency = &settings.agency;
        let letterhead = match &agency.government {
            Some(government) => format!("{} · {}", government.to_uppercase(), agency.name.to_uppercase()),
            None => agency.name.to_uppercase(),
        };
        let until = self.say(Text::DataUntil { day: self.day(as_of) });
        Report {
            name,
            version,
            edition: Edition::Office,
            agency: agency.name.clone(),
            staff: 0,
            heading: vec![letterhead, self.say(title)],
            since: None,
            heading_below: vec![until],
            period: (month.first().to_string(), as_of.to_string()),
            month: Some(month.to_string()),
            as_of: as_of.to_string(),
            lang: self.lang.code(),
            ..Report::default()
        }
    }

    /// A section without tables yet.
    pub(super) fn section(self, id: &'static str, title: impl Say) -> Section {
        Section {
            id,
            title: self.say(title),
            tables: Vec::new(),
            notes: Vec::new(),
            is_attached: false,
        }
    }

    /// A day that may not be known.
    pub(super) fn date_or_not(self, day: Option<Day>) -> Value {
        day.map_or(Value::Missing, |day| self.date(day))
    }

    /// A count with the number that it is of: data formats see the count. Of nothing there is nothing to tell, not none.
    pub(super) fn count_of(self, part: u64, of: u64) -> Value {
        if part == 0 && of == 0 {
            return Value::Missing;
        }
        let number = |count: u64| words::number(self.lang, &count.to_string());
        Value::Partial(Box::new(Partial {
            shown: format!("{}/{}", number(part), number(of)),
            of: Some(of),
            ..self.count(part).into()
        }))
    }

    /// A sentence.
    pub(super) fn say(self, text: impl Say) -> String {
        text.text(self.lang)
    }

    /// A count.
    pub(super) fn count(self, value: u64) -> Value {
        self.whole(i128::from(value))
    }

    /// A whole number.
    pub(super) fn whole(self, value: i128) -> Value {
        // Below a thousand there is nothing to group.
        match i64::try_from(value) {
            Ok(small) if small.unsigned_abs() < 1_000 => Value::Count(small),
            _ => {
                let exact = value.to_string();
                let shown = words::number(self.lang, &exact);
                Value::number(exact, shown, NumberStyle::Plain)
            }
        }
    }

    /// A ratio, shown with so many decimals; missing stays missing.
    pub(super) fn ratio(self, value: Option<Ratio>, places: u32) -> Value {
        match value {
            None => Value::Missing,
            Some(ratio) => {
                let shown = words::number(self.lang, &ratio.fixed(places));
                Value::number(ratio.shortest(6), shown, NumberStyle::Places(places as u8))
            }
        }
    }

    /// A sum of decimals in 1/10,000, shown as short as it is.
    pub(super) fn sum(self, units: i128) -> Value {
        let ratio = Ratio::new(units, i128::from(ONE));
        match ratio {
            None => Value::Missing,
            Some(ratio) => {
                let shown = words::number(self.lang, &ratio.shortest(2));
                Value::number(ratio.shortest(6), shown, NumberStyle::Plain)
            }
        }
    }

    /// A decimal, as short as it is.
    pub(super) fn dec(self, value: Dec) -> String {
        words::number(self.lang, &value.to_string())
    }

    /// A share, exactly as a fraction and shown in whole percent.
    pub(super) fn share(self, part: u64, of: u64) -> Value {
        match Ratio::new(i128::from(part), i128::from(of)) {
            None => Value::Missing,
            Some(ratio) => Value::number(ratio.shortest(6), self.percent(part, of), NumberStyle::Percent),
        }
    }

    /// Whole percent with the sign, or a dash of nothing. What is not all is never written as all, and what is not none
    /// never as none.
    pub(super) fn percent(self, part: u64, of: u64) -> String {
        let share = Ratio::new(i128::from(part), i128::from(of));
        share.map_or_else(|| "–".to_owned(), |share| self.percent_as(share))
    }

    /// A share in whole percent, of which the same holds.
    pub(super) fn percent_as(self, share: Ratio) -> String {
        match share.rounded(2) {
            0 if share > Ratio::ZERO => "< 1 %".to_owned(),
            100 if share < Ratio::int(1) => "> 99 %".to_owned(),
            whole => format!("{whole} %"),
        }
    }

    /// How many answered of those who were asked. Where more answered than were asked, the rate is not known.
    pub(super) fn rate(self, answered: u64, asked: u64) -> Value {
        match answered <= asked {
            true => self.share(answered, asked),
            false => Value::Missing,
        }
    }

    /// Percent with the fraction that it is of: `75 % (3/4)`.
    pub(super) fn percent_of(self, part: u64, of: u64) -> String {
        if of == 0 {
            "–".to_owned()
        } else {
            format!("{} ({part}/{of})", self.percent(part, of))
        }
    }

    /// A month in words.
    pub(super) fn month(self, month: Month) -> String {
        let name = words::month_name(self.lang, month.number()).to_owned();
        self.say(Text::MonthName {
            name,
            year: month.year(),
        })
    }

    /// A month in few letters, for headings and the axes of charts.
    pub(super) fn short_month(self, month: Month) -> String {
        let name = words::month_name(self.lang, month.number()).chars().take(3);
        format!("{} {}", name.collect::<String>(), month.year())
    }

    /// A period in few letters, for headings.
    pub(super) fn short_period(self, period: Period) -> String {
        match period.span() {
            Span::Month => self.short_month(period.first_month()),
            Span::Months => {
                let ends = [period.first_month(), period.last_month()].map(|month| self.short_month(month));
                ends.join("–")
            }
            Span::Year => period.to_string(),
            _ => self.period(period),
        }
    }

    /// A day in words.
    pub(super) fn day(self, day: Day) -> String {
        let month = words::month_name(self.lang, day.month().number()).to_owned();
        self.say(Text::DayName {
            day: day.of_month(),
            month,
            year: day.year(),
        })
    }

    /// The first day of some that end on another: what both share is said once, with the last.
    pub(super) fn day_before(self, first: Day, last: Day) -> String {
        match (first.month() == last.month(), first.year() == last.year()) {
            (true, _) => first.of_month().to_string(),
            (false, true) => {
                let month = words::month_name(self.lang, first.month().number());
                format!("{} {month} ", first.of_month())
            }
            (false, false) => self.day(first) + " ",
        }
    }

    /// A day as a value: data formats see the date, text the words.
    pub(super) fn date(self, day: Day) -> Value {
        Value::Key {
            key: day.to_string(),
            label: self.day(day),
        }
    }

    /// A period in words.
    pub(super) fn period(self, period: Period) -> String {
        let (first, last) = (period.first_month(), period.last_month());
        let year = first.year();
        match period.span() {
            Span::Month => self.month(first),
            Span::Quarter(number) => {
                let roman = ["I", "II", "III", "IV"][number as usize % 5 - 1].to_owned();
                self.say(Text::Quarter { number, roman, year })
            }
            Span::Semester(number) => self.say(Text::Semester { number, year }),
            Span::Year => self.say(Text::Year { year }),
            Span::Months => format!("{}–{}", self.month(first), self.month(last)),
        }
    }

    /// A period as a value: data formats see its code, text the words.
    pub(super) fn period_key(self, period: Period) -> Value {
        Value::Key {
            key: period.to_string(),
            label: self.period(period),
        }
    }

    /// The key of a total row.
    pub(super) fn total(self) -> Value {
        Value::Key {
            key: TOTAL.to_owned(),
            label: self.say(Text::Total),
        }
    }

    /// A unit as a group of those who work in it: its code for data formats, its name for text. Where units lie below
    /// it, those in them are not meant, and it says so.
    pub(super) fn group(self, units: &Units, number: u32) -> Value {
        let number = number as usize;
        let name = units.names[number].clone();
        Value::Key {
            key: units.codes[number].clone(),
            label: match units.is_above[number] {
                true => self.say(Text::UnitAlone { name }),
                false => name,
            },
        }
    }

    /// A key with the words for it.
    pub(super) fn key(self, key: &str, label: impl Say) -> Value {
        Value::Key {
            key: key.to_owned(),
            label: self.say(label),
        }
    }

    /// A share, exactly as a fraction and shown as whole percent with its fraction.
    pub(super) fn fraction(self, part: u64, of: u64) -> Value {
        match self.share(part, of) {
            Value::Number { exact, .. } => {
                Value::number(exact, self.percent_of(part, of), NumberStyle::Fraction)
            }
            other => other,
        }
    }

    /// A difference, shown with its sign; missing stays missing.
    pub(super) fn signed(self, value: Option<Ratio>, places: u32) -> Value {
        match (self.ratio(value, places), value) {
            // What is rounded to zero has no sign.
            (
                Value::Number {
                    exact,
                    shown,
                    written,
                },
                Some(value),
            ) if value.rounded(places) > 0 => Value::number(exact, format!("+{shown}"), written),
            (plain, _) => plain,
        }
    }

    /// The difference of two shares, in points of percent. Readers see the difference of the percentages that stand
    /// beside it, data formats the exact one.
    pub(super) fn points(self, before: Option<Ratio>, after: Option<Ratio>) -> Value {
        let percent = |share: Option<Ratio>| share.and_then(|share| share.times(Ratio::int(100)));
        let (Some(before), Some(after)) = (percent(before), percent(after)) else {
            return Value::Missing;
        };
        let shown = Ratio::int(after.rounded(0) - before.rounded(0));
        match (self.ratio(after.minus(before), 0), self.signed(Some(shown), 0)) {
            (Value::Number { exact, .. }, Value::Number { shown, .. }) => {
                let points = shown.into();
                Value::number(exact, self.say(ImpactText::Points { points }), NumberStyle::Plain)
            }
            _ => Value::Missing,
        }
    }

    /// A question: its key in the questionnaire for data formats, its words for text.
    pub(super) fn question(self, item: &ScaleItem) -> Value {
        let text = match self.lang {
            Lang::En => &item.text_en,
            Lang::Id => &item.text,
        };
        Value::Key {
            key: item.key.clone(),
            label: text.clone(),
        }
    }

    /// Nothing, with words that say so to a reader.
    pub(super) fn blank(self, text: impl Say) -> Value {
        Value::Blank(self.say(text))
    }

    /// Of some without an evaluation, how many have one that is begun; behind their number, and nothing where there is none.
    pub(super) fn begun(self, count: u64) -> String {
        match count {
            0 => String::new(),
            _ => self.say(Text::Begun { count }),
        }
    }

    /// Words, or nothing where there are none.
    pub(super) fn text(self, text: Option<&str>) -> Value {
        text.map_or(Value::Missing, |text| Value::Text(text.to_owned()))
    }

    /// The name of a person.
    pub(super) fn person(self, person: u32) -> Value {
        Value::Text(named(person))
    }

    /// The name of a person, where one is known.
    pub(super) fn person_or_not(self, person: Option<u32>) -> Value {
        person.map_or(Value::Missing, |person| self.person(person))
    }

    /// A column.
    pub(super) fn column(self, id: &'static str, title: impl Say) -> Column {
        Column {
            id,
            title: self.say(title),
            ..Column::default()
        }
    }

    /// A column that only data formats show.
    pub(super) fn hidden(self, id: &'static str, title: impl Say) -> Column {
        Column {
            is_hidden: true,
            ..self.column(id, title)
        }
    }

    /// The column with how many people a row is about, which comes from some columns of the row: by it the public
    /// edition hides small groups.
    pub(super) fn size(self, id: &'static str, from: &'static [&'static str]) -> Column {
        let says =
            "Jumlah orang yang dimaksud baris ini; terlalu sedikit berarti tidak ditampilkan untuk umum.";
        let en = "How many people the row is about; where they are too few, the public does not see it.";
        self.hidden(id, Text::FigurePeople)
            .from(from, says, en)
            .by("privacy")
    }
}

impl Pen {
    /// Yes or no.
    pub(super) fn yes_or_no(self, is: bool) -> Value {
        match is {
            true => self.key("yes", ("ya", "yes")),
            false => self.key("no", ("tidak", "no")),
        }
    }

    /// Words of a rule in the language of the report; where the rule has no English, in its own.
    pub(super) fn of_rule(self, text: &str, english: Option<&String>) -> String {
        let english = english.filter(|_| self.lang == Lang::En);
        english.map_or(text, String::as_str).to_owned()
    }
}

/// A table with a caption, columns and rows.
pub(super) fn table(
    id: &'static str,
    title: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Value>>,
    empty: String,
) -> Table {
    Table {
        id,
        title,
        columns,
        rows,
        empty,
        ..Table::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: Value) -> (String, String) {
        match value {
            Value::Number { exact, shown, .. } => (exact.into(), shown.into()),
            other => panic!("{other:?} is no number"),
        }
    }

    #[test]
    fn points_are_the_difference_of_what_is_shown() {
        let pen = Pen::of(Lang::Id);
        // 49,6 % and 50,4 % both read 50 %.
        let points = |before, after| number(pen.points(Ratio::new(before, 1000), Ratio::new(after, 1000)));
        assert_eq!(points(496, 504), ("0.8".to_owned(), "0 poin".to_owned()));
        assert_eq!(points(496, 515), ("1.9".to_owned(), "+2 poin".to_owned()));
        assert_eq!(pen.points(None, Ratio::new(1, 2)), Value::Missing);
    }

    #[test]
    fn a_hundred_percent_is_all_and_zero_is_none() {
        let both = [Lang::Id, Lang::En].map(|lang| {
            let pen = Pen::of(lang);
            let parts = [(422, 422), (421, 422), (1, 422), (0, 422), (0, 0), (2, 300)];
            parts.map(|(part, of)| pen.percent(part, of))
        });
        for written in both {
            assert_eq!(written, ["100 %", "> 99 %", "< 1 %", "0 %", "–", "1 %"]);
        }
        let pen = Pen::of(Lang::Id);
        assert_eq!(pen.rate(27, 17), Value::Missing);
        assert_eq!(pen.rate(17, 17), pen.share(17, 17));
    }

    #[test]
    fn what_is_rounded_to_zero_has_no_sign() {
        let pen = Pen::of(Lang::Id);
        let shown = |num| number(pen.signed(Ratio::new(num, 1000), 1)).1;
        assert_eq!([shown(40), shown(-40), shown(60)], ["0,0", "0,0", "+0,1"]);
    }
}
