"""The recogniser of people, around `names.find_persons`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from klartekst.model import Span
from klartekst.recognizers.base import LANGUAGE, result_of
from klartekst.recognizers.names import find_persons

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_NEVER_NAMES = frozenset({"VERB", "AUX", "ADP", "ADJ", "PRON", "DET", "SCONJ", "CCONJ", "NUM"})
PERSON_LABELS = frozenset({"PER", "PERSON"})


def _opens_a_clause(entity: DocSpan) -> bool:
    """Whether it is a lone verb or function word: «Bur du i bygda?»."""
    return len(entity) == 1 and entity[0].pos_ in _NEVER_NAMES


def names_marked_in(entities: Iterable[DocSpan]) -> tuple[list[Span], list[Span]]:
    """Where a pipeline marked people, and where it marked other names."""
    named, others = [], []
    for entity in entities:
        span = Span(entity.start_char, entity.end_char)
        if entity.label_ not in PERSON_LABELS:
            others.append(span)
        elif not _opens_a_clause(entity):
            named.append(span)
    return named, others


def proper_nouns_in(tokens: Iterable[Token]) -> frozenset[int]:
    """The offsets of the words that a tagger took for proper nouns."""
    return frozenset(token.idx for token in tokens if token.pos_ == "PROPN")


class NorwegianPersonRecognizer(EntityRecognizer):
    """PERSON, from the names that the spaCy pipeline behind Presidio has marked."""

    ENTITY = "PERSON"

    def __init__(self, supported_language: str = LANGUAGE, *, name: str | None = None) -> None:
        super().__init__(
            [self.ENTITY], supported_language=supported_language, name=name or type(self).__name__
        )

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's entry point; needs artifacts with entities."""
        if self.ENTITY not in entities or nlp_artifacts is None:
            return []
        marked = names_marked_in(nlp_artifacts.entities)
        proper = proper_nouns_in(nlp_artifacts.tokens)
        return [
            result_of(self.ENTITY, found, self) for found in find_persons(text, *marked, proper)
        ]
