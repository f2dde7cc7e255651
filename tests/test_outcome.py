"""The verdict on a draft and the exit code of a run."""

from __future__ import annotations

import pytest

from klartekst.model import Category, Finding, Place, Result, Severity, Span, Verdict
from klartekst.outcome import ExitCode, exit_code, unchecked, verdict_of


def finding(severity: Severity, category: Category = Category.KLARSPRAK) -> Finding:
    """A finding of some gravity."""
    place = Place(1, 1, "avsnitt 1")
    return Finding("klarsprak/x", category, severity, Span(0, 1), place, "x", "x")


def result(*findings: Finding) -> Result:
    """A checked draft."""
    verdict = verdict_of(findings)
    return Result("utkast.md", "0" * 64, "nb", "pressemelding", verdict, findings=findings)


@pytest.mark.parametrize(
    ("severities", "verdict"),
    [
        ([], Verdict.READY),
        ([Severity.INFO], Verdict.READY),
        ([Severity.INFO, Severity.WARNING], Verdict.WARNINGS),
        ([Severity.WARNING, Severity.ERROR], Verdict.STOP),
    ],
)
def test_verdict_is_the_gravest(severities: list[Severity], verdict: Verdict) -> None:
    """Tips leave a draft ready."""
    assert verdict_of(map(finding, severities)) is verdict


def test_ready() -> None:
    """Nothing found is 0."""
    assert exit_code([result()], Severity.ERROR) is ExitCode.READY


def test_warnings_pass_by_default() -> None:
    """Only errors count unless asked otherwise."""
    assert exit_code([result(finding(Severity.WARNING))], Severity.ERROR) is ExitCode.READY


def test_warnings_fail_when_asked() -> None:
    """`--fail-on warning`."""
    assert exit_code([result(finding(Severity.WARNING))], Severity.WARNING) is ExitCode.FINDINGS


def test_confidential_has_its_own_code() -> None:
    """A possible leak is told apart from other faults."""
    leak = finding(Severity.ERROR, Category.PERSONVERN)
    assert exit_code([result(leak)], Severity.ERROR) is ExitCode.CONFIDENTIAL


def test_unchecked_outweighs_all() -> None:
    """A gate fails closed."""
    leak = result(finding(Severity.ERROR, Category.TAUSHETSPLIKT))
    broken = unchecked("b.docx", "b.docx er skadet.", "pressemelding")
    assert exit_code([leak, broken], Severity.ERROR) is ExitCode.UNCHECKED


def test_no_drafts_is_ready() -> None:
    """Nothing to check is nothing wrong; finding no drafts is an error of its own."""
    assert exit_code([], Severity.ERROR) is ExitCode.READY
