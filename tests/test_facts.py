"""All that should be checked is on the list, and nothing confidential is."""

from __future__ import annotations

import pytest

from klartekst.facts import fact_sheet
from klartekst.linter import Linter
from klartekst.model import Brief, BriefQuote, Checkable, Config, Fact, FactKind
from klartekst.pipeline import Pipeline

TEXT = """# Kommunen bygger 24 boliger i Vika

Byggingen starter mandag 17. august 2026 klokka 9 og varer i uke 34 og 35.

– Nå får 24 familier et hjem, sier ordfører Kari Lund.

Det koster 41 millioner kroner. Lund legger ned grunnsteinen 20.08.2026.

Eleven Jonas Berntsen har nummer 68 05 99 99.

## Kontakt
Boligsjef Odd Vik
Telefon: 68 05 12 34
bolig@lunvik.kommune.no
lunvik.kommune.no/bolig
"""
BRIEF = Brief(
    facts=(Fact("24 boliger er vedtatt", "sak 12/26"),),
    quotes=(BriefQuote("nå får 24 familier et hjem.", "Kari Lund", "Kari Lund, 1. juni"),),
)


@pytest.fixture(scope="module")
def items(pipeline: Pipeline) -> tuple[Checkable, ...]:
    """What is to be checked in the text."""
    linter = Linter(Config(select=("personvern", "taushetsplikt")))
    linter.__dict__["pipeline"] = pipeline
    draft = linter.read(TEXT.encode(), "utkast.md", BRIEF)
    return fact_sheet(draft, [match.span for _, match in linter.matches(draft)]).items


def of(kind: FactKind, items: tuple[Checkable, ...]) -> list[tuple[str, str, str]]:
    """The things of one kind with what is told of them."""
    return [(item.text, item.about, item.source) for item in items if item.kind == kind]


def test_quotes(items: tuple[Checkable, ...]) -> None:
    """With speaker, title and approval."""
    assert of("quote", items) == [
        ("– Nå får 24 familier et hjem", "ordfører Kari Lund", "Kari Lund, 1. juni")
    ]


def test_numbers(items: tuple[Checkable, ...]) -> None:
    """With what they count; a source of the brief counts the same."""
    assert [(text, source) for text, _, source in of("number", items)] == [
        ("24 boliger", "sak 12/26"),
        ("24 familier", ""),
        ("41 millioner kroner", ""),
    ]


def test_dates(items: tuple[Checkable, ...]) -> None:
    """With times and weeks; a date without a weekday gets it from the calendar."""
    dates = of("date", items)
    assert [text for text, *_ in dates] == [
        "mandag 17. august 2026",
        "klokka 9",
        "uke 34 og 35",
        "20.08.2026",
    ]
    assert dates[-1][1] == "torsdag"


def test_names(items: tuple[Checkable, ...]) -> None:
    """Each person once, with title and all places; a private one is masked."""
    people = [item for item in items if item.kind == "person"]
    assert [(person.text, person.about) for person in people] == [
        ("Kari Lund", "ordfører"),
        ("Jo… B…", ""),
        ("Odd Vik", "boligsjef"),
    ]
    assert [place.line for place in people[0].places] == [5, 7]


def test_links(items: tuple[Checkable, ...]) -> None:
    """Addresses and telephone numbers, a private one masked."""
    assert [text for text, *_ in of("link", items)] == [
        "██ ██ ██ ██",
        "68 05 12 34",
        "bolig@lunvik.kommune.no",
        "lunvik.kommune.no/bolig",
    ]


def test_facts_of_the_brief(items: tuple[Checkable, ...]) -> None:
    """They are listed whether the draft has them or not."""
    assert of("brief", items) == [("24 boliger er vedtatt", "", "sak 12/26")]


def test_nothing_confidential(items: tuple[Checkable, ...]) -> None:
    """Neither as a thing to check nor in the sentence around one."""
    told = " ".join(f"{item.text} {item.about} {item.source}" for item in items)
    for secret in ("Jonas", "Berntsen", "99 99"):
        assert secret not in told
