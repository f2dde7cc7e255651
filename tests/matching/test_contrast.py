"""Where a message and what speaks of the same part ways."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from klartekst.checks import Draft
from klartekst.matching.alignment import Index
from klartekst.matching.contrast import clause_contrasts, contrasts, keywords_denied
from klartekst.matching.texts import read_message, read_text

MakeDraft = Callable[..., Draft]


def contrast(make_draft: MakeDraft, name: str, message: str, text: str) -> float:
    """The strongest contrast of a name between a message and a draft."""
    draft = read_text(make_draft(text).doc.sents)
    wanted = read_message(make_draft(message).doc)
    weights = np.array([word.weight for word in wanted.words], dtype=np.float32)
    found = clause_contrasts(wanted, draft, Index(draft).align(wanted), weights)
    return float(found[name].max())


@pytest.mark.parametrize(
    ("name", "message", "near", "far"),
    [
        (
            "opposed_here",
            "Kurset er gratis.",
            "Kurset koster 200 kroner.",
            "Kurset er på biblioteket, men parkeringen koster 20 kroner.",
        ),
        (
            "denied_here",
            "Skolen skal bygges om.",
            "Skolen skal ikke bygges om.",
            "Skolen ligger ved elva. Brua skal ikke bygges om.",
        ),
    ],
)
def test_contrast_is_of_the_clause(
    make_draft: MakeDraft, name: str, message: str, near: str, far: str
) -> None:
    """The contrary counts by how much of the rest of the message its own clause says."""
    assert contrast(make_draft, name, message, near) > contrast(make_draft, name, message, far)


def test_no_contrast(make_draft: MakeDraft) -> None:
    """What agrees is no contrast."""
    for name in ("opposed_here", "denied_here"):
        assert contrast(make_draft, name, "Kurset er gratis.", "Kurset er gratis.") == 0


@pytest.mark.parametrize(
    ("message", "text", "is_limited"),
    [
        ("Museet er åpent hver dag.", "Museet er åpent hver dag unntatt mandag.", True),
        ("Museet er åpent unntatt mandag.", "Museet er åpent hver dag unntatt mandag.", False),
        ("Museet er åpent hver dag.", "Museet er åpent hver dag.", False),
    ],
)
def test_limits(make_draft: MakeDraft, message: str, text: str, is_limited: bool) -> None:
    """A limit that only the draft sets."""
    draft, wanted = read_text(make_draft(text).doc.sents), read_message(make_draft(message).doc)
    weights = np.array([word.weight for word in wanted.words], dtype=np.float32)
    found = contrasts(wanted, draft, Index(draft).align(wanted), weights)
    assert found["limited"].max() == is_limited


@pytest.mark.parametrize(
    ("message", "text", "share"),
    [
        ("Pensjonistene slipper skatten.", "Forslaget om fritak ble ikke vedtatt.", 1),
        ("Pensjonistene slipper skatten.", "Fritak for pensjonister er vedtatt.", 0),
        ("Pensjonistene får ikke fritak.", "Det blir ikke fritak for pensjonister.", 0),
    ],
)
def test_denied_keywords(make_draft: MakeDraft, message: str, text: str, share: float) -> None:
    """A keyword that the draft denies, for a message that denies nothing."""
    draft, wanted = read_text(make_draft(text).doc.sents), read_message(make_draft(message).doc)
    keyword = Index(draft).align(read_text([make_draft("fritak").doc[:]])).by_word
    assert keywords_denied(wanted, draft, [keyword]) == share
