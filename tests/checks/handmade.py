"""Drafts made by hand, parsed by the shipped pipeline, with the names that a test says it found."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.util import filter_spans

from klartekst.checks import Draft
from klartekst.linter import Linter
from klartekst.model import Brief


def draft_of(
    *paragraphs: str, names: tuple[str, ...] = (), brief: Brief | None = None, title: str = "Nytt"
) -> Draft:
    """A draft of a title and paragraphs. A paragraph that begins with # is a heading.

    Every occurrence of the `names`, and nothing else, is marked as a person.
    """
    draft = _linter().read("\n\n".join((f"# {title}", *paragraphs)).encode(), "utkast.md")
    doc = draft.doc
    spans = []
    for name in names:
        start = doc.text.find(name)
        while start >= 0:
            span = doc.char_span(start, start + len(name), label="PER", alignment_mode="expand")
            spans += [span] if span is not None else []
            start = doc.text.find(name, start + len(name))
    doc.ents = tuple(filter_spans(spans))
    return replace(draft, doc=doc, brief=brief)


@cache
def _linter() -> Linter:
    return Linter()
