"""DUF numbers: what the immigration authorities number people by before they have another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.control_digits import is_duf_number
from klartekst.recognizers.found import Found, digits_of, label_before, most_digits, plain_spaces

_LABELS = re.compile(r"(?P<duf>\bduf\b|\bduf-?n(?:umme)?r\w*)", re.IGNORECASE)
_LAYOUT = re.compile(r"(?<![\w.,/-])(?:\d{12}|\d{4} \d{6} \d\d|\d{6} \d{6})(?![\w-])(?![.,]\d)")
_DIGITS = 12


def find_duf_numbers(text: str) -> Iterator[Found]:
    """Yield the DUF numbers of a text.

    Reasons: «labelled», «malformed» (named as one, but its digits do not hold), «valid».
    """
    text = plain_spaces(text)
    if most_digits(text) < _DIGITS:
        return
    for written in _LAYOUT.finditer(text):
        start, end = written.span()
        is_valid = is_duf_number(digits_of(written.group()))
        if label_before(text, start, _LABELS):
            yield Found(
                start, end, 1.0 if is_valid else 0.85, "labelled" if is_valid else "malformed"
            )
        elif is_valid:
            yield Found(start, end, 0.7, "valid")


class NorwegianDufNumberRecognizer(FinderRecognizer):
    """NO_DUF: DUF numbers."""

    ENTITY = "NO_DUF"
    COUNTRY_CODE = "no"
    find = staticmethod(find_duf_numbers)
