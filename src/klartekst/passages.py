"""A draft as it may be shown with its findings: block by block, all that is confidential masked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from klartekst.document import Document
from klartekst.masking import mask
from klartekst.model import Block, Finding, Match, Passage, Rule, Span, Stretch


def passages_of(
    document: Document,
    matches: Iterable[tuple[Rule, Match]],
    findings: Iterable[Finding],
    secret: Sequence[Span],
) -> tuple[Passage, ...]:
    """The blocks of a document, cut where a finding begins or ends.

    `matches` are those that the findings were made of; `secret` are the spans of `Document.text` to
    mask, none of which overlap. A secret is never cut, since each part of it would show letters of
    its own.
    """
    in_text = {document.source_span(match.place): match.place for _, match in matches}
    marked = _in_blocks(document, [in_text[finding.span] for finding in findings])
    hidden = _in_blocks(document, secret)
    return tuple(
        Passage(block.role, block.label, _stretches(document.text, block, marks, secrets))
        for block, marks, secrets in zip(document.blocks, marked, hidden, strict=True)
    )


def _stretches(
    text: str, block: Block, marks: Sequence[tuple[int, Span]], secrets: Sequence[tuple[int, Span]]
) -> tuple[Stretch, ...]:
    hidden = [span for _, span in secrets]
    cuts = {block.span.start, block.span.end}
    for span in (*hidden, *(span for _, span in marks)):
        cuts |= {cut for cut in (span.start, span.end) if not _is_inside(cut, hidden)}
    cuts = {cut for cut in cuts if block.span.start <= cut <= block.span.end}
    return tuple(
        Stretch(
            text=mask(text[start:end])
            if any(span.start <= start < span.end for span in hidden)
            else text[start:end],
            findings=tuple(index for index, span in marks if span.overlaps(Span(start, end))),
        )
        for start, end in pairwise(sorted(cuts))
    )


def _is_inside(cut: int, hidden: Iterable[Span]) -> bool:
    return any(span.start < cut < span.end for span in hidden)


def _in_blocks(document: Document, spans: Sequence[Span]) -> list[list[tuple[int, Span]]]:
    """For each block the spans that reach into it, with their numbers in `spans`."""
    blocks = document.blocks
    reaching: list[list[tuple[int, Span]]] = [[] for _ in blocks]
    for number, span in enumerate(spans):
        index = max(bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1, 0)
        while index < len(blocks) and blocks[index].span.start < span.end:
            if span.overlaps(blocks[index].span):
                reaching[index].append((number, span))
            index += 1
    return reaching
