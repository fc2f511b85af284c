//! The words of the list of who works in the office.

use super::words;

words! {
    /// Headings and notes.
    pub enum RosterText {
        Title { month: String }: id "DAFTAR NOMINATIF PEGAWAI – {month}", en "STAFF ROSTER – {month}";
        Units: id "Menurut unit kerja", en "By unit";
        Composition: id "Susunan", en "Composition";
        By: id "Menurut", en "By";
        Group: id "Kelompok", en "Group";
        People: id "ASN", en "ASN";
        Share: id "Bagian", en "Share";
        Staff: id "Daftar pegawai", en "Staff";
        Nobody: id "Belum ada ASN yang bertugas.", en "No civil servant is posted.";
        Employment: id "Status", en "Employment";
        Grade: id "Gol.", en "Grade";
        Position: id "Jabatan", en "Position";
        Kind: id "Jenis jabatan", en "Kind of position";
        Since: id "TMT", en "Since";
        Sex: id "Jenis kelamin", en "Sex";
        Age: id "Usia", en "Age";
        Studied: id "Pendidikan lanjutan", en "Further education";
        State: id "Keadaan", en "State";
        Years { from: u32, to: u32 }: id "{from}–{to} tahun", en "{from}–{to} years";
        Note: id "ASN yang bertugas pada hari terakhir bulan. TMT adalah hari pertama penempatan yang berlaku; usia dihitung dari tanggal lahir atau NIP.", en "The ASN at work on the month's last day. Since is the first day of the posting in force; ages are those of birth dates or NIP.";
    }
}
