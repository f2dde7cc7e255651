"""`klartekst facts` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from klartekst.cli import cli
from klartekst.outcome import ExitCode
from klartekst.pipeline import Pipeline

TEXT = "# Vi bygger 24 boliger\n\nEleven Jonas Berntsen ringte fra 68 05 99 99.\n"


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> None:
    """A folder with a draft, and the pipeline loaded once for all."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("klartekst.linter.load_pipeline", lambda *_: pipeline)
    Path("a.md").write_text(TEXT, encoding="utf-8")


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """Run the command; no traceback ever."""
    result = CliRunner().invoke(cli, ["facts", *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_text() -> None:
    """On the terminal, masked."""
    result = run("a.md")
    assert result.exit_code == ExitCode.READY
    assert "☐ 24 boliger" in result.output
    assert "Jonas" not in result.output


def test_ignored_rules_mask_all_the_same() -> None:
    """A config that does not want to hear of names does not publish them either."""
    Path("klartekst.toml").write_text('ignore = ["personvern"]', encoding="utf-8")
    assert "Jonas" not in run("a.md").output


@pytest.mark.parametrize(("name", "start"), [("a.docx", b"PK"), ("ut.md", b"# Sjekkliste")])
def test_format_by_the_name_of_the_file(name: str, start: bytes) -> None:
    """Word or Markdown, without asking for it."""
    assert run("a.md", "-o", name).exit_code == ExitCode.READY
    assert Path(name).read_bytes().startswith(start)


def test_word_needs_a_file() -> None:
    """Bytes are not for a terminal."""
    assert run("a.md", "--format", "docx").exit_code == ExitCode.USAGE


def test_nothing_is_overwritten() -> None:
    """It says so, and ends with 4."""
    Path("ut.txt").write_text("mitt", encoding="utf-8")
    result = run("a.md", "-o", "ut.txt")
    assert result.exit_code == ExitCode.UNCHECKED
    assert "finnes fra før" in result.output
    assert Path("ut.txt").read_text(encoding="utf-8") == "mitt"


def test_secrets_only_on_a_terminal() -> None:
    """Never in a file or a pipe."""
    assert run("a.md", "--show-secrets").exit_code == ExitCode.USAGE
    assert run("a.md", "--show-secrets", "-o", "ut.txt").exit_code == ExitCode.USAGE
    assert not Path("ut.txt").exists()


def test_brief_beside_the_draft() -> None:
    """Its sources stand beside."""
    Path("a.budskap.toml").write_text(
        '[[fakta]]\ntekst = "24 boliger"\nkilde = "sak 12/26"', encoding="utf-8"
    )
    assert "kilde: sak 12/26" in run("a.md").output


@pytest.mark.parametrize("arguments", [("nei.md",), ("a.md", "--brief", "nei.toml")])
def test_what_cannot_be_read(arguments: tuple[str, ...]) -> None:
    """One line, exit code 4."""
    result = run(*arguments)
    assert result.exit_code == ExitCode.UNCHECKED
    assert len(result.output.strip().splitlines()) == 1


def test_standard_input() -> None:
    """`-`."""
    assert "24 boliger" in run("-", stdin=TEXT.encode()).output
