"""What cannot be read is told in one line that says what to do."""

from __future__ import annotations

import pytest

from klartekst.errors import ReadError
from klartekst.readers import read
from tests.readers.reading import read_as

OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")


def _ole2(stream: str) -> bytes:
    return OLE2 + b"\0" * 600 + stream.encode("utf-16-le") + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"", "utkast.txt", "utkast.txt er tom."),
        (b"", "-", "Teksten er tom."),
        (b" \r\n\t ", "utkast.md", "utkast.md inneholder ingen tekst."),
        ("\u200b\u00a0".encode(), "utkast.md", "utkast.md inneholder ingen tekst."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "utkast.txt", "utkast.txt ser ikke ut som tekst."),
        (bytes(range(1, 32)) * 9, "utkast.txt", "utkast.txt ser ikke ut som tekst."),
        (b"Kari Moe", "utkast.docx", "utkast.docx kan ikke leses som Word-dokument."),
        (b"PK\x03\x04 Kari Moe", "utkast.docx", "utkast.docx kan ikke leses som Word-dokument."),
        (_ole2("EncryptedPackage"), "utkast.docx", "utkast.docx er passordbeskyttet."),
        (_ole2("WordDocument"), "utkast.doc", "utkast.doc er i et eldre Office-format"),
        (_ole2("__properties_version1.0"), "svar.msg", "svar.msg kan ikke leses"),
        (b"%PDF-1.7\n", "utkast.txt", "utkast.txt kan ikke leses som PDF"),
        (b"{\\rtf1" + b"{" * 2000, "utkast.rtf", "utkast.rtf kan ikke leses som RTF"),
        (b"noe annet", "utkast.pdf", "utkast.pdf er skadet, eller noe annet enn en .pdf-fil"),
    ],
)
def test_each_is_told(data: bytes, name: str, told: str) -> None:
    """One line, which names the file, says what to do and repeats nothing of the draft."""
    with pytest.raises(ReadError) as raised:
        read_as(data, name)
    message = str(raised.value)

    assert message.startswith(told)
    assert "\n" not in message
    assert "Kari" not in message


def test_too_large() -> None:
    """The limit is told in megabytes, with a decimal comma."""
    with pytest.raises(ReadError, match=r"for stor \(1,5 MB, grensen er 0,5 MB\)"):
        read(b"a" * 1_500_000, "utkast.txt", max_megabytes=0.5)


def test_hostile_name() -> None:
    """Line breaks and control characters in a name do not reach the message."""
    with pytest.raises(ReadError) as raised:
        read_as(b"", "a\n\x1b[31mb.txt")

    assert str(raised.value).startswith("a [31mb.txt er tom.")


def test_fault_in_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a library raises, the draft is told to be unreadable, and its text is not told."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("Kari Moe")

    monkeypatch.setattr("klartekst.readers.text.read_text", fail)
    with pytest.raises(ReadError) as raised:
        read_as("Kari Moe", "utkast.txt")

    assert str(raised.value).startswith("utkast.txt kan ikke leses.")
    assert "Kari" not in str(raised.value)
