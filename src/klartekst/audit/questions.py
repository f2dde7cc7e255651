"""The questions that most who audit ask, as SQL over the tables. Headings are in Norwegian."""

from __future__ import annotations

# What is confidential, as SQL; `f` is a finding.
CONFIDENTIAL = "f.category IN ('personvern', 'taushetsplikt')"

# What to mend first: what stops for personal data, the most recent of it first, since it is read
# most; then all else that has something to mend, the least clear first.
RANKED = f"""
WITH counted AS (
    SELECT f.key,
        count(*) FILTER (f.severity = 'error' AND {CONFIDENTIAL}) AS personal,
        count(*) FILTER (f.severity = 'error') AS stops,
        count(*) FILTER (f.severity = 'warning') AS warnings
    FROM findings f GROUP BY f.key
), telling AS (
    SELECT key, list(rule ORDER BY grave, many DESC, rule)[:3] AS rules
    FROM (
        SELECT f.key, f.rule, count(*) AS many,
            min(CASE WHEN f.severity <> 'error' THEN 2 WHEN {CONFIDENTIAL} THEN 0 ELSE 1 END)
                AS grave
        FROM findings f WHERE f.severity <> 'info' GROUP BY f.key, f.rule
    ) GROUP BY key
)
SELECT d.number, d.key, d.title, d.address, d.published, d.section, d.verdict,
    c.personal, c.stops, c.warnings, m.clarity, m.lix, t.rules
FROM documents d JOIN counted c USING (key) JOIN telling t USING (key)
    LEFT JOIN measures m USING (key)
WHERE d.status = 'checked' AND c.stops + c.warnings > 0
ORDER BY c.personal > 0 DESC,
    CASE WHEN c.personal > 0 THEN d.published END DESC NULLS LAST,
    m.clarity NULLS LAST, d.published DESC NULLS LAST, d.number
LIMIT 20
"""  # noqa: S608  made of constants

WORST = f"""
SELECT title AS tittel, coalesce(address, key) AS sak, published AS publisert,
    personal AS "stopp for personvern", stops AS "stopp i alt", warnings AS advarsler,
    clarity AS klarhet
FROM ({RANKED})
"""  # noqa: S608  made of constants

PERSONAL = f"""
SELECT f.rule AS regel, year(d.published) AS "år", count(*) AS funn,
    count(DISTINCT f.key) AS saker, count(*) FILTER (f.severity = 'error') AS stopp
FROM findings f JOIN documents d USING (key)
WHERE {CONFIDENTIAL}
GROUP BY ALL ORDER BY stopp DESC, funn DESC, regel, "år" DESC
"""  # noqa: S608  made of constants

TREND = f"""
WITH leaking AS (
    SELECT DISTINCT f.key FROM findings f WHERE f.severity = 'error' AND {CONFIDENTIAL}
)
SELECT year(d.published) AS "år", count(*) AS saker,
    count(*) FILTER (d.verdict = 'ready') AS klare,
    count(*) FILTER (d.verdict = 'warnings') AS "med advarsler",
    count(*) FILTER (d.verdict = 'stop') AS "med stopp",
    count(l.key) AS "stopp for personvern",
    round(median(m.clarity)) AS klarhet, round(median(m.lix), 1) AS lix
FROM documents d LEFT JOIN measures m USING (key) LEFT JOIN leaking l USING (key)
WHERE d.status = 'checked'
GROUP BY ALL ORDER BY "år" NULLS LAST
"""  # noqa: S608  made of constants
