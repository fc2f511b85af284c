//! The public's satisfaction: NRR of the elements and the IKM, for units, services and the office.
//!
//! Source: the rule `satisfaction` (PermenPANRB 14/2017).

use super::actions::Action;
use super::judged::{Judged, Poll};
use super::meaning::{How, INDEX_PARTS, Meaning, whole};
use super::respondents::Respondents;
use super::trace::{Figure, Omission, Trace};
use crate::diagnostic::Origin;
use crate::records::number::Ratio;
use crate::records::time::{Month, Period};
use crate::rules::{Privacy, Satisfaction as Rule};
use std::collections::BTreeMap;

/// The answers of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    people: u64,
    /// By element, in the order of the rule.
    elements: Vec<Poll>,
}

impl Answers {
    /// Takes one respondent; `None` is an element not answered. Who answered none is no respondent.
    #[inline]
    pub fn add(&mut self, scores: &[Option<i64>]) {
        self.people += u64::from(has_answer(scores));
        self.have(scores.len());
        for (said, score) in self.elements.iter_mut().zip(scores) {
            said.person(*score);
        }
    }

    /// Takes all answers of another group.
    pub fn merge(&mut self, other: &Answers) {
        self.people += other.people;
        self.have(other.elements.len());
        for (said, other) in self.elements.iter_mut().zip(&other.elements) {
            said.merge(*other);
        }
    }

    /// Has at least so many elements.
    fn have(&mut self, elements: usize) {
        if self.elements.len() < elements {
            self.elements.resize(elements, Poll::default());
        }
    }

    /// How many answered at least one element.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// The NRR of each element of the rule.
    pub fn elements<'r>(&'r self, rule: &'r Rule) -> impl Iterator<Item = (&'r str, Judged)> {
        let each = rule.elements.iter().zip(self.said(rule));
        each.map(|(key, said)| (&*key.0, said.judged()))
    }

    /// What was said of each element of the rule; nothing of those that nobody answered.
    fn said(&self, rule: &Rule) -> Vec<Poll> {
        let mut said = self.elements.clone();
        said.resize(rule.elements.len(), Poll::default());
        said
    }

    /// The mean of the elements' means, each weighing the same. It is missing where an element has no answer: a missing
    /// element is missing, not zero.
    pub fn mean(&self, rule: &Rule) -> Judged {
        let elements = Ratio::int(rule.elements.len() as i128);
        Judged::of_all(&self.said(rule), |sum| sum.over(elements))
    }

    /// The IKM, exactly: the factor times the weighted sum of the elements' means.
    pub fn index(&self, rule: &Rule) -> Judged {
        let factor = Ratio::int(i128::from(rule.factor));
        Judged::of_all(&self.said(rule), |sum| sum.times(rule.weight()?)?.times(factor))
    }
}

/// Whether a form has an answer to any element: a blank one is no respondent.
pub fn has_answer(scores: &[Option<i64>]) -> bool {
    scores.iter().any(Option::is_some)
}

/// How many answered, over the months of the rule.
pub const RESPONDENTS: Meaning = Meaning::new(
    How::Sum(whole("n")),
    "Jumlah responden dalam masa yang dihitung: yang menjawab sedikitnya satu unsur.",
    "How many respondents there are in the months that count: who answered at least one element.",
)
.by("satisfaction");

/// What an index means.
pub const OF_INDEX: Meaning = Meaning::new(
    How::Index,
    "Rata-rata tiap unsur dijumlahkan, dikalikan bobot dan faktor menurut ketentuan.",
    "The sum of the elements' means times the weight and the factor of the rule.",
)
.by("satisfaction");

/// What the quality beside an index means.
pub const OF_QUALITY: Meaning = Meaning::new(
    How::From(&["ikm"]),
    "Mutu menurut kategori nilai dalam ketentuan, sesudah nilai dibulatkan.",
    "The quality by the bands of the rule, after rounding the index.",
)
.by("satisfaction");

/// What the mean of an element means.
pub const OF_ELEMENT: Meaning = Meaning::new(
    How::Mean(whole("nrr")),
    "Jumlah nilai unsur dibagi jumlah yang menjawabnya.",
    "The sum of the scores of the element over those who answered it.",
)
.by("satisfaction");

/// What the mean of all elements means.
pub const OF_ELEMENTS: Meaning = Meaning::new(
    How::Elements,
    "Rata-rata dari nilai semua unsur.",
    "The mean of the means of all elements.",
)
.by("satisfaction");

/// Tells which figures of a group one respondent enters.
pub(super) fn tell(
    figure: impl Fn(&'static str) -> Figure,
    scores: &[Option<i64>],
    origin: Origin,
    trace: &mut Trace,
) {
    match has_answer(scores) {
        true => trace.uses(figure("n"), origin, 1),
        false => trace.omits(figure("n"), origin, Omission::NotAnswered),
    }
    for (part, score) in INDEX_PARTS.into_iter().zip(scores) {
        match score {
            Some(score) => trace.uses(figure(part), origin, *score),
            None => trace.omits(figure(part), origin, Omission::NotAnswered),
        }
    }
}

/// The times of a report about the survey of the public.
#[derive(Clone, Copy, Debug)]
pub struct Spans {
    /// The months that count.
    pub window: Period,
    /// The first month that is read, for what stands beside the window.
    pub since: Month,
    /// The time of which the words of the respondents are told.
    pub heard: Period,
}

/// Measures the survey of the public over a window, and the office as a whole over any months that are read.
#[derive(Debug)]
pub struct Satisfaction {
    /// The months that count.
    pub window: Period,
    /// By number of the unit.
    pub units: Vec<Answers>,
    /// By number of the service.
    pub services: Vec<Answers>,
    /// Those that name no unit, and those that name no service.
    pub unnamed: [Answers; 2],
    /// The whole office, month by month.
    months: BTreeMap<Month, Answers>,
    /// Who they are, and what they write.
    pub respondents: Respondents,
}

impl Satisfaction {
    /// Measures a window for so many units and services.
    pub fn new(window: Period, units: usize, services: usize) -> Satisfaction {
        Satisfaction {
            window,
            units: vec![Answers::default(); units],
            services: vec![Answers::default(); services],
            unnamed: Default::default(),
            months: BTreeMap::new(),
            respondents: Respondents::default(),
        }
    }

    /// Takes the answers of the whole office in a month.
    pub fn month(&mut self, month: Month, answers: &Answers) {
        self.months.entry(month).or_default().merge(answers);
    }

    /// Whether anybody answered in a month.
    pub fn has_answers(&self, month: Month) -> bool {
        self.months
            .get(&month)
            .is_some_and(|answers| answers.people() > 0)
    }

    /// In how many months of a period anybody answered.
    pub fn answered_months(&self, period: Period) -> u64 {
        period
            .all_months()
            .filter(|month| self.has_answers(*month))
            .count() as u64
    }

    /// Tells in which figures of the whole office over time a respondent of a month is; the first one tells of the month.
    pub fn tell_month(
        &self,
        (month, is_first): (Month, bool),
        scores: &[Option<i64>],
        origin: Origin,
        trace: &mut Trace,
    ) {
        if !trace.listens() {
            return;
        }
        let length = i32::from(self.window.months());
        let back = self.window.last_month().since(month).div_euclid(length);
        let rows = [
            ("ikm_by_period", back),
            ("ikm_by_month", month.since(self.window.first_month())),
        ];
        for (table, row) in rows {
            if let Ok(row) = u64::try_from(row) {
                tell(|column| Figure::new(table, row, column), scores, origin, trace);
                if is_first && has_answer(scores) {
                    trace.uses(Figure::new(table, row, "months"), origin, 1);
                }
            }
        }
    }

    /// The answers of the whole office over a period; those of months that were not read are not in it.
    pub fn over(&self, period: Period) -> Answers {
        let mut all = Answers::default();
        let months = self.months.range(period.first_month()..=period.last_month());
        months.for_each(|(_, answers)| all.merge(answers));
        all
    }

    /// Takes one respondent of the months that count.
    #[inline]
    pub fn row(
        &mut self,
        scores: &[Option<i64>],
        origin: Origin,
        unit: Option<u32>,
        service: Option<usize>,
        trace: &mut Trace,
    ) {
        if trace.listens() {
            tell_all(scores, origin, (unit, service), trace);
        }
        let [no_unit, no_service] = &mut self.unnamed;
        let units = unit.map_or(no_unit, |unit| &mut self.units[unit as usize]);
        units.add(scores);
        let services = service.map_or(no_service, |service| &mut self.services[service]);
        services.add(scores);
    }

    /// The answers of the whole office in the months that count.
    pub fn total(&self) -> Answers {
        self.over(self.window)
    }
}

/// How many periods stand beside that of a report about the survey.
pub const EARLIER: u8 = 3;

/// The report about the survey of the public.
#[derive(Debug)]
pub struct SurveyReport<'r> {
    /// The rule that makes the index.
    pub rule: &'r Rule,
    /// The rule of the least group.
    pub privacy: &'r Privacy,
    /// What was answered.
    pub satisfaction: Satisfaction,
    /// What is done because of the answers of the window, or still of those before, in the order of opening.
    pub actions: Vec<Action>,
}

impl SurveyReport<'_> {
    /// The periods of the length of the window that end before it, and it, the latest first.
    pub fn periods(&self) -> Vec<Period> {
        let window = self.satisfaction.window;
        let earlier = std::iter::successors(Some(window), |period| Some(period.previous()));
        earlier.take(1 + usize::from(EARLIER)).collect()
    }
}

/// Tells in which figures a respondent is.
fn tell_all(
    scores: &[Option<i64>],
    origin: Origin,
    (unit, service): (Option<u32>, Option<usize>),
    trace: &mut Trace,
) {
    let service = service.and_then(|service| u32::try_from(service).ok());
    for (table, group) in [("ikm_by_unit", unit), ("ikm_by_service", service)] {
        let figure = |column| Figure::of_unit(table, group, column);
        tell(figure, scores, origin, trace);
    }
    for (element, score) in scores.iter().enumerate() {
        let figure = |column| Figure::new("ikm_elements", element as u64, column);
        match score {
            Some(score) => {
                trace.uses(figure("n"), origin, 1);
                trace.uses(figure("nrr"), origin, *score);
            }
            None => trace.omits(figure("nrr"), origin, Omission::NotAnswered),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_gives_what_its_months_give_together() {
        let months: [&[[Option<i64>; 2]]; 3] = [
            &[[Some(4), Some(2)], [Some(3), None]],
            &[],
            &[[None, Some(1)], [Some(1), Some(4)]],
        ];
        let read = |answers: &[[Option<i64>; 2]]| {
            let mut all = Answers::default();
            answers.iter().for_each(|scores| all.add(scores));
            all
        };
        let mut quarter = Answers::default();
        months.iter().for_each(|month| quarter.merge(&read(month)));
        assert_eq!(quarter, read(&months.concat()));
        assert_eq!(quarter.people(), 4);
    }

    #[test]
    fn a_blank_form_is_no_respondent() {
        let mut answers = Answers::default();
        answers.add(&[None, None]);
        assert_eq!(answers.people(), 0);
        answers.add(&[Some(1), None]);
        assert_eq!(answers.people(), 1);
    }

    /// A rule with so many elements, each of that weight.
    fn rule(elements: usize, weight: &str) -> Rule {
        let names: Vec<String> = (1..=elements).map(|number| format!("\"u{number}\"")).collect();
        let text = format!(
            "[[edition]]\nbasis = \"x\"\nin_force_from = 2017-01-01\nverified = \"text\"\nelements = [{}]\n\
             scale = [1, 4]\nweight = \"{weight}\"\nfactor = 25\ndecimals = 2\nmonths = 12\n\
             [[edition.band]]\nletter = \"A\"\nquality = \"x\"\nfrom = 25\nto = 100\n",
            names.join(", ")
        );
        let mut rules = crate::rules::Rules::default();
        let mut findings = crate::diagnostic::Findings::new();
        assert!(rules.read("satisfaction", &text, 0, &mut findings) && findings.is_empty());
        rules.satisfaction.all()[0].clone()
    }

    #[test]
    fn a_band_has_both_its_ends() {
        let rule = rule(2, "0.5");
        let is_in = |over: i128| rule.band(Ratio::new(over, 100).unwrap()).is_some();
        assert_eq!(
            [2499, 2500, 10_000, 10_001].map(is_in),
            [false, true, true, false]
        );
    }

    #[test]
    fn every_element_of_the_rule_counts() {
        // A published survey of fourteen elements, by their means in hundredths.
        let means = [
            306, 298, 306, 290, 306, 314, 304, 306, 318, 308, 320, 318, 310, 304,
        ];
        let mut answers = Answers::default();
        for respondent in 0..100 {
            let score = |mean: i64| Some(mean / 100 + i64::from(respondent < mean % 100));
            let scores: Vec<Option<i64>> = means.into_iter().map(score).collect();
            answers.add(&scores);
        }
        let index = |weight| {
            let judged = answers.index(&rule(14, weight));
            let opened = crate::measure::judged::Guard::new(5).open(judged);
            opened.figure().unwrap().shortest(3)
        };
        assert_eq!([index("0.071"), index("1/14")], ["76.467", "76.929"]);
        // An element that nobody was asked about is missing, not zero.
        let missing = answers.index(&rule(15, "1/15"));
        assert_eq!(crate::measure::judged::Guard::new(5).open(missing).figure(), None);
    }
}
