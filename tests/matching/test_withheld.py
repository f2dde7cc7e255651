"""What a sentence says that it will not tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from klartekst.checks import Draft
from klartekst.matching.withheld import withheld

MakeDraft = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi kan ikke si hvilken skole det gjelder.", "hvilken skole det gjelder"),
        ("Vi kan verken bekrefte eller avkrefte om han er syk.", "om han er syk"),
        ("Vi kan ikkje kommentere om eleven er sjuk, men skulen er open.", "om eleven er sjuk"),
        ("Vi kommenterer ikke at han er syk.", ""),
        ("Vi kan bekrefte hvem som er leder.", ""),
    ],
)
def test_withheld(make_draft: MakeDraft, text: str, expected: str) -> None:
    """A denied verb of telling keeps back the question after it; «at» tells it all the same."""
    doc = make_draft(text).doc
    found = withheld(list(doc))
    assert " ".join(token.text for token in doc if token.i in found) == expected
