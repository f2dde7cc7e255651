"""Every record that passes between the parts of klartekst.

All offsets are code points, half-open. Records are frozen; this package imports nothing of ours,
and nothing heavy, so that `klartekst --help` stays quick.
"""

from klartekst.model.brief import (
    Brief,
    BriefQuote,
    Fact,
    Forbidden,
    KeyMessage,
    Profile,
    Readership,
    Spokesperson,
)
from klartekst.model.config import Act, Config, PublicPerson
from klartekst.model.facts import Checkable, FactKind, FactSheet
from klartekst.model.result import (
    ClarityPart,
    Cost,
    Finding,
    Level,
    Measures,
    MessageState,
    MessageStatus,
    Passage,
    Result,
    Stretch,
    Suppressed,
    Verdict,
)
from klartekst.model.rule import Category, Match, Rule, Severity
from klartekst.model.text import STDIN, Block, Language, Piece, Place, Role, Span, Where
from klartekst.model.weakness import Weakness, WeaknessKind

__all__ = [
    "STDIN",
    "Act",
    "Block",
    "Brief",
    "BriefQuote",
    "Category",
    "Checkable",
    "ClarityPart",
    "Config",
    "Cost",
    "Fact",
    "FactKind",
    "FactSheet",
    "Finding",
    "Forbidden",
    "KeyMessage",
    "Language",
    "Level",
    "Match",
    "Measures",
    "MessageState",
    "MessageStatus",
    "Passage",
    "Piece",
    "Place",
    "Profile",
    "PublicPerson",
    "Readership",
    "Result",
    "Role",
    "Rule",
    "Severity",
    "Span",
    "Spokesperson",
    "Stretch",
    "Suppressed",
    "Verdict",
    "Weakness",
    "WeaknessKind",
    "Where",
]
