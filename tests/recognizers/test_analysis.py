"""Presidio over a Doc that is already there."""

from __future__ import annotations

import logging
import socket
from itertools import combinations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from klartekst.model import Span
from klartekst.recognizers.analysis import PRIORITY, Entity, find_entities, resolve

TEXT = "Kari Testberg (30908299902) har nummer 68 05 12 34 og kari@example.no."

entities = st.builds(
    lambda kind, start, size, confidence: Entity(kind, Span(start, start + size), confidence),
    st.sampled_from(PRIORITY),
    st.integers(0, 40),
    st.integers(1, 12),
    st.floats(0, 1),
)


@pytest.fixture
def doc() -> Doc:
    doc = spacy.blank("nb")(TEXT)
    name = doc.char_span(0, 13, label="PER")
    assert name is not None
    doc.ents = (name,)
    return doc


def test_finds_every_kind(doc: Doc) -> None:
    """Names come from the Doc, numbers from the text."""
    found = find_entities(doc)
    assert [(e.kind, doc.text[e.span.start : e.span.end]) for e in found] == [
        ("PERSON", "Kari Testberg"),
        ("NO_FODSELSNUMMER", "30908299902"),
        ("PHONE_NUMBER", "68 05 12 34"),
        ("EMAIL_ADDRESS", "kari@example.no"),
    ]


def test_gives_reasons(doc: Doc) -> None:
    """Each entity carries its recogniser's word for why."""
    assert [e.reason for e in find_entities(doc)] == ["named", "valid", "labelled", "written"]


def test_leaves_the_doc_alone(doc: Doc) -> None:
    """Other checks read the same Doc."""
    before = doc.to_bytes()
    find_entities(doc)
    assert doc.to_bytes() == before


def test_empty_text_holds_nothing() -> None:
    """No text, no entities, no error."""
    assert find_entities(spacy.blank("nb")("")) == ()


def test_uses_no_network(doc: Doc, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool for secrets must not phone out."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert find_entities(doc)


def test_logs_nothing(doc: Doc, caplog: pytest.LogCaptureFixture) -> None:
    """Neither warnings of Presidio nor words of the draft."""
    with caplog.at_level(logging.INFO):
        find_entities(doc)
    assert not [record for record in caplog.records if "30908299902" in record.getMessage()]
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@given(st.lists(entities, max_size=8))
def test_resolved_entities_lie_apart(found: list[Entity]) -> None:
    """No place of a draft is two things."""
    assert not any(a.span.overlaps(b.span) for a, b in combinations(resolve(found), 2))


@given(st.lists(entities, max_size=8))
def test_nothing_is_lost_without_a_better_one(found: list[Entity]) -> None:
    """What is dropped overlaps something of the same or a higher rank."""
    kept = resolve(found)
    for entity in found:
        rank = PRIORITY.index(entity.kind)
        assert any(
            other.span.overlaps(entity.span) and PRIORITY.index(other.kind) <= rank
            for other in kept
        )


@given(st.lists(entities, max_size=8), st.randoms())
def test_order_does_not_matter(found: list[Entity], random: object) -> None:
    """Recognisers may come in any order."""
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert resolve(shuffled) == resolve(found)
