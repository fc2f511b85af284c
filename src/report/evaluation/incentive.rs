//! Who earns an incentive by its written criterion, and which conditions hold.

use super::super::figure::Pen;
use super::super::list::List;
use super::super::model::{Note, Section, Table, Value};
use super::super::page::Page;
use crate::measure::follow_up::Recognition;
use crate::measure::incentive::{Candidate, Condition, Fulfilment, IncentiveFigures, rewarded};
use crate::measure::meaning::{How, Meaning, Traced, decimal, whole};
use crate::measure::trace::part;
use crate::records::time::Day;
use crate::rules::{Criterion, Enactment, Incentive};
use crate::words::report::Text;
use crate::words::report_evaluation::EvaluationText as Words;

/// The section.
pub(super) fn section(
    page: &Page<'_>,
    figures: &IncentiveFigures,
    awarded: &[Recognition],
    rule: &Incentive,
) -> Section {
    let pen = page.pen;
    let criteria = rule.criterion.iter().map(|one| written(pen, one, rule));
    let notes = [pen.method("near", Words::NoteNear), pen.basis(&rule.head())];
    Section {
        tables: vec![
            by_criterion(page, figures, rule),
            candidates(page, figures, awarded, rule),
        ],
        notes: criteria.chain(notes).collect(),
        ..pen.section("incentives", Words::IncentiveSection)
    }
}

fn name(pen: Pen, criterion: &Criterion) -> Value {
    Value::Key {
        key: criterion.code.0.to_string(),
        label: pen.of_rule(&criterion.name, criterion.name_en.as_ref()),
    }
}

/// A criterion as it is written.
fn written(pen: Pen, criterion: &Criterion, rule: &Incentive) -> Note {
    let months = rule.months;
    let predicates = criterion.predicate.zip(criterion.periods);
    let predicates = predicates.map(|(predicate, periods)| Words::CritPredicates {
        predicate: pen.say(predicate.phrase()),
        periods,
    });
    let hours = criterion.hours_met.filter(|asked| *asked);
    let refusals = criterion.most_refusals.map(|most| match most {
        0 => Words::CritNoRefusal { months },
        _ => Words::CritRefusals { most, months },
    });
    let own = criterion.least_own;
    let own = own.map(|least| Words::CritOwn { least, months });
    let conditions = [predicates, hours.map(|_| Words::CritHours), refusals, own];
    let conditions = conditions.into_iter().flatten();
    let conditions: Vec<String> = conditions.map(|words| pen.say(words)).collect();
    let text = Words::NoteCriterion {
        name: pen.of_rule(&criterion.name, criterion.name_en.as_ref()),
        conditions: conditions.join("; "),
        reward: pen.of_rule(&criterion.reward, criterion.reward_en.as_ref()),
    };
    pen.note(&format!("criterion-{}", &*criterion.code.0), text)
        .public()
}

/// The heading of a condition.
fn heading(condition: Condition) -> (&'static str, &'static str) {
    match condition {
        Condition::Predicates => ("Predikat", "Predicates"),
        Condition::Hours => ("JP", "JP"),
        Condition::Refusals => ("Penolakan", "Refusals"),
        Condition::Own => ("Inisiatif sendiri", "Own initiative"),
    }
}

/// How many people meet a condition, in words.
fn met_by(condition: Condition) -> (&'static str, &'static str) {
    match condition {
        Condition::Predicates => (
            "Jumlah pegawai yang memenuhi syarat predikat.",
            "How many people meet the condition of predicates.",
        ),
        Condition::Hours => (
            "Jumlah pegawai yang memenuhi syarat JP.",
            "How many people meet the condition of JP.",
        ),
        Condition::Refusals => (
            "Jumlah pegawai yang tidak lebih sering menolak pelatihan daripada yang dibolehkan.",
            "How many people refused no more programmes than is allowed.",
        ),
        Condition::Own => (
            "Jumlah pegawai yang cukup sering mengikuti pelatihan atas prakarsa sendiri.",
            "How many people completed enough programmes on their own initiative.",
        ),
    }
}

/// From which day on refusals and own initiative count.
pub(super) fn looks_back(page: &Page<'_>, rule: &Incentive) -> Day {
    page.as_of().month().plus(1 - rule.months as i32).first()
}

fn by_criterion(page: &Page<'_>, figures: &IncentiveFigures, rule: &Incentive) -> Table {
    let pen = page.pen;
    let mut list = pen
        .list("criteria", rule.criterion.iter().zip(&figures.criteria))
        .titled(Words::CriteriaTable)
        .col("criterion", Words::Criterion, |(criterion, _)| {
            name(pen, criterion)
        })
        .col("reward", ("Yang diperoleh", "Reward"), |(criterion, _)| {
            Value::Key {
                // Data formats see the words of the rule, whatever the language of the report.
                key: criterion.reward.clone(),
                label: pen.of_rule(&criterion.reward, criterion.reward_en.as_ref()),
            }
        })
        .hidden()
        .col("met", ("Memenuhi", "Meet it"), |(_, count)| {
            pen.count_of(count.met, count.people - count.unknown)
        })
        .counted(
            "Jumlah pegawai yang memenuhi semua syarat kriteria ini; sesudah garis miring: yang dapat dinilai.",
            "How many people meet all conditions of the criterion; behind the stroke: those who can be judged.",
        )
        .by("incentive")
        .col("unknown", ("Tidak diketahui", "Not known"), |(_, count)| {
            pen.count(count.unknown)
        })
        .counted(
            "Jumlah pegawai yang tidak kurang apa pun yang diketahui, tetapi ada yang tidak diketahui, misalnya masa kontrak atau predikat.",
            "How many lack nothing that is known while something is not known, such as the contract or a predicate.",
        )
        .by("incentive");
    for condition in Condition::ALL {
        let (id, en) = met_by(condition);
        list = list
            .col(
                condition.code(),
                match condition {
                    Condition::Refusals => ("Tidak menolak", "No refusals"),
                    _ => heading(condition),
                },
                |(criterion, count)| match condition.is_of(criterion) {
                    true => pen.count_of(count.holds[condition as usize], count.judged[condition as usize]),
                    false => Value::Missing,
                },
            )
            .counted(id, en)
            .by("incentive");
    }
    // Who is known to lack something says nothing of how many do not.
    page.known_from(looks_back(page, rule), &["unknown"], list.table())
}

/// The JP of a person, as the rule counts them.
const HOURS: Meaning = Meaning::new(
    How::Sum(decimal("jp")),
    "JP yang diperhitungkan ketentuan sejak Januari; bagi PPPK dalam tahun kontrak yang berjalan.",
    "The JP that the rule counts since January; of PPPK in the running contract year.",
)
.by("hours")
.traced(Traced::Whole("hours_of_person"));

/// How often a person refused.
const REFUSALS: Meaning = Meaning::new(
    How::Sum(whole("refusals")),
    "Jumlah pelatihan yang ditolak dalam bulan-bulan menurut ketentuan.",
    "How many programmes were refused over the months of the rule.",
)
.by("incentive")
.traced(Traced::Whole("activity"));

/// How often a person took part on own initiative.
const OWN: Meaning = Meaning::new(
    How::Sum(whole("own")),
    "Jumlah pelatihan yang diselesaikan atas prakarsa sendiri dalam bulan-bulan menurut ketentuan.",
    "How many programmes were completed on own initiative over the months of the rule.",
)
.by("incentive")
.traced(Traced::Whole("activity"));

fn candidates(
    page: &Page<'_>,
    figures: &IncentiveFigures,
    awarded: &[Recognition],
    rule: &Incentive,
) -> Table {
    let pen = page.pen;
    let list = pen
        .list("incentives", &figures.list)
        .by_people(page.who, |one| one.person, |one| (one.criterion, one.is_met()))
        .short()
        .titled(Words::PersonsTable)
        .or_says(match figures.unknown.is_empty() {
            true => Words::NobodyMeets,
            false => Words::NobodyKnown,
        })
        .numbered(|one| part(one.person.into(), one.criterion))
        .col("staff", Text::Name, |one| page.id(one.person))
        .hidden()
        .col("criterion", Words::Criterion, |one| {
            name(pen, &rule.criterion[one.criterion])
        })
        .col("name", Text::Name, |one| page.name(one.person))
        .col("unit", Text::Unit, |one| page.unit_of(one.person));
    let list = by_condition(pen, list)
        .col("state", ("Keadaan", "State"), |one| state(pen, one))
        .col("awarded", ("Sudah diberi penghargaan", "Recognised on"), |one| {
            let award = rewarded(rule, awarded, one, page.as_of());
            pen.date_or_not(award.map(|award| award.date))
        })
        .view(&[
            "criterion",
            "name",
            "predicates",
            "hours",
            "refusals",
            "own",
            "state",
            "awarded",
        ]);
    let table = pen.with_unrolled(figures.unrolled, &["predicates"], list.table());
    page.empty_from(looks_back(page, rule), table)
}

/// What counts for each condition of a criterion; nothing where it has no such condition.
fn by_condition(pen: Pen, list: List<&Candidate>) -> List<&Candidate> {
    let asked = |one: &Candidate, which: Condition, value: Value| match one.holds[which as usize] {
        Some(_) => value,
        None => Value::Missing,
    };
    list.col("predicates", heading(Condition::Predicates), |one| {
            let (good, of) = one.periods;
            asked(one, Condition::Predicates, pen.count_of(good, of))
        })
        .counted(
            "Jumlah periode terakhir dengan predikat yang diminta; sesudah garis miring: jumlah periode.",
            "In how many of the last periods the person has the predicate asked for; behind the stroke: the periods.",
        )
        .by("incentive")
        .col("hours", heading(Condition::Hours), |one| {
            asked(one, Condition::Hours, pen.sum(one.jp.0.into()))
        })
        .means(HOURS)
        .col("refusals", heading(Condition::Refusals), |one| {
            asked(one, Condition::Refusals, pen.count(one.active.refused))
        })
        .means(REFUSALS)
        .col("own", heading(Condition::Own), |one| {
            asked(one, Condition::Own, pen.count(one.active.own))
        })
        .means(OWN)
}

/// Whether the criterion is met, or what is lacking.
fn state(pen: Pen, one: &Candidate) -> Value {
    let lacking = Condition::ALL.into_iter();
    let lacking = lacking.filter(|which| one.holds[*which as usize] == Some(Fulfilment::Lacking));
    let (mut keys, mut names) = (Vec::new(), Vec::new());
    for which in lacking {
        keys.push(format!("lacks-{}", which.code()));
        let name = pen.say(heading(which));
        names.push(match which {
            Condition::Hours => name,
            _ => name.to_lowercase(),
        });
    }
    let what = names.join(", ");
    match keys.is_empty() {
        true => pen.key("met", ("memenuhi", "met")),
        false => pen.key(&keys.join(" "), Words::Lacks { what }),
    }
}
