"""Optional forms of one word used side by side: «boka» and «boken», «frem» and «fram»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import span_between
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.tokens import Token

# Which group of forms a word belongs to, and which of its forms it has.
_Choice = tuple[str, str]


@dataclass(frozen=True)
class MixedFormsCheck:
    """Finds words in another of their allowed forms than the text has them elsewhere.

    `forms` are groups of forms of one word, in lower case. With `nouns`, definite nouns in -a and
    -en are compared word by word; with `verbs`, past forms in -a and -et throughout the text. The
    form that is used most is kept, or the first one.
    """

    forms: tuple[tuple[str, ...], ...]
    nouns: bool = False
    verbs: bool = False

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas"})
    fills: ClassVar[frozenset[str]] = frozenset({"other"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each word in a form that the text uses less, quotations and names left out."""
        used: dict[str, dict[str, list[Token]]] = {}
        for sentence in draft.written:
            for token in sentence:
                choice = None if token.pos_ == "PROPN" else self._choice(token)
                if choice and not draft.is_quoted(span_between(token, token)):
                    used.setdefault(choice[0], {}).setdefault(choice[1], []).append(token)
        for by_form in used.values():
            kept, *others = sorted(by_form.values(), key=len, reverse=True)
            for token in _tokens(others):
                values = {"other": kept[0].text.lower()}
                yield Match(span_between(token, token), values, quotes_draft=True)

    def _choice(self, token: Token) -> _Choice | None:
        form = token.lower_
        if form in self._groups:
            return self._groups[form], form
        if self.nouns and token.pos_ == "NOUN" and "Def" in token.morph.get("Definite", []):
            for ending in ("a", "en"):
                if form.endswith(ending):
                    return f"noun {form.removesuffix(ending)}", ending
        if self.verbs and token.pos_ == "VERB":
            for ending in ("a", "et"):
                if form == f"{token.lemma_.lower().removesuffix('e')}{ending}":
                    return "verb", ending
        return None

    @cached_property
    def _groups(self) -> dict[str, str]:
        return {form: group[0] for group in self.forms for form in group}


def _tokens(groups: Iterable[list[Token]]) -> Iterator[Token]:
    for group in groups:
        yield from group
