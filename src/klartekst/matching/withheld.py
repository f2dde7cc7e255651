"""What a sentence says that it will not tell.

«Vi kan verken bekrefte eller avkrefte om familien er kjent for barnevernet» names what it keeps to
itself, and does not say it. «Vi kommenterer ikke at han er syk» does say it, and is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from klartekst.matching.keys import key_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def _keys(words: str) -> frozenset[str]:
    return frozenset(map(key_of, words.split()))


_NOT = _keys("ikke verken korken hverken aldri")
_TELLING = _keys("si bekrefte avkrefte kommentere uttale opplyse fortelle fortelje svare")
_WHAT = _keys(
    "om hvorvidt hva hvem hvilken hvilket hvilke hvor hvordan hvorfor når korvidt korleis"
)
_NOT_REACH = 6  # tokens from «verken» to the «avkrefte» that it denies
_WHAT_REACH = 3  # tokens from there to «om»
_ENDS = frozenset(",;:–.")


def withheld(tokens: Sequence[Token]) -> frozenset[int]:
    """The indices of the tokens from «om» or «hvem» to the end of what is not told."""
    keys = [(key_of(token.lower_), key_of(token.lemma_)) for token in tokens]
    found: set[int] = set()
    for place, pair in enumerate(keys):
        if _TELLING.isdisjoint(pair):
            continue
        around = keys[max(0, place - _NOT_REACH) : place + _WHAT_REACH]
        if not any(key in _NOT for key, _ in around):
            continue
        reach = range(place + 1, min(place + 1 + _WHAT_REACH, len(keys)))
        start = next((here for here in reach if keys[here][0] in _WHAT), None)
        if start is not None:
            found.update(_to_the_end(tokens, start))
    return frozenset(found)


def _to_the_end(tokens: Sequence[Token], start: int) -> list[int]:
    indices = []
    for token in tokens[start:]:
        if token.text in _ENDS or token.lower_ == "men":
            break
        indices.append(token.i)
    return indices
