//! `bina response add|remove|list` and `bina questionnaire list|show`: what is asked, and what was answered.

use super::arguments::{listing_form, month, typed};
use super::documents;
use super::verb::{Act, Argument, MONTH, NEW, OUTPUT, argument, verbs};
use crate::change::answers::{self, add, remove};
use crate::change::{Draft, rename};
use crate::clerk;
use crate::listing;
use crate::load::Survey;
use crate::records::questionnaire::Questionnaire;
use crate::session::{Exit, Session};
use clap::ArgMatches;

const CODE: Argument = argument!(Place "code" "CODE", id "Kode kuesioner; lihat: bina questionnaire list", en "Code of the questionnaire; see: bina questionnaire list");

verbs! {
    "response" "add" "tambah", id "Memasukkan jawaban: satu kelompok angka tiap orang, satu angka tiap butir skala; titik untuk yang tidak dijawab.", en "Enters answers: one group of digits a person, one digit an item of a scale; a point where not answered." {
        [CODE]
        [Many "groups" "443443443", id "Jawaban, satu kelompok tiap orang", en "Answers, one group a person"]
        ["unit" "VALUE", id "Unit yang dinilai", en "The unit it is about"]
        ["service" "VALUE", id "Layanan yang diterima", en "The service received"]
        ["training" "VALUE", id "Pelatihan yang dinilai", en "The training it is about"]
        ["instructor" "VALUE", id "Pengajar yang dinilai", en "The instructor it is about"]
        ["mentoring" "VALUE", id "Mentoring yang dinilai", en "The mentoring it is about"]
        ["staff" "VALUE", id "Pegawai yang dinilai", en "The person it is about"]
        ["rater" "VALUE", id "Penjawab, bila tidak anonim", en "Who answers, where not anonymous"]
        ["role" "VALUE", id "Sebagai apa ia menjawab", en "In which role"]
        ["wave" "VALUE", id "sebelum atau sesudah", en "before or after"]
        [Repeated "with" "COLUMN=VALUE", id "Nilai lain untuk semua jawaban ini, misalnya profil: --with sex=perempuan; boleh diulang", en "Another value of all these answers, for example the profile: --with sex=perempuan; may be repeated"]
        ["comment" "TEXT", id "Komentar, bila hanya satu jawaban", en "The comment, where there is one answer only"]
        ["date" "YYYY-MM", id "Bulan jawaban (harinya bila tidak anonim); bila tidak ditulis: sekarang", en "The month of the answers (the day where not anonymous); now when absent"]
        [Input "stdin", id "Baca CSV dari masukan baku; judulnya nama kolom", en "Read CSV from standard input; its headings are column names"]
        ["batch" "NAME", id "Nama kiriman ini; tanpa nama, jawaban yang sama persis dengan kiriman yang tercatat adalah kiriman itu", en "The name of this batch; without one, answers quite like those of a recorded batch are that batch"]
        [Flag "rest", id "Sisa akhir bulan: boleh kurang dari kelompok terkecil", en "The rest at the end of the month: may be less than the least group"]
    } Act::Change(add), "bina response add skm-2025 --unit kel-terjun --service ktp-el 443443443 434443443 44344344. 333443443 444444444";

    "response" "remove" "hapus", id "Menghapus kiriman jawaban yang tercatat ganda, sebagian, atau keliru: seluruhnya, atau baris-barisnya di berkas.", en "Removes a batch of answers that is recorded twice, in part or by mistake: all of it, or lines of its file." {
        [CODE]
        [must "batch" "NAME", id "Nama kirimannya; lihat: bina response list", en "The name of the batch; see: bina response list"]
        ["month" "YYYY-MM", id "Hanya dari bulan ini", en "From this month only"]
        [Repeated "line" "N", id "Hanya jawaban di baris ini dari berkas bulannya; boleh diulang", en "Only the answer in this line of the file of the month; may be repeated"]
        [Flag "rest", id "Yang tersisa boleh kurang dari kelompok terkecil", en "What is left may be less than the least group"]
    } Act::Change(remove), "bina response remove skm-2025 --batch 95c8ecb6 --month 2026-10 --dry-run";

    "response" "list" "daftar", id "Mencetak jawaban.", en "Prints answers." {
        [CODE]
        [MONTH]
        [OUTPUT]
    } Act::Run(list), "bina response list skm-2025 --month 2026-10";

    "questionnaire" "list" "daftar", id "Mencetak daftar kuesioner.", en "Prints the list of questionnaires." {
        [OUTPUT]
    } Act::Run(documents::list::<Questionnaire>), "bina questionnaire list";

    "questionnaire" "rename" "ganti-kunci", id "Mengganti kode kuesioner beserta jawabannya dan semua yang merujuknya.", en "Gives a questionnaire another code, its answers and everything that names it with it." {
        [Place "code" "CODE", id "Kode kuesioner", en "Code of the questionnaire"]
        [NEW]
    } Act::Change(rename::questionnaire), "bina questionnaire rename skm-2025 skm-kecamatan";

    "questionnaire" "show" "lihat", id "Mencetak dokumen kuesioner.", en "Prints the document of a questionnaire." {
        [Place "code" "CODE", id "Kode kuesioner", en "Code of the questionnaire"]
    } Act::Run(documents::show::<Questionnaire>), "bina questionnaire show skm-2025";
}

fn list(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let month = month(matches, session)?;
    let mut draft = Draft::new(&directory);
    let survey = answers::survey(&mut draft, typed(matches, "code").unwrap_or_default());
    clerk::refuse(&draft, session)?;
    let Some(Survey { table, .. }) = survey else {
        return Ok(Exit::Usage);
    };
    let form = listing_form(matches);
    let listing = listing::of_table(&mut draft, &table, month, form, |_| true);
    clerk::refuse(&draft, session)?;
    listing::print(&listing, form, session)?;
    Ok(Exit::Done)
}
