//! What only Unix has: permissions of owner and group, and `kill -9`.

use crate::disk::{
    Fault, Faulty, Scratch, all_steps, changes, commit, new, next_writer_clears_up, old, patient, seen, tree,
};
use bina::files::access::Access;
use bina::files::disk::{Disk, RealDisk};
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_private_file_stays_private() {
    let scratch = Scratch::new();
    let path = scratch.0.join("participation/2026-10.csv");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap();
    assert_eq!(mode(&path), 0o640);
}

#[test]
fn the_group_and_the_owner_of_a_file_stay() {
    use std::os::unix::fs::{MetadataExt, chown};
    let scratch = Scratch::new();
    let path = scratch.0.join("participation/2026-10.csv");
    // Only the super-user can give a file away; whoever else runs this keeps his own.
    let _ = chown(&path, Some(4711), Some(4712));
    let whose = |path: &Path| {
        let known = fs::metadata(path).unwrap();
        (known.uid(), known.gid())
    };
    let before = whose(&path);
    commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap();
    assert_eq!(whose(&path), before);
}

#[test]
fn who_may_write_in_the_directory_may_lock_it_and_write_what_is_made_in_it() {
    let scratch = Scratch::new();
    let own = [".bina", ".bina/lock", ".bina/writer", ".bina/done"];
    let made = ["trainings", "trainings/2026-10", "trainings/2026-10/a.toml"];
    fs::set_permissions(&scratch.0, fs::Permissions::from_mode(0o2770)).unwrap();
    commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap();
    for name in own.iter().chain(&made) {
        let (path, group) = (scratch.0.join(name), mode(&scratch.0.join(name)) & 0o070);
        let wanted = if path.is_dir() { 0o070 } else { 0o060 };
        assert_eq!(group, wanted, "{name}");
    }
    // Elsewhere the group has what it always has.
    let scratch = Scratch::new();
    fs::set_permissions(&scratch.0, fs::Permissions::from_mode(0o755)).unwrap();
    commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap();
    for name in own.iter().chain(&made) {
        assert_eq!(mode(&scratch.0.join(name)) & 0o020, 0, "{name}");
    }
}

#[test]
fn a_linked_record_stays_a_link_and_one_that_leaves_is_not_written() {
    use std::os::unix::fs::symlink;
    let name = "participation/2026-10.csv";
    let linked = |target: &Path, scratch: &Scratch| {
        let path = scratch.0.join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::rename(&path, target).unwrap();
        symlink(target, &path).unwrap();
        path
    };
    for at in 0..all_steps() + 1 {
        let scratch = Scratch::new();
        let target = scratch.0.join(".apart/2026-10.csv");
        let path = linked(&target, &scratch);
        let disk = Faulty::new(&scratch.0, at, Fault::Kill);
        let _ = commit(&scratch.0, &changes(), &patient(), &disk);
        // Readers come through the link, also to what is committed and not yet in place.
        let now = seen(&scratch.0);
        assert!(now == old() || now == new(), "killed at {at}: {now:?}");
        commit(&scratch.0, &[], &patient(), &RealDisk).unwrap();
        assert_eq!(seen(&scratch.0), now, "killed at {at}");
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert_eq!(fs::read(&target).unwrap(), now[name].clone().unwrap());
    }
    let (scratch, other) = (Scratch::new(), Scratch::new());
    linked(&other.0.join("2026-10.csv"), &scratch);
    let before = tree(&scratch.0);
    let error = commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap_err();
    assert_eq!(error.code(), "link-leaves");
    assert_eq!(tree(&scratch.0), before);
}

#[test]
fn a_read_only_directory_is_refused() {
    let scratch = Scratch::new();
    let folder = scratch.0.join("participation");
    fs::create_dir(scratch.0.join(".bina")).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    // The super-user writes everywhere; for him the refusing disk of the other tests has to do.
    if File::create(folder.join("probe")).is_err() {
        let before = tree(&scratch.0);
        let error = commit(&scratch.0, &changes(), &patient(), &RealDisk).unwrap_err();
        assert_eq!(error.code(), "denied");
        assert_eq!(tree(&scratch.0), before);
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
}

/// A disk that kills its own process at step `at`, and waits for its death.
struct Suicidal<'r>(Faulty<'r>);

impl Suicidal<'_> {
    fn step(&self) {
        if self.0.steps.get() == self.0.at {
            let me = std::process::id().to_string();
            std::process::Command::new("kill")
                .args(["-9", &me])
                .status()
                .unwrap();
            loop {
                std::thread::park();
            }
        }
    }
}

/// Every operation dies first or is that of the disk inside.
macro_rules! dies_or {
    ($($name:ident($($arg:ident: $ty:ty),*) -> $out:ty;)*) => {
        impl Disk for Suicidal<'_> {
            $( fn $name(&self, $($arg: $ty),*) -> io::Result<$out> {
                self.step();
                self.0.$name($($arg),*)
            } )*
        }
    };
}

dies_or! {
    read(path: &Path) -> Option<Vec<u8>>;
    exists(path: &Path) -> bool;
    create_dir(path: &Path) -> bool;
    open_lock(path: &Path) -> File;
    write_new(path: &Path, bytes: &[u8], like: &Path, access: Access) -> ();
    probe(path: &Path) -> ();
    follow(root: &Path, name: &str) -> Option<String>;
    rename(from: &Path, to: &Path) -> ();
    remove(path: &Path) -> ();
    remove_dir(path: &Path) -> ();
    sync_dir(path: &Path) -> ();
}

/// Not a test of its own: the process that `kill_9_at_any_step` starts and that dies at a step.
#[test]
fn dying_child() {
    let (Ok(root), Ok(at)) = (std::env::var("BINA_TEST_ROOT"), std::env::var("BINA_TEST_STEP")) else {
        return;
    };
    let root = PathBuf::from(root);
    let disk = Suicidal(Faulty::new(&root, at.parse().unwrap(), Fault::Kill));
    let _ = commit(&root, &changes(), &patient(), &disk);
}

#[test]
fn kill_9_at_any_step() {
    use std::os::unix::process::ExitStatusExt;
    for at in 0..all_steps() {
        let scratch = Scratch::new();
        let status = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "unix::dying_child", "--test-threads=1", "-q"])
            .env("BINA_TEST_ROOT", &scratch.0)
            .env("BINA_TEST_STEP", at.to_string())
            .stdout(std::process::Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.signal(), Some(9), "step {at}");
        let now = seen(&scratch.0);
        assert!(now == old() || now == new(), "step {at}: {now:?}");
        next_writer_clears_up(&scratch.0, &format!("kill -9 at step {at}"));
    }
}
