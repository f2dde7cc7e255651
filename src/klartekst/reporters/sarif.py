"""SARIF 2.1.0, for code hosts and other programs that gather findings.

Regions are told only of text files: in others, line and column are of the extracted text, and the
place in words («avsnitt 4») stands in the message and as a logical location.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from klartekst import __version__
from klartekst.model import STDIN, Finding, Result, Rule, Severity
from klartekst.reporters.catalogue import Catalogue, is_text_file
from klartekst.reporters.phrases import name_shown

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(results: Sequence[Result], catalogue: Catalogue) -> str:
    """All results as one run. What could not be checked makes the run unsuccessful."""
    rules = {rule_id: rule for (rule_id, norm), rule in catalogue.items() if norm == "nb"}
    index = {rule_id: number for number, rule_id in enumerate(sorted(rules))}
    run = {
        "tool": {
            "driver": {
                "name": "klartekst",
                "version": __version__,
                "language": "nb",
                "rules": [_rule(rules[rule_id]) for rule_id in index],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(results)],
        "artifacts": [_artifact(result) for result in results],
        "results": [
            found
            for number, result in enumerate(results)
            for found in _results(result, number, index)
        ],
    }
    return json.dumps(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2
    )


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": f"{rule.explanation}\n\nKilde: {rule.source}"},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [rule.category]},
    }


def _invocation(results: Sequence[Result]) -> dict[str, Any]:
    unchecked = [result for result in results if result.error is not None]
    return {
        "executionSuccessful": not unchecked,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": result.error},
                "locations": [
                    {"physicalLocation": {"artifactLocation": {"uri": _uri(result.name)}}}
                ],
            }
            for result in unchecked
        ],
    }


def _artifact(result: Result) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": _uri(result.name)}}
    if result.sha256:
        artifact["hashes"] = {"sha-256": result.sha256}
    return artifact


def _results(result: Result, artifact: int, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    reasons = {id(each.finding): each.reason for each in result.suppressed}
    for finding in (*result.findings, *(each.finding for each in result.suppressed)):
        mark = _fingerprint(finding)
        seen[mark] += 1
        found: dict[str, Any] = {
            "ruleId": finding.rule,
            "level": _LEVEL[finding.severity],
            "message": {"text": f"{finding.place.label}: {finding.message}"},
            "locations": [_location(result, artifact, finding)],
            "partialFingerprints": {"klartekst/v1": f"{mark}:{seen[mark]}"},
        }
        if id(finding) in reasons:
            found["suppressions"] = [{"kind": "external", "justification": reasons[id(finding)]}]
        if finding.rule in index:
            found["ruleIndex"] = index[finding.rule]
        yield found


def _location(result: Result, artifact: int, finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": _uri(result.name), "index": artifact},
    }
    if is_text_file(result.name):
        end = finding.end or finding.place
        physical["region"] = {
            "startLine": finding.place.line,
            "startColumn": finding.place.column,
            "endLine": end.line,
            "endColumn": end.column,
            "charOffset": finding.span.start,
            "charLength": len(finding.span),
        }
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": finding.place.label}],
    }


def _fingerprint(finding: Finding) -> str:
    """Of what the report tells anyhow, so that it gives no secret away; not of line numbers."""
    told = f"{finding.rule}\0{finding.excerpt.casefold()}"
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]


def _uri(name: str) -> str:
    if name == STDIN:
        return quote(name_shown(name))
    path = PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="replace")
