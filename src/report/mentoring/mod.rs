//! The mentoring report: pairs, what came of them, newcomers, mentors, and a suggestion of pairs.

mod newcomers;
mod ratings;
mod suggestions;
mod unheard;

use super::head::head;
use super::list::List;
use super::model::{Note, Report, Section, Table, Unjudged, Value};
use super::page::Page;
use crate::measure::judged::fewest;
use crate::measure::meaning::{How, Meaning, whole};
use crate::measure::mentoring::{MentoringFigures, Pair, PairCount, Stage, Time};
use crate::measure::suggestion::MentoringReport;
use crate::records::code::MentoringKind;
use crate::records::number::{ONE, Ratio};
use crate::records::people::Catalogue;
use crate::records::time::{Day, Period};
use crate::rules::{Enactment, Hours, MentoringRule};
use crate::words::report::Text;
use crate::words::report_mentoring::MentoringText as Words;

/// The version of the contract of the mentoring report.
const VERSION: u32 = 2;

/// Builds the mentoring report; `None` when a rule has no edition in force.
pub fn mentoring(page: &Page<'_>, gathered: &MentoringReport) -> Option<Report> {
    let mentorship = Mentorship::new(*page, &gathered.figures)?;
    let month = page.period_title();
    let mut report = page.report("mentoring", VERSION, Words::Title { month });
    let overview = Section {
        tables: vec![mentorship.by_kind(), mentorship.quiet()],
        ..mentorship.overview()
    };
    let suggested = gathered.suggestions.list.len() as u64;
    report.sections = vec![
        head(page, mentorship.head_lines(suggested)),
        overview,
        mentorship.newcomers_section(),
        mentorship.pairs(&gathered.competencies),
    ];
    report.sections.extend(ratings::section(page, &gathered.ratings));
    report
        .sections
        .extend([mentorship.mentors(), mentorship.suggestions(gathered)]);
    Some(report)
}

/// Mentoring and coaching, as its tables show it.
pub(super) struct Mentorship<'m> {
    page: Page<'m>,
    figures: &'m MentoringFigures,
    rule: &'m MentoringRule,
    hours: &'m Hours,
}

/// The pairs of a kind, or of all.
type OfKind<'c> = (Option<MentoringKind>, &'c PairCount);

/// A competency: its code for data formats, its name for text.
fn competency(competencies: &Catalogue, number: Option<u32>) -> Value {
    let number = number.map(|number| number as usize);
    number.map_or(Value::Missing, |number| Value::Key {
        key: competencies.codes[number].clone(),
        label: competencies.names[number].clone(),
    })
}

impl<'m> Mentorship<'m> {
    /// What an office does; `None` when a rule has no edition in force.
    pub(super) fn new(page: Page<'m>, figures: &'m MentoringFigures) -> Option<Mentorship<'m>> {
        Some(Mentorship {
            page,
            figures,
            rule: page.rules.mentoring.on(page.as_of())?,
            hours: page.rules.hours.on(page.as_of())?,
        })
    }

    /// The section about all pairs with its notes, without a table yet.
    pub(super) fn overview(&self) -> Section {
        Section {
            notes: self.notes(),
            ..self.page.pen.section("mentoring", Words::Mentoring)
        }
    }

    /// Who lacks sessions or a mentor, and what waits for a decision.
    fn head_lines(&self, suggested: u64) -> Vec<(Day, Words)> {
        let (figures, all) = (self.figures, &self.figures.newcomers);
        let quiet = match figures.total.running {
            0 => Words::NoneRunning,
            running => {
                let (quiet, unknown) = (figures.total.quiet, figures.total.unheard);
                let days = self.rule.quiet_after_days;
                match unknown {
                    0 => Words::HeadQuiet { quiet, running, days },
                    _ => Words::HeadQuietKnown {
                        quiet,
                        running,
                        days,
                        unknown,
                    },
                }
            }
        };
        let newcomers = match all.len() as u64 {
            0 => Words::NoNewcomers,
            of => Words::NoteNewcomers {
                without: all.iter().filter(|one| one.guided == Stage::Nobody).count() as u64,
                of,
            },
        };
        let count = suggested;
        let suggested = (count > 0).then_some(Words::HeadSuggested { count });
        let last = self.page.as_of();
        let suggested = suggested.map(|line| (last, line));
        let joined = last.month().plus(-(self.rule.newcomer_months as i32)).first();
        let lines = [
            (last.plus(-(self.rule.quiet_after_days as i32)), quiet),
            (joined, newcomers),
        ];
        lines.into_iter().chain(suggested).collect()
    }

    /// The pairs and sessions of the period by kind.
    pub(super) fn by_kind(&self) -> Table {
        let (pen, figures) = (self.page.pen, self.figures);
        let kinds = MentoringKind::ALL.iter().zip(&figures.kinds);
        let kinds = kinds.map(|(kind, count)| (Some(*kind), count));
        let list = pen
            .list("mentoring", kinds.chain([(None, &figures.total)]))
            .col("kind", Words::Kind, |(kind, _)| {
                kind.map_or(pen.total(), |kind| pen.key(kind.code(), kind.phrase()))
            })
            .public()
            .col("running", Words::Running, |(_, count)| pen.count(count.running))
            .public()
            .counted(
                "Jumlah pasangan yang masih berjalan pada hari terakhir bulan.",
                "How many pairs run on the month's last day.",
            )
            .col("quiet", Words::QuietCount, |(_, count)| {
                let known = (count.quiet > 0 || count.unheard == 0).then_some(count.quiet);
                let known = known.map_or(Value::Missing, |quiet| pen.count_of(quiet, count.running));
                pen.beside(known, count.unheard, Unjudged::Record)
            })
            .counted_of(
                "running",
                "Di antaranya yang tanpa sesi lebih lama daripada jumlah hari menurut ketentuan.",
                "Of these, how many had no session for longer than the days of the rule.",
            )
            .by("mentoring")
            .col(
                "begun",
                ("Dimulai bulan ini", "Begun this month"),
                |(_, count)| pen.count(count.begun),
            )
            .counted(
                "Jumlah pasangan yang dimulai bulan ini.",
                "How many pairs began in the month.",
            )
            .col(
                "ended",
                ("Berakhir bulan ini", "Ended this month"),
                |(_, count)| pen.count(count.ended),
            )
            .counted(
                "Jumlah pasangan yang selesai atau dihentikan bulan ini.",
                "How many pairs were closed or stopped in the month.",
            );
        let list = self
            .of_period(list)
            .with(pen.size("people", &["running", "month_sessions"]), |(kind, _)| {
                pen.count(self.people(*kind))
            });
        let first = self.page.period.first_day();
        let kept = ["running", "quiet", "begun", "ended"];
        let list = list.known_where(&kept, |_| !self.figures.is_unheard_since(first));
        let table = self.page.known_from(first, &["running", "quiet"], list.table());
        let table = table.of_people_again(&["people"]);
        table.shared(Some("mentoring_by_office"))
    }

    /// The least group of people behind the pairs of a kind. A pair is no person: of five pairs one may have met, or all may
    /// guide the same.
    fn people(&self, kind: Option<MentoringKind>) -> u64 {
        let is_of = |pair: &Pair| kind.is_none_or(|kind| pair.kind == kind);
        let guided = self.figures.mentees(|pair| is_of(pair) && pair.is_running());
        let met = self
            .figures
            .mentees(|pair| is_of(pair) && pair.held.period.sessions > 0);
        fewest([guided, met, self.page.staff().saturating_sub(guided)])
    }

    /// With the sessions of the period.
    fn of_period<'c>(&self, list: List<OfKind<'c>>) -> List<OfKind<'c>> {
        let pen = self.page.pen;
        list.col("month_sessions", Words::MonthSessions, |(_, count)| {
            pen.count(count.held.period.sessions)
        })
        .public()
        .counted(
            "Jumlah sesi bulan ini.",
            "How many sessions were held in the month.",
        )
        .col(
            "month_minutes",
            ("Menit bulan ini", "Minutes of the month"),
            |(_, count)| self.minutes(count.held.period),
        )
        .counted(
            "Jumlah menit sesi bulan ini, sejauh dicatat.",
            "The minutes of the month's sessions, where they are on record.",
        )
        .col("month_jp", ("JP bulan ini", "JP of the month"), |(_, count)| {
            self.jp(count.held.period)
        })
        .public()
        .means(Meaning::new(
            How::Jp(whole("month_minutes")),
            "Jumlah menit sesi bulan ini dibagi menit satu JP menurut ketentuan.",
            "The minutes of the month's sessions over the minutes of one JP by the rule.",
        ))
        .by("hours")
    }

    /// The JP of so many minutes, by the rule; both are not known when no session has its minutes.
    fn jp(&self, time: Time) -> Value {
        let per = i128::from(self.hours.minutes_per_jp.0);
        let minutes = time
            .known_minutes()
            .map(|minutes| i128::from(minutes) * i128::from(ONE));
        let jp = minutes.and_then(|minutes| Ratio::new(minutes, per));
        self.page.pen.ratio(jp, 1)
    }

    fn minutes(&self, time: Time) -> Value {
        let known = time.known_minutes();
        known.map_or(Value::Missing, |minutes| self.page.pen.whole(minutes.into()))
    }

    /// Some pairs with their people.
    fn of_pairs<'p>(&self, id: &'static str, pairs: impl IntoIterator<Item = &'p Pair>) -> List<&'p Pair> {
        let page = self.page;
        page.pen
            .list(id, pairs)
            .numbered(|pair| pair.origin.into())
            .col("pair", Words::Mentoring, |pair| Value::Text(pair.id.clone()))
            .hidden()
            .col("mentee", Words::Mentee, |pair| page.name(pair.mentee))
            .col("mentor", Words::Mentor, |pair| page.name(pair.mentor))
    }

    /// The pairs that have gone quiet, by name.
    pub(super) fn quiet(&self) -> Table {
        let (pen, page, rule) = (self.page.pen, self.page, self.rule);
        let days = rule.quiet_after_days;
        let empty = match self.figures.total.running {
            0 => Words::NoneRunning,
            _ => match self.figures.total.unheard {
                0 => Words::NobodyQuiet { days },
                count => Words::QuietUnknown { count },
            },
        };
        self.of_pairs("mentoring_quiet", self.figures.quiet(rule, page.as_of()))
            .by_people(
                page.who,
                |pair| pair.mentee,
                |pair| pair.silent_days(page.as_of()),
            )
            .short()
            .titled(Words::QuietTable { days })
            .or_says(empty)
            .col("unit", Text::Unit, |pair| page.unit_of(pair.mentee))
            .col("last", Words::Last, |pair| {
                pen.date_or_not(pair.held.last.map(|(day, _)| day))
            })
            .col("days", ("Hari tanpa sesi", "Days without a session"), |pair| {
                pen.whole(pair.silent_days(page.as_of()).into())
            })
            .counted(
                "Hari sejak sesi terakhir, atau sejak dimulai bila belum ada sesi, sampai hari terakhir bulan.",
                "Days from the last session, or from the start without one, to the month's last day.",
            )
            .by("mentoring")
            .table()
    }

    /// What is said beside the figures of mentoring.
    fn notes(&self) -> Vec<Note> {
        let pen = self.page.pen;
        let minutes = pen.dec(self.hours.minutes_per_jp);
        let mut notes = vec![pen.method("mentoring-jp", Words::NoteJp { minutes }).public()];
        let count = self.figures.total.held.all.without;
        if count > 0 {
            notes.push(pen.note("minutes-unknown", Words::NoteMinutes { count }));
        }
        if self.figures.total.held.period.without > 0 {
            notes.push(pen.note("minutes-lacking", Words::NoteSomeMinutes).for_public());
        }
        notes.extend(self.unheard());
        notes.extend(self.unheard_publicly());
        notes.push(pen.basis(&self.rule.head()));
        notes
    }

    fn pairs(&self, competencies: &Catalogue) -> Section {
        let pen = self.page.pen;
        let note = pen.method("pairs-shown", Words::NoteShown);
        Section {
            tables: vec![
                self.of_year(self.pair_table(competencies)),
                self.results(|_| true),
            ],
            notes: vec![note],
            ..pen.section("pairs", Words::PairsSection)
        }
    }

    /// A table of pairs that run or ended this year.
    fn of_year(&self, table: Table) -> Table {
        let year = Period::year(self.page.period.last_month());
        self.page.empty_from(year.first_day(), table)
    }

    fn pair_table(&self, competencies: &Catalogue) -> Table {
        let (pen, page) = (self.page.pen, self.page);
        let list = self
            .of_pairs("pairs", &self.figures.pairs)
            .by_people(page.who, |pair| pair.mentee, |pair| pair.is_running())
            .short()
            .or_says(Words::NoPairs)
            .col("unit", Text::Unit, |pair| page.unit_of(pair.mentee))
            .col("kind", Words::Kind, |pair| {
                pen.key(pair.kind.code(), pair.kind.phrase())
            })
            .col("competency", Words::Competency, |pair| {
                competency(competencies, pair.competency)
            })
            .col("goal", ("Tujuan", "Goal"), |pair| Value::Text(pair.goal.clone()))
            .col("start", ("Sejak", "Since"), |pair| pen.date(pair.start))
            .col("state", Words::State, |pair| self.state(pair));
        self.with_sessions(list)
            .col("last", Words::Last, |pair| {
                pen.date_or_not(pair.held.last.map(|(day, _)| day))
            })
            .known_each(&page, &[], |pair| pair.start)
            .known_where(&[], |pair| {
                !self
                    .figures
                    .is_unheard_since(pair.start.max(page.period.first_day()))
            })
            .view_titled(
                ("Tujuan", "Goals"),
                &["mentee", "mentor", "kind", "competency", "goal"],
            )
            .view_titled(
                ("Sesi yang berlangsung", "Sessions held"),
                &[
                    "mentee",
                    "start",
                    "month_sessions",
                    "sessions",
                    "minutes",
                    "jp",
                    "last",
                    "state",
                ],
            )
            .table()
    }

    /// With the sessions that each pair has held.
    fn with_sessions<'p>(&self, list: List<&'p Pair>) -> List<&'p Pair> {
        let pen = self.page.pen;
        list.col("month_sessions", Words::MonthSessions, |pair| {
            pen.count(pair.held.period.sessions)
        })
        .counted(
            "Jumlah sesi pasangan ini bulan ini.",
            "How many sessions the pair held in the month.",
        )
        .col("sessions", Words::Sessions, |pair| {
            pen.count(pair.held.all.sessions)
        })
        .counted(
            "Jumlah sesi pasangan ini sejak dimulai.",
            "How many sessions the pair has held since it began.",
        )
        .col("minutes", Words::Minutes, |pair| self.minutes(pair.held.all))
        .counted(
            "Jumlah menit semua sesi pasangan ini, sejauh dicatat.",
            "The minutes of all sessions of the pair, where they are on record.",
        )
        .col("jp", Text::Jp, |pair| self.jp(pair.held.all))
        .means(Meaning::new(
            How::Jp(whole("minutes")),
            "Jumlah menit semua sesi dibagi menit satu JP menurut ketentuan.",
            "The minutes of all sessions over the minutes of one JP by the rule.",
        ))
        .by("hours")
    }

    fn state(&self, pair: &Pair) -> Value {
        let pen = self.page.pen;
        match pair.is_quiet(self.rule, self.page.as_of()) {
            true => Value::Key {
                key: "quiet".to_owned(),
                label: pen.say(Words::QuietCount).to_lowercase(),
            },
            false => pen.key(pair.phase.status.code(), pair.phase.status.phrase()),
        }
    }

    /// What came of the pairs that are chosen, once they have ended: the product, and what the mentee can now do alone.
    pub(super) fn results(&self, is_chosen: impl Fn(&Pair) -> bool) -> Table {
        let pen = self.page.pen;
        let pairs = self.figures.pairs.iter();
        let pairs = pairs.filter(|pair| !pair.is_running() && is_chosen(pair));
        self.of_pairs("mentoring_results", pairs)
            .by_people(self.page.who, |pair| pair.mentee, |pair| pair.is_running())
            .short()
            .titled(Words::AloneTable)
            .col("product", ("Produk", "Product"), |pair| {
                pen.text(pair.product.as_deref())
            })
            .col(
                "alone",
                ("Kini dapat dikerjakan sendiri", "Can now do alone"),
                |pair| pen.text(pair.alone.as_deref()),
            )
            .col("outcome", ("Hasil", "Outcome"), |pair| {
                pen.text(pair.outcome.as_deref())
            })
            .col("end", ("Berakhir", "Ended"), |pair| {
                pen.date_or_not(pair.phase.end)
            })
            .table()
    }

    fn mentors(&self) -> Section {
        let (pen, page) = (self.page.pen, self.page);
        let mentors = pen
            .list("mentors", &self.figures.mentors)
            .by_people(page.who, |load| load.mentor, |load| load.running)
            .short()
            .or_says(Words::NoPairs)
            .numbered(|load| load.mentor.into())
            .person(&page, Words::Mentor, |load| load.mentor)
            .col("running", Words::Running, |load| pen.count(load.running))
            .counted(
                "Jumlah pasangan yang masih berjalan dengan pembimbing ini.",
                "How many pairs run with the mentor.",
            )
            .col("closed", ("Selesai tahun ini", "Closed this year"), |load| {
                pen.count(load.closed)
            })
            .counted(
                "Jumlah pasangan dengan pembimbing ini yang selesai tahun ini.",
                "How many pairs with the mentor were closed this year.",
            )
            .col("month_sessions", Words::MonthSessions, |load| {
                pen.count(load.held.period.sessions)
            })
            .counted(
                "Jumlah sesi bulan ini dari pasangan-pasangan itu.",
                "How many sessions these pairs held in the month.",
            )
            .col("sessions", Words::Sessions, |load| {
                pen.count(load.held.all.sessions)
            })
            .counted(
                "Jumlah sesi dari pasangan-pasangan itu sejak dimulai.",
                "How many sessions these pairs have held since they began.",
            )
            .col("minutes", Words::Minutes, |load| self.minutes(load.held.all))
            .counted(
                "Jumlah menit sesi-sesi itu, sejauh dicatat.",
                "The minutes of these sessions, where they are on record.",
            )
            .known_each(&page, &["running"], |load| {
                let own = self.figures.pairs.iter();
                let own = own.filter(|pair| pair.mentor == load.mentor);
                own.map(|pair| pair.start).min().unwrap_or(page.as_of())
            })
            .known_where(&["running", "closed"], |_| {
                !self.figures.is_unheard_since(page.period.first_day())
            });
        let most = self.rule.most_pairs;
        let most = most.map(|most| pen.method("most-pairs", Words::NoteMost { most }));
        Section {
            tables: vec![self.of_year(mentors.table())],
            notes: most.into_iter().collect(),
            ..pen.section("mentors", Words::MentorsSection)
        }
    }
}
