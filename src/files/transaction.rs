//! All-or-nothing writing of several files (stub for now).
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Files whose new content is committed but not yet in place.
pub(crate) fn committed(_root: &Path) -> io::Result<BTreeMap<String, Option<PathBuf>>> {
    Ok(BTreeMap::new())
}
