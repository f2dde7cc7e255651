"""Words that may mean one certain person, though `individuals` cannot tell that they do.

They decide nothing; they are clues, weighed with others.
"""

from __future__ import annotations

import re

from klartekst.checks.base import Draft
from klartekst.checks.people.named_people import names_in
from klartekst.checks.signals.individuals import Individuals
from klartekst.checks.signals.mention_context import is_pronoun
from klartekst.checks.signals.person_nouns import (
    is_listed,
    is_occupation,
    is_person_noun,
    may_be_somebody,
    noun_kind,
    words_for,
)
from klartekst.checks.wording.reading import Reading

_ARTICLE_REACH = 4
_INITIALS = re.compile(r"(?:[A-ZÆØÅ]\.){1,4}[A-ZÆØÅ]?\.?")
_GENDERS = {"han": "Masc", "honom": "Masc", "ho": "Fem"}
_WHO = frozenset({"som", "i"})
_THAT_ONE = frozenset("den han hun ho en ein ei".split())
_KINDS = {
    "relative": "maybe_relative",
    "definite": "maybe_noun",
    "adjective": "maybe_noun",
    "group": "maybe_group",
    "role": "maybe_role",
}


def possible_people(draft: Draft, individuals: Individuals) -> dict[int, str]:
    """The kind of each such word by its token: «maybe_pronoun», «official» and so on."""
    reading = individuals.reading
    names = names_in(draft)
    certain = {
        at
        for mentions in individuals.mentions
        for mention in mentions
        if mention.individual
        for at in range(mention.start, mention.end)
    }
    is_nynorsk = draft.document.language == "nn"
    found = {}
    for at in range(len(reading.tokens)):
        if at in certain:
            continue
        name = names.get(at)
        if name is not None:
            kind = "" if name.private else "agreed" if name.agreed else "official"
        else:
            kind = _kind(individuals, at) if _is_worth_asking(reading.forms[at][0]) else ""
        if kind == "maybe_pronoun" and is_nynorsk and _is_thing(reading, at):
            kind = ""
        if kind:
            found[at] = kind
    return found


def _is_worth_asking(word: str) -> bool:
    """Whether a word can be of any kind: most cannot, whatever stands around them."""
    return may_be_somebody(word) or word in _THAT_ONE or "." in word


def _kind(individuals: Individuals, at: int) -> str:
    forms = individuals.reading.forms
    word = forms[at][0]
    following = forms[at + 1][0] if at + 1 < len(forms) else ""
    reading = individuals.reading
    if is_pronoun(reading, at, reading.sentences[reading.sentence_of[at]]):
        return "maybe_pronoun"
    if word in _THAT_ONE and following in _WHO:
        return "maybe_one_who"
    if _INITIALS.fullmatch(reading.tokens[at].text) and not forms[at - 1][0].isdecimal():
        return "maybe_initials"
    kind = noun_kind(word)
    if kind:
        return _KINDS[kind]
    if is_listed(word, "indefinite") or is_occupation(word):
        before = forms[max(0, at - _ARTICLE_REACH) : at]
        if any(form[0] in words_for("articles") for form in before):
            return "maybe_somebody"
    return ""


def _is_thing(reading: Reading, at: int) -> bool:
    """Whether a nynorsk pronoun goes with the last noun of its gender: «båten … han», «vegen …»."""
    gender = _GENDERS.get(reading.forms[at][0])
    first = reading.sentences[max(0, reading.sentence_of[at] - 1)].start
    for before in range(at - 1, first - 1, -1):
        morph = str(reading.tokens[before].morph)
        if reading.tokens[before].pos_ == "NOUN" and f"Gender={gender}" in morph:
            return "Number=Sing" in morph and not is_person_noun(reading.forms[before][0])
    return False
