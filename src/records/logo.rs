//! The picture of a letterhead.

/// A picture that pages carry inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// What a browser calls its form.
    pub media: &'static str,
    /// The picture itself.
    pub bytes: Vec<u8>,
}

impl Logo {
    /// The largest file, in bytes: every page carries it.
    pub const MOST: u64 = 512 * 1024;

    /// The longest side, in pixels: a small file can unfold into more than a browser bears.
    pub const LONGEST: u64 = 4000;

    /// The picture that some bytes are; `None` where they are none, not a whole one, or too large.
    pub fn of(bytes: Vec<u8>) -> Option<Logo> {
        let (media, sides) = match &*bytes {
            [b'\x89', b'P', ..] => ("image/png", png(&bytes)?),
            _ => ("image/jpeg", jpeg(&bytes)?),
        };
        let is_bearable = sides.iter().all(|side| (1..=Logo::LONGEST).contains(side));
        (is_bearable && bytes.len() as u64 <= Logo::MOST).then_some(Logo { media, bytes })
    }
}

/// A number whose largest part stands first.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, byte| sum * 256 + u64::from(*byte))
}

/// Width and height of a PNG, all of whose parts are whole and as they were written.
fn png(bytes: &[u8]) -> Option<[u64; 2]> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let (mut sides, mut has_picture) = (None, false);
    loop {
        let (length, told) = rest.split_at_checked(4)?;
        let length = usize::try_from(number(length)).ok()?;
        let (told, after) = told.split_at_checked(length.checked_add(4)?)?;
        let (sum, after) = after.split_at_checked(4)?;
        if u64::from(crc32fast::hash(told)) != number(sum) {
            return None;
        }
        let (kind, content) = told.split_at(4);
        match kind {
            b"IHDR" if sides.is_none() && length == 13 => {
                sides = Some([number(&content[..4]), number(&content[4..8])]);
            }
            b"IDAT" => has_picture = true,
            b"IEND" => return sides.filter(|_| has_picture && after.is_empty()),
            _ if sides.is_none() => return None,
            _ => {}
        }
        rest = after;
    }
}

/// Width and height of a JPEG, from its first segment to the mark of its end.
fn jpeg(bytes: &[u8]) -> Option<[u64; 2]> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?.strip_suffix(b"\xff\xd9")?;
    let mut sides = None;
    loop {
        let (mark, after) = rest.split_at_checked(2)?;
        let length = usize::try_from(number(after.get(..2)?)).ok()?;
        let (content, after) = after.split_at_checked(length)?;
        match mark {
            // The picture itself: it must have been told how large it is.
            [0xff, 0xda] => return sides.filter(|_| !after.is_empty()),
            [0xff, 0xc0..=0xc2] => {
                sides = Some([number(content.get(5..7)?), number(content.get(3..5)?)]);
            }
            [0xff, _] => {}
            _ => return None,
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PNG with sides, whose picture nobody unfolds.
    fn png_of(width: u32, height: u32, weight: usize) -> Vec<u8> {
        let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
        let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        for (kind, content) in [(b"IHDR", head), (b"IDAT", vec![0; weight]), (b"IEND", Vec::new())] {
            let told = [&kind[..], &content].concat();
            out.extend((content.len() as u32).to_be_bytes());
            out.extend(&told);
            out.extend(crc32fast::hash(&told).to_be_bytes());
        }
        out
    }

    /// A JPEG with sides.
    fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
        let frame = [
            &[0xff, 0xc0, 0, 8, 8][..],
            &height.to_be_bytes(),
            &width.to_be_bytes(),
            &[1],
        ]
        .concat();
        [&[0xff, 0xd8][..], &frame, &[0xff, 0xda, 0, 2, 7, 7, 0xff, 0xd9]].concat()
    }

    #[test]
    fn a_whole_picture_of_a_bearable_size_is_a_logo() {
        let media = |bytes| Logo::of(bytes).map(|logo| logo.media);
        assert_eq!(media(png_of(300, 200, 10)), Some("image/png"));
        assert_eq!(media(jpeg_of(300, 200)), Some("image/jpeg"));
        for bytes in [
            png_of(60_000, 60_000, 10),
            png_of(0, 10, 10),
            png_of(300, 200, Logo::MOST as usize),
            jpeg_of(60_000, 10),
            b"<svg onload=alert(1)>".to_vec(),
            b"\xff\xd8\xff\xe0hello".to_vec(),
            Vec::new(),
        ] {
            assert_eq!(media(bytes), None);
        }
    }

    #[test]
    fn a_picture_that_is_cut_or_damaged_is_none() {
        for whole in [png_of(300, 200, 10), jpeg_of(300, 200)] {
            assert!((0..whole.len()).all(|len| Logo::of(whole[..len].to_vec()).is_none()));
        }
        let mut damaged = png_of(300, 200, 10);
        damaged[20] ^= 1;
        assert_eq!(Logo::of(damaged), None);
    }
}
