"""The arithmetic of recall, false alarms and verdicts, on findings made by hand."""

from __future__ import annotations

import pytest

from corpora.marking import MarkedDraft
from corpora.privacy import figures_of, judge
from corpora.scoring import Share, per_thousand_words, percentage
from klartekst.model import Category, Finding, Severity
from tests.corpora.handmade import draft_of, finding_on, result_of

LEAK = (
    "Elev [[PERSON private|Kari Lind]] ([[AGE private|14]]) har [[HEALTH private|ADHD]], "
    "sier rektor [[PERSON official|Per Vik]] i [[trap: a street|Olav Duuns gate]]. "
    "[[point: claimed consent|Mor har samtykket.]] Skolen har ni klasser."
)
CALM = "Rektor [[PERSON official|Per Vik]] ved [[trap: a place|Karimoen]] skole."


def measured(draft: MarkedDraft, *findings: Finding) -> dict[str, float]:
    """The figures of one draft, by name."""
    return {
        figure.name: figure.value for figure in figures_of([judge(draft, result_of(*findings))])
    }


def test_direct_and_indirect_are_counted_apart() -> None:
    """A name is found, and one of two signals."""
    draft = draft_of(LEAK)
    found = measured(draft, finding_on(draft, "Kari Lind"), finding_on(draft, "ADHD"))
    assert found["direct identifiers found"] == 100
    assert found["indirect signals found"] == 50
    assert found["found: AGE"] == 0
    assert found["found: HEALTH"] == 100


@pytest.mark.parametrize("words", ["Elev Kari", "Lind (14) har ADHD", "ari", "Kari Lind"])
def test_overlap_is_enough(words: str) -> None:
    """The boundaries of a finding are no matter."""
    draft = draft_of(LEAK)
    assert measured(draft, finding_on(draft, words))["direct identifiers found"] == 100


def test_a_finding_right_beside_is_no_hit() -> None:
    """Spans are half-open."""
    draft = draft_of(LEAK)
    found = measured(draft, finding_on(draft, "Elev "))
    assert found["direct identifiers found"] == 0


def test_the_type_of_the_finding_does_not_matter() -> None:
    """A draft is saved whatever the leak is called."""
    draft = draft_of(LEAK)
    found = measured(draft, finding_on(draft, "Kari", entity=None, category=Category.TAUSHETSPLIKT))
    assert found["found: PERSON"] == 100


def test_plain_language_never_finds_personal_data() -> None:
    """Other categories are neither hits nor false alarms."""
    draft = draft_of(LEAK)
    found = measured(draft, finding_on(draft, "Kari Lind", category=Category.KLARSPRAK))
    assert found["direct identifiers found"] == 0
    assert found["spurious findings, all drafts"] == 0


def test_an_official_is_raised_by_a_warning_and_stopped_by_an_error() -> None:
    """Both are counted, with different ceilings."""
    draft = draft_of(CALM)
    warned = measured(draft, finding_on(draft, "Per Vik", Severity.WARNING))
    assert (warned["officials stopped"], warned["officials raised at all"]) == (0, 100)
    assert warned["harmless drafts stopped"] == 0
    stopped = measured(draft, finding_on(draft, "Vik"))
    assert (stopped["officials stopped"], stopped["officials raised at all"]) == (100, 100)
    assert stopped["harmless drafts stopped"] == 100


def test_a_trap_that_is_hit_is_a_spurious_finding_too() -> None:
    """It overlaps no personal data."""
    draft = draft_of(CALM)
    found = measured(draft, finding_on(draft, "Karimoen"))
    assert found["traps hit"] == 100
    assert found["spurious findings, harmless drafts"] == 166.67  # one in six words


def test_a_finding_on_an_official_is_not_spurious() -> None:
    """It is counted among the officials, once."""
    draft = draft_of(CALM)
    found = measured(draft, finding_on(draft, "Per Vik"))
    assert found["spurious findings, all drafts"] == 0


def test_a_point_may_be_raised_and_is_counted() -> None:
    """A remark on confidentiality where one is due is no false alarm."""
    draft = draft_of(LEAK)
    raised = finding_on(draft, "samtykket", Severity.WARNING, Category.TAUSHETSPLIKT, None)
    found = measured(draft, raised)
    assert found["confidentiality points raised"] == 100
    assert found["spurious findings, all drafts"] == 0
    assert found["right: taushetsplikt/rule"] == 100
    assert measured(draft)["confidentiality points raised"] == 0


def test_precision_counts_what_lies_on_something_private() -> None:
    """An official and a plain word are wrong, whatever else they are."""
    draft = draft_of(LEAK)
    words = ("Kari Lind", "Per Vik", "klasser", "14")
    found = measured(draft, *(finding_on(draft, each) for each in words))
    assert found["right: PERSON"] == 50


def test_a_leaking_draft_should_be_stopped() -> None:
    """A warning alone does not stop it."""
    draft = draft_of(LEAK)
    warned = measured(draft, finding_on(draft, "Kari", Severity.WARNING))
    assert warned["leaking drafts stopped"] == 0
    assert measured(draft, finding_on(draft, "Kari"))["leaking drafts stopped"] == 100


def test_nothing_to_count_gives_no_figure() -> None:
    """Neither 0 nor 100 per cent of nothing."""
    found = measured(draft_of(CALM))
    assert "direct identifiers found" not in found
    assert "clean drafts ready, all rules" not in found
    assert list(percentage("x", Share(0, 0), "higher")) == []
    assert list(per_thousand_words("x", 0, 0)) == []
