"""Street addresses with a house number, farm addresses with a post code, flats and post boxes.

A street without a number is a place and no address. The endings of street names are data in
`streets.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, label_before, plain_spaces
from klartekst.recognizers.lexicon import shipped_lists
from klartekst.recognizers.name_clues import CAPITALISED

_LISTS = shipped_lists("streets")
_JOINED = "|".join(sorted(_LISTS["endings"], key=len, reverse=True))
_APART = "|".join(sorted(_LISTS["words"], key=len, reverse=True))
_PARTS = "|".join(_LISTS["parts"])
_NOT_AFTER = "|".join(_LISTS["not_after"])
_NUMBER = (
    rf"\d{{1,4}}(?: ?[A-Za-z](?!\w|\.\w))?(?: ?[-–] ?\d{{1,4}})?(?![\w%])"
    rf"(?!\.?,? ?(?:{_NOT_AFTER})\b)(?!\.\d|,\d| \d{{3}}(?!\d))"
)
_POST = rf"(?:(?:,| ) ?(?:[HULK]\d{{4}},? )?\d{{4}} {CAPITALISED}(?: {CAPITALISED})?)"
_STREET = re.compile(
    rf"(?<![\w-])(?:c/o [^,\d]{{2,40}}, ?)?"
    rf"(?:{CAPITALISED} )?(?:{CAPITALISED} )?"
    rf"(?:[A-ZÆØÅ][^\W\d_]{{0,40}}(?:-[^\W\d_]{{1,40}}){{0,3}}(?:{_JOINED})"
    rf"|{CAPITALISED} (?:{_APART})"
    rf"|(?:{_PARTS}) {CAPITALISED})"
    rf" {_NUMBER}{_POST}?"
)
_FARM = re.compile(rf"(?<![\w-]){CAPITALISED}(?: {CAPITALISED}){{0,2}} \d{{1,4}}[A-Z]?{_POST}")
# «bor i Brinken 7»: only where somebody is said to live, since most names of streets tell.
_HOME = re.compile(
    r"\b(?:bor|bur|bodde|budde|bosatt|busett|flyttet|flytta|bopel|hjemme|heime)"
    r" (?:\w+ )?(?:i|på|til) "
    rf"(?P<address>{CAPITALISED} \d{{1,3}} ?[A-Z]?)(?=[.,;:)!?]|\s(?:og|som|har|fikk|fekk)\b|\s*$)",
    re.MULTILINE,
)
_BOX = re.compile(rf"(?<!\w)[Pp](?:ost)?\.?b(?:oks)?\.? \d{{1,5}}(?:[^\d\n.]{{0,20}}{_POST})?")
_FLAT = re.compile(r"(?<![\w-])[HULK](?:0\d|[1-9]\d)\d\d(?![\w-])")
_FLAT_LABEL = re.compile(
    r"(?P<flat>bolign\w*|bustadn\w*|leilighet\w*|leilegheit\w*|husv[æe]re\w*|\bbor\b|\bbur\b)",
    re.IGNORECASE,
)


# «1–19»: houses of many, and «12–14»: one building.
_RANGE = re.compile(r" (\d{1,4})(?: ?[-–] ?| til )(\d{1,4})(?!\d)")
_MANY_NUMBERS = 6
_REST_OF_RANGE = 9  # « til 1234»: how far past an address its range may go, in code points


def find_addresses(text: str) -> Iterator[Found]:
    """Yield the addresses of a text, post code and place included where they follow.

    Reasons: «street», «range» (all houses of a street from one number to another), «farm» (a
    place name with number and post code), «home» (where somebody is said to live), «box» (a post
    box), «flat» (a bolignummer alone).
    """
    text = plain_spaces(text)
    taken: list[Found] = []
    for layout, confidence, reason in ((_STREET, 0.9, "street"), (_FARM, 0.8, "farm")):
        for written in layout.finditer(text):
            houses = _RANGE.search(text, written.start(), written.end() + _REST_OF_RANGE)
            is_range = houses and int(houses[2]) - int(houses[1]) >= _MANY_NUMBERS
            why = "range" if is_range else reason
            found = Found(written.start(), written.end(), confidence, why)
            if not any(found.start < other.end and other.start < found.end for other in taken):
                taken.append(found)
    yield from taken
    for home in _HOME.finditer(text):
        start, end = home.span("address")
        if not any(start < other.end and other.start < end for other in taken):
            yield Found(start, end, 0.7, "home")
    yield from (Found(box.start(), box.end(), 0.8, "box") for box in _BOX.finditer(text))
    for flat in _FLAT.finditer(text):
        has_label = label_before(text, flat.start(), _FLAT_LABEL)
        yield Found(flat.start(), flat.end(), 0.9 if has_label else 0.5, "flat")


class NorwegianAddressRecognizer(FinderRecognizer):
    """NO_ADDRESS: addresses with a number, and bolignummer."""

    ENTITY = "NO_ADDRESS"
    COUNTRY_CODE = "no"
    find = staticmethod(find_addresses)
