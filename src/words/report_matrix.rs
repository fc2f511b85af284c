//! The words of the matrix of what is asked of people.

use super::words;

words! {
    /// Headings and notes.
    pub enum MatrixText {
        Title { month: String }: id "MATRIKS KOMPETENSI DAN PELATIHAN WAJIB – {month}", en "MATRIX OF COMPETENCIES AND REQUIRED TRAINING – {month}";
        Demands: id "Menurut kompetensi dan topik", en "By competency and topic";
        Demand: id "Kompetensi atau topik", en "Competency or topic";
        Units: id "Cakupan menurut unit kerja", en "Coverage by unit";
        Bottlenecks: id "Yang bergantung pada satu orang, atau pada tidak seorang pun", en "What rests on one person, or on nobody";
        NoBottleneck: id "Tidak ada: semuanya dikuasai paling sedikit dua orang.", en "Nothing: at least two people can do each.";
        NoKnownBottleneck { count: u64 }: id "Tidak ada yang diketahui; belum diketahui siapa saja yang menguasainya: {count} kompetensi atau topik.", en "Nothing that is known; of {count} {demands} it is not known who can do them.", demands of count "competency or topic" / "competencies and topics";
        Nobody: id "belum ada yang diketahui", en "nobody known";
        OnlyKnown: id "Satu-satunya yang diketahui menguasai", en "The only one known to be able";
        People: id "Pegawai yang belum memenuhi, atau segera habis", en "People who lack something, or whose training is to be refreshed soon";
        AllMet: id "Semua yang diminta sudah terpenuhi.", en "Everything asked is met.";
        NothingKnownOpen { count: u64 }: id "Tidak ada yang diketahui belum memenuhi; yang tidak diketahui: {count}.", en "Nothing is known to be lacking; of {count} it is not known.";
        NothingAsked: id "Belum ada standar kompetensi jabatan, dan tidak ada topik yang harus disegarkan.", en "There are no standards of posts, and no topic is to be refreshed.";
        All: id "Semua pegawai dengan semua yang diminta", en "Everybody with everything that is asked";
        Met: id "Terpenuhi", en "Met";
        Lacks: id "Yang belum terpenuhi", en "What is lacking";
        Training { name: String }: id "pelatihan {name}", en "training in {name}";
        Level { name: String, held: i64, required: i64 }: id "{name} ({held}/{required})", en "{name} ({held}/{required})";
        NoteMet: id "Kompetensi terpenuhi bila penilaian terakhir mencapai tingkat yang disyaratkan jabatan; penilaian tidak mempunyai akhir masa. Topik terpenuhi bila pelatihan terakhirnya masih dalam masa menurut ketentuan.", en "A competency is met where the latest assessment reaches the level that the post requires; an assessment has no end. A topic is met where its last training is within the months of the rule.";
        NoteAble: id "Bergantung pada satu orang: hanya satu orang di kantor ini diketahui mencapai tingkat paling rendah yang disyaratkan sebuah jabatan, atau terlatih tentang topiknya.", en "Resting on one person: only one person of the office is known to reach the lowest level that a post requires, or to be trained on the topic.";
        NoteWithout { count: u64 }: id "Pegawai yang jabatannya belum mempunyai standar kompetensi: {count}; dari mereka hanya topik yang dihitung.", en "{count} {people} a post without a standard; of them only topics are counted.", people of count "person holds" / "people hold";
    }
}
