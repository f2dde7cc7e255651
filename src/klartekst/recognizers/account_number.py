"""Bank account numbers, and IBAN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.control_digits import is_account_number, is_iban
from klartekst.recognizers.found import Found, digits_of, label_before, most_digits, plain_spaces

_LABELS = re.compile(
    r"(?P<account>\w*kont(?:o|i)\w*|\bkto\b)"
    r"|(?P<other>\bkid\w*|fødselsn\w*|personn\w*|\b[fp]nr\b|sak\w*n\w*|journal\w*|referanse\w*)",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"(?<![\w.,/-])\d{4}([ .-])\d\d\1\d{5}(?![\w-])(?![.,]\d)")
_PLAIN = re.compile(r"(?<![\w.,/+-])\d{11}(?![\w-])(?![.,]\d)")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_IBAN_LABEL = re.compile(r"(?P<iban>\biban\b)", re.IGNORECASE)
_DIGITS = 11


def find_account_numbers(text: str) -> Iterator[Found]:
    """Yield the account numbers of a text.

    Reasons: «grouped» (4-2-5 and valid), «labelled», «malformed» (after «konto», but its digits do
    not hold), «valid» (11 digits alone: one in eleven random ones is, so this is weak).
    """
    text = plain_spaces(text)
    if most_digits(text) < _DIGITS:
        return
    for layout in (_GROUPED, _PLAIN):
        for written in layout.finditer(text):
            start, end = written.span()
            is_valid = is_account_number(digits_of(written.group()))
            label = label_before(text, start, _LABELS)
            if label == "account":
                yield Found(start, end, *((0.95, "labelled") if is_valid else (0.7, "malformed")))
            elif is_valid and layout is _GROUPED:
                yield Found(start, end, 0.9, "grouped")
            elif is_valid and label is None:
                yield Found(start, end, 0.4, "valid")


def find_ibans(text: str) -> Iterator[Found]:
    """Yield the IBANs of a text; for Norwegian ones the account number inside must hold too.

    Reasons: «valid», «malformed» (after «IBAN», but its digits do not hold).
    """
    text = plain_spaces(text)
    for written in _IBAN.finditer(text):
        start, end = written.span()
        if is_iban(written.group().replace(" ", "")):
            yield Found(start, end, 1.0, "valid")
        elif label_before(text, start, _IBAN_LABEL):
            yield Found(start, end, 0.7, "malformed")


class NorwegianAccountNumberRecognizer(FinderRecognizer):
    """NO_KONTONUMMER: Norwegian account numbers."""

    ENTITY = "NO_KONTONUMMER"
    COUNTRY_CODE = "no"
    find = staticmethod(find_account_numbers)


class NorwegianIbanRecognizer(FinderRecognizer):
    """IBAN_CODE: IBANs of all countries, Norwegian ones with both controls."""

    ENTITY = "IBAN_CODE"
    find = staticmethod(find_ibans)
