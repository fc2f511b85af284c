//! What a row of a list of staff becomes: the person, the posting, the contract.

use super::bound::{GRADED, Target};
use super::cells::ListCells;
use super::compared::COMPARE;
use super::ledger::TableEntry;
use super::naming::apart;
use super::subject::{Faults, Transcription, Whom, field, named};
use super::value::plain_number;
use crate::change::{Draft, Reason};
use crate::records::cell::{Cell, Nip};
use crate::records::code::Employment;
use crate::records::organisation::{Contract, Posting, Staff, contracts, postings, staff};
use crate::records::text::folded;
use crate::records::time::Day;
use crate::words::change::Slip;
use crate::words::import::{Matched, Spot, Unfit};

/// The employment that a number tells on a day: a contract, or that of a civil servant whose year of probation is over long
/// ago.
fn of_number(nip: Nip<'_>, today: Day) -> Option<Employment> {
    /// Appointed so many months before, nobody is a candidate any more.
    const OVER: i32 = 24;
    if !nip.is_pns() {
        return Some(Employment::Pppk);
    }
    let is_over = nip.appointed()?.plus_months(OVER) <= today;
    is_over.then_some(Employment::Pns)
}

/// Whether a position says of who holds it that he or she is no civil servant: `Tenaga Honorer`, `Pramubakti (Non ASN)`.
fn is_of_nonasn(position: &str) -> bool {
    const WORDS: [&str; 10] = [
        "honorer",
        "honor",
        "thl",
        "phl",
        "tks",
        "sukwan",
        "non asn",
        "nonasn",
        "tenaga kontrak",
        "outsourcing",
    ];
    let words = format!(" {} ", folded(position));
    WORDS.iter().any(|word| words.contains(&format!(" {word} ")))
}

/// Parts the titles from the name of a row, where they have no columns of their own.
fn part_name(fields: &mut ListCells) {
    let Some(name) = field(fields, &staff, Staff::name).cloned() else {
        return;
    };
    let (before, bare, after) = apart(&name.cell.text);
    for (column, text) in [
        (Staff::title_before, before),
        (Staff::name, bare),
        (Staff::title_after, after),
    ] {
        let is_told = column != Staff::name && field(fields, &staff, column).is_some();
        if !is_told && !text.is_empty() {
            let mut part = name.clone();
            // A point twice is a slip of the hand: `M.Si..`.
            part.cell.text = text.replace("..", ".");
            let to = staff.columns[column].name.to_string();
            fields.put(Target::new((staff.name.to_string(), to)), part);
        }
    }
}

/// Rows of several tables, or what is wrong with any of them.
fn together(entries: Vec<Result<Option<TableEntry>, Faults>>) -> Result<Vec<TableEntry>, Faults> {
    let (mut good, mut faults) = (Vec::new(), Faults::new());
    for entry in entries {
        match entry {
            Ok(entry) => good.extend(entry),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(good) } else { Err(faults) }
}

impl Transcription<'_, '_> {
    /// Lets a posting of which the list tells no day begin on that of the contract.
    fn date_by_contract(&mut self, fields: &mut ListCells) {
        let begun = field(fields, &contracts, Contract::since).cloned();
        if let Some(begun) = begun.filter(|_| field(fields, &postings, Posting::since).is_none()) {
            let since = postings.columns[Posting::since].name.to_string();
            fields.put(Target::new((postings.name.to_string(), since)), begun);
            self.understanding.by_contract += 1;
        }
    }

    /// The person, with what the name and the number say, and where and by which contract he or she works.
    pub(super) fn of_staff(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        who: Option<&Whom>,
    ) -> Result<Vec<TableEntry>, Faults> {
        let Some(who) = who else { return Ok(Vec::new()) };
        let mut fields = fields.clone();
        part_name(&mut fields);
        let is_known = who.how.as_ref().is_some_and(|how| *how != Matched::Namesake);
        // Of somebody from outside nothing is recorded that an own one has.
        let person = self.understanding.people.by_id(&who.id);
        let is_outside = person.is_some_and(|person| person.is_outside);
        let is_known = is_known && !is_outside;
        self.tell_employment(&mut fields, is_known);
        if is_outside && field(&fields, &staff, Staff::employment).is_none() {
            let needed = self.needed(&staff, &[&staff.columns[Staff::employment].name]);
            return Err(vec![(row.clone(), needed.into())]);
        }
        if is_known {
            self.forget_employment(draft, &mut fields, &who.id)?;
        }
        let id = &*who.id;
        self.refuse_unborn(draft, &fields)?;
        // What is wrong with one of them is told beside what is wrong with the others.
        let mut entries = vec![
            self.entry(draft, row, (&staff, &fields), &[(Staff::id, id)])
                .map(Some),
        ];
        let mut posted = fields.clone();
        posted.leave_out(&postings.name, GRADED);
        if posted.says(&postings.name) {
            self.date_by_contract(&mut fields);
            entries.push(self.of_posting(draft, row, &fields, id));
        }
        if field(&fields, &contracts, Contract::since).is_some() {
            let contract = self.entry(draft, row, (&contracts, &fields), &[(Contract::staff, id)]);
            entries.push(contract.map(Some));
        }
        together(entries)
    }

    /// Gives a row the employment that the number tells: what holds for every row is for those that do not tell it.
    fn tell_employment(&mut self, fields: &mut ListCells, is_known: bool) {
        let nip = field(fields, &staff, Staff::nip).cloned();
        let told = field(fields, &staff, Staff::employment);
        let is_told = told.is_some_and(|told| told.spot.column.is_some());
        if nip.is_none() && !is_told && !is_known {
            self.tell_by_post(fields);
            return;
        }
        let by_number = nip.filter(|_| !is_told).and_then(|mut nip| {
            let number = plain_number(&nip.cell.text);
            let of_number = of_number(Nip::parse(&number).ok()?, self.request.today)?;
            of_number.code().clone_into(&mut nip.cell.text);
            Some(nip)
        });
        let Some(by_number) = by_number else { return };
        let told = told.map(|told| Employment::parse(&told.cell.text).ok());
        let is_pppk = by_number.cell.text != Employment::Pns.code();
        // By which contract no number tells; who was appointed long ago is no candidate any more.
        let agrees = told.flatten().is_some_and(|told| match is_pppk {
            true => told.is_pppk(),
            false => told == Employment::Pns,
        });
        // What is recorded of somebody needs no number.
        if !agrees && (told.is_some() || !is_known) {
            self.by_number += 1;
            let name = staff.columns[Staff::employment].name.to_string();
            fields.put(Target::new((staff.name.to_string(), name)), by_number);
        }
    }

    /// Gives a row without a number the employment that its position tells.
    fn tell_by_post(&mut self, fields: &mut ListCells) {
        let post = field(fields, &postings, Posting::position).cloned();
        let Some(mut post) = post.filter(|post| is_of_nonasn(&post.cell.text)) else {
            return;
        };
        self.by_post.push(post.cell.text.clone());
        Employment::NonAsn.code().clone_into(&mut post.cell.text);
        let name = staff.columns[Staff::employment].name.to_string();
        fields.put(Target::new((staff.name.to_string(), name)), post);
    }

    /// Refuses days of work that precede the birth that the NIP, or the list, tells.
    fn refuse_unborn(&mut self, draft: &mut Draft<'_>, fields: &ListCells) -> Result<(), Faults> {
        let nip = field(fields, &staff, Staff::nip).map(|nip| plain_number(&nip.cell.text));
        let of_number = nip.as_deref().and_then(|nip| Nip::parse(nip).ok());
        let Some(born) = of_number.map(|nip| nip.born().to_string()) else {
            return Ok(());
        };
        let mut faults = Faults::new();
        for (table, column) in [
            (&staff, Staff::joined),
            (&postings, Posting::since),
            (&contracts, Contract::since),
        ] {
            let Some(told) = field(fields, table, column) else {
                continue;
            };
            let day = self.understanding.plain(draft, &table.columns[column], told);
            // What is no day is told by its own column.
            if let Some(day) = day.ok().filter(|day| *day < born) {
                let born = born.clone();
                faults.push((told.spot.clone(), Unfit::BeforeBirth { day, born }.into()));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Leaves out the employment where it is what a person became later: what was on joining stays.
    fn forget_employment(
        &mut self,
        draft: &mut Draft<'_>,
        fields: &mut ListCells,
        id: &str,
    ) -> Result<(), Faults> {
        let column = &staff.columns[Staff::employment];
        let Some(told) = field(fields, &staff, Staff::employment).cloned() else {
            return Ok(());
        };
        let plain = self
            .understanding
            .plain(draft, column, &told)
            .map_err(|reason| vec![(told.spot.clone(), reason)])?;
        let recorded = self.ledger.recorded(draft, &postings, &postings.file(""));
        let own = recorded.iter();
        let own = own.filter(|row| row[Posting::staff] == id && !row[Posting::employment].is_empty());
        let latest = own.max_by(|a, b| a[Posting::since].cmp(&b[Posting::since]));
        if latest.is_some_and(|row| row[Posting::employment] == plain) {
            fields.leave_out(&staff.name, &column.name);
        }
        Ok(())
    }

    /// The posting of a row; none where the one in force on its day says the same already.
    fn of_posting(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        id: &str,
    ) -> Result<Option<TableEntry>, Faults> {
        let Some(told) = field(fields, &postings, Posting::since) else {
            return self.of_undated_posting(draft, row, fields, id);
        };
        let mut entry = self.entry(draft, row, (&postings, fields), &[(Posting::staff, id)])?;
        let recorded = self.ledger.recorded(draft, &postings, &entry.file);
        let own = || recorded.iter().filter(|row| row[Posting::staff] == id);
        let begun = own().filter(|row| row[Posting::since] <= entry.key[Posting::since]);
        let in_force = begun.max_by(|a, b| a[Posting::since].cmp(&b[Posting::since]));
        let later = own().filter(|row| row[Posting::since] > entry.key[Posting::since]);
        let next = later.min_by(|a, b| a[Posting::since].cmp(&b[Posting::since]));
        let today = self.request.today.to_string();
        if in_force.is_none() && entry.key[Posting::since] > today {
            // Whose only posting has not begun works nowhere today, and a list of staff says that he or she does.
            let day = entry.key[Posting::since].clone();
            return Err(vec![(told.spot.clone(), Slip::NotYet { day, today }.into())]);
        }
        let says_same =
            |known: &&Vec<String>| entry.values.iter().all(|(column, text)| known[*column] == *text);
        let is_begun_then = in_force.is_some_and(|row| row[Posting::since] == entry.key[Posting::since]);
        let same = in_force.filter(says_same);
        let same = same.or(next.filter(|next| !is_begun_then && says_same(next)));
        let Some(known) = same.map(|row| row[Posting::since].clone()) else {
            let promoted = self.promoted(draft, fields, (&entry, &recorded))?;
            return Ok(promoted.unwrap_or(Some(entry)));
        };
        // What was typed for every row tells no day of one.
        let is_other = known != entry.key[Posting::since] && told.spot.column.is_some();
        match is_other {
            false => Ok(None),
            true if self.request.has(COMPARE) => Ok(Some(entry)),
            true if self.request.has("correct") => {
                entry.moved = Some(vec![id.to_owned(), known]);
                Ok(Some(entry))
            }
            true => {
                let day = entry.key[Posting::since].clone();
                Err(vec![(told.spot.clone(), Unfit::PostingDay { known, day }.into())])
            }
        }
    }

    /// The posting of who was promoted in a post that goes on: from the day from which the list says that the grade holds, all
    /// else as it was. Nothing to record where that is recorded, and `None` where the row tells no such thing.
    fn promoted(
        &mut self,
        draft: &mut Draft<'_>,
        fields: &ListCells,
        (entry, recorded): (&TableEntry, &[Vec<String>]),
    ) -> Result<Option<Option<TableEntry>>, Faults> {
        let (id, since) = (&entry.key[Posting::staff], &entry.key[Posting::since]);
        let own = || recorded.iter().filter(|row| row[Posting::staff] == *id);
        let Some(told) = named(fields, &postings.name, GRADED).filter(|_| own().next().is_some()) else {
            return Ok(None);
        };
        let column = &postings.columns[Posting::since];
        let graded = self.understanding.plain(draft, column, told);
        let graded = graded.map_err(|reason| vec![(told.spot.clone(), reason)])?;
        let begun = own().filter(|row| row[Posting::since] <= graded);
        let Some(base) = begun.max_by(|a, b| a[Posting::since].cmp(&b[Posting::since])) else {
            return Ok(None);
        };
        let apart = entry
            .values
            .iter()
            .filter(|(column, text)| base[*column] != *text);
        let apart: Vec<usize> = apart.map(|(column, _)| *column).collect();
        let is_later = base[Posting::since] >= *since && graded <= self.request.today.to_string();
        match apart[..] {
            [] if is_later => Ok(Some(None)),
            [Posting::grade]
                if is_later && base[Posting::since] < graded && !base[Posting::grade].is_empty() =>
            {
                let kept = base.iter().enumerate().skip(postings.keys());
                let is_kept = |at: &usize| ![Posting::grade, Posting::decree].contains(at);
                let kept = kept.filter(|(at, text)| is_kept(at) && !text.is_empty());
                let mut values: Vec<(usize, String)> = kept.map(|(at, text)| (at, text.clone())).collect();
                values.extend(
                    entry
                        .values
                        .iter()
                        .filter(|(at, _)| *at == Posting::grade)
                        .cloned(),
                );
                values.sort_unstable();
                let key = vec![id.clone(), graded];
                self.promotions += 1;
                Ok(Some(Some(TableEntry {
                    key,
                    values,
                    ..entry.clone()
                })))
            }
            _ => Ok(None),
        }
    }

    /// The posting of a row that tells no day of it; none where the last one says the same.
    fn of_undated_posting(
        &mut self,
        draft: &mut Draft<'_>,
        row: &Spot,
        fields: &ListCells,
        id: &str,
    ) -> Result<Option<TableEntry>, Faults> {
        let recorded = self.ledger.recorded(draft, &postings, &postings.file(""));
        let own = recorded.iter().filter(|row| row[Posting::staff] == id);
        let latest = own.max_by(|a, b| a[Posting::since].cmp(&b[Posting::since]));
        let cells = self.cells(draft, &postings, fields, &[(Posting::staff, id)]);
        let needed = (row.clone(), Reason::from(self.needed(&postings, &["since"])));
        let cells = match cells {
            Ok(cells) => cells,
            Err(faults) if latest.is_some() => return Err(faults),
            Err(faults) => return Err(faults.into_iter().chain([needed]).collect()),
        };
        let says_same = |known: &&Vec<String>| {
            let mut cells = known.iter().zip(&cells);
            cells.all(|(known, cell)| cell.is_empty() || known == cell)
        };
        match (latest, latest.filter(says_same)) {
            (_, Some(_)) => Ok(None),
            (Some(latest), None) if self.request.has(COMPARE) => {
                let preset = [(Posting::staff, id), (Posting::since, &*latest[Posting::since])];
                self.entry(draft, row, (&postings, fields), &preset).map(Some)
            }
            (_, None) => Err(vec![needed]),
        }
    }
}
