"""Whether a draft carries a message."""

from __future__ import annotations

import pytest

from klartekst.checks.messages.carried import Carried, carried_messages
from klartekst.model import Brief, KeyMessage
from tests.conftest import MakeDraft

DRAFT = """# Biblioteket flytter til rådhuset

Fra 3. mars finner du biblioteket i første etasje på rådhuset.

Du kan låne bøker hver dag fra klokka ti. Det nye lokalet er dobbelt så stort.

Kommunen legger ikke ned filialen på Nes.

## Kontakt
Biblioteksjef Kari Nordmann
"""


def carried(make_draft: MakeDraft, message: KeyMessage) -> Carried:
    """What the draft has of one message."""
    (answer,) = carried_messages(make_draft(DRAFT, Brief((message,))))
    return answer


@pytest.mark.parametrize(
    ("text", "status", "where"),
    [
        ("Biblioteket flytter til rådhuset.", "present", "title"),
        ("Biblioteket er i første etasje på rådhuset fra 3. mars.", "present", "lead"),
        ("Lokalet blir dobbelt så stort.", "present", "body"),
        ("Filialen på Nes legges ned.", "contradicted", None),
        ("Filialen på Nes legges ikke ned.", "present", "body"),
        ("Svømmehallen åpner i mai.", "missing", None),
        ("Biblioteksjefen heter Kari Nordmann.", "missing", None),
    ],
)
def test_status(make_draft: MakeDraft, text: str, status: str, where: str | None) -> None:
    """By lemmas, in the earliest place that carries it best; contacts carry nothing."""
    answer = carried(make_draft, KeyMessage("m1", text))
    assert (answer.status, answer.where) == (status, where)


def test_variant_counts(make_draft: MakeDraft) -> None:
    """Another wording from the brief is as good."""
    message = KeyMessage("m1", "Innbyggerne får bedre plass.", ("Lokalet er dobbelt så stort.",))
    assert carried(make_draft, message).status == "present"


def test_keywords_lift(make_draft: MakeDraft) -> None:
    """Keywords weigh half."""
    text = "Alle kan komme og låne hos oss daglig."
    without = carried(make_draft, KeyMessage("m1", text))
    with_keywords = carried(make_draft, KeyMessage("m1", text, keywords=("låne", "hver dag")))
    assert with_keywords.score > without.score


def test_closest_sentence_is_shown(make_draft: MakeDraft) -> None:
    """A missing message points to what comes nearest."""
    draft = make_draft(DRAFT, Brief((KeyMessage("m1", "Filialen på Nes stenger i juli."),)))
    (answer,) = carried_messages(draft)
    assert answer.span is not None
    assert "Nes" in draft.document.text[answer.span.start : answer.span.end]


def test_nothing_close(make_draft: MakeDraft) -> None:
    """A sentence about something else is not shown as close."""
    assert carried(make_draft, KeyMessage("m1", "Eldre får gratis influensavaksine.")).span is None


def test_no_brief(make_draft: MakeDraft) -> None:
    """Without a brief there is nothing to carry."""
    assert carried_messages(make_draft(DRAFT)) == ()


def test_keyword_without_content_counts(make_draft: MakeDraft) -> None:
    """«hjem» and «ut» are prepositions in the treebank, and keywords all the same."""
    draft = make_draft(
        "Da kommer vi hjem til deg.",
        Brief((KeyMessage("m1", "Vi kommer hjem til velgere som er syke.", keywords=("hjem",)),)),
    )
    (answer,) = carried_messages(draft)
    assert answer.status == "present"
