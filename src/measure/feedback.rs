//! Participants' feedback about a programme: means by item, aspect and instructor.

pub use super::form::{ChoiceItem, Form, ScaleItem};

use super::judged::{Guard, Judged, Poll};
use super::meaning::{How, Meaning, whole};
use super::trace::{ALL, Figure, Omission, Trace, part};
use crate::diagnostic::Origin;
use std::collections::{BTreeMap, BTreeSet};

/// What the mean of an aspect means, of one programme or several.
pub const OF_ASPECT: Meaning = Meaning::new(
    How::Mean(whole("mean")),
    "Rata-rata butir yang termasuk aspek ini.",
    "The mean of the items that belong to the aspect.",
)
.by("feedback");

/// How many answered about an instructor.
pub const ABOUT_INSTRUCTOR: Meaning = Meaning::new(
    How::Sum(whole("n")),
    "Jumlah jawaban tentang pengajar ini.",
    "How many answers there are about the instructor.",
);

/// How many answered about mentoring, or a question about it.
pub const RATINGS: Meaning = Meaning::new(
    How::Sum(whole("n")),
    "Jumlah jawaban dalam dua belas bulan.",
    "How many answers there are within twelve months.",
);

/// What the mean of answers about mentoring means.
pub const OF_RATING: Meaning = Meaning::new(
    How::Mean(whole("mean")),
    "Rata-rata semua butir dari semua jawaban; butir terbalik dibalik lebih dahulu.",
    "The mean of all items over all answers; items where less is better are turned round first.",
);

/// What the mean of one item means.
pub const OF_ITEM: Meaning = Meaning::new(
    How::Mean(whole("mean")),
    "Rata-rata butir ini; butir terbalik dibalik lebih dahulu.",
    "The mean of the item; an item where less is better is turned round first.",
);

/// What the mean of an instructor means.
pub const OF_INSTRUCTOR: Meaning = Meaning::new(
    How::Mean(whole("mean")),
    "Rata-rata semua butir dari jawaban tentang pengajar ini.",
    "The mean of all items over the answers about the instructor.",
)
.by("feedback");

/// One answer about a programme.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// Its row.
    pub origin: Origin,
    /// The scores by item of the form; `None` is not answered.
    pub scores: &'a [Option<i64>],
    /// The key of the instructor that it is about; empty when it is about the whole programme.
    pub instructor: &'a str,
    /// What was written in words; each may be empty.
    pub words: &'a [&'a str],
    /// What was chosen, by question with choices; `None` is not answered.
    pub chosen: &'a [Option<usize>],
}

/// The number of a part of a programme's feedback: of an aspect or an instructor in the answers to a form.
pub fn part_of(programme: u64, form: usize, number: usize) -> u64 {
    part(programme, form << 8 | number)
}

/// The scores given, by number of the item, turned round where a lower answer is better.
pub(super) fn turned(form: &Form, scores: &[Option<i64>]) -> impl Iterator<Item = (usize, i64)> {
    let scores = form.items.iter().zip(scores).enumerate();
    scores.filter_map(|(number, (item, score))| {
        let score = (*score)?;
        let turned = item.low + item.high - score;
        Some((number, if item.is_lower_better { turned } else { score }))
    })
}

/// Which year's questionnaire about the climate of learning it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClimateYear {
    /// That of the twelve months.
    This,
    /// The one before, which stands beside it.
    Last,
}

impl Answer<'_> {
    /// The scores given, by number of the item.
    fn turned(&self, form: &Form) -> impl Iterator<Item = (usize, i64)> {
        turned(form, self.scores)
    }

    /// Tells which figures of the report on its programme the answer to form `number` enters; `reaction` hears what
    /// enters the mean of all forms.
    pub fn tell_reaction(&self, (number, form): (usize, &Form), reaction: &mut Trace, trace: &mut Trace) {
        let row = |place| part(number as u64, place);
        if !self.is_about_all(form) {
            return trace.omits(Figure::new("reaction", ALL, "n"), self.origin, self.why_not());
        }
        trace.uses(Figure::new("reaction", ALL, "n"), self.origin, 1);
        for aspect in self.judges(form) {
            trace.uses(Figure::new("aspects", row(aspect), "n"), self.origin, 1);
        }
        for (item, choice) in self.choices() {
            trace.uses(
                Figure::new("choices", part(row(item), choice), "n"),
                self.origin,
                1,
            );
        }
        for (item, score) in self.turned(form) {
            reaction.uses(Figure::new("reaction", ALL, "mean"), self.origin, score);
            trace.uses(Figure::new("questions", row(item), "n"), self.origin, 1);
            trace.uses(Figure::new("questions", row(item), "mean"), self.origin, score);
            if let Some(aspect) = form.items[item].aspect {
                trace.uses(Figure::new("aspects", row(aspect), "mean"), self.origin, score);
            }
        }
    }

    /// Tells that the answer enters the rating of instructor `own`, in these columns: how many, and the mean.
    pub fn tell_rating(&self, form: &Form, own: u64, columns: [&'static str; 2], trace: &mut Trace) {
        let [n, mean] = columns.map(|column| Figure::new("instructors", own, column));
        if self.turned(form).next().is_none() {
            return trace.omits(n, self.origin, Omission::NotAnswered);
        }
        trace.uses(n, self.origin, 1);
        for (_, score) in self.turned(form) {
            trace.uses(mean, self.origin, score);
        }
    }

    /// Tells which figures an answer about mentoring enters: of the row of its questionnaire and role.
    pub fn tell_mentoring(&self, form: &Form, row: u64, trace: &mut Trace) {
        let figure = |column| Figure::new("mentoring_ratings", row, column);
        if !self.is_about_all(form) {
            return trace.omits(figure("n"), self.origin, self.why_not());
        }
        trace.uses(figure("n"), self.origin, 1);
        for (item, score) in self.turned(form) {
            let of_item = |column| Figure::new("mentoring_items", part(row, item), column);
            trace.uses(figure("mean"), self.origin, score);
            trace.uses(of_item("n"), self.origin, 1);
            trace.uses(of_item("mean"), self.origin, score);
        }
    }

    /// Tells which figures the answer enters to a questionnaire about unit `unit`.
    pub fn tell_climate(&self, form: &Form, (unit, which): (u32, ClimateYear), trace: &mut Trace) {
        let of_unit = |column| Figure::new("climate", unit, column);
        if which == ClimateYear::Last {
            for (_, score) in self.turned(form).filter(|_| self.is_about_all(form)) {
                trace.uses(of_unit("mean_before"), self.origin, score);
            }
            return;
        }
        if !self.is_about_all(form) {
            return trace.omits(of_unit("n"), self.origin, self.why_not());
        }
        trace.uses(of_unit("n"), self.origin, 1);
        for (item, choice) in self.choices() {
            let row = part(item as u64, choice);
            trace.uses(Figure::new("climate_choices", row, "n"), self.origin, 1);
        }
        for (item, score) in self.turned(form) {
            let of_item = |column| Figure::new("climate_items", item as u64, column);
            trace.uses(of_unit("mean"), self.origin, score);
            trace.uses(of_item("n"), self.origin, 1);
            trace.uses(of_item("mean"), self.origin, score);
        }
    }

    /// Tells which figures the answer to form `number` enters: of the programme whose figures have the number
    /// `programme`, and of its instructor with that place in its document.
    pub fn tell(
        &self,
        (number, form): (usize, &Form),
        programme: u64,
        instructor: Option<usize>,
        trace: &mut Trace,
    ) {
        let figure = |column| Figure::new("programmes", programme, column);
        if let Some(place) = instructor {
            let own = part_of(programme, number, place);
            self.tell_rating(form, own, ["n", "mean"], trace);
        }
        if !self.is_about_all(form) {
            return trace.omits(figure("responses"), self.origin, self.why_not());
        }
        trace.uses(figure("responses"), self.origin, 1);
        let of_aspect = |aspect, column| {
            let row = part_of(programme, number, aspect);
            Figure::new("satisfaction_by_aspect", row, column)
        };
        for aspect in self.judges(form) {
            trace.uses(of_aspect(aspect, "n"), self.origin, 1);
        }
        for (item, score) in self.turned(form) {
            trace.uses(figure("satisfaction"), self.origin, score);
            let of_item = |column| Figure::new("lowest_items", part_of(programme, number, item), column);
            trace.uses(of_item("n"), self.origin, 1);
            trace.uses(of_item("mean"), self.origin, score);
            if let Some(aspect) = form.items[item].aspect {
                trace.uses(of_aspect(aspect, "mean"), self.origin, score);
            }
        }
    }

    /// What was chosen: the number of the question and that of the answer.
    fn choices(&self) -> impl Iterator<Item = (usize, usize)> {
        let chosen = self.chosen.iter().enumerate();
        chosen.filter_map(|(item, chosen)| Some((item, (*chosen)?)))
    }

    /// Whether it is of the whole programme and says something.
    fn is_about_all(&self, form: &Form) -> bool {
        self.instructor.is_empty() && self.turned(form).next().is_some()
    }

    /// Why it is none of the whole programme.
    fn why_not(&self) -> Omission {
        match self.instructor.is_empty() {
            true => Omission::NotAnswered,
            false => Omission::AboutInstructor,
        }
    }

    /// The aspects of which it says something, by number.
    fn judges(&self, form: &Form) -> BTreeSet<usize> {
        let items = self.turned(form);
        items.filter_map(|(item, _)| form.items[item].aspect).collect()
    }
}

/// The answers about one programme to one questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// What was said of the programme as a whole, over all items.
    whole: Poll,
    /// The same by aspect of the form.
    aspects: Vec<Poll>,
    /// The same by item of the form.
    items: Vec<Poll>,
    /// What was said of one instructor each, by key: these answers are about nothing else.
    by_instructor: BTreeMap<String, Poll>,
    /// Comments, as written.
    comments: Vec<String>,
    /// How often each question with choices got each answer.
    chosen: BTreeMap<(usize, usize), u64>,
}

impl Feedback {
    /// Takes one answer. Who left all items blank is no respondent.
    pub fn add(&mut self, form: &Form, answer: &Answer<'_>) {
        let words = answer.words.iter().filter(|text| !text.is_empty());
        self.comments.extend(words.map(|text| (*text).to_owned()));
        let all = answer.turned(form).map(|(_, score)| score);
        if !answer.instructor.is_empty() {
            let key = answer.instructor.to_owned();
            return self.by_instructor.entry(key).or_default().person(all);
        }
        self.whole.person(all);
        for one in answer.choices().filter(|_| answer.is_about_all(form)) {
            *self.chosen.entry(one).or_default() += 1;
        }
        self.have(form.items.len(), form.aspects.len());
        for (number, score) in answer.turned(form) {
            self.items[number].person([score]);
        }
        for (number, aspect) in self.aspects.iter_mut().enumerate() {
            let of_aspect = |(item, _): &(usize, i64)| form.items[*item].aspect == Some(number);
            aspect.person(answer.turned(form).filter(of_aspect).map(|(_, score)| score));
        }
    }

    /// Takes over the answers of a later month.
    pub fn merge(&mut self, later: Feedback) {
        self.merge_whole(&later);
        self.comments.extend(later.comments);
        for (instructor, said) in later.by_instructor {
            self.by_instructor.entry(instructor).or_default().merge(said);
        }
    }

    fn merge_whole(&mut self, later: &Feedback) {
        self.whole.merge(later.whole);
        for (one, count) in &later.chosen {
            *self.chosen.entry(*one).or_default() += count;
        }
        self.have(later.items.len(), later.aspects.len());
        let items = self.items.iter_mut().zip(&later.items);
        let aspects = self.aspects.iter_mut().zip(&later.aspects);
        items.chain(aspects).for_each(|(said, later)| said.merge(*later));
    }

    /// Has at least so many items and aspects.
    fn have(&mut self, items: usize, aspects: usize) {
        self.items.resize(self.items.len().max(items), Poll::default());
        self.aspects
            .resize(self.aspects.len().max(aspects), Poll::default());
    }

    /// The answers about several groups together: of those that are each large enough, or of all.
    pub fn together<'a>(each: impl IntoIterator<Item = &'a Feedback>) -> Feedback {
        let mut all = Feedback::default();
        each.into_iter().for_each(|feedback| all.merge_whole(feedback));
        all
    }

    /// Knows that no more people than so many could answer, so that answers beyond them hide nobody.
    pub fn at_most(&mut self, people: u64) {
        let parts = self.aspects.iter_mut().chain(&mut self.items);
        let parts = parts.chain(self.by_instructor.values_mut());
        parts
            .chain([&mut self.whole])
            .for_each(|said| said.at_most(people));
    }

    /// How many answers about the whole programme there are.
    pub fn responses(&self) -> u64 {
        self.whole.people()
    }

    /// About how many people they tell.
    pub fn told(&self) -> u64 {
        self.mean().told()
    }

    /// Whether enough people answered the form to be told about.
    pub fn is_enough(&self, form: &Form) -> bool {
        form.guard.is_enough(self.told())
    }

    /// What people wrote in words, where enough answered.
    pub fn comments(&self, guard: Guard) -> &[String] {
        match guard.is_enough(self.told()) {
            true => &self.comments,
            false => &[],
        }
    }

    /// How often each answer was chosen, by number of the question with choices and of the answer.
    pub fn chosen(&self, one: (usize, usize)) -> u64 {
        self.chosen.get(&one).copied().unwrap_or(0)
    }

    /// The mean of all answers on the scale.
    pub fn mean(&self) -> Judged {
        self.whole.judged()
    }

    /// The mean of an item, by its number in the form.
    pub fn item(&self, number: usize) -> Judged {
        self.items.get(number).copied().unwrap_or_default().judged()
    }

    /// What was said about an instructor; `None` where nobody said anything.
    pub fn instructor(&self, key: &str) -> Option<Poll> {
        let said = self.by_instructor.get(key).copied();
        said.filter(|said| said.people() > 0)
    }

    /// The mean of each aspect, by name, in the order of the form.
    pub fn aspects<'f>(&'f self, form: &'f Form) -> impl Iterator<Item = (&'f str, Judged)> {
        let said = |number: usize| self.aspects.get(number).copied().unwrap_or_default();
        let aspects = form.aspects.iter().enumerate();
        aspects.map(move |(number, aspect)| (aspect.as_str(), said(number).judged()))
    }
}

/// What people wrote in words about several things, where enough answered about all of them: in the order of the words,
/// so that nobody can tell from the place who wrote it.
pub fn written(each: &[Feedback], guard: Guard) -> Vec<&str> {
    let told: u64 = each.iter().map(Feedback::told).sum();
    let all = each.iter().flat_map(|feedback| &feedback.comments);
    let mut all: Vec<&str> = all
        .filter(|_| guard.is_enough(told))
        .map(String::as_str)
        .collect();
    all.sort_unstable();
    all
}

/// The strictest guard of some forms.
pub fn strictest<'f>(forms: impl IntoIterator<Item = &'f Form>) -> Guard {
    let guards = forms.into_iter().map(|form| form.guard);
    guards.max().unwrap_or_default()
}

/// The mean of the answers to several forms, with the scale that they share; where they share none, no common mean makes
/// sense.
pub fn satisfaction<'f>(
    answered: impl Iterator<Item = (&'f Form, &'f Feedback)> + Clone,
) -> (Judged, Option<(i64, i64)>) {
    let mut scales = answered.clone().map(|(form, _)| form.scale());
    let first = scales.next().flatten();
    let scale = first.filter(|_| scales.all(|other| other == first));
    let all = Feedback::together(answered.map(|(_, feedback)| feedback));
    (all.mean().then(|mean| scale.map(|_| mean)), scale)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{form, heard, scale_item};
    use super::*;

    #[test]
    fn answers_of_two_months_come_to_the_same_as_read_together() {
        let form = Form {
            code: String::new(),
            items: vec![scale_item(false), scale_item(true)],
            ..Form::default()
        };
        let months = [
            [([Some(5), None], "", "bagus"), ([Some(3), Some(1)], "w1", "")],
            [([Some(2), Some(4)], "w1", "lama"), ([None, None], "w2", "")],
        ];
        let read = |answers: &[([Option<i64>; 2], &str, &str)]| {
            let mut feedback = Feedback::default();
            for (scores, instructor, comment) in answers {
                let answer = Answer {
                    origin: Origin::NOWHERE,
                    scores,
                    instructor,
                    words: &[comment],
                    chosen: &[Some(1)],
                };
                feedback.add(&form, &answer);
            }
            feedback
        };
        let mut merged = Feedback::default();
        for month in &months {
            merged.merge(read(month));
        }
        assert_eq!(merged, read(&months.concat()));
        // Whoever left everything blank said nothing.
        assert_eq!(merged.instructor("w1").map(|said| said.people()), Some(2));
        assert_eq!((merged.chosen((0, 1)), merged.instructor("w2")), (1, None));
    }

    #[test]
    fn a_choice_counts_where_somebody_answered_about_the_whole_programme() {
        let form = form();
        let chosen = |score: Option<i64>, instructor: &str| {
            let mut feedback = Feedback::default();
            feedback.add(
                &form,
                &Answer {
                    origin: Origin::NOWHERE,
                    scores: &[score],
                    instructor,
                    words: &[],
                    chosen: &[Some(2)],
                },
            );
            feedback.chosen((0, 2))
        };
        assert_eq!(chosen(Some(5), ""), 1);
        // About one instructor only, or about nothing.
        assert_eq!((chosen(Some(5), "w1"), chosen(None, "")), (0, 0));
    }

    #[test]
    fn who_judges_nothing_is_left_out_of_the_climate_and_of_mentoring() {
        let form = form();
        let heard = |table: &'static str, score: Option<i64>| {
            let answer = Answer {
                origin: Origin::NOWHERE,
                scores: &[score],
                instructor: "",
                words: &[],
                chosen: &[],
            };
            let heard = heard(table, "n", |trace| {
                answer.tell_climate(&form, (0, ClimateYear::This), trace);
                answer.tell_mentoring(&form, 0, trace);
            });
            (heard.taken.len(), heard.left.len())
        };
        for table in ["climate", "mentoring_ratings"] {
            assert_eq!((heard(table, Some(4)), heard(table, None)), ((1, 0), (0, 1)));
        }
    }
}
