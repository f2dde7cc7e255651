"""What tells that a person acts in a public role, or is private, from the words around the name.

The phrases are data in `recognizers/titles.toml`. Each kind of evidence has an English name.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from klartekst.checks.people.surroundings import (
    WORD,
    Surroundings,
    title_after,
)
from klartekst.recognizers.lexicon import any_of, shipped_lists, shipped_titles

_LISTS = shipped_lists("titles")

_GREETING = re.compile(
    r"\W*(?:hei|hallo|kjære|god dag|god morgen|til|takk)\b[\s,:]*(?:igjen )?$", re.IGNORECASE
)
_MEDIUM = re.compile(
    rf"\s?(?:,|i|fra|frå|\()\s?(?:[A-ZÆØÅ][\w-]*\s){{0,2}}?(?=[A-ZÆØÅ]){any_of(_LISTS['media'])}\b"
)
_CREDIT = re.compile(rf"\b{any_of(_LISTS['credits'])}\s?:\s[^.:]{{0,60}}$", re.IGNORECASE)
_PARTY = re.compile(
    r"\s?\({0}\.?\)|\s?[,/]\s?{0}\b|\s(?:i|frå|fra|for)\s{0}\b".format(any_of(_LISTS["parties"]))
)
_SUCCEEDED = re.compile(rf"\b{any_of(_LISTS['succeeded'])}\s$", re.IGNORECASE)
_OCCASION = re.compile(rf"\b{any_of(_LISTS['occasions'])}(?![\w-])", re.IGNORECASE)
_PRIZE = re.compile(rf"\b{any_of(_LISTS['prizes'])}\b", re.IGNORECASE)
_LED = re.compile(
    rf"\b(?:{any_of(_LISTS['led'])}(?:\s\w+)?\sav|{any_of(_LISTS['events'])})\s$", re.IGNORECASE
)
_PERFORMS = re.compile(rf"\s(?:[a-zæøå]+\s)?{any_of(_LISTS['performs'])}\b")
_AFFILIATED = re.compile(
    rf"\s(?:fra|frå|i|hos|ved)\s(?:[A-ZÆØÅ]\w+\s)?{any_of(_LISTS['affiliations'])}\b", re.IGNORECASE
)
_APPOINTED_BEFORE = re.compile(rf"\b{any_of(_LISTS['appointed'])}\s(?:\w+\s)?$", re.IGNORECASE)
_APPOINTED_IS = re.compile(
    rf"\s(?:er|vart|ble|blei|blir)\s{any_of(_LISTS['appointed'])}", re.IGNORECASE
)
_APPOINTED_AFTER = re.compile(r"\s(?:som|til)\s(?:(?:ny|nye|nytt|vår)\s)?(?P<title>[^\W\d_]+)")
_BOARD = re.compile(
    rf"\b{any_of(_LISTS['boards'])}\b[^.!?]{{0,30}}(?:[:–-]|\b(?:er|består av|var|sitter|sit)\b)"
    r"[^.!?]{0,300}$",
    re.IGNORECASE,
)
_YEARS_AGO = re.compile(
    r"\b(?:8\d|9\d|[1-9]\d\d|hundre|to hundre) år si(?:den|dan)\b", re.IGNORECASE
)
_YEARS_LIVED = re.compile(r"\s?\((?:ca\.\s?)?1\d{3}\s?[–-]\s?(?:ca\.\s?)?(?:1\d|20)\d\d\)")
# A year before anybody living can remember, and one when somebody living may be born.
_LONG_AGO = re.compile(r"(?<!\d[./])(?<!\w)1(?:[0-8]\d\d|9[01]\d)\b(?![./-]\d)")

_QUITE_LONG_AGO = re.compile(r"(?<!\d[./])(?<!\w)19[2-4]\d\b(?![./-]\d)")
_BORN = re.compile(r"\b(?:født|fødd|fyller|fyllar|f\.)(?!\w)", re.IGNORECASE)
_ASKED = re.compile(rf"\b{any_of(_LISTS['asked'])}\s(?:\w+\s)?$", re.IGNORECASE)
_TO_REACH = re.compile(r"[^.!?]{0,40}?(?:\d{2} ?\d{2} ?\d{2} ?\d{2}|\d{3} \d{2} \d{3}|@)")

_PLAYS = re.compile(
    r"\s?\((?:trommer|slagverk|gitar|bass|kontrabass|piano|klaver|fiolin|fele|hardingfele|cello"
    r"|fløyte|saksofon|trompet|trekkspill?|trekkspel|tangenter|vokal|sang|song|orgel|harpe)\b"
)
_FROM_OFFICE = re.compile(
    r"\s(?:fra|frå|i|hos|ved)\s[^.,;:!?–]{2,40}?\b(?:skole|skule|barnehage|kommune|politidistrikt"
    r"|sykehus|sjukehus|sykehjem|sjukeheim|bibliotek|museum|legesenter|brannvesen|idrettslag|IL|AS|ASA)\b"
)
_AGE_AFTER = re.compile(
    r"\s?(?:\(\d{1,3}(?: år)?\)|,? \d{1,3} år\b|, \d\d?(?=\s*?(?:,|\n|$))|\(f(?:ødt|ødd|\.)"
    r"|,? (?:er )?f(?:ødt|ødd) )",
    re.IGNORECASE,
)
_CHILD_AFTER = re.compile(
    r"\s?(?:\((?:\d|1[0-7])(?: år)?\)|,? (?:\d|1[0-7]) år\b|, (?:\d|1[0-7])(?=\s*?(?:,|\n|$))"
    r"|(?: gikk| gjekk| går| er)? i (?:klasse )?\d\d? ?[A-E]\b)"
)
_LITTLE = re.compile(r"\b(?:lille|vesle|lisle)\s$")
_MARK = re.compile(r"[.,;:!?–()«»\"]")
_RELATION_GAP = re.compile(
    r"(?:\s(?:vår|deres|deira|hans|hennes|hennar|til|som hei?ter|på \w+ år|ved navn|med namn"
    r"|med navn|til \w+))?,?\s$"
)
# The same clause: no stop, and nobody else's story in a subordinate one.
_SAME_CLAUSE = r"(?:(?!\b(?:at|som|der|ingen|mot|om)\b)[^.,;:!?–«»])"
_BEFALLEN_AFTER = re.compile(
    rf"(?:,[^.,;!?]{{0,60}}(?=,))?(?:,? som|,)?{_SAME_CLAUSE}{{0,50}}?(?:"
    rf"\b(?:er|var|ble|blei|vart|blir|vert|bli|blitt|vorte|vært|vore)\b{_SAME_CLAUSE}{{0,30}}?"
    rf"\b{any_of(_LISTS['befalls'])}\b"
    rf"|\b(?:har|hadde|fikk|fekk|får|fått)\b{_SAME_CLAUSE}{{0,30}}?"
    rf"\b{any_of(_LISTS['suffers'])}\b"
    rf"|\b{any_of(_LISTS['undergoes'])}\b"
    r"|\bmed (?:et |en |eit |ein )?(?:brukket|brukne|brote|brotne|brekt|knust|knuste)\b"
    r"|\bikk?j?e har (?:vært|vore) på (?:jobb|arbeid)\b)",
    re.IGNORECASE,
)
_BEFALLEN_BEFORE = re.compile(
    rf"\b{any_of(_LISTS['acted_on'])}\s(?:(?!(?:fra|frå|om|i|til|for|av|at)\s)[^\W\d_]+\s){{0,3}}$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:Han|Hun|Ho|Vedkommende|Vedkomande)(?P<rest>\s.*)", re.DOTALL)
_REACHED = re.compile(
    r"\b(?:telefon|tlf|mobil|e-post)\b|svarer på spørsmål|svarar på spørsmål", re.IGNORECASE
)
_PAST_TENSE = re.compile(
    r"\s(?:var (?:den|blant|mellom|med på)|skrev|skreiv|grunnla|samlet|samla|stiftet|stifta|oppfant"
    r"|oppfann|ledet|leidde|bygde|bygget|malte|måla|levde|kjempet|kjempa|reiste|tok initiativ"
    r"|donerte|komponerte|tegnet|teikna|talte|tala|startet|starta)\b"
)
_NAMES = shipped_lists("names")
_ACTS_AFTER = re.compile(
    rf"(?:,[^.,;!?]{{0,60}},)?(?:,? som)?\s(?:[a-zæøå]+\s)?{any_of(_NAMES['human_acts'])}\b"
)
_OF_BEFORE = re.compile(
    rf"\b{any_of(_NAMES['human_things'])} (?:til|åt|fra|frå|for|mot) $", re.IGNORECASE
)
_CASE_OF = re.compile(
    r"\b(?:klag\w+|søknad\w*|anke\w*|merknad\w*|innsigelse\w*|anmeldelse\w*|sake?n?|saka"
    r"|journal\w*|mapp[ea]\w*) (?:fra|frå|til|åt|mot|om) $",
    re.IGNORECASE,
)
_OWNS_AFTER = re.compile(rf"\s{any_of(_NAMES['human_things'])}\b")
_FAMOUS = frozenset(_LISTS["famous"])
_OWNERS = frozenset(_LISTS["owners"])
_STORY_REACH = 200  # how far before a name the year of its story may stand, in code points
_RELATION_WORDS = 4  # how many words before a name to look for «eleven», «kona til»


def is_told_of(place: Surroundings) -> bool:
    """Whether the sentence tells what only private people do, or own, or speaks of such people.

    A name without any role is a stop then, and else a question.
    """
    relations = shipped_titles().relations
    return bool(
        _ACTS_AFTER.match(place.after)
        or _OF_BEFORE.search(place.before)
        or _OWNS_AFTER.match(place.after)
        or any(word in relations for word in place.words)
    )


def is_case_object(place: Surroundings) -> bool:
    """Whether the sentence tells of a personnel case, an offence or illness of this person.

    Somebody who speaks in the sentence is taken to speak of others.
    """
    if place.speaks:
        return False
    befallen = _BEFALLEN_AFTER.match(place.after) or _BEFALLEN_BEFORE.search(place.before)
    pronoun = _PRONOUN.match(place.next_sentence) or _PRONOUN.match(place.after.lstrip(". "))
    return bool(befallen or (pronoun and _BEFALLEN_AFTER.match(pronoun["rest"])))


def _is_addressee(place: Surroundings) -> bool:
    greeted = _GREETING.match(place.block_before) or _MEDIUM.match(place.after)
    return place.opens_document and bool(greeted)


def _has_won(place: Surroundings) -> bool:
    return bool(_PRIZE.search(place.sentence) and place.agreed)


def _may_not_have_agreed(place: Surroundings) -> bool:
    """Whether somebody without a title gets a prize, and nothing tells that they agreed."""
    is_prize = _PRIZE.search(place.sentence) and not place.agreed
    return bool(is_prize) and not place.has_title and not _speaks(place)


def _is_reached(place: Surroundings) -> bool:
    return _REACHED.search(place.sentence) is not None


def _takes_questions(place: Surroundings) -> bool:
    """«Spørsmål rettes til Kari …, telefon …»: whoever may be reached by all."""
    return bool(_ASKED.search(place.before) and _TO_REACH.match(place.after))


def _takes_part(place: Surroundings) -> bool:
    """Whether the sentence is of a concert, a match or the like, and of nothing private."""
    is_full = " " in place.name
    return bool(is_full and _OCCASION.search(place.sentence) and not is_told_of(place))


def _has_noun(place: Surroundings) -> bool:
    """«sier kateket Kari …»: a bare noun is a title for whoever speaks or appears."""
    appears = place.speaks or place.quoted_next or _OCCASION.search(place.sentence)
    return bool(place.after_noun and not place.is_staff and appears)


def _follows_bare_noun(place: Surroundings) -> bool:
    """«Med seg har hun psykolog Kari …»: a noun as a title, of somebody who does not speak."""
    return place.after_noun and not place.is_staff and not _has_noun(place)


def _is_listed_as_private(place: Surroundings) -> bool:
    """Whether a list is led up to by words for private people: «Barna er:»."""
    relations = shipped_titles().relations
    words = WORD.findall(place.lead_in)
    return any(word in relations or word.lower() in _OWNERS for word in words)


def _is_listed_in_role(place: Surroundings) -> bool:
    """Whether a list is led up to by words for a role: «Nye ledere fra august:»."""
    listed = any(word in place.roles for word in WORD.findall(place.lead_in))
    return listed and not _is_listed_as_private(place)


def _is_spokesperson(place: Surroundings) -> bool:
    return place.is_staff and (place.speaks or place.quoted_next or _is_reached(place))


def _is_appointed(place: Surroundings) -> bool:
    passive = _APPOINTED_IS.match(place.after)
    named = _APPOINTED_AFTER.match(place.after, passive.end() if passive else 0)
    if named is None or not (passive or _APPOINTED_BEFORE.search(place.before)):
        return False
    return named["title"] in place.roles or named["title"] in shipped_titles().staff


def _is_historic(place: Surroundings) -> bool:
    if place.name in _FAMOUS or _YEARS_LIVED.match(place.after):
        return True
    told = place.sentence
    if _PAST_TENSE.match(place.after):  # «Det er hundre år siden … Elsa Laula samlet folk»
        told = f"{place.block_before[-_STORY_REACH:]} {told}"
    is_old = _LONG_AGO.search(told) or _YEARS_AGO.search(told)
    return bool(is_old or (_QUITE_LONG_AGO.search(told) and not _BORN.search(told)))


def _has_relation(place: Surroundings) -> bool:
    relations = shipped_titles().relations
    nearest = place.words_before[-_RELATION_WORDS:]
    before = any(
        word.group() in relations and _RELATION_GAP.fullmatch(place.before[word.end() :])
        for word in nearest
    )
    is_little = _LITTLE.search(place.before) is not None  # «lille Kari smiler»
    return before or is_little or title_after(place, relations) or _is_named_last(place)


def _is_named_last(place: Surroundings) -> bool:
    """«Én nabo har klaget, Kari Moe.»: who it was stands at the end of the sentence."""
    if not place.before.endswith(", ") or place.after[:1] not in ("", ".", "!", "?"):
        return False
    clause = _MARK.split(place.before.removesuffix(", "))[-1]
    return any(word in shipped_titles().relations for word in WORD.findall(clause))


def _speaks(place: Surroundings) -> bool:
    return place.speaks or place.quoted_next


PUBLIC_BY_WORDS: dict[str, Callable[[Surroundings], bool]] = {
    "title": lambda place: place.has_title,
    "contact": lambda place: place.in_contact,
    "asked": _takes_questions,
    "addressee": _is_addressee,
    "credit": lambda place: bool(_CREDIT.search(place.block_before)),
    "party": lambda place: bool(_PARTY.match(place.after)),
    "predecessor": lambda place: bool(_SUCCEEDED.search(place.before)) and " " in place.name,
    "spokesperson": _is_spokesperson,
    "appointed": _is_appointed,
    "leads": lambda place: bool(_LED.search(place.before)),
    "performs": lambda place: bool(_PERFORMS.match(place.after) or _PLAYS.match(place.after)),
    "office": lambda place: bool(_FROM_OFFICE.match(place.after)) and place.speaks,
    "board": lambda place: bool(_BOARD.search(place.before)),
    "table": lambda place: place.in_table_of_roles,
    "affiliated": lambda place: bool(_AFFILIATED.match(place.after)),
    "won": _has_won,
    "consent": lambda place: place.consent_near or place.all_agreed,
    "agreed": lambda place: place.agreed,
    "historic": _is_historic,
    "noun": _has_noun,
    "noun_alone": _follows_bare_noun,
    "listed_in_role": _is_listed_in_role,
    "occasion": _takes_part,
    "speaks": _speaks,
}
PRIVATE_BY_WORDS: dict[str, Callable[[Surroundings], bool]] = {
    "object": is_case_object,
    "unasked": _may_not_have_agreed,
    "staff": lambda place: place.is_staff and not _is_spokesperson(place),
    "age": lambda place: bool(_AGE_AFTER.match(place.after)) and not place.agreed,
    "child": lambda place: bool(_CHILD_AFTER.match(place.after)),
    "relation": _has_relation,
    "acts": lambda place: bool(_ACTS_AFTER.match(place.after)),
    "owns": lambda place: bool(_OF_BEFORE.search(place.before) or _OWNS_AFTER.match(place.after)),
    "listed_private": _is_listed_as_private,
    "case_of": lambda place: bool(_CASE_OF.search(place.before)),
    "among": lambda place: any(word in shipped_titles().relations for word in place.words),
}
