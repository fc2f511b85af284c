//! Completeness of the records, and the key figures beside the month before.

use super::super::figure::Pen;
use super::super::model::{Column, Note, Partial, Section, TOTAL, Table, Unjudged, Value};
use super::evaluations::{EVALUATED, MISSING, told_of_owing};
use super::{Context, section};
use crate::measure::complaints::{ComplaintColumn as Of, UnitComplaints};
use crate::measure::completeness::{Requirement, ShareColumn};
use crate::measure::hours::{HoursColumn, UnitHours};
use crate::measure::judged::{Guard, fewest};
use crate::measure::meaning::{How, Meaning, decimal, whole};
use crate::measure::predicates::{PredicateCount, TABLE as PREDICATES};
use crate::measure::satisfaction::{Answers, OF_INDEX};
use crate::measure::sheet::SheetName;
use crate::records::number::{ONE, Ratio};
use crate::records::time::{Month, Period};
use crate::rules::Enactment;
use crate::words::report::Text;
use crate::words::{self, Say};

/// How complete the records behind the report are.
pub(super) fn completeness(context: &Context<'_>) -> Section {
    let (pen, all) = (context.pen, &context.figures.completeness);
    let item = pen.column("item", ("Hal", "Item"));
    let items = Requirement::ALL.map(|(item, key)| (pen.key(key, item), all.of(item)));
    let total = all.total();
    let together = pen.key(TOTAL, ("Seluruhnya", "Together"));
    let rows = items.into_iter().chain([(together, &total)]);
    let mut out = section(context, "completeness", Text::Completeness);
    let table = Table {
        empty: pen.say(Text::NoData),
        ..pen.sheet(pen.keyed(item, rows), ("", ""), &[])
    };
    out.tables.push(table.detail());
    out
}

/// The same in sentences, for the office only: with what else is told, how many records there are would tell of how many
/// people. None where nothing is recorded.
pub(in super::super) fn completeness_said(context: &Context<'_>) -> Vec<String> {
    let (pen, all) = (context.pen, &context.figures.completeness);
    let total = all.total();
    let [complete, of] = [ShareColumn::complete, ShareColumn::of].map(|column| total.count(column));
    if of == 0 {
        return Vec::new();
    }
    let grouped = |count: u64| words::number(pen.lang, &count.to_string());
    let line = pen.say(Text::DataComplete {
        percent: pen.percent(complete, of),
        complete: grouped(complete),
        of: grouped(of),
    });
    let count = all.of(Requirement::Verified).lacking();
    let waiting = (count > 0).then(|| pen.say(Text::PendingVerification { count }));
    [line].into_iter().chain(waiting).collect()
}

/// The key figures of the month and of the month before.
pub(super) fn key_figures(context: &Context<'_>) -> Section {
    let mut out = section(context, "key_figures", Text::KeyFigures);
    out.tables.push(key_figures_table(context));
    out.notes = key_notes(context, &out.tables[0]);
    out.notes.push(context.pen.basis(&context.edition.hours.head()));
    out
}

/// What is said beside the key figures: what the abbreviations mean, which the office need not be told, what a star
/// does, and what is not known of working days. The public edition says that for itself, because it has more of them.
pub(in super::super) fn key_notes(context: &Context<'_>, table: &Table) -> Vec<Note> {
    let pen = context.pen;
    let minimum = Guard::from(context.edition.privacy).least();
    let has_star = table.rows.iter().flatten().any(|value| *value == Value::Withheld);
    let star = has_star.then(|| pen.note("withheld", Text::NoteWithheld { minimum }));
    let abbreviations = pen.note("abbreviations", Text::NoteAbbreviations);
    let calendar = pen.calendar(&context.figures.complaints.gaps);
    let notes = [abbreviations.for_public()].into_iter().chain(star);
    notes.chain(calendar).collect()
}

/// A figure of the month beside that of the month before.
struct KeyFigure {
    /// Its key and words.
    key: Value,
    now: Value,
    before: Value,
    /// What a rule asks for.
    requirement: Value,
    /// About how few people it tells now and before; nothing where it is about the office.
    people: [Value; 2],
    /// What it means.
    meaning: Meaning,
}

impl KeyFigure {
    /// A key figure about the office, whose parts are traced in all rows of a table.
    fn new(
        pen: Pen,
        (key, heading): (&'static str, impl Say),
        [now, before]: [Value; 2],
        table: &'static str,
        meaning: Meaning,
    ) -> KeyFigure {
        KeyFigure {
            key: pen.key(key, heading),
            now,
            before,
            requirement: Value::Missing,
            people: [Value::Missing, Value::Missing],
            meaning: meaning.of(key, table),
        }
    }

    /// The same about so few people now and so few before.
    fn about(self, pen: Pen, now: u64, before: u64) -> KeyFigure {
        let people = [now, before].map(|people| pen.count(people));
        KeyFigure { people, ..self }
    }
}

/// The key figures as a table; the brief shows the same.
pub(in super::super) fn key_figures_table(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let mut figures: Vec<KeyFigure> = hours(context)
        .into_iter()
        .chain(complaints(context))
        .chain(satisfaction(context))
        .collect();
    if context.untold(context.period.previous().first_day()).is_some() {
        let unknown = pen.blank(("belum diketahui", "not known"));
        figures.iter_mut().for_each(|one| one.before = unknown.clone());
    }
    // What the month, or the months of the survey, came to, where the records begin within them.
    let begins = |one: &KeyFigure| match one.key.data().starts_with("ikm") {
        true => context.surveyed().first(),
        false => context.period.first_day(),
    };
    let of = |id, period: Period| Column {
        id,
        title: pen.short_period(period),
        ..Column::default()
    };
    let now = of("now", context.period);
    let now = figures.iter().fold(now, |now, one| now.means(one.meaning));
    pen.list("key_figures", figures)
        .col("figure", ("Angka", "Figure"), |one| one.key.clone())
        .public()
        .with(now, |one| one.now.clone())
        .public()
        .with(of("before", context.period.previous()), |one| one.before.clone())
        .means(Meaning::new(
            How::MonthBefore("now"),
            "Angka yang sama menurut keadaan pada hari terakhir bulan sebelumnya.",
            "The same figure as known on the last day of the month before.",
        ))
        .public()
        .col("requirement", ("Ketentuan", "Requirement"), |one| {
            one.requirement.clone()
        })
        .public()
        .with(pen.size("people", &["now"]), |one| one.people[0].clone())
        .with(pen.size("people_before", &["before"]), |one| {
            one.people[1].clone()
        })
        .known_each(context, &[], begins)
        .table()
        .of_lines(&[("now", "people"), ("before", "people_before")])
}

fn hours(context: &Context<'_>) -> [KeyFigure; 3] {
    let (pen, figures, rule) = (context.pen, context.figures, context.edition.hours);
    let both = [&figures.hours.total, &figures.hours.before];
    let before = context.period.previous().last_month();
    let now = mean_of_pns(context, both[0], (context.month(), context.unrolled_of_year()));
    let before = mean_of_pns(context, both[1], (before, figures.hours.unrolled_before));
    let floor = pen.dec(rule.pns_floor);
    // With the JP of all by unit, a figure about PNS tells as much about those who are none.
    // A mean of many of whom few have JP tells of those few, and so does of how few it is not known.
    let [told, told_before] = both.map(|total| {
        let pns = total.count(HoursColumn::pns);
        fewest([
            pns,
            total.count(HoursColumn::staff) - pns,
            total.count(HoursColumn::pns_earning),
            total.count(HoursColumn::pns_unknown),
        ])
    });
    let mean_of_pns = KeyFigure::new(
        pen,
        (
            "jp_per_pns",
            ("JP per PNS sejak Januari", "JP per PNS since January"),
        ),
        [now, before],
        HoursColumn::SHEET.id,
        Meaning::new(
            How::Over(decimal("pns_jp"), whole("pns")),
            "Jumlah JP PNS sejak Januari dibagi jumlah PNS. JP yang dipakai adalah yang diperhitungkan \
             ketentuan.",
            "The JP of PNS since January over the number of PNS; of the kind that the rule counts.",
        )
        .by("hours"),
    );
    [
        KeyFigure {
            // What a rule asks for is no figure that could be explained, so it is a key.
            requirement: pen.key(&rule.pns_floor.to_string(), Text::AtLeastYearly { jp: floor }),
            ..mean_of_pns.about(pen, told, told_before)
        },
        under_floor(context, pen.dec(rule.pns_floor)),
        missing(context),
    ]
}

/// The mean JP of PNS in the year up to a month, beside how many programmes of it have nobody on record.
fn mean_of_pns(context: &Context<'_>, total: &UnitHours, (month, unrolled): (Month, u64)) -> Value {
    let pen = context.pen;
    let (pns, jp) = (total.count(HoursColumn::pns), total.of(HoursColumn::pns_jp));
    let unknown = total.count(HoursColumn::pns_unknown);
    let is_told = context.untold(Period::year(month).first_day()).is_none();
    // Of a year that is told in part there is no mean. What a programme with nobody on record gave whom is not known, nor is
    // it whose JP are not all on record; where that is everybody's, there is no mean.
    if !is_told && unknown + unrolled == 0 {
        return pen.blank(("belum diketahui", "not known"));
    }
    let is_known = is_told && (jp > 0 || unrolled == 0 && (unknown == 0 || unknown < pns));
    let mean = match is_known {
        true => pen.ratio(Ratio::new(jp.into(), i128::from(pns) * i128::from(ONE)), 1),
        false => Value::Missing,
    };
    let mean = pen.beside(mean, unknown, Unjudged::Record);
    pen.beside(mean, unrolled, Unjudged::Roll)
}

/// Of how many PNS it is known that they are below the floor, beside those of whom it is not.
fn under_floor(context: &Context<'_>, floor: String) -> KeyFigure {
    let (pen, hours) = (context.pen, &context.figures.hours);
    let totals = [&hours.total, &hours.before];
    let both = totals.map(|total| {
        let columns = [
            HoursColumn::under_floor,
            HoursColumn::floor_judged,
            HoursColumn::floor_unknown,
        ];
        let [under, judged, unknown] = columns.map(|column| total.count(column));
        let known = total.figure(HoursColumn::under_floor);
        // Where nobody can be known to have too few, that none is known is no figure.
        let known = known.filter(|_| under > 0 || unknown == 0);
        let known = known.map_or(Value::Missing, |_| pen.count_of(under, judged));
        pen.beside(known, unknown, Unjudged::Record)
    });
    let [told, told_before] = totals.map(told_of_floor);
    let heading = Text::PnsUnderFloor { jp: floor };
    let meaning = HoursColumn::under_floor.meaning();
    let how = How::Among(whole("under_floor"), whole("floor_judged"));
    let meaning = Meaning { how, ..meaning };
    KeyFigure::new(
        pen,
        ("under_floor", heading),
        both,
        HoursColumn::SHEET.id,
        meaning,
    )
    .about(pen, told, told_before)
}

/// About how few people it tells how many PNS are below the floor: those who are, who are not, of whom it is not known,
/// and who are no PNS.
pub(in super::super) fn told_of_floor(total: &UnitHours) -> u64 {
    let columns = [
        HoursColumn::under_floor,
        HoursColumn::floor_judged,
        HoursColumn::floor_unknown,
        HoursColumn::pns,
        HoursColumn::staff,
    ];
    let [under, judged, unknown, pns, staff] = columns.map(|column| total.count(column));
    fewest([under, judged - under, unknown, staff - pns])
}

/// How many owe an evaluation and have none.
fn missing(context: &Context<'_>) -> KeyFigure {
    let (pen, figures) = (context.pen, context.figures);
    let both = [&figures.predicates.total, &figures.predicates_before.total];
    let guard = Guard::from(context.edition.privacy);
    let [without, without_before] = both.map(|count| told_of_missing(count, guard));
    let heading = ("Pegawai belum dinilai", "People without an evaluation");
    let values = both.map(|count| {
        let known = count.known_missing();
        let known = known.map_or(Value::Missing, |missing| pen.count_of(missing, count.owing()));
        pen.beside(known, count.unknown, Unjudged::Record)
    });
    let meaning = MISSING.resting_on(EVALUATED);
    KeyFigure::new(pen, ("evaluations_missing", heading), values, PREDICATES, meaning).about(
        pen,
        without,
        without_before,
    )
}

/// About how few people it tells how many have no evaluation: as few as one where the table of predicates hides it.
fn told_of_missing(count: &PredicateCount, guard: Guard) -> u64 {
    let mut sizes = count.by_predicate.to_vec();
    sizes.push(count.missing);
    match guard.hidden_of_total(&sizes, 0).last() {
        Some(true) => 1,
        _ => fewest([count.missing, count.evaluated(), told_of_owing(count)]),
    }
}

fn complaints(context: &Context<'_>) -> [KeyFigure; 5] {
    let (pen, figures) = (context.pen, context.figures);
    let both = [&figures.complaints.total, &figures.complaints_before.total];
    let figure =
        |key, heading: (&'static str, &'static str), meaning, of: &dyn Fn(&UnitComplaints) -> Value| {
            KeyFigure::new(pen, (key, heading), both.map(of), Of::SHEET.id, meaning)
        };
    [
        figure(
            "received",
            ("Pengaduan masuk", "Complaints received"),
            Of::received.meaning(),
            &|sums| pen.count(sums.count(Of::received)),
        ),
        figure(
            "resolved",
            (
                "Selesai, dari yang menjadi kewenangan",
                "Resolved, of those that can be",
            ),
            Meaning::new(
                How::Among(whole("resolved"), whole("resolvable")),
                "Jumlah pengaduan bulan ini yang selesai; sesudah garis miring: yang menjadi kewenangan.",
                "How many of the month's complaints are resolved; behind the stroke: those that can be.",
            )
            .by("complaints"),
            &|sums| pen.count_of(sums.count(Of::resolved), sums.count(Of::resolvable)),
        ),
        figure(
            "on_time",
            ("Tepat waktu, dari yang selesai itu", "On time, of these resolved"),
            Meaning::new(
                How::Over(whole("on_time"), whole("timed")),
                "Pengaduan bulan ini yang selesai dalam tenggat, dibagi yang selesai dan diketahui kelasnya.",
                "The month's complaints resolved within their deadline over those resolved and of a known \
                 class.",
            )
            .by("complaints"),
            &|sums| {
                let known = pen.fraction(sums.count(Of::on_time), sums.count(Of::timed));
                let known = match known {
                    Value::Missing => known,
                    known => Value::Partial(Box::new(Partial {
                        of: Some(sums.count(Of::timed)),
                        ..known.into()
                    })),
                };
                pen.without_class(known, sums.count(Of::untimed))
            },
        ),
        figure(
            "median_workdays",
            (
                "Median hari kerja yang selesai itu",
                "Median working days of these",
            ),
            Of::median_workdays.meaning(),
            &|sums| pen.ratio(sums.figure(Of::median_workdays), 1),
        ),
        figure(
            "overdue",
            ("Pengaduan melewati tenggat", "Complaints overdue"),
            Of::overdue.meaning(),
            &|sums| pen.overdue(sums),
        ),
    ]
}

fn satisfaction(context: &Context<'_>) -> [KeyFigure; 2] {
    let (pen, rule) = (context.pen, context.edition.satisfaction);
    let figures = &context.figures.satisfaction;
    let before = figures.over(rule.window(context.period.previous(), context.is_alone));
    let months = rule.window(context.period, context.is_alone).months().into();
    let both = [&figures.total(), &before];
    let needed = figures.respondents.population().and_then(|population| {
        let rule = context.rules.sample_size.on(context.as_of())?;
        let counts = [rule.needed(population)?, population.into()];
        let key = counts[0].to_string();
        let [needed, population] = counts.map(|count| words::number(pen.lang, &count.to_string()));
        Some(pen.key(&key, Text::SampleNeeded { needed, population }))
    });
    let guard = context.edition.privacy.into();
    let index = |answers: &Answers| pen.judged(guard, answers.index(rule), rule.decimals as u32);
    [
        KeyFigure::new(
            pen,
            ("ikm", Text::Ikm { months }),
            both.map(index),
            "ikm_by_unit",
            OF_INDEX,
        ),
        KeyFigure {
            requirement: needed.unwrap_or(Value::Missing),
            ..KeyFigure::new(
                pen,
                ("ikm_n", ("Responden survei", "Survey respondents")),
                both.map(|answers| pen.count(answers.people())),
                "ikm_by_unit",
                Meaning::new(
                    How::Sum(whole("n")),
                    "Jumlah responden survei kepuasan masyarakat dalam masa yang dihitung.",
                    "How many respondents the survey of the public has in the months that count.",
                )
                .by("satisfaction"),
            )
        },
    ]
}
