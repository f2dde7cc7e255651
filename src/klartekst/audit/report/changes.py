"""What has changed since an earlier audit, by item and rule."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from klartekst.audit.export import add_views, version_of

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class RuleChange:
    """Findings of one rule in items that both audits have checked."""

    rule: str
    new: int
    mended: int
    unchanged: int

    @property
    def unchanged_only(self) -> bool:
        """Whether nothing has happened."""
        return not self.new and not self.mended


@dataclass(frozen=True, slots=True)
class Before:
    """All items of the earlier audit, as the overview tells of those now."""

    checked: int
    ready: int
    stops: int
    clarity: float | None  # median
    lix: float | None  # median


@dataclass(frozen=True, slots=True)
class Changes:
    """Two audits beside each other. Findings are compared in items that both have."""

    items_added: int
    items_gone: int
    items_in_both: int
    before: Before
    rules: tuple[RuleChange, ...]
    same_version: bool  # of klartekst; else rules may have changed as well as texts

    @property
    def changed(self) -> tuple[RuleChange, ...]:
        """The rules for which something has happened."""
        return tuple(rule for rule in self.rules if not rule.unchanged_only)

    @property
    def new(self) -> int:
        """Findings that were not there before."""
        return sum(rule.new for rule in self.rules)

    @property
    def mended(self) -> int:
        """Findings that are there no more."""
        return sum(rule.mended for rule in self.rules)

    @property
    def unchanged(self) -> int:
        """Findings that are still there."""
        return sum(rule.unchanged for rule in self.rules)


def changes_since(tables: duckdb.DuckDBPyConnection, folder: Path, earlier: Path) -> Changes:
    """The changes since the audit in a folder. Raises AuditError where there is none."""
    add_views(tables, earlier, "earlier_")
    added, gone, both = tables.execute(_ITEMS).fetchall()[0]
    before = Before(*tables.execute(_BEFORE).fetchall()[0])
    rules = tuple(RuleChange(*row) for row in tables.execute(_RULES).fetchall())
    same_version = version_of(folder) == version_of(earlier)
    return Changes(added, gone, both, before, rules, same_version)


_BEFORE = """
SELECT count(*), count(*) FILTER (d.verdict = 'ready'), count(*) FILTER (d.verdict = 'stop'),
    median(m.clarity), median(m.lix)
FROM earlier_documents d LEFT JOIN earlier_measures m USING (key) WHERE d.status = 'checked'
"""

_ITEMS = """
SELECT count(*) FILTER (b.key IS NULL), count(*) FILTER (a.key IS NULL),
    count(*) FILTER (a.key IS NOT NULL AND b.key IS NOT NULL)
FROM (SELECT key FROM documents WHERE status = 'checked') a
FULL JOIN (SELECT key FROM earlier_documents WHERE status = 'checked') b USING (key)
"""

_RULES = """
WITH in_both AS (
    SELECT a.key FROM documents a JOIN earlier_documents b USING (key)
    WHERE a.status = 'checked' AND b.status = 'checked'
), now AS (
    SELECT key, rule, count(*) AS many FROM findings SEMI JOIN in_both USING (key)
    WHERE severity <> 'info' GROUP BY ALL
), before AS (
    SELECT key, rule, count(*) AS many FROM earlier_findings SEMI JOIN in_both USING (key)
    WHERE severity <> 'info' GROUP BY ALL
), compared AS (
    SELECT rule, coalesce(n.many, 0) AS many, coalesce(b.many, 0) AS earlier
    FROM now n FULL JOIN before b USING (key, rule)
)
SELECT rule, CAST(sum(greatest(many - earlier, 0)) AS BIGINT) AS new,
    CAST(sum(greatest(earlier - many, 0)) AS BIGINT) AS mended,
    CAST(sum(least(many, earlier)) AS BIGINT) AS unchanged
FROM compared GROUP BY rule
ORDER BY new + mended DESC, unchanged DESC, rule
"""
