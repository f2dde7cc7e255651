"""Inflected forms of the words that rules look for and suggest.

The tables `forms_nb.tsv` and `forms_nn.tsv` hold one paradigm a line and are made by
`training/forms.py`; their sources are named there. A word that is not in them is inflected like
the longest known word it ends in («tilgodese» like «se»), as compounds are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Norm = Literal["nb", "nn"]
WordClass = Literal["V", "N", "A"]

# The cells of a paradigm, in the order of the tables. A verb's last three are its participle in
# the masculine and feminine, in the neuter, and in the plural or definite.
CELLS: dict[str, tuple[str, ...]] = {
    "V": ("inf", "pres", "past", "sup", "imp", "pass", "part_mf", "part_n", "part_pl"),
    "N": ("sg_ind", "sg_def", "pl_ind", "pl_def"),
    "A": ("mf", "n", "pl", "comp", "sup", "sup_def"),
}
BASE_CELL = {"V": "inf", "N": "sg_ind", "A": "mf"}
_SHORTEST_ENDING = 4
_SHORTEST_VERB = 2  # «se», «ta»: prefixed verbs end in short ones


@dataclass(frozen=True, slots=True)
class Paradigm:
    """A word in all its forms; each cell has its variants, the commonest first, or none.

    `gender` is m, f or n for a noun, f also where both -en and -a are used, else empty.
    """

    lemma: str
    word_class: WordClass
    gender: str
    cells: tuple[tuple[str, ...], ...]

    def form(self, cell: str) -> str | None:
        """The commonest form of a cell, or None when the word lacks it."""
        variants = self.cells[CELLS[self.word_class].index(cell)]
        return variants[0] if variants else None

    def cells_of(self, form: str) -> tuple[str, ...]:
        """The cells that a form, in lower case, may stand for."""
        names = CELLS[self.word_class]
        return tuple(name for name, forms in zip(names, self.cells, strict=True) if form in forms)


class Forms:
    """The paradigms of one written norm."""

    def __init__(self, lines: list[str]) -> None:
        self._lines: dict[str, list[str]] = {}
        self._lemmas: dict[str, set[str]] = {}
        for line in lines:
            lemma, _, _, *cells = line.split("\t")
            self._lines.setdefault(lemma, []).append(line)
            for cell in cells:
                for form in cell.split("/") if "/" in cell else (cell,):
                    self._lemmas.setdefault(form, set()).add(lemma)
        self._lemmas.pop("", None)

    def __contains__(self, lemma: str) -> bool:
        return lemma in self._lines

    def lemmas_of(self, form: str) -> frozenset[str]:
        """The words of the table that a form, in lower case, may be a form of."""
        return frozenset(self._lemmas.get(form, ()))

    def forms_of(self, lemma: str) -> frozenset[str]:
        """All forms of a word of the table."""
        paradigms = map(_paradigm, self._lines.get(lemma, ()))
        return frozenset(form for one in paradigms for cell in one.cells for form in cell)

    def has_form(self, lemma: str, form: str) -> bool:
        """Whether a word, in the table or not, has a form in lower case."""
        return any(form in cell for one in self.paradigms(lemma) for cell in one.cells)

    def paradigms(self, lemma: str) -> tuple[Paradigm, ...]:
        """The paradigms of a word, its own or those of the longest known word it ends in."""
        lines = self._lines.get(lemma)
        if lines is not None:
            return tuple(map(_paradigm, lines))
        for start in range(1, len(lemma) - _SHORTEST_VERB + 1):
            known = map(_paradigm, self._lines.get(lemma[start:], ()))
            fitting = tuple(
                _prefixed(lemma[:start], tail)
                for tail in known
                if len(tail.lemma) >= _SHORTEST_ENDING or tail.word_class == "V"
            )
            if fitting:
                return fitting
        return ()

    def inflect(self, words: str, word_class: WordClass, cell: str) -> str | None:
        """A word or phrase with its first word of a class put in a cell; None when it cannot be.

        Of a phrase with a noun only the indefinite forms can be made: «god grunn» has an adjective
        that must follow.
        """
        parts = words.split()
        for place, part in enumerate(parts):
            for paradigm in self.paradigms(part):
                if paradigm.word_class != word_class:
                    continue
                form = paradigm.form(cell)
                if form is None:
                    return None
                if word_class == "N" and place > 0 and cell != "sg_ind":
                    return None
                return " ".join((*parts[:place], form, *parts[place + 1 :]))
            if word_class == "V":
                return None  # a verb phrase begins with its verb
        return None

    def gender(self, words: str) -> str:
        """The gender of the first noun of a phrase, or an empty string."""
        for part in words.split():
            for paradigm in self.paradigms(part):
                if paradigm.word_class == "N":
                    return paradigm.gender
        return ""


@cache
def forms(norm: Norm) -> Forms:
    """The table of a written norm, read once."""
    path = Path(__file__).with_name(f"forms_{norm}.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    return Forms([line for line in lines if line and not line.startswith("#")])


def _paradigm(line: str) -> Paradigm:
    lemma, word_class, gender, *cells = line.split("\t")
    variants = tuple(tuple(cell.split("/")) if cell else () for cell in cells)
    return Paradigm(lemma, word_class, gender, variants)  # type: ignore[arg-type]  # the script writes V, N or A


def _prefixed(prefix: str, tail: Paradigm) -> Paradigm:
    cells = tuple(tuple(prefix + form for form in forms) for forms in tail.cells)
    return Paradigm(prefix + tail.lemma, tail.word_class, tail.gender, cells)
