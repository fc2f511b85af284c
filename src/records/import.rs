//! How a list of another program, or of an office's own form, becomes rows of the records: `imports/*.toml`.

use super::code::{DateOrder, DecimalMark, HandlingStep};
use super::complaint::handling;
use super::document::{At, IdText, document};
use super::organisation::postings;
use super::taking_part::{attendance, participation};

document! {
    /// A kind of list: what its columns are called, and what stands in them.
    ImportRule {
        /// What such a list is called.
        title: String, id "Nama daftar semacam ini.";
        /// What it feeds, as on the command line: staff, participation, evaluation, complaint, response.
        subject: At<IdText>, id "Yang diisinya, seperti pada baris perintah: staff, participation, evaluation, complaint, response.";
        /// The sheet that is read; every sheet with such a heading when absent.
        sheet: Option<String>, id "Lembar yang dibaca; semua lembar berjudul kolom seperti ini bila tidak ditulis.";
        /// In which order days are written in digits; without it one that can be read two ways is rejected.
        dates: Option<DateOrder>, id "Urutan tanggal yang ditulis dengan angka; tanpa ini tanggal yang dapat dibaca dua cara ditolak.";
        /// The mark before decimals; without it a number that can be read two ways is rejected.
        decimals: Option<DecimalMark>, id "Tanda desimal; tanpa ini angka yang dapat dibaca dua cara ditolak.";
        /// What its columns become.
        column: Vec<ImportColumn>, id "Kolom-kolomnya.";
        /// What every row says though no column does.
        constant: Vec<Constant>, id "Yang berlaku untuk setiap baris walau tidak ada kolomnya.";
    }
}

document! {
    /// A column of such a list. Several may read the same heading.
    ImportColumn {
        /// What it becomes, `table.column`, of several columns the first that is filled; absent where it is known and left out.
        to: Option<At<String>>, id "Menjadi apa, `tabel.kolom`; dari beberapa kolom yang menjadi hal yang sama, yang pertama terisi. Tidak ditulis bila dikenal tetapi tidak dipakai.";
        /// Its headings, in any case and with any marks; the first that the list has is read.
        from: Vec<String>, id "Judul kolomnya, huruf besar atau kecil dan tanda baca apa pun; yang pertama ada di daftar yang dibaca.";
        /// Where a cell may hold several parts, the mark before the next: of what stands before it only this is read.
        until: Option<String>, id "Bila sel memuat beberapa bagian: tanda sebelum bagian berikutnya; hanya yang di depannya dibaca.";
        /// Where something else stands before it in the cell, the mark between them: only what stands behind the last is read.
        after: Option<String>, id "Bila di depannya ada hal lain di sel yang sama: tanda di antaranya; hanya yang di belakang tanda terakhir dibaca.";
        /// Whether it follows, with a blank, what an earlier column says for the same.
        joined: Option<bool>, id "Apakah disambung dengan spasi di belakang kolom sebelumnya yang menjadi hal yang sama.";
        /// Where what is written in capitals only is written in small letters: the abbreviations that stay as they are.
        capitals: Option<Vec<String>>, id "Bila ditulis: teks yang seluruhnya huruf besar dicatat dengan huruf biasa, kecuali singkatan ini.";
        /// Whether only texts whose meaning stands here are read; any other says nothing of it.
        only: Option<bool>, id "Apakah hanya teks yang artinya disebut di sini dibaca; yang lain tidak mengatakan apa-apa tentang hal ini.";
        /// What some texts in it mean.
        value: Vec<CellMeaning>, id "Arti teks tertentu di dalamnya.";
    }
}

document! {
    /// What some texts of a column mean.
    CellMeaning {
        /// The texts, in any case and with any marks.
        from: Vec<String>, id "Teksnya, huruf besar atau kecil dan tanda baca apa pun.";
        /// What is recorded; empty for nothing.
        to: Option<String>, id "Yang dicatat; kosong berarti tidak ada.";
    }
}

document! {
    /// What every row of a list says.
    Constant {
        /// What it becomes, `table.column`.
        to: At<String>, id "Menjadi apa, `tabel.kolom`.";
        /// The value.
        value: String, id "Nilainya.";
    }
}

/// Whether a text names what a list may feed: `table.column`, or what stands for rows of a table.
pub fn is_target(text: &str) -> bool {
    let Some((table, column)) = text.split_once('.') else {
        return false;
    };
    let is_column = super::table(table).is_some_and(|table| table.column(column).is_some());
    is_column || stands_for_rows(table, column)
}

/// Whether a name that is no column of a table stands for a row of it: a session of a programme, a step of the handling,
/// the title of a past training, the day from which a grade holds.
pub fn stands_for_rows(table: &str, name: &str) -> bool {
    match table {
        _ if table == attendance.name => true,
        _ if table == handling.name => HandlingStep::CODES.iter().any(|code| code.name == name),
        _ => (table == participation.name && name == "title") || (table == postings.name && name == "graded"),
    }
}
