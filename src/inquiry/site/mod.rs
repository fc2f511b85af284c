//! A site of everything that is recorded: which pages it has, and how each is made, by the one way of making reports.

mod known;
mod page;

use super::Kind;
use crate::diagnostic::Findings;
use crate::files::Directory;
use crate::headway::Headway;
use crate::load::Office;
use crate::queue;
use crate::records::time::{Day, Month};
use crate::render::site::{self, Findable, INDEX, Index, IndexGroup, Surroundings, TREND, Way};
use crate::report::model::{Edition, Report, Table};
use crate::report::trend::{MonthPoints, trend};
use crate::report::{day_in_words, month_in_words};
use crate::words::report_edition::EditionText;
use crate::words::report_site::SiteText;
use crate::words::{Lang, Say};
use known::Known;
use page::{SitePage, leaves};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

pub use known::months;

/// What a site is made of.
pub struct SiteOrder<'a> {
    /// The record directory.
    pub directory: &'a Directory,
    /// Settings and rules.
    pub office: &'a Office,
    /// The first and the last month that it tells of.
    pub months: (Month, Month),
    /// The day on which it is asked for.
    pub today: Day,
    /// The language of its pages.
    pub lang: Lang,
    /// For whom it is.
    pub edition: Edition,
    /// How far the work is.
    pub progress: &'a Headway,
}

/// A page of a report, and what the others need of it.
struct Made {
    bytes: Vec<u8>,
    /// The pages about what it names.
    about: BTreeSet<String>,
    /// The words by which it is found: of its headings, and of what its rows are about.
    words: BTreeSet<String>,
    /// What a monthly report gives to the figures from month to month.
    points: Option<MonthPoints>,
    agency: String,
}

/// The pages of a site by their files; `None` where one cannot be made, which is told.
///
/// # Errors
/// When a page cannot be written.
pub fn pages(
    order: &SiteOrder<'_>,
    findings: &mut Findings,
) -> io::Result<Option<BTreeMap<String, Vec<u8>>>> {
    let Some(known) = Known::of(order, findings) else {
        return Ok(None);
    };
    let leaves = leaves(order, &known);
    let named = named(&known);
    order.progress.begin(leaves.len());
    let made = queue::run(queue::threads(true), leaves.len(), |number| {
        let mut findings = Findings::new();
        let made = order.page(&leaves, number, &named, &mut findings);
        order.progress.step();
        (made, findings)
    });
    let mut pages = Vec::new();
    for (page, told) in made {
        findings.append(told);
        pages.push(page?);
    }
    // Where one cannot be made, somebody has told why.
    let Some(pages) = pages.into_iter().collect::<Option<Vec<Made>>>() else {
        return Ok(None);
    };
    let agency = pages.first().map_or(String::new(), |page| page.agency.clone());
    let index = order.index(&agency, (&leaves, &pages), &known);
    let points: Vec<MonthPoints> = pages.iter().filter_map(|page| page.points.clone()).collect();
    let mut out = BTreeMap::new();
    let all = leaves.iter().map(|leaf| leaf.file.clone());
    out.extend(all.zip(pages.into_iter().map(|page| page.bytes)));
    let (mut first, mut figures) = (Vec::new(), Vec::new());
    site::index(&index, order.lang, &mut first)?;
    let frame = Surroundings {
        file: TREND,
        ways: vec![order.home()],
        named: &named,
    };
    site::trend(
        &trend(&agency, &points, order.lang),
        &frame,
        order.lang,
        &mut figures,
    )?;
    out.insert(INDEX.to_owned(), first);
    out.insert(TREND.to_owned(), figures);
    Ok(Some(out))
}

/// The pages about programmes, units and people, by what cells of reports say: their ids, and the names that one alone bears.
fn named(known: &Known) -> BTreeMap<String, String> {
    let programmes = known
        .programmes
        .iter()
        .map(|one| (one.id.clone(), page::file("training", &one.id)));
    let mut named: BTreeMap<String, String> = programmes.collect();
    let units = known.units.iter();
    named.extend(units.map(|(code, _)| (code.clone(), page::file("unit", code))));
    for one in &known.people {
        let file = page::file("staff", &one.id);
        let is_alone = known.people.iter().filter(|other| other.name == one.name).count() == 1;
        if is_alone {
            named.insert(one.name.clone(), file.clone());
        }
        named.insert(one.id.clone(), file);
    }
    named
}

impl SiteOrder<'_> {
    /// The way to the first page.
    fn home(&self) -> Way {
        Way {
            words: SiteText::Contents.text(self.lang),
            file: INDEX.to_owned(),
        }
    }

    /// The page of one of the reports.
    fn page(
        &self,
        leaves: &[SitePage],
        number: usize,
        named: &BTreeMap<String, String>,
        findings: &mut Findings,
    ) -> io::Result<Option<Made>> {
        let leaf = &leaves[number];
        let order = leaf.order(self);
        let Some(mut report) = order.whole((self.directory, self.office), self.today, findings) else {
            return Ok(None);
        };
        let is_monthly = leaf.kind.name == "monthly";
        let points = is_monthly.then(|| MonthPoints::of(&report, self.lang));
        order.shorten(&mut report);
        let ways = [self.home()]
            .into_iter()
            .chain(page::ways(leaves, number, self.lang));
        let frame = Surroundings {
            file: &leaf.file,
            ways: ways.collect(),
            named,
        };
        let mut bytes = Vec::new();
        site::page(&report, &frame, &mut bytes)?;
        Ok(Some(Made {
            bytes,
            about: about(&report, named),
            words: words(leaf.kind, &report, self.lang),
            points,
            agency: report.agency,
        }))
    }

    /// The first page.
    fn index(&self, agency: &str, (leaves, pages): (&[SitePage], &[Made]), known: &Known) -> Index {
        let (_, last) = self.months;
        let whom = match self.edition {
            Edition::Office => vec![SiteText::ForOffice.text(self.lang)],
            Edition::Public => vec![
                SiteText::ForEverybody.text(self.lang),
                EditionText::Compared.text(self.lang),
            ],
        };
        let day = day_in_words(last.last(), self.lang);
        let titles: BTreeMap<&str, &str> = leaves.iter().map(|leaf| (&*leaf.file, &*leaf.title)).collect();
        let found = leaves.iter().zip(pages).map(|(leaf, page)| {
            let words = page.about.iter().filter_map(|file| titles.get(&**file).copied());
            let words = words.filter(|title| *title != leaf.title);
            Findable {
                title: leaf.found_as(),
                file: leaf.file.clone(),
                words: words
                    .chain(page.words.iter().map(String::as_str))
                    .collect::<Vec<_>>()
                    .join(" "),
            }
        });
        Index {
            agency: agency.to_owned(),
            told: [SiteText::Told { day }.text(self.lang)]
                .into_iter()
                .chain(whom)
                .collect(),
            groups: self.groups(leaves, known),
            pages: found.collect(),
        }
    }

    /// The pages of each kind, those of the newest time first.
    fn groups(&self, leaves: &[SitePage], known: &Known) -> Vec<IndexGroup> {
        let of = |kind: &'static str| leaves.iter().filter(move |leaf| leaf.kind.name == kind);
        let figures = Way {
            words: SiteText::Trend.text(self.lang),
            file: TREND.to_owned(),
        };
        let months: BTreeSet<Month> = of("monthly").map(|leaf| leaf.period.last_month()).collect();
        let months = months.into_iter().rev().map(|month| {
            let own = leaves.iter().filter(|leaf| leaf.is_of_month(month));
            (self.month(month), own.map(SitePage::way).collect())
        });
        let surveys = by(of("satisfaction").map(|leaf| (leaf.period.last_month().year(), leaf)));
        let surveys = surveys
            .into_iter()
            .rev()
            .map(|(year, ways)| (year.to_string(), ways));
        let programmes = by(known.programmes.iter().map(|one| one.month).zip(of("training")));
        let programmes = programmes.into_iter().rev();
        let programmes = programmes.map(|(month, ways)| (self.month(month), ways));
        let units = known.people.iter().map(|one| one.unit.unwrap_or(u32::MAX));
        let people = by(units.zip(of("staff"))).into_iter();
        let people = people.map(|(number, ways)| (self.unit(known, number), ways));
        let months = [(String::new(), vec![figures])].into_iter().chain(months);
        let mut groups = vec![
            group(SiteText::Months, months.collect(), true),
            group(SiteText::Surveys, surveys.collect(), true),
            group(SiteText::Programmes, programmes.collect(), false),
            group(
                SiteText::Units,
                vec![(String::new(), of("unit").map(SitePage::way).collect())],
                false,
            ),
            group(SiteText::People, people.collect(), false),
        ];
        groups.retain(|group| group.lines.iter().any(|(_, ways)| !ways.is_empty()));
        groups
    }

    fn month(&self, month: Month) -> String {
        month_in_words(month, self.lang)
    }

    fn unit(&self, known: &Known, number: u32) -> String {
        let name = known.units.get(number as usize);
        let name = name.map(|(_, name)| name.clone());
        name.unwrap_or_else(|| SiteText::NoUnit.text(self.lang))
    }
}

fn group(title: SiteText, lines: Vec<(String, Vec<Way>)>, is_short: bool) -> IndexGroup {
    IndexGroup {
        title,
        lines,
        is_short,
    }
}

/// The ways to pages, by what they are gathered under.
fn by<'l, K: Ord>(pages: impl Iterator<Item = (K, &'l SitePage)>) -> BTreeMap<K, Vec<Way>> {
    let mut all: BTreeMap<K, Vec<Way>> = BTreeMap::new();
    for (key, page) in pages {
        all.entry(key).or_default().push(page.way());
    }
    all
}

/// The pages about what a report names.
fn about(report: &Report, named: &BTreeMap<String, String>) -> BTreeSet<String> {
    let cells = report.tables().flat_map(|table| table.rows.iter().flatten());
    let files = cells.filter_map(|value| named.get(&*value.data()).or_else(|| named.get(value.label())));
    files.cloned().collect()
}

/// The words by which a page is found: the names of its report, those of its headings and of the first cell of each row,
/// and what people say for it.
fn words(kind: &Kind, report: &Report, lang: Lang) -> BTreeSet<String> {
    let titles = report.sections.iter().map(|section| section.title.clone());
    let titles = titles.chain(report.tables().map(|table| table.title.clone()));
    let first = |table: &Table| table.columns.iter().position(|column| !column.is_hidden);
    let rows = report.tables().flat_map(|table| {
        let first = first(table).unwrap_or_default();
        let cells = table.rows.iter().filter_map(move |row| row.get(first));
        cells.map(|value| value.label().to_owned())
    });
    let tells_of_complaints = report.tables().any(|table| table.id.contains("complaints"));
    let said = tells_of_complaints.then(|| SiteText::SaidForComplaints.text(lang));
    let all = [kind.named(lang).to_owned()].into_iter();
    let all = all.chain(titles).chain(rows).chain(said);
    let apart = |text: String| {
        let parts = text.to_lowercase();
        let parts = parts.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
        let long = parts.filter(|part| part.chars().any(char::is_alphabetic) && part.chars().count() > 1);
        long.map(str::to_owned).collect::<Vec<_>>()
    };
    all.flat_map(apart).collect()
}

/// The report of that name.
fn kind(name: &str) -> &'static Kind {
    let found = super::KINDS.iter().find(|kind| kind.name == name);
    found.unwrap_or(&super::MONTHLY)
}
