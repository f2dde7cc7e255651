"""Legal references follow the act that is in force."""

from __future__ import annotations

from click.testing import CliRunner

from klartekst.cli import cli
from klartekst.law import regulations
from klartekst.model import Category


def test_act_of_the_config() -> None:
    """One line in the config changes them all."""
    assert "1967" in regulations(Category.TAUSHETSPLIKT, "1967")[0]
    assert "2025" in regulations(Category.TAUSHETSPLIKT, "2025")[0]


def test_explanation_tells_them() -> None:
    """Beside the source of the rule."""
    result = CliRunner().invoke(cli, ["explain", "personvern/fodselsnummer"])
    assert "Regelverk: " in result.output
