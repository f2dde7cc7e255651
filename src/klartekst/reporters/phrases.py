"""The fixed words of a report, in the written norm of the draft that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from klartekst.model import (
    STDIN,
    ClarityPart,
    Language,
    Level,
    MessageState,
    Readership,
    Severity,
    Suppressed,
    Verdict,
    Where,
)

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

MESSAGE_MARK: Mapping[MessageState, str] = {
    "present": "✓",
    "partial": "½",
    "missing": "✗",
    "contradicted": "≠",
}

# How a message stands in the draft, where it is not simply there.
STATE: Mapping[Norm, Mapping[MessageState, str]] = {
    "nb": {
        "present": "er med",
        "partial": "bare halvt sagt",
        "missing": "mangler",
        "contradicted": "teksten sier noe annet",
    },
    "nn": {
        "present": "er med",
        "partial": "berre halvt sagt",
        "missing": "manglar",
        "contradicted": "teksten seier noko anna",
    },
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

READERS: Mapping[Norm, Mapping[Readership, str]] = {
    "nb": {"innbyggere": "innbyggere", "journalister": "journalister", "fagfolk": "fagfolk"},
    "nn": {"innbyggere": "innbyggjarar", "journalister": "journalistar", "fagfolk": "fagfolk"},
}

# What takes from clarity.
PART: Mapping[Norm, Mapping[ClarityPart, str]] = {
    "nb": {
        "long_sentences": "lange setninger",
        "long_words": "lange ord",
        "rare_words": "sjeldne ord",
        "passives": "passiv",
        "nominalisations": "verb gjort om til substantiv",
        "officialese": "kanselliord",
        "register": "ordvalg som i lover",
        "late_verbs": "verb som kommer sent",
        "nesting": "leddsetninger inni hverandre",
    },
    "nn": {
        "long_sentences": "lange setningar",
        "long_words": "lange ord",
        "rare_words": "sjeldne ord",
        "passives": "passiv",
        "nominalisations": "verb gjorde om til substantiv",
        "officialese": "kanselliord",
        "register": "ordval som i lover",
        "late_verbs": "verb som kjem seint",
        "nesting": "leddsetningar inni kvarandre",
    },
}

WORDS: Mapping[Norm, Mapping[str, str]] = {
    "nb": {
        "messages": "Budskapene",
        "closest": "Nærmest",
        "suppressed": "Godkjent av dere",
        "until": "til",
        "line": "linje",
        "also": "Også",
        "reading": "Slik leses teksten",
        "words": "ord",
        "sentence": "setning",
        "sentences": "setninger",
        "per_sentence": "ord per setning",
        "passives": "passiver per 100 ord",
        "clarity": "Klarhet {clarity} av 100: {level} for {readers} "
        "({easy} og mer er lett, under {hard} vanskelig)",
        "costs": "Mest trekker",
        "lix": "LIX {lix}: {level} for {readers} (under {easy} er lett, {hard} og mer vanskelig)",
        "more": "… og {count} til. Se alle med --all.",
        "explain": "Mer om en regel: klartekst explain {rule}",
    },
    "nn": {
        "messages": "Bodskapane",
        "closest": "Nærast",
        "suppressed": "Godkjent av dykk",
        "until": "til",
        "line": "linje",
        "also": "Også",
        "reading": "Slik blir teksten lesen",
        "words": "ord",
        "sentence": "setning",
        "sentences": "setningar",
        "per_sentence": "ord per setning",
        "passives": "passivar per 100 ord",
        "clarity": "Klarleik {clarity} av 100: {level} for {readers} "
        "({easy} og meir er lett, under {hard} vanskeleg)",
        "costs": "Mest trekkjer",
        "lix": "LIX {lix}: {level} for {readers} (under {easy} er lett, {hard} og meir vanskeleg)",
        "more": "… og {count} til. Sjå alle med --all.",
        "explain": "Meir om ein regel: klartekst explain {rule}",
    },
}


_KNOWN: Mapping[Norm, tuple[str, str]] = {
    "nb": ("1 kjent funn er utelatt.", "{count} kjente funn er utelatt."),
    "nn": ("1 kjent funn er utelate.", "{count} kjende funn er utelatne."),
}


def known_told(count: int, norm: Norm) -> str:
    """How many findings a report leaves out because they were known before; nothing for none."""
    return _KNOWN[norm][count != 1].format(count=count) if count else ""


def reason_told(each: Suppressed, norm: Norm) -> str:
    """Why a finding is let stand, who says so, and until when."""
    who = f" ({each.who})" if each.who else ""
    until = f", {WORDS[norm]['until']} {each.until:%d.%m.%Y}" if each.until else ""
    return f"{each.reason}{who}{until}"


def listing(words: tuple[str, ...]) -> str:
    """«8», «8 og 12», «8, 9 og 12»: the same in both norms."""
    *most, last = words
    return f"{', '.join(most)} og {last}" if most else last


def name_shown(name: str) -> str:
    """What a report calls a draft: its name on one line, with nothing that cannot be printed."""
    if name == STDIN:
        return "standard inn"
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def norm_of(language: Language | None) -> Norm:
    """The norm that a report on a draft is worded in."""
    return "nn" if language == "nn" else "nb"
