"""What speaks for and against that a clause tells something of one certain, private person.

Each clue is a plain question about a clause, and has an English name. What it weighs is data in
`clue_weights.toml`, fitted by `training/clues.py`: nothing decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klartekst.checks.base import Draft
from klartekst.checks.signals.clauses import Clause
from klartekst.checks.signals.generality import has_happened as tells_the_past
from klartekst.checks.signals.generality import is_conditional, is_statistic
from klartekst.checks.signals.individuals import Individuals, Mention
from klartekst.checks.signals.person_nouns import is_relative, words_for
from klartekst.checks.signals.possible_people import possible_people
from klartekst.model import Role
from klartekst.recognizers.lexicon import shipped_titles

if TYPE_CHECKING:
    from klartekst.tokens import Token

_BEFORE = 3  # sentences back in which a person may have been mentioned
_SHORT, _LONG = 2, 6  # words with a meaning of their own in a clause
_BLOCKS = {
    Role.TITLE: "title", Role.LEAD: "lead", Role.HEADING: "heading", Role.LIST_ITEM: "list_item",
}  # fmt: skip
_WORDS = {
    "have": frozenset({"har", "hadde"}),
    "we": frozenset("vi oss vår våre vårt du deg dere dykk de dei".split()),
    "modal": frozenset("skal kan må bør vil".split()),
    "negated": frozenset({"ikke", "ikkje"}),
    "many": frozenset("alle alt hver kvar noen nokon flere fleire mange".split()),
}
_LARGE = re.compile(r"[\d\s]{4,}|kroner")
_BESIDE = ("official", "agreed", "maybe_pronoun", "maybe_somebody", "maybe_initials")


@dataclass(frozen=True)
class Hits:
    """Where the words of signal rules stand, by kind of data: told of somebody, and at all."""

    told: Sequence[tuple[str, int, int]]
    all: Sequence[tuple[str, int, int]]

    def in_clause(self, clause: Clause) -> tuple[set[str], set[str]]:
        """The kinds within a clause."""
        return _within(self.told, clause), _within(self.all, clause)


def _within(hits: Sequence[tuple[str, int, int]], clause: Clause) -> set[str]:
    return {kind for kind, start, end in hits if start < clause.end and clause.start < end}


@dataclass
class ClueFinder:
    """Finds the clues of the clauses of one draft."""

    draft: Draft
    individuals: Individuals
    hits: Hits
    _of_sentence: dict[int, frozenset[str]] = field(default_factory=dict)
    _possible: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        self._possible = possible_people(self.draft, self.individuals)

    def clues(self, clause: Clause) -> frozenset[str]:
        """The names of all clues that a clause gives, apart from those of its neighbours."""
        if clause.sentence not in self._of_sentence:
            self._of_sentence[clause.sentence] = frozenset(self._sentence_clues(clause.sentence))
        found = set(self._of_sentence[clause.sentence])
        found.update(self._people_clues(clause))
        found.update(self._word_clues(clause))
        found.update(self._signal_clues(clause, found))
        return frozenset(found)

    def _sentence_clues(self, number: int) -> Iterator[str]:
        reading = self.individuals.reading
        sentence = reading.sentences[number]
        role = self.draft.document.blocks[sentence.block].role
        if role in _BLOCKS:
            yield _BLOCKS[role]
        if self.individuals.general[number]:
            yield "general"
        if is_statistic(reading, sentence):
            yield "statistic"
        if tells_the_past(reading, sentence):
            yield "happened"
        if is_conditional(reading, sentence):
            yield "conditional"
        if any(reading.forms[at][0] == "?" for at in range(sentence.start, sentence.end)):
            yield "question"
        if not self.individuals.in_sentence(number):
            for before in range(number - 1, max(-1, number - 1 - _BEFORE), -1):
                if self.individuals.in_sentence(before):
                    same = reading.sentences[before].block == sentence.block
                    yield "person_before" if same else "person_in_block_before"
                    break

    def _people_clues(self, clause: Clause) -> Iterator[str]:
        people = self.individuals.in_sentence(clause.sentence)
        here = [one for one in people if one.start < clause.end and clause.start < one.end]
        for mention in here:
            yield from self._mention_clues(mention)
        if people and not here:
            yield "person_beside"
        possible = {self._possible.get(at, "") for at in range(clause.start, clause.end)} - {""}
        yield from possible
        sentence = self.individuals.reading.sentences[clause.sentence]
        around = {self._possible.get(at, "") for at in range(sentence.start, sentence.end)}
        for kind in _BESIDE:
            if kind in around and kind not in possible:
                yield f"{kind}_beside"

    def _mention_clues(self, mention: Mention) -> Iterator[str]:
        reading = self.individuals.reading
        yield "person"
        if reading.forms[mention.start][0] in words_for("few"):
            yield "person_few"
        if mention.named:
            yield "person_named"
        elif reading.tokens[mention.start].pos_ == "PRON":
            yield "person_pronoun"
        else:
            yield "person_new" if mention.new else "person_noun"
        if any(is_relative(reading.forms[at][0]) for at in (mention.start, mention.end - 1)):
            yield "person_relative"
        if any(
            reading.tokens[at].dep_.startswith("nsubj") for at in range(mention.start, mention.end)
        ):
            yield "subject"

    def _word_clues(self, clause: Clause) -> Iterator[str]:
        reading = self.individuals.reading
        tokens = reading.tokens[clause.start : clause.end]
        words = {token.lower_ for token in tokens}
        yield from (name for name, listed in _WORDS.items() if words & listed)
        if words & shipped_titles().speech:
            yield "speech"
        if self.draft.is_quoted(reading.span(clause.start, clause.end)):
            yield "quoted"
        if any("Tense=Past" in str(token.morph) for token in tokens):
            yield "past"
        if any(token.ent_type_ in ("GPE_LOC", "LOC") for token in tokens):
            yield "place"
        if any(token.like_num for token in tokens):
            yield "number"
        if any(_LARGE.fullmatch(word) for word in words):
            yield "large_number"
        yield from _length(tokens)

    def _signal_clues(self, clause: Clause, found: set[str]) -> Iterator[str]:
        told, words = self.hits.in_clause(clause)
        maybe = any(clue.startswith("maybe_") for clue in found)
        if maybe:
            yield "maybe"
        if told:
            yield "signal"
            yield from (f"signal_{kind.lower()}" for kind in told)
        if words:
            yield "words"
            yield from (f"words_{kind.lower()}" for kind in words)
        if "person" in found:
            if words:
                yield "person_with_words"
            if not told:
                yield "person_without_signal"
            yield from (f"person_{clue}" for clue in ("general", "quoted") if clue in found)
        elif maybe and words:
            yield "maybe_with_words"


def _length(tokens: Iterable[Token]) -> Iterator[str]:
    telling = sum(token.pos_ in ("NOUN", "VERB", "ADJ", "ADV") for token in tokens)
    if telling <= _SHORT:
        yield "short"
    elif telling > _LONG:
        yield "long"
