"""What tells of a private person is weighed by who it is about, and what else is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from klartekst.checks.signals.signal import SignalCheck
from klartekst.checks.signals.stretches import find_told, weights
from klartekst.checks.signals.told import ToldCheck
from klartekst.pipeline import Pipeline
from tests.checks.signals.test_signals import ILLNESS, draft


def told(pipeline: Pipeline, *paragraphs: str) -> list[str]:
    made = replace(draft(pipeline, *paragraphs), signals=(ILLNESS,))
    return [made.doc[one.start : one.end].text for one in find_told(made).stretches]


def test_clauses_that_follow_each_other_are_one(pipeline: Pipeline) -> None:
    """What a sentence tells of somebody is one stretch, without the mark at its end."""
    text = "Eleven har ADHD, og hun har ikke vært på skolen."
    assert told(pipeline, text) == [text.removesuffix(".")]


def test_the_quoted_name_of_a_thing_stays_outside(pipeline: Pipeline) -> None:
    """A ship or a choir is not what is told."""
    (stretch,) = told(pipeline, "Eleven fikk kreft og ADHD om bord på ferja «Gamle Håkon».")
    assert stretch == "Eleven fikk kreft og ADHD om bord på ferja"


def test_ordinary_words_about_somebody(pipeline: Pipeline) -> None:
    """Nobody lists «tok huset»; what stands around tells that it is private."""
    words = told(pipeline, "Eleven har ADHD. Moren hennes mistet alt da banken tok huset.")
    assert any("tok huset" in stretch for stretch in words)


@pytest.mark.parametrize(
    "text",
    [
        "Ordfører Kari Testberg åpnet brua i går.",
        "Elever med ADHD får lengre tid.",
        "– Vi gleder oss, sier rektor Per Testberg.",
        "Kommunen har fått 27 søknader.",
        "Når noen blir syke, setter vi inn vikar.",
    ],
)
def test_of_nobody_in_particular(text: str, pipeline: Pipeline) -> None:
    """Leaders in their role, groups, rules and numbers."""
    assert told(pipeline, text) == []


def test_a_signal_lies_where_it_is_told(pipeline: Pipeline) -> None:
    """The words that gave it away are named; the finding is about all that is said."""
    made = replace(draft(pipeline, "Eleven har ADHD."), signals=(ILLNESS,))
    (match,) = ILLNESS.find(made)
    text = made.doc.text
    assert text[match.span.start : match.span.end] == "ADHD"
    assert text[match.place.start : match.place.end] == "Eleven har ADHD"


def test_what_signals_know_is_theirs(pipeline: Pipeline) -> None:
    """The check for other words leaves a stretch to the rule that has a word for it."""
    made = replace(draft(pipeline, "Eleven har ADHD."), signals=(ILLNESS,))
    assert list(ToldCheck().find(made)) == []
    unknown = SignalCheck(entity="HEALTH", kind="helse", phrases=("astma",))
    other = replace(draft(pipeline, "Eleven har fått astma. Hun har ikke vært der siden jul."))
    made = replace(other, signals=(unknown,))
    assert [made.doc.text[m.span.start : m.span.end] for m in ToldCheck().find(made)] == [
        "Hun har ikke vært der siden jul"
    ]


def test_weights_are_bounded() -> None:
    """No clue decides alone."""
    assert weights()["bias"] < -max(w for clue, w in weights().items() if clue != "bias")
