"""Acronyms that nobody has explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.model import Match, Span

if TYPE_CHECKING:
    from klartekst.tokens import Token

# «NVE», «NVEs», «ROS-analysen», «FoU»; a number in it makes it a code or a plate.
_ACRONYM = re.compile(r"([A-ZÆØÅ]{2,6})(?:s|er|en|et|ene|ane)?(?:-[a-zæøå][\w-]*)?-?")
_LETTERS = re.compile(r"[A-ZÆØÅ]{2,}")
_ROMAN = re.compile(r"[IVX]+")
# A word in capitals of this many letters is believed to be a word that shouts when it is known.
_LONG = 4
_ENOUGH_FOR_INITIALS = 3


@dataclass(frozen=True)
class AcronymCheck:
    """Finds the first use of an acronym that the text does not explain.

    It is explained by brackets on either side of it («NVE (…)», «… (NVE)»), or by words anywhere
    in the text that begin with its letters. `known` are acronyms that everybody knows, `words`
    ordinary words that may stand in capitals. {hint} is `hint` with the words of `meanings` in
    place of {meaning}, or `hint_without` for an acronym that is not there.
    """

    hint: str
    hint_without: str
    known: frozenset[str]
    words: frozenset[str] = field(default_factory=frozenset)
    meanings: Mapping[str, str] = field(default_factory=dict)

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset({"hint"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the first unexplained use of each, contact blocks and quotations left out."""
        seen: set[str] = set()
        for sentence in draft.written:
            if sentence.text.isupper():
                continue
            for token in sentence:
                written = _ACRONYM.fullmatch(token.text)
                if written is None or written[1] in seen or self._is_plain(token, written[1]):
                    continue
                acronym = written[1]
                span = Span(token.idx, token.idx + len(token))
                if draft.is_quoted(span):
                    continue
                seen.add(acronym)
                if not _is_explained(draft, acronym):
                    meaning = self.meanings.get(acronym)
                    hint = self.hint_without if meaning is None else self.hint
                    yield Match(span, {"hint": hint.format(meaning=meaning, short=acronym)})

    def _is_plain(self, token: Token, acronym: str) -> bool:
        """Whether it is known, a number, a party, a company form, a plate or a shout."""
        if acronym in self.known or acronym.lower() in self.words or _ROMAN.fullmatch(acronym):
            return True
        around = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
        return any(
            (_LETTERS.fullmatch(other.text) and (len(acronym) >= _LONG or len(other) >= _LONG))
            or (other.i > token.i and other.text[:1].isdigit() and len(acronym) == 2)
            for other in around
        )


def _is_explained(draft: Draft, acronym: str) -> bool:
    text = draft.document.text
    in_brackets = rf"\(\s*{acronym}\s*\)|\b{acronym}\w*\s*\((?=[^)]*[a-zæøå]{{3}})"
    if re.search(in_brackets, text):
        return True
    if len(acronym) < _ENOUGH_FOR_INITIALS:
        return False
    # «Norges vassdrags- og energidirektorat»: the small words between may be passed over.
    letters = r"\w*[-\s]+(?:(?:og|for|i|av|på|til|med)\s+)?".join(acronym)
    return re.search(rf"\b{letters}\w+", text, re.IGNORECASE) is not None
