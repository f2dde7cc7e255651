"""Which format a file is in: by its content first, by its name second."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Literal

from klartekst.errors import ReadError

Format = Literal["text", "markdown", "html", "docx", "odt", "pdf", "rtf", "eml", "msg"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".rtf": "rtf",
    ".eml": "eml",
    ".msg": "msg",
}

_SAVE_AS = "Åpne {it} i Word, lagre som .docx og prøv igjen."
_OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
_RTF = b"{\\rtf"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# The headers that every mail begins with, in whatever order.
_MAIL = re.compile(
    rb"(?:(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to|"
    rb"x-[\w-]+|dkim-signature|content-type|reply-to|sender|thread-[\w-]+|authentication-results|"
    rb"arc-[\w-]+):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}",
    re.IGNORECASE,
)
# What these names promise can be told from the first bytes; anything else is broken.
_BINARY = frozenset({".docx", ".docm", ".odt", ".pdf", ".msg"})
_ATX_HEADING = re.compile(r"\s*#{1,6}[ \t]+\S")
_HEAD_BYTES = 4096


def name_of(name: str) -> str:
    """How messages speak of a draft: its name on one line, or «Teksten» for standard input."""
    shown = "".join(c for c in " ".join(name.split()) if c.isprintable())
    return "Teksten" if shown in ("", "-") else shown


def detect(data: bytes, name: str) -> Format:
    """The format of `data`.

    Raises ReadError for a format that is not read yet, and for a Word file that cannot be.
    """
    subject = name_of(name)
    suffix = PurePath(name).suffix.lower()
    found = _by_first_bytes(data, subject)
    if found is not None:
        return found
    if suffix in _BINARY:
        raise _broken(subject, suffix)
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")
    if _HTML.match(head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")):
        return "html"
    return "eml" if _MAIL.match(head) else SUFFIXES.get(suffix, "text")


def _by_first_bytes(data: bytes, subject: str) -> Format | None:
    if data.startswith(b"PK\x03\x04"):
        return _detect_zip(data, subject)
    if data.startswith(_OLE2):
        if _has(data, "__properties_version1.0") or _has(data, "__substg1.0_"):
            return "msg"
        raise _ole2_error(data, subject)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return "rtf" if data.startswith(_RTF) else None


def looks_like_markdown(text: str) -> bool:
    """Whether a plain text opens with a Markdown heading, as drafts pasted from an editor do."""
    return _ATX_HEADING.match(text) is not None


def broken_docx(subject: str) -> ReadError:
    """What to say of a Word file that cannot be read."""
    return ReadError(
        f"{subject} kan ikke leses som Word-dokument. Åpne fila i Word, lagre den på nytt som "
        ".docx og prøv igjen."
    )


def _detect_zip(data: bytes, subject: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = b""
            if "mimetype" in names:
                with archive.open("mimetype") as entry:
                    kind = entry.read(80)
    # zipfile meets hostile files with more than BadZipFile: struct.error, OverflowError, ...
    except Exception as error:
        raise broken_docx(subject) from error
    if b"opendocument.text" in kind:
        return "odt"
    if b"opendocument" in kind:
        raise _unreadable(subject, "et OpenDocument-ark eller en presentasjon", "det")
    if "word/document.xml" in names:
        return "docx"
    if "[Content_Types].xml" in names:
        raise ReadError(
            f"{subject} er ikke et Word-dokument. Kopier teksten inn i et Word-dokument, lagre "
            "det som .docx og prøv igjen."
        )
    raise ReadError(f"{subject} er en zip-fil. Pakk den ut og sjekk hvert utkast for seg.")


def _has(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in data


def _ole2_error(data: bytes, subject: str) -> ReadError:
    if _has(data, "EncryptedPackage"):
        return ReadError(
            f"{subject} er passordbeskyttet. Fjern passordet i Word (Fil > Info > Beskytt "
            "dokument) og prøv igjen."
        )
    return _unreadable(subject, "i et eldre Office-format", "fila")


def _broken(subject: str, suffix: str) -> ReadError:
    if suffix in (".docx", ".docm"):
        return broken_docx(subject)
    return ReadError(
        f"{subject} er skadet, eller noe annet enn en {suffix}-fil. Lagre den på nytt, og prøv "
        "igjen."
    )


def _unreadable(subject: str, kind: str, it: str) -> ReadError:
    return ReadError(f"{subject} er {kind}, som ikke kan leses. {_SAVE_AS.format(it=it)}")
