"""Verbs in the passive voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import is_finite, is_participle, span_between
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.tokens import Token, TokenSpan

_BECOME = frozenset(
    "bli blir ble blei blitt bliver vert vart verte verta vorte vorti vorten vortne".split()
)
_BE = frozenset({"være", "vere"})
_OBLIGES = frozenset({"må", "måtte", "kan", "kunne", "skal", "bør", "burde"})
# How far from its auxiliary a participle is looked for when the parser has not joined the two.
_REACH = 8
# What a compound verb must have before and in its last part to be read as that part.
_PREFIX, _SHORTEST_VERB = 4, 6


class Passive(NamedTuple):
    """A passive, from its auxiliary or alone; `verb` is the word that tells what is done."""

    first: Token
    verb: Token


@dataclass(frozen=True)
class PassiveCheck:
    """Finds s-passives, bli- and verte-passives, and participles after «er» that tell of an act.

    Words are lemmas or forms in lower case. `deponents` are verbs in -s or -st that have no active
    form («synes», «lykkes»), `states` participles that only describe («interessert»), and
    `conditions` verbs whose participle does so after «er», or is active there («er kommet»).

    A message can help to find who acts: {hint} is a line of `hints`, `agent` where the text says
    who after «av», else the first whose verbs in `hint_verbs` have the passive's, else `other`.
    The verbs of the hint `reader` count only after «må», «kan», «skal» or «bør».
    """

    deponents: frozenset[str] = field(default_factory=frozenset)
    states: frozenset[str] = field(default_factory=frozenset)
    conditions: frozenset[str] | None = None
    hints: Mapping[str, str] = field(default_factory=dict)
    hint_verbs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"hint"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each passive, titles and headings included, that nobody is quoted for."""
        for sentence in draft.written:
            for passive in passives_in(sentence, self.deponents, self.states, self.conditions):
                span = span_between(passive.first, passive.verb)
                if not draft.is_quoted(span):
                    yield Match(span, {"hint": self._hint(passive.verb)})

    def _hint(self, verb: Token) -> str:
        if any(child.lower_ == "av" for obl in verb.children for child in obl.children):
            return self.hints.get("agent", "")
        key = self._hint_of.get(verb.lemma_.lower(), "other")
        if key == "reader" and not any(child.lower_ in _OBLIGES for child in verb.children):
            key = "other"
        return self.hints.get(key, "")

    @cached_property
    def _hint_of(self) -> dict[str, str]:
        return {verb: key for key, verbs in self.hint_verbs.items() for verb in verbs}


def passives_in(
    sentence: TokenSpan,
    deponents: frozenset[str] = frozenset(),
    states: frozenset[str] = frozenset(),
    conditions: frozenset[str] | None = None,
) -> Iterator[Passive]:
    """The passives of a sentence, in order; the sets are those of PassiveCheck.

    Without `conditions`, participles after «er» are left out.
    """
    for token in sentence:
        if _is_s_passive(token) and not _is_any(token, deponents):
            yield Passive(token, token)
        elif token.lower_ in _BECOME:
            verb = _participle_of(token, sentence)
            if verb is not None and not _is_any(verb, states):
                yield Passive(token, verb)
        elif conditions is not None and token.lemma_ in _BE:
            verb = _act_after(token)
            spared = states if _has_dummy(token) else conditions | states
            if verb is not None and not _is_any(verb, spared):
                yield Passive(token, verb)


def _act_after(be: Token) -> Token | None:
    """The participle of a form of «er», or None where there is none or «har» or «bli» rules it."""
    verb = be.head
    if verb.i < be.i or be.dep_ not in {"aux", "cop"}:
        return None
    following = be.nbor()
    if verb.pos_ == "NOUN" and following.dep_ == "amod" and is_participle(following):
        # «Det er fattet vedtak»: the parser sees a noun with an adjective.
        return following if be.i > 0 and be.nbor(-1).lower_ == "det" else None
    # A rare participle is taken for a noun, but «er» for its auxiliary («er motteken»).
    can_be = is_participle(verb) or (be.dep_ == "aux" and verb.pos_ == "NOUN")
    rulers = (child for child in verb.children if child.i > be.i)
    if not can_be or any(child.lower_ in _BECOME or child.lemma_ == "ha" for child in rulers):
        return None
    return verb


def _has_dummy(be: Token) -> bool:
    """Whether somebody has done something to what comes after: «Det er bestilt en pumpe»."""
    verb = be.head
    has_det = any(child.dep_ == "expl" for child in verb.children)
    return has_det and any(
        child.i > verb.i and child.dep_ in {"obj", "nsubj", "nsubj:pass"} for child in verb.children
    )


def _is_any(token: Token, words: frozenset[str]) -> bool:
    """Whether a word or the last part of a compound is among some: «tidsbegrense» as «begrense»."""
    lemma = token.lemma_.lower()
    return (
        token.lower_ in words
        or lemma in words
        or any(lemma[cut:] in words for cut in range(_PREFIX, len(lemma) - _SHORTEST_VERB + 1))
    )


def _participle_of(auxiliary: Token, sentence: TokenSpan) -> Token | None:
    """The participle of «bli» or «verte», or None where it stands with something else."""
    if auxiliary.dep_ == "aux:pass" and auxiliary.head.i > auxiliary.i:
        verb = auxiliary.head
        # «vart 17 personar avviste»: in the plural it looks like the past tense
        is_plural = is_finite(verb) and verb.lower_.endswith("e")
        return verb if is_plural or _can_be_participle(verb) else None
    for child in auxiliary.rights:
        if child.dep_ in {"xcomp", "ccomp"} and _can_be_participle(child):
            return child
    for token in auxiliary.doc[auxiliary.i + 1 : min(auxiliary.i + 1 + _REACH, sentence.end)]:
        if token.is_punct or is_finite(token):
            return None
        if is_participle(token) and token.dep_ not in {"amod", "acl", "nsubj", "obj", "obl"}:
            return token
    return None


def _can_be_participle(token: Token) -> bool:
    """Whether it is one, or a form that the pipeline takes for another one («overvaka»)."""
    if token.lower_.endswith(("r", "s")):
        return False
    if is_participle(token):
        return True
    is_infinitive = any(child.lower_ in {"å", "at"} for child in token.children)
    return token.pos_ == "VERB" and not is_infinitive and token.lower_.endswith(("a", "t", "d"))


def _is_s_passive(token: Token) -> bool:
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    if "Pass" in token.morph.get("Voice", []):
        return token.lower_.endswith(("s", "st"))
    if is_finite(token) and token.lower_ == f"{token.lemma_.lower()}s":
        return True  # «forbeholdes», a rare verb
    if "Inf" not in token.morph.get("VerbForm", []):
        return False
    # The pipeline knows few nynorsk passives. After «skal» or «må», no other form ends so.
    rulers = (token, token.head) if token.dep_ == "conj" else (token,)
    is_ruled = any(child.dep_ == "aux" for ruler in rulers for child in ruler.children)
    return token.lower_.endswith("s") or (is_ruled and token.lower_.endswith("ast"))
