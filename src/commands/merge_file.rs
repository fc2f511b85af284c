//! `bina merge-file`: what git calls to put two changes of a file together.

use super::arguments::typed;
use super::verb::{Act, verbs};
use crate::diagnostic::Findings;
use crate::files::directory::MARKER;
use crate::files::{input, output};
use crate::git::Git;
use crate::merge::{self, Genre, Versions};
use crate::records::document;
use crate::session::{Exit, Session};
use crate::words::Say;
use crate::words::merge::{Contest, Junction, Misfit};
use clap::ArgMatches;
use std::path::Path;
use std::string::FromUtf8Error;

verbs! {
    "" "merge-file" "gabung-berkas", id "Menyatukan dua perubahan satu berkas catatan menurut baris dan isian; dipanggil oleh git", en "Puts two changes of a record file together by rows and fields; git calls it" {
        [Place "base" "BASE", id "Berkas sebelum kedua perubahan (%O)", en "The file before both changes (%O)"]
        [Place "here" "HERE", id "Berkas di sini (%A); hasilnya ditulis ke situ", en "The file here (%A); the outcome is written to it"]
        [Place "there" "THERE", id "Berkas di sana (%B)", en "The file there (%B)"]
        [Place "path" "PATH", id "Nama berkas catatannya (%P)", en "The name of the record file (%P)"]
        [MayPlace "names" "NAME", id "Nama versi sebelumnya menurut git (%S)", en "What git calls the version before (%S)"]
        [MayPlace "name-here" "NAME", id "Nama versi di sini (%X)", en "What git calls the version here (%X)"]
        [MayPlace "name-there" "NAME", id "Nama versi di sana (%Y)", en "What git calls the version there (%Y)"]
    } Act::Run(run), "bina merge-file %O %A %B %P %S %X %Y";
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let argument = |name| typed(matches, name).unwrap_or_default();
    let (path, file) = (argument("path"), argument("here"));
    let names = ["base", "here", "there"].map(argument);
    let [base, here, there] = names.map(|name| input::bytes(&session.here.join(name)));
    let (Ok(base), Ok(here), Ok(there)) = (base, here, there) else {
        return Ok(Exit::Stopped);
    };
    let texts = Versions {
        base: String::from_utf8(base),
        here: String::from_utf8(here),
        there: String::from_utf8(there),
    };
    let put_together = put_together(
        path,
        &texts,
        [argument("name-here"), argument("name-there")],
        session,
    )?;
    let (bytes, is_open) = match put_together {
        Ok((text, is_open)) => (text.into_bytes(), is_open),
        Err(misfit) => {
            let (file, reason) = (path.to_owned(), misfit.text(session.lang));
            writeln!(
                session.err,
                "{}",
                Junction::ByLines { file, reason }.text(session.lang)
            )?;
            let [base, here, there] =
                [Contest::Before, Contest::Here, Contest::There].map(|side| side.text(session.lang));
            let sides = [&*base, &*here, &*there];
            match Git::at(&session.here).lines(names, sides, None) {
                Ok(Some(lines)) => lines,
                // What is here stays, and git knows that it is not settled.
                Ok(None) => return Ok(Exit::Findings),
                Err(_) => return Ok(Exit::Stopped),
            }
        }
    };
    match output::replace(session.disk, &session.here.join(file), &bytes) {
        Ok(()) if is_open => Ok(Exit::Findings),
        Ok(()) => Ok(Exit::Done),
        Err(_) => Ok(Exit::Stopped),
    }
}

/// The text of both changes, and whether something in it is in dispute, which is said.
fn put_together(
    path: &str,
    texts: &Versions<Result<String, FromUtf8Error>>,
    names: [&str; 2],
    session: &mut Session<'_>,
) -> anyhow::Result<Result<(String, bool), Misfit>> {
    Ok(match (&texts.base, &texts.here, &texts.there) {
        (Ok(base), Ok(here), Ok(there)) => {
            let versions = Versions {
                base: &**base,
                here: &**here,
                there: &**there,
            };
            let moved = moved(path, names);
            match (moved, subject(path, session)) {
                (_, None) => Err(Misfit::NoRecord),
                (Some([here, there]), Some(_)) => {
                    let sentence = Contest::Moved { here, there }.text(session.lang);
                    writeln!(session.err, "{path}: {sentence}")?;
                    Ok((merge::blocks::whole(&versions, &sentence, session.lang), true))
                }
                (None, Some(subject)) => merge::merge(&subject, &versions).map(|merged| {
                    let (renamed, others): (Vec<_>, Vec<_>) =
                        merged.disputes().partition(|one| one.is_renamed());
                    let told = others.iter().map(|one| one.sentence(session.lang));
                    let count = renamed.len();
                    let renamed = (count > 0).then(|| Contest::Renamed { count }.text(session.lang));
                    let told: Vec<String> = told.chain(renamed).collect();
                    let _ = told
                        .iter()
                        .try_for_each(|sentence| writeln!(session.err, "{path}: {sentence}"));
                    for (key, count) in &merged.alike {
                        let (key, count) = (key.clone(), *count);
                        let sentence = Contest::Alike { key, count }.text(session.lang);
                        let _ = writeln!(session.err, "{path}: {sentence}");
                    }
                    (merged.to_text(session.lang), !told.is_empty())
                }),
            }
        }
        _ => Err(Misfit::NoText),
    })
}

/// The names of the file on both sides, where git takes a record for another one that was moved: its name is its id. Git
/// puts the name behind what it calls each side where they differ; what it calls a commit that it moves (rebase, cherry-pick)
/// is its message, which may hold a colon too and ends with a bracket.
fn moved(path: &str, sides: [&str; 2]) -> Option<[String; 2]> {
    let ending = Path::new(path).extension()?;
    let name = |side: &str| {
        let (_, name) = side.rsplit_once(':')?;
        (Path::new(name).extension() == Some(ending)).then(|| name.to_owned())
    };
    let [here, there] = sides.map(name);
    let names = [here?, there?];
    (names[0] != names[1]).then_some(names)
}

/// What the file is, by its name below the record directory that it lies in.
fn subject(path: &str, session: &Session<'_>) -> Option<Genre<'static>> {
    let folders = Path::new(path).ancestors().skip(1);
    let root = folders
        .map(|folder| session.here.join(folder))
        .find(|folder| folder.join(MARKER).is_file())?;
    let whole = session.here.join(path);
    let name = whole.strip_prefix(&root).ok()?.to_str()?.replace('\\', "/");
    merge::subject(&name, |code| {
        let text = input::bytes(&root.join(format!("questionnaires/{code}.toml"))).ok()?;
        let unheard = &mut Findings::new();
        document::read(&String::from_utf8(text).ok()?, 0, unheard)
    })
}
