//! `bina import`: lists of other programs come in, or everything that `bina export all` wrote.

mod asking;
mod whole;

use super::arguments::{listing_form, typed};
use super::verb::{Act, Argument, CORRECT, DRY_RUN, OUTPUT, argument, verbs};
use crate::change::{Draft, Request};
use crate::clerk;
use crate::diagnostic::{advice, visible};
use crate::files::access::Access;
use crate::files::input;
use crate::intake::{self, Account, Apart, Difference, Outcome, RowFate};
use crate::listing;
use crate::records::code::{DateOrder, Method, Mode};
use crate::render::{Format, Listing};
use crate::session::{Exit, Session};
use crate::words::change::Slip;
use crate::words::import::{Intake, Spot};
use crate::words::trouble::Trouble;
use crate::words::{Lang, Say};
use asking::ListAnswers;
use clap::ArgMatches;
use std::io::ErrorKind;

const FOR: Argument = argument!("for" "TRAINING|PERIOD", id "Pelatihan, periode, atau bulan yang dimuat daftar, bila daftarnya tidak menyebutkannya", en "The training, period or month that the list is about, where it does not say so itself");
const RULES: Argument = argument!("rules" "NAME", id "Aturan dari imports/ atau bawaan; bila tidak ditulis: yang paling cocok", en "A rule of imports/ or one that is shipped; the best that fits when absent");
const WITH: Argument = argument!(Repeated "with" "COLUMN=VALUE", id "Nilai untuk semua baris yang tidak menyebutkannya; boleh diulang", en "A value of all rows that do not tell it; may be repeated");
const COLUMN: Argument = argument!(Repeated "column" "HEADING=COLUMN", id "Judul kolom daftar yang menjadi kolom itu, disebut dengan judul yang dikenal atau namanya, misalnya --column \"Media Aduan=kanal\"; boleh diulang", en "A heading of the list that becomes that column, which goes by a heading that is known or by its name, such as --column \"Came by=channel\"; may be repeated");
const MEANS: Argument = argument!(Repeated "means" "TEXT=MEANING", id "Arti sebuah isi sel daftar ini, di kolom mana pun, misalnya --means a=1 atau --means \"Menunggu anggaran=Proses\"; boleh diulang", en "What a text in the cells of this list means, in whatever column, such as --means a=1; may be repeated");
const DATES: Argument = argument!("dates" of DateOrder, id "Urutan tanggal yang ditulis dengan angka", en "The order of days that are written in digits");
const SHEET: Argument = argument!("sheet" "NAME", id "Lembar buku kerja yang dibaca; bila tidak ditulis: semua yang memuat daftarnya", en "The sheet of the workbook that is read; all that hold the list when absent");
const NEW_UNITS: Argument = argument!(Flag "new-units", id "Buat unit yang disebut daftar dan belum ada", en "Make the units that the list names and that are not there yet");
const NEW_SERVICES: Argument = argument!(Flag "new-services", id "Buat layanan, kanal, dan kategori yang disebut daftar dan belum ada", en "Make the services, channels and categories that the list names and that are not there yet");
const NEW_OUTSIDERS: Argument = argument!(Flag "new-outsiders", id "Catat sebagai pihak luar penilai, petugas, atau atasan yang disebut daftar dan bukan pegawai, misalnya Bupati", en "Record evaluators, handlers or superiors as from outside whom the list names and who are not staff, such as the regent");
const AS_WRITTEN: Argument = argument!(Flag "as-written", id "Nama orang dan unit yang seluruhnya huruf besar dicatat sebagaimana tertulis", en "Record names of people and units in capitals only as they are written");
const AS_TYPED: Argument = argument!(Flag "as-typed", id "Yang ditulis di --for berlaku, walaupun judul atau nama lembarnya menyebut yang lain", en "What --for tells holds, though the title or the name of a sheet tells otherwise");
const NEW_TRAINING: Argument = argument!(Flag "new-training", id "Buat pelatihan yang disebut --for dan belum ada, dari yang tertulis di atas daftarnya (Kegiatan:, Tanggal:, JP:); yang tidak tertulis di situ ditulis di sini", en "Make the training that --for names and that is not there yet, of what stands above the list (Kegiatan:, Tanggal:, JP:); what is not told there is typed here");
const TITLE: Argument =
    argument!("title" "TEXT", id "Judul pelatihan baru", en "The title of the new training");
const METHOD: Argument =
    argument!("method" of Method, id "Bentuk pelatihan baru", en "The form of the new training");
const MODE: Argument = argument!("mode" of Mode, id "Moda pelatihan baru", en "How the new training is held");
const START: Argument =
    argument!("start" "YYYY-MM-DD", id "Hari pertama pelatihan baru", en "The first day of the new training");
const END: Argument =
    argument!("end" "YYYY-MM-DD", id "Hari terakhir pelatihan baru", en "The last day of the new training");
const JP: Argument = argument!("jp" "JP", id "JP pelatihan baru", en "The JP of the new training");
const COMPLETE: Argument = argument!(Flag "complete", id "Pelatihannya sudah selesai: yang hadir dicatat selesai, seperti dengan bina training complete", en "The training is over: who attended completed it, as with bina training complete");
const BATCH: Argument = argument!("batch" "NAME", id "Nama kiriman jawaban kuesioner; bila tidak ditulis: menurut nama berkas", en "The name of a batch of answers; by the name of the file when absent");
const REST: Argument = argument!(Flag "rest", id "Sisa akhir bulan: jawaban boleh kurang dari kelompok terkecil", en "The rest at the end of the month: answers may be fewer than the least group");
const COMPARE: Argument = argument!(Flag "compare", id "Bandingkan saja dengan catatan: yang hanya ada di salah satunya dan isian yang berbeda; tidak ada yang ditulis; kode keluar 1 bila ada bedanya", en "Only compare with the records: what one of them alone has, and cells that differ; nothing is written; exit code 1 where they differ");
const ASK: Argument = argument!(Flag "ask", id "Tanyakan yang masih terbuka satu per satu, dan baca jawabannya dari masukan baku; di terminal begitu dengan sendirinya", en "Ask what is open one by one, and read the answers from standard input; at a terminal this is done anyway");
const REJECTED: Argument = argument!("rejected" "FILE", id "Berkas untuk baris yang ditolak, untuk dibetulkan lalu diimpor lagi", en "A file for the rejected rows, to be mended and imported again");

/// What it takes beside files and its switches of output.
const TAKES: &[&Argument] = &[
    &FOR,
    &RULES,
    &WITH,
    &COLUMN,
    &MEANS,
    &DATES,
    &SHEET,
    &NEW_UNITS,
    &NEW_SERVICES,
    &NEW_OUTSIDERS,
    &AS_WRITTEN,
    &AS_TYPED,
    &NEW_TRAINING,
    &TITLE,
    &METHOD,
    &MODE,
    &START,
    &END,
    &JP,
    &COMPLETE,
    &BATCH,
    &REST,
    &REJECTED,
    &COMPARE,
    &CORRECT,
    &ASK,
];

verbs! {
    "" "import" "impor", id "Memasukkan daftar dari lembar kerja: pegawai, peserta, jawaban kuesioner, pengaduan, evaluasi, atau tabel lain", en "Brings in a list from a spreadsheet: staff, participants, answers, complaints, evaluations or any table" {
        [Many "files" "SUBJECT FILE…", id "Isi daftar (staff, participation, complaint, evaluation, kode kuesioner, …; boleh tidak ditulis), lalu berkas csv, tsv, xlsx, xls, atau ods; - untuk masukan baku. all dan hasil `bina export all`: semuanya kembali, ke direktori baru", en "What the list is about (staff, participation, complaint, evaluation, a questionnaire's code, …; may be left out), then files: csv, tsv, xlsx, xls or ods; - for standard input. all and what `bina export all` wrote: everything comes back, into a new directory"]
        [FOR]
        [RULES]
        [WITH]
        [COLUMN]
        [MEANS]
        [DATES]
        [SHEET]
        [NEW_UNITS]
        [NEW_SERVICES]
        [NEW_OUTSIDERS]
        [AS_WRITTEN]
        [AS_TYPED]
        [NEW_TRAINING]
        [TITLE]
        [METHOD]
        [MODE]
        [START]
        [END]
        [JP]
        [COMPLETE]
        [BATCH]
        [REST]
        [ASK]
        [REJECTED]
        [COMPARE]
        [OUTPUT]
        [CORRECT]
        [DRY_RUN]
    } Act::Run(run), "bina import participation daftar-hadir.xlsx --for 2026-10/bimtek-kearsipan --rejected ditolak.csv";
}

/// So many different ways out of rejections are told.
const ADVISED: usize = 10;

/// A file with its bytes, or why it cannot be read.
type Attached = Result<(String, Vec<u8>), Slip>;

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<Exit> {
    let texts: Vec<String> = matches.get_many("files").into_iter().flatten().cloned().collect();
    if let Some((first, names)) = texts.split_first()
        && whole::NAMES.contains(&first.as_str())
    {
        return whole::run(names, matches, session);
    }
    let is_file = |text: &str| text == "-" || session.here.join(text).is_file();
    let has_subject = texts
        .first()
        .is_some_and(|first| !(first.contains(['.', '/', '\\']) || (texts.len() == 1 && is_file(first))));
    let (subject, names) = texts.split_at(usize::from(has_subject));
    let mut files: Vec<Attached> = Vec::new();
    for name in names {
        files.push(attached(name, session)?);
    }
    let beside = typed(matches, REJECTED.name).map(|file| barred(file, names, session));
    let beside = beside.transpose()?.flatten();
    let list = GivenList {
        matches,
        subject: subject.first(),
        names,
        files,
    };
    let answers = match beside {
        Some(_) => ListAnswers::default(),
        None => asking::answers(&list, session)?,
    };
    let (mut rejected, mut apart, mut together) = (0, false, None);
    // What is only compared is shown as what would be written: nothing waits for it.
    let dry_run = matches.get_flag(DRY_RUN.name) || matches.get_flag(COMPARE.name);
    let exit = clerk::carry_out(session, dry_run, |draft, session| {
        if let Some(slip) = beside {
            draft.refuse("--rejected", slip);
        }
        let account = list.account(draft, &answers, session);
        // What could not be printed is told when the change is delivered.
        let _ = account.map(|account| {
            rejected = account.count(Outcome::Rejected);
            apart = !account.differences.is_empty();
            let told = tell(&account, matches, session);
            together = account.together;
            told
        });
        spare(draft, session);
    });
    if let Some(all) = together {
        session.tell(&all)?;
    }
    let exit = exit?;
    answers.tell(&list, session)?;
    if exit == Exit::Done && apart {
        return Ok(Exit::Findings);
    }
    if exit != Exit::Done || rejected == 0 {
        return Ok(exit);
    }
    let (file, count) = (typed(matches, REJECTED.name).map(str::to_owned), rejected);
    session.tell(&match file {
        Some(file) if dry_run => Intake::RejectedWould { file, count },
        Some(file) => Intake::RejectedWritten { file, count },
        None => Intake::RejectedHint,
    })?;
    Ok(Exit::Findings)
}

/// Leaves a file alone that holds other rejected rows than those of now: they may be half mended.
fn spare(draft: &mut Draft<'_>, session: &Session<'_>) {
    if let Some((Some(file), text)) = &draft.beside
        && file != "-"
        && input::bytes(&session.here.join(file)).is_ok_and(|old| !old.is_empty() && old != text.as_bytes())
    {
        let name = file.clone();
        draft.refuse("--rejected", Slip::RejectedOther { name });
    }
}

/// Why rejected rows must not go to a file: it is the list, or holds something else.
fn barred(file: &str, lists: &[String], session: &Session<'_>) -> anyhow::Result<Option<Slip>> {
    let (path, name) = (session.here.join(file), file.to_owned());
    if lists
        .iter()
        .any(|list| input::is_same(&path, &session.here.join(list)))
    {
        return Ok(Some(Slip::ListItself { name }));
    }
    if file == "-" {
        return Ok(None);
    }
    let outlet = session.outlet(file, Access::OwnerOnly)?;
    let is_other = outlet.is_there() && {
        let text = input::bytes(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        !text.is_ok_and(|text| text.is_empty() || intake::is_rejected(&text))
    };
    let is_csv = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    Ok(match (is_other, is_csv) {
        (true, _) => Some(Slip::NotRejected { name }),
        (false, false) => Some(Slip::RejectedCsv { name }),
        (false, true) => None,
    })
}

/// A list as it was given: what was typed, and its files.
struct GivenList<'l> {
    matches: &'l ArgMatches,
    subject: Option<&'l String>,
    names: &'l [String],
    files: Vec<Attached>,
}

impl GivenList<'_> {
    /// What becomes of it with some answers; refuses what is no subject, and files that cannot be read.
    fn account(
        &self,
        draft: &mut Draft<'_>,
        answers: &ListAnswers,
        session: &mut Session<'_>,
    ) -> Option<Account> {
        let (today, lang) = (session.today, session.lang);
        let mut mint = |length| session.mint(length);
        let mut request = Request::new((today, lang), (Vec::new(), None), &mut mint);
        for argument in TAKES {
            argument.give(self.matches, &mut request);
        }
        answers.give(&mut request);
        if self.files.is_empty() {
            draft.refuse("", Slip::ListMissing);
        }
        let files = self.files.iter().cloned();
        let files: Vec<(String, Vec<u8>)> = files.filter_map(|file| draft.accept("FILE", file)).collect();
        if let Some(subject) = self.subject.filter(|subject| !intake::is_subject(draft, subject)) {
            let name = subject.clone();
            draft.refuse("SUBJECT", Slip::SubjectNone { name });
        }
        draft.is_good().then_some(())?;
        intake::draft(draft, &mut request, self.subject.map(String::as_str), files)
    }
}

/// A file, or standard input, with its bytes.
fn attached(name: &str, session: &mut Session<'_>) -> anyhow::Result<Attached> {
    let name = name.to_owned();
    if name == "-" {
        return Ok(Ok((name, session.bytes_in()?)));
    }
    Ok(match input::bytes(&session.here.join(&name)) {
        Ok(bytes) => Ok((name, bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Slip::FileNone { name }),
        Err(error) => {
            let reason = Trouble::of(&error).text(session.lang);
            Err(Slip::FileUnreadable { name, reason })
        }
    })
}

/// Prints what became of each row, and says what is worth knowing of the list.
fn tell(account: &Account, matches: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let form = listing_form(matches);
    if !account.rows.is_empty() && (!session.quiet || typed(matches, "output").is_some()) {
        let listing = listed(&account.rows, form, session.lang);
        listing::print(&listing, form, session)?;
    }
    if matches.get_flag(COMPARE.name) && (!session.quiet || typed(matches, "output").is_some()) {
        let listing = compared(&account.differences, form, session.lang);
        listing::print(&listing, form, session)?;
    }
    if session.quiet {
        why(account, session)?;
    }
    for (place, help) in account.advice(session.lang).into_iter().take(ADVISED) {
        let (place, advice) = (place.within().text(session.lang), advice(session.lang));
        writeln!(session.err, "{advice} ({place}): {}", visible(&help))?;
    }
    for reason in &account.missing {
        clerk::print_reason("", reason, session)?;
    }
    for note in &account.notes {
        session.tell(note)?;
    }
    Ok(())
}

/// Says why rows were rejected, to who wants nothing else to be said.
fn why(account: &Account, session: &mut Session<'_>) -> anyhow::Result<()> {
    /// So many are told one by one.
    const TOLD: usize = 50;
    let is_meant = |row: &&RowFate| row.outcome == Outcome::Rejected && !row.is_told_once();
    let rejected = || account.rows.iter().filter(is_meant);
    for row in rejected().take(TOLD) {
        let (place, why) = (row.place.text(session.lang), row.why(session.lang));
        writeln!(session.err, "{}", visible(&format!("{place}: {why}")))?;
    }
    if let Some(count) = rejected().count().checked_sub(TOLD).filter(|more| *more > 0) {
        let more = Intake::MoreRejected { count };
        writeln!(session.err, "{}", more.text(session.lang))?;
    }
    Ok(())
}

/// In what a list is apart from the records.
fn compared(all: &[Difference], form: &Format, lang: Lang) -> Listing {
    let of = |code: &str, word: Intake| match form.is_data {
        true => code.to_owned(),
        false => word.text(lang),
    };
    let cells = |one: &Difference| {
        vec![
            match form.is_data || one.apart == Apart::OnlyHere {
                true => one.place.text(lang),
                false => one.place.within().text(lang),
            },
            of(one.apart.code(), one.apart.word()),
            one.key.clone(),
            one.person.clone(),
            one.column.clone(),
            one.here.clone(),
            one.there.clone(),
        ]
    };
    let mut listing = Listing {
        names: vec![
            of("place", Intake::Place),
            of("difference", Intake::Apart),
            of("key", Intake::Row),
            of("person", Intake::Who),
            of("column", Intake::Column),
            of("here", Intake::Here),
            of("there", Intake::There),
        ],
        keys: 2,
        kinds: Vec::new(),
        widest: listing::WIDEST,
        rows: all.iter().map(cells).collect(),
    };
    if !form.is_data {
        // A reader knows people by name, and other rows by their key.
        let has_people = listing.rows.iter().any(|row| !row[3].is_empty());
        listing.leave_out(if has_people { &[2] } else { &[3] });
    }
    listing
}

fn listed(rows: &[RowFate], form: &Format, lang: Lang) -> Listing {
    let name = |code: &str, word: Intake| {
        if form.is_data {
            code.to_owned()
        } else {
            word.text(lang)
        }
    };
    // Where there is one file only, everybody knows it.
    let is_one = !form.is_data
        && rows
            .windows(2)
            .all(|pair| pair[0].place.file == pair[1].place.file);
    let place = |spot: &Spot| {
        if is_one {
            spot.within().text(lang)
        } else {
            spot.text(lang)
        }
    };
    let cells = |row: &RowFate| {
        vec![
            place(&row.place),
            if form.is_data {
                row.outcome.code().to_owned()
            } else {
                row.outcome.word().text(lang)
            },
            row.person.to_string(),
            row.matched.as_ref().map(|how| how.text(lang)).unwrap_or_default(),
            row.why(lang),
        ]
    };
    Listing {
        names: vec![
            name("place", Intake::Place),
            name("outcome", Intake::What),
            name("person", Intake::Who),
            name("matched", Intake::How),
            name("details", Intake::Details),
        ],
        keys: 1,
        kinds: Vec::new(),
        widest: listing::WIDEST + 20,
        rows: rows.iter().map(cells).collect(),
    }
}
