"""Where words of a text begin and end in some letters."""

from __future__ import annotations

from klartekst.checks.language.inflected import Inflected, last_letters

WORDS = ("avgjerd", "vurderingene", "av", "ring", "avgjøring", "vurderer")
TEXT = Inflected(WORDS, [frozenset({word}) for word in WORDS], "nb")


def test_endings_leave_three_letters_before_them() -> None:
    assert TEXT.ending_in("ing") == [(4, "avgjør")]
    assert TEXT.ending_in("jøring") == [(4, "avg")]
    assert not TEXT.ending_in("gjøring")
    assert TEXT.ending_in("er") == [(5, "vurder")]
    assert not TEXT.ending_in("g")


def test_beginnings_leave_two_letters_after_them() -> None:
    assert TEXT.beginning_with("vurder") == [(1, "ingene"), (5, "er")]
    assert TEXT.beginning_with("vurde") == [(1, "ringene"), (5, "rer")]
    assert TEXT.beginning_with("avgjø") == [(4, "ring")]
    assert not TEXT.beginning_with("avgjer")
    assert not TEXT.beginning_with("vurderingen")


def test_last_letters_tell_which_endings_may_stand_in_a_text() -> None:
    """An ending whose last letters no word ends in is not asked for."""
    assert last_letters("ingene") in TEXT.last_letters
    assert last_letters("ng") in TEXT.last_letters
    assert last_letters("skap") not in TEXT.last_letters
