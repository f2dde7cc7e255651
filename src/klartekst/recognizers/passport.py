"""Passport and identity card numbers; without a label they could be anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, most_digits, plain_spaces

_LABELLED = re.compile(
    r"(?i:\bpass(?:et)?(?:\s?(?:nummer|nr)\w*)?\b|\bpassn(?:umme)?r\w*|\bid-?kort\w*|reisedokument\w*)"
    r"(?:\.|:)?[^\d.!?\n]{0,30}?(?<!\w)"
    r"(?P<number>[A-Z]{3} ?\d{6}|\d{8}"
    r"|(?:(?<=nummer )|(?<=nr\. ))[A-Z]{1,2} ?\d{6,7})(?!\w)"
)
_FEWEST_DIGITS = 6


def find_passport_numbers(text: str) -> Iterator[Found]:
    """Yield the passport numbers of a text. Reason: «labelled»."""
    text = plain_spaces(text)
    if most_digits(text) < _FEWEST_DIGITS:
        return
    for found in _LABELLED.finditer(text):
        yield Found(*found.span("number"), 0.9, "labelled")


class NorwegianPassportRecognizer(FinderRecognizer):
    """NO_PASS: capitals and digits, of any country, or the older eight digits, after «pass»."""

    ENTITY = "NO_PASS"
    COUNTRY_CODE = "no"
    find = staticmethod(find_passport_numbers)
