"""The parse as checks read it: the same as spaCy's own, in every answer."""

from __future__ import annotations

import gc
import weakref

import pytest
import spacy
from spacy.tokens import Doc

from klartekst.checks.wording.reading import read_draft
from klartekst.pipeline import Pipeline
from klartekst.tokens import Token, Tokens, TokenSpan
from tests.conftest import MakeDraft

_TEXT = """# Ny skole på Nes

Rektor Kari Moe, som har ledet skolen i 12 år, sa at elevene flytter og gleder seg.
Dei får to nye bygg. Hvis været holder, åpner ordfører Ola Bakke den første fløyen 1. mai.
"""
_SAME = (
    *("i", "text", "lower_", "lemma_", "pos_", "dep_", "ent_type_", "ent_iob_", "idx"),
    *("is_alpha", "is_lower", "is_title", "is_space", "is_punct", "like_num"),
)


@pytest.fixture(scope="module")
def parsed(pipeline: Pipeline) -> Doc:
    """A text with clauses, names, numbers and several sentences."""
    return pipeline.nlp(_TEXT)


def test_words_are_those_of_the_parse(parsed: Doc) -> None:
    """Each attribute has spaCy's value."""
    for ours, theirs in zip(Tokens(parsed), parsed, strict=True):
        assert [getattr(ours, name) for name in _SAME] == [getattr(theirs, name) for name in _SAME]
        assert ours.is_sent_start == bool(theirs.is_sent_start)
        assert len(ours) == len(theirs)


def test_features_are_those_of_the_parse(parsed: Doc) -> None:
    """Morphology is asked in the same way, and one without features is empty."""
    for ours, theirs in zip(Tokens(parsed), parsed, strict=True):
        assert str(ours.morph) == str(theirs.morph)
        for name in (*theirs.morph.to_dict(), "VerbForm"):
            assert list(ours.morph.get(name)) == theirs.morph.get(name, [])


def test_the_tree_is_that_of_the_parse(parsed: Doc) -> None:
    """Heads, children and all that follows from them."""
    for ours, theirs in zip(Tokens(parsed), parsed, strict=True):
        for name in ("children", "lefts", "rights", "ancestors", "subtree", "conjuncts"):
            assert _places(getattr(ours, name)) == [token.i for token in getattr(theirs, name)]
        assert (ours.head.i, ours.left_edge.i) == (theirs.head.i, theirs.left_edge.i)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)


def test_sentences_are_those_of_the_parse(parsed: Doc) -> None:
    """Each with its place, text, root and names."""
    for ours, theirs in zip(Tokens(parsed).sents, parsed.sents, strict=True):
        assert (ours.start, ours.end, ours.text) == (theirs.start, theirs.end, theirs.text)
        assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
        assert ours.root.i == theirs.root.i
        assert ours.entity_labels == [entity.label_ for entity in theirs.ents]


def test_parts_are_cut_as_lists_are(parsed: Doc) -> None:
    """A part of a part has its place in the whole; the empty one has no text."""
    tokens = Tokens(parsed)
    part = tokens[3:9][2:4]
    assert isinstance(part, TokenSpan)
    assert (part.start, part.end, part.text) == (5, 7, parsed[5:7].text)
    assert part[-1] is tokens[6]
    assert not tokens[9:3].text
    assert [token.i for token in tokens[-2:]] == [len(parsed) - 2, len(parsed) - 1]


def test_offsets_lead_to_tokens(parsed: Doc) -> None:
    """Strictly, or to all tokens that they touch."""
    tokens, at = Tokens(parsed), _TEXT.index("ledet")
    whole = tokens.char_span(at, at + 5)
    assert whole is not None
    assert whole.text == "ledet"
    assert tokens.char_span(at + 1, at + 3) is None
    touched = tokens.char_span(at + 1, at + 3, alignment_mode="expand")
    assert touched is not None
    assert touched.text == "ledet"


def test_neighbours_end_with_the_text(parsed: Doc) -> None:
    """Nothing stands before the first word; a negative place is not one from the end."""
    tokens = Tokens(parsed)
    assert tokens[0].nbor().i == 1
    for token, by in ((tokens[0], -1), (tokens[-1], 1)):
        with pytest.raises(IndexError):
            token.nbor(by)


def test_a_text_without_a_parse_is_read_too() -> None:
    """Only tokens are there, and an empty text has none."""
    nlp = spacy.blank("nb")
    tokens = Tokens(nlp("Hei på deg"))
    assert [(token.text, token.pos_, token.dep_, token.head.i) for token in tokens] == [
        ("Hei", "", "", 0),
        ("på", "", "", 1),
        ("deg", "", "", 2),
    ]
    assert not tokens.has_annotation("DEP")
    assert len(Tokens(nlp(""))) == 0


def test_a_draft_is_read_once(make_draft: MakeDraft) -> None:
    """All checks ask the same words."""
    draft = make_draft("Vi bygger.")
    assert draft.tokens is draft.tokens
    assert isinstance(draft.tokens[0], Token)


def test_what_is_let_go_of_needs_no_collector(make_draft: MakeDraft) -> None:
    """An audit reads thousands of drafts."""
    draft = make_draft("Kari Moe sier at elevene flytter.")
    read_draft(draft)
    gone = weakref.ref(draft.tokens[2].head)
    gc.disable()
    try:
        draft.tokens.forget()
        assert gone() is None
    finally:
        gc.enable()


def _places(tokens: list[Token]) -> list[int]:
    return [token.i for token in tokens]
