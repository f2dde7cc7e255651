"""Drafts made by hand: a blank pipeline, and the names that a test says it found."""

from __future__ import annotations

import spacy
from spacy.util import filter_spans

from klartekst.checks import Draft
from klartekst.document import assemble_extracted
from klartekst.model import Brief, Role

_NLP = spacy.blank("nb")


def draft_of(
    *paragraphs: str, names: tuple[str, ...] = (), brief: Brief | None = None, title: str = "Nytt"
) -> Draft:
    """A draft of a title and paragraphs. A paragraph that begins with # is a heading.

    Every occurrence of the `names` is marked as a person.
    """
    blocks = [(Role.TITLE, title, "")]
    for words in paragraphs:
        role = Role.HEADING if words.startswith("#") else Role.PARAGRAPH
        blocks.append((role, words.lstrip("# "), ""))
    document = assemble_extracted("utkast", blocks)
    doc = _NLP(document.text)
    spans = []
    for name in names:
        start = document.text.find(name)
        while start >= 0:
            span = doc.char_span(start, start + len(name), label="PER", alignment_mode="expand")
            spans += [span] if span is not None else []
            start = document.text.find(name, start + len(name))
    doc.ents = tuple(filter_spans(spans))
    return Draft(document, doc, brief)
