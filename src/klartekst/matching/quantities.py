"""Numbers, dates and times in a text, in one notation: «01.05.», «1. mai», «første mai».

A quantity has a kind, which says what it can be compared with, and a value. In a message it may be
inexact: «over 200» holds of 214, «nesten to millioner» of 1,9 millioner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klartekst.matching.keys import key_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNITS = {
    "null": 0, "én": 1, "éin": 1, "ett": 1, "eitt": 1, "éi": 1, "to": 2, "tre": 3, "fire": 4,
    "fem": 5,
    "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
    "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17, "atten": 18,
    "nitten": 19, "tjue": 20, "tyve": 20, "tretti": 30, "tredve": 30, "førti": 40, "femti": 50,
    "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90, "hundre": 100, "hundrede": 100,
    "tusen": 1000, "par": 2, "begge": 2,
}  # fmt: skip
_ORDINALS = {
    "første": 1, "fyrste": 1, "andre": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6,
    "sjuende": 7, "sjuande": 7, "åttende": 8, "åttande": 8, "niende": 9, "niande": 9, "tiende": 10,
}  # fmt: skip
_SCALES = {
    "tusen": 1e3, "million": 1e6, "millioner": 1e6, "millionar": 1e6, "mill": 1e6, "mill.": 1e6,
    "milliard": 1e9, "milliarder": 1e9, "milliardar": 1e9, "mrd": 1e9, "mrd.": 1e9, "hundre": 100,
}  # fmt: skip
_MONTHS = {
    month: number
    for number, names in enumerate(
        "januar jan;februar feb;mars;april apr;mai;juni;juli;august aug;september sept;oktober okt;"
        "november nov;desember des".split(";"),
        start=1,
    )
    for month in names.split()
}
_WEEKDAYS = {
    key_of(day): number
    for number, names in enumerate(
        "mandag måndag;tirsdag tysdag;onsdag;torsdag;fredag;lørdag laurdag;søndag sundag".split(";")
    )
    for day in names.split()
}
# Words after a number that say what it counts; others are counted things, of one kind.
_MEASURES = {
    "krone": "money", "kr": "money", "kr.": "money", "prosent": "percent", "%": "percent",
    "år": "age", "time": "span", "minutt": "span", "uke": "span", "dag": "span", "døgn": "span",
    "måned": "span", "månad": "span", "meter": "length", "kilometer": "length", "mil": "length",
}  # fmt: skip
# In hours and in metres.
_SIZES = {
    "minutt": 1 / 60, "time": 1, "dag": 24, "døgn": 24, "uke": 168, "måned": 720, "månad": 720,
    "meter": 1, "kilometer": 1000, "mil": 10_000,
}  # fmt: skip
_ARTICLES = frozenset({"en", "ei", "ein", "et", "eit"})
_AMOUNTS = frozenset({"count", "money"})
_CLOCK = frozenset({"klokka", "klokken", "kl", "kl."})
_HALF_DAY = 1200  # as a clock is noted
_ROUGH, _ROUGHLY = 168, 0.08  # from a week on, hours in other words are about the same
_OF_ALL = frozenset({"av"})
_SHARES = {"halvparten": 50, "halvdelen": 50, "tredjedel": 100 / 3, "tredel": 100 / 3,
    "firedel": 25, "fjerdedel": 25, "femtedel": 20, "femdel": 20, "tidel": 10, "tidjedel": 10,
}  # fmt: skip
_OVER = frozenset({"over", "minst", "drøyt", "flere", "mer", "meir", "fleire", "fylt"})
_UNDER = frozenset({"nesten", "knapt", "snaut", "høyst", "maksimalt", "inntil"})
_ABOUT = frozenset({"rundt", "omtrent", "cirka", "ca", "ca.", "lag", "nærmere", "bortimot", "nær"})
_DIGITS = re.compile(r"\d{1,3}(?:[   ]\d{3})+|\d+(?:[,.]\d+)?")
_SHORT_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(?:(?:20)?\d\d)?\.?")


@dataclass(frozen=True)
class Quantity:
    """A value of a kind, at a token; `low` and `high` bound what agrees with it."""

    kind: str
    value: float
    low: float
    high: float
    index: int
    counted: str = ""  # the key of what is counted

    def holds_of(self, other: Quantity) -> bool:
        """Whether a text with `other` says this."""
        if self.kind == "month" and other.kind == "date":
            return int(other.value) // 100 == int(self.value)
        alike = self.kind == other.kind or {self.kind, other.kind} <= _AMOUNTS
        return alike and any(self.low <= value <= self.high for value in other._values(self))

    def _values(self, wanted: Quantity) -> Iterator[float]:
        """What its value can be taken for: «klokka åtte» for 20, «fire uker» for «en måned»."""
        yield self.value
        if self.kind == "clock":
            yield from (self.value + _HALF_DAY, self.value - _HALF_DAY)
        elif self.kind == "span" and self.counted != wanted.counted and wanted.value >= _ROUGH:
            yield wanted.value if abs(self.value / wanted.value - 1) < _ROUGHLY else self.value

    def is_comparable(self, other: Quantity) -> bool:
        """Whether the two could be said of the same thing."""
        if self.kind == other.kind == "count":
            return self.counted == other.counted or not self.counted or not other.counted
        return self.kind == other.kind


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities of a sentence or a message, in order."""
    return list(_quantities(tokens))


def _quantities(tokens: Sequence[Token]) -> Iterator[Quantity]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        word = token.lower_
        weekday = _WEEKDAYS.get(key_of(word))
        if weekday is not None:
            yield Quantity("weekday", weekday, weekday, weekday, token.i)
        elif word in _MONTHS and token.pos_ in ("NOUN", "PROPN"):
            month = _MONTHS[word]
            yield Quantity("month", month, month, month, token.i)
        elif short := _SHORT_DATE.fullmatch(word):
            day, month = int(short[1]), int(short[2])
            if 1 <= month <= 12 and 1 <= day <= 31 and not _is_clock(tokens, index):
                yield _exact("date", month * 100 + day, token.i)
            else:
                yield _exact("clock", day * 100 + month, token.i)
        elif (share := _share(tokens, index)) is not None:
            value, after = share
            yield Quantity("percent", value, value * 0.97, value * 1.03, token.i)
            index = after
            continue
        elif (number := _number(tokens, index)) is not None:
            value, after = number
            yield _measured(tokens, index, value, after)
            following = tokens[after].lower_ if after < len(tokens) else ""
            index = after + (following in _MONTHS or following in _MEASURES)
            continue
        index += 1


def _exact(kind: str, value: float, index: int) -> Quantity:
    return Quantity(kind, value, value, value, index)


def _number(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """The number that begins at a token, and the index after it."""
    word = tokens[index].lower_
    after = index + 1
    if _DIGITS.fullmatch(word):
        grouped = word.replace(" ", "").replace(" ", "").replace(" ", "")
        while (
            after < len(tokens)
            and re.fullmatch(r"\d{3}", tokens[after].lower_)
            and len(word) <= 3
            and "," not in word
            and tokens[after].idx - tokens[after - 1].idx - len(tokens[after - 1]) == 1
        ):
            grouped += tokens[after].lower_
            after += 1
        if re.fullmatch(r"\d+\.\d{2}", grouped) and _is_clock(tokens, index):
            return float(grouped.replace(".", "")), after
        value = float(grouped.replace(",", "."))
    elif re.fullmatch(r"\d+\.", word):
        return float(word[:-1]), after
    elif word in _ARTICLES and after < len(tokens) and key_of(tokens[after].lemma_) in _SIZES:
        value = 1.0
    elif word in _UNITS:
        value = float(_UNITS[word])
    elif word in _ORDINALS and after < len(tokens) and tokens[after].lower_ in _MONTHS:
        return float(_ORDINALS[word]), after
    elif word in ("hundreårsdag", "hundreårsdagen"):
        value = 100.0
    else:
        return None
    while after < len(tokens) and tokens[after].lower_ in _SCALES:
        value *= _SCALES[tokens[after].lower_]
        after += 1
    return value, after


def _share(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """«Halvparten», «to tredjedeler» or «seks av hundre» in per cent, and the index after it."""
    if (whole := _SHARES.get(tokens[index].lower_)) is not None:
        return whole, index + 1
    number = _number(tokens, index)
    if number is None or number[1] >= len(tokens):
        return None
    value, after = number
    part = _SHARES.get(key_of(tokens[after].lemma_)) or _SHARES.get(tokens[after].lower_)
    if part is not None:
        return value * part, after + 1
    of_all = _number(tokens, after + 1) if _is_of_all(tokens, after) else None
    if of_all is not None and of_all[0] > value:
        return 100 * value / of_all[0], of_all[1]
    return None


def _is_of_all(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].lower_ in _OF_ALL and index + 1 < len(tokens)


def _measured(tokens: Sequence[Token], index: int, value: float, after: int) -> Quantity:
    """A number with what stands around it."""
    here = tokens[index].i
    following = tokens[after] if after < len(tokens) else None
    if following is not None and following.lower_ in _MONTHS and value <= 31:
        return _exact("date", _MONTHS[following.lower_] * 100 + value, here)
    if _is_clock(tokens, index):
        return _exact("clock", value * 100 if value <= 24 else value, here)
    if 1990 <= value <= 2060 and tokens[index].lower_.isdigit():
        return _exact("year", value, here)
    kind, counted = "count", ""
    if following is not None:
        counted = key_of(following.lemma_)
        kind = _MEASURES.get(following.lower_) or _MEASURES.get(counted) or "count"
        value *= _SIZES.get(counted, 1)
    low, high = _bounds(tokens, index, value, kind)
    return Quantity(kind, value, low, high, here, counted)


def _bounds(tokens: Sequence[Token], index: int, value: float, kind: str) -> tuple[float, float]:
    before = {token.lower_ for token in tokens[max(0, index - 2) : index]}
    if before & _ABOUT:
        return value * 0.85, value * 1.15
    if before & _OVER and kind not in ("age", "span"):
        return value, value * 1.6
    if before & _UNDER:
        return value * 0.8, value
    return value * 0.999, value * 1.001


def _is_clock(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].lower_ in _CLOCK
