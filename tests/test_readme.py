"""The README is true: what it tells a new user to run is what CI runs, and what it names exists."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from klartekst.cli import cli
from klartekst.packs import load_pack

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def section(title: str) -> list[str]:
    """The commands in the first code block of a section."""
    words = README.split(f"\n## {title}\n")[1]
    block = re.search(r"```console\n(.*?)```", words, re.DOTALL)
    assert block is not None
    return block[1].strip().splitlines()


def test_two_commands_set_up() -> None:
    """And CI runs the same two."""
    commands = section("Set up")
    assert len(commands) == 2
    assert all(command in CI for command in commands)


def test_one_command_runs_the_example() -> None:
    """On a shipped draft."""
    (command,) = section("Check a draft")
    assert command in CI
    assert (ROOT / command.split()[-1]).is_file()


def test_one_command_tests() -> None:
    """The one that CI runs too."""
    (command,) = section("Tests")
    assert f"\n{command}\n" in CI


def test_rules_named_in_the_readme_exist() -> None:
    """A renamed rule must be renamed there."""
    known = {rule.id for rule in load_pack().rules}
    assert set(re.findall(r"\bklarsprak/[a-z-]+", README)) <= known


def test_options_named_in_the_readme_exist() -> None:
    """A renamed option must be renamed there."""
    shown = CliRunner().invoke(cli, ["check", "--help"]).output
    named = set(re.findall(r"klartekst check .*?(--[a-z-]+)", README))
    assert named
    assert all(option in shown for option in named)
