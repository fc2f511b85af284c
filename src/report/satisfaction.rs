//! The report about the survey of the public: its result, method, respondents, elements, and what is done about it.

use super::chart::{Chart, Drawing};
use super::first_page::for_everybody;
use super::head::{line_number, sentences};
use super::model::{Note, Report, Section, Style, Table, Value};
use super::monthly::owner;
use super::page::Page;
use super::surveyed::Surveyed;
use crate::measure::actions::Action;
use crate::measure::judged::Guard;
use crate::measure::meaning::Traced;
use crate::measure::satisfaction::{Answers, OF_ELEMENT, RESPONDENTS, SurveyReport};
use crate::records::number::{Dec, Ratio};
use crate::records::time::{Month, Period};
use crate::rules::{Enactment, SampleSize};
use crate::words::report::Text as Words;
use crate::words::report_satisfaction::SurveyText as Text;
use crate::words::{self, Lang};

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// How many of the lowest elements are named.
const LOWEST: usize = 3;

/// Builds the report.
pub fn satisfaction(page: &Page<'_>, gathered: &SurveyReport<'_>) -> Report {
    let page = Page {
        period: gathered.satisfaction.window,
        ..*page
    };
    let survey = Surveyed {
        page: &page,
        figures: &gathered.satisfaction,
        rule: gathered.rule,
        privacy: gathered.privacy,
    };
    let period = page.period_title();
    let first = survey.first();
    let mut report = page.formal(page.report_from(first, ("satisfaction", VERSION), Text::Title { period }));
    report.sections = vec![
        result(&survey, gathered),
        method(&survey),
        respondents(&survey),
        elements(&survey),
        places(&survey),
        months(&survey),
        comments(&survey),
        follow_up(&survey, gathered),
    ];
    report.closing = page.signature();
    report
}

/// The index of the period and of those before it, and the lowest elements.
fn result(survey: &Surveyed<'_>, gathered: &SurveyReport<'_>) -> Section {
    let mut out = survey.pen.section("result", Text::Result);
    out.tables = vec![periods(survey, gathered), lowest(survey)];
    out.notes.extend(survey.withheld_said(&out.tables));
    out.notes.extend(survey.lowest_among());
    // The periods before may begin before the records do.
    let shown = out.tables[0].rows.len();
    let earliest = gathered.periods().into_iter().take(shown).next_back();
    let first = earliest.map(Period::first_day);
    out.notes.extend(first.and_then(|first| survey.untold(first)));
    out
}

/// The periods up to the first that anybody answered, each with its index; always the one reported.
fn periods(survey: &Surveyed<'_>, gathered: &SurveyReport<'_>) -> Table {
    let pen = survey.pen;
    let all = gathered.periods().into_iter();
    let all: Vec<(Period, Answers)> = all.map(|one| (one, survey.figures.over(one))).collect();
    let answered = all.iter().rposition(|(_, answers)| answers.people() > 0);
    let shown = all.into_iter().take(answered.unwrap_or(0) + 1);
    let list = pen
        .list("ikm_by_period", shown)
        .titled(Text::Periods)
        .col("period", Text::Period, |(period, _)| pen.period_key(*period))
        .public();
    // A survey that was made in a part of a period is not one of the whole.
    let list = list
        .col("months", Text::AnsweredMonths, |(period, _)| {
            let answered = survey.figures.answered_months(*period);
            pen.count_of(answered, period.months().into())
        })
        .public()
        .counted(
            "Jumlah bulan yang mempunyai jawaban, ditunjukkan oleh jawaban pertamanya; sesudah garis miring: semua bulan masa itu.",
            "In how many months somebody answered, shown by the first answer of each; behind the stroke: all months of the period.",
        );
    let list = survey.with_index(list, None, |(_, answers)| (answers, survey.guard()));
    let list = list.known_each(survey, &[], |(period, _)| period.first_day());
    list.table().of_work()
}

/// The lowest elements, the lowest first.
fn lowest(survey: &Surveyed<'_>) -> Table {
    let (pen, rule) = (survey.pen, survey.rule);
    let lowest = survey.lowest().into_iter().take(LOWEST);
    let list = pen
        .list("lowest_elements", lowest)
        .titled(Text::Lowest)
        .or_says(Text::LowestUnknown)
        .numbered(|(number, ..)| *number as u64)
        .col("element", ("Unsur", "Element"), |(_, element, _)| element.clone())
        .public()
        .col("nrr", ("NRR", "NRR"), |(.., nrr)| pen.ratio(Some(*nrr), 3))
        .public()
        .means(OF_ELEMENT.traced(Traced::Same("ikm_elements")))
        .col("band", Text::Letter, |(.., nrr)| {
            let index = nrr.times(Ratio::int(i128::from(rule.factor)));
            index.map_or(Value::Missing, |index| pen.quality(index, rule))
        })
        .public();
    list.table().of_work()
}

/// What was asked, when, and how it is counted.
fn method(survey: &Surveyed<'_>) -> Section {
    let (pen, rule) = (survey.pen, survey.rule);
    let mut out = pen.section("method", Text::Method);
    let titles = &survey.figures.respondents.titles;
    let own = |title: &[String; 2]| title[usize::from(pen.lang == Lang::En)].clone();
    let titles: Vec<String> = titles.iter().map(own).collect();
    let scale = (rule.scale.first(), rule.scale.last());
    let asked = match titles.is_empty() {
        true => survey.told_from(survey.period.first_day(), pen.say(Text::NoQuestionnaire)),
        false => pen.say(Text::Questionnaire {
            titles: titles.join("; "),
        }),
    };
    let lines = [
        Text::Window {
            period: pen.period(survey.period),
        },
        Text::Asked {
            elements: rule.elements.len(),
            low: scale.0.copied().unwrap_or_default(),
            high: scale.1.copied().unwrap_or_default(),
        },
        Text::Counted {
            weight: words::number(pen.lang, &rule.weight.value),
            factor: rule.factor,
            decimals: rule.decimals,
        },
    ];
    let lines = lines.into_iter().map(|line| pen.say(line));
    let lines = [asked].into_iter().chain(lines).collect();
    let lines = sentences(pen, "survey_method", Style::Lines, lines);
    out.tables = vec![for_everybody(lines).of_work(), bands(survey).detail()];
    out.notes = survey.basis();
    out
}

/// The qualities of the rule, by their index.
fn bands(survey: &Surveyed<'_>) -> Table {
    let pen = survey.pen;
    let places = survey.rule.decimals as u32;
    let number = |dec: Dec| {
        let shown = Ratio::from(dec).fixed(places);
        Value::Key {
            key: shown.clone(),
            label: words::number(pen.lang, &shown),
        }
    };
    let list = pen
        .list("quality_bands", &survey.rule.band)
        .titled(Text::Bands)
        .col("band", Text::Letter, |band| Value::Key {
            key: band.letter.clone(),
            label: format!("{} ({})", band.letter, band.quality),
        })
        .public()
        .col("from", Text::From, |band| number(band.from))
        .public()
        .col("to", Text::To, |band| number(band.to))
        .public();
    list.table().of_work()
}

/// How many answered and how many should, and who they are.
fn respondents(survey: &Surveyed<'_>) -> Section {
    let pen = survey.pen;
    let mut out = pen.section("respondents", Text::Respondents);
    let rule = survey.rules.sample_size.on(survey.as_of());
    out.tables = vec![sample(survey, rule), survey.profile_shared()];
    out.notes = sample_said(survey, rule);
    out.notes.extend(rule.map(|rule| pen.basis(&rule.head())));
    out
}

/// How many must answer, by the people served; nothing where these are not known.
fn needed(survey: &Surveyed<'_>, rule: Option<&SampleSize>) -> Option<u64> {
    u64::try_from(rule?.needed(served(survey)?)?).ok()
}

/// The people served in the period: those of the questionnaire are of the months that the rule counts, not of others.
fn served(survey: &Surveyed<'_>) -> Option<i64> {
    let is_whole = i64::from(survey.period.months()) == survey.rule.months;
    let population = survey.figures.respondents.population();
    population.filter(|_| is_whole)
}

/// The people served, how many of them must answer, and how many did.
fn sample(survey: &Surveyed<'_>, rule: Option<&SampleSize>) -> Table {
    let (pen, figures) = (survey.pen, survey.figures);
    let (needed, answered) = (needed(survey, rule), figures.total().people());
    let population = served(survey);
    let list = pen
        .list("survey_sample", [survey.period])
        .titled(Text::Sample)
        .col("period", Text::Period, |period| pen.period_key(*period))
        .public()
        .col("population", Text::Population, |_| {
            population.map_or(Value::Missing, |people| pen.whole(people.into()))
        })
        .public()
        .counted(
            "Jumlah penerima layanan dalam masa survei, seperti tertulis dalam kuesioner; dari beberapa yang terbanyak.",
            "How many people were served in the time of the survey, as its questionnaire says; of several the most.",
        )
        .col("needed", Text::Needed, |_| pen.count_or_not(needed))
        .public()
        .from(
            &["population"],
            "Jumlah yang harus menjawab menurut rumus ketentuan, dari jumlah penerima layanan.",
            "How many must answer by the formula of the rule, of so many people served.",
        )
        .by("sample-size")
        .col("n", Text::Answered, |_| pen.count(answered))
        .public()
        .means(RESPONDENTS.traced(Traced::Office("ikm_by_unit")))
        .col("short", Text::Short, |_| {
            pen.count_or_not(needed.map(|needed| needed.saturating_sub(answered)))
        })
        .public()
        .from(
            &["needed", "n"],
            "Yang diperlukan dikurangi responden; tidak kurang dari nol.",
            "Those needed less the respondents; no less than none.",
        );
    survey
        .known_from(survey.first(), &["short"], list.table())
        .of_work()
}

/// Whether as many answered as must.
fn sample_said(survey: &Surveyed<'_>, rule: Option<&SampleSize>) -> Vec<Note> {
    let (pen, figures) = (survey.pen, survey.figures);
    let written = figures.respondents.population();
    let population = written.map(|people| words::number(pen.lang, &people.to_string()));
    let short = needed(survey, rule).map(|needed| needed.saturating_sub(figures.total().people()));
    let said = match (short, population) {
        (None, Some(population)) => Text::PopulationOfAll { population },
        (None, None) => Text::NoPopulation,
        (Some(0), _) => Text::Enough,
        (Some(short), _) => Text::TooFew {
            short: words::number(pen.lang, &short.to_string()),
        },
    };
    let mut notes = vec![pen.note("sample", said).public()];
    let file = figures.respondents.unnumbered.clone();
    let file = file.filter(|_| written.is_none());
    notes.extend(file.map(|file| pen.method("population", Text::WritePopulation { file })));
    if short.is_some() {
        notes.push(pen.note("population-as-written", Text::AsWritten).public());
    }
    notes
}

/// The elements with their mean, weighted, and what it is worth.
fn elements(survey: &Surveyed<'_>) -> Section {
    let (pen, rule) = (survey.pen, survey.rule);
    let mut out = pen.section("elements", Text::Elements);
    let list = survey
        .elements()
        .col("weighted", Text::Weighted, |one| {
            survey.following(one, |one| Some(pen.ratio(survey.weighted(one), 3)))
        })
        .public()
        .from(
            &["nrr"],
            "NRR dikalikan bobot menurut ketentuan; pada baris jumlah: jumlah semuanya.",
            "The NRR times the weight of the rule; in the total row the sum of them all.",
        )
        .by("satisfaction")
        .col("index", Text::Converted, |one| {
            let places = rule.decimals as u32;
            survey.following(one, |one| Some(pen.ratio(survey.converted(one), places)))
        })
        .public()
        .from(
            &["nrr"],
            "NRR dikalikan faktor menurut ketentuan; pada baris jumlah: nilai IKM.",
            "The NRR times the factor of the rule; in the total row the index.",
        )
        .by("satisfaction")
        .col("band", Text::Letter, |one| {
            survey.following(one, |one| Some(pen.quality(survey.converted(one)?, rule)))
        })
        .public();
    out.tables = vec![survey.of_elements(list)];
    out.notes.extend(survey.withheld_said(&out.tables));
    out
}

/// The index by unit and by service.
fn places(survey: &Surveyed<'_>) -> Section {
    let mut out = survey.pen.section("places", Text::Places);
    out.tables = vec![survey.by_unit(), survey.by_service()];
    out.notes.extend(survey.withheld_said(&out.tables));
    out
}

/// The index month by month: for the office only, because the reports of following months tell of the same months again.
fn months(survey: &Surveyed<'_>) -> Section {
    let pen = survey.pen;
    let mut out = pen.section("months", Text::Months);
    let months = survey.period.all_months();
    let each = months.map(|month| (month, survey.figures.over(Period::month(month))));
    let each: Vec<(Month, Answers)> = each.collect();
    let sizes = each
        .iter()
        .map(|(_, answers)| answers.index(survey.rule).people());
    let guards = survey.guard().parting(&sizes.collect::<Vec<_>>(), 0);
    let each = each.into_iter().zip(guards);
    let list =
        pen.list("ikm_by_month", each)
            .titled(Text::ByMonth)
            .col("month", Text::Month, |((month, _), _)| Value::Key {
                key: month.to_string(),
                label: pen.short_month(*month),
            });
    let list = survey.with_index(list, None, |((_, answers), guard): &((Month, Answers), Guard)| {
        (answers, *guard)
    });
    let list = list.known_each(survey, &[], |((month, _), _)| month.first());
    let mut table = list.table();
    let at = table.column("ikm");
    let known = table
        .rows
        .iter()
        .filter(|row| at.is_some_and(|at| row[at].is_figure()));
    // One month is no line.
    if known.count() > 1 {
        let line = Drawing::Line {
            value: "ikm",
            band: None,
        };
        table = table.drawn(Chart::new("ikm_by_month", String::new(), line));
    }
    out.tables = vec![table];
    out.notes.extend(survey.withheld_said(&out.tables));
    out
}

/// What the respondents write.
fn comments(survey: &Surveyed<'_>) -> Section {
    let mut out = survey.pen.section("comments", Text::Comments);
    let table = survey.comments(Text::CommentsOf);
    out.tables = vec![survey.empty_from(survey.first(), table)];
    out
}

/// What is done because of the answers: what, by whom, by when.
fn follow_up(survey: &Surveyed<'_>, gathered: &SurveyReport<'_>) -> Section {
    let pen = survey.pen;
    let mut out = pen.section("follow_up", Text::FollowUp);
    let list = pen
        .list("survey_actions", gathered.actions.iter().enumerate())
        .or_says(Text::NoActions {
            day: pen.day(survey.read_on),
        })
        .col("line", Words::Line, |(at, _)| line_number(*at))
        .hidden()
        .public()
        .col("heard", Text::Heard, |(_, action)| heard(survey, action))
        .public()
        .col("what", Text::What, |(_, action)| Value::Text(action.what.clone()))
        .col("owner", Text::Owner, |(_, action)| owner(pen, action))
        .col("due", Text::Due, |(_, action)| pen.date_or_not(action.due))
        .public()
        .col("state", Text::State, |(_, action)| state(survey, action))
        .public()
        .col("result", Text::Outcome, |(_, action)| {
            pen.text(action.result.as_deref())
        });
    let table = survey.empty_from(survey.first(), list.table());
    out.tables = vec![table.of_work()];
    out
}

/// The month of the answers that an action comes from.
fn heard(survey: &Surveyed<'_>, action: &Action) -> Value {
    let month = action.source.as_ref().and_then(|(_, id)| answers_of(id));
    month.map_or(Value::Missing, |month| Value::Key {
        key: month.to_string(),
        label: survey.pen.month(month),
    })
}

/// The month of a reference to answers, `code/2026-10`.
fn answers_of(id: &str) -> Option<Month> {
    Month::parse(id.rsplit('/').next()?)
}

/// How far an action has come.
fn state(survey: &Surveyed<'_>, action: &Action) -> Value {
    let pen = survey.pen;
    match (action.done, action.due) {
        (Some(day), _) => pen.key("done", Text::Done { day: pen.day(day) }),
        (None, Some(due)) if due < survey.read_on => pen.key("late", Text::Late),
        _ => pen.key("open", Text::Open),
    }
}
