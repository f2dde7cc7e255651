"""How findings are held against the problems that an editor listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.annotation import Annotation, Problem, ProblemKind
from corpora.language import Judgement, found, found_by_kind, judge, right
from corpora.marking import MarkedDraft
from klartekst.model import Category, Finding, Severity, Span
from tests.corpora.handmade import draft_of, finding_on


@pytest.fixture
def draft() -> MarkedDraft:
    """Two problems and a borderline one."""
    plain = draft_of("Saken skal herunder vurderes i henhold til budsjett i år.")
    problems = (
        problem(plain, "KANSELLI", "herunder"),
        problem(plain, "PASSIVE", "vurderes"),
        problem(plain, "JARGON", "budsjett", optional=True),
    )
    return replace(plain, annotation=Annotation(problems=problems))


def problem(
    draft: MarkedDraft, kind: ProblemKind, words: str, *, optional: bool = False
) -> Problem:
    """A problem at the first place where these words stand."""
    start = draft.text.index(words)
    return Problem(kind, Span(start, start + len(words)), optional)


def finding(draft: MarkedDraft, words: str, rule: str = "klarsprak/kanselliord") -> Finding:
    """A language finding on some words."""
    made = finding_on(draft, words, Severity.WARNING, Category.KLARSPRAK, None)
    return replace(made, rule=rule)


def values(judged: Judgement) -> dict[str, str]:
    """What the figures were counted from, by name."""
    all_figures = [*found([judged]), *right([judged]), *found_by_kind([judged])]
    return {figure.name: figure.basis for figure in all_figures}


def test_overlap_counts_whatever_the_rule_is_called(draft: MarkedDraft) -> None:
    """A rule of officialese finds the passive, but not as a passive."""
    judged = judge(draft, [finding(draft, "herunder vurderes")])
    assert values(judged)["problems found"] == "2 of 2"
    assert values(judged)["findings right"] == "1 of 1"
    assert values(judged)["found: PASSIVE"] == "1 of 1"
    assert values(judged)["found as such: PASSIVE"] == "0 of 1"
    assert values(judged)["found as such: KANSELLI"] == "1 of 1"


def test_borderline_counts_neither_way(draft: MarkedDraft) -> None:
    """Found or not, right or not."""
    judged = judge(draft, [finding(draft, "budsjett"), finding(draft, "herunder")])
    assert values(judged)["problems found"] == "1 of 2"
    assert values(judged)["findings right"] == "1 of 1"


def test_what_nobody_listed_is_wrong(draft: MarkedDraft) -> None:
    """And so is every finding in a draft without problems."""
    judged = judge(draft, [finding(draft, "i år"), finding(draft, "herunder")])
    assert values(judged)["findings right"] == "1 of 2"
    flawless = replace(draft, annotation=Annotation(problems=()))
    assert values(judge(flawless, [finding(draft, "i år")])) == {"findings right": "0 of 1"}
