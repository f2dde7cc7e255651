"""Numbers in the register of health personnel; they have no control digit, so the label decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, plain_spaces

_LABELLED = re.compile(
    r"\bHPR(?:[- ]?(?:nummer\w*|nr\b\.?)[^\d.!?\n]{0,20}?|[: ]{1,2})(?P<number>\d{5,9})(?![\d/])",
    re.IGNORECASE,
)


def find_hpr_numbers(text: str) -> Iterator[Found]:
    """Yield the HPR numbers of a text. Reason: «labelled»."""
    for found in _LABELLED.finditer(plain_spaces(text)):
        yield Found(*found.span("number"), 0.9, "labelled")


class NorwegianHprNumberRecognizer(FinderRecognizer):
    """NO_HPR: up to nine digits after «HPR»."""

    ENTITY = "NO_HPR"
    COUNTRY_CODE = "no"
    find = staticmethod(find_hpr_numbers)
