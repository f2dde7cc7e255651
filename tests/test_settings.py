"""What is wrong with a config or brief is told in one line of Norwegian, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from klartekst.brief import find_brief, load_brief
from klartekst.config import find_config, load_config
from klartekst.errors import SettingsError
from klartekst.model import Brief, KeyMessage, Severity


def brief_error(tmp_path: Path, text: str) -> str:
    """What is said of a brief."""
    path = tmp_path / "budskap.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_brief(path)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(path))
    return str(caught.value).removeprefix(str(path))


def test_full_brief(tmp_path: Path) -> None:
    """Every key of the design is read."""
    path = tmp_path / "budskap.toml"
    path.write_text(
        """
        [utspill]
        profil = "krisemelding"
        maalgruppe = "innbyggere"
        krise = true
        [[budskap]]
        tekst = "Kok vannet."
        varianter = ["Vannet må kokes."]
        nokkelord = ["vann"]
        plassering = "ingress"
        [[talsperson]]
        navn = "Kari Nordmann"
        rolle = "ordfører"
        [[ikke_si]]
        tekst = "navnet på sykehjemmet"
        grunn = "kan identifisere beboeren"
        """,
        encoding="utf-8",
    )
    brief = load_brief(path)
    assert brief.profile == "krisemelding"
    assert brief.messages == (
        KeyMessage("m1", "Kok vannet.", ("Vannet må kokes.",), ("vann",), "lead"),
    )
    assert brief.spokespeople[0].role == "ordfører"
    assert brief.forbidden[0].reason == "kan identifisere beboeren"


def test_empty_brief(tmp_path: Path) -> None:
    """All is optional."""
    path = tmp_path / "budskap.toml"
    path.write_text("", encoding="utf-8")
    assert load_brief(path) == Brief()


def test_misspelt_key_is_told_with_the_right_one(tmp_path: Path) -> None:
    """The likely key is named."""
    assert "Mente du «tekst»?" in brief_error(tmp_path, '[[budskap]]\ntekts = "Hei"')


def test_misspelt_table(tmp_path: Path) -> None:
    """A wrong table name is a wrong key."""
    assert "ukjent nøkkel «budskapp»" in brief_error(tmp_path, "[[budskapp]]")


def test_missing_text(tmp_path: Path) -> None:
    """A message must say something, and the one that does not is named."""
    error = brief_error(tmp_path, '[[budskap]]\ntekst = "Hei"\n[[budskap]]\nid = "m2"')
    assert "mangler «tekst» i [budskap] nr. 2" in error


def test_wrong_kind(tmp_path: Path) -> None:
    """A list that is written as a text."""
    error = brief_error(tmp_path, '[[budskap]]\ntekst = "Hei"\nnokkelord = "vann"')
    assert "«nokkelord»" in error
    assert "en liste" in error


def test_wrong_choice(tmp_path: Path) -> None:
    """The possible values are listed."""
    error = brief_error(tmp_path, '[utspill]\nprofil = "roman"')
    assert "«roman»" in error
    assert "pressemelding" in error


def test_toml_mistake_names_the_line(tmp_path: Path) -> None:
    """A missing quotation mark is the usual one."""
    assert ", linje 2: " in brief_error(tmp_path, '[utspill]\nprofil = "pressemelding\n')


def test_windows_1252_brief(tmp_path: Path) -> None:
    """Wrong encoding is told, not guessed."""
    path = tmp_path / "budskap.toml"
    path.write_bytes('[[budskap]]\ntekst = "Åpner"'.encode("cp1252"))
    with pytest.raises(SettingsError, match="UTF-8"):
        load_brief(path)


def test_no_such_file(tmp_path: Path) -> None:
    """A brief that was asked for must be there."""
    with pytest.raises(SettingsError, match="kan ikke leses"):
        load_brief(tmp_path / "finnes-ikke.toml")


def test_own_brief_goes_before_the_folders(tmp_path: Path) -> None:
    """`utkast.budskap.toml` is nearer than `budskap.toml`."""
    (tmp_path / "budskap.toml").touch()
    (tmp_path / "utkast.budskap.toml").touch()
    assert find_brief(tmp_path / "utkast.md") == tmp_path / "utkast.budskap.toml"
    assert find_brief(tmp_path / "annet.md") == tmp_path / "budskap.toml"


def test_config(tmp_path: Path) -> None:
    """Severities are read, and rule folders count from the file."""
    path = tmp_path / "klartekst.toml"
    path.write_text(
        'rules = ["egne"]\n[severity]\n"klarsprak/passiv" = "warning"\n', encoding="utf-8"
    )
    config = load_config(path)
    assert config.severity == {"klarsprak/passiv": Severity.WARNING}
    assert config.rule_folders == (str(tmp_path / "egne"),)


def test_config_with_unknown_key(tmp_path: Path) -> None:
    """A misspelt setting is never passed over."""
    path = tmp_path / "klartekst.toml"
    path.write_text('failon = "warning"', encoding="utf-8")
    with pytest.raises(SettingsError, match="Mente du «fail_on»"):
        load_config(path)


def test_config_is_found_upwards(tmp_path: Path) -> None:
    """From a folder of drafts to the organisation's settings."""
    (tmp_path / "klartekst.toml").touch()
    folder = tmp_path / "2026" / "mai"
    folder.mkdir(parents=True)
    assert find_config(folder) == tmp_path.resolve() / "klartekst.toml"
