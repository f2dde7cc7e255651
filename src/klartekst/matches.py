"""What the rules found in a draft, seen together: what one leaves to another, and what is alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from klartekst.model import Match, Rule, Severity, Span

Matches = list[tuple[Rule, Match]]


def found_by(rules: Collection[str], matches: Sequence[tuple[Rule, Match]]) -> Matches:
    """The matches of some rules, by their ids."""
    return [(rule, match) for rule, match in matches if rule.id in rules]


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
    """The matches, with the `severity_alone` of a rule where no other rule sees a leak.

    Somebody whose role is not told may be private. Where nothing else in the draft is so, they
    seldom are.
    """
    grave = {
        rule.id
        for rule, match in matches
        if rule.category.confidential and _severity(rule, match) is not Severity.INFO
    }
    if len(grave) != 1:
        return list(matches)
    return [
        (rule, replace(match, severity=rule.severity_alone))
        if rule.severity_alone and rule.id in grave and _severity(rule, match) is rule.severity
        else (rule, match)
        for rule, match in matches
    ]


def _severity(rule: Rule, match: Match) -> Severity:
    return match.severity or rule.severity
