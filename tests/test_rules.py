"""Every example in every rule file: found spans equal the marks, and suggestions cure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pytest

from klartekst.checks import Draft
from klartekst.document import Document, Part, assemble
from klartekst.model import Brief, KeyMessage, Role, Rule, Span, Spokesperson
from klartekst.packs import load_pack, make_check, signals_in
from klartekst.pipeline import Pipeline
from klartekst.readers import read

PACK = load_pack()
TODAY = date(2026, 6, 1)
_CHECKS = [(rule, make_check(rule)) for rule in PACK.rules]
_HEADING = re.compile(r"^#{1,3} ", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:\{(?P<role>\w+)\} )?(?P<words>(?:(?!\n\n).)+)(?:\n\n)?", re.DOTALL)
_MARK = re.compile(r"\[\[(?P<found>.*?)(?: => (?P<better>.*?))?\]\]", re.DOTALL)


@dataclass(frozen=True)
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
    """An example with a Markdown heading is a draft; in others, a blank line parts paragraphs.

    «{comment} Er dette rett?» is a block of another role.
    """
    if _HEADING.search(text):
        return read(text.encode(), "eksempel.md", max_megabytes=1)
    parts = (
        Part(Role(found["role"] or "paragraph"), (Span(*found.span("words")),))
        for found in _PARAGRAPH.finditer(text)
    )
    return assemble("eksempel", text, parts)


def brief_of(rule: Rule) -> Brief:
    """The brief that the examples of a rule are written against."""
    people = (spokesperson.partition(", ") for spokesperson in rule.spokespeople)
    return Brief(
        messages=tuple(KeyMessage(f"m{i}", words) for i, words in enumerate(rule.brief)),
        spokespeople=tuple(Spokesperson(name, role) for name, _, role in people),
    )


def find(rule: Rule, text: str, pipeline: Pipeline) -> list[Span]:
    """What a rule finds in an example, of the first profile that the rule is for."""
    document = document_of(text)
    profiles = rule.parameters.get("profiles", ["pressemelding"])
    draft = Draft(
        document,
        pipeline.parse(document),
        brief_of(rule),
        pipeline.parse_texts(rule.brief),
        signals_in(_CHECKS, rule.language or "nb"),
        profile=profiles[0],
        profile_is_set=True,
        today=TODAY,
    )
    return sorted(document.source_span(match.span) for match in make_check(rule).find(draft))


def _name(rule: Rule) -> str:
    return f"{rule.id}:{rule.language or 'begge'}"


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{_name(rule)}:{number}")
        for rule in PACK.rules
        for number, example in enumerate(getattr(rule, kind), start=1)
    ]


def test_every_rule_file_loads() -> None:
    """No shipped rule has a mistake in it."""
    assert PACK.errors == ()


@pytest.mark.parametrize(("rule", "example"), _cases("flags"))
def test_flagged(rule: Rule, example: str, pipeline: Pipeline) -> None:
    """Exactly the marked words are found."""
    marked = unmark(example)
    found = find(rule, marked.text, pipeline)
    assert [marked.text[s.start : s.end] for s in found] == [
        marked.text[s.start : s.end] for s in marked.spans
    ]
    assert found == list(marked.spans)


@pytest.mark.parametrize(("rule", "example"), _cases("flags"))
def test_suggestion_cures(rule: Rule, example: str, pipeline: Pipeline) -> None:
    """With the suggestions put in, nothing is left to find."""
    cured = unmark(example).cured()
    assert cured is None or find(rule, cured, pipeline) == []


@pytest.mark.parametrize(("rule", "example"), _cases("passes"))
def test_left_alone(rule: Rule, example: str, pipeline: Pipeline) -> None:
    """Nothing is found in what must be left alone."""
    found = find(rule, example, pipeline)
    assert [example[span.start : span.end] for span in found] == []


@pytest.mark.parametrize("rule", PACK.rules, ids=_name)
def test_has_examples_of_both_kinds(rule: Rule) -> None:
    """A rule without examples is not tested, and so not done."""
    assert rule.flags
    assert rule.passes


@pytest.mark.parametrize("rule", PACK.rules, ids=_name)
def test_is_explained_and_sourced(rule: Rule) -> None:
    """A writer learns why, and where the advice comes from."""
    assert len(rule.explanation.split()) >= 20
    assert len(rule.source.split()) >= 2


@pytest.mark.parametrize("rule", PACK.rules, ids=_name)
def test_never_calls_anything_unlawful(rule: Rule) -> None:
    """The tool points, the writer decides."""
    words = f"{rule.title} {rule.message} {rule.explanation}".lower()
    assert "ulovlig" not in words
    assert "ulovleg" not in words


def test_every_rule_speaks_both_norms() -> None:
    """A finding in a nynorsk text is worded in nynorsk."""
    assert {rule.id for rule in PACK.rules if rule.language != "nn"} == {
        rule.id for rule in PACK.rules if rule.language == "nn"
    }
