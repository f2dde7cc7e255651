"""The questions of a report to the tables; the columns stand in the order of its records."""

from __future__ import annotations

from klartekst.audit.questions import CONFIDENTIAL

_LEAKING = f"""(
    SELECT DISTINCT f.key FROM findings f WHERE f.severity = 'error' AND {CONFIDENTIAL}
)"""  # noqa: S608  made of constants

OVERVIEW = f"""
SELECT count(*), count(*) FILTER (d.status = 'checked'), count(*) FILTER (d.status = 'duplicate'),
    count(*) FILTER (d.status = 'skipped'), count(*) FILTER (d.status = 'error'),
    count(*) FILTER (d.verdict = 'ready'), count(*) FILTER (d.verdict = 'warnings'),
    count(*) FILTER (d.verdict = 'stop'), count(l.key),
    CAST(coalesce(sum(m.words), 0) AS BIGINT), median(m.clarity), median(m.lix),
    min(d.published) FILTER (d.status = 'checked'), max(d.published) FILTER (d.status = 'checked')
FROM documents d LEFT JOIN measures m USING (key) LEFT JOIN {_LEAKING} l USING (key)
"""  # noqa: S608  made of constants

PERIODS = f"""
SELECT {{period}} AS period, count(*),
    count(*) FILTER (d.verdict = 'ready'), count(*) FILTER (d.verdict = 'warnings'),
    count(*) FILTER (d.verdict = 'stop'), count(l.key), median(m.clarity), median(m.lix),
    quantile_cont(m.clarity, 0.25), quantile_cont(m.clarity, 0.75),
    quantile_cont(m.lix, 0.25), quantile_cont(m.lix, 0.75)
FROM documents d LEFT JOIN measures m USING (key) LEFT JOIN {_LEAKING} l USING (key)
WHERE d.status = 'checked' GROUP BY period ORDER BY period NULLS LAST
"""  # noqa: S608  made of constants

# The example is from the most recent item, so that it can be found and mended.
CAUSES = """
SELECT f.rule, count(*) AS findings, count(DISTINCT f.key) AS items,
    first(f.excerpt ORDER BY d.published DESC NULLS LAST, d.number, f.start),
    first(f.key ORDER BY d.published DESC NULLS LAST, d.number, f.start),
    first(d.title ORDER BY d.published DESC NULLS LAST, d.number, f.start),
    first(d.address ORDER BY d.published DESC NULLS LAST, d.number, f.start)
FROM findings f JOIN documents d USING (key)
WHERE f.severity <> 'info'
GROUP BY f.rule ORDER BY items DESC, findings DESC, f.rule LIMIT 12
"""

LEAKS = f"""
SELECT f.rule, count(*) AS findings, count(DISTINCT f.key) AS items,
    count(*) FILTER (d.published > CAST($today AS DATE) - INTERVAL 1 YEAR),
    count(*) FILTER (d.published <= CAST($today AS DATE) - INTERVAL 1 YEAR
        AND d.published > CAST($today AS DATE) - INTERVAL 3 YEAR),
    count(*) FILTER (d.published <= CAST($today AS DATE) - INTERVAL 3 YEAR),
    count(*) FILTER (d.published IS NULL)
FROM findings f JOIN documents d USING (key)
WHERE {CONFIDENTIAL} AND f.severity <> 'info'
GROUP BY f.rule ORDER BY findings DESC, f.rule
"""  # noqa: S608  made of constants

COVERAGE = """
SELECT {period} AS period, count(*) FILTER (s.status = 'present'),
    count(*) FILTER (s.status = 'partial'), count(*) FILTER (s.status = 'missing'),
    count(*) FILTER (s.status = 'contradicted')
FROM messages s JOIN documents d USING (key)
GROUP BY period ORDER BY period NULLS LAST
"""

BINS = """
SELECT CAST(least(floor({measure} / {width}) * {width}, {last}) AS INTEGER),
    count(*) FILTER (level = 'lett'), count(*) FILTER (level = 'middels'),
    count(*) FILTER (level = 'vanskelig')
FROM measures WHERE {measure} IS NOT NULL GROUP BY 1
"""

# A message begins with the key or the address that it is about.
MISSED = r"""
SELECT CASE WHEN starts_with(error, key) THEN ltrim(substr(error, length(key) + 1), ': ')
        ELSE regexp_replace(error, '^https?://\S+: ', '') END AS reason,
    count(*) AS items, first(key ORDER BY number)
FROM documents WHERE status = 'error'
GROUP BY reason ORDER BY items DESC, reason LIMIT 12
"""
