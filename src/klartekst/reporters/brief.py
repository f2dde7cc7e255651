"""A reviewed brief, for a person to read and for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import click

from klartekst import __version__
from klartekst.model import Brief, Severity, Weakness, WeaknessKind
from klartekst.reporters.phrases import Norm

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class ReviewedBrief:
    """A brief's file with what is weak in it and on which lines, or why it could not be read."""

    path: str
    norm: Norm = "nb"
    brief: Brief | None = None
    weaknesses: tuple[tuple[Weakness, int | None], ...] = ()
    error: str | None = None


def to_text(reviewed: Sequence[ReviewedBrief]) -> str:
    """All briefs for a person to read."""
    return "\n\n".join("\n".join(_lines(one)) for one in reviewed)


def to_json(reviewed: Sequence[ReviewedBrief]) -> str:
    """All briefs as one JSON object, version 1."""
    report = {
        "version": SCHEMA_VERSION,
        "tool": {"name": "klartekst", "version": __version__},
        "briefs": [
            {
                "name": one.path,
                "messages": len(one.brief.messages) if one.brief else 0,
                "error": one.error,
                "weaknesses": [
                    {
                        "kind": weakness.kind,
                        "severity": weakness.severity,
                        "line": line,
                        "message": wording(weakness, one.norm),
                    }
                    for weakness, line in one.weaknesses
                ],
            }
            for one in reviewed
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def wording(weakness: Weakness, norm: Norm) -> str:
    """What a weakness is and what to do about it, in one or two sentences."""
    return _WORDING[norm][weakness.kind].format_map(weakness.values)


def _lines(one: ReviewedBrief) -> list[str]:
    if one.error is not None or one.brief is None:
        return [f"{click.style('IKKE KONTROLLERT', fg='red', bold=True)}  {one.error}"]
    lines = [click.style(one.path, bold=True)]
    if not one.weaknesses:
        return [*lines, click.style(_GOOD[one.norm], fg="green", bold=True)]
    for severity in Severity:
        found = [(w, line) for w, line in one.weaknesses if w.severity is severity]
        if found:
            lines += ["", click.style(_HEADING[one.norm][severity], bold=True)]
        for weakness, line in found:
            place = f"linje {line}: " if line else ""
            lines.append(f"  • {place}{wording(weakness, one.norm)}")
    return lines


_HEADING: Mapping[Norm, Mapping[Severity, str]] = {
    "nb": {
        Severity.ERROR: "Rett dette før du skriver",
        Severity.WARNING: "Se på dette",
        Severity.INFO: "Tips",
    },
    "nn": {
        Severity.ERROR: "Rett dette før du skriv",
        Severity.WARNING: "Sjå på dette",
        Severity.INFO: "Tips",
    },
}

_GOOD: Mapping[Norm, str] = {
    "nb": "KLAR – budskapene er tydelige",
    "nn": "KLAR – bodskapane er tydelege",
}

_WORDING: Mapping[Norm, Mapping[WeaknessKind, str]] = {
    "nb": {
        "hovedbudskap-mangler": "Hovedbudskapet mangler. Skriv én setning om det dere vil ha fram, "
        "først og fremst.",
        "for-mange-budskap": "{count} budskap er for mange. Behold de {most} viktigste.",
        "budskap-tomt": "Budskapet er tomt. Skriv én setning, eller ta det ut.",
        "budskap-spor": "Budskapet er et spørsmål. Skriv svaret som en setning.",
        "budskap-uten-verb": "Budskapet er et emne, ikke en setning. Skriv hvem som gjør hva.",
        "budskap-to-ting": "Budskapet sier to ting. Del det i to budskap.",
        "budskap-for-langt": "Budskapet er på {words} ord. Kort det ned til {most} eller færre, så "
        "det kan gjengis.",
        "budskap-vagt": "Budskapet er vagt. Si hva folk får eller må gjøre, når og hvor.",
        "budskap-gjentatt": "Budskapet er det samme som et tidligere. Ta ut det ene.",
        "maalgruppe-mangler": "Hvem er målgruppen? Skriv maalgruppe under [utspill].",
        "talsperson-mangler": "Hvem bør uttale seg? Legg til en [[talsperson]].",
        "talsperson-uten-rolle": "Hvilken rolle har {name}? Skriv rolle, for eksempel ordfører.",
        "krise-uten-talsperson": "I en krise må det være klart hvem som uttaler seg. Legg til "
        "ordføreren, eller den ordføreren har delegert til, som [[talsperson]].",
        "krise-uten-delegering": "{name} er ikke ordfører. Har ordføreren delegert, så skriv "
        "delegert = true.",
        "grunn-mangler": "Hvorfor kan dere ikke si dette? Skriv grunn, så vet alle hva de kan "
        "svare.",
        "kilde-mangler": "Hvor har dere dette fra? Skriv kilde, så kan det sjekkes.",
        "sitat-uten-navn": "Hvem blir sitert? Skriv navn.",
        "sitat-ikke-godkjent": "Sitatet er ikke godkjent. La den som blir sitert, lese det, og "
        "skriv godkjent_av.",
    },
    "nn": {
        "hovedbudskap-mangler": "Hovudbodskapen manglar. Skriv éi setning om det de vil ha fram, "
        "først og fremst.",
        "for-mange-budskap": "{count} bodskapar er for mange. Hald på dei {most} viktigaste.",
        "budskap-tomt": "Bodskapen er tom. Skriv éi setning, eller ta han ut.",
        "budskap-spor": "Bodskapen er eit spørsmål. Skriv svaret som ei setning.",
        "budskap-uten-verb": "Bodskapen er eit emne, ikkje ei setning. Skriv kven som gjer kva.",
        "budskap-to-ting": "Bodskapen seier to ting. Del han i to bodskapar.",
        "budskap-for-langt": "Bodskapen er på {words} ord. Kort han ned til {most} eller færre, så "
        "han kan attgjevast.",
        "budskap-vagt": "Bodskapen er vag. Sei kva folk får eller må gjere, når og kvar.",
        "budskap-gjentatt": "Bodskapen er den same som ein tidlegare. Ta ut den eine.",
        "maalgruppe-mangler": "Kven er målgruppa? Skriv maalgruppe under [utspill].",
        "talsperson-mangler": "Kven bør uttale seg? Legg til ein [[talsperson]].",
        "talsperson-uten-rolle": "Kva rolle har {name}? Skriv rolle, til dømes ordførar.",
        "krise-uten-talsperson": "I ei krise må det vere klart kven som uttaler seg. Legg til "
        "ordføraren, eller den ordføraren har delegert til, som [[talsperson]].",
        "krise-uten-delegering": "{name} er ikkje ordførar. Har ordføraren delegert, så skriv "
        "delegert = true.",
        "grunn-mangler": "Kvifor kan de ikkje seie dette? Skriv grunn, så veit alle kva dei kan "
        "svare.",
        "kilde-mangler": "Kvar har de dette frå? Skriv kilde, så kan det sjekkast.",
        "sitat-uten-navn": "Kven er sitert? Skriv navn.",
        "sitat-ikke-godkjent": "Sitatet er ikkje godkjent. Lat den som er sitert, lese det, og "
        "skriv godkjent_av.",
    },
}
