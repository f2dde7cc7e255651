"""Telephone numbers, as they are written in Norway.

Grouping tells a telephone number from an amount: 12 34 56 78 and 123 45 678 are never amounts,
12 345 678 never a telephone number. Where the grouping does not tell, libphonenumber or a label
must. Emergency and short numbers have fewer digits and are never found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, label_before, most_digits, plain_spaces

_LABELS = re.compile(
    r"(?P<phone>telefon\w*|\btlf\b|\btel\b|mobil(?:en|nummer\w*|telefon\w*)?\b|\bmob\b|\bsms\b"
    r"|\bring(?:e|er|es|ast|je|jast)?\b|\bvipps\w*|\bnummer(?:et)?\b"
    r"|\bnå(?:s|ast)\b|\btreff(?:es|ast)\b|\bpå nr)"
    r"|(?P<other>konto\w*|\bkid\b|\borg\.?\s?n|organisasjons\w*|saksn\w*|\bsak(?:en|a)?\b|journal\w*"
    r"|faktura\w*|\bref\b|referanse\w*|\bduf\w*|\bisbn\b|\bpass\b)",
    re.IGNORECASE,
)
_NORWEGIAN = re.compile(
    r"(?<![\w+])(?<!\d[.,/:-])"
    r"(?P<country>\(?(?:\+|00)47\)?[ -]?"
    r"|47 (?=\d\d \d\d \d\d \d\d(?!\d)|\d{3} \d\d \d{3}(?!\d)))?"
    r"(?:"
    r"(?P<pairs>[2-9]\d([ -])\d\d\3\d\d\3\d\d(?!\3\d\d(?!\3\d\d\3\d\d\3\d\d)(?!\d)))"
    r"|(?P<triple>[2-9]\d\d([ -])\d\d\5\d{3})"
    r"|(?(country)|(?<!\d ))(?P<loose>[2-9]\d{7}|[2-9]\d{3} \d{4}|[2-9]\d\d \d{3} \d\d"
    r"|[2-9]\d\.\d\d\.\d\d\.\d\d)"
    r")(?:/\d{2,3})?(?![\w-])(?![.,:/]\d)"
)
_FOREIGN = re.compile(r"(?<![\w+])(?:\+|00)(?!47)[1-9]\d{0,2}[ -]?\(?\d[\d ()-]{4,14}\d(?!\w)")
_AMOUNT_BEFORE = re.compile(r"(?:\bkr\.?|\bNOK|\bEUR|€|\$|§)\s?$", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(
    r"\s?(?:kroner|kr\b|,-|mill|mrd|%|prosent|stk|tonn|liter|meter|kvadrat|kWh|innbygg|euro)",
    re.IGNORECASE,
)
_PAIRS = re.compile(r"(?:(?<!\d)\d\d )+$")
_PAIRS_IN_NUMBER = 4
_YEARS = re.compile(r"(?:19|20)\d\d (?:19|20)\d\d")
_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_SERVICE_PREFIX = "8"
_FEWEST_DIGITS = 3  # of what is written as a foreign number


def find_phone_numbers(text: str) -> Iterator[Found]:
    """Yield the telephone numbers of a text.

    Reasons: «labelled», «grouped» (written as only telephone numbers are), «valid» (a number that
    may be assigned), «service» (the 800 series, which no person holds).
    """
    text = plain_spaces(text)
    if most_digits(text) < _FEWEST_DIGITS:
        return
    for written in _NORWEGIAN.finditer(text):
        found = _judge(text, written)
        if found is not None:
            yield found
    for written in _FOREIGN.finditer(text):
        if _is_assignable(written.group()):
            yield Found(written.start(), written.end(), 0.9, "valid")


def _judge(text: str, written: re.Match[str]) -> Found | None:
    start, end = written.span()
    if _is_amount(text, start, end) or (written["pairs"] and _is_in_a_row(text, start)):
        return None
    label = label_before(text, start, _LABELS)
    number = written["pairs"] or written["triple"] or written["loose"]
    if number.startswith(_SERVICE_PREFIX) and not (written["country"] or written["pairs"]):
        return Found(start, end, 0.6, "service")
    if written["country"] or (label == "phone"):
        return Found(start, end, 0.95, "labelled")
    if not written["loose"]:
        return Found(start, end, 0.85, "grouped")
    is_something_else = (
        label or "." in number or _YEARS.fullmatch(number) or _DATE.fullmatch(number)
    )
    if is_something_else or not _is_assignable(number):
        return None
    return Found(start, end, 0.6, "valid")


def _is_amount(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 6) : start]
    return bool(_AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(text, end))


def _is_in_a_row(text: str, start: int) -> bool:
    """Whether pairs of digits stand before that make no number: «uke 20 21 22 23 24»."""
    before = _PAIRS.search(text, max(0, start - 40), start)
    return before is not None and len(before.group().split()) % _PAIRS_IN_NUMBER != 0


def _is_assignable(number: str) -> bool:
    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(number, "NO")))
    except phonenumbers.NumberParseException:
        return False


class NorwegianPhoneRecognizer(FinderRecognizer):
    """PHONE_NUMBER: Norwegian numbers in all common groupings, and foreign ones with +."""

    ENTITY = "PHONE_NUMBER"
    find = staticmethod(find_phone_numbers)
