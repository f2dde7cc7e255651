"""Drafts, findings and Results made by hand, with no pipeline."""

from __future__ import annotations

from corpora.marking import MarkedDraft, parse
from klartekst.model import Category, Finding, Place, Result, Severity, Span
from klartekst.outcome import verdict_of

HEADER = '+++\nlang = "nb"\nkind = "media_reply"\ntopic = "school"\nclean = false\n+++\n'


def draft_of(body: str, name: str = "draft") -> MarkedDraft:
    """A draft with marks in its body."""
    return parse(HEADER + body, name)


def finding_on(
    draft: MarkedDraft,
    words: str,
    severity: Severity = Severity.ERROR,
    category: Category = Category.PERSONVERN,
    entity: str | None = "PERSON",
) -> Finding:
    """A finding on the first place where these words stand."""
    start = draft.text.index(words)
    return Finding(
        rule=f"{category}/rule",
        category=category,
        severity=severity,
        span=Span(start, start + len(words)),
        place=Place(1, 1, "avsnitt 1"),
        excerpt="█",
        message="…",
        entity=entity,
    )


def result_of(*findings: Finding) -> Result:
    """A Result with these findings."""
    return Result(
        name="draft.md",
        sha256="0" * 64,
        language="nb",
        profile="mediesvar",
        verdict=verdict_of(findings),
        findings=findings,
    )
