//! What a list leaves open is asked one by one, of who sits at the terminal or writes answers on standard input.

use super::{ASK, COMPARE, FOR, GivenList, TAKES};
use crate::change::{Draft, Reason, Request};
use crate::clerk;
use crate::commands::verb::Argument;
use crate::diagnostic::visible;
use crate::intake::{self, OfferedAnswer, OpenQuestion, OptionTyped};
use crate::records::word::Code;
use crate::session::{Exit, Session};
use crate::words::asking::AskText;
use crate::words::{Lang, Say, as_typed};
use clap::parser::ValueSource;
use std::collections::VecDeque;

/// What was answered, as it could have been typed.
#[derive(Default)]
pub(super) struct ListAnswers(Vec<OptionTyped>);

/// The argument of an option.
fn argument(option: &str) -> Option<&'static Argument> {
    TAKES.iter().find(|one| one.name == option).copied()
}

impl ListAnswers {
    /// Takes in one more. What it says of an earlier answer, such as of a word that was written wrong, holds for what that was
    /// about; what is said once replaces what was said before.
    fn add(&mut self, typed: OptionTyped) {
        if let Some((told, meaning)) = typed.value.rsplit_once('=')
            && typed.option == "means"
        {
            let behind = format!("={told}");
            let earlier = self.0.iter_mut().filter(|one| one.option == "means");
            let chained = earlier.filter_map(|one| {
                let text = one.value.strip_suffix(&behind).filter(|text| *text != told)?;
                one.value = format!("{text}={meaning}");
                Some(())
            });
            if chained.count() > 0 {
                return;
            }
        }
        if argument(&typed.option).is_some_and(|one| !one.is_repeated()) {
            self.0.retain(|one| one.option != typed.option);
        }
        if !self.0.contains(&typed) {
            self.0.push(typed);
        }
    }

    /// Gives them to a request, beside what was typed.
    pub(super) fn give(&self, request: &mut Request<'_>) {
        for OptionTyped { option, value } in &self.0 {
            let Some(argument) = argument(option) else {
                continue;
            };
            let text = if argument.is_flag() {
                "yes"
            } else {
                Code::meant(argument.codes(), value)
            };
            request.also(argument.name, text);
        }
    }

    /// Says what would have been typed without being asked, where something was.
    pub(super) fn tell(&self, list: &GivenList<'_>, session: &mut Session<'_>) -> anyhow::Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut typed = vec!["bina".to_owned()];
        if let Some(chosen) = &session.chosen {
            typed.extend(["-C".to_owned(), as_typed(&chosen.display().to_string())]);
        }
        typed.push("import".to_owned());
        typed.extend(
            list.subject
                .into_iter()
                .chain(list.names)
                .map(|text| as_typed(text)),
        );
        let is_typed = |one: &&&Argument| {
            one.name != ASK.name && list.matches.value_source(one.name) == Some(ValueSource::CommandLine)
        };
        for one in TAKES.iter().filter(is_typed) {
            let option = one.name.to_owned();
            let texts = one.texts(list.matches).into_iter();
            let texts = texts.map(|text| if one.is_flag() { String::new() } else { text });
            typed.extend(texts.map(|value| {
                OptionTyped {
                    option: option.clone(),
                    value,
                }
                .to_string()
            }));
        }
        typed.extend(self.0.iter().map(OptionTyped::to_string));
        let typed = visible(&typed.join(" ")).into_owned();
        session.tell(&AskText::TypedInstead { typed })
    }
}

/// Asks what a list leaves open until nothing is; none where nobody can be asked, or where something stands against it that no
/// answer mends.
///
/// # Errors
/// Where who is asked stops before the end (exit 2): nothing is written.
pub(super) fn answers(list: &GivenList<'_>, session: &mut Session<'_>) -> anyhow::Result<ListAnswers> {
    let (is_wanted, is_piped) = (
        list.matches.get_flag(ASK.name),
        list.names.iter().any(|name| name == "-"),
    );
    if is_wanted && is_piped {
        return Err(session.usage(&AskText::NoAnswers));
    }
    let mut answers = ListAnswers::default();
    let may_ask = is_wanted || (session.can_ask && !session.quiet && !is_piped);
    if !may_ask || list.matches.get_flag(COMPARE.name) {
        return Ok(answers);
    }
    loop {
        let (refused, open) = open(list, &answers, session)?;
        let given = |argument: &str| {
            answers
                .0
                .iter()
                .position(|one| argument == format!("--{}", one.option))
        };
        let unfit = refused
            .iter()
            .find_map(|(argument, reason)| Some((given(argument)?, reason)));
        // What was answered and cannot be is said, and asked again.
        if let Some((at, reason)) = unfit.filter(|_| open.is_none()) {
            clerk::print_reason("", reason, session)?;
            answers.0.remove(at);
            continue;
        }
        let Some(open) = open.filter(|open| !open.is_empty()) else {
            return Ok(answers);
        };
        ask_each(open.into(), &mut answers, session)?;
    }
}

/// Asks one question after the other, and what is asked instead of one.
fn ask_each(
    mut waiting: VecDeque<OpenQuestion>,
    answers: &mut ListAnswers,
    session: &mut Session<'_>,
) -> anyhow::Result<()> {
    let mut number = 0;
    while let Some(question) = waiting.pop_front() {
        number += 1;
        let count = number + waiting.len();
        let head = AskText::Of { number, count }.text(session.lang);
        writeln!(session.err, "{head}: {}", visible(&told(&question, session.lang)))?;
        let OfferedAnswer { typed, then, .. } = answer(&question, session)?;
        typed.into_iter().for_each(|typed| answers.add(typed));
        then.into_iter()
            .rev()
            .for_each(|instead| waiting.push_front(instead));
    }
    Ok(())
}

/// What is asked: of a field of a new training what its option means.
fn told(question: &OpenQuestion, lang: Lang) -> String {
    let is_field = |own: &&OptionTyped| own.option != FOR.name && own.filled("").value.is_empty();
    let own = question.own.as_ref().filter(is_field);
    match own.and_then(|own| argument(&own.option)) {
        Some(argument) => format!("{} (--{})", argument.help.get(lang), argument.name),
        None => question.told.clone(),
    }
}

/// What stands against a list with some answers, and what it leaves open.
type Open = (Vec<(String, Reason)>, Option<Vec<OpenQuestion>>);

/// Reads a list as it would be with some answers, and writes nothing.
fn open(list: &GivenList<'_>, answers: &ListAnswers, session: &mut Session<'_>) -> anyhow::Result<Open> {
    let directory = session.of_this_format(session.opened(&session.root()?, None)?)?;
    let mut draft = Draft::new(&directory);
    draft.today = Some(session.today);
    let account = list.account(&mut draft, answers, session);
    let open = intake::open(&mut draft, account.as_ref(), session.lang);
    session.forget();
    Ok((draft.slips, open))
}

/// What is answered to a question: one of its choices by number, or a text where it takes one.
fn answer(question: &OpenQuestion, session: &mut Session<'_>) -> anyhow::Result<OfferedAnswer> {
    let lang = session.lang;
    for (number, choice) in (1..).zip(&question.choices) {
        writeln!(session.err, "  {number}  {}", visible(&choice.label))?;
    }
    if question.own.is_some() {
        let example = question.example.clone();
        let own = match example.is_empty() {
            true => AskText::Own,
            false => AskText::OwnLike { example },
        };
        writeln!(session.err, "     {}", own.text(lang))?;
    }
    writeln!(session.err, "  0  {}", AskText::Stop.text(lang))?;
    loop {
        write!(session.err, "{}", AskText::Answer.text(lang))?;
        session.err.flush()?;
        let Some(line) = line(session)? else {
            writeln!(session.err)?;
            return Err(session.fail(Exit::Usage, &AskText::Stopped));
        };
        let text = line.trim();
        // Where there is nothing to choose, a number is an answer.
        let number = text.parse::<usize>().ok();
        let number = number.filter(|number| *number == 0 || !question.choices.is_empty());
        let choice = number.and_then(|number| question.choices.get(number.checked_sub(1)?));
        match (number, choice, &question.own) {
            (Some(0), ..) => return Err(session.fail(Exit::Usage, &AskText::Stopped)),
            (_, Some(choice), _) => return Ok(choice.clone()),
            (None, _, Some(own)) if !text.is_empty() => {
                let (label, typed) = (text.to_owned(), vec![own.filled(text)]);
                let then = Vec::new();
                return Ok(OfferedAnswer { label, typed, then });
            }
            (_, _, Some(_)) if question.choices.is_empty() => {
                writeln!(session.err, "{}", AskText::Something.text(lang))?;
            }
            _ => writeln!(session.err, "{}", AskText::Again.text(lang))?,
        }
    }
}

/// A line of standard input; `None` at its end.
fn line(session: &mut Session<'_>) -> anyhow::Result<Option<String>> {
    let (mut line, mut byte) = (Vec::new(), [0]);
    while session.input.read(&mut byte)? > 0 {
        if byte[0] == b'\n' {
            return Ok(Some(String::from_utf8_lossy(&line).into_owned()));
        }
        line.push(byte[0]);
    }
    let rest = String::from_utf8_lossy(&line).into_owned();
    Ok((!rest.is_empty()).then_some(rest))
}
