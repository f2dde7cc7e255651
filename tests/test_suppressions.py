"""Findings that somebody let stand: what counts, what comes back, and what is never written."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from klartekst.cli import cli
from klartekst.errors import SettingsError
from klartekst.linter import Linter
from klartekst.model import Config, Result, Verdict
from klartekst.outcome import ExitCode
from klartekst.suppressions import (
    Sidecar,
    Suppression,
    fingerprint,
    load_sidecar,
    save,
    sidecar_path,
)

NUMBER = "058187 12490"  # of the Tenor test series
RULE = "personvern/fodselsnummer"
SAID = f"Nummeret {NUMBER} er vårt eget eksempel."
OK = f"<!-- klartekst: ok {RULE} -- eksempel, ingen har nummeret (KN) -->"
SALT = "0123456789abcdef"


def checked(
    linter: Linter, text: str, name: str = "utkast.md", sidecar: Sidecar | None = None
) -> Result:
    """The result of a draft."""
    result = linter.lint(text.encode(), name, sidecar=sidecar)
    assert result.error is None
    return result


def rules(result: Result) -> set[str]:
    """The rules that found something that counts."""
    return {finding.rule for finding in result.findings}


@pytest.mark.parametrize("name", ["utkast.md", "utkast.txt"])
@pytest.mark.parametrize(
    "text", [f"{OK}\n\n{SAID}", f"# Tittel her\n\n{OK}\n\n{SAID}\n\nMer tekst."]
)
def test_next_block_may_stand(linter: Linter, name: str, text: str) -> None:
    """Where the comment stands alone."""
    result = checked(linter, text, name)
    assert RULE not in rules(result)
    assert [each.reason for each in result.suppressed] == ["eksempel, ingen har nummeret"]
    assert result.suppressed[0].who == "KN"


def test_block_around_may_stand(linter: Linter) -> None:
    """Where the comment stands in a paragraph."""
    result = checked(linter, f"Nummeret {NUMBER} {OK} er vårt eget.")
    assert RULE not in rules(result)


def test_remark_behind_the_last_words_is_about_them_alone(linter: Linter) -> None:
    """Not about the paragraph that comes after."""
    ok = "<!-- klartekst: ok personvern -- avklart (KN) -->"
    result = checked(linter, f"Vi har fest. {ok}\n\n{SAID}")
    assert RULE in rules(result)
    assert RULE not in rules(checked(linter, f"{SAID} {ok}\n\nVi har fest."))


def test_remark_that_says_nothing_is_told(linter: Linter) -> None:
    """A comment to colleagues must not hide behind the name."""
    result = checked(linter, "<!-- klartekst: husk å ringe naboen -->\n\nBrua åpner mandag.")
    assert "ikke til å forstå" in result.notes[0]


def test_numbers_in_a_reason_are_not_told(linter: Linter) -> None:
    """Reasons are shown in every report."""
    told = f"<!-- klartekst: ok {RULE} -- {NUMBER} er vår (KN) -->"
    assert NUMBER not in repr(checked(linter, f"{told}\n\n{SAID}").suppressed)


def test_rule_that_was_not_run_is_not_told_as_unused() -> None:
    """Nobody knows whether it would fit."""
    linter = Linter(Config(select=("klarsprak",)))
    assert checked(linter, f"{OK}\n\nIngenting her.").notes == ()


def test_other_blocks_are_not_about(linter: Linter) -> None:
    """Nor are those before it."""
    result = checked(linter, f"{SAID}\n\n{OK}\n\n{SAID}\n\n{SAID}")
    assert sum(finding.rule == RULE for finding in result.findings) == 2
    assert len(result.suppressed) == 1


def test_other_rules_still_count(linter: Linter) -> None:
    """A reason is for one thing."""
    other = "<!-- klartekst: ok personvern/telefon -- vårt eget nummer (KN) -->"
    assert RULE in rules(checked(linter, f"{other}\n\n{SAID}"))


def test_group_of_rules(linter: Linter) -> None:
    """All of «personvern», where somebody means that."""
    group = "<!-- klartekst: ok personvern -- eksempel (KN) -->"
    assert RULE not in rules(checked(linter, f"{group}\n\n{SAID}"))


def test_verdict_is_that_of_what_counts(linter: Linter) -> None:
    """What may stand stops nobody."""
    assert checked(linter, SAID).verdict is Verdict.STOP
    assert checked(linter, f"{OK}\n\n{SAID}").verdict is not Verdict.STOP


def test_without_a_reason_it_does_not_count(linter: Linter) -> None:
    """And that is told."""
    result = checked(linter, f"<!-- klartekst: ok {RULE} -->\n\n{SAID}")
    assert RULE in rules(result)
    assert "ingen begrunnelse" in result.notes[0]


def test_expired_one_comes_back(linter: Linter) -> None:
    """With the day it ended."""
    old = f"<!-- klartekst: ok {RULE} -- eksempel (KN, til 1.2.2020) -->"
    result = checked(linter, f"{old}\n\n{SAID}")
    assert RULE in rules(result)
    assert "gikk ut 1.2.2020" in result.notes[0]


def test_unused_one_is_told(linter: Linter) -> None:
    """So that the list stays short."""
    result = checked(linter, f"{OK}\n\nIngenting her.")
    assert "passer ikke til noe" in result.notes[0]


def test_comment_itself_is_no_finding(linter: Linter) -> None:
    """It is not a comment to colleagues, and its names are its writer's."""
    text = "<!-- klartekst: ok personvern -- Kari Vik sa ja (Ola Moe) -->\n\nBrua åpner mandag."
    assert checked(linter, text).findings == ()


def sidecar(words: str, *, until: date | None = None, rule: str = RULE) -> Sidecar:
    """A sidecar that lets some words stand."""
    mark = fingerprint(rule, words, SALT)
    return Sidecar(SALT, (Suppression((rule,), "eksempel", "KN", "fila", until, None, mark),))


def test_words_of_a_sidecar_may_stand_anywhere(linter: Linter) -> None:
    """However the text is moved about."""
    text = f"Først noe annet.\n\n{SAID}"
    assert RULE not in rules(checked(linter, text, sidecar=sidecar(NUMBER)))


def test_other_words_may_not(linter: Linter) -> None:
    """A number that was changed is another number."""
    assert RULE in rules(checked(linter, SAID, sidecar=sidecar("058187 12491")))


def test_sidecar_expires(linter: Linter) -> None:
    """The day after its last."""
    yesterday = linter.clock() - timedelta(days=1)
    assert RULE in rules(checked(linter, SAID, sidecar=sidecar(NUMBER, until=yesterday)))
    today = sidecar(NUMBER, until=linter.clock())
    assert RULE not in rules(checked(linter, SAID, sidecar=today))


def test_sidecar_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """Through the file, old entries and new."""
    path = tmp_path / "utkast.klartekst-ok.toml"
    first = sidecar(NUMBER, until=date(2030, 1, 1))
    save(path, Sidecar(SALT), first.suppressions, date(2026, 1, 1))
    save(path, load_sidecar(path), sidecar("noe annet").suppressions, date(2026, 1, 2))
    read = load_sidecar(path)
    assert [one.fingerprint for one in read.suppressions] == [
        first.suppressions[0].fingerprint,
        sidecar("noe annet").suppressions[0].fingerprint,
    ]
    assert read.suppressions[0].until == date(2030, 1, 1)


@given(st.text(min_size=4).filter(lambda text: text.strip()))
@settings(max_examples=20)
def test_fingerprint_holds_no_words(words: str) -> None:
    """It is hexadecimal digits, the same for the same words, whatever their case and spaces."""
    mark = fingerprint(RULE, words, SALT)
    assert len(mark) == 32
    assert mark == fingerprint(RULE, f"  {words}\n", SALT)
    assert mark != fingerprint("personvern/telefon", words, SALT)


NAMELESS = f"""salt = "{SALT}"
[[ok]]
rule = "{RULE}"
fingerprint = "00"
reason = "x"
who = " "
date = 2026-01-01
"""


@pytest.mark.parametrize("text", [NAMELESS, "[[", "salt = 1", 'salt = "kort"\nok = []', "ok = []"])
def test_broken_sidecar_leaves_the_draft_unchecked(tmp_path: Path, text: str) -> None:
    """A gate must not guess what was meant."""
    draft = tmp_path / "utkast.md"
    draft.write_text("Brua åpner mandag.", encoding="utf-8")
    sidecar_path(draft).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError):
        load_sidecar(sidecar_path(draft))
    outcome = CliRunner().invoke(cli, ["check", str(draft)])
    assert outcome.exit_code == ExitCode.UNCHECKED
    assert "klartekst-ok.toml" in outcome.output


@pytest.mark.slow
def test_approving_by_options(tmp_path: Path) -> None:
    """Then the gate lets the draft through, and the file holds none of its words."""
    draft = tmp_path / "utkast.md"
    draft.write_text(SAID, encoding="utf-8")
    choices = ["--rule", RULE, "--reason", "eksempel", "--who", "KN", "--until", "31.12.2999"]
    assert CliRunner().invoke(cli, ["check", str(draft)]).exit_code == ExitCode.CONFIDENTIAL
    outcome = CliRunner().invoke(cli, ["approve", str(draft), *choices])
    assert outcome.output == "Ett funn er godkjent.\n"
    assert CliRunner().invoke(cli, ["check", str(draft)]).exit_code == ExitCode.READY
    assert "12490" not in sidecar_path(draft).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ["--rule", RULE],
        ["--rule", RULE, "--reason", " ", "--who", "KN"],
        ["--rule", RULE, "--reason", "eksempel"],
        ["--rule", RULE, "--reason", "x", "--who", "KN", "--until", "i morgen"],
        ["--rule", RULE, "--reason", "x", "--who", "KN", "--until", "1.1.2020"],
        ["--rule", RULE, "--reason", f"{NUMBER} er vår", "--who", "KN"],
        [],
    ],
)
def test_approving_without_reason_or_who_is_refused(tmp_path: Path, options: list[str]) -> None:
    """And so is a day that is none, and asking where nobody can answer."""
    draft = tmp_path / "utkast.md"
    draft.write_text(SAID, encoding="utf-8")
    outcome = CliRunner().invoke(cli, ["approve", str(draft), *options])
    assert outcome.exit_code == ExitCode.USAGE
    assert not sidecar_path(draft).exists()
