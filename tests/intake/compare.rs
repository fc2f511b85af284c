//! A list beside the records: what only one of them has and cells that differ are told, and nothing is written.

use super::*;

/// The rows of the comparison, without the key, which may be minted.
fn apart(said: &Said) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(said.stdout.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| {
        let cells = [0, 1, 3, 4, 5, 6].map(|column| unguarded(&row[column]).to_string());
        cells.join("|")
    })
    .collect()
}

fn compare(office: &mut Office, args: &[&str]) -> Said {
    let before = office.tree();
    let said = import(office, &[args, &["--compare"]].concat());
    assert!(office.tree() == before, "a comparison writes nothing");
    said
}

const HEADING: [&str; 9] = [
    "NIP BARU",
    "NAMA",
    "GELAR BELAKANG",
    "TANGGAL LAHIR",
    "JENIS KELAMIN",
    "STATUS CPNS PNS",
    "TMT JABATAN",
    "JABATAN NAMA",
    "UNOR NAMA",
];

/// A row of such a list: number, name, degree, birth, sex, employment, day, position, unit.
fn listed(cells: [&'static str; 9]) -> Vec<&'static str> {
    cells.to_vec()
}

fn national(cells: &[Vec<&str>]) -> Office {
    office(|book| {
        let rows: Vec<&[&str]> = [&HEADING[..]]
            .into_iter()
            .chain(cells.iter().map(|row| &row[..]))
            .collect();
        sheet(book, "Data Utama", &rows);
    })
}

const BUDI: [&str; 9] = [
    "198609262015051001",
    "BUDI SANTOSO",
    "S.Sos",
    "26-09-1986",
    "L",
    "PNS",
    "01-05-2015",
    "PENGADMINISTRASI",
    "SEKRETARIAT",
];

#[test]
fn a_staff_list_of_the_national_system_is_compared_person_by_person() {
    let mut office = national(&[
        listed(BUDI),
        listed([
            "199205052023211004",
            "BUDI SIREGAR",
            "",
            "05-05-1992",
            "M",
            "PPPK",
            "01-01-2023",
            "PENATA LAYANAN",
            "KELURAHAN LAIN",
        ]),
        listed([
            "198803032012032003",
            "RINA MARPAUNG",
            "S.E.",
            "04-03-1988",
            "F",
            "PNS",
            "02-01-2026",
            "CAMAT",
            "SEKRETARIAT",
        ]),
        listed([
            "198811112014032007",
            "NURAINI LUBIS",
            "",
            "11-11-1988",
            "F",
            "PNS",
            "02-01-2024",
            "PENGELOLA DATA",
            "KELURAHAN TERJUN",
        ]),
        listed([
            "19900101201502200",
            "SITI AMINAH",
            "",
            "01-01-1990",
            "F",
            "PNS",
            "01-02-2015",
            "KEPALA SEKSI",
            "KELURAHAN TERJUN",
        ]),
    ]);
    let said = compare(&mut office, &["siasn-staff", "daftar.xlsx"]);
    assert_eq!(
        apart(&said),
        [
            "daftar.xlsx, sheet Data Utama, I3|differs|Budi Siregar|unit|kel-terjun|kelurahan-lain",
            "daftar.xlsx, sheet Data Utama, C4|differs|Rina Marpaung, S.E., M.Si.|title_after|S.E., M.Si.|S.E.",
            "daftar.xlsx, sheet Data Utama, D4|differs|Rina Marpaung, S.E., M.Si.|born|1988-03-03|1988-03-04",
            "daftar.xlsx, sheet Data Utama, G4|differs|Rina Marpaung, S.E., M.Si.|since|2012-03-01|2026-01-02",
            "daftar.xlsx, sheet Data Utama, H4|differs|Rina Marpaung, S.E., M.Si.|position|Sekretaris|CAMAT",
            "daftar.xlsx, sheet Data Utama, row 5|only-there|Nuraini Lubis|nip||198811112014032007",
            "daftar.xlsx, sheet Data Utama, A6|unclear||||A6: a NIP has 18 digits, this one has 17",
            "staff.csv, row 4|only-here|Drs. Joko Lestari|nip|200002022025021005|",
        ],
        "{}",
        said.stderr
    );
    assert_eq!(said.status, 1, "what differs is a finding");
    let alone = import(&mut office, &["siasn-staff", "daftar.xlsx", "--dry-run"]);
    assert!(alone.stderr.contains("siasn-pegawai"), "{}", alone.stderr);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test lays its list down")]
fn a_list_that_says_what_is_recorded_differs_in_nothing() {
    let mut office = office(|_| {});
    let left = office.run(&["export", "staff", "-O", "csv"], "");
    fs::write(office.beside("pegawai.csv"), &left.stdout).unwrap();
    let said = compare(&mut office, &["staff", "pegawai.csv"]);
    assert_eq!((apart(&said), said.status), (vec![], 0), "{}", said.stderr);
    let said = compare(&mut office, &["staff", "pegawai.csv", "--correct"]);
    assert!(
        said.stderr.contains("--correct: error[compare-writes]"),
        "{}",
        said.stderr
    );
}

#[test]
fn participants_of_one_programme_are_compared_with_those_recorded() {
    let mut office = office(|book| {
        sheet(
            book,
            "Peserta",
            &[
                &["Nama", "Status"],
                &["Budi Santoso", "hadir"],
                &["Siti Aminah", "hadir"],
            ],
        );
    });
    let said = compare(&mut office, &["participation", "daftar.xlsx", "--for", TRAINING]);
    assert_eq!(
        apart(&said),
        [
            "daftar.xlsx, sheet Peserta, B2|differs|Budi Santoso, S.Sos.|status|confirmed|attending",
            "daftar.xlsx, sheet Peserta, row 3|only-there|Siti Aminah|||",
            "participation/2026-10.csv, row 3|only-here|Drs. Joko Lestari|||",
            "participation/2026-10.csv, row 4|only-here|Rina Marpaung, S.E., M.Si.|||",
        ],
        "{}",
        said.stderr
    );
}
