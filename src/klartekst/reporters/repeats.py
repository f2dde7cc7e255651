"""What is said of several places is said once, with the other places after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klartekst.model import Finding
from klartekst.reporters.phrases import WORDS, Norm, listing


@dataclass(frozen=True, slots=True)
class Repeated:
    """A finding, and the others of its rule that say the same of other places."""

    first: Finding
    others: tuple[Finding, ...] = ()


def grouped(findings: Sequence[Finding]) -> list[Repeated]:
    """Findings in their order, those that say the same gathered where the first one stands.

    «justeres» and «foretas» are passive alike: the words in question may differ. Confidential ones
    are left apart, since each is a secret of its own.
    """
    same: dict[tuple[object, ...], list[Finding]] = {}
    for at, finding in enumerate(findings):
        about = finding.message.replace(f"«{finding.excerpt}»", "«»")
        is_apart = finding.category.confidential or about == finding.message
        key = (finding.rule, finding.severity, at if is_apart else about)
        same.setdefault(key, []).append(finding)
    return [Repeated(first, tuple(others)) for first, *others in same.values()]


def told_again(repeated: Repeated, norm: Norm) -> str:
    """The other places: «Også linje 8 og 12.» or «Også linje 5: «foretas»; linje 9: «gjøres».»"""
    words, line = WORDS[norm], WORDS[norm]["line"]
    lines: dict[int, list[str]] = {}
    for finding in repeated.others:
        lines.setdefault(finding.place.line, []).append(f"«{finding.excerpt}»")
    spelt = {finding.excerpt.casefold() for finding in (repeated.first, *repeated.others)}
    if len(spelt) == 1:
        return f"{words['also']} {line} {listing(tuple(map(str, lines)))}."
    listed = [f"{line} {at}: {listing(tuple(found))}" for at, found in lines.items()]
    return f"{words['also']} {'; '.join(listed)}."
