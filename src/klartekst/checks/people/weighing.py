"""Whether a person may be named: the evidence for a public role weighed against that of a private.

Each kind of evidence is a plain question about one mention, and has an English name. What it
weighs is data in `role_weights.toml`, fitted by `training/roles.py`: nothing decides alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from functools import cache
from math import fsum
from pathlib import Path

from klartekst.checks.people.role_evidence import PRIVATE_BY_WORDS, PUBLIC_BY_WORDS
from klartekst.checks.people.role_syntax import PRIVATE_BY_SYNTAX, PUBLIC_BY_SYNTAX
from klartekst.checks.people.surroundings import Surroundings


class Standing(StrEnum):
    """Whether a person may be named: in a public role, hard to tell, or private."""

    PUBLIC = "public"
    UNCLEAR = "unclear"
    PRIVATE = "private"


UNSURE = -1.7  # from here up to PUBLIC it takes a person to decide
PUBLIC = 0.8  # above it the role is evident; a reminder too many is better than a name too many
# Found out about the person and not about one mention.
_PUBLIC_IN_ALL = frozenset({"brief"})
_PRIVATE_IN_ALL = frozenset({"one_name", "initials", "numbered"})
_TOLD = frozenset(
    f"{kind}_{reach}"
    for kind in ("sensitive", "private")
    for reach in ("sentence", "paragraph", "draft", "quote")
)
_PUBLIC: Mapping[str, Callable[[Surroundings], bool]] = {**PUBLIC_BY_WORDS, **PUBLIC_BY_SYNTAX}
_PRIVATE: Mapping[str, Callable[[Surroundings], bool]] = {**PRIVATE_BY_WORDS, **PRIVATE_BY_SYNTAX}
FOR = frozenset({*_PUBLIC, *_PUBLIC_IN_ALL})
AGAINST = frozenset({*_PRIVATE, *_PRIVATE_IN_ALL, *_TOLD})


def evidence_at(place: Surroundings) -> Iterable[str]:
    """The evidence at one mention."""
    found = {name for name, holds in (*_PUBLIC.items(), *_PRIVATE.items()) if holds(place)}
    yield from found
    speaks = "speaks" in found or "quoted" in found
    for name in place.told:  # whoever speaks tells of others, more often than not
        is_said = speaks and not name.endswith("_draft")
        yield f"{name.split('_')[0]}_quote" if is_said else name


def weigh(evidence: Collection[str]) -> float:
    """How much all evidence about a person tells for a public role, in log odds."""
    weights = role_weights()
    # An exact sum, since evidence is a set and has no order.
    return fsum((weights["bias"], *(weights.get(name, 0.0) for name in evidence)))


def standing_of(evidence: Collection[str]) -> Standing:
    """What the evidence about a person comes to."""
    score = weigh(evidence)
    if score > PUBLIC:
        return Standing.PUBLIC
    return Standing.PRIVATE if score < UNSURE else Standing.UNCLEAR


@cache
def role_weights() -> Mapping[str, float]:
    """What each kind of evidence weighs, in log odds; `bias` is where nothing is known."""
    path = Path(__file__).with_name("role_weights.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
