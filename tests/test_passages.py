"""A draft as it may be shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from klartekst.document import Part, assemble
from klartekst.linter import Linter
from klartekst.masking import mask
from klartekst.model import Category, Finding, Match, Place, Role, Rule, Severity, Span
from klartekst.passages import passages_of

TEXT = "Kari Nordmann bor i bygda.\nRing 68 05 12 34 i dag.\nSlutt."
DOCUMENT = assemble(
    "a.txt",
    TEXT,
    [Part(Role.PARAGRAPH, (Span(0, 26),)), Part(Role.PARAGRAPH, (Span(27, 57),))],
)
LENGTH = len(DOCUMENT.text)
RULE = Rule(
    "klarsprak/x", "", "", "", "", Severity.INFO, Category.KLARSPRAK, "x", {}, (), ()
)  # fmt: skip

spans = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 30)).map(
    lambda pair: Span(pair[0], min(pair[0] + pair[1], LENGTH))
)


def found(span: Span) -> Finding:
    """A finding of those words."""
    place = Place(1, 1, "avsnitt 1")
    source = DOCUMENT.source_span(span)
    return Finding(RULE.id, RULE.category, RULE.severity, source, place, "", "")


@given(st.lists(spans, max_size=5))
def test_no_word_is_lost(marks: list[Span]) -> None:
    """However findings overlap, the stretches of a block are its words."""
    matches = [(RULE, Match(span)) for span in marks]
    passages = passages_of(DOCUMENT, matches, [found(span) for span in marks], ())
    shown = ["".join(part.text for part in passage.stretches) for passage in passages]
    assert shown == [DOCUMENT.words_of(block) for block in DOCUMENT.blocks]


@given(st.lists(spans, max_size=5))
def test_secret_is_masked_as_a_whole(marks: list[Span]) -> None:
    """Whatever else begins or ends within it."""
    name, number = Span(0, 13), Span(33, 44)
    matches = [(RULE, Match(span)) for span in marks]
    findings = [found(span) for span in marks]
    passages = passages_of(DOCUMENT, matches, findings, (name, number))
    words = [stretch.text for passage in passages for stretch in passage.stretches]
    assert {mask("Kari Nordmann"), mask("68 05 12 34")} <= set(words)
    assert "Nordmann" not in "".join(words)


def test_finding_is_told_where_its_words_are(linter: Linter) -> None:
    """By its place in the Result's findings."""
    result = linter.lint(b"Kommunen skal erverve tomta.", "a.txt", with_passages=True)
    (number,) = (i for i, found in enumerate(result.findings) if found.excerpt == "erverve")
    stretches = [part for passage in result.passages for part in passage.stretches]
    assert [part.text for part in stretches if number in part.findings] == ["erverve"]


def test_name_is_masked_where_no_rule_found_it(linter: Linter) -> None:
    """«Nordmann» alone is as telling as the first time."""
    draft = "Kari Nordmann ringte. Nordmann har fødselsnummer 05818712490."
    result = linter.lint(draft.encode(), "a.txt", with_passages=True)
    shown = "".join(part.text for passage in result.passages for part in passage.stretches)
    assert "Nordmann" not in shown
    assert "Nordmann" not in "".join(finding.excerpt for finding in result.findings)


def test_passages_only_when_asked_for(linter: Linter) -> None:
    """A Result holds no more of the draft than it must."""
    assert not linter.lint(b"Hei.", "a.txt").passages
