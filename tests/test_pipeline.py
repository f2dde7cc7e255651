"""The one place that knows the spaCy pipeline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from klartekst.document import assemble_extracted
from klartekst.errors import PipelineError
from klartekst.model import Role
from klartekst.pipeline import Pipeline, load_pipeline

TITLE = "Ny bru over elva"
WORDS = "Brua åpner 3. juni kl. 12. Alle er velkomne."


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    """A pipeline that has nothing but a tokenizer."""
    spacy.blank("nb").to_disk(tmp_path / "blank")
    return tmp_path / "blank"


def test_text_is_untouched(pipeline: Pipeline) -> None:
    """Offsets of tokens are offsets of the document."""
    document = assemble_extracted("a", [(Role.TITLE, TITLE, ""), (Role.PARAGRAPH, WORDS, "")])
    assert pipeline.parse(document).text == document.text


def test_no_sentence_crosses_blocks(pipeline: Pipeline) -> None:
    """A headline without full stop ends where its block ends."""
    document = assemble_extracted("a", [(Role.TITLE, TITLE, ""), (Role.PARAGRAPH, WORDS, "")])
    sentences = [sentence.text.strip() for sentence in pipeline.parse(document).sents]
    assert sentences == [TITLE, "Brua åpner 3. juni kl. 12.", "Alle er velkomne."]


def test_name_and_version(pipeline: Pipeline) -> None:
    """Told in every report."""
    assert pipeline.name.startswith("nb_klartekst_sm ")


def test_unneeded_components_are_left_out() -> None:
    """Sentences are found all the same."""
    pipeline = load_pipeline("auto", frozenset({"tags"}))
    assert not {"ner", "parser", "trainable_lemmatizer"} & set(pipeline.nlp.pipe_names)
    document = assemble_extracted("a", [(Role.PARAGRAPH, WORDS, "")])
    assert len(list(pipeline.parse(document).sents)) == 2


def test_pipeline_without_components_has_sentences(blank: Path) -> None:
    """The simplest means will do."""
    pipeline = load_pipeline(str(blank), frozenset())
    document = assemble_extracted("a", [(Role.PARAGRAPH, "Brua åpner. Kom!", "")])
    assert len(list(pipeline.parse(document).sents)) == 2


def test_what_is_lacking_is_named(blank: Path) -> None:
    """A rule must not be silent for want of an annotation."""
    with pytest.raises(PipelineError, match=r"gir ikke grunnformer .* og navn"):
        load_pipeline(str(blank), frozenset({"lemmas", "names"}))


def test_missing_package() -> None:
    """With the command that installs it."""
    with pytest.raises(PipelineError, match="python -m spacy download nb_core_news_sm"):
        load_pipeline("nb_core_news_sm", frozenset())


def test_missing_folder(tmp_path: Path) -> None:
    """A path is not taken for a package."""
    with pytest.raises(PipelineError, match=r"config\.cfg"):
        load_pipeline(f"{tmp_path}/ingenting", frozenset())


def test_broken_pipeline(tmp_path: Path) -> None:
    """A message instead of a traceback."""
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 1", encoding="utf-8")
    with pytest.raises(PipelineError, match="kan ikke lastes"):
        load_pipeline(str(tmp_path), frozenset())


def test_installed_package(blank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pipelines are installed as packages with the data in a folder of name and version."""
    site = tmp_path / "site"
    package = site / "nb_liten_modell"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    meta = json.loads((blank / "meta.json").read_text(encoding="utf-8"))
    (package / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    blank.rename(package / "nb_liten_modell-1.0.0")
    info = site / "nb_liten_modell-1.0.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: nb_liten_modell\nVersion: 1.0.0\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(site)
    assert load_pipeline("nb_liten_modell", frozenset()).name.startswith("nb_")
