"""What tells for and against that a stretch of text is the name of a person.

Each kind of evidence is a plain question about one mention, and has an English name. See
`name_evidence.py` for how they are weighed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from klartekst.model import Span
from klartekst.recognizers.lexicon import (
    any_of,
    common_words,
    is_listed_name,
    listed_names,
    shipped_lists,
    shipped_titles,
)
from klartekst.recognizers.name_clues import CAPITALISED, SENTENCE_START
from klartekst.recognizers.name_sighting import Sighting
from klartekst.recognizers.name_words import WORD
from klartekst.recognizers.not_people import IN_PLACES, is_placed, names_an_animal

_LISTS = shipped_lists("names")
_TITLES = shipped_lists("titles")
_SPEECH = any_of(_TITLES["speech"])
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,60})(,?) $")
_WORD_AFTER = re.compile(r"(?: og |, (?:som er )?)([^\W\d_]{2,60})")
_AGE = re.compile(r" \(\d{1,2}(?: år)?\)| på \d{1,2} år\b|,? \d{1,2} år\b")
_NUMBER = re.compile(r",? \(?(?:[fp]\.? ?nr\b|fødselsn|personn|f(?:ødt|ødd|\.) ?\d|\d{6})")
_INITIAL = re.compile(r"\b[A-ZÆØÅ]\.|\b[A-ZÆØÅ]$")
_SPEAKS_BEFORE = re.compile(rf"\b(?:{_SPEECH}|ifølge|ifølgje)(?: til \w+)? $", re.IGNORECASE)
_SPEAKS_AFTER = re.compile(rf" (?:{_SPEECH}|har sagt)\b")
_GREETED = re.compile(
    r"(?:^|\n|[.!?] )\W*(?:hei|hallo|kjære|til|takk til|hilsen|helsing|mvh)[ ,\n]{1,2}$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b[^\W\d_]{3,30}: $")
_ACTS = re.compile(rf" (?:{any_of(_LISTS['human_acts'])})\b")
_OWNS = re.compile(rf" (?:{any_of(_LISTS['human_things'])})\b")
_OF = re.compile(
    rf"\b(?i:{any_of(_LISTS['human_things'])}) (?:til|åt|fra|frå|for|mot) (?:{CAPITALISED} og )?$"
)
_CALLED = re.compile(
    r"\b(?:\w*na[mv]n(?:et)?|he(?:t|ter|iter|itte|ite)|kalt|kalla|døpt|døypt)[,:]? $"
)
_JOINED = re.compile(rf"(?<![.!?] ){CAPITALISED}(?: {CAPITALISED})? og $")
_PRONOUN = re.compile(r"[^.!?\n]{0,160}[.!?] (?:Han|Hun|Ho)\b")
# What a name alone is the subject of: «Skog har klaget». Norwegian nouns mostly have an article.
PREDICATE = re.compile(
    r" (?:er|var|ble|blei|blir|vart|vert|har|hadde|kan|kunne|vil|ville|skal|skulle|må|måtte"
    r"|får|fikk|fekk)\b"
)
_OWN_PRONOUN = re.compile(
    r"[^.!?\n]{0,120}\b(?:han|hun|ho|seg|sin|sitt|sine|hans|henne|hennes|hennar)\b"
)
_ADDRESSED = re.compile(r", $")
_CIVIL = re.compile(r"\b(?:[Ff]ru|[Ff]rk\.?|[Ff]røken|[Hh]err|[Hh]r\.?) $")
_INITIALS = re.compile(r"(?:[A-ZÆØÅ]\.\s?){2,4}")
_NAMESAKE = re.compile(
    r"\b(?:na[mv]n(?:et)?|kalt opp|kalla opp|kalle opp|oppkalt|oppkalla|døpt|døypt)"
    r"(?: \w+){0,3} etter $"
)
_ENDINGS = ("en", "et", "n", "a")
_SHORTEST_STEM = 3
_LOOSE_PLACE = re.compile(r"\b(?:ved|til|fra|frå|mot|forbi|via|retning) $", re.IGNORECASE)
_MEDIUM = re.compile(any_of(_TITLES["media"]))
_OWNED_PLACE = re.compile(rf" \w*{any_of(_LISTS['place_heads'])}\b")
_AT = re.compile(r"\b(?:ved|på|i|til|fra|frå|langs|mellom|forbi|bak|foran|rundt) $", re.IGNORECASE)
_DEFINITE = ("et", "en", "a", "ene", "ane")
_NEUTER_OR_PLURAL = ("et", "ene", "ane", "ingen", "inga")
_HUMAN_ENDINGS = tuple(_LISTS["human_endings"])
_SHORTEST_THING = 5
_LONGEST_TITLE = 5  # words beside the name
_FAMILY = re.compile(rf"\b{any_of(_LISTS['families'])} $")
_FARM_ENDINGS = (*_LISTS["place_endings"], *_LISTS["farm_endings"])
_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,4}(?: [A-ZÆØÅ][a-zæøå]+)+")


def _is_given(name: Sighting) -> bool:
    first = name.words[0].casefold()
    given = listed_names("given_names")
    forms = (first, first.split("-")[0], first.removesuffix("s") if name.lone else first)
    return any(form in given and form not in common_words() for form in forms)


def _is_given_word(name: Sighting) -> bool:
    first = name.words[0].casefold()
    return first in listed_names("given_names") and first in common_words()


def _is_surname(name: Sighting) -> bool:
    return not name.lone and name.bare.split("-")[-1] in listed_names("surnames")


def _word_before(name: Sighting) -> str:
    found = _WORD_BEFORE.search(name.before)
    return found[1] if found else ""


def _is_titled(name: Sighting) -> bool:
    titles, word = shipped_titles(), _word_before(name)
    return word in titles.roles or word in titles.staff


def _is_related(name: Sighting) -> bool:
    relations, after = shipped_titles().relations, _WORD_AFTER.match(name.after)
    return _word_before(name) in relations or bool(after and after[1] in relations)


def _follows_a_thing(name: Sighting) -> bool:
    """Whether a definite noun that names no person stands before: «nettselskapet Torstein»."""
    found = _WORD_BEFORE.search(name.before)
    word = found[1] if found and not found[2] else ""
    if len(word) < _SHORTEST_THING or not word[1:].islower():
        return False
    if not word.endswith(_DEFINITE) or word.lower().endswith(_HUMAN_ENDINGS):
        return False
    if _FAMILY.search(name.before):
        return False
    titles = shipped_titles()
    return not any(word in words for words in (titles.roles, titles.staff, titles.relations))


def _is_owned_place(name: Sighting) -> bool:
    """«ved Per Langøres leirplass»."""
    owned = name.words[-1].endswith(("s", "x", "z")) and _OWNED_PLACE.match(name.after)
    return bool(owned and (_AT.search(name.before) or IN_PLACES.search(name.before)))


def _ends_in_a_word(name: Sighting) -> bool:
    """Whether the last of several words is a common word and no surname: «Bjarnes Kiosk»."""
    last = name.words[-1].casefold()
    return not name.lone and last in common_words() and last not in listed_names("surnames")


def _begins_with_a_word(name: Sighting) -> bool:
    """Whether the first of several is a common word and no first name: «Tante Inga»."""
    first = name.words[0].casefold()
    return not name.lone and first in common_words() and first not in listed_names("given_names")


def _begins_with_kin(name: Sighting) -> bool:
    """Whether «tante» or the like has a capital inside a sentence, as kindergartens have."""
    is_kin = name.words[0].lower() in shipped_titles().relations and name.words[0][0].isupper()
    return is_kin and not name.lone and not SENTENCE_START.search(name.before)


def _is_owner_of_a_word(name: Sighting) -> bool:
    """«Bjarnes Kiosk», «Ottos Turbil»: what a genitive owns is no surname."""
    first = name.words[0]
    if name.lone or not first.endswith("s") or not is_listed_name(first[:-1]):
        return False
    is_unlisted = first.casefold() not in listed_names("given_names") and not is_listed_name(
        name.words[-1]
    )
    return _ends_in_a_word(name) or is_unlisted


def _is_farm(name: Sighting) -> bool:
    """Whether a surname alone reads like the farm or place that it comes from: «Fredheim»."""
    surname = name.bare in listed_names("surnames") and name.bare not in listed_names("given_names")
    return name.lone and surname and name.bare.endswith(_FARM_ENDINGS)


def _is_compounded_elsewhere(name: Sighting) -> bool:
    """«Hagen», where the text speaks of a «frukthage»: the word and no farm or family."""
    word = name.words[0].lower()
    if not name.lone:
        return False
    stems = {word[: -len(end)] for end in _ENDINGS if word.endswith(end)}
    known = tuple(stem for stem in stems if len(stem) >= _SHORTEST_STEM and stem in common_words())
    return any(small.endswith(known) and len(small) > len(word) for small in name.setting.small)


def _is_listed_in_part(word: str) -> bool:
    return any(is_listed_name(part) for part in word.split("-"))


def _is_in_title(name: Sighting) -> bool:
    """«Prat med Petra», «Marte på Holmen»: within a short title in quotation marks."""
    opening = name.before.rfind("«")
    quoted = name.before[opening + 1 :]
    rest, closing, _ = name.after.partition("»")
    is_open = opening >= 0 and "»" not in quoted and bool(closing) and "«" not in rest
    is_short = len(WORD.findall(quoted)) + len(WORD.findall(rest)) <= _LONGEST_TITLE
    has_more = bool(WORD.search(quoted) or WORD.search(rest))
    return is_open and has_more and is_short and not re.search(r"[.,!?:]", quoted + rest)


def _is_common(name: Sighting) -> bool:
    return name.lone and (name.bare in common_words() or name.words[0].lower() in common_words())


def _overlaps(spans: Sequence[Span], span: Span) -> bool:
    at = bisect_right(spans, span)
    return any(other.overlaps(span) for other in spans[max(0, at - 2) : at + 2])


_FOR: dict[str, Callable[[Sighting], bool]] = {
    "named": lambda name: _overlaps(name.setting.named, name.span),
    "given": _is_given,
    "given_word": _is_given_word,
    "surname": _is_surname,
    "several": lambda name: not name.lone,
    "initial": lambda name: bool(
        _INITIAL.search(name.setting.text, name.span.start, name.span.end)
    ),
    "titled": _is_titled,
    "related": _is_related,
    "family": lambda name: bool(_FAMILY.search(name.before)),
    "aged": lambda name: bool(_AGE.match(name.after)),
    "numbered": lambda name: bool(_NUMBER.match(name.after)),
    "speaks": lambda name: bool(
        _SPEAKS_BEFORE.search(name.before) or _SPEAKS_AFTER.match(name.after)
    ),
    "greeted": lambda name: bool(_GREETED.search(name.before)),
    "labelled": lambda name: not name.lone and bool(_LABEL.search(name.before)),
    "acts": lambda name: bool(_ACTS.match(name.after)),
    "owns": lambda name: name.words[-1].endswith("s") and bool(_OWNS.match(name.after)),
    "case_of": lambda name: bool(_OF.search(name.before)),
    "joined": lambda name: bool(_JOINED.search(name.before)),
    "pronoun": lambda name: bool(_PRONOUN.match(name.after)),
    "called": lambda name: bool(_CALLED.search(name.before)),
    "proper": lambda name: name.lone and name.span.start in name.setting.proper,
    "own_pronoun": lambda name: bool(_OWN_PRONOUN.match(name.after)),
    "addressed": lambda name: bool(_ADDRESSED.search(name.before)) and name.after[:1] in ("!", "?"),
    "civil": lambda name: bool(_CIVIL.search(name.before)),
    "initials_alone": lambda name: bool(
        _INITIALS.fullmatch(name.setting.text, name.span.start, name.span.end)
    ),
    "predicate": lambda name: name.lone and bool(PREDICATE.match(name.after)),
    "prefixed": lambda name: name.before[-1:] == "-" and name.before[-2:-1].islower(),
}
_AGAINST: dict[str, Callable[[Sighting], bool]] = {
    "other": lambda name: _overlaps(name.setting.others, name.span),
    "placed": lambda name: is_placed(name.setting.text, name.span),
    "loosely_placed": lambda name: (
        name.lone and bool(_LOOSE_PLACE.search(name.before)) and not _OF.search(name.before)
    ),
    "place_elsewhere": lambda name: name.lone and name.words[0] in name.setting.places,
    "place_ending": lambda name: (
        name.lone
        and name.bare.endswith(tuple(_LISTS["place_endings"]))
        and not is_listed_name(name.bare)
    ),
    "owned_place": _is_owned_place,
    "after_thing": _follows_a_thing,
    "ends_in_word": _ends_in_a_word,
    "begins_with_word": _begins_with_a_word,
    "kin_capital": _begins_with_kin,
    "owner_inside": _is_owner_of_a_word,
    "small_elsewhere": lambda name: (
        name.lone and name.words[0][0].isupper() and name.words[0].lower() in name.setting.small
    ),
    "common": _is_common,
    "opening_word": lambda name: _is_common(name) and bool(SENTENCE_START.search(name.before)),
    "surname_alone": lambda name: (
        name.lone
        and name.bare in listed_names("surnames")
        and name.bare not in listed_names("given_names")
    ),
    "farm": _is_farm,
    "in_title": _is_in_title,
    "thing_alone": lambda name: name.lone and _follows_a_thing(name),
    "ampersand": lambda name: name.after[:2] == " &" or name.before[-2:] == "& ",
    "medium": lambda name: bool(_MEDIUM.fullmatch(name.words[-1])),
    "acronym": lambda name: bool(  # «TV Innlandet», «IL Sterk»
        _ACRONYM.fullmatch(name.setting.text, name.span.start, name.span.end)
    ),
    "capitals": lambda name: name.lone and len(name.words[0]) > 1 and name.words[0].isupper(),
    "definite": lambda name: (
        name.lone and name.bare.endswith(_NEUTER_OR_PLURAL) and not is_listed_name(name.bare)
    ),
    "unlisted": lambda name: not any(map(_is_listed_in_part, name.words)),
    "compounded_elsewhere": _is_compounded_elsewhere,
    "lower": lambda name: name.lone and name.words[0].islower(),
    "namesake": lambda name: bool(_NAMESAKE.search(name.before)),
    "animal": lambda name: names_an_animal(name.setting.text, name.span),
    "opens": lambda name: bool(SENTENCE_START.search(name.before)),
}
EVIDENCE = {**_FOR, **_AGAINST}
# «part»: of a full name that is a person's; «opening_part» where it may be the word as well.
FOR = frozenset({*_FOR, "part", "opening_part"})
MUST_BE_EVERYWHERE = frozenset({"opens", "opening_word"})
