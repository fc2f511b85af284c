//! What is already good, what can be improved, and the sentence about JP.

use super::super::head::sentences;
use super::super::model::{Note, Section, Style, Table, Value};
use super::Letter;
use crate::measure::staff::{Fact, Improvement, Seat};
use crate::records::code::{Employment, Expectation};
use crate::records::number::Dec;
use crate::records::time::{Day, Period};
use crate::rules::{Counted, Enactment};
use crate::words::report::Text;
use crate::words::report_staff::StaffText;

/// A sentence of the records with its full stop, so that another can follow.
fn ended(sentence: &str) -> String {
    match sentence.trim_end().ends_with(['.', '!', '?', '…']) {
        true => sentence.trim_end().to_owned(),
        false => format!("{}.", sentence.trim_end()),
    }
}

impl Letter<'_> {
    /// Facts, then the evaluator's sentence.
    pub(super) fn good(&self) -> Section {
        let (pen, figures) = (self.pen, self.figures);
        let mut lines: Vec<String> = figures.facts().into_iter().map(|fact| self.fact(fact)).collect();
        let praise = figures.praise().map(|(sentence, is_known)| {
            let sentence = sentence.to_owned();
            pen.say(match is_known {
                true => StaffText::Praise { sentence },
                false => StaffText::Noted { sentence },
            })
        });
        lines.extend(praise);
        // A lack is nothing good, and no line of the list.
        let call = self.call.clone();
        let nothing = pen.say(StaffText::NothingGood { call });
        let mut out = pen.section("good", StaffText::Good);
        out.tables.push(Table {
            empty: nothing,
            ..sentences(pen, "good", Style::List, lines)
        });
        out
    }

    fn fact(&self, fact: Fact<'_>) -> String {
        let (pen, call) = (self.pen, self.call.clone());
        let is_of_year = matches!(fact, Fact::Mentees(_) | Fact::Completed(_));
        let line = pen.say(match fact {
            Fact::Learned(attended, pre, post) => StaffText::Learned {
                title: attended.title.clone(),
                pre: pen.dec(pre),
                post: pen.dec(post),
            },
            Fact::Alone(what) => StaffText::Alone {
                what: what.to_owned(),
            },
            Fact::Product(what) => StaffText::Product {
                what: what.to_owned(),
            },
            Fact::Award(award) => {
                let (kind, day) = (award.kind.clone(), pen.day(award.date));
                match award.criterion.as_deref() {
                    Some(words) => StaffText::AwardFor {
                        criterion: self.page.criterion(words).label().to_owned(),
                        kind,
                        day,
                    },
                    None => StaffText::Award { kind, day },
                }
            }
            Fact::Mentees(count) => StaffText::Mentees { call, count },
            Fact::Applied(held, applied) => StaffText::Applied {
                scheme: held.scheme.clone(),
                applied: applied.to_owned(),
            },
            Fact::Completed(count) => {
                let jp = pen.dec(self.figures.hours.claimed);
                match self.figures.hours.unknown {
                    1.. if self.figures.hours.claimed.0 == 0 => StaffText::CompletedUnknown { call, count },
                    0 => StaffText::Completed { call, count, jp },
                    _ => StaffText::CompletedInPart { call, count, jp },
                }
            }
        });
        match is_of_year {
            true => self.page.told_from(self.year(), line),
            false => line,
        }
    }

    /// The first day of the year that the page is about.
    pub(super) fn year(&self) -> Day {
        Period::year(self.page.period.last_month()).first_day()
    }

    /// At most two things, each with its step.
    pub(super) fn improve(&self) -> Section {
        let (pen, figures) = (self.pen, self.figures);
        let mut lines: Vec<String> = figures
            .improvements()
            .into_iter()
            .map(|one| self.improvement(one))
            .collect();
        if figures.needs_guidance() && lines.is_empty() {
            lines.push(pen.say(match figures.guidance.is_empty() {
                true => StaffText::Unwritten,
                false => StaffText::Followed,
            }));
        }
        let mut out = pen.section("improve", StaffText::Improve);
        if figures.needs_guidance() {
            let together = pen.say(StaffText::Together);
            out.tables
                .push(sentences(pen, "together", Style::Lines, vec![together]));
        }
        let mut table = sentences(pen, "improve", Style::List, lines);
        table.empty = pen.say(match figures.latest() {
            Some(latest) if latest.is_partial() => StaffText::PartJudged,
            Some(_) => StaffText::NothingToImprove,
            None => StaffText::NothingJudged,
        });
        out.tables.push(table);
        out
    }

    fn improvement(&self, one: Improvement<'_>) -> String {
        let pen = self.pen;
        match one {
            Improvement::Guidance(guided) => {
                let guidance = ended(&guided.guidance);
                pen.say(StaffText::Guidance {
                    guidance,
                    day: pen.day(guided.due),
                })
            }
            Improvement::Evaluation { improve, step } => pen.say(StaffText::Evaluation {
                improve: ended(improve),
                step: step.map_or_else(|| pen.say(StaffText::NoStep), str::to_owned),
            }),
            Improvement::Below(mark) => {
                let parts = [
                    (mark.result, ("Hasil kerja", "Results")),
                    (mark.behaviour, ("Perilaku kerja", "Behaviour")),
                ];
                let below = parts.iter().filter(|(part, _)| *part == Some(Expectation::Below));
                let what: Vec<String> = below.map(|(_, name)| pen.say(*name)).collect();
                let what = what.join("; ");
                pen.say(StaffText::Below { what })
            }
            Improvement::Failed(seat) => pen.say(StaffText::Failed {
                title: seat.title.clone(),
            }),
            Improvement::Gap {
                lack,
                ahead,
                is_named,
            } => pen.say(StaffText::Gap {
                competency: self.figures.competencies.names[lack.competency as usize].clone(),
                held: lack.held,
                required: lack.required,
                step: self.gap_step(ahead, is_named),
            }),
        }
    }

    fn gap_step(&self, ahead: Option<&Seat>, is_named: bool) -> String {
        let pen = self.pen;
        pen.say(match ahead {
            Some(ahead) => StaffText::GapAhead {
                title: ahead.title.clone(),
                day: pen.day(ahead.start),
            },
            None if is_named => StaffText::GapNamed,
            None => StaffText::GapOpen,
        })
    }

    /// JP: a sentence, the programmes, the places ahead.
    pub(super) fn hours_section(&self) -> Section {
        let (pen, figures) = (self.pen, self.figures);
        let mut out = pen.section("hours", StaffText::Hours);
        let line = self.hours_sentences().join(" ");
        out.tables.push(sentences(pen, "hours", Style::Lines, vec![line]));
        if !figures.attended.is_empty() {
            out.tables.push(self.attended());
        }
        if !figures.ahead.is_empty() {
            out.tables.push(self.ahead());
        }
        let kind = match self.hours.counted {
            Counted::Certificate => None,
            Counted::Recognised => Some(Text::KindRecognised),
            Counted::Verified => Some(Text::KindVerified),
        };
        let kind = kind.map(|kind| pen.note("counted", Text::NoteCounted { kind: pen.say(kind) }));
        out.notes.extend(kind);
        // The page is handed to one person, who asks for nothing more.
        let is_detail = false;
        let basis = pen.basis(&self.hours.head());
        out.notes.push(Note { is_detail, ..basis });
        out
    }

    /// A PNS has a floor, a PPPK a ceiling, everybody else neither.
    fn hours_sentences(&self) -> Vec<String> {
        let (pen, hours) = (self.pen, &self.figures.hours);
        let (period, call) = (self.period.clone(), self.call.clone());
        let count = hours.unknown.max(hours.unknown_contract);
        let is_unknown = hours.claimed.0 == 0 && hours.unknown > 0;
        let so_far = pen.say(match is_unknown {
            true => StaffText::HoursNotKnown { period, call, count },
            false => StaffText::HoursSoFar {
                period,
                call,
                jp: pen.dec(hours.claimed),
                verified: pen.dec(hours.verified),
            },
        });
        let mut lines = vec![self.page.told_from(self.year(), so_far)];
        // Sums of what is not on record are the least that there can be.
        let is_least = count > 0 && !is_unknown;
        lines.extend(is_least.then(|| pen.say(StaffText::HoursUnknown { count })));
        let titles: Vec<&str> = self.figures.awaited.iter().map(|one| &*one.title).collect();
        lines.extend((!titles.is_empty()).then(|| {
            let (call, titles) = (self.call.clone(), titles.join("; "));
            pen.say(StaffText::HoursAwaited { call, titles })
        }));
        let titles: Vec<&str> = self.figures.failed.iter().map(|one| &*one.title).collect();
        lines.extend((!titles.is_empty()).then(|| {
            let titles = titles.join("; ");
            pen.say(StaffText::HoursFailed { titles })
        }));
        let count = self.figures.unrolled;
        lines.extend((count > 0).then(|| pen.say(StaffText::HoursUnrolled { count })));
        match self.figures.portrait.employment {
            Employment::Pns => lines.extend(self.floor()),
            Employment::Pppk | Employment::PppkPartTime => lines.extend(self.ceiling()),
            _ => {}
        }
        lines
    }

    fn floor(&self) -> Vec<String> {
        let (pen, hours) = (self.pen, &self.figures.hours);
        let rest = self.hours.pns_floor.0 - hours.counted(self.hours).0;
        let floor = pen.dec(self.hours.pns_floor);
        if rest <= 0 {
            return vec![pen.say(StaffText::Reached { floor })];
        }
        if self.figures.is_under_floor.is_none() {
            return vec![pen.say(StaffText::FloorUnknown { floor })];
        }
        let remaining = pen.say(StaffText::Remaining {
            floor,
            rest: pen.dec(Dec(rest)),
        });
        let places = (!self.figures.ahead.is_empty()).then(|| {
            pen.say(StaffText::Places {
                count: self.figures.ahead.len(),
                jp: pen.dec(hours.planned),
            })
        });
        [remaining].into_iter().chain(places).collect()
    }

    fn ceiling(&self) -> Vec<String> {
        let (pen, hours) = (self.pen, &self.figures.hours);
        let ceiling = || pen.dec(self.hours.pppk_ceiling);
        let Some(since) = self.figures.contract_year else {
            return vec![pen.say(StaffText::PppkUnknown { ceiling: ceiling() })];
        };
        let untold = self.page.settings.untold_after(since);
        let mut lines = vec![pen.say(StaffText::PppkYear {
            day: pen.day(since),
            call: self.call.clone(),
            jp: pen.dec(hours.contract),
            ceiling: ceiling(),
        })];
        if hours.contract > self.hours.pppk_ceiling {
            lines.push(pen.say(StaffText::PppkOver { ceiling: ceiling() }));
        } else if let Some(day) = untold {
            lines.push(pen.say(StaffText::CeilingUnknown { day: pen.day(day) }));
        } else if self.figures.is_over_ceiling.is_none() {
            lines.push(pen.say(StaffText::CeilingUntold { ceiling: ceiling() }));
        }
        lines
    }

    fn attended(&self) -> Table {
        let pen = self.pen;
        let jp = |jp: Option<Dec>| jp.map_or(Value::Missing, |jp| pen.sum(jp.0.into()));
        pen.list("attended", &self.figures.attended)
            .titled(("Pelatihan yang diselesaikan", "Programmes completed"))
            .numbered(|one| one.origin.into())
            .col("training", StaffText::Programme, |one| {
                Value::Text(one.id.clone())
            })
            .hidden()
            .col("title", StaffText::Programme, |one| {
                Value::Text(one.title.clone())
            })
            .col("mode", ("Moda", "Mode"), |one| {
                let mode = one.mode.map(|mode| pen.key(mode.code(), mode.phrase()));
                mode.unwrap_or(Value::Missing)
            })
            .col("completed", ("Selesai", "Completed"), |one| {
                pen.date_or_not(one.completed_on)
            })
            .col("jp", ("JP", "JP"), |one| jp(one.jp))
            .summed("JP pada sertifikat pelatihan ini.", "The JP on the certificate.")
            .col(
                "jp_recognised",
                ("Diakui", "Recognised"),
                |one| jp(one.recognised),
            )
            .summed("JP yang diakui.", "The JP recognised.")
            .col("verified", ("Terverifikasi", "Verified"), |one| {
                match one.is_verified {
                    true => pen.yes_or_no(true),
                    false => pen.key("no", ("belum", "not yet")),
                }
            })
            .table()
    }

    fn ahead(&self) -> Table {
        let pen = self.pen;
        pen.list("ahead", &self.figures.ahead)
            .titled(("Tempat yang sudah dikonfirmasi", "Confirmed places"))
            .col("title", StaffText::Programme, |ahead| {
                Value::Text(ahead.title.clone())
            })
            .col("start", ("Mulai", "From"), |ahead| pen.date(ahead.start))
            .table()
    }
}
