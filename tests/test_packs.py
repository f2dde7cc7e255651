"""Rule files are read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from klartekst.errors import SettingsError
from klartekst.model import Category
from klartekst.packs import load_pack, load_rule

RULE = """
check = "sentence_length"
limit = 25
title = "Lang setning"
message = "{count} ord"
severity = "warning"
source = "Språkrådet: Klarspråk"
explanation = "Del setningen."
flags = []
passes = []
"""


def rule_file(tmp_path: Path, text: str, name: str = "klarsprak/min-regel") -> Path:
    """A rule file in a folder of rules."""
    path = tmp_path / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rule_error(tmp_path: Path, text: str, name: str = "klarsprak/min-regel") -> str:
    """What is said of a rule file."""
    path = rule_file(tmp_path, text, name)
    with pytest.raises(SettingsError) as caught:
        load_rule(path, name)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_place_is_id_and_category(tmp_path: Path) -> None:
    """The folder says what a rule guards."""
    (rule,) = load_rule(rule_file(tmp_path, RULE), "klarsprak/min-regel")
    assert rule.category is Category.KLARSPRAK
    assert rule.language is None


def test_nynorsk_table_gives_a_rule_for_each_norm(tmp_path: Path) -> None:
    """What `[nn]` does not say is as in bokmål."""
    path = rule_file(tmp_path, RULE + '[nn]\ntitle = "Lang setning på nynorsk"\nlimit = 24')
    bokmaal, nynorsk = load_rule(path, "klarsprak/min-regel")
    assert (bokmaal.language, nynorsk.language) == ("nb", "nn")
    assert bokmaal.parameters == {"limit": 25}
    assert nynorsk.parameters == {"limit": 24}
    assert nynorsk.message == bokmaal.message


def test_misspelt_key(tmp_path: Path) -> None:
    """Neither a key of rules nor of the check."""
    assert "Mente du «limit»?" in rule_error(tmp_path, RULE.replace("limit", "limitt"))


def test_unknown_check(tmp_path: Path) -> None:
    """A check is one of those that exist."""
    error = rule_error(tmp_path, RULE.replace("sentence_length", "sentence_lenght"))
    assert "Mente du «sentence_length»?" in error


def test_missing_parameter(tmp_path: Path) -> None:
    """A check gets what it cannot do without."""
    assert "mangler «limit»" in rule_error(tmp_path, RULE.replace("limit = 25", ""))


def test_parameter_of_wrong_kind(tmp_path: Path) -> None:
    """A number is not a text."""
    error = rule_error(tmp_path, RULE.replace("limit = 25", 'limit = "mange"'))
    assert "«limit» skal være et heltall" in error


def test_missing_source(tmp_path: Path) -> None:
    """No rule without a source."""
    assert "mangler «source»" in rule_error(
        tmp_path, RULE.replace('source = "Språkrådet: Klarspråk"', "")
    )


def test_unknown_category(tmp_path: Path) -> None:
    """A folder that is no category needs one written."""
    assert "«kommunen» er ingen kategori" in rule_error(tmp_path, RULE, "kommunen/min-regel")


def test_placeholder_that_nothing_fills(tmp_path: Path) -> None:
    """A message may only ask for what its check tells."""
    error = rule_error(tmp_path, RULE.replace("{count}", "{antall}"))
    assert "{antall}" in error


def test_a_bad_rule_leaves_the_others(tmp_path: Path) -> None:
    """One mistake does not silence a whole folder, and is told."""
    rule_file(tmp_path, RULE, "klarsprak/god")
    rule_file(tmp_path, "check = ", "klarsprak/daarlig")
    pack = load_pack(tmp_path)
    assert [rule.id for rule in pack.rules] == ["klarsprak/god"]
    assert len(pack.errors) == 1


def test_own_rule_replaces_a_shipped_one(tmp_path: Path) -> None:
    """A municipality can write its own «passiv»."""
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    rule_file(first, RULE + '[nn]\ntitle = "Nynorsk"', "klarsprak/lang")
    rule_file(second, RULE.replace("25", "20"), "klarsprak/lang")
    assert [rule.parameters["limit"] for rule in load_pack(first, second).rules] == [20]


def test_folder_without_rules_is_told(tmp_path: Path) -> None:
    """An empty folder is a mistake, not a choice."""
    assert "har ingen regler" in load_pack(tmp_path).errors[0]
