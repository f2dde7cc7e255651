"""What holds for every reader and every draft, however odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klartekst.errors import ReadError
from klartekst.readers import read
from tests.readers.reading import assert_places_hold, letters, read_as, save

if TYPE_CHECKING:
    from klartekst.document import Document

NAMES = ("-", "x.txt", "x.md", "x.html", "x.docx", "x")
PLAIN = st.text("bxøÅé\u030a\u00a0 .,:!?–-•*\n\r\t", max_size=80)
MARKUP = """b x øy Å å   . , : ! ? – - + 1. * ** _ ` `` ~~ \\ > # ## | |-| &amp; &oslash;
&nbsp; <b> </b> <br> <!-- --> [ ] ![ ]( ) === ---"""
SPACES = (" ", "    ", "\n", "\n\n", "\r\n", "\r", "\t", "  \n", "\\\n", "```\n")
LINKS = ("<x@b.no>", "<https://b.no/%20>")
MARKED = st.lists(st.sampled_from((*MARKUP.split(), *SPACES, *LINKS)), max_size=30).map("".join)
# The same without what has letters that are no text: addresses, entities, tags.
LOSSLESS = st.text("bxøÅ *_`~\\>#+-–|.!:=\n\r\t\u00a0", max_size=60)

MARKDOWN = """# Vi har *sommerjobb*

**Fristen er 1. april.** Les [mer](https://x.no "her") om Kåre &amp; co.

> – Sitat, sier `ordføreren`.
> Mer.

| a | b\\|c |
|---|---|
| 1 | 2 |

- punkt
  - nytt

## Kontakt
Kari Nordmann
"""
PAGE = f"<!doctype html><html><body><main><h1>T</h1><p>{MARKDOWN}</p></main></body></html>"


def _word() -> bytes:
    word = docx.Document()
    word.add_heading("Vi har sommerjobb", 1)
    word.add_paragraph("Fristen er 1. april.")
    word.add_table(1, 2).cell(0, 0).text = "celle"
    return save(word)


def _outcome(data: bytes, name: str) -> Document | str:
    """The document, or the one line that tells why there is none."""
    try:
        document = read(data, name, max_megabytes=1)
    except ReadError as error:
        return "" if "\n" in str(error) else str(error)
    return document


FILES = {"x.md": MARKDOWN.encode(), "x.html": PAGE.encode(), "x.docx": _word()}


@settings(deadline=None)
@given(PLAIN)
def test_plain_text_keeps_places(text: str) -> None:
    """Whatever the line breaks, accents and spaces, places hold and no letter is lost."""
    try:
        document = read_as(text, "x.txt")
    except ReadError:
        assert not text.strip("\n\r\t \u00a0*-–")
        return

    assert_places_hold(document)
    assert letters(text) == letters(document.text)


@settings(max_examples=300, deadline=None)
@given(MARKED)
def test_markdown_keeps_places(text: str) -> None:
    """Whatever the markup, each character of the text is told where it stands in the file."""
    try:
        document = read_as(text, "x.md")
    except ReadError:
        return

    assert_places_hold(document)


@settings(max_examples=300, deadline=None)
@given(LOSSLESS)
def test_markdown_loses_nothing(text: str) -> None:
    """Every letter of the file is in the text, in order."""
    try:
        found = read_as(text, "x.md").text
    except ReadError:
        found = ""

    assert letters(text) == letters(found)


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(NAMES))
def test_any_bytes_give_a_document_or_a_read_error(data: bytes, name: str) -> None:
    """Nothing else comes out of a reader, whatever goes in."""
    outcome = _outcome(data, name)

    assert outcome if isinstance(outcome, str) else outcome.blocks


@pytest.mark.parametrize("name", FILES)
@settings(deadline=None)
@given(data=st.data())
def test_damaged_files_give_a_document_or_a_read_error(name: str, data: st.DataObject) -> None:
    """A real file with bytes changed, cut out or put in is read or refused."""
    file = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(file)))
        cut = data.draw(st.integers(0, 20))
        file[at : at + cut] = data.draw(st.binary(max_size=4))

    outcome = _outcome(bytes(file), name)
    if not isinstance(outcome, str):
        assert_places_hold(outcome)
