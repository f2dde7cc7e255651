"""`klartekst rules` and `klartekst explain`."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from klartekst.cli import cli
from klartekst.packs import load_pack


@pytest.mark.parametrize("rule_id", sorted({rule.id for rule in load_pack().rules}))
def test_every_rule_is_listed_and_explained(rule_id: str) -> None:
    """In bokmål and nynorsk."""
    assert rule_id in CliRunner().invoke(cli, ["rules"]).output
    for arguments in ([], ["--nynorsk"]):
        result = CliRunner().invoke(cli, ["explain", rule_id, *arguments])
        assert result.exit_code == 0
        assert rule_id in result.output


def test_unknown_rule() -> None:
    """Wrong usage, with the likely right one."""
    result = CliRunner().invoke(cli, ["explain", "klarsprak/pasiv"])
    assert result.exit_code == 2
    assert "Mente du «klarsprak/passiv»?" in result.output


def test_group_is_explained_rule_by_rule() -> None:
    """All of a group."""
    result = CliRunner().invoke(cli, ["explain", "budskap"])
    assert "budskap/hovedbudskap" in result.output
    assert "budskap/stottebudskap" in result.output
