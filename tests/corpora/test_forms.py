"""How faults of form are counted."""

from __future__ import annotations

from corpora.forms import Answer, figures_of


def test_counts() -> None:
    """A fault found, one missed, one false alarm, and a faultless draft with an alarm."""
    one = Answer("a", frozenset({"form/dato", "form/sitat"}), frozenset({"form/dato"}))
    other = Answer("b", frozenset(), frozenset({"form/tittel"}))
    found = {figure.name: figure.value for figure in figures_of([one, other])}
    assert found == {
        "planted faults found": 50.0,
        "findings right": 50.0,
        "faultless drafts left in peace": 0.0,
    }
