"""The program as a process: quick to start, and Norwegian."""

from __future__ import annotations

import os
import subprocess
import sys

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
