"""The checklist of a draft as a Word document: a table for each kind, with boxes to tick."""

from __future__ import annotations

import re
from io import BytesIO

from docx import Document
from docx.shared import Cm
from docx.table import Table

from klartekst.model import FactSheet
from klartekst.reporters.fact_sheet import (
    BOX,
    PHRASES,
    about_of,
    groups_of,
    places_of,
    source_of,
    title_of,
)
from klartekst.reporters.phrases import norm_of

_WIDTHS = (Cm(0.9), Cm(6.2), Cm(4.6), Cm(2.8), Cm(2.5))
# What XML cannot hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_docx(sheet: FactSheet) -> bytes:
    """The checklist as the bytes of a .docx file, ready to be printed and signed."""
    norm = norm_of(sheet.language)
    words = PHRASES[norm]
    document = Document()
    document.core_properties.author = "klartekst"
    document.core_properties.title = _writable(title_of(sheet))
    document.add_heading(_writable(title_of(sheet)), level=1)
    for heading, items in groups_of(sheet):
        document.add_heading(heading, level=2)
        table = document.add_table(rows=0, cols=len(_WIDTHS), style="Table Grid")
        table.autofit = False
        _add_row(table, ["", words["what"], words["about"], words["where"], words["note"]])
        for item in items:
            told = (about_of(item, norm), places_of(item, norm), source_of(item, norm))
            _add_row(table, [BOX, item.text, *told])
    document.add_paragraph()
    document.add_paragraph(words["by" if sheet.items else "nothing"])
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _add_row(table: Table, texts: list[str]) -> None:
    cells = table.add_row().cells  # type: ignore[no-untyped-call]  # of python-docx
    for cell, text, width in zip(cells, texts, _WIDTHS, strict=True):
        cell.width = width
        cell.text = _writable(text)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)
