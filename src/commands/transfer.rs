//! `bina staff transfer-out|transfer-in`: the history of a person moves between offices as one file.

use super::verb::{Act, verbs};
use crate::change::transfer::{into, out};
use crate::records::code::PositionKind;

verbs! {
    "staff" "transfer-out" "pindah-keluar", id "Melepas pegawai yang pindah: seluruh riwayatnya menjadi satu berkas, penempatannya berakhir di sini.", en "Lets a person go who moves: the whole history becomes one file, the posting here ends." {
        [Place "person" "PERSON", id "Orangnya: id, NIP, atau bagian nama", en "The person: id, NIP or a part of the name"]
        [must "on" "YYYY-MM-DD", id "Hari pertama ia tidak lagi di sini", en "The first day on which the person is no longer here"]
        [Short('o') "output" "FILE", id "Berkas tujuan; bila tidak ditulis: keluaran baku", en "The file to write; standard output when absent"]
    } Act::Change(out), r#"bina staff transfer-out "Joko Lestari" --on 2026-12-01 -o pindah-joko.toml"#;

    "staff" "transfer-in" "pindah-masuk", id "Menerima pegawai yang pindah ke sini beserta riwayatnya. Idnya dicetak; dijalankan lagi tidak mengubah apa pun.", en "Takes in a person who moves here, with the whole history. The id is printed; run again it changes nothing." {
        [PlaceOfFile "file" "FILE", id "Berkas dari kantor asal", en "The file of the old office"]
        [must "unit" "UNIT", id "Unitnya di sini", en "The unit here"]
        ["since" "YYYY-MM-DD", id "Hari pertama di sini; bila tidak ditulis: hari ia meninggalkan kantor asal", en "The first day here; the day of leaving the old office when absent"]
        ["position" "TEXT", id "Jabatannya di sini", en "The position here"]
        ["position-kind" of PositionKind, id "Jenis jabatan", en "The kind of position"]
        ["supervisor" "PERSON", id "Atasan langsung di sini", en "The direct supervisor here"]
        ["decree" "NO", id "Nomor SK", en "Number of the decree"]
    } Act::Change(into), r#"bina staff transfer-in pindah-joko.toml --unit sek --position "Pengelola Data""#;
}
