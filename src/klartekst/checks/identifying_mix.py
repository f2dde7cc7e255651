"""Several things told of one person that together may point to who it is.

An age tells little, a diagnosis and a school tell little. Together they can leave one child.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.individuals import Individuals, Mention, find_individuals
from klartekst.checks.reading import Sentence
from klartekst.checks.signal_rules import shipped_signals, signal_rule
from klartekst.model import Match, Span

_PLACES = frozenset({"GPE_LOC", "GPE_ORG", "LOC", "ORG", "PROD", "MISC"})
_AT = frozenset("ved på i hos fra frå til utenfor utanfor".split())
_PERSON_WEIGHT = 1
_PLACE_WEIGHT = 1
_EXTRA = 1  # what must be added where «gutten» is one of the parts


@dataclass(frozen=True, slots=True)
class _Part:
    """Tokens that tell something; `kind` is a rule's name, or one of the two of the check."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class IdentifyingMixCheck:
    """Finds what is told of one person when it weighs enough to point them out.

    `weights` has the names of shipped signal rules («helse» is personvern/helse) and what each of
    them weighs. What is told within a paragraph, and on with «hun» or «han» in the next, is told of
    one person, until somebody new comes in. `person` and `place` are the words for two parts beside
    the signals, weighing one each: «gutten», «en lærer», and a named place or institution.

    It is a finding from `least`, if one of the rules in `sensitive` is among the parts, and from
    one more otherwise. The words for a person never tip it: they only count from `least` plus one.
    """

    weights: Mapping[str, int]
    sensitive: tuple[str, ...]
    person: str
    place: str
    least: int = 4

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "names"})
    fills: ClassVar[frozenset[str]] = frozenset({"parts"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield one match for a person who may be pointed out, with the kinds of its parts."""
        individuals = find_individuals(draft)
        parts = sorted(self._parts(draft), key=lambda part: part.start)
        nynorsk = draft.document.language == "nn"
        for group in _told_of_one(individuals, parts):
            whole = [*group, *self._around(individuals, group)]
            if self._is_enough(whole):
                values = {"parts": _listed(self._names(whole, nynorsk=nynorsk))}
                yield Match(_span(individuals, whole), values, (), "QUASI_IDENTIFIER", 0.8)

    def _parts(self, draft: Draft) -> Iterator[_Part]:
        nynorsk = draft.document.language == "nn"
        for name in self.weights:
            for signal in shipped_signals(draft, name, nynorsk=nynorsk):
                yield _Part(name, signal.start, signal.end)

    def _around(self, individuals: Individuals, group: Sequence[_Part]) -> Iterator[_Part]:
        """Who and where, in the sentences of the signals."""
        reading = individuals.reading
        for number in sorted({reading.sentence_of[part.start] for part in group}):
            for mention in individuals.in_sentence(number):
                if not _is_pronoun(individuals, mention):
                    yield _Part(self.person, mention.start, mention.end)
            sentence = reading.sentences[number]
            for at in range(sentence.start + 1, sentence.end):
                token = reading.doc[at]
                begins = token.ent_iob_ == "B" and token.ent_type_ in _PLACES
                if begins and reading.forms[at - 1][0] in _AT and not _is_sender(individuals, at):
                    yield _Part(self.place, at, _entity_end(individuals, at))

    def _is_enough(self, parts: Iterable[_Part]) -> bool:
        kinds = {part.kind for part in parts}
        weight = sum(self.weights.get(kind, 0) for kind in kinds)
        weight += _PLACE_WEIGHT if self.place in kinds else 0
        least = self.least + (0 if kinds.intersection(self.sensitive) else 1)
        with_person = weight + (_PERSON_WEIGHT if self.person in kinds else 0)
        return weight >= least or with_person >= least + _EXTRA

    def _names(self, parts: Sequence[_Part], *, nynorsk: bool) -> list[str]:
        """The kinds in words, each once, in the order of the rule."""
        kinds = {part.kind for part in parts}
        named = [signal_rule(k, nynorsk=nynorsk).kind for k in self.weights if k in kinds]
        return [*named, *(kind for kind in (self.person, self.place) if kind in kinds)]


def _told_of_one(individuals: Individuals, parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Parts that are told of the same person, as far as can be seen."""
    reading = individuals.reading
    group: list[_Part] = []
    last: Sentence | None = None
    for part in parts:
        number = reading.sentence_of[part.start]
        sentence = reading.sentences[number]
        if last is not None and sentence != last:
            people = individuals.in_sentence(number)
            goes_on = not people or any(not mention.new for mention in people)
            if sentence.block != last.block:
                near = sentence.block - last.block == 1
                goes_on = near and bool(people) and _is_pronoun(individuals, people[0])
            if not goes_on:
                yield group
                group = []
        group.append(part)
        last = sentence
    if group:
        yield group


def _is_pronoun(individuals: Individuals, mention: Mention) -> bool:
    return individuals.reading.doc[mention.start].pos_ == "PRON"


def _is_sender(individuals: Individuals, at: int) -> bool:
    """Whether a name is that of a municipality as a body, which every text names."""
    end = _entity_end(individuals, at)
    return individuals.reading.forms[end - 1][0] in ("kommune", "kommunen", "fylkeskommune")


def _entity_end(individuals: Individuals, at: int) -> int:
    doc = individuals.reading.doc
    end = at + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return end


def _span(individuals: Individuals, parts: Sequence[_Part]) -> Span:
    """From the first part to the last, within one paragraph, and clear of people in public roles.

    Where that leaves several stretches, the one that tells most is shown.
    """
    reading = individuals.reading
    stretches: list[list[_Part]] = [[]]
    public = {
        mention.start for mentions in individuals.mentions for mention in mentions if mention.role
    }
    before: _Part | None = None
    for part in sorted(parts, key=lambda item: item.start):
        if before is not None:
            blocks = {reading.sentences[reading.sentence_of[p.start]].block for p in (before, part)}
            if len(blocks) > 1 or public.intersection(range(before.start, part.start)):
                stretches.append([])
        stretches[-1].append(part)
        before = part
    best = max(stretches, key=lambda stretch: len({part.kind for part in stretch}))
    return reading.span(best[0].start, max(part.end for part in best))


def _listed(words: Sequence[str]) -> str:
    """«alder, helse og sted»."""
    return " og ".join(filter(None, (", ".join(words[:-1]), words[-1])))
