"""Cadastral numbers with municipality, lease and section numbers; and farms by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, plain_spaces

_PAIR = r"(?:\d{4}-)?\d{1,5}/\d{1,4}(?:/\d{1,4}){0,2}"
_SLASH = re.compile(r"\d/\d")
_SPELLED = re.compile(
    r"\b(?:g(?:år|ar)?ds?(?:nummer|nr)|gnr|g\.nr)\.?:? ?\d{1,5}(?:,| og|;|/)? ?"
    r"(?:bruksn(?:umme)?r|bnr|b\.nr)\.?:? ?\d{1,4}(?:(?:, | og )\d{1,4}(?!\d|\.\d))*"
    r"(?:,? (?:fnr|snr)\.? ?\d{1,4}){0,2}",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:\bgnr\.? ?/ ?bnr\b\.?|\bg(?:nr|\.nr)?\./bnr\.?|g(?:år|ar)ds- og bruksnummer\w*"
    r"|matrikkeln\w*"
    rf"|eiendom\w*|eigedom\w*|tomt\w*|\bmnr"
    rf"|\b(?:g[åa]rden|(?:g[åa]rds)?bruket)(?=,? \d))[^\d.!?\n]{{0,25}}(?P<pair>{_PAIR})(?![\d/])",
    re.IGNORECASE,
)
_WITH_MUNICIPALITY = re.compile(r"(?<![\w/.-])\d{4}-\d{1,5}/\d{1,4}(?:/\d{1,4}){0,2}(?![\d/])")
_FARM = re.compile(
    r"\b(?i:g[åa]rden|g[åa]rdsbruket|bruket) "
    r"(?P<name>[A-ZÆØÅ][a-zæøå]{2,}(?: [A-ZÆØÅ][a-zæøå]{2,})?)"
)
_YEARS = re.compile(r"(?:19|20)\d\d/(?:19|20)?\d\d")


def find_properties(text: str) -> Iterator[Found]:
    """Yield the cadastral numbers of a text. Reasons: «spelled», «labelled», «full»."""
    text = plain_spaces(text)
    yield from (Found(*found.span(), 0.95, "spelled") for found in _SPELLED.finditer(text))
    if not _SLASH.search(text):
        return
    for found in _LABELLED.finditer(text):
        if not _YEARS.fullmatch(found["pair"]):
            yield Found(*found.span("pair"), 0.8, "labelled")
    yield from (Found(*found.span(), 0.8, "full") for found in _WITH_MUNICIPALITY.finditer(text))


def find_farms(text: str) -> Iterator[Found]:
    """Yield the farms of a text that are named as such. Reason: «named»."""
    for found in _FARM.finditer(plain_spaces(text)):
        yield Found(*found.span("name"), 0.6, "named")


class NorwegianPropertyRecognizer(FinderRecognizer):
    """NO_EIENDOM: gnr./bnr. and the like."""

    ENTITY = "NO_EIENDOM"
    COUNTRY_CODE = "no"
    find = staticmethod(find_properties)


class NorwegianFarmRecognizer(FinderRecognizer):
    """NO_GARD: the name after «garden», «gården», «bruket»."""

    ENTITY = "NO_GARD"
    COUNTRY_CODE = "no"
    find = staticmethod(find_farms)
