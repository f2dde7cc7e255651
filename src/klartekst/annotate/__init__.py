"""A copy of a Word file with each finding as a comment at its words; all else untouched."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from docx.oxml.text.run import CT_R
from docx.text.run import Run

from klartekst.annotate.runs import Runs
from klartekst.annotate.wording import in_comment, summary
from klartekst.errors import ReadError
from klartekst.model import Result
from klartekst.readers.docx import open_docx
from klartekst.reporters.phrases import norm_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

AUTHOR = "klartekst"
_INITIALS = "kt"


def annotate_docx(data: bytes, result: Result, titles: Mapping[str, str]) -> bytes:
    """The Word file in `data` with comments for what `result` found in it.

    `titles` are those of the rules, by id. The verdict and the messages come as a first comment.
    What stands beside the body (a header, a property) is told there too, with its place. Raises
    ReadError for a file without words in its body to put a comment at.
    """
    file = open_docx(data, result.name)
    if not file.page_anchors:
        raise ReadError(
            f"{result.name} har ingen tekst å feste kommentarer i. Skriv inn teksten og prøv igjen."
        )
    norm = norm_of(result.language)
    runs = Runs(file.page_anchors, [finding.span for finding in result.findings])
    _add(file.word, [runs.first], summary(result))
    for finding in sorted(result.findings, key=lambda found: found.span):
        at = runs.covering(finding.span)
        lines = in_comment(finding, titles, norm, beside=not at)
        _add(file.word, at or [runs.first], lines)
    out = io.BytesIO()
    file.word.save(out)
    return out.getvalue()


def _add(word: WordDocument, runs: Sequence[_Element], lines: Sequence[str]) -> None:
    ends = [Run(cast(CT_R, run), word) for run in (runs[0], runs[-1])]
    comment = word.add_comment(ends, lines[0], author=AUTHOR, initials=_INITIALS)
    for line in lines[1:]:
        comment.add_paragraph(line)
