"""The report on a terminal: the verdict first, then what matters most."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

import click

from klartekst.model import (
    STDIN,
    Category,
    Finding,
    Measures,
    MessageStatus,
    Result,
    Severity,
    Verdict,
)
from klartekst.reporters.catalogue import Titles
from klartekst.reporters.phrases import (
    IN_SUMMARY,
    LANGUAGE,
    LEVEL,
    MESSAGE_MARK,
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
    norm_of,
    reason_told,
)
from klartekst.reporters.repeats import Repeated, grouped, told_again
from klartekst.scales import SCALES

MOST_FINDINGS = 10
MOST_COSTS = 4
_WIDTH = 92
_MOST_EXCERPT = 70
# In a shorter text one long word decides the figures.
_ENOUGH_WORDS = 30

_COLOUR = {
    Verdict.READY: "green",
    Verdict.WARNINGS: "yellow",
    Verdict.STOP: "red",
    Verdict.UNCHECKED: "red",
}


def to_text(results: Sequence[Result], titles: Titles, *, show_all: bool = False) -> str:
    """All results for a person to read; `click.echo` drops the colours where none can be shown."""
    reports = ["\n".join(_report(result, titles, show_all=show_all)) for result in results]
    reports = list(dict.fromkeys(reports))  # a fault in the settings is the same for every draft
    if len(reports) > 1:
        reports.append(_summary(results))
    return "\n\n".join(reports)


def _report(result: Result, titles: Titles, *, show_all: bool) -> Iterator[str]:
    norm = norm_of(result.language)
    verdict = click.style(VERDICT[norm][result.verdict], fg=_COLOUR[result.verdict], bold=True)
    if result.error is not None:
        yield f"{verdict}  {result.error}"
        return
    language = LANGUAGE[result.language or "nb"]
    name = "standard inn" if result.name == STDIN else result.name
    yield click.style(f"{name}  ({language}, {result.profile})", bold=True)
    counted = _counted(result.findings, norm)
    yield verdict + (f"  ({counted})" if counted else "")
    if result.known:
        yield known_told(result.known, norm)
    if result.messages:
        yield from _messages(result.messages, norm)
    yield from _findings(result.findings, norm, titles, show_all=show_all)
    yield from _suppressed(result, norm)
    if result.measures:
        yield from _measures(result.measures, norm)


def _suppressed(result: Result, norm: Norm) -> Iterator[str]:
    """What somebody let stand, and what is to be told of it."""
    if result.suppressed:
        yield ""
        yield click.style(WORDS[norm]["suppressed"], bold=True)
    for each in result.suppressed:
        place = f"{each.finding.place.label}, {WORDS[norm]['line']} {each.finding.place.line}"
        yield f"  • {each.finding.rule}, {place}: {reason_told(each, norm)}"
    for note in result.notes:
        yield f"  ! {note}"


def _messages(messages: Sequence[MessageStatus], norm: Norm) -> Iterator[str]:
    yield ""
    yield click.style(WORDS[norm]["messages"], bold=True)
    for message in messages:
        mark = MESSAGE_MARK[message.status]
        where = WHERE[norm][message.where] if message.where else STATE[norm][message.status]
        yield f"  {mark} {message.message}  ({where})"
        if message.status != "present" and message.excerpt:
            excerpt = textwrap.shorten(message.excerpt, _MOST_EXCERPT, placeholder=" …")
            yield f"    {WORDS[norm]['closest']}: " + click.style(f"«{excerpt}»", italic=True)


def _findings(
    findings: Sequence[Finding], norm: Norm, titles: Titles, *, show_all: bool
) -> Iterator[str]:
    told = grouped(findings)
    shown = told if show_all else told[:MOST_FINDINGS]
    for severity in Severity:
        of_severity = [each for each in shown if each.first.severity is severity]
        if of_severity:
            yield ""
            yield click.style(SEVERITY_HEADING[norm][severity], bold=True)
        for rule in dict.fromkeys(each.first.rule for each in of_severity):
            yield f"  {titles.get((rule, norm), rule)}  {click.style(rule, dim=True)}"
            for each in of_severity:
                if each.first.rule == rule:
                    yield from _finding(each, norm)
    hidden = len(findings) - sum(1 + len(each.others) for each in shown)
    if hidden:
        yield ""
        yield "  " + WORDS[norm]["more"].format(count=hidden)
    if findings:
        yield ""
        yield "  " + WORDS[norm]["explain"].format(rule=findings[0].rule)


def _finding(told: Repeated, norm: Norm) -> Iterator[str]:
    finding = told.first
    place = f"{finding.place.label}, {WORDS[norm]['line']} {finding.place.line}"
    again = f" {told_again(told, norm)}" if told.others else ""
    yield from textwrap.wrap(
        f"• {place}: {finding.message}{again}",
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="      ",
    )
    # Masked words tell a reader nothing beyond the place.
    if finding.excerpt not in finding.message and not finding.category.confidential:
        excerpt = textwrap.shorten(finding.excerpt, _MOST_EXCERPT, placeholder=" …")
        nearest = f"{WORDS[norm]['closest']}: " if finding.category is Category.BUDSKAP else ""
        yield "      " + nearest + click.style(f"«{excerpt}»", italic=True)


def _measures(measures: Measures, norm: Norm) -> Iterator[str]:
    words = WORDS[norm]
    scale = SCALES[measures.readership]
    sentences = words["sentence" if measures.sentences == 1 else "sentences"]
    yield ""
    yield click.style(words["reading"], bold=True)
    if measures.words >= _ENOUGH_WORDS:
        readers = READERS[norm][measures.readership]
        yield "  " + words["clarity"].format(
            clarity=measures.clarity,
            level=LEVEL[norm][measures.level],
            readers=readers,
            easy=scale.clear,
            hard=scale.fairly_clear,
        )
        dearest = [cost for cost in measures.costs if round(cost.points)][:MOST_COSTS]
        if dearest:
            listed = (f"{PART[norm][cost.part]} −{cost.points:.0f}" for cost in dearest)
            yield f"  {words['costs']}: {', '.join(listed)}"
        yield "  " + words["lix"].format(
            lix=_number(measures.lix),
            level=LEVEL[norm][scale.level_of_lix(measures.lix)],
            readers=readers,
            easy=scale.lix_medium,
            hard=scale.lix_hard,
        )
    yield (
        f"  {measures.words} {words['words']}, {measures.sentences} {sentences}, "
        f"{_number(measures.words_per_sentence)} {words['per_sentence']}, "
        f"{_number(measures.passive_pct)} {words['passives']}"
    )


def _summary(results: Sequence[Result]) -> str:
    counts = Counter(result.verdict for result in results)
    parts = [
        f"{count} {IN_SUMMARY[verdict][count != 1]}"
        for verdict in Verdict
        if (count := counts[verdict])
    ]
    return click.style(f"{len(results)} utkast: {', '.join(parts)}", bold=True)


def _counted(findings: Sequence[Finding], norm: Norm) -> str:
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        f"{count} {SEVERITY_COUNT[norm][severity][count != 1]}"
        for severity in Severity
        if (count := counts[severity])
    )


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
