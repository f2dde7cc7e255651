"""Organisation numbers: public, and of no person, but not to be taken for other numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.control_digits import is_organisation_number
from klartekst.recognizers.found import Found, digits_of, most_digits, plain_spaces

_LAYOUT = re.compile(
    r"(?<![\w.,/-])(?:NO ?)?(?P<digits>[89]\d\d ?\d{3} ?\d{3})(?: ?MVA)?(?![\w-])(?![ .,]\d)"
)
_DIGITS = 9


def find_organisation_numbers(text: str) -> Iterator[Found]:
    """Yield the organisation numbers of a text, `NO` and `MVA` included. Reason: «valid»."""
    text = plain_spaces(text)
    if most_digits(text) < _DIGITS:
        return
    for written in _LAYOUT.finditer(text):
        if is_organisation_number(digits_of(written["digits"])):
            yield Found(written.start(), written.end(), 0.9, "valid")


class NorwegianOrganisationNumberRecognizer(FinderRecognizer):
    """NO_ORGANISASJONSNUMMER: known, and not personal."""

    ENTITY = "NO_ORGANISASJONSNUMMER"
    COUNTRY_CODE = "no"
    find = staticmethod(find_organisation_numbers)
