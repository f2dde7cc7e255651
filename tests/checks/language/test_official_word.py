"""Official words that no list names: found by how statutes and everyday texts use them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from klartekst.checks import Draft
from klartekst.checks.language.official_word import OfficialWordCheck
from klartekst.document import assemble_extracted
from klartekst.linter import Linter
from klartekst.model import Brief, Role, Severity
from klartekst.packs import load_pack
from klartekst.pipeline import Pipeline

CHECK = OfficialWordCheck(word=1.5, compound=4.0, known=("nummer",))


def words(
    text: str, pipeline: Pipeline, brief: Brief | None = None, check: OfficialWordCheck = CHECK
) -> list[str]:
    """What is found in a draft of one paragraph a line."""
    document = assemble_extracted(
        "utkast", [(Role.PARAGRAPH, line, "") for line in text.split("\n")]
    )
    draft = Draft(document, pipeline.parse(document), brief)
    return [text[match.span.start : match.span.end] for match in check.find(draft)]


@pytest.mark.parametrize(
    "word", ["konsesjonsplikt", "investeringstilskudd", "pensjonsforpliktelse", "klagenemnd"]
)
def test_compound_of_official_parts(word: str, pipeline: Pipeline) -> None:
    """A compound is known by its parts."""
    assert words(f"Kommunen har en {word}.", pipeline) == [word]


@pytest.mark.parametrize("word", ["hagestol", "solbriller", "sykkeltur", "bursdagskake"])
def test_everyday_compound(word: str, pipeline: Pipeline) -> None:
    """Parts that people use at home make words that people know."""
    assert words(f"Vi har en {word}.", pipeline) == []


def test_first_mention_only(pipeline: Pipeline) -> None:
    """One tip for a word, whatever its form."""
    text = "Vi har ansvar for rapportering. Rapporteringen skjer i mai."
    assert words(text, pipeline) == ["rapportering"]


def test_explained_word(pipeline: Pipeline) -> None:
    """A word that the draft explains has done its work."""
    assert words("Her er det konsesjonsplikt, altså at du må søke først.", pipeline) == []


def test_quotation_is_left_alone(pipeline: Pipeline) -> None:
    """Nobody rewrites what somebody has said."""
    assert words("– Vi driver med rapportering, sier Kari Lind.", pipeline) == []


def test_title_of_a_person_is_left_alone(pipeline: Pipeline) -> None:
    """«Driftsleder» is who she is."""
    assert words("Ring driftsleder Kari Lind i morgen.", pipeline) == []


def test_professionals_know_the_words(pipeline: Pipeline) -> None:
    """Nothing is said to those whose words they are."""
    brief = Brief(readership="fagfolk")
    assert words("Vi har ansvar for rapportering.", pipeline, brief) == []


def test_known_ending(pipeline: Pipeline) -> None:
    """A rule may name heads that everybody knows."""
    text = "Skriv fødselsnummeret og registreringsnummer her."
    assert words(text, pipeline, check=replace(CHECK, known=("nummer", "nummeret"))) == []
    assert words(text, pipeline, check=replace(CHECK, known=())) != []


def test_threshold_is_the_rule_s(pipeline: Pipeline) -> None:
    """A higher threshold finds no more."""
    text = "Her er konsesjonsplikt og rapportering."
    assert words(text, pipeline) == ["konsesjonsplikt", "rapportering"]
    assert words(text, pipeline, check=OfficialWordCheck(word=99, compound=99)) == []


@pytest.mark.parametrize("name", ["fremmed-fagord", "kontorord"])
def test_only_a_tip(name: str) -> None:
    """Neither rule may cost a draft its verdict."""
    rules = [rule for rule in load_pack().rules if rule.id == f"klarsprak/{name}"]
    assert [rule.severity for rule in rules] == [Severity.INFO] * 2


def test_gives_way_to_a_rule_that_says_more() -> None:
    """«Dagmulkt» has an explanation of its own."""
    result = Linter().lint("Du må betale dagmulkt hver dag.".encode(), "utkast.md")
    rules = {each.rule for each in result.findings}
    assert "klarsprak/fremmed-fagord" not in rules
    assert any(rule.startswith("klarsprak/fagord-") for rule in rules)
