"""A copy of a Word file with comments at the words they are about."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn

from klartekst.annotate import annotate_docx
from klartekst.cli import cli
from klartekst.errors import ReadError
from klartekst.linter import Linter
from klartekst.outcome import ExitCode
from tests.readers.reading import body_shape, save
from tests.readers.test_formats import data_of

NUMBER = "058187 12490"  # of the Tenor test series
TITLES = {"klarsprak/kanselliord": "Skriv vanlige ord"}


def draft() -> bytes:
    """A draft with bold words, a tab, and two findings in one run."""
    word = docx.Document()
    word.add_paragraph("Vi bygger ny skole", style="Title")
    paragraph = word.add_paragraph("Skolen bygges ")
    paragraph.add_run("i henhold til planen").bold = True
    paragraph.add_run(f", for søker {NUMBER}.\tArbeidet iverksettes i mai.")
    return save(word)


def annotated(data: bytes, linter: Linter) -> docx.document.Document:
    """The copy, read back."""
    result = linter.lint(data, "utkast.docx")
    return docx.Document(io.BytesIO(annotate_docx(data, result, TITLES)))


def commented(word: docx.document.Document) -> dict[str, str]:
    """The words that each comment stands at, by its id."""
    open_now: set[str] = set()
    found: dict[str, str] = {}
    for element in word.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_now.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_now.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for comment in open_now:
                found[comment] = found.get(comment, "") + (element.text or "")
    return found


def test_comment_stands_at_its_words(linter: Linter) -> None:
    """Not at the whole run or paragraph."""
    found = commented(annotated(draft(), linter))
    assert NUMBER in found.values()
    assert "i henhold til" in found.values()


def test_verdict_comes_first(linter: Linter) -> None:
    """With how much was found."""
    first = next(iter(annotated(draft(), linter).comments))
    assert first.text.startswith("STOPP – ikke send ennå\n1 stopp")
    assert first.author == "klartekst"


def test_nothing_secret_is_repeated(linter: Linter) -> None:
    """The number stands in the text, and in no comment."""
    texts = [comment.text for comment in annotated(draft(), linter).comments]
    assert all(NUMBER not in text for text in texts)


@pytest.mark.parametrize("data", [draft(), data_of("docx")])
def test_text_and_styles_are_untouched(data: bytes, linter: Linter) -> None:
    """The same blocks, the same words, the same bold."""
    result = linter.lint(data, "utkast.docx")
    copy = annotate_docx(data, result, TITLES)
    assert body_shape(copy, "x.docx") == body_shape(data, "x.docx")

    def bold(of: bytes) -> str:
        runs = (r for p in docx.Document(io.BytesIO(of)).paragraphs for r in p.runs)
        return "".join(run.text for run in runs if run.bold)

    assert bold(copy) == bold(data)


def test_what_stands_beside_the_body_is_told_with_its_place(linter: Linter) -> None:
    """At the beginning, since a property has no words on the page."""
    word = docx.Document()
    word.add_paragraph("Brua åpner mandag.")
    word.core_properties.title = f"Vedtak {NUMBER}"
    texts = [comment.text for comment in annotated(save(word), linter).comments]
    assert any("Gjelder dokumentegenskap: tittel." in text for text in texts)


def test_comments_of_others_are_kept(linter: Linter) -> None:
    """They are somebody's."""
    assert next(c.author for c in annotated(data_of("docx"), linter).comments) == "Ola Hansen"


def test_file_without_words_is_told(linter: Linter) -> None:
    """There is nothing to put a comment at."""
    word = docx.Document()
    word.core_properties.title = "Vedtak"
    with pytest.raises(ReadError, match="ingen tekst å feste"):
        annotated(save(word), linter)


@pytest.mark.slow
def test_command_writes_the_copy_and_keeps_the_draft(tmp_path: Path) -> None:
    """The exit code is that of the findings."""
    path, copy = tmp_path / "utkast.docx", tmp_path / "kommentert.docx"
    data = draft()
    path.write_bytes(data)
    outcome = CliRunner().invoke(cli, ["check", str(path), "--annotate", str(copy)])
    assert outcome.exit_code == ExitCode.CONFIDENTIAL
    assert path.read_bytes() == data
    assert len(list(docx.Document(str(copy)).comments)) > 1


@pytest.mark.parametrize(
    ("paths", "copy"),
    [
        (["utkast.txt"], "b.docx"),
        (["a.docx", "b.docx"], "c.docx"),
        (["-"], "c.docx"),
        (["a.docx"], "c.pdf"),
    ],
)
def test_wrong_use_is_told(paths: list[str], copy: str) -> None:
    """One Word file in, one out."""
    outcome = CliRunner().invoke(cli, ["check", *paths, "--annotate", copy])
    assert outcome.exit_code == ExitCode.USAGE


def test_draft_is_never_written_over(tmp_path: Path) -> None:
    """Not by its own name, either."""
    path = tmp_path / "utkast.docx"
    path.write_bytes(draft())
    outcome = CliRunner().invoke(cli, ["check", str(path), "--annotate", str(path)])
    assert outcome.exit_code == ExitCode.USAGE
    assert "annet navn" in outcome.output
