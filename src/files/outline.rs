//! Where everything in a TOML document is written, and which bytes a change to it replaces.

use super::value::{Literal, key, pair};
use super::window::BOM;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A part of the text and what replaces it.
pub(super) type Edit = (Range<usize>, String);

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Behind its key on the same line.
    Inline,
    /// A table that exists through dotted keys only: `a.b = 1`.
    Dotted,
    /// A table with a heading, an array of such tables, or a table that exists through headings below it.
    Headed,
}

/// One key of a table with its value, and where both are written.
struct Field<'t, 'd> {
    name: &'t str,
    key: Range<usize>,
    value: &'t Spanned<DeValue<'d>>,
    form: Form,
}

/// Where a new field of a table is written.
struct Context<'t, 'd> {
    table: &'t DeTable<'d>,
    /// The line of the table's heading; `None` for the document itself.
    heading: Option<Range<usize>>,
    /// The keys that stand before the field's own on its line.
    prefix: Vec<&'t str>,
    /// The braces that the table stands in.
    braces: Option<Range<usize>>,
}

/// A document with the places of everything in it.
pub(super) struct Outline<'d> {
    text: &'d str,
    root: DeTable<'d>,
}

impl<'d> Outline<'d> {
    pub(super) fn of(text: &'d str) -> Option<Outline<'d>> {
        let root = DeTable::parse(text).ok()?.into_inner();
        Some(Outline { text, root })
    }

    pub(super) fn set(&self, path: &[&str], value: &Literal, order: &[&str]) -> Option<Edit> {
        let (last, parents) = path.split_last()?;
        let (context, missing) = self.walk(parents)?;
        let fields = self.fields(context.table);
        if missing.is_empty()
            && let Some(field) = fields.iter().find(|field| field.name == *last)
        {
            return (field.form == Form::Inline).then(|| (field.value.span(), value.written()));
        }
        let names = context.prefix.iter().chain(missing).chain([last]);
        let names: Vec<String> = names.map(|name| key(name)).collect();
        let pair = format!("{} = {}", names.join("."), value.written());
        if let Some(braces) = &context.braces {
            return Some(match fields.last() {
                Some(field) => (insertion(field.value.span().end), format!(", {pair}")),
                None => (braces.clone(), format!("{{ {pair} }}")),
            });
        }
        let new = missing.first().unwrap_or(last);
        let (at, indent) = self.line_for(new, &context, &fields, order);
        Some((insertion(at), self.lines(at, &format!("{indent}{pair}"))))
    }

    pub(super) fn remove(&self, path: &[&str]) -> Option<Edit> {
        let (last, parents) = path.split_last()?;
        let (context, _) = self.walk(parents)?;
        let fields = self.fields(context.table);
        let at = fields.iter().position(|field| field.name == *last)?;
        let (key, value) = (fields[at].key.clone(), fields[at].value.span());
        if fields[at].form != Form::Inline {
            return None;
        }
        let range = match context.braces {
            None => self.line_start(key.start)..self.line_end(value.end),
            Some(_) if at > 0 => fields[at - 1].value.span().end..value.end,
            Some(_) if fields.len() > 1 => key.start..fields[1].key.start,
            Some(braces) => braces.start + 1..braces.end - 1,
        };
        Some((range, String::new()))
    }

    pub(super) fn append(
        &self,
        name: &str,
        entries: &[(&str, Literal)],
        element: &Literal,
        order: &[&str],
    ) -> Option<Edit> {
        let fields = self.fields(&self.root);
        let known = fields.iter().find(|field| field.name == name);
        if let Some(field) = known
            && field.form == Form::Inline
        {
            let elements = field.value.get_ref().as_array()?;
            return Some(match elements.iter().last() {
                Some(last) => (insertion(last.span().end), format!(", {}", element.written())),
                None => (field.value.span(), format!("[{}]", element.written())),
            });
        }
        let before = match known {
            Some(field) => Some(field),
            None => self.last_before(name, fields.iter(), order),
        };
        // Plain fields of the document must stand before every heading.
        let plain = fields.iter().filter(|field| field.form != Form::Headed);
        let at = before
            .into_iter()
            .chain(plain)
            .map(|field| self.behind(extent(field.value)))
            .max()
            .unwrap_or_else(|| self.top());
        let eol = self.eol();
        let mut block = format!("[[{}]]", key(name));
        for (key, value) in entries {
            block += &format!("{eol}{}", pair(key, value));
        }
        let is_first = self.text[..at].trim_start_matches(BOM).trim().is_empty();
        let mut new = self.lines(at, &block);
        if !is_first {
            new.insert_str(new.find('[').unwrap_or(0), eol);
        }
        if self.text[at..].starts_with(|letter: char| !letter.is_whitespace()) {
            new += eol;
        }
        Some((insertion(at), new))
    }

    /// Goes down to the table at `path`. Gives also the part of the path that does not exist yet.
    fn walk<'t, 'p>(&'t self, path: &'p [&'p str]) -> Option<(Context<'t, 'd>, &'p [&'p str])> {
        let mut context = Context {
            table: &self.root,
            heading: None,
            prefix: Vec::new(),
            braces: None,
        };
        let mut rest = path;
        while let Some((segment, next)) = rest.split_first() {
            let fields = self.fields(context.table);
            let Some(at) = fields.iter().position(|field| field.name == *segment) else {
                return Some((context, rest));
            };
            let (name, value, form) = (fields[at].name, fields[at].value, fields[at].form);
            rest = next;
            let (table, span) = match value.get_ref() {
                DeValue::Table(table) => (table, value.span()),
                DeValue::Array(elements) => {
                    let (number, next) = rest.split_first()?;
                    rest = next;
                    let element = elements.get(number.parse::<usize>().ok()?)?;
                    (element.get_ref().as_table()?, element.span())
                }
                _ => return None,
            };
            context.table = table;
            match form {
                Form::Inline => context.braces = Some(span),
                Form::Headed if self.text[span.start..].starts_with('[') => context.heading = Some(span),
                Form::Headed | Form::Dotted => {
                    context.prefix.push(name);
                    continue;
                }
            }
            context.prefix.clear();
        }
        Some((context, rest))
    }

    /// The fields of a table in the order in which they stand in the text.
    fn fields<'t>(&self, table: &'t DeTable<'d>) -> Vec<Field<'t, 'd>> {
        let mut fields: Vec<Field<'t, 'd>> = table
            .iter()
            .map(|(key, value)| Field {
                name: key.get_ref(),
                key: key.span(),
                value,
                form: self.form(key.span(), value),
            })
            .collect();
        fields.sort_by_key(|field| field.key.start);
        fields
    }

    fn form(&self, key: Range<usize>, value: &Spanned<DeValue<'d>>) -> Form {
        let start = value.span().start;
        let is_headed = match value.get_ref() {
            // The parser gives a table its braces, its heading, or for want of both the name itself.
            DeValue::Table(_) if self.text[start..].starts_with('{') => return Form::Inline,
            DeValue::Table(_) => self.text[self.line_start(key.start)..]
                .trim_start()
                .starts_with('['),
            // An array in brackets begins before its first element; an array of tables with it.
            DeValue::Array(elements) => elements
                .iter()
                .next()
                .is_some_and(|first| first.span().start == start),
            _ => return Form::Inline,
        };
        match value.get_ref() {
            _ if is_headed => Form::Headed,
            DeValue::Table(_) => Form::Dotted,
            _ => Form::Inline,
        }
    }

    /// The last of the fields that come before `name` in `order`.
    fn last_before<'f, 't: 'f>(
        &self,
        name: &str,
        fields: impl DoubleEndedIterator<Item = &'f Field<'t, 'd>>,
        order: &[&str],
    ) -> Option<&'f Field<'t, 'd>>
    where
        'd: 'f,
    {
        let rank = |name: &str| order.iter().position(|known| *known == name);
        let new = rank(name).unwrap_or(usize::MAX);
        fields.rev().find(|field| match rank(field.name) {
            Some(known) => known < new,
            None => new == usize::MAX,
        })
    }

    /// Where the line of a new field of a table begins, and how it is indented.
    fn line_for(
        &self,
        name: &str,
        context: &Context<'_, 'd>,
        fields: &[Field<'_, 'd>],
        order: &[&str],
    ) -> (usize, &'d str) {
        let lines = || fields.iter().filter(|field| field.form != Form::Headed);
        if let Some(field) = self.last_before(name, lines(), order) {
            let at = self.line_end(extent(field.value));
            return (at, self.indent(field.key.start));
        }
        match (lines().next(), &context.heading) {
            (Some(field), _) => (self.above(field.key.start), self.indent(field.key.start)),
            (None, Some(heading)) => (self.line_end(heading.end), self.indent(heading.start)),
            (None, None) => (self.top(), ""),
        }
    }

    /// The lines to be inserted at byte `at`, with their line ends.
    fn lines(&self, at: usize, lines: &str) -> String {
        let eol = self.eol();
        let before = &self.text[..at];
        let is_line_start = before.trim_start_matches(BOM).is_empty() || before.ends_with('\n');
        let start = if is_line_start { "" } else { eol };
        format!("{start}{lines}{eol}")
    }

    /// The line end of the document.
    fn eol(&self) -> &'static str {
        let first = self.text.lines().next().map_or(0, str::len);
        if self.text[first..].starts_with("\r\n") {
            "\r\n"
        } else {
            "\n"
        }
    }

    fn line_start(&self, at: usize) -> usize {
        let bom = self.text.len() - self.text.trim_start_matches(BOM).len();
        self.text[..at].rfind('\n').map_or(bom, |end| end + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |end| at + end + 1)
    }

    fn indent(&self, at: usize) -> &'d str {
        let line = &self.text[self.line_start(at)..at];
        &line[..line.len() - line.trim_start().len()]
    }

    /// The line start above the comments that belong to the line at `at`. Comments at the head of the document are
    /// the document's own.
    fn above(&self, at: usize) -> usize {
        let line = self.line_start(at);
        let mut above = line;
        while above > 0 && self.text[..above].ends_with('\n') {
            let before = self.line_start(above - 1);
            if !self.text[before..].starts_with('#') {
                return above;
            }
            above = before;
        }
        line
    }

    /// The line start behind everything that belongs to a field that ends at `at`: also the comments right below it,
    /// unless they stand above a heading.
    fn behind(&self, at: usize) -> usize {
        let end = self.line_end(at);
        let mut below = end;
        while self.text[below..].starts_with('#') {
            below = self.line_end(below);
        }
        match self.text[below..].starts_with('[') {
            true => end,
            false => below,
        }
    }

    /// Where the first line of a document without fields goes: behind the comment at its head.
    fn top(&self) -> usize {
        let mut at = self.line_start(0);
        while self.text[at..].starts_with('#') {
            at = self.line_end(at);
        }
        match self.text[at..].starts_with('[') {
            true => self.line_start(0),
            false => self.text.len() - self.text[at..].trim_start_matches(['\r', '\n']).len(),
        }
    }
}

/// An empty range: nothing is replaced.
fn insertion(at: usize) -> Range<usize> {
    at..at
}

/// Where a value ends with everything that is written below it.
fn extent(value: &Spanned<DeValue<'_>>) -> usize {
    let end = value.span().end;
    match value.get_ref() {
        DeValue::Table(table) => table.values().map(extent).max().unwrap_or(end).max(end),
        DeValue::Array(elements) => elements.iter().map(extent).max().unwrap_or(end).max(end),
        _ => end,
    }
}
