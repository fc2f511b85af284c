"""DuckDB as most people write it: the same typed queries over `*.csv`, so all years are read."""

import core
from duckdb_files import main

month = core.arguments()
everything = {
    "participation": "participation",
    "recent_participation": "participation",
    "evaluations": "evaluations",
    "skm": "responses/skm",
    "feedback": "responses/umpan-balik",
    "complaints": "complaints",
    "handling": "handling",
}
main(month, {name: [f"{month.directory}/{folder}/*.csv"] for name, folder in everything.items()})
