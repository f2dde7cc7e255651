"""Annotations for GitHub Actions: one workflow command a finding, shown beside the text.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from klartekst.model import STDIN, Finding, Result, Severity
from klartekst.reporters.catalogue import Titles, is_text_file
from klartekst.reporters.phrases import norm_of

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def to_github(results: Sequence[Result], titles: Titles) -> str:
    """All findings as workflow commands, one a line; nothing for drafts without any."""
    return "\n".join(line for result in results for line in _lines(result, titles))


def _lines(result: Result, titles: Titles) -> Iterator[str]:
    file = {} if result.name == STDIN else {"file": PurePath(result.name).as_posix()}
    if result.error is not None:
        yield _command("error", file, result.error)
    norm = norm_of(result.language)
    for finding in result.findings:
        title = titles.get((finding.rule, norm), finding.rule)
        properties = {**file, **_region(result.name, finding), "title": title}
        message = f"{finding.place.label}: {finding.message} ({finding.rule})"
        yield _command(_COMMAND[finding.severity], properties, message)
    for note in result.notes:
        yield _command("notice", file, note)


def _region(name: str, finding: Finding) -> dict[str, str]:
    if not is_text_file(name):
        return {}
    end = finding.end or finding.place
    region = {"line": str(finding.place.line), "endLine": str(end.line)}
    if end.line == finding.place.line:  # GitHub takes columns of one line only
        region |= {"col": str(finding.place.column), "endColumn": str(end.column)}
    return region


def _command(command: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{command}{' ' if told else ''}{told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
