"""Numbers -> charts as SVG, each with a description in words and the numbers it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from klartekst.audit.report.numbers import Bin, Cause, Coverage, Leak, Numbers, Period
from klartekst.audit.report.wording import number, percent

INK, QUIET, BLUE = "#1b2733", "#51606d", "#1f5f8b"
# Told apart by lightness too, so that they hold in grey print and for the colour-blind.
GOOD, FAIR, BAD, WORST = "#2f7d6b", "#e3b23c", "#b3392f", "#5d1a14"
_FONT = "Segoe UI, Helvetica Neue, Arial, sans-serif"
_WIDTH = 640
_LOCALE = {"decimal": ",", "thousands": "\u202f", "grouping": [3], "currency": ["", " kr"]}

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, what it shows in one sentence, and its numbers: a heading row and rows."""

    id: str
    title: str
    description: str
    svg: str
    head: Cells
    rows: tuple[Cells, ...]


def charts_of(numbers: Numbers, name_of: Callable[[str], str]) -> dict[str, Chart]:
    """All charts that there are numbers for, by id."""
    made = [
        _verdicts(numbers.periods),
        _trend("clarity", "Klarhet over tid", "klarhet", numbers.periods),
        _trend("lix", "LIX over tid", "LIX", numbers.periods),
        _distribution("clarity-spread", "Klarhet", 10, numbers.clarity),
        _distribution("lix-spread", "LIX", 5, numbers.lix),
        _causes(numbers.causes, numbers.overview.checked, name_of),
        _leaks(numbers.leaks, name_of),
        _coverage(numbers.coverage),
    ]
    return {chart.id: chart for chart in made if chart}


def _verdicts(periods: Sequence[Period]) -> Chart | None:
    if not periods:
        return None
    kinds = {"Klar": "ready", "Advarsler": "warnings", "Stopp": "stops"}
    last = periods[-1]
    return _stacked(
        "verdicts",
        "Saker etter vurdering",
        "Stolper for hver periode, delt etter hvor mange saker som er klare, har advarsler og har "
        f"stopp. {last.label}: {percent(last.stops, last.items)} har stopp.",
        [(p.label, {kind: getattr(p, field) for kind, field in kinds.items()}) for p in periods],
        dict(zip(kinds, (GOOD, FAIR, BAD), strict=True)),
        "Periode",
    )


def _coverage(coverage: Sequence[Coverage]) -> Chart | None:
    kinds = {
        "Med": "present",
        "Delvis med": "partial",
        "Mangler": "missing",
        "Sagt imot": "contradicted",
    }
    if not coverage:
        return None
    return _stacked(
        "coverage",
        "Budskap som er med",
        "Stolper for hver periode, delt etter om budskapene er med i saken, delvis med, mangler "
        "eller er sagt imot.",
        [(c.label, {kind: getattr(c, field) for kind, field in kinds.items()}) for c in coverage],
        dict(zip(kinds, (GOOD, FAIR, BAD, WORST), strict=True)),
        "Periode",
    )


def _leaks(leaks: Sequence[Leak], name_of: Callable[[str], str]) -> Chart | None:
    ages = {
        "Siste år": "last_year",
        "1–3 år": "last_three_years",
        "Over 3 år": "older",
        "Uten dato": "undated",
    }
    if not leaks:
        return None
    return _stacked(
        "leaks",
        "Mulige personopplysninger etter sakens alder",
        "Liggende stolper for hvert slag personopplysning, delt etter hvor gamle sakene er. Flest "
        f"funn: {name_of(leaks[0].rule)}, {number(leaks[0].findings)}.",
        [(name_of(k.rule), {age: getattr(k, f) for age, f in ages.items()}) for k in leaks],
        dict(zip(ages, (WORST, BAD, FAIR, "#b9c4cc"), strict=True)),
        "Slag",
        is_lying=True,
    )


def _stacked(  # noqa: PLR0913, PLR0917  a chart takes what it takes
    id_: str,
    title: str,
    description: str,
    listed: Sequence[tuple[str, dict[str, int]]],
    colours: dict[str, str],
    what: str,
    *,
    is_lying: bool = False,
) -> Chart:
    """Stacked columns, or lying bars for long labels."""
    import altair as alt

    kinds = [kind for kind in colours if any(counts[kind] for _, counts in listed)]
    values = [
        {"label": label, "kind": kind, "items": counts[kind], "order": kinds.index(kind)}
        for label, counts in listed
        for kind in kinds
    ]
    labels = alt.Axis(title=None, labelAngle=0, labelLimit=300, domain=not is_lying, ticks=False)
    count = alt.Axis(title="Antall", tickMinStep=1, format=",d")
    across = "label:N", labels
    up = "sum(items):Q", count
    (x, x_axis), (y, y_axis) = (up, across) if is_lying else (across, up)
    chart = (
        alt.Chart(_data(values))
        .mark_bar(size=16 if is_lying else min(46, 480 // len(listed)))
        .encode(
            x=alt.X(x, axis=x_axis, sort=None),
            y=alt.Y(y, axis=y_axis, sort=None),
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=kinds, range=[colours[kind] for kind in kinds]),
                legend=alt.Legend(title=None, orient="top", symbolType="square"),
            ),
            order="order:Q",
        )
    )
    height = 26 * len(listed) if is_lying else 240
    rows = tuple((label, *(number(counts[kind]) for kind in kinds)) for label, counts in listed)
    svg = _svg(chart, id_, title, description, height, 400 if is_lying else _WIDTH)
    return Chart(id_, title, description, svg, (what, *kinds), rows)


def _trend(field: str, title: str, what: str, periods: Sequence[Period]) -> Chart | None:
    import altair as alt

    known: list[tuple[str, float]] = [
        (period.label, getattr(period, field))
        for period in periods
        if getattr(period, field) is not None and period.label[:1].isdigit()
    ]
    if len(known) < 2:
        return None
    decimals = 0 if field == "clarity" else 1
    values = [{"label": label, "value": v, "told": number(v, decimals)} for label, v in known]
    (first, before), (last, now) = known[0], known[-1]
    description = (
        f"Linje som viser median {what} for hver periode, fra {number(before, decimals)} i {first} "
        f"til {number(now, decimals)} i {last}."
    )
    base = alt.Chart(_data(values)).encode(
        x=alt.X("label:N", axis=alt.Axis(title=None, labelAngle=0, ticks=False), sort=None),
        y=alt.Y(
            "value:Q",
            axis=alt.Axis(title=f"Median {what}", tickCount=5),
            scale=alt.Scale(domain=[0, max(100 if field == "clarity" else 60, *_ends(known))]),
        ),
    )
    line = base.mark_line(color=BLUE, strokeWidth=3, point=alt.OverlayMarkDef(color=BLUE, size=70))
    told = base.mark_text(dy=-14, fontSize=13, color=INK, fontWeight="bold").encode(text="told:N")
    rows = tuple((label, number(value, decimals)) for label, value in known)
    svg = _svg(line + told, field, title, description, 220, 560)
    return Chart(field, title, description, svg, ("Periode", f"Median {what}"), rows)


def _ends(known: Sequence[tuple[str, float]]) -> tuple[float, ...]:
    return tuple(value for _, value in known)


def _distribution(id_: str, what: str, width: int, bins: Sequence[Bin]) -> Chart | None:
    import altair as alt

    if not bins:
        return None
    title = f"Slik fordeler sakene seg på {what if what == 'LIX' else what.casefold()}"
    labels = [f"{bin_.start}–{_end(bin_.start, width)}" for bin_ in bins]
    most = max(bins, key=lambda bin_: bin_.items)
    description = (
        f"Stolper som viser hvor mange saker som har hvor høy {what}. Flest saker, "
        f"{number(most.items)}, ligger fra {most.start} til {most.start + width}."
    )
    values = [
        {"label": label, "items": bin_.items} for label, bin_ in zip(labels, bins, strict=True)
    ]
    chart = (
        alt.Chart(_data(values))
        .mark_bar(color=BLUE)
        .encode(
            x=alt.X("label:N", sort=None, axis=alt.Axis(title=what, labelAngle=0, ticks=False)),
            y=alt.Y("items:Q", axis=alt.Axis(title="Antall saker", tickMinStep=1, format=",d")),
        )
    )
    rows = tuple((label, number(bin_.items)) for label, bin_ in zip(labels, bins, strict=True))
    svg = _svg(chart, id_, title, description, 200, 560)
    return Chart(id_, title, description, svg, (what, "Saker"), rows)


def _end(start: int, width: int) -> int:
    """The last whole number of a bin: 100 goes with the nineties."""
    return 100 if start + width == 100 else start + width - 1


def _causes(causes: Sequence[Cause], checked: int, name_of: Callable[[str], str]) -> Chart | None:
    import altair as alt

    if not causes:
        return None
    values = [
        {"label": name_of(c.rule), "items": c.items, "told": percent(c.items, checked)}
        for c in causes
    ]
    title = "De vanligste årsakene"
    description = (
        "Liggende stolper som viser hvor mange saker hver regel gir advarsel eller stopp i. "
        f"Vanligst: {name_of(causes[0].rule)}, {number(causes[0].items)} saker."
    )
    base = alt.Chart(_data(values)).encode(
        y=alt.Y(
            "label:N",
            sort=None,
            axis=alt.Axis(title=None, labelLimit=320, domain=False, ticks=False),
        ),
        x=alt.X("items:Q", axis=alt.Axis(title="Antall saker", tickMinStep=1, format=",d")),
    )
    bars = base.mark_bar(color=BLUE, size=16)
    told = base.mark_text(align="left", dx=5, color=INK, fontSize=12).encode(text="told:N")
    svg = _svg(bars + told, "causes", title, description, 26 * len(causes), 400)
    rows = tuple((name_of(c.rule), number(c.items), number(c.findings)) for c in causes)
    return Chart("causes", title, description, svg, ("Regel", "Saker", "Funn"), rows)


def _data(values: Sequence[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.Data(values=values)  # type: ignore[no-untyped-call]  # made by a script of altair's


def _svg(  # noqa: PLR0913, PLR0917  a chart takes what it takes
    chart: Any, id_: str, title: str, description: str, height: int, width: int
) -> str:
    """The chart as SVG that a screen reader tells by its title and description."""
    import vl_convert

    styled = (
        chart.properties(width=width, height=height, background="transparent")
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
    quiet = re.sub(r"\b(clip|gradient_?)(\d+)\b", rf"{id_}-\1\2", quiet)
    # The picture takes the width that there is, and no more than its own.
    quiet = re.sub(r'^<svg([^>]*?) width="([\d.]+)" height="[\d.]+"', r'<svg\1 width="\2"', quiet)
    about = (
        f'<title id="{id_}-title">{escape(title)}</title>'
        f'<desc id="{id_}-desc">{escape(description)}</desc>'
    )
    named = f' role="img" aria-labelledby="{id_}-title {id_}-desc">{about}'
    return quiet.replace(">", named, 1)
