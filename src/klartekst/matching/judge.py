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
CLOSE_FROM = 0.3
# What a conflict must weigh, and how near the sentence must otherwise be, to be called one.
_CONFLICT_FROM = 0.5
_SAME_MATTER_FROM = 0.5
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


def judge(draft: Comparer, wordings: Sequence[Text], keywords: Sequence[Text]) -> Judgement:
    """The best answer that any wording of a message gets."""
    judged = [_judge(draft, wording, keywords) for wording in wordings]
    return max(judged, key=lambda judgement: (judgement.state == "present", judgement.score))


def _judge(draft: Comparer, message: Text, keywords: Sequence[Text]) -> Judgement:
    compared = draft.compare(message, keywords)
    if not compared.windows:
        return Judgement("missing", 0.0)
    model = model_name(keywords=bool(keywords), vectors=draft.has_vectors)
    scored = [(chance(window.features, model), window) for window in compared.windows]
    score, best = max(scored, key=lambda pair: pair[0])
    if score >= PRESENT_FROM:
        first, last = _narrowest(best, compared)
        return Judgement("present", score, first, last)
    return _absent(compared, message, score)


def _narrowest(window: Window, compared: Comparison) -> tuple[int, int]:
    """The window without the sentences at its ends that add nothing to it."""
    first, last = window.first, window.last
    need = 0.5 * float(compared.covered[first:last].max())
    while last - first > 1 and compared.covered[last - 1] < need:
        last -= 1
    while last - first > 1 and compared.covered[first] < need:
        first += 1
    return first, last


def _absent(compared: Comparison, message: Text, score: float) -> Judgement:
    weight = np.max(np.stack(list(compared.conflicts.values())), axis=0)
    against = weight * compared.covered * (compared.covered >= _SAME_MATTER_FROM)
    opposite = int(np.argmax(against))
    if weight[opposite] >= _CONFLICT_FROM and against[opposite] > 0:
        return Judgement("contradicted", score, opposite, opposite + 1)
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
