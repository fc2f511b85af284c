//! `bina regulation brief`: which programme briefs on a regulation.

use super::verb::{Act, verbs};
use crate::change::regulation::brief;

verbs! {
    "regulation" "brief" "jelaskan", id "Mencatat pelatihan yang menjelaskan sebuah peraturan; pesertanya yang selesai dihitung sudah mendapat penjelasan.", en "Records the programme that briefs on a regulation; who completes it counts as briefed." {
        [Place "regulation" "REGULATION", id "Id peraturan; lihat perintah list", en "The id of the regulation; see the verb list"]
        [Place "training" "TRAINING", id "Id pelatihan penjelasannya", en "The id of the programme that briefs"]
    } Act::Change(brief), "bina regulation brief perwal-2026-31 2026-11/sosialisasi-sktm";
}
