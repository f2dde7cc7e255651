"""Verbs in the passive voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.words import span_between
from klartekst.model import Match

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


@dataclass(frozen=True)
class PassiveCheck:
    """Finds s-passives, and bli- and verte-passives from the auxiliary to the participle.

    `deponents` are verbs in -s or -st that have no active form («synes», «lykkes»); lemmas or
    forms, in lower case.
    """

    deponents: frozenset[str] = field(default_factory=frozenset)

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each passive of the running text that nobody is quoted for."""
        for sentence in draft.sentences:
            for first, last in passives_in(sentence, self.deponents):
                span = span_between(first, last)
                if not draft.is_quoted(span):
                    yield Match(span)


def passives_in(
    sentence: DocSpan, deponents: frozenset[str] = frozenset()
) -> Iterator[tuple[Token, Token]]:
    """The passives of a sentence, each as its first and last token."""
    for token in sentence:
        if _is_s_passive(token, deponents):
            yield token, token
        elif token.dep_ == "aux:pass" and token.head.i > token.i and _is_participle(token.head):
            yield token, token.head


def _is_participle(token: Token) -> bool:
    """Whether it can be one; «ble ordfører» is no passive, whatever the parser says."""
    return token.pos_ in {"VERB", "ADJ"} and not token.lower_.endswith(("r", "s"))


def _is_s_passive(token: Token, deponents: frozenset[str]) -> bool:
    if token.lower_ in deponents or token.lemma_.lower() in deponents:
        return False
    if "Pass" in token.morph.get("Voice", []):
        return token.lower_.endswith(("s", "st"))
    # The pipeline knows few nynorsk passives; no other form of a verb ends so.
    is_finite_or_infinitive = "Part" not in token.morph.get("VerbForm", [])
    return (
        token.pos_ == "VERB"
        and is_finite_or_infinitive
        and token.lower_.endswith("ast")
        and not token.lemma_.endswith("st")
    )
