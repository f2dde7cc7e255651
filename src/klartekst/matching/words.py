"""The words of a text as the matcher sees them: keys, groups, weight, negation, vector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klartekst.matching.clauses import clause_of
from klartekst.matching.denial import answer_to, denied, is_question
from klartekst.matching.keys import family_of, key_of
from klartekst.matching.lexicon import lexicon, parts_of, rarity_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHRASE_REACH = 6  # tokens between the first and the last word of a phrase
_WEIGHTS = {
    "NOUN": 1.0,
    "PROPN": 1.0,
    "NUM": 0.8,
    "VERB": 0.8,
    "ADJ": 0.8,
    "ADV": 0.4,
    "ADP": 0.0,
    "INTJ": 0.3,
}
_NEGATIONS = frozenset(
    map(
        key_of,
        "ikke aldri ingen inga ingenting verken korken neppe uten slippe sleppe unngå".split(),
    )
)
_AS_ARGUMENT = frozenset({"det", "case", "mark", "nsubj", "nsubj:pass", "obj"})
_LITTLE = frozenset(
    map(key_of, "trenge ha få være finnes gi kunne behøve måtte rett riktig sann".split())
)
_WITHOUT = frozenset({"uten", "utan"})
_LIGHT = frozenset(
    map(
        key_of,
        """
        kommune ha få være bli gjøre kunne skulle ville måtte ta gi komme stor også nå
        da her der når innen hele samme slik gå stå holde sette burde finne la se si måte del
        vi oss vår du dere deg den det de han hun som
        """.split(),
    )
)
_LIGHT_WEIGHT = 0.25
_PARTICLE = 0.4  # «bort» in «ta bort»
# What a message often is about, though the words are common ones.
_CHANGE = frozenset(
    map(
        key_of,
        """
        flere færre mer mindre høyere lavere større dyrere billigere bedre verre gratis alle ingen
        aldri alltid mange få noen bare kun uendret ny gammel tilbake ned opp over under før
        etter nei ja åpen
        """.split(),
    )
)
_CHANGE_WEIGHT = 0.6


@dataclass(frozen=True, eq=False)
class Word:
    """One word of a message or a draft."""

    index: int  # of its token
    keys: frozenset[str]  # its form and its lemma
    families: frozenset[str]
    parts: tuple[str, ...]  # of a compound
    heads: tuple[str, ...]  # what it is a kind of
    groups: frozenset[int]
    phrase_groups: frozenset[int]  # those of the phrases it stands in
    part_groups: frozenset[int]
    entries: frozenset[int]  # where the dictionary has it as a synonym
    weight: float
    negated: bool  # a negation is about this very word
    denied: bool  # or about what it stands in
    is_name: bool
    is_number: bool
    is_verb: bool
    is_predicate: bool
    is_subject: bool
    lemma: str
    clause: int  # the token that heads its clause


def words_of(tokens: Sequence[Token]) -> list[Word]:
    """The words of a sentence, in order; signs are left out."""
    if not tokens:
        return []
    by_phrase = _phrase_groups(tokens)
    negated, not_so = _negated(tokens), denied(tokens)
    return [
        _word(
            token,
            by_phrase.get(token.i, frozenset()),
            negated=token.i in negated,
            denied=token.i in not_so,
        )
        for token in tokens
        if token.is_alpha or token.like_num or any(sign.isalnum() for sign in token.text)
    ]


def _word(token: Token, phrase_groups: frozenset[int], *, negated: bool, denied: bool) -> Word:
    lemma = key_of(token.lemma_)
    keys = frozenset({key_of(token.lower_), lemma})
    known = lexicon()
    parts = tuple(dict.fromkeys(part for key in keys for part in parts_of(key)))
    groups = phrase_groups.union(*(known.groups(key) for key in keys))
    return Word(
        index=token.i,
        keys=keys,
        families=frozenset(family_of(key) for key in keys),
        parts=parts,
        heads=tuple(part for part in parts if any(key.endswith(part) for key in keys)),
        groups=groups,
        phrase_groups=phrase_groups,
        part_groups=frozenset().union(*(known.groups(part) for part in parts)),
        entries=frozenset().union(*(known.dictionary.get(key, ()) for key in keys)),
        weight=_weight(token, lemma),
        negated=negated,
        denied=denied,
        is_name=token.pos_ == "PROPN" and token.text[:1].isupper(),
        is_number=token.like_num or token.pos_ == "NUM",
        is_verb=token.pos_ == "VERB",
        is_predicate=token.dep_ == "ROOT" and token.pos_ in ("VERB", "ADJ"),
        is_subject=token.dep_.startswith("nsubj"),
        lemma=lemma,
        clause=clause_of(token),
    )


def _weight(token: Token, lemma: str) -> float:
    if lemma in _CHANGE or key_of(token.lower_) in _CHANGE:
        return _CHANGE_WEIGHT
    weight = _PARTICLE if token.dep_ == "compound:prt" else _WEIGHTS.get(token.pos_, 0.0)
    if lemma in _LIGHT:
        return min(weight, _LIGHT_WEIGHT)
    return weight * (0.4 + 0.6 * rarity_of(lemma))


def _phrase_groups(tokens: Sequence[Token]) -> dict[int, frozenset[int]]:
    """The groups that words get from the phrases they are in, by token index."""
    phrases = lexicon().phrases
    keys = [(key_of(token.lower_), key_of(token.lemma_)) for token in tokens]
    found: dict[int, set[int]] = {}
    for place, pair in enumerate(keys):
        for phrase in {phrase for key in pair for phrase in phrases.get(key, ())}:
            start, end = max(0, place - _PHRASE_REACH), place + _PHRASE_REACH + 1
            near = [
                other
                for other in range(start, min(end, len(keys)))
                if not phrase.keys.isdisjoint(keys[other])
            ]
            present = {key for other in near for key in keys[other]}
            if phrase.keys <= present:
                for other in near:
                    found.setdefault(tokens[other].i, set()).add(phrase.group)
    return {index: frozenset(groups) for index, groups in found.items()}


def _negated(tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens that a negation is about."""
    return frozenset(_under_negation(tokens)) | _answered_no(tokens)


def _under_negation(tokens: Sequence[Token]) -> Iterator[int]:
    if is_question(tokens):
        return
    for token in tokens:
        if _NEGATIONS.isdisjoint((key_of(token.lower_), key_of(token.lemma_))):
            continue
        if token.pos_ == "VERB":  # «slippe å betale»: what is let off, not the letting
            yield from (child.i for child in token.children if child.dep_ == "xcomp")
            continue
        head = token.head
        if _is_condition(head):
            continue
        yield from _denied_with(head)
        if token.lower_ in _WITHOUT:
            continue
        if token.dep_ in _AS_ARGUMENT:  # «ingen ansatte mister jobben»
            yield from _denied_with(head.head)
        if token.dep_.startswith("nsubj"):  # «ingen skal gå på jobb og være redd»
            yield from (child.i for child in head.children if child.dep_ == "conj")
        elif head.pos_ == "AUX":
            yield head.head.i


def _denied_with(head: Token) -> Iterator[int]:
    """A denied word, and what a verb that says little by itself is about."""
    yield head.i
    if key_of(head.lemma_) in _LITTLE:
        for child in head.children:
            if child.dep_ in ("xcomp", "obj", "ccomp", "csubj", "nsubj"):
                yield from _denied_with(child) if child.dep_ == "xcomp" else (child.i,)


def _is_condition(head: Token) -> bool:
    """Whether a clause says when or of whom, and so denies nothing: «har du ikke kode, …»."""
    return head.dep_ in ("advcl", "acl:relcl", "acl")


def _answered_no(tokens: Sequence[Token]) -> frozenset[int]:
    """All words of a question that the next sentence answers with no."""
    said_no = is_question(tokens) and answer_to(tokens) == "nei"
    return frozenset(token.i for token in tokens if said_no)
