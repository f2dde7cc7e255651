"""Which words mean somebody, and which only look so."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from klartekst.checks.signals.individuals import find_individuals
from klartekst.checks.signals.stretches import clues_of
from klartekst.pipeline import Pipeline
from tests.checks.signals.test_signals import ILLNESS, draft


def clues(
    pipeline: Pipeline, *paragraphs: str, language: Literal["nb", "nn"] = "nb"
) -> list[frozenset[str]]:
    made = draft(pipeline, *paragraphs)
    document = replace(made.document, language=language)
    return clues_of(replace(made, document=document, signals=(ILLNESS,)))[1]


def test_nynorsk_pronoun_of_a_thing(pipeline: Pipeline) -> None:
    """«Ho» of a road is nobody; «ho» without such a noun may be somebody."""
    road = clues(pipeline, "Kommunen har merkt ei løype i vår. Ho er lang.", language="nn")[-1]
    lone = clues(pipeline, "Ho er lang.", language="nn")[-1]
    assert "maybe_pronoun" not in road
    assert "maybe_pronoun" in lone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Innehaverens bror kjøpte bilen i går.", ["Innehaverens", "bror"]),
        ("Den ene av våre to lærere sluttet i går.", ["ene", "to lærere"]),
        ("Systemet fanget opp det andre forsøket.", []),
        ("Hans Testberg Moe-klubben fikk penger i går.", []),
        ("Éin elev er på sykehus nå.", ["Éin elev"]),
        ("Én person er på sykehus nå.", []),
        ("Mor Åse spiller på lørdag.", []),
    ],
)
def test_words_for_somebody(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    """Somebody's relative and one of a few are people; «det andre forsøket» and names are not."""
    individuals = find_individuals(draft(pipeline, text))
    found = [
        individuals.reading.tokens[one.start : one.end].text
        for mentions in individuals.mentions
        for one in mentions
        if one.individual and not one.named
    ]
    assert found == expected
