//! Who answers the survey of the public, and what they write.

use super::list::List;
use super::model::{Style, Table, Value};
use super::surveyed::Surveyed;
use crate::measure::judged::fewest;
use crate::measure::respondents::{ProfileCount, UNTOLD};
use crate::measure::trace::part;
use crate::words::report::Text;
use crate::words::{Lang, Say};

/// How many comments text shows.
const COMMENTS: usize = 10;

/// A category of the profile of the respondents.
pub(super) struct ProfileLine {
    /// The number of its row.
    number: u64,
    /// The question: text says it once, data in every row.
    question: Value,
    answer: Value,
    n: u64,
    /// About how few people it tells, beside the others of its question.
    people: u64,
}

impl Surveyed<'_> {
    /// How many respondents there are by sex, age and what else the survey asks.
    pub(super) fn profile(&self) -> List<ProfileLine> {
        let (pen, profile) = (self.pen, &self.figures.respondents.profile);
        let asked = profile.iter().enumerate();
        let rows = asked.flat_map(|(number, question)| self.categories(number as u64, question));
        pen.list("respondents_by_profile", rows)
            .titled(("Profil responden", "Profile of the respondents"))
            .or_says(Text::NoData)
            .numbered(|one| one.number)
            .col("question", ("Pertanyaan", "Question"), |one| one.question.clone())
            .public()
            .col("answer", ("Jawaban", "Answer"), |one| one.answer.clone())
            .public()
            .col("n", Text::Count, |one| pen.count(one.n))
            .public()
            .counted(
                "Jumlah responden dalam masa yang dihitung yang menjawab demikian.",
                "How many respondents of the months that count say so.",
            )
            .by("satisfaction")
    }

    /// The same with the share of each; for everybody, but for categories of too few.
    pub(super) fn profile_shared(&self) -> Table {
        let (pen, all) = (self.pen, self.figures.total().people());
        let list = self
            .profile()
            .col("share", ("Bagian", "Share"), |one| pen.share(one.n, all))
            .public()
            .from(
                &["n"],
                "Jumlah itu dibagi semua responden.",
                "That number over all respondents.",
            )
            .with(pen.size("people", &["n"]), |one| pen.count(one.people));
        let mut table = list.table();
        // Of nobody there is no profile.
        if all == 0 {
            table.rows.clear();
            table.numbers.clear();
        }
        let table = self.known(table);
        table.of_public_lines(&[("n", "people"), ("share", "people")])
    }

    /// The categories of a question. Each respondent is in one: where one is too small, so is what tells it from the others.
    fn categories(&self, number: u64, question: &ProfileCount) -> Vec<ProfileLine> {
        let (pen, at) = (self.pen, usize::from(self.pen.lang == Lang::En));
        let key = |label: &str| Value::Key {
            key: question.key.clone(),
            label: label.to_owned(),
        };
        let each = question.categories.iter().enumerate();
        let each = each.map(|(place, (category, n))| {
            let answer = Value::Key {
                key: category.code.clone(),
                label: category.text[at].clone(),
            };
            (place, answer, *n)
        });
        let untold = (UNTOLD, pen.key("-", Text::NotSaid), question.untold);
        let each: Vec<_> = each.chain((question.untold > 0).then_some(untold)).collect();
        let sizes: Vec<u64> = each.iter().map(|(.., n)| *n).collect();
        let hidden = self.guard().hidden_of_total(&sizes, 0);
        let few = fewest(sizes.iter().zip(&hidden).filter(|(_, is)| **is).map(|(n, _)| *n));
        // Where there are too few of them all, that none says something tells about each.
        let all = sizes.iter().sum();
        let is_few = self.guard().hides(all);
        let each = each.into_iter().zip(hidden).enumerate();
        each.map(|(line, ((place, answer, n), is_hidden))| ProfileLine {
            number: part(number, place),
            question: key(if line == 0 { &question.text[at] } else { "" }),
            answer,
            n,
            people: match is_hidden {
                _ if is_few => all,
                true => few,
                false => n,
            },
        })
        .collect()
    }

    /// What the respondents wrote, under a caption.
    pub(super) fn comments(&self, caption: impl Say) -> Table {
        let (pen, guard) = (self.pen, self.guard());
        let respondents = &self.figures.respondents;
        let list = pen
            .list("public_comments", respondents.written(guard))
            .short_to(COMMENTS)
            .titled(caption);
        let list = match respondents.is_withheld(guard) {
            true => list.or_says(Text::NoteWithheld {
                minimum: guard.least(),
            }),
            false => list.or_says(Text::Nothing),
        };
        let list = list.col("comment", Text::Comment, |text| Value::Text((*text).to_owned()));
        Table {
            style: Style::List,
            ..list.table()
        }
    }
}
