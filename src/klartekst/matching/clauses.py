"""Which clause a word stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"ROOT", "advcl", "acl:relcl", "ccomp", "csubj", "parataxis"})
_PREDICATES = frozenset({"VERB", "AUX"})
_OF_A_PREDICATE = ("nsubj", "cop", "aux")


def clause_of(token: Token) -> int:
    """The index of the word that heads the clause of a token."""
    while token.head.i != token.i and not _is_head(token):
        token = token.head
    return token.i


def _is_head(token: Token) -> bool:
    if token.dep_ == "conj":
        return token.pos_ in _PREDICATES or any(
            child.dep_.startswith(_OF_A_PREDICATE) for child in token.children
        )
    return token.dep_ in _CLAUSES
