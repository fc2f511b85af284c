//! The list of JP that an office hands in: a line for each person.

use super::list::List;
use super::model::{Report, Table, Unjudged, Value};
use super::page::Page;
use super::person::nip_of;
use crate::measure::hours::{HoursEntry, HoursForm, HoursReport, HoursStanding};
use crate::records::number::Dec;
use crate::records::posts::Post;
use crate::records::time::Period;
use crate::rules::Enactment;
use crate::words::report::Text;
use crate::words::report_hours::HoursText;

/// The version of the contract of the report.
const VERSION: u32 = 1;

/// Builds the list.
pub fn hours(page: &Page<'_>, gathered: &HoursReport<'_>) -> Report {
    let year = Period::year(page.period.last_month()).first_day();
    let period = page.year_so_far().to_uppercase();
    let mut report = page.formal(page.report_from(year, ("hours", VERSION), HoursText::Title { period }));
    report.period.0 = year.to_string();
    let mut out = page.pen.section("hours", ("", ""));
    let list = page.known_from(year, &[], list(page, gathered));
    out.tables
        .push(page.pen.with_unrolled(gathered.unrolled, &[], list));
    out.notes.extend(page.unplaced());
    out.notes.push(page.pen.note("forms", HoursText::NoteForms));
    out.notes.push(page.pen.basis(&gathered.rule.head()));
    report.sections.push(out);
    report.closing = page.signature();
    report
}

fn list(page: &Page<'_>, gathered: &HoursReport<'_>) -> Table {
    let (pen, who) = (page.pen, page.who);
    let post = |one: &HoursEntry| gathered.posts.on(one.person, page.as_of());
    let position = |post: &Post| gathered.posts.position_of(post).map(str::to_owned);
    let text = |text: Option<String>| text.map_or(Value::Missing, Value::Text);
    let list = pen
        .list("hours", gathered.entries.iter().copied())
        .by_people(who, |one| one.person, |_| ())
        .or_says(HoursText::Nobody)
        .numbered(|one| one.person.into())
        .col("staff", ("Id", "Id"), |one| page.id(one.person))
        .hidden()
        .col("name", Text::Name, |one| page.name(one.person))
        .col("nip", ("NIP", "NIP"), |one| Value::Text(nip_of(one.person)))
        .col("grade", ("Golongan", "Grade"), |one| {
            text(post(one).and_then(|post| Some(post.grade?.code().to_owned())))
        })
        .col("position", ("Jabatan", "Position"), |one| {
            text(post(one).and_then(position))
        })
        .col("unit", Text::Unit, |one| page.unit_of(one.person));
    earned(page, list)
        .col("required", HoursText::Required, |one| {
            required(page, gathered, one)
        })
        .col("remark", HoursText::Remark, |one| remark(page, one))
        .table()
}

/// The JP of each person, by form and by what became of them.
fn earned(page: &Page<'_>, list: List<HoursEntry>) -> List<HoursEntry> {
    let pen = page.pen;
    let form = |form: HoursForm| {
        let at = form as usize;
        move |one: &HoursEntry| pen.jp_beside(one.forms[at].0, one.unknown[at])
    };
    list.col("classroom", HoursText::Classroom, form(HoursForm::Classroom))
        .measured("JP")
        .summed(
            "JP dari pelatihan klasikal yang selesai sejak Januari.",
            "The JP of classroom programmes completed since January.",
        )
        .col(
            "non_classroom",
            HoursText::NonClassroom,
            form(HoursForm::NonClassroom),
        )
        .measured("JP")
        .summed(
            "JP dari pelatihan nonklasikal yang selesai sejak Januari.",
            "The JP of other forms completed since January.",
        )
        .col("unrecorded", HoursText::Unrecorded, form(HoursForm::Unrecorded))
        .measured("JP")
        .summed(
            "JP dari pelatihan instansi lain, yang bentuknya tidak tercatat, sejak Januari.",
            "The JP of programmes of other offices, whose form is not on record, since January.",
        )
        .col("jp", HoursText::Total, |one| {
            pen.jp_beside(one.hours.claimed.0, one.unknown.iter().sum())
        })
        .measured("JP")
        .summed(
            "JP pada sertifikat dari semua yang selesai sejak Januari; di belakangnya berapa pelatihan yang JP atau harinya tidak tercatat.",
            "The JP on certificates of all that was completed since January; behind it of how many completions the JP or the day is not on record.",
        )
        .col("recognised", HoursText::Recognised, |one| {
            // Where nothing was assessed nobody can tell.
            let known = match one.hours.assessed.0 == 0 && one.unassessed > 0 {
                true => Value::Missing,
                false => pen.sum(one.hours.recognised.0.into()),
            };
            pen.beside(known, one.unassessed, Unjudged::Programme)
        })
        .measured("JP")
        .summed(
            "JP yang diakui; di belakangnya berapa pelatihan yang belum dinilai pengakuannya.",
            "The JP recognised; behind it how many programmes were not assessed yet.",
        )
        .by("hours")
        .col("verified", HoursText::Verified, |one| {
            pen.sum(one.hours.verified.0.into())
        })
        .measured("JP")
        .summed(
            "JP pada sertifikat yang sudah diverifikasi orang lain.",
            "The JP on certificates that somebody else verified.",
        )
}

/// What is required of a person.
fn required(page: &Page<'_>, gathered: &HoursReport<'_>, one: &HoursEntry) -> Value {
    let (pen, rule) = (page.pen, gathered.rule);
    match one.standing {
        HoursStanding::Free => Value::Missing,
        _ if one.employment.is_pppk() => {
            let jp = pen.dec(rule.pppk_ceiling);
            pen.key("ceiling", HoursText::AtMost { jp })
        }
        _ => {
            let jp = pen.dec(rule.pns_floor);
            pen.key("floor", HoursText::AtLeast { jp })
        }
    }
}

/// How a person stands to it.
fn remark(page: &Page<'_>, one: &HoursEntry) -> Value {
    let pen = page.pen;
    let jp = |jp: Dec| pen.dec(jp);
    match one.standing {
        HoursStanding::Free => Value::Missing,
        HoursStanding::Unknown => pen.key("unknown", HoursText::Unknown),
        HoursStanding::Met => pen.key("met", HoursText::Met),
        HoursStanding::Short(short) => pen.key("short", HoursText::Short { jp: jp(short) }),
        HoursStanding::Over(over) => pen.key("over", HoursText::Over { jp: jp(over) }),
    }
}
