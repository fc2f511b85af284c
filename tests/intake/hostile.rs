//! Files that are small and would take everything, and files that have no end.

use super::{expect, import, office, sheet};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Packs parts to a file.
pub(super) fn pack(path: &Path, parts: &[(&str, String)]) {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    lay(path, &writer.finish().unwrap().into_inner());
}

#[allow(clippy::disallowed_methods, reason = "a test lays its list down")]
pub(super) fn lay(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

/// An OpenDocument with one sheet that can be seen, of those rows, and a hidden one.
fn opendocument(path: &Path, rows: &str) {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>
        <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
        <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet>
        <table:table table:name="Data" table:style-name="ta1"><table:table-column/>{rows}</table:table>
        <table:table table:name="Lama" table:style-name="ta2"><table:table-row>{}</table:table-row></table:table>
        </office:spreadsheet></office:body></office:document-content>"#,
        text("Nama")
    );
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet".to_owned();
    pack(path, &[("mimetype", mimetype), ("content.xml", content)]);
}

fn text(text: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
    )
}

const HEADING: [&str; 3] = ["Nama", "Surel", "Mulai Kontrak"];

fn heading() -> String {
    format!(
        "<table:table-row>{}</table:table-row>",
        HEADING.map(text).concat()
    )
}

#[test]
fn a_cell_at_the_last_corner_of_a_sheet_takes_no_room() {
    let mut office = office(|book| {
        let rows: [&[&str]; 2] = [&["Nama", "Surel"], &["Budi Santoso", "budi@example.id"]];
        let sheet = sheet(book, "Sheet1", &rows);
        sheet.write(1_048_575, 16_383, "x").unwrap();
    });
    let expected = ["2 changed email - → budi@example.id"];
    expect(&mut office, &["staff", "daftar.xlsx"], &expected);
}

#[test]
fn an_opendocument_is_read_as_its_program_shows_it() {
    let mut office = office(|_| {});
    let day = r#"<table:table-cell office:value-type="date" office:date-value="2023-01-01T00:00:00"><text:p>01/01/23</text:p></table:table-cell>"#;
    let noted = r#"<table:table-cell office:value-type="string"><office:annotation><text:p>cek</text:p></office:annotation><text:p>rina<text:s/>@<text:span>example&#46;id</text:span></text:p></table:table-cell>"#;
    let blank = r#"<table:table-cell table:number-columns-repeated="16381"/>"#;
    let rows = [
        heading(),
        format!(
            r#"<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row>{}{}{day}{blank}</table:table-row>"#,
            text("Budi Siregar"),
            text("siregar@example.id")
        ),
        format!("<table:table-row>{}{noted}{blank}</table:table-row>", text("Rina Marpaung")),
        r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#.to_owned(),
    ];
    opendocument(&office.beside("daftar.ods"), &rows.concat());
    let said = import(&mut office, &["staff", "daftar.ods"]);
    let told = super::rows(&said);
    assert_eq!(
        told[0], "4 changed email - → siregar@example.id",
        "{}",
        said.stderr
    );
    assert!(
        told[1].starts_with("5 changed email - → rina @example.id"),
        "{told:?}"
    );
}

#[test]
fn a_cell_that_stands_for_a_million_is_refused() {
    let mut office = office(|_| {});
    let row = |attributes: &str, cell: &str| {
        format!("<table:table-row {attributes}><table:table-cell {cell}</table:table-cell></table:table-row>")
    };
    let text = format!(
        r#"office:value-type="string"><text:p>{}</text:p>"#,
        "x".repeat(32_000)
    );
    let many = "table:number-columns-repeated";
    for (list, code) in [
        (
            row(
                r#"table:number-rows-repeated="1048576""#,
                &format!(r#"{many}="16384" {text}"#),
            ),
            "error[holds-too-much]: daftar.ods, Data: up to row 2 it holds more than 256 MB",
        ),
        (
            row(
                "",
                &format!(r#"{many}="99999999999" office:value-type="float" office:value="1">"#),
            ),
            "error[too-many-columns]: daftar.ods, Data, row 2",
        ),
    ] {
        opendocument(&office.beside("daftar.ods"), &(heading() + &list));
        let said = import(&mut office, &["staff", "daftar.ods"]);
        assert!(said.status == 4 && said.stderr.contains(code), "{}", said.stderr);
    }
}

#[test]
fn a_cell_longer_than_any_program_keeps_is_named() {
    let mut office = office(|_| {});
    let long = format!(
        "<table:table-row>{}{}</table:table-row>",
        text("Budi"),
        text(&"x".repeat(32_768))
    );
    opendocument(&office.beside("daftar.ods"), &(heading() + &long));
    let said = import(&mut office, &["staff", "daftar.ods"]);
    let expected = "error[cell-too-long]: daftar.ods, Data, B2: ";
    assert!(
        said.status == 4 && said.stderr.contains(expected),
        "{}",
        said.stderr
    );
}

#[test]
fn what_is_zipped_and_no_workbook_is_told() {
    let mut office = office(|_| {});
    pack(
        &office.beside("surat.docx"),
        &[("word/document.xml", String::new())],
    );
    let said = import(&mut office, &["staff", "surat.docx"]);
    assert!(
        said.stderr
            .contains("error[no-workbook]: surat.docx is no workbook"),
        "{}",
        said.stderr
    );
    lay(&office.beside("acak.xlsx"), b"\x05\x00\xffNama;NIP\n\x00\x01");
    let said = import(&mut office, &["staff", "acak.xlsx"]);
    assert!(
        said.stderr.contains("error[no-workbook]: acak.xlsx"),
        "{}",
        said.stderr
    );
    let texts = r#"<sst uniqueCount="9999999999999"></sst>"#.to_owned();
    pack(
        &office.beside("daftar.xlsx"),
        &[
            ("xl/workbook.xml", String::new()),
            ("xl/sharedStrings.xml", texts),
        ],
    );
    let said = import(&mut office, &["staff", "daftar.xlsx"]);
    assert!(
        said.status == 4 && said.stderr.contains("error[damaged]: daftar.xlsx"),
        "{}",
        said.stderr
    );
}

#[test]
fn quotes_do_not_hide_how_wide_a_row_is() {
    let mut office = office(|_| {});
    let wide = "Nama;Surel\n".to_owned() + &"\"\n\";".repeat(20_000);
    let said = office.run(&["import", "staff", "-", "--lang", "en"], &wide);
    assert!(
        said.status == 4 && said.stderr.contains("error[too-many-columns]"),
        "{}",
        said.stderr
    );
    // An inch is no quotation mark that opens.
    let inches =
        "Nama;Surel\n".to_owned() + &"Layar 14\";;;\n".repeat(8000) + "Budi Santoso;budi@example.id\n";
    let args = [
        "import",
        "staff",
        "-",
        "--lang",
        "en",
        "-O",
        "csv",
        "--rejected",
        "rest.csv",
    ];
    let said = office.run(&args, &inches);
    assert!(said.stdout.contains("row 8002\",changed"), "{}", said.stderr);
}

#[cfg(unix)]
#[test]
fn what_has_no_end_is_not_read() {
    use std::process::Command;
    let mut office = office(|_| {});
    let pipe = office.beside("pipa.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for name in ["/dev/zero", "pipa.csv"] {
        let said = import(&mut office, &["staff", name]);
        let expected = "it is a pipe or a device, not an ordinary file";
        assert!(
            said.status == 4 && said.stderr.contains(expected),
            "{}",
            said.stderr
        );
    }
}
