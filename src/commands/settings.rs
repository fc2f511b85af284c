//! `bina settings set|show` and `bina signatory|service|channel|category add`: what stands in `bina.toml`.

use super::verb::{Act, Argument, argument, verbs};
use crate::change::Draft;
use crate::change::settings::{add_category, add_channel, add_service, add_signatory, set};
use crate::clerk;
use crate::files::directory::MARKER;
use crate::session::{Exit, Session};
use clap::ArgMatches;

const CODE: Argument = argument!(Place "code" "CODE", id "Kodenya", en "Its code");
const NAME: Argument = argument!(Place "name" "NAME", id "Namanya", en "Its name");

verbs! {
    "settings" "set" "ubah", id "Mengubah satu pengaturan; komentar dan urutan tetap. Nilai kosong menghapusnya.", en "Changes a setting; comments and order stay. An empty value removes it." {
        [Place "key" "KEY", id "Pengaturannya, misalnya agency.name, language, records_since, atau calendar.weekend", en "The setting, for example agency.name, language, records_since or calendar.weekend"]
        [Place "value" "VALUE", id "Nilainya; beberapa nilai dipisah koma", en "Its value; several are parted by commas"]
    } Act::Change(set), r#"bina settings set agency.addressee "Camat Medan Marelan""#;

    "settings" "show" "lihat", id "Mencetak pengaturan kantor.", en "Prints the settings of the office." {
    } Act::Run(show), "bina settings show";

    "signatory" "add" "tambah", id "Menyebut siapa yang menandatangani laporan dan cetakan sejak suatu hari.", en "Names who signs reports and papers from a day on." {
        [Place "person" "PERSON", id "Orangnya: id, NIP, atau bagian nama", en "The person: id, NIP or a part of the name"]
        [Place "position" "POSITION", id "Jabatan penanda tangan", en "The position signed with"]
        ["since" "YYYY-MM-DD", id "Sejak hari apa; bila tidak ditulis: hari ini", en "From which day; today when absent"]
        ["rank" "TEXT", id "Pangkatnya; golongannya diketahui dari penempatan", en "The rank; the grade is known from the postings"]
        ["prefix" "TEXT", id "`Plt.` atau `a.n.` bila demikian", en "`Plt.` or `a.n.` where so"]
    } Act::Change(add_signatory), r#"bina signatory add "Rina Marpaung" "Sekretaris Camat" --prefix "a.n. Camat" --rank "Penata Tingkat I""#;

    "service" "add" "tambah", id "Menambah layanan ke daftar kantor.", en "Adds a service to the office's list." {
        [CODE]
        [NAME]
    } Act::Add(add_service), r#"bina service add ktp-el "Perekaman dan pencetakan KTP-el""#;

    "channel" "add" "tambah", id "Menambah kanal pengaduan ke daftar kantor.", en "Adds a channel of complaints to the office's list." {
        [CODE]
        [NAME]
        ["reach" "TEXT", id "Nomor, alamat, atau lamannya, seperti di papan pengumuman", en "Its number, address or site, as the notice board says"]
    } Act::Add(add_channel), r#"bina channel add wa "WhatsApp kecamatan" --reach "0800 0000 000""#;

    "category" "add" "tambah", id "Menambah kategori pengaduan ke daftar kantor.", en "Adds a category of complaints to the office's list." {
        [CODE]
        [NAME]
    } Act::Add(add_category), r#"bina category add waktu "Waktu pelayanan""#;
}

/// Prints the settings as they stand in their file.
fn show(_matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let directory = session.directory()?;
    let mut draft = Draft::new(&directory);
    let text = draft.text(MARKER);
    clerk::refuse(&draft, session)?;
    write!(session.out, "{}", text.unwrap_or_default())?;
    Ok(Exit::Done)
}
