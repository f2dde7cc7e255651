"""The runs of a Word file, parted so that a comment can begin and end at any word."""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from klartekst.model import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

    from klartekst.readers.anchors import Anchor

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Runs:
    """The runs that hold the words of the body; a run that `spans` cut through is parted there.

    Spans are in `Document.source`. Parting changes no word and no style: each piece is a copy of
    its run with some of its words.
    """

    def __init__(self, anchors: Sequence[Anchor], spans: Iterable[Span]) -> None:
        self._pieces: list[tuple[Span, _Element]] = []
        cuts = sorted({at for span in spans for at in (span.start, span.end)})
        for anchor in anchors:
            run = anchor.element.getparent()
            if run is None or run.tag != qn("w:r"):
                continue
            inside = cuts[
                bisect_right(cuts, anchor.span.start) : bisect_right(cuts, anchor.span.end - 1)
            ]
            self._pieces += _parted(anchor, inside)

    @property
    def first(self) -> _Element:
        """The first run of the body."""
        return self._pieces[0][1]

    def covering(self, span: Span) -> list[_Element]:
        """The runs whose words are in the span, in order; none for a span beside the body."""
        return [run for stretch, run in self._pieces if stretch.overlaps(span)]


def _parted(anchor: Anchor, cuts: Sequence[int]) -> list[tuple[Span, _Element]]:
    """The pieces of the run of one text, each with its span; the run itself is the last."""
    run = _alone(anchor.element)
    words = anchor.element.text or ""
    pieces: list[tuple[Span, _Element]] = []
    start = anchor.span.start
    for cut in cuts:
        piece = copy.deepcopy(run)
        _set_words(piece, words[start - anchor.span.start : cut - anchor.span.start])
        run.addprevious(piece)
        pieces.append((Span(start, cut), piece))
        start = cut
    if cuts:
        _set_words(run, words[start - anchor.span.start :])
    return [*pieces, (Span(start, anchor.span.end), run)]


def _alone(element: _Element) -> _Element:
    """The run of an element, with what else it holds moved to runs of their own beside it."""
    run = element.getparent()
    if run is None:
        raise ValueError("an anchor outside a run")
    siblings = [other for other in run if other.tag != qn("w:rPr") and other is not element]
    at = run.index(element)
    before = [other for other in siblings if run.index(other) < at]
    after = [other for other in siblings if run.index(other) > at]
    if before:
        run.addprevious(_like(run, before))
    if after:
        run.addnext(_like(run, after))
    return run


def _like(run: _Element, content: Sequence[_Element]) -> _Element:
    """A run with the properties of another, and this content, which leaves its place."""
    made = OxmlElement("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        made.append(copy.deepcopy(properties))
    made.extend(content)
    return made


def _set_words(run: _Element, words: str) -> None:
    text = run.find(qn("w:t"))
    if text is not None:
        text.text = words
        text.set(_SPACE, "preserve")
