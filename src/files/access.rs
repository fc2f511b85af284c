//! Who may read and write a file: as before when it is replaced, like its folder when it is new, and its owner alone
//! when names stand in it.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// For whom a file that was not there before is made. One that is replaced keeps its mode, group and owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// For whoever may: its folder's group too, where that may write in the folder.
    #[default]
    LikeFolder,
    /// Names stand in it: for its owner alone.
    OwnerOnly,
}

/// The mark of a folder in which everybody keeps his own.
#[cfg(unix)]
const STICKY: u32 = 0o1000;

/// Makes a file that takes the place of the one at `like`. Before its first byte it has the rights of that one, so that
/// a private file is never readable by others, not even while it is staged.
///
/// # Errors
/// When it is there already or cannot be made.
#[cfg(unix)]
pub(super) fn create(path: &Path, like: &Path, access: Access) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let known = std::fs::metadata(like).ok();
    let is_common = known.is_none() && access == Access::LikeFolder;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    let file = options.mode(if is_common { 0o666 } else { 0o600 }).open(path)?;
    match known {
        Some(known) => keep(&file, &known)?,
        None if is_common => share(&file, path),
        None => hand_over(&file, path),
    }
    Ok(file)
}

/// Whether the mode of what lies at `path` does not fit what is written over it: names that everybody could read, or
/// what is for whoever may in a file of its owner alone.
#[cfg(unix)]
pub(super) fn is_unfit(path: &Path, access: Access) -> bool {
    use std::os::unix::fs::MetadataExt;
    let known = std::fs::metadata(path);
    known.is_ok_and(|known| match access {
        Access::OwnerOnly => known.mode() & 0o007 != 0,
        Access::LikeFolder => known.mode() & 0o077 == 0,
    })
}

/// Lets everybody who may read a file run it.
#[cfg(unix)]
pub(super) fn let_run(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let mode = std::fs::metadata(path)?.mode();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode | (mode & 0o444) >> 2))
}

/// Elsewhere every file may be run.
#[cfg(not(unix))]
pub(super) fn let_run(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Elsewhere a file has the rights of its folder.
#[cfg(not(unix))]
pub(super) fn is_unfit(_path: &Path, _access: Access) -> bool {
    false
}

/// Elsewhere the folder says who may read and write what is in it.
#[cfg(not(unix))]
pub(super) fn create(path: &Path, _like: &Path, _access: Access) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Gives `file` the owner, the group and the mode of `known`. Only the super-user can give a file to somebody else; and
/// a group that cannot be kept gets no more than everybody has.
#[cfg(unix)]
fn keep(file: &File, known: &std::fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let own = file.metadata()?;
    let mut mode = known.mode() & 0o7777;
    if (own.uid(), own.gid()) != (known.uid(), known.gid()) {
        let is_kept = fchown(file, Some(known.uid()), Some(known.gid())).is_ok()
            || own.gid() == known.gid()
            || fchown(file, None, Some(known.gid())).is_ok();
        if !is_kept {
            mode = mode & !0o070 | (mode & 0o007) << 3;
        }
    }
    // Only where they differ: a file system without permissions refuses every change of them.
    match file.metadata()?.mode() & 0o7777 == mode {
        true => Ok(()),
        false => file.set_permissions(std::fs::Permissions::from_mode(mode)),
    }
}

/// Lets the group of the folder have what lies at `path` where it may write in that folder, so that colleagues who keep
/// records together do not shut each other out. What cannot be shared stays as it is.
#[cfg(unix)]
pub(super) fn share(file: &File, path: &Path) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    const GROUP_WRITES: u32 = 0o020;
    let folder = path.parent().map(std::fs::metadata);
    let (Ok(own), Some(Ok(folder))) = (file.metadata(), folder) else {
        return;
    };
    hand_over(file, path);
    let is_shared = folder.mode() & (GROUP_WRITES | STICKY) == GROUP_WRITES;
    if !is_shared || (own.gid() != folder.gid() && fchown(file, None, Some(folder.gid())).is_err()) {
        return;
    }
    let group = if own.is_dir() { 0o2070 } else { 0o060 };
    let mode = (own.mode() | folder.mode() & group) & 0o7777;
    if mode != own.mode() & 0o7777 {
        // Only its owner can; whoever else comes finds it as the owner left it.
        let _ = file.set_permissions(std::fs::Permissions::from_mode(mode));
    }
}

/// Gives what the super-user makes at `path` to the owner of its folder, who could not touch it otherwise. In a folder
/// where everybody keeps his own, and for everybody else, it stays with who made it.
#[cfg(unix)]
fn hand_over(file: &File, path: &Path) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let folder = path.parent().map(std::fs::metadata);
    if let (Ok(own), Some(Ok(folder))) = (file.metadata(), folder)
        && own.uid() != folder.uid()
        && folder.mode() & STICKY == 0
    {
        // Only the super-user can; what others make is theirs.
        let _ = fchown(file, Some(folder.uid()), Some(folder.gid()));
    }
}

/// Elsewhere what is made in a folder is shared as the folder is.
#[cfg(not(unix))]
pub(super) fn share(_file: &File, _path: &Path) {}
