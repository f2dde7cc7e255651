"""Sentences about «man» and «en», whom nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import span_between
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(frozen=True)
class GenericSubjectCheck:
    """Finds `pronouns` («man») and `articles` («en») that stand alone as the subject of a verb."""

    pronouns: frozenset[str]
    articles: frozenset[str]

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each in the running text, outside quotations."""
        for sentence in draft.sentences:
            for token in sentence:
                if self._is_generic(token):
                    span = span_between(token, token)
                    if not draft.is_quoted(span):
                        yield Match(span)

    def _is_generic(self, token: Token) -> bool:
        if token.lower_ in self.pronouns:
            return token.dep_ in _SUBJECTS
        # As a pronoun it stands before a verb and has nothing of its own, unlike «en av dem».
        return (
            token.lower_ in self.articles
            and token.dep_ in _SUBJECTS
            and token.pos_ == "PRON"
            and token.head.pos_ == "VERB"
            and not list(token.children)
            and token.i + 1 < len(token.doc)
            and token.nbor().pos_ in {"AUX", "VERB"}
        )
