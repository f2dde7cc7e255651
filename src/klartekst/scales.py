"""Where «lett» ends and «vanskelig» begins, for each readership, in LIX and in clarity.

Björnsson calls LIX 30 easy, 40 medium and 50 hard (Läsbarhet, 1968, p. 85). Norwegian tools for
letters to residents are stricter: NAV's Klarspråkshjelpen calls 34 medium and 44 hard. Residents
get that scale, rounded; journalists, who read such texts all day, get Björnsson's; specialists
are spared five more. The bounds of clarity for residents are those that tell best what six
editors called easy, medium and hard (`corpora/pairs/README.md`); the others are as much laxer as
in LIX.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klartekst.model import Level, Readership


@dataclass(frozen=True, slots=True)
class Scale:
    """LIX is «middels» from `lix_medium` and «vanskelig» from `lix_hard`.

    Clarity is «lett» from `clear` and «middels» from `fairly_clear`.
    """

    lix_medium: int
    lix_hard: int
    clear: int
    fairly_clear: int

    def level_of_lix(self, lix: float) -> Level:
        """What a LIX means for these readers."""
        if lix < self.lix_medium:
            return "lett"
        return "middels" if lix < self.lix_hard else "vanskelig"

    def level_of_clarity(self, clarity: float) -> Level:
        """What a clarity means for these readers."""
        if clarity >= self.clear:
            return "lett"
        return "middels" if clarity >= self.fairly_clear else "vanskelig"


SCALES: Mapping[Readership, Scale] = {
    "innbyggere": Scale(lix_medium=35, lix_hard=45, clear=85, fairly_clear=50),
    "journalister": Scale(lix_medium=40, lix_hard=50, clear=75, fairly_clear=40),
    "fagfolk": Scale(lix_medium=45, lix_hard=55, clear=65, fairly_clear=30),
}
