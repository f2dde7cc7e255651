"""A copy of a draft without the personal data."""

from __future__ import annotations

import pytest

from klartekst.linter import Linter
from klartekst.redaction import left_to_judge, redact

# Of the Tenor test series, which nobody holds.
NUMBER = "05818712490"


def masked(linter: Linter, text: str) -> str:
    """The copy of a Markdown draft."""
    draft = linter.read(text.encode(), "utkast.md")
    return redact(draft, linter.matches(draft))


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        (
            "Eleven Jonas Berntsen fikk ikke plass på skolen.",
            "Eleven fikk ikke plass på skolen.",
        ),
        (
            f"Saken gjelder fødselsnummer {NUMBER}.",
            "Saken gjelder fødselsnummer [fødselsnummer].",
        ),
        (
            "Det var Kari Hansen (43) som søkte om å bygge garasje. Kari Hansen bor ved elva.",
            "Det var en person",
        ),
    ],
)
def test_copy(linter: Linter, text: str, copy: str) -> None:
    """Neutral words that fit the sentence."""
    assert masked(linter, text).startswith(copy)


def test_later_mentions_are_the_same_person(linter: Linter) -> None:
    """«En person» becomes «personen», also for the surname alone and with a capital."""
    copy = masked(
        linter,
        "Kommunen har fått en klage fra Berit Hansen. Hansen mener at stien blir stengt.",
    )
    assert copy == "Kommunen har fått en klage fra en person. Personen mener at stien blir stengt."


def test_several_people_are_told_apart(linter: Linter) -> None:
    """By letters that follow them through the text."""
    copy = masked(
        linter,
        "Naboen, Berit Hansen, har klaget. Moren til gutten, Anne Olsen, har også klaget.",
    )
    assert "person A" in copy
    assert "person B" in copy
    assert "Hansen" not in copy
    assert "Olsen" not in copy


def test_officials_keep_their_names(linter: Linter) -> None:
    """The mayor is no secret."""
    text = "– Vi er glade, sier ordfører Kari Nordmann.\n"
    assert masked(linter, text) == text


def test_markup_and_line_breaks_stay(linter: Linter) -> None:
    """Only what is replaced changes."""
    text = f"# Flytting\r\n\r\nSaken gjelder **fødselsnummer {NUMBER}**.\r\n"
    assert masked(linter, text) == text.replace(NUMBER, "[fødselsnummer]")


def test_what_takes_a_writer_is_left_and_told(linter: Linter) -> None:
    """Numbers are replaced, so nothing is left to judge of them."""
    draft = linter.read(f"Fødselsnummer {NUMBER} står her.".encode(), "utkast.md")
    assert left_to_judge(linter.matches(draft)) == []
