//! A table is one value, declared once.
//!
//! From the declaration come reading with positions, checking, canonical writing, `add set remove list show` with
//! their flags, the schema and the format page. Everything generic works on [`Schema`]; measures see the typed row
//! that the same declaration makes.

use super::cell::{Cell, Domain, Refusal};
use super::nearest::is_slip;
pub use super::nearest::{distance, nearest, nearest_called};
use crate::words::{Lang, Phrase, problem::Problem};
use std::borrow::Cow;
use std::collections::HashSet;

/// Who may see a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Privacy {
    /// May stand in a public edition.
    Public,
    /// For the office.
    Office,
    /// Tells who somebody is.
    Personal,
}

impl Privacy {
    /// The word in the schema.
    pub fn code(self) -> &'static str {
        match self {
            Privacy::Public => "public",
            Privacy::Office => "office",
            Privacy::Personal => "personal",
        }
    }
}

/// Whether rows have a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Each key once; rows ordered by the bytes of their key cells.
    Keyed,
    /// No key; identical rows are legal and counted; rows ordered by their bytes.
    Bag,
}

/// How a table lies on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// One file.
    Whole,
    /// A file a month.
    Month,
    /// A file a period.
    Period,
}

/// How a cell of a column is checked.
#[derive(Clone, Debug)]
pub enum Check {
    /// By the cell type of the declaration.
    Type(fn(&str) -> Result<(), Refusal>),
    /// A whole number of a scale, or empty.
    Scale(i64, i64),
    /// One of these words, or empty.
    OneOf(Vec<String>),
}

impl Check {
    /// Checks one cell.
    ///
    /// # Errors
    /// The problem with the cell.
    #[inline]
    pub fn run(&self, text: &str) -> Result<(), Refusal> {
        match self {
            Check::Type(parse) => parse(text),
            Check::Scale(low, high) => match text.as_bytes() {
                [] => Ok(()),
                // One digit is the rule; it decides without parsing.
                [d @ b'0'..=b'9'] if (*low..=*high).contains(&i64::from(d - b'0')) => Ok(()),
                _ => match <i64 as Cell>::parse(text) {
                    Ok(value)
                        if (*low..=*high).contains(&value) && text.len() > 1 && !text.starts_with('0') =>
                    {
                        Ok(())
                    }
                    _ => Err(Box::new(Problem::OutOfScale {
                        text: text.chars().take(40).collect(),
                        low: *low,
                        high: *high,
                    })),
                },
            },
            Check::OneOf(words) => match text.is_empty() || words.iter().any(|w| w == text) {
                true => Ok(()),
                false => Err(Box::new(Problem::CodeUnknown {
                    text: text.chars().take(80).collect(),
                    allowed: words.join(", "),
                    words: words.join(", "),
                })),
            },
        }
    }
}

/// One column of a table.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its name in the heading.
    pub name: Cow<'static, str>,
    /// What a cell holds.
    pub kind: Domain,
    /// Whether it belongs to the key.
    pub key: bool,
    /// Whether it may be empty.
    pub optional: bool,
    /// The table whose first key column it names.
    pub refers: Option<&'static str>,
    /// The column with the first day of what ends on the day in this one.
    pub begins: Option<&'static str>,
    /// Whether its day may lie ahead: a plan, a limit or a beginning. Every other day tells what has happened.
    pub ahead: bool,
    /// The list of words from which its text is, where reports group or match by it: each thing is written one way in all
    /// columns and fields of the list, and what is nearly another is told.
    pub vocabulary: Option<&'static str>,
    /// The decision that it is a part of, which two people do not share; of a key: new rows that agree in its rest are one.
    pub decision: Option<&'static str>,
    /// Who may see it.
    pub privacy: Privacy,
    /// What it means, in Indonesian.
    pub meaning_id: Cow<'static, str>,
    /// What it means, in English.
    pub meaning_en: Cow<'static, str>,
    /// How a cell is checked.
    pub check: Check,
}

impl Attribute {
    /// What the column means, in `lang`.
    pub fn meaning(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => self.meaning_id.trim(),
            Lang::En => self.meaning_en.trim(),
        }
    }
}

/// A table: name, file pattern and columns.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The name of the table; a reference names it, and so does the command, in the singular.
    pub name: Cow<'static, str>,
    /// What one row is, in the singular: the command's word.
    pub one: &'static str,
    /// Its Indonesian alias on the command line.
    pub alias: &'static str,
    /// Where it lies: a whole path, or the folder of its months.
    pub path: Cow<'static, str>,
    /// One file, or one a month or period.
    pub cut: Cut,
    /// Keyed, or a bag.
    pub shape: Shape,
    /// The columns, in the order in which they are written.
    pub columns: Cow<'static, [Attribute]>,
    /// What the table is for.
    pub meaning: Phrase,
}

impl Schema {
    /// The place of the first column: by what stands in it, other tables name a row.
    pub const FIRST: usize = 0;

    /// Whether a command may call it so: by its name, the word for a row, or its alias.
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.one == name || self.alias == name
    }

    /// How many columns make the key; they are the first ones.
    pub fn keys(&self) -> usize {
        self.columns.iter().take_while(|column| column.key).count()
    }

    /// The column with that name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The file of a partition (`2026-10`), or the one file; relative, with forward slashes.
    pub fn file(&self, partition: &str) -> String {
        match self.cut {
            Cut::Whole => self.path.to_string(),
            Cut::Month | Cut::Period => format!("{}/{partition}.csv", self.path),
        }
    }

    /// The heading row in declared order.
    pub fn header(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| &*column.name).collect();
        names.join(",")
    }
}

/// Where each declared column stands in a file, by its heading.
#[derive(Clone, Debug)]
pub struct Binding {
    /// For each declared column its position in the file, or [`ABSENT`].
    places: Vec<u16>,
    /// How many cells a row has.
    width: usize,
    /// The names of the user's own columns (`x_…`) with their positions.
    own: Vec<(String, usize)>,
}

/// The position of a column that the file does not have.
const ABSENT: u16 = u16::MAX;

impl Binding {
    /// Binds a heading row to a table by name. Each problem comes with the number of the cell that it is about
    /// (0 when it is about the heading as a whole).
    pub fn new(table: &Schema, header: &[&str]) -> (Binding, Vec<(usize, Problem)>) {
        let mut problems = Vec::new();
        let mut places = vec![ABSENT; table.columns.len()];
        let mut own: Vec<(String, usize)> = Vec::new();
        let mut own_names = HashSet::new();
        let names = table.columns.iter().map(|column| &*column.name);
        let lacking: Vec<&str> = names.filter(|name| !header.contains(name)).collect();
        for (position, name) in header.iter().enumerate() {
            let name = name.trim();
            match table.column(name) {
                Some(column) if places[column] == ABSENT => places[column] = position as u16,
                None if !name.starts_with("x_") => {
                    problems.push((position, unknown_column(table, name, &lacking)))
                }
                None if own_names.insert(name) => own.push((name.to_owned(), position)),
                _ => {
                    let column = name.to_owned();
                    problems.push((position, Problem::ColumnRepeated { column }));
                }
            }
        }
        for (column, place) in table.columns.iter().zip(&places) {
            let is_misspelt = || {
                let own = header.iter().filter(|name| table.column(name.trim()).is_none());
                own.map(|name| name.trim())
                    .any(|name| is_slip(name, &column.name))
            };
            if column.key && *place == ABSENT && !is_misspelt() {
                problems.push((
                    0,
                    Problem::KeyColumnMissing {
                        column: column.name.to_string(),
                    },
                ));
            }
        }
        // A row that stands where the heading was names no key, and no column but by chance: that is told once.
        let bound = places.iter().filter(|place| **place != ABSENT).count();
        if places[..table.keys()].iter().all(|place| *place == ABSENT) && 2 * bound < header.len() {
            let header = table.header();
            problems = vec![(0, Problem::HeaderMissing { header })];
        }
        (
            Binding {
                places,
                width: header.len(),
                own,
            },
            problems,
        )
    }

    /// How many cells a row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The canonical heading of the file, each column with its position now: the declared ones in their order
    /// without those that are optional and absent, then the user's own. So a column declared later makes no old file
    /// wrong.
    pub fn canonical<'b>(&'b self, table: &'b Schema) -> impl Iterator<Item = (&'b str, Option<usize>)> {
        let declared = table.columns.iter().zip(0..).filter_map(|(column, index)| {
            let place = self.place(index);
            (place.is_some() || !column.optional).then_some((&*column.name, place))
        });
        let own = self.own.iter().map(|(name, place)| (&**name, Some(*place)));
        declared.chain(own)
    }

    /// Whether the heading is canonical as it stands.
    pub fn is_canonical(&self, table: &Schema) -> bool {
        self.canonical(table)
            .zip(0..)
            .all(|((_, place), at)| place == Some(at))
    }

    /// The position at which a declared column that the file lacks belongs: behind those declared before it.
    pub fn place_for(&self, column: usize) -> usize {
        let before = (0..column).filter_map(|column| self.place(column));
        before.max().map_or(0, |place| place + 1)
    }

    /// The position in the file of a declared column.
    pub fn place(&self, column: usize) -> Option<usize> {
        self.places
            .get(column)
            .filter(|&&place| place != ABSENT)
            .map(|&place| usize::from(place))
    }

    /// The names and positions of the user's own columns.
    pub fn own(&self) -> &[(String, usize)] {
        &self.own
    }
}

/// The problem of a heading that nobody declared, with the nearest name of a column that the heading lacks.
fn unknown_column(table: &Schema, name: &str, lacking: &[&str]) -> Problem {
    let nearest = match lacking {
        [] => nearest(name, table.columns.iter().map(|column| &*column.name)),
        lacking => nearest(name, lacking.iter().copied()),
    };
    Problem::ColumnUnknown {
        column: name.chars().take(80).collect(),
        nearest: nearest.to_owned(),
    }
}

/// The cells of one row, by declared column.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    text: &'a str,
    spans: &'a [(u32, u32)],
    places: &'a [u16],
}

impl<'a> Cells<'a> {
    /// The cells that `spans` cut out of `text`, seen through `binding`.
    pub fn new(text: &'a str, spans: &'a [(u32, u32)], binding: &'a Binding) -> Cells<'a> {
        Cells {
            text,
            spans,
            places: &binding.places,
        }
    }

    /// The cell of a declared column; empty when the file does not have it or the row is too short.
    #[inline]
    pub fn get(&self, column: usize) -> &'a str {
        match self.places.get(column) {
            Some(&place) if place != ABSENT => self.at(usize::from(place)),
            _ => "",
        }
    }

    /// The cell at a position of the file.
    #[inline]
    pub fn at(&self, position: usize) -> &'a str {
        match self.spans.get(position) {
            Some(&(from, to)) => &self.text[from as usize..to as usize],
            None => "",
        }
    }

    /// How many cells the row has.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether the row has no cell at all.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }
}

/// A typed row that borrows from the cells: made by the same declaration as its table.
pub trait Row<'a>: Sized {
    /// The table that it is a row of.
    fn table() -> &'static Schema;

    /// Reads all cells.
    ///
    /// # Errors
    /// The declared column of the first bad cell, and its problem.
    fn read(cells: Cells<'a>) -> Result<Self, (usize, Refusal)>;

    /// Whether the row by itself may be wrong by a rule of `check`: what ends before it begins, and what the table
    /// declares besides.
    fn is_doubtful(&self) -> bool;
}

/// Declares a table and its typed row at once.
///
/// ```text
/// table! {
///     /// English meaning.
///     units "unit" "unit": Unit in whole "units.csv", Keyed, id "arti dalam bahasa Indonesia" {
///         /// English meaning of the column.
///         code: Id<'a>, key, Public, id "arti kolom";
///         parent: Option<Id<'a>>, -> units, Public, id "…";
///         floor: Option<i64> = 0..=99; Public, id "…";
///         until: Option<Day>, >= since, > today, & term; Public, id "…";
///     }
///     wrong |row| row.parent == Some(row.code);
/// }
/// ```
macro_rules! table {
    (@key key) => { true };
    (@key) => { false };
    (@refers $target:ident) => { Some(stringify!($target)) };
    (@refers) => { None };
    (@begins $first:ident) => { Some(stringify!($first)) };
    (@begins) => { None };
    (@vocabulary $words:ident) => { Some(stringify!($words)) };
    (@vocabulary) => { None };
    (@decision $decision:ident) => { Some(stringify!($decision)) };
    (@decision) => { None };
    (@ahead today) => { true };
    (@ahead) => { false };
    (
        $(#[doc = $doc:literal])+
        $static:ident $one:literal $alias:literal : $row:ident in $cut:ident $path:literal, $shape:ident, id $id:literal {
            $(
                $(#[doc = $cdoc:literal])+
                $column:ident : $ty:ty $(= $low:literal ..= $high:literal)? $(, $key:ident)? $(, -> $target:ident)? $(, >= $first:ident)? $(, > $today:ident)? $(, ~ $words:ident)? $(, & $decision:ident)? ; $privacy:ident, id $cid:literal ;
            )*
        }
        $(wrong |$this:ident| $wrong:expr;)?
    ) => {
        $(#[doc = $doc])+
        // A table's name in the source is its name in the files.
        #[allow(non_upper_case_globals)]
        pub static $static: $crate::records::table::Schema = $crate::records::table::Schema {
            name: std::borrow::Cow::Borrowed(stringify!($static)),
            one: $one,
            alias: $alias,
            path: std::borrow::Cow::Borrowed($path),
            cut: $crate::records::table::Cut::$cut,
            shape: $crate::records::table::Shape::$shape,
            meaning: $crate::words::Phrase { id: $id, en: concat!($($doc),+) },
            columns: std::borrow::Cow::Borrowed(&[ $(
                $crate::records::table::Attribute {
                    name: std::borrow::Cow::Borrowed(stringify!($column)),
                    kind: {
                        // A function, because only it can name the lifetime that some types mention.
                        #[allow(clippy::extra_unused_lifetimes)]
                        const fn kind<'a>() -> $crate::records::cell::Domain {
                            <$ty as $crate::records::cell::Cell<'a>>::KIND
                        }
                        kind()
                    },
                    key: table!(@key $($key)?),
                    optional: {
                        #[allow(clippy::extra_unused_lifetimes)]
                        const fn optional<'a>() -> bool {
                            <$ty as $crate::records::cell::Cell<'a>>::OPTIONAL
                        }
                        optional()
                    },
                    refers: table!(@refers $($target)?),
                    begins: table!(@begins $($first)?),
                    ahead: table!(@ahead $($today)?),
                    vocabulary: table!(@vocabulary $($words)?),
                    decision: table!(@decision $($decision)?),
                    privacy: $crate::records::table::Privacy::$privacy,
                    meaning_id: std::borrow::Cow::Borrowed($cid),
                    meaning_en: std::borrow::Cow::Borrowed(concat!($($cdoc),+)),
                    check: {
                        fn check<'a>(text: &'a str) -> Result<(), $crate::records::cell::Refusal> {
                            let value = <$ty as $crate::records::cell::Cell<'a>>::parse(text)?;
                            $( let value = $crate::records::bounds::within(value, text, ($low, $high))?; )?
                            let _ = value;
                            Ok(())
                        }
                        $crate::records::table::Check::Type(check)
                    },
                }
            ),* ]),
        };

        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs)]
        pub struct $row<'a> {
            $( $(#[doc = $cdoc])+ pub $column: $ty, )*
            lifetime: std::marker::PhantomData<&'a ()>,
        }

        const _: () = {
            // Gives each column its place without counting.
            #[allow(non_camel_case_types)]
            enum Place {
                $($column),*
            }

            // A column's name in the source is its name in the files.
            #[allow(missing_docs, non_upper_case_globals)]
            impl $row<'_> {
                $( $(#[doc = $cdoc])+ pub const $column: usize = Place::$column as usize; )*
            }
        };

        impl<'a> $crate::records::table::Row<'a> for $row<'a> {
            fn table() -> &'static $crate::records::table::Schema {
                &$static
            }

            #[inline]
            fn read(
                cells: $crate::records::table::Cells<'a>,
            ) -> Result<Self, (usize, $crate::records::cell::Refusal)> {
                Ok($row {
                    $( $column: {
                        let text = cells.get($row::$column);
                        let value = <$ty as $crate::records::cell::Cell<'a>>::parse(text);
                        $( let value = value
                            .and_then(|value| $crate::records::bounds::within(value, text, ($low, $high))); )?
                        value.map_err(|refusal| ($row::$column, refusal))?
                    }, )*
                    lifetime: std::marker::PhantomData,
                })
            }

            #[inline]
            fn is_doubtful(&self) -> bool {
                $( $( if $crate::records::bounds::is_reversed(self.$first, self.$column) {
                    return true;
                } )? )*
                $( let $this = self;
                if $wrong {
                    return true;
                } )?
                false
            }
        }
    };
}
pub(crate) use table;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_takes_its_whole_numbers_only() {
        let scale = Check::Scale(1, 4);
        for good in ["", "1", "4"] {
            assert!(scale.run(good).is_ok(), "{good}");
        }
        for bad in ["0", "5", "-1", "2.5", "x", "04", " 1"] {
            assert_eq!(scale.run(bad).unwrap_err().code(), "out-of-scale", "{bad}");
        }
        assert!(Check::Scale(0, 100).run("85").is_ok());
        assert!(Check::Scale(0, 100).run("101").is_err());
    }

    #[test]
    fn the_nearest_name_is_found() {
        assert_eq!(nearest("unti", ["staff", "unit", "since"].into_iter()), "unit");
        assert_eq!(nearest("x", std::iter::empty()), "");
    }
}
