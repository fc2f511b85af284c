//! Why a file must be there, hold something, or go on: what a problem of a file as a whole says behind it.

use super::problem::Problem;
use super::{Lang, Say, words};

words! {
    /// Why a file must be there.
    pub enum Grounds {
        Named { rows: usize, by: String }: id "{rows} baris menyebut isinya: {by}", en "{rows} {named} what it holds: {by}", named of rows "row names" / "rows name";
        Lost { rows: usize, by: String }: id "{rows} baris menyebut yang tidak ada di dalamnya: {by}", en "{rows} {named} what is not in it: {by}", named of rows "row names" / "rows name";
        Stops { found: usize, expected: usize }: id "baris itu berhenti pada sel ke-{found} dari {expected}", en "it stops at cell {found} of {expected}";
        Always: id "setiap kantor memilikinya, biarpun kosong", en "every office has it, be it empty";
        Shipped: id "setiap kantor memilikinya sejak awal", en "every office has it from the beginning";
        Closed { training: String }: id "pelatihan {training} sudah selesai, dan pesertanya dicatat di sini", en "the programme {training} is done, and who took part stands here";
        Posted: id "ada pegawai yang dinilai atau mengikuti pelatihan, dan unit kerja setiap pegawai dicatat di sini", en "employees were evaluated or took part in training, and the unit of each stands here";
        Others: id "catatan lain menyebut isinya", en "other records name what it holds";
        Month: id "berkas bulan atau periode yang sudah kosong dihapus oleh bina", en "bina removes the file of a month or period that has no row left";
        Beside { file: String }: id "yang dilakukan atas isi {file} dicatat di sini", en "what was done about the rows of {file} stands here";
    }
}

impl Grounds {
    /// It in both languages.
    fn both(&self) -> (String, String) {
        (self.text(Lang::Id), self.text(Lang::En))
    }
}

impl Problem {
    /// That a file is not there, and why it must be.
    pub fn missing(file: String, grounds: &Grounds) -> Problem {
        let (sebab, reason) = grounds.both();
        Problem::FileMissing { file, sebab, reason }
    }

    /// That a file has no row, and why it must have one.
    pub fn emptied(file: String, grounds: &Grounds) -> Problem {
        let (sebab, reason) = grounds.both();
        Problem::TableEmptied { file, sebab, reason }
    }

    /// That a file ends before its end, and how one sees it.
    pub fn cut(grounds: &Grounds) -> Problem {
        let (sebab, reason) = grounds.both();
        Problem::FileCut { sebab, reason }
    }
}
