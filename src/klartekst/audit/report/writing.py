"""Writes the report of an audit: `rapport.html` and `rapport.xlsx` in its folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from klartekst import __version__
from klartekst.audit.items import AuditError
from klartekst.audit.report.charts import charts_of
from klartekst.audit.report.numbers import Numbers, count
from klartekst.audit.report.wording import (
    VERDICTS,
    long_date,
    number,
    percent,
    rule_namer,
    short_date,
)
from klartekst.audit.report.workbook import write_workbook

PAGE, WORKBOOK = "rapport.html", "rapport.xlsx"


def write_report(folder: Path, today: date, since: Path | None = None) -> Path:
    """Write the report of a finished audit into its folder; the path of the page comes back.

    `since` is the folder of an earlier audit to compare with. Raises AuditError where either
    folder holds no finished audit, or where the report cannot be written.
    """
    numbers = count(folder, today, since)
    page = folder / PAGE
    try:
        _put(page, to_html(numbers).encode())
        _put(folder / WORKBOOK, write_workbook(numbers, rule_namer()))
    except OSError as error:
        raise AuditError(
            f"{folder}: rapporten kan ikke lagres. Sjekk at disken ikke er full, at rapport.xlsx "
            "ikke er åpen i Excel, og at du har tilgang. Kjør så «klartekst audit report»."
        ) from error
    return page


def to_html(numbers: Numbers) -> str:
    """One page with all that it needs in it. Whatever came from outside is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    name_of = rule_namer()
    templates = Environment(
        loader=PackageLoader("klartekst.audit.report", "."),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {"long_date": long_date, "short_date": short_date}
    templates.filters["capitalize_first"] = lambda words: f"{words[:1].upper()}{words[1:]}"
    return templates.get_template("page.html.j2").render(
        n=numbers,
        charts=charts_of(numbers, name_of),
        name_of=name_of,
        number=number,
        percent=percent,
        verdicts=VERDICTS,
        version=__version__,
    )


def _put(path: Path, data: bytes) -> None:
    """Put a file in place when it is whole."""
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_bytes(data)
    unfinished.replace(path)
