//! Every sheet of `bina paper`: its names, what it is about, and how it is made.

use super::{Focus, Kind, Times};
use crate::gather;
use crate::report;
use crate::words::Phrase;

/// What most sheets are: about one programme, as it stands.
const PLAIN: Kind = Kind {
    name: "",
    alias: "",
    about: Phrase { id: "", en: "" },
    subject: Some(Focus::TRAINING),
    has_public: false,
    is_about_public: false,
    is_frequent: true,
    times: Times::Month,
    make: |_, _| None,
};

/// That somebody took part: the sheet whose codes are verified.
pub(super) const CERTIFICATE: Kind = Kind {
    name: "certificate",
    alias: "sertifikat-keikutsertaan",
    about: Phrase {
        id: "sertifikat keikutsertaan, selembar bagi setiap yang selesai, dengan kode pemeriksaan",
        en: "a certificate of participation for each who completed, with a code to verify it by",
    },
    make: |reading, asked| {
        let gathered = gather::paper::report(reading, asked.subject.unwrap_or_default())?;
        Some(report::certificate(&asked.page(reading), &gathered))
    },
    ..PLAIN
};

/// The sheets, in the order of the help.
pub static PAPERS: &[Kind] = &[
    Kind {
        name: "attendance",
        alias: "daftar-hadir",
        about: Phrase {
            id: "daftar hadir bernomor dengan kolom tanda tangan tiap sesi",
            en: "a numbered list with a column of signatures for each session",
        },
        make: |reading, asked| {
            let gathered = gather::paper::report(reading, asked.subject.unwrap_or_default())?;
            Some(report::attendance(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    Kind {
        name: "recap",
        alias: "rekapitulasi",
        about: Phrase {
            id: "hasil setiap peserta dengan JP dan nilai tes, untuk ditandatangani pimpinan",
            en: "what became of every participant, with JP and tests, to be signed by the office",
        },
        make: |reading, asked| {
            let gathered = gather::paper::report(reading, asked.subject.unwrap_or_default())?;
            Some(report::recap(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    Kind {
        name: "invitation",
        alias: "undangan",
        about: Phrase {
            id: "surat undangan dengan hari, tempat, dan acara, beserta daftar yang diundang",
            en: "the letter of invitation with day, place and agenda, and those who are invited",
        },
        make: |reading, asked| {
            let gathered = gather::paper::report(reading, asked.subject.unwrap_or_default())?;
            Some(report::invitation(&asked.page(reading), &gathered))
        },
        ..PLAIN
    },
    CERTIFICATE,
    Kind {
        name: "questionnaire",
        alias: "kuesioner",
        about: Phrase {
            id: "kuesioner kosong untuk diisi warga atau peserta, dengan angka yang dimasukkan satu per satu",
            en: "a blank questionnaire for the public or participants, whose figures come in digit by digit",
        },
        subject: Some(Focus::QUESTIONNAIRE),
        make: |reading, asked| {
            let code = asked.subject.unwrap_or_default();
            let survey = reading.surveys().iter().find(|survey| survey.code == code)?;
            let page = asked.page(reading);
            Some(report::questionnaire(&page, &survey.questionnaire))
        },
        ..PLAIN
    },
];
