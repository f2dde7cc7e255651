"""`klartekst brief` as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from klartekst.brief import load_brief
from klartekst.cli import cli
from klartekst.model import Brief, BriefQuote, Fact, Forbidden, KeyMessage, Spokesperson
from klartekst.outcome import ExitCode
from klartekst.pipeline import Pipeline

INTERRUPTED = 130
ANSWERS = """Folk skal koke vannet
3
innbyggere
Kok vannet på Storøya.
Du kan dusje som vanlig.

navnet på bonden
årsaken er ikke kjent

Odd Vik
kommuneoverlege
j

nettsiden
640 husstander
vannverket

De fleste tåler dette.
Odd Vik
Odd Vik, i dag

"""


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> None:
    """An empty folder with a terminal, and the pipeline loaded once for all."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("klartekst.linter.load_pipeline", lambda *_: pipeline)
    set_terminal(monkeypatch, there=True)


def set_terminal(monkeypatch: pytest.MonkeyPatch, *, there: bool) -> None:
    """Let the command think that it talks to a person, or not."""
    # In the package, the name of the module is that of its command.
    module = sys.modules["klartekst.cli.brief"]
    monkeypatch.setattr(module, "_is_terminal", lambda: there)


def run(*arguments: str, answers: str = "") -> Result:
    """Run the command; no traceback ever."""
    result = CliRunner().invoke(cli, ["brief", *arguments], input=answers)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_all_questions_answered() -> None:
    """The brief lies beside the draft that is to be written."""
    assert run("new", "utkast.md", answers=ANSWERS).exit_code == ExitCode.READY
    assert load_brief(Path("utkast.budskap.toml")) == Brief(
        messages=(
            KeyMessage("m1", "Kok vannet på Storøya."),
            KeyMessage("m2", "Du kan dusje som vanlig."),
        ),
        spokespeople=(Spokesperson("Odd Vik", "kommuneoverlege", delegate=True),),
        forbidden=(Forbidden("navnet på bonden", "årsaken er ikke kjent"),),
        profile="krisemelding",
        readership="innbyggere",
        crisis=True,
        purpose="Folk skal koke vannet",
        channel="nettsiden",
        facts=(Fact("640 husstander", "vannverket"),),
        quotes=(BriefQuote("De fleste tåler dette.", "Odd Vik", "Odd Vik, i dag"),),
    )


def test_all_questions_skipped() -> None:
    """An empty brief is a valid one."""
    assert run("new", "utkast.md", answers="\n" * 10).exit_code == ExitCode.READY
    assert load_brief(Path("utkast.budskap.toml")) == Brief()


def test_question_mark_explains() -> None:
    """And the question is asked again."""
    result = run("new", "utkast.md", answers="?\nEt formål\n" + "\n" * 9)
    assert "Formålet med én setning" in result.output
    assert load_brief(Path("utkast.budskap.toml")).purpose == "Et formål"


def test_interrupted() -> None:
    """What is answered is kept."""
    result = run("new", "utkast.md", answers="Et formål\n")
    assert result.exit_code == INTERRUPTED
    assert "Svarene til nå er lagret" in result.output
    assert load_brief(Path("utkast.budskap.toml")) == Brief(purpose="Et formål")


def test_interrupted_before_the_first_answer() -> None:
    """Nothing is written, and it says so."""
    result = run("new", "utkast.md", answers="")
    assert result.exit_code == INTERRUPTED
    assert "Ingenting er lagret" in result.output
    assert not Path("utkast.budskap.toml").exists()


@pytest.mark.parametrize(("answer", "kept"), [("n\n", True), ("\n", True), ("j\n", False)])
def test_an_old_brief_is_only_replaced_when_asked(answer: str, kept: bool) -> None:
    """Enter means no."""
    path = Path("utkast.budskap.toml")
    path.write_text("# min\n", encoding="utf-8")
    run("new", "utkast.md", answers=answer + "\n" * 10)
    assert (path.read_text(encoding="utf-8") == "# min\n") is kept


def test_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to do instead."""
    set_terminal(monkeypatch, there=False)
    result = run("new", "utkast.md")
    assert result.exit_code == ExitCode.USAGE
    assert "--no-input" in result.output


def test_empty_template() -> None:
    """Valid as it stands, and with every # before a key taken away."""
    assert run("new", "utkast.md", "--no-input").exit_code == ExitCode.READY
    path = Path("utkast.budskap.toml")
    assert load_brief(path) == Brief()
    lines = path.read_text(encoding="utf-8").splitlines()
    keys = [line.removeprefix("# ") if "=" in line or "[[" in line else line for line in lines]
    path.write_text("\n".join(keys), encoding="utf-8")
    assert load_brief(path).messages[0].text == "Skolen åpner igjen mandag."
    assert run("new", "utkast.md", "--no-input").exit_code == ExitCode.UNCHECKED


def test_missing_folder() -> None:
    """One line, nothing made."""
    result = run("new", "nei/utkast.md", "--no-input")
    assert result.exit_code == ExitCode.UNCHECKED
    assert "finnes ikke" in result.output


def test_check_of_a_weak_brief() -> None:
    """By the draft's name, with lines, in Norwegian and as JSON."""
    Path("a.budskap.toml").write_text(
        '[[budskap]]\ntekst = "Ny barnehage"\n[[ikke_si]]\ntekst = "navnet"', encoding="utf-8"
    )
    result = run("check", "a.md")
    assert result.exit_code == ExitCode.READY
    assert "linje 2: Budskapet er et emne" in result.output
    assert run("check", "a.md", "--fail-on", "warning").exit_code == ExitCode.FINDINGS
    (brief,) = json.loads(run("check", "a.md", "--format", "json").output)["briefs"]
    assert [weakness["kind"] for weakness in brief["weaknesses"] if weakness["line"]] == [
        "budskap-uten-verb",
        "grunn-mangler",
    ]


def test_check_without_a_main_message() -> None:
    """Exit code 1."""
    Path("a.budskap.toml").touch()
    assert run("check", "a.budskap.toml").exit_code == ExitCode.FINDINGS


@pytest.mark.parametrize("name", ["nei.md", "nei.toml", "feil.toml"])
def test_check_of_what_cannot_be_read(name: str) -> None:
    """Exit code 4, and the remedy."""
    Path("feil.toml").write_text("[[budskap]", encoding="utf-8")
    result = run("check", name)
    assert result.exit_code == ExitCode.UNCHECKED
    assert "IKKE KONTROLLERT" in result.output


def wait_for_prompt(terminal: int) -> None:
    """Read what a program shows until it asks."""
    shown = b""
    while not shown.endswith(b"> "):
        shown += os.read(terminal, 1024)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_ctrl_c_on_a_real_terminal() -> None:
    """The signal itself: the answers so far are kept."""
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "klartekst", "brief", "new", "utkast.md"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  no threads here
    )
    os.close(theirs)
    wait_for_prompt(ours)
    os.write(ours, "Et formål\n".encode())
    wait_for_prompt(ours)
    # A signal just before Python begins to read is only seen at the next one.
    while program.poll() is None:
        os.write(ours, b"\x03")
        with suppress(subprocess.TimeoutExpired):
            program.wait(timeout=1)
    assert program.returncode == INTERRUPTED
    os.close(ours)
    assert load_brief(Path("utkast.budskap.toml")) == Brief(purpose="Et formål")
