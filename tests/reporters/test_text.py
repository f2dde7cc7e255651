"""The report on a terminal, against golden files."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from klartekst.model import Result
from klartekst.reporters.text import MOST_FINDINGS, to_text
from tests.reporters.samples import READY, STOPPED, TITLES, UNREADABLE

GOLDEN = Path(__file__).parents[1] / "golden"


def shown(*results: Result, show_all: bool = False) -> str:
    """The report without colours."""
    return click.unstyle(to_text(results, TITLES, show_all=show_all)) + "\n"


@pytest.mark.parametrize(
    ("name", "results", "show_all"),
    [
        ("stopped", [STOPPED], False),
        ("stopped-all", [STOPPED], True),
        ("ready-nynorsk", [READY], False),
        ("unreadable", [UNREADABLE], False),
        ("several", [READY, UNREADABLE], False),
    ],
)
def test_golden(
    name: str, results: list[Result], show_all: bool, request: pytest.FixtureRequest
) -> None:
    """Read the diff before you update it."""
    path = GOLDEN / f"{name}.txt"
    report = shown(*results, show_all=show_all)
    if request.config.getoption("--update-golden"):
        path.write_text(report, encoding="utf-8")
    assert report == path.read_text(encoding="utf-8")


def test_verdict_comes_first() -> None:
    """Before anything else of a draft."""
    assert shown(STOPPED).splitlines()[1].startswith("STOPP")


def test_at_most_ten_findings() -> None:
    """The rest is counted."""
    report = shown(STOPPED)
    assert report.count("•") == MOST_FINDINGS
    assert "… og 2 til" in report


def test_all_when_asked() -> None:
    """`--all`."""
    assert shown(STOPPED, show_all=True).count("•") == len(STOPPED.findings)


def test_same_error_is_told_once() -> None:
    """A fault in the settings hits every draft alike."""
    assert shown(UNREADABLE, UNREADABLE).count("passordbeskyttet") == 1
