"""Whether words tell something of one person, or of nobody in particular."""

from __future__ import annotations

from dataclasses import replace

import pytest

from klartekst.checks import Draft
from klartekst.checks.signals.individuals import find_individuals
from klartekst.checks.signals.signal import SignalCheck
from klartekst.checks.wording.books import Text
from klartekst.checks.wording.phrase_language import phrase_book
from klartekst.document import assemble_extracted
from klartekst.model import Role
from klartekst.pipeline import Pipeline

ILLNESS = SignalCheck(
    entity="HEALTH", kind="helse", phrases=("adhd", "*kreft", "sykmeldt"), sensitive=True
)


def draft(pipeline: Pipeline, *paragraphs: str, title: str = "Nytt fra kommunen") -> Draft:
    blocks = [(Role.TITLE, title, ""), *((Role.PARAGRAPH, words, "") for words in paragraphs)]
    document = assemble_extracted("utkast", blocks)
    return Draft(document, pipeline.parse(document))


def found(pipeline: Pipeline, *paragraphs: str, check: SignalCheck = ILLNESS) -> list[str]:
    made = replace(draft(pipeline, *paragraphs), signals=(check,))
    return [made.doc.text[m.span.start : m.span.end] for m in check.find(made)]


@pytest.mark.parametrize(
    "text",
    [
        "Eleven har ADHD.",
        "En elev med ADHD ble sendt hjem.",
        "Ein elev med ADHD vart send heim.",
        "Moren fikk brystkreft i fjor.",
        "Vedkommende er sykmeldt.",
        "To elever med ADHD ble flyttet i går.",
        "Rektoren er sykmeldt.",
        "Rektoren vil ikke svare. Hun er sykmeldt.",
        "En plukker med ADHD ble sendt hjem.",
        "Gutten klaget. Han har ADHD.",
        "Gutten klaget. Årsaken til klagen hans er ADHD.",
        "Kari Testberg, mor til eleven, er sykmeldt.",
    ],
)
def test_of_somebody(text: str, pipeline: Pipeline) -> None:
    """One person, a few, a pronoun, a leader it befalls, and the sentence that goes on."""
    assert len(found(pipeline, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Elever med ADHD får lengre tid.",
        "Dersom en elev har ADHD, skal skolen legge til rette.",
        "En elev med ADHD kan få lengre tid.",
        "Har du ADHD, kan du søke.",
        "Alle med ADHD får tilbud.",
        "I fjor fikk 27 elever hjelp for ADHD.",
        "Rektoren er glad for tilbudet til unge med ADHD.",
        "– Unge med ADHD trenger ro, sier rektor Kari Testberg.",
        "Gutten klaget.\n\nKurset handler om ADHD.",
        "Gutten klaget. Har gutten ADHD, ta kontakt med skolen.",
        "Gutten klaget. Ring skolen hvis gutten har ADHD.",
        "Fire av 52 elever fikk ADHD i fjor.",
    ],
)
def test_of_nobody(text: str, pipeline: Pipeline) -> None:
    """Groups, conditions, rules, statistics, speech and the next matter."""
    assert found(pipeline, *text.split("\n\n")) == []


def test_bare_nouns_in_titles(pipeline: Pipeline) -> None:
    """«Elev» alone is anybody; with its school it is one of a few."""
    titled = draft(pipeline, "Skolen er åpen.", title="Elev sykmeldt etter fall")
    placed = draft(pipeline, "Skolen er åpen.", title="Elev ved Vika skole er sykmeldt")
    made = [replace(one, signals=(ILLNESS,)) for one in (titled, placed)]
    assert [len(list(ILLNESS.find(one))) for one in made] == [0, 1]


def test_consent_covers_the_one_who_gave_it(pipeline: Pipeline) -> None:
    """Nobody consents for a wife or for her brother."""
    family = SignalCheck(entity="FAMILY", kind="slektskap", people=("{slektning} hennes",))
    paragraphs = (
        "Rami Testberg bakte brød. Han har samtykket til intervjuet.",
        "Broren hennes gikk.",
    )
    assert found(pipeline, *paragraphs, check=family) == ["Broren hennes"]


def test_told_of_before(pipeline: Pipeline) -> None:
    """A rule is said of somebody whom the draft has told of."""
    text = "Eleven ble flyttet. Eleven skal nå få hjelp for ADHD."
    assert found(pipeline, text) == ["ADHD"]


def test_signals_that_follow_closely_are_one(pipeline: Pipeline) -> None:
    """One finding for a list, not one a word."""
    assert found(pipeline, "Eleven har ADHD og hudkreft.") == ["ADHD og hudkreft"]


def test_beside(pipeline: Pipeline) -> None:
    """An age in parentheses counts after a person only."""
    age = SignalCheck(entity="AGE", kind="alder", beside=("( {tall} )",))
    assert found(pipeline, "Moren (41) klaget på punkt (41).", check=age) == ["(41)"]


def test_never_unless_and_only_with(pipeline: Pipeline) -> None:
    """Each takes away what it should, and no more."""
    text = "Eleven fikk ADHD-medisin. Eleven har ADHD."
    words = ("adhd", "adhd-medisin")
    assert found(pipeline, text) == ["ADHD"]
    for check in (
        SignalCheck("HEALTH", "helse", phrases=words, never=("fikk adhd-medisin",)),
        SignalCheck("HEALTH", "helse", phrases=words, unless=("fikk",)),
        SignalCheck("HEALTH", "helse", phrases=words, only_with=("har",)),
    ):
        assert found(pipeline, text, check=check) == ["ADHD"]


def test_contact_sections_are_left_alone(pipeline: Pipeline) -> None:
    """Whoever stands there is meant to be reached."""
    assert found(pipeline, "Eleven er nevnt.", "Kontakt: vikar for sykmeldt rektor") == []


def test_family_of_a_prize_winner_is_no_individual(pipeline: Pipeline) -> None:
    """Who has agreed to be named has family that may be named too."""
    family = SignalCheck(entity="FAMILY", kind="slektskap", people=("{slektning}",))
    text = (
        "Prisen går til Kari Testberg. Mannen og datteren lager mat. Hun har sagt ja til omtalen."
    )
    assert found(pipeline, text, check=family) == []


def test_individuals_are_found_once(pipeline: Pipeline) -> None:
    """Many rules ask; the draft is gone through once."""
    made = draft(pipeline, "Eleven har ADHD.")
    assert find_individuals(made) is find_individuals(made)


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("har adhd", "eleven har adhd", [(1, 3)]),
        ("*kreft", "hudkreft og kreftene", [(0, 1)]),
        ("demens*", "demenssyk", [(0, 1)]),
        ("*psyk*", "upsykisk", [(0, 1)]),
        ("er/var syk", "er syk og var syk", [(0, 2), (3, 5)]),
        ("er (svært) syk", "er svært syk", [(0, 3)]),
        ("ikke … pasient", "ikke lenger vår pasient", [(0, 4)]),
        ("ikke … pasient", "ikke . pasient", []),
        ("{tall} år", "12 år og tolv år og mange år", [(0, 2), (3, 5)]),
        ("fra {land}", "fra syria og fra skolen", [(0, 2)]),
        ("for *", "for barn", [(0, 2)]),
        ("har", "hadde", []),
    ],
)
def test_phrase_language(phrase: str, text: str, places: list[tuple[int, int]]) -> None:
    """Every sign of the small language, and its limits."""
    words = Text(tuple((word, word) for word in text.split()))
    assert list(phrase_book([phrase], {"land": ("syria",)}).find(words)) == places


def test_phrases_match_lemmas() -> None:
    """A word of a phrase is a form or a lemma."""
    assert list(phrase_book(["ha"]).find(Text((("hadde", "ha"),)))) == [(0, 1)]


def test_longest_phrase_wins() -> None:
    """Where several begin, one finding."""
    words = Text((("type", "type"), ("diabetes", "diabetes")))
    assert list(phrase_book(["type", "type diabetes", "diabetes"]).find(words)) == [(0, 2)]


def test_unknown_slot_is_named() -> None:
    """A misspelt slot says which ones there are."""
    with pytest.raises(ValueError, match=r"no slot \{tal\}; known: "):
        SignalCheck(entity="AGE", kind="alder", phrases=("{tal} år",))
