"""Phrases with what must and must not stand near them."""

from __future__ import annotations

import pytest

from klartekst.checks.wording.phrase import PhraseCheck
from klartekst.packs import load_pack, make_check
from klartekst.pipeline import Pipeline
from tests.checks.signals.test_signals import draft


def found(pipeline: Pipeline, check: PhraseCheck, *paragraphs: str) -> list[str]:
    made = draft(pipeline, *paragraphs)
    return [made.doc.text[m.span.start : m.span.end] for m in check.find(made)]


def test_phrase_in_any_inflection(pipeline: Pipeline) -> None:
    """Forms and lemmas, in every paragraph."""
    check = PhraseCheck(phrases=("internt notat",))
    assert found(pipeline, check, "Et internt notat.", "Internt notat!") == [
        "internt notat",
        "Internt notat",
    ]


def test_unless_is_of_the_sentence(pipeline: Pipeline) -> None:
    """The next sentence is another matter."""
    check = PhraseCheck(phrases=("ingen kommentar",), unless=("taushetsplikt",))
    assert found(pipeline, check, "Vi har taushetsplikt og ingen kommentar.") == []
    assert found(pipeline, check, "Vi har taushetsplikt. Ingen kommentar.") == ["Ingen kommentar"]


def test_unless_near_reaches_other_sentences(pipeline: Pipeline) -> None:
    """A reason may stand before or after."""
    check = PhraseCheck(phrases=("ingen kommentar",), unless_near=("taushetsplikt",), reach=1)
    assert found(pipeline, check, "Vi har taushetsplikt. Ingen kommentar.") == []
    assert found(pipeline, check, "Ingen kommentar. Vi har taushetsplikt.") == []
    far = "Ingen kommentar. Brua er åpen. Vi har taushetsplikt."
    assert found(pipeline, check, far) == ["Ingen kommentar"]


def test_never_takes_away_the_phrase_alone(pipeline: Pipeline) -> None:
    """The same word elsewhere is found."""
    check = PhraseCheck(phrases=("utkast",), never=("utkast til plan",))
    assert found(pipeline, check, "Utkast til plan, og et utkast.") == ["utkast"]


def test_then(pipeline: Pipeline) -> None:
    """A phrase that only counts with what follows."""
    check = PhraseCheck(phrases=("ikke enkeltsaker",), then=("men",), reach=0)
    assert found(pipeline, check, "Ikke enkeltsaker, men dette.") == ["Ikke enkeltsaker"]
    assert found(pipeline, check, "Men ikke enkeltsaker.") == []


def test_then_individual(pipeline: Pipeline) -> None:
    """Somebody must be told of afterwards, and not before."""
    check = PhraseCheck(phrases=("ikke enkeltsaker",), then_individual=True)
    told = "Vi kommenterer ikke enkeltsaker. Eleven ble utvist."
    assert found(pipeline, check, told) == ["ikke enkeltsaker"]
    assert found(pipeline, check, "Eleven klaget. Vi kommenterer ikke enkeltsaker.") == []
    assert found(pipeline, check, "Vi kommenterer ikke enkeltsaker. Elever klager ofte.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Det koster [sjekk med jurist] kroner.", "[sjekk med jurist]"),
        ("Ring [navn] på kontoret.", "[navn]"),
        ("Møtet er [dato].", "[dato]"),
    ],
)
def test_leftovers_in_brackets(text: str, words: str, pipeline: Pipeline) -> None:
    """A rule file cannot show brackets in its examples, so they are shown here."""
    rule = next(r for r in load_pack().rules if r.id == "taushetsplikt/arbeidsrester")
    made = draft(pipeline, text)
    assert [made.doc.text[m.span.start : m.span.end] for m in make_check(rule).find(made)] == [
        words
    ]
