//! Values of a document from what was typed, and their place in its text.

use super::{Draft, Reason};
use crate::diagnostic::Findings;
use crate::files::document::{DocumentText, Literal};
use crate::records::cell::{Cell, Id, plain_text};
use crate::records::document::{self, Document, FieldInfo};
use crate::records::number::Dec;
use crate::records::time::Day;
use crate::records::word::{self, Code, TRUTH};
use crate::words::change::Slip;
use crate::words::problem::Problem;

/// What was typed for one field.
#[derive(Clone, Debug)]
pub struct Typed {
    /// The field, with that of its table before it: `["audience", "units"]`.
    pub path: Vec<&'static str>,
    /// The argument that it was typed behind, for refusals.
    pub argument: String,
    /// The text, or the fields of each element of an array of tables.
    pub given: GivenValue,
}

impl Typed {
    /// A text typed for a field of the document itself, behind the option of its name.
    pub fn one(name: &'static str, text: &str) -> Typed {
        Typed {
            path: vec![name],
            argument: format!("--{name}"),
            given: GivenValue::One(text.to_owned()),
        }
    }

    /// Elements of an array of tables, by their fields.
    pub fn elements(name: &'static str, elements: Vec<Vec<(&'static str, String)>>) -> Typed {
        Typed {
            path: vec![name],
            argument: String::new(),
            given: GivenValue::Elements(elements),
        }
    }
}

/// A typed value.
#[derive(Clone, Debug)]
pub enum GivenValue {
    /// One text; several values in it are parted by commas.
    One(String),
    /// The elements of an array of tables, each with its fields.
    Elements(Vec<Vec<(&'static str, String)>>),
}

/// A field with its new value; without one it is removed.
#[derive(Debug)]
pub struct Amendment {
    path: Vec<&'static str>,
    value: Option<NewValue>,
}

#[derive(Debug)]
enum NewValue {
    Whole(Literal),
    Elements(Vec<Vec<(&'static str, Literal)>>),
}

/// Makes values of what was typed, each by the kind of its field. `None` when one was refused.
pub fn values(draft: &mut Draft<'_>, fields: &[FieldInfo], typed: &[Typed]) -> Option<Vec<Amendment>> {
    let mut placed = Vec::new();
    for one in typed {
        match value(draft, fields, one) {
            Ok(new) => placed.push(new),
            Err(reason) => draft.refuse(&one.argument, reason),
        }
    }
    draft.is_good().then_some(placed)
}

fn value(draft: &mut Draft<'_>, fields: &[FieldInfo], typed: &Typed) -> Result<Amendment, Reason> {
    let field = field(fields, &typed.path).ok_or(Slip::NothingGiven)?;
    let value = match &typed.given {
        GivenValue::One(text) if text.trim().is_empty() => None,
        GivenValue::One(text) => Some(NewValue::Whole(whole(draft, &field, text)?)),
        GivenValue::Elements(elements) => {
            let inner = field.nested.map(|fields| fields()).unwrap_or_default();
            let made: Result<Vec<_>, Reason> = elements
                .iter()
                .map(|given| element(draft, inner, given))
                .collect();
            Some(NewValue::Elements(made?))
        }
    };
    Ok(Amendment {
        path: typed.path.clone(),
        value,
    })
}

/// The declared field at a path.
fn field(fields: &[FieldInfo], path: &[&str]) -> Option<FieldInfo> {
    let (first, rest) = path.split_first()?;
    let found = fields.iter().find(|field| field.name == *first)?;
    match rest {
        [] => Some(*found),
        rest => field(found.nested?(), rest),
    }
}

/// The value of a field: one, or several parted by commas.
fn whole(draft: &mut Draft<'_>, field: &FieldInfo, text: &str) -> Result<Literal, Reason> {
    if !field.many {
        return single(draft, field, text.trim());
    }
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let values: Result<Vec<Literal>, Reason> = parts.map(|part| single(draft, field, part)).collect();
    values.map(Literal::List)
}

/// One value by the kind of its field. What is wrong with it is refused here, so that it never stands in a text.
fn single(draft: &mut Draft<'_>, field: &FieldInfo, text: &str) -> Result<Literal, Reason> {
    let text = text.trim();
    Ok(match field.kind {
        "date" => Literal::Bare(<Day as Cell>::parse(text)?.to_string()),
        "decimal" => Literal::Bare(<Dec as Cell>::parse(text)?.to_string()),
        "integer" => Literal::Bare(<i64 as Cell>::parse(text)?.to_string()),
        "true/false" => Literal::Bare(coded(text, TRUTH)?.to_owned()),
        "id" if field.name == "staff" => Literal::Text(draft.people().find(text)?.id.clone()),
        "id" => Literal::Text(Id::parse(text)?.text().to_owned()),
        "code" => Literal::Text(coded(text, field.codes)?.to_owned()),
        _ => Literal::Text(plain_text(text)),
    })
}

/// The code of a list that is meant.
fn coded<'t>(text: &'t str, codes: &[Code]) -> Result<&'t str, Reason> {
    let meant = Code::meant(codes, text);
    match codes.iter().any(|code| code.name == meant) {
        true => Ok(meant),
        false => Err(Reason::from(word::unknown(text, codes))),
    }
}

/// The fields of one element of an array of tables, in declared order; those that must be there are.
fn element(
    draft: &mut Draft<'_>,
    fields: &'static [FieldInfo],
    given: &[(&'static str, String)],
) -> Result<Vec<(&'static str, Literal)>, Reason> {
    let mut entries = Vec::new();
    for field in fields {
        let text = given.iter().find(|(name, _)| *name == field.name);
        match text.map(|(_, text)| text.trim()).filter(|text| !text.is_empty()) {
            Some(text) => entries.push((field.name, whole(draft, field, text)?)),
            None if field.required => {
                let names = field.name.to_owned();
                return Err(Reason::from(Slip::ValueMissing { names }));
            }
            None => {}
        }
    }
    Ok(entries)
}

/// The text of a new document.
pub fn new(fields: &[FieldInfo], placed: &[Amendment]) -> Option<String> {
    // A table inside it begins with a heading of its own, behind a blank line.
    let table = placed.iter().find(|new| new.path.len() > 1);
    let heading = table.map_or(String::new(), |new| format!("\n[{}]\n", new.path[0]));
    let mut document = DocumentText::parse(&heading).ok()?;
    place(&mut document, fields, placed)?;
    let written = document.text().trim_start_matches('\n');
    Some(match heading.is_empty() {
        true => written.to_owned(),
        false => written.replacen(&heading, &format!("\n{heading}"), 1),
    })
}

/// Puts the values into a document, new ones in declared order; `None` when that must be done by hand.
pub fn place(document: &mut DocumentText, fields: &[FieldInfo], placed: &[Amendment]) -> Option<()> {
    let mut placed: Vec<&Amendment> = placed.iter().collect();
    placed.sort_by_key(|new| {
        fields
            .iter()
            .position(|field| new.path.first() == Some(&field.name))
    });
    for new in placed {
        let parents = &new.path[..new.path.len().saturating_sub(1)];
        let order = order(fields, parents);
        match &new.value {
            None => drop(document.remove(&new.path).ok()?),
            Some(NewValue::Whole(value)) => document.set(&new.path, value, &order).ok()?,
            Some(NewValue::Elements(elements)) => {
                for entries in elements {
                    document.append(new.path.first()?, entries, &order).ok()?;
                }
            }
        }
    }
    Some(())
}

/// The names of the fields of the document, or of the table at a path, in declared order.
pub fn order(fields: &[FieldInfo], path: &[&str]) -> Vec<&'static str> {
    let nested = path.first().and_then(|first| {
        let field = fields.iter().find(|field| field.name == *first)?;
        Some((field.nested?)())
    });
    match (nested, path) {
        (Some(fields), _) => fields.iter().map(|field| field.name).collect(),
        (None, []) => fields.iter().map(|field| field.name).collect(),
        _ => Vec::new(),
    }
}

/// Gives the document its text, which must read as one of its kind.
pub fn store<T: Document>(draft: &mut Draft<'_>, file: &str, text: String) {
    let mut findings = Findings::new();
    let number = draft.directory.number(file);
    let read: Option<T> = document::read(&text, number, &mut findings);
    let problems: Vec<Problem> = findings.iter().map(|finding| finding.problem.clone()).collect();
    for problem in problems {
        draft.refuse(file, Reason::Cell(problem));
    }
    if read.is_some() {
        draft.put(file, Some(text.into_bytes()));
    }
}
