//! Where everybody worked over the years: the whole history of postings, for measures that ask about a past day.

use super::code::{Grade, PostingStatus};
use super::organisation::Posting;
use super::time::Day;

/// One posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its first day.
    pub since: Day,
    /// The number of the unit.
    pub unit: Option<u32>,
    /// The number of the position in [`Posts::positions`].
    pub position: Option<u32>,
    /// The grade.
    pub grade: Option<Grade>,
    /// Whether and how the person works in it.
    pub status: PostingStatus,
    /// The number of the direct supervisor.
    pub supervisor: Option<u32>,
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
            position,
            grade: posting.grade,
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

    /// The unit in which a person worked on a day; none of one who had left.
    pub fn unit_on(&self, person: u32, day: Day) -> Option<u32> {
        let post = self.on(person, day).filter(|post| !post.status.has_left())?;
        post.unit
    }
}
