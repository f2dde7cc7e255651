"""Points on the map: what3words, decimal degrees and UTM pairs, within Norway and its seas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, most_digits, plain_spaces

_WORDS = re.compile(r"(?<![\w:/])///[^\W\d_]+(?:\.[^\W\d_]+){2}(?!\w|[./]\w)")
# Four decimals are some ten metres; fewer point at no house.
_DEGREES = re.compile(
    r"(?<![\w.,])(?:N ?)?(?:5[7-9]|[67]\d|8[01])[.,]\d{4,8}°?(?: ?N\b)?(?:[,;/] ?| og | )"
    r"(?:[EØ] ?)?(?:[4-9]|[12]\d|3[0-5])[.,]\d{4,8}°?(?: ?[EØ]\b)?(?![\d/])"
)
_EAST = r"(?:(?:øst|aust|[EØ])[ :=]*)?(?<!\d)\d{6}(?: ?m?[EØ]\b)?"
_NORTH = r"(?:(?:nord|N)[ :=]*)?(?<!\d)[67]\d{6}(?: ?m?N\b)?"
_UTM = re.compile(
    r"\b(?:UTM|sone|koordinat\w*|posisjon\w*|EUREF)\b[^.!?\n]{0,40}?"
    rf"(?<!\w)(?P<pair>{_EAST}(?:[,;/] ?| og | ){_NORTH}"
    rf"|{_NORTH}(?:[,;/] ?| og | ){_EAST})(?![\d/])",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 5  # «9.1234»


def find_positions(text: str) -> Iterator[Found]:
    """Yield the points of a text. Reasons: «words», «degrees», «utm» (which needs a label)."""
    text = plain_spaces(text)
    if "///" in text:
        yield from (Found(*found.span(), 0.95, "words") for found in _WORDS.finditer(text))
    if most_digits(text) < _FEWEST_DIGITS:
        return
    yield from (Found(*found.span(), 0.85, "degrees") for found in _DEGREES.finditer(text))
    yield from (Found(*found.span("pair"), 0.9, "utm") for found in _UTM.finditer(text))


class NorwegianPositionRecognizer(FinderRecognizer):
    """NO_POSISJON: «///ord.ord.ord», «59.9139, 10.7522», «UTM 33 262000, 6649000»."""

    ENTITY = "NO_POSISJON"
    COUNTRY_CODE = "no"
    find = staticmethod(find_positions)
