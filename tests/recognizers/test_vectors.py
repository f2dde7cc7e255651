"""Identifiers made here by the published rules, in sentences, as all recognisers together see them.

The control digits are found by trying, not by the code under test. Birth dates lie in the years
2033 to 2038, so no number is anybody's.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import spacy

from klartekst.recognizers.analysis import find_entities

Vector = tuple[str, str]  # the kind, and the number as it is written

K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
ORGANISATION = (3, 2, 7, 6, 5, 4, 3, 2, 1)
DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
OFFSETS = {  # what is added to the day and to the month
    "birth": (0, 0),
    "D": (40, 0),
    "H": (0, 40),
    "Tenor": (0, 80),
    "Tenor D": (40, 80),
    "Norsk helsenett": (0, 65),
}
LABELS = {
    "NO_FODSELSNUMMER": ("fødselsnummer", "fnr.", "personnummer"),
    "NO_DUF": ("DUF-nummer", "DUF"),
    "NO_KONTONUMMER": ("kontonummer", "konto"),
    "IBAN_CODE": ("IBAN",),
    "NO_ORGANISASJONSNUMMER": ("org.nr.", "organisasjonsnummer"),
    "PHONE_NUMBER": ("telefon", "tlf.", "mobil"),
    "NO_BILSKILT": ("bilen", "registreringsnummer"),
}
NEEDS_LABEL = {"NO_KONTONUMMER"}  # eleven digits in a row: one in eleven is valid by chance
ROUNDS = 5
NLP = spacy.blank("nb")


def remainder(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11


def identity(chance: random.Random, kind: str, scheme: int) -> str:
    """A number whose first control digit leaves `scheme`: 0 in 1964's, 0 to 3 in 2032's."""
    day, month = OFFSETS.get(kind, (0, 0))
    while True:
        date = f"{chance.randint(1, 28) + day:02}{chance.randint(1, 12) + month:02}"
        nine = f"{date}{chance.randint(33, 38)}{chance.randint(500, 999)}"
        if kind == "FH":
            nine = str(chance.randint(850_000_000, 999_999_999))
        for control in range(100):
            number = f"{nine}{control:02}"
            if remainder(number, K1) == scheme and remainder(number, K2) == 0:
                return number


def ending(chance: random.Random, size: int, weights: tuple[int, ...], first: str = "") -> str:
    """Digits that hold modulo 11 with a last one that was found by trying."""
    while True:
        digits = first + "".join(str(chance.randint(0, 9)) for _ in range(size - len(first)))
        if remainder(digits, weights) == 0:
            return digits


def iban(account: str) -> str:
    return next(
        f"NO{control:02}{account}"
        for control in range(2, 99)
        if int(f"{account}2324{control:02}") % 97 == 1
    )


def grouped(digits: str, *sizes: int, by: str = " ") -> str:
    parts, rest = [], digits
    for size in sizes:
        parts.append(rest[:size])
        rest = rest[size:]
    return by.join(parts)


def vectors(chance: random.Random) -> Iterator[Vector]:
    """One valid number of every kind in every usual writing."""
    schemes = [(kind, scheme) for kind in OFFSETS for scheme in range(4)]
    for kind, scheme in [*schemes, ("FH", 0)]:
        number = identity(chance, kind, scheme)
        yield "NO_FODSELSNUMMER", number
        for by in (" ", "-", "\u00a0"):
            yield "NO_FODSELSNUMMER", grouped(number, 6, 5, by=by)
        date = grouped(number[:6], 2, 2, 2, by=".")
        yield "NO_FODSELSNUMMER", f"{date} {number[6:]}"
    serial = f"{chance.randint(1990, 2026)}{chance.randint(0, 999_999):06}"
    duf = f"{serial}{remainder(serial, DUF):02}"
    yield from (("NO_DUF", w) for w in (duf, grouped(duf, 4, 6, 2), grouped(duf, 6, 6)))
    account = ending(chance, 11, K2, "9710")
    yield "NO_KONTONUMMER", account
    yield from (("NO_KONTONUMMER", grouped(account, 4, 2, 5, by=by)) for by in " .")
    code = iban(account)
    yield from (("IBAN_CODE", w) for w in (code, grouped(code, 4, 4, 4, 3)))
    firm = ending(chance, 9, ORGANISATION, chance.choice("89"))
    yield from (("NO_ORGANISASJONSNUMMER", w) for w in (firm, grouped(firm, 3, 3, 3)))
    phone = f"6805{chance.randint(0, 9999):04}"
    pairs = grouped(phone, 2, 2, 2, 2)
    for written in (phone, pairs, f"+47 {pairs}", f"0047 {phone}", grouped(phone, 3, 2, 3)):
        yield "PHONE_NUMBER", written
    plate = f"Q{chance.choice('ABC')}{chance.randint(10_000, 99_999)}"
    yield from (("NO_BILSKILT", w) for w in (plate, grouped(plate, 2, 5)))


def sentences(kind: str, written: str) -> Iterator[str]:
    """The number with each of its labels, and without where it needs none."""
    for label in LABELS[kind]:
        yield f"Hun oppga {label} {written} i går."
    if kind not in NEEDS_LABEL or not written.isdigit():
        yield f"Her står {written} i brevet."


def kinds_in(text: str, written: str) -> set[str]:
    """The kinds of what is found in the place of the number, if all of it is found."""
    found = find_entities(NLP(text))
    start = text.index(written)
    return {e.kind for e in found if e.span.start <= start and start + len(written) <= e.span.end}


def test_valid_numbers_come_out_as_their_kind() -> None:
    """At least 99 of a hundred, in every writing, with and without label."""
    chance = random.Random(2032)
    wrong, count = [], 0
    for _ in range(ROUNDS):
        for kind, written in vectors(chance):
            for text in sentences(kind, written):
                count += 1
                if kinds_in(text, written) != {kind}:
                    wrong.append((kind, text))
    assert len(wrong) <= count / 100, wrong[:10]


def test_invalid_numbers_without_label_are_nothing_sure() -> None:
    """One wrong digit, and no label: no identity number, DUF, IBAN or organisation number."""
    chance = random.Random(1964)
    controlled = {"NO_FODSELSNUMMER", "NO_DUF", "IBAN_CODE", "NO_ORGANISASJONSNUMMER"}
    for _ in range(ROUNDS):
        for kind, written in vectors(chance):
            broken = f"{written[:-1]}{(int(written[-1]) + 1) % 10}"
            if kind in controlled:
                found = kinds_in(f"Her står {broken} i brevet.", broken)
                assert not found & controlled, broken
