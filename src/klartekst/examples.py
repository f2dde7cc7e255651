"""Runs the examples of rules: found spans equal the marks, and suggestions cure the sentence.

An example marks what must be found, perhaps with what cures it: «Vi skal [[benytte => bruke]] den.»
One with a Markdown heading is a draft; in others, a blank line parts paragraphs, and «{comment} Er
dette rett?» is a block of another role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from klartekst.checks import Check, Draft
from klartekst.checks.signals.signal import SignalCheck
from klartekst.document import Document, Part, assemble
from klartekst.model import Brief, Forbidden, KeyMessage, Role, Rule, Span, Spokesperson
from klartekst.packs import make_check, signals_in
from klartekst.pipeline import Pipeline
from klartekst.readers import read

TODAY = date(2026, 6, 1)  # the day on which examples are written
_HEADING = re.compile(r"^#{1,3} ", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:\{(?P<role>\w+)\} )?(?P<words>(?:(?!\n\n).)+)(?:\n\n)?", re.DOTALL)
_MARK = re.compile(r"\[\[(?P<found>.*?)(?: => (?P<better>.*?))?\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """An example without its marks: what it says, what must be found, and what cures it."""

    text: str
    spans: tuple[Span, ...]
    better: tuple[str | None, ...]

    def cured(self) -> str | None:
        """The text with every suggestion put in, or None when it states none."""
        if not any(self.better):
            return None
        words, position = "", 0
        for span, better in zip(self.spans, self.better, strict=True):
            words += self.text[position : span.start]
            words += self.text[span.start : span.end] if better is None else better
            position = span.end
        return words + self.text[position:]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule fails, and what is wrong with it, in Norwegian."""

    rule: Rule
    example: str
    problem: str


def unmark(example: str) -> Example:
    """Read the marks of an example."""
    text, spans, better, position = "", [], [], 0
    for mark in _MARK.finditer(example):
        text += example[position : mark.start()]
        spans.append(Span(len(text), len(text) + len(mark["found"])))
        better.append(mark["better"])
        text += mark["found"]
        position = mark.end()
    return Example(text + example[position:], tuple(spans), tuple(better))


def document_of(text: str) -> Document:
    """The document that an example is."""
    if _HEADING.search(text):
        return read(text.encode(), "eksempel.md", max_megabytes=1)
    parts = (
        Part(Role(found["role"] or "paragraph"), (Span(*found.span("words")),))
        for found in _PARAGRAPH.finditer(text)
    )
    return assemble("eksempel", text, parts)


def find(
    rule: Rule,
    check: Check,
    text: str,
    pipeline: Pipeline,
    signals: tuple[SignalCheck, ...] = (),
) -> list[Span]:
    """What a rule finds in an example, as offsets of its text; it may combine `signals`.

    The example is of the first profile that the rule is for.
    """
    document = document_of(text)
    draft = Draft(
        document,
        pipeline.parse(document),
        _brief_of(rule),
        pipeline.parse_texts((*rule.brief, *rule.forbidden)),
        signals,
        profile=rule.parameters.get("profiles", ["pressemelding"])[0],
        profile_is_set=True,
        today=TODAY,
    )
    return sorted(document.source_span(match.span) for match in check.find(draft))


def _brief_of(rule: Rule) -> Brief:
    """The brief that the examples of a rule are written against."""
    people = (spokesperson.partition(", ") for spokesperson in rule.spokespeople)
    return Brief(
        messages=tuple(KeyMessage(f"m{i}", words) for i, words in enumerate(rule.brief)),
        spokespeople=tuple(Spokesperson(name, role) for name, _, role in people),
        forbidden=tuple(Forbidden(words) for words in rule.forbidden),
    )


def failures(
    rule: Rule, pipeline: Pipeline, checks: Sequence[tuple[Rule, Check]]
) -> Iterator[Failure]:
    """The examples of a rule that do not hold; `checks` are all rules that it may build on."""
    check = make_check(rule)
    signals = signals_in(checks, rule.language or "nb")
    for kind, examples in (("flags", rule.flags), ("passes", rule.passes)):
        if not examples:
            problem = f"Regelen har ingen eksempler i «{kind}». Legg til minst ett."
            yield Failure(rule, kind, problem)
    for text in rule.flags:
        example = unmark(text)
        problem = _problem(example, find(rule, check, example.text, pipeline, signals))
        cured = example.cured()
        if not problem and cured is not None and find(rule, check, cured, pipeline, signals):
            problem = (
                f"Forslaget hjelper ikke: regelen finner fortsatt noe i «{cured}». "
                "Velg et annet forslag."
            )
        if problem:
            yield Failure(rule, text, problem)
    for text in rule.passes:
        found = find(rule, check, text, pipeline, signals)
        if found:
            problem = (
                f"Regelen finner {_listed(text, found)}, men skal ikke finne noe her. "
                "Legg ordet til i exceptions, eller gjør nøkkelen smalere."
            )
            yield Failure(rule, text, problem)


def _problem(example: Example, found: list[Span]) -> str:
    if found == list(example.spans):
        return ""
    if not example.spans:
        return "Eksempelet har ingen merker. Sett [[ ]] rundt det som skal bli funnet."
    if not found:
        return (
            f"Regelen finner ikke {_listed(example.text, list(example.spans))}. "
            "Skriv nøkkelen i grunnform, og sjekk at den er stavet som i eksempelet."
        )
    return (
        f"Regelen finner {_listed(example.text, found)}, men eksempelet merker "
        f"{_listed(example.text, list(example.spans))}. Flytt merkene, eller endre nøkkelen."
    )


def _listed(text: str, spans: list[Span]) -> str:
    return " og ".join(f"«{text[span.start : span.end]}»" for span in spans)
