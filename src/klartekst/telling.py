"""What checks found, as it is told: in words, with places in the source, and secrets masked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from klartekst.checks.messages.carried import Carried
from klartekst.document import Document
from klartekst.masking import masked
from klartekst.model import Finding, Match, MessageStatus, Rule, Span

# What a rule's match is known by in another run, given its words.
Fingerprint = Callable[[Rule, Match, str], str]


def finding_of(
    document: Document,
    rule: Rule,
    match: Match,
    secret: Sequence[Span],
    fingerprint: Fingerprint | None,
) -> Finding:
    """A match as it is told: worded by its rule, with what lies in `secret` masked."""
    words = document.text[match.span.start : match.span.end]
    shown = masked(document.text, match.span, secret)
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=match.severity or rule.severity,
        span=document.source_span(match.place),
        place=document.place(match.place.start),
        excerpt=masked(document.text, match.place, secret),
        message=rule.message.format_map({**match.values, "match": shown}),
        suggestions=match.suggestions,
        entity=match.entity,
        confidence=round(match.confidence, 2),
        end=document.place_after(match.place.end),
        fingerprint=fingerprint(rule, match, words) if fingerprint else None,
    )


def status_of(document: Document, carried: Carried, secret: Sequence[Span]) -> MessageStatus:
    """A message as the matcher found it, with places in the source."""
    return MessageStatus(
        id=carried.message.id,
        message=carried.message.text,
        status=carried.status,
        where=carried.where,
        span=document.source_span(carried.span) if carried.span else None,
        score=carried.score,
        excerpt=masked(document.text, carried.span, secret) if carried.span else None,
        lacking=carried.lacking,
    )
