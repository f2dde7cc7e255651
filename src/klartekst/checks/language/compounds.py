"""What a long compound is made of.

`compound_parts.txt` is made by `training/compound_parts.py`; its source is named there.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

_SHORTEST = 3
_REMEMBERED = 1 << 12  # words, from one draft to the next
_JOINTS = ("", "s", "e")
# What the last part may end in beside the form that is listed: definite, plural, genitive.
_INFLECTIONS = ("", "s", "en", "et", "a", "er", "ene", "ar", "ane", "ens", "ets", "enes", "anes")
# Fewer parts are better, and a joint or a short part must give more than it takes.
_COST_OF_PART = 10.0
_COST_OF_JOINT = 1.0
_COST_OF_SHORT = 4.0
_SHORT = 4
# An unknown part is believed when it and what follows have this many letters.
_LONG = 5
# A word that begins with one of these is not split behind it: «forordning» is no «ordning».
_PREFIXES = tuple("for fore be kom an av inn opp ut over under til mis gjen".split())


class Splitter:
    """Splits compounds into known parts."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._parts = frozenset(parts)
        self._longest = max(map(len, self._parts), default=0)
        self.split = lru_cache(_REMEMBERED)(self._split)

    def _split(self, word: str) -> tuple[str, ...]:
        """The parts of a word in lower case, joints left with the part before; () when unknown.

        «bemanningssituasjonen» gives («bemannings», «situasjonen»).
        """
        best: list[tuple[float, tuple[str, ...]] | None] = [None] * (len(word) + 1)
        best[0] = (0.0, ())
        for start in range(len(word)):
            here = best[start]
            if here is None:
                continue
            for end in range(start + _SHORTEST, min(len(word), start + self._longest + 4) + 1):
                cost = self._cost(word[start:end], is_last=end == len(word))
                if cost is None:
                    continue
                known = best[end]
                total = here[0] + cost
                if known is None or total < known[0]:
                    best[end] = (total, (*here[1], word[start:end]))
        found = best[len(word)]
        return found[1] if found else self._last_part(word)

    def _last_part(self, word: str) -> tuple[str, ...]:
        """An unknown beginning and the longest known part that can end the word."""
        for start in range(_LONG, len(word) - _LONG + 1):
            is_whole = not word[:start].endswith(_PREFIXES)
            if is_whole and self._cost(word[start:], is_last=True) is not None:
                return word[:start], word[start:]
        return ()

    def _cost(self, part: str, *, is_last: bool) -> float | None:
        for ending in _INFLECTIONS if is_last else _JOINTS:
            stem = part.removesuffix(ending)
            if not part.endswith(ending) or len(stem) < _SHORTEST:
                continue
            if stem in self._parts or (ending and is_last and f"{stem}e" in self._parts):
                short = _COST_OF_SHORT if len(stem) <= _SHORT else 0.0
                return _COST_OF_PART + short + (_COST_OF_JOINT if ending else 0.0)
        return None


def without_joint(part: str) -> str:
    """A part as a word of its own: «bemannings» is «bemanning»."""
    return part[:-1] if part.endswith("s") and not part.endswith("ss") else part


@cache
def splitter() -> Splitter:
    """The splitter with the shipped parts, bokmål and nynorsk alike."""
    path = Path(__file__).with_name("compound_parts.txt")
    return Splitter(path.read_text(encoding="utf-8").split())
