"""How well a draft carries each message of its brief; see key_message for the method."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from klartekst.model import Role, Span, Where

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from klartekst.checks.base import Draft
    from klartekst.model import KeyMessage

PRESENT_FROM = 0.5
# Below this, the closest sentence has nothing to do with the message, and is not shown.
CLOSE_FROM = 0.15

_WEIGHTS = {"NOUN": 1.0, "PROPN": 1.0, "NUM": 1.0, "VERB": 0.7, "ADJ": 0.7, "ADV": 0.4}
# Words that any draft of a municipality has, or that say little by themselves.
_EVERYDAY = frozenset(
    """
    kommune ha få være vere bli verte gjøre gjere kunne skulle ville måtte ta gi gje komme
    kome stor ny mange mye mykje all også òg nå no da då her der når
    """.split()
)
_EVERYDAY_WEIGHT = 0.2
_PART_OF_COMPOUND = 0.7
_MIN_COMPOUND_PART = 4
_KEYWORD_SHARE = 0.5
_NEGATIONS = frozenset(
    """
    ikke ikkje aldri ingen inga ingenting verken korkje neppe
    """.split()
)
_NEGATION_DIFFERS = 0.45


@dataclass(frozen=True)
class Carried:
    """What the draft has of one message; `span` is in `Document.text`, the closest sentences."""

    message: KeyMessage
    status: Literal["present", "missing"]
    where: Where | None
    span: Span | None
    score: float


@dataclass(frozen=True)
class _Window:
    """One sentence or two neighbouring ones, with the lemmas and forms in them."""

    span: Span
    words: frozenset[str]
    is_pair: bool = False


def carried_messages(draft: Draft) -> tuple[Carried, ...]:
    """One answer for each message of the brief, in its order."""
    if draft.brief is None:
        return ()
    windows = list(_windows(draft))
    return tuple(_carried(draft, message, windows) for message in draft.brief.messages)


def _carried(draft: Draft, message: KeyMessage, windows: Sequence[_Window]) -> Carried:
    wordings = [draft.wordings[text] for text in (message.text, *message.variants)]
    keywords = [draft.wordings[text] for text in message.keywords]
    scored = [(_score(wordings, keywords, window), window) for window in windows]
    score, window = max(scored, key=_score_of, default=(0.0, None))
    if window is not None and score >= PRESENT_FROM:
        where = _where(draft, window.span)
        return Carried(message, "present", where, window.span, round(score, 2))
    alone = [(score, window) for score, window in scored if not window.is_pair]
    nearest, window = max(alone, key=_score_of, default=(0.0, None))
    span = window.span if window is not None and nearest >= CLOSE_FROM else None
    return Carried(message, "missing", None, span, round(score, 2))


def _score_of(scored: tuple[float, _Window]) -> float:
    return scored[0]


def _windows(draft: Draft) -> Iterator[_Window]:
    """Every sentence of the body, then every pair of neighbours."""
    sentences = [
        _Window(Span(sentence.start_char, sentence.end_char), _words_of(sentence))
        for sentence in draft.doc.sents
        if draft.block_of(sentence.start_char).role.is_body
        and draft.block_of(sentence.start_char).role is not Role.CONTACT
    ]
    yield from sentences
    for first, second in pairwise(sentences):
        both = Span(first.span.start, second.span.end)
        yield _Window(both, first.words | second.words, is_pair=True)


def _words_of(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(
        word for token in tokens if token.is_alpha or token.like_num for word in _forms(token)
    )


def _forms(token: Token) -> tuple[str, str]:
    return token.lower_.rstrip("."), token.lemma_.lower().rstrip(".")


def _score(wordings: Sequence[Doc], keywords: Sequence[Doc], window: _Window) -> float:
    """The share of a message that a window carries, 0 to 1."""
    coverage = max(_agreeing_coverage(wording, window.words) for wording in wordings)
    if not keywords:
        return coverage
    found = sum(_coverage(keyword, window.words) for keyword in keywords) / len(keywords)
    # Keywords can lift a wording that is partly there, not make one up.
    return coverage + _KEYWORD_SHARE * (found - coverage) if coverage else 0.0


def _agreeing_coverage(wording: Doc, words: frozenset[str]) -> float:
    """Coverage, less when only one of the two denies: «legges ned» and «legges ikke ned»."""
    coverage = _coverage(wording, words)
    denies = not _NEGATIONS.isdisjoint(_words_of(wording))
    return (
        coverage if denies == (not _NEGATIONS.isdisjoint(words)) else _NEGATION_DIFFERS * coverage
    )


def _coverage(wording: Doc, words: frozenset[str]) -> float:
    content = [(token, _weight(token)) for token in wording]
    total = sum(weight for _, weight in content)
    if not total:  # a keyword such as «hjem» or «ut», which the treebank calls a preposition
        content = [(token, 1.0) for token in wording if token.is_alpha]
        total = len(content) or 1
    return sum(weight * _found(token, words) for token, weight in content if weight) / total


def _weight(token: Token) -> float:
    if not (token.is_alpha or token.like_num or token.pos_ == "NUM"):
        return 0.0
    weight = _WEIGHTS.get(token.pos_, 0.0)
    return min(weight, _EVERYDAY_WEIGHT) if token.lemma_.lower() in _EVERYDAY else weight


def _found(token: Token, words: frozenset[str]) -> float:
    forms = _forms(token)
    if any(form in words for form in forms):
        return 1.0
    lemma = forms[1]
    if any(_share_compound_part(lemma, word) for word in words):
        return _PART_OF_COMPOUND
    return 0.0


def _share_compound_part(one: str, other: str) -> bool:
    """Whether one word begins or ends the other, as the parts of a compound do."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _MIN_COMPOUND_PART:
        return False
    return longer.startswith(shorter) or longer.endswith(shorter)


def _where(draft: Draft, span: Span) -> Where:
    role = draft.block_of(span.start).role
    if role is Role.TITLE:
        return "title"
    return "lead" if role is Role.LEAD else "body"
