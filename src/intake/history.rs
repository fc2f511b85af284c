//! Which programme a row of a list of past trainings means, where it is named by its title: the same as when its
//! certificate is claimed.

use super::cells::{ListCell, ListCells};
use super::subject::{Faults, Transcription, field};
use crate::change::{Draft, Reason, claim, row};
use crate::records::cell::{Cell, TrainingId};
use crate::records::taking_part::{Participation, participation};
use crate::records::time::Day;
use crate::words::import::Spot;

impl Transcription<'_, '_> {
    /// The programme that a title means for a person, with the file of the row where it is recorded.
    pub(super) fn titled(
        &mut self,
        draft: &mut Draft<'_>,
        (spot, fields): (&Spot, &ListCells),
        told: &ListCell,
        person: &str,
    ) -> Result<(String, Option<String>), Faults> {
        let at = |spot: &Spot, reason: Reason| vec![(spot.clone(), reason)];
        let column = &participation.columns[Participation::completed];
        let day = field(fields, &participation, Participation::completed);
        let day = match day {
            Some(day) => {
                let plain = self.understanding.plain(draft, column, day);
                plain.map_err(|reason| at(&day.spot, reason))?
            }
            None => String::new(),
        };
        let Some(day) = Day::parse(&day) else {
            let needed = self.needed(&participation, &["completed"]);
            return Err(at(spot, needed.into()));
        };
        let slug = claim::slug(&told.cell.text);
        let id = format!("external/{slug}");
        <TrainingId as Cell>::parse(&id).map_err(|refusal| at(&told.spot, refusal.into()))?;
        let own = (day.month(), slug.clone());
        let own = match self.titles.own.get(&own) {
            Some(known) => known.clone(),
            None => {
                let found = claim::known_title(draft, &told.cell.text, day, &slug);
                self.titles.own.insert(own, found.clone());
                found
            }
        };
        if let Some(own) = own {
            return Ok((own, None));
        }
        self.recall(draft);
        // What somebody completed under one title in another year is another programme.
        let known = self.titles.elsewhere.get(&[id.clone(), person.to_owned()]);
        let id = match known {
            Some((_, year)) if *year != day.year() => format!("{id}-{}", day.year()),
            _ => id,
        };
        let place = self.titles.elsewhere.entry([id.clone(), person.to_owned()]);
        let (file, _) = place.or_insert((None, day.year()));
        Ok((id, file.clone()))
    }

    /// Reads, once, who completed what elsewhere.
    fn recall(&mut self, draft: &mut Draft<'_>) {
        if std::mem::replace(&mut self.titles.has_recorded, true) {
            return;
        }
        for file in row::files(draft, &participation) {
            draft.scan(&participation, &file, |row, _| {
                let key = [Participation::training, Participation::staff];
                let key = key.map(|column| row.cells.get(column).to_owned());
                let day = Day::parse(row.cells.get(Participation::completed));
                if let Some(day) = day.filter(|_| key[0].starts_with("external/")) {
                    let place = (Some(file.clone()), day.year());
                    self.titles.elsewhere.insert(key, place);
                }
            });
        }
    }
}
