//! The words of the report `participation`.

use super::words;

words! {
    /// Headings, captions, notes and sentences about who takes part and who does not.
    pub enum ParticipationText {
        Title { month: String }: id "LAPORAN KEIKUTSERTAAN – DUA BELAS BULAN SAMPAI {month}", en "PARTICIPATION – TWELVE MONTHS UP TO {month}";
        TitleAlone { period: String }: id "LAPORAN KEIKUTSERTAAN – {period}", en "PARTICIPATION – {period}";
        Section: id "Keikutsertaan yang belum ditindaklanjuti", en "Participation not yet followed up";

        Name: id "Nama", en "Name";
        Unit: id "Unit", en "Unit";
        NewSince { day: String }: id "baru sejak {day}", en "new since {day}";
        Training: id "Pelatihan", en "Programme";

        GradePns { name: String }: id "PNS golongan {name}", en "PNS grade {name}";
        GradePppk { name: String }: id "PPPK golongan {name}", en "PPPK grade {name}";

        ClimateByUnit { title: String, month: String }: id "{title}, jawaban sampai {month}", en "{title}, answers up to {month}";

        NobodyKnown { count: u64 }: id "Tidak ada yang diketahui; belum diketahui ikut tidaknya: {count} orang.", en "Nobody who is known to; of {count} {people} it is not known.", people of count "person" / "people";
        Nobody: id "Tidak ada.", en "None.";
        NoteWindow { first: String, last: String }: id "Masa: {first} sampai {last}, menurut hari selesai peserta, atau hari terakhir pelatihan bagi yang tidak selesai. Yang dihitung ASN yang bekerja di kantor ini pada hari terakhir; JP menurut sertifikat pelatihan.", en "Window: {first} to {last}, by the day on which a participant completed, else by the programme's last day. Counted: ASN of this office on the last day; JP as on the certificate.";
        NoteJpUnknown { count: u64 }: id "JP atau hari dari {count} pelatihan yang diselesaikan tidak tercatat; JP-nya belum terhitung.", en "The JP or the day of {count} {of} not on record, and the JP not in the figures.", of of count "completion are" / "completions are";
        NoteRelevance: id "Sesuai standar jabatan: salah satu kompetensi pelatihan disyaratkan jabatan yang dipegang pada hari selesai. Tidak dapat dinilai: pelatihan tidak menyebut kompetensi, atau jabatan belum punya standar.", en "Relevant: one of the programme's competencies is required by the post held on the day of completion. Cannot be told: the programme names no competency, or the post has no standard.";
        NoteOwn: id "Inisiatif sendiri dihitung dari pelatihan yang diselesaikan dan inisiatifnya dicatat.", en "Own initiative is of the completions whose initiative is recorded.";
        NoteTenth: id "Sepersepuluh pegawai dengan JP terbanyak, dibulatkan ke atas.", en "The tenth of the people with most JP, rounded up.";
        NoteTalk: id "Setiap penolakan diikuti pembicaraan, yang dicatat sebagai bimbingan kinerja bersama hal yang disepakati.", en "Every refusal is followed by a talk, which is recorded as guidance together with what was agreed.";
        NoteUnevaluated: id "Belum dievaluasi: umpan balik peserta belum cukup untuk ditampilkan, dan peserta dengan tes awal dan tes akhir belum cukup untuk dihitung peningkatannya.", en "Without an evaluation: too few gave feedback for it to be shown, and too few sat both pre-test and post-test for a gain.";
        Unapplied: id "Penerapan di tempat kerja belum dievaluasi", en "Application at work not evaluated yet";
        Roles { names: String }: id "{names}", en "{names}";
        LastYear: id "Tahun lalu", en "Last year";
        NoteClimate { minimum: u64 }: id "Kuesioner tanpa nama; * tidak ditampilkan: kurang dari {minimum} penjawab, atau dapat dihitung dari unit lain. Butir yang makin rendah makin baik dibalik.", en "Anonymous; * suppressed: fewer than {minimum} answered, or it could be told from the other units. Items where lower is better are turned round.";
        NoteShort { first: String, last: String }: id "Pelatihan yang selesai dari {first} sampai {last}.", en "Programmes that ended from {first} to {last}.";
    }
}
