"""Which charts a report has: numbers -> pictures, each told in words and figures too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from klartekst.audit.report import bars
from klartekst.audit.report.changes import Changes
from klartekst.audit.report.drawing import (
    BAD,
    FAIR,
    GOOD,
    GREY,
    LINE_BREAK,
    WORST,
    Chart,
    Telling,
)
from klartekst.audit.report.numbers import Bin, Cause, Coverage, Leak, Numbers, Period
from klartekst.audit.report.trends import Point, trend
from klartekst.audit.report.wording import number, percent

NameOf = Callable[[str], str]
Kinds = Mapping[str, tuple[str, str]]  # headings, each with a field and a colour

_MOST_BARS = 12
_FEWEST_ITEMS = 5  # of a period whose median says something
_VERDICTS: Kinds = {
    "Klar": ("ready", GOOD),
    "Advarsler": ("warnings", FAIR),
    "Stopp": ("stops", BAD),
}
_LEVELS: Kinds = {"Lett": ("easy", GOOD), "Middels": ("medium", FAIR), "Vanskelig": ("hard", BAD)}
_AGES: Kinds = {
    "Siste år": ("last_year", WORST),
    "1–3 år": ("last_three_years", BAD),
    "Over 3 år": ("older", FAIR),
    "Uten dato": ("undated", GREY),
}
_COVERED: Kinds = {
    "Med": ("present", GOOD),
    "Delvis med": ("partial", FAIR),
    "Mangler": ("missing", BAD),
    "Sagt imot": ("contradicted", WORST),
}
_LIX_MARKS = {30.0: "lett under 30", 50.0: "tungt over 50"}


def charts_of(numbers: Numbers, name_of: NameOf) -> dict[str, Chart]:
    """All charts that there are numbers for, by id."""
    made = [
        _verdicts(numbers.periods),
        _trend("clarity", "Klarhet over tid", "klarhet", numbers.periods, {}),
        _trend("lix", "LIX over tid", "LIX", numbers.periods, _LIX_MARKS),
        _distribution("clarity-spread", "Klarhet", 10, numbers.clarity),
        _distribution("lix-spread", "LIX", 5, numbers.lix),
        _causes(numbers.causes, numbers.overview.checked, name_of),
        _leaks(numbers.leaks, name_of),
        _coverage(numbers.coverage),
        _changes(numbers.changes, name_of),
    ]
    return {chart.told.id: chart for chart in made if chart}


def _verdicts(periods: Sequence[Period]) -> Chart | None:
    if not periods:
        return None
    last = periods[-1]
    told = Telling(
        "verdicts",
        "Hvor stor del er klar?",
        "Stolper for hver periode, delt etter hvor mange prosent av sakene som er klare, har "
        f"advarsler og har stopp. {last.label}: {percent(last.ready, last.items)} er klare og "
        f"{percent(last.stops, last.items)} har stopp.",
        ("Periode", "Saker", *_VERDICTS),
        tuple((p.label, number(p.items), *_told(p, _VERDICTS)) for p in periods),
    )
    return _shares(told, [(p.label, p, p.items) for p in periods], _VERDICTS, "Prosent av sakene")


def _coverage(coverage: Sequence[Coverage]) -> Chart | None:
    if not coverage:
        return None
    listed = [(c.label, c, sum(_counts(c, _COVERED).values())) for c in coverage]
    told = Telling(
        "coverage",
        "Budskap som er med i saken",
        "Stolper for hver periode, delt etter hvor mange prosent av budskapene som er med i saken, "
        "delvis med, mangler eller er sagt imot.",
        ("Periode", "Budskap", *_COVERED),
        tuple((label, number(all_), *_told(c, _COVERED)) for label, c, all_ in listed),
    )
    return _shares(told, listed, _COVERED, "Prosent av budskapene")


def _trend(
    field: str, title: str, what: str, periods: Sequence[Period], marks: Mapping[float, str]
) -> Chart | None:
    decimals = 0 if field == "clarity" else 1
    dated = [period for period in periods if period.label[-1].isdigit()]
    telling = [period for period in dated if period.items >= _FEWEST_ITEMS]
    points = [
        Point(_in_lines(period.label), low, median, high)
        for period in (telling if len(telling) > 1 else dated)
        if (low := getattr(period, f"{field}_low")) is not None
        and (median := getattr(period, field)) is not None
        and (high := getattr(period, f"{field}_high")) is not None
    ]
    if len(points) < 2:
        return None
    rows = tuple(
        (
            p.label.replace(LINE_BREAK, " "),
            *(number(v, decimals) for v in (p.low, p.median, p.high)),
        )
        for p in points
    )
    told = Telling(
        field,
        title,
        f"Linje som viser median {what} for hver periode, fra {rows[0][2]} i {rows[0][0]} til "
        f"{rows[-1][2]} i {rows[-1][0]}. Halvparten av sakene ligger i det lyse feltet rundt.",
        ("Periode", "En firedel er under", "Median", "En firedel er over"),
        rows,
    )
    return trend(told, points, f"{what[0].upper()}{what[1:]}", marks, decimals)


def _distribution(id_: str, what: str, width: int, bins: Sequence[Bin]) -> Chart | None:
    if not bins:
        return None
    labels = [f"{bin_.start}–{_end(bin_.start, width)}" for bin_ in bins]
    most = max(range(len(bins)), key=lambda index: bins[index].items)
    told = Telling(
        id_,
        f"Slik fordeler sakene seg på {what if what == 'LIX' else what.casefold()}",
        f"Stolper som viser hvor mange saker som har hvor høy {what}, delt etter om saken er lett, "
        f"middels eller vanskelig. Flest, {number(bins[most].items)}, har {labels[most]}.",
        (what, "Saker", *_LEVELS),
        tuple(
            (label, number(bin_.items), *_told(bin_, _LEVELS))
            for label, bin_ in zip(labels, bins, strict=True)
        ),
    )
    stacks = [(label, _counts(bin_, _LEVELS)) for label, bin_ in zip(labels, bins, strict=True)]
    return bars.columns(told, stacks, _colours(_LEVELS), "Antall saker", names_title=what)


def _end(start: int, width: int) -> int:
    """The last whole number of a bin: 100 goes with the nineties."""
    return 100 if start + width == 100 else start + width - 1


def _causes(causes: Sequence[Cause], checked: int, name_of: NameOf) -> Chart | None:
    if not causes:
        return None
    told = Telling(
        "causes",
        "De vanligste årsakene",
        "Liggende stolper som viser hvor mange saker hver regel gir advarsel eller stopp i. "
        f"Vanligst: {name_of(causes[0].rule)}, {number(causes[0].items)} saker.",
        ("Regel", "Saker", "Funn"),
        tuple((name_of(c.rule), number(c.items), number(c.findings)) for c in causes),
    )
    listed = [
        (name_of(c.rule), c.items, f"{number(c.items)} ({percent(c.items, checked)})")
        for c in causes
    ]
    return bars.ranked(told, listed)


def _leaks(leaks: Sequence[Leak], name_of: NameOf) -> Chart | None:
    if not leaks:
        return None
    told = Telling(
        "leaks",
        "Mulige personopplysninger etter sakens alder",
        "Liggende stolper for hvert slag personopplysning, delt etter hvor gamle sakene er. Flest "
        f"funn: {name_of(leaks[0].rule)}, {number(leaks[0].findings)}.",
        ("Slag", "Funn", *_AGES),
        tuple((name_of(k.rule), number(k.findings), *_told(k, _AGES)) for k in leaks),
    )
    stacks = [(name_of(k.rule), _counts(k, _AGES)) for k in leaks[:_MOST_BARS]]
    if rest := leaks[_MOST_BARS:]:
        all_ = {age: sum(_counts(k, _AGES)[age] for k in rest) for age in _AGES}
        stacks.append((f"{len(rest)} andre slag", all_))
    return bars.lying(told, stacks, _colours(_AGES))


def _changes(changes: Changes | None, name_of: NameOf) -> Chart | None:
    if changes is None or not changes.changed:
        return None
    told = Telling(
        "changes",
        "Rettet og nytt, etter regel",
        "Liggende stolper for hver regel: til venstre funn som er rettet, til høyre funn som er "
        f"nye. I alt er {number(changes.mended)} rettet og {number(changes.new)} nye.",
        ("Regel", "Rettet", "Nye", "Uendret"),
        tuple(
            (name_of(r.rule), number(r.mended), number(r.new), number(r.unchanged))
            for r in changes.changed
        ),
    )
    most = changes.changed[:_MOST_BARS]
    return bars.both_sides(told, [(name_of(r.rule), r.mended, r.new) for r in most])


def _shares(
    told: Telling, listed: Sequence[tuple[str, object, int]], kinds: Kinds, axis: str
) -> Chart:
    stacks = [
        (
            f"{_in_lines(label)}{LINE_BREAK}({number(all_)})",
            {kind: 100 * many / all_ for kind, many in _counts(record, kinds).items()},
        )
        for label, record, all_ in listed
    ]
    return bars.columns(told, stacks, _colours(kinds), axis, unit="\u00a0%")


def _counts(record: object, kinds: Kinds) -> dict[str, int]:
    return {kind: getattr(record, field) for kind, (field, _) in kinds.items()}


def _told(record: object, kinds: Kinds) -> tuple[str, ...]:
    return tuple(map(number, _counts(record, kinds).values()))


def _colours(kinds: Kinds) -> dict[str, str]:
    return {kind: colour for kind, (_, colour) in kinds.items()}


def _in_lines(label: str) -> str:
    """«mai 2024» on two lines, so that many columns have room."""
    first, _, year = label.rpartition(" ")
    return f"{first}{LINE_BREAK}{year}" if first and year.isdigit() else label
