"""Results made by hand, so that the golden files stand still when rules and pipeline change."""

from __future__ import annotations

from klartekst.model import (
    Category,
    Cost,
    Finding,
    Measures,
    MessageStatus,
    Passage,
    Place,
    Result,
    Role,
    Rule,
    Severity,
    Span,
    Stretch,
    Verdict,
)
from klartekst.outcome import unchecked
from klartekst.reporters.catalogue import Titles, catalogue_of, titles_of

_MEASURES = Measures(
    words=212,
    sentences=17,
    lix=33.1,
    rix=2.6,
    words_per_sentence=12.5,
    spread=5.2,
    long_words_pct=20.6,
    rare_words_pct=10.4,
    passive_pct=0.5,
    nominalisation_pct=1.9,
    officialese_pct=1.4,
    register=-0.51,
    words_before_verb=1.8,
    subordination=0.35,
    clarity=76,
    level="middels",
    costs=(
        Cost("register", -0.51, 7.6),
        Cost("long_sentences", 14.7, 6.8),
        Cost("long_words", 20.6, 3.2),
        Cost("nominalisations", 1.9, 2.3),
        Cost("officialese", 1.4, 1.7),
        Cost("passives", 0.5, 1.5),
        Cost("rare_words", 10.4, 1.3),
    ),
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
    passages=(
        Passage(Role.TITLE, "tittel", (Stretch("Brua åpner 3. juni"),)),
        Passage(
            Role.PARAGRAPH,
            "avsnitt 1",
            (Stretch("Det blir plass til gående på begge sider.", (1,)), Stretch(" Velkommen.")),
        ),
        Passage(
            Role.COMMENT,
            "kommentar 1",
            (Stretch("Saken gjelder "), Stretch("███████████", (0,)), Stretch(".")),
        ),
        Passage(
            Role.PARAGRAPH,
            "avsnitt 4",
            (Stretch("Kommunen "), Stretch("erverver", tuple(range(2, 12))), Stretch(" tomta.")),
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


def _rule(rule: str, title: str, explanation: str, category: Category, severity: Severity) -> Rule:
    return Rule(
        id=rule,
        title=title,
        message="",
        explanation=explanation,
        source="Kilden til rådet",
        severity=severity,
        category=category,
        check="phrase",
        parameters={},
        flags=(),
        passes=(),
        language="nb",
    )


RULES = (
    _rule(
        "personvern/fodselsnummer",
        "Fødselsnummer",
        "Et fødselsnummer peker ut én person.",
        Category.PERSONVERN,
        Severity.ERROR,
    ),
    _rule(
        "budskap/stottebudskap",
        "Et budskap mangler",
        "Det dere vil si, bør stå i teksten.",
        Category.BUDSKAP,
        Severity.WARNING,
    ),
    _rule(
        "klarsprak/kanselliord",
        "Kansellispråk",
        "Vanlige ord leses raskere enn kanselliord.",
        Category.KLARSPRAK,
        Severity.WARNING,
    ),
)
TITLES: Titles = titles_of(catalogue_of(RULES))
