"""Which words are nouns for people, and which of them fit few."""

from __future__ import annotations

import pytest

from klartekst.checks.signals.person_nouns import (
    is_person_noun,
    is_rare,
    may_be_somebody,
    noun_kind,
)


@pytest.mark.parametrize(
    "word", ["plukker", "plukkaren", "heiltidsfiskaren", "vaktmestere", "nattevaktene", "enka"]
)
def test_inflections_and_compounds_follow_from_the_dictionary_form(word: str) -> None:
    """One entry covers a noun in both written norms, and what ends in it."""
    assert is_person_noun(word)


@pytest.mark.parametrize("word", ["seieren", "humoren", "tenkjer", "skolen", "formannen"])
def test_other_words_are_no_private_persons(word: str) -> None:
    """Neither words that end alike nor men in public roles."""
    assert noun_kind(word) not in ("definite", "relative")


def test_rare_nouns_fit_few_in_a_place() -> None:
    """A caretaker of a small place is one; a pupil there is one of many."""
    assert is_rare("vaktmester")
    assert not is_rare("elev")
    assert not is_rare("moren")


@pytest.mark.parametrize(
    "word", ["hun", "den", "siste", "av", "eneste", "gutten", "bror", "elev", "ansatte", "rektor"]
)
def test_words_that_may_be_somebody_are_asked_for_their_surroundings(word: str) -> None:
    """Pronouns, «en av dem», relatives, definite and indefinite nouns, and public roles."""
    assert may_be_somebody(word)


@pytest.mark.parametrize("word", ["kommunen", "vedtaket", "og", "skolen", "17", "."])
def test_other_words_are_nobody_whatever_stands_around_them(word: str) -> None:
    """Most words of a draft are such."""
    assert not may_be_somebody(word)
