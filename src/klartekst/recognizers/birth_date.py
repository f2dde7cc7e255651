"""Birth dates: a date right after a word for birth. Dates alone are of meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, plain_spaces

_MONTHS = (
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|des)"
)
_DATE = (
    rf"(?:\d{{1,2}}[.,/ ] ?\d{{1,2}}[.,/ -] ?(?:\d{{4}}|\d\d)|\d{{1,2}}\.? {_MONTHS}\.?,? \d{{4}}"
    r"|(?:18|19|20)\d\d-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{4})(?!\d)"
)
_LABELLED = re.compile(
    r"(?:\bf(?:ødt|ødd)\b(?: den)?|(?<!\w)f\.|\*|f(?:ødsel|ødsels)dato\w*|f(?:ødsels)dag\w*)"
    rf"[:,]?\s?(?:(?:er|var|hans|hennes|hennar|til)\s(?:\w+\s)?(?:er\s)?)?(?P<date>{_DATE})",
    re.IGNORECASE,
)
_EARLIEST = 1920  # whoever was born before is a historic person


def find_birth_dates(text: str) -> Iterator[Found]:
    """Yield the birth dates of a text that somebody living may have. Reason: «labelled»."""
    for found in _LABELLED.finditer(plain_spaces(text)):
        years = re.findall(r"\d{4}", found["date"])
        if not years or int(years[0]) >= _EARLIEST:
            yield Found(*found.span("date"), 0.9, "labelled")


class NorwegianBirthDateRecognizer(FinderRecognizer):
    """DATE_OF_BIRTH: «født 12.03.1988», «f. 12.3.88»."""

    ENTITY = "DATE_OF_BIRTH"
    find = staticmethod(find_birth_dates)
