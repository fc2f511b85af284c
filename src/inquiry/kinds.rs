//! Every report of `bina report`: its names, what it is about, and how it is made.

use super::{Focus, Kind, Times};
use crate::gather;
use crate::report;
use crate::words::Phrase;

/// What most reports are: about the office, for everybody too, of any time. A row says its names, how it is made, and what
/// of this is otherwise.
const PLAIN: Kind = Kind {
    name: "",
    alias: "",
    about: Phrase { id: "", en: "" },
    subject: None,
    has_public: true,
    is_about_public: false,
    is_frequent: false,
    times: Times::Any,
    make: |_, _| None,
};

/// The whole of a month: the report whose figures are closed.
pub const MONTHLY: Kind = Kind {
    name: "monthly",
    alias: "bulanan",
    about: Phrase {
        id: "laporan bulanan lengkap",
        en: "the whole monthly report",
    },
    is_frequent: true,
    make: |reading, asked| {
        let figures = gather::month::month(reading)?;
        report::monthly(&asked.page(reading), &figures)
    },
    ..PLAIN
};

/// The reports, in the order of the help.
pub static KINDS: &[Kind] = &[
    MONTHLY,
    Kind {
        name: "brief",
        alias: "ringkas",
        about: Phrase {
            id: "satu halaman untuk pimpinan",
            en: "one page for the head of the office",
        },
        is_frequent: true,
        make: |reading, asked| {
            let figures = gather::month::month(reading)?;
            report::brief(&asked.page(reading), &figures)
        },
        ..PLAIN
    },
    Kind {
        name: "plan",
        alias: "rencana",
        about: Phrase {
            id: "rencana tahunan, realisasinya, dan kesenjangan kompetensi",
            en: "the yearly plan, what was done of it, and competency gaps",
        },
        times: Times::YearSoFar,
        make: |reading, asked| {
            let gathered = gather::goals::report(reading)?;
            report::plan(&asked.page(reading), &gathered)
        },
        ..PLAIN
    },
    Kind {
        name: "performance-agreement",
        alias: "perjanjian-kinerja",
        about: Phrase {
            id: "perjanjian kinerja: tujuan rencana tahun ini, target, yang dicapai, dan capaiannya",
            en: "the performance agreement: the goals of the year's plan, targets, what is reached and how much of it",
        },
        has_public: false,
        times: Times::YearSoFar,
        make: |reading, asked| {
            let gathered = gather::goals::report(reading)?;
            Some(report::agreement(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    Kind {
        name: "idp",
        alias: "rencana-individu",
        about: Phrase {
            id: "rencana pengembangan individu satu pegawai: kesenjangan, cara, bulan, ukuran, dan keadaannya",
            en: "the individual development plan of one person: gap, way, month, measure, and how it stands",
        },
        subject: Some(Focus::STAFF),
        has_public: false,
        times: Times::YearSoFar,
        make: |reading, asked| {
            let figures = gather::staff::idp(reading, asked.subject.unwrap_or_default())?;
            Some(report::idp(&asked.page(reading), &figures))
        },
        ..PLAIN
    },
    Kind {
        name: "staff",
        alias: "rapor",
        about: Phrase {
            id: "rapor pengembangan satu pegawai",
            en: "the development summary of one person",
        },
        subject: Some(Focus::STAFF),
        has_public: false,
        times: Times::YearSoFar,
        make: |reading, asked| {
            let id = asked.subject.unwrap_or_default();
            let figures = gather::staff::report(reading, id)?;
            report::staff(&asked.page(reading), &figures)
        },
        ..PLAIN
    },
    Kind {
        name: "transcript",
        alias: "transkrip",
        about: Phrase {
            id: "semua yang diselesaikan satu pegawai, menurut tahun, dengan kode pemeriksaan",
            en: "everything that a person completed, by year, with a code to verify it by",
        },
        subject: Some(Focus::STAFF),
        has_public: false,
        times: Times::Month,
        make: |reading, asked| {
            let gathered = gather::staff::transcript(reading, asked.subject.unwrap_or_default())?;
            Some(report::transcript(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    Kind {
        name: "complaints",
        alias: "pengaduan",
        about: Phrase {
            id: "pengaduan yang ditutup dan dibuka kembali bulan ini; yang diterima, menurut kanal, kategori, dan penangan; aspirasi dan permintaan informasi; yang masih terbuka",
            en: "complaints closed and reopened in the month; those received, by channel, category and handler; aspirations and requests; what is open",
        },
        is_about_public: true,
        make: |reading, asked| {
            let gathered = gather::docket::report(reading)?;
            report::complaints(&asked.page(reading), &gathered)
        },
        ..PLAIN
    },
    Kind {
        name: "forum",
        alias: "forum-publik",
        about: Phrase {
            id: "forum masyarakat dan konsultasi kebijakan dua belas bulan, dengan tindak lanjutnya",
            en: "citizens' forums and policy consultations of twelve months, with their follow-up",
        },
        is_about_public: true,
        make: |reading, asked| {
            let gathered = gather::forum::report(reading);
            Some(report::forum(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    Kind {
        name: "notice",
        alias: "papan-pengumuman",
        about: Phrase {
            id: "satu lembar berhuruf besar untuk dinding kantor: mutu pelayanan, pengaduan, dan yang disampaikan warga lalu dikerjakan",
            en: "one sheet in large letters for the wall: quality of service, complaints, and what citizens said and was done",
        },
        is_about_public: true,
        make: |reading, asked| {
            let gathered = gather::notice::report(reading)?;
            report::notice(&asked.page(reading), &gathered)
        },
        ..PLAIN
    },
    Kind {
        name: "satisfaction",
        alias: "skm",
        about: Phrase {
            id: "laporan survei kepuasan masyarakat: nilai IKM, metode, responden, sembilan unsur, unit dan layanan, saran, tindak lanjut",
            en: "the survey of public satisfaction: index, method, respondents, the nine elements, units and services, comments, follow-up",
        },
        is_about_public: true,
        make: |reading, asked| {
            let gathered = gather::satisfaction::report(reading)?;
            Some(report::satisfaction(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    Kind {
        name: "regulation",
        alias: "peraturan",
        about: Phrase {
            id: "peraturan, cakupan penjelasannya, dan ketentuan yang berganti",
            en: "regulations, who was briefed on them, and rules that changed",
        },
        times: Times::YearSoFar,
        make: |reading, asked| {
            let gathered = gather::regulation::report(reading);
            Some(report::regulation(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    Kind {
        name: "mentoring",
        alias: "pendampingan",
        about: Phrase {
            id: "mentoring dan coaching: pasangan, pegawai baru, beban mentor, usulan pasangan",
            en: "mentoring and coaching: pairs, newcomers, load of mentors, suggested pairs",
        },
        make: |reading, asked| {
            let gathered = gather::mentoring::report(reading)?;
            report::mentoring(&asked.page(reading), &gathered)
        },
        ..PLAIN
    },
    Kind {
        name: "impact",
        alias: "dampak",
        about: Phrase {
            id: "pengaduan dan IKM sebelum dan sesudah pelatihan [PELATIHAN]",
            en: "complaints and satisfaction before and after a programme [TRAINING]",
        },
        subject: Some(Focus {
            is_optional: true,
            ..Focus::TRAINING
        }),
        make: |reading, asked| {
            let found = gather::impact::impact(reading, asked.subject)?;
            report::impact(&asked.page(reading), &found)
        },
        ..PLAIN
    },
    Kind {
        name: "matrix",
        alias: "matriks",
        about: Phrase {
            id: "yang disyaratkan dari setiap pegawai: kompetensi dan pelatihan wajib, terpenuhi atau belum, dan yang bergantung pada satu orang",
            en: "what is asked of everybody: competencies and required training, met or not, and what rests on one person",
        },
        has_public: false,
        times: Times::Month,
        make: |reading, asked| {
            let gathered = gather::matrix::report(reading)?;
            report::matrix(&asked.page(reading), &gathered)
        },
        ..PLAIN
    },
    Kind {
        name: "certificates",
        alias: "sertifikat",
        about: Phrase {
            id: "sertifikat kompetensi: berlaku, segera habis, diperpanjang; pelatihan yang harus diulang",
            en: "competency certificates: valid, expiring, renewed; training to be refreshed",
        },
        times: Times::Month,
        make: |reading, asked| {
            let gathered = gather::certificates::report(reading)?;
            report::certificates(&asked.page(reading), &gathered)
        },
        ..PLAIN
    },
    Kind {
        name: "evaluation",
        alias: "evaluasi",
        about: Phrase {
            id: "evaluasi kinerja: predikat, yang belum dinilai, yang belum ditindaklanjuti, insentif",
            en: "evaluation: predicates, who is missing, what was not followed up, incentives",
        },
        has_public: false,
        times: Times::YearSoFar,
        make: |reading, asked| {
            let gathered = gather::evaluation::report(reading)?;
            report::evaluation(&asked.page(reading), &gathered)
        },
        ..PLAIN
    },
    Kind {
        name: "training",
        alias: "pelatihan",
        about: Phrase {
            id: "satu pelatihan: reaksi, hasil belajar, penerapan, dampak PELATIHAN",
            en: "one programme: reaction, learning, behaviour, result TRAINING",
        },
        subject: Some(Focus::TRAINING),
        has_public: false,
        times: Times::Month,
        make: |reading, asked| {
            let figures = gather::training::training(reading, asked.subject.unwrap_or_default())?;
            report::training(&asked.page(reading), &figures)
        },
        ..PLAIN
    },
    Kind {
        name: "unit",
        alias: "unit-kerja",
        about: Phrase {
            id: "satu unit kerja bersama unit di bawahnya: pegawai, JP, evaluasi, pengaduan, yang belum selesai UNIT",
            en: "one unit with those below it: people, JP, evaluation, complaints, open matters UNIT",
        },
        subject: Some(Focus::UNIT),
        has_public: false,
        times: Times::Month,
        make: |reading, asked| {
            let figures = gather::unit::report(reading, asked.subject.unwrap_or_default())?;
            report::unit(&asked.page(reading), &figures)
        },
        ..PLAIN
    },
    Kind {
        name: "hours",
        alias: "jp",
        about: Phrase {
            id: "daftar JP yang diserahkan: satu baris setiap pegawai",
            en: "the list of JP that is handed in: a line for each person",
        },
        has_public: false,
        times: Times::YearSoFar,
        make: |reading, asked| {
            let gathered = gather::hours::report(reading)?;
            Some(report::hours(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    Kind {
        name: "roster",
        alias: "nominatif",
        about: Phrase {
            id: "daftar nominatif pegawai, dan susunannya menurut unit, status, jabatan, golongan, jenis kelamin, dan usia",
            en: "who works here, and how many by unit, employment, kind of position, grade, sex and age",
        },
        has_public: false,
        times: Times::Month,
        make: |reading, asked| {
            let gathered = gather::roster::report(reading);
            Some(report::roster(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    Kind {
        name: "participation",
        alias: "keikutsertaan",
        about: Phrase {
            id: "siapa yang ikut dan tidak ikut dalam dua belas bulan, alasan, iklim belajar",
            en: "who takes part and who does not in twelve months, why, the climate of learning",
        },
        make: |reading, asked| {
            let figures = gather::fairness::fairness(reading)?;
            report::participation(&asked.page(reading), &figures)
        },
        ..PLAIN
    },
];
