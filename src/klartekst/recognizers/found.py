"""What the finders share: the record they yield, and reading the label before a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Where a label stops counting: the end of a sentence, of a clause with a semicolon, or of a line.
_STOP = re.compile(r"[!?;\n]|\.\s+(?=[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the text, in code points, half-open.

    `confidence` runs from 0 to 1. `reason` is a short English word for why: it tells a valid
    number from a labelled one, or a role mailbox from a person's.
    """

    start: int
    end: int
    confidence: float
    reason: str


# No layout of a number has more between two digits than a mark with a space on both sides.
_CLUSTER = re.compile(r"\d(?:[\W_]{0,3}\d)*")
# Spaces and hyphens that look like the plain ones but do not break a line.
_UNBREAKING = str.maketrans("\u00a0\u2007\u2009\u202f\u2010\u2011", "    --")


@lru_cache(1)  # all finders ask it of the same text
def plain_spaces(text: str) -> str:
    """The text with non-breaking spaces and hyphens as plain ones; offsets stay the same."""
    return text.translate(_UNBREAKING)


@lru_cache(1)  # all finders of numbers ask it of the same text
def most_digits(text: str) -> int:
    """How many digits stand together at most, with no more than a few signs between two of them.

    A text with too few for a kind of number need not be looked through for it.
    """
    return max((sum(map(str.isdecimal, found)) for found in _CLUSTER.findall(text)), default=0)


def label_before(text: str, start: int, labels: re.Pattern[str], reach: int = 40) -> str | None:
    """The group of `labels` that matches nearest before `start`, in the same sentence.

    `labels` has named groups only; `reach` is in code points. None when no label is near.
    """
    window = text[max(0, start - reach) : start]
    stops = list(_STOP.finditer(window))
    if stops:
        window = window[stops[-1].end() :]
    nearest = None
    for found in labels.finditer(window):
        nearest = found.lastgroup
    return nearest


def digits_of(text: str) -> str:
    """The digits of a text, without what parts them."""
    return re.sub(r"\D", "", text)
