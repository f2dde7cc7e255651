"""What findings come to: the verdict on a draft, and the exit code of a run."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from klartekst.model import Finding, Profile, Result, Severity, Verdict


class ExitCode(IntEnum):
    """What a run tells the program that started it. The highest one wins."""

    READY = 0
    FINDINGS = 1
    USAGE = 2
    CONFIDENTIAL = 3
    UNCHECKED = 4


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """`stop` with an error, `warnings` with a warning, `ready` with nothing above info."""
    gravest = min((finding.severity.rank for finding in findings), default=Severity.INFO.rank)
    return {
        Severity.ERROR.rank: Verdict.STOP,
        Severity.WARNING.rank: Verdict.WARNINGS,
        Severity.INFO.rank: Verdict.READY,
    }[gravest]


def unchecked(name: str, error: str, profile: Profile, sha256: str | None = None) -> Result:
    """The Result of a draft that could not be read or checked."""
    return Result(
        name=name,
        sha256=sha256,
        language=None,
        profile=profile,
        verdict=Verdict.UNCHECKED,
        error=error,
    )


def exit_code(results: Iterable[Result], fail_on: Severity) -> ExitCode:
    """The gravest outcome of several drafts, counting findings at or above `fail_on`.

    A draft that could not be checked outweighs all: a gate must fail closed.
    """
    code = ExitCode.READY
    for result in results:
        code = max(code, _code_of(result, fail_on))
    return code


def _code_of(result: Result, fail_on: Severity) -> ExitCode:
    if result.error is not None:
        return ExitCode.UNCHECKED
    grave = [finding for finding in result.findings if finding.severity.rank <= fail_on.rank]
    if any(finding.category.confidential for finding in grave):
        return ExitCode.CONFIDENTIAL
    return ExitCode.FINDINGS if grave else ExitCode.READY
