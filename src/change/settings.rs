//! `bina.toml` as commands change it: its fields by their names, and the office's own lists.

use super::document::Typed;
use super::listed::{Addition, Present};
use super::paper::{self, Columns, Opened, Paper};
use super::{Draft, Reason, Request};
use crate::diagnostic::Findings;
use crate::files::directory::MARKER;
use crate::files::document::Literal;
use crate::load;
use crate::records::organisation::postings;
use crate::records::settings::{Listed, Settings};
use crate::records::table::nearest;
use crate::records::time::Day;
use crate::words::change::Slip;
use crate::words::problem::Problem;

/// How the settings are named among documents.
const ID: &str = "bina";

/// The field that only `bina migrate` changes.
const FORMAT: &str = "format";

impl Paper for Settings {
    const LABEL: &'static str = "SETTINGS";
    const FOLDER: &'static str = "";
    const COLUMNS: Columns<Self> = &[];

    fn file(_id: &str) -> String {
        MARKER.to_owned()
    }

    fn check(_id: &str) -> Result<(), Reason> {
        Ok(())
    }

    fn missing(_draft: &mut Draft<'_>, _id: &str) -> Reason {
        Slip::FileNone {
            name: MARKER.to_owned(),
        }
        .into()
    }

    fn taken(_id: &str) -> Slip {
        Slip::FileTaken {
            name: MARKER.to_owned(),
        }
    }
}

/// Gives a field of the settings a value: `agency.name`. An empty one removes the field.
pub fn set(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let key = request.text("key").trim().replace('-', "_");
    let written = |path: &[&str]| path.join(".");
    let fields = || Settings::FIELDS.plain().filter(|(path, ..)| path != &[FORMAT]);
    let Some((path, ..)) = fields().find(|(path, ..)| written(path) == key) else {
        let names: Vec<String> = fields().map(|(path, ..)| written(&path)).collect();
        let nearest = nearest(&key, names.iter().map(String::as_str)).to_owned();
        let (column, all) = (key, names.join(", "));
        return draft.stop("KEY", Slip::SettingNone { column, nearest, all });
    };
    let text = request.text("value");
    if path == ["agency", "logo"] && !text.trim().is_empty() {
        let name = text.trim().to_owned();
        if matches!(draft.directory.bytes(&name), Ok(None)) {
            return draft.stop("VALUE", Reason::Cell(Problem::LogoMissing { name }));
        }
    }
    if path == ["records_since"] {
        note_since(draft, "VALUE", (text, request.today));
    }
    let typed = Typed {
        argument: "VALUE".to_owned(),
        ..Typed::one(path[0], text)
    };
    let opened: Opened<Settings> = paper::open(draft, ID)?;
    opened.put(draft, &[Typed { path, ..typed }])
}

/// Refuses a first day of the records that cannot be: one that is still to come, or longer ago than anybody keeps files.
pub fn note_since(draft: &mut Draft<'_>, argument: &str, (text, today): (&str, Day)) {
    /// In months.
    const LONGEST: i32 = 50 * 12;
    let Some(day) = Day::parse(text.trim()) else {
        return;
    };
    if day > today || day < today.month().plus(-LONGEST).first() {
        let (day, today) = (day.to_string(), today.to_string());
        draft.refuse(argument, Slip::SinceUnlikely { day, today });
    }
}

/// The day from which what is added now is known: today; and nothing, for from the beginning, where it is the first, or
/// the office is being set up: no month is over since its records begin, or nobody has a posting yet. Then no report is
/// finished that it could change.
pub fn added_on(draft: &mut Draft<'_>, is_first: bool) -> String {
    let Some(today) = draft.today.filter(|_| !is_first) else {
        return String::new();
    };
    let settings = load::settings(draft.directory, &mut Findings::new());
    let since = settings.and_then(|settings| settings.records_since);
    let is_of_month = since.is_some_and(|since| since.value.month() >= today.month());
    match is_of_month || !draft.had_rows(&postings.file("")) {
        true => String::new(),
        false => today.to_string(),
    }
}

/// Names who signs from a day on, from today where none is typed; whoever signed before stays for the pages of that time.
pub fn add_signatory(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<()> {
    let opened: Opened<Settings> = paper::open(draft, ID)?;
    let since = match request.text("since").trim() {
        "" => request.today.to_string(),
        typed => typed.to_owned(),
    };
    let known = &opened.content.signatory;
    if known.iter().any(|one| one.since.to_string() == since) {
        return draft.stop("", Slip::SignatoryThere { day: since });
    }
    let staff = request.person(draft, "person")?;
    let typed = |name| (name, request.text(name).trim().to_owned());
    let more = ["position", "rank", "prefix"].map(typed);
    let fields = [("since", since), ("staff", staff)].into_iter().chain(more);
    opened.put(draft, &[Typed::elements("signatory", vec![fields.collect()])])
}

/// Adds a code with its name to the services.
pub fn add_service(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<Addition> {
    add(draft, request, ("service", |settings| &settings.service))
}

/// The same to the channels of complaints.
pub fn add_channel(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<Addition> {
    add(draft, request, ("channel", |settings| &settings.channel))
}

/// The same to the categories of complaints.
pub fn add_category(draft: &mut Draft<'_>, request: &mut Request<'_>) -> Option<Addition> {
    add(draft, request, ("category", |settings| &settings.category))
}

/// A list of the settings: its name, and its entries.
type List = (&'static str, fn(&Settings) -> &[Listed]);

fn add(draft: &mut Draft<'_>, request: &Request<'_>, (list, entries): List) -> Option<Addition> {
    let (code, name) = (
        request.text("code").trim().to_owned(),
        request.text("name").trim(),
    );
    let opened: Opened<Settings> = paper::open(draft, ID)?;
    let known = entries(&opened.content);
    let Some(at) = known.iter().position(|entry| *entry.code.value == *code) else {
        let since = added_on(draft, known.is_empty());
        let mut fields = vec![("code", code.clone()), ("name", name.to_owned())];
        if list == "channel" {
            fields.push(("reach", request.text("reach").trim().to_owned()));
        }
        fields.push(("since", since));
        opened.put(draft, &[Typed::elements(list, vec![fields])])?;
        draft.added.push(code.clone());
        return draft.is_good().then_some(Addition::New(code));
    };
    let has_changed = match Present::asked(request) {
        Present::Refused => {
            let (file, key) = (MARKER.to_owned(), code);
            return draft.stop("", Slip::IsThere { file, key });
        }
        Present::Left => false,
        Present::Set => {
            let text = Literal::Text(name.to_owned());
            opened.write(draft, &[list, &at.to_string()], &[("name", text)])?;
            let reach = (list == "channel").then(|| request.text("reach").trim());
            let reach = reach.filter(|reach| !reach.is_empty());
            if let Some(reach) = reach {
                let text = Literal::Text(reach.to_owned());
                opened.write(draft, &[list, &at.to_string()], &[("reach", text)])?;
            }
            known[at].name != name || reach.is_some_and(|reach| known[at].reach.as_deref() != Some(reach))
        }
    };
    draft.added.push(code.clone());
    Some(Addition::of(code, has_changed))
}
