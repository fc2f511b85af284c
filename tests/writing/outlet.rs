//! Where output may go: never over a record, through links that stay, into pipes and devices.

use crate::disk::tree;
use crate::office::Office;
use std::fs;

const REPORT: [&str; 4] = ["report", "monthly", "--month", "2026-10"];

/// `bina report monthly -O md -o FILE`.
fn report<'a>(more: &[&'a str], file: &'a str) -> Vec<&'a str> {
    [&REPORT, more, &["-O", "md", "-o", file]].concat()
}

const LEAVE: [&str; 5] = ["staff", "transfer-out", "siti", "--on", "2026-12-01"];

#[test]
fn output_is_never_written_over_a_record_nor_among_records() {
    let office = Office::new();
    fs::create_dir(office.file("reports")).unwrap();
    let absolute = office.file("staff.csv").display().to_string();
    let before = tree(&office.root());
    for file in [
        "staff.csv",
        "rules/hours.toml",
        "bina.toml",
        ".gitignore",
        "README.md",
        "laporan.md",
        "participation/2026-10.md",
        "trainings/2026-10/x.md",
        "reports/../units.csv",
        ".bina/lock",
        "evidence/x.md",
        &absolute,
    ] {
        let ended = office.run(&report(&["--edition", "public"], file));
        assert_eq!(ended.status, Some(2), "{file}: {ended:?}");
        assert!(ended.stderr.contains("lies in the record directory"), "{ended:?}");
        let ended = office.run(&[&LEAVE[..], &["-o", file]].concat());
        assert_eq!(ended.status, Some(2), "{file}: {ended:?}");
        assert_eq!(tree(&office.root()), before, "{file}");
    }
}

#[test]
fn reports_go_below_reports_and_outside() {
    let office = Office::new();
    fs::create_dir_all(office.file("reports/private")).unwrap();
    for (file, edition) in [
        ("reports/monthly.md", "public"),
        ("reports/private/monthly.md", "office"),
        ("../monthly.md", "office"),
    ] {
        for _ in 0..2 {
            let ended = office.run(&report(&["--edition", edition], file));
            assert_eq!((ended.status, ended.stderr.as_str()), (Some(0), ""), "{file}");
        }
        assert!(office.text(file).contains("KECAMATAN UJI"), "{file}");
    }
    let left = fs::read_dir(office.file("reports")).unwrap().count();
    assert_eq!(left, 2, "nothing is left beside");
}

#[test]
fn names_never_stand_where_git_takes_them() {
    let office = Office::new();
    fs::create_dir_all(office.file("reports/2026-10")).unwrap();
    let before = tree(&office.root());
    let rejected = ["import", "staff", "../list.csv", "--rejected"];
    fs::write(office.file("../list.csv"), "NIP,Nama\n1,Budi\n").unwrap();
    for file in [
        "reports/monthly.md",
        "reports/2026-10/privately.md",
        "reports/privately/x.md",
    ] {
        for ended in [
            office.run(&report(&[], file)),
            office.run(&[&LEAVE[..], &["-o", file]].concat()),
            office.run(&[&rejected[..], &[file]].concat()),
        ] {
            assert_eq!(ended.status, Some(2), "{file}: {ended:?}");
            assert!(ended.stderr.contains("below reports/private/"), "{ended:?}");
        }
        assert_eq!(tree(&office.root()), before, "{file}");
    }
}

#[test]
fn a_draft_never_lies_below_reports_however_it_is_named() {
    let office = Office::new();
    fs::create_dir(office.file("reports")).unwrap();
    let broken = office.text("participation/2026-10.csv") + "2026-10/x,nobody,invited\n";
    fs::write(office.file("participation/2026-10.csv"), broken).unwrap();
    let mut command = office.command(&report(&["--draft"], "draft.md"));
    let ended = crate::office::ended(command.current_dir(office.file("reports")));
    assert_eq!(ended.status, Some(2), "{ended:?}");
    let ended = office.run(&report(&["--draft"], "../draft.md"));
    assert_eq!(ended.status, Some(3), "{ended:?}");
    assert!(office.file("../draft.md").exists());
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::io::Read;
    use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
    use std::path::Path;
    use std::process::Command;

    const PUBLIC: &[&str] = &["--edition", "public"];

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o7777
    }

    fn chmod(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn is_link(path: &Path) -> bool {
        fs::symlink_metadata(path).unwrap().is_symlink()
    }

    #[test]
    fn a_link_is_followed_where_it_stays_and_refused_where_it_leaves() {
        let office = Office::new();
        fs::create_dir(office.file("reports")).unwrap();
        let (staff, out) = (office.text("staff.csv"), office.file("../out.md"));
        fs::write(&out, "old").unwrap();
        symlink("../staff.csv", office.file("reports/disguised.md")).unwrap();
        symlink(&out, office.file("reports/leaving.md")).unwrap();
        symlink("real.md", office.file("reports/staying.md")).unwrap();
        symlink("out.md", office.file("../outside.md")).unwrap();
        symlink("circle.md", office.file("reports/circle.md")).unwrap();

        assert_eq!(
            office.run(&report(PUBLIC, "reports/disguised.md")).status,
            Some(2)
        );
        assert_eq!(office.text("staff.csv"), staff);
        let ended = office.run(&report(PUBLIC, "reports/leaving.md"));
        assert_eq!(ended.status, Some(2));
        assert!(ended.stderr.contains("leads out of the record directory"));
        assert_eq!(fs::read_to_string(&out).unwrap(), "old");
        assert_eq!(office.run(&report(PUBLIC, "reports/circle.md")).status, Some(4));

        // One that stays may also lead to a file that is not there yet.
        assert_eq!(office.run(&report(PUBLIC, "reports/staying.md")).status, Some(0));
        assert!(is_link(&office.file("reports/staying.md")));
        assert!(!is_link(&office.file("reports/real.md")));
        // Outside of record directories a link is whatever its owner wants.
        assert_eq!(office.run(&report(&[], "../outside.md")).status, Some(0));
        assert!(is_link(&office.file("../outside.md")) && !is_link(&out));
        assert!(fs::read_to_string(&out).unwrap().contains("KECAMATAN UJI"));
    }

    #[test]
    fn what_holds_names_is_its_owners_alone_and_what_is_replaced_keeps_its_mode() {
        let office = Office::new();
        let umask = mode(&office.file("units.csv"));
        assert_eq!(mode(&office.file("staff.csv")), 0o600);
        office.run(&report(&[], "../office.md"));
        office.run(&report(&["--edition", "public"], "../public.md"));
        office.run(&[&LEAVE[..], &["-o", "../leaves.toml"]].concat());
        assert_eq!(mode(&office.file("../office.md")), 0o600);
        assert_eq!(mode(&office.file("../public.md")), umask);
        assert_eq!(mode(&office.file("../leaves.toml")), 0o600);
        for (file, edition) in [("../office.md", "office"), ("../public.md", "public")] {
            chmod(&office.file(file), 0o640);
            office.run(&report(&["--edition", edition], file));
            assert_eq!(mode(&office.file(file)), 0o640);
        }
    }

    #[test]
    fn a_mode_that_does_not_fit_what_is_written_is_not_kept() {
        let office = Office::new();
        let (umask, file) = (mode(&office.file("units.csv")), office.file("../monthly.md"));
        office.run(&report(PUBLIC, "../monthly.md"));
        chmod(&file, 0o644);
        office.run(&report(&[], "../monthly.md"));
        assert_eq!(mode(&file), 0o600, "names in a file that everybody could read");
        office.run(&report(PUBLIC, "../monthly.md"));
        assert_eq!(
            mode(&file),
            umask,
            "what everybody may read in a file of its owner alone"
        );
    }

    #[test]
    fn a_pipe_is_written_to_and_stays_a_pipe() {
        let office = Office::new();
        let pipe = office.file("../pipe.md");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let reader = {
            let pipe = pipe.clone();
            std::thread::spawn(move || {
                let mut text = String::new();
                fs::File::open(pipe).unwrap().read_to_string(&mut text).unwrap();
                text
            })
        };
        assert_eq!(office.run(&report(&[], "../pipe.md")).status, Some(0));
        assert!(reader.join().unwrap().contains("KECAMATAN UJI"));
        assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
        assert_eq!(office.run(&report(&[], "/dev/null")).status, Some(0));
        let null = fs::symlink_metadata("/dev/null").unwrap();
        assert!(null.file_type().is_char_device());
    }

    #[test]
    fn a_pipe_among_the_records_is_a_finding() {
        let office = Office::new();
        for name in ["guidance.csv", "participation/2026-09.csv", "rules/x.toml"] {
            let _ = fs::remove_file(office.file(name));
            assert!(
                Command::new("mkfifo")
                    .arg(office.file(name))
                    .status()
                    .unwrap()
                    .success()
            );
            let ended = office.run(&["check"]);
            assert_eq!(ended.status, Some(1), "{ended:?}");
            let told = format!("{name}: error[unreadable]");
            assert!(ended.stdout.contains(&told), "{name}: {}", ended.stdout);
            fs::remove_file(office.file(name)).unwrap();
        }
    }
}
