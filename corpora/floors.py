"""Pinned figures: what a corpus must still give, and how a pin is moved.

`floors.json` holds a number for each pinned figure of each part of each subject. A figure may be
better than its pin, never worse; a pin is made laxer only by somebody who says that it is meant.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpora.scoring import Figure

Pins = Mapping[str, float]
# The pins of each subject and part, by their names.
Floors = Mapping[str, Mapping[str, Pins]]


def load_floors(path: Path) -> Floors:
    """What is pinned; nothing where there is no file."""
    if not path.exists():
        return {}
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def save_floors(path: Path, floors: Floors) -> None:
    """Write the pins of all subjects and parts."""
    words = json.dumps(floors, indent=2, ensure_ascii=False)
    path.write_text(f"{words}\n", encoding="utf-8")


def pins_of(figures: Sequence[Figure]) -> dict[str, float]:
    """What would be pinned of these figures."""
    return {figure.name: figure.value for figure in figures if figure.pinned}


def worsened(figures: Sequence[Figure], pins: Pins) -> list[str]:
    """What is worse than its pin, one line each; empty when all is well."""
    lines = []
    for figure in figures:
        pin = pins.get(figure.name)
        if not figure.pinned or pin is None:
            continue
        if figure.value < pin if figure.better == "higher" else figure.value > pin:
            lines.append(f"{figure.name}: {figure.value} {figure.unit}, pinned at {pin}")
    return lines


def unlike(figures: Sequence[Figure], pins: Pins) -> list[str]:
    """Which figures lack a pin and which pins lack a figure, one line each."""
    measured = pins_of(figures)
    return [f"{name}: not pinned" for name in measured if name not in pins] + [
        f"{name}: pinned, but no longer measured" for name in pins if name not in measured
    ]
