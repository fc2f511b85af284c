//! The survey of the public as tables: its index by unit, service and element, for every report that tells of it.

use super::chart::{Chart, Drawing};
use super::context::Context;
use super::list::List;
use super::model::{Column, Note, TOTAL, Table, Value};
use super::page::Page;
use crate::measure::judged::{Guard, Judged};
use crate::measure::meaning::Meaning;
use crate::measure::satisfaction::{
    Answers, OF_ELEMENT, OF_ELEMENTS, OF_INDEX, OF_QUALITY, RESPONDENTS, Satisfaction,
};
use crate::measure::trace::ALL;
use crate::records::number::Ratio;
use crate::records::time::Day;
use crate::rules::{Enactment, Privacy, Satisfaction as Rule};
use crate::words::Lang;
use crate::words::report::Text;
use std::ops::Deref;

/// What the survey of the public came to, on the page of a report.
#[derive(Clone, Copy)]
pub(super) struct Surveyed<'s> {
    /// The page.
    pub(super) page: &'s Page<'s>,
    /// The figures.
    pub(super) figures: &'s Satisfaction,
    /// The rule that makes the index.
    pub(super) rule: &'s Rule,
    /// The rule of the least group.
    pub(super) privacy: &'s Privacy,
}

impl<'s> Deref for Surveyed<'s> {
    type Target = Page<'s>;

    fn deref(&self) -> &Page<'s> {
        self.page
    }
}

impl Context<'_> {
    /// The survey of the public in a report about a month.
    pub(super) fn surveyed(&self) -> Surveyed<'_> {
        Surveyed {
            page: &self.page,
            figures: &self.figures.satisfaction,
            rule: self.edition.satisfaction,
            privacy: self.edition.privacy,
        }
    }
}

/// The answers of a group, with the guard that opens them beside the others.
struct Group {
    key: Value,
    answers: Answers,
    guard: Guard,
}

/// Why the index of everybody is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unshown {
    /// Nobody answered.
    Nobody,
    /// Too few answered.
    Few,
    /// Enough answered, and too few of them about one element.
    FewOnOne,
    /// Nobody answered about one element.
    Part,
}

/// An element of service, or all of them together.
pub(super) struct ServiceElement {
    /// Its key with its name.
    pub(super) key: Value,
    /// How many answered it.
    pub(super) n: u64,
    /// The mean of what they say.
    pub(super) mean: Judged,
    /// The index of all elements together; `None` of one.
    index: Option<Judged>,
}

impl Surveyed<'_> {
    /// What may be told of it.
    pub(super) fn guard(&self) -> Guard {
        self.privacy.into()
    }

    /// The first day of the months that count.
    pub(super) fn first(&self) -> Day {
        self.figures.window.first_day()
    }

    /// A table of the months that count, which the records may know in part.
    pub(super) fn known(&self, table: Table) -> Table {
        self.known_from(self.first(), &[], table)
    }

    /// Why the index of everybody is not told; `None` where it is.
    pub(super) fn unshown(&self) -> Option<Unshown> {
        let (all, guard) = (self.figures.total(), self.guard());
        let told = guard.open(all.index(self.rule));
        match all.people() {
            _ if told.figure().is_some() => None,
            people if told.is_withheld() && people >= guard.least() => Some(Unshown::FewOnOne),
            _ if told.is_withheld() => Some(Unshown::Few),
            0 => Some(Unshown::Nobody),
            _ => Some(Unshown::Part),
        }
    }

    /// Groups that part the public, and its total, each to be shown with its index.
    fn groups(&self, each: Vec<(Value, &Answers)>) -> Vec<Group> {
        let (guard, all) = (self.guard(), self.figures.total());
        let told: u64 = each.iter().map(|(_, answers)| answers.people()).sum();
        // Some answers name no service: the total less the services would tell of them.
        let rest = all.people().saturating_sub(told);
        let sizes = each.iter().map(|(_, answers)| answers.index(self.rule).people());
        let sizes: Vec<u64> = sizes.collect();
        let parted = each.into_iter().zip(guard.parting(&sizes, rest));
        let parted = parted.map(|((key, answers), guard)| Group {
            key,
            answers: answers.clone(),
            guard,
        });
        let total = Group {
            key: self.pen.total(),
            answers: all,
            guard,
        };
        parted.chain([total]).collect()
    }

    /// Groups with their index, and behind them those who name none, where there are any. The total of a table that does not part everybody is traced in the table `total_in`.
    fn indexed(
        &self,
        id: &'static str,
        key: Column,
        (mut each, unnamed): (Vec<(Value, &Answers)>, &Answers),
        total_in: Option<&'static str>,
    ) -> List<Group> {
        let mut numbers = Vec::new();
        if unnamed.people() > 0 {
            numbers = (0..each.len() as u64).chain([ALL]).collect();
            each.push((self.pen.not_named(), unnamed));
        }
        let mut list = self.pen.list(id, self.groups(each));
        list.table.numbers = numbers;
        let list = list
            .or_says(Text::NoData)
            .with(key, |one| one.key.clone())
            .public();
        self.with_index(list, total_in, |one| (&one.answers, one.guard))
    }

    /// With how many answered, the index of their answers and its quality.
    pub(super) fn with_index<T>(
        &self,
        list: List<T>,
        total_in: Option<&'static str>,
        answers: impl Fn(&T) -> (&Answers, Guard),
    ) -> List<T> {
        let (pen, rule) = (self.pen, self.rule);
        let index = |one: &T| {
            let (answers, guard) = answers(one);
            pen.index(guard, answers.index(rule), rule)
        };
        let means = |list: List<T>, meaning: Meaning| {
            let total = total_in.map(|table| meaning.of(TOTAL, table));
            total.into_iter().chain([meaning]).fold(list, List::means)
        };
        let list = list
            .col("n", Text::Count, |one| pen.count(answers(one).0.people()))
            .public();
        let list = means(list, RESPONDENTS).col("ikm", ("Nilai IKM", "IKM"), |one| index(one)[0].clone());
        means(list.public(), OF_INDEX)
            .col("band", ("Mutu", "Quality"), |one| index(one)[1].clone())
            .public()
            .means(OF_QUALITY)
    }

    /// The index by unit.
    pub(super) fn by_unit(&self) -> Table {
        let ([no_unit, _], units) = (&self.figures.unnamed, self.figures.units.iter().enumerate());
        let units = units.map(|(number, answers)| (self.pen.group(&self.who.units, number as u32), answers));
        let key = self.pen.column("unit", Text::Unit);
        let list = self.indexed("ikm_by_unit", key, (units.collect(), no_unit), None);
        let title = ("Nilai IKM menurut unit pelayanan", "Satisfaction index by unit");
        let chart = Chart::new("ikm_by_unit", String::new(), Drawing::Bars(vec!["ikm"]));
        let table = list.titled(title).table().drawn(chart.public());
        self.known(self.of_serving(table)).of_work()
    }

    /// The index by service.
    pub(super) fn by_service(&self) -> Table {
        let services = self.settings.service.iter().zip(&self.figures.services);
        let services = services.map(|(service, answers)| {
            let key = Value::Key {
                key: service.code.value.0.clone(),
                label: service.named(self.pen.lang).to_owned(),
            };
            (key, answers)
        });
        let key = self.pen.column("service", Text::Service);
        let each = (services.collect(), &self.figures.unnamed[1]);
        let list = self.indexed("ikm_by_service", key, each, Some("ikm_by_unit"));
        let list = list.titled(("Nilai IKM menurut layanan", "Satisfaction index by service"));
        self.known(list.table()).of_work().shared(None)
    }

    /// The elements with their mean, and all of them together.
    pub(super) fn elements(&self) -> List<ServiceElement> {
        let (pen, rule) = (self.pen, self.rule);
        let all = self.figures.total();
        let elements = all.elements(rule).map(|(element, mean)| ServiceElement {
            key: element_key(pen.lang, element),
            n: mean.people(),
            mean,
            index: None,
        });
        let total = ServiceElement {
            key: pen.total(),
            n: all.people(),
            mean: all.mean(rule),
            index: Some(all.index(rule)),
        };
        pen.list("ikm_elements", elements)
            .total(total)
            .titled(("Unsur pelayanan (NRR)", "Service elements (NRR)"))
            .or_says(Text::NoData)
            .col("element", ("Unsur", "Element"), |one| one.key.clone())
            .public()
            .col("n", Text::Count, |one| pen.count(one.n))
            .public()
            .means(RESPONDENTS.of(TOTAL, "ikm_by_unit"))
            .counted(
                "Jumlah responden yang menjawab unsur ini.",
                "How many respondents answered the element.",
            )
            .by("satisfaction")
            .col("nrr", ("NRR", "NRR"), |one| pen.judged(self.guard(), one.mean, 3))
            .public()
            .means(OF_ELEMENTS.of(TOTAL, "ikm_by_unit"))
            .means(OF_ELEMENT)
    }

    /// The table of the elements, drawn.
    pub(super) fn of_elements(&self, list: List<ServiceElement>) -> Table {
        let chart = Chart::new("ikm_elements", String::new(), Drawing::Bars(vec!["nrr"]));
        let table = self.known(list.table().drawn(chart.public()));
        table.of_work().shared(None)
    }

    /// The mean of an element converted to the scale of the index; of all together their index.
    pub(super) fn converted(&self, one: &ServiceElement) -> Option<Ratio> {
        let open = |judged| self.guard().open(judged).figure();
        let factor = Ratio::int(i128::from(self.rule.factor));
        match one.index {
            Some(index) => open(index),
            None => open(one.mean)?.times(factor),
        }
    }

    /// The mean of an element times its weight; of all together the sum of these.
    pub(super) fn weighted(&self, one: &ServiceElement) -> Option<Ratio> {
        let factor = Ratio::int(i128::from(self.rule.factor));
        match one.index {
            Some(_) => self.converted(one)?.over(factor),
            None => self.guard().open(one.mean).figure()?.times(self.rule.weight()?),
        }
    }

    /// A figure that follows from the mean of an element, withheld and missing like it.
    pub(super) fn following(
        &self,
        one: &ServiceElement,
        write: impl FnOnce(&ServiceElement) -> Option<Value>,
    ) -> Value {
        match self.guard().open(one.index.unwrap_or(one.mean)).is_withheld() {
            true => Value::Withheld,
            false => write(one).unwrap_or(Value::Missing),
        }
    }

    /// The elements whose mean may be seen, the lowest first, each by its number in the rule; equal ones in that order.
    pub(super) fn lowest(&self) -> Vec<(usize, Value, Ratio)> {
        let total = self.figures.total();
        let elements = total.elements(self.rule).enumerate();
        let known = elements.filter_map(|(number, (key, mean))| {
            let nrr = self.guard().open(mean).figure()?;
            Some((number, element_key(self.pen.lang, key), nrr))
        });
        let mut known: Vec<_> = known.collect();
        known.sort_by_key(|(_, _, nrr)| *nrr);
        known
    }

    /// The lowest element in a sentence.
    pub(super) fn lowest_said(&self) -> Option<Note> {
        let (_, element, nrr) = self.lowest().into_iter().next()?;
        let nrr = crate::words::number(self.pen.lang, &nrr.fixed(3));
        let name = element.label().to_owned();
        let note = self.pen.note("lowest-element", Text::LowestElement { name, nrr });
        Some(self.noted_from(self.first(), note.public()))
    }

    /// Among how many elements the lowest were looked for, where not all may be seen.
    pub(super) fn lowest_among(&self) -> Option<Note> {
        let (seen, all) = (self.lowest().len(), self.rule.elements.len());
        let among = || self.pen.note("lowest-among", Text::LowestAmong { seen, all });
        (0 < seen && seen < all).then(|| among().public())
    }

    /// What a star means, where some tables have one.
    pub(super) fn withheld_said(&self, tables: &[Table]) -> Option<Note> {
        let mut cells = tables.iter().flat_map(|table| table.rows.iter().flatten());
        let minimum = self.guard().least();
        let is = cells.any(|value| *value == Value::Withheld);
        is.then(|| self.pen.note("withheld", Text::NoteWithheld { minimum }).public())
    }

    /// By which rule the index is made.
    pub(super) fn basis(&self) -> Vec<Note> {
        let head = self.rule.head();
        let mut notes = vec![self.pen.basis(&head)];
        notes.extend(self.untold(self.first()));
        let editions = &self.rules.satisfaction;
        if editions.changed_between(self.first(), self.as_of()) {
            let rule = self.pen.say(head.about);
            let note = self
                .pen
                .note("rule-changed-satisfaction", Text::RuleChanged { rule });
            notes.push(note.public());
        }
        notes
    }
}

/// A service element, by its key with its name.
fn element_key(lang: Lang, key: &str) -> Value {
    Value::Key {
        key: key.to_owned(),
        label: element_name(lang, key),
    }
}

/// The name of a service element, by its key.
pub(super) fn element_name(lang: Lang, key: &str) -> String {
    let (id, en) = match key {
        "persyaratan" => ("Persyaratan", "Requirements"),
        "prosedur" => ("Sistem, mekanisme, dan prosedur", "Procedure"),
        "waktu" => ("Waktu penyelesaian", "Time"),
        "biaya" => ("Biaya/tarif", "Cost"),
        "produk" => ("Produk layanan", "Product"),
        "kompetensi" => ("Kompetensi pelaksana", "Competence"),
        "perilaku" => ("Perilaku pelaksana", "Behaviour"),
        "pengaduan" => ("Penanganan pengaduan", "Complaint handling"),
        "sarana" => ("Sarana dan prasarana", "Facilities"),
        other => (other, other),
    };
    if lang == Lang::En { en } else { id }.to_owned()
}
