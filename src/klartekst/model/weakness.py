"""What makes a brief weak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from klartekst.model.rule import Severity

WeaknessKind = Literal[
    "hovedbudskap-mangler",
    "for-mange-budskap",
    "budskap-tomt",
    "budskap-spor",
    "budskap-uten-verb",
    "budskap-to-ting",
    "budskap-for-langt",
    "budskap-vagt",
    "budskap-gjentatt",
    "maalgruppe-mangler",
    "talsperson-mangler",
    "talsperson-uten-rolle",
    "krise-uten-talsperson",
    "krise-uten-delegering",
    "grunn-mangler",
    "kilde-mangler",
    "sitat-uten-navn",
    "sitat-ikke-godkjent",
]


@dataclass(frozen=True, slots=True)
class Weakness:
    """Something that a brief lacks or says badly.

    `location` is where: the table of the brief's file, its number from 0, and a key; empty for the
    brief as a whole. `values` fill the placeholders of its wording.
    """

    kind: WeaknessKind
    severity: Severity
    location: tuple[str | int, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
