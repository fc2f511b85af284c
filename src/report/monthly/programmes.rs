//! Programmes of the month: who came, what they learned, what they thought.

use super::super::chart::{Chart, Drawing};
use super::super::list::List;
use super::super::model::{Note, Section, Table, Value};
use super::feedback::key;
use super::{Context, feedback};
use crate::measure::feedback::{Form, strictest};
use crate::measure::meaning::{How, Meaning, decimal, whole};
use crate::measure::programmes::{Programme, REASON_COLUMNS, ResultColumn as Of, Results, together};
use crate::records::code::{AbsenceReason, Mode, ParticipationStatus};
use crate::rules::Enactment;
use crate::words::report::Text;

/// The section.
pub(super) fn section(context: &Context<'_>) -> Section {
    let mut out = super::section(
        context,
        "programmes",
        ("Pelatihan bulan ini", "Programmes of the month"),
    );
    out.tables = vec![
        super::modes::by_mode(context),
        programmes(context),
        absences(context).detail(),
        feedback::aspects(context),
        feedback::instructors(context).detail(),
    ];
    out.notes = notes(context);
    out
}

/// A programme with its results, or all together.
struct Row<'p> {
    programme: Option<&'p Programme>,
    results: Results,
    responses: u64,
    has_rate: bool,
    /// Whether a questionnaire was given out, or answered: where nobody was asked there is no answer, not none.
    is_asked: bool,
    /// Whether it is on record who came: until a programme is closed nobody knows.
    is_closed: bool,
    /// How many programmes have begun and have nobody on record.
    unrolled: u64,
}

/// The rows of the programmes, and behind them that of the total: sums where a sum means something.
type Rows<'p> = List<Row<'p>>;

/// What a cell holds of a programme; nothing in the total row.
fn alone<'p>(of: impl Fn(&'p Programme) -> Value) -> impl Fn(&Row<'p>) -> Value {
    move |row| row.programme.map_or(Value::Missing, &of)
}

/// A cell that counts.
fn count(context: &Context<'_>, column: Of) -> impl Fn(&Row<'_>) -> Value {
    let pen = context.pen;
    move |row| pen.beside_rolls(pen.count(row.results.count(column)), row.unrolled)
}

/// A cell that counts what is on record when a programme is closed: before, none is nothing known.
fn closed(context: &Context<'_>, column: Of) -> impl Fn(&Row<'_>) -> Value {
    let count = count(context, column);
    move |row| match row.is_closed || row.results.of(column) > 0 {
        true => count(row),
        false => Value::Missing,
    }
}

/// The rows of the programmes, and of all together where there are some.
fn rows<'c>(context: &Context<'c>) -> Vec<Row<'c>> {
    let list = &context.figures.programmes;
    let each = list.iter().map(|one| Row {
        programme: Some(one),
        results: one.results().clone(),
        responses: one.responses(),
        has_rate: one.has_rate(),
        is_asked: one.responses() > 0 || !one.training.questionnaires.is_empty(),
        is_closed: one.is_closed(),
        unrolled: context.is_unrolled(one).into(),
    });
    let mut rows: Vec<Row<'_>> = each.collect();
    let total = (!list.is_empty()).then(|| Row {
        programme: None,
        results: together(list),
        responses: list.iter().map(Programme::responses).sum(),
        has_rate: list.iter().all(Programme::has_rate),
        is_asked: rows.iter().any(|row| row.is_asked),
        is_closed: rows.iter().any(|row| row.is_closed),
        unrolled: rows.iter().map(|row| row.unrolled).sum::<u64>() + context.unrolled_self_paced(),
    });
    rows.extend(total);
    rows
}

fn programmes(context: &Context<'_>) -> Table {
    let (pen, list) = (context.pen, &context.figures.programmes);
    let rows = pen
        .list("programmes", rows(context))
        .or_says(Text::NoProgrammes)
        .col("training", Text::Training, |row| {
            row.programme.map_or(pen.total(), key)
        })
        .col(
            "title",
            ("Judul", "Title"),
            alone(|one| Value::Text(one.training.title.clone())),
        )
        .hidden()
        .col(
            "method",
            ("Bentuk", "Method"),
            alone(|one| pen.key(one.training.method.code(), one.training.method.phrase())),
        )
        .col(
            "mode",
            Text::ModeColumn,
            alone(|one| pen.key(one.training.mode.code(), one.training.mode.phrase())),
        );
    let rows = reactions(context, learning(context, attendance(context, rows)));
    let table = outcome(context, rows)
        .view_titled(
            ("Peserta", "Participants"),
            &[
                "training",
                "mode",
                "invited",
                "completed",
                "absent",
                "other",
                "jp",
                "jp_total",
            ],
        )
        .view_titled(
            (
                "Hasil belajar dan umpan balik peserta",
                "Learning and participants' feedback",
            ),
            &[
                "training",
                "pairs",
                "pre_mean",
                "post_mean",
                "gain",
                "gain_band",
                "responses",
                "response_rate",
                "satisfaction",
            ],
        )
        .table();
    // Who failed or withdrew is worth more than how many pairs of tests there are, which the means are of.
    let ended = [ParticipationStatus::Failed, ParticipationStatus::Withdrawn];
    let has_ended = |one: &Programme| {
        ended
            .iter()
            .any(|status| one.tally.by_status[*status as usize] > 0)
    };
    let fourth = if list.iter().any(has_ended) {
        "other"
    } else {
        "pairs"
    };
    let short = [
        "training",
        "invited",
        "completed",
        "absent",
        fourth,
        "pre_mean",
        "post_mean",
        "response_rate",
        "satisfaction",
    ];
    let table = table.short_view(&short);
    let numbers = list.iter().map(Programme::figure).collect();
    let title = pen.say(("Rata-rata tes awal → tes akhir", "Mean pre-test → post-test"));
    let (before, after) = ("pre_mean", "post_mean");
    let tests = Chart::new("tests", title, Drawing::Dumbbell { before, after });
    Table { numbers, ..table }.drawn(tests)
}

/// Who was invited and who came.
fn attendance<'p>(context: &Context<'_>, rows: Rows<'p>) -> Rows<'p> {
    let pen = context.pen;
    rows.col("invited", Text::Invited, count(context, Of::invited))
        .counted(
            "Jumlah orang dalam daftar peserta.",
            "How many people are on the list of participants.",
        )
        .col("completed", Text::Completed, closed(context, Of::completed))
        .counted(
            "Jumlah peserta yang selesai; pada pelatihan mandiri yang selesai bulan ini.",
            "How many completed it; of a self-paced programme in this month.",
        )
        .col("absent", Text::Absent, closed(context, Of::absent))
        .counted(
            "Jumlah peserta yang tidak hadir, apa pun alasannya.",
            "How many were absent, for whatever reason.",
        )
        .col(
            "jp",
            Text::Jp,
            alone(|one| pen.sum(one.training.jp.value.0.into())),
        )
        .measured("JP")
        .summed(
            "JP pelatihan menurut dokumennya.",
            "The JP of the programme, as its document says.",
        )
}

/// What the tests show.
fn learning<'p>(context: &Context<'_>, rows: Rows<'p>) -> Rows<'p> {
    let (pen, rule) = (context.pen, context.edition.gain);
    let gain = |one: &Programme| one.results().gain(one.training.max_score(), rule.min_pairs);
    rows.col("pairs", ("Pasang nilai", "Pairs"), count(context, Of::pairs))
        .counted(
            "Jumlah peserta yang mempunyai nilai tes awal dan tes akhir.",
            "How many have both a pre-test and a post-test.",
        )
        .col(
            "pre_mean",
            ("Tes awal", "Pre-test"),
            alone(|one| pen.ratio(one.results().figure(Of::pre_mean), 2)),
        )
        .means(Meaning::new(
            How::Over(decimal("pre_mean"), whole("pairs")),
            "Rata-rata tes awal dari peserta yang mempunyai kedua nilai.",
            "The mean pre-test of those who have both tests.",
        ))
        .by("gain")
        .col(
            "post_mean",
            ("Tes akhir", "Post-test"),
            alone(|one| pen.ratio(one.results().figure(Of::post_mean), 2)),
        )
        .means(Meaning::new(
            How::Over(decimal("post_mean"), whole("pairs")),
            "Rata-rata tes akhir dari peserta yang mempunyai kedua nilai.",
            "The mean post-test of those who have both tests.",
        ))
        .by("gain")
        .col(
            "gain",
            ("N-gain", "N-gain"),
            alone(|one| pen.gain(gain(one), rule)),
        )
        .means(Meaning::new(
            How::Gain,
            "(rata-rata tes akhir − rata-rata tes awal) / (nilai tertinggi − rata-rata tes awal).",
            "(mean post-test − mean pre-test) / (highest score − mean pre-test).",
        ))
        .by("gain")
        .col(
            "gain_band",
            ("Kategori", "Band"),
            alone(|one| pen.gain_band(gain(one), rule)),
        )
}

/// What the participants thought.
fn reactions<'p>(context: &Context<'_>, rows: Rows<'p>) -> Rows<'p> {
    rows.col(
        "responses",
        ("Jawaban", "Responses"),
        |row| match row.is_asked {
            true => context.pen.count(row.responses),
            false => Value::Missing,
        },
    )
    .counted(
        "Jumlah jawaban tentang pelatihan ini yang mengisi sedikitnya satu butir; jawaban tentang seorang pengajar \
         dihitung pada pengajar itu.",
        "How many answers there are about the programme that say something; those about an instructor count there.",
    )
    .col("response_rate", ("Pengisian", "Response rate"), |row| {
        match row.has_rate && row.is_asked {
            true => {
                let rate = context.pen.rate(row.responses, row.results.count(Of::asked));
                context.pen.beside_rolls(rate, row.unrolled)
            }
            false => Value::Missing,
        }
    })
    .means(Meaning::new(
        How::Rate(whole("responses"), whole("asked")),
        "Jumlah jawaban dibagi jumlah peserta yang mengikuti; pada pelatihan mandiri yang selesai bulan ini. Tidak \
         diketahui bila jawabannya lebih banyak.",
        "The answers over those who took part; of a self-paced programme over those who completed it in the \
         month. Not known where more answered.",
    ))
    .col(
        "satisfaction",
        ("Kepuasan", "Satisfaction"),
        alone(|one| feedback::satisfaction(context, one)),
    )
    .means(Meaning::new(
        How::Mean(whole("satisfaction")),
        "Rata-rata semua butir berskala dari semua jawaban; butir terbalik dibalik lebih dahulu.",
        "The mean of all scale items over all answers; items where less is better are turned round first.",
    ))
    .by("feedback")
}

/// What came of it.
fn outcome<'p>(context: &Context<'_>, rows: Rows<'p>) -> Rows<'p> {
    rows.col("jp_total", Text::JpEarned, |row| {
        let jp = row.results.of(Of::jp_total);
        match row.is_closed || jp > 0 {
            true => {
                let known = context.pen.jp_beside(jp, row.results.count(Of::jp_unknown));
                context.pen.beside_rolls(known, row.unrolled)
            }
            false => Value::Missing,
        }
    })
    .measured("JP")
    .summed(
        "Jumlah JP pada sertifikat peserta yang selesai.",
        "The JP on the certificates of those who completed.",
    )
    .col("other", ("Lainnya", "Other"), count(context, Of::other))
    .counted(
        "Jumlah peserta yang tidak selesai dan tidak pula tidak hadir: masih mengikuti, belum lulus, atau \
         mundur.",
        "How many neither completed nor were absent: still at it, failed or withdrawn.",
    )
}

fn absences(context: &Context<'_>) -> Table {
    let (pen, all) = (context.pen, &context.figures.programmes);
    let list = pen
        .list(
            "absences",
            all.iter().filter(|one| one.results().of(Of::absent) > 0),
        )
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

fn notes(context: &Context<'_>) -> Vec<Note> {
    let (pen, list) = (context.pen, &context.figures.programmes);
    let unrolled = list.iter().filter(|one| context.is_unrolled(one)).count() as u64;
    let unrolled = unrolled + context.unrolled_self_paced();
    let mut notes: Vec<Note> = pen.without_rolls(unrolled).into_iter().collect();
    if list.is_empty() {
        return notes;
    }
    notes.push(pen.method("gain", Text::NoteGain));
    // The public is not shown the gain, which is by programme.
    notes.push(Note {
        is_public: false,
        ..pen.basis(&context.edition.gain.head())
    });
    notes.push(pen.method("response-rate", Text::NoteResponseRate));
    if let Some((low, high)) = context.figures.forms.first().and_then(Form::scale) {
        notes.push(pen.method("scale", Text::NoteSatisfactionScale { low, high }));
    }
    if list.iter().any(|one| one.training.mode == Mode::SelfPaced) {
        notes.push(pen.method("self-paced", Text::NoteSelfPaced).public());
    }
    if list.iter().any(Programme::is_withheld) {
        let minimum = strictest(&context.figures.forms).least();
        notes.push(pen.note("withheld", Text::NoteWithheld { minimum }));
    }
    notes
}
