"""How near words are to each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from klartekst.checks import Draft
from klartekst.matching.alignment import HEAD, MODIFIER, Index
from klartekst.matching.texts import read_text

MakeDraft = Callable[..., Draft]


@pytest.mark.parametrize(
    ("wanted", "word", "nearness"),
    [
        ("barnevernet", "barn", MODIFIER),
        ("barn", "barnevernet", MODIFIER),
        ("sykehjem", "kommunesykehjem", HEAD),
    ],
)
def test_parts_of_compounds(make_draft: MakeDraft, wanted: str, word: str, nearness: float) -> None:
    """A compound is a kind of its last part, and only has to do with the first."""
    draft = read_text(make_draft(f"Vi snakker om {word}.").doc.sents)
    message = read_text([make_draft(wanted).doc[:]])
    assert Index(draft).align(message).by_word[0].max() == pytest.approx(nearness)
