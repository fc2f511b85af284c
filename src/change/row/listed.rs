//! A code of the office's own lists as it is typed: the code, or the name that reports print for it.

use crate::change::Draft;
use crate::load;
use crate::records::settings::Listed;
use crate::records::table::Attribute;
use crate::records::word::spelling;

/// The code that is meant; what names nothing in the list of the column stays as it was typed.
pub(super) fn meant(draft: &mut Draft<'_>, column: &Attribute, typed: &str) -> String {
    let plain = spelling(typed);
    let known = named(draft, &column.name);
    let is_code = known.iter().any(|(code, _)| code == typed);
    let mut all = known.into_iter();
    let found = all.find(|(_, names)| !is_code && names.iter().any(|name| spelling(name) == plain));
    found.map_or(typed.to_owned(), |(code, _)| code)
}

/// The codes that a column holds, each with its names; none of a column without such a list.
fn named(draft: &mut Draft<'_>, column: &str) -> Vec<(String, Vec<String>)> {
    let (directory, findings) = (draft.directory, &mut draft.findings);
    if column == "class" {
        let rules = load::rules(directory, findings);
        let classes = rules.complaints.all().iter().rev().flat_map(|rule| &rule.class);
        let names = classes.map(|class| {
            let names = [Some(class.name.clone()), class.name_en.clone()];
            (class.code.0.clone(), names.into_iter().flatten().collect())
        });
        return names.collect();
    }
    if !["channel", "service", "category"].contains(&column) {
        return Vec::new();
    }
    let Some(settings) = load::settings(directory, findings) else {
        return Vec::new();
    };
    let list: &[Listed] = match column {
        "channel" => &settings.channel,
        "service" => &settings.service,
        _ => &settings.category,
    };
    let names = list
        .iter()
        .map(|one| (one.code.value.0.clone(), vec![one.name.clone()]));
    names.collect()
}
