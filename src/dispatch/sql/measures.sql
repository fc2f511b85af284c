-- ---- who there is -------------------------------------------------------------------------------

-- people: who counts on the last day (ASN, posted, not gone), where, as what, and since when.
CREATE OR REPLACE {VIEW} people AS
WITH posted AS (
  SELECT p.staff, p.unit, coalesce(p.status, 'active') AS status,
    row_number() OVER (PARTITION BY p.staff ORDER BY p.since DESC) AS place
  FROM postings p CROSS JOIN report r WHERE p.since <= r.last_day
), appointed AS (
  SELECT p.staff, p.employment, row_number() OVER (PARTITION BY p.staff ORDER BY p.since DESC) AS place
  FROM postings p CROSS JOIN report r WHERE p.since <= r.last_day AND p.employment IS NOT NULL
), begun AS (
  SELECT staff, min(since) AS first_posted FROM postings GROUP BY staff
), hired AS (
  SELECT c.staff, c.since, row_number() OVER (PARTITION BY c.staff ORDER BY c.since DESC) AS place
  FROM contracts c CROSS JOIN report r
  WHERE c.since <= r.last_day AND (c.until IS NULL OR r.last_day <= c.until)
)
SELECT s.id AS staff, p.unit, p.status, coalesce(a.employment, s.employment) AS employment, b.first_posted,
  CASE WHEN coalesce(a.employment, s.employment) IN ('pppk', 'pppk-part-time') THEN h.since END AS contract
FROM staff s
JOIN posted p ON p.staff = s.id AND p.place = 1
JOIN begun b ON b.staff = s.id
LEFT JOIN appointed a ON a.staff = s.id AND a.place = 1
LEFT JOIN hired h ON h.staff = s.id AND h.place = 1
WHERE coalesce(a.employment, s.employment) NOT IN ('non-asn', 'external')
  AND p.status NOT IN ('moved', 'retired', 'left');

-- departed: who left the office, and on which day.
CREATE OR REPLACE {VIEW} departed AS
SELECT staff, since AS left_on
FROM (
  SELECT p.staff, p.since, p.status, row_number() OVER (PARTITION BY p.staff ORDER BY p.since DESC) AS place
  FROM postings p CROSS JOIN report r WHERE p.since <= r.last_day
) latest
WHERE place = 1 AND status IN ('moved', 'retired', 'left');

-- ---- hours --------------------------------------------------------------------------------------

-- completions: what was completed up to the last day, with the JP that the rule counts.
CREATE OR REPLACE {VIEW} completions AS
SELECT p.staff, p.training, p.completed, p.jp, p.jp_recognised,
  CASE WHEN p.verified_by <> p.staff THEN p.jp ELSE 0 END AS jp_verified,
  CASE r.counted
    WHEN 'recognised' THEN coalesce(p.jp_recognised, 0)
    WHEN 'verified' THEN CASE WHEN p.verified_by <> p.staff THEN p.jp ELSE 0 END
    ELSE p.jp
  END AS jp_counted
FROM participation p CROSS JOIN report r
WHERE p.status = 'completed' AND p.completed <= r.last_day AND p.jp IS NOT NULL
  AND (p.enrolled IS NULL OR p.enrolled <= r.last_day);

-- uncounted: what was completed up to the last day and cannot be counted, since its JP or its day is not on record, with the
-- days between which it lies. What has no day may be of any since its programme's month began.
CREATE OR REPLACE {VIEW} uncounted AS
WITH begun AS (
  SELECT staff, completed, enrolled,
    CASE WHEN training NOT LIKE 'external/%' THEN CAST(concat(substr(training, 1, 7), '-01') AS DATE) END AS month_first
  FROM participation
  WHERE status = 'completed' AND (jp IS NULL OR completed IS NULL)
)
SELECT b.staff, coalesce(b.completed, CAST(b.month_first + INTERVAL '1' MONTH - INTERVAL '1' DAY AS DATE), r.last_day) AS latest
FROM begun b CROSS JOIN report r
WHERE coalesce(b.completed, b.month_first, r.last_day) <= r.last_day
  AND (b.enrolled IS NULL OR b.enrolled <= r.last_day);

-- contract_years: the first day of the contract year of each PPPK whose contract is known.
CREATE OR REPLACE {VIEW} contract_years AS
WITH years AS (
  SELECT p.staff, p.contract, r.last_day, year(r.last_day) - year(p.contract) AS age
  FROM people p CROSS JOIN report r WHERE p.contract IS NOT NULL
), anniversaries AS (
  SELECT staff, contract, last_day, add_months(contract, CAST(12 * age AS INT)) AS this_year,
    add_months(contract, CAST(12 * (age - 1) AS INT)) AS year_before
  FROM years
), moved AS (
  -- A contract of 29 February has its anniversary on 1 March of the other years.
  SELECT staff, contract, last_day,
    CASE WHEN day(contract) = 29 AND day(this_year) = 28
      THEN CAST(this_year + INTERVAL '1' DAY AS DATE) ELSE this_year END AS this_year,
    CASE WHEN day(contract) = 29 AND day(year_before) = 28
      THEN CAST(year_before + INTERVAL '1' DAY AS DATE) ELSE year_before END AS year_before
  FROM anniversaries
)
SELECT staff, greatest(contract, CASE WHEN this_year <= last_day THEN this_year ELSE year_before END) AS since
FROM moved;

-- unrolled: programmes that have begun and of which nobody is on record: anybody may have their JP.
CREATE OR REPLACE {VIEW} unrolled AS
SELECT b.id, b.ends, b.jp
FROM begun_trainings b CROSS JOIN report r
LEFT JOIN participation p ON p.training = b.id AND (p.enrolled IS NULL OR p.enrolled <= r.last_day)
WHERE p.training IS NULL;

-- rolls: whether somebody is on record in every programme of the year that has begun.
CREATE OR REPLACE {VIEW} rolls AS
SELECT count(*) = 0 AS is_rolled FROM unrolled u CROSS JOIN report r WHERE u.ends >= r.year_first;

-- hours_by_person: the JP of the year so far of everybody who counts, and how they stand to floor and ceiling.
CREATE OR REPLACE {VIEW} hours_by_person AS
WITH sums AS (
  SELECT p.staff, p.unit, p.employment, y.since AS contract_year,
    coalesce(sum(CASE WHEN c.completed >= r.year_first THEN c.jp END), 0) AS jp,
    coalesce(sum(CASE WHEN c.completed >= r.year_first THEN c.jp_recognised END), 0) AS jp_recognised,
    coalesce(sum(CASE WHEN c.completed >= r.year_first AND c.jp_recognised IS NOT NULL THEN c.jp END), 0) AS jp_assessed,
    coalesce(sum(CASE WHEN c.completed >= r.year_first THEN c.jp_verified END), 0) AS jp_verified,
    coalesce(sum(CASE WHEN c.completed >= r.year_first THEN c.jp_counted END), 0) AS jp_counted,
    coalesce(sum(CASE WHEN c.completed >= y.since THEN c.jp_counted END), 0) AS jp_contract
  FROM people p CROSS JOIN report r
  LEFT JOIN contract_years y ON y.staff = p.staff
  LEFT JOIN completions c ON c.staff = p.staff
  GROUP BY p.staff, p.unit, p.employment, y.since
), missed AS (
  SELECT p.staff, count(CASE WHEN u.latest >= r.year_first THEN 1 END) AS of_year,
    count(CASE WHEN u.latest >= coalesce(y.since, r.year_first) THEN 1 END) AS of_contract
  FROM people p CROSS JOIN report r
  LEFT JOIN contract_years y ON y.staff = p.staff
  LEFT JOIN uncounted u ON u.staff = p.staff
  GROUP BY p.staff
), possible AS (
  SELECT p.staff, coalesce(sum(CASE WHEN u.ends >= r.year_first THEN u.jp END), 0) AS of_year,
    coalesce(sum(CASE WHEN u.ends >= coalesce(y.since, r.year_first) THEN u.jp END), 0) AS of_contract
  FROM people p CROSS JOIN report r
  LEFT JOIN contract_years y ON y.staff = p.staff
  LEFT JOIN unrolled u ON u.ends >= least(coalesce(y.since, r.year_first), r.year_first)
  GROUP BY p.staff
)
SELECT s.staff, s.unit, s.employment, s.jp, s.jp_recognised, s.jp_assessed, s.jp_verified, s.jp_counted, s.jp_contract,
  s.employment IN ('pppk', 'pppk-part-time') AS is_pppk, s.contract_year, m.of_year AS uncounted,
  -- NULL where nobody can tell: of a time before the records, of JP that are not on record, also those of programmes with
  -- nobody on record where they would make the difference, or of a PPPK without a known contract.
  CASE WHEN s.employment <> 'pns' OR s.jp_counted >= r.pns_floor THEN false
    WHEN r.year_told AND m.of_year = 0 AND s.jp_counted + o.of_year < r.pns_floor THEN true END AS is_under_floor,
  CASE
    WHEN s.employment NOT IN ('pppk', 'pppk-part-time') THEN false
    WHEN s.contract_year IS NULL THEN NULL
    WHEN s.jp_contract > r.pppk_ceiling THEN true
    WHEN m.of_contract = 0 AND s.jp_contract + o.of_contract <= r.pppk_ceiling AND coalesce(r.records_since <= s.contract_year, true) THEN false
  END AS is_over_ceiling,
  CASE WHEN s.jp_counted < r.pns_floor THEN r.pns_floor - s.jp_counted END AS short
FROM sums s CROSS JOIN report r JOIN missed m ON m.staff = s.staff JOIN possible o ON o.staff = s.staff;

-- = hours_by_unit (unit): the JP of the year so far, who is below the floor, who is over the ceiling. A count of which nobody
-- could be judged is NULL, and not zero; nor is there a zero of a year of which the records do not tell the whole, or not who
-- took part in each programme.
CREATE OR REPLACE {VIEW} hours_by_unit AS
SELECT unit, staff,
  CASE WHEN jp_total > 0 OR year_told AND is_rolled AND jp_unknown < staff THEN jp_total END AS jp_total,
  CASE WHEN year_told AND (is_rolled OR jp_total > 0) AND jp_unknown < staff THEN jp_total / staff END AS jp_mean,
  pns,
  CASE WHEN under_floor > 0 OR year_told AND (floor_judged > 0 OR floor_unknown = 0) THEN under_floor END AS under_floor,
  floor_unknown, jp_unknown, pppk,
  CASE WHEN over_ceiling > 0 OR year_told AND (ceiling_judged > 0 OR ceiling_unknown = 0) THEN over_ceiling END AS over_ceiling,
  CASE WHEN jp_recognised > 0 OR year_told AND is_rolled AND (jp_assessed > 0 OR jp_assessed = jp_total) THEN jp_recognised END AS jp_recognised,
  CASE WHEN year_told AND is_rolled OR jp_verified > 0 THEN jp_verified END AS jp_verified,
  without_contract
FROM (
  SELECT CASE WHEN grouping(hours_by_person.unit) = 1 THEN '*' ELSE coalesce(hours_by_person.unit, '-') END AS unit,
    count(*) AS staff,
    CAST(sum(jp) AS DOUBLE) AS jp_total,
    count(*) FILTER (WHERE employment = 'pns') AS pns,
    count(*) FILTER (WHERE is_under_floor) AS under_floor,
    count(*) FILTER (WHERE employment = 'pns' AND is_under_floor IS NOT NULL) AS floor_judged,
    count(*) FILTER (WHERE is_under_floor IS NULL) AS floor_unknown,
    count(*) FILTER (WHERE uncounted > 0) AS jp_unknown,
    count(*) FILTER (WHERE is_pppk) AS pppk,
    count(*) FILTER (WHERE is_over_ceiling) AS over_ceiling,
    count(*) FILTER (WHERE is_pppk AND is_over_ceiling IS NOT NULL) AS ceiling_judged,
    count(*) FILTER (WHERE is_over_ceiling IS NULL) AS ceiling_unknown,
    CAST(sum(jp_recognised) AS DOUBLE) AS jp_recognised,
    CAST(sum(jp_assessed) AS DOUBLE) AS jp_assessed,
    CAST(sum(jp_verified) AS DOUBLE) AS jp_verified,
    count(*) FILTER (WHERE is_pppk AND contract_year IS NULL) AS without_contract
  FROM hours_by_person
  GROUP BY GROUPING SETS ((hours_by_person.unit), ())
) by_unit CROSS JOIN report
CROSS JOIN rolls
WHERE unit IS NOT NULL;

-- = under_floor (): PNS below the floor, and how many JP they lack; who has none may have some of what is unrolled.
CREATE OR REPLACE {VIEW} under_floor AS
SELECT unit, CAST(CASE WHEN jp_counted > 0 OR is_rolled THEN jp_counted END AS DOUBLE) AS jp, CAST(short AS DOUBLE) AS short
FROM hours_by_person CROSS JOIN rolls WHERE is_under_floor;

-- ---- programmes ---------------------------------------------------------------------------------

-- places: every place in a programme as it was known on the last day.
CREATE OR REPLACE {VIEW} places AS
WITH known AS (
  SELECT p.training, p.staff, p.status, p.reason, p.completed, p.jp, p.pre, p.post, r.first_day, r.last_day,
    CASE WHEN p.confirmed IS NULL THEN p.enrolled IS NULL ELSE p.confirmed <= r.last_day END AS was_confirmed,
    CASE
      WHEN p.status IN ('absent', 'failed', 'withdrawn') THEN coalesce(p.ended > r.last_day, false)
      WHEN p.status IN ('confirmed', 'attending', 'awaiting-certificate')
        THEN NOT (CASE WHEN p.confirmed IS NULL THEN p.enrolled IS NULL ELSE p.confirmed <= r.last_day END)
      WHEN p.status = 'completed' THEN coalesce(p.completed > r.last_day, false)
      ELSE false
    END AS was_open
  FROM participation p CROSS JOIN report r
  WHERE p.enrolled IS NULL OR p.enrolled <= r.last_day
)
SELECT training, staff,
  CASE
    WHEN was_open AND was_confirmed THEN 'confirmed'
    WHEN was_open THEN 'invited'
    ELSE status
  END AS status,
  CASE WHEN was_open THEN NULL ELSE reason END AS reason,
  jp, pre,
  CASE WHEN completed IS NULL OR completed <= last_day THEN post END AS post,
  status = 'completed' AND NOT was_open AND coalesce(completed BETWEEN first_day AND last_day, false) AS completed_in_month
FROM known;

-- = programmes (training): invited, completed, absent, tests and their gain, JP given, what participants thought. Of a
-- self-paced programme what was completed and answered in the month counts. Until a programme is closed nobody knows that nobody came,
-- and it is not while anybody's place was still open,
-- and nothing is known of one that has begun and has nobody on record.
CREATE OR REPLACE {VIEW} programmes AS
WITH tallies AS (
  SELECT t.id AS training, t.test_max,
    t.is_closed AND NOT (counts_all AND
      count(*) FILTER (WHERE p.status IN ('invited', 'confirmed', 'attending', 'awaiting-certificate')) > 0) AS is_closed,
    count(p.staff) AS invited,
    count(*) FILTER (WHERE counts_all AND p.status = 'completed' OR p.completed_in_month AND NOT counts_all) AS completed,
    count(*) FILTER (WHERE p.status = 'absent') AS absent,
    count(*) FILTER (WHERE p.status NOT IN ('absent', 'completed')) AS other,
    sum(CASE WHEN counts_all AND p.status = 'completed' OR p.completed_in_month THEN p.jp END) AS jp_total,
    count(*) FILTER (WHERE (counts_all OR p.completed_in_month) AND p.pre IS NOT NULL AND p.post IS NOT NULL) AS pairs,
    CAST(sum(CASE WHEN (counts_all OR p.completed_in_month) AND p.post IS NOT NULL THEN p.pre END) AS DOUBLE) AS pre_sum,
    CAST(sum(CASE WHEN (counts_all OR p.completed_in_month) AND p.pre IS NOT NULL THEN p.post END) AS DOUBLE) AS post_sum
  FROM (SELECT id, test_max, ended_in_month, is_self_paced, is_closed, NOT is_self_paced AS counts_all FROM trainings) t
  LEFT JOIN places p ON p.training = t.id
  GROUP BY t.id, t.test_max, t.ended_in_month, t.is_self_paced, t.is_closed, t.counts_all
  HAVING (t.ended_in_month AND NOT t.is_self_paced) OR count(*) FILTER (WHERE t.is_self_paced AND p.completed_in_month) > 0
), thought AS (
  SELECT t.id AS training, count(*) AS responses, sum(a.total) AS total, sum(a.scores) AS scores,
    count(DISTINCT a.scale) = 1 AND count(a.scale) = count(*) AS has_scale
  FROM trainings t CROSS JOIN report r
  JOIN reactions a ON a.training = t.id AND a.aspect IS NULL AND (NOT t.is_self_paced OR a.answered = r.month)
  GROUP BY t.id
)
SELECT t.training,
  CASE WHEN u.id IS NULL THEN t.invited END AS invited,
  CASE WHEN u.id IS NULL AND t.is_closed OR t.completed > 0 THEN t.completed END AS completed,
  CASE WHEN u.id IS NULL AND t.is_closed OR t.absent > 0 THEN t.absent END AS absent,
  CASE WHEN u.id IS NULL THEN t.other END AS other,
  CASE WHEN u.id IS NULL AND t.is_closed OR t.jp_total > 0 THEN CAST(coalesce(t.jp_total, 0) AS DOUBLE) END AS jp_total,
  CASE WHEN u.id IS NULL THEN t.pairs END AS pairs,
  CASE WHEN t.pairs > 0 THEN t.pre_sum / t.pairs END AS pre_mean,
  CASE WHEN t.pairs > 0 THEN t.post_sum / t.pairs END AS post_mean,
  CASE WHEN t.pairs >= r.min_pairs AND t.test_max * t.pairs > t.pre_sum
    THEN (t.post_sum - t.pre_sum) / (t.test_max * t.pairs - t.pre_sum) END AS gain,
  CASE WHEN d.is_asked OR f.responses > 0 THEN coalesce(f.responses, 0) END AS responses,
  CASE WHEN f.has_scale AND f.responses >= {MIN_GROUP} THEN CAST(f.total AS DOUBLE) / f.scores END AS satisfaction
FROM tallies t JOIN trainings d ON d.id = t.training CROSS JOIN report r LEFT JOIN thought f ON f.training = t.training
LEFT JOIN unrolled u ON u.id = t.training;

-- = satisfaction_by_aspect (training, aspect): how many participants said something of an aspect of a programme, and the mean.
CREATE OR REPLACE {VIEW} satisfaction_by_aspect AS
SELECT a.training, a.aspect, count(*) AS n,
  CASE WHEN count(*) >= {MIN_GROUP} THEN CAST(sum(a.total) AS DOUBLE) / sum(a.scores) END AS mean
FROM reactions a JOIN trainings t ON t.id = a.training CROSS JOIN report r
JOIN programmes p ON p.training = a.training
WHERE a.aspect IS NOT NULL AND (NOT t.is_self_paced OR a.answered = r.month)
GROUP BY a.training, a.aspect, a.form;

-- = absences (training): why those who were absent did not come.
CREATE OR REPLACE {VIEW} absences AS
SELECT p.training,
  count(*) FILTER (WHERE p.reason = 'duty') AS duty,
  count(*) FILTER (WHERE p.reason = 'sick') AS sick,
  count(*) FILTER (WHERE p.reason = 'leave') AS "leave",
  count(*) FILTER (WHERE p.reason = 'declined') AS declined,
  count(*) FILTER (WHERE p.reason = 'no-word') AS no_word,
  count(*) FILTER (WHERE p.reason = 'replaced') AS replaced,
  count(*) FILTER (WHERE p.reason IS NULL) AS unknown
FROM places p JOIN programmes t ON t.training = p.training
WHERE p.status = 'absent'
GROUP BY p.training;

-- ---- evaluation ---------------------------------------------------------------------------------

-- predicates: the predicate that counts of everybody who has one: of the period that ended last. It follows from result and
-- behaviour; of an evaluation that does not say both it is the one that was told.
CREATE OR REPLACE {VIEW} predicates AS
WITH given AS (
  SELECT e.staff, c.place,
    CASE WHEN e.result IS NOT NULL AND e.behaviour IS NOT NULL THEN m.predicate ELSE e.predicate END AS predicate
  FROM evaluations e
  JOIN current_periods c ON c.period = e.period
  LEFT JOIN predicate_of m ON m.result = e.result AND m.behaviour = e.behaviour
  CROSS JOIN report r
  WHERE e."date" IS NULL OR e."date" <= r.last_day
)
SELECT staff, predicate
FROM (
  SELECT staff, predicate, row_number() OVER (PARTITION BY staff ORDER BY place) AS place
  FROM given WHERE predicate IS NOT NULL
) current
WHERE place = 1;

-- = predicates_by_unit (unit): the predicates, and who owes an evaluation and has none.
CREATE OR REPLACE {VIEW} predicates_by_unit AS
SELECT * FROM (
  SELECT CASE WHEN grouping(owing.unit) = 1 THEN '*' ELSE owing.unit END AS unit,
    count(*) FILTER (WHERE predicate = 'sangat-baik') AS sangat_baik,
    count(*) FILTER (WHERE predicate = 'baik') AS baik,
    count(*) FILTER (WHERE predicate = 'butuh-perbaikan') AS butuh_perbaikan,
    count(*) FILTER (WHERE predicate = 'kurang') AS kurang,
    count(*) FILTER (WHERE predicate = 'sangat-kurang') AS sangat_kurang,
    CASE WHEN bool_and(is_told OR is_exempt OR predicate IS NOT NULL)
      THEN count(*) FILTER (WHERE predicate IS NULL AND NOT is_exempt) END AS missing
  FROM (
    SELECT p.unit, e.predicate, r.owed_told AS is_told,
      p.first_posted > r.posted_by OR (p.status <> 'active' AND x.status IS NOT NULL) AS is_exempt
    FROM people p CROSS JOIN report r
    LEFT JOIN predicates e ON e.staff = p.staff
    LEFT JOIN exempt_statuses x ON x.status = p.status
  ) owing
  GROUP BY GROUPING SETS ((owing.unit), ())
) by_unit
WHERE unit IS NOT NULL;

-- ---- the public's satisfaction ------------------------------------------------------------------

-- = ikm_by_unit (unit): respondents and the index: factor x weight x the sum of the elements' means. Where fewer answered than
-- the least group there is no index.
CREATE OR REPLACE {VIEW} ikm_by_unit AS
SELECT * FROM (
  SELECT CASE WHEN grouping(answers.unit) = 1 THEN '*' ELSE coalesce(answers.unit, '-') END AS unit,
    count(*) AS n,
    CASE WHEN count(*) >= {MIN_GROUP} THEN {INDEX} END AS ikm
  FROM answers
  GROUP BY GROUPING SETS ((answers.unit), ())
) by_unit
WHERE unit IS NOT NULL;

-- = ikm_by_service (service): the same by service.
CREATE OR REPLACE {VIEW} ikm_by_service AS
SELECT coalesce(service, '-') AS service, count(*) AS n, CASE WHEN count(*) >= {MIN_GROUP} THEN {INDEX} END AS ikm
FROM answers GROUP BY coalesce(service, '-');

-- = ikm_elements (element): who answered each element, and its mean (NRR).
CREATE OR REPLACE {VIEW} ikm_elements AS
SELECT element, CASE WHEN count(score) > 0 OR bool_and(survey_told) THEN count(score) END AS n, CASE WHEN count(score) >= {MIN_GROUP} THEN avg(score) END AS nrr
FROM ({SCORES}) scores CROSS JOIN report
GROUP BY element;

-- ---- complaints ---------------------------------------------------------------------------------

-- working_days: how many working days there were up to each day.
CREATE OR REPLACE {VIEW} working_days AS
SELECT d.day, sum(CASE WHEN h."date" IS NULL AND w.weekday IS NULL THEN 1 ELSE 0 END) OVER (ORDER BY d.day) AS number
FROM {DAYS} d
LEFT JOIN holidays h ON h."date" = d.day
LEFT JOIN free_weekdays w ON w.weekday = d.weekday;

-- turns: the days on which a complaint was closed or opened again, and how it stood before and after.
CREATE OR REPLACE {VIEW} turns AS
WITH days AS (
  SELECT h.complaint, h."date" AS on_day,
    count(*) FILTER (WHERE h.step = 'closed') > 0 AS closes,
    count(*) FILTER (WHERE h.step = 'reopened') > 0 AS reopens,
    coalesce(max(CASE WHEN h.step = 'closed' THEN h.outcome END), 'open') AS outcome,
    max(CASE WHEN h.step = 'closed' THEN h.complainant_view END) AS complainant_view
  FROM handling h CROSS JOIN report r
  WHERE h.step IN ('closed', 'reopened') AND h."date" <= r.last_day
  GROUP BY h.complaint, h."date"
), before AS (
  -- A day on which it was both closed and opened leaves it as it was.
  SELECT complaint, on_day, closes, reopens, outcome, complainant_view,
    coalesce(substring(max(CASE WHEN NOT (closes AND reopens)
        THEN concat(CAST(on_day AS STRING), CASE WHEN closes THEN outcome ELSE 'open' END) END)
      OVER (PARTITION BY complaint ORDER BY on_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 11), 'open') AS state
  FROM days
)
SELECT complaint, on_day, complainant_view,
  CASE WHEN closes AND (NOT reopens OR state <> 'open') THEN outcome ELSE 'open' END AS state,
  reopens AND (state <> 'open' OR (closes AND outcome <> 'open')) AS is_reopened,
  row_number() OVER (PARTITION BY complaint ORDER BY on_day DESC) AS place
FROM before;

-- complaints_seen: every complaint as it stood on the last day; repeated ones, aspirations and requests are left out.
CREATE OR REPLACE {VIEW} complaints_seen AS
WITH stands AS (
  SELECT complaint, max(CASE WHEN place = 1 THEN state END) AS state,
    max(CASE WHEN place = 1 THEN on_day END) AS on_day,
    max(CASE WHEN place = 1 THEN complainant_view END) AS complainant_view,
    max(CASE WHEN is_reopened THEN on_day END) AS reopened
  FROM turns GROUP BY complaint
), classes AS (
  SELECT complaint, class
  FROM (
    SELECT h.complaint, h.class, row_number() OVER (PARTITION BY h.complaint ORDER BY h."date" DESC,
      CASE h.step WHEN 'classified' THEN 1 WHEN 'forwarded' THEN 2 WHEN 'responded' THEN 3 WHEN 'closed' THEN 4 ELSE 5 END DESC) AS place
    FROM handling h CROSS JOIN report r WHERE h.class IS NOT NULL AND h."date" <= r.last_day
  ) given WHERE place = 1
), responses AS (
  SELECT h.complaint, min(h."date") AS responded
  FROM handling h CROSS JOIN report r WHERE h.step = 'responded' AND h."date" <= r.last_day GROUP BY h.complaint
), seen AS (
  SELECT c.id, c.unit, c.received, c.received >= r.first_day AS is_cohort, r.last_day,
    coalesce(s.state, 'open') AS state, s.on_day AS closed, s.reopened, coalesce(s.reopened, c.received) AS clock,
    CASE WHEN coalesce(s.state, 'open') <> 'open' THEN s.complainant_view END AS complainant_view,
    f.responded, d.resolve_within, d.respond_within
  FROM complaints c CROSS JOIN report r
  LEFT JOIN stands s ON s.complaint = c.id
  LEFT JOIN classes k ON k.complaint = c.id
  LEFT JOIN responses f ON f.complaint = c.id
  LEFT JOIN deadlines d ON d.class = coalesce(k.class, c.class)
    AND d.in_force_from <= c.received AND (d.in_force_to IS NULL OR c.received <= d.in_force_to)
  WHERE c.kind = 'complaint' AND c.duplicate_of IS NULL AND c.received <= r.last_day
)
SELECT s.id, s.unit, s.received, s.is_cohort, s.state, s.reopened, s.clock, s.complainant_view, s.responded,
  s.resolve_within, s.respond_within,
  CASE WHEN s.state <> 'open' THEN until_closed.number - from_clock.number END AS workdays,
  CASE WHEN s.state <> 'open' THEN before_closed.number - from_clock.number END AS workdays_before,
  before_last.number - from_clock.number AS waited_before,
  CASE WHEN s.responded IS NULL THEN before_last.number ELSE before_response.number END - from_receipt.number AS unanswered_before
FROM seen s
JOIN working_days from_clock ON from_clock.day = s.clock
JOIN working_days from_receipt ON from_receipt.day = s.received
JOIN working_days before_last ON before_last.day = CAST(s.last_day - INTERVAL '1' DAY AS DATE)
LEFT JOIN working_days until_closed ON until_closed.day = s.closed
LEFT JOIN working_days before_closed ON before_closed.day = CAST(s.closed - INTERVAL '1' DAY AS DATE)
LEFT JOIN working_days before_response ON before_response.day = CAST(s.responded - INTERVAL '1' DAY AS DATE);

-- = complaints_by_unit (unit): received in the month and what became of them; open ones of any month that are late. A count of
-- which none could be judged is NULL, and not zero.
CREATE OR REPLACE {VIEW} complaints_by_unit AS
SELECT * FROM (
  SELECT CASE WHEN grouping(complaints_seen.unit) = 1 THEN '*' ELSE coalesce(complaints_seen.unit, '-') END AS unit,
    count(*) FILTER (WHERE is_cohort) AS received,
    count(*) FILTER (WHERE is_cohort AND state = 'resolved') AS resolved,
    count(*) FILTER (WHERE is_cohort AND state = 'unresolved') AS unresolved,
    count(*) FILTER (WHERE is_cohort AND state = 'not-competent') AS not_competent,
    count(*) FILTER (WHERE is_cohort AND state IN ('unclear', 'withdrawn')) AS dropped,
    count(*) FILTER (WHERE is_cohort AND state = 'open') AS "open",
    count(*) FILTER (WHERE is_cohort AND reopened IS NOT NULL) AS reopened,
    median(CASE WHEN is_cohort AND state = 'resolved' THEN workdays END) AS median_workdays,
    CASE WHEN count(*) FILTER (WHERE is_cohort AND state = 'resolved' AND resolve_within IS NOT NULL) > 0
      THEN count(*) FILTER (WHERE is_cohort AND state = 'resolved' AND workdays_before < resolve_within) END AS on_time,
    count(*) FILTER (WHERE is_cohort AND state = 'resolved' AND resolve_within IS NULL) AS untimed,
    CASE WHEN count(*) FILTER (WHERE is_cohort AND respond_within IS NOT NULL AND (responded IS NOT NULL OR state = 'open' AND unanswered_before >= respond_within)) > 0
      THEN count(*) FILTER (WHERE is_cohort AND responded IS NOT NULL AND unanswered_before < respond_within) END AS responded,
    count(*) FILTER (WHERE is_cohort AND (respond_within IS NULL OR (responded IS NULL AND state <> 'open'))) AS response_unknown,
    CASE WHEN count(*) FILTER (WHERE is_cohort AND complainant_view IN ('satisfied', 'not')) > 0
      THEN count(*) FILTER (WHERE is_cohort AND complainant_view = 'satisfied') END AS satisfied,
    CASE WHEN count(*) FILTER (WHERE state = 'open' AND resolve_within IS NOT NULL) > 0 OR count(*) FILTER (WHERE state = 'open' AND resolve_within IS NULL) = 0
      THEN count(*) FILTER (WHERE state = 'open' AND waited_before >= resolve_within) END AS overdue,
    CASE WHEN count(*) FILTER (WHERE state = 'open' AND responded IS NULL AND respond_within IS NOT NULL) > 0 OR count(*) FILTER (WHERE state = 'open' AND responded IS NULL AND respond_within IS NULL) = 0
      THEN count(*) FILTER (WHERE state = 'open' AND responded IS NULL AND unanswered_before >= respond_within) END AS unanswered,
    count(*) FILTER (WHERE state = 'open' AND resolve_within IS NULL) AS unclassed
  FROM complaints_seen
  GROUP BY GROUPING SETS ((complaints_seen.unit), ())
) by_unit
WHERE unit IS NOT NULL;

-- ---- certificates -------------------------------------------------------------------------------

-- credentials: every certificate of somebody who counts: until when it is valid, by when to be renewed, how it stands.
CREATE OR REPLACE {VIEW} credentials AS
WITH ruled AS (
  -- The edition in force on the day of issue; where there was none yet, that of the last day.
  SELECT c.id, e.in_force_from, e.months, e.warn_days,
    row_number() OVER (PARTITION BY c.id ORDER BY
      CASE WHEN e.in_force_from <= c.issued AND (e.in_force_to IS NULL OR c.issued <= e.in_force_to) THEN 0 ELSE 1 END,
      e.in_force_from DESC) AS place
  FROM certificates c CROSS JOIN report r
  JOIN certificate_rules e
    ON (e.in_force_from <= c.issued AND (e.in_force_to IS NULL OR c.issued <= e.in_force_to))
    OR (e.in_force_from <= r.last_day AND (e.in_force_to IS NULL OR r.last_day <= e.in_force_to))
), held AS (
  SELECT c.id, c.staff, c.scheme, c.issued, c.recognition, c.applied, c.renews, r.last_day, e.warn_days, e.in_force_from,
    coalesce(c.valid_until, add_months(c.issued, CAST(e.months AS INT))) AS valid_until
  FROM certificates c
  JOIN people p ON p.staff = c.staff
  CROSS JOIN report r
  LEFT JOIN ruled e ON e.id = c.id AND e.place = 1
  WHERE c.issued <= r.last_day
), windowed AS (
  SELECT h.id, min(w.last_day) AS first_window, max(CASE WHEN w.last_day <= h.valid_until THEN w.last_day END) AS last_window
  FROM held h JOIN certificate_windows w ON w.in_force_from = h.in_force_from AND w.first_day > h.issued
  GROUP BY h.id
), due AS (
  SELECT h.id, h.staff, h.scheme, h.recognition, h.applied, h.last_day, h.valid_until, coalesce(h.warn_days, 0) AS warn_days,
    CASE WHEN h.valid_until IS NULL THEN w.first_window ELSE coalesce(w.last_window, h.valid_until) END AS renew_by
  FROM held h LEFT JOIN windowed w ON w.id = h.id
)
SELECT d.id, d.staff, d.scheme, d.recognition, d.applied, d.valid_until, d.renew_by,
  CASE
    WHEN n.id IS NOT NULL THEN 'renewed'
    WHEN coalesce(d.valid_until, d.renew_by) < d.last_day THEN 'expired'
    WHEN datediff(d.renew_by, d.last_day) <= d.warn_days THEN 'expiring'
    ELSE 'valid'
  END AS state
FROM due d
LEFT JOIN (SELECT DISTINCT renews AS id FROM held WHERE renews <> id) n ON n.id = d.id;

-- = certificates_by_scheme (scheme): holders, and certificates by how they stand.
CREATE OR REPLACE {VIEW} certificates_by_scheme AS
SELECT CASE WHEN grouping(credentials.scheme) = 1 THEN '*' ELSE credentials.scheme END AS scheme,
  count(DISTINCT CASE WHEN state IN ('valid', 'expiring') THEN staff END) AS holders,
  count(*) FILTER (WHERE state = 'valid') AS valid,
  count(*) FILTER (WHERE state = 'expiring') AS expiring,
  count(*) FILTER (WHERE state = 'expired') AS expired,
  count(*) FILTER (WHERE state = 'renewed') AS renewed,
  CASE WHEN count(*) FILTER (WHERE state IN ('valid', 'expiring')) > 0
    THEN count(*) FILTER (WHERE state IN ('valid', 'expiring') AND recognition IS NOT NULL) END AS recognised,
  CASE WHEN count(*) FILTER (WHERE state IN ('valid', 'expiring')) > 0
    THEN count(*) FILTER (WHERE state IN ('valid', 'expiring') AND applied IS NOT NULL) END AS applied
FROM credentials
GROUP BY GROUPING SETS ((credentials.scheme), ());

-- ---- mentoring ----------------------------------------------------------------------------------

-- pairs: every pair that runs, or ended in the year: what somebody left has stopped.
CREATE OR REPLACE {VIEW} pairs AS
WITH known AS (
  SELECT m.id, m.mentee, m.kind, m.start, r.first_day, r.last_day, r.year_first, r.quiet_before,
    CASE WHEN m."end" <= r.last_day THEN m."end" END AS ended,
    m.status = 'running' OR m."end" > r.last_day AS is_running,
    least(a.left_on, b.left_on) AS left_on
  FROM mentoring m CROSS JOIN report r
  LEFT JOIN departed a ON a.staff = m.mentor
  LEFT JOIN departed b ON b.staff = m.mentee
  WHERE m.start <= r.last_day
), phases AS (
  SELECT id, mentee, kind, start, first_day, last_day, year_first, quiet_before,
    coalesce(is_running, false) AND left_on IS NULL AS is_running,
    CASE WHEN coalesce(is_running, false) THEN greatest(left_on, start) ELSE ended END AS ended
  FROM known
), held AS (
  SELECT s.mentoring, max(CASE WHEN s."date" <= r.last_day THEN s."date" END) AS last_session,
    count(*) FILTER (WHERE s."date" BETWEEN r.first_day AND r.last_day) AS month_sessions,
    coalesce(sum(CASE WHEN s."date" BETWEEN r.first_day AND r.last_day THEN s.minutes END), 0) AS month_minutes
  FROM sessions s CROSS JOIN report r GROUP BY s.mentoring
)
SELECT p.id, p.mentee, p.kind, p.is_running,
  p.is_running AND greatest(coalesce(h.last_session, p.start), p.start) < p.quiet_before AS is_quiet,
  p.start BETWEEN p.first_day AND p.last_day AS has_begun,
  NOT p.is_running AND coalesce(p.ended BETWEEN p.first_day AND p.last_day, false) AS has_ended,
  coalesce(h.month_sessions, 0) AS month_sessions, coalesce(h.month_minutes, 0) AS month_minutes
FROM phases p LEFT JOIN held h ON h.mentoring = p.id
WHERE p.is_running OR coalesce(p.ended, p.start) >= p.year_first;

-- = mentoring (kind): pairs of mentoring and coaching, and the sessions of the month.
CREATE OR REPLACE {VIEW} mentoring_by_kind AS
SELECT CASE WHEN grouping(pairs.kind) = 1 THEN '*' ELSE pairs.kind END AS kind,
  count(*) FILTER (WHERE is_running) AS running,
  CASE WHEN count(*) FILTER (WHERE is_running) > 0 THEN count(*) FILTER (WHERE is_quiet) END AS quiet,
  count(*) FILTER (WHERE has_begun) AS begun,
  count(*) FILTER (WHERE has_ended) AS ended,
  sum(month_sessions) AS month_sessions,
  sum(month_minutes) AS month_minutes,
  CAST(sum(month_minutes) AS DOUBLE) / {MINUTES_PER_JP} AS month_jp
FROM pairs
GROUP BY GROUPING SETS ((pairs.kind), ());

-- ---- actions ------------------------------------------------------------------------------------

-- = actions_overdue (action): follow-up that is late on the last day.
CREATE OR REPLACE {VIEW} actions_overdue AS
SELECT a.id AS action, a.due
FROM actions a CROSS JOIN report r
WHERE a.due < r.last_day AND (a.done IS NULL OR a.done > r.last_day) AND (a.opened IS NULL OR a.opened <= r.last_day);

-- ---- the plan and forums ------------------------------------------------------------------------

-- = plan_items (item): what the plan has for the month.
CREATE OR REPLACE {VIEW} plan_of_month AS
SELECT p.item, p.kind, p.month, p.budget
FROM plan p CROSS JOIN report r
WHERE p.month = r.month;

-- voices: what was said at forums, with what is known of it on the last day.
CREATE OR REPLACE {VIEW} voices AS
WITH known AS (
  SELECT s.id, s.forum, s.kind, s.unit, f.held_on, s.due, s.is_owned,
    CASE WHEN s.answered IS NULL OR s.answered <= r.last_day THEN s.disposition END AS disposition,
    coalesce(s.done <= r.last_day, false) AS is_done,
    coalesce(s.due < r.last_day, false) AS is_past
  FROM suggestions s JOIN forums f ON f.id = s.forum CROSS JOIN report r
  WHERE f.held_on <= r.last_day AND (s.told IS NULL OR s.told <= r.last_day)
)
SELECT id, forum, kind, unit, held_on, due, disposition,
  CASE
    WHEN is_done THEN 'done'
    WHEN disposition IS NULL THEN 'undecided'
    WHEN is_past THEN 'overdue'
    WHEN disposition IN ('rejected', 'forwarded') THEN 'closed'
    -- Adopted with an answer alone: nobody has to do anything more.
    WHEN NOT is_owned AND due IS NULL THEN 'closed'
    ELSE 'open'
  END AS progress
FROM known;

-- = forums (id): what was held in the month, who came, what was said and adopted.
CREATE OR REPLACE {VIEW} forums_of_month AS
SELECT f.id, f.kind, f.held_on AS "date", f.came, count(v.id) AS said,
  count(*) FILTER (WHERE v.disposition IN ('adopted', 'partly')) AS adopted
FROM forums f CROSS JOIN report r LEFT JOIN voices v ON v.forum = f.id
WHERE f.held_on BETWEEN r.first_day AND r.last_day
GROUP BY f.id, f.kind, f.held_on, f.came;

-- = forum_overdue (id): what was adopted, is past its due day and not done.
CREATE OR REPLACE {VIEW} forum_overdue AS
SELECT id, due FROM voices WHERE progress = 'overdue';

-- = forum_undecided (id): what nobody has decided about.
CREATE OR REPLACE {VIEW} forum_undecided AS
SELECT id, unit, held_on AS "date" FROM voices WHERE progress = 'undecided';
