"""Pins hold: a figure that gets worse is reported, in either direction."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.floors import load_floors, pins_of, save_floors, unlike, worsened
from corpora.scoring import Better, Figure


def figure(value: float, better: Better, *, pinned: bool = True) -> Figure:
    return Figure("x", value, "1 of 2", better, pinned=pinned)


@pytest.mark.parametrize(
    ("value", "better", "is_worse"),
    [
        (49.9, "higher", True),
        (50.0, "higher", False),
        (50.1, "higher", False),
        (49.9, "lower", False),
        (50.0, "lower", False),
        (50.1, "lower", True),
    ],
)
def test_worse_than_the_pin(value: float, better: Better, *, is_worse: bool) -> None:
    """Equal is good enough."""
    assert bool(worsened([figure(value, better)], {"x": 50.0})) is is_worse


def test_what_is_not_pinned_may_change() -> None:
    """Figures for reading only are left out."""
    loose = figure(1, "higher", pinned=False)
    assert worsened([loose], {"x": 50.0}) == []
    assert pins_of([loose]) == {}


def test_pins_and_figures_must_be_the_same() -> None:
    """A figure that is lost, or new, is said so."""
    assert unlike([figure(1, "higher")], {"x": 1}) == []
    assert len(unlike([figure(1, "higher")], {"y": 1})) == 2


def test_pins_are_written_and_read(tmp_path: Path) -> None:
    """What is saved is what is loaded; no file is no pins."""
    path = tmp_path / "floors.json"
    assert load_floors(path) == {}
    save_floors(path, {"personvern": {"dev": {"x": 99.5}}})
    assert load_floors(path) == {"personvern": {"dev": {"x": 99.5}}}
