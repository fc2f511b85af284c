//! The names of the rules, for readers who do not know their files.

use super::words;

words! {
    /// What a rule is about.
    pub enum RuleName {
        Hours: id "jam pelajaran (JP) setahun", en "the learning hours (JP) of a year";
        Methods: id "bentuk pengembangan kompetensi", en "the forms of competency development";
        JpConversion: id "konversi JP menurut bentuk", en "the JP that each form counts";
        Predicate: id "predikat kinerja", en "performance predicates";
        Satisfaction: id "survei kepuasan masyarakat", en "the survey of public satisfaction";
        SampleSize: id "jumlah responden survei", en "the sample size of surveys";
        Gain: id "peningkatan hasil belajar", en "the gain in learning";
        Effect: id "selisih tes awal dan tes akhir", en "the difference of pre-test and post-test";
        Evaluation: id "irama evaluasi kinerja", en "the rhythm of evaluations";
        Attendance: id "kehadiran dalam pelatihan", en "attendance of programmes";
        Complaints: id "tenggat pengaduan", en "the deadlines of complaints";
        Certificates: id "masa berlaku sertifikat kompetensi", en "the validity of competency certificates";
        Guidance: id "bimbingan kinerja dan penghargaan", en "guidance and recognition";
        Impact: id "indikasi dampak pada pelayanan", en "the impact indication on service";
        Feedback: id "umpan balik peserta", en "the participants' feedback";
        Talent: id "manajemen talenta", en "talent management";
        Gap: id "kesenjangan kompetensi", en "competency gaps";
        Privacy: id "kerahasiaan jawaban", en "the privacy of answers";
        LookBack: id "lamanya catatan dibaca ke belakang", en "how far back records are read";
        Mentoring: id "mentoring dan coaching", en "mentoring and coaching";
        Incentive: id "insentif menurut kriteria tertulis", en "incentives by written criteria";
        Unnamed { name: String }: id "{name}", en "{name}";
    }
}

impl RuleName {
    /// What the rule of the file `rules/<name>.toml` is about.
    pub fn of(name: &str) -> RuleName {
        match name {
            "hours" => RuleName::Hours,
            "methods" => RuleName::Methods,
            "jp-conversion" => RuleName::JpConversion,
            "predicate" => RuleName::Predicate,
            "satisfaction" => RuleName::Satisfaction,
            "sample-size" => RuleName::SampleSize,
            "gain" => RuleName::Gain,
            "effect" => RuleName::Effect,
            "evaluation" => RuleName::Evaluation,
            "attendance" => RuleName::Attendance,
            "complaints" => RuleName::Complaints,
            "certificates" => RuleName::Certificates,
            "guidance" => RuleName::Guidance,
            "impact" => RuleName::Impact,
            "feedback" => RuleName::Feedback,
            "talent" => RuleName::Talent,
            "gap" => RuleName::Gap,
            "privacy" => RuleName::Privacy,
            "look-back" => RuleName::LookBack,
            "mentoring" => RuleName::Mentoring,
            "incentive" => RuleName::Incentive,
            other => RuleName::Unnamed {
                name: other.to_owned(),
            },
        }
    }
}
