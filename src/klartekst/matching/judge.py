"""Whether a draft carries a message: present, partial, missing or contradicted, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from klartekst.matching.features import Comparer, Comparison, Window
from klartekst.matching.model import chance, model_name
from klartekst.matching.texts import Text

State = Literal["present", "partial", "missing", "contradicted"]

PRESENT_FROM = 0.5
# A sentence that covers less of a message than this has nothing to do with it.
CLOSE_FROM = 0.22
# What a conflict must weigh, and how near the sentence must otherwise be, to be called one: of a
# message that is not present anyhow, and of one that would be. Of that a sentence must say most
# words: what else there is the model has weighed already.
_CONFLICT_FROM, _SAME_MATTER_FROM = 0.5, 0.4
_CLEAR_CONFLICT, _CLEARLY_SAME_MATTER = 0.7, 0.75
_NOT_PRESENT = 0.49
# A claim is there when this much of it is; half a message is said when another claim is not.
_CLAIM_FROM = 0.62
_NO_CLAIM_BELOW = 0.5


@dataclass(frozen=True)
class Judgement:
    """The answer for one message.

    `first` and `last` are the sentences that carry it, or the one that comes closest, half-open;
    None when nothing does. `lacking` is the part of a message that is not said.
    """

    state: State
    score: float
    first: int | None = None
    last: int | None = None
    lacking: str | None = None


def judge(
    draft: Comparer,
    wordings: Sequence[Text],
    keywords: Sequence[Text],
    *,
    word_for_word: bool = False,
) -> Judgement:
    """The best answer that any wording of a message gets.

    With `word_for_word`, a sentence that has every word of a message carries it, however short.
    """
    judged = [_judge(draft, wording, keywords, word_for_word=word_for_word) for wording in wordings]
    return max(judged, key=lambda judgement: (judgement.state == "present", judgement.score))


def _judge(
    draft: Comparer, message: Text, keywords: Sequence[Text], *, word_for_word: bool
) -> Judgement:
    compared = draft.compare(message, keywords)
    if not compared.windows:
        return Judgement("missing", 0.0)
    model = model_name(keywords=bool(keywords), vectors=draft.has_vectors)
    scored = [(chance(window.features, model), window) for window in compared.windows]
    score, best = max(scored, key=lambda pair: pair[0])
    if compared.said_in is not None and (word_for_word or _is_plain(draft, compared)):
        return Judgement("present", 1.0, compared.said_in, compared.said_in + 1)
    contrary = _contrary(compared, _CLEAR_CONFLICT, _CLEARLY_SAME_MATTER)
    if contrary is not None:
        return Judgement("contradicted", min(score, _NOT_PRESENT), contrary, contrary + 1)
    if score >= PRESENT_FROM:
        first, last = _narrowest(best, compared)
        return Judgement("present", score, first, last)
    return _absent(compared, message, score)


def _is_plain(draft: Comparer, compared: Comparison) -> bool:
    """Whether the sentence with every word of a message states it, and denies nothing of it."""
    place = compared.said_in or 0
    denied = any(values[place] for values in compared.conflicts.values())
    return not denied and not draft.draft.sentences[place].is_question


def _narrowest(window: Window, compared: Comparison) -> tuple[int, int]:
    """The window without the sentences at its ends that add nothing to it."""
    first, last = window.first, window.last
    need = 0.5 * float(compared.covered[first:last].max())
    while last - first > 1 and compared.covered[last - 1] < need:
        last -= 1
    while last - first > 1 and compared.covered[first] < need:
        first += 1
    return first, last


def _contrary(compared: Comparison, conflict: float, covered: float) -> int | None:
    """The sentence that is about the same and says the contrary, if one clearly does."""
    weight = np.max(np.stack(list(compared.conflicts.values())), axis=0)
    against = weight * compared.covered * (weight >= conflict) * (compared.covered >= covered)
    return int(np.argmax(against)) if against.any() else None


def _absent(compared: Comparison, message: Text, score: float) -> Judgement:
    contrary = _contrary(compared, _CONFLICT_FROM, _SAME_MATTER_FROM)
    if contrary is not None:
        return Judgement("contradicted", score, contrary, contrary + 1)
    if len(compared.claims):
        said = compared.claims.max(axis=1)
        if said.max() >= _CLAIM_FROM and said.min() < _NO_CLAIM_BELOW:
            place = int(np.argmax(compared.claims[int(np.argmax(said))]))
            lacking = message.claims[int(np.argmin(said))].text
            return Judgement("partial", score, place, place + 1, lacking)
    closest = int(np.argmax(compared.covered))
    if compared.covered[closest] < CLOSE_FROM:
        return Judgement("missing", score)
    return Judgement("missing", score, closest, closest + 1)
