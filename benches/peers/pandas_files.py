"""pandas, with only the files that the month needs and only the columns that are used."""

from datetime import timedelta

import pandas as pd

import core


def read(name, paths, columns):
    """ISO dates stay text, which compares as dates do and is faster than parsing them."""
    numbers = {"jp", "pre", "post", *core.ELEMENTS, *core.FEEDBACK}
    types = {column: "float64" if column in numbers else "str" for column in columns}
    parts = [pd.read_csv(path, usecols=columns, dtype=types) for path in paths]
    return pd.concat(parts, ignore_index=True)


def people(month):
    """Who counts, with hours and predicate."""
    last = str(month.last)
    postings = read("postings", month.postings(), ["staff", "since", "unit", "status"])
    postings = postings[postings["since"] <= last].sort_values(["staff", "since"], kind="stable")
    present = postings.drop_duplicates("staff", keep="last").set_index("staff")[["unit", "status"]]
    first = postings.drop_duplicates("staff", keep="first").set_index("staff")["since"]
    present["newcomer"] = first > str(month.period_end - timedelta(days=core.MIN_DAYS_IN_POST))

    participation = read("participation", month.participation(), ["staff", "status", "completed", "jp"])
    in_year = participation["completed"].between(str(month.year_start), last)
    done = participation[in_year & (participation["status"] == "completed")]
    marks = read("evaluations", month.evaluations(), ["staff", "period", "result", "behaviour", "date"])
    marks = marks[marks["date"].isna() | (marks["date"] <= last)].sort_values("period", kind="stable")
    marks = marks.drop_duplicates("staff", keep="last").set_index("staff")
    matrix = {f"{result}/{behaviour}": name for (result, behaviour), name in core.MATRIX.items()}

    staff = read("staff", month.staff(), ["id", "employment"]).set_index("id")
    rows = staff[staff["employment"].isin(core.COUNTED)].join(present, how="inner")
    rows = rows[rows["status"].isin(core.PRESENT)]
    rows = rows.join(done.groupby("staff")["jp"].sum()).fillna({"jp": 0.0})
    return rows.join((marks["result"] + "/" + marks["behaviour"]).map(matrix).rename("predicate"))


def with_total(rows, **figures):
    """Aggregates by unit, and over all as unit `*`."""
    total = rows.assign(unit="*")
    return pd.concat([part.groupby("unit").agg(**figures) for part in (rows, total)])


def people_by_unit(month):
    rows = people(month)
    pns = rows["employment"] == "pns"
    rows["pns"] = pns
    rows["pppk"] = rows["employment"].str.startswith("pppk")
    rows["under_floor"] = pns & (rows["jp"] < core.PNS_FLOOR)
    for name in core.PREDICATES:
        rows[name] = rows["predicate"] == name
    rows["missing"] = rows["predicate"].isna() & ~rows["newcomer"].astype(bool) & (rows["status"] != "study")
    counts = ["pns", "pppk", "under_floor", *core.PREDICATES, "missing"]
    sums = {name: (name, "sum") for name in counts}
    return with_total(rows, staff=("jp", "size"), jp_total=("jp", "sum"), jp_mean=("jp", "mean"), **sums)


def handled(month):
    """How each complaint stands at the end of the month, since when, and when its clock started anew."""
    steps = read("handling", month.handling(), ["complaint", "date", "step", "outcome"])
    steps = steps[steps["step"].isin(["closed", "reopened"]) & (steps["date"] <= str(month.last))]
    steps = steps.sort_values("date", kind="stable")
    reopened = steps[steps["step"] == "reopened"].groupby("complaint")["date"].max().rename("reopened")
    stands = steps.drop_duplicates("complaint", keep="last").set_index("complaint")
    return stands[["outcome", "date"]].set_axis(["state", "since"], axis=1).join(reopened)


def complaints_by_unit(month):
    rows = read("complaints", month.complaints(), ["id", "kind", "unit", "received", "duplicate_of"])
    rows = rows[(rows["kind"] == "complaint") & rows["duplicate_of"].isna()]
    rows = rows.set_index("id").join(handled(month))
    resolved = rows["state"] == "resolved"
    counts = month.workdays()
    clock = rows["reopened"].fillna(rows["received"])
    day = lambda dates: dates[resolved].str[8:].astype(int).map(counts.__getitem__)  # noqa: E731
    rows = rows.assign(
        done=resolved,
        not_done=rows["state"] == "unresolved",
        days=day(rows["since"]) - day(clock),
    )
    return with_total(
        rows,
        received=("kind", "size"),
        resolved=("done", "sum"),
        unresolved=("not_done", "sum"),
        median_workdays=("days", "median"),
    )


def ikm_by_unit(month):
    rows = read("skm", month.skm(), ["unit", *core.ELEMENTS])
    figures = with_total(rows, n=("unit", "size"), **{element: (element, "mean") for element in core.ELEMENTS})
    figures["ikm"] = figures[core.ELEMENTS].sum(axis=1) * 25 / 9
    return figures[["n", "ikm"]]


def units(month):
    codes = [*read("units", month.units(), ["code"])["code"], "*"]
    rows = pd.DataFrame(index=codes)
    rows = rows.join([people_by_unit(month), complaints_by_unit(month), ikm_by_unit(month)])
    means = ["jp_mean", "median_workdays", "ikm"]
    counts = [name for name in core.UNIT_FIELDS if name not in means]
    rows[counts] = rows[counts].fillna(0)
    rows = rows[core.UNIT_FIELDS].astype(object)
    return rows.where(rows.notna(), None).itertuples(name=None)


def feedback(month):
    rows = read("feedback", month.feedback(), ["training", *core.FEEDBACK])
    rows["total"] = rows[core.FEEDBACK].sum(axis=1)
    rows["given"] = rows[core.FEEDBACK].count(axis=1)
    return rows.groupby("training").agg(responses=("given", "size"), total=("total", "sum"), given=("given", "sum"))


def trainings(month):
    columns = ["training", "status", "completed", "pre", "post"]
    rows = read("participation", month.recent_participation(), columns)
    rows["done"] = rows["status"] == "completed"
    rows["absent"] = rows["status"] == "absent"
    rows["paired"] = rows["pre"].notna() & rows["post"].notna()
    scores = rows[["pre", "post"]].where(rows["paired"], 0.0)
    rows[["pre", "post"]] = scores
    rows["open"] = (rows["training"] >= month.text) | (rows["completed"] >= str(month.first))
    sums = {name: (name, "sum") for name in ["done", "absent", "paired", "pre", "post"]}
    found = rows.groupby("training").agg(invited=("done", "size"), open=("open", "max"), **sums)
    found = found[found["open"]].drop(columns="open")
    ended = month.programmes(found.index)
    found = found.loc[list(ended)].join(feedback(month)).fillna(0)
    for training, invited, completed, absent, pairs, pre, post, responses, total, given in found.itertuples(name=None):
        satisfaction = total / given if responses >= core.MIN_GROUP else None
        scores = core.means_and_gain(pairs, pre, post, ended[training])
        yield (training, invited, completed, absent, pairs, *scores, responses, satisfaction)


if __name__ == "__main__":
    month = core.arguments()
    core.write(list(units(month)), list(trainings(month)))
