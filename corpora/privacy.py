"""How well personal data is found and the rest left alone: drafts and Results to figures.

A private stretch is found when a finding of personvern or taushetsplikt overlaps it. A finding
that overlaps neither personal data nor a point is spurious; on a trap it is a hit trap as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpora.marking import MarkedDraft, Personal, Remark
from corpora.part import Part
from corpora.scoring import (
    Figure,
    Share,
    outside,
    overlapping,
    per_thousand_words,
    percentage,
    share_of,
)
from klartekst.model import Finding, Result, Severity, Verdict
from klartekst.outcome import verdict_of

DIRECT_TYPES = frozenset({
    "PERSON", "PHONE", "EMAIL", "FNR", "DUF", "PASS", "ACCOUNT", "IBAN", "ADDRESS", "PROPERTY",
    "PLATE", "CASE_NO", "DATE_OF_BIRTH", "DOB", "IP",
})  # fmt: skip
INDIRECT_TYPES = frozenset({
    "AGE", "HEALTH", "FAMILY", "QUASI", "WELFARE", "SCHOOL", "CRIME", "BELIEF", "ECONOMY",
    "PERSONNEL",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """One mark, and the findings that overlap it."""

    draft: str
    mark: Personal | Remark
    findings: tuple[Finding, ...]

    @property
    def is_raised(self) -> bool:
        """Whether anything was said of it."""
        return bool(self.findings)

    @property
    def is_stopped(self) -> bool:
        """Whether it alone stops the draft."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One draft's marks with what became of them, and the findings that belong to none."""

    draft: MarkedDraft
    words: int
    private: tuple[Outcome, ...]
    official: tuple[Outcome, ...]
    traps: tuple[Outcome, ...]
    points: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    spurious: tuple[Finding, ...]
    verdict: Verdict

    @property
    def is_stopped(self) -> bool:
        """Whether personal or confidential information stops the draft."""
        return verdict_of(self.findings) is Verdict.STOP


def judge(draft: MarkedDraft, result: Result) -> Judgement:
    """Measure one Result against the marks of its draft."""
    findings = tuple(finding for finding in result.findings if finding.category.confidential)

    def outcomes(marks: Iterable[Personal | Remark]) -> tuple[Outcome, ...]:
        return tuple(Outcome(draft.id, mark, overlapping(mark.span, findings)) for mark in marks)

    expected = [mark.span for mark in draft.personal] + [point.span for point in draft.points]
    return Judgement(
        draft=draft,
        words=len(draft.text.split()),
        private=outcomes(draft.private),
        official=outcomes(draft.official),
        traps=outcomes(draft.traps),
        points=outcomes(draft.points),
        findings=findings,
        spurious=outside(expected, findings),
        verdict=result.verdict,
    )


def figures(part: Part) -> list[Figure]:
    """All figures of a part, the ones that are pinned first."""
    return figures_of([judge(draft, part.lint(draft)) for draft in part.drafts])


def misses(part: Part) -> Iterator[str]:
    """What went wrong in each draft, one line each."""
    for draft in part.drafts:
        judgement = judge(draft, part.lint(draft))
        for outcome in (*judgement.private, *judgement.points):
            if not outcome.is_raised:
                kind = type_of(outcome) or "POINT"
                yield part.line(draft, f"missed: {kind}", outcome.mark.span)
        for outcome in judgement.official:
            for finding in outcome.findings:
                yield part.line(draft, f"official: {_name(finding)}", outcome.mark.span)
        for trap in judgement.traps:
            for finding in trap.findings:
                yield part.line(draft, f"trap: {_name(finding)}", finding.span)
        for finding in outside([trap.span for trap in draft.traps], judgement.spurious):
            yield part.line(draft, f"in vain: {_name(finding)}", finding.span)


def _name(finding: Finding) -> str:
    return f"{finding.severity} {finding.entity or finding.rule}"


def figures_of(judgements: Sequence[Judgement]) -> list[Figure]:
    """All figures of some judged drafts, the ones that are pinned first."""
    private = [outcome for judgement in judgements for outcome in judgement.private]
    direct = of_types(private, DIRECT_TYPES)
    return [
        *recall("direct identifiers found", direct),
        *recall("indirect signals found", [one for one in private if one not in direct]),
        *officials(judgements),
        *noise(judgements),
        *verdicts(judgements),
        *recall_by_type(private),
        *precision_by_entity(judgements),
    ]


def recall(name: str, outcomes: Sequence[Outcome], *, pinned: bool = True) -> Iterator[Figure]:
    """How many of some marks were found."""
    found = share_of(outcome.is_raised for outcome in outcomes)
    yield from percentage(name, found, "higher", pinned=pinned)


def recall_by_type(private: Sequence[Outcome]) -> Iterator[Figure]:
    """How much of each type was found."""
    for kind in sorted({type_of(outcome) for outcome in private}):
        yield from recall(f"found: {kind}", of_types(private, {kind}), pinned=False)


def officials(judgements: Sequence[Judgement]) -> Iterator[Figure]:
    """How often something that may be published was stopped, and raised at all."""
    outcomes = [outcome for judgement in judgements for outcome in judgement.official]
    stopped = share_of(outcome.is_stopped for outcome in outcomes)
    raised = share_of(outcome.is_raised for outcome in outcomes)
    yield from percentage("officials stopped", stopped, "lower")
    yield from percentage("officials raised at all", raised, "lower")


def noise(judgements: Sequence[Judgement]) -> Iterator[Figure]:
    """Traps that were hit, spurious findings, and the remarks on confidentiality that are right."""
    traps = [outcome for judgement in judgements for outcome in judgement.traps]
    yield from percentage("traps hit", share_of(trap.is_raised for trap in traps), "lower")
    harmless = [judgement for judgement in judgements if judgement.draft.is_harmless]
    for name, some in (("harmless drafts", harmless), ("all drafts", judgements)):
        count = sum(len(judgement.spurious) for judgement in some)
        words = sum(judgement.words for judgement in some)
        yield from per_thousand_words(f"spurious findings, {name}", count, words)
    points = [outcome for judgement in judgements for outcome in judgement.points]
    yield from recall("confidentiality points raised", points)


def verdicts(judgements: Sequence[Judgement]) -> Iterator[Figure]:
    """How many drafts were stopped, of those that should not be and of those that should."""
    harmless = [judgement for judgement in judgements if judgement.draft.is_harmless]
    leaking = [judgement for judgement in judgements if judgement.draft.private]
    clean = [judgement for judgement in judgements if judgement.draft.clean]
    yield from percentage("harmless drafts stopped", _stopped(harmless), "lower")
    yield from percentage("leaking drafts stopped", _stopped(leaking), "higher")
    yield from percentage(
        "clean drafts ready, all rules",
        share_of(judgement.verdict is Verdict.READY for judgement in clean),
        "higher",
        pinned=False,
    )
    yield from percentage(
        "clean drafts stopped, all rules",
        share_of(judgement.verdict is Verdict.STOP for judgement in clean),
        "lower",
        pinned=False,
    )


def _stopped(judgements: Iterable[Judgement]) -> Share:
    return share_of(judgement.is_stopped for judgement in judgements)


def precision_by_entity(judgements: Sequence[Judgement]) -> Iterator[Figure]:
    """How many findings of each entity, or else rule, lie on something private or a point."""
    right: dict[str, list[bool]] = defaultdict(list)
    for judgement in judgements:
        wanted = [outcome.mark.span for outcome in (*judgement.private, *judgement.points)]
        for finding in judgement.findings:
            name = finding.entity or finding.rule
            right[name].append(any(finding.span.overlaps(span) for span in wanted))
    for name in sorted(right):
        yield from percentage(f"right: {name}", share_of(right[name]), "higher", pinned=False)


def of_types(outcomes: Iterable[Outcome], types: Iterable[str]) -> list[Outcome]:
    """The outcomes of some types of personal data."""
    wanted = frozenset(types)
    return [outcome for outcome in outcomes if type_of(outcome) in wanted]


def type_of(outcome: Outcome) -> str:
    """The type of personal data; empty for what is none."""
    return outcome.mark.type if isinstance(outcome.mark, Personal) else ""
