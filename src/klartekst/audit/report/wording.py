"""The words of a report, and numbers and dates as Norwegians write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from klartekst.packs import load_pack

_MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember"
).split()
_NARROW_SPACE = "\u202f"

VERDICTS = {"ready": "Klar", "warnings": "Advarsler", "stop": "Stopp"}


def number(value: float | None, decimals: int = 0) -> str:
    """12 345,6 – and a dash for what is not known."""
    if value is None:
        return "–"
    return f"{value:,.{decimals}f}".replace(",", _NARROW_SPACE).replace(".", ",")


def percent(part: int, whole: int) -> str:
    """A share in whole per cent; «under 1 %» where rounding would hide that there is some."""
    if not whole:
        return "–"
    share = 100 * part / whole
    return "under 1\u00a0%" if 0 < share < 1 else f"{share:.0f}\u00a0%"


def short_date(day: date | None) -> str:
    """17.05.2024."""
    return f"{day:%d.%m.%Y}" if day else "–"


def long_date(day: date) -> str:
    """17. mai 2024."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def period_name(period: str | None) -> str:
    """2024, «2. kv. 2024» of 2024-Q2, «mai 2024» of 2024-05."""
    if period is None:
        return "uten dato"
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        return f"{part[1:]}. kv. {year}"
    return f"{_MONTHS[int(part) - 1][:3]} {year}" if part else year


def rule_namer() -> Callable[[str], str]:
    """A function that gives the title of a rule by its id; an unknown rule goes by its id."""
    titles = {rule.id: rule.title for rule in load_pack().rules if rule.language != "nn"}
    return lambda rule_id: titles.get(rule_id, rule_id)
