//! `bina rollup DIR…`: a report over several offices, with a row an office and their total.
//!
//! One office after another is visited, as many at once as there are threads, and nothing of it stays but its rows and
//! what totals need: memory is that of the largest, not of all.

mod gathered;
mod place;
mod visit;

use super::asking::{Asking, with_form};
use super::{edition, with_readers};
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, verbs};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::gather::rollup::Provisions;
use crate::inquiry::{KINDS, Kind};
use crate::load;
use crate::measure::meaning::Explanation;
use crate::queue;
use crate::render::FORMATS;
use crate::report;
use crate::report::explanation::{self, Meant};
use crate::report::model::{Report, Table};
use crate::report::rollup::OFFICE;
use crate::rules::Rules;
use crate::session::{Exit, Failure, Session};
use crate::words::report_explanation::AddressText;
use crate::words::report_rollup::RollupRefusal;
use crate::words::{Lang, Phrase, value_form};
use clap::{Arg, ArgAction, ArgMatches, Command};
use gathered::Gathered;
use place::{OfficeRoot, places};
use visit::Asked;

verbs! {
    "" "rollup" "rekap", id "Merekap laporan beberapa kantor, setiap kantor satu baris", en "Rolls up a report of several offices, a row for each" {
    } Act::Built(build, run), "";
}

/// What is typed before an address.
const ASK: &str = "bina rollup … --explain";

/// The report that is meant where none is named.
const MONTHLY: &str = "monthly";

/// How many offices a thread visits before what they told is taken together, and what one of them asked is listened for in
/// all that follow.
const AT_ONCE: usize = 2;

fn build(command: Command, lang: Lang) -> Command {
    let say = |id: &'static str, en: &'static str| Phrase { id, en }.get(lang);
    let command = command
        .after_help(say(
            "Nama laporan, bila ada, ditulis paling depan; bila tidak: monthly. Laporan tentang satu orang atau satu pelatihan\n\
             tidak direkap. Sebuah direktori boleh juga folder yang memuat direktori catatan.\n\
             Contoh: bina rollup monthly kota/marelan kota/deli --month 2026-10 -o rekap.xlsx",
            "The name of a report, if any, comes first; else it is monthly. A report about one person or one programme is not\n\
             rolled up. A directory may also be a folder that holds record directories.\n\
             Example: bina rollup monthly city/marelan city/deli --month 2026-10 -o rollup.xlsx",
        ))
        .arg(
            Arg::new("offices")
                .num_args(0..)
                .value_name(value_form(lang, "REPORT|DIR"))
                .help(say(
                    "Laporan yang direkap, lalu direktori catatan setiap kantor",
                    "The report that is rolled up, then the record directory of each office",
                )),
        )
        .arg(
            Arg::new("from")
                .long("from")
                .value_name(value_form(lang, "FILE"))
                .help(say(
                    "Daftar direktori, satu setiap baris, dilihat dari folder daftar itu",
                    "A list of directories, one a line, as seen from the folder of the list",
                )),
        )
        .arg(
            Arg::new("may-differ")
                .long("allow-differing-rules")
                .action(ArgAction::SetTrue)
                .help(say(
                    "Rekap juga kantor yang ketentuannya berbeda; angka menurut ketentuan itu tidak dijumlahkan",
                    "Also roll up offices whose rules differ; figures by such a rule get no total",
                )),
        )
        .arg(
            Arg::new("explain")
                .long("explain")
                .value_name(value_form(lang, "ADDRESS"))
                .num_args(0..=1)
                .default_missing_value("")
                .conflicts_with_all(["edition", "draft", "full"])
                .help(say(
                    "Asal satu angka rekap, sampai ke berkas di direktori kantornya; tanpa alamat: semua alamat",
                    "Where a figure of the rollup comes from, down to the file in its office's directory; without an address: all addresses",
                )),
        );
    with_readers(with_form(command, FORMATS, lang), lang)
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let (kind, typed_places) = meant(matches, session)?;
    let asking = Asking::of(matches, Some(kind), FORMATS, session)?;
    let edition = edition::asked(matches, kind, &asking, session)?;
    let places = places(matches, &typed_places, session)?;
    let asked = Asked {
        kind,
        period: asking.period,
        is_alone: asking.is_alone,
        edition,
        lang: session.asked_lang.unwrap_or_else(|| lang_of(&places)),
        told_in: session.lang,
        today: session.today,
        may_differ: matches.get_flag("may-differ"),
        provisions: &Provisions::default(),
    };
    let mut gathered = Gathered::default();
    // What the first is asked, the others tell while their reports are made.
    let (first, others) = places.split_at(1);
    let threads = queue::threads(true);
    for some in std::iter::once(first).chain(others.chunks(AT_ONCE * threads)) {
        let (threads, known) = (threads.min(some.len()), &gathered.asked);
        let visits = queue::run(threads, some.len(), |number| asked.visit(&some[number], known));
        for (place, visit) in some.iter().zip(visits) {
            gathered.take(place, visit, &asked);
        }
    }
    gathered.tell_clashes(&asked);
    session.err.write_all(gathered.said.as_bytes())?;
    if let Some(refusal) = &gathered.apart {
        return Err(session.fail(Exit::Broken, refusal));
    }
    let (refused, of) = (gathered.refused, places.len());
    if refused > 0 && !matches.get_flag("draft") {
        return Err(session.fail(Exit::Broken, &RollupRefusal::Broken { offices: refused, of }));
    }
    let Some(first) = gathered.visited.first() else {
        return Err(session.fail(Exit::Broken, &RollupRefusal::NoneLeft));
    };
    if gathered.rollup.is_empty() {
        let name = kind.named(session.lang).to_owned();
        return Err(session.usage(&RollupRefusal::NoTotals { name }));
    }
    let (rules, in_two) = (rules_of(first), gathered.in_two());
    let mut report = gathered.rollup.report(&rules, &gathered.differing, &in_two);
    match typed(matches, "explain") {
        Some(address) => report = explained(&report, address, (&gathered.visited, &asked), &rules, session)?,
        None if refused > 0 => report::mark_draft(&mut report, &gathered.left_out, asked.lang),
        None => {}
    }
    asking.warn(session)?;
    asking.shape(&mut report);
    asking.print(&report, session, refused > 0, None)?;
    Ok(if refused > 0 { Exit::Broken } else { Exit::Done })
}

/// The report that is meant, and the directories that were typed.
fn meant<'m>(
    matches: &'m ArgMatches,
    session: &Session<'_>,
) -> anyhow::Result<(&'static Kind, Vec<&'m str>)> {
    let mut places: Vec<&str> = matches
        .get_many("offices")
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let is_report = |name: &&str| KINDS.iter().any(|kind| [kind.name, kind.alias].contains(name));
    let name = match places.first().filter(|first| is_report(first)) {
        Some(_) => places.remove(0),
        None => MONTHLY,
    };
    let kind = super::named(name, session)?;
    if kind.needs_subject() {
        let kinds = KINDS.iter().filter(|kind| !kind.needs_subject());
        let all: Vec<&str> = kinds.map(|kind| kind.named(session.lang)).collect();
        let (name, all) = (kind.named(session.lang).to_owned(), all.join(", "));
        return Err(session.usage(&RollupRefusal::NoReport { name, all }));
    }
    Ok((kind, places))
}

/// The language of the first office that says one.
fn lang_of(places: &[OfficeRoot]) -> Lang {
    let mut settings = places.iter().filter_map(|place| {
        let directory = Directory::open(&place.root).ok()?;
        load::settings(&directory, &mut Findings::new())
    });
    settings.next().map_or(Lang::Id, |settings| settings.lang())
}

/// The rules of an office, which are those of all.
fn rules_of(place: &OfficeRoot) -> Rules {
    let directory = Directory::open(&place.root).ok();
    directory.map_or_else(Rules::default, |directory| {
        load::rules(&directory, &mut Findings::new())
    })
}

/// The page about one figure of the rollup, or the addresses below one.
fn explained(
    report: &Report,
    address: &str,
    (visited, asked): (&[OfficeRoot], &Asked<'_>),
    rules: &Rules,
    session: &mut Session<'_>,
) -> anyhow::Result<Report> {
    let opening = explanation::Opening {
        report,
        settings: None,
        command: ASK,
        period: asked.period,
        is_before: false,
        lang: asked.lang,
    };
    let found = match explanation::look_up(report, address.trim().trim_end_matches('/'), ASK) {
        Ok(Meant::Under(figures)) => return Ok(explanation::addresses(&opening, &figures)),
        Ok(Meant::Figure(found)) => found,
        Err(refusal) => return Err(session.usage(&refusal)),
    };
    let Some(question) = found.question() else {
        let (address, command) = (found.address(), ASK.to_owned());
        return Err(session.usage(&AddressText::NoFigure { address, command }));
    };
    let row = &found.table.rows[found.row];
    // A row is that of an office, or one in which all have a part.
    let first = found.table.columns.first();
    let is_of_all = first.is_none_or(|first| first.id != OFFICE) || Table::is_total(row);
    let offices = if is_of_all {
        visited
    } else {
        &visited[found.row..=found.row]
    };
    let key = row[0].data();
    let figure = (found.table.id, &*key, found.table.columns[found.column].id);
    let how = question.meaning.how;
    let (mut all, mut heard): (Option<Explanation>, _) = (None, Vec::new());
    for office in offices {
        let own = asked.explain(office, figure).map_err(|refused| {
            let exit = Exit::Broken;
            Failure::new(exit, refused.text)
        })?;
        let Some((own, own_heard)) = own else { continue };
        how.pool(&mut heard, own_heard);
        match &mut all {
            Some(all) => all.join(own),
            None => all = Some(own),
        }
    }
    let mut all = all.unwrap_or_else(|| Explanation::nothing(question));
    if is_of_all {
        let again = how
            .is_pooled()
            .then(|| how.again(&heard, rules, asked.period.last_day()));
        all.again = again.flatten();
    }
    Ok(explanation::explanation(&opening, found, &all))
}
