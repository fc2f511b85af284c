//! How what people said is written: the figure, a star where it would tell who they were, nothing where nobody judged.

use super::figure::Pen;
use super::model::{Note, Partial, Unjudged, Value};
use crate::measure::calendar::CalendarGaps;
use crate::measure::complaints::{ComplaintColumn as Of, ComplaintFigures, UnitComplaints};
use crate::measure::judged::{Disclosure, Guard, Judged};
use crate::records::number::Ratio;
use crate::rules::{FELL, Gain, Satisfaction};
use crate::words::report::Text;

impl Pen {
    /// A figure about what people said, as far as the guard opens it.
    pub(super) fn judged(self, guard: Guard, judged: Judged, places: u32) -> Value {
        self.disclosed(guard.open(judged), |figure| self.ratio(Some(figure), places))
    }

    /// What is written of a figure that may be seen.
    pub(super) fn disclosed(self, disclosure: Disclosure, write: impl FnOnce(Ratio) -> Value) -> Value {
        match disclosure {
            Disclosure::Open(figure) => write(figure),
            Disclosure::Withheld => Value::Withheld,
            Disclosure::Unknown => Value::Missing,
        }
    }

    /// A gain, in as many decimals as tell its band.
    pub(super) fn gain(self, gain: Option<Ratio>, rule: &Gain) -> Value {
        self.ratio(gain, gain.map_or(0, |gain| rule.places(gain)))
    }

    /// The band of a gain, in words.
    pub(super) fn gain_band(self, gain: Option<Ratio>, rule: &Gain) -> Value {
        match gain.and_then(|gain| rule.band(gain)) {
            Some(FELL) => self.key(FELL, ("turun", "fell")),
            Some("low") => self.key("low", ("rendah", "low")),
            Some("medium") => self.key("medium", ("sedang", "medium")),
            Some("high") => self.key("high", ("tinggi", "high")),
            Some(other) => Value::Text(other.to_owned()),
            None => Value::Missing,
        }
    }

    /// The index of the public's satisfaction, and its quality.
    pub(super) fn index(self, guard: Guard, index: Judged, rule: &Satisfaction) -> [Value; 2] {
        [
            self.judged(guard, index, rule.decimals as u32),
            self.disclosed(guard.open(index), |index| self.quality(index, rule)),
        ]
    }

    /// The quality of an index by the bands of the rule.
    pub(super) fn quality(self, index: Ratio, rule: &Satisfaction) -> Value {
        rule.band(index).map_or(Value::Missing, |band| Value::Key {
            key: band.letter.clone(),
            label: format!("{} ({})", band.letter, band.quality),
        })
    }

    /// What must be said of working days: a year without holidays, a week without an end.
    pub(super) fn calendar(self, gaps: &CalendarGaps) -> Vec<Note> {
        let years: Vec<String> = gaps.years.iter().map(i32::to_string).collect();
        let holidays = (!years.is_empty()).then(|| Text::NoHolidays {
            years: years.join(", "),
        });
        let holidays = holidays.map(|text| self.note("holidays-missing", text).public());
        let week = gaps.has_no_weekend;
        let week = week.then(|| self.note("weekend-missing", Text::NoWeekend).public());
        holidays.into_iter().chain(week).collect()
    }

    /// A count that may not be known.
    pub(super) fn count_or_not(self, value: Option<u64>) -> Value {
        value.map_or(Value::Missing, |value| self.count(value))
    }

    /// How many complaints are known to be overdue, beside those without a class.
    pub(super) fn overdue(self, sums: &UnitComplaints) -> Value {
        self.without_class(self.known_overdue(sums), sums.count(Of::unclassed))
    }

    /// The same for citizens, who know of no class.
    pub(super) fn overdue_for_all(self, sums: &UnitComplaints) -> Value {
        self.beside(
            self.known_overdue(sums),
            sums.count(Of::unclassed),
            Unjudged::Record,
        )
    }

    fn known_overdue(self, sums: &UnitComplaints) -> Value {
        let known = sums.figure(Of::overdue).map(|_| sums.count(Of::overdue));
        self.count_or_not(known)
    }

    /// What could not be judged of complaints, and what is not known of their working days.
    pub(super) fn unjudged(self, figures: &ComplaintFigures) -> Vec<Note> {
        let [unclassed, untimed, resolved] =
            [Of::unclassed, Of::untimed, Of::resolved].map(|column| figures.total.count(column));
        let unclassed = (unclassed > 0).then(|| {
            let text = Text::NoteUnclassed { count: unclassed };
            self.note("unclassed", text).public()
        });
        let untimed = (untimed > 0).then(|| {
            let count = untimed;
            self.note("untimed", Text::NoteUntimed { count, resolved })
                .public()
        });
        let calendar = self.calendar(&figures.gaps);
        unclassed.into_iter().chain(untimed).chain(calendar).collect()
    }

    /// What is known of complaints, beside how many have no class and so no deadline.
    pub(super) fn without_class(self, known: Value, count: u64) -> Value {
        self.beside(known, count, Unjudged::Class)
    }

    /// Tells the public that some completions have no JP on record, where there are such, and not how few.
    pub(super) fn some_completions(self, unknown: u64) -> Option<Note> {
        let note = || self.note("completions-lacking", Text::NoteSomeCompletions);
        (unknown > 0).then(|| note().for_public())
    }

    /// So many JP, in 1/10,000, beside of how many completions they are not on record: where nothing else is known that is no
    /// zero.
    pub(super) fn jp_beside(self, jp: i64, unknown: u64) -> Value {
        let known = match jp == 0 && unknown > 0 {
            true => Value::Missing,
            false => self.sum(jp.into()),
        };
        self.beside(known, unknown, Unjudged::Programme)
    }

    /// What is known, beside how many there are of whom it is not.
    pub(super) fn beside(self, known: Value, count: u64, lack: Unjudged) -> Value {
        if count == 0 || known == Value::Withheld {
            return known;
        }
        let words = self.say(match lack {
            Unjudged::Class => Text::WithoutClass { count },
            Unjudged::Record => Text::NotKnown { count },
            // Behind JP it is plain of what; alone it would be taken for JP.
            Unjudged::Programme if !known.is_figure() => Text::NotKnownOf { count },
            Unjudged::Programme => Text::NotKnown { count },
            Unjudged::Roll => Text::WithoutRoll { count },
        });
        let own = Partial::from(known);
        Value::Partial(Box::new(Partial {
            shown: match own.known.is_figure() {
                true => format!("{}; {words}", own.shown),
                false => words,
            },
            unknown: Some((count, lack)),
            ..own
        }))
    }
}
