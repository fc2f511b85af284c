//! The reports of a site: which there are, what their files are called, and where each leads.

use super::super::{Kind, Order};
use super::known::Known;
use super::{SiteOrder, kind};
use crate::records::time::{Month, Period};
use crate::render::Options;
use crate::render::site::{TREND, Way};
use crate::report::model::Edition;
use crate::report::{month_in_words, period_in_words};
use crate::words::report_site::SiteText;
use crate::words::{Lang, Say};

/// The reports that every month has, in the order in which they stand.
const OF_MONTH: [(&str, SiteText); 3] = [
    ("monthly", SiteText::Monthly),
    ("brief", SiteText::Brief),
    ("notice", SiteText::Notice),
];

/// A report of the site.
pub(super) struct SitePage {
    pub(super) kind: &'static Kind,
    pub(super) period: Period,
    /// Whether its time stands alone.
    is_alone: bool,
    /// The programme, person or unit that it is about.
    about: Option<String>,
    pub(super) file: String,
    /// What it is called among its like.
    pub(super) title: String,
    /// What is searched for beside that.
    lead: String,
}

/// The file of a report, by its name and what it is about.
pub(super) fn file(kind: &str, about: &str) -> String {
    format!("{kind}/{about}.html")
}

/// Every report of a site: those of the months from the oldest, of the survey, of programmes, of units, of people.
pub(super) fn leaves(order: &SiteOrder<'_>, known: &Known) -> Vec<SitePage> {
    let ((first, last), lang) = (order.months, order.lang);
    let mut all = Vec::new();
    let mut of_month = OF_MONTH;
    // What is written for citizens leads where they read.
    if order.edition == Edition::Public {
        of_month.reverse();
    }
    for month in first.to(last) {
        for (name, title) in &of_month {
            all.push(SitePage {
                kind: kind(name),
                period: Period::month(month),
                is_alone: false,
                about: None,
                file: file(name, &month.to_string()),
                title: title.text(lang),
                lead: month_in_words(month, lang),
            });
        }
    }
    all.extend(surveys(order));
    let about = |name: &'static str, id: &str, title: &str| SitePage {
        kind: kind(name),
        period: Period::month(last),
        is_alone: false,
        about: Some(id.to_owned()),
        file: file(name, id),
        title: title.to_owned(),
        lead: String::new(),
    };
    all.extend(
        known
            .programmes
            .iter()
            .map(|one| about("training", &one.id, &one.title)),
    );
    let units = known.units.iter();
    all.extend(units.map(|(code, name)| about("unit", code, name)));
    all.extend(known.people.iter().map(|one| about("staff", &one.id, &one.name)));
    all
}

/// The reports of the survey: of each quarter and year that the records tell in full. For everybody the time never stands
/// alone: what it tells of is that of the monthly reports, and less than it, by subtraction, nobody can find.
fn surveys(order: &SiteOrder<'_>) -> Vec<SitePage> {
    let ((first, last), lang) = (order.months, order.lang);
    let is_public = order.edition == Edition::Public;
    let leaf = |period: Period, words: String| SitePage {
        kind: kind("satisfaction"),
        period,
        is_alone: !is_public,
        about: None,
        file: file("satisfaction", &period.to_string()),
        title: words.clone(),
        lead: SiteText::Surveys.text(lang),
    };
    let mut all = Vec::new();
    for month in first.to(last) {
        let ending = [Period::quarter(month), Period::year(month)];
        let ending = ending.into_iter().filter(|period| period.last_month() == month);
        if is_public {
            let up_to = |month| {
                SiteText::YearUpTo {
                    month: month_in_words(month, lang),
                }
                .text(lang)
            };
            all.extend(ending.take(1).map(|_| leaf(Period::month(month), up_to(month))));
            continue;
        }
        let whole = ending.filter(|period| period.first_month() >= first);
        all.extend(whole.map(|period| leaf(period, period_in_words(period, lang))));
    }
    all
}

/// Where the head of a page leads: to its like before and after it, and of a month to the other reports of that month.
pub(super) fn ways(leaves: &[SitePage], number: usize, lang: Lang) -> Vec<Way> {
    let own = &leaves[number];
    let way = |words: String, leaf: &SitePage| Way {
        words,
        file: leaf.file.clone(),
    };
    if own.about.is_some() {
        return Vec::new();
    }
    let like =
        |leaf: &&SitePage| leaf.kind.name == own.kind.name && leaf.period.months() == own.period.months();
    let name = |leaf: &SitePage| period_in_words(leaf.period, lang);
    let before = leaves[..number].iter().rev().find(like);
    let after = leaves[number + 1..].iter().find(like);
    let mut ways = Vec::new();
    ways.extend(before.map(|leaf| way(format!("← {}", name(leaf)), leaf)));
    ways.extend(after.map(|leaf| way(format!("{} →", name(leaf)), leaf)));
    let month = own.period.in_one_month().filter(|_| own.is_of_any_month());
    let beside = leaves.iter().filter(|leaf| {
        let is_same = month.is_some_and(|month| leaf.is_of_month(month));
        is_same && leaf.kind.name != own.kind.name
    });
    ways.extend(beside.map(SitePage::way));
    ways.push(Way {
        words: SiteText::Trend.text(lang),
        file: TREND.to_owned(),
    });
    ways
}

impl SitePage {
    /// Whether it is one of the reports that every month has.
    fn is_of_any_month(&self) -> bool {
        OF_MONTH.iter().any(|(name, _)| *name == self.kind.name)
    }

    /// Whether it is one of the reports that a month has.
    pub(super) fn is_of_month(&self, month: Month) -> bool {
        self.is_of_any_month() && self.period.last_month() == month
    }

    /// The way to it, by what it is called among its like.
    pub(super) fn way(&self) -> Way {
        Way {
            words: self.title.clone(),
            file: self.file.clone(),
        }
    }

    /// What it is called among all pages.
    pub(super) fn found_as(&self) -> String {
        match self.lead.is_empty() {
            true => self.title.clone(),
            false => format!("{}, {}", self.title, self.lead),
        }
    }

    /// How it is asked for.
    pub(super) fn order(&self, site: &SiteOrder<'_>) -> Order {
        let months = [self.period.first_month(), self.period.last_month()];
        Order {
            report: self.kind.name.to_owned(),
            about: self.about.clone(),
            months: months.map(|month| month.to_string()),
            alone: self.is_alone,
            as_of: self.period.last_day().to_string(),
            lang: site.lang.code().to_owned(),
            edition: site.edition.code().to_owned(),
            format: "html".to_owned(),
            excel: false,
            table: None,
            full: false,
            width: Options::default().width,
            printing: 1,
            moved: 0,
        }
    }
}
