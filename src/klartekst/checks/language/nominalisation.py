"""Verbs that are hidden in nouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import span_between
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.tokens import Token, TokenSpan

# Of both written norms, with the article; longest first, so that «-ingen» is not read as «-ing».
_ENDINGS = ("elsene", "ingane", "ingene", "sjonen", "elsen", "ingen", "inga", "else", "sjon", "ing")
_FEWEST_LETTERS = 7
_PREPOSITIONS = frozenset("av om for på i til med mot fra frå".split())
_LAW = frozenset("lov lova loven forskrift forskrifta forskriften".split())


class Nominalisation(NamedTuple):
    """A noun that hides a verb, with the light verb before it or the preposition after it."""

    first: Token
    noun: Token
    last: Token


@dataclass(frozen=True)
class NominalisationCheck:
    """Finds nouns made of verbs where the verb itself would do.

    With `light_verbs` (lemmas), it finds those verbs with such a noun: «foreta en vurdering av»,
    «foretas en vurdering av». Without, it finds such nouns before «av»: «vurdering av».

    `verbs` gives the verb of a noun, both base forms. Other nouns count by their endings (-ing,
    -else, -sjon) unless `not_acts` has them. {hint} is `hint` with the verb in
    place of {verb}, or `hint_without` for a noun that is not in `verbs`. What is suggested in
    place of a light verb and its noun is a base form.
    """

    verbs: Mapping[str, str]
    hint: str
    hint_without: str
    light_verbs: frozenset[str] = field(default_factory=frozenset)
    not_acts: frozenset[str] = field(default_factory=frozenset)

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"hint"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each, titles and headings included, outside quotations and names of laws."""
        for sentence in draft.written:
            found = self._with_light_verb if self.light_verbs else self._before_av
            for first, noun, last in found(sentence):
                span = span_between(first, last)
                if not draft.is_quoted(span):
                    verb = self.verbs.get(noun.lemma_.lower())
                    hint = self.hint_without if verb is None else self.hint.format(verb=verb)
                    suggested = (verb,) if verb and self.light_verbs else ()
                    yield Match(span, {"hint": hint}, suggested)

    def _with_light_verb(self, sentence: TokenSpan) -> Iterator[Nominalisation]:
        for noun in sentence:
            if not self._is_act(noun):
                continue
            verb = noun.head
            if verb.lemma_.lower() in self.light_verbs and noun.dep_ in {
                "obj",
                "nsubj",
                "nsubj:pass",
            }:
                first, last = (verb, _with_preposition(noun)) if verb.i < noun.i else (noun, verb)
                yield Nominalisation(first, noun, last)

    def _before_av(self, sentence: TokenSpan) -> Iterator[Nominalisation]:
        for noun in sentence[:-1]:
            av = noun.nbor()
            if (
                av.lower_ == "av"
                and self._is_act(noun)
                and not _in_name_of_law(noun)
                and not _is_date(av.i + 1, sentence)
            ):
                yield Nominalisation(noun, noun, av)

    def _is_act(self, token: Token) -> bool:
        lemma, form = token.lemma_.lower(), token.lower_
        if token.pos_ != "NOUN" or self.not_acts & {lemma, form}:
            return False
        return lemma in self.verbs or (len(form) >= _FEWEST_LETTERS and form.endswith(_ENDINGS))


def _with_preposition(noun: Token) -> Token:
    if noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in _PREPOSITIONS:
        return noun.nbor()
    return noun


def _is_date(start: int, sentence: TokenSpan) -> bool:
    """Whether a number comes next: «brev av 3. mai»."""
    return start < sentence.end and sentence.doc[start].text[0].isdigit()


def _in_name_of_law(noun: Token) -> bool:
    """Whether it belongs to «lov om …» or «forskrift om …»."""
    before = [token.lower_ for token in noun.doc[max(noun.i - 4, 0) : noun.i]]
    return any(
        law in _LAW and preposition in {"om", "til"} for law, preposition in pairwise(before)
    )
