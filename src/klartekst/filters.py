"""What happens to findings before they are shown: a list of functions, each from list to list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from klartekst.model import Category, Config, Finding, Span

Filter = Callable[[Sequence[Finding], Config], Sequence[Finding]]


def set_severity(findings: Sequence[Finding], config: Config) -> Sequence[Finding]:
    """Findings with the severity that the config gives their rule."""
    if not config.severity:
        return findings
    return [
        replace(finding, severity=config.severity.get(finding.rule, finding.severity))
        for finding in findings
    ]


def drop_repeats(findings: Sequence[Finding], config: Config) -> Sequence[Finding]:  # noqa: ARG001  filters are called alike
    """One finding where a rule says the same of a place twice, the most certain one."""
    best: dict[tuple[str, Span, str], Finding] = {}
    for finding in findings:
        key = (finding.rule, finding.span, finding.message)
        if key not in best or finding.confidence > best[key].confidence:
            best[key] = finding
    return list(best.values())


def drop_nested(findings: Sequence[Finding], config: Config) -> Sequence[Finding]:  # noqa: ARG001  filters are called alike
    """Of words with suggestions the longest: not «foretatt» within «foretatt en vurdering»."""
    wide = [one for one in findings if one.suggestions]
    return [
        finding
        for finding in findings
        if not finding.suggestions
        or not any(
            other.category is finding.category
            and other.span.contains(finding.span)
            and len(other.span) > len(finding.span)
            for other in wide
        )
    ]


def sort(findings: Sequence[Finding], config: Config) -> Sequence[Finding]:  # noqa: ARG001  filters are called alike
    """The gravest first, then by category, then as they stand in the text."""
    order = list(Category)
    return sorted(
        findings,
        key=lambda finding: (
            finding.severity.rank,
            order.index(finding.category),
            finding.span,
            finding.rule,
        ),
    )


FILTERS: tuple[Filter, ...] = (set_severity, drop_repeats, drop_nested, sort)
