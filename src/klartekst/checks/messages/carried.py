"""What a draft has of each message of its brief; klartekst.matching decides, this fetches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klartekst.model import KeyMessage, MessageState, Role, Span, Where

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

    from klartekst.checks.base import Draft
    from klartekst.matching.features import Comparer
    from klartekst.matching.judge import Judgement


@dataclass(frozen=True)
class Carried:
    """What the draft has of one message; `span` is in `Document.text`.

    `span` holds the sentences that carry it or, when it is not present, the one that comes closest
    or says the contrary. `lacking` is the part of the message that is not said.
    """

    message: KeyMessage
    status: MessageState
    where: Where | None
    span: Span | None
    score: float
    lacking: str | None = None


def carried_messages(draft: Draft) -> tuple[Carried, ...]:
    """One answer for each message of the brief, in its order."""
    return tuple(carried(draft, draft.brief.messages)) if draft.brief else ()


def carried(
    draft: Draft, messages: Sequence[KeyMessage], *, word_for_word: bool = False
) -> Iterator[Carried]:
    """One answer for each message, whose wordings the draft must have parsed.

    With `word_for_word`, a sentence that has every word of a message carries it, however short,
    and what a draft says that it will not tell is not looked at.
    """
    if not messages:
        return
    from klartekst.matching.judge import judge
    from klartekst.matching.texts import read_message, read_text

    comparer = comparer_of(draft, told_only=word_for_word)
    for message in messages:
        wordings = [
            read_message(draft.wordings[text]) for text in (message.text, *message.variants)
        ]
        keywords = [read_text([draft.wordings[word][:]]) for word in message.keywords]
        judged = judge(
            comparer,
            wordings,
            [word for word in keywords if word.words],
            word_for_word=word_for_word,
        )
        yield _answer(draft, message, judged, comparer)


def comparer_of(draft: Draft, *, vectors: bool = True, told_only: bool = False) -> Comparer:
    """The draft made ready to compare messages with, by vectors as well or by words alone.

    With `told_only`, less what it says that it will not tell.
    """
    from klartekst.matching.features import Comparer
    from klartekst.matching.texts import read_text

    return Comparer(read_text(_sentences(draft), vectors=vectors, told_only=told_only))


def _sentences(draft: Draft) -> Iterator[DocSpan]:
    for sentence in draft.doc.sents:
        role = draft.block_of(sentence.start_char).role
        if role.is_body and role is not Role.CONTACT:
            yield sentence


def _answer(draft: Draft, message: KeyMessage, judged: Judgement, comparer: Comparer) -> Carried:
    span = None
    if judged.first is not None and judged.last is not None:
        sentences = comparer.draft.sentences
        span = Span(sentences[judged.first].start, sentences[judged.last - 1].end)
    where = where_of(draft, span) if span and judged.state == "present" else None
    score = round(judged.score, 2)
    return Carried(message, judged.state, where, span, score, judged.lacking)


def where_of(draft: Draft, span: Span) -> Where:
    """In which part of the draft a span begins."""
    role = draft.block_of(span.start).role
    if role is Role.TITLE:
        return "title"
    return "lead" if role is Role.LEAD else "body"
