//! Why the system did not read or write a file.

use super::{Lang, Say, words};
use std::fmt;
use std::io::{self, ErrorKind};

words! {
    /// Why the system did not read or write a file.
    pub enum Trouble {
        Missing: id "berkas atau foldernya tidak ada", en "there is no such file or folder";
        Denied: id "tidak ada izin", en "there is no permission";
        IsFolder: id "itu folder, bukan berkas", en "it is a folder, not a file";
        NoFolder: id "di dalam jalurnya ada berkas, bukan folder", en "a part of its path is a file, not a folder";
        Full: id "ruang penyimpanan habis", en "the disk is full";
        ReadOnly: id "penyimpanannya hanya-baca", en "the disk is read-only";
        BadName: id "nama ini tidak dapat dipakai sebagai nama berkas", en "this cannot be the name of a file";
        Busy: id "sedang dibuka program lain; tutup dulu", en "another program holds it open; close it first";
        Closed: id "pembacanya sudah selesai", en "its reader has gone";
        NoFile: id "itu pipa atau perangkat, bukan berkas biasa", en "it is a pipe or a device, not an ordinary file";
        TooLarge: id "isinya lebih dari 256 MB; bagi menjadi beberapa berkas", en "it holds more than 256 MB; cut it into several files";
        NoText: id "isinya bukan teks UTF-8", en "it is no UTF-8 text";
        CellFull { sheet: String, row: u32, column: String }: id "lembar {sheet}, baris {row}, {column}: isinya lebih panjang daripada yang dapat disimpan lembar kerja (32.767 huruf); keluarkan sebagai csv", en "sheet {sheet}, row {row}, {column}: longer than a spreadsheet can hold (32,767 characters); let it leave as csv";
        SheetFull { sheet: String }: id "lembar {sheet}: barisnya lebih banyak daripada yang dapat disimpan lembar kerja (1.048.576); keluarkan sebagai csv", en "sheet {sheet}: more rows than a spreadsheet can hold (1,048,576); let it leave as csv";
        /// What is rare is said in the system's own words.
        Other { reason: String }: id "{reason}", en "{reason}";
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.say(Lang::En, f)
    }
}

impl std::error::Error for Trouble {}

impl Trouble {
    /// What an error of the system means.
    pub fn of(error: &io::Error) -> Trouble {
        // A writer of this program says itself what it could not do.
        if let Some(told) = error.get_ref().and_then(|inner| inner.downcast_ref::<Trouble>()) {
            return told.clone();
        }
        match error.kind() {
            ErrorKind::NotFound => Trouble::Missing,
            ErrorKind::PermissionDenied => Trouble::Denied,
            ErrorKind::IsADirectory => Trouble::IsFolder,
            ErrorKind::NotADirectory => Trouble::NoFolder,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Trouble::Full,
            ErrorKind::ReadOnlyFilesystem => Trouble::ReadOnly,
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => Trouble::BadName,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Trouble::Busy,
            ErrorKind::BrokenPipe => Trouble::Closed,
            ErrorKind::NotSeekable => Trouble::NoFile,
            ErrorKind::FileTooLarge => Trouble::TooLarge,
            ErrorKind::InvalidData => Trouble::NoText,
            _ => Trouble::Other {
                reason: error.to_string(),
            },
        }
    }
}
