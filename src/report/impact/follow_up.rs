//! The further evaluation that a comparison asks for: the actions there are, or the command that opens one.

use super::super::figure::Pen;
use super::super::model::{Style, Table, Value};
use super::{Comparison, training};
use crate::measure::impact::{ProgrammeImpact, Sequel};
use crate::measure::meaning::{How, Meaning, Traced, whole};
use crate::words::report_impact::ImpactText as Text;
use crate::words::{Lang, Say};

/// How the further evaluation of a programme stands.
pub(super) fn state(pen: Pen, programme: &ProgrammeImpact) -> Value {
    match programme.sequel() {
        Sequel::Running => pen.key("open", ("berjalan", "running")),
        Sequel::Done => pen.key("done", ("selesai", "done")),
        Sequel::Due => pen.key("due", ("perlu dibuka", "to be opened")),
        Sequel::NotDue => pen.key("not-due", ("tidak perlu", "not due")),
        Sequel::Unknown => pen.key("not-yet", ("belum waktunya", "not yet")),
        Sequel::Unclear => pen.key("unknown", ("belum diketahui", "not known yet")),
    }
}

impl Comparison<'_> {
    /// The actions, the complaints that are overdue, and the commands; text leaves out what is empty.
    pub(super) fn follow_up_tables(&self) -> Vec<Table> {
        let mut tables = vec![self.actions(), self.overdue(), self.commands()];
        let has_any = tables.iter().any(|table| !table.rows.is_empty());
        let said = tables.iter_mut().filter(|table| has_any || table.id != "actions");
        said.for_each(|table| table.empty.clear());
        tables
    }

    /// The follow-up actions of all programmes.
    pub(in super::super) fn actions(&self) -> Table {
        let pen = self.pen;
        let actions = self.list.iter().flat_map(|programme| {
            let actions = programme.actions.iter();
            actions.map(move |action| (programme, action))
        });
        let is_any = |sequel: Sequel| self.list.iter().any(|programme| programme.sequel() == sequel);
        let none_due = match [Sequel::Unknown, Sequel::Unclear].map(is_any) {
            [true, _] => (
                "Belum waktunya menentukan evaluasi lanjutan.",
                "It is too early to say whether a further evaluation is due.",
            ),
            [_, true] => (
                "Belum diketahui apakah evaluasi lanjutan perlu: ada pengaduan tanpa kelas, atau masa sebelum catatan.",
                "Whether a further evaluation is due is not known: complaints have no class, or the records begin later.",
            ),
            _ => (
                "Tidak ada evaluasi lanjutan yang perlu.",
                "No further evaluation is due.",
            ),
        };
        pen.list("actions", actions)
            .titled(("Rencana aksi", "Actions"))
            .or_says(none_due)
            .col(
                "action",
                ("Evaluasi lanjutan", "Further evaluation"),
                |(_, action)| Value::Text(action.id.clone()),
            )
            .hidden()
            .col("training", Text::Training, |(programme, _)| training(programme))
            .col("what", ("Apa", "What"), |(_, action)| {
                Value::Text(action.what.clone())
            })
            .col("owner", ("Penanggung jawab", "Owner"), |(_, action)| {
                pen.person_or_not(action.owner)
            })
            .col("due", ("Tenggat", "Due"), |(_, action)| {
                pen.date_or_not(action.due)
            })
            .col("done", ("Selesai", "Done"), |(_, action)| {
                pen.date_or_not(action.done)
            })
            .table()
    }

    fn overdue(&self) -> Table {
        let pen = self.pen;
        let numbered = self.list.iter().enumerate();
        let with = numbered.filter(|(_, programme)| !programme.figures.overdue.is_empty());
        pen.list("overdue", with)
            .numbered(|(number, _)| *number as u64)
            .col("training", Text::Training, |(_, programme)| training(programme))
            .col(
                "count",
                ("Pengaduan yang lewat tenggat", "Overdue complaints"),
                |(_, programme)| pen.count(programme.figures.overdue.len() as u64),
            )
            .means(OVERDUE)
            .col(
                "complaints",
                ("Nomor pengaduan", "Complaint numbers"),
                |(_, programme)| Value::Text(programme.figures.overdue.join(", ")),
            )
            .hidden()
            .table()
    }

    fn commands(&self) -> Table {
        let due = self.list.iter();
        let due = due.filter(|programme| programme.sequel() == Sequel::Due);
        let list = self
            .pen
            .list("commands", due)
            .titled((
                "Perintah untuk membuka evaluasi lanjutan",
                "Commands that open the further evaluation",
            ))
            .col("training", Text::Training, |programme| {
                Value::Text(programme.id.clone())
            })
            .hidden()
            .col("command", ("Perintah", "Command"), |programme| {
                Value::Text(self.command(programme))
            });
        Table {
            style: Style::List,
            ..list.table().detail()
        }
    }

    /// The command that opens the further evaluation, due at the end of the next month.
    pub(super) fn command(&self, programme: &ProgrammeImpact) -> String {
        let title = programme.title.replace(['"', '\\', '$', '`'], "");
        // The records speak the office's language, whatever that of the report.
        let what = Text::EvaluationWhat { title }.text(Lang::Id);
        format!(
            "bina action add --opened {} --source impact:{} --what \"{what}\" --due {}",
            self.as_of(),
            programme.id,
            self.period.last_month().plus(1).last()
        )
    }
}

const OVERDUE: Meaning = Meaning::new(
    How::Sum(whole("overdue")),
    "Jumlah pengaduan kedua masa yang masih terbuka dan lewat tenggat pada hari terakhir bulan.",
    "How many complaints of the two windows are open past their deadline on the month's last day.",
)
.by("complaints")
.traced(Traced::Same("impact"));
