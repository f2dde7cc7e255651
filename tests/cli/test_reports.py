"""`klartekst check --format`, `-o` and `--baseline` as a user runs them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from klartekst.cli import cli
from klartekst.cli.reports import FORMATS, in_code_page
from klartekst.outcome import ExitCode
from klartekst.pipeline import Pipeline

LEAK = "# Flytting\n\nSaken gjelder fødselsnummer 058187 12490, og vi skal erverve tomta.\n"


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> Path:
    """A folder with one draft, and the pipeline loaded once for all."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("klartekst.linter.load_pipeline", lambda *_: pipeline)
    Path("a.md").write_text(LEAK, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    """Run the command; no traceback ever."""
    result = CliRunner().invoke(cli, ["check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_to_screen_and_file(name: str) -> None:
    """The same report, without the secret, and with the same exit code."""
    shown = run("a.md", "--format", name)
    written = run("a.md", "--format", name, "-o", "rapport")
    assert shown.exit_code == written.exit_code == ExitCode.CONFIDENTIAL
    report = Path("rapport").read_bytes().decode()
    assert "12490" not in report + shown.output
    assert shown.stdout.strip() == report.replace("\r\n", "\n").strip()
    assert written.stdout == ""


@pytest.mark.parametrize("option", ["-o", "--write-baseline"])
def test_draft_is_never_written_over(option: str) -> None:
    """By its name, by another way to it, or as one of a folder; nor is its brief."""
    Path("a.budskap.toml").write_text("", encoding="utf-8")
    Path("annet").mkdir()
    os.link("a.md", "annet/lenke.txt")
    for target in ("a.md", "annet/../a.md", "annet/lenke.txt", "a.budskap.toml"):
        before = Path(target).read_bytes()
        assert run("a.md", option, target).exit_code == ExitCode.USAGE
        assert run(".", option, target).exit_code == ExitCode.USAGE
        assert Path(target).read_bytes() == before


def test_file_that_cannot_be_written_is_no_pass() -> None:
    """Exit code 4."""
    result = run("a.md", "-o", "finnes-ikke/rapport.html")
    assert result.exit_code == ExitCode.UNCHECKED
    assert "kan ikke skrives" in result.output


def test_secrets_are_not_written_to_files() -> None:
    """`--show-secrets` is for a terminal."""
    assert run("a.md", "--show-secrets", "-o", "rapport").exit_code == ExitCode.USAGE


def test_baseline_from_writing_to_using() -> None:
    """Known findings pass, new ones stop."""
    assert run("a.md", "--write-baseline", "g.json").exit_code == ExitCode.CONFIDENTIAL
    known = run("a.md", "--baseline", "g.json")
    assert known.exit_code == ExitCode.READY
    assert "kjente funn er utelatt" in known.output
    Path("a.md").write_text(f"{LEAK}\n{LEAK}", encoding="utf-8")
    assert run("a.md", "--baseline", "g.json").exit_code == ExitCode.CONFIDENTIAL


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff"])
def test_broken_baseline_fails_closed(content: bytes | None) -> None:
    """Exit code 4, in JSON too."""
    if content is not None:
        Path("g.json").write_bytes(content)
    result = run("a.md", "--baseline", "g.json", "--format", "json")
    assert result.exit_code == ExitCode.UNCHECKED
    assert json.loads(result.stdout)["documents"][0]["verdict"] == "unchecked"


def test_other_file_is_not_taken_for_a_baseline() -> None:
    """`--write-baseline` renews a baseline and destroys nothing else."""
    Path("viktig.txt").write_text("viktig", encoding="utf-8")
    assert run("a.md", "--write-baseline", "viktig.txt").exit_code == ExitCode.UNCHECKED
    assert Path("viktig.txt").read_text(encoding="utf-8") == "viktig"


@pytest.mark.parametrize("code_page", ["cp1252", "cp865", "ascii"])
def test_code_page_of_windows_can_say_it(code_page: str) -> None:
    """With plainer signs, never an error."""
    shown = in_code_page("✓ ██ «Blåbær» … – 😀", code_page)
    assert shown.encode(code_page)
    assert in_code_page("Blåbær", "cp1252") == "Blåbær"
