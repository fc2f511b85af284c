//! The office's own rules about mentoring, certificates and incentives.

use super::{Enactment, Head, Verified};
use crate::diagnostic::Findings;
use crate::records::code::Predicate;
use crate::records::document::{IdText, document};
use crate::records::time::Day;
use crate::words::problem::Problem;

rule! {
    /// When a pair has gone quiet, who is a newcomer, and how many pairs one mentor can carry.
    MentoringRule "mentoring": id "mentoring dan coaching", en "mentoring and coaching" {
        /// Days without a session after which a running pair has gone quiet.
        quiet_after_days: i64, id "Sesudah berapa hari tanpa sesi suatu pasangan dianggap tidak berjalan.";
        /// Who joined fewer months ago is a newcomer.
        newcomer_months: i64, id "Yang bergabung kurang dari sekian bulan adalah pegawai baru.";
        /// The most running pairs of one mentor; without limit when absent.
        most_pairs: Option<i64>, id "Pasangan berjalan paling banyak bagi satu mentor; tanpa batas bila tidak ditulis.";
        /// How many pairs are suggested at a time; all when absent.
        most_suggestions: Option<i64>, id "Berapa pasangan yang diusulkan sekaligus; semua bila tidak ditulis.";
    }
    judge |rule, findings| {
        let bounds = [Some(rule.quiet_after_days), Some(rule.newcomer_months), rule.most_pairs, rule.most_suggestions];
        if bounds.iter().flatten().any(|value| *value < 1) {
            let what = "quiet_after_days, newcomer_months, most_pairs, most_suggestions".to_owned();
            findings.error(rule.origin, Problem::RuleValue { what });
        }
    };
}

rule! {
    /// The validity and renewal of competency certificates, and when a topic is to be refreshed.
    CertificateRule "certificates": id "masa berlaku sertifikat kompetensi", en "the validity of competency certificates" {
        /// `months`: renewed by the last day of validity; `window`: in a window of the calendar before it.
        renewal: IdText, id "`months`: diperpanjang sampai hari terakhir berlaku; `window`: dalam jendela kalender sebelumnya.";
        /// How many months from its issue a certificate is valid that names no last day.
        months: Option<i64>, id "Berapa bulan sejak terbit sertifikat berlaku, bila tidak menyebut hari terakhirnya.";
        /// The first month of the yearly window, 1 to 12.
        window_from: Option<i64>, id "Bulan pertama jendela tahunan, 1 sampai 12.";
        /// The last month of the yearly window, 1 to 12.
        window_to: Option<i64>, id "Bulan terakhir jendela tahunan, 1 sampai 12.";
        /// From how many days before the renewal is due it is warned of.
        warn_days: i64, id "Sejak berapa hari sebelum tenggat perpanjangan diingatkan.";
        /// Topics whose training is to be repeated.
        refresh: Vec<Refresher>, id "Topik yang pelatihannya harus diulang.";
    }
    judge |rule, findings| {
        if !rule.is_sound() {
            let what = "renewal, months, window_from, window_to, warn_days, refresh".to_owned();
            findings.error(rule.origin, Problem::RuleValue { what });
        }
    };
}

document! {
    /// A topic whose training is to be repeated.
    Refresher {
        /// The topic, as programmes name it.
        topic: IdText, id "Topiknya, seperti disebut pelatihan.";
        /// Its name.
        name: String, id "Namanya.";
        /// Its name in English.
        name_en: Option<String>, id "Namanya dalam bahasa Inggris.";
        /// After how many months the last training is to be refreshed.
        months: i64, id "Sesudah berapa bulan pelatihan terakhir harus diulang.";
    }
}

impl CertificateRule {
    /// The window of the calendar in which certificates are renewed: its first and last month. `None` under the
    /// other way of renewal.
    pub fn window(&self) -> Option<(u32, u32)> {
        let month = |value: Option<i64>| u32::try_from(value?).ok().filter(|m| (1..=12).contains(m));
        match &*self.renewal.0 {
            "window" => Some((month(self.window_from)?, month(self.window_to)?)),
            _ => None,
        }
    }

    fn is_sound(&self) -> bool {
        let way = match &*self.renewal.0 {
            "months" => true,
            "window" => self.window().is_some(),
            _ => false,
        };
        let refresh = self.refresh.iter().all(|topic| topic.months > 0);
        way && refresh && self.warn_days >= 0 && self.months.is_none_or(|months| months > 0)
    }
}

rule! {
    /// Who earns which incentive, by written criteria.
    Incentive "incentive": id "insentif menurut kriteria tertulis", en "incentives by written criteria" {
        /// Over how many months refusals and own initiative are counted.
        months: i64, id "Berapa bulan penolakan dan inisiatif sendiri dihitung.";
        /// The criteria.
        criterion: Vec<Criterion>, id "Kriterianya.";
    }
    judge |rule, findings| {
        let is_sound = |c: &Criterion| c.periods.is_none_or(|n| n > 0) && c.predicate.is_some() == c.periods.is_some();
        if rule.months < 1 || !rule.criterion.iter().all(is_sound) {
            findings.error(rule.origin, Problem::RuleValue { what: "months, predicate, periods".to_owned() });
        }
    };
}

impl Incentive {
    /// The number of the criterion that an award names: by its code, or by words that begin with its name.
    pub fn named(&self, words: &str) -> Option<usize> {
        let words = words.trim().to_lowercase();
        let begins = |name: &str| words.starts_with(&name.to_lowercase());
        self.criterion.iter().position(|one| {
            words == *one.code.0 || begins(&one.name) || one.name_en.as_deref().is_some_and(begins)
        })
    }
}

document! {
    /// A written criterion: every condition that it names must hold.
    Criterion {
        /// Its code.
        code: IdText, id "Kodenya.";
        /// Its name.
        name: String, id "Namanya.";
        /// Its name in English.
        name_en: Option<String>, id "Namanya dalam bahasa Inggris.";
        /// What is earned.
        reward: String, id "Apa yang diperoleh.";
        /// What is earned, in English.
        reward_en: Option<String>, id "Apa yang diperoleh, dalam bahasa Inggris.";
        /// The least predicate of each of the last periods.
        predicate: Option<Predicate>, id "Predikat paling rendah pada tiap periode terakhir.";
        /// How many of the last owed periods.
        periods: Option<i64>, id "Berapa periode terakhir yang wajib dinilai.";
        /// Whether the yearly JP must be met: the floor of PNS; PPPK not over their ceiling.
        hours_met: Option<bool>, id "Apakah JP setahun harus terpenuhi: batas bawah PNS; PPPK tidak melampaui batas atas.";
        /// The most refused programmes.
        most_refusals: Option<i64>, id "Pelatihan yang ditolak paling banyak.";
        /// The least programmes completed on own initiative.
        least_own: Option<i64>, id "Pelatihan atas inisiatif sendiri yang diselesaikan, paling sedikit.";
    }
}
