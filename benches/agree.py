"""Do bina and all peers compute the same? Prints every difference; exit 1 if there is one.

usage: agree.py DIR MONTH [--bina PATH] [--decimals N]

Without --bina only the peers are compared with each other. bina's figures may be rounded for
output: --decimals says to how many places, then the peers' figures are rounded (half up) as well.
"""

import argparse
import json
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

PEERS = ["duckdb_files", "duckdb_glob", "polars_files", "pandas_files", "sqlite_import"]
TOLERANCE = 1e-4
# bina's table -> (part of the common form, the figures that both have)
TABLES = {
    "programmes": (
        "trainings",
        "invited completed absent pairs pre_mean post_mean gain responses satisfaction",
    ),
    "hours_by_unit": ("units", "staff jp_total jp_mean pns under_floor pppk"),
    "predicates_by_unit": ("units", "sangat_baik baik butuh_perbaikan kurang sangat_kurang missing"),
    "ikm_by_unit": ("units", "n ikm"),
    "complaints_by_unit": ("units", "received resolved unresolved median_workdays"),
}


def output(command):
    """What a program prints, or an explanation of why it did not."""
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit {run.returncode}\n{run.stderr}")
    return json.loads(run.stdout)


def peer(name, directory, month):
    script = Path(__file__).parent / "peers" / f"{name}.py"
    return output([sys.executable, script, directory, month])


def known(cell):
    """What is known of a figure beside which something is not."""
    return cell["value"] if isinstance(cell, dict) else cell


def bina_tables(path, directory, month):
    """Table id -> key -> column -> value."""
    report = output([path, "-C", directory, "report", "monthly", "--month", month, "-O", "json"])
    tables = {}
    for section in report["sections"]:
        for table in section["tables"]:
            columns = [column["id"] for column in table["columns"]]
            rows = [[known(cell) for cell in row] for row in table["rows"]]
            tables[table["id"]] = {row[0]: dict(zip(columns, row)) for row in rows}
    return tables


def number(value, decimals=None):
    """A figure as a number; nothing at all stays nothing."""
    if value is None or value == "":
        return None
    if decimals is None:
        return float(value)
    step = Decimal(1).scaleb(-decimals)
    # A first rounding takes away what binary fractions add to an exact half.
    return float(Decimal(f"{float(value):.9f}").quantize(step, ROUND_HALF_UP))


def same(one, other):
    """A missing row counts nothing, so nothing and zero are the same."""
    return abs((one or 0) - (other or 0)) <= TOLERANCE


def compare_peers(name, ours, theirs):
    """Every figure of two peers."""
    for part in ours:
        for key in sorted(ours[part].keys() | theirs[part].keys()):
            one, other = ours[part].get(key, {}), theirs[part].get(key, {})
            for field in sorted(one.keys() | other.keys()):
                values = number(one.get(field)), number(other.get(field))
                if key not in ours[part] or key not in theirs[part] or not same(*values):
                    yield f"{name}: {part}/{key}/{field}: {values[0]} and {values[1]}"


def compare_bina(tables, peers, decimals):
    """Every figure of the peers that bina's tables have."""
    for table, (part, fields) in TABLES.items():
        if table not in tables:
            yield f"bina: no table {table}"
            continue
        rows, expected = tables[table], peers[part]
        unknown = rows.keys() - expected.keys() - {"*"}
        yield from (f"bina: {table}/{key}: the peers have no such row" for key in sorted(unknown))
        for key, figures in expected.items():
            row = rows.get(key, {})
            for field in fields.split():
                values = number(figures[field], decimals), number(row.get(field))
                if not same(*values):
                    yield f"bina: {table}/{key}/{field}: peers {values[0]}, bina {values[1]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("month")
    parser.add_argument("--bina")
    parser.add_argument("--decimals", type=int)
    args = parser.parse_args()

    first, *others = PEERS
    yardstick = peer(first, args.directory, args.month)
    differences = []
    for name in others:
        theirs = peer(name, args.directory, args.month)
        differences += compare_peers(f"{first} and {name}", yardstick, theirs)
    if args.bina:
        tables = bina_tables(args.bina, args.directory, args.month)
        differences += compare_bina(tables, yardstick, args.decimals)
    print("\n".join(differences) or f"all agree: {', '.join(PEERS + ['bina'] * bool(args.bina))}")
    return bool(differences)


if __name__ == "__main__":
    sys.exit(main())
