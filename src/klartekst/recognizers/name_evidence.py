"""Whether a stretch of text is the name of a person: the evidence for and against, weighed.

What each kind of evidence weighs is data in `name_weights.toml`, fitted by `training/evidence.py`:
nothing decides alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from math import fsum
from pathlib import Path

from klartekst.model import Span
from klartekst.recognizers.name_kinds import EVIDENCE, MUST_BE_EVERYWHERE
from klartekst.recognizers.name_sighting import Setting, sighting


def evidence_in(setting: Setting, mentions: Iterable[Span]) -> frozenset[str]:
    """The evidence at any mention of a name; that of an opening word only when it is at all."""
    found = [
        frozenset(name for name, tells in EVIDENCE.items() if tells(seen))
        for seen in (sighting(setting, span) for span in mentions)
    ]
    everywhere = frozenset.intersection(*found) & MUST_BE_EVERYWHERE
    return (frozenset.union(*found) - MUST_BE_EVERYWHERE) | everywhere


def is_likely(evidence: Collection[str]) -> bool:
    """Whether the evidence for a person outweighs that against."""
    weights = name_weights()
    # The exact sum: a set has no order, and a verdict must not hang on how floats were rounded.
    return fsum((weights["bias"], *(weights.get(name, 0.0) for name in evidence))) > 0


@cache
def name_weights() -> Mapping[str, float]:
    """What each kind of evidence weighs, in log odds; `bias` is where nothing is known."""
    path = Path(__file__).with_name("name_weights.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
