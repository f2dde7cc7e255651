"""One draft in every format, as real programs write it: the same words, the same hidden places."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest
from pypdf import PdfWriter

from klartekst.errors import ReadError
from klartekst.readers import read
from tests.readers.reading import beside, body_shape, read_as

FILES = Path(__file__).with_name("files")
BODY = [
    "Ny bru åpner i Fjordvik",
    "Fra mandag 4. mai kan du kjøre over den nye brua.",
    "Slik kommer du fram",
    "Følg skiltene fra rundkjøringen.",
    "– Dette har vi ventet på, sier ordfører Kari Nordmann.",
]
EACH = pytest.mark.parametrize("suffix", ["docx", "odt", "pdf", "rtf", "html"])


def data_of(suffix: str) -> bytes:
    """The sample in one format."""
    return (FILES / f"bru.{suffix}").read_bytes()


@EACH
def test_words_are_the_same_in_every_format(suffix: str) -> None:
    """Whole blocks, without bullets."""
    words = [words for _, words in body_shape(data_of(suffix), f"bru.{suffix}")]
    assert [block for block in BODY if block in words] == BODY


@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf", "rtf"])
def test_roles_are_the_same_in_every_format(suffix: str) -> None:
    """As far as the format tells them."""
    roles = {words: role for role, words in body_shape(data_of(suffix), f"bru.{suffix}")}
    found = [roles[words] for words in BODY]
    assert found[0] == "title"
    assert found[1] == "lead"
    assert found[2] == "heading"
    assert found[3] == "list_item"
    assert found[4] == "quote"


@pytest.mark.parametrize("suffix", ["docx", "odt", "rtf"])
def test_what_hides_is_found_in_every_format(suffix: str) -> None:
    """Deleted and hidden text, a comment, header and footer, and who wrote it."""
    found = beside(data_of(suffix), f"bru.{suffix}")
    assert found["slettet tekst (sporing)"] == "Naboen Ola Vik klaget."
    assert found["skjult tekst"] == "Skjult merknad."
    assert "Har hun godkjent sitatet?" in found.values()
    assert found["topptekst"] == "Fjordvik kommune"
    assert found["bunntekst"] == "Utkast, ikke send"
    assert found["dokumentegenskap: forfatter"] == "Kari Nordmann"


@pytest.mark.parametrize("suffix", ["docx", "odt", "rtf"])
def test_deleted_and_hidden_text_is_no_part_of_the_body(suffix: str) -> None:
    """A reader of the page does not see it."""
    text = " ".join(words for _, words in body_shape(data_of(suffix), f"bru.{suffix}"))
    assert "Ola Vik" not in text
    assert "Skjult" not in text
    assert "Gående bruker stien." in text


def test_places_in_a_pdf_are_pages_and_lines() -> None:
    """As a reader would find them."""
    document = read_as(data_of("pdf"), "bru.pdf")
    assert [block.label for block in document.blocks][1] == "side 1, linje 2"


@EACH
def test_content_decides_whatever_the_name(suffix: str) -> None:
    """A file that was renamed is still what it is."""
    right = read_as(data_of(suffix), f"bru.{suffix}")
    assert read_as(data_of(suffix), "utkast.txt").text == right.text


@EACH
def test_file_that_is_cut_off_is_told_or_read(suffix: str) -> None:
    """Never a traceback, wherever the cut is."""
    data = data_of(suffix)
    for share in (0.2, 0.5, 0.9, 0.99):
        with contextlib.suppress(ReadError):
            read_as(data[: int(len(data) * share)], f"bru.{suffix}")


def pages(count: int) -> bytes:
    """The sample PDF many times over."""
    writer = PdfWriter()
    for _ in range(count):
        writer.append(io.BytesIO(data_of("pdf")))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pdf_of_too_many_pages_is_told() -> None:
    """With the setting that lets more through."""
    with pytest.raises(ReadError, match=r"har 3 sider.*max_pages"):
        read(pages(3), "bru.pdf", max_megabytes=50, max_pages=2)


def test_pages_are_counted_on() -> None:
    """A finding on the second page is told to be there."""
    labels = [block.label for block in read_as(pages(2), "bru.pdf").blocks]
    assert "side 2, linje 2" in labels


def test_pdf_without_text_is_told() -> None:
    """A scanned page is a picture."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ReadError, match="ingen tekst, bare bilder"):
        read_as(out.getvalue(), "skannet.pdf")


def test_locked_pdf_is_told() -> None:
    """It cannot be checked before it is opened."""
    writer = PdfWriter(clone_from=io.BytesIO(data_of("pdf")))
    writer.encrypt("hemmelig", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ReadError, match="passordbeskyttet"):
        read_as(out.getvalue(), "bru.pdf")
