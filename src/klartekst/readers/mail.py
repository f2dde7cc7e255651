"""E-mail, .eml and .msg: the message, its headers, what it answers, and what is attached."""

from __future__ import annotations

import email
import email.policy
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from pathlib import PurePosixPath

from klartekst.document import Document, assemble
from klartekst.errors import ReadError
from klartekst.model import Role
from klartekst.readers.decode import decode
from klartekst.readers.formats import name_of
from klartekst.readers.html import read_html
from klartekst.readers.joined import join, mark_earlier
from klartekst.readers.raw import Extract, plain
from klartekst.readers.roles import assign_roles
from klartekst.readers.text import read_text

MAX_ATTACHMENTS = 50
_MOST_TIMES = 3  # the root counts all small parts once more
# Has words for nobody but a person who looks: told by its name only.
_WITHOUT_TEXT = frozenset(
    ".png .jpg .jpeg .gif .bmp .svg .webp .tif .tiff .ico .heic .mp3 .mp4 .mov .wav .ics .p7s "
    ".asc .sig .vcf .emz .wmz .emf .wmf .ttf .otf".split()
)
_HEADERS = {
    "from": "avsender",
    "to": "mottaker",
    "cc": "kopi til",
    "bcc": "blindkopi til",
    "reply-to": "svar til",
    "subject": "emne",
}

# Reads an attachment: its bytes and its name.
ReadAttached = Callable[[bytes, str], Document]


@dataclass(frozen=True, slots=True)
class _Mail:
    """A message, whichever program wrote it."""

    headers: list[tuple[str, str]]  # the Norwegian name of each, and its words
    body: Document | None
    attached: list[tuple[str, bytes]]


def read_eml(data: bytes, name: str, read_attached: ReadAttached) -> Document:
    """The document in an .eml file. Raises ReadError for what is no mail."""
    subject = name_of(name)
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not (message["from"] or message["subject"]):
        raise ReadError(f"{subject} kan ikke leses som e-post. Lagre den på nytt og prøv igjen.")
    headers = [
        (label, str(value)) for key, label in _HEADERS.items() for value in message.get_all(key, [])
    ]
    mail = _Mail(headers, _body_of(message, name), list(_attachments_of(message)))
    return _document(mail, name, read_attached)


def read_msg(data: bytes, name: str, read_attached: ReadAttached) -> Document:
    """The document in an Outlook .msg file. Raises ReadError for one that cannot be read."""
    from oxmsg import Message

    _refuse_impossible(data, name_of(name))
    message = Message.load(io.BytesIO(data))
    headers = [(_HEADERS["from"], message.sender or "")]
    headers += [(_HEADERS["to"], f"{who.name} <{who.email_address}>") for who in message.recipients]
    headers.append((_HEADERS["subject"], message.subject or ""))
    body = _read_text(message.body, message.html_body, name)
    attached = [
        (attachment.file_name or "uten navn", attachment.file_bytes or b"")
        for attachment in message.attachments
    ]
    return _document(_Mail(headers, body, attached), name, read_attached)


def _refuse_impossible(data: bytes, subject: str) -> None:
    """Raise ReadError for a file whose parts claim to be larger than the file that holds them."""
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as container:
        sizes = [entry.size for entry in container.direntries if entry is not None]
    if sum(sizes) > _MOST_TIMES * len(data):
        raise ReadError(f"{subject} er skadet. Lagre e-posten på nytt og prøv igjen.")


def _document(mail: _Mail, name: str, read_attached: ReadAttached) -> Document:
    subject = name_of(name)
    if len(mail.attached) > MAX_ATTACHMENTS:
        raise ReadError(f"{subject} har for mange vedlegg. Sjekk vedleggene hver for seg.")
    parts = [("", mark_earlier(mail.body))] if mail.body else []
    parts.append(("", _beside(name, mail)))
    for file_name, data in mail.attached:
        shown = name_of(file_name)
        if PurePosixPath(shown).suffix.lower() in _WITHOUT_TEXT or not data:
            continue
        try:
            parts.append((f"vedlegg {shown}", read_attached(data, shown)))
        except ReadError as error:
            raise ReadError(f"Vedlegg i {subject}: {error}") from error
    return join(name, parts)


def _beside(name: str, mail: _Mail) -> Document:
    """The headers, and the names of what is attached."""
    extract = Extract()
    for label, words in mail.headers:
        role = Role.METADATA if label == _HEADERS["subject"] else Role.ADDRESSEE
        extract.add_beside(role, label, words)
    for file_name, _ in mail.attached:
        extract.add_beside(Role.METADATA, "navn på vedlegg", file_name)
    return assemble(name, extract.source, assign_roles(extract.source, extract.blocks))


def _body_of(message: EmailMessage, name: str) -> Document | None:
    plain_part = message.get_body(("plain",))
    html_part = message.get_body(("html",))
    plain_text = _content(plain_part) if plain_part is not None else None
    html = _content(html_part).encode() if html_part is not None else None
    return _read_text(plain_text, html, name)


def _read_text(text: str | None, html: bytes | str | None, name: str) -> Document | None:
    """The words of a message: its HTML, which people see, else its plain text."""
    if html:
        found = read_html(html if isinstance(html, bytes) else html.encode(), name)
        if found.blocks:
            return found
    if text and text.strip():
        return read_text(text.replace("\r\n", "\n"), name)
    return None


def _content(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return payload.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return decode(payload, "E-posten")


def _attachments_of(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for number, part in enumerate(message.iter_attachments(), start=1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            title = re.sub(r"[^\w .-]+", " ", str(inner["subject"] or f"e-post {number}"))
            yield f"{plain(title)}.eml", inner.as_bytes()
            continue
        payload = part.get_payload(decode=True)
        file_name = part.get_filename() or f"uten navn {number}"
        yield file_name, payload if isinstance(payload, bytes) else b""
