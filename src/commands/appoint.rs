//! `bina staff appoint`: a CPNS becomes PNS, a contract worker PPPK.

use super::verb::{Act, ON, verbs};
use crate::change::appoint::appoint;
use crate::records::code::{Employment, Grade};

verbs! {
    "staff" "appoint" "angkat", id "Mencatat pengangkatan: sejak hari itu status kepegawaiannya lain, penempatannya tetap. Laporan bulan sebelumnya tidak berubah.", en "Records an appointment: from that day the employment is another, the posting stays. Reports of earlier months do not change." {
        [Place "person" "PERSON", id "Orangnya: id, NIP, atau bagian nama", en "The person: id, NIP or a part of the name"]
        [must "employment" of Employment, id "Status kepegawaian sejak hari itu", en "The employment from that day on"]
        [ON]
        ["grade" of Grade, id "Golongannya, bila berubah", en "The grade, where it changes"]
        ["nip" "NIP", id "NIP barunya, bila berganti", en "The new NIP, where it changes"]
        ["decree" "NO", id "Nomor SK", en "Number of the decree"]
    } Act::Record(appoint), r#"bina staff appoint "Joko Lestari" --employment pns --on 2026-12-01 --decree "821/12/2026""#;
}
