"""What the parse tells of a name: the noun it goes with, what its bearer does, who is whose kin.

Words come from `recognizers/titles.toml`; a text without a parse has none of this evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from klartekst.checks.people.surroundings import Surroundings
from klartekst.recognizers.lexicon import shipped_lists, shipped_titles

if TYPE_CHECKING:
    from klartekst.tokens import Token

_LISTS = shipped_lists("titles")
_LEADS = frozenset(_LISTS["leading_verbs"])
_SERVES = frozenset(_LISTS["serving_verbs"])
_UNDERGOES = frozenset(_LISTS["undergoing_verbs"])
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_WHO_CLAUSES = frozenset({"acl:relcl", "acl:cleft"})
_OWN = frozenset({"sin", "si", "sitt"})
_KIN_REACH = 4  # words after a name: «Fosse sin eldste son»


def _head(place: Surroundings) -> Token | None:
    """The word of the name that the sentence hangs it up by."""
    tokens = place.tokens
    return tokens.root if tokens is not None and tokens.doc.has_annotation("DEP") else None


def _is_common(noun: Token) -> bool:
    """Whether it is none of the words for people that the lists know."""
    titles = shipped_titles()
    lists = (titles.roles, titles.staff, titles.relations, titles.former)
    return not any(noun.text in words for words in lists)


def _has_definite_noun(place: Surroundings) -> bool:
    """«rapperen Kari», «ildsjela Kari»: known by what she does."""
    if place.tokens is None or place.tokens.start == 0:
        return False
    noun = place.tokens.doc[place.tokens.start - 1]
    is_definite = noun.pos_ == "NOUN" and "Def" in noun.morph.get("Definite", [])
    return is_definite and noun.text[:1].isalpha() and _is_common(noun)


def _has_apposition(place: Surroundings) -> bool:
    """«Kari Moe, koordinator i …»."""
    head, tokens = _head(place), place.tokens
    if head is None or tokens is None or tokens.end >= len(tokens.doc):
        return False
    if tokens.doc[tokens.end].text != ",":
        return False
    return any(
        noun.pos_ == "NOUN" and noun.left_edge.i == tokens.end + 1 and _is_common(noun)
        for noun in head.children
        if noun.dep_ in ("appos", "conj")
    )


def _deeds(place: Surroundings) -> Iterator[Token]:
    """The verbs whose subject is the name: in its own clause, in one joined to it, in «som …»."""
    head = _head(place)
    if head is None:
        return
    for clause in head.children:
        if clause.dep_ in _WHO_CLAUSES and any(
            word.dep_ in _SUBJECTS and word.lower_ == "som" for word in clause.children
        ):
            yield clause
    if head.dep_ == "appos":  # «Naboen, Kari Moe, har klaget»
        head = head.head
    if head.dep_ in _SUBJECTS:
        yield head.head
        yield from (
            verb for verb in head.head.children if verb.dep_ == "conj" and verb.pos_ == "VERB"
        )


def _does(place: Surroundings, verbs: frozenset[str]) -> bool:
    return any(verb.lemma_.lower() in verbs for verb in _deeds(place))


def _owns_kin(place: Surroundings) -> bool:
    """«Fosse sin eldste son», «moren til Fosse»."""
    head, tokens = _head(place), place.tokens
    if head is None or tokens is None:
        return False
    relations = shipped_titles().relations
    following = tokens.doc[tokens.end : tokens.end + _KIN_REACH]
    if len(following) and following[0].lower_ in _OWN:
        return any(token.text in relations for token in following)
    is_of = any(word.dep_ == "case" and word.lower_ in ("til", "åt") for word in head.children)
    return is_of and head.dep_ in ("nmod", "obl") and head.head.text in relations


PUBLIC_BY_SYNTAX: dict[str, Callable[[Surroundings], bool]] = {
    "definite_noun": _has_definite_noun,
    "apposition": _has_apposition,
    "leading": lambda place: _does(place, _LEADS),
    "serving": lambda place: _does(place, _SERVES),
    "quoted": lambda place: any(verb.lower_ in shipped_titles().speech for verb in _deeds(place)),
}
PRIVATE_BY_SYNTAX: dict[str, Callable[[Surroundings], bool]] = {
    "kin_owner": _owns_kin,
    "undergoing": lambda place: _does(place, _UNDERGOES),
}
