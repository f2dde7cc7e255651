"""What was known before is not told again, and nothing else is kept back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartekst.baseline import (
    Baseline,
    document_key,
    dump_baseline,
    load_baseline,
    new_baseline,
    only_new,
)
from klartekst.errors import SettingsError
from klartekst.linter import Linter
from klartekst.model import Result, Verdict

# Of the Tenor test series, which nobody holds.
NUMBER, OTHER_NUMBER = "05818712490", "05818712571"
DRAFT = f"Kommunen skal erverve tomta.\n\nKari Nordmann har fødselsnummer {NUMBER}."


def lint(linter: Linter, text: str, baseline: Baseline, name: str = "a.txt") -> Result:
    """A result whose findings can be known again."""
    return linter.lint(text.encode(), name, fingerprint=baseline.fingerprint, with_passages=True)


def known_of(tmp_path: Path, result: Result, baseline: Baseline) -> Baseline:
    """The baseline that the result leaves, written and read."""
    path = tmp_path / "grunnlinje.json"
    path.write_text(dump_baseline(baseline, [result], tmp_path), encoding="utf-8")
    return load_baseline(path)


def rules(result: Result) -> list[str]:
    """What is told of."""
    return [finding.rule for finding in result.findings]


def test_same_draft_has_nothing_new(tmp_path: Path, linter: Linter) -> None:
    """Also when all has moved down; how much was left out is told."""
    first = lint(linter, DRAFT, new_baseline())
    baseline = new_baseline()
    baseline = known_of(tmp_path, lint(linter, DRAFT, baseline), baseline)
    again = only_new(lint(linter, f"Hei igjen.\n\n{DRAFT}", baseline), baseline, tmp_path)
    assert first.findings
    assert not [rule for rule in rules(again) if rule in rules(first)]
    assert again.known == len(first.findings)


def test_other_secret_of_the_same_shape_is_new(tmp_path: Path, linter: Linter) -> None:
    """A mask looks alike for two numbers; the gate must not take the one for the other."""
    baseline = new_baseline()
    baseline = known_of(tmp_path, lint(linter, DRAFT, baseline), baseline)
    text = DRAFT.replace(NUMBER, OTHER_NUMBER)
    other = only_new(lint(linter, text, baseline), baseline, tmp_path)
    assert "personvern/fodselsnummer" in rules(other)
    assert other.verdict is Verdict.STOP


def test_one_more_of_the_same_is_new(tmp_path: Path, linter: Linter) -> None:
    """Known findings are counted."""
    baseline = new_baseline()
    baseline = known_of(tmp_path, lint(linter, DRAFT, baseline), baseline)
    text = f"{DRAFT}\n\nHun sier at de ikke skal erverve skogen."
    more = only_new(lint(linter, text, baseline), baseline, tmp_path)
    assert rules(more).count("klarsprak/kanselliord") == 1


def test_other_document_is_not_known(tmp_path: Path, linter: Linter) -> None:
    """The same words elsewhere are new."""
    baseline = new_baseline()
    baseline = known_of(tmp_path, lint(linter, DRAFT, baseline), baseline)
    other = lint(linter, DRAFT, baseline, name="b.txt")
    assert only_new(other, baseline, tmp_path) == other


def test_marked_text_points_at_what_is_left(tmp_path: Path, linter: Linter) -> None:
    """Numbers in the passages follow the findings."""
    baseline = new_baseline()
    baseline = known_of(tmp_path, lint(linter, DRAFT, baseline), baseline)
    text = DRAFT.replace("erverve", "fremskaffe og erverve")
    result = only_new(lint(linter, f"{text}\n\nFrist: påbegynne.", baseline), baseline, tmp_path)
    marked = {
        index: stretch.text
        for passage in result.passages
        for stretch in passage.stretches
        for index in stretch.findings
    }
    assert set(marked) == set(range(len(result.findings)))


def test_file_holds_no_words(tmp_path: Path, linter: Linter) -> None:
    """Neither secret ones nor others, nor the same fingerprint twice for two salts."""
    texts = [
        dump_baseline(b, [lint(linter, DRAFT, b)], tmp_path)
        for b in (new_baseline(), new_baseline())
    ]
    for text in texts:
        assert not [word for word in ("Nordmann", NUMBER, "erverve") if word in text]
    prints = [{known["fingerprint"] for known in json.loads(text)["known"]} for text in texts]
    assert not prints[0] & prints[1]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "salt": "00", "known": []}',
        '{"version": 1, "salt": "xx", "known": []}',
        '{"version": 1, "salt": "00", "known": []}',
        '{"version": 1, "salt": "00112233445566778899aabbccddeeff", "known": [{}]}',
        '{"version": 1, "salt": "00112233445566778899aabbccddeeff", "known": 3}',
        '{"version": 1, "salt": "00112233445566778899aabbccddeeff", "knwon": []}',
        '{"version": 1, "salt": "00112233445566778899aabbccddeeff", "known": [{"document": "a", '
        '"rule": "b", "fingerprint": "c", "count": 0}]}',
    ],
)
def test_broken_file_is_refused(tmp_path: Path, content: str) -> None:
    """A gate must not pass what it could not compare."""
    path = tmp_path / "grunnlinje.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError):
        load_baseline(path)


@given(st.binary(max_size=60))
def test_any_bytes_are_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """With one line, whatever they are."""
    path = tmp_path_factory.mktemp("g") / "grunnlinje.json"
    path.write_bytes(data)
    with pytest.raises(SettingsError):
        load_baseline(path)


def test_document_is_known_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name counts from the baseline, not from where the run stands."""
    (tmp_path / "utkast").mkdir()
    monkeypatch.chdir(tmp_path)
    here = document_key("utkast/a.md", Path())
    monkeypatch.chdir(tmp_path / "utkast")
    assert document_key("a.md", Path("..")) == here == "utkast/a.md"
