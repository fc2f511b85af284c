//! Where everybody worked over the years: the whole history of postings, for measures that ask about a past day.

use super::code::{Employment, Grade, PositionKind, PostingStatus};
use super::organisation::Posting;
use super::time::{Day, Month};

/// One posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its first day.
    pub since: Day,
    /// The number of the unit.
    pub unit: Option<u32>,
    /// The kind of position.
    pub kind: Option<PositionKind>,
    /// The number of the position in [`Posts::positions`].
    pub position: Option<u32>,
    /// The grade.
    pub grade: Option<Grade>,
    /// The relation to the office from that day on, where it changed.
    pub employment: Option<Employment>,
    /// Whether and how the person works in it.
    pub status: PostingStatus,
    /// The number of the direct supervisor.
    pub supervisor: Option<u32>,
}

/// A step in a career: the posting that began, and the one in force until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CareerMove {
    /// Whose, by number.
    pub person: u32,
    /// The posting before; `None` of the first one.
    pub before: Option<Post>,
    /// The posting that began.
    pub after: Post,
}

impl CareerMove {
    /// Whether the unit, position, grade, status or employment changed; a new superior is no step of a career.
    fn is_step(&self) -> bool {
        let of = |post: &Post| (post.unit, post.position, post.grade, post.status);
        let is_elsewhere = |post: Post| post.status.has_left();
        // What somebody did in another office, before coming or after leaving.
        if is_elsewhere(self.after) && self.before.is_none_or(is_elsewhere) {
            return false;
        }
        self.before.is_none_or(|before| of(&before) != of(&self.after)) || self.after.employment.is_some()
    }
}

/// All postings, by number of the person.
#[derive(Debug, Default)]
pub struct Posts {
    by_person: Vec<Vec<Post>>,
    /// Positions in the words of the postings, by number.
    pub positions: Vec<String>,
}

impl Posts {
    /// No posting yet, of so many people.
    pub fn new(people: usize) -> Posts {
        Posts {
            by_person: vec![Vec::new(); people],
            positions: Vec::new(),
        }
    }

    /// Takes a posting of person `number` in unit `unit` under person `supervisor`.
    pub fn add(&mut self, number: u32, posting: &Posting<'_>, unit: Option<u32>, supervisor: Option<u32>) {
        let position = posting.position.map(|position| self.position(position));
        self.by_person[number as usize].push(Post {
            since: posting.since,
            unit,
            kind: posting.position_kind,
            position,
            grade: posting.grade,
            employment: posting.employment,
            status: posting.status.unwrap_or(PostingStatus::Active),
            supervisor,
        });
    }

    /// The number of a position, new when it was not known.
    fn position(&mut self, name: &str) -> u32 {
        let known = self.positions.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.positions.push(name.to_owned());
            self.positions.len() - 1
        }) as u32
    }

    /// The posting in force on a day: the latest not after it.
    pub fn on(&self, person: u32, day: Day) -> Option<&Post> {
        let posts = self.by_person.get(person as usize)?;
        posts
            .iter()
            .filter(|post| post.since <= day)
            .max_by_key(|post| post.since)
    }

    /// What changed from `first` to `last`, by day and person.
    pub fn steps(&self, first: Day, last: Day) -> Vec<CareerMove> {
        let mut steps = Vec::new();
        for (person, posts) in (0..).zip(&self.by_person) {
            let new = posts.iter().filter(|post| (first..=last).contains(&post.since));
            steps.extend(new.map(|post| CareerMove {
                person,
                before: self.on(person, post.since.plus(-1)).copied(),
                after: *post,
            }));
        }
        steps.retain(CareerMove::is_step);
        steps.sort_by_key(|step| (step.after.since, step.person));
        steps
    }

    /// The position of a posting, in its words.
    pub fn position_of(&self, post: &Post) -> Option<&str> {
        post.position.map(|number| &*self.positions[number as usize])
    }

    /// How many people worked in a unit on some day of a month.
    pub fn working_in(&self, unit: u32, month: Month) -> u64 {
        let days = month.first()..=month.last();
        let people = (0..).zip(&self.by_person);
        let works = people.filter(|(person, posts)| {
            let began = posts.iter().filter(|post| days.contains(&post.since));
            let mut held = began.chain(self.on(*person, month.first()));
            held.any(|post| post.unit == Some(unit) && !post.status.has_left())
        });
        works.count() as u64
    }

    /// The unit in which a person worked on a day; none of one who had left.
    pub fn unit_on(&self, person: u32, day: Day) -> Option<u32> {
        let post = self.on(person, day).filter(|post| !post.status.has_left())?;
        post.unit
    }
}
