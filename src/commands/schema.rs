//! `bina schema`: what the records are, from their declarations.

use super::arguments::{form, listing_form, names, output_of};
use super::verb::{Act, verbs};
use crate::listing;
use crate::records::table::nearest;
use crate::render::{Format, Listing, MARKDOWN};
use crate::schema;
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::{Lang, Phrase};
use crate::{change, clerk};
use clap::{Arg, ArgMatches};

verbs! {
    "" "schema" "skema", id "Mencetak kolom tabel, isian dokumen, dan aturan beserta artinya", en "Prints the columns of tables, the fields of documents and rules, and what they mean" {
        [MayPlace "table" "TABLE", id "Tabel, dokumen, atau aturan; semua bila tidak ditulis", en "A table, document or rule; everything when absent"]
        [Made(output) "output"]
    } Act::Run(run), "bina schema participation";
}

/// `-O`: the forms of a listing, and the format page.
fn output(lang: Lang) -> Arg {
    let page = Phrase {
        id: "halaman format",
        en: "the format page",
    };
    let mut forms = names(&Format::those(Format::is_listed));
    forms.push(MARKDOWN.name);
    let help = format!("{} ({})", form(&forms, lang), page.get(lang));
    output_of(forms, lang).help(help)
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let form = listing_form(matches);
    if *form == MARKDOWN {
        write!(session.out, "{}", schema::page(session.lang))?;
        return Ok(Exit::Done);
    }
    let name = matches.get_one::<String>("table");
    let Some(rows) = schema::rows(name.map(String::as_str), session.lang) else {
        let (name, names) = (name.cloned().unwrap_or_default(), schema::names());
        let nearest = nearest(&name, names.iter().map(String::as_str)).to_owned();
        let slip = Slip::TableNone {
            nearest,
            all: names.join(", "),
            name,
        };
        return Err(clerk::slipped(
            &[("TABLE".to_owned(), change::Reason::from(slip))],
            session,
        )?);
    };
    let mut listing = Listing {
        names: schema::HEADINGS.map(str::to_owned).to_vec(),
        keys: 2,
        kinds: Vec::new(),
        widest: 100,
        rows: rows.into_iter().map(Vec::from).collect(),
    };
    if !form.is_data && name.is_some() {
        listing.leave_out(&[0]);
    }
    listing::print(&listing, form, session)?;
    Ok(Exit::Done)
}
