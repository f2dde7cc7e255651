"""The numbers of a report as an Excel workbook: a sheet for each question."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Literal

from klartekst.audit.report.drawing import BAD, FAIR, GOOD, WORST
from klartekst.audit.report.numbers import Numbers
from klartekst.audit.report.wording import VERDICTS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Rows = Iterable[Sequence[Any]]
_NARROWEST, _WIDEST = 6, 48  # characters
_A4 = 9
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
    top = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#DCE6EE"}
    words = book.add_format({"text_wrap": True, "valign": "top", "indent": 1})
    whole = book.add_format({"num_format": "#,##0", "valign": "top"})
    decimal = book.add_format({"num_format": "0.0", "valign": "top"})
    day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
    for column, title in enumerate(head):
        cells = [row[column] for row in rows if row[column] is not None]
        is_number = bool(cells) and isinstance(cells[0], int | float)
        about = {"align": "right"} if is_number else {"indent": 1}
        sheet.write_string(0, column, title, book.add_format({**top, **about}))
        longest = max((len(str(cell)) for cell in cells), default=0)
        width = max(longest, *map(len, title.split())) if not is_number else len(title)
        sheet.set_column(column, column, min(max(width, _NARROWEST) + 3, _WIDEST))
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            match value:
                case None:
                    pass
                case date():
                    sheet.write_datetime(number, column, datetime.combine(value, time()), day)
                case int():
                    sheet.write_number(number, column, value, whole)
                case float():
                    sheet.write_number(number, column, value, decimal)
                case _:
                    sheet.write_string(number, column, str(value), words)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(head) - 1)
    if rows and (drawn := _CHARTS.get(name)):
        _add_chart(book, sheet, drawn, head, len(rows))


def _add_chart(book: Workbook, sheet: Worksheet, drawn: _Drawn, head: list[str], rows: int) -> None:
    """A chart below the numbers, that Excel draws from them."""
    chart = book.add_chart({"type": "column", "subtype": drawn.stacked})
    for title, colour in drawn.series.items():
        column = head.index(title)
        chart.add_series(
            {
                "name": [sheet.name, 0, column],
                "categories": [sheet.name, 1, 0, rows, 0],
                "values": [sheet.name, 1, column, rows, column],
                "fill": {"color": colour},
                "gap": 40,
            }
        )
    chart.set_title({"name": drawn.title, "name_font": {"size": 13}})
    chart.set_legend({"position": "top"})
    chart.set_x_axis({"name": head[0], "name_font": {"bold": False}})
    chart.set_y_axis({"name": drawn.axis, "name_font": {"bold": False}})
    chart.set_size({"width": 760, "height": 340})
    sheet.insert_chart(rows + 2, 0, chart, {"description": drawn.title})


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A chart of a sheet: the headings of its columns, and a colour for each."""

    title: str
    axis: str
    stacked: Literal["stacked", "percent_stacked"]
    series: dict[str, str]


_SPREAD = {"Lett": GOOD, "Middels": FAIR, "Vanskelig": BAD}
_CHARTS = {
    "Utvikling": _Drawn(
        "Hvor stor del er klar?",
        "Andel av sakene",
        "percent_stacked",
        {"Klare": GOOD, "Advarsler": FAIR, "Stopp": BAD},
    ),
    "Fordeling Klarhet": _Drawn("Sakene etter klarhet", "Saker", "stacked", _SPREAD),
    "Fordeling LIX": _Drawn("Sakene etter LIX", "Saker", "stacked", _SPREAD),
    "Budskap": _Drawn(
        "Budskap som er med",
        "Andel av budskapene",
        "percent_stacked",
        {"Med": GOOD, "Delvis med": FAIR, "Mangler": BAD, "Sagt imot": WORST},
    ),
}
