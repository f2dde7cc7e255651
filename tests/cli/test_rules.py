"""`klartekst rules` and `klartekst explain`."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from klartekst.cli import cli
from klartekst.packs import load_pack

IDS = sorted({rule.id for rule in load_pack().rules})


def test_every_rule_is_listed() -> None:
    """One line each, with its severity."""
    lines = CliRunner().invoke(cli, ["rules"]).output.splitlines()
    assert [line.split()[0] for line in lines] == IDS


@pytest.mark.parametrize("norm", [[], ["--nynorsk"]], ids=["nb", "nn"])
@pytest.mark.parametrize("group", sorted({rule_id.split("/")[0] for rule_id in IDS}))
def test_every_rule_is_explained(group: str, norm: list[str]) -> None:
    """In bokmål and nynorsk, one by one or a group at a time."""
    result = CliRunner().invoke(cli, ["explain", group, *norm])
    assert result.exit_code == 0
    assert all(rule_id in result.output for rule_id in IDS if rule_id.startswith(f"{group}/"))


def test_unknown_rule() -> None:
    """Wrong usage, with the likely right one."""
    result = CliRunner().invoke(cli, ["explain", "klarsprak/pasiv"])
    assert result.exit_code == 2
    assert "Mente du «klarsprak/passiv»?" in result.output
