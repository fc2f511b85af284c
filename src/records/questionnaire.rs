//! A questionnaire: what is asked, of whom, on which scale. It makes the table of its responses.

use super::cell::{Cell, Domain, Id, MonthOrDay, TrainingId};
use super::code::{Direction, ItemKind, Role, Subject, Wave};
use super::document::{At, IdText, document};
use super::table::{Attribute, Check, Cut, Privacy, Schema, Shape};
use crate::words::Phrase;
use std::borrow::Cow;

document! {
    /// A questionnaire; its code is its file name. A new version is a new code.
    Questionnaire {
        /// Its title.
        title: String, id "Judulnya.";
        /// Its title in English.
        title_en: Option<String>, id "Judulnya dalam bahasa Inggris.";
        /// What it asks about.
        about: Subject, id "Tentang apa.";
        /// Who answers.
        answered_by: Vec<Role>, id "Siapa yang menjawab.";
        /// Whether answers carry no respondent.
        anonymous: bool, id "Apakah jawaban tanpa nama penjawab.";
        /// The least group whose figures are shown; by the rule privacy when absent.
        min_group: Option<i64>, id "Kelompok terkecil yang angkanya ditampilkan; menurut aturan privacy bila tidak ditulis.";
        /// `satisfaction` for the public survey that makes the IKM.
        index: Option<At<IdText>>, id "`satisfaction` untuk survei masyarakat yang menghasilkan IKM.";
        /// How many people were served in the time of the survey: by them the rule sample-size says how many must answer.
        population: Option<At<i64>>, id "Jumlah penerima layanan dalam masa survei: dari situ ketentuan sample-size menetapkan berapa yang harus menjawab.";
        /// Items of the respondent's profile.
        profile: Vec<Profile>, id "Butir profil penjawab.";
        /// What is asked.
        item: Vec<Item>, id "Yang ditanyakan.";
    }
}

document! {
    /// One question.
    Item {
        /// Key: the column of the responses.
        key: At<IdText>, id "Kunci: kolom jawaban.";
        /// The question.
        text: String, id "Pertanyaannya.";
        /// The question in English.
        text_en: Option<String>, id "Pertanyaannya dalam bahasa Inggris.";
        /// Scale, choice or text.
        kind: ItemKind, & answers, id "Skala, pilihan, atau teks.";
        /// Lowest and highest answer of a scale.
        scale: Option<At<Vec<i64>>>, & answers, id "Jawaban terendah dan tertinggi.";
        /// Which way is better; higher when absent.
        direction: Option<Direction>, & answers, id "Arah yang lebih baik; makin tinggi bila tidak ditulis.";
        /// The aspect that it belongs to.
        group: Option<IdText>, id "Aspeknya.";
        /// The words to choose from.
        choices: Vec<String>, & answers, id "Pilihannya.";
    }
}

document! {
    /// One item of the respondent's profile, in categories.
    Profile {
        /// Key: the column of the responses.
        key: At<IdText>, id "Kunci: kolom jawaban.";
        /// The question.
        text: String, id "Pertanyaannya.";
        /// The question in English.
        text_en: Option<String>, id "Pertanyaannya dalam bahasa Inggris.";
        /// The categories to choose from.
        categories: Vec<String>, & answers, id "Kategorinya.";
        /// What each category is called, in their order; where absent, it is shown as it is.
        categories_text: Vec<String>, & answers, id "Sebutan tiap kategori, menurut urutannya; bila tidak ditulis, kategori ditampilkan apa adanya.";
        /// The same in English.
        categories_text_en: Vec<String>, & answers, id "Sebutan itu dalam bahasa Inggris.";
    }
}

impl Item {
    /// The lowest and highest answer, when the item is a scale.
    pub fn scale_ends(&self) -> Option<(i64, i64)> {
        match (&self.scale, self.kind) {
            (Some(scale), ItemKind::Scale) if scale.value.len() == 2 && scale.value[0] < scale.value[1] => {
                Some((scale.value[0], scale.value[1]))
            }
            _ => None,
        }
    }

    /// Whether nobody can answer it: its scale has no two ends, or there is nothing to choose.
    pub fn is_unanswerable(&self) -> bool {
        match self.kind {
            ItemKind::Scale => self.scale_ends().is_none(),
            ItemKind::Choice => self.choices.is_empty(),
            ItemKind::Text => false,
        }
    }

    /// Whether a lower answer is better.
    pub fn is_lower_better(&self) -> bool {
        self.direction == Some(Direction::Lower)
    }
}

/// The smallest group that anybody may be told about: a group of one is a person.
pub const LEAST_GROUP: i64 = 2;

/// The code of the index that the public survey makes.
pub const SATISFACTION: &str = "satisfaction";

/// One answer, as a command names it.
pub const RESPONSE: &str = "response";

/// The column of the answers that names their batch.
pub const BATCH: &str = "batch";

impl Questionnaire {
    /// The place of the month or day in its responses.
    pub const DATE: usize = 0;
    /// The place of the batch.
    pub const BATCH: usize = 1;
    /// The place of what is judged.
    pub const ABOUT: usize = 2;

    /// Whether it makes the IKM.
    pub fn is_satisfaction(&self) -> bool {
        self.index
            .as_ref()
            .is_some_and(|index| &*index.value == SATISFACTION)
    }

    /// Whether it has an index that nobody makes.
    pub fn is_index_unknown(&self) -> bool {
        self.index.is_some() && !self.is_satisfaction()
    }

    /// Whether it asks for an element of satisfaction on its scale.
    pub fn has_element(&self, element: &str, scale: &[i64]) -> bool {
        let mut items = self.item.iter();
        let is_on_scale = |ends: (i64, i64)| [ends.0, ends.1] == scale;
        items.any(|item| &*item.key.value == element && item.scale_ends().is_some_and(is_on_scale))
    }

    /// Whether it may be wrong by a rule of `check`.
    pub fn is_doubtful(&self) -> bool {
        self.is_index_unknown() || self.item.iter().any(Item::is_unanswerable)
    }

    /// Whether it lets be told what one person answered without a name, or fewer.
    pub fn tells_of_one(&self) -> bool {
        self.anonymous && self.min_group.is_some_and(|least| least < LEAST_GROUP)
    }

    /// Whether participants answer it about the programme they took part in.
    pub fn is_participant_feedback(&self) -> bool {
        self.about == Subject::Training && self.answered_by.contains(&Role::Participant)
    }

    /// Whether civil servants answer it about the climate of learning in their unit, without their names.
    pub fn is_climate(&self) -> bool {
        let is_public = self.is_satisfaction() || self.answered_by.contains(&Role::Public);
        self.about == Subject::Unit && self.anonymous && !is_public
    }

    /// Whether alumni and supervisors answer it about what became of a programme at work.
    pub fn is_application(&self) -> bool {
        let by = [Role::Alumni, Role::Supervisor];
        let is_asked = by.iter().any(|role| self.answered_by.contains(role));
        self.about == Subject::Training && !self.anonymous && is_asked
    }

    /// Whether a report tells what was answered.
    pub fn has_reader(&self) -> bool {
        self.is_satisfaction()
            || self.is_participant_feedback()
            || self.is_climate()
            || self.is_application()
            || self.about == Subject::Mentoring
    }

    /// The columns of its responses in which people write in words: those of its open items, and the comment.
    pub fn words(&self, table: &Schema) -> Vec<usize> {
        let open = self.item.iter().filter(|item| item.kind == ItemKind::Text);
        let keys = open.map(|item| &*item.key.value.0).chain(["comment"]);
        keys.filter_map(|key| table.column(key)).collect()
    }

    /// How many columns of its responses stand before profile and items.
    pub fn fixed(&self) -> usize {
        // date, batch, what it is about, wave
        let with_second = matches!(self.about, Subject::Unit | Subject::Training);
        4 + usize::from(with_second) + if self.anonymous { 0 } else { 2 }
    }

    /// The column of what an answer is about.
    fn subject(&self) -> Attribute {
        match self.about {
            Subject::Training => fixed::<Option<TrainingId>>(
                "training",
                Privacy::Public,
                "Pelatihan yang dinilai.",
                "The training it is about.",
            ),
            Subject::Unit => refers::<Option<Id>>(
                "unit",
                "units",
                Privacy::Public,
                "Unit yang dinilai.",
                "The unit it is about.",
            ),
            Subject::Mentoring => refers::<Option<Id>>(
                "mentoring",
                "mentoring",
                Privacy::Office,
                "Mentoring yang dinilai.",
                "The mentoring it is about.",
            ),
        }
    }

    /// The column of what else it may name.
    fn further(&self) -> Option<Attribute> {
        Some(match self.about {
            Subject::Unit => fixed::<Option<Id>>(
                "service",
                Privacy::Public,
                "Layanan yang diterima, kode di bina.toml.",
                "The service received, a code of bina.toml.",
            ),
            Subject::Training => fixed::<Option<Id>>(
                "instructor",
                Privacy::Office,
                "Pengajar, menurut kunci di dokumen pelatihan.",
                "The instructor, by the key in the training document.",
            ),
            Subject::Mentoring => return None,
        })
    }

    /// The columns of who answers, where answers are not anonymous.
    fn of_rater(&self) -> Vec<Attribute> {
        if self.anonymous {
            return Vec::new();
        }
        vec![
            refers::<Option<Id>>("rater", "staff", Privacy::Office, "Penjawab.", "Who answers."),
            fixed::<Option<Role>>(
                "role",
                Privacy::Office,
                "Sebagai apa ia menjawab.",
                "In which role.",
            ),
        ]
    }

    /// The table of its responses, below `responses/<code>/`.
    pub fn table(&self, code: &str) -> Schema {
        let mut columns = vec![
            fixed::<MonthOrDay>(
                "date",
                Privacy::Public,
                "Bulan jawaban; harinya hanya bila tidak anonim.",
                "Month of the answer; the day only where it is not anonymous.",
            ),
            fixed::<Option<&str>>(
                BATCH,
                Privacy::Office,
                "Kiriman asal jawaban.",
                "The batch that the answer came with.",
            ),
            self.subject(),
        ];
        columns.extend(self.further());
        columns.extend(self.of_rater());
        columns.push(fixed::<Option<Wave>>(
            "wave",
            Privacy::Public,
            "Sebelum atau sesudah.",
            "Before or after.",
        ));
        for profile in &self.profile {
            columns.push(asked(
                &profile.key.value,
                &profile.text,
                profile.text_en.as_deref(),
                Domain::Text,
                Privacy::Public,
                Check::OneOf(profile.categories.clone()),
            ));
        }
        for item in &self.item {
            let (kind, privacy, check) = match (item.kind, item.scale_ends()) {
                (ItemKind::Scale, Some((low, high))) => {
                    (Domain::Int, Privacy::Public, Check::Scale(low, high))
                }
                (ItemKind::Choice, _) => (Domain::Text, Privacy::Public, Check::OneOf(item.choices.clone())),
                _ => (Domain::Text, Privacy::Office, Check::Type(|_| Ok(()))),
            };
            columns.push(asked(
                &item.key.value,
                &item.text,
                item.text_en.as_deref(),
                kind,
                privacy,
                check,
            ));
        }
        columns.push(fixed::<Option<&str>>(
            "comment",
            Privacy::Office,
            "Komentar bebas.",
            "Free comment.",
        ));
        Schema {
            name: Cow::Owned(format!("responses/{code}")),
            one: RESPONSE,
            alias: "tanggapan",
            path: Cow::Owned(format!("responses/{code}")),
            cut: Cut::Month,
            shape: Shape::Bag,
            columns: Cow::Owned(columns),
            meaning: Phrase {
                id: "Jawaban kuesioner, satu berkas per bulan.",
                en: "Answers to a questionnaire, one file a month.",
            },
        }
    }
}

/// A column that every questionnaire of a kind has.
fn fixed<'a, T: Cell<'a> + CheckedCell>(
    name: &'static str,
    privacy: Privacy,
    id: &'static str,
    en: &'static str,
) -> Attribute {
    Attribute {
        name: Cow::Borrowed(name),
        kind: T::KIND,
        key: false,
        optional: T::OPTIONAL,
        refers: None,
        begins: None,
        ahead: false,
        vocabulary: None,
        decision: None,
        privacy,
        meaning_id: Cow::Borrowed(id),
        meaning_en: Cow::Borrowed(en),
        check: Check::Type(T::CHECK),
    }
}

/// A column that refers to another table.
fn refers<'a, T: Cell<'a> + CheckedCell>(
    name: &'static str,
    table: &'static str,
    privacy: Privacy,
    id: &'static str,
    en: &'static str,
) -> Attribute {
    Attribute {
        refers: Some(table),
        ..fixed::<T>(name, privacy, id, en)
    }
}

/// A column made from an item.
fn asked(key: &str, id: &str, en: Option<&str>, kind: Domain, privacy: Privacy, check: Check) -> Attribute {
    Attribute {
        name: Cow::Owned(key.to_owned()),
        kind,
        key: false,
        optional: true,
        refers: None,
        begins: None,
        ahead: false,
        vocabulary: None,
        decision: None,
        privacy,
        meaning_id: Cow::Owned(id.to_owned()),
        meaning_en: Cow::Owned(en.unwrap_or(id).to_owned()),
        check,
    }
}

/// A cell type with its check for text of any lifetime, which a table made at run time needs.
trait CheckedCell {
    /// The check.
    const CHECK: fn(&str) -> Result<(), super::cell::Refusal>;
}

/// Gives a cell type its check.
macro_rules! checked {
    ($($ty:ty),*) => { $( impl CheckedCell for $ty {
        const CHECK: fn(&str) -> Result<(), super::cell::Refusal> = |text| <$ty as Cell>::parse(text).map(drop);
    } )* };
}

checked!(
    MonthOrDay,
    Option<&str>,
    Option<TrainingId<'_>>,
    Option<Id<'_>>,
    Option<Role>,
    Option<Wave>
);
