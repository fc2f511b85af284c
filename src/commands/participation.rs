//! `bina participation claim|verify`: certificates that arrive, and who saw them.

use super::verb::{Act, verbs};
use crate::change::claim::claim;
use crate::change::verify::verify;
use crate::records::code::{Initiative, Method, Mode};

verbs! {
    "participation" "claim" "klaim", id "Mencatat sertifikat yang datang: pelatihan, keikutsertaan, dan bukti sekaligus.", en "Records a certificate that arrives: training, participation and evidence at once." {
        [Place "person" "PERSON", id "Orang: id, NIP, atau bagian nama", en "A person: id, NIP or a part of the name"]
        ["title" "TEXT", id "Judul; pelatihan bulan itu dengan judul ini dipakai, atau dibuat", en "The title; the programme of that month and title is used, or made"]
        ["training" "TRAINING", id "Id pelatihan yang sudah ada", en "The id of a training that exists"]
        [Flag "external", id "Kegiatan kantor lain, tanpa dokumen di sini", en "A programme of another office, without a document here"]
        [must "completed" "YYYY-MM-DD", id "Hari selesai", en "The day of completion"]
        [must "jp" "JP", id "JP menurut sertifikat", en "JP as on the certificate"]
        ["provider" "TEXT", id "Penyelenggara pelatihan baru", en "Who provided a new programme"]
        ["method" of Method, id "Bentuk pelatihan baru", en "The method of a new programme"]
        ["mode" of Mode, id "Moda pelatihan baru", en "The mode of a new programme"]
        ["initiative" of Initiative, id "Atas inisiatif siapa", en "Whose idea it was"]
        ["certificate" "NO", id "Nomor sertifikat", en "Number of the certificate"]
        [File "file" "PATH", id "Sertifikat sebagai berkas; disalin ke evidence/", en "The certificate as a file; copied into evidence/"]
    } Act::Record(claim), r#"bina participation claim "Siti Aminah" --title "Webinar Siaga Bencana" --external --completed 2026-10-24 --jp 3 --certificate 99085/2026 --file sertifikat.pdf"#;

    "participation" "verify" "verifikasi", id "Mencatat bahwa bukti peserta sudah dilihat orang lain.", en "Records that the evidence of participants was seen by somebody else." {
        [Place "training" "TRAINING", id "Id pelatihan", en "Id of the training"]
        [Many "people" "PERSON", id "Peserta: id, NIP, atau bagian nama", en "Participants: id, NIP or a part of the name"]
        [Flag "all", id "Semua yang punya bukti dan belum diverifikasi", en "Everybody with evidence that is not yet verified"]
        [must "by" "PERSON", id "Yang melihatnya; bukan peserta itu sendiri", en "Who saw it; not the participant"]
    } Act::Record(verify), r#"bina participation verify 2026-10/bimtek-kearsipan Budi "Siti Aminah" --by Nurhayati"#;
}
