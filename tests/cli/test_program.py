"""The program as a process: quick to start, and Norwegian."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m klartekst`."""
    return subprocess.run(
        [sys.executable, "-m", "klartekst", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )


@pytest.mark.parametrize("command", [[], ["check"], ["explain"], ["rules"]])
def test_help_is_norwegian_in_any_locale(command: list[str]) -> None:
    """Click's own words are translated."""
    result = run(*command, "--help", LANG="en_US.UTF-8", LANGUAGE="en")
    assert result.returncode == 0
    assert "Bruk: klartekst" in result.stdout
    assert not {"Usage", "Options", "Show", "exit"} & set(result.stdout.replace(":", " ").split())


def test_wrong_usage_is_told_in_norwegian() -> None:
    """With exit code 2."""
    result = run("check", "--formt", "json", "a.md")
    assert result.returncode == 2
    assert "Valget --formt finnes ikke" in result.stderr


def test_help_loads_nothing_heavy() -> None:
    """Neither spaCy, Presidio nor pydantic."""
    code = (
        "import sys; from klartekst.cli import cli; cli(['--help'], standalone_mode=False); "
        "print({'spacy', 'presidio_analyzer', 'pydantic', 'lxml', 'docx'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert result.stdout.strip().endswith("set()")


def test_exit_code_and_output_reach_the_caller() -> None:
    """The process ends at once, but not before all is said."""
    draft = b"F\xc3\xb8dselsnummer 05818712490 st\xc3\xa5r her."
    result = subprocess.run(
        [sys.executable, "-m", "klartekst", "check", "-", "--format", "json"],
        input=draft,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 3
    assert json.loads(result.stdout)["documents"][0]["verdict"] == "stop"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no disk that is always full")
def test_report_that_cannot_be_written_is_no_pass() -> None:
    """A full disk fails closed."""
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "klartekst", "rules"],
            stdout=full,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    assert result.returncode != 0
