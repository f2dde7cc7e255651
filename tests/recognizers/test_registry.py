"""The recognisers as anyone who runs Presidio meets them."""

from __future__ import annotations

from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NoOpNlpEngine
from presidio_analyzer.recognizer_registry import RecognizerRegistryProvider

from klartekst.recognizers.registry import norwegian_registry

TEXT = "Fødselsnummer 30908299902, telefon 68 05 12 34"


def engine(languages: list[str]) -> NoOpNlpEngine:
    engine = NoOpNlpEngine(models=[{"lang_code": code, "model_name": "none"} for code in languages])
    engine.load()
    return engine


def test_registry_works_in_an_ordinary_engine() -> None:
    """No pipeline of ours is needed for the numbers."""
    analyzer = AnalyzerEngine(
        registry=norwegian_registry(), nlp_engine=engine(["nb"]), supported_languages=["nb"]
    )
    found = {result.entity_type for result in analyzer.analyze(TEXT, "nb")}
    assert found == {"NO_FODSELSNUMMER", "PHONE_NUMBER"}


def test_registry_takes_another_language_code() -> None:
    """Some call Norwegian «no»."""
    assert norwegian_registry("no").supported_languages == ["no"]


def test_yaml_can_list_the_classes() -> None:
    """Presidio finds imported recognisers by their class names."""
    provider = RecognizerRegistryProvider(
        registry_configuration={
            "supported_languages": ["nb"],
            "global_regex_flags": 26,
            "recognizers": [
                {"name": "NorwegianIdentityNumberRecognizer", "type": "predefined"},
                {"name": "NorwegianPhoneRecognizer", "type": "predefined"},
            ],
        }
    )
    registry = provider.create_recognizer_registry()
    names = {type(recognizer).__name__ for recognizer in registry.recognizers}
    assert names == {"NorwegianIdentityNumberRecognizer", "NorwegianPhoneRecognizer"}
