//! What each figure of a report means, and how it is counted again from what entered it.
//!
//! One declaration a column. The explanation of a figure says its sentence, names its rule, lists what a trace heard
//! of its parts, and counts them again: so an explanation that does not give the figure of the report shows itself.

mod parts;
mod pool;

pub use parts::name_of_part;

use super::learning::Learning;
use super::median;
use super::trace::{Heard, Keeps, Omission, Query, Source, whole_of};
use crate::diagnostic::Location;
use crate::records::number::{Dec, ONE, Ratio};
use crate::records::time::Day;
use crate::rules::{Head, Rules, Satisfaction};
use crate::words::longer::of_longer;
use crate::words::{Lang, Phrase};
use std::collections::BTreeMap;

/// A column of the trace that a figure is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its id: of a column of the same table, or of a part that has no column.
    pub column: &'static str,
    /// How many units of its amounts make one: 1 of counts, 10,000 of decimals.
    pub unit: i64,
}

/// A part whose amounts are whole.
pub const fn whole(column: &'static str) -> Part {
    Part { column, unit: 1 }
}

/// A part whose amounts are decimals.
pub const fn decimal(column: &'static str) -> Part {
    Part { column, unit: ONE }
}

/// How a figure is counted again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The sum of a part.
    Sum(Part),
    /// The sum of a part, told with that of another, of which it is some.
    Among(Part, Part),
    /// The sum of a part over the number of its entries.
    Mean(Part),
    /// The sum of a part over the sum of another.
    Over(Part, Part),
    /// The same of those who answered over those who were asked: not known where more answered.
    Rate(Part, Part),
    /// A hundred times the sum of a part over the sum of another.
    Percent(Part, Part),
    /// The mean over all people of a hundred times their amount of a part over that of another.
    MeanPercent(Part, Part),
    /// The median of a part.
    Median(Part),
    /// The mean of a part less the mean of another.
    MeanChange(Part, Part),
    /// The mean of the gains of everybody who sat both tests.
    MeanGain,
    /// An end of the confidence interval of the mean difference of tests.
    Interval(End),
    /// How many different records or people entered a part.
    Different(Part),
    /// The JP of the minutes of a part.
    Jp(Part),
    /// The normalised gain of a class.
    Gain,
    /// The index of the public's satisfaction.
    Index,
    /// The mean of the means of all elements of the public's satisfaction.
    Elements,
    /// As its sentence says, from other columns of its row, which can be asked for themselves.
    From(&'static [&'static str]),
    /// So many times the figure of the row `/after` less that of the row `/before`, in the same column.
    Change(i64),
    /// The same figure of the month before: the column that shows this month's.
    MonthBefore(&'static str),
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The lower one.
    Low,
    /// The upper one.
    High,
}

/// Where the parts of a figure are traced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Traced {
    /// In its own table and row.
    Here,
    /// In all rows of another table.
    Office(&'static str),
    /// In some rows of another table, by number.
    Rows(&'static str, &'static [u64]),
    /// In the same row of another table.
    Same(&'static str),
    /// In the row of another table of which its own is a part.
    Whole(&'static str),
}

/// What a column of a report's table means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The key of the row that is meant, in tables whose rows mean different things; with a `/` in front, how it ends.
    pub row: Option<&'static str>,
    /// How it is counted.
    pub how: How,
    /// Where its parts are traced.
    pub traced: Traced,
    /// The rule that it follows, by name.
    pub rule: Option<&'static str>,
    /// How it comes about over a month, in a sentence.
    pub says: Phrase,
    /// Whether it stands in a report of a longer time.
    pub is_of_longer: bool,
    /// Of a figure that comes from other ones which are no columns of its row: the parts of these, each in all rows of a
    /// table.
    pub rests: &'static [(&'static str, Part)],
}

impl Meaning {
    /// A meaning of every row, whose parts are traced where the figure stands.
    pub const fn new(how: How, id: &'static str, en: &'static str) -> Meaning {
        Meaning {
            row: None,
            how,
            traced: Traced::Here,
            rule: None,
            says: Phrase { id, en },
            is_of_longer: false,
            rests: &[],
        }
    }

    /// How it comes about, in a sentence of a language.
    pub fn sentence(&self, lang: Lang) -> String {
        match self.is_of_longer {
            true => of_longer(self.says.get(lang), lang),
            false => self.says.get(lang).to_owned(),
        }
    }

    /// The meaning of the column with that id, which counts what entered it.
    pub const fn counted(column: &'static str, id: &'static str, en: &'static str) -> Meaning {
        Meaning::new(How::Sum(whole(column)), id, en)
    }

    /// Whether it is the meaning of the row with that address.
    pub fn is_of(&self, row: &str) -> bool {
        let is_of = |own: &str| own == row || own.starts_with('/') && row.ends_with(own);
        self.row.is_none_or(is_of)
    }

    /// With the rule that it follows.
    pub const fn by(self, rule: &'static str) -> Meaning {
        Meaning {
            rule: Some(rule),
            ..self
        }
    }

    /// Which comes from parts that are traced in all rows of some tables.
    pub const fn resting_on(self, rests: &'static [(&'static str, Part)]) -> Meaning {
        Meaning { rests, ..self }
    }

    /// Of one row only.
    pub const fn in_row(self, row: &'static str) -> Meaning {
        Meaning {
            row: Some(row),
            ..self
        }
    }

    /// With parts that are traced summed.
    pub const fn traced(self, traced: Traced) -> Meaning {
        Meaning { traced, ..self }
    }

    /// Of one row only, whose parts are traced in all rows of another table.
    pub const fn of(self, row: &'static str, table: &'static str) -> Meaning {
        Meaning {
            row: Some(row),
            traced: Traced::Office(table),
            ..self
        }
    }
}

/// A figure asked for: what it means, and the figures that a trace must listen to.
#[derive(Clone, Debug)]
pub struct Question {
    /// What the figure means.
    pub meaning: Meaning,
    /// Its parts, in the order of [`How::parts`]; of a figure that comes from other figures, theirs.
    pub parts: Vec<Query>,
    /// How many units of the amounts of each part make one.
    pub units: Vec<i64>,
}

impl Question {
    /// Asks for the figure of a meaning in the rows of a table with those numbers; `None` asks for all rows.
    pub fn new(meaning: Meaning, table: &'static str, rows: Option<Vec<u64>>) -> Question {
        let (table, rows) = match meaning.traced {
            Traced::Here => (table, rows),
            Traced::Office(other) => (other, None),
            Traced::Rows(other, numbers) => (other, Some(numbers.to_vec())),
            Traced::Same(other) => (other, rows),
            Traced::Whole(other) => {
                let wholes = |rows: Vec<u64>| rows.into_iter().map(whole_of).collect();
                (other, rows.map(wholes))
            }
        };
        let ask = |table: &'static str, rows: Option<Vec<u64>>, part: Part| Query {
            table,
            rows,
            column: part.column,
            keeps: Keeps::Each,
            is_by_row: false,
        };
        let own = meaning.how.parts();
        let rests = meaning.rests.iter();
        let units = own.iter().chain(rests.clone().map(|(_, part)| part));
        let units = units.map(|part| part.unit).collect();
        let rests = rests.map(|&(other, part)| ask(other, None, part));
        let own = own.into_iter().map(|part| ask(table, rows.clone(), part));
        Question {
            meaning,
            parts: own.chain(rests).collect(),
            units,
        }
    }

    /// Takes over the parts of a figure that this one comes from.
    pub fn rest_on(&mut self, other: Question) {
        self.parts.extend(other.parts);
        self.units.extend(other.units);
    }
}

/// What entered a part of a figure or was left out of it, as it can be looked up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cited {
    /// The number of the part.
    pub part: usize,
    /// The record directory that it lies in, where several are asked; empty where it is one.
    pub directory: String,
    /// Where it stands.
    pub place: Location,
    /// What stands there: the cells of a row, each with the name of its column; else the line, or the name of a person
    /// who counts, without a column.
    pub cells: Vec<(String, String)>,
    /// By what commands and the history name the row; of a document its file, of an answer its batch.
    pub key: String,
}

/// A figure explained.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The question.
    pub question: Question,
    /// The figure, counted again.
    pub again: Option<Ratio>,
    /// How many entered each part, and their sum.
    pub parts: Vec<(usize, Option<Ratio>)>,
    /// What entered, with its amount, by part and place.
    pub taken: Vec<(Cited, Ratio)>,
    /// What was left out, and why, by part and place.
    pub left: Vec<(Cited, Omission)>,
    /// The editions of rules that it follows.
    pub rules: Vec<Head>,
    /// The keys of the elements of the public's satisfaction, in the order of their parts.
    pub elements: Vec<String>,
}

impl Explanation {
    /// That of a figure into which nothing entered.
    pub fn nothing(question: Question) -> Explanation {
        Explanation {
            parts: vec![(0, None); question.parts.len()],
            question,
            again: None,
            taken: Vec::new(),
            left: Vec::new(),
            rules: Vec::new(),
            elements: Vec::new(),
        }
    }

    /// Takes over what entered the same figure in another office, and what was left out there.
    pub fn join(&mut self, other: Explanation) {
        for ((entries, sum), (more, amount)) in self.parts.iter_mut().zip(other.parts) {
            *entries += more;
            *sum = sum.zip(amount).and_then(|(sum, amount)| sum.plus(amount));
        }
        self.taken.extend(other.taken);
        self.left.extend(other.left);
        self.taken.sort_by_key(|(cited, _)| cited.part);
        self.left.sort_by_key(|(cited, _)| cited.part);
    }
}

/// The parts of an index: the scores of each element, by its number in the rule.
pub const INDEX_PARTS: [&str; Satisfaction::ELEMENTS] = [
    "element_1",
    "element_2",
    "element_3",
    "element_4",
    "element_5",
    "element_6",
    "element_7",
    "element_8",
    "element_9",
    "element_10",
    "element_11",
    "element_12",
    "element_13",
    "element_14",
    "element_15",
    "element_16",
    "element_17",
    "element_18",
    "element_19",
    "element_20",
    "element_21",
    "element_22",
    "element_23",
    "element_24",
];

/// The parts of a gain.
const GAIN: [Part; 4] = [
    decimal("pre_mean"),
    decimal("post_mean"),
    whole("pairs"),
    decimal("max_score"),
];

/// The sum of a part over the number of its entries.
fn mean_of(heard: &[Heard], parts: &[Part], number: usize) -> Option<Ratio> {
    let heard = heard.get(number)?;
    let sum = Ratio::new(heard.sum(), parts[number].unit.into())?;
    sum.over(Ratio::int(heard.entries() as i128))
}

/// The tests of everybody who sat both, by the rows where they stand.
fn learning(heard: &[Heard]) -> Option<Learning> {
    let mut out = Learning::default();
    let post: BTreeMap<Source, i64> = heard.get(1)?.taken.iter().copied().collect();
    for (source, pre) in &heard[0].taken {
        out.add(Some(Dec(*pre)), Some(Dec(*post.get(source)?)));
    }
    Some(out)
}

/// The mean over all sources of both parts of a hundred times their amount of the first over that of the second.
fn mean_percent(heard: &[Heard]) -> Option<Ratio> {
    let of: BTreeMap<Source, i64> = heard.get(1)?.taken.iter().copied().collect();
    let mut sum = Ratio::ZERO;
    for (source, amount) in &heard[0].taken {
        let percent = Ratio::new(100 * i128::from(*amount), i128::from(*of.get(source)?))?;
        sum = sum.plus(percent)?;
    }
    sum.over(Ratio::int(of.len() as i128))
}

impl How {
    /// What the figure is counted from, in the order in which it is told.
    pub fn parts(self) -> Vec<Part> {
        match self {
            How::Sum(part) | How::Mean(part) | How::Median(part) | How::Different(part) | How::Jp(part) => {
                vec![part]
            }
            How::Among(part, of)
            | How::Over(part, of)
            | How::Rate(part, of)
            | How::Percent(part, of)
            | How::MeanPercent(part, of) => vec![part, of],
            How::MeanChange(after, before) => vec![after, before],
            How::Gain => GAIN.to_vec(),
            How::MeanGain => vec![GAIN[0], GAIN[1], GAIN[3]],
            How::Interval(_) => vec![GAIN[0], GAIN[1]],
            How::Index | How::Elements => INDEX_PARTS.iter().copied().map(whole).collect(),
            How::From(_) | How::Change(_) | How::MonthBefore(_) => Vec::new(),
        }
    }

    /// The figure, counted again from what was heard of its parts, by the rules in force on a day; `None` where
    /// nothing can be counted.
    pub fn again(self, heard: &[Heard], rules: &Rules, day: Day) -> Option<Ratio> {
        let parts = self.parts();
        let sum = |number: usize| Ratio::new(heard.get(number)?.sum(), i128::from(parts[number].unit));
        match self {
            How::Sum(_) | How::Among(..) => sum(0),
            How::Mean(_) => mean_of(heard, &parts, 0),
            How::MeanChange(..) => mean_of(heard, &parts, 0)?.minus(mean_of(heard, &parts, 1)?),
            How::MeanGain => {
                learning(heard)?
                    .mean_of_gains(Dec(heard.get(2)?.taken.first()?.1), 1)
                    .0
            }
            How::Interval(end) => {
                let (low, high) = learning(heard)?.interval(rules.effect.on(day)?)?;
                Some(match end {
                    End::Low => low,
                    End::High => high,
                })
            }
            How::Over(..) => sum(0)?.over(sum(1)?),
            How::Rate(..) => sum(0)?.over(sum(1)?).filter(|rate| *rate <= Ratio::int(1)),
            How::Percent(..) => sum(0)?.times(Ratio::int(100))?.over(sum(1)?),
            How::MeanPercent(..) => mean_percent(heard),
            How::Median(_) => {
                let amounts = heard.first()?.taken.iter().map(|(_, amount)| *amount);
                median(&mut amounts.collect::<Vec<_>>())
            }
            How::Different(_) => {
                let heard = heard.first()?;
                Some(Ratio::int((pool::different(heard) + heard.summed.0) as i128))
            }
            How::Jp(_) => sum(0)?.over(Ratio::new(
                rules.hours.on(day)?.minutes_per_jp.0.into(),
                ONE.into(),
            )?),
            How::Gain => {
                let (pairs, max) = (sum(2)?, sum(3)?);
                let (pre, post) = (sum(0)?.over(pairs)?, sum(1)?.over(pairs)?);
                post.minus(pre)?.over(max.minus(pre)?)
            }
            How::Index | How::Elements => {
                let rule = rules.satisfaction.on(day)?;
                let elements = heard.iter().take(rule.elements.len());
                let mean = |heard: &Heard| Ratio::new(heard.sum(), heard.entries() as i128);
                let sum = elements
                    .map(mean)
                    .try_fold(Ratio::ZERO, |sum, mean| sum.plus(mean?))?;
                match self {
                    How::Elements => sum.over(Ratio::int(rule.elements.len() as i128)),
                    _ => sum
                        .times(rule.weight()?)?
                        .times(Ratio::int(i128::from(rule.factor))),
                }
            }
            How::From(_) | How::Change(_) | How::MonthBefore(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meaning_is_of_its_own_row_and_without_one_of_all() {
        let all = Meaning::counted("n", "id", "en");
        let of = |row| Meaning {
            row: Some(row),
            ..all
        };
        assert!(all.is_of("a") && of("a").is_of("a") && of("/after").is_of("a/after"));
        assert!(
            !of("a").is_of("b")
                && !of("a").is_of("b/a")
                && !of("a").is_of("ba")
                && !of("/after").is_of("a/before")
        );
    }

    #[test]
    fn a_figure_is_counted_again_from_its_parts() {
        let over = How::Over(whole("jp"), whole("staff"));
        assert_eq!(over.parts(), [whole("jp"), whole("staff")]);
        let day = crate::records::time::Day::FIRST;
        let again = |how: How, sums: &[i128]| {
            let heard: Vec<Heard> = sums.iter().map(|sum| Heard::of_sum(*sum)).collect();
            how.again(&heard, &Rules::default(), day)
        };
        assert_eq!(again(over, &[6, 4]), Ratio::new(3, 2));
        assert_eq!(again(How::Sum(decimal("jp")), &[60_000]), Some(Ratio::int(6)));
        assert_eq!(again(over, &[6]), None);
    }
}
