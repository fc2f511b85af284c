//! A verb as data: its names, what it is for, its arguments, an example, and what it does.
//!
//! From the one declaration come the arguments as clap knows them, the help, and the typed values by name.

use super::arguments::{output, typed, with_codes};
use crate::change::event::{self, Event};
use crate::change::fields::Fields;
use crate::change::listed;
use crate::change::{Draft, Request};
use crate::clerk;
use crate::files::input;
use crate::records::word::Code;
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::trouble::Trouble;
use crate::words::{Lang, Phrase, Say, value_form};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io::ErrorKind;

/// A verb of its own that a subject of records has beside the generic ones, or a command that has no subject: it
/// concerns the whole directory.
pub struct Verb {
    /// The subject: the singular of a table, or a document; empty for none.
    pub subject: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its Indonesian alias.
    pub alias: &'static str,
    /// What it is for.
    pub about: Phrase,
    /// Its arguments in the order of the help; whatever changes records also takes `--dry-run`, and what records
    /// something in a row that is there, `--correct`.
    pub takes: &'static [Argument],
    /// How one would type it.
    pub example: &'static str,
    /// What it does.
    pub act: Act,
}

/// Does what was typed.
type Run = fn(&ArgMatches, &mut Session<'_>) -> anyhow::Result<Exit>;

/// What a verb does.
pub enum Act {
    /// Records what happened to a row on a day.
    Event(&'static Event),
    /// Drafts a change of what was typed; `None` where something was refused on the way.
    Change(fn(&mut Draft<'_>, &mut Request<'_>) -> Option<()>),
    /// Adds what was typed, or each row of a list.
    Add(listed::Add),
    /// The same as a change where it records what may be recorded already.
    Record(fn(&mut Draft<'_>, &mut Request<'_>) -> Option<()>),
    /// Whatever is no change of the records alone.
    Run(Run),
    /// The same; what it takes is made by a function.
    Built(fn(Command, Lang) -> Command, Run),
}

/// One argument of a verb.
#[derive(Clone, Copy)]
pub struct Argument {
    /// Its name; that of an option stands behind two hyphens.
    pub name: &'static str,
    /// The form of its value in the help.
    pub form: &'static str,
    /// How it is typed.
    pub kind: Manner,
    /// Whether it must be given though it has a name.
    pub required: bool,
    /// What it means.
    pub help: Phrase,
}

/// How an argument is typed.
#[derive(Clone, Copy)]
pub enum Manner {
    /// By its place; it must be given.
    Place,
    /// By its place, where it is given.
    MayPlace,
    /// A file that is read, by its place.
    PlaceOfFile,
    /// Any number of them, by their place.
    Many,
    /// The same; where neither they nor `--all` are typed, one a line comes on standard input.
    Lines,
    /// Behind its name.
    Option,
    /// Behind its name, or behind one letter.
    Short(char),
    /// Behind its name, which may be repeated.
    Repeated,
    /// One of some codes, behind its name.
    Code(&'static [Code]),
    /// A file that is read, behind its name.
    File,
    /// The fields of a document, each behind an option.
    Fields(&'static Fields),
    /// As a function makes it.
    Made(fn(Lang) -> Arg),
    /// Its name alone.
    Flag,
    /// Its name alone; then standard input is read.
    Input,
}

/// Declares an argument: how it is typed (behind its name, when nothing is said), its name and form, and what it means
/// in both languages. One shared by several verbs is a constant.
macro_rules! argument {
    ($shared:ident) => { $shared };
    (must $($argument:tt)+) => {
        $crate::commands::verb::Argument { required: true, ..$crate::commands::verb::argument!($($argument)+) }
    };
    ($name:literal of $codes:ident, id $id:literal, en $en:literal) => {
        $crate::commands::verb::argument!(Code($codes::CODES) $name "CODE", id $id, en $en)
    };
    ($name:literal $form:literal, id $id:literal, en $en:literal) => {
        $crate::commands::verb::argument!(Option $name $form, id $id, en $en)
    };
    // Its words are made of what it lists.
    ($kind:ident $(($more:expr))? $name:literal $($form:literal)?) => {
        $crate::commands::verb::argument!($kind $(($more))? $name $($form)?, id "", en "")
    };
    ($kind:ident $(($more:expr))? $name:literal $($form:literal)?, id $id:literal, en $en:literal) => {
        $crate::commands::verb::Argument {
            name: $name,
            form: concat!($($form)?),
            kind: $crate::commands::verb::Manner::$kind $(($more))?,
            required: false,
            help: $crate::words::Phrase { id: $id, en: $en },
        }
    };
}
pub(super) use argument;

/// `--dry-run`.
pub(super) const DRY_RUN: Argument = argument!(Flag "dry-run", id "Tampilkan baris yang akan berubah, tanpa menulis apa pun", en "Show the lines that would change, and write nothing");

/// `--correct`.
pub(super) const CORRECT: Argument = argument!(Flag "correct", id "Betulkan yang sudah tercatat lain; tanpa ini yang tercatat tidak ditimpa", en "Correct what is recorded otherwise; without it nothing recorded is written over");

/// `--stdin` of an addition.
pub(super) const LIST: Argument = argument!(Input "stdin", id "Tambah satu per baris dari tabel di masukan baku; judul kolomnya nama opsi; semua atau tidak sama sekali", en "Add one for each row of a table on standard input, whose headings are the names of the options; all of them or none");

/// `--if-absent`.
pub(super) const IF_ABSENT: Argument = argument!(Flag "if-absent", id "Biarkan yang sudah ada, tanpa menolak", en "Leave what is there already, and do not refuse it");

/// `--or-set`.
pub(super) const OR_SET: Argument = argument!(Flag "or-set", id "Beri yang sudah ada nilai yang ditulis di sini", en "Give what is there already the values typed here");

/// What every addition takes.
pub(super) const OF_ADDITIONS: [&Argument; 3] = [&LIST, &IF_ABSENT, &OR_SET];

/// Before the headings of a list that are no options.
const HEADED: Phrase = Phrase {
    id: "judul kolom untuk argumen tanpa opsi",
    en: "headings for what has no option",
};

/// The arguments of an addition: none need be typed where a list is read, whose help says how its headings name them.
pub(super) fn listed_too(args: impl IntoIterator<Item = Arg>, lang: Lang) -> Vec<Arg> {
    let args: Vec<Arg> = args.into_iter().collect();
    let places = args.iter().filter(|arg| arg.is_positional());
    let or = Phrase { id: "atau", en: "or" };
    let both = |name: &str| match value_form(lang, &name.to_uppercase()).to_lowercase() {
        own if own == name => own,
        own => format!("{name} {} {own}", or.get(lang)),
    };
    let places: Vec<String> = places.map(|arg| both(arg.get_id().as_str())).collect();
    let each = args.into_iter().map(|arg| match arg.get_id() == LIST.name {
        true if !places.is_empty() => {
            let (help, headed) = (LIST.help.get(lang), HEADED.get(lang));
            arg.help(format!("{help}; {headed}: {}", places.join(", ")))
        }
        _ if arg.is_required_set() => arg.required(false).required_unless_present(LIST.name),
        _ => arg,
    });
    each.collect()
}

/// The new key, where one is changed.
pub(super) const NEW: Argument = argument!(Place "new" "NEW", id "Kunci yang baru", en "The new key");

/// `--on`.
pub(super) const ON: Argument =
    argument!("on" "YYYY-MM-DD", id "Harinya; bila tidak ditulis: hari ini", en "The day; today when absent");

/// `-O` of a list.
pub(super) const OUTPUT: Argument = argument!(Made(output) "output");

/// `--month` of a list.
pub(super) const MONTH: Argument = argument!("month" "YYYY-MM", id "Hanya bulan ini: 2026-10, bulan-ini, atau bulan-lalu", en "This month only: 2026-10, this-month or last-month");

/// The same where the ids begin with the month.
pub(super) const MONTH_OF_ID: Argument = argument!("month" "YYYY-MM", id "Hanya bulan ini, menurut id: 2026-10, bulan-ini, atau bulan-lalu", en "This month of the ids only: 2026-10, this-month or last-month");

/// Declares the verbs of a file, each with its subject, names, purpose, arguments, act and example.
macro_rules! verbs {
    ($(
        $subject:literal $name:literal $alias:literal, id $id:literal, en $en:literal {
            $([ $($argument:tt)+ ])*
        } $act:expr, $example:expr;
    )+) => {
        /// The verbs declared here.
        pub static VERBS: &[$crate::commands::verb::Verb] = &[ $(
            $crate::commands::verb::Verb {
                subject: $subject,
                name: $name,
                alias: $alias,
                about: $crate::words::Phrase { id: $id, en: $en },
                takes: &[ $( $crate::commands::verb::argument!($($argument)+) ),* ],
                example: $example,
                act: $act,
            }
        ),+ ];
    };
}
pub(super) use verbs;

impl Verb {
    /// The arguments as clap knows them.
    pub fn build(&self, command: Command, lang: Lang) -> Command {
        let args = self.takes().into_iter().flat_map(|argument| argument.args(lang));
        let command = match self.act {
            Act::Add(_) => command.args(listed_too(args, lang)),
            _ => command.args(args),
        };
        match self.act {
            Act::Built(build, _) => build(command, lang),
            _ => command.after_help(self.example_in(lang)),
        }
    }

    /// Does what it does.
    ///
    /// # Errors
    /// What it could not do.
    pub fn run(&self, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
        match self.act {
            Act::Run(run) | Act::Built(_, run) => run(matches, session),
            Act::Change(act) | Act::Record(act) => change((&self.takes(), matches), session, act),
            Act::Add(act) => change((&self.takes(), matches), session, |draft, request| {
                listed::add(draft, request, &self.several(), act)
            }),
            Act::Event(event) => change((&self.takes(), matches), session, |draft, request| {
                event::record(draft, event, request)
            }),
        }
    }

    /// How one would type it in a language: with the words for codes.
    fn example_in(&self, lang: Lang) -> String {
        let mut codes: &[Code] = &[];
        let words = self.example.split(' ').map(|word| match word.strip_prefix("--") {
            Some(option) => {
                codes = self.codes_of(option);
                word.to_owned()
            }
            None => Code::told(codes, word, lang),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// The codes of which an option takes one.
    fn codes_of(&self, option: &str) -> &'static [Code] {
        let of = |argument: &Argument| match argument.kind {
            Manner::Fields(fields) => fields
                .plain()
                .find(|(_, name, _)| name == option)
                .map(|(.., field)| field.codes),
            _ => (argument.name == option).then(|| argument.codes()),
        };
        self.takes.iter().find_map(of).unwrap_or_default()
    }

    /// Everything that it takes.
    fn takes(&self) -> Vec<&'static Argument> {
        let beside: &[&'static Argument] = match self.act {
            Act::Event(_) | Act::Record(_) => &[&CORRECT, &DRY_RUN],
            Act::Add(_) => &[&LIST, &IF_ABSENT, &OR_SET, &DRY_RUN],
            Act::Change(_) => &[&DRY_RUN],
            Act::Run(_) | Act::Built(..) => &[],
        };
        self.takes.iter().chain(beside.iter().copied()).collect()
    }

    /// The arguments that may be repeated.
    fn several(&self) -> Vec<&'static str> {
        let takes = self.takes.iter().flat_map(|argument| match argument.kind {
            Manner::Fields(fields) => fields.elements.iter().map(|element| element.field).collect(),
            Manner::Repeated => vec![argument.name],
            _ => Vec::new(),
        });
        takes.collect()
    }
}

impl Argument {
    /// As clap knows it; the fields of a document are many.
    pub fn args(&self, lang: Lang) -> Vec<Arg> {
        match self.kind {
            Manner::Fields(fields) => options(fields, lang),
            _ => vec![self.arg(lang)],
        }
    }

    fn arg(&self, lang: Lang) -> Arg {
        let help = self.help.get(lang);
        let arg = Arg::new(self.name).required(self.required).help(help);
        let named = |arg: Arg| arg.long(self.name).value_name(value_form(lang, self.form));
        match self.kind {
            Manner::Place | Manner::PlaceOfFile => arg.value_name(value_form(lang, self.form)).required(true),
            Manner::MayPlace => arg.value_name(value_form(lang, self.form)),
            Manner::Many | Manner::Lines => arg.value_name(value_form(lang, self.form)).num_args(0..),
            Manner::Option | Manner::File | Manner::Fields(_) => named(arg),
            Manner::Short(letter) => named(arg).short(letter),
            Manner::Repeated => named(arg).action(ArgAction::Append),
            Manner::Code(codes) => named(arg).help(with_codes(help, codes, lang)),
            Manner::Made(make) => make(lang),
            Manner::Flag | Manner::Input => arg.long(self.name).action(ArgAction::SetTrue),
        }
    }

    /// Whether its name alone is typed.
    pub(super) fn is_flag(&self) -> bool {
        matches!(self.kind, Manner::Flag)
    }

    /// Whether it may be typed several times.
    pub(super) fn is_repeated(&self) -> bool {
        matches!(self.kind, Manner::Repeated)
    }

    /// How it is written, for refusals.
    fn label(&self) -> String {
        match self.kind {
            Manner::Place | Manner::MayPlace | Manner::PlaceOfFile | Manner::Many | Manner::Lines => {
                self.form.to_owned()
            }
            _ => format!("--{}", self.name),
        }
    }

    /// What was typed for it; a flag that was given says `yes`.
    pub(super) fn texts(&self, matches: &ArgMatches) -> Vec<String> {
        match self.kind {
            Manner::Flag | Manner::Input => {
                let is_given = matches.get_flag(self.name);
                is_given.then(|| "yes".to_owned()).into_iter().collect()
            }
            _ => {
                let texts = matches.get_many(self.name).into_iter().flatten();
                let codes = self.codes();
                texts
                    .map(|text: &String| Code::meant(codes, text).to_owned())
                    .collect()
            }
        }
    }

    /// The codes of which it takes one.
    pub(super) fn codes(&self) -> &'static [Code] {
        match self.kind {
            Manner::Code(codes) => codes,
            _ => &[],
        }
    }

    /// Takes what was typed for it into a request.
    pub(super) fn give(&self, matches: &ArgMatches, request: &mut Request<'_>) {
        request.take(self.name, self.label(), self.texts(matches));
    }

    /// Whether standard input is read for it.
    fn reads(&self, matches: &ArgMatches, session: &Session<'_>) -> bool {
        let is_all = || matches!(matches.try_get_one("all"), Ok(Some(true)));
        match self.kind {
            Manner::Lines => self.texts(matches).is_empty() && !session.input_is_terminal && !is_all(),
            Manner::Input => matches.get_flag(self.name),
            _ => false,
        }
    }
}

/// Drafts a change of what was typed for the arguments, and carries it out.
///
/// # Errors
/// What could not be read, what stands against the change, and what could not be written.
pub(super) fn change(
    (takes, matches): (&[&Argument], &ArgMatches),
    session: &mut Session<'_>,
    act: impl FnOnce(&mut Draft<'_>, &mut Request<'_>) -> Option<()>,
) -> anyhow::Result<Exit> {
    // What somebody may still be typing is read before anybody has to wait for this command.
    let (mut input, mut file) = (Vec::new(), None);
    for argument in takes {
        if argument.reads(matches, session) {
            input = session.bytes_in()?;
        }
        if matches!(argument.kind, Manner::File | Manner::PlaceOfFile)
            && let Some(name) = typed(matches, argument.name)
        {
            file = Some((argument.label(), attached(name, session)));
        }
    }
    clerk::carry_out(session, matches.get_flag(DRY_RUN.name), |draft, session| {
        let file = file.and_then(|(label, file)| draft.accept(&label, file));
        let (today, lang) = (session.today, session.lang);
        let mut mint = |length| session.mint(length);
        let mut request = Request::new((today, lang), (input, file), &mut mint);
        for argument in takes {
            match argument.kind {
                Manner::Fields(fields) => take_fields(fields, matches, &mut request),
                _ => argument.give(matches, &mut request),
            }
        }
        // What was refused stands in the draft.
        let _ = act(draft, &mut request);
    })
}

/// The options of a document's fields, with their meaning.
fn options(fields: &Fields, lang: Lang) -> Vec<Arg> {
    let plain = fields.plain().map(|(_, name, field)| {
        let several = if field.many && field.codes.is_empty() {
            " (a,b,…)"
        } else {
            ""
        };
        let help = with_codes(field.meaning(lang), field.codes, lang) + several;
        let arg = Arg::new(name.clone()).long(name);
        arg.value_name(value_form(lang, &field.kind.to_uppercase()))
            .help(help)
    });
    let elements = fields.elements.iter().map(|element| {
        let arg = Arg::new(element.field).long(element.field);
        let arg = arg
            .value_name(value_form(lang, element.form))
            .action(ArgAction::Append);
        arg.help(element.help.get(lang))
    });
    plain.chain(elements).collect()
}

fn take_fields(fields: &Fields, matches: &ArgMatches, request: &mut Request<'_>) {
    let plain = fields.plain().map(|(_, name, _)| name);
    let elements = fields.elements.iter().map(|element| element.field.to_owned());
    for name in plain.chain(elements) {
        let texts = matches.get_many(&name).into_iter().flatten().cloned();
        request.take(&name, format!("--{name}"), texts.collect());
    }
}

/// The file that was named, with its bytes, or why it cannot be read.
fn attached(name: &str, session: &Session<'_>) -> Result<(String, Vec<u8>), Slip> {
    let name = name.to_owned();
    match input::bytes(&session.here.join(&name)) {
        Ok(bytes) => Ok((name, bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Slip::FileNone { name }),
        Err(error) => {
            let reason = Trouble::of(&error).text(session.lang);
            Err(Slip::FileUnreadable { name, reason })
        }
    }
}
