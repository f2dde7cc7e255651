"""Several things told of one person that together may point to who it is.

An age tells little, a diagnosis and a school tell little. Together they can leave one child.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.signals.coarser import coarser
from klartekst.checks.signals.individuals import Individuals, Mention, find_individuals
from klartekst.checks.signals.stretches import find_told
from klartekst.checks.wording.reading import Reading
from klartekst.model import Match, Span

_PLACES = frozenset({"GPE_LOC", "GPE_ORG", "LOC", "ORG", "PROD", "MISC"})
_AT = frozenset("ved på i hos fra frå til utenfor utanfor".split())
_NAME_WEIGHT = 2
_PLACE_WEIGHT = 1
_PERSON_WEIGHT = 1
_LISTED = 2  # people in public roles, beside whom a third is named for no private reason
_EXTRA = 1  # what must be added where «gutten» is one of the parts


@dataclass(frozen=True, slots=True)
class _Part:
    """Tokens that tell something, and how much that narrows down who it is."""

    kind: str
    start: int
    end: int
    weight: int
    sensitive: bool = False
    instead: str | None = None


@dataclass(frozen=True)
class IdentifyingMixCheck:
    """Finds what is told of one person when it weighs enough to point them out.

    What is weighed is what the signal rules of the pack find, each with the weight that its file
    gives it. What is told within a paragraph, and on with «hun» or «han» in the next, is told of
    one person, until somebody new comes in. `name`, `person` and `place` are the words for three
    parts beside the signals: a private name, which weighs two, and «gutten» or «en lærer», and a
    named place or institution, which weigh one each. `rather` words what can be said in place of
    the signals.

    It is a finding from `least`, if one of the signals is sensitive, and from one more otherwise.
    The words for a person never tip it: they only count from `least` plus one.
    """

    name: str
    person: str
    place: str
    rather: str = ""
    least: int = 4

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "names"})
    fills: ClassVar[frozenset[str]] = frozenset({"parts", "rather"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield one match for a person who may be pointed out, with the kinds of its parts."""
        individuals = find_individuals(draft)
        for signals in _told_of_one(individuals, _signals(draft, individuals)):
            parts = [*signals, *self._around(individuals, signals)]
            if self._is_enough(parts):
                parts.sort(key=lambda part: part.start)
                better = tuple(dict.fromkeys(part.instead for part in parts if part.instead))
                rather = self.rather.format(words=_listed(f"«{words}»" for words in better))
                values = {
                    "parts": _listed(dict.fromkeys(part.kind for part in parts)),
                    "rather": rather if better else "",
                }
                span = _span(draft, individuals, signals)
                yield Match(span, values, better, "QUASI_IDENTIFIER", 0.8)

    def _around(self, individuals: Individuals, told: Sequence[_Part]) -> Iterator[_Part]:
        """Who and where, in the sentences of the signals."""
        reading = individuals.reading
        for number in sorted({reading.sentence_of[part.start] for part in told}):
            public = [one for one in individuals.mentions[number] if one.role and one.named]
            is_list = len(public) >= _LISTED
            for mention in individuals.in_sentence(number):
                if mention.named and is_list:  # «Ordfører A, forfatter B og C deltar»
                    continue
                if mention.named:
                    yield _Part(self.name, mention.start, mention.end, _NAME_WEIGHT)
                elif not _is_pronoun(individuals, mention):
                    yield _Part(self.person, mention.start, mention.end, _PERSON_WEIGHT)
            sentence = reading.sentences[number]
            for at in range(sentence.start + 1, sentence.end):
                token = reading.tokens[at]
                begins = token.ent_iob_ == "B" and token.ent_type_ in _PLACES
                if begins and reading.forms[at - 1][0] in _AT and not _is_sender(reading, at):
                    yield _Part(self.place, at, _entity_end(reading, at), _PLACE_WEIGHT)

    def _is_enough(self, parts: Iterable[_Part]) -> bool:
        weights = {part.kind: part.weight for part in parts}
        least = self.least + (0 if any(part.sensitive for part in parts) else 1)
        with_person = sum(weights.values())
        return with_person - weights.get(self.person, 0) >= least or with_person >= least + _EXTRA


def _signals(draft: Draft, individuals: Individuals) -> list[_Part]:
    """What the signal rules of the pack find, in order."""
    told = find_told(draft)
    parts = [
        _Part(
            check.kind,
            signal.start,
            signal.end,
            check.weight,
            check.sensitive,
            coarser(draft.tokens[signal.start : signal.end].text, check.instead),
        )
        for check in draft.signals
        for signal in check.signals(draft, individuals)
        if told.at(signal.start, signal.end)
    ]
    return sorted(parts, key=lambda part: part.start)


def _told_of_one(individuals: Individuals, parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Parts that are told of the same person, as far as can be seen."""
    reading = individuals.reading
    group: list[_Part] = []
    for part in parts:
        if group:
            last, number = (reading.sentence_of[p.start] for p in (group[-1], part))
            if number != last and not _goes_on(individuals, last, number):
                yield group
                group = []
        group.append(part)
    if group:
        yield group


def _goes_on(individuals: Individuals, last: int, number: int) -> bool:
    """Whether a sentence is still about the person of an earlier one."""
    people = individuals.in_sentence(number)
    sentences = individuals.reading.sentences
    if sentences[number].block != sentences[last].block:
        near = sentences[number].block - sentences[last].block == 1
        return near and bool(people) and _is_pronoun(individuals, people[0])
    return not people or any(not mention.new for mention in people)


def _is_pronoun(individuals: Individuals, mention: Mention) -> bool:
    return individuals.reading.tokens[mention.start].pos_ == "PRON"


def _is_sender(reading: Reading, at: int) -> bool:
    """Whether a name is that of a municipality as a body, which every text names."""
    end = _entity_end(reading, at)
    return reading.forms[end - 1][0] in ("kommune", "kommunen", "fylkeskommune")


def _entity_end(reading: Reading, at: int) -> int:
    end = at + 1
    while end < len(reading.tokens) and reading.tokens[end].ent_iob_ == "I":
        end += 1
    return end


def _span(draft: Draft, individuals: Individuals, parts: Sequence[_Part]) -> Span:
    """What is told within one paragraph, clear of people in public roles.

    Where that leaves several stretches, the one that tells most is shown.
    """
    reading = individuals.reading
    stretches: list[list[_Part]] = [[]]
    public = [m.start for mentions in individuals.mentions for m in mentions if m.role]
    before: _Part | None = None
    for part in parts:
        if before is not None:
            blocks = {reading.sentences[reading.sentence_of[p.start]].block for p in (before, part)}
            if len(blocks) > 1 or any(before.start <= at < part.start for at in public):
                stretches.append([])
        stretches[-1].append(part)
        before = part
    best = max(stretches, key=lambda stretch: len({part.kind for part in stretch}))
    told = find_told(draft)
    whole = [told.at(part.start, part.end) or part for part in best]
    return reading.span(min(one.start for one in whole), max(one.end for one in whole))


def _listed(words: Iterable[str]) -> str:
    """«alder, helse og sted»."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} og {last}" if first else last
