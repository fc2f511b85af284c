//! The words of follow-up actions in the monthly report and on the first page.

use super::words;

words! {
    /// Headings, captions and sentences about follow-up actions.
    pub enum ActionText {
        Section: id "Rencana aksi", en "Follow-up actions";
        DoneTable: id "Selesai bulan ini", en "Done this month";
        OverdueTable: id "Melewati tenggat", en "Overdue";
        AheadTable: id "Jatuh tempo bulan depan", en "Due next month";
        NothingDone: id "Tidak ada yang selesai bulan ini.", en "None was done this month.";
        NothingOverdue: id "Tidak ada yang melewati tenggat.", en "None is overdue.";
        NothingAhead: id "Tidak ada yang jatuh tempo bulan depan.", en "None falls due next month.";
        What: id "Yang dilakukan", en "What is to be done";
        Source: id "Asal", en "From";
        Owner: id "Penanggung jawab", en "Owner";
        Due: id "Tenggat", en "Due";
        DoneOn: id "Selesai", en "Done";
        Result: id "Hasil", en "Result";
        Id: id "Id", en "Id";
        NoteOpen { count: u64, undated: u64 }: id "{count} rencana aksi masih terbuka, {undated} di antaranya tanpa tenggat.", en "{count} follow-up {actions} still open, {undated} of them without a due date.", actions of count "action is" / "actions are";
        FromTraining: id "umpan balik pelatihan", en "feedback about a programme";
        FromComplaint: id "pengaduan", en "a complaint";
        FromForum: id "forum", en "a forum";
        FromImpact: id "indikasi dampak pelatihan", en "the impact indication of a programme";
        FromResponse: id "jawaban kuesioner", en "answers to a questionnaire";
        FromEvaluation: id "evaluasi kinerja", en "a performance evaluation";
        FromOther: id "sumber lain", en "another source";
    }
}
