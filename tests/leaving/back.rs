//! What is wrong with records, and what another program saved again, comes back as well.

use super::{office, same};
use crate::office::tree;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use zip::write::{SimpleFileOptions, ZipWriter};

#[test]
fn what_is_wrong_leaves_and_comes_back_as_it_is() {
    let mut office = office("data");
    let root = office.root().to_owned();
    let put = |name: &str, bytes: &[u8]| fs::write(root.join(name), bytes).unwrap();
    let mut staff = fs::read_to_string(root.join("staff.csv")).unwrap();
    staff = staff.replacen(",f,", "\u{200b},perempuan,", 1);
    put("staff.csv", staff.as_bytes());
    let units = fs::read_to_string(root.join("units.csv")).unwrap();
    put(
        "units.csv",
        format!("{units},,,\nx,\"tidak ditutup\n<<<<<<< HEAD\n").as_bytes(),
    );
    put("actions.csv", b"nomor;judul\n");
    put("bina.toml", b"nama = = 1\n");
    put("catatan.txt", b"a\0b\x07c\r\n\xef\xbf\xbe\n");
    fs::remove_file(root.join("postings.csv")).unwrap();
    let before = office.tree();
    for file in ["keluar.xlsx", "keluar", "keluar.json"] {
        let said = office.run(&["export", "all", "-o", file], "");
        let wrong = "memuat kesalahan: actions.csv, bina.toml, postings.csv, staff.csv, units.csv.";
        assert!(said.stderr.contains(wrong), "{file}: {}", said.stderr);
        assert_eq!(said.status, 0, "{file}: {}", said.stderr);
    }
    for file in ["keluar.xlsx", "keluar"] {
        let said = office.run(&["-C", "baru", "import", "all", file], "");
        assert_eq!(said.status, 1, "{file}: {}", said.stderr);
        let told = "kesalahan ikut masuk";
        assert!(said.stderr.contains(told), "{file}: {}", said.stderr);
        same(&before, &tree(&office.beside("baru")), file);
        fs::remove_dir_all(office.beside("baru")).unwrap();
    }
    let said = office.run(&["export", "all", "--masked", "-o", "samar.xlsx"], "");
    assert_eq!(
        said.status, 3,
        "of a wrong text nobody knows whom it tells: {}",
        said.stderr
    );
    // What no text is, and what no record may be called, is named.
    put("contracts.csv", b"staff\n\xff\xfe\n");
    put("nul.txt", b"");
    let said = office.run(&["export", "all", "-o", "keluar.xlsx"], "");
    assert!(
        said.stderr.contains(": contracts.csv, nul.txt."),
        "{}",
        said.stderr
    );
}

/// A workbook of OpenDocument with the sheets of a folder of csv, as an office program saves one.
fn opendocument(folder: &Path, file: &Path) {
    let mut tables = String::new();
    for name in tree(folder).keys() {
        let sheet = name.strip_suffix(".csv").unwrap();
        tables += &format!("<table:table table:name=\"{sheet}\">");
        let mut rows = csv::ReaderBuilder::new();
        let mut rows = rows
            .has_headers(false)
            .flexible(true)
            .from_path(folder.join(name))
            .unwrap();
        for row in rows.records() {
            let cells = row.unwrap();
            let cells = cells.iter().map(|cell| {
                let mut text = cell.replace('&', "&amp;").replace('<', "&lt;").replace('\r', "&#13;");
                for (plain, tag) in [("  ", " <text:s/>"), ("\t", "<text:tab/>"), ("\n", "</text:p><text:p>")] {
                    text = text.replace(plain, tag);
                }
                let spaces = text.len() - text.trim_start_matches(' ').len();
                let text = format!("<text:s text:c=\"{spaces}\"/>{}", &text[spaces..]).replace("<text:s text:c=\"0\"/>", "");
                match cell.is_empty() {
                    true => "<table:table-cell/>".to_owned(),
                    false => format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"),
                }
            });
            tables += &format!("<table:table-row>{}</table:table-row>", cells.collect::<String>());
        }
        tables += "</table:table>";
    }
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let mut zip = ZipWriter::new(File::create(file).unwrap());
    zip.start_file("content.xml", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(content.as_bytes()).unwrap();
    zip.finish().unwrap();
}

#[test]
fn a_workbook_saved_again_as_opendocument_comes_back() {
    let mut office = office("data");
    let text = "  dua  spasi   \n\n\ttab\there\n'007\n=1+1\n_x000D_\ncr\r\n<b>&amp;\n   \nakhir";
    fs::write(office.root().join("catatan.txt"), text).unwrap();
    let said = office.run(&["export", "all", "-o", "keluar", "--quiet"], "");
    assert_eq!(said.status, 0, "{}", said.stderr);
    opendocument(&office.beside("keluar"), &office.beside("keluar.ods"));
    let said = office.run(&["-C", "baru", "import", "all", "keluar.ods", "--quiet"], "");
    assert_eq!((said.status, said.stderr.as_str()), (0, ""));
    same(&office.tree(), &tree(&office.beside("baru")), "ods");
}
