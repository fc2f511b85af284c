//! Evidence as files: a safe name below `evidence/`, and the SHA-256 that proves later that it is the same file.

use super::Draft;
use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Puts the file below `evidence/`, as `2026-10/slug/p0000001.pdf`, and returns that name. Another file of that name
/// is kept: the new one gets a number.
pub fn store(draft: &mut Draft<'_>, training: &str, person: &str, original: &str, bytes: &[u8]) -> String {
    let ending = ending(original);
    let mut number = 1;
    loop {
        let name = match number {
            1 => format!("{training}/{person}{ending}"),
            _ => format!("{training}/{person}-{number}{ending}"),
        };
        let file = format!("evidence/{name}");
        match draft.bytes(&file) {
            Some(known) if known != bytes => number += 1,
            _ => {
                draft.put(&file, Some(bytes.to_vec()));
                return name;
            }
        }
    }
}

/// The ending of a file's name, when it is a plain one.
fn ending(original: &str) -> String {
    let ending = original
        .rsplit(['/', '\\'])
        .next()
        .and_then(|name| name.rsplit_once('.'));
    let is_plain = |ending: &str| {
        (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    match ending {
        Some((_, ending)) if is_plain(ending) => format!(".{}", ending.to_lowercase()),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_that_of_the_standard() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
    }

    #[test]
    fn an_ending_is_kept_only_when_it_is_plain() {
        assert_eq!(ending("C:\\surat\\Sertifikat Siti.PDF"), ".pdf");
        assert_eq!(ending("foto.jpeg"), ".jpeg");
        assert_eq!(ending("x.tar/../y"), "");
        assert_eq!(ending("a.b c"), "");
    }
}
