"""Do the queries that `bina export sql` writes give the figures of `bina report monthly`? Exit 1 if one differs.

usage: sql.py DIR MONTH [--engine duckdb|spark] [--bina PATH]

Every view that is marked with = is compared with the table of its name, figure by figure, to 1e-6. What bina withholds is
not compared. What nobody knows is nothing in both, and never zero; only a row that is not there at all is as one of zeros.
"""

import argparse
import json
import os
import re
import subprocess
import sys

TOLERANCE = 1e-6
MARK = re.compile(r"^-- = (\w+) \(([\w, ]*)\):")
VIEW = re.compile(r"^CREATE OR REPLACE (?:TEMPORARY )?VIEW (\w+) AS$", re.MULTILINE)


class Duckdb:
    """DuckDB in memory."""

    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()

    def run(self, statement):
        self.connection.execute(statement)

    def rows(self, view):
        result = self.connection.execute(f"SELECT * FROM {view}")
        names = [column[0] for column in result.description]
        return names, [dict(zip(names, row)) for row in result.fetchall()]


class Spark:
    """PySpark in local mode."""

    def __init__(self):
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.ui.showConsoleProgress", "false")
        self.session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")

    def run(self, statement):
        self.session.sql(statement)

    def rows(self, view):
        frame = self.session.sql(f"SELECT * FROM {view}")
        return frame.columns, [row.asDict() for row in frame.collect()]


ENGINES = {"duckdb": Duckdb, "spark": Spark}


def bina(path, directory, *arguments):
    """What bina prints, or an explanation of why it did not."""
    run = subprocess.run([path, "-C", directory, *arguments], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"bina {' '.join(arguments)}: exit {run.returncode}\n{run.stderr}")
    return run.stdout


def known(cell):
    """What is known of a figure beside which something is not."""
    return cell["value"] if isinstance(cell, dict) else cell


def report_tables(text):
    """Table id -> rows, each as column id -> value."""
    tables = {}
    for section in json.loads(text)["sections"]:
        for table in section["tables"]:
            names = [column["id"] for column in table["columns"]]
            rows = [[known(cell) for cell in row] for row in table["rows"]]
            tables[table["id"]] = [dict(zip(names, row)) for row in rows]
    return tables


def number(value):
    """A figure as a number. Anything else stays what it is."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return str(value)


def differs(ours, theirs):
    """Whether two figures differ."""
    if theirs == "*" or "absent" in (ours, theirs) and {ours, theirs} <= {"absent", None, 0}:
        return False
    ours, theirs = number(ours), number(theirs)
    if isinstance(ours, float) and isinstance(theirs, float):
        return abs(ours - theirs) > TOLERANCE
    return ours != theirs


def by_key(rows, key):
    """Rows by their key; without one, in order."""
    if key:
        return {"/".join(str(row[column]) for column in key): row for row in rows}
    shown = sorted(rows, key=lambda row: [str(number(value)) for value in row.values()])
    return dict(enumerate(shown))


def compare(name, key, names, ours, theirs, withheld):
    """Every difference of a table, and how many figures were compared; rows about what is withheld may not be there."""
    found, count = [], 0
    columns = [column for column in names if column not in key]
    if theirs:
        columns = [column for column in columns if column in theirs[0]]
        theirs = [{column: row[column] for column in [*key, *columns]} for row in theirs]
    ours, theirs = by_key(ours, key), by_key(theirs, key)
    for one in sorted(ours.keys() | theirs.keys(), key=str):
        if one == "*" and one not in ours or one not in theirs and ours[one].get("training") in withheld:
            continue
        for column in columns:
            values = [rows[one].get(column) if one in rows else "absent" for rows in (ours, theirs)]
            count += 1
            if differs(*values):
                found.append(f"{name}/{one}/{column}: sql {values[0]}, bina {values[1]}")
    return found, count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("month")
    parser.add_argument("--engine", choices=ENGINES, default="duckdb")
    parser.add_argument("--bina", default="target/release/bina")
    args = parser.parse_args()

    path = os.path.abspath(args.bina)
    script = bina(path, args.directory, "export", "sql", "--dialect", args.engine, "--month", args.month)
    tables = report_tables(bina(path, args.directory, "report", "monthly", "--month", args.month, "-O", "json"))
    withheld = {row["training"] for row in tables.get("programmes", []) if row["satisfaction"] == "*"}
    os.chdir(args.directory)
    engine = ENGINES[args.engine]()
    differences, count, views = [], 0, 0
    for statement in script.split(";\n"):
        if not statement.strip():
            continue
        engine.run(statement)
        marks = [MARK.match(line) for line in statement.splitlines()]
        for mark in filter(None, marks):
            view = VIEW.search(statement).group(1)
            found, figures = compare(mark[1], mark[2].split(", ") if mark[2] else [], *engine.rows(view), tables.get(mark[1], []), withheld)
            differences, count, views = differences + found, count + figures, views + 1
    print("\n".join(differences) or f"all agree: {args.engine}, {args.month}: {count} figures of {views} tables")
    return bool(differences)


if __name__ == "__main__":
    sys.exit(main())
