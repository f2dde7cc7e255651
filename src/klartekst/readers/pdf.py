"""PDF: the lines of each page, and what the file carries beside them.

The source is the extracted text. A PDF knows neither paragraphs nor headings, only where words
stand: a line that follows close upon the one before, in the same size, goes on with it.
"""

from __future__ import annotations

import io
import logging
import re
import statistics
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from klartekst.document import Document, assemble
from klartekst.errors import ReadError
from klartekst.model import Role
from klartekst.readers.formats import name_of
from klartekst.readers.raw import BULLET, Extract, plain
from klartekst.readers.roles import assign_roles

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MAX_SECONDS = 120.0  # for all pages; a page that is made to take for ever stops the next
_MOST_LINES = 200_000
# In parts of the height of a line: a larger step down begins a new paragraph.
_STEP = 1.6
_TITLE_SIZE = 1.35  # of the usual size on the pages
_HEADING_SIZE = 1.1
_BOLD = re.compile(r"bold|black|heavy|semibold|halvfet", re.IGNORECASE)
_DASH_OR_NUMBER = re.compile(r"\s*(?:[–—-]|\d{1,2}[.)])\s")
_INFO = {
    "/Author": "forfatter",
    "/Title": "tittel",
    "/Subject": "emne",
    "/Keywords": "nøkkelord",
    "/Company": "firma",
    "/Manager": "leder",
}
_WHO = frozenset({"/Author", "/Manager"})


@dataclass(frozen=True, slots=True)
class _Bit:
    """Some words as the page draws them: their baseline and size in points."""

    text: str
    y: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page."""

    text: str
    y: float
    size: float
    bold: bool
    page: int
    number: int


def read_pdf(data: bytes, name: str, max_pages: int) -> Document:
    """The document in a PDF file of at most `max_pages`.

    Raises ReadError for a broken or locked one, one with too many pages, and one without text.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    subject = name_of(name)
    # pypdf tells of each fault of a file; what it can read in spite of them is read.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise _locked(subject)  # noqa: TRY301  told as locked in one place
            extract = _extract(reader, subject, max_pages)
    except ReadError:
        raise
    except (PyPdfError, RecursionError, MemoryError) as error:
        raise _broken(subject) from error
    # pypdf needs an extra library for some ciphers, and says so with one of Python's own errors.
    except Exception as error:
        if "cryptography" in str(error):
            raise _locked(subject) from error
        raise _broken(subject) from error
    source = extract.source
    return assemble(name, source, assign_roles(source, extract.blocks))


def _extract(reader: PdfReader, subject: str, max_pages: int) -> Extract:
    if len(reader.pages) > max_pages:
        raise ReadError(
            f"{subject} har {len(reader.pages)} sider. Del opp dokumentet i deler på høyst "
            f"{max_pages} sider, eller hev max_pages i klartekst.toml."
        )
    rows: list[_Row] = []
    until = time.monotonic() + _MAX_SECONDS
    for number, page in enumerate(reader.pages, start=1):
        if time.monotonic() > until or len(rows) > _MOST_LINES:
            raise ReadError(
                f"{subject} tar for lang tid å lese. Lagre teksten som .docx og prøv igjen."
            )
        rows += _rows(page, number)
    extract = Extract()
    _take_text(extract, rows)
    if not extract.blocks:
        raise ReadError(
            f"{subject} inneholder ingen tekst, bare bilder av sider. Kjør tekstgjenkjenning (OCR) "
            "på fila, eller sjekk det dokumentet den ble laget av."
        )
    _take_hidden(extract, reader)
    return extract


def _rows(page: PageObject, number: int) -> list[_Row]:
    """The lines of a page from the top, in the order the file draws them."""
    bits: list[_Bit] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text:
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            height = abs(size * tm[3] * cm[3]) or abs(size) or 1.0
            base = str(font.get("/BaseFont", "")) if font else ""
            bits.append(_Bit(text, y, height, bool(_BOLD.search(base))))

    page.extract_text(visitor_text=visit)
    return [
        _Row(text, y, size, bold, number, at)
        for at, (text, y, size, bold) in enumerate(_lines(bits), start=1)
    ]


def _lines(bits: list[_Bit]) -> Iterator[tuple[str, float, float, bool]]:
    words = ""
    held: list[_Bit] = []
    for bit in bits:
        first, *rest = bit.text.split("\n")
        words += first
        if first.strip():
            held.append(bit)
        for more in rest:
            if held and words.strip():
                yield _line(words, held)
            words, held = more, ([bit] if more.strip() else [])
    if held and words.strip():
        yield _line(words, held)


def _line(words: str, bits: list[_Bit]) -> tuple[str, float, float, bool]:
    longest = max(bits, key=lambda bit: len(bit.text))
    return words, longest.y, longest.size, all(bit.bold for bit in bits)


def _take_text(extract: Extract, rows: list[_Row]) -> None:
    if not rows:
        return
    usual = statistics.median_low([row.size for row in rows for _ in row.text.split()] or [1.0])
    paragraphs = _paragraphs(rows, usual)
    is_titled = False
    for paragraph in paragraphs:
        first = paragraph[0]
        place = f"side {first.page}, linje {first.number}"
        lines = [(_without_hyphen(row, last=row is paragraph[-1]), row.bold) for row in paragraph]
        role, level = Role.PARAGRAPH, 7
        if first.size >= usual * _TITLE_SIZE and not is_titled and first.page == 1:
            role, level, is_titled = Role.HEADING, 0, True
        elif first.size >= usual * _HEADING_SIZE and len(paragraph) <= 3:
            role, level = Role.HEADING, 2
        elif BULLET.match(first.text):
            role = Role.LIST_ITEM
        lines[0] = (BULLET.sub("", lines[0][0]), lines[0][1])
        extract.add(role, lines, level=level, place=place)


def _without_hyphen(row: _Row, *, last: bool) -> str:
    """A line; where a word is parted at its end, the hyphen becomes invisible."""
    text = plain(row.text)
    if not last and re.search(r"[a-zæøå]-$", text):
        return f"{text[:-1]}\u00ad"
    return text


def _paragraphs(rows: list[_Row], usual: float) -> list[list[_Row]]:
    paragraphs: list[list[_Row]] = []
    for row in rows:
        before = paragraphs[-1][-1] if paragraphs else None
        if before is not None and _goes_on(before, row, usual):
            paragraphs[-1].append(row)
        else:
            paragraphs.append([row])
    return paragraphs


def _goes_on(before: _Row, row: _Row, usual: float) -> bool:
    if row.page != before.page:
        # A paragraph may run over the page's end, where the sentence does.
        return row.text[:1].islower() and not before.text.rstrip().endswith((".", "!", "?", ":"))
    is_like = abs(row.size - before.size) < usual * 0.1 and row.bold == before.bold
    step = before.y - row.y
    return is_like and 0 < step < max(row.size, before.size) * _STEP and not _is_item(row.text)


def _is_item(text: str) -> bool:
    return bool(BULLET.match(text) or _DASH_OR_NUMBER.match(text))


def _take_hidden(extract: Extract, reader: PdfReader) -> None:
    for key, value in (reader.metadata or {}).items():
        if key in _INFO:
            role = Role.AUTHOR if key in _WHO else Role.METADATA
            extract.add_beside(role, f"dokumentegenskap: {_INFO[key]}", str(value))
    for name in reader.attachments:
        extract.add_beside(Role.METADATA, "navn på vedlagt fil", name)
    for number, page in enumerate(reader.pages, start=1):
        for note in page.annotations or ():
            _take_note(extract, note.get_object(), number)
    for key, field in (reader.get_fields() or {}).items():
        value = field.get("/V") if isinstance(field, dict) else None
        if isinstance(value, str):
            extract.add_beside(Role.METADATA, f"skjemafelt {plain(str(key))}", value)


def _take_note(extract: Extract, note: Any, page: int) -> None:
    if not isinstance(note, dict):
        return
    if note.get("/Subtype") != "/Link":
        who = plain(str(note.get("/T", "")))
        label = f"side {page}, kommentar" + (f" fra {who}" if who else "")
        extract.add_beside(Role.COMMENT, label, str(note.get("/Contents", "")))
        return
    action = note.get("/A")
    if action is not None and isinstance(action.get_object(), dict):
        address = str(action.get_object().get("/URI", "")).removeprefix("mailto:")
        extract.add_beside(Role.METADATA, f"side {page}, lenke", address)


def _locked(subject: str) -> ReadError:
    return ReadError(f"{subject} er passordbeskyttet. Fjern passordet og prøv igjen.")


def _broken(subject: str) -> ReadError:
    return ReadError(
        f"{subject} kan ikke leses som PDF. Lag PDF-en på nytt, eller sjekk dokumentet den ble "
        "laget av."
    )
