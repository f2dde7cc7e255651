"""Questions to the tables: answered, and kept to the tables."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from klartekst.audit import questions
from klartekst.audit.items import AuditError
from klartekst.audit.query import ask, in_form
from klartekst.cli.audit import audit as command
from tests.audit.tables import HEAVY, LEAK, audit, item


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An audit of four items, one of them ready."""
    return audit(
        tmp_path / "ut",
        item(1, LEAK, clarity=80),
        item(2, HEAVY, clarity=20),
        item(3, LEAK, HEAVY, clarity=60),
        item(4, clarity=90, title="=1+1\x1b[31m"),
    )


def test_question_is_answered(folder: Path) -> None:
    """With headings and rows."""
    answer = ask(folder, "SELECT count(*) AS antall FROM documents")
    assert (answer.columns, answer.rows) == (("antall",), ((4,),))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_csv('https://eksempel.example.no/x.csv')",
        "COPY documents TO '{folder}/documents.parquet'",
        "COPY documents TO '{folder}/ut.csv'",
        "EXPLAIN ANALYZE COPY documents TO '{folder}/documents.parquet'",
        "ATTACH '{folder}/ny.duckdb'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "DROP VIEW documents",
        "SELECT 1; SELECT 2",
        "",
    ],
)
def test_nothing_but_the_tables_is_reached(folder: Path, sql: str) -> None:
    """Neither read, written nor changed."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(AuditError):
        ask(folder, sql.replace("{folder}", str(folder)))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELEKT 1", "ikke gyldig SQL"),
        ("SELECT * FROM saker", "Tabellene er documents"),
        ("SELECT klarhet FROM measures", "kolonne som ikke finnes"),
    ],
)
def test_mistake_is_told_with_the_remedy(folder: Path, sql: str, told: str) -> None:
    """In one line."""
    with pytest.raises(AuditError, match=told) as raised:
        ask(folder, sql)
    assert "\n" not in str(raised.value)


def test_worst_come_by_leaks_then_by_clarity(folder: Path) -> None:
    """The most recent leak first; what is ready is left out."""
    titles = [row[0] for row in ask(folder, questions.WORST).rows]
    assert titles == ["Sak 3", "Sak 1", "Sak 2"]


def test_personal_data_is_counted_by_rule_and_year(folder: Path) -> None:
    """Findings, items and stops."""
    assert ask(folder, questions.PERSONAL).rows == ((LEAK[0], 2024, 2, 2, 2),)


def test_trend_is_told_by_year(folder: Path) -> None:
    """Items by verdict, and medians."""
    assert ask(folder, questions.TREND).rows == ((2024, 4, 1, 1, 2, 2, 70.0, 30.5),)


def test_json_and_csv_hold_the_same(folder: Path) -> None:
    """For other programs."""
    answer = ask(folder, "SELECT key, published FROM documents ORDER BY number")
    rows = json.loads(in_form(answer, "json"))
    assert rows == list(csv.DictReader(io.StringIO(in_form(answer, "csv"))))
    assert rows[0] == {"key": "sak-1", "published": "2024-05-01"}


def test_table_obeys_no_title(folder: Path) -> None:
    """A terminal would take the escape for a colour."""
    answer = ask(folder, "SELECT title, published FROM documents WHERE number = 4")
    shown = in_form(answer, "table")
    assert "\x1b" not in shown
    assert "04.05.2024" in shown


def test_command_takes_one_question(folder: Path) -> None:
    """SQL or a ready one, not both and not none."""
    run = CliRunner().invoke
    arguments = ["query", "-o", str(folder)]
    assert "Sak 3" in run(command, [*arguments, "--worst"]).output
    assert run(command, arguments).exit_code == 2
    assert run(command, [*arguments, "--worst", "SELECT 1"]).exit_code == 2


def test_folder_without_an_audit_is_told(tmp_path: Path) -> None:
    """With the command that makes one."""
    result = CliRunner().invoke(command, ["query", "--trend", "-o", str(tmp_path)])
    assert result.exit_code == 2
    assert "ingen ferdig gjennomgang" in result.output
