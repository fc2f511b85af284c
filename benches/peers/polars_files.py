"""Polars, lazily, with only the files that the month needs and only the columns that are used."""

import polars as pl

import core

DATES = {"since", "completed", "received"}
NUMBERS = {"jp", "pre", "post"}
SMALL = {*core.ELEMENTS, *core.FEEDBACK}


def scan(name, paths):
    """A typed lazy reading of some files of one table; the optimiser drops the columns not used."""

    def kind(column):
        if column in DATES or (column == "date" and name in ("evaluations", "handling")):
            return pl.Date
        return pl.Float64 if column in NUMBERS else pl.UInt8 if column in SMALL else pl.String

    return pl.scan_csv(paths, schema={column: kind(column) for column in core.COLUMNS[name]})


def people(month):
    """Who counts, with hours and predicate; the posting in force is the last one, as rows are sorted."""
    col = pl.col
    newcomer = col("since").min() > month.period_end - core.timedelta(days=core.MIN_DAYS_IN_POST)
    postings = (
        scan("postings", month.postings())
        .filter(col("since") <= month.last)
        .group_by("staff")
        .agg(col("unit", "status").sort_by("since").last(), newcomer.alias("newcomer"))
        .filter(col("status").is_in(core.PRESENT))
    )
    hours = (
        scan("participation", month.participation())
        .filter(col("status") == "completed", col("completed").is_between(month.year_start, month.last))
        .group_by("staff")
        .agg(col("jp").sum())
    )
    cell = col("result") + "/" + col("behaviour")
    matrix = {f"{result}/{behaviour}": name for (result, behaviour), name in core.MATRIX.items()}
    marks = (
        scan("evaluations", month.evaluations())
        .filter(col("date").is_null() | (col("date") <= month.last))
        .group_by("staff")
        .agg(cell.sort_by("period").last().replace_strict(matrix).alias("predicate"))
    )
    return (
        scan("staff", month.staff())
        .select(col("id").alias("staff"), "employment")
        .filter(col("employment").is_in(core.COUNTED))
        .join(postings, on="staff")
        .join(hours, on="staff", how="left")
        .join(marks, on="staff", how="left")
        .with_columns(col("jp").fill_null(0))
    )


def people_figures():
    col = pl.col
    pns = col("employment") == "pns"
    missing = col("predicate").is_null() & ~col("newcomer") & (col("status") != "study")
    return [
        pl.len().alias("staff"),
        pns.sum().alias("pns"),
        col("employment").str.starts_with("pppk").sum().alias("pppk"),
        col("jp").sum().alias("jp_total"),
        col("jp").mean().alias("jp_mean"),
        (pns & (col("jp") < core.PNS_FLOOR)).sum().alias("under_floor"),
        *[(col("predicate") == name).sum().alias(name) for name in core.PREDICATES],
        missing.sum().alias("missing"),
    ]


def handled(month):
    """How each complaint stands at the end of the month, since when, and when its clock started anew."""
    col = pl.col
    return (
        scan("handling", month.handling())
        .filter(col("step").is_in(["closed", "reopened"]), col("date") <= month.last)
        .group_by(col("complaint").alias("id"))
        .agg(
            col("outcome").sort_by("date").last().alias("state"),
            col("date").max().alias("since"),
            col("date").filter(col("step") == "reopened").max().alias("reopened"),
        )
    )


def complaints(month):
    """The month's cohort, with its working days where it is resolved."""
    col = pl.col
    counts = dict(enumerate(month.workdays()))

    def count_on(day):
        return day.dt.day().replace_strict(counts, return_dtype=pl.Int32, default=None)

    days = count_on(col("since")) - count_on(pl.coalesce("reopened", "received"))
    return (
        scan("complaints", month.complaints())
        .filter(col("kind") == "complaint", col("duplicate_of").is_null())
        .join(handled(month), on="id", how="left")
        .with_columns(days=pl.when(col("state") == "resolved").then(days))
    )


def complaint_figures():
    state = pl.col("state")
    return [
        pl.len().alias("received"),
        (state == "resolved").sum().alias("resolved"),
        (state == "unresolved").sum().alias("unresolved"),
        pl.col("days").median().alias("median_workdays"),
    ]


def survey_figures():
    nrr = pl.sum_horizontal([pl.col(element).mean() for element in core.ELEMENTS])
    return [pl.len().alias("n"), (nrr * 25 / 9).alias("ikm")]


def with_total(rows, figures):
    """One row a unit, and the total row."""
    total = rows.select(pl.lit("*").alias("unit"), *figures)
    return pl.concat([rows.group_by("unit").agg(figures), total])


def trainings(month):
    """Sums by training, of those that may have ended in the month."""
    col = pl.col
    paired = col("pre").is_not_null() & col("post").is_not_null()
    return (
        scan("participation", month.recent_participation())
        .group_by("training")
        .agg(
            pl.len().alias("invited"),
            (col("status") == "completed").sum().alias("completed"),
            (col("status") == "absent").sum().alias("absent"),
            paired.sum().alias("pairs"),
            col("pre").filter(paired).sum().alias("pre_sum"),
            col("post").filter(paired).sum().alias("post_sum"),
            col("completed").max().alias("latest"),
        )
        .filter((col("training") >= month.text) | (col("latest") >= month.first))
        .drop("latest")
    )


def feedback(month):
    answers = pl.sum_horizontal([pl.col(item).cast(pl.Int64).sum() for item in core.FEEDBACK])
    given = pl.sum_horizontal([pl.col(item).count() for item in core.FEEDBACK])
    satisfaction = pl.when(pl.len() >= core.MIN_GROUP).then(answers / given)
    rows = scan("feedback", month.feedback()).group_by("training")
    return rows.agg(pl.len().alias("responses"), satisfaction.alias("satisfaction"))


def main(month):
    units = [
        scan("units", month.units()).select(pl.col("code").alias("unit")),
        with_total(people(month), people_figures()),
        with_total(complaints(month), complaint_figures()),
        with_total(scan("skm", month.skm()), survey_figures()),
    ]
    *units, candidates, answers = pl.collect_all([*units, trainings(month), feedback(month)])
    rows = pl.concat([units[0], pl.DataFrame({"unit": ["*"]})])
    for part in units[1:]:
        rows = rows.join(part, on="unit", how="left")
    means = ["jp_mean", "median_workdays", "ikm"]
    rows = rows.with_columns(pl.exclude(["unit", *means]).fill_null(0)).select("unit", *core.UNIT_FIELDS)
    ended = month.programmes(candidates["training"])
    found = candidates.join(answers, on="training", how="left").with_columns(pl.col("responses").fill_null(0))
    core.write(rows.iter_rows(), [training_row(row, ended) for row in found.iter_rows() if row[0] in ended])


def training_row(row, ended):
    training, invited, completed, absent, pairs, pre, post, responses, satisfaction = row
    scores = core.means_and_gain(pairs, pre, post, ended[training])
    return (training, invited, completed, absent, pairs, *scores, responses, satisfaction)


if __name__ == "__main__":
    main(core.arguments())
