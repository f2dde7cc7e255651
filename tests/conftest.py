"""What several tests share: the shipped pipeline, loaded once, and drafts made of plain words."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from hypothesis import settings

from klartekst.brief import wordings
from klartekst.checks import Draft
from klartekst.linter import Linter
from klartekst.model import Brief, Config
from klartekst.pipeline import Pipeline, load_pipeline
from klartekst.readers import read

MakeDraft = Callable[..., Draft]

# Machines differ in speed, and CI must give the same answer twice.
settings.register_profile("klartekst", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("klartekst")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The shipped pipeline with all its components."""
    return load_pipeline("auto", frozenset({"tags", "lemmas", "parse", "names"}))


@pytest.fixture(scope="session")
def linter(pipeline: Pipeline) -> Linter:
    """A Linter with all shipped rules."""
    linter = Linter(Config())
    linter.__dict__["pipeline"] = pipeline
    return linter


@pytest.fixture(scope="session")
def make_draft(pipeline: Pipeline) -> MakeDraft:
    """A function that parses Markdown to a Draft."""

    def make(text: str, brief: Brief | None = None) -> Draft:
        document = read(text.encode(), "utkast.md", max_megabytes=1)
        parsed = pipeline.parse_texts(wordings(brief) if brief else ())
        return Draft(document, pipeline.parse(document), brief, parsed)

    return make
