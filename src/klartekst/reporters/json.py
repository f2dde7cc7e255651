"""The JSON contract, version 1; its schema lies beside this file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from klartekst import __version__
from klartekst.model import Finding, MessageStatus, Result, Suppressed

VERSION = 1
SCHEMA = Path(__file__).with_name("klartekst-1.schema.json")


def to_json(results: Sequence[Result], pipeline: str) -> str:
    """All results as one JSON object, indented, with Norwegian letters as they are."""
    report = {
        "version": VERSION,
        "tool": {"name": "klartekst", "version": __version__, "pipeline": pipeline},
        "documents": [document_of(result) for result in results],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def document_of(result: Result) -> dict[str, Any]:
    """One result, as it stands under `documents`."""
    return {
        "name": result.name,
        "sha256": result.sha256,
        "language": result.language,
        "profile": result.profile,
        "verdict": result.verdict,
        "error": result.error,
        "measures": asdict(result.measures) if result.measures else None,
        "messages": [_message(message) for message in result.messages],
        "findings": [_finding(finding) for finding in result.findings],
        "known": result.known,
        "suppressed": [_suppressed(each) for each in result.suppressed],
        "notes": list(result.notes),
    }


def _message(status: MessageStatus) -> dict[str, Any]:
    return {
        "id": status.id,
        "message": status.message,
        "status": status.status,
        "where": status.where,
        "start": status.span.start if status.span else None,
        "end": status.span.end if status.span else None,
        "score": status.score,
    }


def _suppressed(suppressed: Suppressed) -> dict[str, Any]:
    return {
        **_finding(suppressed.finding),
        "reason": suppressed.reason,
        "who": suppressed.who,
        "until": suppressed.until.isoformat() if suppressed.until else None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "entity": finding.entity,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": finding.place.line,
        "column": finding.place.column,
        "place": finding.place.label,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
        "excerpt": finding.excerpt,
        "confidence": finding.confidence,
    }
