"""Markdown to paste into an issue, a pull request or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from klartekst.model import MessageStatus, Result, Severity
from klartekst.reporters.catalogue import Titles
from klartekst.reporters.phrases import (
    LEVEL,
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
from klartekst.reporters.repeats import Repeated, grouped, told_again

# What Markdown or HTML would read as markup within a line.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]")
# «@name» and «#12» call people and issues, and a backslash does not stop that.
_CALL = re.compile(r"(?<!\w)[@#](?=\w)")
_WHITE = re.compile(r"\s+")


def to_markdown(results: Sequence[Result], titles: Titles) -> str:
    """All results, each under a heading of its own; nothing in them is read as markup."""
    return "\n".join(line for result in results for line in _lines(result, titles)).rstrip()


def _lines(result: Result, titles: Titles) -> Iterator[str]:
    norm = norm_of(result.language)
    yield f"## {_plain(name_shown(result.name))}"
    yield ""
    yield f"**{VERDICT[norm][result.verdict]}**"
    yield ""
    if result.error is not None:
        yield _plain(result.error)
        yield ""
    if result.known:
        yield known_told(result.known, norm)
        yield ""
    if result.messages:
        yield f"### {WORDS[norm]['messages']}"
        yield ""
        yield from (_message(message, norm) for message in result.messages)
        yield ""
    for severity in Severity:
        found = [finding for finding in result.findings if finding.severity is severity]
        if found:
            yield f"### {SEVERITY_HEADING[norm][severity]}"
            yield ""
            yield from (_finding(each, titles, norm) for each in grouped(found))
            yield ""
    if result.suppressed or result.notes:
        yield f"### {WORDS[norm]['suppressed']}"
        yield ""
        for each in result.suppressed:
            place = f"{each.finding.place.label}, {WORDS[norm]['line']} {each.finding.place.line}"
            yield f"- `{each.finding.rule}` ({_plain(place)}): {_plain(reason_told(each, norm))}"
        yield from (f"- {_plain(note)}" for note in result.notes)
        yield ""
    if result.measures:
        measures = result.measures
        lix = f"{measures.lix:.1f}".replace(".", ",")
        yield f"### {WORDS[norm]['reading']}"
        yield ""
        clarity = "Klarleik" if norm == "nn" else "Klarhet"
        yield f"- {clarity} {measures.clarity} av 100: {LEVEL[norm][measures.level]}"
        yield f"- LIX {lix}"
        yield f"- {measures.words} {WORDS[norm]['words']}"
        yield ""


def _message(message: MessageStatus, norm: Norm) -> str:
    where = f" {WHERE[norm][message.where]}" if message.where else ""
    tick = "x" if message.status == "present" else " "
    return f"- [{tick}] {_plain(message.message)} ({STATE[norm][message.status]}{where})"


def _finding(told: Repeated, titles: Titles, norm: Norm) -> str:
    finding = told.first
    title = titles.get((finding.rule, norm), finding.rule)
    place = f"{finding.place.label}, {WORDS[norm]['line']} {finding.place.line}"
    again = f" {told_again(told, norm)}" if told.others else ""
    return (
        f"- **{_plain(title)}** ({_plain(place)}): {_plain(finding.message + again)} "
        f"`{finding.rule}`"
    )


def _plain(text: str) -> str:
    """The words on one line, with all that could be markup escaped."""
    escaped = _MARKUP.sub(r"\\\g<0>", _WHITE.sub(" ", text))
    return _CALL.sub("\\g<0>\u200b", escaped)
