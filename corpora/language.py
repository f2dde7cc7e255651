"""How plain language is judged: pairs, levels, problems found, and plain texts left in peace.

A problem is found when a language finding overlaps it, whatever the finding is called: officialese,
jargon and nominalisation shade into each other. A finding is right when it overlaps a problem; one
that overlaps borderline problems alone is counted neither way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpora.annotation import EditorLevel, Problem, ProblemKind
from corpora.marking import MarkedDraft
from corpora.part import Part
from corpora.ranking import lix_by_hand, misranked, ranked, rankings
from corpora.scoring import Figure, outside, overlapping, percentage, share_of
from klartekst.model import Category, Finding, Level, Verdict
from klartekst.outcome import verdict_of

_LEVELS: Mapping[EditorLevel, Level] = {"easy": "lett", "medium": "middels", "hard": "vanskelig"}

# What a rule's findings are called in the annotation; rules not named here are of no kind there.
KINDS: Mapping[str, ProblemKind] = {
    "klarsprak/engelske-ord": "JARGON",
    "klarsprak/fagord-barnevern": "JARGON",
    "klarsprak/fagord-forvaltning": "JARGON",
    "klarsprak/fagord-helse": "JARGON",
    "klarsprak/fagord-intern": "JARGON",
    "klarsprak/fagord-it": "JARGON",
    "klarsprak/fagord-okonomi": "JARGON",
    "klarsprak/fagord-plan": "JARGON",
    "klarsprak/fagord-sammensatt": "JARGON",
    "klarsprak/fagord-skole": "JARGON",
    "klarsprak/forklar-forkortelse": "ABBREVIATION",
    "klarsprak/fremmed-fagord": "JARGON",
    "klarsprak/innpakket-verb": "NOMINALISATION",
    "klarsprak/kanselliord": "KANSELLI",
    "klarsprak/kontorord": "KANSELLI",
    "klarsprak/lang-setning": "LONG_SENTENCE",
    "klarsprak/langt-ord": "LONG_WORD",
    "klarsprak/omstendelig": "KANSELLI",
    "klarsprak/passiv": "PASSIVE",
    "klarsprak/skriv-helt-ut": "ABBREVIATION",
    "klarsprak/tung-nominalisering": "NOMINALISATION",
    "klarsprak/tung-start": "FRONT_HEAVY",
    "klarsprak/tunge-ord": "KANSELLI",
    "klarsprak/verbalsubstantiv": "NOMINALISATION",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One draft whose problems are listed, and what klartekst found in it.

    `wrong` are the findings that overlap no problem, `neither` those on borderline ones alone.
    """

    draft: MarkedDraft
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    wrong: tuple[Finding, ...]
    neither: tuple[Finding, ...]

    @property
    def counted(self) -> tuple[Finding, ...]:
        """The findings that are either right or wrong."""
        return tuple(finding for finding in self.findings if finding not in self.neither)


def figures(part: Part) -> list[Figure]:
    """All figures of a part, the ones that are pinned first."""
    judged = list(judgements(part))
    return [
        *ranked(rankings(part)),
        *levels(part),
        *found(judged),
        *right(judged),
        *plain_releases(part),
        *lix_by_hand(part),
        *found_by_kind(judged),
        *right_by_rule(judged),
    ]


def misses(part: Part) -> Iterator[str]:
    """Wrong ranks and levels, problems not found, and findings that are wrong, one line each."""
    yield from misranked(rankings(part))
    for draft in part.drafts:
        wanted, given, clarity = level_wanted(draft), *level_given(part, draft)
        if wanted and wanted != given:
            yield f"{draft.id}  level: {given} (clarity {clarity}), an editor says {wanted}"
    for judgement in judgements(part):
        draft = judgement.draft
        for problem in judgement.problems:
            if not problem.optional and not overlapping(problem.span, judgement.findings):
                yield part.line(draft, f"missed: {problem.kind}", problem.span)
        for finding in judgement.wrong:
            yield part.line(draft, f"in vain: {finding.rule}", finding.span)
    for draft in plain_drafts(part):
        result = part.lint(draft)
        if result.verdict is not Verdict.READY:
            for finding in result.findings:
                yield part.line(
                    draft, f"not ready: {finding.severity} {finding.rule}", finding.span
                )


def judgements(part: Part) -> Iterator[Judgement]:
    """What was found in each draft whose problems are listed."""
    for draft in part.drafts:
        if draft.annotation.problems is not None:
            yield judge(draft, language_findings(part, draft))


def language_findings(part: Part, draft: MarkedDraft) -> list[Finding]:
    """The findings of klarsprak in a draft."""
    return [each for each in part.lint(draft).findings if each.category is Category.KLARSPRAK]


def judge(draft: MarkedDraft, findings: Sequence[Finding]) -> Judgement:
    """Language findings against the problems of a draft."""
    problems = draft.annotation.problems or ()
    wrong = outside([problem.span for problem in problems], findings)
    unsure = outside([problem.span for problem in problems if not problem.optional], findings)
    neither = tuple(finding for finding in unsure if finding not in wrong)
    return Judgement(draft, tuple(findings), problems, wrong, neither)


def level_wanted(draft: MarkedDraft) -> Level | None:
    """The level that an editor gave."""
    level = draft.annotation.level
    return _LEVELS[level] if level else None


def level_given(part: Part, draft: MarkedDraft) -> tuple[Level | None, int | None]:
    """The level and the clarity that klartekst gives; None without running text."""
    measures = part.lint(draft).measures
    return (measures.level, measures.clarity) if measures else (None, None)


def levels(part: Part) -> Iterator[Figure]:
    """How many levels are the editor's, of all and of each."""
    outcomes: dict[Level, list[bool]] = defaultdict(list)
    for draft in part.drafts:
        if wanted := level_wanted(draft):
            outcomes[wanted].append(level_given(part, draft)[0] == wanted)
    everything = share_of(outcome for some in outcomes.values() for outcome in some)
    yield from percentage("levels right", everything, "higher")
    for level in sorted(outcomes):
        share = share_of(outcomes[level])
        yield from percentage(f"levels right: {level}", share, "higher", pinned=False)


def found(judged: Sequence[Judgement]) -> Iterator[Figure]:
    """How many problems were found; borderline ones are not counted."""
    share = share_of(
        bool(overlapping(problem.span, judgement.findings))
        for judgement in judged
        for problem in judgement.problems
        if not problem.optional
    )
    yield from percentage("problems found", share, "higher")


def found_by_kind(judged: Sequence[Judgement]) -> Iterator[Figure]:
    """How many problems of each kind were found at all, and by a rule of that kind."""
    total: Counter[ProblemKind] = Counter()
    at_all: dict[ProblemKind, list[bool]] = defaultdict(list)
    as_such: dict[ProblemKind, list[bool]] = defaultdict(list)
    for judgement in judged:
        for problem in judgement.problems:
            if not problem.optional:
                there = overlapping(problem.span, judgement.findings)
                total[problem.kind] += 1
                at_all[problem.kind].append(bool(there))
                as_such[problem.kind].append(
                    any(KINDS.get(finding.rule) == problem.kind for finding in there)
                )
    for kind in sorted(total):
        yield from percentage(f"found: {kind}", share_of(at_all[kind]), "higher", pinned=False)
        share = share_of(as_such[kind])
        yield from percentage(f"found as such: {kind}", share, "higher", pinned=False)


def right(judged: Sequence[Judgement]) -> Iterator[Figure]:
    """How many findings are right."""
    share = share_of(
        finding not in judgement.wrong for judgement in judged for finding in judgement.counted
    )
    yield from percentage("findings right", share, "higher")


def right_by_rule(judged: Sequence[Judgement]) -> Iterator[Figure]:
    """How many findings of each rule are right."""
    outcomes: dict[str, list[bool]] = defaultdict(list)
    for judgement in judged:
        for finding in judgement.counted:
            outcomes[finding.rule].append(finding not in judgement.wrong)
    for rule in sorted(outcomes):
        yield from percentage(f"right: {rule}", share_of(outcomes[rule]), "higher", pinned=False)


def plain_drafts(part: Part) -> list[MarkedDraft]:
    """The drafts that are wholly in order and easy to read."""
    return [draft for draft in part.drafts if draft.clean and draft.annotation.level == "easy"]


def plain_releases(part: Part) -> Iterator[Figure]:
    """How many drafts that are in order and easy to read come out ready.

    Beside it stands how many would, if nothing but language were checked.
    """
    drafts = plain_drafts(part)
    share = share_of(part.lint(draft).verdict is Verdict.READY for draft in drafts)
    yield from percentage("clean, plain drafts ready", share, "higher")
    share = share_of(
        verdict_of(language_findings(part, draft)) is Verdict.READY for draft in drafts
    )
    yield from percentage("clean, plain drafts ready, language alone", share, "higher")
