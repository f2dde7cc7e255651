"""A measure over time: a line through the medians, and a band that holds half of the items."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from klartekst.audit.report.drawing import BLUE, INK, QUIET, Chart, Telling, data, draw, names
from klartekst.audit.report.wording import number


@dataclass(frozen=True, slots=True)
class Point:
    """The median of a period, and between which values the middle half of its items lies."""

    label: str
    low: float
    median: float
    high: float


def trend(
    told: Telling, points: Sequence[Point], axis: str, marks: Mapping[float, str], decimals: int
) -> Chart:
    """The line and the band; `marks` are values worth a line of their own, with a word each."""
    import altair as alt

    values = [
        {
            "label": point.label,
            "low": point.low,
            "high": point.high,
            "median": point.median,
            "told": number(point.median, decimals),
        }
        for point in points
    ]
    lowest = min([*marks, *(point.low for point in points)])
    highest = max([*marks, *(point.high for point in points)])
    scale = alt.Scale(
        domain=[_tens(lowest - 1, math.floor), _tens(highest + 1, math.ceil)], nice=False
    )
    y_axis = alt.Axis(title=axis, tickCount=5)
    base = alt.Chart(data(values)).encode(x=names())
    band = base.mark_area(color=BLUE, opacity=0.14).encode(
        y=alt.Y("low:Q", scale=scale, axis=y_axis), y2="high:Q"
    )
    middle = base.encode(y=alt.Y("median:Q", scale=scale))
    line = middle.mark_line(
        color=BLUE, strokeWidth=3, point=alt.OverlayMarkDef(color=BLUE, size=70)
    )
    numbers = middle.mark_text(dy=-14, fontSize=13, color=INK, fontWeight="bold").encode(
        text="told:N"
    )
    lines = alt.Chart(data([{"at": at, "word": word} for at, word in marks.items()])).encode(
        y=alt.Y("at:Q", scale=scale)
    )
    rules = lines.mark_rule(color=QUIET, strokeDash=[2, 4])
    words = lines.mark_text(align="right", dy=-6, fontSize=11, color=QUIET).encode(
        text="word:N", x=alt.value("width")
    )
    return draw(band + rules + words + line + numbers, told, 240)


def _tens(value: float, rounded: Callable[[float], int]) -> int:
    return 10 * rounded(value / 10)
