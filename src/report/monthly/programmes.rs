//! Programmes of the month: who came, what they learned, what they thought.

use super::super::model::{Note, Section, Table, Value};
use super::Context;
use crate::measure::feedback::{Form, part_of, strictest};
use crate::measure::judged::Judged;
use crate::measure::meaning::{ABOUT_INSTRUCTOR, How, Meaning, OF_ASPECT, OF_INSTRUCTOR, decimal, whole};
use crate::measure::programmes::{Programme, REASON_COLUMNS};
use crate::records::code::{AbsenceReason, Mode};
use crate::records::number::Ratio;
use crate::records::training::Instructor;
use crate::rules::Edition;
use crate::words::report::Text;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let mut out = super::section(context, "programmes", Text::Programmes);
    out.tables = vec![
        super::modes::by_mode(context),
        programmes(context),
        absences(context),
        aspects(context),
        instructors(context),
    ];
    out.tables
        .retain(|table| table.id.starts_with("programmes") || !table.rows.is_empty());
    out.notes = notes(context);
    out
}

/// A programme: its id for data formats, its title for text.
fn key(programme: &Programme) -> Value {
    Value::Key {
        key: programme.id.clone(),
        label: programme.training.title.clone(),
    }
}

/// What a cell holds of a programme; nothing in the total row.
fn alone<'p>(of: impl Fn(&'p Programme) -> Value) -> impl Fn(&Option<&'p Programme>) -> Value {
    move |one| one.map_or(Value::Missing, &of)
}

/// The programmes and, behind them, the total: sums where a sum means something.
fn programmes(context: &Context<'_>) -> Table {
    let (pen, list, rule) = (context.pen, &context.figures.programmes, context.edition.gain);
    let sum = |of: fn(&Programme) -> u64, one: &Option<&Programme>| match one {
        Some(programme) => of(programme),
        None => list.iter().map(of).sum(),
    };
    let count = |of: fn(&Programme) -> u64| move |one: &Option<&Programme>| pen.count(sum(of, one));
    let gain = |one: &Programme| one.results().gain(one.training.max_score(), rule.min_pairs);
    let rows = list.iter().map(Some);
    let total = (!list.is_empty()).then_some(None);
    let table = pen
        .list("programmes", rows.chain(total))
        .or_says(Text::NoProgrammes)
        .col("training", Text::Training, |one| one.map_or(pen.total(), key))
        .col("title", ("Judul", "Title"), alone(|one| Value::Text(one.training.title.clone())))
        .hidden()
        .col("method", ("Bentuk", "Method"), alone(|one| {
            let method = one.training.method;
            pen.code(method.code(), method.phrase())
        }))
        .col("mode", Text::ModeColumn, alone(|one| {
            let mode = one.training.mode;
            pen.code(mode.code(), mode.phrase())
        }))
        .col("invited", Text::Invited, count(|one| one.tally.invited))
        .counted("Jumlah orang dalam daftar peserta.", "How many people are on the list of participants.")
        .col("completed", Text::Completed, count(|one| one.results().completed))
        .counted(
            "Jumlah peserta yang selesai; pada pelatihan mandiri yang selesai bulan ini.",
            "How many completed it; of a self-paced programme in this month.",
        )
        .col("absent", Text::Absent, count(|one| one.tally.absent()))
        .counted(
            "Jumlah peserta yang tidak hadir, apa pun alasannya.",
            "How many were absent, for whatever reason.",
        )
        .col("jp", Text::Jp, alone(|one| pen.sum(one.training.jp.value.0.into())))
        .measured("JP")
        .summed("JP pelatihan menurut dokumennya.", "The JP of the programme, as its document says.")
        .col("pairs", ("Pasang nilai", "Pairs"), count(|one| one.results().pre.n))
        .counted(
            "Jumlah peserta yang mempunyai nilai tes awal dan tes akhir.",
            "How many have both a pre-test and a post-test.",
        )
        .col("pre_mean", ("Tes awal", "Pre-test"), alone(|one| pen.ratio(one.results().pre.decimal(), 2)))
        .means(Meaning::new(
            How::Over(decimal("pre_mean"), whole("pairs")),
            "Rata-rata tes awal dari peserta yang mempunyai kedua nilai.",
            "The mean pre-test of those who have both tests.",
        ))
        .by("gain")
        .col("post_mean", ("Tes akhir", "Post-test"), alone(|one| pen.ratio(one.results().post.decimal(), 2)))
        .means(Meaning::new(
            How::Over(decimal("post_mean"), whole("pairs")),
            "Rata-rata tes akhir dari peserta yang mempunyai kedua nilai.",
            "The mean post-test of those who have both tests.",
        ))
        .by("gain")
        .col("gain", ("N-gain", "N-gain"), alone(|one| pen.ratio(gain(one), rule.decimals as u32)))
        .means(Meaning::new(
            How::Gain,
            "(rata-rata tes akhir − rata-rata tes awal) / (nilai tertinggi − rata-rata tes awal).",
            "(mean post-test − mean pre-test) / (highest score − mean pre-test).",
        ))
        .by("gain")
        .col("gain_band", ("Golongan", "Band"), alone(|one| band(context, gain(one))))
        .col("responses", ("Jawaban", "Responses"), count(Programme::responses))
        .counted(
            "Jumlah jawaban tentang pelatihan ini; bila semuanya tentang pengajar, yang terbanyak tentang seorang pengajar.",
            "How many answers there are about the programme; where all are about instructors, the most about one of them.",
        )
        .col("response_rate", ("Pengisian", "Response rate"), |one| {
            pen.share(sum(Programme::responses, one), sum(Programme::asked, one))
        })
        .means(Meaning::new(
            How::Over(whole("responses"), whole("asked")),
            "Jumlah jawaban dibagi jumlah peserta yang mengikuti; pada pelatihan mandiri yang selesai bulan ini.",
            "The answers over those who took part; of a self-paced programme over those who completed it in the month.",
        ))
        .col("satisfaction", ("Kepuasan", "Satisfaction"), alone(|one| satisfaction(context, one)))
        .means(Meaning::new(
            How::Mean(whole("satisfaction")),
            "Rata-rata semua butir berskala dari semua jawaban; butir terbalik dibalik lebih dahulu.",
            "The mean of all scale items over all answers; items where less is better are turned round first.",
        ))
        .by("feedback")
        .col("jp_total", Text::JpEarned, |one| {
            let jp = |one: &Programme| one.results().jp;
            pen.sum(one.map_or_else(|| list.iter().map(jp).sum(), jp))
        })
        .measured("JP")
        .summed(
            "Jumlah JP pada sertifikat peserta yang selesai.",
            "The JP on the certificates of those who completed.",
        )
        .col("other", ("Lainnya", "Other"), count(Programme::others))
        .counted(
            "Jumlah peserta yang tidak selesai dan tidak pula tidak hadir: masih mengikuti, belum lulus, atau mundur.",
            "How many neither completed nor were absent: still at it, failed or withdrawn.",
        )
        .view_titled(
            ("Peserta", "Participants"),
            &["training", "mode", "invited", "completed", "absent", "other", "jp", "jp_total"],
        )
        .view_titled(
            ("Hasil belajar dan umpan balik peserta", "Learning and participants' feedback"),
            &[
                "training", "pairs", "pre_mean", "post_mean", "gain", "gain_band", "responses", "response_rate",
                "satisfaction",
            ],
        )
        .table();
    let numbers = list.iter().map(Programme::figure).collect();
    Table { numbers, ..table }
}

/// The words of a band of the gain.
fn band(context: &Context<'_>, gain: Option<Ratio>) -> Value {
    let pen = context.pen;
    let Some(band) = gain.and_then(|gain| context.edition.gain.band(gain)) else {
        return Value::Missing;
    };
    let label = match &*band.code.0 {
        "low" => pen.say(Text::Low),
        "medium" => pen.say(Text::Medium),
        "high" => pen.say(Text::High),
        other => other.to_owned(),
    };
    Value::Key {
        key: band.code.0.clone(),
        label,
    }
}

/// The mean satisfaction: of the forms that were answered, when they share a scale and enough people answered.
fn satisfaction(context: &Context<'_>, programme: &Programme) -> Value {
    let places = context.edition.feedback.decimals as u32;
    let satisfaction = programme.satisfaction(&context.figures.forms);
    let pen = context.pen;
    pen.disclosed(satisfaction, |mean| pen.ratio(Some(mean), places))
}

fn absences(context: &Context<'_>) -> Table {
    let (pen, all) = (context.pen, &context.figures.programmes);
    let list = pen
        .list("absences", all.iter().filter(|one| one.tally.absent() > 0))
        .titled(("Alasan ketidakhadiran", "Reasons of absence"))
        .numbered(|one| one.figure())
        .col("training", Text::Training, |one| key(one));
    let by_reason = AbsenceReason::ALL.iter().fold(list, |list, reason| {
        let number = *reason as usize;
        list.col(REASON_COLUMNS[number], reason.phrase(), |one| {
            pen.count(one.tally.absent[number])
        })
        .counted(
            "Jumlah peserta yang tidak hadir dengan alasan ini.",
            "How many were absent for this reason.",
        )
    });
    by_reason
        .col("unknown", ("tanpa alasan", "no reason given"), |one| {
            pen.count(one.tally.absent[AbsenceReason::ALL.len()])
        })
        .counted(
            "Jumlah peserta yang tidak hadir dan alasannya tidak dicatat.",
            "How many were absent without a reason on record.",
        )
        .table()
}

/// An aspect of a programme's feedback, with its number in traces, the answers and the mean.
struct Aspect<'p> {
    number: u64,
    programme: &'p Programme,
    name: &'p str,
    mean: Judged,
}

/// Means by aspect, of programmes with enough answers.
fn aspects(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let shown = context.figures.programmes.iter().filter(|one| !one.is_withheld());
    let mut aspects = Vec::new();
    for programme in shown {
        for (form_number, form, feedback) in programme.answered(&context.figures.forms) {
            let places = feedback.aspects(form).enumerate();
            aspects.extend(places.map(|(place, (name, mean))| Aspect {
                number: part_of(programme.figure(), form_number, place),
                programme,
                name,
                mean,
            }));
        }
    }
    pen.list("satisfaction_by_aspect", aspects)
        .titled(("Kepuasan menurut aspek", "Satisfaction by aspect"))
        .numbered(|one| one.number)
        .col("training", Text::Training, |one| key(one.programme))
        .col("aspect", Text::Aspect, |one| Value::Text(one.name.to_owned()))
        .col("n", Text::Count, |one| pen.count(one.mean.people()))
        .counted(
            "Jumlah jawaban tentang pelatihan ini.",
            "How many answers there are about the programme.",
        )
        .col("mean", Text::Mean, |one| {
            pen.judged(
                one.programme.guard,
                one.mean,
                context.edition.feedback.decimals as u32,
            )
        })
        .means(OF_ASPECT)
        .table()
}

/// Instructors with the answers about each, where enough people answered about him or her.
fn instructors(context: &Context<'_>) -> Table {
    let pen = context.pen;
    let mut rows = Vec::new();
    for programme in &context.figures.programmes {
        for (place, instructor) in programme.training.instructor.iter().enumerate() {
            let about = programme
                .answered(&context.figures.forms)
                .find_map(|(number, form, feedback)| {
                    let own = feedback.instructor(&instructor.key.value)?;
                    Some((number, form.guard, own.judged()))
                });
            let form = about.map_or(0, |(number, ..)| number);
            let number = part_of(programme.figure(), form, place);
            rows.push((number, key(programme), instructor, about));
        }
    }
    pen.list("instructors", rows)
        .titled(("Pengajar", "Instructors"))
        .numbered(|(number, ..)| *number)
        .col("training", Text::Training, |(_, key, ..)| key.clone())
        .col("instructor", ("Pengajar", "Instructor"), |(_, _, one, _)| {
            name(context, one)
        })
        .col("expertise", ("Keahlian", "Expertise"), |(_, _, one, _)| {
            pen.text(one.expertise.as_deref())
        })
        .col("n", Text::Count, |(.., about)| {
            about.map_or(Value::Missing, |(.., mean)| pen.count(mean.people()))
        })
        .means(ABOUT_INSTRUCTOR)
        .col("mean", Text::Mean, |(.., about)| match about {
            None => Value::Missing,
            Some((_, guard, mean)) => pen.judged(*guard, *mean, context.edition.feedback.decimals as u32),
        })
        .means(OF_INSTRUCTOR)
        .table()
}

/// The name of an instructor: as written, of a person of the office, or the key.
fn name(context: &Context<'_>, instructor: &Instructor) -> Value {
    let person = instructor.staff.as_ref();
    let person = person.and_then(|id| context.who.people.find(&id.value));
    match (&instructor.name, person) {
        (Some(name), _) => Value::Text(name.clone()),
        (None, Some(person)) => context.pen.person(person),
        (None, None) => Value::Text(instructor.key.value.0.clone()),
    }
}

fn notes(context: &Context<'_>) -> Vec<Note> {
    let (pen, list) = (context.pen, &context.figures.programmes);
    let mut notes = Vec::new();
    if list.is_empty() {
        return notes;
    }
    notes.push(pen.note("gain", Text::NoteGain));
    // The public is not shown the gain, which is by programme.
    notes.push(Note {
        is_public: false,
        ..pen.basis(&context.edition.gain.head())
    });
    notes.push(pen.note("response-rate", Text::NoteResponseRate));
    if let Some((low, high)) = context.figures.forms.first().and_then(Form::scale) {
        notes.push(pen.note("scale", Text::NoteSatisfactionScale { low, high }));
    }
    if list.iter().any(|one| one.training.mode == Mode::SelfPaced) {
        notes.push(pen.note("self-paced", Text::NoteSelfPaced).public());
    }
    if list.iter().any(Programme::is_withheld) {
        let minimum = strictest(&context.figures.forms).least();
        notes.push(pen.note("withheld", Text::NoteWithheld { minimum }));
    }
    notes
}
