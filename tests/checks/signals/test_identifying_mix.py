"""Several things told of one person, and when they weigh enough."""

from __future__ import annotations

from dataclasses import replace

import pytest

from klartekst.checks.people.weighing import Standing
from klartekst.checks.signals.identifying_mix import IdentifyingMixCheck
from klartekst.checks.signals.signal import SignalCheck
from klartekst.model import Match
from klartekst.pipeline import Pipeline
from tests.checks.signals.test_signals import draft

CHECK = IdentifyingMixCheck(name="navn", person="rolle", place="sted")
SIGNALS = (
    SignalCheck("AGE", "alder", people=("{tall} år gammel",), beside=("på {tall} år",)),
    SignalCheck("FAMILY", "slektskap", people=("{slektning}",)),
    SignalCheck(
        "HEALTH", "helse", ("innlagt", "*syk", "adhd", "sykmeldt"), weight=3, sensitive=True
    ),
    SignalCheck("SCHOOL", "skole", ("utvist",), weight=3, sensitive=True),
)


def found(pipeline: Pipeline, *paragraphs: str) -> list[tuple[str, Match]]:
    made = replace(draft(pipeline, *paragraphs), signals=SIGNALS)
    return [(made.doc.text[m.span.start : m.span.end], m) for m in CHECK.find(made)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("En 13 år gammel gutt ble innlagt på mandag.", "rolle, alder og helse"),
        ("Moren til eleven er kreftsyk.", "slektskap, rolle og helse"),
        ("En elev ved Solvik skole ble innlagt.", "rolle, sted og helse"),
        ("Eleven har ADHD og ble utvist.", "rolle, helse og skole"),
    ],
)
def test_enough_with_its_parts(text: str, parts: str, pipeline: Pipeline) -> None:
    """The message names the kinds, never the words."""
    ((_, match),) = found(pipeline, text)
    assert match.values["parts"] == parts
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
    assert words == "Saken gjelder en 13 år gammel gutt. Han har fått ADHD"


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


def test_a_private_name_is_a_part(pipeline: Pipeline) -> None:
    """Named and ill: nothing more is needed to know who it is."""
    ((_, match),) = found(pipeline, "Per Testberg er sykmeldt.")
    assert match.values["parts"] == "navn og helse"


def test_no_rules_nothing_to_weigh(pipeline: Pipeline) -> None:
    """What is weighed comes with the draft, from whatever pack is loaded."""
    assert list(CHECK.find(draft(pipeline, "Eleven har ADHD og ble utvist."))) == []


def test_a_name_that_may_be_public_tips_nothing(pipeline: Pipeline) -> None:
    """Who may well hold a public role is only asked about."""
    made = replace(draft(pipeline, "Per Testberg er sykmeldt."), signals=SIGNALS)
    people = tuple(replace(person, standing=Standing.UNCLEAR) for person in made.people)
    made.__dict__["people"] = people
    assert list(CHECK.find(made)) == []


def test_what_fits_many_is_said(pipeline: Pipeline) -> None:
    """A part that can be made coarser is, in the words of its rule."""
    age = SignalCheck(
        "AGE", "alder", people=("{tall} år gammel",), instead={"0": "et barn", "13": "en ungdom"}
    )
    made = replace(draft(pipeline, "En 13 år gammel gutt ble innlagt."), signals=(age, SIGNALS[2]))
    check = replace(CHECK, rather=" Skriv {words}.")
    (match,) = check.find(made)
    assert match.suggestions == ("en ungdom",)
    assert match.values["rather"] == " Skriv «en ungdom»."


@pytest.mark.parametrize(
    ("public", "raised"), [(("Kari Testberg", "Siv Prøve"), 0), (("Kari Testberg",), 1)]
)
def test_a_name_among_public_ones_tips_nothing(
    public: tuple[str, ...], raised: int, pipeline: Pipeline
) -> None:
    """Whoever is listed beside two in public roles is there for the same reason."""
    text = "Per Testmann er sykmeldt, mens Kari Testberg og Siv Prøve er her."
    made = replace(draft(pipeline, text), signals=SIGNALS)
    made.__dict__["people"] = tuple(
        replace(person, standing=Standing.PUBLIC if name in public else Standing.PRIVATE)
        for person in made.people
        for name in [made.doc.text[person.mentions[0].start : person.mentions[0].end]]
    )
    assert len(list(CHECK.find(made))) == raised
