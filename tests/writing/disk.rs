//! A disk that fails at a chosen step, a directory to write in, and what must be true of it afterwards.

#![allow(dead_code, reason = "each test uses its own part")]

use bina::files::Directory;
use bina::files::access::Access;
use bina::files::disk::{Disk, RealDisk};
use bina::files::transaction::{Change, LockOptions, Turn, WriteError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What happens at the step that goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The process is gone before the step.
    Kill,
    /// The process is gone in the middle of the step: a file is half written.
    Tear,
    /// The process is gone before the step or in the middle of it, and nothing of it goes on: the thread unwinds with
    /// [`Gone`], past whatever would have been done about an error.
    Die { is_torn: bool },
    /// The step fails with this error, and the process goes on. A file may be half written.
    Refuse(ErrorKind),
    /// Before the step somebody saves [`BY_HAND`] in the first file, and the process goes on.
    Edit,
    /// This step and all after it fail with this error.
    RefuseFromHere(ErrorKind),
}

/// What a thread unwinds with that stands for a process that is gone.
pub(crate) struct Gone;

/// A disk on which step `at` (from 0) goes wrong. It notes every step that was taken.
pub(crate) struct Faulty<'r> {
    root: &'r Path,
    pub(crate) at: usize,
    fault: Fault,
    /// How many steps were asked for.
    pub(crate) steps: Cell<usize>,
    /// The steps that were taken.
    pub(crate) log: RefCell<Vec<String>>,
}

impl Faulty<'_> {
    pub(crate) fn new(root: &Path, at: usize, fault: Fault) -> Faulty<'_> {
        Faulty {
            root,
            at,
            fault,
            steps: Cell::new(0),
            log: RefCell::new(Vec::new()),
        }
    }

    /// Takes a step, or lets it fail; `half` is done where a step is cut short.
    fn step<T>(
        &self,
        what: &str,
        paths: &[&Path],
        whole: impl FnOnce() -> io::Result<T>,
        half: impl FnOnce(),
    ) -> io::Result<T> {
        let step = self.steps.replace(self.steps.get() + 1);
        let gone = || Err(io::Error::other("killed"));
        match self.fault {
            Fault::Kill | Fault::Tear if step > self.at => return gone(),
            Fault::Kill if step == self.at => return gone(),
            Fault::Tear if step == self.at => {
                half();
                return gone();
            }
            Fault::Die { is_torn } if step == self.at => {
                is_torn.then(half);
                std::panic::resume_unwind(Box::new(Gone));
            }
            Fault::Refuse(kind) if step == self.at => {
                half();
                return Err(kind.into());
            }
            Fault::Edit if step == self.at => edit(self.root),
            Fault::RefuseFromHere(kind) if step >= self.at => return Err(kind.into()),
            _ => {}
        }
        let names: Vec<String> = paths.iter().map(|path| relative(self.root, path)).collect();
        self.log.borrow_mut().push(format!("{what} {}", names.join(" ")));
        whole()
    }
}

impl Disk for Faulty<'_> {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        self.step("read", &[path], || RealDisk.read(path), || ())
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        self.step("exists", &[path], || RealDisk.exists(path), || ())
    }

    fn create_dir(&self, path: &Path) -> io::Result<bool> {
        self.step("create_dir", &[path], || RealDisk.create_dir(path), || ())
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.step("open_lock", &[path], || RealDisk.open_lock(path), || ())
    }

    fn write_new(&self, path: &Path, bytes: &[u8], like: &Path, access: Access) -> io::Result<()> {
        let half = || fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
        self.step(
            "write_new",
            &[path],
            || RealDisk.write_new(path, bytes, like, access),
            half,
        )
    }

    fn probe(&self, path: &Path) -> io::Result<()> {
        self.step("probe", &[path], || RealDisk.probe(path), || ())
    }

    fn follow(&self, root: &Path, name: &str) -> io::Result<Option<String>> {
        self.step(
            "follow",
            &[&root.join(name)],
            || RealDisk.follow(root, name),
            || (),
        )
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("rename", &[from, to], || RealDisk.rename(from, to), || ())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step("remove", &[path], || RealDisk.remove(path), || ())
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.step("remove_dir", &[path], || RealDisk.remove_dir(path), || ())
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.step("sync_dir", &[path], || RealDisk.sync_dir(path), || ())
    }
}

/// What somebody saves by hand.
pub(crate) const BY_HAND: &str = "training,staff\nby,hand\n";

/// Saves it in the first file.
pub(crate) fn edit(root: &Path) {
    fs::write(root.join(OLD[0].0), BY_HAND).unwrap();
}

pub(crate) fn relative(root: &Path, path: &Path) -> String {
    let rest = path.strip_prefix(root).unwrap_or(path);
    rest.to_string_lossy().replace('\\', "/")
}

/// A directory of its own for each test, removed at its end.
pub(crate) struct Scratch(pub(crate) PathBuf);

impl Scratch {
    /// A directory with two files of records.
    pub(crate) fn new() -> Scratch {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("writing-{}-{number}", std::process::id());
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("participation")).unwrap();
        for (name, content) in OLD {
            fs::write(root.join(name), content).unwrap();
        }
        Scratch(root)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) const OLD: [(&str, &str); 3] = [
    ("participation/2026-10.csv", "training,staff\na,p1\n"),
    ("staff.csv", "id,nip\np1,\n"),
    ("withdrawn.csv", "date,name\n"),
];

pub(crate) fn some(text: &str) -> Option<Vec<u8>> {
    Some(text.as_bytes().to_vec())
}

pub(crate) fn change(name: &str, before: Option<Vec<u8>>, after: Option<Vec<u8>>) -> Change {
    Change {
        name: name.to_owned(),
        before,
        after,
        access: Access::LikeFolder,
    }
}

/// A write over several files: one changed, one made in new folders, one removed, one left alone.
pub(crate) fn changes() -> Vec<Change> {
    vec![
        change(OLD[0].0, some(OLD[0].1), some("training,staff\na,p1\na,p2\n")),
        change("trainings/2026-10/a.toml", None, some("title = \"A\"\n")),
        change(OLD[1].0, some(OLD[1].1), some(OLD[1].1)),
        change(OLD[2].0, some(OLD[2].1), None),
    ]
}

/// A writer that waits as long as it takes: while another test starts a process, that process holds every open
/// lock for an instant.
pub(crate) fn patient() -> LockOptions {
    LockOptions {
        holder: "bina participation add".to_owned(),
        wait: Duration::MAX,
    }
}

pub(crate) type Records = BTreeMap<String, Option<Vec<u8>>>;

/// Every file that the write is about, as a reader sees it.
pub(crate) fn seen(root: &Path) -> Records {
    let directory = Directory::open(root).unwrap();
    let read = |name: &String| directory.bytes(name).unwrap();
    let names = changes().into_iter().map(|change| change.name);
    names.map(|name| (name.clone(), read(&name))).collect()
}

fn state(pick: impl Fn(&Change) -> Option<Vec<u8>>) -> Records {
    changes()
        .iter()
        .map(|change| (change.name.clone(), pick(change)))
        .collect()
}

pub(crate) fn old() -> Records {
    state(|change| change.before.clone())
}

pub(crate) fn new() -> Records {
    state(|change| change.after.clone())
}

/// How far a write comes in which nothing goes wrong before the commit: the step that is the commit.
pub(crate) fn commit_step() -> usize {
    let scratch = Scratch::new();
    let disk = Faulty::new(&scratch.0, usize::MAX, Fault::Kill);
    commit(&scratch.0, &changes(), &patient(), &disk).unwrap();
    let log = disk.log.borrow();
    log.iter()
        .position(|step| step.ends_with(" .bina/journal") && step.starts_with("rename"))
        .unwrap()
}

/// A whole turn: the lock, the changes, and the lock given back.
pub(crate) fn commit(
    root: &Path,
    changes: &[Change],
    options: &LockOptions,
    disk: &dyn Disk,
) -> Result<(), WriteError> {
    Turn::take(root, options, disk)?.commit(changes)
}

/// Every file and folder on the disk, without what belongs to the lock.
pub(crate) fn tree(root: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = relative(root, &path);
            if [".bina", ".bina/lock", ".bina/writer", ".bina/done"].contains(&&*name) {
                folders.extend((name == ".bina").then_some(path));
            } else if path.is_dir() {
                folders.push(path);
                found.insert(name + "/", None);
            } else {
                found.insert(name, Some(fs::read(path).unwrap()));
            }
        }
    }
    found
}

/// How many steps the whole write takes when nothing goes wrong.
pub(crate) fn all_steps() -> usize {
    let scratch = Scratch::new();
    let disk = Faulty::new(&scratch.0, usize::MAX, Fault::Kill);
    commit(&scratch.0, &changes(), &patient(), &disk).unwrap();
    assert_eq!(seen(&scratch.0), new());
    disk.steps.get()
}

/// Another writer comes after a killed one: it succeeds, keeps what was committed, and clears up.
pub(crate) fn next_writer_clears_up(root: &Path, context: &str) {
    let before = seen(root);
    let later = [change("later.csv", None, some("x\n"))];
    commit(root, &later, &patient(), &RealDisk).unwrap_or_else(|error| panic!("{context}: {error:?}"));
    assert_eq!(
        seen(root),
        before,
        "{context}: the next writer changed what readers saw"
    );
    let mut files = tree(root);
    files.retain(|name, _| !name.ends_with('/') && name != "later.csv");
    let mut records = before;
    records.retain(|_, content| content.is_some());
    assert_eq!(files, records, "{context}: something was left behind");
}
