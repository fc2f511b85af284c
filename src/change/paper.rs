//! A document that commands open by its id, and what can be done with one of any kind: found, read, added, changed,
//! removed. The kinds say only what is their own.

use super::document::{self, GivenValue, Typed, values};
use super::fields::Fields;
use super::listed::{Addition, Present};
use super::{Draft, Reason, Request, mention};
use crate::files::document::{DocumentText, Literal};
use crate::load;
use crate::records::document::{Document, read};
use crate::records::reference::Namesake;
use crate::records::time::Month;
use crate::words::change::Slip;

/// The columns of a list of documents: the name of each, and its cell.
pub type Columns<T> = &'static [(&'static str, fn(&Opened<T>, &mut Draft<'_>) -> String)];

/// A kind of document.
pub trait Paper: Document + 'static {
    /// How its id is written in the help; in lower case the name of the argument, and the first column of the list.
    const LABEL: &'static str;
    /// The folder of its documents.
    const FOLDER: &'static str;
    /// What stands before the colon of a reference to one, where that is not the singular of the folder.
    const ONE: Option<&'static str> = None;
    /// Whether they lie in a folder of their month, with which the id begins.
    const BY_MONTH: bool = false;
    /// The fields that are typed behind options.
    const FIELDS: Fields = Fields {
        declared: Self::fields,
        elements: &[],
    };
    /// What a new document says where nothing is typed.
    const DEFAULTS: &'static [(&'static str, &'static str)] = &[];
    /// The columns of the list.
    const COLUMNS: Columns<Self>;

    /// The file of the document with an id.
    fn file(id: &str) -> String {
        format!("{}/{id}.toml", Self::FOLDER)
    }

    /// Whether a text is an id.
    ///
    /// # Errors
    /// What is wrong with it.
    fn check(id: &str) -> Result<(), Reason>;

    /// Whether a document has the id.
    fn exists(draft: &mut Draft<'_>, id: &str) -> bool {
        draft.exists(&file::<Self>(id))
    }

    /// The refusal of an id that no document has.
    fn missing(draft: &mut Draft<'_>, id: &str) -> Reason;

    /// The refusal of an id that a document has already.
    fn taken(id: &str) -> Slip;

    /// Lets a request say from which day holds what it says, where that is still to come; `before` is the document as
    /// it stands, where there is one.
    fn date(_request: &mut Request<'_>, _before: Option<&Self>) {}

    /// How many elements it has of those that are numbered.
    fn numbered(&self) -> usize {
        0
    }
}

/// A document that was found and read.
#[derive(Debug)]
pub struct Opened<T> {
    /// Its id: `2026-10/slug`.
    pub id: String,
    /// Its file.
    pub file: String,
    /// What it says.
    pub content: T,
}

/// The file of a document.
pub fn file<T: Paper>(id: &str) -> String {
    T::file(id)
}

/// The ids of a month where the documents lie by month, or of all; in order.
pub fn ids<T: Paper>(draft: &mut Draft<'_>, month: Option<Month>) -> Vec<String> {
    let (directory, findings) = (draft.directory, &mut draft.findings);
    if !T::BY_MONTH {
        return load::names(directory, T::FOLDER, ".toml", findings);
    }
    let mut ids = Vec::new();
    for month in load::months(directory, T::FOLDER, month, findings) {
        let slugs = load::names(directory, &format!("{}/{month}", T::FOLDER), ".toml", findings);
        ids.extend(slugs.iter().map(|slug| format!("{month}/{slug}")));
    }
    ids
}

/// Reads the document `id`; `None` when there is none, or it is broken, which is told.
pub fn found<T: Paper>(draft: &mut Draft<'_>, id: &str) -> Option<Opened<T>> {
    let (id, file) = (id.to_owned(), file::<T>(id));
    let text = draft.text(&file)?;
    let number = draft.directory.number(&file);
    let content = read(&text, number, &mut draft.findings)?;
    Some(Opened { id, file, content })
}

/// The same; refuses an id that no document has.
pub fn open<T: Paper>(draft: &mut Draft<'_>, id: &str) -> Option<Opened<T>> {
    let id = id.trim();
    draft.accept(T::LABEL, T::check(id))?;
    if !T::exists(draft, id) {
        let reason = T::missing(draft, id);
        draft.refuse(T::LABEL, reason);
    }
    found(draft, id)
}

/// The document whose id was typed.
pub fn named<T: Paper>(draft: &mut Draft<'_>, request: &Request<'_>) -> Option<Opened<T>> {
    open(draft, typed_id::<T>(request))
}

fn typed_id<'r, T: Paper>(request: &'r Request<'_>) -> &'r str {
    request.text(&T::LABEL.to_lowercase())
}

/// Refuses an id that a document has already. Whether none has.
pub fn is_free<T: Paper>(draft: &mut Draft<'_>, id: &str) -> bool {
    let exists = draft.exists(&file::<T>(id));
    if exists {
        draft.refuse(T::LABEL, T::taken(id));
    }
    !exists
}

/// Writes a new document from what was typed; one that is there is refused, left, or set as it was asked.
pub fn add<T: Paper>(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<Addition> {
    let id = typed_id::<T>(request).trim().to_owned();
    let asked = Present::asked(request);
    if asked != Present::Refused && T::check(&id).is_ok() && draft.exists(&file::<T>(&id)) {
        return meet::<T>(draft, request, &id, asked);
    }
    for (name, text) in T::DEFAULTS {
        request.or(name, text);
    }
    T::date(request, None);
    create::<T>(draft, &id, &T::FIELDS.typed::<T>(request, 0))?;
    draft.added.push(id.clone());
    Some(Addition::New(id))
}

/// Leaves a document that is there, or gives its fields the values that were typed; what it lists already stays.
fn meet<T: Paper>(
    draft: &mut Draft<'_>,
    request: &mut Request<'_>,
    id: &str,
    asked: Present,
) -> Option<Addition> {
    let opened: Opened<T> = found(draft, id)?;
    let before = draft.bytes(&opened.file);
    if asked == Present::Set {
        T::date(request, Some(&opened.content));
        let table: toml::Table = toml::from_str(&draft.text(&opened.file)?).ok()?;
        let mut typed = T::FIELDS.typed::<T>(request, 0);
        typed.retain(|one| matches!(one.given, GivenValue::One(_)) || !table.contains_key(one.path[0]));
        opened.put(draft, &typed)?;
    }
    draft.added.push(id.to_owned());
    Some(Addition::of(id.to_owned(), draft.bytes(&opened.file) != before))
}

/// Writes a new document from its fields, in declared order.
pub fn create<T: Paper>(draft: &mut Draft<'_>, id: &str, typed: &[Typed]) -> Option<()> {
    draft.accept(T::LABEL, T::check(id))?;
    is_free::<T>(draft, id).then_some(())?;
    let given = |name: &str| typed.iter().any(|typed| typed.path == [name]);
    let missing = T::fields()
        .iter()
        .filter(|field| field.required && !given(field.name));
    let names: Vec<String> = missing.map(|field| format!("--{}", field.name)).collect();
    if !names.is_empty() {
        let names = names.join(", ");
        draft.refuse("", Slip::ValueMissing { names });
    }
    let values = values(draft, T::fields(), typed)?;
    document::store::<T>(draft, &file::<T>(id), document::new(T::fields(), &values)?);
    Some(())
}

/// Changes fields of a document; what is not named keeps its bytes. An empty value removes the field.
pub fn set<T: Paper>(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let opened: Opened<T> = named(draft, request)?;
    T::date(request, Some(&opened.content));
    let typed = T::FIELDS.typed::<T>(request, opened.content.numbered());
    if typed.is_empty() {
        draft.refuse("", Slip::NothingGiven);
    }
    opened.put(draft, &typed)
}

/// Removes a document that nothing names.
pub fn remove<T: Paper>(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let opened: Opened<T> = named(draft, request)?;
    mention::refuse_referred(draft, opened.namesake());
    draft.put(&opened.file, None);
    Some(())
}

impl<T: Paper> Opened<T> {
    /// What others name it by.
    pub(super) fn namesake(&self) -> Namesake<'_> {
        Namesake {
            of: T::FOLDER,
            one: T::ONE.unwrap_or(T::FOLDER.trim_end_matches('s')),
            id: &self.id,
        }
    }

    /// Puts what was typed into its text.
    pub fn put(&self, draft: &mut Draft<'_>, typed: &[Typed]) -> Option<()> {
        let values = values(draft, T::fields(), typed)?;
        self.edit(draft, |text| document::place(text, T::fields(), &values))
    }

    /// The text of a field that is the user's own, or `None`.
    pub fn field(&self, draft: &mut Draft<'_>, name: &str) -> Option<String> {
        let text = draft.text(&self.file)?;
        let table: toml::Table = toml::from_str(&text).ok()?;
        table.get(name)?.as_str().map(str::to_owned)
    }

    /// Gives fields of the document, or of the element at `path`, other values.
    pub fn write(&self, draft: &mut Draft<'_>, path: &[&str], fields: &[(&str, Literal)]) -> Option<()> {
        let order = document::order(T::fields(), path);
        self.edit(draft, |text| {
            for (name, value) in fields {
                text.set(&[path, &[name]].concat(), value, &order).ok()?;
            }
            Some(())
        })
    }

    /// Lets `edit` change its text; what cannot be put there is done by hand.
    fn edit(&self, draft: &mut Draft<'_>, edit: impl FnOnce(&mut DocumentText) -> Option<()>) -> Option<()> {
        let mut text = DocumentText::parse(&draft.text(&self.file)?).ok();
        match text.as_mut().and_then(edit).and(text) {
            Some(text) => document::store::<T>(draft, &self.file, text.text().to_owned()),
            None => {
                let file = self.file.clone();
                draft.refuse("", Slip::ByHand { file });
            }
        }
        Some(())
    }
}
