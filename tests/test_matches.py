"""What weighs less where nothing else in the draft may be a leak."""

from __future__ import annotations

from klartekst.linter import Linter
from klartekst.model import Config, Severity, Verdict

UNCLEAR = "Kari Testberg får årets kulturpris."
HEALTH = "\n\nEleven Ola Prøvesen har fått diagnosen ADHD."


def test_unclear_role_alone_is_a_reminder(linter: Linter) -> None:
    """Nothing private is told of anybody."""
    result = linter.lint(UNCLEAR.encode(), "a.md")
    found = [one for one in result.findings if one.rule == "personvern/uavklart-person"]
    assert [one.severity for one in found] == [Severity.INFO]
    assert result.verdict is Verdict.READY


def test_unclear_role_beside_a_leak_is_a_warning(linter: Linter) -> None:
    """A draft that tells of somebody private may tell of more."""
    result = linter.lint((UNCLEAR + HEALTH).encode(), "a.md")
    found = [one for one in result.findings if one.rule == "personvern/uavklart-person"]
    assert Severity.WARNING in {one.severity for one in found}
    assert result.verdict is Verdict.STOP


def test_severity_of_the_house_goes_before() -> None:
    """A municipality that wants to be stopped by it is stopped."""
    strict = Linter(Config(severity={"personvern/uavklart-person": Severity.ERROR}))
    assert strict.lint(UNCLEAR.encode(), "a.md").verdict is Verdict.STOP
