//! `bina help TOPIC`: what several commands have in common.

use super::arguments::typed;
use super::verb::{Act, verbs};
use crate::records::table::nearest_called;
use crate::session::{Exit, Session};
use crate::words::screen::Screen;
use crate::words::topics::TOPICS;
use crate::words::{Lang, Phrase, value_form};
use clap::{Arg, ArgMatches, Command};

verbs! {
    "" "help" "bantuan", id "Menjelaskan yang berlaku di banyak perintah: tanggal, periode, orang, alamat angka, kode keluar", en "Explains what many commands have in common: dates, periods, people, addresses of figures, exit codes" {
    } Act::Built(build, run), "";
}

fn build(command: Command, lang: Lang) -> Command {
    let which = Phrase {
        id: "Pokoknya; bila tidak ditulis: semua pokok",
        en: "The topic; all of them are named when absent",
    };
    let topic = Arg::new("topic").value_name(value_form(lang, "TOPIC"));
    let example = ["bina help dates", "bina help tanggal"];
    command
        .after_help(example[usize::from(lang == Lang::Id)])
        .arg(topic.help(which.get(lang)))
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let lang = session.lang;
    let Some(name) = typed(matches, "topic") else {
        for topic in TOPICS {
            writeln!(session.out, "  {:<14}{}", topic.name(lang), topic.about.get(lang))?;
        }
        return Ok(Exit::Done);
    };
    match TOPICS.iter().find(|topic| topic.names.contains(&name)) {
        Some(topic) => {
            write!(session.out, "{}", topic.text.get(lang))?;
            Ok(Exit::Done)
        }
        None => {
            let names: Vec<_> = TOPICS
                .iter()
                .map(|topic| (topic.name(lang), topic.names))
                .collect();
            let all: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            Err(session.usage(&Screen::BadTopic {
                name: name.to_owned(),
                nearest: nearest_called(name, &names).to_owned(),
                all: all.join(", "),
            }))
        }
    }
}
