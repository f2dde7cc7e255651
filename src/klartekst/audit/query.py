"""Questions to the tables in SQL, which can read those tables and nothing else."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from klartekst.audit.export import open_tables
from klartekst.audit.items import AuditError
from klartekst.audit.schema import TABLES

Form = Literal["table", "csv", "json"]
_WIDEST = 60  # characters of a cell in a table on a terminal


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a question gives."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def ask(folder: Path, sql: str) -> Answer:
    """Answer a question to the tables of an audit, by their names.

    Raises AuditError for a folder without a finished audit, and for SQL that is no single question
    or that asks for more than the tables.
    """
    import duckdb

    with open_tables(folder, closed=True) as tables:
        try:
            statements = tables.extract_statements(sql)
            if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
                raise AuditError(
                    "Still ett spørsmål om gangen, som begynner med SELECT (eller FROM, WITH, "
                    "DESCRIBE). Tabellene kan ikke endres herfra."
                )
            found = tables.execute(statements[0])
            columns = tuple(column[0] for column in found.description or ())
            return Answer(columns, tuple(found.fetchall()))
        except duckdb.Error as error:
            raise AuditError(_explained(error)) from error


def _explained(error: Exception) -> str:
    """DuckDB's own words come last: whoever writes SQL can use them."""
    import duckdb

    kinds = {
        duckdb.ParserException: "Spørsmålet er ikke gyldig SQL.",
        duckdb.CatalogException: f"Spørsmålet nevner noe som ikke finnes. Tabellene er "
        f"{', '.join(TABLES)}. «DESCRIBE documents» viser kolonnene i en av dem.",
        duckdb.BinderException: "Spørsmålet nevner en kolonne som ikke finnes, eller bruker den på "
        "feil måte. «DESCRIBE documents» viser kolonnene i en tabell.",
        duckdb.PermissionException: "Spørsmålet kan bare lese tabellene i gjennomgangen, ikke "
        "andre filer eller adresser.",
    }
    what = next((text for kind, text in kinds.items() if isinstance(error, kind)), None)
    detail = next((line for line in str(error).splitlines() if line.strip()), "")
    return f"{what or 'Spørsmålet kan ikke besvares.'} ({detail})"


def in_form(answer: Answer, form: Form) -> str:
    """An answer as people or programs read it."""
    match form:
        case "json":
            rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
            return json.dumps(rows, ensure_ascii=False, indent=2, default=str)
        case "csv":
            written = io.StringIO()
            writer = csv.writer(written, lineterminator="\n")
            writer.writerow(answer.columns)
            writer.writerows(answer.rows)
            return written.getvalue().removesuffix("\n")
        case "table":
            return _as_table(answer)


def _as_table(answer: Answer) -> str:
    if not answer.rows:
        return "Ingen treff."
    cells = [answer.columns, *(tuple(map(_cell, row)) for row in answer.rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    right = [
        all(isinstance(v, int | float | Decimal | None) for v in column)
        for column in zip(*answer.rows, strict=True)
    ]
    lines = [
        "  ".join(
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in cells
    ]
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(lines)


def _cell(value: object) -> str:
    """A value in one line, as Norwegians write it."""
    match value:
        case None:
            return "–"
        case bool():
            return "ja" if value else "nei"
        case float() | Decimal():
            return f"{value:g}".replace(".", ",")
        case date():
            return f"{value:%d.%m.%Y}"
        case list():
            return _cell(", ".join(map(_cell, value)))
    # A terminal would obey what is no letter; a title comes from the web.
    words = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"
