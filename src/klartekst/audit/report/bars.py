"""Bars: stacked upright or lying, in order of length, and to both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from klartekst.audit.report.drawing import (
    BAD,
    BLUE,
    GOOD,
    INK,
    Chart,
    Telling,
    data,
    draw,
    ink_on,
    lying_names,
    names,
)
from klartekst.audit.report.wording import number

_LYING = 28  # pixels from one bar to the next
_LEAST_TOLD = 0.07  # of the highest column: what is lower has no room for its number

# A label, and how many of each kind.
Stack = tuple[str, Mapping[str, float]]


def columns(  # noqa: PLR0913  a chart takes what it takes
    told: Telling,
    stacks: Sequence[Stack],
    colours: Mapping[str, str],
    axis: str,
    *,
    unit: str = "",
    names_title: str | None = None,
) -> Chart:
    """Upright stacked columns, each part with its number where there is room."""
    import altair as alt

    highest = max(sum(counts.values()) for _, counts in stacks)
    values = list(_pieces(stacks, colours, unit, highest * _LEAST_TOLD))
    scale = alt.Scale(domain=[0, highest], nice=not unit)
    ticks = alt.Axis(title=axis, tickMinStep=1, format=",d", tickCount=5)
    base = alt.Chart(data(values)).encode(x=names(title=names_title))
    bars = base.mark_bar(size=min(70, 600 // len(stacks))).encode(
        y=alt.Y("start:Q", axis=ticks, scale=scale), y2="end:Q", color=_colour(colours, stacks)
    )
    return draw(bars + _numbers(base, "y"), told, 250)


def lying(told: Telling, stacks: Sequence[Stack], colours: Mapping[str, str]) -> Chart:
    """Lying stacked bars, each with its sum behind it."""
    import altair as alt

    highest = max(sum(counts.values()) for _, counts in stacks)
    values = list(_pieces(stacks, colours, "", highest * _LEAST_TOLD / 2))
    sums = [
        {"label": label, "end": sum(counts.values()), "told": number(sum(counts.values()))}
        for label, counts in stacks
    ]
    base = alt.Chart(data(values)).encode(y=lying_names())
    scale = alt.Scale(domain=[0, highest * 1.05], nice=False)
    bars = base.mark_bar(size=18).encode(
        x=alt.X("start:Q", axis=None, scale=scale), x2="end:Q", color=_colour(colours, stacks)
    )
    behind = (
        alt.Chart(data(sums))
        .mark_text(align="left", dx=6, fontSize=12, fontWeight="bold", color=INK)
        .encode(y=lying_names(), x="end:Q", text="told:N")
    )
    return draw(bars + _numbers(base, "x") + behind, told, _LYING * len(stacks))


def ranked(told: Telling, bars: Sequence[tuple[str, int, str]]) -> Chart:
    """Lying bars of one colour: a label, a length, and what is said behind it."""
    import altair as alt

    values = [{"label": label, "end": length, "told": words} for label, length, words in bars]
    highest = max(length for _, length, _ in bars)
    scale = alt.Scale(domain=[0, highest * 1.2], nice=False)
    base = alt.Chart(data(values)).encode(y=lying_names(), x=alt.X("end:Q", axis=None, scale=scale))
    behind = base.mark_text(align="left", dx=6, color=INK, fontSize=12).encode(text="told:N")
    return draw(base.mark_bar(color=BLUE, size=18) + behind, told, _LYING * len(bars))


def both_sides(told: Telling, bars: Sequence[tuple[str, int, int]]) -> Chart:
    """Lying bars to the left for what was mended, to the right for what is new."""
    import altair as alt

    sides = {"Rettet": GOOD, "Nye": BAD}
    values = [
        {"label": label, "kind": kind, "end": sign * many, "told": number(many) if many else ""}
        for label, mended, new in bars
        for kind, sign, many in (("Rettet", -1, mended), ("Nye", 1, new))
    ]
    farthest = max(max(mended, new) for _, mended, new in bars) * 1.3
    scale = alt.Scale(domain=[-farthest, farthest], nice=False)
    base = alt.Chart(data(values)).encode(y=lying_names(), x=alt.X("end:Q", axis=None, scale=scale))
    drawn = base.mark_bar(size=18).encode(color=_colour(sides, ()))
    behind = (
        base.mark_text(align="right", dx=-5, color=INK, fontSize=12),
        base.mark_text(align="left", dx=5, color=INK, fontSize=12),
    )
    for kind, text in zip(sides, behind, strict=True):
        drawn += text.encode(text="told:N").transform_filter(f"datum.kind === '{kind}'")
    middle = alt.Chart(data([{"end": 0}])).mark_rule(color=INK).encode(x="end:Q")
    return draw(drawn + middle, told, _LYING * len(bars))


def _pieces(
    stacks: Sequence[Stack], colours: Mapping[str, str], unit: str, least: float
) -> Iterator[dict[str, Any]]:
    """Each part of each stack: where it begins and ends, and what to write on it."""
    for label, counts in stacks:
        end = 0.0
        for kind, colour in colours.items():
            start, end = end, end + counts[kind]
            shown = f"{number(counts[kind])}{unit}" if end - start >= least else ""
            yield {
                "label": label,
                "kind": kind,
                "start": start,
                "end": end,
                "mid": (start + end) / 2,
                "told": shown,
                "ink": ink_on(colour),
            }


def _numbers(base: Any, axis: str) -> Any:
    import altair as alt

    channel = alt.Y("mid:Q") if axis == "y" else alt.X("mid:Q")
    ink = alt.Color("ink:N", scale=None)
    return base.mark_text(fontSize=12).encode(channel, text="told:N", color=ink)


def _colour(colours: Mapping[str, str], stacks: Sequence[Stack]) -> Any:
    import altair as alt

    used = [k for k in colours if not stacks or any(counts[k] for _, counts in stacks)]
    legend = alt.Legend(title=None, orient="top", symbolType="square")
    scale = alt.Scale(domain=used, range=[colours[kind] for kind in used])
    return alt.Color("kind:N", scale=scale, legend=legend)
