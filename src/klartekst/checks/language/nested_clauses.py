"""Sentences with clauses inside clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import is_finite, is_word, own_words, span_of
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.tokens import Token, TokenSpan

_CLAUSES = frozenset({"advcl", "ccomp", "acl", "acl:relcl", "csubj", "acl:cleft"})
_PARTS_OF_VERB = frozenset({"aux", "aux:pass", "cop"})


@dataclass(frozen=True)
class NestedClausesCheck:
    """Finds sentences where the reader must hold one clause while she reads another.

    That is: `depth` finite subordinate clauses within each other, or a subordinate clause with
    `inserted` words or more of another one between its subject and its verb. Only sentences of at
    most `up_to_words` words are looked at; longer ones should be split anyway.
    """

    depth: int
    inserted: int
    up_to_words: int

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each such sentence of the running text, those quoted left out."""
        for sentence in draft.sentences:
            span = span_of(sentence)
            if len(own_words(draft, sentence)) > self.up_to_words or draft.is_quoted(span):
                continue
            clauses = [token for token in sentence if _verb_of(token) is not None]
            if any(
                _depth_of(clause, sentence) >= self.depth or _words_inside(clause) >= self.inserted
                for clause in clauses
            ):
                yield Match(span)


def _verb_of(token: Token) -> Token | None:
    """The finite verb of the subordinate clause that hangs on a token, or None if none does."""
    if token.dep_ not in _CLAUSES:
        return None
    parts = [part for part in token.children if part.dep_ in _PARTS_OF_VERB]
    return next((part for part in (token, *parts) if is_finite(part)), None)


def _depth_of(clause: Token, sentence: TokenSpan) -> int:
    """How many subordinate clauses a clause lies within, itself included."""
    within = [token for token in clause.ancestors if token.i >= sentence.start]
    return 1 + sum(_verb_of(token) is not None for token in within)


def _words_inside(clause: Token) -> int:
    """How many words of other clauses stand between a clause's subject and its verb."""
    verb = _verb_of(clause)
    subject = next((child for child in clause.children if child.dep_.startswith("nsubj")), None)
    if verb is None or subject is None:
        return 0
    return sum(
        subject.i < token.i < verb.i and is_word(token)
        for inner in subject.rights
        if _verb_of(inner) is not None
        for token in inner.subtree
    )
