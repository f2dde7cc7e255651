"""Results made by hand, so that the golden files stand still when rules and pipeline change."""

from __future__ import annotations

from klartekst.model import (
    Category,
    Finding,
    Measures,
    MessageStatus,
    Place,
    Result,
    Severity,
    Span,
    Verdict,
)
from klartekst.outcome import unchecked
from klartekst.reporters.text import Titles

_MEASURES = Measures(
    words=212,
    sentences=17,
    lix=33.1,
    words_per_sentence=12.5,
    long_words_pct=20.6,
    passive_pct=0.5,
    clarity=71,
    level="lett",
)

STOPPED = Result(
    name="utkast.md",
    sha256="0" * 64,
    language="nb",
    profile="pressemelding",
    verdict=Verdict.STOP,
    measures=_MEASURES,
    messages=(
        MessageStatus("m1", "Brua åpner 3. juni.", "present", "title", Span(2, 21), 1.0),
        MessageStatus("m2", "Syklister får egen bane.", "missing", None, Span(60, 90), 0.31),
    ),
    findings=(
        Finding(
            rule="personvern/fodselsnummer",
            category=Category.PERSONVERN,
            severity=Severity.ERROR,
            span=Span(120, 131),
            place=Place(9, 14, "avsnitt 3"),
            excerpt="███████████",
            message="«███████████» kan være et fødselsnummer. Ta det ut.",
            entity="NO_FODSELSNUMMER",
            confidence=0.99,
        ),
        Finding(
            rule="budskap/stottebudskap",
            category=Category.BUDSKAP,
            severity=Severity.WARNING,
            span=Span(60, 90),
            place=Place(5, 1, "avsnitt 1"),
            excerpt="Det blir plass til gående på begge sider.",
            message="Fant ikke budskapet «Syklister får egen bane». Ta det med.",
            confidence=0.69,
        ),
        *(
            Finding(
                rule="klarsprak/kanselliord",
                category=Category.KLARSPRAK,
                severity=Severity.WARNING,
                span=Span(200 + 10 * number, 208 + 10 * number),
                place=Place(11 + number, 1, f"avsnitt {4 + number}"),
                excerpt="erverver",
                message="«erverver» er kansellispråk. Skriv heller «kjøpe» eller «skaffe».",
                suggestions=("kjøpe", "skaffe"),
            )
            for number in range(10)
        ),
    ),
)

READY = Result(
    name="melding.txt",
    sha256="1" * 64,
    language="nn",
    profile="nyhetssak",
    verdict=Verdict.READY,
    measures=_MEASURES,
)

UNREADABLE = unchecked("notat.docx", "notat.docx er passordbeskyttet.", "pressemelding")

TITLES: Titles = {
    ("personvern/fodselsnummer", "nb"): "Fødselsnummer",
    ("budskap/stottebudskap", "nb"): "Et budskap mangler",
    ("klarsprak/kanselliord", "nb"): "Kansellispråk",
}
