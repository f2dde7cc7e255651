"""A weak brief is told from a good one."""

from __future__ import annotations

import pytest

from klartekst.brief_review import review
from klartekst.model import (
    Brief,
    BriefQuote,
    Fact,
    Forbidden,
    KeyMessage,
    Spokesperson,
    WeaknessKind,
)
from klartekst.pipeline import Pipeline

MAYOR = Spokesperson("Kari Lund", "ordfører")
GOOD = Brief(
    messages=(KeyMessage("m1", "Skolen åpner igjen mandag."), KeyMessage("m2", "Kok vannet.")),
    spokespeople=(MAYOR,),
    readership="innbyggere",
    forbidden=(Forbidden("navnet på institusjonen", "kan identifisere beboeren"),),
    facts=(Fact("24 boliger", "kommunestyret"),),
    quotes=(BriefQuote("Vi gleder oss.", "Kari Lund", "Kari Lund"),),
)


def kinds(brief: Brief, pipeline: Pipeline) -> list[WeaknessKind]:
    """What is weak, by kind."""
    wordings = pipeline.parse_texts([message.text for message in brief.messages])
    return [weakness.kind for weakness in review(brief, wordings)]


def of_message(text: str, pipeline: Pipeline) -> list[WeaknessKind]:
    """What is weak in a brief with this main message."""
    brief = Brief((KeyMessage("m1", text),), (MAYOR,), readership="innbyggere")
    return kinds(brief, pipeline)


def test_a_good_brief(pipeline: Pipeline) -> None:
    """Nothing is weak."""
    assert kinds(GOOD, pipeline) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ny barnehage i Vika", "budskap-uten-verb"),
        ("Når åpner skolen?", "budskap-spor"),
        ("Skolen åpner mandag. Foreldrene slipper å betale.", "budskap-to-ting"),
        ("Skolen åpner mandag, og foreldrene slipper å betale.", "budskap-to-ting"),
        ("Skulen opnar måndag, og foreldra slepp å betale.", "budskap-to-ting"),
        ("Vi skal legge til rette for gode tjenester.", "budskap-vagt"),
        (f"Skolen åpner {'og åpner ' * 12}på mandag.", "budskap-for-langt"),
    ],
)
def test_a_message_that_is_no_clear_sentence(
    text: str, kind: WeaknessKind, pipeline: Pipeline
) -> None:
    """A topic, a question, two claims, hollow words, too many words."""
    assert of_message(text, pipeline) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Barna kan gå og sykle til skolen.",
        "Foreldrene slipper å betale for dagene barnehagen er stengt.",
        "Bur du på Storøya, må du koke vatnet.",
        "Vi styrker hjemmetjenesten med 12 stillinger.",
    ],
)
def test_a_clear_message(text: str, pipeline: Pipeline) -> None:
    """One claim, whatever its clauses."""
    assert of_message(text, pipeline) == []


def test_no_message(pipeline: Pipeline) -> None:
    """Neither is an empty one a message."""
    assert kinds(Brief(spokespeople=(MAYOR,), readership="innbyggere"), pipeline) == [
        "hovedbudskap-mangler"
    ]
    assert of_message(" ", pipeline) == ["hovedbudskap-mangler"]


def test_too_many_messages(pipeline: Pipeline) -> None:
    """And the same one twice."""
    texts = ["Skolen åpner.", *(f"Skole {number} åpner." for number in range(4)), "Skolen åpner"]
    messages = tuple(KeyMessage(f"m{i}", text) for i, text in enumerate(texts))
    found = kinds(Brief(messages, (MAYOR,), readership="innbyggere"), pipeline)
    assert found == ["for-mange-budskap", "budskap-gjentatt"]


def test_a_crisis_needs_somebody_who_speaks(pipeline: Pipeline) -> None:
    """The mayor, or a delegate."""
    crisis = Brief(GOOD.messages, crisis=True, readership="innbyggere")
    assert kinds(crisis, pipeline) == ["krise-uten-talsperson"]
    doctor = Spokesperson("Odd Vik", "kommuneoverlege")
    undecided = Brief(GOOD.messages, (doctor,), crisis=True, readership="innbyggere")
    assert kinds(undecided, pipeline) == ["krise-uten-delegering"]
    delegate = Spokesperson("Odd Vik", "kommuneoverlege", delegate=True)
    decided = Brief(GOOD.messages, (delegate,), crisis=True, readership="innbyggere")
    assert kinds(decided, pipeline) == []


def test_reasons_sources_and_approvals(pipeline: Pipeline) -> None:
    """Each is asked for, where it is missing."""
    brief = Brief(
        GOOD.messages,
        (Spokesperson("Kari Lund"),),
        (Forbidden("navnet"),),
        facts=(Fact("24 boliger"),),
        quotes=(BriefQuote("Hei."),),
    )
    assert kinds(brief, pipeline) == [
        "maalgruppe-mangler",
        "talsperson-uten-rolle",
        "grunn-mangler",
        "kilde-mangler",
        "sitat-uten-navn",
        "sitat-ikke-godkjent",
    ]
