"""What looking for personal data costs, beside the bare pipeline and beside stock Presidio.

Three ways through the same 400-word draft alternate in one run: the pipeline alone; the pipeline
and all rules of personvern and taushetsplikt; the pipeline inside Presidio's AnalyzerEngine with
its own recognisers, as its documentation sets it up. What counts is the median ratio to the first.

    python bench/privacy.py [--rounds 30]
"""

from __future__ import annotations

import argparse
import logging
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tldextract
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

from klartekst.linter import Linter
from klartekst.model import Config
from klartekst.readers import read

_DRAFTS = Path(__file__).resolve().parents[1] / "corpora" / "drafts"
_WORDS = 400


def main() -> None:
    """Print median milliseconds and median ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    linter = Linter(Config(ignore=("klarsprak", "budskap")))
    data = _draft().encode()
    document = read(data, "utkast.md", max_megabytes=1)
    stock = stock_analyzer(linter)

    def bare() -> object:
        return linter.pipeline.parse(document)

    def ours() -> object:
        return linter.matches(linter.read(data, "utkast.md"))

    def presidio() -> object:
        return stock.analyze(document.text, "nb")

    ways: dict[str, Callable[[], object]] = {
        "pipeline alone": bare,
        "klartekst": ours,
        "stock Presidio": presidio,
    }
    for way in ways.values():
        way()
    times = [{name: _milliseconds(way) for name, way in ways.items()} for _ in range(rounds)]
    print(f"{len(document.text.split())} words, {rounds} rounds, {linter.pipeline.name}")
    for name in ways:
        median = statistics.median(one[name] for one in times)
        ratio = statistics.median(one[name] / one["pipeline alone"] for one in times)
        print(f"{name:<15} {median:6.1f} ms   {ratio:.2f} of the pipeline alone")


def _draft() -> str:
    """Some 400 words of the sample drafts."""
    text = ""
    for path in sorted(_DRAFTS.glob("*.md")):
        text += path.read_text(encoding="utf-8").replace("# ", "") + "\n\n"
        if len(text.split()) >= _WORDS:
            break
    return " ".join(text.split(" ")[: _WORDS + 40])


def stock_analyzer(linter: Linter) -> AnalyzerEngine:
    """Presidio as it comes, with the same pipeline."""
    # Presidio's e-mail recogniser would fetch the list of public suffixes; a bench stays offline.
    offline: Any = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    tldextract.extract = offline
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    mapping = {"PER": "PERSON", "LOC": "LOCATION", "GPE_LOC": "LOCATION", "ORG": "ORGANIZATION"}
    engine: Any = SpacyNlpEngine(
        models=[{"lang_code": "nb", "model_name": "-"}],
        ner_model_configuration=NerModelConfiguration(model_to_presidio_entity_mapping=mapping),
    )
    engine.nlp = {"nb": linter.pipeline.nlp}
    registry = RecognizerRegistry(supported_languages=["nb"])
    registry.load_predefined_recognizers(languages=["nb"], nlp_engine=engine)
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["nb"])


def _milliseconds(way: Callable[[], object]) -> float:
    start = time.perf_counter()
    way()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
