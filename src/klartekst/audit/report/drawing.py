"""Charts as SVG, each with a description in words and the numbers it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

INK, QUIET, BLUE = "#1b2733", "#51606d", "#1f5f8b"
# Told apart by lightness too, so that they hold in grey print and for the colour-blind.
GOOD, FAIR, BAD, WORST, GREY = "#2f7d6b", "#e3b23c", "#b3392f", "#5d1a14", "#b9c4cc"
LINE_BREAK = "|"  # in the label of an axis

_LIGHT = (FAIR, GREY)
_FONT = "Segoe UI, Helvetica Neue, Arial, sans-serif"
_WIDTH = 800
_LOCALE = {"decimal": ",", "thousands": "\u202f", "grouping": [3], "currency": ["", " kr"]}

Cells = tuple[str, ...]
Values = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a chart says to whoever cannot see it: in words, and as a heading row and rows."""

    id: str
    title: str
    description: str
    head: Cells
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with what it tells."""

    told: Telling
    svg: str


def ink_on(colour: str) -> str:
    """A colour of letters that can be read on another."""
    return INK if colour in _LIGHT else "#ffffff"


def data(values: Values) -> Any:
    """The values of a chart, as altair takes them."""
    import altair as alt

    return alt.Data(values=list(values))  # type: ignore[no-untyped-call]  # made by a script of altair's


def names(field: str = "label", title: str | None = None) -> Any:
    """The axis that names columns or periods."""
    import altair as alt

    lines = f"split(datum.label, '{LINE_BREAK}')"
    axis = alt.Axis(title=title, labelAngle=0, ticks=False, labelExpr=lines)
    return alt.X(f"{field}:N", axis=axis, sort=None)


def lying_names() -> Any:
    """The axis that names lying bars, whose names are long."""
    import altair as alt

    axis = alt.Axis(title=None, labelLimit=330, domain=False, ticks=False)
    return alt.Y("label:N", axis=axis, sort=None)


def draw(chart: Any, told: Telling, height: int) -> Chart:
    """The chart as SVG that a screen reader tells by its title and description."""
    import altair as alt
    import vl_convert

    styled = (
        chart.properties(
            width=_WIDTH,
            height=height,
            background="transparent",
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure(font=_FONT)
        .configure_axis(
            labelFontSize=12,
            titleFontSize=12,
            titleFontWeight="normal",
            labelColor=INK,
            titleColor=QUIET,
            gridColor="#e3e8ec",
            domainColor="#9aa7b1",
            labelPadding=6,
        )
        .configure_axisX(grid=False)
        .configure_legend(labelFontSize=13, labelColor=INK, symbolSize=160)
        .configure_view(stroke=None)
    )
    svg: str = vl_convert.vegalite_to_svg(
        styled.to_dict(), format_locale=_LOCALE, allowed_base_urls=[]
    )
    # Vega gives each mark a label in English and a role; one description in Norwegian says more.
    quiet = re.sub(r' (?:aria-[a-z]+|role)="[^"]*"', "", svg)
    # Names inside the picture, that several pictures on a page would share.
    quiet = re.sub(r"\b(clip|gradient_?)(\d+)\b", rf"{told.id}-\1\2", quiet)
    # The picture takes the width that there is, and no more than its own.
    quiet = re.sub(r'^<svg([^>]*?) width="([\d.]+)" height="[\d.]+"', r'<svg\1 width="\2"', quiet)
    about = (
        f'<title id="{told.id}-title">{escape(told.title)}</title>'
        f'<desc id="{told.id}-desc">{escape(told.description)}</desc>'
    )
    named = f' role="img" aria-labelledby="{told.id}-title {told.id}-desc">{about}'
    return Chart(told, quiet.replace(">", named, 1))
