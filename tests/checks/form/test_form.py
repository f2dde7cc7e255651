"""What is asked of each kind of text, and when nothing is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from klartekst.linter import Linter
from klartekst.model import Brief, Category, Config, Profile, PublicPerson, Spokesperson
from klartekst.pipeline import Pipeline

TODAY = date(2026, 6, 1)
RELEASE = """# Kommunen åpner ny barnehage i Vika

Den nye barnehagen i Vika åpner 17. august. Du kan søke om plass nå.

– Nå får alle barn plass, sier ordfører Kari Lund.

## Kontakt
Barnehagesjef Odd Vik
Telefon: 68 05 12 34
E-post: barnehage@lunvik.kommune.no
"""
BARE = "# Ny barnehage\n\nDen kommer snart.\n"
CRISIS = "# Kok drikkevannet\n\nVi fant bakterier i vannet. Kok vannet.\n"


@pytest.fixture(scope="module")
def form_linter(pipeline: Pipeline) -> Linter:
    """A Linter with the rules of form and roles, on a fixed day."""
    return linter_of(Config(select=("form", "rolle")), pipeline)


def linter_of(config: Config, pipeline: Pipeline) -> Linter:
    """A Linter with a config, on a fixed day."""
    linter = Linter(config, clock=lambda: TODAY)
    linter.__dict__["pipeline"] = pipeline
    return linter


def found(
    linter: Linter, text: str, profile: Profile | None = None, brief: Brief | None = None
) -> list[str]:
    """The rules that find something, by id."""
    result = linter.lint(text.encode(), "utkast.md", brief=brief, profile=profile)
    assert result.error is None
    return sorted({finding.rule for finding in result.findings})


def test_a_whole_release(form_linter: Linter) -> None:
    """Nothing is missing."""
    assert found(form_linter, RELEASE, "pressemelding") == []


def test_short_text_of_no_told_kind(form_linter: Linter) -> None:
    """Nothing is asked of a note that nobody has called a press release."""
    assert found(form_linter, BARE) == []


def test_the_same_text_as_a_release(form_linter: Linter) -> None:
    """All its parts are asked for once somebody has said what it is."""
    expected = ["form/dato", "form/ingress", "form/kontakt-mangler", "form/sitat", "form/tittel"]
    assert found(form_linter, BARE, "pressemelding") == expected
    assert found(form_linter, BARE, brief=Brief(profile="pressemelding")) == expected


def test_profile_of_the_config_counts_as_told(pipeline: Pipeline) -> None:
    """An organisation that sets it means it."""
    config = Config(profile="pressemelding", profile_is_set=True, select=("form/kontakt-mangler",))
    assert found(linter_of(config, pipeline), BARE) == ["form/kontakt-mangler"]


def test_a_part_can_be_switched_off(pipeline: Pipeline) -> None:
    """By the id of its rule."""
    linter = linter_of(Config(select=("form",), ignore=("form/sitat", "form/dato")), pipeline)
    assert "form/sitat" not in found(linter, BARE, "pressemelding")


def test_crisis_by_the_brief(form_linter: Linter) -> None:
    """A brief can call a draft a crisis, whatever its profile."""
    assert "form/krise-kontakt" in found(form_linter, CRISIS, brief=Brief(crisis=True))
    assert "form/krise-kontakt" not in found(form_linter, CRISIS)


def test_only_delegates_speak_where_any_are_marked(form_linter: Linter) -> None:
    """Of those whom the brief names."""
    text = f"{CRISIS}\n– Det er trygt, sier lege Odd Vik.\n\nRing 68 05 00 00."
    doctor = Spokesperson("Odd Vik", "kommuneoverlege")
    mayor = Spokesperson("Kari Lund", "ordfører", delegate=True)
    named = Brief(profile="krisemelding", spokespeople=(doctor,))
    assert "rolle/krise-talsperson" not in found(form_linter, text, brief=named)
    other = replace(named, spokespeople=(mayor, doctor))
    assert "rolle/krise-talsperson" in found(form_linter, text, brief=other)
    assert "rolle/krise-uten-talsperson" in found(form_linter, text, "krisemelding")


def test_people_of_the_config_need_not_speak(pipeline: Pipeline) -> None:
    """They may be named; nobody has said that they speak in this matter."""
    config = Config(select=("rolle",), people=(PublicPerson("Berit Moe", "rektor"),))
    assert found(linter_of(config, pipeline), RELEASE) == []


def test_spokesperson_of_the_brief_should_speak(form_linter: Linter) -> None:
    """By full name or by surname."""
    brief = Brief(spokespeople=(Spokesperson("Berit Moe", "rektor"),))
    assert found(form_linter, RELEASE, brief=brief) == ["rolle/talsperson-uten-sitat"]
    surname = RELEASE.replace("ordfører Kari Lund", "rektor Moe")
    assert found(form_linter, surname, brief=brief) == []


@pytest.mark.parametrize(
    ("embargo", "expected"),
    [
        ("31. mai 2026", ["form/sperrefrist"]),
        ("1. juni 2026", []),
        ("31. mai", ["form/sperrefrist"]),
    ],
)
def test_embargo_by_today(embargo: str, expected: list[str], form_linter: Linter) -> None:
    """The day itself has not passed."""
    assert found(form_linter, f"Sperrefrist: {embargo}\n\n{RELEASE}") == expected


def test_weekday_by_the_date_of_the_draft(form_linter: Linter) -> None:
    """Without a year and an own date, nothing is said."""
    text = RELEASE.replace("17. august", "tirsdag 17. august")
    assert found(form_linter, text) == []
    assert found(form_linter, f"Pressemelding 1. juni 2026\n\n{text}") == ["form/ukedag"]


@pytest.mark.parametrize("title", ["SKOLEN STENGER", "Skolen stengt etter brann", "Kok vannet nå"])
def test_title_with_a_verb(title: str, form_linter: Linter) -> None:
    """A participle and an order will do, and capitals are not judged."""
    assert found(form_linter, RELEASE.replace("Kommunen åpner ny barnehage i Vika", title)) == []


def test_form_findings_hold_no_names_in_values(form_linter: Linter) -> None:
    """The place of the other spelling is told, not the name."""
    text = RELEASE + "\n\nOrdfører Kari Lunde kommer.\n"
    result = form_linter.lint(text.encode(), "utkast.md")
    for finding in result.findings:
        assert finding.category in (Category.FORM, Category.ROLLE)
        assert "Lund " not in finding.message
