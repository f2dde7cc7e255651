"""What checks found, as it is told: in words, with places in the source, and secrets masked."""

from __future__ import annotations

from collections.abc import Callable

from klartekst.checks.messages.carried import Carried
from klartekst.confidential import Secrets
from klartekst.document import Document
from klartekst.masking import masked, veiled
from klartekst.model import Finding, Match, MessageStatus, Rule

# What a rule's match is known by in another run, given its words.
Fingerprint = Callable[[Rule, Match, str], str]


def finding_of(
    document: Document,
    rule: Rule,
    match: Match,
    secret: Secrets,
    fingerprint: Fingerprint | None,
) -> Finding:
    """A match as it is told: worded by its rule, with what lies in `secret` masked.

    So is what comes from elsewhere and says the same, as a message of the brief.
    """
    words = document.text[match.span.start : match.span.end]
    shown = masked(document.text, match.span, secret.spans)
    values = {name: _veiled(value, secret) for name, value in match.values.items()}
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=match.severity or rule.severity,
        span=document.source_span(match.place),
        place=document.place(match.place.start),
        excerpt=masked(document.text, match.place, secret.spans),
        message=rule.message.format_map({**values, "match": shown}),
        suggestions=match.suggestions,
        entity=match.entity,
        confidence=round(match.confidence, 2),
        end=document.place_after(match.place.end),
        fingerprint=fingerprint(rule, match, words) if fingerprint else None,
    )


def status_of(
    document: Document,
    carried: Carried,
    secret: Secrets,
) -> MessageStatus:
    """A message as the matcher found it, with places in the source."""
    return MessageStatus(
        id=carried.message.id,
        message=_veiled(carried.message.text, secret),
        status=carried.status,
        where=carried.where,
        span=document.source_span(carried.span) if carried.span else None,
        score=carried.score,
        excerpt=masked(document.text, carried.span, secret.spans) if carried.span else None,
        lacking=_veiled(carried.lacking, secret) if carried.lacking else None,
    )


def _veiled(text: str, secret: Secrets) -> str:
    return veiled(text, secret.words_in(text))
