"""What bears a person's name, or looks like one, and is no person: data in `names.toml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from klartekst.model import Span
from klartekst.recognizers.lexicon import any_of, is_listed_name, listed_names, shipped_lists
from klartekst.recognizers.name_clues import CAPITALISED, SENTENCE_START

_LISTS = shipped_lists("names")
_NAMED_AFTER = re.compile(rf"(?:['’]?s)?[\s-]{any_of(_LISTS['named_after'])}\b")
# With a capital, they do so only as they stand: «Nav Frostad», but not «den gamle Kari».
_COMMON = [word for word in _LISTS["things_before"] if not word[:1].isupper()]
_PROPER = [word for word in _LISTS["things_before"] if word[:1].isupper()]
_THING_WORD = rf"(?:(?i:{any_of(_COMMON)})|{any_of(_PROPER)})"
_THING_BEFORE = re.compile(rf"\b{_THING_WORD}\s«?$")
# «på Olaberget, Karimoen og Pernes»: what stands in such a list is a place.
IN_PLACES = re.compile(
    r"\b(?:i|på|ved|mellom|langs|nær|utenfor|utanfor|innenfor|innanfor)\s"
    rf"(?:{CAPITALISED}(?: {CAPITALISED})?(?:,\s|\sog\s|\seller\s)){{0,6}}$"
)
_AFTER_IN = re.compile(rf"\b[Ii]\s({CAPITALISED})")
_ANIMAL_BEFORE = re.compile(
    rf"\b{any_of(_LISTS['animals'])}\b[^.!?]{{0,60}}\b(?:he(?:t|ter|iter|itte|ite)"
    r"|(?:med|ved) na[mv]n(?:et)?|kalt|kalla)\s$",
    re.IGNORECASE,
)
_ANIMAL_ANYWHERE = re.compile(rf"{any_of(_LISTS['animals'])}\b", re.IGNORECASE)
_ANIMAL_NEAR = re.compile(rf"\b{any_of(_LISTS['animals'])}\b")
_OF_KOMMUNE = re.compile(rf"(?<![\w-])({CAPITALISED}) (?:kommune|fylkeskommune)\b")
_OF_DOMAIN = re.compile(r"\b([a-zæøå-]{2,30})\.kommune\.no\b")
# What weather, traffic and fires do to places.
_STRUCK = re.compile(
    r"\b(?:treffer|treff|rammer|råkar|passerer|forbi|gjennom|nærmer seg|nærmar seg)\s$"
)
_IN = re.compile(r"\b(?:[Ii]|[Ll]angs|[Nn]ær|[Uu]tenfor|[Uu]tanfor)\s$")
# A name must follow in so many words: a glance ahead, since the list is long.
_MOST_WORDS = max(len(thing.split()) for thing in _LISTS["things_before"])
_THING_NAMED = re.compile(
    rf"\b(?=(?:\S{{1,60}}\s){{1,{_MOST_WORDS}}}«?[A-ZÆØÅ])"
    rf"{_THING_WORD}\s«?({CAPITALISED})(?! [A-ZÆØÅ])"
)
_WHERE = re.compile(
    r"\b(?:[Ii]|[Pp]å|[Vv]ed|[Mm]ellom|[Rr]undt|[Nn]ær|[Ll]angs|[Uu]tenfor|[Uu]tanfor|[Oo]ver)\s$"
)
# «Elevene har kalt den Bjarne», but not «kalt ham».
_CALLED_IT = re.compile(r"\b(?:kalt|kalla|kaller|kallar|døpt|døypt) (?:den|det|dei|de) $")
_AGE = re.compile(r" \(\d{1,2}(?: år)?\)")
# «Berit og Arne Stubs fond»: both gave it their names.
_JOINED_THING = re.compile(
    rf" og {CAPITALISED}(?: {CAPITALISED}){{0,3}}[\s-]{any_of(_LISTS['named_after'])}\b"
)
_GERM = re.compile(r"\.? ?(?:coli|aureus)\b")  # «E. coli», in news of the water
# «Fykerudprisen», «Helgetunnelen»: one word that ends in what bears the name.
_NAMED_THING = re.compile(rf"[^\W\d_]{{3,30}}?{any_of(_LISTS['things_inside'])}s?")
_COMPOUND = re.compile(r"-[a-zæøå]{3}")  # «Ivar Aasen-året»
_FIRST_WORD = re.compile(r"\S+\s")
_COMPOUND_INSIDE = re.compile(r"\s\S+-[a-zæøå]{3,}$")
LIST_REACH = 80  # how far before a name to look for the start of a list, in code points


def names_a_thing(text: str, span: Span) -> bool:
    """Whether a street, a storm, a firm or an animal bears the name at `span`."""
    before = text[max(0, span.start - 20) : span.start]
    if _AGE.match(text, span.end):
        return False
    if _COMPOUND.match(text, span.end) or _COMPOUND_INSIDE.search(text[span.start : span.end]):
        return True
    is_quoted = text[max(0, span.start - 1) : span.start] == "«" and text.startswith("»", span.end)
    if is_quoted:
        return True
    first_word = _FIRST_WORD.match(text, span.start, span.end)
    return bool(
        _THING_BEFORE.search(before)
        or _CALLED_IT.search(before)
        or _is_animal(text, span)
        or (first_word and _opens_with_a_thing(text, span, first_word.group()))
        or _GERM.match(text, span.end)
        or _is_one_thing(text[span.start : span.end])
        or _NAMED_AFTER.search(text, span.start, span.end)
        or _NAMED_AFTER.match(text, span.end)
        or _JOINED_THING.match(text, span.end)
    )


def _is_one_thing(name: str) -> bool:
    return bool(_NAMED_THING.fullmatch(name)) and not is_listed_name(name)


def _opens_with_a_thing(text: str, span: Span, first_word: str) -> bool:
    """«Ferja Marta», but not «rektor Storm Eide»: inside a sentence a name has the capital."""
    is_name = first_word.strip().casefold() in listed_names("given_names")
    is_inside = SENTENCE_START.search(text[max(0, span.start - 3) : span.start]) is None
    return bool(_THING_BEFORE.fullmatch(first_word)) and not (is_name and is_inside)


def places_in(text: str, others: Sequence[Span]) -> frozenset[str]:
    """Words that stand as a place, a municipality, a ship or a storm somewhere in the text."""
    found = {found[1] for found in _AFTER_IN.finditer(text)}
    found |= {found[1] for found in _OF_KOMMUNE.finditer(text)}
    found |= {found[1].capitalize() for found in _OF_DOMAIN.finditer(text)}
    found |= {found[1] for found in _THING_NAMED.finditer(text)}
    return frozenset(found | {text[other.start : other.end] for other in others})


def is_placed(text: str, span: Span) -> bool:
    """Whether «i», «på», «ved» or the like leads up to a name, or to a list that it ends."""
    before = text[max(0, span.start - LIST_REACH) : span.start]
    if " " in text[span.start : span.end]:
        return bool(_IN.search(before))
    return bool(IN_PLACES.search(before) or _WHERE.search(before) or _STRUCK.search(before))


def names_an_animal(text: str, span: Span) -> bool:
    """Whether an animal is said to be called so, or one is told of and this is a lone name."""
    if not _tells_of_animals(text):
        return False
    before = text[max(0, span.start - LIST_REACH) : span.start]
    is_lone = " " not in text[span.start : span.end]
    return bool(_ANIMAL_BEFORE.search(before) or (is_lone and _ANIMAL_NEAR.search(before)))


def _is_animal(text: str, span: Span) -> bool:
    """Whether an animal is said to be called so."""
    start = max(0, span.start - LIST_REACH)
    found = _tells_of_animals(text) and _ANIMAL_BEFORE.search(text, start, span.start)
    return bool(found)


@lru_cache(1)  # every name of a text asks
def _tells_of_animals(text: str) -> bool:
    return _ANIMAL_ANYWHERE.search(text) is not None
