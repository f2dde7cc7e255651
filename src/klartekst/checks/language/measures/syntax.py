"""How sentences are built: how clauses nest, and which nouns hide a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klartekst.tokens import Token, TokenSpan

_SUBORDINATE = frozenset({"advcl", "acl", "acl:relcl", "acl:cleft", "ccomp", "csubj", "csubj:pass"})
# Of verbs («vurdering») and of adjectives («mulighet»), in both written norms.
_NOMINAL_ENDINGS = tuple(
    "ing ingen inga inger ingene ingar ingane else elsen elsa elser elsar elsene elsane "
    "sjon sjonen sjoner sjonar sjonene sjonane het heten heter heit heita heiter".split()
)
_FEWEST_LETTERS = 7


def depth_of_subordination(sentence: TokenSpan) -> int:
    """How many subordinate clauses lie within each other at the deepest place."""
    depths: dict[int, int] = {}

    def depth(token: Token) -> int:
        known = depths.get(token.i)
        if known is None:
            above = 0 if token.head.i == token.i else depth(token.head)
            known = depths[token.i] = above + (token.dep_ in _SUBORDINATE)
        return known

    return max(map(depth, sentence), default=0)


def is_nominalisation(token: Token) -> bool:
    """Whether a noun is by its ending made of a verb or an adjective: «vurdering», «mulighet»."""
    return (
        token.pos_ == "NOUN"
        and len(token) >= _FEWEST_LETTERS
        and token.lower_.endswith(_NOMINAL_ENDINGS)
    )
