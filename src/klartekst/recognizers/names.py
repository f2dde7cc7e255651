"""Names of people: what the pipeline took for a person, cleaned, and every later mention.

The pipeline reads one sentence at a time. This module sees the whole text: a surname or first
name that returns alone, and a name in CAPITALS, is found because the full name stands elsewhere.
Streets, storms, schools and firms named after people are left out. The words that tell are data
in `names.toml` and `titles.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from klartekst.model import Span
from klartekst.recognizers.found import Found
from klartekst.recognizers.lexicon import (
    common_words,
    is_listed_name,
    listed_names,
    shipped_lists,
    shipped_titles,
)
from klartekst.recognizers.name_clues import (
    CAPITALISED,
    SENTENCE_START,
    names_by_clues,
    nicknames,
)
from klartekst.recognizers.name_evidence import evidence_in, is_likely
from klartekst.recognizers.name_kinds import PREDICATE
from klartekst.recognizers.name_sighting import Setting
from klartekst.recognizers.name_words import WORD, name_words, nominative
from klartekst.recognizers.not_people import IN_PLACES, LIST_REACH, names_a_thing, places_in

_INITIALS_BEFORE = re.compile(
    r"(?:\b(?:[A-ZÆØÅ]|Aa|Aug|Chr|Edv|Fr|Joh|Johs|Kr|Th|Wilh)\. ?){1,3}\Z"
)
_CAPITAL_WORD = re.compile(r"(?<!\w)[^\W\d_a-zæøå]")
_NEXT_NAME = re.compile(rf" ({CAPITALISED})")
_NAME_BEFORE = re.compile(rf"(?<![\w-])({CAPITALISED}) $")
_NO_NAMES = frozenset(shipped_lists("names")["no_names"])
_NEVER_GIVEN = frozenset({"ta", "bo", "do", "can", "le", "my", "to"})  # far more often words
_DOES = frozenset({"predicate", "acts", "speaks"})
_MOST_WORDS = 4
_SHORTEST_NAME = 2
_SHORTEST_REPEATED = 3
_SHORTEST_LOWER = 6
_SHORTEST_TITLE = 5
_NAMED_CONFIDENCE = 0.85
_REPEATED_CONFIDENCE = 0.8


def find_persons(
    text: str,
    named: Iterable[Span],
    others: Sequence[Span] = (),
    proper: Collection[int] = (),
) -> Iterator[Found]:
    """Yield the people of a text, in order.

    `named` are the spans that a pipeline took for people, `others` those it took for something
    else, `proper` the offsets of the words that it tagged as proper nouns. Reasons: «named» for
    names that the evidence is for, «repeated» for further mentions of the same names.
    """
    others = [span for span in others if "@" not in text[span.start : span.end]]
    people = [
        span
        for candidate in candidates(text, named, others, proper)
        if is_likely(candidate.evidence)
        for span in candidate.mentions
    ]
    people.sort()
    covered = {offset for span in people for offset in range(span.start, span.end)}
    for span in nicknames(text):
        if covered.isdisjoint(range(span.start, span.end)):
            people.append(span)
            covered.update(range(span.start, span.end))
    found = [Found(span.start, span.end, _NAMED_CONFIDENCE, "named") for span in people]
    found += [
        Found(span.start, span.end, _REPEATED_CONFIDENCE, "repeated")
        for span in _repeated(text, people, covered, others)
    ]
    yield from sorted(found, key=lambda item: item.start)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One name, all its mentions, and what tells for and against that it is a person's."""

    mentions: tuple[Span, ...]
    evidence: frozenset[str]


def candidates(
    text: str, named: Iterable[Span], others: Sequence[Span], proper: Collection[int] = ()
) -> list[Candidate]:
    """What may be names of people, each judged once from all its mentions.

    A lone name that is part of a full one is evidence for nobody else: it stands and falls with it.
    """
    named = sorted(_from_capital(text, span) for span in named)
    small = frozenset(word for word in WORD.findall(text) if word.islower())
    setting = Setting(text, named, sorted(others), places_in(text, others), small, proper)
    mentions: list[Span] = []
    covered: set[int] = set()
    for span in (*named, *names_by_clues(text, others)):
        clean = _cleaned(text, span)
        if clean is not None and covered.isdisjoint(range(clean.start, clean.end)):
            mentions.append(clean)
            covered.update(range(clean.start, clean.end))
    by_name: dict[tuple[str, ...], list[Span]] = {}
    for span in sorted(mentions):
        by_name.setdefault(_key(text[span.start : span.end]), []).append(span)
    likely_parts: set[str] = set()
    found = []
    for key, spans in sorted(by_name.items(), key=lambda item: -len(item[0])):
        evidence = evidence_in(setting, spans)
        if len(key) == 1 and key[0] in likely_parts:
            if "opening_word" not in evidence:
                evidence |= {"part"}
            elif evidence & _DOES:  # «Vold har klaget», but not «Vold mot barn»
                evidence |= {"opening_part"}
        if len(key) > 1 and is_likely(evidence):
            likely_parts.update(key)
        found.append(Candidate(tuple(spans), evidence))
    return found


def _from_capital(text: str, span: Span) -> Span:
    """The name without what stands before it in small letters: «fru Hovland»."""
    capital = _CAPITAL_WORD.search(text, span.start, span.end)
    return Span(capital.start(), span.end) if capital else span


def _key(name: str) -> tuple[str, ...]:
    """The words of a name, the last one without a genitive -s that makes it unlisted."""
    words = name_words(name) or (name.casefold(),)
    last = words[-1]
    bare = last[:-1] if last.endswith("s") and is_listed_name(last[:-1]) else last
    return (*words[:-1], bare)


def _cleaned(text: str, span: Span) -> Span | None:
    """The name without titles and labels around it, whole, or None if it names no person."""
    if names_a_thing(text, span):
        return None
    words = [
        Span(span.start + word.start(), span.start + word.end())
        for word in WORD.finditer(text[span.start : span.end])
    ]
    while words and (_is_no_name(text, words[0]) or _opens_sentence(text, words)):
        words = words[1:]
    cut = next((at for at, word in enumerate(words) if _is_no_name(text, word)), len(words))
    words = words[:cut]
    if not words:
        return None
    name = Span(_extended_back(text, words[0].start), _extended(text, words[-1].end))
    has_digit = any(character.isdigit() for character in text[name.start : name.end])
    if has_digit or len(name) < _SHORTEST_NAME:
        return None
    return None if name != span and names_a_thing(text, name) else name


def _extended_back(text: str, start: int) -> int:
    """Where a name begins when initials or capitalised words stand before it."""
    initials = _INITIALS_BEFORE.search(text, max(0, start - 12), start)
    if initials:
        return initials.start()
    earlier = _NAME_BEFORE.search(text, max(0, start - 30), start)
    if earlier is None or _is_no_name(text, Span(*earlier.span(1))):
        return start
    before = text[max(0, earlier.start(1) - 3) : earlier.start(1)]
    return start if SENTENCE_START.search(before) else earlier.start(1)


def _extended(text: str, end: int) -> int:
    """Where a name ends when capitalised words follow that the pipeline left out."""
    for _ in range(_MOST_WORDS):
        following = None if text[end - 1] in "s." else _NEXT_NAME.match(text, end)
        if following is None:
            break
        word = Span(following.start(1), following.end(1))
        if _is_no_name(text, word) or text[word.start : word.end].isupper():
            break
        end = word.end
    return end


def _is_no_name(text: str, span: Span) -> bool:
    word = text[span.start : span.end].rstrip(".")
    if word.lower() in _NO_NAMES:
        return True
    titles = shipped_titles()
    return len(word) >= _SHORTEST_TITLE and (word in titles.roles or word in titles.staff)


def _opens_sentence(text: str, words: Sequence[Span]) -> bool:
    """Whether a common word at the start of a sentence was taken along: «Ring Kari»."""
    if len(words) == 1 or not is_listed_name(text[words[1].start : words[1].end]):
        return False
    first = words[0]
    word = text[first.start : first.end].lower()
    is_start = SENTENCE_START.search(text[max(0, first.start - 3) : first.start])
    is_name = word in listed_names("given_names") and word not in _NEVER_GIVEN
    return bool(is_start) and word in common_words() and not is_name


def _repeated(
    text: str, people: Sequence[Span], covered: AbstractSet[int], others: Sequence[Span]
) -> Iterator[Span]:
    known: set[str] = set()
    for span in people:
        words = name_words(text[span.start : span.end])
        known.update(words)
        known.update(part for word in words for part in word.split("-") if len(part) > 3)
    yield from _in_lower_case(text, people)
    for run in _runs(text, known):
        span = Span(run[0].start, run[-1].end)
        if not covered.isdisjoint(range(span.start, span.end)) or names_a_thing(text, span):
            continue
        if len(run) > 1 or _stands_alone(text, span, others):
            yield span


def _in_lower_case(text: str, people: Sequence[Span]) -> Iterator[Span]:
    """«kari-anne mo», where the name stands with capitals elsewhere."""
    full = {text[span.start : span.end].lower() for span in people if len(span) > _SHORTEST_LOWER}
    there = [name for name in sorted(full, key=len, reverse=True) if name in text]
    names = [re.escape(name) for name in there if " " in name]
    if names:
        for found in re.finditer(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])", text):
            yield Span(*found.span())
    surnames = {name.split(" ")[-1] for name in full if " " in name}
    last = {re.escape(name) for name in surnames if name in text}
    if last:
        initials = rf"(?<![\w.-])(?:[a-zæøå]\.\s?){{1,2}}(?:{'|'.join(sorted(last))})(?![\w-])"
        for found in re.finditer(initials, text):
            yield Span(*found.span())


def _runs(text: str, known: set[str]) -> Iterator[list[Span]]:
    """Stretches of capitalised words that all are known names, with only a space between."""
    for is_name, words in groupby(
        WORD.finditer(text), key=lambda word: _is_known(word.group(), known)
    ):
        if not is_name:
            continue
        run: list[Span] = []
        for word in words:
            if run and text[run[-1].end : word.start()] != " ":
                yield run
                run = []
            run.append(Span(*word.span()))
        yield run


def _is_known(word: str, known: set[str]) -> bool:
    if not word[0].isupper() or len(word) < _SHORTEST_REPEATED:
        return False
    folded = nominative(word.casefold())
    return folded in known or folded.removesuffix("s") in known


def _stands_alone(text: str, span: Span, others: Sequence[Span]) -> bool:
    """Whether one name by itself is a mention, and not a place or the first word of a sentence."""
    word = nominative(text[span.start : span.end].casefold())
    around = [other for other in others if span.overlaps(other)]
    if around and (word in common_words() or any(len(other) > len(span) for other in around)):
        return False
    before = text[max(0, span.start - LIST_REACH) : span.start]
    if IN_PLACES.search(before) or _NEXT_NAME.match(text, span.end):
        return False
    is_word = word in common_words() and SENTENCE_START.search(before)
    return not is_word or PREDICATE.match(text, span.end) is not None
