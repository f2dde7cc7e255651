"""What the rules found in a draft, seen together: what one leaves to another, and what is alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from klartekst.model import Match, Rule, Severity, Span

Matches = list[tuple[Rule, Match]]

_NAME = "PERSON"


def said_once(matches: Sequence[tuple[Rule, Match]]) -> Matches:
    """The matches without those that lie within one of a rule that theirs yields to."""
    spans: dict[str, list[Span]] = {}
    for rule, match in matches:
        spans.setdefault(rule.id, []).append(match.place)
    return [
        (rule, match)
        for rule, match in matches
        if not any(
            span.contains(match.span) for other in rule.yields_to for span in spans.get(other, ())
        )
    ]


def gentler_alone(matches: Sequence[tuple[Rule, Match]]) -> Matches:
    """The matches, with the `severity_alone` of their rules where there is but one doubt.

    Somebody whose role is not told may be private, and so may what one rule takes to be told of
    them. Where nothing else in the draft may be a leak, it seldom is: that is one doubt. Two
    things that are told are more.
    """
    grave = [(rule, match) for rule, match in matches if _is_grave(rule, match)]
    told = {rule.id for rule, match in grave if match.entity != _NAME}
    if len(told) > 1 or not all(_may_be_gentler(rule, match) for rule, match in grave):
        return list(matches)
    return [
        (rule, replace(match, severity=rule.severity_alone) if _is_grave(rule, match) else match)
        for rule, match in matches
    ]


def _is_grave(rule: Rule, match: Match) -> bool:
    return rule.category.confidential and _severity(rule, match) is not Severity.INFO


def _may_be_gentler(rule: Rule, match: Match) -> bool:
    return rule.severity_alone is not None and _severity(rule, match) is rule.severity


def _severity(rule: Rule, match: Match) -> Severity:
    return match.severity or rule.severity
