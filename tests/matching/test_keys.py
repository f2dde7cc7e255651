"""One key for a word in both norms, and one family for its derivations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartekst.matching.keys import family_of, key_of
from klartekst.matching.lexicon import lexicon, parts_of


@pytest.mark.parametrize(
    ("nb", "nn"),
    [
        ("skole", "skule"),
        ("offentlig", "offentleg"),
        ("sykehjem", "sjukeheim"),
        ("ordfører", "ordførar"),
        ("åpen", "åpen"),
        ("høring", "høyring"),
        ("øke", "auke"),
        ("vannstand", "vasstand"),
        ("ikke", "ikkje"),
        ("uke", "veke"),
        ("vei", "veg"),
    ],
)
def test_both_norms_have_one_key(nb: str, nn: str) -> None:
    """The regular differences between bokmål and nynorsk make no other word."""
    assert key_of(nb) == key_of(nn)


@pytest.mark.parametrize(("one", "other"), [("undersøke", "undersøkelse"), ("betale", "betaling")])
def test_derivations_are_a_family(one: str, other: str) -> None:
    """A verb and the noun made of it belong together."""
    assert family_of(key_of(one)) == family_of(key_of(other))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøå", max_size=20))
def test_capitals_make_no_difference(word: str) -> None:
    """A word at the start of a sentence is the same word."""
    assert key_of(word) == key_of(word.upper())


def test_a_compound_has_known_parts() -> None:
    """A word that no list has is known by what it begins and ends with."""
    assert key_of("drosje") in parts_of(key_of("drosjeavtale"))
    assert parts_of(key_of("barnehage")) == ()


def test_opposites_go_both_ways() -> None:
    """What is opposed to a group has that group among its own opposites."""
    opposites = lexicon().opposites
    assert all(one in opposites[other] for one, others in opposites.items() for other in others)
