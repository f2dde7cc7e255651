"""Bytes to text: UTF-8 and UTF-16 by their marks, UTF-8, else Windows-1252."""

from __future__ import annotations

import codecs
import re

from klartekst.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What no text holds: control characters other than the white space ones, and bytes that no
# encoding knows.
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffd]")
_MAX_SHARE_NOT_TEXT = 0.05
_REPLACED = "\ufffd"


def decode(data: bytes, subject: str, *, declared: str | None = None) -> str:
    """The text of a file, without a byte order mark; line breaks stand as they are.

    `declared` is the encoding that the file itself names, where it does; a mark weighs more.
    Raises ReadError for what does not look like text.
    """
    text = _decode(data, declared)
    strange = len(_NOT_TEXT.findall(text))
    if "\x00" in text or strange > _MAX_SHARE_NOT_TEXT * len(text):
        raise ReadError(
            f"{subject} ser ikke ut som tekst. Lagre utkastet som .docx eller som ren tekst "
            "(UTF-8) og prøv igjen."
        )
    return text


def _decode(data: bytes, declared: str | None) -> str:
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, errors="replace")
    for encoding in filter(None, (declared, "utf-8")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    # One damaged letter must not turn all the others into «Ã¸»: names would go unseen.
    damaged = data.decode("utf-8", errors="replace")
    letters = sum(character > "\x7f" for character in damaged)
    if letters > 2 * damaged.count(_REPLACED):
        return damaged
    return data.decode("windows-1252", errors="replace")
