"""What a parsed text holds of personal data: Presidio over a Doc that is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from presidio_analyzer import AnalyzerEngine, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from klartekst.model import Span
from klartekst.recognizers.base import LANGUAGE, REASON_KEY
from klartekst.recognizers.registry import norwegian_registry

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Where results of two types overlap, the type named first stands. A full address outranks the
# name in its street; a number with a form of its own outranks digits that could be anything.
PRIORITY = (
    "EMAIL_ADDRESS",
    "IBAN_CODE",
    "NO_FODSELSNUMMER",
    "NO_DUF",
    "NO_EIENDOM",
    "NO_KID",
    "NO_HPR",
    "NO_POSISJON",
    "NO_KONTONUMMER",
    "NO_ORGANISASJONSNUMMER",
    "NO_PASS",
    "NO_SAKSNUMMER",
    "PHONE_NUMBER",
    "IP_ADDRESS",
    "NO_BILSKILT",
    "DATE_OF_BIRTH",
    "NO_ADDRESS",
    "PERSON",
    "NO_GARD",
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A piece of personal data. `kind` is Presidio's name for its type.

    `span` is in the text of the Doc, in code points. `confidence` runs from 0 to 1; `reason` is
    the recogniser's word for why (see the module of each).
    """

    kind: str
    span: Span
    confidence: float
    reason: str = ""


def find_entities(doc: Doc) -> tuple[Entity, ...]:
    """The personal data of a parsed text, in order, no two overlapping.

    Uses the names that the pipeline marked in `doc`, and parses nothing again.
    """
    artifacts = NlpArtifacts(
        entities=list(doc.ents),
        tokens=doc,
        tokens_indices=doc.to_array("IDX").tolist(),
        lemmas=[],
        nlp_engine=None,
        language=LANGUAGE,
    )
    results = _analyzer().analyze(doc.text, LANGUAGE, nlp_artifacts=artifacts)
    return resolve(_entity_of(result) for result in results)


def resolve(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities in order, overlaps settled by `PRIORITY`, then confidence, then length."""
    kept: list[Entity] = []
    covered: set[int] = set()
    for entity in sorted(entities, key=_rank):
        offsets = range(entity.span.start, entity.span.end)
        if covered.isdisjoint(offsets):
            kept.append(entity)
            covered.update(offsets)
    return tuple(sorted(kept, key=lambda entity: entity.span))


def _rank(entity: Entity) -> tuple[int, float, int, Span]:
    known = entity.kind in PRIORITY
    rank = PRIORITY.index(entity.kind) if known else len(PRIORITY)
    return rank, -entity.confidence, -len(entity.span), entity.span


def _entity_of(result: RecognizerResult) -> Entity:
    reason = (result.recognition_metadata or {}).get(REASON_KEY, "")
    return Entity(result.entity_type, Span(result.start, result.end), result.score, reason)


@cache
def _analyzer() -> AnalyzerEngine:
    return AnalyzerEngine(
        registry=norwegian_registry(),
        nlp_engine=_NoEngine(),
        supported_languages=[LANGUAGE],
        context_aware_enhancer=_NoEnhancer(0, 0, 0, 0),
    )


class _NoEnhancer(ContextAwareEnhancer):
    """Leaves results as they are: our recognisers read labels themselves."""

    def enhance_using_context(
        self,
        text: str,  # noqa: ARG002  # Presidio's signature
        raw_results: list[RecognizerResult],
        *_: Any,
        **__: Any,
    ) -> list[RecognizerResult]:
        return raw_results


class _NoEngine(NlpEngine):
    """An engine for an analyser that always gets a parsed Doc. It loads and downloads nothing."""

    def load(self) -> None:
        pass

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        raise NotImplementedError("the analyser is given a parsed Doc")

    def process_batch(
        self, texts: Iterable[str], language: str, *_: Any, **__: Any
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        raise NotImplementedError("the analyser is given a parsed Doc")

    def is_stopword(self, word: str, language: str) -> bool:  # noqa: ARG002  Presidio asks with the language
        return False

    def is_punct(self, word: str, language: str) -> bool:  # noqa: ARG002  Presidio asks with the language
        return False

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return [LANGUAGE]
