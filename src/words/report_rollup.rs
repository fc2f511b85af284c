//! The words of the report of several offices.

use super::coded::problems;
use super::{Lang, Say, words};
use std::fmt;

words! {
    /// Headings, captions and notes about several offices.
    pub enum RollupText {
        Offices { count: usize }: id "{count} kantor", en "{count} {offices}", offices of count "office" / "offices";
        OfficesOf { government: String, count: usize }: id "{government} · {count} kantor", en "{government} · {count} {offices}", offices of count "office" / "offices";
        OfficeList: id "Kantor yang direkap", en "Offices rolled up";
        Office: id "Kantor", en "Office";
        OfficeNamed: id "Nama kantor", en "Name of the office";
        Directory: id "Direktori", en "Directory";
        ByOffice { title: String }: id "{title} – seluruhnya, setiap kantor", en "{title} – totals by office";
        OfAll { title: String }: id "{title} – semua kantor", en "{title} – all offices";
        Clash { keys: String }: id "Tidak dijumlahkan, karena namanya tidak sama di semua kantor: {keys}.", en "Not added up, because not called the same in every office: {keys}.";
        Without { offices: String }: id "Tidak termasuk, karena tidak dicatat atau tidak ditampilkan di kantor itu: {offices}.", en "Not in it, because not kept or not shown there: {offices}.";
        Unknown: id "–: tidak diketahui atau tidak dicatat kantor itu; baris terakhir adalah jumlah kantor yang lain.", en "–: not known to that office, or not kept there; the last row is that of the others.";
        Uncounted { columns: String }: id "Tidak dapat dihitung untuk semua kantor bersama: {columns}.", en "Cannot be counted of all offices together: {columns}.";
        Withheld: id "*: tidak ditampilkan, karena tentang terlalu sedikit orang; jumlah yang dapat membukanya pun tidak.", en "*: not shown, because it is about too few people; nor is a total that would tell it.";
        InTwo { count: usize }: id "Menurut NIP, {count} orang tercatat di lebih dari satu kantor; dalam jumlah mereka dihitung di setiap kantor yang menghitungnya.", en "By NIP, {count} {people} in the records of more than one office; totals count them in each that counts them.", people of count "person stands" / "people stand";
        InTwoList: id "Orang yang tercatat di dua kantor", en "People in the records of two offices";
        Person: id "Orang", en "Person";
        LeftOut { name: String, why: String }: id "{name} tidak ikut sama sekali: {why}", en "{name} is left out altogether: {why}";
    }
}

words! {
    /// Why offices are not rolled up.
    pub enum RollupRefusal {
        NoOffice: id "Sebutkan direktori catatan setiap kantor, atau folder yang memuatnya: bina rollup kota/marelan kota/deli", en "Name the record directory of each office, or the folder that holds them: bina rollup city/marelan city/deli";
        NoReport { name: String, all: String }: id "Laporan `{name}` tentang satu orang atau satu pelatihan; tidak ada rekapnya. Yang dapat direkap: {all}.", en "The report `{name}` is about one person or one programme; there is no rollup of it. There is of: {all}.";
        NoTotals { name: String }: id "Laporan `{name}` bulan ini tidak memuat satu pun angka tentang seluruh kantor; tidak ada yang dapat direkap.", en "The report `{name}` of this month has no figure about a whole office; there is nothing to roll up.";
        Twice { name: String, other: String }: id "{name} dan {other} adalah direktori yang sama; kantor itu akan dihitung dua kali. Hapus salah satu.", en "{name} and {other} are the same directory; that office would count twice. Leave one out.";
        Broken { offices: usize, of: usize }: id "{offices} dari {of} kantor tidak dapat direkap; tidak ada yang dicetak atau ditulis. Perbaiki dulu, atau cetak konsep tanpa kantor itu dengan --draft.", en "{offices} of {of} offices cannot be rolled up; nothing was printed or written. Mend them first, or print a draft without them with --draft.";
        Apart: id "Kantor-kantor ini tidak sejalan; tidak ada yang dicetak atau ditulis. Bila ketentuannya memang boleh berbeda: --allow-differing-rules.", en "These offices do not agree; nothing was printed or written. Where their rules may differ: --allow-differing-rules.";
        SameNames: id "Dua kantor ini bernama sama, jadi mungkin satu kantor dihitung dua kali; tidak ada yang dicetak atau ditulis.", en "Two of these offices have one name, so one office may count twice; nothing was printed or written.";
        NoneLeft: id "Tidak ada kantor yang dapat direkap.", en "No office can be rolled up.";
    }
}

problems! {
    /// What is wrong with an office, or between two, when they are rolled up.
    pub enum Discord {
        NoRecords: id "di sini tidak ada direktori catatan" help "periksa namanya; direktori catatan memuat bina.toml",
            en "there is no record directory here" help "see that the name is right; a record directory has a bina.toml";
        OfficeUnreadable { reason: String }: id "tidak dapat dibaca: {reason}" help "perbaiki, lalu jalankan lagi",
            en "cannot be read: {reason}" help "mend that and run again";
        OtherFormat { found: i64, format: i64 }: id "catatannya berformat {found}, bukan {format}" help "yang lama dimutakhirkan di situ dengan bina migrate; yang lebih baru memerlukan bina yang lebih baru",
            en "its records are of format {found}, not {format}" help "bring older ones over with bina migrate there; newer ones need a newer bina";
        BeginsLater { month: String, since: String }: id "catatannya dimulai {since}; tentang {month} tidak ada yang diketahui" help "rekap bulan yang dikenal semua kantor, atau tanpa kantor ini",
            en "its records begin on {since}; nothing is known of {month}" help "roll up a month that all offices know, or leave this one out";
        CodeDiffers { table: String, key: String, name: String, other: String, called: String }: id "dalam {table}, `{key}` adalah {name}; di {other} {called}" help "samakan namanya bila maksudnya sama; bila tidak, pakai kode lain: angkanya tidak dijumlahkan",
            en "in {table}, `{key}` is {name}; in {other} it is {called}" help "give it one name where it means the same, else use another code: its figures are not added up";
        SameName { other: String }: id "nama kantornya sama dengan di {other}" help "bila keduanya kantor yang sama, hapus salah satu; bila bukan, bedakan agency.name",
            en "its office has the name of that in {other}" help "if both are one office, leave one out; else tell them apart in agency.name";
        RuleDiffers { rule: String, day: String, other: String }: id "ketentuan {rule} yang berlaku {day} tidak sama dengan di {other}" help "samakan kedua berkas dengan peraturannya; angka menurut ketentuan yang berbeda tidak dapat dijumlahkan",
            en "the rule {rule} in force on {day} is not that of {other}" help "make both files say what the regulation says; figures by different rules have no total";
    }
}
