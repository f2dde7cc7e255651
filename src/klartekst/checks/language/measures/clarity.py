"""The clarity score: 100, less what each thing that makes a text heavy costs.

Every part of the score is a measure of the whole text, a mean or a rate, so that length does not
drive it. A part is free up to what plain texts have anyway, costs so many points for each unit
above that, and never more than its ceiling: nothing that gets worse can raise the score, and no
single thing can sink a text of forty words. The cost of each part is kept, and shown.

The parts and their free values were chosen first. The rates were then fitted by non-negative
logistic regression on the pairs in `corpora/pairs/dev` (officialese must cost more than the plain
version of the same) and on the levels that editors gave the drafts in `corpora/marked/dev`, and
rounded by hand as long as nothing was lost. `corpora/pairs/README.md` has the figures.

Two thirds of the score do not look at the length of words or sentences at all. That is how a short
«Det gis ikke fritak. Det vises til de regler som gjelder.» comes out below the longer sentence
that tells the same to somebody: passives, officialese, and words of the statutes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klartekst.model import ClarityPart, Cost


@dataclass(frozen=True, slots=True)
class Rate:
    """What a part costs: `points` for each unit above `free`, `most` at the utmost."""

    free: float
    points: float
    most: float

    def cost(self, value: float) -> float:
        """Points lost, to one decimal."""
        return round(min(self.most, max(0.0, value - self.free) * self.points), 1)


RATES: Mapping[ClarityPart, Rate] = {
    # words in the sentence that an average word stands in
    "long_sentences": Rate(free=9.0, points=1.2, most=20.0),
    # per cent of the words
    "long_words": Rate(free=10.0, points=0.3, most=9.0),
    "rare_words": Rate(free=6.0, points=0.3, most=6.0),
    # per 100 words
    "passives": Rate(free=0.0, points=3.0, most=18.0),
    "nominalisations": Rate(free=0.0, points=1.2, most=10.0),
    "officialese": Rate(free=0.0, points=1.2, most=14.0),
    # mean log₂ of how much oftener statutes use a word than everyday texts do
    "register": Rate(free=-1.2, points=11.0, most=24.0),
    # means of the sentences
    "late_verbs": Rate(free=2.0, points=1.0, most=5.0),
    "nesting": Rate(free=0.5, points=5.0, most=4.0),
}


def costs(values: Mapping[ClarityPart, float]) -> tuple[Cost, ...]:
    """What each part costs, the dearest first; parts that cost nothing are left out."""
    found = [
        Cost(part, round(values[part], 2), rate.cost(values[part])) for part, rate in RATES.items()
    ]
    return tuple(sorted((cost for cost in found if cost.points), key=lambda cost: -cost.points))


def clarity(costs: tuple[Cost, ...]) -> int:
    """What is left of 100; 0 at the least."""
    return max(0, round(100 - sum(cost.points for cost in costs)))
