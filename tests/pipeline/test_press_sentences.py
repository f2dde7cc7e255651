"""The shipped pipeline splits press-release Norwegian into the right tokens and sentences."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from klartekst.document import Document, assemble_extracted
from klartekst.model import Role
from klartekst.pipeline import Pipeline

_CASES = Path(__file__).parents[2] / "corpora" / "sentences" / "press.toml"


@dataclass(frozen=True)
class Case:
    """Blocks of sentences, each as it is written in the file: tokens parted by a space or «|»."""

    language: str
    about: str
    blocks: tuple[tuple[str, ...], ...]

    @property
    def document(self) -> Document:
        """The draft without the bars."""
        texts = [" ".join(block).replace("|", "") for block in self.blocks]
        return assemble_extracted("sak", [(Role.PARAGRAPH, text, "") for text in texts])

    @property
    def sentences(self) -> list[list[str]]:
        """The tokens of each sentence."""
        return [re.split(r"\s+|\|", sentence) for block in self.blocks for sentence in block]


def _cases() -> list[Case]:
    tables = tomllib.loads(_CASES.read_text(encoding="utf-8"))["case"]
    return [
        Case(
            table["language"],
            table["about"],
            tuple(tuple(block.splitlines()) for block in table["text"].strip().split("\n\n")),
        )
        for table in tables
    ]


CASES = _cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language} {case.about}")
def test_tokens_and_sentence_ends(pipeline: Pipeline, case: Case) -> None:
    doc = pipeline.parse(case.document)

    found = [[token.text for token in sent if not token.is_space] for sent in doc.sents]

    assert found == case.sentences


def test_there_are_enough_cases_in_both_languages() -> None:
    languages = [case.language for case in CASES]

    assert len(CASES) >= 160
    assert languages.count("nn") >= 0.3 * len(CASES)
    assert "mixed" in languages


def test_every_case_has_a_name_of_its_own() -> None:
    names = [(case.language, case.about) for case in CASES]

    assert len(set(names)) == len(names)
