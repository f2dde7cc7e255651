"""The numbers of a report as an Excel workbook: a sheet for each question."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from klartekst.audit.report.numbers import Numbers
from klartekst.audit.report.wording import VERDICTS

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Rows = Iterable[Sequence[Any]]
_WIDEST = 70  # characters
_TO_MEND = (
    "Plass|Sak nr.|Tittel|Sak|Adresse|Dato|Seksjon|Vurdering|Hva bør rettes?|Stopp personvern|"
    "Stopp|Advarsler|Klarhet|LIX"
)
_PERIODS = (
    "Periode|Saker|Klare|Advarsler|Stopp|Stopp personvern|Median klarhet|Median LIX|"
    "Klarhet, nedre kvartil|Klarhet, øvre kvartil|LIX, nedre kvartil|LIX, øvre kvartil"
)


def write_workbook(numbers: Numbers, name_of: Callable[[str], str]) -> bytes:
    """The bytes of an .xlsx file. Words are written as words, so that none becomes a formula."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    with Workbook(data, {"in_memory": True, "default_date_format": "dd.mm.yyyy"}) as book:
        made = datetime.combine(numbers.made, time(), UTC).replace(tzinfo=None)
        book.set_properties({"title": "Gjennomgang av det som er publisert", "created": made})
        for name, head, rows in _sheets(numbers, name_of):
            _add_sheet(book, name, head.split("|"), [list(row) for row in rows])
    return data.getvalue()


def _sheets(n: Numbers, name_of: Callable[[str], str]) -> Iterable[tuple[str, str, Rows]]:
    """Each sheet: its name, its headings, its rows."""
    o = n.overview
    yield (
        "Oversikt",
        "Hva|Verdi",
        [
            ("Dato for rapporten", n.made),
            ("Saker i kildene", o.items),
            ("Kontrollert", o.checked),
            ("Like en annen", o.duplicates),
            ("Ikke norsk", o.skipped),
            ("Kunne ikke kontrolleres", o.errors),
            ("Klare", o.ready),
            ("Med advarsler", o.warnings),
            ("Med stopp", o.stops),
            ("Stopp for mulige personopplysninger", o.personal),
            ("Ord", o.words),
            ("Median klarhet", o.clarity),
            ("Median LIX", o.lix),
        ],
    )
    yield (
        "Rett først",
        _TO_MEND,
        [
            (
                rank, i.number, i.title, i.key, i.address, i.published, i.section,
                VERDICTS[i.verdict], "; ".join(map(name_of, i.rules)),
                i.personal, i.stops, i.warnings, i.clarity, i.lix,
            )
            for rank, i in enumerate(n.to_mend, start=1)
        ],
    )  # fmt: skip
    yield (
        "Utvikling",
        _PERIODS,
        map(astuple, n.periods),
    )
    for name, bins in (("Klarhet", n.clarity), ("LIX", n.lix)):
        yield f"Fordeling {name}", f"{name} fra|Lett|Middels|Vanskelig", map(astuple, bins)
    yield (
        "Årsaker",
        "Regel|Tittel|Saker|Funn|Eksempel (fortrolig er skjult)|Tittelen på saken|Sak",
        [
            (c.rule, name_of(c.rule), c.items, c.findings, c.excerpt, c.title, c.key)
            for c in n.causes
        ],
    )
    yield (
        "Personopplysninger",
        "Regel|Slag|Funn|Saker|Siste år|1–3 år|Over 3 år|Uten dato",
        [(leak.rule, name_of(leak.rule), *astuple(leak)[1:]) for leak in n.leaks],
    )
    if n.coverage:
        yield "Budskap", "Periode|Med|Delvis med|Mangler|Sagt imot", map(astuple, n.coverage)
    if n.changes:
        yield (
            "Endringer",
            "Regel|Tittel|Nye|Rettet|Uendret",
            [(r.rule, name_of(r.rule), r.new, r.mended, r.unchanged) for r in n.changes.rules],
        )
    if n.missed:
        yield "Ikke kontrollert", "Hvorfor|Saker|Den første", map(astuple, n.missed)


def _add_sheet(book: Workbook, name: str, head: list[str], rows: list[list[Any]]) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    sheet.write_row(0, 0, head, bold)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            match value:
                case None:
                    pass
                case date():
                    sheet.write_datetime(number, column, datetime.combine(value, time()))
                case int() | float():
                    sheet.write_number(number, column, value)
                case _:
                    sheet.write_string(number, column, str(value))
    for column, title in enumerate(head):
        longest = max((len(str(row[column] or "")) for row in rows), default=0)
        sheet.set_column(column, column, min(max(longest, len(title)) + 2, _WIDEST))
    if rows:
        sheet.autofilter(0, 0, len(rows), len(head) - 1)
