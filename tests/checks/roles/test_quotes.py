"""Each quotation gets its speaker, with the titles that the draft gives."""

from __future__ import annotations

import pytest

from tests.conftest import MakeDraft


def speakers(text: str, make_draft: MakeDraft) -> list[str | None]:
    """Who says each quotation: the name in lower case, or the title where no name is known."""
    quotes = make_draft(text).quotes
    return [
        None
        if quote.speaker is None
        else " ".join(quote.speaker.person.words)
        if quote.speaker.person
        else quote.speaker.words
        for quote in quotes
    ]


@pytest.mark.parametrize(
    "text",
    [
        "– Vi gleder oss, sier ordfører Kari Lund.",
        "– Vi gler oss, seier ordførar Kari Lund i Lunvik.",
        "«Vi gleder oss til dette», sier ordfører Kari Lund.",
        "Ordfører Kari Lund sier: «Vi gleder oss til dette.»",
        "Ordfører Kari Lund åpnet hallen. – Vi gleder oss, sier hun.",
        "Ordfører Kari Lund åpnet hallen.\n\n– Vi gleder oss, sier ordføreren.",
        "Ordfører Kari Lund åpnet hallen.\n\n– Vi gleder oss, sier Lund.",
        "Ordfører Kari Lund og rektor Odd Vik møttes.\n\n– Vi gleder oss, sier ordføreren.",
    ],
)
def test_one_speaker(text: str, make_draft: MakeDraft) -> None:
    """After, before, by a pronoun, by the title, by the surname."""
    assert speakers(text, make_draft) == ["kari lund"]


def test_a_reply_goes_on(make_draft: MakeDraft) -> None:
    """The next paragraph without a name has the same speaker."""
    text = "– Vi gleder oss, sier ordfører Kari Lund.\n\n– Det blir fint for alle."
    assert speakers(text, make_draft) == ["kari lund", "kari lund"]


def test_a_title_alone(make_draft: MakeDraft) -> None:
    """It is told as it stands."""
    assert speakers("– Vi gleder oss, sier ordføreren.", make_draft) == ["ordføreren"]


def test_nobody(make_draft: MakeDraft) -> None:
    """A paragraph between parts two speakers."""
    text = "– Vi gleder oss, sier ordfører Kari Lund.\n\nHallen er ny.\n\n– Det blir fint her."
    assert speakers(text, make_draft) == ["kari lund", None]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("– Fint, sier ordfører Kari Lund.", "ordfører"),
        ("– Fint, sier leder i valgstyret Kari Lund.", "leder i valgstyret"),
        ("– Fint, sier daglig leder Kari Lund.", "daglig leder"),
        ("– Fint, sier Kari Lund, kommunalsjef for oppvekst.", "kommunalsjef for oppvekst"),
        ("– Fint, sier Kari Lund (Sp), som er leder i valgstyret.", "leder i valgstyret"),
    ],
)
def test_titles(text: str, title: str, make_draft: MakeDraft) -> None:
    """Before the name and after it, with what belongs to them."""
    (quote,) = make_draft(text).quotes
    assert quote.speaker is not None
    assert [found.text for found in quote.speaker.titles] == [title]
