"""The JSON contract."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import jsonschema
import pytest

from klartekst.linter import Linter
from klartekst.model import Measures, Result
from klartekst.reporters.json import SCHEMA, to_json
from tests.reporters.samples import READY, STOPPED, UNREADABLE

CONTRACT: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(CONTRACT)


def report(*results: Result) -> dict[str, Any]:
    """The report as a reader of it has it."""
    parsed: dict[str, Any] = json.loads(to_json(results, "nb_klartekst_sm 0.1.0"))
    return parsed


def test_schema_is_a_schema() -> None:
    """The contract itself is well formed."""
    jsonschema.Draft202012Validator.check_schema(CONTRACT)


def test_samples_are_valid() -> None:
    """Findings, no findings, and an error."""
    VALIDATOR.validate(report(STOPPED, READY, UNREADABLE))


def test_real_result_is_valid(linter: Linter) -> None:
    """What the whole program makes."""
    VALIDATOR.validate(report(linter.lint(b"Ring Kari Nordmann, 68 05 12 34.", "a.txt")))


def test_no_drafts_is_valid() -> None:
    """An empty run has no documents."""
    VALIDATOR.validate(report())


def test_findings_beside_an_error_are_invalid() -> None:
    """Never both."""
    both = report(STOPPED)
    both["documents"][0]["error"] = "noe gikk galt"
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(both)


def test_unknown_key_is_invalid() -> None:
    """The schema is exact."""
    extra = report(READY)
    extra["documents"][0]["extra"] = 1
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(extra)


def test_every_measure_is_told() -> None:
    """The schema demands all that the record has."""
    assert set(CONTRACT["$defs"]["measures"]["required"]) == {
        field.name for field in fields(Measures)
    }


def test_norwegian_letters_are_readable() -> None:
    """No escapes."""
    assert "Brua åpner" in to_json([STOPPED], "nb")
