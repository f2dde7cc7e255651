"""The rules as reports speak of them: by id and written norm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from klartekst.model import Rule
from klartekst.reporters.phrases import Norm

Catalogue = Mapping[tuple[str, Norm], Rule]
# The title of each rule in each norm.
Titles = Mapping[tuple[str, Norm], str]


def catalogue_of(rules: Iterable[Rule]) -> Catalogue:
    """The rules by id and norm; one that says the same in both stands under both."""
    norms: tuple[Norm, ...] = ("nb", "nn")
    return {
        (rule.id, norm): rule
        for rule in rules
        for norm in ((rule.language,) if rule.language else norms)
    }


def titles_of(catalogue: Catalogue) -> Titles:
    """The titles alone."""
    return {key: rule.title for key, rule in catalogue.items()}


def is_text_file(name: str) -> bool:
    """Whether lines and columns of a draft are those of the file itself, as its name tells."""
    return PurePath(name).suffix.lower() in (".txt", ".text", ".md", ".markdown")
