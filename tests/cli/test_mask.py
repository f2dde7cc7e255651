"""`klartekst mask` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from klartekst.cli import cli
from klartekst.pipeline import Pipeline

# Of the Tenor test series, which nobody holds.
NUMBER = "05818712490"


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> None:
    """A folder with one draft, and the pipeline loaded once for all."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("klartekst.linter.load_pipeline", lambda *_: pipeline)
    Path("utkast.md").write_text(f"Fødselsnummer {NUMBER} står her.\n", encoding="utf-8")


def run(*arguments: str) -> Result:
    """Run the command; no traceback ever."""
    result = CliRunner().invoke(cli, ["mask", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_to_the_screen() -> None:
    """The copy and nothing else."""
    result = run("utkast.md")
    assert (result.exit_code, result.stdout) == (0, "Fødselsnummer [fødselsnummer] står her.\n")


def test_to_a_file() -> None:
    """The draft itself is untouched."""
    assert run("utkast.md", "--output", "kopi.md").exit_code == 0
    assert NUMBER not in Path("kopi.md").read_text(encoding="utf-8")
    assert NUMBER in Path("utkast.md").read_text(encoding="utf-8")


def test_no_file_is_overwritten() -> None:
    """Least of all the draft."""
    result = run("utkast.md", "--output", "utkast.md")
    assert result.exit_code == 4
    assert "finnes fra før" in result.stderr
    assert NUMBER in Path("utkast.md").read_text(encoding="utf-8")


def test_missing_draft() -> None:
    """One line, exit code 4."""
    result = run("finnes-ikke.md")
    assert result.exit_code == 4
    assert len(result.output.strip().splitlines()) == 1
