"""E-mail with headers, what it answers, and what is attached."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from klartekst.errors import ReadError
from tests.readers.reading import beside, body, read_as

FILES = Path(__file__).with_name("files")
REPLY = """Hei!

Brua åpner mandag.

Vennlig hilsen
Kari Nordmann

Den 3. mars 2026 kl. 10.12 skrev Ola Journalist <ola@example.no>:
> Når åpner brua?
> Og hva med Per Vik?
"""


def mail(text: str = REPLY, *, html: str = "") -> EmailMessage:
    """A reply to a journalist."""
    message = EmailMessage()
    message["From"] = "Kari Nordmann <kari.nordmann@example.no>"
    message["To"] = "Ola Journalist <ola@example.no>"
    message["Bcc"] = "arkiv@example.no"
    message["Subject"] = "SV: Brua på Åsen"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_message_is_the_body() -> None:
    """Without what it answers."""
    assert body(mail().as_bytes(), "svar.eml").startswith("Hei!\n\nBrua åpner mandag.")
    assert "Per Vik" not in body(mail().as_bytes(), "svar.eml")


def test_earlier_message_is_read_as_such() -> None:
    """It leaves the house with the reply."""
    found = beside(mail().as_bytes(), "svar.eml")
    earlier = [words for label, words in found.items() if label.startswith("tidligere melding")]
    assert "Per Vik" in " ".join(earlier)


@pytest.mark.parametrize(
    "parting",
    [
        "-----Opprinnelig melding-----",
        "Fra: Ola <ola@example.no>\nSendt: 3. mars 2026\nTil: Kari\nEmne: Brua",
        "Frå: Ola <ola@example.no>\nSendt: 3. mars 2026",
        "On Tue, 3 Mar 2026 at 10:12, Ola <ola@example.no> wrote:",
    ],
)
def test_ways_to_part_a_reply_from_what_it_answers(parting: str) -> None:
    """As Outlook, Gmail and others write them."""
    text = f"Brua åpner mandag.\n\n{parting}\n\nHva med Per Vik?\n"
    assert body(mail(text).as_bytes(), "svar.eml") == "Brua åpner mandag."


def test_headers_are_told() -> None:
    """Recipients that others do not see, too."""
    found = beside(mail().as_bytes(), "svar.eml")
    assert found["emne"] == "SV: Brua på Åsen"
    assert found["blindkopi til"] == "arkiv@example.no"


def test_html_is_what_people_see() -> None:
    """The plain part may be a stub."""
    message = mail("Se vedlagt HTML.", html="<html><body><p>Brua åpner tirsdag.</p></body></html>")
    assert body(message.as_bytes(), "svar.eml") == "Brua åpner tirsdag."


def test_attachment_is_read_and_its_place_told() -> None:
    """With all that hides in it."""
    message = mail()
    data = (FILES / "bru.docx").read_bytes()
    message.add_attachment(
        data, maintype="application", subtype="octet-stream", filename="bru.docx"
    )
    found = beside(message.as_bytes(), "svar.eml")
    assert found["vedlegg bru.docx, tittel"] == "Ny bru åpner i Fjordvik"
    assert found["vedlegg bru.docx, skjult tekst"] == "Skjult merknad."


def test_attached_mail_is_read() -> None:
    """And what is attached to that."""
    inner = mail("Innerst står Per Vik.")
    outer = mail("Se vedlegg.")
    outer.add_attachment(inner)
    found = beside(outer.as_bytes(), "svar.eml")
    assert "Innerst står Per Vik." in found.values()


def test_mails_within_mails_end() -> None:
    """With a word on what to do."""
    message = mail("Innerst.")
    for _ in range(8):
        outer = mail("Utenpå.")
        outer.add_attachment(message)
        message = outer
    with pytest.raises(ReadError, match="for mange e-poster innover"):
        read_as(message.as_bytes(), "svar.eml")


def test_attachment_that_cannot_be_read_stops_the_mail() -> None:
    """A gate must not pass what nobody has looked into."""
    message = mail()
    message.add_attachment(
        b"PK\x03\x04 ikke Word", maintype="application", subtype="zip", filename="bru.docx"
    )
    with pytest.raises(ReadError, match=r"Vedlegg i svar\.eml: bru\.docx"):
        read_as(message.as_bytes(), "svar.eml")


def test_picture_is_told_by_its_name() -> None:
    """It has no words, but its name may."""
    message = mail()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="Per Vik.png")
    assert beside(message.as_bytes(), "svar.eml")["navn på vedlegg"] == "Per Vik.png"


def test_places_hold_across_the_parts() -> None:
    """What is found in an attachment is found at its words in the source."""
    message = mail()
    message.add_attachment("Ring 68 05 00 00.", filename="notat.txt")
    document = read_as(message.as_bytes(), "svar.eml")
    block = document.blocks[-1]
    span = document.source_span(block.span)
    assert document.source[span.start : span.end] == "Ring 68 05 00 00."
