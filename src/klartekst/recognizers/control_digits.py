"""The arithmetic of Norwegian numbers: which are well formed. Takes strings of digits alone.

Sources: Skatteetaten, «Fødselsnummer» and «Nye fødselsnummer fra 2032» (weights, D-numbers, the
synthetic series of Tenor, the second control scheme); Direktoratet for e-helse (H- and FH-numbers);
Statistics Norway's Kostra validator (DUF); Brønnøysundregistrene (organisation numbers); Bits
(account numbers, IBAN, KID). No rule about centuries, sex or «not born yet» is used: the new scheme
and D-numbers break them, and a number that is ruled out wrongly is a number that leaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

IdentityKind = Literal["birth", "d", "h", "synthetic", "help"]

_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_DUF_WEIGHTS = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
_ORGANISATION_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)

# In the scheme of 1964 the first control digit makes the sum 0 modulo 11. That of 2032 allows
# three more values, so that more numbers can be issued for a day.
_REMAINDERS_1964 = frozenset({0})
_REMAINDERS_2032 = frozenset({0, 1, 2, 3})

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# What is added to the month, and what it says of the number.
_MONTH_OFFSETS: dict[int, IdentityKind] = {0: "birth", 40: "h", 65: "synthetic", 80: "synthetic"}
_D_OFFSET = 40
_SHORTEST_IBAN = 15  # Norway's is the shortest there is


def identity_kind(digits: str) -> IdentityKind | None:
    """What kind of identity number 11 digits are, or None if they are none.

    «birth» is a fødselsnummer, «d» a D-number, «h» a help number of one hospital, «help» an
    FH-number, «synthetic» one of the test series (Tenor, Norsk helsenett).
    """
    if len(digits) != 11 or not _control_digits_hold(digits, _REMAINDERS_2032):
        return None
    kind = _dated_kind(digits)
    if kind is not None:
        return kind
    is_help = digits[0] in "89" and _control_digits_hold(digits, _REMAINDERS_1964)
    return "help" if is_help else None


def _dated_kind(digits: str) -> IdentityKind | None:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    for offset, kind in _MONTH_OFFSETS.items():
        if _is_day(day, month - offset, year):
            return kind
        if _is_day(day - _D_OFFSET, month - offset, year):
            return "d" if kind == "birth" else kind
    return None


def is_birth_date(digits: str) -> bool:
    """Whether six digits are a day, a month and a two-digit year."""
    return _is_day(int(digits[:2]), int(digits[2:4]), int(digits[4:6]))


def _is_day(day: int, month: int, year: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    return (day, month) != (29, 2) or year % 4 == 0


def _control_digits_hold(digits: str, remainders: frozenset[int]) -> bool:
    first = _weighted(digits, _FIRST_WEIGHTS) + int(digits[9])
    second = _weighted(digits, _SECOND_WEIGHTS) + int(digits[10])
    return first % 11 in remainders and second % 11 == 0


def is_account_number(digits: str) -> bool:
    """Whether 11 digits are a bank account number."""
    if len(digits) != 11:
        return False
    return (_weighted(digits, _SECOND_WEIGHTS) + int(digits[10])) % 11 == 0


def is_organisation_number(digits: str) -> bool:
    """Whether nine digits are an organisation number; those in use begin with 8 or 9."""
    if len(digits) != 9 or digits[0] not in "89":
        return False
    return (_weighted(digits, _ORGANISATION_WEIGHTS) + int(digits[8])) % 11 == 0


def is_duf_number(digits: str) -> bool:
    """Whether 12 digits are a DUF number: year, six digits, and a remainder of two digits."""
    if len(digits) != 12 or not 1900 <= int(digits[:4]) <= 2099:
        return False
    return _weighted(digits, _DUF_WEIGHTS) % 11 == int(digits[10:])


def is_iban(code: str) -> bool:
    """Whether letters and digits, without spaces, are an IBAN.

    They must hold modulo 97, and a Norwegian one must have 15 of them and a valid account number.
    """
    if not code.isalnum() or not code.isascii() or len(code) < _SHORTEST_IBAN:
        return False
    if code.startswith("NO") and (len(code) != _SHORTEST_IBAN or not is_account_number(code[4:])):
        return False
    # Letters count from 10, and the country and its control digits move to the end.
    return int("".join(str(int(character, 36)) for character in code[4:] + code[:4])) % 97 == 1


def is_payment_reference(digits: str) -> bool:
    """Whether 4 to 25 digits are a KID: the last one holds modulo 10 (Luhn) or modulo 11."""
    if not 4 <= len(digits) <= 25:
        return False
    backwards = [int(digit) for digit in reversed(digits)]
    doubled = (sum(divmod(2 * digit, 10)) for digit in backwards[1::2])
    by_ten = sum(backwards[::2]) + sum(doubled)
    by_eleven = backwards[0] + sum(
        digit * (2 + place % 6) for place, digit in enumerate(backwards[1:])
    )
    return by_ten % 10 == 0 or by_eleven % 11 == 0


def _weighted(digits: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
