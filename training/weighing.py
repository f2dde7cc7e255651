"""Weights for evidence: logistic regression that keeps to what is known beforehand.

A penalty holds each weight near where it began, the surer the tighter, and each keeps to its side:
what tells for never weighs against. So evidence that the examples hardly have keeps the weight that
it was given, and what is sure does not lend its weight to what stands beside it in the examples.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

_STEPS = 4000
_RATE = 5.0


@dataclass(frozen=True)
class Example:
    """One name of one text: its evidence, whether what is asked of it is so, what it counts for."""

    text: str
    words: str
    evidence: frozenset[str]
    wanted: bool
    counts: float = 1.0


@dataclass(frozen=True)
class Beginning:
    """Where weights begin: one for each kind of evidence, more for what is rare and sure."""

    telling_for: Collection[str]
    telling_against: Collection[str]
    sure: Mapping[str, float]
    penalty: float
    cost: float  # of getting wrong what is wanted; that of the others is one


def fitted(data: Sequence[Example], beginning: Beginning) -> dict[str, float]:
    """The weights that fit the examples, by name of evidence; `bias` is where nothing is known."""
    names = ("bias", *sorted({*beginning.telling_for, *beginning.telling_against}))
    matrix = np.array([[f == "bias" or f in one.evidence for f in names] for one in data], float)
    wanted = np.array([one.wanted for one in data], float)
    cost = np.array([one.counts * (beginning.cost if one.wanted else 1.0) for one in data])
    side = np.array([1 if f in beginning.telling_for else -1 for f in names])
    prior = side * np.array([beginning.sure.get(f, 1) for f in names])
    tightness = beginning.penalty * np.maximum(1, prior**2)
    free = np.array([f == "bias" for f in names])
    weights = np.where(free, 0.0, prior)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (cost * (wanted - chance))
        slope -= tightness * (weights - prior) * ~free
        weights += _RATE * slope / len(data)
        weights = np.where(free | (weights * side >= 0), weights, 0)
    return {f: round(float(w), 1) for f, w in zip(names, weights, strict=True)}


def score(weights: Mapping[str, float], one: Example) -> float:
    """What the weights say of an example: it is so above zero."""
    return weights["bias"] + sum(weights[name] for name in one.evidence)


def scored_unseen(
    data: Sequence[Example], folds: Sequence[Collection[str]], beginning: Beginning
) -> Iterator[tuple[Example, float]]:
    """Each example with its score by weights fitted without the texts of its fold."""
    for left_out in folds:
        weights = fitted([one for one in data if one.text not in left_out], beginning)
        yield from ((one, score(weights, one)) for one in data if one.text in left_out)
