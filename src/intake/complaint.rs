//! What a row of a list of complaints becomes: the complaint, which may be recorded in other words, and each step of its
//! handling that has a day.

use super::bound::Target;
use super::cells::{ListCell, ListCells};
use super::day;
use super::ledger::TableEntry;
use super::subject::{Faults, Transcription, field, named, spot};
use crate::change::{Draft, Reason, row};
use crate::records::cell::Cell;
use crate::records::code::{ComplaintKind, ComplaintOutcome, HandlingStep};
use crate::records::complaint::{Complaint, Handling, complaints, handling};
use crate::records::table::Schema;
use crate::records::text::folded;
use crate::records::time::{Day, Month};
use crate::words::import::{Spot, Unfit};
use std::collections::HashSet;
use std::mem;

/// A step that a row of a list tells.
struct ToldStep {
    step: HandlingStep,
    day: String,
    place: Spot,
    values: Vec<(usize, String)>,
}

/// Why a step that is recorded on another day is refused, with the way to correct it.
fn on_another_day(complaint: String, step: HandlingStep, known: String, day: String) -> Unfit {
    let verb = match step {
        HandlingStep::Closed => "resolve",
        _ => "respond",
    };
    Unfit::StepOnAnotherDay {
        complaint,
        step: step.code().to_owned(),
        verb: verb.to_owned(),
        known,
        day,
    }
}

/// What a status says in words of its own.
#[derive(Clone, Copy, PartialEq)]
enum FreeStatus {
    /// Another office has the complaint now: `Diteruskan ke Inspektorat`.
    Forwarded,
    /// Something is still waited for or done: `Menunggu anggaran`.
    Open,
}

impl FreeStatus {
    /// What the first of its words says, without what only says that it is so already.
    fn of(status: &str) -> Option<FreeStatus> {
        const FORWARDED: [&str; 6] = [
            "diteruskan",
            "dilimpahkan",
            "diserahkan",
            "dikirim",
            "dirujuk",
            "forwarded",
        ];
        const OPEN: [&str; 18] = [
            "masih",
            "menunggu",
            "belum",
            "sedang",
            "dalam",
            "proses",
            "diproses",
            "akan",
            "dijadwalkan",
            "direncanakan",
            "diusulkan",
            "dianggarkan",
            "diverifikasi",
            "ditindaklanjuti",
            "dikoordinasikan",
            "tertunda",
            "pending",
            "waiting",
        ];
        let status = folded(status);
        let mut words = status
            .split(' ')
            .skip_while(|word| ["sudah", "telah"].contains(word));
        match words.next()? {
            word if FORWARDED.contains(&word) => Some(FreeStatus::Forwarded),
            word if OPEN.contains(&word) => Some(FreeStatus::Open),
            _ => None,
        }
    }
}

impl Transcription<'_, '_> {
    /// The complaint, and what was done about it.
    pub(super) fn of_complaint(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
    ) -> Result<Vec<TableEntry>, Faults> {
        let received = field(fields, &complaints, Complaint::received);
        self.understanding.on = received.and_then(|told| {
            let day = day::day(&told.cell, self.understanding.dates).ok()?;
            Day::parse(&day)
        });
        let fields = &self.handed(fields);
        let steps = self.steps(draft, row, fields);
        let kind = field(fields, &complaints, Complaint::kind).is_none();
        let preset = kind.then_some((Complaint::kind, ComplaintKind::Complaint.code()));
        let preset = Vec::from_iter(preset);
        let claims = steps
            .is_err()
            .then(|| (mem::take(&mut self.claimed), self.numbers.set_aside()));
        let entry = self.entry(draft, row, (&complaints, fields), &preset);
        // A row that is rejected stands for no recorded complaint.
        if let Some(claims) = claims {
            (self.claimed, self.numbers) = claims;
        }
        let (entry, steps) = match (entry, steps) {
            (Ok(entry), Ok(steps)) => (entry, steps),
            (entry, steps) => {
                let faults = [entry.err(), steps.err()];
                return Err(faults.into_iter().flatten().flatten().collect());
            }
        };
        self.refuse_wordless(draft, &entry, row)?;
        let id = entry.key[Schema::FIRST].clone();
        let month = id.get(..7).and_then(Month::parse);
        let file = handling.file(&month.map_or_else(String::new, |month| month.to_string()));
        let mut entries = vec![entry];
        for ToldStep {
            step,
            day,
            place,
            values,
        } in steps
        {
            let known = self.other_day(draft, &file, &id, (step, &day));
            let key = |day: String| vec![id.clone(), day, step.code().to_owned()];
            if let Some(known) = known.clone().filter(|_| !self.request.has("correct")) {
                let reason = on_another_day(id.clone(), step, known, day);
                return Err(vec![(place, reason.into())]);
            }
            entries.push(TableEntry {
                table: &handling,
                file: file.clone(),
                key: key(day),
                values,
                moved: known.map(key),
            });
        }
        Ok(entries)
    }

    /// Refuses a complaint that is not recorded yet and of which nothing is said.
    fn refuse_wordless(
        &mut self,
        draft: &mut Draft<'_>,
        entry: &TableEntry,
        row: &Spot,
    ) -> Result<(), Faults> {
        let is_told = entry
            .values
            .iter()
            .any(|(column, _)| *column == Complaint::summary);
        let known = self.ledger.known(draft, &complaints, &entry.file, &entry.key);
        if is_told || known.is_some() {
            return Ok(());
        }
        let needed = self.needed(&complaints, &[&complaints.columns[Complaint::summary].name]);
        Err(vec![(row.clone(), needed.into())])
    }

    /// The cells of a row, with the person to whom the complaint was handed as who handles it, and the unit that handles it as
    /// its unit: `Disposisi Kepada` and `Petugas` tell a unit in one office, and somebody in another.
    fn handed(&self, fields: &ListCells) -> ListCells {
        let mut fields = fields.clone();
        let column = |column: usize| &*complaints.columns[column].name;
        let (unit, handler) = (column(Complaint::unit), column(Complaint::handler));
        let person = fields.get(&complaints.name, unit).cloned();
        let person = person.filter(|told| self.understanding.is_person(told.cell.text.trim()));
        if let Some(person) = person.filter(|_| fields.get(&complaints.name, handler).is_none()) {
            fields.leave_out(&complaints.name, unit);
            let to = Target::new((complaints.name.to_string(), handler.to_owned()));
            fields.put(to, person);
        }
        let place = fields.get(&complaints.name, handler).cloned();
        let place = place.filter(|told| self.is_unit(told.cell.text.trim()));
        if let Some(place) = place.filter(|_| fields.get(&complaints.name, unit).is_none()) {
            fields.leave_out(&complaints.name, handler);
            let to = Target::new((complaints.name.to_string(), unit.to_owned()));
            fields.put(to, place);
        }
        fields
    }

    /// The steps that a row tells, with their days.
    fn steps(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
    ) -> Result<Vec<ToldStep>, Faults> {
        let told = field(fields, &handling, Handling::outcome);
        let free = told.and_then(|told| FreeStatus::of(&told.cell.text));
        let forwarded = told.filter(|_| free == Some(FreeStatus::Forwarded));
        let outcome = match free {
            Some(_) => String::new(),
            None => self.step_value(draft, fields, Handling::outcome)?,
        };
        if let Some(told) = told.filter(|_| free == Some(FreeStatus::Open)) {
            self.statuses
                .open
                .push((told.cell.text.clone(), told.spot.clone()));
        }
        let view = self.step_value(draft, fields, Handling::complainant_view)?;
        let mut steps = Vec::new();
        for step in [
            HandlingStep::Forwarded,
            HandlingStep::Responded,
            HandlingStep::Closed,
            HandlingStep::Reopened,
        ] {
            let Some(told) = self.told(fields, step, forwarded) else {
                let undated = Some(&outcome).filter(|_| step == HandlingStep::Closed);
                undated.map_or(Ok(()), |outcome| self.open(outcome, row, fields))?;
                continue;
            };
            let day = self
                .understanding
                .plain(draft, &handling.columns[Handling::date], told);
            let day = day.map_err(|reason| vec![(told.spot.clone(), reason)])?;
            let mut values = Vec::new();
            if step == HandlingStep::Closed {
                if outcome.is_empty() {
                    return Err(vec![(told.spot.clone(), Unfit::DayWithoutOutcome.into())]);
                }
                values.push((Handling::outcome, outcome.clone()));
                values.extend((!view.is_empty()).then(|| (Handling::complainant_view, view.clone())));
            }
            let place = told.spot.clone();
            steps.push(ToldStep {
                step,
                day,
                place,
                values,
            });
        }
        Ok(steps)
    }

    /// Refuses an outcome of what has no day of its end; what was typed for every row holds for those that have one.
    fn open(&self, outcome: &str, row: &Spot, fields: &ListCells) -> Result<(), Faults> {
        let told = field(fields, &handling, Handling::outcome);
        let is_told = told.is_some_and(|told| told.spot.column.is_some());
        if outcome.is_empty() || !is_told {
            return Ok(());
        }
        let words = |outcome: ComplaintOutcome| outcome.phrase().get(self.request.lang).to_owned();
        let outcome = ComplaintOutcome::parse(outcome).map_or(outcome.to_owned(), words);
        let place = spot(fields, &handling.name, "outcome", row).clone();
        Err(vec![(place, Unfit::ClosedWithoutDay { outcome }.into())])
    }

    /// The cell that tells the day of a step. What was forwarded is not closed: its day is that on which it was.
    fn told<'f>(
        &mut self,
        fields: &'f ListCells,
        step: HandlingStep,
        forwarded: Option<&ListCell>,
    ) -> Option<&'f ListCell> {
        let cell = |step: HandlingStep| named(fields, &handling.name, step.code());
        match (step, forwarded) {
            (HandlingStep::Closed, Some(_)) => None,
            (HandlingStep::Forwarded, Some(status)) if cell(step).is_none() => {
                let closed = cell(HandlingStep::Closed);
                let told = if closed.is_some() {
                    &mut self.statuses.forwarded
                } else {
                    &mut self.statuses.undated
                };
                told.push(status.spot.clone());
                closed
            }
            _ => cell(step),
        }
    }

    /// The other day on which a step that happens once is recorded: the first response, and the closing of what was
    /// not reopened since.
    fn other_day(
        &mut self,
        draft: &mut Draft<'_>,
        file: &str,
        complaint: &str,
        (step, day): (HandlingStep, &str),
    ) -> Option<String> {
        let recorded = self.ledger.recorded(draft, &handling, file);
        let is_own = |row: &&Vec<String>| row[Handling::complaint] == complaint;
        let is_step = |row: &&Vec<String>, step: HandlingStep| row[Handling::step] == step.code();
        let steps = || recorded.iter().filter(is_own);
        let mut same = steps().filter(|row| is_step(row, step));
        let known = match step {
            HandlingStep::Responded => same.next(),
            HandlingStep::Closed => {
                let reopened = steps().rfind(|row| is_step(row, HandlingStep::Reopened));
                let reopened = reopened.map_or("", |row| &*row[Handling::date]);
                same.next_back().filter(|row| &*row[Handling::date] >= reopened)
            }
            _ => None,
        };
        let is_there = steps().any(|row| is_step(&row, step) && row[Handling::date] == day);
        known.filter(|_| !is_there).map(|row| row[Handling::date].clone())
    }

    fn step_value(
        &mut self,
        draft: &mut Draft<'_>,
        fields: &ListCells,
        column: usize,
    ) -> Result<String, Faults> {
        let Some(told) = field(fields, &handling, column) else {
            return Ok(String::new());
        };
        let plain = self.understanding.plain(draft, &handling.columns[column], told);
        plain.map_err(|reason| {
            let text = told.cell.text.clone();
            let reason = match (column, reason) {
                (Handling::outcome, Reason::Cell(_)) => Unfit::StatusUnknown { text }.into(),
                (_, reason) => reason,
            };
            vec![(told.spot.clone(), reason)]
        })
    }
}

impl Transcription<'_, '_> {
    /// Looks for what the new complaints of the list are a mended or grown telling of: a recorded one of the days of the
    /// list that no row says any more. Whether there is one.
    pub(super) fn recognise(&mut self, draft: &mut Draft<'_>) -> bool {
        let new = mem::take(&mut self.unnumbered.new);
        let Some((first, last)) = self.unnumbered.span.take().filter(|_| !new.is_empty()) else {
            return false;
        };
        let mut left: Vec<(String, Vec<String>)> = Vec::new();
        for file in row::files(draft, &complaints) {
            let recorded = self.ledger.recorded(draft, &complaints, &file);
            let is_left = |known: &&Vec<String>| {
                let key = (file.clone(), known[..complaints.keys()].to_vec());
                let is_told = known[Complaint::reference].is_empty();
                is_told
                    && (&first..=&last).contains(&&known[Complaint::received])
                    && !self.claimed.contains(&key)
            };
            let known = recorded.iter().filter(is_left);
            left.extend(known.map(|known| (file.clone(), known.clone())));
        }
        let before = self.unnumbered.meant.len();
        for cells in new {
            let apart = left.iter().enumerate();
            let apart = apart.filter_map(|(at, (_, known))| Some((apart_by(known, &cells)?, at)));
            if let Some((_, at)) = apart.min() {
                let (file, known) = left.remove(at);
                let place = (file, known[Complaint::id].clone());
                self.unnumbered.meant.insert(cells, place);
            }
        }
        self.unnumbered.meant.len() > before
    }
}

/// Whether a text is another one mended or gone on with: most words of the shorter are in the longer.
fn is_mended(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<HashSet<String>>();
    let (one, other) = (words(&one), words(&other));
    one.intersection(&other).count() * 2 > one.len().min(other.len())
}

/// In how many cells a complaint is told otherwise than it is recorded; `None` where it is another one. What one of them
/// leaves empty parts nothing.
fn apart_by(known: &[String], cells: &[String]) -> Option<usize> {
    /// So much must agree where the words are other.
    const AGREEING: usize = 3;
    let is_said = |column: &usize| !known[*column].is_empty() && !cells[*column].is_empty();
    let all = (complaints.keys()..known.len()).filter(is_said);
    let (same, other): (Vec<usize>, Vec<usize>) = all.partition(|column| known[*column] == cells[*column]);
    let words = Complaint::summary;
    let has_words = is_said(&words) && folded(&known[words]) == folded(&cells[words]);
    // Nearly everything that is told is a complaint.
    let agreeing = same.iter().filter(|column| **column != Complaint::kind).count();
    // What is told in quite other words is another complaint, however much else agrees.
    let is_same_day = same.contains(&Complaint::received)
        && agreeing >= AGREEING
        && (!is_said(&words) || is_mended(&known[words], &cells[words]));
    (other.len() <= 1 && (has_words || is_same_day)).then_some(other.len())
}
