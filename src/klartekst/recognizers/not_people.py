"""What bears a person's name, or looks like one, and is no person: data in `names.toml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from klartekst.model import Span
from klartekst.recognizers.lexicon import any_of, is_listed_name, shipped_lists
from klartekst.recognizers.name_clues import CAPITALISED, SENTENCE_START, also_words_too
from klartekst.recognizers.name_words import name_words

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
    rf"\b{any_of(_LISTS['animals'])}\b[^.!?]{{0,60}}\bhe(?:t|ter|iter|itte|ite)\s$", re.IGNORECASE
)
_PLACE_ENDINGS = tuple(_LISTS["place_endings"])
_OF_KOMMUNE = re.compile(rf"(?<![\w-])({CAPITALISED}) (?:kommune|fylkeskommune)\b")
_OF_DOMAIN = re.compile(r"\b([a-zæøå-]{2,30})\.kommune\.no\b")
# What weather, traffic and fires do to places.
_STRUCK = re.compile(
    r"\b(?:treffer|treff|rammer|råkar|passerer|forbi|gjennom|nærmer seg|nærmar seg)\s$"
)
_FROM_THERE = re.compile(rf"{CAPITALISED} (?:fra|frå)\s$")  # «Siri Dahl fra Hjelmeid»
_THING_NAMED = re.compile(rf"\b{_THING_WORD}\s«?({CAPITALISED})(?! [A-ZÆØÅ])")
_WHERE = re.compile(
    r"\b(?:[Ii]|[Pp]å|[Vv]ed|[Mm]ellom|[Rr]undt|[Nn]ær|[Ll]angs|[Uu]tenfor|[Uu]tanfor|[Oo]ver)\s$"
)
_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,}-[a-zæøå]+$")  # «DUF-nummer»
_COMPOUND = re.compile(r"-[a-zæøå]{3}")  # «Ivar Aasen-året»
_COMPOUND_INSIDE = re.compile(r"\s\S+-[a-zæøå]{3,}$")
LIST_REACH = 80  # how far before a name to look for the start of a list, in code points


def names_a_thing(text: str, span: Span) -> bool:
    """Whether a street, a storm, a firm or an animal bears the name at `span`."""
    before = text[max(0, span.start - 20) : span.start]
    if _COMPOUND.match(text, span.end) or _COMPOUND_INSIDE.search(text[span.start : span.end]):
        return True
    is_quoted = text[max(0, span.start - 1) : span.start] == "«" and text.startswith("»", span.end)
    if is_quoted:
        return True
    first_word = re.compile(r"\S+\s").match(text, span.start, span.end)
    return bool(
        _THING_BEFORE.search(before)
        or _ANIMAL_BEFORE.search(text, max(0, span.start - LIST_REACH), span.start)
        or (first_word and _THING_BEFORE.fullmatch(first_word.group()))
        or _NAMED_AFTER.search(text, span.start, span.end)
        or _NAMED_AFTER.match(text, span.end)
    )


def places_in(text: str, others: Sequence[Span]) -> set[str]:
    """Words after «i», municipalities, and what a pipeline took for no person somewhere."""
    after_in = {found[1] for found in _AFTER_IN.finditer(text)}
    municipalities = {found[1] for found in _OF_KOMMUNE.finditer(text)}
    municipalities |= {found[1].capitalize() for found in _OF_DOMAIN.finditer(text)}
    return after_in | municipalities | {text[other.start : other.end] for other in others}


def things_in(text: str) -> frozenset[str]:
    """The lone names that a storm, a ship or the like bears somewhere in the text."""
    return frozenset(found[1] for found in _THING_NAMED.finditer(text))


def is_no_person(text: str, span: Span, places: AbstractSet[str], parts: AbstractSet[str]) -> bool:
    """Whether a lone word that the pipeline took for a person is a place or a common word.

    `parts` are the words of the full names in the text: those are names wherever they stand.
    """
    words = text[span.start : span.end]
    if _ACRONYM.match(words):
        return True
    if " " in words or "." in words or set(name_words(words)) & parts:
        return False
    return _is_place(text, span, places) or _is_common_word(text, span)


def _is_place(text: str, span: Span, places: AbstractSet[str]) -> bool:
    """Whether a lone word is a place: in a list of places, used as one elsewhere, or by its end."""
    word = text[span.start : span.end]
    is_genitive = word.endswith("s") and is_listed_name(word[:-1])
    before = text[max(0, span.start - LIST_REACH) : span.start]
    if IN_PLACES.search(before) and not is_genitive:
        return True
    if _WHERE.search(before) and not is_listed_name(word):
        return True
    if _FROM_THERE.search(before) and not is_listed_name(word):
        return True
    if word in places or (_STRUCK.search(before) and not is_listed_name(word)):
        return True
    return word.casefold().endswith(_PLACE_ENDINGS) and not is_listed_name(word)


def _is_common_word(text: str, span: Span) -> bool:
    """Whether a lone word at the start of a sentence has only that to make it a name."""
    word = text[span.start : span.end]
    before = text[max(0, span.start - 4) : span.start]
    if not SENTENCE_START.search(before):
        return False
    if not is_listed_name(word):
        return True
    is_joined = text.startswith(" og ", span.end) and text[span.end + 4 : span.end + 5].isupper()
    return word.casefold() in also_words_too() and not is_joined
