//! Writes a complete record directory of invented people, as large and as old as asked for.
//!
//!     generate DIR --scale S|city|province|N --years 5 --until 2026-10 [--seed 1] [--class 20] [--rules data/rules]
//!
//! The same options always give the same bytes. Nothing is remembered between rows: a person, a
//! programme or a complaint is a function of the seed and its number, so months are written
//! independently of each other, on all processors, with a few buffers of memory at any scale.
//!
//!     World ─┬─ Person     staff.csv postings.csv contracts.csv evaluations/
//!            ├─ Programme  trainings/ participation/ responses/umpan-balik/
//!            └─ month      responses/skm/ complaints/ handling/
#![expect(
    clippy::disallowed_methods,
    reason = "the rule that writes are all or nothing protects records, not a directory made from nothing"
)]

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

// What one kecamatan is and what a year brings it; `--scale` multiplies all of it.
const STAFF: u64 = 100;
const UNITS: u64 = 10;
const PARTICIPATIONS: u64 = 600;
const COMPLAINTS: u64 = 30;
const SURVEY_ROWS: u64 = 200;
/// Units of a kecamatan from this one on serve the public: the service counter and five kelurahan.
const FIRST_PUBLIC_UNIT: u64 = 4;
/// No batch of anonymous answers may be smaller (rule `privacy`).
const MIN_GROUP: u64 = 5;

fn main() -> io::Result<()> {
    generate(std::env::args().skip(1))
}

/// Writes the directory that the words of a command line ask for.
pub(crate) fn generate(words: impl Iterator<Item = String>) -> io::Result<()> {
    let options = Options::parse(words)?;
    let world = World::new(&options);
    let out = Directory::create(&options.dir)?;
    write_settings(&out, &world)?;
    write_questionnaires(&out)?;
    copy_rules(&out, &options.rules)?;
    run_all(&jobs(&world), |job| job.run(&out, &world))
}

// ---------------------------------------------------------------- options

/// The command line, checked.
struct Options {
    dir: PathBuf,
    rules: PathBuf,
    scale: u64,
    years: u64,
    until: Month,
    seed: u64,
    class: u64,
}

impl Options {
    /// Reads the command line by hand: the program must build with the standard library alone.
    fn parse(mut args: impl Iterator<Item = String>) -> io::Result<Self> {
        let mut dir = None;
        let mut options = Self {
            dir: PathBuf::new(),
            rules: PathBuf::from("data/rules"),
            scale: 1,
            years: 5,
            until: Month::new(2026, 10),
            seed: 1,
            class: 20,
        };
        while let Some(arg) = args.next() {
            if !arg.starts_with("--") {
                dir = Some(PathBuf::from(arg));
                continue;
            }
            let value = args
                .next()
                .ok_or_else(|| usage(&format!("{arg} needs a value")))?;
            match arg.as_str() {
                "--rules" => options.rules = PathBuf::from(value),
                "--scale" => options.scale = scale(&value)?,
                "--years" => options.years = number(&value)?,
                "--until" => options.until = Month::parse(&value)?,
                "--seed" => options.seed = number(&value)?,
                "--class" => options.class = number(&value)?,
                _ => return Err(usage(&format!("unknown option {arg}"))),
            }
        }
        options.dir = dir.ok_or_else(|| usage("the directory to write is missing"))?;
        let in_range = (1..=90_000).contains(&options.scale)
            && (1..=100).contains(&options.years)
            && (MIN_GROUP * 2..=PARTICIPATIONS / 12).contains(&options.class);
        if in_range {
            Ok(options)
        } else {
            Err(usage("a number is out of range"))
        }
    }
}

/// Turns the name of a scale, or a plain number, into a number of kecamatan.
fn scale(text: &str) -> io::Result<u64> {
    match text {
        "S" => Ok(1),
        "city" => Ok(150),
        "province" => Ok(5_000),
        "nation" => Ok(47_000),
        _ => number(text),
    }
}

/// Reads a whole number, naming what was wrong with it.
fn number(text: &str) -> io::Result<u64> {
    text.parse()
        .map_err(|_| usage(&format!("not a whole number: {text}")))
}

/// An error that also says how the program is called.
fn usage(message: &str) -> io::Error {
    let form = "generate DIR --scale S|city|province|nation|N --years 5 --until 2026-10 \
                [--seed 1] [--class 10..50] [--rules DIR]";
    io::Error::new(io::ErrorKind::InvalidInput, format!("{message}\nusage: {form}"))
}

// ---------------------------------------------------------------- chance

/// Splitmix64: small, fast, and good enough for invented records.
struct Rng(u64);

impl Rng {
    /// A stream of its own for each kind of thing and its number; this is what makes every record
    /// computable without its neighbours.
    fn at(seed: u64, kind: Kind, major: u64, minor: u64) -> Self {
        let mut rng = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (kind as u64) << 56);
        rng.0 ^= rng.next().wrapping_add(major);
        rng.0 ^= rng.next().wrapping_add(minor);
        rng
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to below `n`, by multiplication instead of a slow division.
    fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u64
    }

    fn between(&mut self, range: RangeInclusive<i64>) -> i64 {
        range.start() + self.below((range.end() - range.start() + 1) as u64) as i64
    }

    fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize]
    }
}

/// The kinds of records that draw from streams of their own.
#[derive(Clone, Copy)]
enum Kind {
    Id = 1,
    Person,
    Programme,
    Participation,
    Evaluation,
    Feedback,
    Survey,
    Complaint,
    ComplaintId,
}

/// The `index`-th of `count` ascending distinct numbers below `space`, spread at random: minted
/// keys look opaque, yet files come out sorted without sorting.
fn spread(world: &World, kind: Kind, major: u64, index: u64, count: u64, space: u64) -> u64 {
    let stride = space / count.max(1);
    index * stride + Rng::at(world.seed, kind, major, index).below(stride)
}

/// Writes a number in Crockford's base 32, in lower case and as many characters as asked for.
fn crockford(mut value: u64, length: usize) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut text = vec![b'0'; length];
    for place in text.iter_mut().rev() {
        *place = DIGITS[(value % 32) as usize];
        value /= 32;
    }
    text.into_iter().map(char::from).collect()
}

// ---------------------------------------------------------------- time

/// Days since 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Day(i64);

impl Day {
    /// Howard Hinnant's `days_from_civil`.
    fn new(year: i64, month: i64, day: i64) -> Self {
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Howard Hinnant's `civil_from_days`.
    fn civil(self) -> (i64, i64, i64) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        (
            yoe + era * 400 + i64::from(month <= 2),
            month,
            doy - (153 * mp + 2) / 5 + 1,
        )
    }

    fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }
}

impl Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// An optional cell: empty means not known.
struct Known<T>(Option<T>);

impl<T: Display> Display for Known<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.as_ref().map_or(Ok(()), |value| value.fmt(f))
    }
}

/// Months since year 0, so that neighbours are one apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Month(i64);

impl Month {
    const fn new(year: i64, month: i64) -> Self {
        Self(year * 12 + month - 1)
    }

    fn parse(text: &str) -> io::Result<Self> {
        let wrong = || usage(&format!("not a month like 2026-10: {text}"));
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        let (year, month) = (
            year.parse().map_err(|_| wrong())?,
            month.parse().map_err(|_| wrong())?,
        );
        let valid = (1900..=2200).contains(&year) && (1..=12).contains(&month);
        if valid {
            Ok(Self::new(year, month))
        } else {
            Err(wrong())
        }
    }

    fn year(self) -> i64 {
        self.0.div_euclid(12)
    }

    fn first(self) -> Day {
        Day::new(self.year(), self.0.rem_euclid(12) + 1, 1)
    }

    fn last(self) -> Day {
        self.plus(1).first().plus(-1)
    }

    fn plus(self, months: i64) -> Self {
        Self(self.0 + months)
    }

    /// Shares `yearly` things out over twelve months so that every year has exactly that many.
    fn share(self, yearly: u64) -> u64 {
        let done = |month: u64| month * yearly / 12;
        done(self.0 as u64 + 1) - done(self.0 as u64)
    }
}

impl Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.0.rem_euclid(12) + 1)
    }
}

// ---------------------------------------------------------------- the office

/// What the options say, in the numbers that everything else is computed from.
struct World {
    seed: u64,
    kecamatan: u64,
    staff: u64,
    class: u64,
    first: Month,
    until: Month,
}

impl World {
    fn new(options: &Options) -> Self {
        Self {
            seed: options.seed,
            kecamatan: options.scale,
            staff: options.scale * STAFF,
            class: options.class,
            first: options.until.plus(1 - 12 * options.years as i64),
            until: options.until,
        }
    }

    /// The last day that anything in the directory may speak of.
    fn end(&self) -> Day {
        self.until.last()
    }

    fn months(&self) -> impl Iterator<Item = Month> {
        (self.first.0..=self.until.0).map(Month)
    }

    fn staff_id(&self, index: u64) -> String {
        format!(
            "p{}",
            crockford(spread(self, Kind::Id, 0, index, self.staff, 1 << 35), 7)
        )
    }

    /// Somebody of the office itself, for the columns that name one: each tenth person is a PNS.
    fn official(&self, rng: &mut Rng) -> u64 {
        rng.below(self.staff / 10) * 10
    }

    fn programmes(&self, month: Month) -> u64 {
        month.share(self.kecamatan * PARTICIPATIONS / self.class)
    }
}

/// The code of a unit: the kecamatan itself, or one of its nine parts.
fn unit_code(index: u64) -> String {
    match (index / UNITS + 1, index % UNITS) {
        (kecamatan, 0) => format!("k{kecamatan:05}"),
        (kecamatan, part) => format!("k{kecamatan:05}-{part}"),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Employment {
    Pns,
    Cpns,
    Pppk,
    PartTime,
    External,
}

impl Employment {
    /// Deals the mix out exactly within each hundred people; each tenth is a PNS.
    fn deal(index: u64) -> Self {
        let place = index % 100;
        if place.is_multiple_of(10) {
            return Self::Pns;
        }
        match (place - place / 10 - 1) * 7 % 90 {
            0..60 => Self::Pns,
            60..65 => Self::Cpns,
            65..85 => Self::Pppk,
            85..89 => Self::PartTime,
            _ => Self::External,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Pns => "pns",
            Self::Cpns => "cpns",
            Self::Pppk => "pppk",
            Self::PartTime => "pppk-part-time",
            Self::External => "external",
        }
    }

    fn by_contract(self) -> bool {
        matches!(self, Self::Pppk | Self::PartTime)
    }
}

/// What the other tables need to know of a person.
struct Person {
    index: u64,
    employment: Employment,
    born: Day,
    joined: Day,
    woman: bool,
    unit: u64,
    status: &'static str,
    /// A second posting: the day, the unit, the status.
    moved: Option<(Day, u64, &'static str)>,
    /// What is left of this person's chance, for the texts.
    rng: Rng,
}

impl Person {
    /// Birthdays come from a prime number of days, so birthday and serial number of a NIP together
    /// never repeat below ten million people.
    const BIRTHDAYS: u64 = 10_007;

    fn new(world: &World, index: u64) -> Self {
        let mut rng = Rng::at(world.seed, Kind::Person, 0, index);
        let employment = Employment::deal(index);
        let born = Day::new(1970, 1, 1).plus((index * 4_201 % Self::BIRTHDAYS) as i64);
        let joined = joining_day(world, employment, born, &mut rng);
        let units = world.kecamatan * UNITS;
        Self {
            index,
            employment,
            born,
            joined,
            woman: rng.percent(50),
            unit: rng.below(units),
            status: match rng.below(100) {
                0..95 => "active",
                95..97 => "study",
                97 => "leave",
                98 => "seconded",
                _ => "active",
            },
            moved: second_posting(world, joined, &mut rng),
            rng,
        }
    }

    /// Whether this person works here on that day.
    fn here(&self, day: Day) -> bool {
        let gone = |(since, _, status): (Day, u64, &str)| since <= day && status == "retired";
        self.employment != Employment::External && self.joined <= day && !self.moved.is_some_and(gone)
    }

    /// Birth date, year of appointment, month (PNS) or code from 21 (PPPK), sex, serial number.
    fn nip(&self) -> String {
        if self.employment == Employment::External {
            return String::new();
        }
        let (year, month, day) = self.born.civil();
        let (appointed, in_month, _) = self.joined.civil();
        let code = if self.employment.by_contract() {
            21
        } else {
            in_month
        };
        let sex = 1 + u8::from(self.woman);
        let serial = self.index / Self::BIRTHDAYS % 999 + 1;
        format!("{year:04}{month:02}{day:02}{appointed:04}{code:02}{sex}{serial:03}")
    }

    /// The head of ten is led by the head of the hundred, who is led by the first of all.
    fn supervisor(&self) -> Option<u64> {
        let above = [self.index / 10 * 10, self.index / 100 * 100, 0];
        above.into_iter().find(|&leader| leader != self.index)
    }
}

/// A PNS joined long ago, a CPNS within the last months, the others within the last years.
fn joining_day(world: &World, employment: Employment, born: Day, rng: &mut Rng) -> Day {
    let year = match employment {
        Employment::Pns => rng.between(born.civil().0 + 22..=2020),
        Employment::Cpns => return world.until.plus(-rng.between(0..=18)).first(),
        Employment::Pppk => rng.between(2020..=2024),
        Employment::PartTime => rng.between(2024..=2025),
        Employment::External => 2015,
    };
    Day::new(year, rng.between(1..=12), 1)
}

/// A fifth of all people moved once within the five years before the end, some of them out.
fn second_posting(world: &World, joined: Day, rng: &mut Rng) -> Option<(Day, u64, &'static str)> {
    let draw = rng.below(100);
    let since = world.end().plus(-rng.between(1..=1_800));
    let unit = rng.below(world.kecamatan * UNITS);
    let status = if draw == 0 { "retired" } else { "active" };
    (draw < 20 && since > joined).then_some((since, unit, status))
}

// ---------------------------------------------------------------- programmes

/// Slug, title, method, mode and competency; in the byte order of the slugs.
#[rustfmt::skip]
const TOPICS: [(&str, &str, &str, &str, &str); 12] = [
    ("arsip", "Pengelolaan Arsip Dinamis", "KL10", "classroom", "arsip"),
    ("bencana", "Tanggap Bencana Kecamatan", "KL07", "classroom", "kebencanaan"),
    ("bendahara", "Penatausahaan Bendahara Kelurahan", "KL03", "classroom", "keuangan"),
    ("data", "Pemutakhiran Data Kependudukan", "KL10", "hybrid", "kependudukan"),
    ("ekinerja", "Penilaian Kinerja Elektronik", "NKL04", "online", "digital"),
    ("etika", "Etika dan Perilaku ASN", "KL05", "classroom", "integritas"),
    ("keamanan", "Keamanan Data Pribadi", "KL06", "webinar", "digital"),
    ("mediasi", "Mediasi Warga", "KL08", "classroom", "komunikasi"),
    ("pengaduan", "Pengelolaan Pengaduan Warga", "KL11", "online", "pelayanan"),
    ("prima", "Pelayanan Prima", "KL10", "classroom", "pelayanan"),
    ("surat", "Tata Naskah Dinas", "KL08", "online", "arsip"),
    ("tte", "Tanda Tangan Elektronik", "KL06", "webinar", "digital"),
];

/// Code, name and kind of each competency.
#[rustfmt::skip]
const COMPETENCIES: [(&str, &str, &str); 8] = [
    ("arsip", "Kearsipan", "teknis"),
    ("digital", "Literasi digital", "teknis"),
    ("integritas", "Integritas", "manajerial"),
    ("kebencanaan", "Penanggulangan bencana", "teknis"),
    ("kependudukan", "Administrasi kependudukan", "teknis"),
    ("keuangan", "Penatausahaan keuangan", "teknis"),
    ("komunikasi", "Komunikasi", "manajerial"),
    ("pelayanan", "Pelayanan publik", "manajerial"),
];

/// JP in halves, so that 4.5 is a whole number too.
const HALF_JP: [i64; 10] = [4, 6, 8, 8, 9, 10, 12, 15, 16, 20];

/// One training document and what its participants have in common.
struct Programme {
    month: Month,
    number: u64,
    id: String,
    topic: usize,
    half_jp: i64,
    test_max: i64,
    start: Day,
    end: Day,
    status: &'static str,
    evidence: bool,
    answered: bool,
}

impl Programme {
    /// Topics follow the number, so that ids ascend with it.
    fn new(world: &World, month: Month, number: u64) -> Self {
        let mut rng = Rng::at(world.seed, Kind::Programme, month.0 as u64, number);
        let count = world.programmes(month);
        let topics = TOPICS.len() as u64;
        let topic = ((number * topics + rng.below(topics)) / count) as usize;
        let half_jp = rng.pick(&HALF_JP);
        let (start, end) = programme_days(month, half_jp, &mut rng);
        Self {
            month,
            number,
            id: format!(
                "{month}/{}-{number:0width$}",
                TOPICS[topic].0,
                width = count.to_string().len()
            ),
            topic,
            half_jp,
            test_max: if rng.percent(10) { 50 } else { 100 },
            start,
            end,
            status: programme_status(world, end, &mut rng),
            evidence: rng.percent(30),
            answered: rng.percent(95),
        }
    }

    fn ended(&self, world: &World) -> bool {
        self.end <= world.end() && self.status != "cancelled"
    }

    fn jp(&self) -> Half {
        Half(self.half_jp)
    }
}

/// Most programmes begin and end in their month; one in twelve runs into the next.
fn programme_days(month: Month, half_jp: i64, rng: &mut Rng) -> (Day, Day) {
    if rng.below(12) == 0 {
        return (
            month.last().plus(-rng.between(0..=4)),
            month.last().plus(rng.between(1..=5)),
        );
    }
    let start = month.first().plus(rng.between(0..=24));
    (start, start.plus((half_jp - 1) / 16))
}

/// Done, unless cancelled, not over yet, or over but not closed by the clerk.
fn programme_status(world: &World, end: Day, rng: &mut Rng) -> &'static str {
    let draw = rng.below(100);
    let open = end > world.end() || (end >= world.until.first() && draw < 10);
    match draw {
        98.. => "cancelled",
        _ if open => "running",
        _ => "done",
    }
}

/// A number of halves, written as a decimal.
#[derive(Clone, Copy)]
struct Half(i64);

impl Display for Half {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}{}", self.0 / 2, if self.0 % 2 == 0 { "" } else { ".5" })
    }
}

/// The document of a programme, with its keys in their declared order.
fn training_document(world: &World, programme: &Programme) -> String {
    let (_, title, method, mode, competency) = TOPICS[programme.topic];
    let mut rng = Rng::at(
        world.seed,
        Kind::Programme,
        programme.month.0 as u64,
        !programme.number,
    );
    let (start, end, jp, status) = (programme.start, programme.end, programme.jp(), programme.status);
    let mut text = format!(
        "title = \"{title}\"\ntopics = [\"{competency}\"]\nmethod = \"{method}\"\nmode = \"{mode}\"\n\
         provider = \"BKPSDM\"\nstart = {start}\nend = {end}\njp = {jp}\n"
    );
    if programme.test_max != 100 {
        text += &format!("test_max = {}\n", programme.test_max);
    }
    text += &format!(
        "seats = {}\nstatus = \"{status}\"\nquestionnaires = [\"umpan-balik\"]\n",
        world.class
    );
    if programme.evidence {
        text += &format!("evidence = \"{}.pdf\"\nsha256 = \"", programme.id);
        (0..4).for_each(|_| text += &format!("{:016x}", rng.next()));
        text += "\"\n";
    }
    text += &format!(
        "\n[[competency]]\ncode = \"{competency}\"\nlevel = {}\n\n\
         [[instructor]]\nkey = \"w1\"\nstaff = \"{}\"\nexpertise = \"{title}\"\noutside = false\n\n\
         [[module]]\ntitle = \"{title}\"\njp = {jp}\nkind = \"theory\"\n\n\
         [[session]]\nkey = \"s1\"\ndate = {start}\nplace = \"Aula\"\nminutes = {}\n",
        rng.between(1..=4),
        world.staff_id(world.official(&mut rng)),
        programme.half_jp * 45 / 2,
    );
    text
}

/// One participant in each equal stretch of the staff list: ascending without sorting, from every
/// unit. A stretch in which nobody was here yet (history older than the staff) gives its first one.
fn participants(world: &World, programme: &Programme, rng: &mut Rng) -> Vec<u64> {
    let class = world.class.min(world.staff);
    let stretch = |place: u64| place * world.staff / class;
    let choose = |place: u64, draw: u64| {
        let (from, to) = (stretch(place), stretch(place + 1));
        let wished = from + draw % (to - from);
        let eligible = |&index: &u64| Person::new(world, index).here(programme.start);
        let known = |&index: &u64| Employment::deal(index) != Employment::External;
        (wished..to)
            .chain(from..wished)
            .find(eligible)
            .or_else(|| (from..to).find(known))
    };
    (0..class).filter_map(|place| choose(place, rng.next())).collect()
}

/// The rows of one programme in `participation/`.
fn write_participants(out: &mut impl Write, world: &World, programme: &Programme) -> io::Result<()> {
    let mut rng = Rng::at(
        world.seed,
        Kind::Participation,
        programme.month.0 as u64,
        programme.number,
    );
    for index in participants(world, programme, &mut rng) {
        write_participant(out, world, programme, index, &mut rng)?;
    }
    Ok(())
}

/// What became of a participant: status, and the reason of one who was absent.
fn participant_status(world: &World, programme: &Programme, rng: &mut Rng) -> (&'static str, &'static str) {
    let draw = rng.below(100);
    if programme.status == "cancelled" {
        return ("withdrawn", "");
    }
    if programme.end > world.end() {
        return (if draw < 30 { "confirmed" } else { "attending" }, "");
    }
    match draw {
        0..87 => ("completed", ""),
        87..93 => ("absent", rng.pick(&["duty", "duty", "sick", "leave", "no-word"])),
        93..96 => ("failed", ""),
        96..98 => ("awaiting-certificate", ""),
        _ => ("withdrawn", ""),
    }
}

fn write_participant(
    out: &mut impl Write,
    world: &World,
    programme: &Programme,
    index: u64,
    rng: &mut Rng,
) -> io::Result<()> {
    let (status, reason) = participant_status(world, programme, rng);
    let done = status == "completed";
    let initiative = rng.pick(&["self", "assigned", "", "", ""]);
    let recognised = (done && rng.percent(30)).then_some(programme.jp());
    let (pre, post) = test_scores(programme, status, rng);
    let verifier = world.official(rng);
    let verified = done && programme.evidence && verifier != index && rng.percent(50);
    write!(
        out,
        "{},{},{status},{reason},,{initiative},",
        programme.id,
        world.staff_id(index)
    )?;
    write!(out, "{},", Known(done.then_some(programme.end)))?;
    write!(
        out,
        "{},{},",
        Known(done.then_some(programme.jp())),
        Known(recognised)
    )?;
    write!(out, "{},{},,,,", Known(pre), Known(post))?;
    writeln!(out, "{},", Known(verified.then(|| world.staff_id(verifier))))
}

/// Scores before and after; some sat only one of the two tests, whoever stayed away sat none.
fn test_scores(programme: &Programme, status: &str, rng: &mut Rng) -> (Option<Half>, Option<Half>) {
    let unit = programme.test_max / 50;
    let before = rng.between(20..=60) * unit + rng.between(0..=1);
    let after = (before + rng.between(-5..=40) * unit).min(programme.test_max * 2);
    let draw = rng.below(100);
    let sat = matches!(status, "completed" | "failed" | "awaiting-certificate");
    let pre = (sat && draw >= 4).then_some(Half(before));
    (pre, (sat && !(4..10).contains(&draw)).then_some(Half(after)))
}

// ---------------------------------------------------------------- answers

/// Keys and texts of the participants' questionnaire.
#[rustfmt::skip]
const FEEDBACK_ITEMS: [(&str, &str, &str); 6] = [
    ("materi", "Materi sesuai kebutuhan kerja", "The content fits my work"),
    ("pengajar", "Pengajar menguasai materi", "The instructor masters the content"),
    ("metode", "Metode membantu belajar", "The method helps learning"),
    ("sarana", "Sarana memadai", "Facilities are adequate"),
    ("layanan", "Penyelenggara melayani dengan baik", "The organisers serve well"),
    ("manfaat", "Hasilnya dapat dipakai", "I can use what I learned"),
];

/// The nine elements of the public survey.
#[rustfmt::skip]
const ELEMENTS: [(&str, &str, &str); 9] = [
    ("persyaratan", "Kesesuaian persyaratan", "Requirements"),
    ("prosedur", "Kemudahan prosedur", "Procedure"),
    ("waktu", "Kecepatan waktu", "Time"),
    ("biaya", "Kewajaran biaya", "Cost"),
    ("produk", "Kesesuaian produk", "Product"),
    ("kompetensi", "Kemampuan petugas", "Competence"),
    ("perilaku", "Kesopanan petugas", "Behaviour"),
    ("pengaduan", "Penanganan pengaduan", "Complaint handling"),
    ("sarana", "Kualitas sarana", "Facilities"),
];

/// Key, text and categories of what the public survey asks about the person.
#[rustfmt::skip]
const PROFILE: [(&str, &str, &[&str]); 4] = [
    ("sex", "Jenis kelamin", &["m", "f"]),
    ("age", "Usia", &["17-25", "26-40", "41-60", "61"]),
    ("education", "Pendidikan", &["sma", "d3", "s1", "s2"]),
    ("occupation", "Pekerjaan", &["asn", "swasta", "wira", "lain"]),
];

/// Code and name of each service.
#[rustfmt::skip]
const SERVICES: [(&str, &str); 5] = [
    ("izin", "Rekomendasi izin usaha mikro"),
    ("kk", "Pengantar kartu keluarga"),
    ("ktp", "Perekaman KTP elektronik"),
    ("pindah", "Surat pindah"),
    ("sku", "Surat keterangan usaha"),
];

/// Writes the rows of one anonymous batch sorted by their bytes, which hides who answered when.
fn write_batch(out: &mut impl Write, mut rows: Vec<String>) -> io::Result<()> {
    rows.sort_unstable();
    rows.iter().try_for_each(|row| writeln!(out, "{row}"))
}

/// Answers on one scale, comma-separated; one in a hundred is left empty.
fn push_answers(row: &mut String, items: usize, range: RangeInclusive<i64>, rng: &mut Rng) {
    for _ in 0..items {
        let better = rng.between(range.clone()).max(rng.between(range.clone()));
        let answer = (!rng.percent(1)).then_some(better);
        // Writing to a string cannot fail.
        let _ = write!(row, ",{}", Known(answer));
    }
}

/// Half of a class answers, as one batch in the month in which the programme ended.
fn write_feedback(out: &Directory, world: &World, month: Month) -> io::Result<()> {
    let in_month = |programme: &Programme| {
        (month.first()..=month.last()).contains(&programme.end)
            && programme.ended(world)
            && programme.answered
    };
    let earlier = if month > world.first {
        world.programmes(month.plus(-1))
    } else {
        0
    };
    let count = earlier + world.programmes(month);
    let programme = |index: u64| match index.checked_sub(earlier) {
        Some(number) => Programme::new(world, month, number),
        None => Programme::new(world, month.plus(-1), index),
    };
    let items: Vec<&str> = FEEDBACK_ITEMS.iter().map(|item| item.0).collect();
    let header = format!("date,batch,training,instructor,wave,{},comment", items.join(","));
    let mut file = out.table(&format!("responses/umpan-balik/{month}.csv"), &header)?;
    for (index, programme) in (0..count)
        .map(|index| (index, programme(index)))
        .filter(|(_, p)| in_month(p))
    {
        let mut rng = Rng::at(world.seed, Kind::Feedback, month.0 as u64, index);
        let batch = spread(world, Kind::Feedback, month.0 as u64, index, count, 1 << 32);
        let row = |_| {
            let mut row = format!("{month},{batch:08x},{},,", programme.id);
            push_answers(&mut row, FEEDBACK_ITEMS.len(), 1..=5, &mut rng);
            row + if rng.percent(3) { ",Terima kasih" } else { "," }
        };
        write_batch(&mut file, (0..world.class / 2).map(row).collect())?;
    }
    file.flush()
}

/// The public survey: batches of one unit and service each, the units taking turns.
fn write_survey(out: &Directory, world: &World, month: Month) -> io::Result<()> {
    let keys = PROFILE
        .iter()
        .map(|item| item.0)
        .chain(ELEMENTS.iter().map(|item| item.0));
    let header = format!(
        "date,batch,unit,service,wave,{},comment",
        keys.collect::<Vec<_>>().join(",")
    );
    let mut file = out.table(&format!("responses/skm/{month}.csv"), &header)?;
    let rows = month.share(world.kecamatan * SURVEY_ROWS);
    let batches = (world.kecamatan * SURVEY_ROWS / 12 / (MIN_GROUP + 1)).max(1);
    for index in 0..batches {
        let mut rng = Rng::at(world.seed, Kind::Survey, month.0 as u64, index);
        let batch = spread(world, Kind::Survey, month.0 as u64, index, batches, 1 << 32);
        let unit = unit_code(public_unit(world, month.0 as u64 * batches + index));
        let service = rng.pick(&SERVICES).0;
        let size = (index + 1) * rows / batches - index * rows / batches;
        let row = |_| {
            let mut row = format!("{month},{batch:08x},{unit},{service},");
            PROFILE
                .iter()
                .for_each(|item| row += &format!(",{}", rng.pick(item.2)));
            push_answers(&mut row, ELEMENTS.len(), 1..=4, &mut rng);
            row + if rng.percent(5) { ",Antrean lama" } else { "," }
        };
        write_batch(&mut file, (0..size).map(row).collect())?;
    }
    file.flush()
}

/// The units with a public in turn, so that each is heard every year.
fn public_unit(world: &World, turn: u64) -> u64 {
    let each = UNITS - FIRST_PUBLIC_UNIT;
    let place = turn % (world.kecamatan * each);
    place / each * UNITS + FIRST_PUBLIC_UNIT + place % each
}

// ---------------------------------------------------------------- complaints

/// The classes of complaints, and after how many days at most they are dealt with.
#[rustfmt::skip]
const CLASSES: [(&str, i64); 5] = [
    ("light", 4),
    ("light", 6),
    ("normative", 9),
    ("without-oversight", 25),
    ("with-oversight", 70),
];

#[rustfmt::skip]
const CATEGORIES: [(&str, &str); 4] = [
    ("antrean", "Antrean"),
    ("berkas", "Berkas"),
    ("petugas", "Sikap petugas"),
    ("sarana", "Sarana"),
];

const CHANNELS: [(&str, &str); 3] = [("loket", "Loket"), ("sp4n", "SP4N-LAPOR!"), ("wa", "WhatsApp")];

/// The complaints received in a month, with all that happened to them until the end of the records.
fn write_complaints(out: &Directory, world: &World, month: Month) -> io::Result<()> {
    let header =
        "id,received,channel,reference,kind,unit,service,category,class,handler,duplicate_of,summary";
    let mut file = out.table(&format!("complaints/{month}.csv"), header)?;
    let mut steps: Vec<String> = Vec::new();
    let count = month.share(world.kecamatan * COMPLAINTS);
    let id = |index: u64| {
        let minted = spread(world, Kind::ComplaintId, month.0 as u64, index, count, 1 << 25);
        format!("{month}-{}", crockford(minted, 5))
    };
    for index in 0..count {
        let mut rng = Rng::at(world.seed, Kind::Complaint, month.0 as u64, index);
        let duplicate = Known((index > 0 && rng.percent(4)).then(|| id(index - 1)));
        let received = month
            .first()
            .plus(rng.between(0..=month.last().0 - month.first().0));
        let (class, slowest) = rng.pick(&CLASSES);
        let course = Course::new(world, received, slowest, &mut rng);
        let kind = rng.pick(&[
            "complaint",
            "complaint",
            "complaint",
            "complaint",
            "aspiration",
            "information",
        ]);
        let channel = rng.pick(&CHANNELS).0;
        let reference = Known((channel == "sp4n").then(|| 1_000_000 + rng.below(9_000_000)));
        write!(file, "{},{received},{channel},{reference},{kind},", id(index))?;
        write!(
            file,
            "{},",
            unit_code(public_unit(world, rng.below(world.kecamatan * UNITS)))
        )?;
        let category = rng.pick(&CATEGORIES).0;
        let handler = world.staff_id(world.official(&mut rng));
        write!(file, "{},{category},{class},{handler},", rng.pick(&SERVICES).0)?;
        write!(file, "{duplicate},")?;
        steps.extend(course.steps.iter().map(|step| format!("{},{step}", id(index))));
        writeln!(
            file,
            "{}",
            rng.pick(&["Antrean lama", "\"Berkas hilang, diminta lagi\"", "", ""])
        )?;
    }
    file.flush()?;
    steps.sort();
    let header = "complaint,date,step,class,handler,outcome,complainant_view";
    let mut file = out.table(&format!("handling/{month}.csv"), header)?;
    for step in steps {
        writeln!(file, "{step}")?;
    }
    file.flush()
}

/// What was done about a complaint, each step as the rest of its row; nothing of it lies after the end of the records.
struct Course {
    steps: Vec<String>,
}

impl Course {
    fn new(world: &World, received: Day, slowest: i64, rng: &mut Rng) -> Self {
        let by_now = |day: &Day| *day <= world.end();
        let closed = received.plus(rng.between(0..=slowest));
        let responded = received.plus(rng.between(0..=4)).min(closed);
        let outcome = match rng.below(100) {
            0..82 => "resolved",
            82..89 => "unresolved",
            89..93 => "not-competent",
            93..96 => "unclear",
            _ => "withdrawn",
        };
        let reopened = closed.plus(rng.between(1..=10));
        let reopened = Some(reopened)
            .filter(|_| outcome == "resolved" && rng.percent(6))
            .filter(by_now);
        let again = reopened
            .filter(|_| rng.percent(50))
            .map(|day| day.plus(rng.between(1..=6)));
        let view = rng.pick(&["satisfied", "satisfied", "not", "no-answer", ""]);
        let step = |day: Option<Day>, rest: &str| Some(format!("{},{rest}", day.filter(by_now)?));
        let closing = format!("closed,,,{outcome},{view}");
        let steps = [
            step(Some(responded), "responded,,,,"),
            step(Some(closed), &closing),
            step(reopened, "reopened,,,,"),
            step(again, &closing),
        ];
        Self {
            steps: steps.into_iter().flatten().collect(),
        }
    }
}

// ---------------------------------------------------------------- people's tables

const FIRST_NAMES: [&str; 24] = [
    "Agus", "Aisyah", "Andi", "Bayu", "Citra", "Dewi", "Dimas", "Eka", "Fajar", "Fitri", "Gita", "Hadi",
    "Indah", "Joko", "Kartika", "Lestari", "Maya", "Nanda", "Putri", "Rahmat", "Sari", "Taufik", "Wahyu",
    "Yusuf",
];

const LAST_NAMES: [&str; 20] = [
    "Nasution",
    "Siregar",
    "Harahap",
    "Lubis",
    "Ginting",
    "Tarigan",
    "Sitorus",
    "Hasibuan",
    "Pratama",
    "Saputra",
    "Wijaya",
    "Utami",
    "Rahayu",
    "Hidayat",
    "Kurniawan",
    "Santoso",
    "Permata",
    "Ramadhan",
    "Simanjuntak",
    "Daulay",
];

fn write_units(out: &Directory, world: &World) -> io::Result<()> {
    #[rustfmt::skip]
    const PARTS: [&str; 10] = [
        "Kecamatan", "Sekretariat", "Seksi Pemerintahan", "Seksi Ketenteraman", "Loket Pelayanan",
        "Kelurahan Satu", "Kelurahan Dua", "Kelurahan Tiga", "Kelurahan Empat", "Kelurahan Lima",
    ];
    let mut file = out.table("units.csv", "code,name,parent,public_service")?;
    for index in 0..world.kecamatan * UNITS {
        let (part, kecamatan) = (index % UNITS, index / UNITS + 1);
        let parent = match (part, kecamatan) {
            (0, 1) => String::new(),
            (0, _) => unit_code(0),
            _ => unit_code(index - part),
        };
        let public = if part >= FIRST_PUBLIC_UNIT { "yes" } else { "no" };
        writeln!(
            file,
            "{},{} {kecamatan},{parent},{public}",
            unit_code(index),
            PARTS[part as usize]
        )?;
    }
    file.flush()
}

fn write_staff(out: &Directory, world: &World) -> io::Result<()> {
    let header = "id,nip,title_before,name,title_after,employment,joined,born,sex,email";
    let mut file = out.table("staff.csv", header)?;
    for index in 0..world.staff {
        let mut person = Person::new(world, index);
        let rng = &mut person.rng;
        let before = rng.pick(&["", "", "", "", "", "", "", "", "Drs.", "dr."]);
        let after = cell(rng.pick(&["", "", "", "S.E.", "S.Sos.", "S.H.", "A.Md.", "S.Kom., M.M."]));
        let name = format!("{} {}", rng.pick(&FIRST_NAMES), rng.pick(&LAST_NAMES));
        let typed = rng.percent(20) && person.employment != Employment::External;
        let born = Known(typed.then_some(person.born));
        let sex = Known(typed.then_some(if person.woman { "f" } else { "m" }));
        let (id, nip, employment) = (world.staff_id(index), person.nip(), person.employment.code());
        writeln!(
            file,
            "{id},{nip},{before},{name},{after},{employment},{},{born},{sex},",
            person.joined
        )?;
    }
    file.flush()
}

/// Quotes a text where RFC 4180 asks for it, and only there.
fn cell(text: &str) -> Cow<'_, str> {
    if text.contains([',', '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(text)
    }
}

fn write_postings(out: &Directory, world: &World) -> io::Result<()> {
    let header = "staff,since,unit,position,position_kind,grade,status,supervisor,decree";
    let mut file = out.table("postings.csv", header)?;
    for index in 0..world.staff {
        let mut person = Person::new(world, index);
        if person.employment == Employment::External {
            continue;
        }
        let (position, kind) = position(&mut person);
        let grade = grade(&mut person);
        let leader = Known(person.supervisor().map(|leader| world.staff_id(leader)));
        let id = world.staff_id(index);
        let mut row = |since: Day, unit: u64, status: &str| {
            writeln!(
                file,
                "{id},{since},{},{position},{kind},{grade},{status},{leader},",
                unit_code(unit)
            )
        };
        row(person.joined, person.unit, person.status)?;
        if let Some((since, unit, status)) = person.moved {
            // Who studies or is on leave stays so when moved: a status holds in every month.
            row(
                since,
                unit,
                if status == "active" { person.status } else { status },
            )?;
        }
    }
    file.flush()
}

/// Each tenth person leads; the others are staff or hold a functional post.
fn position(person: &mut Person) -> (&'static str, &'static str) {
    if person.index.is_multiple_of(10) {
        return ("Kepala Seksi", "pengawas");
    }
    person.rng.pick(&[
        ("Pengadministrasi Umum", "pelaksana"),
        ("Pengelola Pelayanan", "pelaksana"),
        ("Arsiparis Terampil", "fungsional"),
        ("Analis Kebijakan", "fungsional"),
    ])
}

fn grade(person: &mut Person) -> &'static str {
    match person.employment {
        Employment::Pns => person
            .rng
            .pick(&["II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a"]),
        Employment::Cpns => person.rng.pick(&["II/c", "III/a"]),
        Employment::Pppk | Employment::PartTime => person.rng.pick(&["V", "VII", "IX"]),
        Employment::External => "",
    }
}

/// Five-year contracts, renewed once where the first has run out; a few are unknown.
fn write_contracts(out: &Directory, world: &World) -> io::Result<()> {
    let mut file = out.table("contracts.csv", "staff,since,until,decree")?;
    for index in 0..world.staff {
        let mut person = Person::new(world, index);
        if !person.employment.by_contract() || person.rng.percent(3) {
            continue;
        }
        let (year, month, day) = person.joined.civil();
        let mut since = person.joined;
        for term in 1..=2 {
            let next = Day::new(year + 5 * term, month, day);
            writeln!(file, "{},{since},{},", world.staff_id(index), next.plus(-1))?;
            if next > world.end() {
                break;
            }
            since = next;
        }
    }
    file.flush()
}

/// The days off that have a fixed date, those of the moon for the usual years, and one of the office.
fn write_holidays(out: &Directory, world: &World) -> io::Result<()> {
    #[rustfmt::skip]
    const YEARLY: [(i64, i64, &str); 6] = [
        (1, 1, "Tahun Baru Masehi"),
        (5, 1, "Hari Buruh Internasional"),
        (6, 1, "Hari Lahir Pancasila"),
        (8, 17, "Hari Kemerdekaan"),
        (10, 15, "Hari jadi daerah (rekaan)"),
        (12, 25, "Hari Raya Natal"),
    ];
    #[rustfmt::skip]
    const MOVABLE: [(i64, i64, i64, &str); 14] = [
        (2021, 5, 13, "Idul Fitri"),
        (2021, 5, 14, "Idul Fitri"),
        (2022, 5, 2, "Idul Fitri"),
        (2022, 5, 3, "Idul Fitri"),
        (2023, 3, 22, "Nyepi"),
        (2023, 4, 24, "Idul Fitri"),
        (2024, 3, 11, "Nyepi"),
        (2024, 4, 10, "Idul Fitri"),
        (2024, 4, 11, "Idul Fitri"),
        (2025, 3, 31, "Idul Fitri"),
        (2025, 4, 1, "Idul Fitri"),
        (2026, 3, 19, "Nyepi"),
        (2026, 3, 20, "Idul Fitri"),
        (2026, 5, 27, "Idul Adha"),
    ];
    let years = world.first.year()..=world.until.year() + 1;
    let yearly = years
        .clone()
        .flat_map(|year| YEARLY.map(|(month, day, name)| (Day::new(year, month, day), name)));
    let movable = MOVABLE
        .iter()
        .map(|&(year, month, day, name)| (Day::new(year, month, day), name));
    let mut days: Vec<_> = yearly
        .chain(movable.filter(|(day, _)| years.contains(&day.civil().0)))
        .collect();
    days.sort_unstable();
    let mut file = out.table("holidays.csv", "date,name")?;
    days.iter()
        .try_for_each(|(day, name)| writeln!(file, "{day},{name}"))?;
    file.flush()
}

fn write_competencies(out: &Directory) -> io::Result<()> {
    let mut file = out.table("competencies.csv", "code,name,kind")?;
    COMPETENCIES
        .iter()
        .try_for_each(|(code, name, kind)| writeln!(file, "{code},{name},{kind}"))?;
    file.flush()
}

/// One evaluation a quarter for whoever works here at its end; a few are missing.
fn write_evaluations(out: &Directory, world: &World, last: Month) -> io::Result<()> {
    let period = format!("{}-Q{}", last.year(), last.0.rem_euclid(12) / 3 + 1);
    let header = "staff,period,result,behaviour,evaluator,date,strengths,improve,agreed_step";
    let mut file = out.table(&format!("evaluations/{period}.csv"), header)?;
    let marks = [
        "meets", "meets", "meets", "meets", "meets", "meets", "above", "above", "below",
    ];
    for index in 0..world.staff {
        let person = Person::new(world, index);
        let mut rng = Rng::at(world.seed, Kind::Evaluation, last.0 as u64, index);
        if !person.here(last.last()) || person.status == "study" || rng.percent(2) {
            continue;
        }
        let (result, behaviour) = (rng.pick(&marks), rng.pick(&marks));
        let leader = person.supervisor().filter(|_| rng.percent(30));
        let evaluator = Known(leader.map(|leader| world.staff_id(leader)));
        let date = Some(last.last().plus(rng.between(1..=20))).filter(|day| *day <= world.end());
        let improve = if result == "below" { "Ketepatan waktu" } else { "" };
        write!(
            file,
            "{},{period},{result},{behaviour},{evaluator},",
            world.staff_id(index)
        )?;
        writeln!(file, "{},,{improve},", Known(date))?;
    }
    file.flush()
}

// ---------------------------------------------------------------- settings

fn write_settings(out: &Directory, world: &World) -> io::Result<()> {
    let coded = |table: &str, rows: &[(&str, &str)]| -> String {
        rows.iter()
            .map(|(code, name)| format!("\n[[{table}]]\ncode = \"{code}\"\nname = \"{name}\"\n"))
            .collect()
    };
    let text = format!(
        "format = 2\nlanguage = \"id\"\n\n\
         [agency]\nname = \"Kantor Rekaan\"\ngovernment = \"Pemerintah Rekaan\"\naddressee = \"Camat Rekaan\"\n\n\
         [calendar]\nweekend = [\"saturday\", \"sunday\"]\n\n\
         [[signatory]]\nsince = {}\nstaff = \"{}\"\nposition = \"Sekretaris\"\n{}{}{}",
        world.first.first(),
        world.staff_id(0),
        coded("service", &SERVICES),
        coded("channel", &CHANNELS),
        coded("category", &CATEGORIES),
    );
    out.write("bina.toml", &text)
}

fn write_questionnaires(out: &Directory) -> io::Result<()> {
    let items = |items: &[(&str, &str, &str)], top: u8| -> String {
        let item = |(key, text, text_en): &(&str, &str, &str)| {
            format!(
                "\n[[item]]\nkey = \"{key}\"\ntext = \"{text}\"\ntext_en = \"{text_en}\"\n\
                 kind = \"scale\"\nscale = [1, {top}]\n"
            )
        };
        items.iter().map(item).collect()
    };
    let profile = |(key, text, categories): &(&str, &str, &[&str])| {
        format!("\n[[profile]]\nkey = \"{key}\"\ntext = \"{text}\"\ncategories = {categories:?}\n")
    };
    let feedback = "title = \"Umpan balik peserta\"\nabout = \"training\"\nanswered_by = [\"participant\"]\n\
                    anonymous = true\nmin_group = 5\n";
    out.write(
        "questionnaires/umpan-balik.toml",
        &format!("{feedback}{}", items(&FEEDBACK_ITEMS, 5)),
    )?;
    let survey = "title = \"Survei kepuasan masyarakat\"\nabout = \"unit\"\nanswered_by = [\"public\"]\n\
                  anonymous = true\nmin_group = 5\nindex = \"satisfaction\"\n";
    let profile: String = PROFILE.iter().map(profile).collect();
    out.write(
        "questionnaires/skm.toml",
        &format!("{survey}{}{profile}", items(&ELEMENTS, 4)),
    )
}

/// The rules are the project's own data, not something to invent.
fn copy_rules(out: &Directory, rules: &Path) -> io::Result<()> {
    if !rules.is_dir() {
        return writeln!(
            io::stderr(),
            "generate: no rules copied: {} is not a directory",
            rules.display()
        );
    }
    for entry in fs::read_dir(rules)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".toml") {
            out.write(&format!("rules/{name}"), &fs::read_to_string(&path)?)?;
        }
    }
    Ok(())
}

// ---------------------------------------------------------------- output

/// The directory that is being written.
struct Directory(PathBuf);

impl Directory {
    /// Refuses a directory that has something in it: old months would mix with new ones.
    fn create(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        if fs::read_dir(path)?.next().is_some() {
            return Err(usage(&format!("{} is not empty", path.display())));
        }
        for folder in [
            "evaluations",
            "participation",
            "complaints",
            "handling",
            "responses/umpan-balik",
            "responses/skm",
        ] {
            fs::create_dir_all(path.join(folder))?;
        }
        for folder in ["questionnaires", "rules", "trainings"] {
            fs::create_dir_all(path.join(folder))?;
        }
        Ok(Self(path.to_path_buf()))
    }

    fn write(&self, name: &str, text: &str) -> io::Result<()> {
        fs::write(self.0.join(name), text)
    }

    /// Opens a table for writing, its header written.
    fn table(&self, name: &str, header: &str) -> io::Result<BufWriter<File>> {
        let mut file = BufWriter::with_capacity(1 << 17, File::create(self.0.join(name))?);
        writeln!(file, "{header}")?;
        Ok(file)
    }
}

/// A part of the directory that can be written without the others.
#[derive(Clone, Copy)]
enum Job {
    Staff,
    Postings,
    Contracts,
    SmallTables,
    Evaluations(Month),
    Month(Month),
}

impl Job {
    fn run(self, out: &Directory, world: &World) -> io::Result<()> {
        match self {
            Self::Staff => write_staff(out, world),
            Self::Postings => write_postings(out, world),
            Self::Contracts => write_contracts(out, world),
            Self::SmallTables => {
                write_units(out, world)?;
                write_holidays(out, world)?;
                write_competencies(out)?;
                write_empty(out)
            }
            Self::Evaluations(last) => write_evaluations(out, world, last),
            Self::Month(month) => {
                write_programmes(out, world, month)?;
                write_feedback(out, world, month)?;
                write_survey(out, world, month)?;
                write_complaints(out, world, month)
            }
        }
    }
}

/// The lists that every office has and this one has nothing in, with the heading of their keys.
fn write_empty(out: &Directory) -> io::Result<()> {
    let lists = [
        ("education", "staff,start"),
        ("standards", "position,competency"),
        ("assessments", "staff,date,competency"),
        ("needs", "staff,date,competency"),
        ("mentoring", "id"),
        ("awards", "id"),
        ("guidance", "id"),
        ("actions", "id"),
        ("certificates", "id"),
        ("regulations", "id"),
        ("indicators", "code,unit,month"),
    ];
    lists.iter().try_for_each(|(name, keys)| {
        out.table(&format!("{name}.csv"), keys)?;
        Ok(())
    })
}

/// The programmes of a month: each one's document and its participants.
fn write_programmes(out: &Directory, world: &World, month: Month) -> io::Result<()> {
    fs::create_dir_all(out.0.join(format!("trainings/{month}")))?;
    let header = "training,staff,status,reason,replaces,initiative,completed,jp,jp_recognised,pre,post,\
                  certificate,evidence,sha256,verified_by,note";
    let mut file = out.table(&format!("participation/{month}.csv"), header)?;
    for number in 0..world.programmes(month) {
        let programme = Programme::new(world, month, number);
        let document = training_document(world, &programme);
        out.write(&format!("trainings/{}.toml", programme.id), &document)?;
        write_participants(&mut file, world, &programme)?;
    }
    file.flush()
}

/// Everything there is to write, the long pieces first.
fn jobs(world: &World) -> Vec<Job> {
    let quarter_ends = world.months().filter(|month| month.0.rem_euclid(3) == 2);
    let tables = [Job::Staff, Job::Postings, Job::Contracts, Job::SmallTables];
    world
        .months()
        .map(Job::Month)
        .chain(quarter_ends.map(Job::Evaluations))
        .chain(tables)
        .collect()
}

/// Runs the jobs on all processors; the order in which they end changes no byte.
fn run_all(jobs: &[Job], run: impl Fn(Job) -> io::Result<()> + Sync) -> io::Result<()> {
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<()> {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            run(*job)?;
        }
        Ok(())
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let failed = || io::Error::other("a writing thread panicked");
        handles
            .into_iter()
            .try_for_each(|handle| handle.join().map_err(|_| failed())?)
    })
}
