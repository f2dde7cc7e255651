"""The signals of the shipped rules, for checks that weigh several of them together.

The words of a signal are written once, in `patterns/personvern/<name>.toml`. A rule that combines
signals names those files; it does not repeat their words.
"""

from __future__ import annotations

import dataclasses
import tomllib
from functools import cache
from typing import Any

from klartekst.checks.base import Draft
from klartekst.checks.individuals import Individuals, find_individuals
from klartekst.checks.signals import Signal, SignalCheck
from klartekst.resources import builtin_root

_FOLDER = "personvern"


@cache
def signal_rule(name: str, *, nynorsk: bool) -> SignalCheck:
    """The check of a shipped signal rule. Raises ValueError when there is none of that name."""
    path = builtin_root("patterns") / _FOLDER / f"{name}.toml"
    if not path.is_file():
        raise ValueError(f"no signal rule {name!r}")
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    if nynorsk:
        written |= written.get("nn", {})
    if written.get("check") != "signal":
        raise ValueError(f"{name!r} is no signal rule")
    known = {item.name for item in dataclasses.fields(SignalCheck)}
    return SignalCheck(**{key: _frozen(value) for key, value in written.items() if key in known})


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: tuple(words) for key, words in value.items()}
    return tuple(value) if isinstance(value, list) else value


def shipped_signals(draft: Draft, name: str, *, nynorsk: bool) -> tuple[Signal, ...]:
    """What the shipped rule of that name finds in a draft."""
    individuals: Individuals = find_individuals(draft)
    return signal_rule(name, nynorsk=nynorsk).signals(draft, individuals)
