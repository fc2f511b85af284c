//! `bina certificate renew`: a renewal is a new line that names the old one.

use super::verb::{Act, verbs};
use crate::change::certificate::renew;

verbs! {
    "certificate" "renew" "perpanjang", id "Mencatat perpanjangan sertifikat sebagai baris baru; baris lama tetap. Idnya dicetak.", en "Records the renewal of a certificate as a new row; the old one stays. Its id is printed." {
        [Place "id" "ID", id "Id sertifikat yang diperpanjang; lihat: bina certificate list", en "Id of the certificate that is renewed; see: bina certificate list"]
        [must "number" "NO", id "Nomor yang baru", en "The new number"]
        [must "issued" "YYYY-MM-DD", id "Hari terbit", en "The day of issue"]
        ["until" "YYYY-MM-DD", id "Hari terakhir berlaku; bila tidak ditulis: menurut aturan certificates, dan tanpa batas bila aturan itu tidak menyebut bulan", en "The last day on which it is valid; by the rule certificates when absent, and without end where that has no months"]
        ["issuer" "TEXT", id "Penerbit; bila tidak ditulis: sama", en "Who issued it; the same when absent"]
        ["recognition" "TEXT", id "Pengakuan; bila tidak ditulis: sama", en "By whom it is recognised; the same when absent"]
        [File "file" "PATH", id "Sertifikat sebagai berkas; disalin ke evidence/", en "The certificate as a file; copied into evidence/"]
    } Act::Record(renew), "bina certificate renew 2023-10-k7f3q --number 7411/2026 --issued 2026-10-05 --until 2029-10-04 --file sertifikat.pdf";
}
