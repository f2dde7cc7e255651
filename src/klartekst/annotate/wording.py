"""What comments say, in the written norm of the draft."""

from __future__ import annotations

from collections.abc import Mapping

from klartekst.model import Finding, MessageState, Result, Severity
from klartekst.reporters.phrases import SEVERITY_COUNT, VERDICT, WHERE, Norm, norm_of

_STATE: Mapping[Norm, Mapping[MessageState, str]] = {
    "nb": {
        "present": "med",
        "partial": "bare delvis med",
        "missing": "mangler",
        "contradicted": "sagt imot",
    },
    "nn": {
        "present": "med",
        "partial": "berre delvis med",
        "missing": "manglar",
        "contradicted": "sagt imot",
    },
}
_WORDS: Mapping[Norm, Mapping[str, str]] = {
    "nb": {
        "messages": "Budskapene:",
        "place": "Gjelder {place}.",
        "suggestion": "Forslag: {suggestions}",
        "rule": "Les mer: klartekst explain {rule}",
    },
    "nn": {
        "messages": "Bodskapane:",
        "place": "Gjeld {place}.",
        "suggestion": "Framlegg: {suggestions}",
        "rule": "Les meir: klartekst explain {rule}",
    },
}


def summary(result: Result) -> list[str]:
    """The verdict, how much was found, and how it stands with the messages, line by line."""
    norm = norm_of(result.language)
    lines = [VERDICT[norm][result.verdict]]
    counts = [
        f"{count} {SEVERITY_COUNT[norm][severity][count != 1]}"
        for severity in Severity
        if (count := sum(finding.severity is severity for finding in result.findings))
    ]
    if counts:
        lines.append(", ".join(counts))
    if result.messages:
        lines.append(_WORDS[norm]["messages"])
    for message in result.messages:
        where = f" {WHERE[norm][message.where]}" if message.where else ""
        lines.append(f"– {message.message} ({_STATE[norm][message.status]}{where})")
    return lines


def in_comment(
    finding: Finding, titles: Mapping[str, str], norm: Norm, *, beside: bool
) -> list[str]:
    """A finding, line by line; `beside` tells of one that stands outside the body, with its place.

    Nothing that is masked in the finding is told.
    """
    words = _WORDS[norm]
    severity = SEVERITY_COUNT[norm][finding.severity][0].capitalize()
    lines = [f"{severity}: {titles.get(finding.rule, finding.rule)}", finding.message]
    if beside:
        lines.append(words["place"].format(place=finding.place.label))
    if finding.suggestions:
        lines.append(words["suggestion"].format(suggestions=", ".join(finding.suggestions)))
    return [*lines, words["rule"].format(rule=finding.rule)]
