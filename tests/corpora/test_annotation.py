"""Annotations beside a draft and in JSON: read, placed, and refused where they are wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpora.annotation import Problem, WantedMessage, from_sidecar
from corpora.marking import MarkingError, from_json, load
from klartekst.model import Span
from tests.corpora.handmade import HEADER

TEXT = "Saken blir vurdert, og saken blir vurdert igjen.\n"


def test_a_problem_is_where_its_words_are() -> None:
    """`nth` chooses among equal words."""
    passive = {"kind": "PASSIVE", "text": "blir vurdert"}
    fields = {"gold": True, "problems": [passive, passive | {"nth": 2, "optional": True}]}
    assert from_sidecar(fields, TEXT).problems == (
        Problem("PASSIVE", Span(6, 18)),
        Problem("PASSIVE", Span(29, 41), optional=True),
    )


def test_no_problems_differ_from_problems_not_listed() -> None:
    """Only a gold annotation says that there are none."""
    assert from_sidecar({"gold": True, "level": "easy"}, TEXT).problems == ()
    assert from_sidecar({"gold": False, "level": "easy"}, TEXT).problems is None


def test_messages_are_present_somewhere_or_absent_for_a_reason() -> None:
    """Both kinds."""
    fields = {
        "messages": [
            {"text": "a", "keywords": ["x"], "present": True, "where": "lead", "match": "verbatim"},
            {"text": "b", "present": False, "kind": "half"},
        ]
    }
    assert from_sidecar(fields, TEXT).messages == (
        WantedMessage("a", ("x",), present=True, where="lead", verbatim=True),
        WantedMessage("b", (), present=False, absent="half"),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"level": "lett"},
        {"gold": True, "problems": [{"kind": "PASSIV", "text": "blir vurdert"}]},
        {"gold": True, "problems": [{"kind": "PASSIVE", "text": "ble vurdert"}]},
        {"gold": True, "problems": [{"kind": "PASSIVE", "text": "blir vurdert", "nth": 3}]},
        {"gold": False, "problems": [{"kind": "PASSIVE", "text": "blir vurdert"}]},
        {"messages": [{"text": "a", "present": True}]},
        {"messages": [{"text": "a", "present": False, "where": "lead"}]},
        {"messages": [{"present": False}]},
    ],
)
def test_what_is_wrongly_annotated_is_refused(fields: dict[str, Any], tmp_path: Path) -> None:
    """A slip would otherwise be measured as a miss; the file is named."""
    path = tmp_path / "draft.marked"
    path.write_text(HEADER + TEXT, encoding="utf-8")
    path.with_suffix(".toml").write_text(_toml(fields), encoding="utf-8")
    with pytest.raises(MarkingError, match=r"draft\.toml"):
        load(path)


def test_json_says_the_same() -> None:
    """The same annotation with offsets."""
    line = {
        "id": "x1", "lang": "nb", "kind": "crisis", "text": TEXT, "clean": True,
        "personal": [], "traps": [], "readability_gold": True,
        "readability": {"level": "hard", "problems": [{"start": 6, "end": 18, "kind": "PASSIVE"}]},
        "messages": [{"message": "b", "keywords": [], "present": False, "where": None,
                      "absent_kind": "missing"}],
    }  # fmt: skip
    annotation = from_json(json.dumps(line)).annotation
    assert annotation.level == "hard"
    assert annotation.problems == (Problem("PASSIVE", Span(6, 18)),)
    assert annotation.messages == (WantedMessage("b", (), present=False, absent="missing"),)


def _toml(fields: dict[str, Any]) -> str:
    """These few fields as TOML: a value is written as JSON writes it."""
    tables = {key: value for key, value in fields.items() if isinstance(value, list)}
    lines = [f"{key} = {json.dumps(fields[key])}" for key in fields if key not in tables]
    for key, rows in tables.items():
        for row in rows:
            lines.append(f"[[{key}]]")
            lines += [f"{name} = {json.dumps(value)}" for name, value in row.items()]
    return "\n".join(lines)
