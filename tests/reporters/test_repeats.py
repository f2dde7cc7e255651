"""What is said of several places is said once."""

from __future__ import annotations

from dataclasses import replace

from klartekst.model import Category, Finding, Place
from klartekst.reporters.repeats import grouped, told_again
from tests.reporters.samples import STOPPED

WORD = STOPPED.findings[2]


def passive(word: str, line: int) -> Finding:
    """A passive verb and the hint that it shares with others."""
    return replace(
        WORD,
        rule="klarsprak/passiv",
        excerpt=word,
        message=f"«{word}» er passiv. Hvem gjør det?",
        place=Place(line, 1, "avsnitt 1"),
    )


def test_same_word_again() -> None:
    """Only the lines are told."""
    (told,) = grouped(STOPPED.findings[2:5])
    assert told.first == WORD
    assert told_again(told, "nb") == "Også linje 12 og 13."


def test_same_thing_of_other_words() -> None:
    """The words are told by the lines they stand on."""
    words = [passive("justeres", 5), passive("foretas", 5), passive("gjøres", 9), passive("bes", 9)]
    (told,) = grouped(words)
    assert told_again(told, "nb") == "Også linje 5: «foretas»; linje 9: «gjøres» og «bes»."


def test_other_advice_is_apart() -> None:
    """Another suggestion is another thing to say."""
    other = replace(WORD, message="«erverver» er kansellispråk. Skriv heller «få».")
    assert len(grouped([WORD, other])) == 2


def test_what_does_not_name_the_words_is_apart() -> None:
    """Two long sentences are two sentences."""
    long = replace(WORD, message="Setningen har 38 ord.")
    assert len(grouped([long, long])) == 2


def test_secrets_are_apart() -> None:
    """Each is to be looked at by itself, and masked words do not tell them from each other."""
    secret = replace(WORD, category=Category.PERSONVERN)
    assert len(grouped([secret, secret])) == 2
