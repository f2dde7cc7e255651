"""What a web page holds beside the words it shows."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from klartekst.model import Role
from klartekst.readers.raw import Extract, role_of_comment

_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_META = {
    "author": "sideegenskap: forfatter",
    "description": "sideegenskap: beskrivelse",
    "keywords": "sideegenskap: nøkkelord",
    "og:title": "sideegenskap: tittel for deling",
    "og:description": "sideegenskap: beskrivelse for deling",
}
_TOLD = re.compile(r"(?:mailto|tel|sms):", re.IGNORECASE)


def is_hidden(element: HtmlElement) -> bool:
    """Whether a page says of an element that it is not to be shown."""
    return element.get("hidden") is not None or bool(_NOT_SHOWN.search(element.get("style", "")))


def take_hidden(extract: Extract, root: HtmlElement) -> None:
    """Add what is not seen: title and properties, hidden text, comments, who links write to.

    Of other links the address is left: a page has hundreds, to other pages.
    """
    for title in root.iter("title"):
        extract.add_beside(Role.METADATA, "sidetittel", title.text_content())
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").casefold()
        if name in _META:
            role = Role.AUTHOR if name == "author" else Role.METADATA
            extract.add_beside(role, _META[name], meta.get("content", ""))
    for link in root.iter("a"):
        address = link.get("href", "")
        if _TOLD.match(address) and _TOLD.sub("", address) not in link.text_content():
            extract.add_beside(Role.METADATA, "lenke", _TOLD.sub("", address))
    _take_unseen(extract, root)


def _take_unseen(extract: Extract, root: HtmlElement) -> None:
    for element in root.xpath("//*[@hidden or contains(@style, ':')]"):
        if is_hidden(element) and not any(map(is_hidden, element.iterancestors())):
            extract.add_beside(Role.HIDDEN, "skjult tekst", element.text_content())
    for field in root.iter("input"):
        if field.get("type", "").casefold() == "hidden":
            extract.add_beside(Role.METADATA, "skjult felt", field.get("value", ""))
    for comment in root.xpath("//comment()"):
        words = comment.text or ""
        extract.add_beside(role_of_comment(words), "kommentar i koden", words)
