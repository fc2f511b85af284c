//! The regulations, the service figures, and the calendar.

use super::cell::Id;
use super::number::Dec;
use super::references::{Reference, References};
use super::table::table;
use super::time::{Day, Month};

table! {
    /// Regulation changes and who must know them.
    regulations "regulation" "peraturan": Regulation in Whole "regulations.csv", Keyed, id "Perubahan peraturan dan siapa yang harus mengetahuinya." {
        /// Id of the regulation.
        id: Id<'a>, key; Public, id "Id peraturan.";
        /// Its number.
        number: &'a str; Public, id "Nomornya.";
        /// What it is about.
        title: &'a str; Public, id "Judulnya.";
        /// The day on which it comes into force.
        in_force: Day, > today; Public, id "Hari mulai berlaku.";
        /// Its topic.
        topic: Option<Id<'a>>; Public, id "Topiknya.";
        /// Who must know it: a unit's code, or empty for everybody.
        audience: Option<Id<'a>>, -> units; Public, id "Siapa yang harus tahu: kode unit, atau kosong untuk semua.";
        /// The programmes that brief about it, with blanks between, each with the day from which it does where that is known: `training:2026-11/slug@2026-11-05`.
        briefing: Option<References<'a>>; Public, id "Pelatihan yang menjelaskannya, dipisah spasi, masing-masing dengan hari sejak ditetapkan bila diketahui: `training:2026-11/slug@2026-11-05`.";
        /// The consultation that it came from.
        consultation: Option<Reference<'a>>; Public, id "Konsultasi yang mendahuluinya.";
    }
}

table! {
    /// Service figures with a direction, by month. Their names and directions are in bina.toml.
    indicators "indicator" "indikator": Indicator in Whole "indicators.csv", Keyed, id "Angka pelayanan per bulan. Nama dan arahnya ada di bina.toml." {
        /// Code of the indicator.
        code: Id<'a>, key; Public, id "Kode indikator.";
        /// The unit.
        unit: Id<'a>, key, -> units; Public, id "Unitnya.";
        /// The month.
        month: Month, key; Public, id "Bulannya.";
        /// The value.
        value: Dec; Public, id "Nilainya.";
    }
}

table! {
    /// Days that are not working days, beside the weekend.
    holidays "holiday" "libur": Holiday in Whole "holidays.csv", Keyed, id "Hari yang bukan hari kerja, selain akhir pekan." {
        /// The day.
        date: Day, key, > today; Public, id "Harinya.";
        /// Its name.
        name: &'a str; Public, id "Namanya.";
        /// The day from which it is known that it is one; unknown: from the beginning.
        since: Option<Day>, > today; Public, id "Hari mulai diketahui libur; kosong: sejak awal.";
    }
}
