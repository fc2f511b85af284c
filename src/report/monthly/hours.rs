//! JP of the year so far by unit, with the PNS below the floor and the PPPK over their ceiling by name.

use super::super::model::{Note, Section, Table, View};
use super::Context;
use crate::measure::completeness::Requirement;
use crate::measure::hours::HoursColumn;
use crate::measure::judged::Guard;
use crate::records::time::Period;
use crate::rules::{Counted, Enactment};
use crate::words::report::Text;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let mut out = super::section(
        context,
        "hours",
        (
            "Jam pelajaran (JP) tahun berjalan",
            "Learning hours (JP) of the year so far",
        ),
    );
    out.tables = vec![
        by_unit(context).detail(),
        under_floor(context),
        over_ceiling(context).short_view(&["name", "unit", "jp"]),
        without_contract(context).detail(),
    ];
    out.notes = notes(context);
    out
}

fn by_unit(context: &Context<'_>) -> Table {
    let (pen, figures, rule) = (context.pen, context.figures, context.edition.hours);
    let rows = pen.by_unit(&context.who.units, &figures.hours.units, &figures.hours.total);
    let fills = [
        ("floor", pen.dec(rule.pns_floor)),
        ("ceiling", pen.dec(rule.pppk_ceiling)),
    ];
    let mut out = pen.sheet(rows, ("JP menurut unit kerja", "JP by unit"), &fills);
    out.views = [
        &[
            "unit",
            "staff",
            "jp_total",
            "jp_recognised",
            "jp_verified",
            "jp_mean",
        ],
        &[
            "unit",
            "pns",
            "under_floor",
            "under_floor_forecast",
            "pppk",
            "over_ceiling",
        ],
    ]
    .map(|columns| View::untitled(columns))
    .into();
    // How many of a unit lack something is for the office: where all or none do, it tells about each.
    let out = pen.without_idle(out, &context.who.units, |_| true);
    let people = [
        "staff",
        "pns",
        "pppk",
        "without_contract",
        "floor_unknown",
        "jp_unknown",
    ];
    let first = Period::year(context.month()).first_day();
    // Beside it stands how many are not known.
    let kept = [&people[..], &["under_floor", "over_ceiling"]].concat();
    pen.with_unrolled(
        context.unrolled_of_year(),
        &kept,
        context.known_from(first, &people, out),
    )
    .of_people(&["staff", "earning"])
}

fn under_floor(context: &Context<'_>) -> Table {
    let (pen, figures, rule) = (context.pen, context.figures, context.edition.hours);
    let hours = |person: &u32| &figures.person_hours[person];
    let list = pen
        .list("under_floor", figures.hours.under_floor.iter().copied())
        .by_people(
            context.who,
            |&person| person,
            |person| hours(person).counted(rule),
        )
        .short()
        .titled(Text::UnderFloorNamed {
            jp: pen.dec(rule.pns_floor),
        })
        .numbered(|&person| person.into())
        .col("name", Text::Name, |&person| pen.person(person))
        .col("unit", Text::Unit, |&person| context.who.unit_of(person))
        .col("jp", Text::Jp, |person| {
            pen.sum(hours(person).counted(rule).0.into())
        })
        .measured("JP")
        .summed(
            "JP pegawai ini sejak Januari, menurut yang diperhitungkan ketentuan.",
            "The JP of the person since January, of the kind that the rule counts.",
        )
        .by("hours")
        .col("short", ("Kurang", "Short"), |&person| {
            pen.sum(context.shortfall(person))
        })
        .measured("JP")
        .from(
            &["jp"],
            "Batas paling sedikit dikurangi JP pegawai ini.",
            "The minimum less the JP of the person.",
        )
        .by("hours")
        .col("planned", ("Dikonfirmasi", "Confirmed"), |person| {
            pen.sum(hours(person).planned.0.into())
        })
        .measured("JP")
        .summed(
            "JP pelatihan yang berakhir kemudian dalam tahun ini dan tempatnya sudah dikonfirmasi.",
            "The JP of programmes that end later this year and in which a place is confirmed.",
        );
    pen.with_unrolled(context.unrolled_of_year(), &[], list.table())
}

fn over_ceiling(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let list = pen
        .list("over_ceiling", figures.hours.over_ceiling.iter().copied())
        .by_people(context.who, |&person| person, |_| ())
        .short()
        .titled(Text::OverCeilingNamed {
            jp: pen.dec(context.edition.hours.pppk_ceiling),
        })
        .numbered(|&person| person.into())
        .col("name", Text::Name, |&person| pen.person(person))
        .col("unit", Text::Unit, |&person| context.who.unit_of(person))
        .col("jp", Text::Jp, |person| {
            pen.sum(figures.person_hours[person].contract.0.into())
        })
        .measured("JP")
        .summed(
            "JP pegawai ini dalam tahun kontrak yang berjalan, menurut yang diperhitungkan ketentuan.",
            "The JP of the person in the running contract year, of the kind that the rule counts.",
        )
        .by("hours")
        .col(
            "contract_year",
            ("Tahun kontrak sejak", "Contract year since"),
            |person| pen.date_or_not(figures.contract_years.get(person).copied()),
        );
    pen.with_unrolled(context.unrolled_of_year(), &[], list.table())
}

fn without_contract(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    pen.list("without_contract", figures.hours.without_contract.iter().copied())
        .by_people(context.who, |&person| person, |_| ())
        .short()
        .titled((
            "PPPK yang masa kontraknya tidak diketahui",
            "PPPK whose contract is not known",
        ))
        .col("name", Text::Name, |&person| pen.person(person))
        .col("unit", Text::Unit, |&person| context.who.unit_of(person))
        .table()
}

fn notes(context: &Context<'_>) -> Vec<Note> {
    let (pen, figures, rule) = (context.pen, context.figures, context.edition.hours);
    let kind = match rule.counted {
        Counted::Certificate => Text::KindCertificate,
        Counted::Recognised => Text::KindRecognised,
        Counted::Verified => Text::KindVerified,
    };
    let mut notes = vec![
        pen.method(
            "floor",
            Text::NoteFloor {
                floor: pen.dec(rule.pns_floor),
                ceiling: pen.dec(rule.pppk_ceiling),
            },
        )
        .public(),
        pen.method("counted", Text::NoteCounted { kind: pen.say(kind) })
            .public(),
        pen.method("forecast", Text::NoteForecast),
        pen.basis(&rule.head()),
    ];
    let first = Period::year(context.month()).first_day();
    if context.rules.hours.changed_between(first, context.as_of()) {
        notes.push(
            pen.note(
                "rule-changed-hours",
                Text::RuleChanged {
                    rule: pen.say(rule.head().about),
                },
            )
            .public(),
        );
    }
    if figures.hours.non_asn > 0 {
        let count = figures.hours.non_asn;
        let is_public = Guard::from(context.edition.privacy).is_enough(count);
        let note = pen.method("non-asn", Text::NoteNonAsn { count });
        notes.push(Note { is_public, ..note });
    }
    let lacking = figures.completeness.of(Requirement::Completions).lacking();
    notes.extend(pen.some_completions(lacking));
    let unknown = figures.hours.total.count(HoursColumn::jp_unknown);
    if unknown > 0 {
        notes.push(pen.note("jp-unknown", Text::NoteJpUnknown { count: unknown }));
    }
    let unknown = figures.hours.total.count(HoursColumn::without_contract);
    if unknown > 0 {
        notes.push(pen.note("contract-unknown", Text::NoteNoContract { count: unknown }));
    }
    notes.extend(pen.without_rolls(context.unrolled_of_year()));
    notes.extend(context.unplaced());
    notes.extend(context.untold(Period::year(context.month()).first_day()));
    notes
}
