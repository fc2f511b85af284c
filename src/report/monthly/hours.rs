//! JP of the year so far by unit, with the PNS below the floor and the PPPK over their ceiling by name.

use super::super::figure::{NAMED, table};
use super::super::model::{Column, Note, Section, Table, Value, View};
use super::Context;
use crate::measure::hours::UnitHours;
use crate::records::number::{ONE, Ratio};
use crate::records::time::Period;
use crate::rules::{Counted, Edition};
use crate::words::report::Text;
use crate::words::rule_name::RuleName;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let mut out = super::section(context, "hours", Text::Hours);
    out.tables = vec![
        by_unit(context),
        under_floor(context),
        over_ceiling(context),
        without_contract(context),
    ];
    out.tables
        .retain(|table| table.id == "hours_by_unit" || !table.rows.is_empty());
    out.notes = notes(context);
    out
}

fn by_unit(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let (floor, ceiling) = (
        pen.dec(context.edition.hours.pns_floor),
        pen.dec(context.edition.hours.pppk_ceiling),
    );
    let columns = vec![
        pen.column("unit", Text::Unit).public(),
        pen.column("staff", Text::Staff).public(),
        pen.column("jp_total", Text::JpTotal).public(),
        pen.column("jp_mean", Text::JpMean).public(),
        pen.column("pns", Text::Pns),
        pen.column("under_floor", Text::UnderFloor { jp: floor }),
        pen.column("pppk", Text::Pppk),
        pen.column("over_ceiling", Text::OverCeiling { jp: ceiling }),
        pen.column("jp_recognised", Text::JpRecognised),
        pen.column("jp_verified", Text::JpVerified),
        pen.column("under_floor_forecast", Text::UnderForecast),
        pen.hidden("without_contract", Text::WithoutContract),
    ];
    let line = |key: Value, hours: &UnitHours| {
        vec![
            key,
            pen.count(hours.staff),
            pen.sum(hours.claimed),
            pen.ratio(
                Ratio::new(hours.claimed, i128::from(hours.staff) * i128::from(ONE)),
                1,
            ),
            pen.count(hours.pns),
            pen.count(hours.under_floor),
            pen.count(hours.pppk),
            pen.count(hours.over_ceiling),
            pen.sum(hours.recognised),
            pen.sum(hours.verified),
            pen.count(hours.under_floor_forecast),
            pen.count(hours.without_contract),
        ]
    };
    let units = figures.hours.units.iter().enumerate();
    let mut rows: Vec<Vec<Value>> = units
        .map(|(n, hours)| line(pen.unit(figures, n as u32), hours))
        .collect();
    rows.push(line(pen.total(), &figures.hours.total));
    let mut out = table(
        "hours_by_unit",
        pen.say(Text::HoursByUnit),
        columns,
        rows,
        String::new(),
    );
    let view = |columns: &[&'static str]| View {
        title: String::new(),
        columns: columns.to_vec(),
    };
    out.views = vec![
        view(&[
            "unit",
            "staff",
            "jp_total",
            "jp_recognised",
            "jp_verified",
            "jp_mean",
        ]),
        view(&[
            "unit",
            "pns",
            "under_floor",
            "under_floor_forecast",
            "pppk",
            "over_ceiling",
        ]),
    ];
    // How many of a unit lack something is for the office: where all or none do, it tells about each.
    pen.without_idle(out, &figures.units, |_| true).of_people("staff")
}

fn under_floor(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let rows = figures.hours.under_floor.iter().take(NAMED).map(|&number| {
        let hours = &figures.person_hours[&number];
        vec![
            pen.name(figures, number),
            pen.unit_of(figures, number),
            pen.sum(i128::from(hours.counted(context.edition.hours).0)),
            pen.sum(context.shortfall(number)),
            pen.sum(i128::from(hours.planned.0)),
        ]
    });
    let columns = vec![
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.measured("jp", Text::Jp, "JP"),
        pen.measured("short", Text::Short, "JP"),
        pen.measured("planned", Text::Confirmed, "JP"),
    ];
    let caption = Text::UnderFloorNamed {
        jp: pen.dec(context.edition.hours.pns_floor),
    };
    let list = &figures.hours.under_floor;
    Table {
        numbers: list.iter().take(NAMED).map(|&number| number.into()).collect(),
        ..table(
            "under_floor",
            pen.say(caption),
            columns,
            rows.collect(),
            String::new(),
        )
    }
}

fn over_ceiling(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let rows = figures.hours.over_ceiling.iter().take(NAMED).map(|number| {
        let since = figures
            .contract_years
            .get(number)
            .map_or(Value::Missing, |day| pen.date(*day));
        let jp = figures.person_hours[number].contract;
        vec![
            pen.name(figures, *number),
            pen.unit_of(figures, *number),
            pen.sum(i128::from(jp.0)),
            since,
        ]
    });
    let columns = vec![
        pen.column("name", Text::Name),
        pen.column("unit", Text::Unit),
        pen.measured("jp", Text::Jp, "JP"),
        pen.column("contract_year", Text::ContractYear),
    ];
    let caption = Text::OverCeilingNamed {
        jp: pen.dec(context.edition.hours.pppk_ceiling),
    };
    let list = &figures.hours.over_ceiling;
    Table {
        numbers: list.iter().take(NAMED).map(|&number| number.into()).collect(),
        ..table(
            "over_ceiling",
            pen.say(caption),
            columns,
            rows.collect(),
            String::new(),
        )
    }
}

fn without_contract(context: &Context<'_>) -> Table {
    let (pen, figures) = (context.pen, context.figures);
    let rows = figures.hours.without_contract.iter().take(NAMED);
    let rows = rows.map(|&number| vec![pen.name(figures, number), pen.unit_of(figures, number)]);
    let columns: Vec<Column> = vec![pen.column("name", Text::Name), pen.column("unit", Text::Unit)];
    let caption = pen.say(Text::WithoutContractNamed);
    table(
        "without_contract",
        caption,
        columns,
        rows.collect(),
        String::new(),
    )
}

fn notes(context: &Context<'_>) -> Vec<Note> {
    let (pen, figures, rule) = (context.pen, context.figures, context.edition.hours);
    let kind = match rule.counted {
        Counted::Certificate => Text::KindCertificate,
        Counted::Recognised => Text::KindRecognised,
        Counted::Verified => Text::KindVerified,
    };
    let mut notes = vec![
        pen.note(
            "floor",
            Text::NoteFloor {
                floor: pen.dec(rule.pns_floor),
                ceiling: pen.dec(rule.pppk_ceiling),
            },
        )
        .public(),
        pen.note("counted", Text::NoteCounted { kind: pen.say(kind) })
            .public(),
        pen.note("forecast", Text::NoteForecast),
        pen.basis(&rule.head()),
    ];
    let first = Period::year(figures.month).first_day();
    if context.rules.hours.changed_between(first, figures.month.last()) {
        notes.push(
            pen.note(
                "rule-changed-hours",
                Text::RuleChanged {
                    rule: pen.say(RuleName::Hours),
                },
            )
            .public(),
        );
    }
    if figures.hours.non_asn > 0 {
        notes.push(
            pen.note(
                "non-asn",
                Text::NoteNonAsn {
                    count: figures.hours.non_asn,
                },
            )
            .public(),
        );
    }
    let unknown = figures.hours.total.without_contract;
    if unknown > 0 {
        notes.push(pen.note("contract-unknown", Text::NoteNoContract { count: unknown }));
    }
    notes.extend(pen.others("under-floor-more", figures.hours.under_floor.len(), NAMED));
    notes
}
