"""Names of people, given what a pipeline took for names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartekst.model import Span
from klartekst.recognizers.names import find_persons


def spans(text: str, *names: str) -> list[Span]:
    return [Span(text.index(name), text.index(name) + len(name)) for name in names]


def found(text: str, *names: str, others: tuple[str, ...] = ()) -> list[str]:
    people = find_persons(text, spans(text, *names), spans(text, *others))
    return [text[person.start : person.end] for person in people]


def test_surname_alone_is_found_later() -> None:
    """The pipeline may miss it; the full name gives it away."""
    text = "Berit Ravna har klaget. Kommunen har svart Ravna."
    assert found(text, "Berit Ravna") == ["Berit Ravna", "Ravna"]


def test_name_in_capitals_is_found() -> None:
    """Headlines shout."""
    text = "SAVNET: LENA KRÜGER\n\nLena Krüger er savnet."
    assert found(text, "Lena Krüger") == ["LENA KRÜGER", "Lena Krüger"]


def test_genitive_is_found() -> None:
    """Norwegian genitive has no apostrophe."""
    assert found("Karim Benali klaget. Karims søster hjalp.", "Karim Benali")[-1] == "Karims"


def test_half_of_hyphenated_name_is_found() -> None:
    """People are called by a half of it."""
    assert found("Anne Moe-Lia svarte. Vi takker Lia-Moe og Anne.", "Anne Moe-Lia")[-1] == "Anne"


@pytest.mark.parametrize(
    "text", ["Kari Testbergs vei er stengt.", "Kari Testberg AS vant anbudet."]
)
def test_name_of_a_thing_is_left(text: str) -> None:
    """Streets and firms are named after people."""
    assert found(text, "Kari Testberg") == []


@pytest.mark.parametrize(
    "text", ["Vi feirer Kari Testberg-året.", "Vi leser «Kari Testberg» høyt."]
)
def test_name_of_an_event_or_a_title_is_left(text: str) -> None:
    """So are events, and works in quotation marks."""
    assert found(text, "Kari Testberg") == []


def test_storm_is_left() -> None:
    """So are storms and ferries."""
    assert found("Stormen Gyda kom. Ferga Ole Bull er innstilt.", "Gyda", "Ferga Ole Bull") == []


def test_title_is_no_part_of_name() -> None:
    """The pipeline may take the title along."""
    assert found("Ordfører Kari Testberg smilte.", "Ordfører Kari Testberg") == ["Kari Testberg"]


def test_lone_place_is_left() -> None:
    """A lone word in a list of places is a place."""
    assert found("Bruene ved Nes og Eilivstad er stengt.", "Eilivstad") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Søkeren, P.A. Kvam, fikk nei.", "P.A. Kvam"),
        ("Vi hjalp kona Fatima.", "Fatima"),
        ("Vi hjalp Emil (9) hjem.", "Emil"),
        ("Gutten er JONAS ALEXANDER HAGA, og han er trygg.", "JONAS ALEXANDER HAGA"),
        ("Det står «Vakker Blomst, f.nr. 123» i brevet.", "Vakker Blomst"),
        ("Vaktleder Terje S. har sluttet.", "Terje S."),
        ("En av klagerne er ragnar thorsen, som bor her.", "ragnar thorsen"),
        ("Vi takker Aisha Warsame for hjelpen.", "Aisha Warsame"),
        ("Mohammed Al-Rashid og kona mistet alt.", "Mohammed Al-Rashid"),
    ],
)
def test_words_beside_give_a_name_away(text: str, name: str) -> None:
    """Initials, ages and relations tell a name that the pipeline missed."""
    assert name in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korpset spiller, og Bjarnes Kiosk selger pølser.", "Bjarnes Kiosk"),
        ("Vi har tre barnehager: Sjøsida, Tante Inga og Trollstua.", "Tante Inga"),
        ("Brua åpner. Firmaet Torstein Nett bygde den.", "Torstein Nett"),
        ("Banen ligger der. Mette barn lærer mer.", "Mette"),
    ],
)
def test_evidence_against_outweighs_the_pipeline(text: str, name: str) -> None:
    """Kiosks, kindergartens, firms and opening words, whatever a pipeline took them for."""
    assert found(text, name) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Klagen fra Nilofar er mottatt.", "Nilofar"),
        ("Jurgitas mor er varslet.", "Jurgitas"),
        ("Han vi savner, er gamle-Nils.", "Nils"),
        ("En av dem er Storm Aleksander (19).", "Storm Aleksander"),
    ],
)
def test_what_belongs_to_people_gives_them_away(text: str, name: str) -> None:
    """What somebody owns, is called or has sent tells that it is a person."""
    assert name in found(text)


def test_name_that_is_a_word_needs_company() -> None:
    """«Vår» at the start of a sentence is a pronoun, whoever else is called so."""
    assert found("Vår Lindseth svarte. Vår oppgave er viktig.", "Vår Lindseth") == ["Vår Lindseth"]


def test_name_that_is_a_word_and_does_something() -> None:
    """«Vold er …» is somebody where a full name ends so."""
    text = "Kjetil Vold falt på isen. Vold er tilbake på jobb."
    assert found(text, "Kjetil Vold") == ["Kjetil Vold", "Vold"]


def test_initial_of_another_is_left() -> None:
    """The names of a list do not run together."""
    text = "Liam T.\n\nHedda Skogvoll"
    assert found(text, "Liam T", "Hedda Skogvoll") == ["Liam T", "Hedda Skogvoll"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mannen går under navnet «Kongen av Bruket».",
        "Der bor en mann som kalles «Kongen av Bruket».",
    ],
)
def test_nickname(sentence: str) -> None:
    """What people call somebody, however it is put."""
    assert found(sentence) == ["Kongen av Bruket"]


@given(
    st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 20)), max_size=4)
)
def test_found_names_lie_in_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    """Whatever a pipeline says, spans are not empty and stay inside."""
    named = [Span(start, start + size) for start, size in marks if start + size <= len(text)]
    for person in find_persons(text, named):
        assert 0 <= person.start < person.end <= len(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vi fikk besøk av TV Fjordane i går.", "TV Fjordane"),
        ("I kveld spiller Odd & Bjørn på torget.", "Odd"),
        ("Bli med på «Prat med Petra» i morgen.", "Petra"),
        ("Elevene har kalt den Bjarne.", "Bjarne"),
        ("Skyssen kjøres av Ottos Turbil nå.", "Ottos Turbil"),
        ("Arbeidet gjøres av Eirik Sunde & Sønner.", "Eirik Sunde"),
        ("Lån sykkelen Rosa i dag.", "Rosa"),
        ("Fredheim blir pusset opp i vår.", "Fredheim"),
    ],
)
def test_things_that_bear_names_are_left(text: str, name: str) -> None:
    """Firms, duos, programmes, bicycles and houses."""
    assert name not in found(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vi støtter familien Tavakoli i saken.", "Tavakoli"),
        ("Sjåføren, Jonas, satt fast i en time.", "Jonas"),
        ("Nevøen Stig har ringt.", "Stig"),
    ],
)
def test_family_and_appositions_are_found(text: str, name: str) -> None:
    """Words for kin and work lead up to names, whatever the pipeline took them for."""
    assert name in found(text, name)
