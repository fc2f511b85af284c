//! Letters about what is due: each thing goes to who is to do it, nothing in a record commands who delivers it, and what
//! is done is not sent once more.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "the records that a test begins with are written by no command"
)]

mod golden;
mod office;

use office::{Office, Said};
use serde_json::Value;
use std::fs;

const FOLDER: &str = "catatan/reports/private/surat";

/// The example, in which those have an address for whom one is given.
fn office(address: impl Fn(&str) -> Option<String>) -> Office {
    let root = golden::folder("");
    let office = Office::of(&root.parent().unwrap().join("data"));
    let file = office.root().join("staff.csv");
    let text = fs::read_to_string(&file).unwrap();
    let mut lines = text.lines();
    let mut out = format!("{}\n", lines.next().unwrap());
    for line in lines {
        let id = line.split(',').next().unwrap();
        let (rest, _) = line.rsplit_once(',').unwrap();
        out += &format!("{rest},{}\n", address(id).unwrap_or_default());
    }
    fs::write(file, out).unwrap();
    office
}

fn everybody(id: &str) -> Option<String> {
    Some(format!("{id}@contoh.go.id"))
}

fn mail(office: &mut Office, more: &[&str]) -> Said {
    office.run(&[&["mail"], more].concat(), "")
}

/// The messages of an mbox: head and text, the text with its lines put together again.
fn messages(mbox: &str) -> Vec<(String, String)> {
    let whole = format!("\n{mbox}");
    let all = whole.split("\nFrom kecamatan@contoh.go.id ").skip(1);
    all.map(|one| {
        let (head, text) = one.split_once("\n\n").unwrap();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (head.to_owned(), text)
    })
    .collect()
}

/// The rows of `bina due`, as far ahead as a letter looks, by the ids of its columns.
fn due(office: &mut Office) -> Vec<Vec<String>> {
    let said = office.run(&["due", "--within", "14d", "-O", "json"], "");
    let report: Value = serde_json::from_str(&said.stdout).unwrap();
    let table = &report["sections"][0]["tables"][0];
    let ids = table["columns"].as_array().unwrap().iter();
    let ids: Vec<&str> = ids.map(|column| column["id"].as_str().unwrap()).collect();
    let at = |id: &str| ids.iter().position(|own| *own == id).unwrap();
    let wanted = ["id", "what", "who"].map(at);
    let rows = table["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        wanted
            .map(|at| row[at].as_str().unwrap_or_default().to_owned())
            .to_vec()
    })
    .collect()
}

#[test]
fn everything_that_names_somebody_goes_to_who_is_to_do_it() {
    let mut office = office(everybody);
    let said = mail(&mut office, &[]);
    assert_eq!(said.status, 0, "{said:?}");
    let sent = messages(&said.stdout);
    assert!(sent.len() > 10, "{}", said.stdout);
    // Nobody reads commands, and each letter greets its reader.
    for (head, text) in &sent {
        assert!(!text.contains("bina "), "{text}");
        assert!(
            head.contains("\nDate: Fri, 20 Nov 2026 00:00:00 -0000\n"),
            "{head}"
        );
        assert!(
            text.contains("Yth. Ibu/Bapak ") && text.contains("kecamatan@contoh.go.id"),
            "{text}"
        );
    }
    let to = |name: &str| {
        let greeting = format!("Yth. Ibu/Bapak {name} ");
        let mut sent = sent.iter();
        sent.find(|(_, text)| text.contains(&greeting))
            .map(|(_, text)| text.clone())
    };
    let own = [
        "response",
        "complaint",
        "action",
        "certificate",
        "contract",
        "session",
        "refresher",
    ];
    let of_superior = ["evaluation", "guidance", "follow-up", "result", "mentor"];
    let (mut counted, mut nobody) = (0, 0);
    for line in due(&mut office) {
        let (kind, what, who) = (line[0].split(':').next().unwrap(), &line[1], &line[2]);
        let reader = to(who);
        if own.contains(&kind) && !who.is_empty() {
            counted += 1;
            let text = reader.unwrap_or_else(|| panic!("nobody wrote to {who}"));
            assert!(text.contains(&**what), "{what}: {text}");
        } else if of_superior.contains(&kind) && !who.is_empty() {
            counted += 1;
            // Not to whom it is about.
            let about = format!("{what} · {who}");
            assert!(sent.iter().any(|(_, text)| text.contains(&about)), "{about}");
            assert!(!reader.is_some_and(|text| text.contains(&about)), "{about}");
        } else if ["training", "reaction", "regulation", "printing", "closing"].contains(&kind) {
            nobody += 1;
            assert!(!sent.iter().any(|(_, text)| text.contains(&**what)), "{what}");
        }
    }
    assert!(counted > 20 && nobody > 3, "{counted} {nobody}");
    assert!(said.stderr.contains("bina due"), "{}", said.stderr);
    // The same records on the same day give the same bytes.
    assert_eq!(mail(&mut office, &["-o", "-"]), said);
}

#[test]
fn who_has_no_address_is_named_with_what_to_type() {
    let mut office = office(|_| None);
    let said = mail(&mut office, &[]);
    assert_eq!((said.status, &*said.stdout), (0, ""));
    assert!(
        said.stderr.contains("bina staff set pz5pbpsd --email ALAMAT"),
        "{}",
        said.stderr
    );
    // Nothing is sent, so no folder is made either.
    assert_eq!(mail(&mut office, &["-o", FOLDER]).status, 0);
    assert!(!office.beside(FOLDER).exists());
}

#[test]
fn a_folder_holds_what_is_due_now_and_only_for_its_owner() {
    let mut office = office(everybody);
    let said = mail(&mut office, &["-o", FOLDER]);
    assert_eq!((said.status, &*said.stdout), (0, ""), "{said:?}");
    let letter = office.beside(FOLDER).join("pz5pbpsd.eml");
    let text = fs::read_to_string(&letter).unwrap();
    assert!(
        text.starts_with("From: \"Kecamatan Medan Marelan\"\n <kecamatan@contoh.go.id>\nTo: "),
        "{text}"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(letter.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    // Who is written to no more has no letter there that would be sent once more.
    let cleared = office.run(&["staff", "set", "pz5pbpsd", "--email", ""], "");
    assert_eq!(cleared.status, 0, "{cleared:?}");
    assert_eq!(mail(&mut office, &["-o", FOLDER]).status, 0);
    assert!(!letter.exists());
    // Names do not go where git takes them, and a site is not mixed with letters.
    assert_eq!(mail(&mut office, &["-o", "catatan/reports/surat"]).status, 2);
    let site = office.run(&["site", FOLDER], "");
    assert_eq!(site.status, 2, "{site:?}");
}

#[test]
fn a_file_of_letters_goes_when_nothing_is_due() {
    let mut office = office(everybody);
    let file = "catatan/reports/private/surat.mbox";
    assert_eq!(mail(&mut office, &["-o", file]).status, 0);
    let text = fs::read_to_string(office.beside(file)).unwrap();
    assert_eq!(text, mail(&mut office, &[]).stdout);
    let staff = office.root().join("staff.csv");
    let nobody = fs::read_to_string(&staff).unwrap().replace("@contoh.go.id", "");
    fs::write(staff, nobody).unwrap();
    let said = mail(&mut office, &["-o", file]);
    assert_eq!(said.status, 0, "{said:?}");
    assert!(
        said.stderr.contains("`pz5pbpsd` bukan alamat surel"),
        "{}",
        said.stderr
    );
    assert!(!office.beside(file).exists());
}

#[test]
fn an_address_cannot_name_a_second_reader() {
    let mut office = office(|id| (id == "pz5pbpsd").then(|| "a@contoh.go.id?Bcc=b@contoh.go.id".to_owned()));
    let said = mail(&mut office, &[]);
    assert_eq!((said.status, &*said.stdout), (0, ""), "{said:?}");
    assert!(said.stderr.contains("bukan alamat surel"), "{}", said.stderr);
}

#[test]
fn letters_need_a_sender_and_right_records() {
    let mut office = office(everybody);
    let said = mail(&mut office, &["--within", "besok"]);
    assert_eq!((said.status, &*said.stdout), (2, ""));
    let settings = ["settings", "set", "agency.contact", "Telepon (061) 000 0000"];
    assert_eq!(office.run(&settings, "").status, 0);
    let said = mail(&mut office, &[]);
    assert_eq!((said.status, &*said.stdout), (2, ""));
    assert!(said.stderr.contains("agency.contact"), "{said:?}");
    let postings = office.root().join("postings.csv");
    let text = fs::read_to_string(&postings).unwrap();
    fs::write(postings, text.replacen("pz5pbpsd", "pz5pbpsx", 1)).unwrap();
    let said = mail(&mut office, &[]);
    assert_eq!((said.status, &*said.stdout), (3, ""), "{said:?}");
}
