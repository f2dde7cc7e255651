"""Bytes to Document: one reader a format, chosen by content first and name second."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from typing import TYPE_CHECKING

from klartekst.errors import ReadError
from klartekst.readers.decode import decode
from klartekst.readers.files import BYTES_PER_MEGABYTE, find_drafts, read_bytes, too_large
from klartekst.readers.formats import SUFFIXES, Format, detect, looks_like_markdown, name_of

if TYPE_CHECKING:
    from klartekst.document import Document

# The libraries are imported with the reader that needs them: starting must be quick.
_READERS: dict[Format, str] = {
    "docx": "klartekst.readers.docx:read_docx",
    "odt": "klartekst.readers.odt:read_odt",
    "pdf": "klartekst.readers.pdf:read_pdf",
    "rtf": "klartekst.readers.rtf:read_rtf",
    "eml": "klartekst.readers.mail:read_eml",
    "msg": "klartekst.readers.mail:read_msg",
    "html": "klartekst.readers.html:read_html",
}
_MAILS: frozenset[Format] = frozenset({"eml", "msg"})
MOST_PAGES = 500
_DEEPEST = 4  # mails within mails

__all__ = ["SUFFIXES", "find_drafts", "read", "read_bytes"]


def read(data: bytes, name: str, *, max_megabytes: float, max_pages: int = MOST_PAGES) -> Document:
    """The document in `data`, at most `max_megabytes` (of 1,000,000 bytes) large.

    A PDF may have at most `max_pages`.

    `name` is that of the file, or «-» for standard input. Raises ReadError, in one line that
    says what to do and holds nothing of the draft, for whatever cannot be read.
    """
    subject = name_of(name)
    if len(data) > max_megabytes * BYTES_PER_MEGABYTE:
        raise too_large(subject, len(data), max_megabytes)
    if not data:
        raise ReadError(f"{subject} er tom. Skriv eller lim inn utkastet, lagre og prøv igjen.")
    try:
        document = _read_as(detect(data, name), data, name, max_pages)
    except ReadError:
        raise
    # Drafts come from anywhere, and the libraries have more ways to fail than they tell. A draft
    # that cannot be read must be reported as such, and never stop the others.
    except Exception as error:
        raise ReadError(
            f"{subject} kan ikke leses. Lagre utkastet på nytt som .docx eller ren tekst, og prøv "
            "igjen."
        ) from error
    if not document.blocks:
        raise ReadError(f"{subject} inneholder ingen tekst. Sjekk at det er riktig fil.")
    return document


def _read_as(format_: Format, data: bytes, name: str, max_pages: int, depth: int = 0) -> Document:
    if format_ in _READERS:
        reader: Callable[..., Document] = pkgutil.resolve_name(_READERS[format_])
        if format_ == "pdf":
            return reader(data, name, max_pages)
        if format_ not in _MAILS:
            return reader(data, name)

        def read_attached(inner: bytes, called: str) -> Document:
            if depth >= _DEEPEST:
                raise ReadError(f"{called} ligger for mange e-poster innover. Sjekk den for seg.")
            return _read_as(detect(inner, called), inner, called, max_pages, depth + 1)

        return reader(data, name, read_attached)
    text = decode(data, name_of(name))
    if format_ == "markdown" or looks_like_markdown(text):
        from klartekst.readers.markdown import read_markdown

        return read_markdown(text, name)
    from klartekst.readers.text import read_text

    return read_text(text, name)
