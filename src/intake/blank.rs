//! Lists to fill in, each declared once: `bina form` makes it, and `bina import` reads it back without rules.
//!
//! A list carries a mark, the command that made it, by which it is known again.

use crate::change::Request;
use crate::sheets::{SheetRow, Worksheet};
use crate::words::Phrase;

/// How the mark of a list begins.
const MARK: &str = "bina form ";

/// How many rows at the top of a sheet may hold the mark.
const LOOKED_AT: usize = 5;

/// What a list to fill in is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The whole office: its rows are empty.
    Office,
    /// The participants of a programme.
    Programme,
    /// Everybody in the office, in a period.
    Period,
}

/// A list to fill in.
#[derive(Debug)]
pub struct Blank {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its Indonesian name.
    pub alias: &'static str,
    /// What it is called.
    pub title: Phrase,
    /// The table that it is about.
    pub table: &'static str,
    /// What it is about.
    pub matter: Matter,
    /// Its columns.
    pub columns: &'static [BlankColumn],
}

/// A column of a list to fill in.
#[derive(Debug)]
pub struct BlankColumn {
    /// What its cells become: table and column.
    pub to: (&'static str, &'static str),
    /// Its heading.
    pub heading: Phrase,
    /// Whether it says whom a row is about, and so is filled in already.
    pub is_given: bool,
}

macro_rules! blanks {
    (@given given) => { true };
    (@given) => { false };
    ($($name:literal $alias:literal : $table:ident about $matter:ident, id $id:literal, en $en:literal {
        $($($given:ident)? [$of:ident . $column:ident] $cid:literal, $cen:literal;)+
    })+) => {
        /// Every list to fill in that is about a table.
        pub static BLANKS: &[Blank] = &[ $( Blank {
            name: $name,
            alias: $alias,
            title: Phrase { id: $id, en: $en },
            table: stringify!($table),
            matter: Matter::$matter,
            columns: &[ $( BlankColumn {
                to: (stringify!($of), stringify!($column)),
                heading: Phrase { id: $cid, en: $cen },
                is_given: blanks!(@given $($given)?),
            } ),+ ],
        } ),+ ];
    };
}

blanks! {
    "staff" "pegawai": staff about Office, id "Daftar pegawai", en "Staff" {
        [staff.nip] "NIP", "NIP";
        [staff.title_before] "Gelar depan", "Title before";
        [staff.name] "Nama tanpa gelar", "Name without titles";
        [staff.title_after] "Gelar belakang", "Title behind";
        [staff.employment] "Status kepegawaian", "Employment";
        [staff.joined] "Mulai di kantor ini", "Joined this office";
        [staff.born] "Tanggal lahir (bila tanpa NIP)", "Born (without a NIP)";
        [staff.sex] "Jenis kelamin (bila tanpa NIP)", "Sex (without a NIP)";
        [staff.email] "Surel", "E-mail";
        [postings.since] "Ditempatkan sejak", "Posted since";
        [postings.unit] "Unit", "Unit";
        [postings.position] "Jabatan", "Position";
        [postings.position_kind] "Jenis jabatan", "Kind of position";
        [postings.grade] "Golongan", "Grade";
        [contracts.since] "Kontrak mulai (PPPK)", "Contract since (PPPK)";
        [contracts.until] "Kontrak sampai (PPPK)", "Contract until (PPPK)";
    }
    "attendance" "kehadiran": participation about Programme, id "Daftar hadir", en "Attendance" {
        given [staff.nip] "NIP", "NIP";
        given [staff.name] "Nama", "Name";
        [participation.status] "Keikutsertaan", "Participation";
        [participation.reason] "Alasan tidak hadir", "Reason of absence";
        [participation.note] "Catatan", "Note";
    }
    "scores" "nilai": participation about Programme, id "Nilai tes", en "Test scores" {
        given [staff.nip] "NIP", "NIP";
        given [staff.name] "Nama", "Name";
        [participation.pre] "Nilai tes awal", "Score before";
        [participation.post] "Nilai tes akhir", "Score after";
    }
    "evaluations" "evaluasi": evaluations about Period, id "Evaluasi kinerja periodik", en "Performance evaluations" {
        given [staff.nip] "NIP", "NIP";
        given [staff.name] "Nama", "Name";
        [evaluations.result] "Hasil kerja", "Results";
        [evaluations.behaviour] "Perilaku kerja", "Behaviour";
        [evaluations.evaluator] "Pejabat penilai", "Evaluator";
        [evaluations.date] "Tanggal evaluasi", "Day of evaluation";
        [evaluations.strengths] "Yang sudah baik", "What is good";
        [evaluations.improve] "Yang dapat ditingkatkan", "What can be improved";
        [evaluations.agreed_step] "Langkah yang disepakati", "Step agreed upon";
    }
    "complaints" "pengaduan": complaints about Office, id "Daftar pengaduan", en "Complaints" {
        [complaints.received] "Tanggal diterima", "Received";
        [complaints.channel] "Kanal", "Channel";
        [complaints.reference] "Nomor pada kanal", "Number of the channel";
        [complaints.kind] "Jenis", "Kind";
        [complaints.unit] "Unit yang dituju", "Unit";
        [complaints.service] "Layanan", "Service";
        [complaints.category] "Kategori", "Category";
        [complaints.handler] "Yang menangani", "Handler";
        [complaints.summary] "Isi ringkas, tanpa nama", "Summary without names";
        [handling.responded] "Tanggal ditanggapi", "Responded";
        [handling.closed] "Tanggal ditutup", "Closed";
        [handling.outcome] "Hasil penanganan", "Outcome";
        [handling.complainant_view] "Pendapat pengadu", "View of the complainant";
    }
    "needs" "kebutuhan": needs about Office, id "Kebutuhan pengembangan", en "Development needs" {
        [needs.staff] "Pegawai", "Person";
        [needs.date] "Tanggal", "Day";
        [needs.competency] "Kompetensi", "Competency";
        [needs.source] "Menurut siapa", "Named by";
        [needs.reason] "Alasan", "Reason";
    }
}

/// What the columns are called that every list of answers has.
pub static ANSWERED: &[(&str, Phrase)] = &[
    (
        "date",
        Phrase {
            id: "Bulan atau tanggal",
            en: "Month or day",
        },
    ),
    (
        "training",
        Phrase {
            id: "Pelatihan",
            en: "Training",
        },
    ),
    (
        "unit",
        Phrase {
            id: "Unit",
            en: "Unit",
        },
    ),
    (
        "mentoring",
        Phrase {
            id: "Pendampingan",
            en: "Mentoring",
        },
    ),
    (
        "service",
        Phrase {
            id: "Layanan",
            en: "Service",
        },
    ),
    (
        "instructor",
        Phrase {
            id: "Pengajar",
            en: "Instructor",
        },
    ),
    (
        "rater",
        Phrase {
            id: "Penjawab",
            en: "Who answers",
        },
    ),
    (
        "role",
        Phrase {
            id: "Sebagai",
            en: "In which role",
        },
    ),
    (
        "wave",
        Phrase {
            id: "Sebelum atau sesudah",
            en: "Before or after",
        },
    ),
    (
        "comment",
        Phrase {
            id: "Komentar",
            en: "Comment",
        },
    ),
];

/// What the column of a session is called: by its key, with its day.
pub fn session(key: &str, day: &str) -> String {
    format!("{key} ({day})")
}

/// The columns of answers that are filled in already, where the list says what it is about.
pub const PRESET: [&str; 2] = ["date", "training"];

/// What the mark of a list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormMark {
    /// The name of the list, or the code of a questionnaire.
    pub name: String,
    /// The programme, period or month that it is about.
    pub about: Option<String>,
}

impl FormMark {
    /// The text of the mark: the command that makes the list.
    pub fn text(&self) -> String {
        match &self.about {
            Some(about) => format!("{MARK}{} --for {about}", self.name),
            None => format!("{MARK}{}", self.name),
        }
    }

    /// The mark of some sheets, where they have one.
    pub fn of(sheets: &[Worksheet]) -> Option<FormMark> {
        let rows = sheets.iter().flat_map(|sheet| sheet.rows.iter().take(LOOKED_AT));
        let texts = rows.flat_map(SheetRow::texts);
        let mut words = texts.filter_map(|text| text.strip_prefix(MARK));
        let (name, about) = words.next().map(|words| match words.split_once(" --for ") {
            Some((name, about)) => (name, Some(about)),
            None => (words, None),
        })?;
        Some(FormMark {
            name: name.trim().to_owned(),
            about: about.map(|about| about.trim().to_owned()),
        })
    }

    /// The list that it marks; `None` for answers to a questionnaire.
    pub fn blank(&self) -> Option<&'static Blank> {
        named(&self.name)
    }

    /// Lets a request say what the list is about, where nothing was typed.
    pub fn tell(&self, request: &mut Request<'_>) {
        if let Some(about) = &self.about {
            request.or("for", about);
        }
    }
}

/// The list with a name, in either language.
pub fn named(name: &str) -> Option<&'static Blank> {
    BLANKS
        .iter()
        .find(|blank| blank.name == name || blank.alias == name)
}
