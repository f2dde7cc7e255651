"""Long compounds and what they are made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartekst.checks.language.compounds import Splitter, splitter, without_joint


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("legemiddelhåndteringsrutiner", ("legemiddel", "håndterings", "rutiner")),
        ("bemanningssituasjonen", ("bemannings", "situasjonen")),
        ("rekkefølgebestemmelsene", ("rekkefølge", "bestemmelsene")),
        ("rekrutteringsutfordringane", ("rekrutterings", "utfordringane")),
    ],
)
def test_shipped_parts(word: str, parts: tuple[str, ...]) -> None:
    """In bokmål and nynorsk, with joints and endings."""
    assert splitter().split(word) == parts


def test_prefix_is_not_parted_from_its_word() -> None:
    """«forordning» is no «ordning»."""
    assert Splitter({"ordning"}).split("personvernforordning") == ()


def test_unknown_beginning() -> None:
    """A known ending tells where a word can be split."""
    assert Splitter({"programmet"}).split("xyzzysprogrammet") == ("xyzzys", "programmet")


def test_without_joint() -> None:
    """A part as a word of its own keeps a double s."""
    assert [without_joint(part) for part in ("bemannings", "pass")] == ["bemanning", "pass"]


@given(st.text("abdeknorstå", max_size=40), st.sets(st.text("abdeknorstå", min_size=3, max_size=8)))
def test_parts_make_the_word(word: str, parts: set[str]) -> None:
    """Nothing is lost and nothing added, whatever the parts."""
    found = Splitter(parts).split(word)
    assert found == () or "".join(found) == word
