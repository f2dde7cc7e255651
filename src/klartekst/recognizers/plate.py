"""Registration plates of vehicles. Capitals count: «kr 12345» is an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, label_before, plain_spaces

# I, M, O, Q and Z were not used for a long time; examples use them, so all letters count.
_LAYOUT = re.compile(r"(?<![\w-])(?P<letters>[A-Z]{2}) ?(?P<digits>\d{4,5})(?![\w-])(?![.,:]\d)")
_OTHER_LETTERS = frozenset(
    "NS EN NR KR PB ID KL PS TV EU FV RV SN PO NO HR CV OB FO DS RS KS".split()
)
_LABELS = re.compile(
    r"(?P<vehicle>\w*bil(?:en|er|ar|skilt\w*)?\b|registreringsn\w*|kjennemerke\w*|skilt\w*|\w*sykkel\w*"
    r"|\w*hengar\w*|\w*henger\w*|varebil\w*|\w*buss\w*|traktor\w*|moped\w*|\bskilta?\b)",
    re.IGNORECASE,
)
_CAR_DIGITS = 5


def find_plates(text: str) -> Iterator[Found]:
    """Yield the plates of a text. Reasons: «labelled» (a vehicle is named), «form»."""
    text = plain_spaces(text)
    for written in _LAYOUT.finditer(text):
        start, end = written.span()
        is_labelled = label_before(text, start, _LABELS) is not None
        if written["letters"] in _OTHER_LETTERS and not is_labelled:
            continue
        if is_labelled:
            yield Found(start, end, 0.95, "labelled")
        elif len(written["digits"]) == _CAR_DIGITS and written["digits"][0] != "0":
            yield Found(start, end, 0.8, "form")


class NorwegianPlateRecognizer(FinderRecognizer):
    """NO_BILSKILT: two capitals and four or five digits."""

    ENTITY = "NO_BILSKILT"
    COUNTRY_CODE = "no"
    find = staticmethod(find_plates)
