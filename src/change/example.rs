//! The office that `bina init --example` copies: that of `data/`, with people, letters and complaints that are invented.

use super::Draft;
use super::shipped::QUESTIONNAIRES;
use super::skeleton::{begin, put};
use crate::rules::Rules;
use crate::schema;
use crate::words::Lang;

/// Includes the files of folders of `data/`: those of the root stand under an empty name.
macro_rules! office {
    ($($folder:literal [$($name:literal)*])*) => {
        &[ $( $( (concat!($folder, $name), include_str!(concat!("../../data/", $folder, $name))) ),* ),* ]
    };
}

/// Its records by the names of their files; rules and two questionnaires come with every office.
static RECORDS: &[(&str, &str)] = office! {
    "" [
        "actions.csv" "assessments.csv" "awards.csv" "bina.toml" "certificates.csv" "competencies.csv"
        "contracts.csv" "education.csv" "guidance.csv" "holidays.csv" "indicators.csv" "mentoring.csv"
        "needs.csv" "postings.csv" "regulations.csv" "staff.csv" "standards.csv" "units.csv"
    ]
    "attendance/" ["2026-04.csv" "2026-05.csv" "2026-09.csv" "2026-10.csv"]
    "complaints/" [
        "2025-07.csv" "2025-08.csv" "2025-09.csv" "2025-10.csv" "2025-11.csv" "2025-12.csv" "2026-01.csv"
        "2026-02.csv" "2026-03.csv" "2026-04.csv" "2026-05.csv" "2026-06.csv" "2026-07.csv" "2026-08.csv"
        "2026-09.csv" "2026-10.csv"
    ]
    "evaluations/" ["2025-Q3.csv" "2025-Q4.csv" "2026-09.csv" "2026-Q1.csv" "2026-Q2.csv" "2026-Q3.csv"]
    "forums/2026-05/" ["forum-konsultasi-publik.toml"]
    "forums/2026-08/" ["konsultasi-sktm.toml"]
    "handling/" [
        "2025-07.csv" "2025-08.csv" "2025-09.csv" "2025-10.csv" "2025-11.csv" "2025-12.csv" "2026-01.csv"
        "2026-02.csv" "2026-03.csv" "2026-04.csv" "2026-05.csv" "2026-06.csv" "2026-07.csv" "2026-08.csv"
        "2026-09.csv" "2026-10.csv"
    ]
    "participation/" [
        "2025-07.csv" "2025-08.csv" "2025-09.csv" "2025-10.csv" "2025-11.csv" "2025-12.csv" "2026-01.csv"
        "2026-02.csv" "2026-03.csv" "2026-04.csv" "2026-05.csv" "2026-06.csv" "2026-07.csv" "2026-08.csv"
        "2026-09.csv" "2026-10.csv" "2026-11.csv" "2026-12.csv"
    ]
    "plans/" ["2026.toml" "2027.toml"]
    "questionnaires/" ["iklim-2026.toml" "perilaku-kerja-2026.toml"]
    "responses/iklim-2026/" ["2026-09.csv"]
    "responses/perilaku-kerja-2026/" ["2026-04.csv" "2026-07.csv"]
    "responses/skm-2025/" [
        "2025-07.csv" "2025-08.csv" "2025-09.csv" "2025-10.csv" "2025-11.csv" "2025-12.csv" "2026-01.csv"
        "2026-02.csv" "2026-03.csv" "2026-04.csv" "2026-05.csv" "2026-06.csv" "2026-07.csv" "2026-08.csv"
        "2026-09.csv" "2026-10.csv"
    ]
    "responses/umpan-balik-2025/" [
        "2025-07.csv" "2025-08.csv" "2025-09.csv" "2025-10.csv" "2025-11.csv" "2025-12.csv" "2026-01.csv"
        "2026-02.csv" "2026-03.csv" "2026-04.csv" "2026-05.csv" "2026-06.csv" "2026-07.csv" "2026-08.csv"
        "2026-09.csv" "2026-10.csv"
    ]
    "sessions/" [
        "2025-07.csv" "2025-08.csv" "2025-09.csv" "2025-10.csv" "2025-11.csv" "2025-12.csv" "2026-01.csv"
        "2026-02.csv" "2026-03.csv" "2026-04.csv" "2026-05.csv" "2026-06.csv" "2026-07.csv" "2026-08.csv"
        "2026-09.csv" "2026-10.csv"
    ]
    "trainings/2025-07/" ["bimtek-kearsipan-dinamis.toml" "sosialisasi-disiplin-pns.toml"]
    "trainings/2025-08/" ["bimtek-srikandi.toml" "webinar-literasi-digital.toml"]
    "trainings/2025-09/" ["coaching-penyusunan-skp.toml" "workshop-siaga-banjir-rob.toml"]
    "trainings/2025-10/" ["bimtek-keuangan-kelurahan.toml" "elearning-antikorupsi.toml"]
    "trainings/2025-11/" ["webinar-pelindungan-data-pribadi.toml" "workshop-data-terpadu-sosial.toml"]
    "trainings/2025-12/" ["penyusunan-lkjip-2025.toml"]
    "trainings/2026-01/" ["coaching-rencana-kerja-pegawai.toml" "sosialisasi-kode-etik-asn.toml"]
    "trainings/2026-02/" ["bimtek-adminduk.toml" "webinar-kesehatan-mental.toml"]
    "trainings/2026-03/" ["coaching-petugas-loket.toml" "sosialisasi-standar-pelayanan.toml"]
    "trainings/2026-04/" ["pelayanan-prima-angkatan-1.toml" "pelayanan-prima-angkatan-2.toml"]
    "trainings/2026-05/" ["webinar-keuangan-daerah.toml" "workshop-penanganan-pengaduan.toml"]
    "trainings/2026-06/" ["outbound-kebersamaan.toml" "sosialisasi-spbe.toml" "webinar-asn-berakhlak.toml"]
    "trainings/2026-07/" ["bimtek-pengelolaan-aset.toml" "elearning-keamanan-siber.toml" "magang-mal-pelayanan-publik.toml"]
    "trainings/2026-08/" [
        "komunitas-belajar-pelayanan.toml" "webinar-arsip-elektronik.toml" "workshop-musrenbang-partisipatif.toml"
    ]
    "trainings/2026-09/" ["bimtek-standar-pelayanan.toml" "kursus-bicara-di-depan-umum.toml"]
    "trainings/2026-10/" [
        "bimtek-kearsipan.toml" "coaching-pelayanan-terjun.toml" "pelatihan-satlinmas.toml" "pelayanan-ramah-disabilitas.toml" "webinar-akal-imitasi.toml"
    ]
    "trainings/2026-11/" ["bimtek-pengadaan-barang-jasa.toml" "kelas-daring-gratifikasi.toml"]
    "trainings/2026-12/" ["refleksi-pelayanan-2026.toml"]
};

/// Drafts every file of the example; refuses a directory that holds records, or a file that would be written.
pub fn draft(draft: &mut Draft<'_>) {
    if !begin(draft, &schema::page(Lang::Id)) {
        return;
    }
    for (folder, texts) in [("rules", Rules::SHIPPED), ("questionnaires", QUESTIONNAIRES)] {
        for (name, text) in texts {
            put(draft, &format!("{folder}/{name}.toml"), text);
        }
    }
    for (name, text) in RECORDS {
        put(draft, name, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    fn files(folder: &Path, root: &Path, into: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, root, into);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                into.insert(name.replace('\\', "/"), fs::read_to_string(&path).unwrap());
            }
        }
    }

    #[test]
    fn the_example_is_the_office_of_data_byte_for_byte() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let mut there = BTreeMap::new();
        files(&root, &root, &mut there);
        // The rules for lists come with the program.
        there.retain(|name, _| !name.starts_with("imports/") && !name.starts_with("reports/"));
        let nowhere = crate::files::Directory::open(&root.join("nowhere")).unwrap();
        let mut made = Draft::new(&nowhere);
        draft(&mut made);
        assert!(made.is_good());
        let text = |bytes: Option<&[u8]>| String::from_utf8(bytes.unwrap().to_vec()).unwrap();
        let made: BTreeMap<String, String> = made
            .changed()
            .map(|(name, _, after)| (name.to_owned(), text(after)))
            .collect();
        assert_eq!(made.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>());
        assert!(made == there);
    }
}
