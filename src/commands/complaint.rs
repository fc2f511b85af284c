//! `bina complaint classify|forward|respond|resolve|reopen`: what is done about a complaint.

use super::verb::{Act, Argument, ON, argument, verbs};
use crate::change::complaint;
use crate::records::code::{ComplainantView, ComplaintOutcome};

const ID: Argument = argument!(Place "id" "ID", id "Id pengaduan; lihat: bina complaint list", en "Id of the complaint; see: bina complaint list");

verbs! {
    "complaint" "classify" "tetapkan-kelas", id "Menetapkan kelas pengaduan, yang menentukan tenggatnya.", en "Gives a complaint its class, which decides its deadline." {
        [ID]
        [must "class" "CODE", id "Kelas menurut aturan kantor; lihat: rules/complaints.toml", en "A class of the office's rule; see: rules/complaints.toml"]
        [ON]
    } Act::Record(complaint::classify), "bina complaint classify 2026-10-k7f3q --class light --on 2026-10-05";

    "complaint" "forward" "teruskan", id "Meneruskan pengaduan kepada penangannya.", en "Hands a complaint over to whoever handles it." {
        [ID]
        [must "handler" "PERSON", id "Yang menangani: id, NIP, atau bagian nama", en "Who handles it: id, NIP or a part of the name"]
        [ON]
    } Act::Record(complaint::forward), r#"bina complaint forward 2026-10-k7f3q --handler "Siti Aminah" --on 2026-10-05"#;

    "complaint" "respond" "tanggapi", id "Mencatat tanggapan atas pengaduan.", en "Records a response to a complaint." {
        [ID]
        [ON]
        ["handler" "PERSON", id "Yang menangani: id, NIP, atau bagian nama", en "Who handles it: id, NIP or a part of the name"]
    } Act::Record(complaint::respond), r#"bina complaint respond 2026-10-k7f3q --on 2026-10-06 --handler "Siti Aminah""#;

    "complaint" "resolve" "selesaikan", id "Menutup pengaduan dengan hasilnya. Ditutup belum tentu selesai.", en "Closes a complaint with its outcome. Closed is not resolved." {
        [ID]
        [must "outcome" of ComplaintOutcome, id "Hasil penanganan", en "What became of it"]
        [ON]
        ["view" of ComplainantView, id "Pendapat pengadu tentang penanganannya", en "The complainant's own view of the handling"]
    } Act::Record(complaint::resolve), "bina complaint resolve 2026-10-k7f3q --outcome resolved --on 2026-10-12 --view satisfied";

    "complaint" "reopen" "buka-kembali", id "Membuka kembali pengaduan yang ditutup; hitungan hari dimulai ulang.", en "Opens a closed complaint again; its clock starts anew." {
        [ID]
        [ON]
    } Act::Record(complaint::reopen), "bina complaint reopen 2026-10-k7f3q --on 2026-10-20";
}
