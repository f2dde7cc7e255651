"""Fødselsnummer and its family: D-, H- and FH-numbers, the synthetic series, and parts of them.

Every valid identity number is also a valid account number, so grouping and label decide: digits
grouped 4-2-5, or after «konto», are no identity number unless labelled as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.control_digits import identity_kind, is_birth_date
from klartekst.recognizers.found import Found, digits_of, label_before, most_digits, plain_spaces

_LABEL_WORDS = (
    r"f(?:ø|o)dsels-?\s?(?:og\s?personn(?:umme)?r|n(?:umme)?r)\w*|personn(?:umme)?r\w*"
    r"|\b[fp]\.?\s?nr\b|\b(?:d|h|fh)-?\s?n(?:umme)?r\w*|hjelpenummer\w*|personidentifikator\w*"
)
_LABELS = re.compile(
    rf"(?P<identity>{_LABEL_WORDS})"
    r"|(?P<other>konto\w*|\bkid\b|\bkid-?nummer\w*|\bkto\b|faktura\w*|ordre\w*|saksn\w*|journaln\w*"
    r"|referanse\w*|\bref\b|\bisbn\b|\bean\b|strekkode\w*|sporings\w*|\borg\.?\s?n)",
    re.IGNORECASE,
)
_LABEL_AFTER = re.compile(rf"\s?\((?:{_LABEL_WORDS})", re.IGNORECASE)

_LAYOUTS = re.compile(
    r"(?<![\w+])(?<!\d[.,/-])(?:"
    r"(?P<plain>\d{11})"
    r"|(?P<account>\d{4}(?P<mark>[ .-])\d\d(?P=mark)\d{5})"
    r"|(?P<dated>\d{6}(?: ?[-–./] ?| )\d{5}|\d{6} \d{3} \d\d"
    r"|\d\d([ ./-])\d\d\5\d\d(?: ?[-–.,] ?| )\d{5})"
    r"|(?P<century>\d\d\.\d\d\.(?:19|20)\d\d(?: ?[-–.,] ?| )\d{5})"
    r")(?![\w-])(?![.,/]\d)"
)

# «personnummer 12345»: the last five alone, and a number of the wrong length or sum. Between the
# label and the digits there may be a few words, but no other number and no new sentence.
_AFTER_LABEL = re.compile(
    rf"(?:{_LABEL_WORDS})(?:(?<=nr)\.)?"
    r"[^\d.!?;\n]{0,25}?(?<![\w.,])(?P<digits>\d(?:[ .-]?\d){4,12})(?![\w-])(?![.,]\d)",
    re.IGNORECASE,
)
_LAST_FIVE = re.compile(
    r"\bsiste\s(?:fem|5)(?:\s(?:siffer|sifre|siffera|sifrene|tal|tall))?\w*[^\d.!?;\n]{0,40}?"
    r"(?<!\w)(?P<digits>\d{5})(?!\w)",
    re.IGNORECASE,
)
_BIRTH_DATE_NEAR = re.compile(r"\bf(?:ødt|ødd|\.)[^.!?]{0,30}\d|\d\d?\.\s?\d\d?\.\s?\d{2,4}")
_DIGITS, _FEWEST_DIGITS = 11, 5  # of a whole number, and of what a label may lead up to
_NEAR = 60  # code points
_MALFORMED_LENGTHS = (10, 11, 12)
_DATED_KINDS = ("birth", "d")


def find_identity_numbers(text: str) -> Iterator[Found]:
    """Yield the identity numbers of a text, in order of kind, never twice for the same digits.

    Reasons: «labelled» (valid, named as one), «valid», «malformed» (named as one, but its digits
    do not hold: a slip of the pen still identifies), «last-five» (the personal number alone).
    """
    text = plain_spaces(text)
    taken: list[Found] = []
    if most_digits(text) < _FEWEST_DIGITS:
        return
    for layout in _LAYOUTS.finditer(text) if most_digits(text) >= _DIGITS else ():
        found = _judge(text, layout)
        if found is not None:
            taken.append(found)
            yield found
    for labelled in (*_AFTER_LABEL.finditer(text), *_LAST_FIVE.finditer(text)):
        start, end = labelled.span("digits")
        if any(start < other.end and other.start < end for other in taken):
            continue
        found = _judge_labelled(text, start, end)
        if found is not None:
            taken.append(found)
            yield found


def _judge(text: str, layout: re.Match[str]) -> Found | None:
    start, end = layout.span()
    digits = digits_of(layout.group())
    if layout["century"]:
        digits = digits[:4] + digits[6:]
    kind = identity_kind(digits)
    label = label_before(text, start, _LABELS)
    if label == "identity" or _LABEL_AFTER.match(text, end):
        return Found(start, end, 1.0, "labelled") if kind else Found(start, end, 0.85, "malformed")
    if kind is None or layout["account"]:
        return None
    if layout["plain"]:
        if label == "other":
            return None
        return Found(start, end, 0.9 if kind in _DATED_KINDS else 0.7, "valid")
    return Found(start, end, 0.95, "valid")


def _judge_labelled(text: str, start: int, end: int) -> Found | None:
    digits = digits_of(text[start:end])
    if len(digits) == 5:
        near = text[max(0, start - _NEAR) : end + _NEAR]
        return Found(start, end, 0.95 if _BIRTH_DATE_NEAR.search(near) else 0.8, "last-five")
    if len(digits) in _MALFORMED_LENGTHS:
        looks_dated = is_birth_date(digits[:6])
        return Found(start, end, 0.85 if looks_dated else 0.75, "malformed")
    return None


class NorwegianIdentityNumberRecognizer(FinderRecognizer):
    """NO_FODSELSNUMMER: fødsels-, D-, H- and FH-numbers and their synthetic series."""

    ENTITY = "NO_FODSELSNUMMER"
    COUNTRY_CODE = "no"
    find = staticmethod(find_identity_numbers)
