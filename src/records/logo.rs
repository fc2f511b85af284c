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

    /// The forms, each with what its files begin with.
    const FORMS: [(&'static str, &'static [u8]); 2] = [
        ("image/png", b"\x89PNG\r\n\x1a\n"),
        ("image/jpeg", b"\xff\xd8\xff"),
    ];

    /// The picture that some bytes are; `None` where they are none, or too many.
    pub fn of(bytes: Vec<u8>) -> Option<Logo> {
        let form = Logo::FORMS.iter().find(|(_, begin)| bytes.starts_with(begin));
        let (media, _) = form.filter(|_| bytes.len() as u64 <= Logo::MOST)?;
        Some(Logo { media, bytes })
    }
}

#[test]
fn only_a_picture_of_a_bearable_size_is_a_logo() {
    let png = |len: usize| {
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        bytes.resize(len, 0);
        bytes
    };
    assert_eq!(Logo::of(png(100)).map(|logo| logo.media), Some("image/png"));
    assert_eq!(Logo::of(png(Logo::MOST as usize + 1)), None);
    assert_eq!(Logo::of(b"<svg onload=alert(1)>".to_vec()), None);
    assert_eq!(Logo::of(Vec::new()), None);
}
