"""What an organisation adds of its own: its words, as a rule like any other, and its people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

from klartekst.inflection import Norm, forms
from klartekst.model import Brief, Category, Config, Rule, Severity, Spokesperson

HOUSE_RULE = "klarsprak/husets-ord"

_TITLES = {"nb": "Bruk våre egne ord", "nn": "Bruk våre eigne ord"}
_MESSAGES = {
    "nb": "Hos oss skriver vi {suggestion}, ikke «{match}».",
    "nn": "Hos oss skriv vi {suggestion}, ikkje «{match}».",
}
_EXPLANATIONS = {
    "nb": "Kommunen har bestemt i klartekst.toml, under [words], hvilke ord vi skal bruke, slik "
    "at alle som skriver for oss, bruker de samme. Bytt ut ordet, eller be den som har ansvar for "
    "språket, om å endre lista.",
    "nn": "Kommunen har bestemt i klartekst.toml, under [words], kva ord vi skal bruke, slik "
    "at alle som skriv for oss, bruker dei same. Byt ut ordet, eller be den som har ansvar for "
    "språket, om å endre lista.",
}


def house_rules(words: Mapping[str, tuple[str, ...]]) -> Iterator[Rule]:
    """The rule of the organisation's own words in both norms; none when it has no words."""
    norms: tuple[Norm, ...] = ("nb", "nn") if words else ()
    for norm in norms:
        yield _house_rule(words, norm)


def _house_rule(words: Mapping[str, tuple[str, ...]], norm: Literal["nb", "nn"]) -> Rule:
    entries = (_base_forms(unwanted, wanted, norm) for unwanted, wanted in words.items())
    return Rule(
        id=HOUSE_RULE,
        title=_TITLES[norm],
        message=_MESSAGES[norm],
        explanation=_EXPLANATIONS[norm],
        source="klartekst.toml, [words]",
        severity=Severity.WARNING,
        category=Category.KLARSPRAK,
        check="replace",
        parameters={"words": dict(entries), "norm": norm},
        flags=(),
        passes=(),
        language=norm,
    )


def _base_forms(unwanted: str, wanted: tuple[str, ...], norm: Norm) -> tuple[str, tuple[str, ...]]:
    """A pair in base form, when both words are written in the same other form.

    Who writes brukere = "innbyggere" means the singular and the definite forms too.
    """
    table = forms(norm)
    unwanted = unwanted.lower()
    if unwanted in table:
        return unwanted, wanted
    for lemma in sorted(table.lemmas_of(unwanted)):
        for paradigm in table.paradigms(lemma):
            for cell in paradigm.cells_of(unwanted):
                bases = tuple(_base_of(word, paradigm.word_class, cell, norm) for word in wanted)
                found = tuple(base for base in bases if base)
                if found and len(found) == len(bases):
                    return lemma, found
    return unwanted, wanted


def _base_of(word: str, word_class: str, cell: str, norm: Norm) -> str | None:
    table = forms(norm)
    return next(
        (
            lemma
            for lemma in sorted(table.lemmas_of(word))
            for paradigm in table.paradigms(lemma)
            if paradigm.word_class == word_class and cell in paradigm.cells_of(word)
        ),
        None,
    )


def brief_of_house(brief: Brief, config: Config, today: date) -> Brief:
    """The brief with the organisation's own people, while they hold their role, and its readers."""
    listed = (
        Spokesperson(person.name, person.role)
        for person in config.people
        if person.until is None or today <= person.until
    )
    return replace(brief, officials=tuple(listed), readership=brief.readership or config.readership)
