"""Suggestions in the inflection of what they replace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klartekst.inflection import BASE_CELL, Forms, Paradigm

if TYPE_CHECKING:
    from klartekst.checks.language.word_list import Hit
    from klartekst.tokens import Token, Tokens

    _Head = tuple[Token, Paradigm]

_HAVE = frozenset("ha har hadde hatt".split())
_BE = frozenset(
    "være er var vært vere vore bli blir ble blei blitt verte vert vart vorte blivne".split()
)
_BEFORE_INFINITIVE = frozenset(
    "å skal skulle vil ville kan kunne må måtte bør burde tør turde la lar lot lèt let".split()
)
_DEFINITE = frozenset(
    "den det de dei denne dette disse desse min mi mitt mine din ditt dine sin si sitt sine "
    "vår vårt våre hver hvert kvar kvart deres dykkar".split()
)
_ARTICLES = frozenset("en ei et ein eit noen noe nokon noko ingen denne dette den det".split())
_REACH = 6  # words back to the verb or the article that rules the form
_CLASS_OF_TAG = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A", "DET": "A"}


@dataclass(frozen=True, slots=True)
class Fitted:
    """A suggestion as it should be written. `is_base`: it is left to the writer to inflect it."""

    words: str
    is_base: bool


def fit(suggestions: tuple[str, ...], doc: Tokens, hit: Hit, table: Forms) -> tuple[Fitted, ...]:
    """The suggestions in the form of the found words, with their capital letters."""
    head = _head(doc, hit, table)
    return tuple(_fitted(words, doc, hit, head, table) for words in suggestions)


def _fitted(words: str, doc: Tokens, hit: Hit, head: _Head | None, table: Forms) -> Fitted:
    inflected: str | None = words
    if hit.key.startswith("*"):
        inflected, words = None, words.replace("*", hit.rest)
    elif any(table.paradigms(part) for part in words.split()):
        inflected = _inflected(words, doc, hit, head, table)
    is_base = inflected is None
    written = words if inflected is None else inflected
    first = doc[hit.start]
    if first.text.isupper() and len(first) > 1:
        written = written.upper()
    elif first.text[:1].isupper():
        written = written[:1].upper() + written[1:]
    return Fitted(written, is_base)


def _inflected(words: str, doc: Tokens, hit: Hit, head: _Head | None, table: Forms) -> str | None:
    is_phrase = hit.end > hit.start + 1
    if not is_phrase and " " in words and _is_attributive(doc[hit.start]):
        return None  # «avsatte midler»: nobody writes «satte av midler»
    if head is None:  # nobody knows its forms
        return words if is_phrase or _stands_as_listed(doc, hit) else None
    token, paradigm = head
    form, genitive = token.lower_, ""
    cells = paradigm.cells_of(form)
    if not cells and form.endswith("s"):
        cells, genitive = paradigm.cells_of(form[:-1]), "s"
    if not cells:
        cells = (BASE_CELL[paradigm.word_class],) if form == paradigm.lemma else ()
    if _stands_as_listed(doc, hit):
        clashes = not is_phrase and _disagrees(doc[hit.start], paradigm, words, cells, table)
        return None if clashes else words
    choices = [table.inflect(words, paradigm.word_class, cell) for cell in cells]
    if not choices:
        return None
    if len(set(choices)) > 1:
        cells = (_cell(cells, token, paradigm),)
        choices = [table.inflect(words, paradigm.word_class, cells[0])]
    if choices[0] is None or _disagrees(doc[hit.start], paradigm, words, cells, table):
        return None
    return choices[0] + genitive


def _stands_as_listed(doc: Tokens, hit: Hit) -> bool:
    """Whether it is written as its key is: then the suggestion stands as it is listed, too."""
    return [token.lower_ for token in doc[hit.start : hit.end]] == hit.key.split()


def _is_attributive(token: Token) -> bool:
    return token.dep_ == "amod" and token.head.i > token.i


def _head(doc: Tokens, hit: Hit, table: Forms) -> _Head | None:
    """The word of a key that is inflected: its first verb, else its last noun, else adjective."""
    words = hit.key.split()
    if len(words) != hit.end - hit.start:
        return None
    pairs = [
        (token, paradigm)
        for token, word in zip(doc[hit.start : hit.end], words, strict=True)
        for paradigm in table.paradigms(word)
        if paradigm.cells_of(token.lower_) or paradigm.cells_of(token.lower_.removesuffix("s"))
    ]
    if len(words) == 1 and len(pairs) > 1:
        tagged = [pair for pair in pairs if pair[1].word_class == _CLASS_OF_TAG.get(pair[0].pos_)]
        pairs = tagged or pairs
    by_class = {
        name: [pair for pair in pairs if pair[1].word_class == name] for name in ("V", "N", "A")
    }
    if by_class["V"]:
        return by_class["V"][0]
    if by_class["N"]:
        return by_class["N"][-1]
    return by_class["A"][0] if by_class["A"] else None


def _cell(cells: tuple[str, ...], token: Token, paradigm: Paradigm) -> str:
    """The cell that a form with several stands for here."""
    if paradigm.word_class == "V":
        return _verb_cell(cells, token)
    if paradigm.word_class == "A":
        wanted = _agreement(token)
        return wanted if wanted in cells else cells[0]
    number = "pl" if "Plur" in token.morph.get("Number", []) else "sg"
    definite = "def" if "Def" in token.morph.get("Definite", []) else "ind"
    order = (f"{number}_{definite}", f"{number}_ind", f"{number}_def", *cells)
    return next(cell for cell in order if cell in cells)


def _verb_cell(cells: tuple[str, ...], token: Token) -> str:
    ruler = _ruler(token)
    order: tuple[str, ...]
    if ruler in _HAVE:
        order = ("sup",)
    elif ruler in _BE:
        order = (f"part_{_agreement(token)}", "part_n", "sup")
    elif ruler in _BEFORE_INFINITIVE:
        order = ("inf", "pass")
    elif token.pos_ == "ADJ" or token.dep_ == "amod":
        order = (f"part_{_agreement(token)}", "part_pl", "sup")
    elif "Part" in token.morph.get("VerbForm", []):
        order = ("sup", "part_n")
    elif "Imp" in token.morph.get("Mood", []):
        order = ("imp",)
    elif "Past" in token.morph.get("Tense", []):
        order = ("past",)
    elif "Inf" in token.morph.get("VerbForm", []) and not token.lower_.endswith("a"):
        order = ("inf",)
    else:
        order = ()
    return next((cell for cell in (*order, "pres", "past") if cell in cells), cells[0])


def _ruler(token: Token) -> str | None:
    """The nearest word before a verb that decides its form, within its clause."""
    for back in range(1, _REACH + 1):
        at = token.i - back
        if at < token.sent.start:
            return None
        word = token.doc[at]
        if word.lower_ in _HAVE or word.lower_ in _BE or word.lower_ in _BEFORE_INFINITIVE:
            return str(word.lower_)
        if word.is_punct or word.pos_ in {"SCONJ", "VERB"}:
            return None
    return None


def _agreement(token: Token) -> str:
    """mf, n or pl, as the noun that an adjective or participle belongs to asks for."""
    noun = _noun_of(token)
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    if noun is not None and noun.i > token.i and before in _DEFINITE:
        return "pl"
    if noun is None:
        return "mf"
    if "Plur" in noun.morph.get("Number", []) or noun.lower_ in {"de", "dei", "vi", "alle"}:
        return "pl"
    return "n" if "Neut" in noun.morph.get("Gender", []) or noun.lower_ == "det" else "mf"


def _noun_of(token: Token) -> Token | None:
    if token.dep_ in {"amod", "det", "acl"} and token.head.i > token.i:
        return token.head
    subject = next(
        (
            child
            for top in (token, token.head)
            for child in top.children
            if child.dep_.startswith("nsubj")
        ),
        None,
    )
    if subject is not None:
        return subject
    following = token.doc[token.i + 1 : token.i + 3]
    return next((word for word in following if word.pos_ == "NOUN"), None)


def _disagrees(
    first: Token, paradigm: Paradigm, words: str, cells: tuple[str, ...], table: Forms
) -> bool:
    """Whether a noun of another gender would clash with the words before it."""
    if paradigm.word_class != "N" or not any(cell.startswith("sg") for cell in cells):
        return False
    ours, theirs = paradigm.gender, table.gender(words)
    if not theirs or (ours == "n") == (theirs == "n"):
        return False
    before = first.doc[max(first.sent.start, first.i - 3) : first.i]
    return any(word.lower_ in _ARTICLES for word in before) or any(
        word.pos_ in {"ADJ", "DET"} for word in before[-1:]
    )
