"""Whether a draft carries a message, and what is wrong when it does not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from klartekst.checks import Draft
from klartekst.checks.messages.carried import Carried, carried_messages
from klartekst.model import Brief, KeyMessage

MakeDraft = Callable[..., Draft]

FILLER = (
    " Kommunen har 4 000 innbyggere. Ordføreren gleder seg til høsten. Biblioteket viser nye bøker."
    " Været har vært fint hele uka. Rådhuset får nye vinduer. Korpset spiller på torget lørdag."
)


def judged(make_draft: MakeDraft, message: str, text: str) -> Carried:
    """The answer for one message."""
    brief = Brief((KeyMessage("m1", message),))
    (answer,) = carried_messages(make_draft(text + FILLER, brief))
    return answer


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("Skolen åpner igjen mandag.", "Skolen åpner igjen mandag."),
        ("Svømmehallen åpner igjen mandag 4. mai.", "Mandag 4. mai åpner svømmehallen igjen."),
        ("Skulen opnar att måndag.", "Skolen åpner igjen mandag."),
    ],
)
def test_present(make_draft: MakeDraft, message: str, text: str) -> None:
    """The same words, in another order, or in the other norm."""
    assert judged(make_draft, message, text).status == "present"


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("Skolen åpner igjen mandag 4. mai.", "Skolen åpner igjen mandag 11. mai."),
        ("Skolen legges ned til høsten.", "Skolen legges ikke ned til høsten."),
        ("Eiendomsskatten økes neste år.", "Eiendomsskatten kuttes neste år."),
    ],
)
def test_contradicted(make_draft: MakeDraft, message: str, text: str) -> None:
    """Another date, a negation, or an opposite verb in a sentence on the same matter."""
    assert judged(make_draft, message, text).status == "contradicted"


def test_half_of_it(make_draft: MakeDraft) -> None:
    """Of two things, the one that is not said is named."""
    message = "Byggingen starter i 2027 og koster 40 millioner kroner."
    answer = judged(make_draft, message, "Byggingen starter i 2027.")
    assert answer.status == "partial"
    assert answer.lacking == "koster 40 millioner kroner"


def test_missing(make_draft: MakeDraft) -> None:
    """A near topic is not enough."""
    message = "Elevene får gratis leksehjelp."
    assert judged(make_draft, message, "Skolen har 40 elever.").status == "missing"


def test_without_vectors(make_draft: MakeDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that has no vectors is judged by other weights, and works."""
    brief = Brief((KeyMessage("m1", "Skolen åpner igjen mandag."),))
    draft = make_draft("Skolen åpner igjen mandag." + FILLER, brief)
    monkeypatch.setattr("klartekst.matching.texts._vector", lambda _: np.zeros(1))
    (answer,) = carried_messages(draft)
    assert answer.status == "present"


def test_nothing_to_go_by(make_draft: MakeDraft) -> None:
    """A message of signs alone is missing, and is no error."""
    assert judged(make_draft, "–", "Skolen åpner.").status == "missing"
