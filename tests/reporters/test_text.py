"""The report on a terminal, against golden files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click
import pytest

from klartekst.model import Result
from klartekst.reporters.text import MOST_FINDINGS, to_text
from tests.reporters.samples import READY, STOPPED, TITLES, UNREADABLE

# STOPPED says the same of ten places; here each is said of something else.
VARIED = replace(
    STOPPED,
    findings=tuple(
        replace(finding, message=f"{finding.message} ({number})")
        for number, finding in enumerate(STOPPED.findings)
    ),
)
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
    report = shown(VARIED)
    assert report.count("•") == MOST_FINDINGS
    assert "… og 2 til" in report


def test_all_when_asked() -> None:
    """`--all`."""
    assert shown(VARIED, show_all=True).count("•") == len(VARIED.findings)


def test_what_is_hidden_counts_the_repeats() -> None:
    """Ten places in one line are ten findings all the same."""
    assert " til. Se alle" not in shown(STOPPED)


def test_same_error_is_told_once() -> None:
    """A fault in the settings hits every draft alike."""
    assert shown(UNREADABLE, UNREADABLE).count("passordbeskyttet") == 1
