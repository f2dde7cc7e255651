"""Numbers as Norwegian texts write them: «24», «15 000», «1,8», «41 millioner», «tolv».

Dates, clock times, telephone numbers, links and the numbers of a list are none: whoever asks says
which stretches of the text hold those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from klartekst.model import Span

NUMBER_WORDS = {
    word: number
    for number, words in {
        2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "sju syv", 8: "åtte", 9: "ni",
        10: "ti", 11: "elleve", 12: "tolv", 13: "tretten", 14: "fjorten", 15: "femten",
        16: "seksten", 17: "sytten", 18: "atten", 19: "nitten", 20: "tjue tyve", 30: "tretti",
        40: "førti", 50: "femti", 60: "seksti", 70: "sytti", 80: "åtti", 90: "nitti",
        100: "hundre",
    }.items()
    for word in words.split()
}  # fmt: skip
_SCALES = {"tusen": 1e3, "million": 1e6, "millionar": 1e6, "millioner": 1e6, "mill.": 1e6,
           "milliard": 1e9, "milliardar": 1e9, "milliarder": 1e9, "mrd.": 1e9}  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.,/@-])(?P<digits>\d{1,3}(?:[  .]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
    r"(?![\w/@]|[.:,]\d|\.\s?[a-zæøå])"
    rf"|\b(?P<word>{'|'.join(NUMBER_WORDS)})\b",
    re.IGNORECASE,
)
_SCALE = re.compile(rf"\s(?P<scale>{'|'.join(map(re.escape, _SCALES))})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text with what it comes to; its span takes in «millioner»."""

    span: Span
    value: float
    in_digits: bool


def find_numbers(text: str, apart_from: Sequence[Span] = ()) -> tuple[FoundNumber, ...]:
    """The numbers of a text that overlap none of `apart_from`, in order."""
    found = []
    for written in _NUMBER.finditer(text):
        span = Span(*written.span())
        if any(span.overlaps(other) for other in apart_from):
            continue
        if written["word"]:
            value = float(NUMBER_WORDS[written["word"].lower()])
        else:
            value = float(re.sub(r"[  .]", "", written["digits"]).replace(",", "."))
        scale = _SCALE.match(text, span.end)
        if scale:
            span = Span(span.start, scale.end())
            value *= _SCALES[scale["scale"].lower()]
        found.append(FoundNumber(span, value, in_digits=not written["word"]))
    return tuple(found)
