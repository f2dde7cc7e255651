"""KID, the reference of a bill. Many numbers pass its control, so the label is needed too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.control_digits import is_payment_reference
from klartekst.recognizers.found import Found, digits_of, plain_spaces

_LABELLED = re.compile(
    r"\bKID(?:[- ]?(?:nummer\w*|nr\b\.?|kode\w*))?[^\d.!?\n]{0,20}?(?<!\d)"
    r"(?P<number>\d(?: ?\d){3,24})(?![\d/])"
)


def find_payment_references(text: str) -> Iterator[Found]:
    """Yield the KID numbers of a text. Reason: «labelled»."""
    for found in _LABELLED.finditer(plain_spaces(text)):
        if is_payment_reference(digits_of(found["number"])):
            yield Found(*found.span("number"), 0.9, "labelled")


class NorwegianPaymentReferenceRecognizer(FinderRecognizer):
    """NO_KID: 4 to 25 digits with a valid control digit after «KID»."""

    ENTITY = "NO_KID"
    COUNTRY_CODE = "no"
    find = staticmethod(find_payment_references)
