"""Weighs features into the chance that a stretch of a draft carries a message.

A logistic regression: 1 / (1 + exp(-w·x)). The weights are in data/weights.toml, one set for
messages with keywords and one for those without, each also for a pipeline that has no vectors;
`python -m training.messages` fits them.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_WEIGHTS = Path(__file__).with_name("data") / "weights.toml"


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    return tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))


def model_name(*, keywords: bool, vectors: bool) -> str:
    """The set of weights for what there is to go by."""
    return ("keywords" if keywords else "plain") + ("" if vectors else "_without_vectors")


def chance(features: Mapping[str, float], model: str) -> float:
    """0 to 1; from 0.5 the message is taken to be carried."""
    weighed = sum(weight * features[name] for name, weight in _weights()[model].items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, weighed))))
