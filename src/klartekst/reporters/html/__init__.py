"""One self-contained page that can be printed, mailed and read aloud; no script, no fetching."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from klartekst import __version__
from klartekst.model import Category, Finding, Passage, Result, Role, Severity, Stretch
from klartekst.reporters.catalogue import Catalogue
from klartekst.reporters.html.wording import HEADINGS
from klartekst.reporters.phrases import (
    LANGUAGE,
    LEVEL,
    PART,
    READERS,
    SEVERITY_COUNT,
    SEVERITY_HEADING,
    STATE,
    VERDICT,
    WHERE,
    WORDS,
    Norm,
    known_told,
    name_shown,
    norm_of,
    reason_told,
)
from klartekst.scales import SCALES

if TYPE_CHECKING:
    from jinja2 import Template

_HEADINGS_IN_TEXT = frozenset({Role.TITLE, Role.HEADING})


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A finding with the number that the marked text refers to it by, from 1."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of the marked text: their gravest finding, and the numbers of those that end here."""

    text: str
    severity: Severity | None
    ending: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """What one rule found, in the order of the report."""

    rule: str
    findings: tuple[_Numbered, ...]


def to_html(results: Sequence[Result], catalogue: Catalogue) -> str:
    """All results as one page, with an index where there are several."""
    return _template().render(results=results, catalogue=catalogue)


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"number": _number, "shown": name_shown}
    environment.globals |= {
        "version": __version__,
        "norm_of": norm_of,
        "counts": _counts,
        "known_told": known_told,
        "reason_told": reason_told,
        "WORDS": WORDS,
        "groups": _groups,
        "marked": _marked,
        "messages_are": Category.BUDSKAP,
        "headings_in_text": _HEADINGS_IN_TEXT,
        "severities": tuple(Severity),
        "scales": SCALES,
        "HEADINGS": HEADINGS,
        "LANGUAGE": LANGUAGE,
        "LEVEL": LEVEL,
        "PART": PART,
        "READERS": READERS,
        "SEVERITY_COUNT": SEVERITY_COUNT,
        "SEVERITY_HEADING": SEVERITY_HEADING,
        "STATE": STATE,
        "VERDICT": VERDICT,
        "WHERE": WHERE,
    }
    return environment.get_template("report.html.j2")


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",").replace("-", "−")


def _counts(result: Result, norm: Norm) -> str:
    """«1 stopp, 2 advarsler», or nothing."""
    counts = {
        severity: sum(finding.severity is severity for finding in result.findings)
        for severity in Severity
    }
    return ", ".join(
        f"{count} {SEVERITY_COUNT[norm][severity][count != 1]}"
        for severity, count in counts.items()
        if count
    )


def _groups(result: Result, severity: Severity) -> list[_Group]:
    by_rule: dict[str, list[_Numbered]] = {}
    for number, finding in enumerate(result.findings, start=1):
        if finding.severity is severity:
            by_rule.setdefault(finding.rule, []).append(_Numbered(number, finding))
    return [_Group(rule, tuple(found)) for rule, found in by_rule.items()]


def _marked(result: Result) -> list[tuple[Passage, list[_Words]]]:
    """The blocks of the draft, with each finding told of once, where its words end."""
    last: dict[int, tuple[int, int]] = {}
    for row, passage in enumerate(result.passages):
        for column, stretch in enumerate(passage.stretches):
            last |= dict.fromkeys(stretch.findings, (row, column))
    ending: Mapping[tuple[int, int], list[int]] = {place: [] for place in last.values()}
    for index, place in sorted(last.items()):
        ending[place].append(index + 1)
    return [
        (
            passage,
            [
                _Words(
                    stretch.text, _gravest(result, stretch), tuple(ending.get((row, column), ()))
                )
                for column, stretch in enumerate(passage.stretches)
            ],
        )
        for row, passage in enumerate(result.passages)
    ]


def _gravest(result: Result, stretch: Stretch) -> Severity | None:
    severities = (result.findings[index].severity for index in stretch.findings)
    return min(severities, key=lambda severity: severity.rank, default=None)
