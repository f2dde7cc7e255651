"""Telephone numbers in running text. Numbers are in Nkom's range for films."""

from __future__ import annotations

import pytest

from klartekst.recognizers.phone import find_phone_numbers


def found(text: str) -> list[str]:
    return [text[f.start : f.end] for f in find_phone_numbers(text)]


@pytest.mark.parametrize(
    "written",
    [
        "68 05 12 34",
        "680 51 234",
        "68051234",
        "6805 1234",
        "+47 68 05 12 34",
        "+4768051234",
        "0047 68 05 12 34",
        "47 68 05 12 34",
        "(+47) 68 05 12 34",
        "68\u00a005\u00a012\u00a034",
        "+47 68051234",
        "68-05-12-34",
        "68 05 12 34/35",
        "+46 70 123 45 67",
    ],
)
def test_all_groupings(written: str) -> None:
    """Norwegian numbers as people write them, and foreign ones with +."""
    assert found(f"Du når henne på {written}.") == [written]


@pytest.mark.parametrize(
    "text",
    [
        "Anlegget kostet 22 345 678 kroner.",
        "Prisen er kr 68051234.",
        "Skoleårene 2024 2025 og 2025 2026.",
        "Møtet er 24.12.2025.",
        "Filen heter 20250312.",
        "Saksnr. 68051234 er avgjort.",
        "Organisasjonsnummer 889 640 782.",
        "Konto 6805 12 34567.",
        "Fra uke 20 21 22 23 24.",
        "Tallet er 1234 5678.",
    ],
)
def test_other_numbers_are_left(text: str) -> None:
    """Amounts, years, dates and case numbers are no telephone numbers."""
    assert found(text) == []


@pytest.mark.parametrize("text", ["Ring 110, 112 eller 113.", "Legevakta: 116 117", "Ring 02800"])
def test_emergency_and_short_numbers_are_left(text: str) -> None:
    """They belong to everybody."""
    assert found(text) == []


def test_service_series_is_told_apart() -> None:
    """No person holds a number of the 800 series."""
    assert [f.reason for f in find_phone_numbers("Ring 810 21 234.")] == ["service"]


def test_unassigned_series_counts_when_grouped() -> None:
    """The grouping is telephone enough, whatever libphonenumber knows of the series."""
    assert found("Ring 430 00 031 i dag.") == ["430 00 031"]
