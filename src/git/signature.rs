//! Signatures of commits, as git itself makes and tries them: by the key and the program that its settings name.

use super::Git;
use super::commit::{agreed, text};
use crate::words::writing::WriteError;
use std::collections::BTreeMap;

/// What git says of the signature of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// It holds, and this is whose it is.
    Holds(String),
    /// It is there, and this clone has nothing to try it by: it does not know the key, or the program.
    Untried,
    /// What it signs is another, or its key was called back.
    Broken,
}

impl Git {
    /// Makes sure that git can sign, by signing a commit that belongs to nothing.
    ///
    /// # Errors
    /// Why it cannot.
    pub(super) fn can_sign(&self) -> Result<(), WriteError> {
        let tree = text(&agreed(self.ask(&["mktree"], &[])?)?.stdout);
        let signed = self.ask(&["commit-tree", "-S", "-m", "bina", tree.trim()], &[])?;
        agreed(signed).map(|_| ()).map_err(|error| match error {
            WriteError::GitRefused { reason } => WriteError::GitUnsigned { reason },
            other => other,
        })
    }

    /// What git says of those of some commits that are signed.
    pub fn signatures(&self, commits: &[&str]) -> BTreeMap<String, Signature> {
        let signed = self.objects(commits).into_iter().filter(|(_, object)| {
            let object = text(object);
            let head = object.split("\n\n").next().unwrap_or_default();
            head.lines().any(|line| line.starts_with("gpgsig"))
        });
        signed
            .map(|(commit, _)| {
                let told = self.line(&["show", "--no-patch", "--format=%G?%x01%GS", &commit]);
                let signature = match told.as_deref().and_then(|told| told.split_once('\u{1}')) {
                    Some(("G", by)) => Signature::Holds(by.to_owned()),
                    Some(("B" | "R", _)) => Signature::Broken,
                    _ => Signature::Untried,
                };
                (commit, signature)
            })
            .collect()
    }
}
