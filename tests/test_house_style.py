"""House style: own words, accepted words, own rule files, and what is said of mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from klartekst.cli import cli
from klartekst.config import load_config
from klartekst.house import HOUSE_RULE
from klartekst.linter import Linter
from klartekst.packs import load_pack

GOOD_RULE = """
check = "replace"
title = "Skriv hjemmetjenesten"
message = "Skriv heller {suggestion} enn «{match}»."
severity = "info"
source = "Vår språkprofil"
explanation = "Folk vet ikke hva en sone er."
flags = ["Ring [[sone nord => hjemmetjenesten]] i dag."]
passes = ["Ring hjemmetjenesten i dag."]
[words]
"sone nord" = ["hjemmetjenesten"]
"""


def findings(tmp_path: Path, config: str, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Rule, words and suggestions of the findings on a text."""
    path = tmp_path / "klartekst.toml"
    path.write_text(config, encoding="utf-8")
    result = Linter(load_config(path)).lint(text.encode(), "utkast.md")
    return [(f.rule, f.excerpt, f.suggestions) for f in result.findings]


def own_rule(tmp_path: Path, text: str) -> Path:
    """A folder with one rule file."""
    folder = tmp_path / "husregler"
    (folder / "klarsprak").mkdir(parents=True)
    (folder / "klarsprak" / "sone.toml").write_text(text.strip(), encoding="utf-8")
    return folder


def test_unwanted_word_in_any_inflection(tmp_path: Path) -> None:
    """One line covers singular, plural and definite forms."""
    config = '[words]\nbrukere = "innbyggere"\n'
    found = findings(tmp_path, config, "Vi vil høre fra brukerne våre.")
    assert (HOUSE_RULE, "brukerne", ("innbyggerne",)) in found


def test_house_words_have_a_severity(tmp_path: Path) -> None:
    """As every rule has."""
    config = (
        '[words]\n"sone nord" = ["hjemmetjenesten"]\n[severity]\n"klarsprak/husets-ord" = "info"\n'
    )
    path = tmp_path / "klartekst.toml"
    path.write_text(config, encoding="utf-8")
    result = Linter(load_config(path)).lint(b"Ring sone nord i dag.", "utkast.md")
    assert [f.severity for f in result.findings if f.rule == HOUSE_RULE] == ["info"]


def test_accepted_word(tmp_path: Path) -> None:
    """A word that this organisation wants to keep."""
    text = "Vi skal benytte den gamle skolen."
    assert ("klarsprak/tunge-ord", "benytte", ("bruke",)) in findings(tmp_path, "", text)
    accepted = findings(tmp_path, '[accept]\nwords = ["benytte"]\n', text)
    assert all(words != "benytte" for _, words, _ in accepted)


def test_own_rules_beside_the_shipped_ones(tmp_path: Path) -> None:
    """They lie in the organisation's own folder, which no upgrade touches."""
    own_rule(tmp_path, GOOD_RULE)
    found = findings(tmp_path, 'rules = ["husregler"]\n', "Ring sone nord i dag.")
    assert ("klarsprak/sone", "sone nord", ("hjemmetjenesten",)) in found


def test_examples_of_own_rules_hold(tmp_path: Path) -> None:
    """All is well: exit 0."""
    result = CliRunner().invoke(cli, ["rules", "test", str(own_rule(tmp_path, GOOD_RULE))])
    assert result.output == "1 regel, 2 eksempler: alt stemmer.\n"
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (GOOD_RULE.replace("[[sone nord", "[[sone sør"), "Regelen finner ikke «sone sør»"),
        (GOOD_RULE.replace('"Ring hjemmetjenesten', '"Ring sone nord'), "skal ikke finne noe her"),
        (GOOD_RULE.replace("=> hjemmetjenesten]]", "=> sone nord]]"), "Forslaget hjelper ikke"),
    ],
    ids=["not found", "found", "not cured"],
)
def test_failing_example_is_placed_and_explained(wrong: str, said: str, tmp_path: Path) -> None:
    """File, line and what to do: exit 1."""
    result = CliRunner().invoke(cli, ["rules", "test", str(own_rule(tmp_path, wrong))])
    assert said in result.output
    assert "sone.toml, linje " in result.output
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            GOOD_RULE.replace("severity", "severty"),
            "linje 4: ukjent nøkkel «severty». Mente du «severity»?",
        ),
        (
            GOOD_RULE.replace('"replace"', '"replase"'),
            "linje 1: ukjent sjekk «replase». Mente du «replace»?",
        ),
        (GOOD_RULE.replace('"info"', '"tips"'), "linje 4: «severity» kan ikke være «tips»."),
        (GOOD_RULE.replace("{suggestion}", "{forslag}"), "linje 3: «message» har {forslag}"),
        (
            GOOD_RULE.replace('= ["hjemme', '= "hjemme').replace('nesten"]\n', 'nesten"\n'),
            "linje 10: «",
        ),
        (GOOD_RULE.replace('"Skriv hjemmetjenesten"', '"Skriv'), "linje 2: er ikke gyldig TOML"),
    ],
    ids=["key", "check", "severity", "placeholder", "kind", "toml"],
)
def test_mistake_in_a_rule_file(wrong: str, said: str, tmp_path: Path) -> None:
    """One line of Norwegian: file, line and remedy."""
    folder = own_rule(tmp_path, wrong)
    assert said in load_pack(folder).errors[0]
    assert CliRunner().invoke(cli, ["rules", "test", str(folder)]).exit_code == 4
