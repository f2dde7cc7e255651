"""E-mail addresses, also those written to escape machines: navn(at)domene.no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, plain_spaces

_LOCAL = r"[^\W_](?:[\w.+'-]*[\w])?"
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_DOMAIN = rf"{_LABEL}(?:\.{_LABEL})*\.[^\W\d_]{{2,24}}"
_PLAIN = re.compile(rf"(?<![\w.+/-]){_LOCAL}@{_DOMAIN}(?![\w@])")
_AT = (
    r"\s?[(\[{<]\s?(?:@|at|a|alfa|krøllalfa|snabel-?a|snabel|æt)\s?[)\]}>]\s?"
    r"|\s(?:krøllalfa|snabel-?a)\s"
)
_DOT = r"\s?[(\[{]\s?(?:dot|punktum|prikk)\s?[)\]}]\s?|\s(?:punktum|dot)\s|\."
_HIDDEN = re.compile(
    rf"(?<![\w.@/-]){_LOCAL}(?:{_AT}){_LABEL}(?:(?:{_DOT}){_LABEL})*(?:{_DOT})[^\W\d_]{{2,24}}(?!\w)",
    re.IGNORECASE,
)
# A glance for what every address written so has: a bracket before «at», or a name for the sign.
_HIDES = re.compile(r"[(\[{<]\s?(?:[@aæ]|krøllalfa|snabel)|krøllalfa|snabel", re.IGNORECASE)


def find_emails(text: str) -> Iterator[Found]:
    """Yield the e-mail addresses of a text.

    Reasons: «written» for an address, «hidden» for one with «(at)» or the like.
    """
    text = plain_spaces(text)
    for found in _PLAIN.finditer(text) if "@" in text else ():
        yield Found(found.start(), found.end(), 1.0, "written")
    for found in _HIDDEN.finditer(text) if _HIDES.search(text) else ():
        yield Found(found.start(), found.end(), 0.9, "hidden")


class NorwegianEmailRecognizer(FinderRecognizer):
    """EMAIL_ADDRESS. Unlike Presidio's own, it asks no list of domains from the network."""

    ENTITY = "EMAIL_ADDRESS"
    find = staticmethod(find_emails)
