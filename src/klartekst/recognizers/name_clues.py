"""Names that the words beside them give away, whatever a pipeline says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from klartekst.model import Span
from klartekst.recognizers.lexicon import (
    any_of,
    common_words,
    listed_names,
    shipped_lists,
    shipped_titles,
)

_CAPITAL = "A-ZÆØÅÁČĐŊŠŦŽÄÖÜÉ"
# As a regular expression. Lengths are bounded so that no text makes matching slow.
CAPITALISED = rf"[{_CAPITAL}][^\W\d_]{{1,40}}(?:-[^\W\d_]{{1,40}}){{0,3}}"

_MORE = rf"(?: (?:[{_CAPITAL}]\.|{CAPITALISED})){{0,4}}"
_NAME = rf"(?P<name>{CAPITALISED}{_MORE})"
_TITLE = r"(?P<title>[^\W\d_]{2,60})"
_WITH_INITIALS = re.compile(rf"(?<![\w.])(?P<name>(?:[{_CAPITAL}]\.\s?){{1,3}}{CAPITALISED})")
_INITIAL_LAST = re.compile(
    rf"(?<![\w.-])(?P<name>{CAPITALISED} [{_CAPITAL}])(?=[.,;:)]|\s[a-zæøå])"
)
# «L.M.» and «K. M. S.», where no surname follows.
_INITIALS_ALONE = re.compile(
    rf"(?<![\w.])(?P<name>(?:[{_CAPITAL}]\.\s?){{1,3}}[{_CAPITAL}]\.)(?=[,;:)]|\s[a-zæøå(]|\s*$)",
    re.MULTILINE,
)
_CIVIL = re.compile(rf"\b(?:fru|frk\.?|frøken|herr|hr\.?) {_NAME}(?![\w-])")
_WITH_AGE = re.compile(rf"(?<![\w-]){_NAME} \(\d{{1,2}}(?: år)?\)")
_WITH_NUMBER = re.compile(
    rf"(?<![\w-])(?P<name>{CAPITALISED}(?: {CAPITALISED}){{1,4}})"
    r",? \(?(?:[fp]\.? ?nr\b|fødselsn|personn|f(?:ødt|ødd|\.) ?\d|\d{6})"
)
_SHOUTED = re.compile(
    r"(?<![\w-])[A-ZÆØÅÁČĐŊŠŦŽÄÖÜÉ]{3,20}(?:[ -][A-ZÆØÅÁČĐŊŠŦŽÄÖÜÉ]{3,20}){1,3}(?!\w)"
)
_SINGLE = re.compile(rf"(?<![\w-]){_NAME}(?![\w-])")
_AFTER_TITLE = re.compile(rf"(?<![\w-]){_TITLE}(?P<comma>,?) {_NAME}(?![\w-])")
_BEFORE_TITLE = re.compile(rf"(?<![\w-]){_NAME}(?: og |, (?:som er )?){_TITLE}")
_TWO_WORDS = re.compile(
    r"(?<![\w-])(?=([a-zæøå]{3,20}) (?:[a-zæøå]\. )?([a-zæøå-]{3,30})(?![\w-]))"
)
_LOWER = re.compile(r"(?<![\w@./-])[a-zæøå]{4,20}(?:-[a-zæøå]{3,20})?(?![\w@/-]|\.\w)")
# «kalte ham «Proffen»»: what people call somebody. «Stormen er kalt «Gro»» is none.
_NICKNAME = re.compile(
    rf"(?:\b(?i:mannen|kvinn[ae]n?|gutten|jent[ae]n?|ei?n mann|han|hun|ho)\b[^.!?«]{{0,40}}\b"
    rf"(?:kalles|kallast|kalt|kalla|kjent som|kjend som|under na[mv]net)"
    rf"|\b[Kk]all(?:er|ar|te|a|et)\s(?:ham|han|henne|ho|hun|mannen|kvinn\w+)"
    rf"|\b(?:han|hun|ho)\s[^.!?«]{{0,20}}(?:kalt|kalla|kjent som|kjend som)"
    rf"|\b[Kk]alte\s(?:ham|han|henne|ho|hun|mannen|kvinn\w+)"
    rf"|\b(?:kallenavn|klengenavn|økenavn|kallenamn|klengenamn|utnamn|oppnamn)(?:et)?)\s"
    rf"(?:(?:bare|berre|for)\s)?«(?P<name>{CAPITALISED}(?: (?:(?:av|på|frå|fra) )?{CAPITALISED})?)»"
    rf"|\b(?:kallenavn|kallenamn|klengenavn|økenavn|klengenamn|utnamn|oppnamn)(?:et)? "
    rf"(?P<bare>{CAPITALISED})(?![\w-])",
)
SENTENCE_START = re.compile(r"(?:^|[.!?:]\s|\n|[–«\"(•*-]\s?)$")
_HUMAN_THINGS = any_of(shipped_lists("names")["human_things"])
_OF_SOMEBODY = re.compile(
    rf"\b(?i:{_HUMAN_THINGS}) (?:til|åt|fra|frå) {_NAME}(?: og (?P<second>{CAPITALISED}))?(?![\w-])"
)
_OWNER = re.compile(rf"(?<![\w-])(?P<name>{CAPITALISED}s) {_HUMAN_THINGS}\b")
_CALLED = re.compile(
    r"\b(?:ved na[mv]n|som he(?:ter|iter)"
    rf"|(?:pike|jente|etter|for|føre|mellom|døpe)na[mv]n(?:et)?),? {_NAME}"
)
_OF_FAMILY = re.compile(rf"\b{any_of(shipped_lists('names')['families'])} {_NAME}(?![\w-])")
_PREFIXED = re.compile(
    rf"\b(?:[a-zæøå]{{3,12}}|Gamle|Vesle|Lille|Store|Lang|Svart)-(?P<name>{CAPITALISED})(?![\w-])"
)
_SHORTEST_LISTED = 3


def names_by_clues(text: str, others: Sequence[Span]) -> Iterator[Span]:
    """Yield names that a clue or a list gives away, whatever a pipeline says.

    «P.A. Kvam», «Terje S.», «Emil (9)», «kona Fatima», «søkeren, Per Hansen», «Per Hansen og kona»,
    «Vakker Blomst, f.nr. …», «gutten er JONAS HAGA», and names that begin with a listed first name.
    `others` are spans known not to be people. What is yielded may overlap, and may need cleaning.
    """
    for clue in (_WITH_INITIALS, _INITIALS_ALONE, _CIVIL, _WITH_NUMBER):
        yield from (Span(*found.span("name")) for found in clue.finditer(text))
    for found in _WITH_AGE.finditer(text):
        name = Span(*found.span("name"))
        if " " in found["name"] or not any(map(name.overlaps, others)):
            yield name
    yield from _beside_titles(text)
    yield from _shouted(text)
    yield from _listed(text)
    yield from _told_of(text)
    yield from _in_lower_case(text)


def nicknames(text: str) -> Iterator[Span]:
    """Yield what people call somebody, in quotation marks."""
    for found in _NICKNAME.finditer(text):
        yield Span(*found.span("name" if found["name"] else "bare"))


def _beside_titles(text: str) -> Iterator[Span]:
    titles = shipped_titles()
    for found in _AFTER_TITLE.finditer(text):
        title = found["title"]
        opens_address = (  # «Ordfører, Kari …», but not «Ordføreren, Kari …,»
            found["comma"] and title[0].isupper() and not title.endswith(("en", "a"))
        )
        if title[1:].isupper() or opens_address:
            continue
        if any(title in words for words in (titles.relations, titles.roles, titles.staff)):
            yield Span(*found.span("name"))
    for found in _BEFORE_TITLE.finditer(text):
        if " " in found["name"] and found["title"] in titles.relations:
            yield Span(*found.span("name"))


def _shouted(text: str) -> Iterator[Span]:
    """Names in CAPITALS within a sentence; a first name of the list must be among the words."""
    given = listed_names("given_names")
    for found in _SHOUTED.finditer(text):
        words = re.split(r"[ -]", found.group().casefold())
        if any(word in given for word in words[:-1]):
            yield Span(*found.span())


def _listed(text: str) -> Iterator[Span]:
    """A listed first name alone or before more capitalised words, and a listed surname after."""
    given, surnames = listed_names("given_names"), listed_names("surnames")
    for found in (*_INITIAL_LAST.finditer(text), *_SINGLE.finditer(text)):
        words = found["name"].casefold().split(" ")
        first, last = words[0], words[-1]
        forms = {first, first.split("-")[0], first.removesuffix("s")}
        is_listed = len(first) >= _SHORTEST_LISTED and not given.isdisjoint(forms)
        if is_listed or (len(words) > 1 and last in surnames and first not in common_words()):
            yield Span(*found.span("name"))


def _told_of(text: str) -> Iterator[Span]:
    """«saken til Farid og Nilofar», «Jurgitas tilstand», «gamle-Nils»."""
    for clue in (_OF_SOMEBODY, _OWNER, _CALLED, _OF_FAMILY):
        for found in clue.finditer(text):
            yield Span(*found.span("name"))
            if found.groupdict().get("second"):
                yield Span(*found.span("second"))
    given = listed_names("given_names")
    for found in _PREFIXED.finditer(text):
        if found["name"].casefold() in given:
            yield Span(*found.span("name"))


def _in_lower_case(text: str) -> Iterator[Span]:
    """«ragnar thorsen», «ragnar»: listed names that are no other words."""
    given, surnames = listed_names("given_names"), listed_names("surnames")
    for found in _TWO_WORDS.finditer(text):
        first, last = found[1], found[2]
        if first in given and last in surnames and not {first, last} & common_words():
            yield Span(found.start(1), found.end(2))
    for found in _LOWER.finditer(text):
        parts = found.group().split("-")
        if given.issuperset(parts) and not any(map(_is_a_word, parts)):
            yield Span(*found.span())


def _is_a_word(word: str) -> bool:
    """Whether a name in small letters is as well a word, or its form in -a: «kaia»."""
    return word in common_words() or (word.endswith("a") and word[:-1] in common_words())
