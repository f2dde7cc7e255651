"""What happens to findings before they are shown."""

from __future__ import annotations

from dataclasses import replace

from klartekst.filters import drop_nested, drop_repeats, set_severity, sort
from klartekst.model import Category, Config, Finding, Place, Severity, Span

CONFIG = Config()
FINDING = Finding(
    rule="klarsprak/kanselliord",
    category=Category.KLARSPRAK,
    severity=Severity.WARNING,
    span=Span(10, 30),
    place=Place(1, 11, "avsnitt 1"),
    excerpt="x",
    message="x",
    suggestions=("y",),
)


def test_severity_of_the_config() -> None:
    """Other rules keep theirs."""
    config = Config(severity={"klarsprak/kanselliord": Severity.INFO})
    other = replace(FINDING, rule="klarsprak/passiv")
    assert [f.severity for f in set_severity([FINDING, other], config)] == ["info", "warning"]


def test_repeats_keep_the_most_certain() -> None:
    """The same said twice of one place."""
    unsure = replace(FINDING, confidence=0.5)
    assert drop_repeats([unsure, FINDING], CONFIG) == [FINDING]


def test_two_messages_at_one_place_are_no_repeats() -> None:
    """Two missing messages can be closest to the same sentence."""
    findings = [replace(FINDING, message="m1"), replace(FINDING, message="m2")]
    assert drop_repeats(findings, CONFIG) == findings


def test_word_within_a_phrase_is_dropped() -> None:
    """The advice on the whole phrase is the better one."""
    word = replace(FINDING, span=Span(10, 18), rule="klarsprak/tunge-ord")
    assert drop_nested([FINDING, word], CONFIG) == [FINDING]


def test_word_within_a_long_sentence_stays() -> None:
    """They are two faults."""
    sentence = replace(FINDING, span=Span(0, 90), suggestions=())
    assert drop_nested([sentence, FINDING], CONFIG) == [sentence, FINDING]


def test_the_gravest_comes_first() -> None:
    """Then privacy before language, then as in the text."""
    early = replace(FINDING, span=Span(0, 3))
    leak = replace(FINDING, category=Category.PERSONVERN)
    error = replace(FINDING, severity=Severity.ERROR)
    assert sort([FINDING, early, leak, error], CONFIG) == [error, leak, early, FINDING]
