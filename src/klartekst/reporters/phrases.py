"""The fixed words of a report, in the written norm of the draft that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from klartekst.model import Language, Level, Severity, Verdict, Where

Norm = Literal["nb", "nn"]

VERDICT: Mapping[Norm, Mapping[Verdict, str]] = {
    "nb": {
        Verdict.READY: "KLAR – ingenting hindrer at den sendes",
        Verdict.WARNINGS: "SE OVER – les advarslene før du sender",
        Verdict.STOP: "STOPP – ikke send ennå",
        Verdict.UNCHECKED: "IKKE KONTROLLERT",
    },
    "nn": {
        Verdict.READY: "KLAR – ingenting hindrar at ho blir send",
        Verdict.WARNINGS: "SJÅ OVER – les åtvaringane før du sender",
        Verdict.STOP: "STOPP – ikkje send enno",
        Verdict.UNCHECKED: "IKKJE KONTROLLERT",
    },
}

SEVERITY_HEADING: Mapping[Norm, Mapping[Severity, str]] = {
    "nb": {
        Severity.ERROR: "Rett dette før du sender",
        Severity.WARNING: "Se på dette",
        Severity.INFO: "Tips",
    },
    "nn": {
        Severity.ERROR: "Rett dette før du sender",
        Severity.WARNING: "Sjå på dette",
        Severity.INFO: "Tips",
    },
}

SEVERITY_COUNT: Mapping[Norm, Mapping[Severity, tuple[str, str]]] = {
    "nb": {
        Severity.ERROR: ("stopp", "stopp"),
        Severity.WARNING: ("advarsel", "advarsler"),
        Severity.INFO: ("tips", "tips"),
    },
    "nn": {
        Severity.ERROR: ("stopp", "stopp"),
        Severity.WARNING: ("åtvaring", "åtvaringar"),
        Severity.INFO: ("tips", "tips"),
    },
}

# Of one draft and of several, at the end of a run.
IN_SUMMARY: Mapping[Verdict, tuple[str, str]] = {
    Verdict.READY: ("klart", "klare"),
    Verdict.WARNINGS: ("med advarsler", "med advarsler"),
    Verdict.STOP: ("med stopp", "med stopp"),
    Verdict.UNCHECKED: ("ikke kontrollert", "ikke kontrollert"),
}

WHERE: Mapping[Norm, Mapping[Where, str]] = {
    "nb": {"title": "i tittelen", "lead": "i ingressen", "body": "i brødteksten"},
    "nn": {"title": "i tittelen", "lead": "i ingressen", "body": "i brødteksten"},
}

LANGUAGE: Mapping[Language, str] = {
    "nb": "bokmål",
    "nn": "nynorsk",
    "mixed": "bokmål og nynorsk om hverandre",
    "other": "ikke norsk, så språkrådene er usikre",
}

LEVEL: Mapping[Norm, Mapping[Level, str]] = {
    "nb": {"lett": "lett", "middels": "middels", "vanskelig": "vanskelig"},
    "nn": {"lett": "lett", "middels": "middels", "vanskelig": "vanskeleg"},
}

WORDS: Mapping[Norm, Mapping[str, str]] = {
    "nb": {
        "messages": "Budskapene",
        "missing": "mangler",
        "closest": "Nærmest",
        "line": "linje",
        "reading": "Slik leses teksten",
        "words": "ord",
        "sentence": "setning",
        "sentences": "setninger",
        "per_sentence": "ord per setning",
        "passives": "passiver per 100 ord",
        "clarity": "klarhet {clarity} av 100 ({level})",
        "scale": "30 lett, 40 middels, 50 vanskelig, 60 svært vanskelig",
        "more": "… og {count} til. Se alle med --all.",
        "explain": "Mer om en regel: klartekst explain {rule}",
    },
    "nn": {
        "messages": "Bodskapane",
        "missing": "manglar",
        "closest": "Nærast",
        "line": "linje",
        "reading": "Slik blir teksten lesen",
        "words": "ord",
        "sentence": "setning",
        "sentences": "setningar",
        "per_sentence": "ord per setning",
        "passives": "passivar per 100 ord",
        "clarity": "klarleik {clarity} av 100 ({level})",
        "scale": "30 lett, 40 middels, 50 vanskeleg, 60 svært vanskeleg",
        "more": "… og {count} til. Sjå alle med --all.",
        "explain": "Meir om ein regel: klartekst explain {rule}",
    },
}


def norm_of(language: Language | None) -> Norm:
    """The norm that a report on a draft is worded in."""
    return "nn" if language == "nn" else "nb"
