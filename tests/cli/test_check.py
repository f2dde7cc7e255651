"""`klartekst check` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from klartekst.cli import cli
from klartekst.linter import Linter
from klartekst.outcome import ExitCode
from klartekst.pipeline import Pipeline, load_pipeline

CLEAN = "# Biblioteket flytter\n\nFra 3. mars finner du biblioteket på rådhuset.\n"
# Of the Tenor test series, which nobody holds.
NUMBER = "058187 12490"
LEAK = f"# Flytting\n\nSaken gjelder fødselsnummer {NUMBER}.\n"
HEAVY = "# Tomta\n\nKommunen skal erverve tomta.\n"


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> Path:
    """An empty folder to work in, and the pipeline loaded once for all."""
    monkeypatch.chdir(tmp_path)
    name = "klartekst.linter.load_pipeline"
    monkeypatch.setattr(name, lambda *_: pipeline)
    return tmp_path


def write(name: str, text: str) -> str:
    """A file in the folder."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """Run the command; no traceback ever."""
    result = CliRunner().invoke(cli, ["check", *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


def documents(*arguments: str) -> list[dict[str, Any]]:
    """The documents of the JSON report."""
    parsed: list[dict[str, Any]] = json.loads(run(*arguments, "--format", "json").stdout)[
        "documents"
    ]
    return parsed


def test_ready() -> None:
    """Exit code 0."""
    result = run(write("a.md", CLEAN))
    assert result.exit_code == ExitCode.READY
    assert "KLAR" in result.output


def test_leak() -> None:
    """Exit code 3, and the number is not repeated."""
    result = run(write("a.md", LEAK))
    assert result.exit_code == ExitCode.CONFIDENTIAL
    assert "12490" not in result.output


def test_findings_below_fail_on() -> None:
    """A warning passes by default and fails when asked."""
    draft = write("a.md", HEAVY)
    assert run(draft).exit_code == ExitCode.READY
    assert run(draft, "--fail-on", "warning").exit_code == ExitCode.FINDINGS


def test_highest_code_wins() -> None:
    """Of several drafts."""
    result = run(write("a.md", CLEAN), write("b.md", LEAK), "finnes-ikke.md")
    assert result.exit_code == ExitCode.UNCHECKED


def test_missing_file_leaves_the_others() -> None:
    """Told in one line, and the rest is checked."""
    found = documents("finnes-ikke.md", write("a.md", CLEAN))
    assert [document["verdict"] for document in found] == ["unchecked", "ready"]
    assert "finnes ikke" in found[0]["error"]


def test_folder_is_walked() -> None:
    """Drafts in subfolders too; briefs are no drafts."""
    write("utkast/b.md", CLEAN)
    write("utkast/mai/a.txt", "Biblioteket flytter.\n")
    write("utkast/b.budskap.toml", "")
    assert [Path(d["name"]).name for d in documents("utkast")] == ["b.md", "a.txt"]


def test_folder_without_drafts(workplace: Path) -> None:
    """Nothing to check is an error, not a pass."""
    (workplace / "tom").mkdir()
    result = run("tom")
    assert result.exit_code == ExitCode.UNCHECKED
    assert "ingen utkast" in result.output


def test_standard_input() -> None:
    """`-`, also in Windows-1252."""
    result = run("-", stdin="Fødselsnummer 05818712490 står her.".encode("cp1252"))
    assert result.exit_code == ExitCode.CONFIDENTIAL


@pytest.mark.parametrize(
    "data", [b"", b" \n", b"\x00\x01\x02\x03" * 100, b"PK\x03\x04broken"], ids=repr
)
def test_bad_file(data: bytes) -> None:
    """One line of Norwegian, exit code 4."""
    Path("a.docx").write_bytes(data)
    result = run("a.docx")
    assert result.exit_code == ExitCode.UNCHECKED
    assert len(result.output.strip().splitlines()) == 1


def test_huge_file() -> None:
    """Refused by its size, unread."""
    with Path("stor.txt").open("wb") as file:
        file.truncate(200_000_000)
    result = run("stor.txt")
    assert result.exit_code == ExitCode.UNCHECKED
    assert "for stor" in result.output


def test_messages_of_the_command_line() -> None:
    """The first is the main message, and missing it stops."""
    result = run(write("a.md", CLEAN), "--message", "Eldre får gratis influensavaksine.")
    assert result.exit_code == ExitCode.FINDINGS
    assert "Eldre får gratis influensavaksine" in result.output


def test_message_that_is_there() -> None:
    """With its place."""
    result = run(write("a.md", CLEAN), "--message", "Biblioteket flytter til rådhuset.")
    assert result.exit_code == ExitCode.READY


def test_brief_beside_the_draft() -> None:
    """Found by name, and messages of the command line come after."""
    write("a.budskap.toml", '[[budskap]]\ntekst = "Biblioteket flytter."')
    (document,) = documents(write("a.md", CLEAN), "--message", "Det er på rådhuset.")
    assert [message["id"] for message in document["messages"]] == ["m1", "m2"]


def test_given_brief_is_used_for_all() -> None:
    """`--brief`."""
    brief = write("felles.toml", '[utspill]\nprofil = "nyhetssak"')
    found = documents(write("a.md", CLEAN), write("b.md", CLEAN), "--brief", brief)
    assert {document["profile"] for document in found} == {"nyhetssak"}


def test_bad_brief_leaves_the_others() -> None:
    """The draft it belongs to is unchecked."""
    write("a.budskap.toml", "[[budskap]")
    found = documents(write("a.md", CLEAN), write("b.md", CLEAN))
    assert [document["verdict"] for document in found] == ["unchecked", "ready"]
    assert "a.budskap.toml, linje 1" in found[0]["error"]


def test_bad_config() -> None:
    """Nothing is checked with settings that cannot be read."""
    write("klartekst.toml", "selct = []")
    result = run(write("a.md", CLEAN), write("b.md", CLEAN))
    assert result.exit_code == ExitCode.UNCHECKED
    assert "Mente du «select»?" in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_bad_rule_is_told_and_fails_closed() -> None:
    """Drafts are checked with the other rules, but the run does not count as checked."""
    write("egne/klarsprak/feil.toml", "check = 1")
    write("klartekst.toml", 'rules = ["egne"]')
    result = run(write("a.md", CLEAN))
    assert result.exit_code == ExitCode.UNCHECKED
    assert "feil.toml" in result.stderr
    assert "KLAR" in result.stdout


def test_select_and_ignore() -> None:
    """By rule and by group."""
    draft = write("a.md", LEAK)
    assert run(draft, "--ignore", "personvern/fodselsnummer").exit_code == ExitCode.READY
    assert run(draft, "--select", "klarsprak").exit_code == ExitCode.READY


def test_unknown_rule_is_wrong_usage() -> None:
    """With the likely right one."""
    result = run(write("a.md", CLEAN), "--ignore", "personvrn")
    assert result.exit_code == ExitCode.USAGE
    assert "Mente du «personvern»?" in result.output


def test_secrets_only_on_a_terminal() -> None:
    """A pipe or a log never gets them."""
    result = run(write("a.md", LEAK), "--show-secrets")
    assert result.exit_code == ExitCode.USAGE
    assert "12490" not in result.output


def test_profile() -> None:
    """`--profile` outranks the rest."""
    (document,) = documents(write("a.md", CLEAN), "--profile", "mediesvar")
    assert document["profile"] == "mediesvar"


def test_missing_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Told once, with how to get it."""
    monkeypatch.setattr("klartekst.linter.load_pipeline", load_pipeline)
    result = run(write("a.md", CLEAN), "--pipeline", "nb_finnes_ikke")
    assert result.exit_code == ExitCode.UNCHECKED
    assert "python -m spacy download nb_finnes_ikke" in result.output


def test_same_result_every_time(linter: Linter) -> None:
    """A gate must not toss coins."""
    assert linter.lint(LEAK.encode(), "a.md") == linter.lint(LEAK.encode(), "a.md")
