//! The logo of the office, which lies beside its settings.

use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::records::logo::Logo;
use crate::records::settings::Settings;
use crate::words::problem::Problem;

/// The logo that the settings name. One that is not there is a warning, for pages do without; one that is no picture, is
/// too large or lies elsewhere is an error.
pub fn logo(directory: &Directory, settings: &Settings, findings: &mut Findings) -> Option<Logo> {
    let named = settings.agency.logo.as_ref()?;
    let name = named.value.trim();
    let is_beside = !name.starts_with('.') && !name.contains(['/', '\\', ':']);
    let most = Logo::MOST / 1024;
    let unusable = |findings: &mut Findings| {
        let name = name.to_owned();
        findings.error(named.origin, Problem::LogoUnusable { name, most });
        None
    };
    // What a link leads to may be anybody's: every page would hand it out.
    if !is_beside || directory.is_link(name) || directory.size(name) > Logo::MOST {
        return unusable(findings);
    }
    match directory.bytes(name) {
        Ok(Some(bytes)) => Logo::of(bytes).or_else(|| unusable(findings)),
        Ok(None) => {
            let name = name.to_owned();
            findings.warning(named.origin, Problem::LogoMissing { name });
            None
        }
        Err(_) => unusable(findings),
    }
}
