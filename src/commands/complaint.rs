//! `bina complaint respond|resolve|reopen`: what becomes of a complaint.

use super::verb::{Act, Argument, ON, argument, verbs};
use crate::change::complaint::{REOPENED, RESOLVED, RESPONDED};
use crate::records::code::{ComplainantView, ComplaintOutcome};

const ID: Argument = argument!(Place "id" "ID", id "Id pengaduan; lihat: bina complaint list", en "Id of the complaint; see: bina complaint list");

verbs! {
    "complaint" "respond" "tanggapi", id "Mencatat tanggapan pertama atas pengaduan.", en "Records the first response to a complaint." {
        [ID]
        [ON]
        ["handler" "PERSON", id "Yang menangani: id, NIP, atau bagian nama", en "Who handles it: id, NIP or a part of the name"]
    } Act::Event(&RESPONDED), r#"bina complaint respond 2026-10-k7f3q --on 2026-10-06 --handler "Siti Aminah""#;

    "complaint" "resolve" "selesaikan", id "Menutup pengaduan dengan hasilnya. Ditutup belum tentu selesai.", en "Closes a complaint with its outcome. Closed is not resolved." {
        [ID]
        [must "outcome" of ComplaintOutcome, id "Hasil penanganan", en "What became of it"]
        [ON]
        ["view" of ComplainantView, id "Pendapat pengadu tentang penanganannya", en "The complainant's own view of the handling"]
    } Act::Event(&RESOLVED), "bina complaint resolve 2026-10-k7f3q --outcome resolved --on 2026-10-12 --view satisfied";

    "complaint" "reopen" "buka-kembali", id "Membuka kembali pengaduan yang ditutup; hitungan hari dimulai ulang.", en "Opens a closed complaint again; its clock starts anew." {
        [ID]
        [ON]
    } Act::Event(&REOPENED), "bina complaint reopen 2026-10-k7f3q --on 2026-10-20";
}
