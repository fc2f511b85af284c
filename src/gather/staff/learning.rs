//! What a person took part in: programmes, certificates, mentoring and coaching, needs.

use super::Dossier;
use crate::diagnostic::{Findings, Origin};
use crate::load;
use crate::measure::certificates::{Credential, follow};
use crate::measure::hours::{Hours, completed_by, is_confirmed, is_uncounted, is_verified};
use crate::measure::mentoring::Phase;
use crate::measure::programmes::status_on;
use crate::measure::staff::{Companion, Completion, Seat};
use crate::measure::trace::{Figure, Trace};
use crate::records::code::{MentoringStatus, ParticipationStatus, TrainingStatus};
use crate::records::competence::{
    Certificate, Mentoring, Need, Session, certificates, mentoring, needs, sessions,
};
use crate::records::people::People;
use crate::records::taking_part::{Participation, participation};
use crate::records::time::{Day, Month, Period};
use crate::rules::CertificateRule;
use crate::rules::editions::Editions;
use std::collections::{HashMap, HashSet};

impl Dossier<'_> {
    /// Programmes completed in the year; those that ended without a result, those that were not passed, and those ahead in
    /// which a place is confirmed; feeds the hours.
    pub(super) fn programmes(
        &self,
        from: Month,
        hours: &Hours<'_>,
        number: u32,
        findings: &mut Findings,
        trace: &mut Trace,
    ) -> (Vec<Completion>, [Vec<Seat>; 3]) {
        let mut attended = Vec::new();
        let [mut awaited, mut failed, mut ahead] = [Vec::new(), Vec::new(), Vec::new()];
        for month in from.to(Period::year(self.day.month()).last_month()) {
            let own = (&participation, &*month.to_string(), Participation::staff);
            attended.extend(self.own(own, findings, |row, findings| {
                let read = row.read::<Participation>(findings)?;
                hours.row(&read, row.origin, number, None, &mut Trace::silent());
                let completed = completed_by(&read, self.day);
                if completed.is_none() {
                    awaited.extend(self.over(&read, findings, ParticipationStatus::is_open));
                    failed.extend(self.over(&read, findings, |status| status == ParticipationStatus::Failed));
                    ahead.extend(self.place(&read, hours, number, findings));
                }
                let of_year = completed.is_some_and(|day| day >= self.first);
                let is_its = of_year || is_uncounted(&read, self.first, self.day);
                is_its.then(|| self.completion(&read, row.origin, completed, (findings, trace)))
            }));
        }
        attended.sort_by(|a: &Completion, b: &Completion| (a.completed, &a.id).cmp(&(b.completed, &b.id)));
        let mut seats = [awaited, failed, ahead];
        for seats in &mut seats {
            seats.sort_by(|a: &Seat, b: &Seat| (a.start, &a.title).cmp(&(b.start, &b.title)));
        }
        (attended, seats)
    }

    /// A programme that ended in the year, where the participation stood on the day as asked for: one that was completed
    /// later was open still.
    fn over(
        &self,
        row: &Participation<'_>,
        findings: &mut Findings,
        is_asked: impl Fn(ParticipationStatus) -> bool,
    ) -> Option<Seat> {
        let row = row.on(self.day)?;
        row.training
            .month()
            .filter(|_| is_asked(status_on(&row, self.day)))?;
        let training = load::training(self.directory, row.training.text(), findings)?.on(self.day)?;
        let is_over = (self.first..=self.day).contains(&training.end.value);
        (is_over && training.status.value != TrainingStatus::Cancelled).then(|| Seat::new(&training))
    }

    /// A completed programme with its title.
    fn completion(
        &self,
        row: &Participation<'_>,
        origin: Origin,
        completed: Option<Day>,
        (findings, trace): (&mut Findings, &mut Trace),
    ) -> Completion {
        let id = row.training;
        let figure = |column| Figure::new("attended", origin, column);
        if let Some(jp) = row.jp {
            trace.uses(figure("jp"), origin, jp.0);
        }
        if let Some(recognised) = row.jp_recognised {
            trace.uses(figure("jp_recognised"), origin, recognised.0);
        }
        let training = id
            .month()
            .and_then(|_| load::training(self.directory, id.text(), findings));
        Completion {
            id: id.text().to_owned(),
            origin,
            title: training
                .as_ref()
                .map_or_else(|| row.title_elsewhere(), |training| training.title.clone()),
            completed_on: completed.map(|day| {
                training
                    .as_ref()
                    .map_or(day, |training| training.completed_on(day))
            }),
            mode: training.as_ref().map(|training| training.mode),
            method: training.as_ref().map(|training| training.method),
            provider: training.and_then(|training| Some(training.provider?.value.0)),
            certificate: row.certificate.map(str::to_owned),
            completed,
            jp: row.jp,
            recognised: row.jp_recognised,
            is_verified: is_verified(row, self.day),
            scores: row.pre.zip(row.post),
        }
    }

    /// A confirmed place in a programme that ends after the day.
    fn place(
        &self,
        row: &Participation<'_>,
        hours: &Hours<'_>,
        number: u32,
        findings: &mut Findings,
    ) -> Option<Seat> {
        let row = row.on(self.day)?;
        row.training.month().filter(|_| is_confirmed(&row, self.day))?;
        let training = load::training(self.directory, row.training.text(), findings)?.on(self.day)?;
        let is_ahead = training.status.value != TrainingStatus::Cancelled && training.end.value > self.day;
        if is_ahead {
            hours.plan(
                number,
                (training.jp.value, training.jp.origin),
                training.end.value,
                &mut Trace::silent(),
            );
        }
        is_ahead.then(|| Seat::new(&training))
    }

    /// Certificates that were issued by the day and not renewed, by issue.
    pub(super) fn certificates(
        &self,
        rules: &Editions<CertificateRule>,
        number: u32,
        findings: &mut Findings,
    ) -> Vec<Credential> {
        let table = (&certificates, "", Certificate::staff);
        let mut held = self.own(table, findings, |row, findings| {
            let read = row.read::<Certificate>(findings)?;
            Credential::of(&read, row.origin, number, rules, self.day)
        });
        follow(&mut held, &mut Trace::silent());
        held.retain(|one| !one.is_renewed());
        held.sort_by(|a, b| (a.issued, &a.id).cmp(&(b.issued, &b.id)));
        held
    }

    /// Mentoring and coaching as mentee with the sessions of the year, and how many colleagues are guided.
    pub(super) fn pairs(&self, people: &People, findings: &mut Findings) -> (Vec<Companion>, u64) {
        let (mut pairs, mut mentees) = (HashMap::new(), HashSet::new());
        let mut order = Vec::new();
        self.directory
            .scan(&mentoring, &mentoring.path, findings, |row, findings| {
                let is = |column| row.cells.get(column) == self.id;
                let (mentor, mentee) = (is(Mentoring::mentor), is(Mentoring::mentee));
                let read = row.read::<Mentoring>(findings).filter(|_| mentor || mentee);
                let with_phase = read.map(|read| {
                    let who = (people.find(read.mentor.text()), people.find(read.mentee.text()));
                    let phase = Phase::on(&read, people, who);
                    (read, phase)
                });
                let of_year = |(read, phase): &(Mentoring<'_>, Phase)| {
                    read.start <= self.day && phase.end.is_none_or(|end| end >= self.first)
                };
                let Some((read, phase)) = with_phase.filter(of_year) else {
                    return;
                };
                match mentee {
                    false => {
                        mentees.insert(read.mentee.text().to_owned());
                    }
                    true => {
                        order.push(read.id.text().to_owned());
                        pairs.insert(read.id.text().to_owned(), pair(&read, phase));
                    }
                }
            });
        for month in Period::year(self.day.month()).first_month().to(self.day.month()) {
            if pairs.is_empty() {
                break;
            }
            let name = sessions.file(&month.to_string());
            self.directory.scan(&sessions, &name, findings, |row, findings| {
                let Some(pair) = pairs.get_mut(row.cells.get(Session::mentoring)) else {
                    return;
                };
                let own = |text: Option<&str>| text.map(str::to_owned);
                if let Some(read) = row.read::<Session>(findings).filter(|read| read.date <= self.day) {
                    pair.sessions
                        .push((read.date, own(read.topic), own(read.next_step)));
                }
            });
        }
        let mut out: Vec<Companion> = order.iter().filter_map(|id| pairs.remove(id)).collect();
        out.iter_mut().for_each(|pair| pair.sessions.sort());
        (out, mentees.len() as u64)
    }

    /// Whether a need of the person was named.
    pub(super) fn has_needs(&self, findings: &mut Findings) -> bool {
        let own = self.own((&needs, "", Need::staff), findings, |_, _| Some(()));
        !own.is_empty()
    }
}

/// A row of mentoring with how it stands.
fn pair(row: &Mentoring<'_>, phase: Phase) -> Companion {
    Companion {
        kind: row.kind,
        start: row.start,
        end: phase.end.filter(|_| phase.status != MentoringStatus::Running),
        status: phase.status,
        goal: row.goal.to_owned(),
        product: phase.known(row.product),
        alone: phase.known(row.alone),
        outcome: phase.known(row.outcome),
        sessions: Vec::new(),
    }
}
