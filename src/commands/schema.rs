//! `bina schema`: what the records are, from their declarations.

use super::Entry;
use super::arguments::{form, listing_form, names, output_of};
use crate::listing;
use crate::records::table::nearest;
use crate::render::{Format, Listing, MARKDOWN};
use crate::schema;
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::{Lang, Phrase};
use crate::{change, clerk};
use clap::{Arg, ArgMatches, Command};

/// The entry of the command.
pub static ENTRY: Entry = Entry {
    name: "schema",
    alias: Some("skema"),
    about: Phrase {
        id: "Mencetak kolom tabel, isian dokumen, dan aturan beserta artinya",
        en: "Prints the columns of tables, the fields of documents and rules, and what they mean",
    },
    build,
    run,
};

fn build(command: Command, lang: Lang) -> Command {
    let table = Phrase {
        id: "Tabel, dokumen, atau aturan; semua bila tidak ditulis",
        en: "A table, document or rule; everything when absent",
    };
    let page = Phrase {
        id: "halaman format",
        en: "the format page",
    };
    let mut forms = names(&Format::those(Format::is_listed));
    forms.push(MARKDOWN.name);
    let help = format!("{} ({})", form(&forms, lang), page.get(lang));
    command
        .arg(Arg::new("table").value_name("TABLE").help(table.get(lang)))
        .arg(output_of(forms, lang).help(help))
        .after_help("bina schema participation")
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
        widest: 100,
        rows: rows.into_iter().map(Vec::from).collect(),
    };
    if !form.is_data && name.is_some() {
        listing.leave_out(&[0]);
    }
    listing::print(&listing, form, session)?;
    Ok(Exit::Done)
}
