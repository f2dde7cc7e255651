"""A Presidio recogniser around one plain function of the text."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from klartekst.recognizers.found import Found

LANGUAGE = "nb"  # stands for both written norms in Presidio, which wants one code
REASON_KEY = "reason"


class FinderRecognizer(EntityRecognizer):
    """Yields what `find` finds as results of the type `ENTITY`.

    Subclasses give the two; Presidio's YAML can list them by class name with `type: predefined`.
    """

    ENTITY: ClassVar[str]

    def __init__(
        self,
        supported_language: str = LANGUAGE,
        *,
        name: str | None = None,
        score_thresholds: dict[str, float] | None = None,
    ) -> None:
        super().__init__(
            supported_entities=[self.ENTITY],
            supported_language=supported_language,
            name=name or type(self).__name__,
            score_thresholds=score_thresholds,
        )

    @staticmethod
    @abstractmethod
    def find(text: str) -> Iterable[Found]:
        """What there is of this type in a text."""

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self,
        text: str,
        entities: list[str],
        nlp_artifacts: NlpArtifacts | None = None,  # noqa: ARG002  # Presidio's signature
    ) -> list[RecognizerResult]:
        """Presidio's entry point: what is found in `text`, if its type is asked for."""
        if self.ENTITY not in entities:
            return []
        return [result_of(self.ENTITY, found, self) for found in self.find(text)]


def result_of(entity: str, found: Found, recognizer: EntityRecognizer) -> RecognizerResult:
    """What was found as Presidio's record, with the reason in explanation and metadata."""
    explanation = AnalysisExplanation(
        recognizer=type(recognizer).__name__,
        original_score=found.confidence,
        textual_explanation=found.reason,
    )
    return RecognizerResult(
        entity_type=entity,
        start=found.start,
        end=found.end,
        score=found.confidence,
        analysis_explanation=explanation,
        recognition_metadata={REASON_KEY: found.reason},
    )
