//! Who answers the survey of the public: how many in each category of the profile, and what they write.

use super::judged::Guard;
use super::trace::{Figure, Trace, part};
use crate::diagnostic::Origin;
use crate::records::questionnaire::{Profile, Questionnaire};
use crate::records::table::Schema;

/// A category of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// As it stands in the answers.
    pub code: String,
    /// What it is called, in Indonesian and English.
    pub text: [String; 2],
}

/// One question of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileCount {
    /// Its key.
    pub key: String,
    /// The question, in Indonesian and English.
    pub text: [String; 2],
    /// How many are in each category.
    pub categories: Vec<(Category, u64)>,
    /// How many did not say.
    pub untold: u64,
}

/// Who answered the surveys of the public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Respondents {
    /// By question, of the months that count.
    pub profile: Vec<ProfileCount>,
    /// The titles of the surveys answered, in Indonesian and English.
    pub titles: Vec<[String; 2]>,
    /// The file of one of them that does not say how many people it is for.
    pub unnumbered: Option<String>,
    /// How many people the surveys answered are for, and where it is written: of several the most.
    served: Option<(i64, Origin)>,
    /// How many answered in the period.
    people: u64,
    /// What they wrote.
    comments: Vec<String>,
}

impl Respondents {
    /// The questions of a survey: their columns, and their numbers here.
    pub fn asked(&mut self, asked: &Questionnaire, table: &Schema) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for item in &asked.profile {
            let column = table.column(&item.key.value);
            out.extend(column.map(|column| (column, self.question(item))));
        }
        out
    }

    /// Knows a survey that was answered in the months that count: its title, and how many people it is for, or else its
    /// file.
    pub fn answered(&mut self, code: &str, asked: &Questionnaire) {
        let english = asked.title_en.as_ref().unwrap_or(&asked.title);
        self.titles.push([asked.title.clone(), english.clone()]);
        let own = asked
            .population
            .as_ref()
            .map(|people| (people.value, people.origin));
        if own.is_none() {
            self.unnumbered = Some(format!("questionnaires/{code}.toml"));
        }
        self.served = self.served.max(own);
    }

    /// How many people the surveys answered are for, where a questionnaire says so: of several the most.
    pub fn population(&self) -> Option<i64> {
        self.served.map(|(people, _)| people)
    }

    /// Tells where that is written.
    pub fn tell(&self, trace: &mut Trace) {
        if let Some((people, origin)) = self.served {
            trace.uses(Figure::new("survey_sample", 0u64, "population"), origin, people);
        }
    }

    /// The number of a question; one that several surveys ask is one.
    fn question(&mut self, item: &Profile) -> usize {
        let found = self
            .profile
            .iter()
            .position(|known| known.key == *item.key.value.0);
        let number = found.unwrap_or_else(|| {
            self.profile.push(ProfileCount {
                key: item.key.value.0.clone(),
                text: [
                    item.text.clone(),
                    item.text_en.as_ref().unwrap_or(&item.text).clone(),
                ],
                categories: Vec::new(),
                untold: 0,
            });
            self.profile.len() - 1
        });
        let known = &mut self.profile[number].categories;
        for (place, code) in item.categories.iter().enumerate() {
            if known.iter().all(|(category, _)| category.code != *code) {
                let text = item.categories_text.get(place).unwrap_or(code);
                let text_en = item.categories_text_en.get(place).unwrap_or(text);
                let text = [text.clone(), text_en.clone()];
                let code = code.clone();
                known.push((Category { code, text }, 0));
            }
        }
        number
    }

    /// Takes what a respondent of the months that count says of himself to a question.
    #[inline]
    pub fn says(&mut self, question: usize, category: &str, origin: Origin, trace: &mut Trace) {
        let known = &mut self.profile[question];
        let place = known
            .categories
            .iter()
            .position(|(known, _)| known.code == category);
        let row = part(question as u64, place.unwrap_or(UNTOLD));
        match place {
            Some(place) => known.categories[place].1 += 1,
            None => known.untold += 1,
        }
        trace.uses(Figure::new("respondents_by_profile", row, "n"), origin, 1);
    }

    /// Takes what a respondent of the period writes.
    pub fn writes<'t>(&mut self, words: impl Iterator<Item = &'t str>) {
        self.people += 1;
        self.comments
            .extend(words.filter(|text| !text.is_empty()).map(str::to_owned));
    }

    /// What they wrote, where enough answered: in the order of the words, so that the place tells nobody.
    pub fn written(&self, guard: Guard) -> Vec<&str> {
        let comments = self.comments.iter().filter(|_| guard.is_enough(self.people));
        let mut comments: Vec<&str> = comments.map(String::as_str).collect();
        comments.sort_unstable();
        comments
    }

    /// Whether somebody wrote something that is not shown.
    pub fn is_withheld(&self, guard: Guard) -> bool {
        !self.comments.is_empty() && !guard.is_enough(self.people)
    }
}

/// The number of those who did not say, behind every category.
pub const UNTOLD: usize = 0xFFFF;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::records::document;

    #[test]
    fn a_question_of_several_surveys_is_one_and_each_category_counts_its_own() {
        let survey = |categories: &str| -> Questionnaire {
            let head = "title='S'\nabout='unit'\nanswered_by=['public']\nanonymous=true\n";
            let question = format!("[[profile]]\nkey='umur'\ntext='Umur'\ncategories=[{categories}]\n");
            document::read(&format!("{head}{question}"), 0, &mut Findings::new()).unwrap()
        };
        let mut respondents = Respondents::default();
        for categories in ["'muda','tua'", "'tua','lain'"] {
            assert_eq!(respondents.question(&survey(categories).profile[0]), 0);
        }
        for said in ["tua", "tua", "lain", "entah", ""] {
            respondents.says(0, said, Origin::NOWHERE, &mut Trace::silent());
        }
        let asked = &respondents.profile[0];
        let counts: Vec<(&str, u64)> = asked
            .categories
            .iter()
            .map(|(one, count)| (&*one.code, *count))
            .collect();
        assert_eq!(counts, [("muda", 0), ("tua", 2), ("lain", 1)]);
        assert_eq!((respondents.profile.len(), asked.untold), (1, 2));
    }

    #[test]
    fn what_too_few_wrote_is_withheld_and_nothing_is_not() {
        let mut respondents = Respondents::default();
        let guard = Guard::new(2);
        respondents.writes([""].into_iter());
        assert!(!respondents.is_withheld(guard));
        let mut one = Respondents::default();
        one.writes(["Antre lama.", ""].into_iter());
        assert!(one.is_withheld(guard) && one.written(guard).is_empty());
        one.writes(["Baik."].into_iter());
        assert!(!one.is_withheld(guard));
        assert_eq!(one.written(guard), ["Antre lama.", "Baik."]);
    }
}
