"""A clause has a finite verb of its own."""

from __future__ import annotations

import pytest

from klartekst.checks.signals.clauses import clauses_of
from klartekst.checks.wording.reading import read_draft
from klartekst.pipeline import Pipeline
from tests.checks.signals.test_signals import draft


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Eleven har ADHD og bor i fosterhjem.", ["Eleven har ADHD", "og bor i fosterhjem."]),
        ("Hun sluttet fordi moren ble syk.", ["Hun sluttet", "fordi moren ble syk."]),
        ("Jenta, gutten og læreren gikk hjem.", ["Jenta, gutten og læreren gikk hjem."]),
        ("Ingen svar.", ["Ingen svar."]),
    ],
)
def test_clauses(text: str, clauses: list[str], pipeline: Pipeline) -> None:
    """Cut where both sides have a verb, so that a list of people stays whole."""
    reading = read_draft(draft(pipeline, text))
    found = [reading.tokens[one.start : one.end].text.strip() for one in clauses_of(reading)]
    assert found[-len(clauses) :] == clauses


def test_together_they_are_the_text(pipeline: Pipeline) -> None:
    """No word is left out or twice in a clause."""
    reading = read_draft(draft(pipeline, "Hun gikk, og han kom. Ingen så dem da de dro."))
    ends = [0, *(clause.end for clause in clauses_of(reading))]
    assert [clause.start for clause in clauses_of(reading)] == ends[:-1]
    assert ends[-1] == len(reading.tokens)
