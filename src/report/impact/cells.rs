//! Both windows and what changed between them, group by group.

use super::super::figure::Pen;
use super::super::list::List;
use super::super::model::{Table, Value, View};
use super::{Comparison, training};
use crate::measure::complaints::ComplaintColumn as Of;
use crate::measure::impact::{Group, Observation, ProgrammeImpact, ServiceFigure, Trend, number_of_cell};
use crate::measure::meaning::{How, Meaning, decimal, whole};
use crate::measure::satisfaction::{OF_INDEX, OF_QUALITY};
use crate::measure::sheet::SheetName;
use crate::measure::trace::part;
use crate::records::number::Ratio;
use crate::records::settings::IndicatorSettings;
use crate::words::Say;
use crate::words::report::Text as Common;
use crate::words::report_impact::ImpactText as Text;

/// What a row tells of a group: one window, or the change between both.
#[derive(Clone, Copy)]
enum Window<'w> {
    Before(&'w Observation),
    After(&'w Observation),
    Change(&'w Observation, &'w Observation),
}

/// A group of a programme in a window.
struct Row<'r> {
    number: u64,
    programme: &'r ProgrammeImpact,
    group: Group,
    window: Window<'r>,
    /// Whether it can be told: what has not begun is not none, and what is not whole is not compared.
    is_told: bool,
    /// Whether it is the first of its programme, and of its group: text says the programme and the group once, data
    /// say them in every row.
    is_first: [bool; 2],
}

impl<'r> Row<'r> {
    /// What a figure says, where the window is told.
    fn tell(&self, figure: impl FnOnce(Window<'r>) -> Value) -> Value {
        match self.is_told {
            true => figure(self.window),
            false => Value::Missing,
        }
    }
}

impl<'r> Window<'r> {
    fn of([before, after]: &'r [Observation; 2]) -> [Window<'r>; 3] {
        [
            Window::Before(before),
            Window::After(after),
            Window::Change(before, after),
        ]
    }

    fn name(self) -> (&'static str, (&'static str, &'static str)) {
        match self {
            Window::Before(_) => ("before", ("Sebelum", "Before")),
            Window::After(_) => ("after", ("Sesudah", "After")),
            Window::Change(..) => ("change", ("Perubahan", "Change")),
        }
    }
}

/// The words of a group.
fn group(group: Group) -> (&'static str, &'static str) {
    match group {
        Group::Participating => ("unit peserta", "participating units"),
        Group::Comparison => ("unit pembanding", "comparison units"),
        Group::Handled => ("ditangani peserta", "handled by participants"),
    }
}

/// Without the label, unless it is told here.
fn told(value: Value, is_told: bool) -> Value {
    match value {
        Value::Key { key, .. } if !is_told => Value::Key {
            key,
            label: String::new(),
        },
        value => value,
    }
}

/// The change of a column between both windows.
fn change(times: i64) -> Meaning {
    let (id, en) = match times {
        1 => (
            "Angka sesudah pelatihan dikurangi angka sebelumnya.",
            "The figure after the programme less that before it.",
        ),
        _ => (
            "Bagian sesudah pelatihan dikurangi bagian sebelumnya, dalam poin persen.",
            "The share after the programme less that before it, in points of percent.",
        ),
    };
    Meaning::new(How::Change(times), id, en).in_row("/change")
}

impl Comparison<'_> {
    /// The rows of some groups, where there is something to tell.
    fn rows(&self, groups: &[Group], is_told: impl Fn(Window<'_>) -> bool) -> Vec<Row<'_>> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (number, programme) in self.list.iter().enumerate() {
            let before = rows.len();
            let figures = &programme.figures;
            for (group, cells) in Group::ALL.into_iter().zip(&figures.cells) {
                let is_idle = |cell: &Observation| cell.complaints.count(Of::received) == 0;
                let is_left_out = match group {
                    Group::Participating => false,
                    Group::Comparison => figures.audience.comparison.is_empty(),
                    Group::Handled => cells.iter().all(is_idle),
                };
                if is_left_out || !groups.contains(&group) {
                    continue;
                }
                let windows = Window::of(cells).into_iter().enumerate();
                for (place, window) in windows.filter(|(_, window)| is_told(*window)) {
                    rows.push(Row {
                        number: number_of_cell(number as u64, group, place),
                        programme,
                        group,
                        window,
                        is_told: figures.told[place],
                        is_first: [rows.len() == before, place == 0],
                    });
                }
            }
        }
        rows
    }

    /// A list of rows with their keys.
    fn windows_of<'r>(&self, id: &'static str, rows: Vec<Row<'r>>) -> List<Row<'r>> {
        let pen = self.pen;
        pen.list(id, rows)
            .numbered(|row| row.number)
            .col("key", ("Kunci", "Key"), |row| {
                let (window, _) = row.window.name();
                Value::Text(format!("{}/{}/{window}", row.programme.id, row.group.code()))
            })
            .hidden()
            .col("training", Text::Training, |row| {
                told(training(row.programme), row.is_first[0])
            })
            .col("group", ("Kelompok", "Group"), |row| {
                told(pen.key(row.group.code(), group(row.group)), row.is_first[1])
            })
            .col("window", ("Masa", "Window"), |row| {
                let (window, words) = row.window.name();
                pen.key(window, words)
            })
    }

    /// A count of complaints, and its difference.
    fn count(&self, window: Window<'_>, column: Of) -> Value {
        let of = |cell: &Observation| cell.complaints.count(column);
        match window {
            Window::Before(cell) | Window::After(cell) => self.pen.count(of(cell)),
            Window::Change(before, after) => {
                let difference = i128::from(of(after)) - i128::from(of(before));
                self.pen.signed(Some(Ratio::int(difference)), 0)
            }
        }
    }

    /// A share, and its difference in points.
    fn share(&self, window: Window<'_>, of: impl Fn(&Observation) -> (u64, u64)) -> Value {
        let ratio = |cell| {
            let (part, of) = of(cell);
            Ratio::new(part.into(), of.into())
        };
        match window {
            Window::Before(cell) | Window::After(cell) => {
                let (part, of) = of(cell);
                self.pen.fraction(part, of)
            }
            Window::Change(before, after) => self.pen.points(ratio(before), ratio(after)),
        }
    }

    fn median(&self, window: Window<'_>) -> Value {
        let of = |cell: &Observation| cell.complaints.figure(Of::median_workdays);
        match window {
            Window::Before(cell) | Window::After(cell) => self.pen.ratio(of(cell), 1),
            Window::Change(before, after) => {
                let less = of(after).zip(of(before));
                self.pen
                    .signed(less.and_then(|(after, before)| after.minus(before)), 1)
            }
        }
    }

    /// A column that counts complaints, with its change.
    fn counts<'r>(
        &self,
        list: List<Row<'r>>,
        column: Of,
        heading: impl Say,
        (id, en): (&'static str, &'static str),
    ) -> List<Row<'r>> {
        list.col(column.id(), heading, |row| {
            row.tell(|window| self.count(window, column))
        })
        .means(change(1))
        .counted(id, en)
        .by("complaints")
    }

    /// A column of complaints over complaints, with its change.
    fn rates<'r>(
        &self,
        list: List<Row<'r>>,
        heading: (&'static str, impl Say),
        (of, over): (Of, Of),
        (id, en): (&'static str, &'static str),
    ) -> List<Row<'r>> {
        let how = How::Over(whole(of.id()), whole(over.id()));
        list.col(heading.0, heading.1, |row| {
            let share = |cell: &Observation| (cell.complaints.count(of), cell.complaints.count(over));
            row.tell(|window| match (self.share(window, share), window) {
                // Beside what could be judged stands what could not.
                (known, Window::Before(cell) | Window::After(cell)) if of == Of::on_time => {
                    self.pen.without_class(known, cell.complaints.count(Of::untimed))
                }
                (known, _) => known,
            })
        })
        .means(change(100))
        .means(Meaning::new(how, id, en))
        .by("complaints")
    }

    /// Three rows a group: the complaints before and after, and what changed.
    pub(super) fn before_after(&self) -> Table {
        let list = self.windows_of("before_after", self.rows(&Group::ALL, |_| true));
        let says = (
            "Jumlah pengaduan yang diterima dalam masa ini, tanpa pengaduan ganda.",
            "How many complaints were received in the window, without those that repeat another.",
        );
        let list = self.counts(list, Of::received, ("Masuk", "Received"), says);
        let says = (
            "Di antaranya yang menjadi kewenangan kantor ini dan jelas.",
            "Of these, how many can be resolved: competent, clear, not withdrawn.",
        );
        let list = self.counts(list, Of::resolvable, RESOLVABLE, says).hidden();
        let says = (
            "Di antaranya yang selesai pada hari terakhir masa ini.",
            "Of these, how many were resolved by the window's last day.",
        );
        let list = self.counts(list, Of::resolved, RESOLVED, says).hidden();
        let says = (
            "Pengaduan yang selesai dibagi yang menjadi kewenangan dan jelas.",
            "Complaints resolved over those that can be.",
        );
        let parts = (Of::resolved, Of::resolvable);
        let list = self.rates(list, ("resolution_rate", RESOLVED), parts, says);
        let says = (
            "Pengaduan yang selesai dalam tenggat kelasnya, dibagi yang selesai dan diketahui kelasnya.",
            "Complaints resolved within their deadline over those resolved and of a known class.",
        );
        let median = Of::SHEET.columns[Of::median_workdays.number()];
        let untimed = Of::SHEET.columns[Of::untimed.number()];
        let list = self.rates(list, ON_TIME, (Of::on_time, Of::timed), says);
        let says = (untimed.says.id, untimed.says.en);
        let list = self
            .counts(list, Of::untimed, untimed.heading, says)
            .hidden()
            .col(median.id, median.heading, |row| {
                row.tell(|window| self.median(window))
            })
            .means(change(1))
            .means(median.meaning());
        let says = (
            "Di antara yang diterima: yang dibuka kembali.",
            "Of those received, how many were reopened.",
        );
        let list = self
            .counts(list, Of::reopened, ("Dibuka kembali", "Reopened"), says)
            .col("satisfied", ("Pengadu puas", "Complainant satisfied"), |row| {
                let count = |cell: &Observation, column| cell.complaints.count(column);
                row.tell(|window| {
                    self.share(window, |cell| {
                        (count(cell, Of::satisfied), count(cell, Of::viewed))
                    })
                })
            })
            .means(change(100))
            .means(SATISFIED);
        Table {
            views: vec![self.view()],
            ..list.table()
        }
    }

    /// What a reader of text sees: of one programme its title stands above, of several the complainants' views are left
    /// to the data.
    fn view(&self) -> View {
        let mut columns = vec!["group", "window", "received", "resolution_rate", "on_time"];
        columns.extend(["median_workdays", "reopened"]);
        let title = match self.list {
            [only] => {
                columns.push("satisfied");
                only.title.clone()
            }
            _ => {
                columns.insert(0, "training");
                self.pen.say(("Pengaduan", "Complaints"))
            }
        };
        View {
            title,
            columns,
            ..View::default()
        }
    }

    /// The index of the same windows, of the groups that are units: below the least group nothing is shown but how many
    /// there were, and no change.
    pub(super) fn index_before_after(&self) -> Table {
        let (pen, rule, guard) = (self.pen, self.satisfaction, self.guard);
        let index = |cell: &Observation| cell.answers.index(rule);
        let change_of =
            |before: &Observation, after: &Observation| guard.change(index(before), index(after)).figure();
        let rows = self.rows(
            &[Group::Participating, Group::Comparison],
            |window| match window {
                Window::Change(before, after) => change_of(before, after).is_some(),
                _ => true,
            },
        );
        let mut table = self
            .windows_of("ikm_before_after", rows)
            .titled((
                "Nilai IKM pada masa yang sama",
                "Satisfaction index in the same windows",
            ))
            .col("n", ("Responden", "Respondents"), |row| {
                row.tell(|window| match window {
                    Window::Before(cell) | Window::After(cell) => pen.count(cell.answers.people()),
                    Window::Change(..) => Value::Missing,
                })
            })
            .counted(
                "Jumlah responden survei kepuasan masyarakat dalam masa ini.",
                "How many respondents the survey of the public has in the window.",
            )
            .by("satisfaction")
            .col("ikm", ("IKM", "IKM"), |row| {
                row.tell(|window| match window {
                    Window::Before(cell) | Window::After(cell) => {
                        pen.index(guard, index(cell), rule)[0].clone()
                    }
                    Window::Change(before, after) => {
                        pen.signed(change_of(before, after), rule.decimals as u32)
                    }
                })
            })
            .means(change(1))
            .means(OF_INDEX)
            .col("quality", ("Mutu", "Quality"), |row| match row.window {
                Window::Before(cell) | Window::After(cell) => pen.index(guard, index(cell), rule)[1].clone(),
                Window::Change(..) => Value::Missing,
            })
            .means(OF_QUALITY)
            .table();
        table.columns[1].is_hidden = self.list.len() == 1;
        table
    }

    /// The service figures of which any window has a value.
    fn services_measured(&self) -> impl Iterator<Item = Service<'_>> {
        let measured = self.list.iter().enumerate().flat_map(|(number, programme)| {
            let known = self.settings.indicator.iter();
            let figures = known.zip(&programme.figures.service_figures).enumerate();
            figures.map(move |(place, (indicator, figure))| Service {
                number: part(number as u64, place),
                programme,
                indicator,
                figure,
            })
        });
        measured.filter(|one| one.figure.windows.iter().any(|window| window.n > 0))
    }

    /// The service figures of the units with participants: the mean of the monthly values in each window.
    pub(super) fn service_figures(&self) -> Table {
        let pen = self.pen;
        let mut list = pen
            .list("service_figures", self.services_measured())
            .titled((
                "Angka pelayanan unit peserta",
                "Service figures of the units with participants",
            ))
            .numbered(|one| one.number)
            .col("key", ("Kunci", "Key"), |one| {
                Value::Text(format!("{}/{}", one.programme.id, one.indicator.code.value.0))
            })
            .hidden()
            .col("training", Text::Training, |one| training(one.programme))
            .col("indicator", ("Angka", "Figure"), |one| Value::Key {
                key: one.indicator.code.value.0.clone(),
                label: one.indicator.name.clone(),
            })
            .col("unit", ("Satuan", "Unit of measure"), |one| {
                pen.text(one.indicator.unit.as_deref())
            })
            .col("direction", ("Arah", "Direction"), |one| {
                pen.key(one.indicator.direction.code(), one.indicator.direction.phrase())
            });
        let headings = [("Sebelum", "Before"), ("Sesudah", "After")];
        for (window, heading) in headings.into_iter().enumerate() {
            let [mean, n] = SERVICE_COLUMNS[window];
            let of = |one: &Service<'_>| one.figure.windows[window];
            list = list
                .col(mean, heading, |one| pen.ratio(of(one).decimal(), 2))
                .means(Meaning::new(
                    How::Mean(decimal(mean)),
                    "Rata-rata nilai bulanan unit peserta dalam masa itu.",
                    "The mean of the monthly values of the units with participants in the window.",
                ))
                .col(n, Common::Count, |one| pen.count(of(one).n))
                .counted(
                    "Jumlah nilai bulanan dalam masa itu.",
                    "How many monthly values the window has.",
                );
        }
        let list = list.col("change", ("Perubahan", "Change"), |one| {
            moved(pen, one.figure.change(one.indicator.direction))
        });
        let mut table = list.table();
        if self.list.len() == 1 {
            let shown = table.columns.iter().map(|column| column.id);
            let columns = shown.filter(|id| *id != "training" && *id != "key");
            table.views = vec![View::untitled(&columns.collect::<Vec<_>>())];
        }
        table
    }
}

/// A service figure of a programme, with its number in traces.
struct Service<'s> {
    number: u64,
    programme: &'s ProgrammeImpact,
    indicator: &'s IndicatorSettings,
    figure: &'s ServiceFigure,
}

/// How a service figure moved.
fn moved(pen: Pen, change: Option<Trend>) -> Value {
    match change {
        None => Value::Missing,
        Some(Trend::Better) => pen.key("better", ("membaik", "better")),
        Some(Trend::Same) => pen.key("same", ("tetap", "unchanged")),
        Some(Trend::Worse) => pen.key("worse", ("memburuk", "worse")),
    }
}

/// The mean and the number of values of a service figure, before and after.
const SERVICE_COLUMNS: [[&str; 2]; 2] = [["before", "before_n"], ["after", "after_n"]];

const RESOLVED: (&str, &str) = ("Selesai", "Resolved");
const RESOLVABLE: (&str, &str) = ("Dapat diselesaikan", "Can be resolved");
const ON_TIME: (&str, (&str, &str)) = ("on_time", ("Tepat waktu", "On time"));

/// How many complainants were satisfied, of those who said.
const SATISFIED: Meaning = Meaning::new(
    How::Over(whole("satisfied"), whole("viewed")),
    "Pengadu yang menyatakan puas, dibagi yang menyatakan puas atau tidak.",
    "Complainants who said that they are satisfied over those who said whether they are.",
);
