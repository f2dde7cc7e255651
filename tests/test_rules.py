"""Every example in every rule file: found spans equal the marks, and suggestions cure."""

from __future__ import annotations

import pytest

from klartekst import examples
from klartekst.examples import unmark
from klartekst.model import Rule, Span
from klartekst.packs import load_pack, make_check, signals_in
from klartekst.pipeline import Pipeline

PACK = load_pack()
_CHECKS = [(rule, make_check(rule)) for rule in PACK.rules]


def find(rule: Rule, text: str, pipeline: Pipeline) -> list[Span]:
    """What a rule finds in an example."""
    signals = signals_in(_CHECKS, rule.language or "nb")
    return examples.find(rule, make_check(rule), text, pipeline, signals)


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
