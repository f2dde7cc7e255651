"""Function words tell the written norm of a text."""

from __future__ import annotations

import pytest

from klartekst.language import detect_language

BOKMAAL = (
    "Kommunen åpner et nytt bibliotek på mandag. Det blir åpent hver dag, og alle er velkomne. "
    "Vi vet at mange har ventet lenge, sier ordføreren."
)
NYNORSK = (
    "Kommunen opnar eit nytt bibliotek på måndag. Det blir ope kvar dag, og alle er velkomne. "
    "Vi veit at mange har venta lenge, seier ordføraren."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BOKMAAL, "nb"),
        (NYNORSK, "nn"),
        (f"{BOKMAAL} {NYNORSK} " * 3, "mixed"),
        (
            "Kommunen har besluttet at lukke skolen efter sommeren. Børnene bliver flyttet til en "
            "anden skole, siger borgmesteren, som ikke vil sige noget om, hvad der skal ske.",
            "other",
        ),
        (
            "Kommunen har beslutat att stänga skolan efter sommaren. Barnen flyttas till en annan "
            "skola där det finns plats, säger kommunalrådet, som inte vill säga något mer.",
            "other",
        ),
        (
            "The municipality has decided to close the school after the summer, and the children "
            "will be moved to another school that has more room for them.",
            "other",
        ),
        (
            "Suohkan lea mearridan ahte skuvla giddejuvvo. Mánát galget sirdojuvvot eará skuvlii "
            "gos lea eanet sadji, ja dat lea buorre ášši.",
            "other",
        ),
        ("", "nb"),
        ("Pressemelding", "nb"),
    ],
)
def test_language(text: str, language: str) -> None:
    """Neighbours are told apart, and what is too short to tell is bokmål."""
    assert detect_language(text) == language
