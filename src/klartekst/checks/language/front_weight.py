"""Sentences that keep the reader waiting for the verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import is_finite, is_word, span_between
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.tokens import Token, TokenSpan


@dataclass(frozen=True)
class FrontWeightCheck:
    """Finds `limit` words or more before the finite verb of the main clause."""

    limit: int

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"count"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the words before the verb, in the running text and outside quotations."""
        for sentence in draft.sentences:
            front = words_before_verb(sentence)
            if len(front) < self.limit:
                continue
            span = span_between(front[0], front[-1])
            if not draft.is_quoted(span):
                yield Match(span, {"count": str(len(front))})


def words_before_verb(sentence: TokenSpan) -> list[Token]:
    """The words before the finite verb of the main clause; none when there is no such verb.

    What stands before a colon is a label, not part of the clause.
    """
    verb = main_verb(sentence)
    if verb is None:
        return []
    front: list[Token] = []
    for token in sentence:
        if token.i >= verb.i:
            break
        if token.text == ":":
            front = []
        elif is_word(token):
            front.append(token)
    return front


def main_verb(sentence: TokenSpan) -> Token | None:
    """The finite verb that the main clause hangs on, or None in a sentence without one.

    Where what is told comes before «sier …» or «heter det …», it is the verb of what is told.
    """
    clause = sentence.root
    while told := next((child for child in clause.lefts if _is_told(child)), None):
        clause = told
    finite = [
        token
        for token in (clause, *clause.children)
        if is_finite(token) and (token == clause or token.dep_ in {"aux", "aux:pass", "cop"})
    ]
    # A verb without an auxiliary is finite, whatever the pipeline says («handlet»).
    if not finite and clause.pos_ == "VERB":
        return clause
    return min(finite, key=lambda token: token.i, default=None)


def _is_told(clause: Token) -> bool:
    """Whether a clause before its head is one that could stand alone."""
    return clause.dep_ in {"ccomp", "parataxis"} and not any(
        child.dep_ == "mark" or child.lower_ in {"at", "om"} for child in clause.children
    )
