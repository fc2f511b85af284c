//! `bina mail`: what is due as a letter to each person who is to do some of it. Another program sends them.

use super::due::{days, of_today};
use super::folder::{Folder, FolderFiles};
use super::told;
use crate::commands::arguments::typed;
use crate::commands::verb::{Act, Argument, argument, verbs};
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::files::access::Access;
use crate::gather::reading::names;
use crate::load;
use crate::records::full_name::FullName;
use crate::records::mail_address;
use crate::records::settings::Agency;
use crate::render::mail::{Mailbox, Message};
use crate::report::{self, Letter};
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use clap::ArgMatches;
use std::path::Path;

/// `--within`.
const WITHIN: Argument = argument!("within" "DAYS", id "Berapa hari ke depan yang disebut; bila tidak ditulis: 14d", en "How many days ahead are told; else 14d");

/// `-o`.
const OUTPUT: Argument = argument!(Short('o') "output" "DIR", id "Folder dengan satu berkas .eml per orang, atau satu berkas .mbox; bila tidak ditulis: semuanya sebagai mbox ke keluaran baku", en "A folder with a file .eml a person, or one file .mbox; else all of them as an mbox to standard output");

verbs! {
    "" "mail" "surat", id "Menulis satu surat bagi setiap orang tentang yang harus ia kerjakan, siap dikirim program lain; tidak ada surat bila tidak ada yang harus dikerjakan, dan bina sendiri tidak mengirim apa pun", en "Writes a letter to each person about what there is for that person to do, ready to be sent by another program; none when there is nothing to do, and bina itself sends nothing" {
        [WITHIN]
        [OUTPUT]
    } Act::Run(run), "bina mail --within 14d -o reports/private/mail";
}

/// How far letters look ahead where nothing else is typed.
const AHEAD: &str = "14d";

/// A letter, and to whom it goes.
struct Addressed {
    /// The id of the person.
    id: String,
    to: Mailbox,
    letter: Letter,
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let within = days(typed(matches, WITHIN.name).unwrap_or(AHEAD), session)?;
    let output = typed(matches, OUTPUT.name).filter(|file| *file != "-");
    let is_file = |file: &&str| {
        Path::new(file)
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("mbox"))
    };
    let folder = output.filter(|file| !is_file(file));
    // Where it must not lie is told before anything is made.
    let folder = folder.map(|name| Folder::open((name, "mail"), Access::OwnerOnly, session));
    let folder = folder.transpose()?;
    let directory = session.directory()?;
    let mut findings = Findings::new();
    let office = load::office(&directory, &mut findings);
    let made = office.and_then(|office| {
        let known = (&directory, &office);
        let made = of_today(known, within, session, &mut findings, report::letters)?;
        Some((made, office.settings.agency))
    });
    let errors = told(&directory, &mut findings, session)?;
    let Some(((letters, nobody), agency)) = made.filter(|_| errors == 0) else {
        return Err(session.fail(Exit::Broken, &Screen::Broken { errors }));
    };
    let letters = addressed(letters, &directory, session)?;
    if nobody > 0 {
        session.tell(&Screen::LettersForNobody { count: nobody })?;
    }
    let from = match letters.is_empty() {
        true => None,
        false => Some(sender(&agency, session)?),
    };
    let messages = letters.iter().zip(from.iter().cycle());
    let messages = messages.map(|(one, from)| {
        let message = Message {
            from,
            to: &one.to,
            subject: &one.letter.subject,
            text: &one.letter.text,
        };
        (&one.id, message)
    });
    match (&folder, output) {
        (Some(folder), _) => {
            let files =
                messages.map(|(id, message)| Ok((format!("{id}.eml"), message.whole()?.into_bytes())));
            folder.fill(&files.collect::<anyhow::Result<FolderFiles>>()?, false, session)?;
        }
        (None, output) => {
            let mbox = messages.map(|(_, message)| message.in_mbox());
            let mbox = mbox.collect::<std::io::Result<String>>()?;
            file(&mbox, output, session)?;
        }
    }
    session.reassure(&Screen::LettersMade { count: letters.len() })?;
    Ok(Exit::Done)
}

/// The letters with the names of people in them, each with the address of its reader. Who has none is told.
fn addressed(
    letters: Vec<Letter>,
    directory: &Directory,
    session: &mut Session<'_>,
) -> anyhow::Result<Vec<Addressed>> {
    let mut addressed = Vec::new();
    for mut letter in letters {
        // Whose letter it is stands in its greeting.
        let people = letter.text.people();
        let mut known = names(directory, &people);
        letter.text.name(&known);
        let Some(reader) = known.remove(&letter.person) else {
            continue;
        };
        match reader.email.as_deref().and_then(mail_address::whole) {
            Some(address) => addressed.push(Addressed {
                to: Mailbox {
                    name: reader.text.clone(),
                    address: address.to_owned(),
                },
                id: reader.id,
                letter: Letter {
                    text: report::office(letter.text),
                    ..letter
                },
            }),
            None => session.tell(&unaddressed(reader, letter.count))?,
        }
    }
    Ok(addressed)
}

/// That somebody has no address to which a letter could go.
fn unaddressed(
    FullName {
        id,
        text: name,
        email,
        ..
    }: FullName,
    count: usize,
) -> Screen {
    match email {
        None => Screen::LetterUnaddressed { name, count, id },
        Some(email) => Screen::LetterMisaddressed {
            name,
            count,
            id,
            email,
        },
    }
}

/// Who sends letters: the office, from the address among those by which it is reached.
fn sender(agency: &Agency, session: &Session<'_>) -> anyhow::Result<Mailbox> {
    let contact = agency.contact.as_deref().unwrap_or_default();
    match mail_address::first_in(contact) {
        Some((_, address)) => Ok(Mailbox {
            name: agency.name.clone(),
            address: address.to_owned(),
        }),
        None => Err(session.usage(&Screen::LettersFromNobody)),
    }
}

/// Writes all letters as one text; where there is none, no file stays behind that would be sent once more.
fn file(text: &str, output: Option<&str>, session: &mut Session<'_>) -> anyhow::Result<()> {
    let Some(name) = output else {
        return Ok(session.out.write_all(text.as_bytes())?);
    };
    let outlet = session.outlet(name, Access::OwnerOnly)?;
    if !session.is_steady() {
        return Ok(());
    }
    let written = match text.is_empty() {
        true => outlet.clear(),
        false => outlet.write(text.as_bytes()),
    };
    written.map_err(|error| session.unwritten(name, &error))
}
