//! What several commands have in common, for who asks: dates, periods, people, addresses, exit codes.

use super::{Lang, Phrase};

/// Something that help explains beside the commands.
pub struct Primer {
    /// Its name, and its Indonesian name.
    pub names: [&'static str; 2],
    /// What it is about.
    pub about: Phrase,
    /// What there is to know.
    pub text: Phrase,
}

impl Primer {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        self.names[usize::from(lang == Lang::Id)]
    }
}

/// The topics, in the order of the help.
pub static TOPICS: &[Primer] = &[
    Primer {
        names: ["dates", "tanggal"],
        about: Phrase {
            id: "Cara menulis tanggal, dan apa arti hari ini",
            en: "How dates are written, and what today is",
        },
        text: Phrase {
            id: "\
Tanggal ditulis 2026-10-31, juga di berkas. Jam ditulis 08:30.

--as-of 2026-10-31 menggantikan hari ini di perintah apa pun. Yang dicatat tanpa --on dicatat pada
hari ini; yang terjadi lebih dulu diberi harinya: --on 2026-10-14. Hari yang belum datang ditolak
untuk hal yang sudah terjadi.

Daftar dari program lain boleh menulis 31/10/2026 atau 31 Oktober 2026; yang dapat dibaca dua cara
ditanyakan, tidak ditebak.
",
            en: "\
A date is written 2026-10-31, in files too. A time of day is written 08:30.

--as-of 2026-10-31 replaces today in any command. What is recorded without --on is recorded as of
today; what happened before is given its day: --on 2026-10-14. A day that has not come is refused
for what has happened.

Lists of other programs may write 31/10/2026 or 31 October 2026; what can be read in two ways is
asked about, not guessed.
",
        },
    },
    Primer {
        names: ["periods", "periode"],
        about: Phrase {
            id: "Bulan, triwulan, dan tahun, dan sampai kapan sebuah laporan tahu",
            en: "Months, quarters and years, and until when a report knows",
        },
        text: Phrase {
            id: "\
Bulan ditulis 2026-10, atau disebut bulan-lalu dan bulan-ini. Laporan yang bulannya tidak ditulis
adalah tentang bulan lalu. Hampir semua laporan juga tentang --quarter 2026-Q3, --semester 2026-S1,
--year 2026, atau --period 2026-02..2026-04; yang menceritakan tahun berjalan meminta masa yang mulai
di Januari. Evaluasi dan formulirnya memakai periode: 2026-10, 2026-Q3, atau 2026.

Laporan sebuah bulan memuat keadaan pada hari terakhirnya. Yang terjadi sesudahnya tidak mengubahnya;
yang terlambat dicatat tentang bulan itu sendiri mengubahnya. Bulan yang belum mulai ditolak.

Catatan dimulai pada records_since di bina.toml. Yang sebelumnya tidak diketahui, dan itu bukan tidak
ada: tentang bulan sebelumnya tidak ada laporan.
",
            en: "\
A month is written 2026-10, or named last-month and this-month. A report without a month is about the
last one. Most reports are also about --quarter 2026-Q3, --semester 2026-S1, --year 2026 or --period
2026-02..2026-04; those that tell of the year so far want a time that begins with one. Evaluations and their forms have a period: 2026-10, 2026-Q3 or 2026.

The report of a month holds what was so on its last day. What happens later does not change it; what is
recorded late about the month itself does. A month that has not begun is refused.

The records begin on records_since in bina.toml. What lies before is not known, which is not none: there
is no report about a month before.
",
        },
    },
    Primer {
        names: ["people", "orang"],
        about: Phrase {
            id: "Cara menyebut orang, pelatihan, dan kode",
            en: "How people, trainings and codes are named",
        },
        text: Phrase {
            id: "\
Orang disebut dengan id (p0hmwgrw), NIP, atau bagian nama yang cocok untuk satu orang saja: Legiman.
Bila cocok untuk beberapa orang, semuanya disebut dan tidak ada yang ditulis. Gelar boleh dihapus.

Pelatihan disebut dengan id-nya, bulan dan nama pendek: 2026-10/pelayanan-prima.

Kode diketik seperti di laporan, dalam salah satu bahasa: sakit, sick, \"di atas\". Pilihannya ada di
bantuan perintahnya dan di bina schema TABEL. Di berkas kode ditulis dalam bahasa Inggris.
",
            en: "\
A person is named by id (p0hmwgrw), by NIP, or by a part of a name that fits one person: Legiman.
Where it fits several, all of them are told and nothing is written. Titles may be left out.

A training is named by its id, month and short name: 2026-10/pelayanan-prima.

Codes are typed as reports print them, in either language: sick, sakit, \"di atas\". The choices are in
the help of a command and in bina schema TABLE. In files codes are English.
",
        },
    },
    Primer {
        names: ["addresses", "alamat"],
        about: Phrase {
            id: "Alamat sebuah angka, dan dari mana asalnya",
            en: "The address of a figure, and where it comes from",
        },
        text: Phrase {
            id: "\
Setiap angka laporan punya alamat: tabel/baris/kolom. Yang pertama nama tabel, yang terakhir kolom, yang
di antaranya kunci baris; baris jumlah ditulis total atau *.

    bina explain                                    semua alamat laporan bulanan
    bina explain hours_by_unit/total/jp             baris catatan di balik satu angka
    bina explain ALAMAT --report sertifikat         angka laporan lain

Alamat yang sama ada di csv laporan: kolom table, row, dan column.
",
            en: "\
Each figure of a report has an address: table/row/column. First the table, last the column, between them
the key of the row; the row of totals is written total or *.

    bina explain                                    all addresses of the monthly report
    bina explain hours_by_unit/total/jp             the records behind a figure
    bina explain ADDRESS --report certificates      a figure of another report

The same addresses stand in the csv of a report: columns table, row and column.
",
        },
    },
    Primer {
        names: ["exit-codes", "kode-keluar"],
        about: Phrase {
            id: "Dengan kode apa perintah berakhir, untuk skrip",
            en: "With which code a command ends, for scripts",
        },
        text: Phrase {
            id: "\
0  selesai
1  ada yang perlu dilihat: kesalahan dari check (dengan --strict juga peringatan), yang terlambat dari due --fail,
   baris yang ditolak dari import, perbedaan dari import --compare
2  perintahnya keliru diketik, atau daftar yang dibacanya tidak cocok
3  catatan mengandung kesalahan, sehingga laporan atau penulisan ditolak
4  ada yang tidak dapat dibaca, ditulis, dikunci, atau di-commit

Data keluar di keluaran baku, pesan di keluaran galat. --quiet hanya menyisakan data dan kegagalan.
",
            en: "\
0  done
1  something is to be looked at: errors of check (with --strict warnings too), something late in due --fail,
   rows that import rejected, differences of import --compare
2  the command line is wrong, or a list that it reads does not fit
3  the records hold errors, so a report or a write is refused
4  something could not be read, written, locked or committed

Data go to standard output, messages to standard error. --quiet leaves only data and failures.
",
        },
    },
];
