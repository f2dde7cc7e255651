"""Cadastral numbers: gårds- og bruksnummer, with municipality, lease and section numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found, plain_spaces

_PAIR = r"(?:\d{4}-)?\d{1,5}/\d{1,4}(?:/\d{1,4}){0,2}"
_SPELLED = re.compile(
    r"\b(?:g(?:år|ar)?ds?(?:nummer|nr)|gnr|g\.nr)\.?:? ?\d{1,5}(?:,| og|;|/)? ?"
    r"(?:bruksn(?:umme)?r|bnr|b\.nr)\.?:? ?\d{1,4}(?:(?:, | og )\d{1,4}(?!\d|\.\d))*"
    r"(?:,? (?:fnr|snr)\.? ?\d{1,4}){0,2}",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:\bgnr\.? ?/ ?bnr\b\.?|\bg(?:nr|\.nr)?\./bnr\.?|g(?:år|ar)ds- og bruksnummer\w*"
    r"|matrikkeln\w*"
    rf"|eiendom\w*|eigedom\w*|tomt\w*|\bmnr)[^\d.!?\n]{{0,25}}(?P<pair>{_PAIR})(?![\d/])",
    re.IGNORECASE,
)
_WITH_MUNICIPALITY = re.compile(r"(?<![\w/.-])\d{4}-\d{1,5}/\d{1,4}(?:/\d{1,4}){0,2}(?![\d/])")
_YEARS = re.compile(r"(?:19|20)\d\d/(?:19|20)?\d\d")


def find_properties(text: str) -> Iterator[Found]:
    """Yield the cadastral numbers of a text. Reasons: «spelled», «labelled», «full»."""
    text = plain_spaces(text)
    yield from (Found(*found.span(), 0.95, "spelled") for found in _SPELLED.finditer(text))
    for found in _LABELLED.finditer(text):
        if not _YEARS.fullmatch(found["pair"]):
            yield Found(*found.span("pair"), 0.8, "labelled")
    yield from (Found(*found.span(), 0.8, "full") for found in _WITH_MUNICIPALITY.finditer(text))


class NorwegianPropertyRecognizer(FinderRecognizer):
    """NO_EIENDOM: gnr./bnr. and the like."""

    ENTITY = "NO_EIENDOM"
    COUNTRY_CODE = "no"
    find = staticmethod(find_properties)
