"""Fødselsnummer and its family in running text."""

from __future__ import annotations

import pytest

from klartekst.recognizers.identity_number import find_identity_numbers

NUMBER = "30908299902"  # of the synthetic series


def found(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.reason) for f in find_identity_numbers(text)]


@pytest.mark.parametrize(
    "written",
    [
        "30908299902",
        "309082 99902",
        "309082-99902",
        "309082.99902",
        "30 90 82 99902",
        "30.90.82 99902",
        "309082\u00a099902",
        "309082 999 02",
    ],
)
def test_all_separators(written: str) -> None:
    """Style guides, forms and habit part the digits in different ways."""
    assert found(f"Saken gjelder {written}.") == [(written, "valid")]


@pytest.mark.parametrize("label", ["fødselsnummer", "fnr.", "f.nr.", "D-nummer:", "hjelpenummer"])
def test_label_makes_it_certain(label: str) -> None:
    """A label says what the digits are."""
    assert found(f"Han har {label} {NUMBER}.") == [(NUMBER, "labelled")]


def test_malformed_number_under_label() -> None:
    """A slip of the pen still identifies."""
    assert found("Fødselsnummeret er 010133 12345.") == [("010133 12345", "malformed")]


def test_malformed_number_without_label_is_nothing() -> None:
    """Eleven digits alone are a case number, a reference, anything."""
    assert found("Saken har nummer 20240318705.") == []


def test_last_five_after_label() -> None:
    """The personal number alone, beside a birth date."""
    assert found("Født 12.03.2035, personnummer 12345.") == [("12345", "last-five")]


def test_year_after_label_is_nothing() -> None:
    """Four digits are a year."""
    assert found("Fødselsnummer fra 2032 ser annerledes ut.") == []


@pytest.mark.parametrize("text", ["konto 3090.82.99902", "3090 82 99902", f"kontonummer {NUMBER}"])
def test_account_grouping_is_no_identity_number(text: str) -> None:
    """Every identity number is an account number too: grouping and label decide."""
    assert found(f"Betal til {text} i dag.") == []


def test_label_outranks_account_grouping() -> None:
    """Whoever writes fødselsnummer means it, however the digits are parted."""
    assert found("Fødselsnummer 3090 82 99902.") == [("3090 82 99902", "labelled")]


def test_label_in_another_sentence_does_not_count() -> None:
    """A label reaches to the end of its sentence."""
    assert found("Du trenger fødselsnummer. Ring 123 45 678 901 i dag.") == []


def test_property_fnr_is_a_lease_number() -> None:
    """In gnr./bnr./fnr. the last is the festenummer."""
    assert found("Eiendommen er gnr. 12, bnr. 3, fnr. 4.") == []


def test_part_of_longer_number_is_nothing() -> None:
    """Digits inside other digits are not looked at."""
    assert found(f"Referanse 7{NUMBER}8.") == []
