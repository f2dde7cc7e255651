"""Nynorsk paradigms by rule, with the exceptions; no permissive table of them is to be had.

The forms follow the official norm of 2012, the commonest where several are allowed. A word that is
not listed is inflected like the longest listed word it ends in, or by its ending.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from training.forms.nynorsk_words import (
    A_VERBS,
    ADJECTIVES,
    E_VERBS,
    GENDERS,
    NOUNS,
    STRONG,
    UNINFLECTED,
)

_VOWELS = "aeiouyæøå"


GENDER_OF = {
    word: gender for gender, words in GENDERS.items() for word in words.split() if "-" not in word
}


def verb(lemma: str, attested: Mapping[str, str]) -> list[list[str]]:
    """The nine cells of a verb. `attested` has «ar» or «er» for weak verbs seen in the treebank.

    The commonest form comes first; other forms that people write, as an infinitive in -a, follow.
    """
    for start in range(len(lemma) - 1):
        tail = lemma[start:]
        if start and (tail in _NEVER_A_TAIL or (len(tail) < 4 and tail not in _SHORT_TAILS)):
            continue
        if tail in _STRONG:
            cells = [[lemma[:start] + form for form in cell] for cell in _strong(tail)]
            return _with_variants(lemma, cells, cells)
        if tail in A_VERBS or tail in E_VERBS:
            is_e = attested.get(lemma, "ar" if tail in A_VERBS else "er") == "er"
            return _weak(lemma, is_e=is_e)
    return _weak(lemma, is_e=lemma.endswith("ere") or attested.get(lemma) == "er")


def _weak(lemma: str, *, is_e: bool) -> list[list[str]]:
    one, other = (_e_verb, _a_verb) if is_e else (_a_verb, _e_verb)
    return _with_variants(lemma, one(lemma), one(lemma) if lemma.endswith("ere") else other(lemma))


def _with_variants(lemma: str, cells: list[list[str]], more: list[list[str]]) -> list[list[str]]:
    """Cells with the forms of the other conjugation after their own, and infinitives in -a."""
    merged = [list(dict.fromkeys(a + b)) for a, b in zip(cells, more, strict=True)]
    if lemma.endswith("e") and len(lemma) > 3:
        merged[0].append(lemma.removesuffix("e") + "a")
    return merged


_SHORT_TAILS = frozenset("ta gå stå få gi gje by dra tre slå sjå bli".split())
_NEVER_A_TAIL = frozenset("skje vere ete ri li le la lide like lyde".split())


def _strong(lemma: str) -> list[list[str]]:
    present, past, supine, mf, n, pl, imperative = (
        [] if cell == "-" else cell.split("/") for cell in _STRONG[lemma]
    )
    stem = lemma.removesuffix("e") if len(lemma) > 3 else lemma
    passive = [] if lemma in _NO_PASSIVE else [_PASSIVES.get(lemma, stem + "ast")]
    return [[lemma], present, past, supine, imperative, passive, mf, n, pl]


_PASSIVES = {"gi": "gjevast", "ta": "takast", "be": "bedast", "dra": "dragast", "gje": "gjevast"}
# Stems with -de in the past: levde, følgde, nemnde, kjende.
_PAST_IN_DE = re.compile(r"(?:[vgm]|fyl|kjen|mn|øy|ei)$")
_NO_PASSIVE = frozenset(
    "vere verte bli ha kunne måtte skulle ville få gå stå skje gjelde ligge liggje kome komme "
    "finnast ga vike vekse falle fare tykkje sitje sitte bety le li lide gli".split()
)
_STRONG = {line.split(":")[0]: tuple(line.split(":")[1].split()) for line in STRONG.splitlines()}


def _a_verb(lemma: str) -> list[list[str]]:
    stem = lemma.removesuffix("e")
    imperative = (
        [stem + "a"]
        if re.search(r"[^aeiouyæøå][rlnm]$|[^aeiouyæøå]j$", stem)
        and not re.search(r"(?:rn|ll|nn|mm|rr|lm|rm|rl)$", stem)
        else [stem]
    )
    past = [stem + "a"]
    return [[lemma], [stem + "ar"], past, past, imperative, [stem + "ast"], past, past, past]


def _e_verb(lemma: str) -> list[list[str]]:
    stem = lemma.removesuffix("e")
    bare = stem.removesuffix("j") if stem.endswith(("kj", "gj", "vj")) else stem
    short = re.sub(r"([bdfgklmnprstv])\1$", r"\1", bare)
    present = stem + "er"
    if short.endswith("krev"):  # krevje: krev, kravde
        short, present = short.removesuffix("ev") + "av", bare
    if bare.endswith(("nd", "ld")):
        past, supine, participle = bare + "e", bare + "t", bare
    elif bare.endswith("d"):
        past, supine, participle = bare + "de", bare + "d", bare + "d"
    elif bare.endswith("st"):
        past, supine, participle = bare + "e", bare, bare
    elif _PAST_IN_DE.search(short):
        past, supine, participle = short + "de", short + "t", short + "d"
    else:
        past, supine, participle = short + "te", short + "t", short + "t"
    plural = past if past.endswith(participle + "e") else participle + "e"
    forms = [
        present,
        past,
        supine,
        re.sub(r"mm$", "m", bare),
        stem + "ast",
        participle,
        supine,
        plural,
    ]
    return [[lemma], *([form] for form in forms)]


def noun(lemma: str, gender: str | None) -> tuple[str, list[list[str]]]:  # noqa: PLR0911  one ending a line reads best
    """Gender and the four cells of a noun."""
    for start in range(len(lemma) - 1):
        tail = lemma[start:]
        if start and len(tail) < 3:
            break
        if tail in _NOUNS and (start == 0 or gender in (None, gender_of_ending(tail))):
            cells = [[] if form == "-" else [lemma[:start] + form] for form in _NOUNS[tail]]
            return gender_of_ending(tail) or gender or "m", [[lemma], *cells]
    gender = gender or gender_of_ending(lemma) or "m"
    e_stem = lemma.removesuffix("e")
    if gender == "n":
        if lemma.endswith("e"):
            return gender, [[lemma], [lemma + "t"], [lemma], [e_stem + "a"]]
        return gender, [[lemma], [lemma + "et"], [lemma], [lemma + "a"]]
    if gender == "f":
        if lemma.endswith("ing"):
            return gender, [[lemma], [lemma + "a"], [lemma + "ar"], [lemma + "ane"]]
        return gender, [[lemma], [e_stem + "a"], [e_stem + "er"], [e_stem + "ene"]]
    definite = lemma + "n" if lemma.endswith("e") else lemma + "en"
    if re.search(r"(?:nad|skap|tet)$", lemma):
        return gender, [[lemma], [definite], [lemma + "er"], [lemma + "ene"]]
    return gender, [[lemma], [definite], [e_stem + "ar"], [e_stem + "ane"]]


_NOUNS = {line.split(":")[0]: tuple(line.split(":")[1].split()) for line in NOUNS.splitlines()}


def gender_of_ending(lemma: str) -> str | None:
    """The gender of a noun, by the lists or its ending; None when neither tells."""
    for start in range(len(lemma) - 1):
        if lemma[start:] in GENDER_OF and (start == 0 or len(lemma) - start >= 3):
            return GENDER_OF[lemma[start:]]
    if lemma.endswith(("ing", "heit")):
        return "f"
    if lemma.endswith(("ment", "eri", "ium")):
        return "n"
    if lemma.endswith(("sjon", "nad", "leik", "ar", "tet", "isme", "ist", "dom")):
        return "m"
    return None


def adjective(lemma: str) -> list[list[str]]:  # noqa: PLR0911  one rule a line reads best
    """The six cells of an adjective."""
    if lemma in _ADJECTIVES:
        return [[lemma], *([] if form == "-" else [form] for form in _ADJECTIVES[lemma])]
    if lemma.endswith(("ande", "a", "s", "e", "o")):
        return [[lemma], [lemma], [lemma], [], [], []]
    if lemma.endswith(("ig", "leg")):
        return [[lemma], [lemma], [lemma + "e"], [lemma + "are"], [lemma + "ast"], [lemma + "aste"]]
    if lemma.endswith("en"):
        stem = lemma.removesuffix("en")
        return [[lemma], [stem + "e"], [stem + "ne"], [], [], []]
    if lemma.endswith("el") and len(lemma) > 4 and not lemma.endswith("ell"):
        stem = lemma.removesuffix("el")
        return [
            [lemma],
            [lemma + "t"],
            [stem + "le"],
            [stem + "lare"],
            [stem + "last"],
            [stem + "laste"],
        ]
    if lemma.endswith(("sk", "tt", "t", "st")):
        return [[lemma], [lemma], [lemma + "e"], [], [], []]
    if lemma.endswith("d") and re.search(r"[^aeiouyæøå]d$|dd$|gd$|vd$", lemma):
        return [
            [lemma],
            [lemma.removesuffix("d").removesuffix("d") + ("dd" if lemma.endswith("dd") else "t")],
            [lemma + "e"],
            [],
            [],
            [],
        ]
    neuter = re.sub(r"([bdfgklmnprsv])\1$", r"\1", lemma) + "t"
    if lemma[-1] in _VOWELS:
        neuter = lemma + "tt"
    return [[lemma], [neuter], [lemma + "e"], [lemma + "are"], [lemma + "ast"], [lemma + "aste"]]


_ADJECTIVES = {
    line.split(":")[0]: tuple(line.split(":")[1].split()) for line in ADJECTIVES.splitlines()
}


def classes(word: str, seen: Mapping[str, Mapping[str, int]]) -> list[str]:  # noqa: PLR0911, C901  one rule a line reads best
    """The classes (V, N, A) of a word, by the lists, the treebank or its ending."""
    if word in UNINFLECTED:
        return []
    if word in _STRONG or word in E_VERBS or word in A_VERBS:
        return ["V", "N"] if word in GENDER_OF or word in _NOUNS else ["V"]
    if word in GENDER_OF or word in _NOUNS:
        return ["N"]
    if word in _ADJECTIVES:
        return ["A"]
    for start in range(max(1, len(word) - 3)):
        counts = seen.get(word[start:])
        if counts and (start == 0 or len(word) - start >= 4 or word[start:] in {"ta", "gje", "gi"}):
            most = max(counts.values())
            return [name for name, count in counts.items() if count * 5 >= most]
    if re.search(r"(?:ig|leg|sk|ande|bar|laus|iv|ell|sam|fri)$", word):
        return ["A"]
    if re.search(r"(?:ing|heit|nad|leik|sjon|ment|tet|isme|skap|else|analyse|rapport|ar)$", word):
        return ["N"]
    if word.endswith(("ere", "je", "sette", "gå", "stå", "sjå", "ta", "gje", "gi", "late")):
        return ["V"]
    tail = next((word[i:] for i in range(1, len(word) - 2) if word[i:] in GENDER_OF), None)
    if tail:
        return ["N"]
    verb_tail = next(
        (
            word[i:]
            for i in range(1, len(word) - 3)
            if word[i:] in _STRONG or word[i:] in E_VERBS or word[i:] in A_VERBS
        ),
        None,
    )
    if verb_tail or (word.endswith("e") and len(word) > 4):
        return ["V"]
    return ["N"] if len(word) > 6 else []
