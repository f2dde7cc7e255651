"""A marked text becomes a text with spans, and what is wrongly marked is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.marking import MarkedDraft, MarkingError, Personal, Remark, from_json, parse, render
from klartekst.model import Span
from tests.corpora.handmade import HEADER, draft_of

_WORDS = st.text(st.characters(exclude_characters="[]|+"), min_size=1, max_size=8)


def words_of(draft: MarkedDraft, mark: Personal | Remark) -> str:
    return draft.text[mark.span.start : mark.span.end]


def test_marks_are_taken_out_and_their_places_kept() -> None:
    """Offsets are in the text without the marks."""
    draft = draft_of("Hei [[PERSON private|Kari Lind]] i [[trap: a street|Olav Duuns gate]].\n")
    assert draft.text == "Hei Kari Lind i Olav Duuns gate.\n"
    assert [words_of(draft, mark) for mark in draft.personal] == ["Kari Lind"]
    assert [words_of(draft, trap) for trap in draft.traps] == ["Olav Duuns gate"]
    assert draft.traps[0].why == "a street"


def test_private_and_official_are_told_apart() -> None:
    """A status is part of the mark."""
    draft = draft_of("[[PERSON official|Kari]] og [[AGE private|41]] og [[point: left|XXX]]")
    assert [mark.type for mark in draft.private] == ["AGE"]
    assert [mark.type for mark in draft.official] == ["PERSON"]
    assert not draft.is_harmless


def test_a_mark_inside_plain_brackets_leaves_the_brackets() -> None:
    """«[sjekk]» can be marked, brackets outside."""
    assert draft_of("[[[point: left|sjekk]]]").text == "[sjekk]"


@pytest.mark.parametrize(
    "body",
    [
        "[[PERSON|Kari]]",
        "[[PERSON hidden|Kari]]",
        "[[PERSON private|Kari]",
        "PERSON private|Kari]]",
        "[[trap|Kari]]",
        "[[FAMILY private|mor til [[PERSON private|Kari]]]]",
    ],
)
def test_what_is_wrongly_marked_is_refused(body: str) -> None:
    """A slip in a mark must not turn into text that nobody looks for."""
    with pytest.raises(MarkingError, match="draft"):
        draft_of(body)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("clean = false", "clean = true"),
        ('"nb"', '"sv"'),
        ("media_reply", "letter"),
        ("+++\nlang", "lang"),
    ],
)
def test_a_header_that_does_not_fit_is_refused(before: str, after: str) -> None:
    """A clean draft holds nothing private; language and kind are known."""
    marked = HEADER.replace(before, after, 1) + "[[PERSON private|Kari]]"
    with pytest.raises(MarkingError):
        parse(marked, "draft")


@given(st.lists(st.tuples(_WORDS, st.sampled_from(["", "AGE private", "trap: x", "point: y"]))))
def test_rendering_and_parsing_undo_each_other(pieces: list[tuple[str, str]]) -> None:
    """Whatever is marked, the draft comes back as it was."""
    body = "".join(f"[[{mark}|{words}]]" if mark else words for words, mark in pieces)
    draft = draft_of(body)
    assert parse(render(draft), draft.id) == draft


def test_a_line_of_json_says_the_same() -> None:
    """Offsets of the sample file's form become spans."""
    line = {
        "id": "h1",
        "lang": "nn",
        "kind": "crisis",
        "text": "Kari ved Bø",
        "clean": False,
        "personal": [{"start": 0, "end": 4, "type": "PERSON", "status": "private"}],
        "traps": [{"start": 9, "end": 11, "why": "a place"}],
    }
    draft = from_json(json.dumps(line))
    assert draft.private == (Personal(Span(0, 4), "PERSON", "private"),)
    assert draft.traps == (Remark(Span(9, 11), "a place"),)


@pytest.mark.parametrize("end", [0, 3, 99])
def test_offsets_that_cannot_be_are_refused(end: int) -> None:
    """Empty, overlapping and outside the text."""
    line = {
        "id": "h1",
        "lang": "nn",
        "kind": "crisis",
        "text": "Kari ved Bø",
        "clean": False,
        "personal": [{"start": 0, "end": end, "type": "PERSON", "status": "private"}],
        "traps": [{"start": 2, "end": 4, "why": "a place"}],
    }
    with pytest.raises(MarkingError, match="h1"):
        from_json(json.dumps(line))
