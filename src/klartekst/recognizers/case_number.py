"""Case and journal numbers. They are public unless the case is somebody's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, label_before, most_digits, plain_spaces

_LABELS = re.compile(
    r"(?P<case>\bsak(?:en|a|s?n(?:umme)?r\w*)?\b|\w+sak(?:en|a|sn\w*)?\b|\bjournaln\w*|\bjnr\b|\barkivn\w*"
    r"|\bref(?:eranse\w*)?\b|\bpostlist\w*|\bjournalf\w*|\bdok(?:ument)?n\w*|\bnpr\b|pasient-?id\b|klage(?:n|sak\w*)?\b)"
    r"|(?P<other>skoleår\w*|skuleår\w*|sesong\w*|budsjett\w*|vinter\w*|konto\w*|telefon\w*|\btlf\b)",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"(?<![\w/.,-])(?:[A-ZÆØÅ]{1,4}-)?(?P<year>(?:19|20)?\d\d)/(?P<number>\d{1,6})(?:-\d{1,4})?(?![\w/])"
)
_COMPACT = re.compile(r"(?<![\w/.,-])(?:19|20)\d{7,10}(?![\w-])(?![.,]\d)")
_POLITICAL = re.compile(r"\b(?:PS|RS|FO|OS|HS)[ -]\d{1,3}/\d{2,4}\b")
_COMPACT_DIGITS = 9
_FULL_YEAR = 4
_SURE_NUMBER = 3


def find_case_numbers(text: str) -> Iterator[Found]:
    """Yield the case numbers of a text.

    Reasons: «labelled», «form» (a year, a slash and a number of at least three digits),
    «political» (a case of a council or committee: PS 12/24, sak 17/24).
    """
    text = plain_spaces(text)
    if "/" in text:
        yield from (Found(*found.span(), 0.9, "political") for found in _POLITICAL.finditer(text))
        for written in _YEAR_FIRST.finditer(text):
            yield from _judge(text, written)
    for written in _COMPACT.finditer(text) if most_digits(text) >= _COMPACT_DIGITS else ():
        if label_before(text, written.start(), _LABELS) == "case":
            yield Found(*written.span(), 0.85, "labelled")


def _judge(text: str, written: re.Match[str]) -> Iterator[Found]:
    label = label_before(text, written.start(), _LABELS)
    year, number = written["year"], written["number"]
    is_full = len(year) == _FULL_YEAR
    if label == "case":
        is_political = len(number) == len(year) == 2 and "-" not in written.group()
        yield Found(*written.span(), 0.85, "political" if is_political else "labelled")
    elif label is None and len(number) >= _SURE_NUMBER and (is_full or "-" in written.group()):
        span_of_years = len(number) == _FULL_YEAR and number[:2] in ("19", "20")
        if not span_of_years:
            yield Found(*written.span(), 0.6, "form")


class NorwegianCaseNumberRecognizer(FinderRecognizer):
    """NO_SAKSNUMMER: case, journal and reference numbers."""

    ENTITY = "NO_SAKSNUMMER"
    COUNTRY_CODE = "no"
    find = staticmethod(find_case_numbers)
