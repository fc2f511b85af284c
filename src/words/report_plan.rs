//! The words of the report about the yearly plan and the competency gaps.

use super::words;

words! {
    /// Headings, captions, notes and sentences.
    pub enum PlanText {
        Title { year: i32, month: String }: id "RENCANA DAN REALISASI PENGEMBANGAN PEGAWAI TAHUN {year} – {month}", en "DEVELOPMENT PLAN AND WHAT WAS DONE IN {year} – {month}";
        Section { year: i32 }: id "Rencana pengembangan tahun {year} dan realisasinya", en "Development plan of {year} against what was done";
        NoPlan { year: i32 }: id "Belum ada rencana tahun {year}.", en "There is no plan for {year} yet.";
        Item: id "Butir", en "Item";
        Month: id "Bulan", en "Month";
        State: id "Keadaan", en "State";
        Cost: id "Anggaran", en "Budget";
        CostDone: id "Biaya terpakai", en "Cost so far";
        Reason: id "Alasan", en "Reason";
        NoteDraft: id "Rencana ini masih rancangan: belum ada keputusan penetapannya.", en "This plan is a draft: no decree adopts it yet.";
        NoteDecree { decree: String }: id "Ditetapkan dengan {decree}.", en "Adopted by {decree}.";
        NoteSummary { done: u64, items: u64, late: u64, dropped: u64 }: id "Butir yang terlaksana: {done} dari {items}, terlambat: {late}; dibatalkan dan tidak ikut dijumlahkan: {dropped}.", en "{done} of {items} {planned} done, {late} late; {dropped} dropped, which {enter} no sum.", planned of items "item" / "items", enter of dropped "enters" / "enter";
        NoteUnknown { count: u64 }: id "Yang bulannya sebelum catatan dimulai, sehingga tidak diketahui terlaksana atau tidak: {count} butir.", en "Of {count} {items} it is not known whether {they} done: the month lies before the records begin.", items of count "item" / "items", they of count "it was" / "they were";
        NoteBudget { budget: String, cost: String, percent: String }: id "Anggaran Rp{budget}, terpakai Rp{cost} ({percent}).", en "Budget Rp{budget}, used Rp{cost} ({percent}).";
        NotePlan: id "Terlaksana: ada pelatihan selesai yang menyebut butir itu, atau catatan lain yang menjawabnya (pasangan mentoring atau coaching, sertifikat, pendidikan, forum). Terlambat: bulannya sudah lewat dan belum ada yang terlaksana. JP direncanakan = peserta × JP. Serapan = biaya pelatihan selesai / anggaran.", en "Done: a programme that names the item is done, or another record answers to it (mentoring or coaching pair, certificate, study, forum). Late: its month is over and nothing was done. JP planned = participants × JP. Budget used = cost of programmes done / budget.";
        NoteUnplanned { count: u64, cost: String }: id "Di luar rencana: {count} pelatihan selesai, biaya Rp{cost}.", en "Outside the plan: {count} {programmes} done, cost Rp{cost}.", programmes of count "programme" / "programmes";
        NoteNoCost { count: u64 }: id "Biaya {count} pelatihan selesai tidak tercatat dan tidak ikut dijumlahkan.", en "The cost of {count} {programmes} done is not recorded and enters no sum.", programmes of count "programme" / "programmes";

        Reached { value: String, unit: String, month: String }: id "{value} {unit} ({month})", en "{value} {unit} ({month})";

        // ---- needs, studies, careers --------------------------------------------------------------
        Needs: id "Kebutuhan pengembangan yang disebut", en "Development needs that were named";
        NoNeeds: id "Belum ada kebutuhan yang disebut.", en "No need was named yet.";
        Competency: id "Kompetensi", en "Competency";
        Id: id "Id pegawai", en "Staff id";
        Answer { title: String, day: String }: id "{title} ({day})", en "{title} ({day})";
        NoteNeeds: id "Terpenuhi: sesudah kebutuhan itu disebut, pegawainya menyelesaikan pelatihan, mentoring, atau coaching dalam kompetensi itu. Direncanakan: tempatnya sudah dikonfirmasi, pasangannya berjalan, atau ada butir rencana tahun ini baginya. Yang terpenuhi sebelum tahun ini tidak disebut lagi.", en "Met: since the need was named, the person completed a programme, mentoring or coaching in the competency. Planned: a place is confirmed, a pair runs, or an item of the year's plan is meant for the person. What was met before this year is named no more.";
        Careers: id "Pendidikan lanjutan dan karier", en "Further education and careers";

        Steps: id "Penempatan, jabatan, dan pangkat tahun ini", en "Postings, positions and grades of the year";
        MovedFrom { unit: String }: id "dari {unit}", en "from {unit}";

        // ---- gaps -------------------------------------------------------------------------------
        Gaps: id "Kesenjangan kompetensi", en "Competency gaps";
        Unit: id "Unit", en "Unit";
        Band: id "Sebutan", en "Band";
        AndLacks { shown: String, count: usize }: id "{shown}; dan {count} lagi", en "{shown}; and {count} more";
        Lack { competency: String, held: i64, required: i64 }: id "{competency} {held}/{required}", en "{competency} {held}/{required}";
        NoGap: id "tidak ada", en "none";
        NoGaps: id "Belum ada standar kompetensi jabatan atau penilaian.", en "There are no standards or assessments yet.";
        NoteGap: id "Kesenjangan = tingkat yang disyaratkan jabatan − tingkat yang dimiliki menurut penilaian terakhir. Kecocokan jabatan = dimiliki / disyaratkan × 100, dari kompetensi yang sudah dinilai saja; yang belum dinilai tidak dianggap nol.", en "Gap = level that the post requires − level held by the latest assessment. Job-person match = held / required × 100, over competencies assessed only; what was not assessed is never zero.";
        NoteCapped: id "Kelebihan pada satu kompetensi tidak menutup kekurangan pada yang lain.", en "More than is required in one competency does not make up for less in another.";
        NoteWithoutStandard { count: u64 }: id "Jabatan {count} pegawai belum memiliki standar kompetensi; mereka tidak dihitung di sini.", en "{posts} of {count} {people} no standard; {they} not counted here.", posts of count "The post" / "The posts", people of count "person has" / "people have", they of count "he or she is" / "they are";
    }
}
