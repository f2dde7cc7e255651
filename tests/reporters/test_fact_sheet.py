"""The checklist as people print it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import click
import pytest
from docx import Document

from klartekst.model import Checkable, FactSheet, Place
from klartekst.reporters.fact_sheet import to_markdown, to_text
from klartekst.reporters.fact_sheet_docx import to_docx

GOLDEN = Path(__file__).parents[1] / "golden"
TITLE, BODY = Place(1, 3, "tittel"), Place(7, 1, "avsnitt 2")
SHEET = FactSheet(
    "mappe/utkast.md",
    "nb",
    "pressemelding",
    (
        Checkable("quote", "– Nå får alle plass", "ordfører Kari Lund", "Kari Lund", (BODY,)),
        Checkable("quote", "– Hei", places=(BODY,)),
        Checkable("number", "24 boliger", "Vi bygger 24 boliger.", "sak 12/26", (TITLE, BODY)),
        Checkable("date", "3. juni 2026", "onsdag", places=(BODY,) * 3 + (TITLE,)),
        Checkable("person", "Ka… L…", places=(BODY,)),
        Checkable("link", "lunvik.kommune.no/a_b*c", places=(BODY,)),
        Checkable("brief", "24 boliger", source="sak 12/26"),
    ),
)
EMPTY = FactSheet("-", "nn", "mediesvar", ())


@pytest.mark.parametrize(
    ("name", "report"),
    [("facts.txt", click.unstyle(to_text(SHEET))), ("facts.md", to_markdown(SHEET))],
)
def test_golden(name: str, report: str, request: pytest.FixtureRequest) -> None:
    """As it was read and found good."""
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_text(f"{report}\n", encoding="utf-8")
    assert f"{report}\n" == path.read_text(encoding="utf-8")


def test_nothing_to_check() -> None:
    """It is said, in the norm of the draft."""
    assert "Fann ingen sitat" in to_text(EMPTY)
    assert "standard inn" in to_markdown(EMPTY)


def test_word_document() -> None:
    """A box for each thing, with place and source beside it."""
    document = Document(BytesIO(to_docx(SHEET)))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    boxes = [row for row in rows if row[0] == "☐"]
    assert len(boxes) == len(SHEET.items)
    assert [
        "☐",
        "24 boliger",
        "Vi bygger 24 boliger.",
        "tittel, linje 1; avsnitt 2, linje 7",
        "kilde: sak 12/26",
    ] in boxes


def test_word_document_of_odd_characters() -> None:
    """What XML cannot hold is left out."""
    odd = FactSheet("a\x0b.md", "nb", "pressemelding", (Checkable("number", "2\x004 \ud800b"),))
    document = Document(BytesIO(to_docx(odd)))
    assert document.tables[0].rows[1].cells[1].text == "24 b"
