"""The yardstick: DuckDB with every column typed, reading only the files that the month needs.

The C module is imported without the package around it where that is possible: the package's own
Python layer takes longer to load than the smallest directory takes to be computed.
"""

try:
    import _duckdb as duckdb
except ImportError:
    import duckdb

import core

TYPES = {
    "since": "DATE",
    "completed": "DATE",
    "jp": "DECIMAL(9,4)",
    "pre": "DECIMAL(9,4)",
    "post": "DECIMAL(9,4)",
    "received": "DATE",
} | dict.fromkeys(core.ELEMENTS + core.FEEDBACK, "TINYINT")


def table(name, paths):
    """A typed reading of some files of one table; columns that no query names are not converted."""

    types = TYPES | ({"date": "DATE"} if name in ("evaluations", "handling") else {})
    columns = ", ".join(f"'{column}': '{types.get(column, 'VARCHAR')}'" for column in core.COLUMNS[name])
    return (
        f"read_csv([{core.quoted(paths)}], columns = {{{columns}}}, header = true, auto_detect = false, "
        "delim = ',', quote = '\"', escape = '\"', nullstr = '')"
    )


def people(month):
    """Who counts on the last day of the month, where, and since when; kept, as two queries use it."""
    return f"""
        CREATE TEMP TABLE people AS
        SELECT id, unit, employment, status = 'study' OR newcomer AS exempt FROM (
            SELECT staff, arg_max(unit, since) AS unit, arg_max(status, since) AS status,
                   min(since) > DATE '{month.period_end}' - {core.MIN_DAYS_IN_POST} AS newcomer
            FROM {table("postings", month.postings())}
            WHERE since <= DATE '{month.last}' GROUP BY staff
        ) JOIN {table("staff", month.staff())} ON id = staff
        WHERE employment IN ({core.quoted(core.COUNTED)}) AND status IN ({core.quoted(core.PRESENT)})"""


def hours(participation, month):
    return f"""
        SELECT staff AS id, sum(jp) AS jp FROM {participation}
        WHERE status = 'completed' AND completed BETWEEN DATE '{month.year_start}' AND DATE '{month.last}'
        GROUP BY staff"""


def predicates(evaluations, month):
    return f"""
        SELECT staff AS id, arg_max({core.predicate_sql()}, period) AS predicate FROM {evaluations}
        WHERE ("date" IS NULL OR "date" <= DATE '{month.last}')
          AND period BETWEEN '{month.period}' AND '{month.last_period}' GROUP BY staff"""


def handled(handling, month):
    """How each complaint stands at the end of the month, since when, and when its clock started anew."""
    return f"""
        SELECT complaint AS id, arg_max(coalesce(outcome, 'open'), "date") AS state, max("date") AS since,
               max("date") FILTER (step = 'reopened') AS reopened
        FROM {handling}
        WHERE step IN ('closed', 'reopened') AND "date" <= DATE '{month.last}' GROUP BY complaint"""


def complaints(complaints, handling, month):
    counts = month.workdays()
    days = f"{counts}[day(since) + 1] - {counts}[day(coalesce(reopened, received)) + 1]"
    return f"""
        SELECT coalesce(unit, '*') AS code, count(*) AS received,
               count(*) FILTER (state = 'resolved') AS resolved,
               count(*) FILTER (state = 'unresolved') AS unresolved,
               median({days}) FILTER (state = 'resolved') AS median_workdays
        FROM {complaints} LEFT JOIN ({handled(handling, month)}) USING (id)
        WHERE kind = 'complaint' AND duplicate_of IS NULL
          AND received BETWEEN DATE '{month.first}' AND DATE '{month.last}'
        GROUP BY GROUPING SETS ((unit), ())"""


def ikm(skm, month):
    nrr = " + ".join(f"avg({element})" for element in core.ELEMENTS)
    return f"""
        SELECT coalesce(unit, '*') AS code, count(*) AS n, 25 * ({nrr}) / 9 AS ikm
        FROM {skm} WHERE "date" BETWEEN '{core.month_name(month.index - 11)}' AND '{month.text}'
        GROUP BY GROUPING SETS ((unit), ())"""


def units(month, tables):
    """Each unit as a piece of the written result: DuckDB writes JSON faster than Python would."""
    columns = ", ".join(f"count(*) FILTER (predicate = '{name}') AS {name}" for name in core.PREDICATES)
    means = ("jp_mean", "median_workdays", "ikm")
    fields = ", ".join(f"{f}: {f if f in means else f'coalesce({f}, 0)'}" for f in core.UNIT_FIELDS)
    return f"""
        WITH people_by_unit AS (
            SELECT coalesce(unit, '*') AS code, count(*) AS staff,
                   count(*) FILTER (employment = 'pns') AS pns,
                   count(*) FILTER (employment IN ('pppk', 'pppk-part-time')) AS pppk,
                   coalesce(sum(jp), 0)::DOUBLE AS jp_total, jp_total / count(*) AS jp_mean,
                   count(*) FILTER (employment = 'pns' AND coalesce(jp, 0) < {core.PNS_FLOOR}) AS under_floor,
                   {columns},
                   count(*) FILTER (predicate IS NULL AND NOT exempt) AS missing
            FROM people
            LEFT JOIN ({hours(tables["participation"], month)}) USING (id)
            LEFT JOIN ({predicates(tables["evaluations"], month)}) USING (id)
            GROUP BY GROUPING SETS ((unit), ())
        ), complaints_by_unit AS ({complaints(tables["complaints"], tables["handling"], month)}),
        ikm_by_unit AS ({ikm(tables["skm"], month)})
        SELECT '"' || code || '": ' || to_json({{{fields}}}) FROM (SELECT code FROM {table("units", month.units())} UNION ALL VALUES ('*'))
        LEFT JOIN people_by_unit USING (code)
        LEFT JOIN complaints_by_unit USING (code)
        LEFT JOIN ikm_by_unit USING (code)"""


def candidates(month, participation):
    """Sums by training of the last months, of those that may have ended in this month."""
    return f"""
        SELECT training, count(*) AS invited,
               count(*) FILTER (status = 'completed') AS completed,
               count(*) FILTER (status = 'absent') AS absent,
               count(*) FILTER (pre IS NOT NULL AND post IS NOT NULL) AS pairs,
               sum(pre) FILTER (post IS NOT NULL)::DOUBLE AS pre_sum,
               sum(post) FILTER (pre IS NOT NULL)::DOUBLE AS post_sum,
        FROM {participation} WHERE training >= '{core.month_name(month.index - 3)}' GROUP BY training
        HAVING training >= '{month.text}' OR max(completed) >= DATE '{month.first}'"""


def feedback(responses, month):
    answers = " + ".join(f"coalesce(sum({item}), 0)" for item in core.FEEDBACK)
    given = " + ".join(f"count({item})" for item in core.FEEDBACK)
    return f"""
        SELECT training, count(*) AS responses,
               CASE WHEN count(*) >= {core.MIN_GROUP} THEN ({answers}) / ({given}) END AS satisfaction
        FROM {responses} WHERE "date" <= '{month.text}' GROUP BY training"""


def trainings(connection, month, participation, responses):
    """The programmes that ended in the month; which those are, only their documents say."""
    rows = connection.execute(candidates(month, participation)).fetchall()
    ended = month.programmes(row[0] for row in rows)
    answers = {row[0]: row[1:] for row in connection.execute(feedback(responses, month)).fetchall()}
    for training, invited, completed, absent, pairs, pre, post in rows:
        if training in ended:
            scores = core.means_and_gain(pairs, pre, post, ended[training])
            yield (training, invited, completed, absent, pairs, *scores, *answers.get(training, (0, None)))


def main(month, partitions):
    """`partitions` says which files of the tables that are cut by time are read."""
    tables = {name: table(name.removeprefix("recent_"), paths) for name, paths in partitions.items()}
    connection = duckdb.connect()
    connection.execute(people(month))
    rows = connection.execute(units(month, tables)).fetchall()
    ended = list(trainings(connection, month, tables["recent_participation"], tables["feedback"]))
    core.write([], ended, [row[0] for row in rows])


if __name__ == "__main__":
    month = core.arguments()
    main(
        month,
        {
            "participation": month.participation(),
            "recent_participation": month.recent_participation(),
            "evaluations": month.evaluations(),
            "skm": month.skm(),
            "feedback": month.feedback(),
            "complaints": month.complaints(),
            "handling": month.handling(),
        },
    )
