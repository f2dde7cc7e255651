"""Numbers and dates are the same however they are written, and others are not."""

from __future__ import annotations

import pytest

from klartekst.matching.quantities import quantities
from klartekst.pipeline import Pipeline


def holds(message: str, text: str, pipeline: Pipeline) -> bool:
    """Whether every quantity of a message is held by one of a text."""
    parsed = pipeline.parse_texts([message, text])
    wanted, found = (quantities(list(parsed[words])) for words in (message, text))
    assert wanted
    return all(any(one.holds_of(other) for other in found) for one in wanted)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("Fristen er 1. mai.", "Søk innen 01.05. eller ring oss."),
        ("Fristen er i mai.", "Søk innen 12. mai."),
        ("Det koster 40 millioner kroner.", "Prislappen er 40 mill. kroner."),
        ("Skolen har plass til tolv barn.", "Her er det rom for 12 barn."),
        ("Over 200 personer kom.", "Det kom 214 personer."),
        ("Nesten to millioner kroner er borte.", "1,9 millioner kroner er borte."),
        ("Møtet er måndag.", "Velkommen mandag."),
        ("Møt opp før klokka åtte.", "Møt opp før klokka 20."),
        ("De får svar innen en måned.", "Vi svarer innen fire uker."),
        ("Halvparten av elevene går.", "50 prosent av elevene går."),
        ("To av fem er med.", "40 prosent er med."),
        ("Tre firedeler er bygd.", "75 prosent er bygd."),
        ("De sparer 2 300 000 kroner.", "De sparer 2,3 millioner kroner."),
    ],
)
def test_the_same_quantity(message: str, text: str, pipeline: Pipeline) -> None:
    """Words and digits, short dates and long, exact and about."""
    assert holds(message, text, pipeline)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("Fristen er 1. mai.", "Fristen er 11. mai."),
        ("Barn under 12 år må ha følge.", "Barn under 10 år må ha følge."),
        ("Det koster 40 millioner kroner.", "Det koster 24 millioner kroner."),
        ("Over 200 personer kom.", "Det kom 180 personer."),
        ("Møt opp før klokka åtte.", "Møt opp før klokka 18."),
        ("De får svar innen en måned.", "Vi svarer innen seks uker."),
        ("To av fem er med.", "50 prosent er med."),
    ],
)
def test_another_quantity(message: str, text: str, pipeline: Pipeline) -> None:
    """A quantity of the same kind with another value does not hold."""
    assert not holds(message, text, pipeline)
