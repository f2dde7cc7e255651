"""Morphological features in the conventions of NorNE's own files; see ``harmonise.py``."""

from __future__ import annotations

DEMONSTRATIVES = frozenset("den det de dei".split())
NEGATIVES = frozenset("ingen inga intet ingenting ikkje-noko ingi inkje".split())


def features(word: str, pos: str, morph: str, language: str) -> str:
    """The features of one token (``A=B|C=D``, sorted) by the older conventions."""
    values = dict(part.split("=", 1) for part in morph.split("|") if part)
    if values.get("Gender") == "Com":
        del values["Gender"]
    if pos == "ADJ":
        values.pop("NumType", None)
    elif pos == "X":
        values.pop("Foreign", None)
    elif pos == "DET" and values.get("PronType") == "Art" and word in DEMONSTRATIVES:
        values["PronType"] = "Dem"
    if word in NEGATIVES and pos in ("DET", "PRON"):
        values["Polarity"] = "Neg"
        kind = values.get("PronType")
        values["PronType"] = f"Neg,{kind}" if kind not in (None, "Neg") else "Neg"
    if language == "nn":
        _say_the_unsaid(word, pos, values)
    return "|".join(f"{name}={values[name]}" for name in sorted(values, key=str.lower))


def _say_the_unsaid(word: str, pos: str, values: dict[str, str]) -> None:
    """Nynorsk training files leave out singular, and definite of nouns and adjectives."""
    number = "Number" in values
    if pos == "NOUN" and "Gender" in values and "Abbr" not in values:
        values.setdefault("Number", "Sing")
        values.setdefault("Definite", "Def")
    elif pos == "ADJ":
        if "Degree" in values:
            if values["Degree"] == "Pos" and not number:
                values["Number"] = "Sing"
                values.setdefault("Definite", "Def")
            elif values["Degree"] == "Sup":
                values.setdefault("Definite", "Def")
        elif "VerbForm" in values and not number and not word.endswith(("ande", "ende")):
            values["Number"] = "Sing"
            values.setdefault("Definite", "Def")
    elif pos in ("DET", "PRON", "NUM") and not number and _is_singular(word, pos, values):
        values["Number"] = "Sing"
    if pos == "DET" and set(values) == {"PronType"} and values["PronType"] == "Dem":
        values["Definite"] = "Def"
    if word == "noko" and pos == "PRON" and values.get("PronType") == "Prs":
        values["PronType"] = "Ind,Prs"


def _is_singular(word: str, pos: str, values: dict[str, str]) -> bool:
    """Whether a nynorsk determiner, pronoun or numeral without a number is singular."""
    if "Gender" in values:
        return True
    return pos == "PRON" and (
        "Person" in values or word == "seg" or values.get("PronType") == "Art,Prs"
    )
