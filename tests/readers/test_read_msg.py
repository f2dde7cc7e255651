"""Outlook messages."""

from __future__ import annotations

from tests.readers.compound import message
from tests.readers.reading import beside, body, read_as

TEXT = (
    "Hei!\r\n\r\nBrua åpner mandag.\r\n\r\nFra: Ola\r\nSendt: 3. mars\r\n\r\nHva med Per Vik?\r\n"
)


def saved(text: str = TEXT, attached: dict[str, bytes] | None = None) -> bytes:
    """A message as Outlook saves it."""
    return message(
        subject="SV: Brua på Åsen",
        body=text,
        sender="Kari Nordmann",
        to="ola@example.no",
        attached=attached or {},
    )


def test_message_is_the_body() -> None:
    """Without what it answers."""
    assert body(saved(), "svar.msg") == "Hei!\n\nBrua åpner mandag."


def test_headers_and_earlier_message_are_told() -> None:
    """They leave the house with it."""
    found = beside(saved(), "svar.msg")
    assert found["emne"] == "SV: Brua på Åsen"
    assert "ola@example.no" in found["mottaker"]
    assert "Hva med Per Vik?" in found.values()


def test_attachments_are_read() -> None:
    """A large one lies otherwise in the file than a small one."""
    notes = {"kort.txt": b"Kort notat.", "langt.txt": b"Langt notat. " * 1000}
    found = beside(saved(attached=notes), "svar.msg")
    assert found["vedlegg kort.txt, avsnitt 1"] == "Kort notat."
    assert found["vedlegg langt.txt, avsnitt 1"].startswith("Langt notat. Langt")


def test_renamed_message_is_known_by_its_content() -> None:
    """The name is the least that can be trusted."""
    assert read_as(saved(), "svar.txt").text == read_as(saved(), "svar.msg").text
