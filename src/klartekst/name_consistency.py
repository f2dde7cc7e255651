"""A spaCy component that makes the names of a document agree with each other.

An entity recogniser sees some words to either side. Over a whole document more is known: who
«Berg» is was said when «Kari Berg» was named, and «Mali» is no person if three other sentences
know it as a country. The component stands after `ner` and does four things:

1. A lone word that the tagger takes for a verb, an adjective or the like («Knuste vindauge») is no
   person, unless it is a part of a full name.
2. A person whose name holds the same word twice is two mentions run together, as where a headline
   meets its text: «Kari Berg | Bergs tale».
3. A name that is taken for a person here and for something else there gets the label of the
   majority, in which a full name counts more than one lone mention. A lone name of which there is
   no full name never becomes a person: it may be a farm that the recogniser does not know.
   Nor does what stands like a place: many are called Vikane because they live «på Vikane».
   Between other labels nothing is changed: Bergen is a place and a football club.
4. A first name or surname of a full name is a person also where the recogniser passed it over.

spaCy finds it by its entry point; importing this module registers it as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

PERSON = "PER"
MAJORITY = 0.6
FEWEST_VOTES = 2
FULL_NAME_VOTES = 2
SHORTEST = 3
# Tags that a name may have; none if nothing has tagged the text. The treebank has NOUN for many
# nynorsk names.
NAME_TAGS = frozenset({"PROPN", "NOUN", "X", ""})
PLACE_LABELS = frozenset({"LOC", "GPE_LOC", "GPE_ORG"})
BEFORE_PLACES = frozenset({"i", "på", "ved", "fra", "frå"})


class Evidence(NamedTuple):
    """What the entities of a document say: votes for labels by name, and parts of full names."""

    votes: dict[str, Counter[str]]
    first_names: frozenset[str]
    surnames: frozenset[str]

    def is_named_in_full(self, name: str) -> bool:
        """Whether a name is a full name, or a part of one."""
        return " " in name or name in self.first_names or name in self.surnames

    def label(self, name: str) -> str | None:
        """The label that most mentions of a name have, if it is clear."""
        votes = self.votes.get(name)
        if not votes:
            return None
        label, count = votes.most_common(1)[0]
        clear = count >= FEWEST_VOTES and count >= MAJORITY * votes.total()
        return label if clear else None


@Language.component("name_consistency", assigns=["doc.ents"], requires=["doc.ents"])
def name_consistency(doc: Doc) -> Doc:
    """Make the entities of a parsed document agree; see the module for how."""
    entities = [part for entity in doc.ents for part in split(entity)]
    if any(entity.label_ == PERSON for entity in entities):
        words = frozenset(token.text for token in doc)
        evidence = gather(entities, words)
        entities = [
            relabelled(entity, evidence, words)
            for entity in entities
            if not is_no_person(entity, evidence, words)
        ]
        doc.ents = [*entities, *passed_over(doc, entities, evidence, words)]
    return doc


def nominative(word: str, words: frozenset[str]) -> str:
    """The word without a genitive -s, if the document has it without."""
    return word[:-1] if word.endswith("s") and word[:-1] in words else word


def name_of(entity: Span, words: frozenset[str]) -> str:
    """The words of an entity, the last one in the nominative."""
    *before, last = (token.text for token in entity)
    return " ".join([*before, nominative(last, words)])


def split(entity: Span) -> Iterator[Span]:
    """The entity, in two if it is a person and a word of it returns."""
    cut = _repetition([token.text for token in entity]) if entity.label_ == PERSON else 0
    if cut:
        yield Span(entity.doc, entity.start, entity.start + cut, label=PERSON)
        yield Span(entity.doc, entity.start + cut, entity.end, label=PERSON)
    else:
        yield entity


def _repetition(texts: Sequence[str]) -> int:
    """The place of the first word that stood before, itself or its nominative; 0 if none."""
    for place, text in enumerate(texts):
        if text[0].isupper() and {text, text.removesuffix("s")} & set(texts[:place]):
            return place
    return 0


def gather(entities: Iterable[Span], words: frozenset[str]) -> Evidence:
    """Every mention is a vote for the label it has; a full name votes for its parts as well."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first_names: set[str] = set()
    surnames: set[str] = set()
    for entity in entities:
        votes[name_of(entity, words)][entity.label_] += 1
        if entity.label_ == PERSON and len(entity) > 1:
            first_names.add(entity[0].text)
            surnames.add(nominative(entity[-1].text, words))
    parts = frozenset(filter(_is_name_word, first_names | surnames))
    for part in parts:
        votes[part][PERSON] += FULL_NAME_VOTES
    return Evidence(votes, parts & first_names, parts & surnames)


def _is_name_word(word: str) -> bool:
    return len(word) >= SHORTEST and word[0].isupper() and "." not in word


def is_no_person(entity: Span, evidence: Evidence, words: frozenset[str]) -> bool:
    """Whether a lone word is a person to the recogniser, but no name to the tagger."""
    if entity.label_ != PERSON or len(entity) > 1 or entity[0].pos_ in NAME_TAGS:
        return False
    return not evidence.is_named_in_full(name_of(entity, words))


def relabelled(entity: Span, evidence: Evidence, words: frozenset[str]) -> Span:
    """The entity with the label of the majority, if that makes or unmakes a person."""
    name = name_of(entity, words)
    label = evidence.label(name)
    if label is None or PERSON not in (label, entity.label_):
        return entity
    if label == PERSON and not evidence.is_named_in_full(name):
        return entity
    if entity.label_ in PLACE_LABELS and _stands_like_a_place(entity[0]):
        return entity
    return Span(entity.doc, entity.start, entity.end, label=label)


def passed_over(
    doc: Doc, entities: Iterable[Span], evidence: Evidence, words: frozenset[str]
) -> Iterator[Span]:
    """Lone first names and surnames that are no entity yet."""
    taken = {index for entity in entities for index in range(entity.start, entity.end)}
    for token in doc:
        if token.i in taken or not _is_name_word(token.text) or token.text.lower() in words:
            continue
        name = nominative(token.text, words)
        if evidence.label(name) != PERSON or _stands_like_a_place(token):
            continue
        if _may_name(token, name, evidence):
            yield Span(doc, token.i, token.i + 1, label=PERSON)


def _stands_like_a_place(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text.lower() in BEFORE_PLACES


def _may_name(token: Token, name: str, evidence: Evidence) -> bool:
    """Whether it is a part of a full name; a first name («Hans») needs a tag that agrees."""
    if token.pos_ not in NAME_TAGS:
        return False
    return name in evidence.surnames or (token.pos_ != "" and name in evidence.first_names)
