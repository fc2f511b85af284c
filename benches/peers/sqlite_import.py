"""SQLite: import the files into a database in memory, then query it, all through the sqlite3 program.

The program imports faster than Python can, and starts faster than Python's module does.
"""

import os
import subprocess
import sys

import core

PATHS = {
    "units": core.Month.units,
    "staff": core.Month.staff,
    "postings": core.Month.postings,
    "participation": core.Month.participation,
    "evaluations": core.Month.evaluations,
    "skm": core.Month.skm,
    "feedback": core.Month.feedback,
    "complaints": core.Month.complaints,
    "handling": core.Month.handling,
}


def imports(month):
    """Creates the tables with affinities, and fills them."""
    numbers = {"jp", "pre", "post", *core.ELEMENTS, *core.FEEDBACK}
    yield ".mode csv"
    for name, paths in PATHS.items():
        columns = (f'"{column}" {"REAL" if column in numbers else "TEXT"}' for column in core.COLUMNS[name])
        yield f"CREATE TABLE {name} ({', '.join(columns)});"
        for path in paths(month):
            yield f".import --skip 1 '{path}' {name}"


def by_unit(month):
    """One temporary table for each kind of figure, then one row a unit and the total row."""
    start, last = month.year_start, month.last
    newcomer = f"date('{month.period_end}', '-{core.MIN_DAYS_IN_POST} days')"
    nrr = " + ".join(f"avg(nullif({element}, ''))" for element in core.ELEMENTS)
    count = {p: f"sum(predicate = '{p}')" for p in core.PREDICATES}
    people = f"""count(*) staff, sum(employment = 'pns') pns, sum(employment LIKE 'pppk%') pppk,
        total(jp) jp_total, total(jp) / count(*) jp_mean,
        sum(employment = 'pns' AND coalesce(jp, 0) < {core.PNS_FLOOR}) under_floor,
        {", ".join(f"{expression} {name}" for name, expression in count.items())},
        sum(predicate IS NULL AND NOT exempt) missing"""
    answers = f"count(*) n, 25 * ({nrr}) / 9 ikm"
    cases = "count(*) received, sum(state = 'resolved') resolved, sum(state = 'unresolved') unresolved"
    yield f"""
        CREATE TEMP TABLE hours AS SELECT staff id, sum(jp) jp FROM participation
            WHERE status = 'completed' AND completed BETWEEN '{start}' AND '{last}' GROUP BY staff;
        CREATE TEMP TABLE marks AS SELECT staff id, max(period), {core.predicate_sql()} predicate FROM evaluations
            WHERE "date" <= '{last}' GROUP BY staff;
        CREATE TEMP TABLE newcomers AS SELECT staff id FROM postings GROUP BY staff HAVING min(since) > {newcomer};
        CREATE TEMP TABLE present AS SELECT staff id, max(since), unit, status FROM postings
            WHERE since <= '{last}' GROUP BY staff;
        CREATE TEMP TABLE people AS SELECT unit, employment, jp, predicate,
            status = 'study' OR id IN newcomers exempt
            FROM staff JOIN present USING (id) LEFT JOIN hours USING (id) LEFT JOIN marks USING (id)
            WHERE employment IN ({core.quoted(core.COUNTED)}) AND status IN ({core.quoted(core.PRESENT)});
        CREATE TEMP TABLE stands AS SELECT complaint id, max("date") since, outcome state FROM handling
            WHERE step IN ('closed', 'reopened') AND "date" <= '{last}' GROUP BY complaint;
        CREATE TEMP TABLE clocks AS SELECT complaint id, max("date") reopened FROM handling
            WHERE step = 'reopened' AND "date" <= '{last}' GROUP BY complaint;
        CREATE TEMP TABLE cases AS SELECT unit, since, coalesce(reopened, received) clock, state
            FROM complaints LEFT JOIN stands USING (id) LEFT JOIN clocks USING (id)
            WHERE kind = 'complaint' AND duplicate_of = '';"""
    yield "CREATE TEMP TABLE workdays (day INTEGER PRIMARY KEY, count INTEGER);"
    yield from (f"INSERT INTO workdays VALUES ({day}, {n});" for day, n in enumerate(month.workdays()))
    days = "(SELECT count FROM workdays WHERE day = CAST(substr({}, 9) AS INTEGER))"
    for name, figures, source in [
        ("p", people, "people"),
        ("s", answers, "skm"),
        ("c", cases, "cases"),
    ]:
        yield f"""CREATE TEMP TABLE {name} AS SELECT unit code, {figures} FROM {source} GROUP BY unit
            UNION ALL SELECT '*', {figures} FROM {source};"""
    yield f"""
        CREATE TEMP TABLE took AS
            SELECT unit code, {days.format("since")} - {days.format("clock")} days FROM cases
            WHERE state = 'resolved';
        INSERT INTO took SELECT '*', days FROM took;
        CREATE TEMP TABLE median AS SELECT code, avg(days) median_workdays FROM (
            SELECT code, days, row_number() OVER (PARTITION BY code ORDER BY days) place,
                count(*) OVER (PARTITION BY code) size FROM took)
            WHERE place BETWEEN size / 2.0 AND size / 2.0 + 1 GROUP BY code;"""
    means = ("jp_mean", "median_workdays", "ikm")
    fields = ", ".join(f"'{f}', {f if f in means else f'coalesce({f}, 0)'}" for f in core.UNIT_FIELDS)
    yield f"""SELECT json_group_object(code, json_object({fields}))
        FROM (SELECT code FROM units UNION ALL SELECT '*')
        LEFT JOIN p USING (code) LEFT JOIN s USING (code) LEFT JOIN c USING (code) LEFT JOIN median USING (code);"""


def by_training(month):
    """The dates of the candidates are in documents, which SQLite reads as text."""
    recent = core.month_name(month.index - 3)
    answers = " + ".join(f"total(nullif({item}, ''))" for item in core.FEEDBACK)
    given = " + ".join(f"count(nullif({item}, ''))" for item in core.FEEDBACK)
    paired = "(pre != '' AND post != '')"
    document = f"CAST(readfile('{month.directory}/trainings/' || training || '.toml') AS TEXT)"
    key = "substr(document, instr(document, char(10) || '{0} = ') + {1}, {2})"
    test_max = f"CASE WHEN instr(document, char(10) || 'test_max = ') THEN CAST({key.format('test_max', 12, 9)} AS REAL) ELSE 100 END"
    yield f"""
        CREATE TEMP TABLE recent AS SELECT training, count(*) invited, sum(status = 'completed') completed,
            sum(status = 'absent') absent, sum({paired}) pairs,
            sum(CASE WHEN {paired} THEN pre END) pre_sum, sum(CASE WHEN {paired} THEN post END) post_sum
            FROM participation WHERE training >= '{recent}' GROUP BY training
            HAVING training >= '{month.text}' OR max(participation.completed) >= '{month.first}';
        CREATE TEMP TABLE documents AS SELECT training, {document} document FROM recent;
        CREATE TEMP TABLE ended AS SELECT training, {test_max} test_max FROM documents
            WHERE {key.format("end", 7, 7)} = '{month.text}' AND {key.format("status", 11, 4)} IN ('done', 'runn');
        CREATE TEMP TABLE answers AS SELECT training, count(*) responses,
            CASE WHEN count(*) >= {core.MIN_GROUP} THEN ({answers}) / ({given}) END satisfaction
            FROM feedback GROUP BY training;
        SELECT json_group_object(training, json_object(
            'invited', invited, 'completed', completed, 'absent', absent, 'pairs', pairs,
            'pre_mean', pre_sum / pairs, 'post_mean', post_sum / pairs,
            'gain', CASE WHEN pairs >= {core.MIN_PAIRS} THEN (post_sum - pre_sum) / (test_max * pairs - pre_sum) END,
            'responses', coalesce(responses, 0), 'satisfaction', satisfaction))
            FROM recent JOIN ended USING (training) LEFT JOIN answers USING (training);"""


def script(month):
    """Everything for one run of the program; the two results stand on a line each, wrapped as one."""
    yield "PRAGMA temp_store = MEMORY;"
    yield from imports(month)
    yield ".mode list"
    yield ".print '{\"units\": '"
    yield from by_unit(month)
    yield ".print ', \"trainings\": '"
    yield from by_training(month)
    yield ".print '}'"


if __name__ == "__main__":
    text = "\n".join(script(core.arguments()))
    environment = {**os.environ, "LC_ALL": "C"}
    run = subprocess.run(["sqlite3", "-batch", ":memory:"], input=text, text=True, env=environment)
    sys.exit(run.returncode)
