"""A table for Norwegian Excel: semicolons, decimal commas, and a byte order mark for the letters.

Excel runs a cell that begins with = + - or @ as a formula, so such a cell gets an apostrophe first.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from klartekst.model import Finding, Result
from klartekst.reporters.catalogue import Titles
from klartekst.reporters.phrases import (
    SEVERITY_COUNT,
    VERDICT,
    WORDS,
    name_shown,
    norm_of,
    reason_told,
)

COLUMNS = (
    "utkast", "dom", "alvor", "kategori", "regel", "tittel", "sted", "linje", "kolonne", "ordene",
    "melding", "forslag", "sikkerhet", "grunn",
)  # fmt: skip
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(results: Sequence[Result], titles: Titles) -> str:
    """A row for each finding, and one for each draft that has none or could not be checked."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for result in results:
        for row in _rows(result, titles):
            rows.writerow([_inert(cell) for cell in row])
    return _BOM + out.getvalue()


def _rows(result: Result, titles: Titles) -> Iterator[list[str]]:
    norm = norm_of(result.language)
    start = [name_shown(result.name), VERDICT[norm][result.verdict]]
    if not result.findings:
        empty = [""] * (len(COLUMNS) - len(start))
        empty[COLUMNS.index("melding") - len(start)] = result.error or ""
        yield start + empty
    told = [(SEVERITY_COUNT[norm][each.severity][0], each, "") for each in result.findings]
    let_stand = WORDS[norm]["suppressed"].lower()
    told += [(let_stand, each.finding, reason_told(each, norm)) for each in result.suppressed]
    for severity, finding, reason in told:
        title = titles.get((finding.rule, norm), finding.rule)
        row = [*start, severity, finding.category, finding.rule, title, *_found(finding), reason]
        yield row


def _found(finding: Finding) -> list[str]:
    return [
        finding.place.label,
        str(finding.place.line),
        str(finding.place.column),
        finding.excerpt,
        finding.message,
        ", ".join(finding.suggestions),
        f"{finding.confidence:.2f}".replace(".", ","),
    ]


def _inert(cell: str) -> str:
    cell = cell.replace("\0", "\ufffd")
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
