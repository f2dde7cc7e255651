"""Several things told of one person, and when they weigh enough."""

from __future__ import annotations

import pytest

from klartekst.checks.identifying_mix import IdentifyingMixCheck
from klartekst.checks.signal_rules import signal_rule
from klartekst.model import Match
from klartekst.pipeline import Pipeline
from tests.checks.test_signals import draft

CHECK = IdentifyingMixCheck(
    weights={"alder": 1, "slektskap": 1, "helse": 3, "skole": 3, "unik-beskrivelse": 2},
    sensitive=("helse", "skole"),
    person="rolle",
    place="sted",
)


def found(pipeline: Pipeline, *paragraphs: str) -> list[tuple[str, Match]]:
    made = draft(pipeline, *paragraphs)
    return [(made.doc.text[m.span.start : m.span.end], m) for m in CHECK.find(made)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("En 13 år gammel gutt ble innlagt på mandag.", "alder, helse og rolle"),
        ("Moren til eleven er kreftsyk.", "slektskap, helse og rolle"),
        ("En elev ved Solvik skole ble innlagt.", "helse, rolle og sted"),
        ("Eleven har ADHD og ble utvist.", "helse, skole og rolle"),
    ],
)
def test_enough_with_its_parts(text: str, parts: str, pipeline: Pipeline) -> None:
    """The message names the kinds, never the words."""
    ((_, match),) = found(pipeline, text)
    assert match.values == {"parts": parts}
    assert match.entity == "QUASI_IDENTIFIER"


@pytest.mark.parametrize(
    "text",
    [
        "Eleven har ADHD.",
        "En gutt på 13 år vant løpet.",
        "Elever på 13 år med ADHD får hjelp ved Solvik skole.",
        "Dersom en elev på 13 år har ADHD, kan moren søke.",
    ],
)
def test_not_enough(text: str, pipeline: Pipeline) -> None:
    """One signal, nothing sensitive, or nobody in particular."""
    assert found(pipeline, text) == []


def test_across_sentences(pipeline: Pipeline) -> None:
    """Told in two sentences, it is of one person still."""
    ((words, _),) = found(pipeline, "Saken gjelder en 13 år gammel gutt. Han har fått ADHD.")
    assert words == "en 13 år gammel gutt. Han har fått ADHD"


def test_pronoun_links_paragraphs(pipeline: Pipeline) -> None:
    """A paragraph that begins with a pronoun goes on about the same person; the span does not."""
    ((words, _),) = found(pipeline, "Saken gjaldt en 13 år gammel gutt.", "Han har fått ADHD.")
    assert "\n" not in words


def test_somebody_new_starts_anew(pipeline: Pipeline) -> None:
    """What is told of two people does not add up."""
    assert found(pipeline, "En gutt på 13 år vant løpet. En lærer ble sykmeldt.") == []


def test_public_names_stay_outside(pipeline: Pipeline) -> None:
    """Who speaks is not stopped together with whom it is told of."""
    text = "– En 13 år gammel gutt ble innlagt, sier ordfører Kari Testberg, og moren er syk."
    for words, _ in found(pipeline, text):
        assert "Testberg" not in words


def test_only_signal_rules_can_be_weighed() -> None:
    """A misspelt name is an error, not a rule that never finds."""
    with pytest.raises(ValueError, match="no signal rule"):
        signal_rule("finnes-ikke", nynorsk=False)
    with pytest.raises(ValueError, match="is no signal rule"):
        signal_rule("privatperson", nynorsk=False)


def test_kinds_are_named_in_nynorsk() -> None:
    """The words of a signal are shared by both norms, the name of its kind is not."""
    assert signal_rule("skole", nynorsk=True).kind == "skule"
    assert signal_rule("skole", nynorsk=True).phrases == signal_rule("skole", nynorsk=False).phrases
