"""The command: what it refuses, and that the figures are no worse than pinned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpora import evaluate
from corpora.scoring import Figure


@pytest.mark.parametrize("options", [["--held-out", "--misses"], ["--check", "--held-out"]])
def test_held_out_drafts_are_only_measured(options: list[str]) -> None:
    """Who looks into them has nothing left to measure with, and pins are for both parts."""
    assert CliRunner().invoke(evaluate.main, options).exit_code == 2


def test_pins_move_towards_the_better_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless it is said that a step back is meant."""
    path = tmp_path / "floors.json"
    monkeypatch.setattr(evaluate, "_FLOORS", path)

    def measured(value: float) -> evaluate.Measured:
        return {"budskap": {"dev": [Figure("found", value, "", "higher")]}}

    assert evaluate.move_pins(measured(50.0), lax=False) == []
    assert evaluate.worse(measured(50.0)) == []
    assert len(evaluate.worse(measured(49.0))) == 1
    assert len(evaluate.move_pins(measured(49.0), lax=False)) == 1
    assert json.loads(path.read_text())["budskap"]["dev"]["found"] == 50.0
    assert evaluate.move_pins(measured(49.0), lax=True) == []
    assert evaluate.worse(measured(49.0)) == []


def test_other_peoples_words_are_shown_on_a_terminal_alone(tmp_path: Path) -> None:
    """A file of drafts may hold anything; output that is piped tells places only."""
    text = "Hei Randi\n\nSaken gjelder Ahmad Sørbø-Warsame.\n"
    start = text.index("Ahmad")
    path = tmp_path / "drafts.jsonl"
    line = {"id": "x1", "lang": "nb", "kind": "media_reply", "text": text, "clean": False}
    mark = {"start": start, "end": start + 21, "type": "PERSON", "status": "official"}
    unseen = {"start": 0, "end": 3, "type": "AGE", "status": "private"}
    path.write_text(json.dumps(line | {"personal": [unseen, mark], "traps": []}), encoding="utf-8")
    result = CliRunner().invoke(evaluate.main, ["--jsonl", str(path), "--misses"])
    assert result.exit_code == 0
    assert "x1  missed: AGE at 0" in result.output
    assert "Warsame" not in result.output


def test_a_subject_that_is_not_measured_keeps_its_pins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--subject X --update-floors` leaves the others alone."""
    path = tmp_path / "floors.json"
    path.write_text('{"personvern": {"dev": {"found": 90.0}}}', encoding="utf-8")
    monkeypatch.setattr(evaluate, "_FLOORS", path)
    evaluate.move_pins({"budskap": {"dev": [Figure("found", 50.0, "", "higher")]}}, lax=False)
    floors = json.loads(path.read_text())
    assert floors == {"personvern": {"dev": {"found": 90.0}}, "budskap": {"dev": {"found": 50.0}}}


@pytest.mark.slow
def test_no_figure_is_worse_than_pinned() -> None:
    """`--check` on both parts; lower a pin with --update-floors --allow-regression."""
    result = CliRunner().invoke(evaluate.main, ["--check"])
    assert result.exit_code == 0, result.output
