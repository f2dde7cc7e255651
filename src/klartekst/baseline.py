"""What was found before, so that only what is new is told.

A finding is known again by its document, its rule and a fingerprint of its words, not by its line.
The file never holds the words. Whoever has it can still guess at them: a name or a number can be
tried until the fingerprint fits. The words of confidential rules are therefore put through scrypt
with a salt of the file's own, which makes each guess cost some 0.1 s and 16 MB; it delays a search
through all identity numbers by days, and does not prevent it. Keep the file where the drafts are.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import ClassVar

from pydantic import ConfigDict

from klartekst.errors import SettingsError
from klartekst.model import STDIN, Finding, Match, Passage, Result, Rule
from klartekst.outcome import verdict_of
from klartekst.settings import STRICT, validate

VERSION = 1
_SALT_BYTES = 16


@dataclass(frozen=True)
class Known:
    """How many findings of a document, a rule and a fingerprint there were."""

    document: str
    rule: str
    fingerprint: str
    count: int


@dataclass(frozen=True)
class Baseline:
    """The content of a baseline file; `salt` is hexadecimal."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    version: int
    salt: str
    known: tuple[Known, ...] = field(default=())

    def fingerprint(self, rule: Rule, match: Match, words: str) -> str:
        """What a finding is known by: its words in any case, and what the check says of them."""
        values = json.dumps(dict(match.values), sort_keys=True, ensure_ascii=False)
        told = "\0".join((rule.id, " ".join(words.casefold().split()), values))
        digest = _slow if rule.category.confidential else _quick
        return digest(told, self.salt)


def new_baseline() -> Baseline:
    """One with a salt of its own, and nothing known yet."""
    return Baseline(VERSION, secrets.token_hex(_SALT_BYTES))


def load_baseline(path: Path) -> Baseline:
    """A baseline file. Raises SettingsError when it is missing, broken or of another version."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise SettingsError(
            f"{path}: kan ikke leses. Lag den med --write-baseline, eller sjekk navnet."
        ) from error
    except ValueError as error:
        raise _broken(path) from error
    if not isinstance(data, Mapping) or data.get("version") != VERSION:
        raise _broken(path)
    baseline = validate(Baseline, data, path)
    try:
        bytes.fromhex(baseline.salt)
    except ValueError as error:
        raise _broken(path) from error
    if len(baseline.salt) != 2 * _SALT_BYTES or any(known.count < 1 for known in baseline.known):
        raise _broken(path)
    return baseline


def dump_baseline(baseline: Baseline, results: Iterable[Result], folder: Path) -> str:
    """The findings of `results` as the content of a baseline file that lies in `folder`."""
    counts = Counter(
        (document_key(result.name, folder), finding.rule, finding.fingerprint or "")
        for result in results
        for finding in result.findings
    )
    known = [
        {"document": document, "rule": rule, "fingerprint": fingerprint, "count": count}
        for (document, rule, fingerprint), count in sorted(counts.items())
    ]
    content = {"version": VERSION, "salt": baseline.salt, "known": known}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def only_new(result: Result, baseline: Baseline, folder: Path) -> Result:
    """The result without what the baseline knows; `known` tells how much was left out."""
    document = document_key(result.name, folder)
    left = Counter(
        {
            (known.rule, known.fingerprint): known.count
            for known in baseline.known
            if known.document == document
        }
    )
    new: dict[int, Finding] = {}
    for number, finding in enumerate(result.findings):
        key = (finding.rule, finding.fingerprint or "")
        if left[key] > 0:
            left[key] -= 1
        else:
            new[number] = finding
    if result.error is not None or len(new) == len(result.findings):
        return result
    return replace(
        result,
        findings=tuple(new.values()),
        verdict=verdict_of(new.values()),
        passages=_renumbered(result.passages, list(new)),
        known=len(result.findings) - len(new),
    )


def document_key(name: str, folder: Path) -> str:
    """The name of a document as seen from the folder of the baseline, wherever the run stands."""
    if name == STDIN:
        return name
    try:
        return Path(os.path.relpath(Path(name).absolute(), folder.absolute())).as_posix()
    except ValueError:  # on another drive
        return Path(name).absolute().as_posix()


def _renumbered(passages: Sequence[Passage], kept: Sequence[int]) -> tuple[Passage, ...]:
    index = {number: place for place, number in enumerate(kept)}
    return tuple(
        replace(
            passage,
            stretches=tuple(
                replace(stretch, findings=tuple(index[i] for i in stretch.findings if i in index))
                for stretch in passage.stretches
            ),
        )
        for passage in passages
    )


@cache
def _slow(told: str, salt: str) -> str:
    data, seed = told.encode("utf-8", "replace"), bytes.fromhex(salt)
    return hashlib.scrypt(data, salt=seed, n=2**14, r=8, p=1, dklen=16).hex()


def _quick(told: str, salt: str) -> str:
    data = bytes.fromhex(salt) + told.encode("utf-8", "replace")
    return hashlib.sha256(data).hexdigest()[:32]


def _broken(path: Path) -> SettingsError:
    return SettingsError(
        f"{path}: er ikke en grunnlinje som kan brukes. Lag den på nytt med --write-baseline."
    )
