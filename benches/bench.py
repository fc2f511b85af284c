"""Times the monthly report against its peers and floors: medians of interleaved runs, and ratios.

usage: bench.py DIR MONTH --bina PATH [--scan PATH] [--runs 11] [--only bina,duckdb_files,…]

Only ratios of one run count: machines differ, and so do hours of the day.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "peers"))

import core  # noqa: E402

PEERS = ["duckdb_files", "duckdb_glob", "polars_files", "pandas_files", "sqlite_import"]
TIME = "/usr/bin/time"
# Scale -> goals: (stage, what bina is divided by, at most)
GOALS = {
    "S": [
        ("first", "git status", 2),
        ("first", "duckdb_files", 1 / 10),
        ("then", "git status", 1),
        ("then", "duckdb_files", 1 / 20),
    ],
    "city": [
        ("first", "duckdb_files", 1 / 3),
        ("then", "duckdb_files", 1 / 5),
        ("then", "scan", 2),
        ("in the end", "duckdb_files", 1 / 8),
    ],
    "province": [
        ("first", "duckdb_files", 1 / 2),
        ("then", "duckdb_files", 1 / 4),
        ("then", "scan", 2),
        ("in the end", "duckdb_files", 1 / 7),
    ],
}
MEMORY = {"S": 6, "city": 16, "province": 60}


def environment(folder):
    """Peers start without `site`, which can be slow; so the installed packages are named here.

    Compiled modules are kept outside the project, and kept in any case.
    """
    packages = sysconfig.get_paths()
    paths = dict.fromkeys([packages["purelib"], packages["platlib"]])
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env


def commands(args, month, repository):
    """Name -> what is run, in the order of the table."""
    files = month.files()
    everything = {
        "bina": args.bina
        and [args.bina, "-C", args.directory, "report", "monthly", "--month", args.month, "-O", "json"],
        **{
            name: [sys.executable, "-S", str(HERE / "peers" / f"{name}.py"), args.directory, args.month]
            for name in PEERS
        },
        "git status": repository and ["git", "-C", repository, "status"],
        "cat": ["cat", *files],
        "scan": args.scan and [args.scan, *files],
        "scan, 2 threads": args.scan and [args.scan, "--threads", "2", *files],
    }
    only = args.only.split(",") if args.only else everything
    return {name: command for name, command in everything.items() if command and name in only}


def small_repository(directory, into):
    """A git repository made of a small directory; of a large one `git status` says nothing here."""
    if sum(len(names) for _, _, names in os.walk(directory)) > 2000:
        return None
    shutil.copytree(directory, into)
    git = ["git", "-C", into, "-c", "user.name=bench", "-c", "user.email=bench@example.invalid"]
    for step in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "records"], ["status"]):
        subprocess.run([*git, *step], check=True, stdout=subprocess.DEVNULL)
    return into


def run(command, env):
    """Wall time in seconds and peak memory in MB of one run, its output thrown away."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, env, file_actions=quiet)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{' '.join(command[:4])} …: exit {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_maxrss / 1024


def peak(command, env):
    """Peak memory in MB, from the one warm-up run.

    On Linux a process inherits the peak of the one that started it, so a small program would show
    the size of this one; GNU time, where there is one, is small enough to start it instead.
    """
    if not os.access(TIME, os.X_OK):
        return run(command, env)[1]
    with tempfile.NamedTemporaryFile("r") as result:
        run([TIME, "-f", "%M", "-o", result.name, *command], env)
        return int(result.read().split()[-1]) / 1024


def scale_of(month):
    """The scale whose goals apply, by the number of staff."""
    with open(month.staff()[0], "rb") as file:
        staff = sum(1 for _ in file) - 1
    return staff, "S" if staff < 2_000 else "city" if staff < 100_000 else "province"


def report(medians, memory):
    unit = medians.get("bina")
    print(f"{'':18}{'median':>12}{'peak':>10}{'x bina':>10}")
    for name, wall in medians.items():
        ratio = f"{wall / unit:10.2f}" if unit else ""
        print(f"{name:18}{wall * 1000:9.1f} ms{memory[name]:7.1f} MB{ratio}")


def report_goals(scale, medians, memory):
    """bina as a ratio of each program that a goal names."""
    print(f"\ngoals at {scale}")
    for stage, other, most in GOALS[scale]:
        if other in medians:
            ratio = medians["bina"] / medians[other]
            verdict = "reached" if ratio <= most else "not reached"
            print(f"{stage:12}bina / {other} = {ratio:.3f}, at most {most:.3f}: {verdict}")
    verdict = "reached" if memory["bina"] <= MEMORY[scale] else "not reached"
    print(f"{'memory':12}{memory['bina']:.1f} MB, at most {MEMORY[scale]} MB: {verdict}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("month")
    parser.add_argument("--bina")
    parser.add_argument("--scan")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--only")
    args = parser.parse_args()

    month = core.Month(args.directory.rstrip("/"), args.month)
    with tempfile.TemporaryDirectory() as folder:
        env = environment(folder)
        chosen = commands(args, month, small_repository(args.directory, f"{folder}/records"))
        memory = {name: peak(command, env) for name, command in chosen.items()}
        walls = {name: [] for name in chosen}
        for _ in range(args.runs):
            for name, command in chosen.items():
                walls[name].append(run(command, env)[0])
    medians = {name: statistics.median(times) for name, times in walls.items()}
    staff, scale = scale_of(month)
    size = sum(os.path.getsize(path) for path in month.files())
    print(f"{args.directory}: {staff} staff, {len(month.files())} csv files, {size / 1e6:.2f} MB, {args.runs} runs")
    report(medians, memory)
    if "bina" in medians:
        report_goals(scale, medians, memory)


if __name__ == "__main__":
    main()
