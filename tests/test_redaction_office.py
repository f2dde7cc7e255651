"""Personal data replaced in office files themselves."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from klartekst.cli import cli
from klartekst.linter import Linter
from klartekst.outcome import ExitCode
from klartekst.redaction import replacements
from klartekst.redaction.office import redact_docx, redact_odt
from tests.readers.reading import body, save
from tests.readers.test_formats import data_of

NUMBER = "058187 12490"  # of the Tenor test series
SAID = f"Nummeret er {NUMBER}."


def leaking() -> bytes:
    """A number in the body, parted over runs, and in every hidden place that has text."""
    word = docx.Document()
    paragraph = word.add_paragraph("Søkeren har nummer ")
    paragraph.add_run("058187").bold = True
    paragraph.add_run(" 12490 i saken.")
    word.add_table(1, 1).cell(0, 0).text = SAID
    word.sections[0].header.paragraphs[0].text = SAID
    word.add_comment(paragraph.runs, SAID, author="Kari Nordmann", initials="KN")
    xml = f"<w:r><w:delText>{SAID}</w:delText></w:r>"
    deleted = f"<w:del {nsdecls('w')} w:id='9' w:author='Kari Nordmann'>{xml}</w:del>"
    paragraph._p.append(parse_xml(deleted))
    word.core_properties.title = SAID
    word.core_properties.author = "Kari Nordmann"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    word.part.relate_to(f"https://example.no/?sok={NUMBER}", kind, is_external=True)
    return save(word)


def masked(data: bytes, name: str, linter: Linter) -> bytes:
    """The copy of a file."""
    draft = linter.read(data, name)
    found = replacements(draft, linter.matches(draft))
    return (redact_docx if name.endswith("docx") else redact_odt)(data, name, found)


def everything_in(data: bytes) -> str:
    """All parts of the file, without their markup."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_number_is_gone_from_every_place(linter: Linter) -> None:
    """From all parts of the file, whole or in pieces."""
    text = everything_in(masked(leaking(), "a.docx", linter))
    assert "12490" not in text
    assert "058187" not in text


def test_who_wrote_it_is_gone(linter: Linter) -> None:
    """As Word's own inspection of a document does it."""
    assert "Nordmann" not in everything_in(masked(leaking(), "a.docx", linter))


def test_words_and_formatting_stay(linter: Linter) -> None:
    """What is put in has the looks of what it replaces."""
    copy = masked(leaking(), "a.docx", linter)
    assert body(copy, "a.docx").startswith("Søkeren har nummer [fødselsnummer] i saken.")
    runs = docx.Document(io.BytesIO(copy)).paragraphs[0].runs
    assert [run.text for run in runs if run.bold] == ["[fødselsnummer]"]


def test_copy_is_clean_when_checked_again(linter: Linter) -> None:
    """No identifier is left for the gate to find."""
    copy = masked(leaking(), "a.docx", linter)
    found = linter.lint(copy, "a.docx").findings
    assert [f for f in found if f.entity == "NO_FODSELSNUMMER"] == []


def test_open_document_text_is_masked(linter: Linter) -> None:
    """A private neighbour in deleted text, and who wrote the comment."""
    copy = masked(data_of("odt"), "bru.odt", linter)
    text = everything_in(copy)
    assert "Ola Vik" not in text
    assert "Ola Hansen" not in text
    assert body(copy, "bru.odt").startswith("Ny bru åpner i Fjordvik")


def test_open_document_begins_with_its_kind(linter: Linter) -> None:
    """The first part must be «mimetype», stored as it is, or no program opens the file."""
    with zipfile.ZipFile(io.BytesIO(masked(data_of("odt"), "bru.odt", linter))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


@pytest.mark.slow
def test_command_writes_a_document(tmp_path: Path) -> None:
    """Beside the draft, which is left alone."""
    path, copy = tmp_path / "utkast.docx", tmp_path / "kopi.docx"
    path.write_bytes(leaking())
    outcome = CliRunner().invoke(cli, ["mask", str(path), "-o", str(copy)])
    assert outcome.exit_code == ExitCode.READY
    assert "12490" not in everything_in(copy.read_bytes())
