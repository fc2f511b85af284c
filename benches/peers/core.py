"""What all peers share: months, the names of the files that a month needs, and the written result.

A peer computes the core of the monthly report of directories that `generate.rs` writes:

    units      staff, pns, pppk, jp_total, jp_mean, under_floor, the predicates, missing,
               received, resolved, unresolved, median_workdays, n, ikm
    trainings  invited, completed, absent, pairs, pre_mean, post_mean, gain, responses, satisfaction

Only light modules are imported: at the smallest scale the start of the process is most of the time.
"""

import os
import sys
from datetime import date, timedelta

PREDICATES = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]
# (result, behaviour) -> predicate
MATRIX = {
    ("above", "below"): "kurang",
    ("above", "meets"): "baik",
    ("above", "above"): "sangat_baik",
    ("meets", "below"): "kurang",
    ("meets", "meets"): "baik",
    ("meets", "above"): "baik",
    ("below", "below"): "sangat_kurang",
    ("below", "meets"): "butuh_perbaikan",
    ("below", "above"): "butuh_perbaikan",
}
PNS_FLOOR = 20
LATE_AFTER_DAYS = 10
MIN_DAYS_IN_POST = 30
MIN_GROUP = 5
MIN_PAIRS = 2
COUNTED = ("pns", "cpns", "pppk", "pppk-part-time")
PRESENT = ("active", "study", "leave", "seconded")
ELEMENTS = "persyaratan prosedur waktu biaya produk kompetensi perilaku pengaduan sarana".split()
FEEDBACK = "materi pengajar metode sarana layanan manfaat".split()

# The columns of each table, in order, as `generate.rs` writes them.
COLUMNS = {
    "units": "code name parent public_service",
    "staff": "id nip title_before name title_after employment joined born sex email",
    "postings": "staff since unit position position_kind grade status supervisor decree",
    "participation": "training staff status reason replaces initiative completed jp jp_recognised pre post "
    "certificate evidence sha256 verified_by note",
    "evaluations": "staff period result behaviour evaluator date strengths improve agreed_step",
    "skm": "date batch unit service wave sex age education occupation " + " ".join(ELEMENTS) + " comment",
    "feedback": "date batch training instructor wave " + " ".join(FEEDBACK) + " comment",
    "complaints": "id received channel reference kind unit service category class handler duplicate_of summary",
    "handling": "complaint date step class handler outcome complainant_view",
}
COLUMNS = {table: columns.split() for table, columns in COLUMNS.items()}

UNIT_FIELDS = [
    "staff", "pns", "pppk", "jp_total", "jp_mean", "under_floor", *PREDICATES, "missing",
    "received", "resolved", "unresolved", "median_workdays", "n", "ikm",
]  # fmt: skip
TRAINING_FIELDS = [
    "invited", "completed", "absent", "pairs", "pre_mean", "post_mean", "gain", "responses", "satisfaction",
]  # fmt: skip


class Month:
    """A month and all that its report reads."""

    def __init__(self, directory, text):
        self.directory = directory
        self.text = text
        self.index = int(text[:4]) * 12 + int(text[5:7]) - 1
        self.first = first_day(self.index)
        self.last = first_day(self.index + 1) - timedelta(days=1)
        self.year_start = date(self.first.year, 1, 1)
        self.period, self.period_end = self.owed_quarter()
        self.last_period = quarter_name(self.index - (self.index + 1) % 3)

    def owed_quarter(self):
        """The last quarter whose evaluations are due by the end of the month."""
        index = self.index
        while True:
            end = first_day(index + 1) - timedelta(days=1)
            if index % 3 == 2 and end + timedelta(days=LATE_AFTER_DAYS) <= self.last:
                return quarter_name(index), end
            index -= 1

    def present(self, pattern, names):
        """The paths of those partitions that exist."""
        paths = (f"{self.directory}/{pattern % name}" for name in names)
        return [path for path in paths if os.path.exists(path)]

    def months(self, first, last):
        return [month_name(index) for index in range(first, last + 1)]

    def units(self):
        return [f"{self.directory}/units.csv"]

    def staff(self):
        return [f"{self.directory}/staff.csv"]

    def postings(self):
        return [f"{self.directory}/postings.csv"]

    def participation(self):
        """Everything in which hours of the year may have been completed."""
        january = self.index - self.index % 12
        return self.present("participation/%s.csv", self.months(january - 3, january + 11))

    def recent_participation(self):
        """The month's own programmes and those that may still have been open."""
        return self.present("participation/%s.csv", self.months(self.index - 3, self.index))

    def evaluations(self):
        """The owed quarter and any later one that is over; the generator writes quarters only."""
        owed = self.period_end.year * 12 + self.period_end.month - 1
        quarters = [quarter_name(index) for index in range(owed, self.index + 1) if index % 3 == 2]
        return self.present("evaluations/%s.csv", quarters)

    def feedback(self):
        return self.present("responses/umpan-balik/%s.csv", self.months(self.index - 3, self.index))

    def skm(self):
        return self.present("responses/skm/%s.csv", self.months(self.index - 11, self.index))

    def complaints(self):
        return self.present("complaints/%s.csv", [self.text])

    def handling(self):
        """The steps for the month's complaints, those after the month too."""
        return self.present("handling/%s.csv", [self.text])

    def files(self):
        """Every csv file that is read; the training documents come on top."""
        return (
            self.units() + self.staff() + self.postings() + [f"{self.directory}/holidays.csv"]
            + self.participation() + self.evaluations() + self.feedback() + self.skm()
            + self.complaints() + self.handling()
        )  # fmt: skip

    def workdays(self):
        """For each day of the month, by its number, the working days from the first up to it.

        The clock of a complaint starts on the day after receipt, so the days it took are the
        difference of two of these. Entry 0 is not used.
        """
        with open(f"{self.directory}/holidays.csv", encoding="utf-8") as file:
            holidays = {line[:10] for line in file}
        counts = [0]
        for offset in range((self.last - self.first).days + 1):
            day = self.first + timedelta(days=offset)
            works = day.weekday() < 5 and day.isoformat() not in holidays
            counts.append(counts[-1] + works)
        return counts

    def programmes(self, candidates):
        """Id -> maximum score of those programmes among the candidates that ended in the month."""
        ended = {}
        for training in candidates:
            document = read_document(f"{self.directory}/trainings/{training}.toml")
            if document["end"][:7] == self.text and document["status"] in ('"done"', '"running"'):
                ended[training] = float(document.get("test_max", 100))
        return ended


def read_document(path):
    """The top-level keys of a training document, as written: a quick reading, not a TOML parser."""
    with open(path, encoding="utf-8") as file:
        head = file.read().partition("\n[")[0]
    return dict(line.split(" = ", 1) for line in head.splitlines() if " = " in line)


def first_day(index):
    return date(index // 12, index % 12 + 1, 1)


def month_name(index):
    return f"{index // 12:04}-{index % 12 + 1:02}"


def quarter_name(index):
    return f"{index // 12:04}-Q{index % 12 // 3 + 1}"


def predicate_sql():
    """The predicate matrix as a SQL expression."""
    cells = " ".join(f"WHEN '{r}/{b}' THEN '{p}'" for (r, b), p in MATRIX.items())
    return f"CASE result || '/' || behaviour {cells} END"


def quoted(values):
    return ", ".join(f"'{value}'" for value in values)


def means_and_gain(pairs, pre, post, test_max):
    """From sums over the pairs: both means, and the gain of the class where there are enough pairs."""
    if not pairs:
        return None, None, None
    possible = test_max * pairs - pre
    return pre / pairs, post / pairs, (post - pre) / possible if pairs >= MIN_PAIRS and possible else None


def arguments():
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} DIR MONTH")
    return Month(sys.argv[1].rstrip("/"), sys.argv[2])


def write(units, trainings, written_units=()):
    """Prints the common form, from rows that begin with the key or from units written already."""
    import json

    def by_key(rows, fields):
        pairs = (f'"{row[0]}": {json.dumps(dict(zip(fields, row[1:])), default=float)}' for row in rows)
        return "{" + ", ".join(pairs) + "}"

    units = by_key(units, UNIT_FIELDS) if units else "{" + ", ".join(written_units) + "}"
    sys.stdout.write(f'{{"units": {units}, "trainings": {by_key(trainings, TRAINING_FIELDS)}}}\n')
