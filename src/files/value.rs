//! Values and keys as TOML writes them.

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// Words, written in quotes.
    Text(String),
    /// A number, a date, `true` or `false`, as it is written.
    Bare(String),
    /// Values in brackets.
    List(Vec<Literal>),
    /// Keys and values in braces.
    Table(Vec<(String, Literal)>),
}

impl Literal {
    /// The value as TOML writes it, on one line.
    pub(super) fn written(&self) -> String {
        match self {
            Literal::Text(text) => quoted(text),
            Literal::Bare(text) => text.clone(),
            Literal::List(values) => {
                let values: Vec<String> = values.iter().map(Literal::written).collect();
                format!("[{}]", values.join(", "))
            }
            Literal::Table(entries) => {
                let entries: Vec<String> = entries.iter().map(|(key, value)| pair(key, value)).collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }

    /// The value as a parser understands it; `None` when it is not one value.
    pub(super) fn meant(&self) -> Option<toml::Value> {
        let table: toml::Table = toml::from_str(&format!("value = {}", self.written())).ok()?;
        let is_one = table.len() == 1;
        table
            .into_iter()
            .next()
            .map(|(_, value)| value)
            .filter(|_| is_one)
    }
}

/// A key with its value.
pub(super) fn pair(name: &str, value: &Literal) -> String {
    format!("{} = {}", key(name), value.written())
}

/// A key, in quotes where it needs them.
pub(super) fn key(name: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    match !name.is_empty() && name.bytes().all(is_bare) {
        true => name.to_owned(),
        false => quoted(name),
    }
}

/// A basic string on one line.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if letter.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}
